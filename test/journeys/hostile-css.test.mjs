import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player';
const body = `
<main id="field">
<dialogue-player dialogue="introduction"></dialogue-player>
<tension-card dialogue="what-do-we-value"></tension-card>
<prompt-deck dialogue="what-do-we-value"></prompt-deck>
</main>`;

const reset = `
html, body, div, span, h1, h2, h3, p, a, em, ol, ul, li, dl, dt, dd, section, article, main, summary, details {
  margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline
}
body { line-height: 1 } ol, ul { list-style: none }`;

const framework = `
*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
html { line-height: 1.15 } img, svg, video, audio { display: block; max-width: 100% }
button, input, select { font-family: inherit; font-size: 100%; line-height: 1.15; background: none; appearance: none }
a { color: inherit; text-decoration: inherit } summary { display: list-item } h1, h2, h3 { font-size: inherit }`;

const styles = {
  'shrinks all type': '* { font-size: 10px !important; line-height: 1 !important }',
  'hides buttons': 'button { display: none !important } button, input, select, a { width: 0; padding: 0; border: 0 }',
  'lays out every div': 'div { display: flex !important } div > * { flex: 1 }',
  shouts: `body { text-transform: uppercase; letter-spacing: 0.3em; font-style: italic; font-variant: small-caps;
    font-weight: 900; text-align: right; text-indent: 3em }`,
  'has a small root': 'html { font-size: 62.5% } body { font-size: 1.6rem; line-height: 1.5 }',
  'has a big root and tight boxes':
    'html { font-size: 200% } * { box-sizing: content-box; margin: 7px; min-width: 3px }',
  'styles svg and lists': `svg { width: 100% !important; height: 8px } svg * { fill: none !important }
    ul, ol, li { float: left; list-style: square inside !important }`,
  'keeps white space': 'body { white-space: pre; word-break: break-all; direction: ltr; cursor: none }',
  'resets all that it knows': reset,
  'is built on a framework': framework,
  'insists on every box': '* { box-sizing: content-box !important; margin: 4px !important; padding: 3px !important }',
  'widens all text': `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`,
  'hides what is in details': 'details > * { display: none } summary { display: flex; list-style: none }',
  'draws its own fields': `input { appearance: none; width: 100%; border: 3px solid !important } select { appearance: none }
    label { position: absolute; left: -99em }`,
  'floats its links': 'a { display: block; float: left; padding: 2em; color: inherit !important }',
  'moves everything slowly': '* { transition: all 3s !important; animation-duration: 4s !important }',
  'shows what is hidden': '[hidden] { display: block } * { overflow: visible; max-height: none }',
  'takes outlines and grounds away':
    '* { outline: none !important; background: none !important; box-shadow: none !important; border-radius: 0 !important }',
  'reads from right to left': 'body { direction: rtl }',
};

/** The words are the host's to lay out: of these, they need not be easy to read. */
const breaksWords = ['lays out every div', 'styles svg and lists', 'floats its links', 'hides what is in details'];

/**
 * Holds equal what is the host's own business: how wide an element is, and where, and how much room its words take. What
 * moves then, moves within the machinery. Line height, letter and word spacing are held too: who widens them is obeyed.
 */
const hold = `
#field#field > * {
  float: none !important; width: 640px !important; margin: 0 0 40px !important; padding: 0 !important;
  line-height: 20px !important; letter-spacing: normal !important; word-spacing: normal !important
}
#field#field [data-dialogue-words] {
  display: block !important; box-sizing: border-box !important; width: auto !important; height: 300px !important;
  margin: 0 !important; padding: 0 !important; overflow: hidden !important; font: 16px/20px sans-serif !important
}`;

/** Where everything of the machinery is and how big, on a page without any style. */
let usual;

const { browser, house } = await openHouse();
before(async () => {
  const visit = await arrive(undefined, hold);
  usual = await boxes(visit);
  await visit.context.close();
});

