import { LitElement, css, html, nothing, render, svg } from 'lit';

/* global addEventListener, customElements, document, MutationObserver, Node */

/*
 * What `slim-lit-draws.test.mjs` has drawn twice, with Lit whole and with Lit cut down. The same seed gives the same
 * steps, and each step says what a person, or an element of ours, could tell of it.
 */

/** Numbers from 0 up to 1 by a seed (mulberry32). */
function chanceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const plain = [undefined, null, '', nothing, 'a', 'b', '<b> & “c”', ' ', 0, 7, -1.5, NaN, true, false];
const attributes = [undefined, null, '', nothing, 'a', 'b c', '"<&', 0, 2, true, false];
const properties = [undefined, null, '', 'a', 'b', 0, 3, true, false];
const flags = [undefined, null, '', 'a', 0, 1, true, false];
const kinds = { plain, attributes, properties, flags };

const heard = [];

/** The shapes of our templates. Each has its holes: other content (`any`), or one of the kinds above. */
const shapes = [
  { holes: ['any'], draw: (a) => html`<p>${a}</p>` },
  { holes: ['any', 'any'], draw: (a, b) => html`${a}${b}` },
  { holes: ['any'], draw: (a) => html`so ${a} it is` },
  { holes: [], draw: () => html`` },
  {
    holes: [],
    draw: () =>
      html`<hr />
        text<br />`,
  },
  {
    holes: ['attributes', 'attributes', 'any', 'any'],
    draw: (a, b, c, d) =>
      html`<div id="x" title=${a} class="y" data-b=${b}>one ${c} two <i>${d}</i></div>
        after`,
  },
  {
    holes: ['flags', 'any', 'plain', 'attributes'],
    draw: (a, b, c, d) =>
      html`<button type="button" ?disabled=${a} data-rings @ring=${() => heard.push(c)} lang=${d}>${b}</button>`,
  },
  {
    holes: ['flags', 'any', 'any'],
    draw: (a, b, c) =>
      html`<details ?open=${a}>
        <summary>${b}</summary>
        ${c}
      </details>`,
  },
  {
    holes: ['properties', 'flags', 'attributes', 'plain'],
    draw: (a, b, c, d) =>
      html`<input type="text" .value=${a} ?required=${b} name=${c} data-rings @ring=${() => heard.push('in', d)} />`,
  },
  { holes: ['properties'], draw: (a) => html`<textarea rows="2" .value=${a}></textarea>` },
  {
    holes: ['properties', 'any'],
    draw: (a, b) =>
      html`<dl>
        <dt .textContent=${a}></dt>
        <dd>${b}</dd>
      </dl>`,
  },
  {
    holes: ['list', 'attributes'],
    draw: (list, a) =>
      html`<ul class=${a}>
        ${[list].flat().map((one, i) => html`<li value=${i}>${one}</li>`)}
      </ul>`,
  },
  {
    holes: ['list', 'properties'],
    draw: (list, chosen) =>
      html`<select>
        ${[list].flat().map((_, i) => html`<option value=${i} .selected=${i === chosen}>${i}</option>`)}
      </select>`,
  },
  {
    holes: ['any', 'any'],
    draw: (a, b) =>
      html`<table>
        <tbody>
          <tr>
            <td>${a}</td>
            ${[1, 2].map((i) => html`<td>${i}${b}</td>`)}
          </tr>
        </tbody>
      </table>`,
  },
  { holes: ['any', 'attributes'], draw: (a, b) => html`<svg viewBox=${b} aria-hidden="true">${a}</svg>` },
  { holes: ['attributes', 'attributes'], draw: (a, b) => svg`<path class=${a} d=${b}></path>` },
  { holes: ['any', 'attributes'], draw: (a, b) => svg`<g transform=${b}>${a}<circle r="1"></circle></g>` },
  {
    holes: ['list', 'attributes'],
    draw: (list, a) =>
      html`<svg viewBox="0 0 1 1">${[list].flat().map((_, i) => svg`<path class=${a} d=${i} />`)}</svg>`,
  },
];

