// Names of the page, where the functions run that are handed to it.
/* global localStorage, navigator */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const deck = 'prompt-deck';
const line = 'tension-line';
const player = 'dialogue-player';
const trust = dialogueById('where-do-we-place-our-trust');
const [first] = trust.prompts;

const { browser, house } = await openHouse();
// Under a policy that lets no inline style through.
const policy = { 'content-security-policy': "default-src 'self'; style-src 'self'; object-src 'none'" };
const of = `dialogue="${trust.id}"`;
const page = (more) => pageOf(`<main><h1>Talking</h1>${more}</main>`);
house.serve(
  '/deck.html',
  page(`<prompt-deck ${of} remember></prompt-deck><dialogue-player ${of} no-transcript></dialogue-player>`),
  policy,
);
house.serve('/line.html', page(`<tension-line ${of} remember></tension-line>`), policy);
house.serve('/player.html', page(`<dialogue-player ${of} prompts></dialogue-player>`), policy);

async function arrive(t, path) {
  const visit = await openPage(browser, house.origin + path, { test: t });
  await visit.ready();
  return visit;
}

/** By keyboard alone: a key on a part that has the focus. */
async function key(visit, element, name, ...keys) {
  await (await visit.part(element, name)).focus();
  for (const each of keys) await visit.page.keyboard.press(each);
}

const valueOf = (visit, element, name) => visit.page.$eval(`${element} >>> [part="${name}"]`, ({ value }) => value);
const kept = (visit) => visit.page.evaluate(() => localStorage.length);

async function assertAccessible(visit) {
  await visit.page.evaluate(axe);
  const found = await visit.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
  assert.deepEqual(found, []);
}