async function arrive(t, style, page = body) {
  const head = `<style>${style}</style><script defer src="/dist/dialogues.js"></script>`;
  const visit = await openPage(browser, house.serve('/hostile.html', pageOf(page, { head })), {
    test: t,
    // All is in sight: what sticks to the lower edge stands where it belongs.
    before: (page) => page.setViewport({ width: 1000, height: 6000 }),
  });
  await visit.ready();
  await visit.until(() => document.querySelector('dialogue-player [data-cues]'));
  return visit;
}

/** The boxes of all that is pressed, moved or seen in the machinery, relative to its element, from the side reading begins. */
const boxes = (visit) =>
  visit.page.evaluate(() =>
    [...document.querySelectorAll('#field > *')].flatMap((element) => {
      const frame = element.getBoundingClientRect();
      const isRtl = getComputedStyle(element).direction === 'rtl';
      const all = element.shadowRoot.querySelectorAll(
        '.machine, .machine :is(button, input, select, summary, svg, div)',
      );
      return [...all].map((part, i) => {
        const { left, right, top, width, height } = part.getBoundingClientRect();
        return {
          name: `${element.localName} ${part.getAttribute('part') ?? part.localName} (${i})`,
          box: [isRtl ? frame.right - right : left - frame.left, top - frame.top, width, height],
        };
      });
    }),
  );

