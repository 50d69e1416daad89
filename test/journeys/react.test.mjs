import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { build } from 'vite';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { openHouse } from '../support/open-house.mjs';
import { openPage } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';
import { App } from './react/app.mjs';

const ours = '<script src="/dist/dialogues.js"></script>';
const theirs = '<script src="/react-page.js"></script>';
const full = JSON.parse(readFileSync(new URL('../fixtures/bundles/good/full.json', import.meta.url), 'utf8'));

const { browser, house } = await openHouse();
before(async () => {
  const [{ output }] = [
    await build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('../../', import.meta.url)),
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: false,
        rollupOptions: {
          input: fileURLToPath(new URL('react/page.mjs', import.meta.url)),
          output: { format: 'iife' },
        },
      },
    }),
  ].flat();
  house.serve('/react-page.js', answerWith(200, output[0].code, 'text/javascript; charset=utf-8'));
});

/** A page as a React server sends it. `scripts` may be ours, theirs, in either order. */
async function arrive(t, given, scripts, { later = false, server = true } = {}) {
  const html = server ? renderToString(createElement(App, { given })) : '';
  if (server) assert.match(html, /Fallback text/);
  const address = house.serve(
    '/react.html',
    `<!doctype html><html lang="en-GB"${later ? ' data-later' : ''}><head><meta charset="utf-8"><title>React</title>
<link rel="icon" href="/icon.svg"></head><body><div id="root">${html}</div>
<script type="application/json" id="given">${JSON.stringify(given)}</script>${scripts}</body></html>`,
  );
  return openPage(browser, address, { test: t });
}

const change = (visit, part) => visit.page.evaluate((part) => globalThis.app.change(part), part);
const errors = (visit) => visit.page.evaluate(() => globalThis.app.errors);

/** Each element is ready, and its words stand in it once. */
async function assertWordsOnce(visit) {
  await visit.ready();
  await visit.page.waitForNetworkIdle({ idleTime: 100 });
  const boxes = await visit.page.$$eval('[data-state]:not(dialogue-bundle)', (elements) =>
    elements.map((element) => ({
      boxes: element.querySelectorAll('[data-dialogue-words]').length,
      seen: element.querySelector('[data-dialogue-words]')?.checkVisibility() ?? false,
      empty: !element.querySelector('[data-dialogue-words]')?.innerText.trim(),
      double: element.innerText.includes('Fallback text'),
    })),
  );
  assert.ok(boxes.length > 0);
  for (const box of boxes) assert.deepEqual(box, { boxes: 1, seen: true, empty: false, double: false });
}

async function assertPlays(visit, selector) {
  await visit.press(selector);
  await visit.hears(selector);
}

for (const fallback of ['elements', 'text', 'html']) {
  test(`our script after React’s: hydrates without an error around a fallback of ${fallback}`, async (t) => {
    const visit = await arrive(t, { fallback }, theirs + ours);
    await assertWordsOnce(visit);
    assert.deepEqual(await errors(visit), []);
    for (let count = 1; count <= 20; count++) await change(visit, { count });
    assert.equal(await visit.page.$eval('#count', (count) => count.textContent), 'Rendered for 20');
    await assertWordsOnce(visit);
    await assertPlays(visit, '#one');
    assert.deepEqual(await errors(visit), []);
    await visit.assertQuiet();
  });

  test(`our script long before React’s: the page is whole around a fallback of ${fallback}`, async (t) => {
    const visit = await arrive(t, { fallback }, ours + theirs, { later: true });
    await assertWordsOnce(visit);
    await visit.page.evaluate(() => globalThis.app.hydrate());
    await assertWordsOnce(visit);
    for (let count = 1; count <= 20; count++) await change(visit, { count });
    await assertWordsOnce(visit);
    await assertPlays(visit, '#one');
    await visit.assertQuiet();
  });
}

// With elements as children React counts what it finds in the tag, finds our words, and draws its page afresh (error 418):
// nothing is lost by that, as the test above shows. With a string of HTML inside it does not
// look; nor with a text and `suppressHydrationWarning`.
for (const fallback of ['html', 'text'])
  test(`our script long before React’s: hydrates without an error around a fallback of ${fallback} that React does not check`, async (t) => {
    const visit = await arrive(t, { fallback, isAlone: true }, ours + theirs, { later: true });
    await assertWordsOnce(visit);
    await visit.page.evaluate(() => (globalThis.before = document.querySelector('#one')));
    await visit.page.evaluate(() => globalThis.app.hydrate());
    assert.deepEqual(await errors(visit), []);
    assert.ok(await visit.page.evaluate(() => globalThis.before === document.querySelector('#one')));
    await visit.assertQuiet();
  });

test('both scripts at once, as in most pages: hydrates without an error', async (t) => {
  const visit = await arrive(t, { fallback: 'elements' }, ours + theirs);
  await assertWordsOnce(visit);
  assert.deepEqual(await errors(visit), []);
  await assertPlays(visit, '#one');
  await visit.assertQuiet();
});

