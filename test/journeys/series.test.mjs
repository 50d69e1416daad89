// The whole series from one tag, as a reader and a listener meet it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bundle, dialogues, textsIn, unmarked, withTension } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const series = 'dialogue-series';

const { browser, house } = await openHouse();

const arrive = async (
  t,
  { body = `<main><h1>Our page</h1><${series}></${series}></main>`, hash = '', ...options } = {},
) => {
  const visit = await openPage(browser, house.serve('/series.html', pageOf(body, options)) + hash, { test: t });
  await visit.ready();
  await visit.until(
    (count) => document.querySelectorAll('dialogue-series dialogue-player').length === count,
    dialogues.length,
  );
  await visit.ready();
  return visit;
};

const inOneLine = (text) => unmarked(text).replace(/\s+/g, ' ').trim();

test('all that the bundle says stands in the page’s own text', async (t) => {
  const visit = await arrive(t);
  const page = (await visit.page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ');
  const { sections, participants, learnings, credits, help, glossary, related } = bundle;
  const told = [
    ...textsIn({ title: bundle.title, summary: bundle.summary, sections, learnings, credits, related, help, glossary }),
    ...participants.flatMap(({ name, role, biography }) => [...textsIn({ name, role, biography })]),
    ...dialogues.flatMap(({ title, summary, tension }) => [...textsIn({ title, summary, tension: tension ?? '' })]),
  ].filter(({ text }) => text);
  assert.ok(told.length > 150);
  const missing = told.filter(({ text }) => !page.includes(inOneLine(text)));
  assert.deepEqual(missing, []);
  await visit.assertQuiet();
});

test('headings go down by one level at a time, and each dialogue has one', async (t) => {
  const visit = await arrive(t);
  const headings = await visit.page.$$eval(`h1, ${series} :is(h2, h3, h4, h5, h6)`, (all) =>
    all.map(({ localName, textContent }) => [Number(localName[1]), textContent.trim()]),
  );
  headings.forEach(([level, words], i) => {
    assert.ok(level <= (headings[i - 1]?.[0] ?? 0) + 1, `${words} is ${level} deep, after ${headings[i - 1]?.[0]}`);
  });
  assert.deepEqual(
    headings.filter(([level]) => level < 3).map(([, words]) => words),
    ['Our page', bundle.title],
  );
  for (const { title } of dialogues)
    assert.ok(
      headings.some(([, words]) => words === title),
      title,
    );
});

test('it is accessible in all its parts', async (t) => {
  const visit = await arrive(t);
  await visit.page.evaluate(axe);
  const violations = await visit.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(violations, []);
});

test('by keyboard from the contents to a dialogue, and to its sound', async (t) => {
  const visit = await arrive(t);
  const { id, title } = withTension[2];
  const link = await visit.find(`${series} nav a[href="#series-dialogue-${id}"]`);
  await link.focus();
  await visit.page.keyboard.press('Enter');
  await visit.until(
    (id) => Math.abs(document.getElementById(`series-dialogue-${id}`).getBoundingClientRect().top) < 40,
    id,
  );
  assert.deepEqual(visit.sounds, []);
  const player = `#series-dialogue-${id} dialogue-player`;
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.press('Enter');
  await visit.hears(player);
  await visit.untilNamed(player, new RegExp(`^Pause: ${title.replace('?', '\\?')}$`));
  await visit.assertQuiet();
});

test('a deep link leads to that dialogue and its moment; without one, nothing moves by itself', async (t) => {
  const { id } = withTension[3];
  const visit = await arrive(t, { hash: `#dialogue=${id}&t=30` });
  const player = `#series-dialogue-${id} dialogue-player`;
  await visit.until((player) => document.querySelector(player).currentTime === 30, player);
  await visit.until((player) => Math.abs(document.querySelector(player).getBoundingClientRect().top) < 200, player);
  const still = await arrive(t);
  assert.equal(await still.page.evaluate(() => globalThis.scrollY), 0);
  assert.equal(await still.page.evaluate(() => document.activeElement.localName), 'body');
});

test('a host’s own words stand between the parts, in the order in which they are read', async (t) => {
  const visit = await arrive(t, {
    body: `<h1>Our page</h1><${series}><p slot="after-tensions">After the tensions</p><p slot="before-credits">Before the credits</p></${series}>`,
  });
  const tops = await visit.page.evaluate(() =>
    [
      '[slot=tensions]',
      '[slot=after-tensions]',
      '[slot=dialogues]',
      '[slot=people]',
      '[slot=before-credits]',
      '[slot=credits]',
    ].map((selector) => document.querySelector(selector).getBoundingClientRect().top),
  );
  assert.deepEqual(
    tops,
    [...tops].sort((a, b) => a - b),
  );
  await visit.assertQuiet();
});

test('a script that fails to bring the bundle leaves what the page wrote, and says what is missing', async (t) => {
  house.break(t, '/nowhere.json', (request, response) => response.writeHead(404).end());
  const body = `<${series} src="/nowhere.json"><p><a href="/words">Read the series</a></p></${series}>`;
  const visit = await openPage(browser, house.serve('/failing.html', pageOf(body)), { test: t });
  await visit.until(() => document.querySelector('dialogue-series').dataset.state === 'failed');
  assert.match(await visit.page.$eval(series, (one) => one.innerText), /Read the series.*could not be fetched/s);
  await visit.part(series, 'retry');
  await visit.assertQuiet({ broken: ['/nowhere.json'] });
});