/** Draws steps by a seed into one box. Of each it says the HTML, which nodes are new, what was heard and touched. */
export function draw(seed, count) {
  const chance = chanceOf(seed);
  const upTo = (end) => Math.floor(chance() * end);
  const pick = (list) => list[upTo(list.length)];

  const make = (kind, depth) => {
    if (kind === 'list') return { items: Array.from({ length: upTo(4) }, () => make('any', depth - 1)) };
    if (kind !== 'any') return { value: pick(kinds[kind]), kind };
    if (depth < 1 || chance() < 0.25) return { value: pick(plain), kind: 'plain' };
    if (chance() < 0.25) return make('list', depth);
    const shape = pick(shapes);
    return { shape, parts: shape.holes.map((hole) => make(hole, depth - 1)) };
  };

  /** A thing one step later: most of it as it was. */
  const change = (thing, kind, depth) => {
    if (chance() < 0.15) return make(kind, depth);
    if (thing.items) return { items: changeList(thing.items, depth) };
    if (!thing.shape) return chance() < 0.5 ? make(thing.kind, depth) : thing;
    const parts = thing.parts.map((part, i) => (chance() < 0.6 ? change(part, thing.shape.holes[i], depth - 1) : part));
    return { shape: thing.shape, parts };
  };
  const changeList = (items, depth) => {
    const way = upTo(5);
    if (way === 0) return [...items, make('any', depth - 1)];
    if (way === 1) return items.slice(0, upTo(items.length + 1));
    if (way === 2) return items.toReversed();
    if (way === 3) return [make('any', depth - 1), ...items];
    return items.map((item) => (chance() < 0.5 ? change(item, 'any', depth - 1) : item));
  };

  const valueOf = ({ items, shape, parts, value }) => {
    if (items) return items.map(valueOf);
    return shape ? shape.draw(...parts.map(valueOf)) : value;
  };

  const box = document.body.appendChild(document.createElement('section'));
  const numbers = new WeakMap();
  let met = 0;
  const numberOf = (node) => {
    if (!numbers.has(node)) numbers.set(node, ++met);
    return numbers.get(node);
  };

  const watch = new MutationObserver(() => {});
  watch.observe(box, { subtree: true, childList: true, characterData: true, attributes: true });

  let things = Array.from({ length: 4 }, () => make('any', 4));
  return Array.from({ length: count }, () => {
    things = things.map((thing) => (chance() < 0.5 ? change(thing, 'any', 4) : thing));
    const [a, b, c, d] = things.map(valueOf);
    const template =
      chance() < 0.01
        ? b
        : html`<main>
              ${a}
              <h2>${b}</h2>
              ${c}
            </main>
            ${d}`;
    render(template, box);
    const fresh = document.createElement('section');
    render(template, fresh);
    heard.length = 0;
    for (const node of box.querySelectorAll('[data-rings]')) node.dispatchEvent(new Event('ring'));
    const nodes = [...box.querySelectorAll('*')].map((node) => {
      const space = node.namespaceURI.replace(/.*\//, '');
      return [node.localName, space, numberOf(node), String(node.value), node.selected, node.textContent].join();
    });
    return `${htmlOf(box)}\n${nodes.join('; ')}\n${heard.map((one) => (one === nothing ? 'nothing' : String(one))).join()}\n${touches(watch.takeRecords())}\n${marksIn(box) - marksIn(fresh)} marks too many`;
  });
}

/** What was touched: who listens with a screen reader, or has words selected, notices a text that is written again. */
const touches = (records) => {
  const count = (nodes) => [...nodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).length;
  return records
    .map(({ type, attributeName, addedNodes, removedNodes }) => [
      type,
      attributeName,
      count(addedNodes),
      count(removedNodes),
    ])
    .filter(([type, , added, removed]) => type !== 'childList' || added || removed)
    .map(String);
};

/** Puts each text in a node of its own, as a browser's translator does, and draws on. Says what there is then. */
export function drawTranslated() {
  const box = document.body.appendChild(document.createElement('section'));
  const drawn = (a, b) => html`<p>${a} then ${b}.</p>`;
  render(drawn('one', html`<b>two</b>`), box);
  for (const text of [...box.querySelector('p').childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)) {
    text.replaceWith(Object.assign(document.createElement('font'), { textContent: text.data.toUpperCase() }));
  }
  return [drawn(nothing, ''), drawn(html`<i>1</i>`, 2), drawn([1, 2], nothing)].map((template) => {
    render(template, box);
    return htmlOf(box).replace(/<\/?font>/g, '');
  });
}

const marksIn = (node) => node.innerHTML.split('<!--').length;

const htmlOf = (node) => node.innerHTML.replace(/<!--[^]*?-->/g, '');

let log = [];
const say = (...words) => log.push(words.map(String).join(' '));

addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  say('refused', event.reason.message);
});

/** How many have changed, and which. An accessor of the class's own (`f`) says by itself what it changes. */
const named = (changed) => {
  const names = ['a', 'b', 'c', 'd', 'e'].filter((name) => changed.has(name));
  return `${changed.size - Number(changed.has('f'))} of ${names}`;
};