/** What overlaps or is cut off, in a page as it comes. */
const troubles = (visit, isWordy) =>
  visit.page.evaluate((isWordy) => {
    const found = [];
    const meet = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    for (const element of document.querySelectorAll('#field > *')) {
      const frame = element.getBoundingClientRect();
      const machine = element.shadowRoot.querySelector('.machine');
      const words = element.querySelector('[data-dialogue-words]');
      const controls = [...machine.querySelectorAll('button, select, input, summary, span')]
        .filter((control) => control.checkVisibility() && control.getClientRects().length)
        .filter((control) => !control.closest('.line') && !control.closest('span span'))
        .map((control) => [control, control.getBoundingClientRect()]);
      if (!controls.length) found.push(`${element.localName} has no control`);
      for (const [i, [control, box]] of controls.entries()) {
        const name = `${element.localName} ${control.getAttribute('part') ?? control.localName}`;
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${name} sticks out`);
        if (control.scrollWidth > control.clientWidth + 1 && control.matches('button')) found.push(`${name} is cut`);
        if (control.scrollHeight > control.clientHeight + 1 && control.matches('button')) found.push(`${name} is cut`);
        for (const [other, place] of controls.slice(i + 1)) {
          if (!control.contains(other) && meet(box, place)) found.push(`${name} lies on ${other.outerHTML}`);
        }
      }
      if (meet(machine.getBoundingClientRect(), words.getBoundingClientRect())) {
        found.push(`${element.localName}: its machinery lies on its words`);
      }
      if (isWordy && words.scrollWidth > words.clientWidth + 1) found.push(`${element.localName}: its words are cut`);
    }
    return found;
  }, isWordy);

/** The type of our words, and that of the page's own around them. */
const typesOf = (visit) =>
  visit.page.evaluate(() => {
    const own = document.getElementById('field').appendChild(document.createElement('p'));
    const read = (node) => {
      const { fontFamily, fontSize, fontStyle, fontWeight, letterSpacing, lineHeight, color } = getComputedStyle(node);
      const { textTransform, wordSpacing, direction } = getComputedStyle(node);
      return [fontFamily, fontSize, fontStyle, fontWeight, letterSpacing, lineHeight, color, textTransform]
        .concat(wordSpacing, direction)
        .join('; ');
    };
    const ours = document.querySelectorAll('#field section > p:not([data-quiet])');
    const types = { own: read(own), ours: [...ours].map(read) };
    own.remove();
    return types;
  });

test('the buttons are 44 pixels or more on a page without style', () => {
  const buttons = usual.filter(
    ({ name, box }) => / (play|back|forward|speed|mute|previous|next) /.test(name) && box[2],
  );
  assert.ok(buttons.length > 8, `${buttons.length} buttons`);
  for (const { name, box } of buttons) assert.ok(box[2] >= 44 && box[3] >= 44, `${name} is ${box[2]} by ${box[3]}`);
});

for (const [title, style] of Object.entries(styles)) {
  test(`in a host that ${title}, no part of the machinery moves`, async (t) => {
    const visit = await arrive(t, style + hold);
    const now = await boxes(visit);
    assert.deepEqual(
      now.map(({ name }) => name),
      usual.map(({ name }) => name),
    );
    assert.ok(usual.length > 40, `only ${usual.length} parts`);
    const moved = usual.flatMap(({ name, box }, i) =>
      box.every((place, side) => Math.abs(place - now[i].box[side]) <= 2)
        ? []
        : [`${name}: ${box.map(Math.round)} became ${now[i].box.map(Math.round)}`],
    );
    assert.deepEqual(moved, []);
    await visit.assertQuiet();
  });

  test(`in a host that ${title}, the words have its type, nothing overlaps, and the buttons work`, async (t) => {
    const visit = await arrive(t, style);
    assert.deepEqual(await troubles(visit, !breaksWords.includes(title)), []);
    const { own, ours } = await typesOf(visit);
    assert.deepEqual(ours, [own, own]);
    const sign = await visit.page.$eval(`${player} >>> [part="play"] svg`, (svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return { width, height, seen: svg.checkVisibility() && getComputedStyle(svg).fill !== 'none' };
    });
    assert.ok(sign.seen && sign.width > 40 && sign.height > 40, `the sign in the button is ${JSON.stringify(sign)}`);
    await visit.press(player);
    await visit.hears(player);
    await visit.untilNamed(player, /^Pause: Introduction$/);
    assert.ok(await visit.sees(`${player} [data-dialogue-words] :is(h2, h3)`));
    await visit.assertQuiet();
  });
}

/** All that a page may hold beside our tags, and inside them as its own. */
const foreign = `
<section id="foreign" data-stack data-poles data-state="ready">
<h1 data-heading>A title</h1><p data-quiet>Some <em>words</em>, a <a href="#there">link</a>, <span data-pole="a">a span</span>.</p>
<ul data-people><li data-initials="AB">One</li></ul><ol data-prompts="deck"><li hidden>Two</li></ol>
<dl><div data-pole="b"><dt>What</dt><dd>That</dd></div></dl>
<button aria-pressed="true" class="play" part="play">A button</button><input type="range"><select><option>One</option></select>
<details open><summary>More</summary><p>Less</p></details><svg class="art" viewBox="0 0 9 9"><path class="a" d="M0 0h9"/></svg>
<img alt="" width="9" height="9"><table><tr><td>Cell</td></tr></table><div class="machine">A div</div><slot>A slot</slot>
<div slot="words">Words</div>
</section>`;

test('no style of ours reaches anything but our own tags', async (t) => {
  const looks = async (script) => {
    const page = `${foreign}${body}`;
    const head = `<style>body { font: 17px/1.5 Georgia }</style>${script}`;
    const visit = await openPage(browser, house.serve('/foreign.html', pageOf(page, { head })), { test: t });
    if (script) await visit.ready();
    await visit.assertQuiet();
    return visit.page.evaluate(() => {
      // The room that our tags take changes how tall these are, and nothing else does.
      const theirs = /^(height|block-size|perspective-origin|transform-origin|inset-.*|top|bottom)$/;
      return [document.documentElement, document.body, ...document.querySelectorAll('#foreign, #foreign *')].flatMap(
        (node) =>
          ['', '::before', '::after'].map((pseudo) => {
            const style = getComputedStyle(node, pseudo || null);
            const isOuter = node === document.body || node === document.documentElement;
            return [...style]
              .filter((name) => !(isOuter && theirs.test(name)))
              .map((name) => `${node.localName}${pseudo} ${name}: ${style.getPropertyValue(name)}`)
              .join('\n');
          }),
      );
    });
  };
  const without = await looks('');
  const beside = await looks('<script defer src="/dist/dialogues.js"></script>');
  assert.ok(without.length > 60 && without[0].length > 5000);
  for (const [i, look] of without.entries()) assert.equal(beside[i], look);
});