test('by keyboard: a whole deck, with a note, a copy, and a moment that ends where it should', async (t) => {
  const visit = await arrive(t, '/deck.html');
  await visit.context.overridePermissions(house.origin, ['clipboard-read', 'clipboard-write']);
  await assertAccessible(visit);
  await visit.set(player, 'currentTime', 7);

  await (await visit.find(`${deck} >>> summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await (await visit.part(deck, 'note')).focus();
  await visit.page.keyboard.type('Ask Sam.');
  for (let i = 1; i < trust.prompts.length; i++) await key(visit, deck, 'next', 'Enter');
  const last = `Question ${trust.prompts.length} of ${trust.prompts.length}: ${trust.prompts.at(-1).text}`;
  await visit.until((words) => document.querySelector('[role="status"]').textContent === words, last);
  assert.equal(await valueOf(visit, deck, 'note'), '');
  await key(visit, deck, 'position', 'Home');
  await visit.until(() => document.querySelector('prompt-deck').shadowRoot.querySelector('textarea').value);
  assert.equal(await valueOf(visit, deck, 'note'), 'Ask Sam.');
  await assertAccessible(visit);

  await key(visit, deck, 'copy', 'Enter');
  await visit.until(() => /Copied/.test(document.querySelector('[role="status"]').textContent));
  const { start, end } = first.moment;
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(
    copied,
    `${first.text}\n${house.origin}/deck.html#dialogue=${trust.id}&t=${[start, end].map((time) => Math.round(time * 10) / 10)}`,
  );

  await visit.page.$eval(player, (player) => {
    player.addEventListener('pause', () => (globalThis.pausedAt ??= player.currentTime));
    player.playbackRate = 2;
  });
  await (await visit.find(`${deck} li:not([hidden]) a`)).focus();
  await visit.page.keyboard.press('Enter');
  await visit.hears(player);
  // Nobody has to sit through all of it.
  await visit.set(player, 'currentTime', end - 2);
  await visit.until(() => globalThis.pausedAt);
  const pausedAt = await visit.page.evaluate(() =>
    [...globalThis.journey.sounds].map((sound) => sound.played.end(sound.played.length - 1)),
  );
  assert.ok(Math.abs(Math.max(...pausedAt) - end) < 0.3, `heard until ${pausedAt} instead of ${end}`);
  // And the listener is back where they were.
  await visit.until((player) => Math.abs(document.querySelector(player).currentTime - 7) < 0.1, player);
  assert.equal(await visit.playing(), 0);
  await visit.assertQuiet();
});

test('by keyboard: notes are kept only when that was asked for, and are there after a reload', async (t) => {
  const visit = await arrive(t, '/deck.html');
  const open = async () => {
    await (await visit.find(`${deck} >>> summary`)).focus();
    await visit.page.keyboard.press('Enter');
  };
  const write = async (words) => {
    await (await visit.part(deck, 'note')).focus();
    await visit.page.keyboard.type(words);
  };
  await open();
  await write('Not to keep.');
  assert.equal(await kept(visit), 0);
  await visit.page.reload();
  await visit.ready();
  assert.equal(await valueOf(visit, deck, 'note'), '');

  await open();
  await write('Ask Sam.');
  await key(visit, deck, 'remember', 'Space');
  await visit.part(deck, 'kept');
  await key(visit, deck, 'next', 'Enter');
  await visit.until(() => !document.querySelector('prompt-deck').shadowRoot.querySelector('textarea').value);
  await write('Begin here.');
  await assertAccessible(visit);
  await visit.page.reload();
  await visit.ready();
  assert.equal(await valueOf(visit, deck, 'note'), 'Ask Sam.');
  await key(visit, deck, 'next', 'Enter');
  await visit.until(
    () => document.querySelector('prompt-deck').shadowRoot.querySelector('textarea').value === 'Begin here.',
  );

  await open();
  await key(visit, deck, 'forget', 'Enter');
  await visit.until(() => !localStorage.length);
  await visit.page.reload();
  await visit.ready();
  assert.equal(await valueOf(visit, deck, 'note'), '');
  await visit.assertQuiet();
});

test('by keyboard: a place on the line before and after, kept once that was asked for', async (t) => {
  const visit = await arrive(t, '/line.html');
  const stands = () => visit.page.$$eval(`${line} dd`, (all) => all.map(({ textContent }) => textContent.trim()));
  const [a, b] = trust.tension.poles.map(({ label }) => label);
  await assertAccessible(visit);
  await key(visit, line, 'place', 'Home');
  await key(visit, line, 'after', 'Enter');
  await key(visit, line, 'place', ...Array(8).fill('ArrowRight'));
  const both = [`strongly towards: ${a}`, `closer to: ${b}`];
  await visit.until((words) => document.querySelector('tension-line').textContent.includes(words), both[1]);
  assert.deepEqual(await stands(), both);
  const { valuetext } = await visit.spoken(await visit.part(line, 'place'));
  assert.equal(valuetext, both[1]);
  assert.deepEqual(await visit.get(line, 'places'), { before: [-100], after: [40] });
  await assertAccessible(visit);
  assert.equal(await kept(visit), 0);

  await visit.page.emulateMediaType('print');
  const onPaper = await visit.page.$eval(`${line} >>> .line`, (picture) => picture.getBoundingClientRect().height);
  assert.ok(onPaper > 100, `the picture is ${onPaper} px high on paper`);
  await visit.page.emulateMediaType('screen');

  await key(visit, line, 'remember', 'Space');
  await visit.part(line, 'kept');
  assert.equal(await kept(visit), 1);
  await visit.page.reload();
  await visit.ready();
  assert.deepEqual(await stands(), both);
  await key(visit, line, 'forget', 'Enter');
  await visit.until(() => !localStorage.length);
  await visit.page.reload();
  await visit.ready();
  assert.deepEqual(await visit.get(line, 'places'), { before: [], after: [] });
  await visit.assertQuiet();
});

test('at 240 px the line is whole, and no target is small', async (t) => {
  const visit = await arrive(t, '/line.html');
  await visit.page.setViewport({ width: 240, height: 900 });
  assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth > globalThis.innerWidth), false);
  const small = await visit.page.$eval(line, ({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('button, [type="range"], .ticked')]
      .map((each) => [each.getAttribute('part'), each.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 44 || height < 44),
  );
  assert.deepEqual(small, []);
});

test('by keyboard: the sound waits for the question of a moment, and goes on', async (t) => {
  const visit = await arrive(t, '/player.html');
  const { end } = [...trust.prompts]
    .filter(({ moment }) => moment)
    .sort((x, y) => x.moment.end - y.moment.end)[0].moment;
  await visit.set(player, 'currentTime', end - 1.5);
  await key(visit, player, 'play', 'Enter');
  await visit.hears(player);
  await visit.part(player, 'prompt');
  const now = await visit.get(player, 'currentTime');
  assert.ok(Math.abs(now - end) < 0.3, `paused at ${now} instead of ${end}`);
  await assertAccessible(visit);
  await key(visit, player, 'carry-on', 'Enter');
  await visit.hears(player);
  await visit.until(() => !document.querySelector('dialogue-player').shadowRoot.querySelector('[part="prompt"]'));
  await visit.assertQuiet();
});

test('a finger that goes across the question turns it, and one that goes down the page does not', async (t) => {
  const visit = await arrive(t, '/deck.html');
  const { page } = visit;
  await page.setViewport({ width: 375, height: 700, isMobile: true, hasTouch: true });
  // Low, so that there is page to scroll.
  await page.$eval('main', (main) => (main.style.paddingBottom = '2000px'));
  const client = await page.createCDPSession();
  const cardAfter = async (across, down) => {
    const { x, y, width } = await page.$eval(deck, (element) => {
      const [card] = [...element.querySelectorAll('li')].filter(({ hidden }) => !hidden);
      const { x, y, width } = card.querySelector('[data-prompt]').getBoundingClientRect();
      return { x, y, width };
    });
    const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    const at = (part) => ({ x: x + width / 2 + across * part, y: y + 10 + down * part });
    await touch('touchStart', at(0));
    for (let step = 1; step <= 10; step++) await touch('touchMove', at(step / 10));
    await touch('touchEnd');
    return visit.part(deck, 'position').then((position) => position.evaluate(({ value }) => value));
  };
  assert.equal(await cardAfter(-80, 90), '0');
  assert.equal(await cardAfter(-120, 0), '1');
  assert.equal(await cardAfter(80, 90), '1');
  assert.equal(await cardAfter(120, 0), '0');
});
