// Names of the page, where the functions run that are handed to it.
/* global PerformanceObserver, getComputedStyle */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TINY = '/fixtures/bundles/good/tiny.json';
const sound = '/fixtures/audio/tone.mp3';
const words = '/fixtures/transcripts/two-voices.vtt';

const poles = ['Hold', 'Let go'].map((label) => ({ label, body: `${label}, and see what comes.` }));
const bundleOf = (dialogues, participants = []) => ({
  format: 1,
  title: 'A long series',
  summary: 'A series for a journey.',
  language: 'en-GB',
  dialogues,
  participants,
});
const dialogueOf = (id, more = {}) => ({
  id,
  title: `Question ${id}?`,
  summary: `What ${id} asks of two people.`,
  audio: { sources: [{ src: sound, type: 'audio/mpeg' }], duration: 20 },
  transcript: [{ src: words, language: 'en-GB' }],
  ...more,
});

/** 200 tensions and 500 people, each of whom speaks in one of them. */
const huge = bundleOf(
  Array.from({ length: 200 }, (_, i) =>
    dialogueOf(`d${i}`, {
      tension: { poles, thirdWay: `The third way of d${i}.` },
      participants: Array.from({ length: 500 }, (_, p) => `p${p}`).filter((_, p) => p % 200 === i),
    }),
  ),
  Array.from({ length: 500 }, (_, i) => ({
    id: `p${i}`,
    name: `Person Number${i}`,
    role: `Role ${i}`,
    biography: [`What p${i} has done.`],
  })),
);

/** Every dialogue and every person of it is wrong. */
const problems = bundleOf(
  [dialogueOf('one', { title: 7 }), dialogueOf('two', { audio: { sources: [], duration: 1 } })],
  [{ id: 'x', name: 1, role: 'Guest' }],
);
problems.sections = [{ id: 'about', title: 'About', body: ['There is something to read.'] }];

const player = 'dialogue-player';
const players = `<dialogue-player dialogue="whose-risk-is-it-anyway" no-transcript></dialogue-player>`;
const tags =
  '<tension-card></tension-card><tension-list></tension-list><participant-card></participant-card><participant-list></participant-list>';

const { browser, house } = await openHouse();
for (const [name, bundle] of Object.entries({ huge, problems })) {
  house.serve(`/${name}.json`, JSON.stringify(bundle));
}

const arrive = (t, body, options) =>
  openPage(browser, house.serve('/people.html', pageOf(`<main><h1>People</h1>${body}</main>`)), {
    test: t,
    ...options,
  });

