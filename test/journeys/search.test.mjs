// Names of the page, where the functions run that are handed to it.
/* global document */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const dialogue = 'where-should-the-power-be';
const body = `
<h1>A page</h1>
<dialogue-search></dialogue-search>
<dialogue-player dialogue="${dialogue}" no-transcript></dialogue-player>`;

const { browser, house } = await openHouse();
house.serve('/search.html', pageOf(body));
house.serve('/chwilio.html', pageOf(body, { lang: 'cy' }));

async function arrive(t, path = '/search.html') {
  const visit = await openPage(browser, house.origin + path, { test: t });
  await visit.ready();
  await visit.part('dialogue-search', 'search');
  return visit;
}

const transcripts = (visit) => visit.requests.filter((address) => address.endsWith('.vtt'));
const reads = (visit, words) =>
  visit.until((words) => document.querySelector('dialogue-search').textContent.includes(words), words);

/** The name of what has the focus, through shadow roots, as its part or its words. */
const focused = (visit) =>
  visit.page.evaluate(() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.getAttribute('part') ?? at.textContent.trim();
  });

async function typeIn(visit, query) {
  for (let presses = 0; (await focused(visit)) !== 'search'; presses++) {
    assert.ok(presses < 10, 'Tab never came to the box');
    await visit.page.keyboard.press('Tab');
  }
  await visit.page.keyboard.type(query);
}

test('from a word to the moment in which it is said, by keyboard alone', async (t) => {
  const visit = await arrive(t);
  assert.deepEqual(transcripts(visit), []);
  await typeIn(visit, 'handed over');
  await reads(visit, 'it grew');
  assert.equal(transcripts(visit).length, 6);
  assert.equal(new Set(transcripts(visit)).size, 6);
  assert.deepEqual(visit.sounds, []);

  await visit.page.keyboard.press('ArrowDown');
  assert.match(await focused(visit), /That day, power was not handed over; it grew\./);
  const href = await visit.page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.ok(href.startsWith(`#dialogue=${dialogue}&t=`), href);
  const start = Number(href.split('t=')[1]);
  assert.ok(start > 60, `it is said at ${start}`);

  // Where the sound begins, as the player itself tells it.
  await visit.page.$eval('dialogue-player', (player) => {
    player.addEventListener('playing', () => (globalThis.from ??= player.currentTime));
  });
  await visit.page.keyboard.press('Enter');
  await visit.hears('dialogue-player');
  const from = await visit.until(() => globalThis.from);
  assert.ok(Math.abs(from - start) < 1, `plays from ${from} instead of ${start}`);
  await visit.until(() => /\d+ finds?/.test(document.querySelector('[role="status"]').textContent));
  await visit.assertQuiet();
});

test('Enter in the box plays the first find', async (t) => {
  const visit = await arrive(t);
  await typeIn(visit, 'handed over');
  await reads(visit, 'it grew');
  await visit.page.keyboard.press('Enter');
  await visit.hears('dialogue-player');
  assert.ok((await visit.get('dialogue-player', 'currentTime')) > 60);
  await visit.assertQuiet();
});

test('words that cannot be had are told, and all others are searched', async (t) => {
  const path = `/dist/living-well/transcripts/${dialogue}.vtt`;
  house.break(t, path, answerWith(404, 'No.'));
  const visit = await arrive(t);
  await typeIn(visit, 'narrat');
  await reads(visit, 'The words of Where should the power be? could not be searched.');
  for (let letters = 0; letters < 6; letters++) await visit.page.keyboard.press('Backspace');
  await visit.page.keyboard.type('trust');
  await reads(visit, 'Where do we place our trust?');
  await visit.until(() => document.querySelector('dialogue-search [data-find] [data-time]'));

  house.mend(path);
  await visit.press('dialogue-search', 'retry');
  await visit.until(() => !document.querySelector('dialogue-search [data-failure]'));
  assert.equal(await focused(visit), 'search');
  await visit.assertQuiet({ broken: [path] });
});

test('a Welsh page is asked and answered in Welsh, and what is in English is marked', async (t) => {
  const visit = await arrive(t, '/chwilio.html');
  assert.match(await visit.nameOf('dialogue-search', 'search'), /Chwilio’r gyfres/);
  await typeIn(visit, 'handed over');
  await reads(visit, '1 canlyniad');
  assert.equal(await visit.page.$eval('dialogue-search [data-find]', ({ lang }) => lang), 'en-GB');
  assert.equal(await visit.page.$eval('dialogue-search [data-dialogue-words]', ({ lang }) => lang), 'cy');
  await visit.assertQuiet();
});
