import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const list = 'learning-list';
const player = (id) => `dialogue-player[dialogue="${id}"]`;

const clips = [
  { dialogue: 'one', start: 30, end: 31.4 },
  { dialogue: 'two', start: 60, end: 61.2 },
  { dialogue: 'one', start: 10, end: 11 },
];

const dialogue = (id, name) => ({
  id,
  title: `Talk ${id}`,
  summary: 'It is short.',
  audio: { sources: [{ src: `/dist/living-well/audio/${name}.mp3`, type: 'audio/mpeg' }], duration: 190 },
  transcript: [],
});
const bundle = {
  format: 1,
  title: 'Talks',
  summary: 'Two of them.',
  language: 'en-GB',
  dialogues: [dialogue('one', 'introduction'), dialogue('two', 'what-do-we-value')],
  learnings: [
    { id: 'listen', title: 'Listening helps', body: ['It does.'], evidence: clips },
    { id: 'wait', title: 'Waiting helps', body: ['It does.'], evidence: [clips[1]] },
  ],
  credits: [{ id: 'music', title: 'Music', body: ['None.'] }],
};

const { browser, house } = await openHouse();
house.serve(
  '/learnings.html',
  pageOf(`<dialogue-bundle><script type="application/json">${JSON.stringify(bundle)}</script>
<learning-list></learning-list>
<dialogue-player dialogue="one" layout="compact" no-transcript></dialogue-player>
<dialogue-player dialogue="two" layout="compact" no-transcript></dialogue-player></dialogue-bundle>`),
);

async function arrive(t) {
  const visit = await openPage(browser, `${house.origin}/learnings.html`, { test: t });
  await visit.ready();
  return visit;
}

/** Goes on by the Tab key until the focus is on a link that says this, and presses it. */
async function pressByKeyboard({ page }, words) {
  for (let steps = 0; steps < 20; steps++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, ' ').trim());
    if (words.test(there)) return page.keyboard.press('Enter');
  }
  return assert.fail(`The Tab key leads to nothing that says ${words}.`);
}

/** Notes from now on, twenty-five times a second, which moment is marked and what is heard: where time runs, not where it jumps. */
const watch = ({ page }) =>
  page.evaluate(() => {
    const rows = (globalThis.rows = []);
    let before = 0;
    setInterval(() => {
      const marked = [...document.querySelectorAll('[aria-current]')].map(({ href }) => new URL(href).hash).join(' ');
      const sound = [...globalThis.journey.sounds].find(({ paused }) => !paused);
      const now = sound?.currentTime ?? 0;
      const runs = now > before && now < before + 0.5;
      before = now;
      if (!runs) return;
      const name = sound.currentSrc.split('/').at(-1);
      const last = rows.at(-1);
      if (last?.marked === marked && last.name === name) last.to = now;
      else rows.push({ marked, name, from: now, to: now });
    }, 40);
  });

const marked = ({ page }) =>
  page.$$eval('[aria-current]', (links) => links.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()));

test('from a learning to its moments by keyboard: one after another, over two dialogues, to the end of the last', async (t) => {
  const visit = await arrive(t);
  assert.deepEqual(visit.sounds, []);
  await watch(visit);
  await pressByKeyboard(visit, /^Hear all 3 moments$/);
  await visit.until(() => document.activeElement.textContent === 'Stop');
  await visit.until(() => document.querySelector('[aria-current]')?.textContent.includes('Talk one'));
  assert.deepEqual(await marked(visit), ['0:30–0:31 Talk one']);
  await visit.until(() => document.querySelector('[aria-current]')?.textContent.includes('Talk two'));
  await visit.until(() => !document.querySelector('[aria-current]'));
  await visit.until((one) => document.querySelector(one).paused, player('one'));

  const rows = await visit.page.evaluate(() => globalThis.rows);
  assert.deepEqual(
    rows.map(({ marked, name }) => [marked, name]),
    [
      ['#dialogue=one&t=30,31.4', 'introduction.mp3'],
      ['#dialogue=two&t=60,61.2', 'what-do-we-value.mp3'],
      ['#dialogue=one&t=10,11', 'introduction.mp3'],
    ],
  );
  rows.forEach(({ from, to }, i) => {
    assert.ok(Math.abs(from - clips[i].start) < 0.4, `clip ${i} began at ${from}`);
    assert.ok(to > clips[i].end - 0.3 && to < clips[i].end + 0.3, `clip ${i} was heard until ${to}`);
  });
  const end = await visit.get(player('one'), 'currentTime');
  assert.ok(Math.abs(end - clips.at(-1).end) < 0.3, `stopped at ${end}`);
  assert.equal(await visit.playing(), 0);
  assert.equal(await visit.page.evaluate(() => document.activeElement.textContent), 'Hear all 3 moments');
  assert.equal(await visit.page.evaluate(() => location.hash), '');
  await visit.assertQuiet();
});

test('a pause ends the row: what is played afterwards plays on', async (t) => {
  const visit = await arrive(t);
  await pressByKeyboard(visit, /^Hear all 3 moments$/);
  await visit.hears(player('one'));
  await visit.press(player('one'));
  await visit.until(() => !document.querySelector('[aria-current]'));
  assert.equal(await visit.page.$eval(`${list} p > a`, ({ textContent }) => textContent), 'Hear all 3 moments');
  await visit.press(player('one'));
  await visit.until((one) => document.querySelector(one).currentTime > 32, player('one'));
  assert.equal(await visit.get(player('one'), 'paused'), false);
  assert.deepEqual(await marked(visit), []);
  await visit.assertQuiet();
});

test('another dialogue that is played, or another place, ends the row', async (t) => {
  const visit = await arrive(t);
  await pressByKeyboard(visit, /^Hear all 3 moments$/);
  await visit.hears(player('one'));
  await visit.press(player('two'));
  await visit.hears(player('two'));
  assert.deepEqual(await marked(visit), []);

  await (await visit.find(`${list} p > a`)).click();
  await visit.hears(player('one'));
  await visit.set(player('one'), 'currentTime', 100);
  await visit.until(() => !document.querySelector('[aria-current]'));
  await visit.hears(player('one'));
  assert.ok((await visit.get(player('one'), 'currentTime')) > 100);
  await visit.assertQuiet();
});

test('another press pauses, in the same place', async (t) => {
  const visit = await arrive(t);
  await pressByKeyboard(visit, /^Hear all 3 moments$/);
  await visit.hears(player('one'));
  await visit.page.keyboard.press('Enter');
  await visit.until((one) => document.querySelector(one).paused, player('one'));
  await visit.until(() => document.activeElement.textContent === 'Hear all 3 moments');
  assert.equal(await visit.playing(), 0);
  assert.ok((await visit.get(player('one'), 'currentTime')) < clips[0].end);
  await visit.assertQuiet();
});

test('one moment alone ends where it ends', async (t) => {
  const visit = await arrive(t);
  await pressByKeyboard(visit, /^1:00–1:01 Talk two$/);
  await visit.hears(player('two'));
  assert.deepEqual(await marked(visit), ['1:00–1:01 Talk two']);
  await visit.until((two) => document.querySelector(two).paused, player('two'));
  const end = await visit.get(player('two'), 'currentTime');
  assert.ok(Math.abs(end - clips[1].end) < 0.3, `stopped at ${end}`);
  await visit.until(() => !document.querySelector('[aria-current]'));
  assert.equal(await visit.get(player('one'), 'currentTime'), 0);
  await visit.assertQuiet();
});