/** What axe finds wrong with the page, in short. */
async function audit(visit) {
  await visit.page.evaluate(axe);
  return visit.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

/** By keyboard alone: goes from one stop to the next until the right one is reached, at most so often. */
async function tabTo(visit, isThere, times = 60) {
  for (let i = 0; i < times; i++) {
    await visit.page.keyboard.press('Tab');
    if (await visit.page.evaluate(isThere)) return;
  }
  assert.fail('The keyboard never came there.');
}

test('by keyboard from a person to the sound of their dialogue', async (t) => {
  const visit = await arrive(t, `<participant-list dialogue="whose-risk-is-it-anyway"></participant-list>${players}`);
  await visit.ready();
  await tabTo(visit, () => document.activeElement.closest('li li')?.innerText.startsWith('Whose risk'));
  const { name, role } = await visit.spoken(await visit.page.evaluateHandle(() => document.activeElement));
  assert.deepEqual([role, name], ['link', 'Play: Whose risk is it anyway?']);
  const outline = await visit.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid', 'nobody sees where the keyboard is');
  await visit.page.keyboard.press('Enter');
  await visit.hears(player);
  await visit.untilNamed(player, /^Pause: Whose risk/);
  await visit.assertQuiet();
});

test('a person can be heard though there is no player in the page', async (t) => {
  const visit = await arrive(t, '<participant-card participant="megan-shenfield"></participant-card>');
  await visit.ready();
  assert.deepEqual(visit.sounds, []);
  await (await visit.find('participant-card [data-play]')).click();
  await visit.until(() => [...globalThis.journey.sounds].some(({ currentTime }) => currentTime > 0.25));
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
});

test('from a card of the list to its sound, to another card, and to silence', async (t) => {
  const visit = await arrive(t, `<tension-list></tension-list>${players}`);
  await visit.ready();
  const value = 'tension-card[dialogue="what-do-we-value"]';
  const risk = 'tension-card[dialogue="whose-risk-is-it-anyway"]';
  assert.deepEqual(visit.sounds, []);
  await visit.press(value);
  await visit.untilNamed(value, /^Pause: What do we value/);
  await tabTo(visit, () => document.activeElement.matches('tension-card[dialogue^="whose-risk"]'));
  await visit.page.keyboard.press('Enter');
  await visit.hears(player);
  await visit.untilNamed(value, /^Play: /);
  await visit.untilNamed(risk, /^Pause: Whose risk/);
  assert.equal(await visit.playing(), 1);
  await visit.page.keyboard.press(' ');
  await visit.untilNamed(risk, /^Play: /);
  assert.equal(await visit.playing(), 0);
  await visit.assertQuiet();
});

/** Not by the accessibility tree: to make that of so large a page takes the browser seconds, which would count as ours. */
const untilPlaying = (visit, id) =>
  visit.until((id) => {
    const play = document.querySelector(`tension-card[dialogue="${id}"]`)?.shadowRoot.querySelector('[part="play"]');
    return play?.ariaLabel === `Pause: Question ${id}?`;
  }, id);

test('200 tensions and 500 people are all there in the end, and the page stays operable meanwhile', async (t) => {
  const visit = await arrive(
    t,
    `<button id="own">The page’s own</button>
     <dialogue-bundle src="/huge.json"><tension-list></tension-list><participant-list></participant-list></dialogue-bundle>`,
    {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          globalThis.pauses = [];
          new PerformanceObserver((list) =>
            globalThis.pauses.push(...list.getEntries().map(({ duration }) => duration)),
          ).observe({ type: 'longtask', buffered: true });
        }),
    },
  );
  await visit.find('tension-card[data-state="ready"]');
  await visit.press('tension-card');
  await untilPlaying(visit, 'd0');

  await visit.until(() => document.querySelectorAll('[data-initials]').length === 500);
  await visit.until(() => document.querySelectorAll('tension-card[data-state="ready"]').length === 200);
  const pauses = await visit.page.evaluate(() => globalThis.pauses);
  t.diagnostic(`long tasks in ms: ${pauses.map(Math.round).join(', ')}`);
  assert.ok(Math.max(0, ...pauses) < 1000, `the page stood still for ${Math.max(...pauses)} ms`);
  // Read last, since to read so much makes the page stand still too.
  const missing = await visit.page.evaluate(
    (texts) => {
      const { innerText } = document.body;
      return texts.filter((text) => !innerText.includes(text));
    },
    [
      ...huge.dialogues.flatMap(({ title, summary, tension }) => [title, summary, tension.thirdWay]),
      ...huge.participants.flatMap(({ name, role, biography }) => [name, role, ...biography]),
    ],
  );
  assert.deepEqual(missing, []);
  assert.equal(visit.requests.filter((address) => address === '/huge.json').length, 1);
  await visit.page.$eval('participant-list [data-people] > li:last-child [data-play]', (link) => link.click());
  await untilPlaying(visit, 'd99');
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
});

test('a series of one dialogue, without a tension and without people, says so and nothing else', async (t) => {
  const visit = await arrive(t, `<dialogue-bundle src="${TINY}">${tags}</dialogue-bundle>`);
  assert.deepEqual(await visit.states(), [
    'dialogue-bundle ready',
    'tension-card failed',
    'tension-list failed',
    'participant-card failed',
    'participant-list failed',
  ]);
  const said = await visit.page.$$eval('main [data-dialogue-words]', (boxes) => boxes.map((box) => box.innerText));
  assert.deepEqual(said, Array(4).fill('There is nothing here yet.'));
  assert.deepEqual(await audit(visit), []);
  await visit.assertQuiet();
});

test('a bundle in which every dialogue and person is wrong fails in words', async (t) => {
  const visit = await arrive(t, `<dialogue-bundle src="/problems.json">${tags}</dialogue-bundle>`);
  const states = await visit.states();
  assert.deepEqual(states.slice(1), [
    'tension-card failed',
    'tension-list failed',
    'participant-card failed',
    'participant-list failed',
  ]);
  const said = await visit.page.$$eval('main [data-dialogue-words]', (boxes) => boxes.map((box) => box.innerText));
  assert.equal(said.length, 4);
  assert.ok(said.every((text) => /\w+ \w+/.test(text)));
  assert.deepEqual(await audit(visit), []);
  await visit.assertQuiet();
});

test('the lists are accessible, in English and in Welsh', async (t) => {
  for (const lang of ['en-GB', 'cy']) {
    const visit = await arrive(t, `<div lang="${lang}">${tags.replaceAll('></', ' heading-level="2"></')}</div>`);
    await visit.ready();
    assert.deepEqual(await audit(visit), []);
    await visit.assertQuiet();
  }
});