class Base extends LitElement {
  static {
    this.properties = {
      a: {},
      b: { attribute: 'b-b', type: Number },
      c: { type: Boolean },
      d: { attribute: false },
    };
    this.styles = css`
      p {
        margin: 1px;
      }
    `;
  }

  constructor() {
    super();
    this.c = false;
    for (const name of ['one', 'two']) {
      this.addController({
        hostConnected: () => say(name, 'connected', this.isConnected),
        hostDisconnected: () => say(name, 'disconnected', this.isConnected),
        hostUpdated: () => say(name, 'updated', htmlOf(this.renderRoot)),
      });
    }
    this.addController({});
  }

  connectedCallback() {
    say('to be connected');
    super.connectedCallback();
    say('connected');
  }

  willUpdate(changed) {
    say('will update', named(changed));
    if (changed.has('b')) this.d = `d${this.b}`;
  }

  updated(changed) {
    say('updated', named(changed));
    if (changed.has('b') && this.b > 5) this.b -= 3;
    if (this.a === 'bad after') throw new Error('bad after');
  }

  render() {
    say('render');
    if (this.a === 'bad') throw new Error('bad');
    return html`<p title=${this.a}>${this.b} ${this.c} ${this.d}</p>
      ${this.c ? html`<slot></slot>` : nothing}`;
  }
}

class Heir extends Base {
  #f;

  static {
    this.properties = { e: { type: String, attribute: 'e-e' }, f: { attribute: 'f', noAccessor: true, type: Number } };
    this.styles = [
      css`
        a {
          color: red;
        }
      `,
      Base.styles,
    ];
  }

  get f() {
    return this.#f;
  }

  set f(value) {
    say('f is set', typeof value, value);
    this.#f = value;
    this.requestUpdate();
  }

  render() {
    return [super.render(), this.e, this.f];
  }
}

/** Inherits both its properties and its styles. */
class Grandchild extends Heir {}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** What Lit's elements do, in the order in which they do it. */
export async function live(seed, count) {
  const chance = chanceOf(seed);
  const pick = (list) => list[Math.floor(chance() * list.length)];
  log = [];

  // Two that stand in the page before they are known.
  const box = document.body.appendChild(document.createElement('section'));
  box.innerHTML = '<x-base a="early" b-b="2"></x-base><x-heir c f="3" e-e="e"></x-heir><x-grandchild></x-grandchild>';
  const [base, heir, grandchild] = box.children;
  Object.assign(base, { a: 'own', d: 'own d', c: true });
  Object.assign(heir, { b: 4, f: 9, e: 'own e' });
  customElements.define('x-base', Base);
  customElements.define('x-heir', Heir);
  customElements.define('x-grandchild', Grandchild);
  say(Base.observedAttributes, Heir.observedAttributes, Grandchild.observedAttributes);
  await settled();

  const elements = [base, heir, grandchild, document.createElement('x-heir'), new Base()];
  for (const element of elements) {
    const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
    say(element.localName, sheets.map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join()).join('; '));
    say(Object.entries(element).filter(([name]) => /^[a-f]$/.test(name)));
  }

  const attributes = ['a', 'b-b', 'c', 'd', 'e-e', 'f'];
  const texts = ['', 'a', 'bad', 'bad after', '1', '2', '6', '12', 'x'];
  const values = [undefined, null, NaN, 0, 1, 2, 9, true, false, ...texts];
  const other = document.body.appendChild(document.createElement('aside'));
  const steps = [
    (element) => (element[pick(['a', 'b', 'c', 'd', 'e', 'f'])] = pick(values)),
    (element) => element.setAttribute(pick(attributes), pick(texts)),
    (element) => element.removeAttribute(pick(attributes)),
    (element) => element.toggleAttribute('c'),
    (element) => element.requestUpdate(),
    (element) => pick([box, other]).append(element),
    (element) => element.remove(),
    (element) => say('complete', element.updateComplete === element.updateComplete),
  ];
  for (let i = 0; i < count; i++) {
    say(`step ${i}`);
    const element = pick(elements);
    do pick(steps)(element);
    while (chance() < 0.5);
    if (chance() < 0.3) {
      await settled();
    } else if (element.isConnected) {
      await element.updateComplete.then(
        () => say('is complete'),
        ({ message }) => say('is not complete:', message),
      );
    }
    const values = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${typeof element[name]} ${String(element[name])}`);
    say(values.join(), element.shadowRoot && htmlOf(element.shadowRoot));
  }
  await settled();
  return log;
}
