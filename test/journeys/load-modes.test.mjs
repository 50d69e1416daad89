import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTags, importMap, tagNames } from '../support/all-tags.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const first = 'dialogue-player[dialogue="introduction"]';
const second = 'dialogue-player[dialogue="what-do-we-value"]';

const body = `
<dialogue-player dialogue="introduction"><p>The introduction, without script.</p></dialogue-player>
<dialogue-player dialogue="what-do-we-value"></dialogue-player>
<tension-card dialogue="what-do-we-value"></tension-card>
<prompt-deck dialogue="introduction" layout="list"></prompt-deck>`;

const injected = (file, type = 'text/javascript') => `<script>
  addEventListener('load', () => setTimeout(() => {
    const script = document.createElement('script');
    script.type = '${type}';
    script.src = '${file}';
    document.head.append(script);
  }, 20));
</script>`;

const BUNDLE = '/dist/living-well/bundle.json';
const classic = '/dist/dialogues.js';
const module = '/dist/dialogues.mjs';
const modes = {
  'by a classic script, deferred': `<script defer src="${classic}"></script>`,
  'by a classic script that holds up the head': `<script src="${classic}"></script>`,
  'by a classic script whenever it arrives': `<script async src="${classic}"></script>`,
  'by a classic script put in after the page has loaded': injected(classic),
  'by a module': `<script type="module" src="${module}"></script>`,
  'by a module put in after the page has loaded': injected(module, 'module'),
  'by both, the classic one first': `<script src="${classic}"></script><script type="module" src="${module}"></script>`,
  'by both, the module first': `<script type="module" src="${module}"></script>${injected(classic)}`,
  'by the same classic script twice': `<script src="${classic}"></script><script defer src="${classic}"></script>`,
  'by the same classic script under two addresses': `<script defer src="${classic}"></script><script defer src="${classic}?again"></script>`,
};

const deferred = modes['by a classic script, deferred'];
/** A page that makes its elements itself, out of a template that no custom element lives in. */
const made = (when) => `<template id="source">${body}</template><script>
  const make = () => {
    const source = document.querySelector('#source');
    for (const { localName, attributes, childNodes } of source.content.children) {
      const element = document.createElement(localName);
      for (const { name, value } of attributes) element.setAttribute(name, value);
      element.append(...[...childNodes].map((node) => node.cloneNode(true)));
      source.before(element);
    }
  };
  ${when}
</script>`;
/** A page whose server stops in the middle of the first element's children, until that element has asked for its bundle. */
const streamed = (head) => (t) => {
  const html = pageOf(body, { head: `${head}<!-- ${'-'.repeat(2048)} -->` });
  const stop = html.indexOf(', without script');
  let goOn;
  const asked = new Promise((settle) => (goOn = settle));
  house.break(t, BUNDLE, () => void goOn());
  return async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.write(html.slice(0, stop));
    await asked;
    response.end(html.slice(stop));
    return true;
  };
};

/** Pages that come to their elements in another way: the page, and what is done with it once it is ready. */
const ways = {
  'with elements made before the script': [pageOf(made('make()'), { head: deferred })],
  'with elements made before a script that is put in later': [pageOf(made('make()'), { head: injected(classic) })],
  'with elements made after the script': [pageOf(made(`addEventListener('load', make)`), { head: deferred })],
  'with elements that the server sends in parts, the script first': [streamed(`<script src="${classic}"></script>`)],
  'with elements that the server sends in parts, the script any time': [
    streamed(`<script async src="${classic}"></script>`),
  ],
  'with elements that are moved': [
    pageOf(body, { head: deferred }),
    () => {
      const all = [...document.body.children];
      document.body.prepend(...all.toReversed());
      document.body.append(...all);
    },
  ],
  'with elements that are moved before they are ready': [
    pageOf(
      `${body}<script>
      customElements.whenDefined('dialogue-player').then(() => {
        for (const one of [...document.querySelectorAll('dialogue-player, tension-card, prompt-deck')]) document.body.append(one);
      });
    </script>`,
      { head: deferred },
    ),
  ],
  'with clones of elements that were ready': [
    pageOf(body, { head: deferred }),
    () => document.body.replaceChildren(...[...document.body.children].map((one) => one.cloneNode(true))),
  ],
};

/** What a person reads in each element, as the first mode gave it. */
let usual;

const { browser, house } = await openHouse();

/** What a person meets: the words of each element, how often they stand there, and the names of the buttons. */
async function whole(visit) {
  const words = await visit.page.$$eval('[data-state]', (elements) =>
    elements.map((element) => ({
      tag: element.localName,
      boxes: element.querySelectorAll('[data-dialogue-words]').length,
      words: element.innerText,
      buttons: [...element.shadowRoot.querySelectorAll('button')].map((button) => button.ariaLabel ?? button.innerText),
    })),
  );
  const everything = await visit.page.$eval('body', (body) => body.innerText);
  return { words, everything };
}

/** The page is what it is in the first mode, to read and to hear. */
async function assertUsual(visit) {
  await visit.page.waitForNetworkIdle({ idleTime: 120 });
  await visit.until(() => document.querySelectorAll('[data-state="ready"]').length === 4);
  // The transcripts are the last to arrive.
  await visit.until(
    (first, second) => [first, second].every((player) => document.querySelector(`${player} p > a[href*="t="]`)),
    first,
    second,
  );
  const now = await whole(visit);
  assert.match(now.everything, /Introduction/);
  assert.doesNotMatch(now.everything, /without script/);
  usual ??= now;
  assert.deepEqual(now, usual);

  await visit.press(first);
  await visit.hears(first);
  await visit.press('tension-card');
  await visit.hears(second);
  await visit.untilNamed(first, /^Play/);
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
}

for (const [title, head] of Object.entries(modes)) {
  test(`comes to the same page, with one voice, ${title}`, async (t) => {
    const address = house.serve('/mode.html', pageOf(body, { head }));
    await assertUsual(await openPage(browser, address, { test: t }));
  });
}

for (const [title, [page, change]] of Object.entries(ways)) {
  test(`comes to the same page, with one voice, ${title}`, async (t) => {
    const visit = await openPage(browser, house.serve('/way.html', typeof page === 'function' ? page(t) : page), {
      test: t,
    });
    if (change) {
      await visit.ready();
      await visit.page.evaluate(change);
    }
    await assertUsual(visit);
  });
}

const others = tagNames.filter((tag) => tag !== 'dialogue-bundle');
for (const [title, order] of Object.entries({
  'in the order of the alphabet': tagNames,
  'in the other order': tagNames.toReversed(),
  'the bundle last': [...others, 'dialogue-bundle'],
})) {
  test(`elements that are imported one by one, ${title}, find their bundle`, async (t) => {
    const code = order.map((tag) => `await import('/dist/elements/${tag}.js');`).join('\n');
    const html = pageOf(`<dialogue-bundle src="${BUNDLE}">${allTags}</dialogue-bundle>`, {
      head: `${importMap}<script type="module">${code}</script>`,
    });
    const visit = await openPage(browser, house.serve('/one-by-one.html', html), { test: t });
    await visit.until((tags) => tags.every((tag) => customElements.get(tag)), tagNames);
    await visit.ready();
    const titles = await visit.page.$$eval('dialogue-player', (them) => them.map(({ innerText }) => innerText.trim()));
    assert.ok(titles.every(Boolean));
    await visit.assertQuiet();
  });
}