test('a fallback text that React writes anew does not cost the words', async (t) => {
  const visit = await arrive(t, { fallback: 'counting' }, theirs + ours);
  await assertWordsOnce(visit);
  // React writes `textContent`, and with it puts out whatever stands in the tag.
  for (let count = 1; count <= 10; count++) {
    await change(visit, { count });
    await visit.until(() => document.querySelectorAll('#one > [data-dialogue-words]').length === 1);
  }
  await assertWordsOnce(visit);
  await assertPlays(visit, '#one');
  await visit.assertQuiet();
});

test('a keyed list that is put in another order: what plays goes on, and no words are lost', async (t) => {
  const visit = await arrive(t, { isList: true }, theirs + ours);
  await assertWordsOnce(visit);
  const playing = '#introduction';
  await assertPlays(visit, playing);
  await visit.page.$eval(playing, (player) => {
    globalThis.same = player;
    globalThis.pauses = 0;
    player.addEventListener('pause', () => globalThis.pauses++);
  });
  const orders = [
    ['what-do-we-value', 'what-story-matters-most', 'introduction'],
    ['introduction', 'what-story-matters-most', 'what-do-we-value'],
    ['what-story-matters-most', 'introduction', 'what-do-we-value'],
  ];
  for (const order of orders) {
    await change(visit, { order });
    assert.deepEqual(await visit.page.$$eval('li > dialogue-player', (players) => players.map(({ id }) => id)), order);
    await visit.hears(playing);
  }
  assert.equal(await visit.page.$eval(playing, (player) => player === globalThis.same), true);
  assert.equal(await visit.page.evaluate(() => globalThis.pauses), 0);
  await assertWordsOnce(visit);

  // Taken out of the list while it plays: silence.
  await change(visit, { order: ['what-do-we-value', 'what-story-matters-most'] });
  await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
  // And in again, as a new element of the same dialogue.
  await change(visit, { order: ['what-do-we-value', 'what-story-matters-most', 'introduction'] });
  await assertWordsOnce(visit);
  await visit.untilNamed(playing, /^Play/);
  await visit.assertQuiet();
});

test('another dialogue: the words are the new one’s, and the sound of the old one ends', async (t) => {
  const visit = await arrive(t, {}, theirs + ours);
  await assertWordsOnce(visit);
  await assertPlays(visit, '#one');
  await change(visit, { dialogue: 'what-story-matters-most' });
  await visit.until(() => document.querySelector('#one h2').innerText === 'What story matters most?');
  await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
  await visit.untilNamed('#one', /^Play: What story/);
  await visit.until(() => document.querySelector('#one p > a[href*="what-story-matters-most"]'));
  assert.doesNotMatch(await visit.wordsOf('#one'), /Why the series exists/);
  await assertPlays(visit, '#one');
  await assertWordsOnce(visit);
  await visit.assertQuiet();
});

// React sets handlers of custom events, and properties, where it makes the element; where it hydrates one it does not.
test('events reach the handlers that React sets', async (t) => {
  const visit = await arrive(t, {}, theirs + ours, { server: false });
  await visit.ready();
  await visit.until(() => globalThis.arrived?.length === 1);
  assert.deepEqual(await visit.page.evaluate(() => globalThis.arrived), ['Small talks']);
  await visit.press('#deck', 'next');
  await visit.until(() => globalThis.dealt?.length === 1);
  assert.deepEqual(await visit.page.evaluate(() => globalThis.dealt), [1]);
  await change(visit, { count: 1 });
  await visit.press('#deck', 'next');
  await visit.until(() => globalThis.dealt.length === 2);
  assert.deepEqual(await visit.page.evaluate(() => globalThis.dealt), [1, 2]);
  await visit.assertQuiet();
});

test('a bundle set as a property is shown, and a new one in its place', async (t) => {
  const visit = await arrive(t, {}, ours + theirs);
  await visit.ready();
  const titled = (title, text) => {
    const dialogue = { ...full.dialogues[0], prompts: [{ id: 'q', text }] };
    return { format: 1, title, summary: 'Given.', language: 'en-GB', dialogues: [dialogue] };
  };
  for (const text of ['What was given first?', 'And what then?']) {
    await change(visit, { bundle: titled('Given', text) });
    await visit.until((text) => document.querySelector('#deck').innerText.includes(text), text);
    assert.equal(await visit.page.$eval('#deck', (deck) => deck.hasAttribute('bundle')), false);
  }
  assert.equal(await visit.page.$eval('#deck', (deck) => deck.querySelectorAll('[data-dialogue-words]').length), 1);
  await change(visit, { bundle: null });
  await visit.until(
    () => document.querySelector('#deck').innerText && !document.querySelector('#deck').innerText.includes('what then'),
  );
  assert.equal(await visit.page.$eval('#deck', ({ dataset }) => dataset.state), 'ready');
  await visit.assertQuiet();
});

test('React takes its page away: silence, and nothing is left behind that fails', async (t) => {
  const visit = await arrive(t, {}, theirs + ours);
  await visit.ready();
  await assertPlays(visit, '#one');
  await visit.page.evaluate(() => globalThis.app.root.unmount());
  await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
  assert.equal(await visit.page.$eval('#root', (root) => root.innerHTML), '');
  await visit.assertQuiet();
});
