// Names of the page, where the functions run that are handed to it.
/* global localStorage, navigator */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cuesOf, dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player';
const next = 'dialogue-player[dialogue="what-do-we-value"]';

const risk = dialogueById('whose-risk-is-it-anyway');
const secondChapter = risk.chapters[1].startTime;
const cues = cuesOf(risk);
const views = cues.filter(({ speaker }) => speaker !== 'Narrator');

const { browser, house } = await openHouse();
// Under a policy that lets no inline style through.
const policy = { 'content-security-policy': "default-src 'self'; style-src 'self'; object-src 'none'" };
const one = '<dialogue-player dialogue="whose-risk-is-it-anyway" remember></dialogue-player>';
house.serve('/one.html', pageOf(one), policy);
house.serve(
  '/two.html',
  pageOf(`<dialogue-player dialogue="introduction"></dialogue-player>
    <dialogue-player dialogue="what-do-we-value"></dialogue-player>`),
);

async function arrive(t, path) {
  const visit = await openPage(browser, house.origin + path, { test: t });
  await visit.ready();
  await visit.find(`${player} [data-cue]`);
  return visit;
}

/** By keyboard alone: a key on a part that has the focus. */
async function key(visit, name, ...keys) {
  await (await visit.part(player, name)).focus();
  for (const each of keys) await visit.page.keyboard.press(each);
}

async function openMore(visit) {
  await (await visit.find(`${player} >>> summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await visit.until((player) => document.querySelector(player).shadowRoot.querySelector('details').open, player);
}

const shown = (visit, name) =>
  visit.page.$eval(`${player} >>> [part="${name}"]`, (control) => control.selectedOptions[0].text);

test('a page may have a style for the player that plays, and for no other', async (t) => {
  const visit = await arrive(t, '/two.html');
  const lit = () =>
    visit.page.evaluate(() =>
      [...document.querySelectorAll('dialogue-player:state(playing)')].map((one) => one.getAttribute('dialogue')),
    );
  assert.deepEqual(await lit(), []);
  await visit.press(player);
  await visit.hears(player);
  assert.deepEqual(await lit(), ['introduction']);
  await visit.press(next);
  await visit.hears(next);
  assert.deepEqual(await lit(), ['what-do-we-value']);
  await visit.press(next);
  await visit.until(() => !document.querySelector('dialogue-player:state(playing)'));
  await visit.assertQuiet();
});

test('by keyboard: the sound stops by itself at the end of a chapter', async (t) => {
  const visit = await arrive(t, '/one.html');
  await openMore(visit);
  await key(visit, 'sleep', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  assert.equal(await shown(visit, 'sleep'), 'End of chapter');
  await visit.set(player, 'currentTime', secondChapter - 1.8);
  await key(visit, 'play', 'Enter');
  await visit.hears(player);
  await visit.until((player) => document.querySelector(player).paused, player);
  const now = await visit.get(player, 'currentTime');
  assert.ok(Math.abs(now - secondChapter) < 0.3, `stopped at ${now} instead of ${secondChapter}`);
  assert.equal(await shown(visit, 'sleep'), 'Off');

  // And it has done so once.
  await key(visit, 'play', 'Enter');
  await visit.until((place) => document.querySelector('dialogue-player').currentTime > place, secondChapter + 0.7);
  await visit.assertQuiet();
});

test('by keyboard: one dialogue follows another', async (t) => {
  const visit = await arrive(t, '/two.html');
  await openMore(visit);
  await key(visit, 'continuous', 'Space');
  await key(visit, 'play', 'Enter');
  await visit.hears(player);
  await visit.page.$eval(player, (player) => void (player.currentTime = player.duration - 0.7));
  await visit.hears(next);
  await visit.untilNamed(next, /^Pause/);
  await visit.untilNamed(player, /^Play/);
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
});

test('by keyboard: without the narrator the first view is heard at once, and the narrator after the last is left out', async (t) => {
  const visit = await arrive(t, '/one.html');
  await openMore(visit);
  await key(visit, 'who', 'ArrowDown');
  assert.equal(await shown(visit, 'who'), 'Without the narrator');
  await key(visit, 'play', 'Enter');
  await visit.until((place) => document.querySelector('dialogue-player').currentTime >= place, views[0].start);
  await visit.hears(player);
  await visit.page.$eval(
    player,
    (player, place) => {
      const times = (globalThis.times = []);
      player.addEventListener('timeupdate', () => player.seeking || player.ended || times.push(player.currentTime));
      player.currentTime = place;
      player.playbackRate = 2;
    },
    views.at(-1).start,
  );
  // The narrator has the end to himself.
  await visit.until((player) => document.querySelector(player).ended, player);
  const times = await visit.page.evaluate(() => globalThis.times);
  assert.ok(
    times.some((time) => time > views.at(-1).start && time < views.at(-1).end),
    `heard ${times}`,
  );
  assert.deepEqual(
    times.filter((time) => time > views.at(-1).end + 1.5 && time < risk.audio.duration - 1),
    [],
  );
  await visit.assertQuiet();
});

test('by keyboard: what a person asked to remember survives a reload, and is forgotten when they say so', async (t) => {
  const visit = await arrive(t, '/one.html');
  const kept = () => visit.page.evaluate(() => localStorage.length);
  await key(visit, 'play', 'Enter');
  await visit.hears(player);
  assert.equal(await kept(), 0);
  await openMore(visit);
  await key(visit, 'remember', 'Space');
  await visit.set(player, 'currentTime', 60);
  await visit.set(player, 'playbackRate', 1.25);
  await visit.hears(player);
  await key(visit, 'play', 'Enter');
  await visit.untilNamed(player, /^Play/);
  const place = await visit.get(player, 'currentTime');
  assert.equal(await kept(), 1);

  await visit.page.reload();
  await visit.ready();
  const back = await visit.get(player, 'currentTime');
  assert.ok(back > place - 7 && back < place - 4, `came back to ${back}, and had left at ${place}`);
  assert.equal(await visit.get(player, 'playbackRate'), 1.25);
  await openMore(visit);
  await key(visit, 'forget', 'Enter');
  await visit.until(() => !localStorage.length);

  await visit.page.reload();
  await visit.ready();
  assert.equal(await visit.get(player, 'currentTime'), 0);
  await visit.assertQuiet();
});

test('by keyboard: a link to this moment leads to it', async (t) => {
  const visit = await arrive(t, '/one.html');
  await visit.set(player, 'currentTime', 42);
  await openMore(visit);
  await visit.context.overridePermissions(house.origin, ['clipboard-read', 'clipboard-write']);
  await key(visit, 'copy', 'Enter');
  await visit.until(() => /Copied/.test(document.querySelector('[role="status"]').textContent));
  const address = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(address, `${house.origin}/one.html#dialogue=whose-risk-is-it-anyway&t=42`);
  const other = await openPage(browser, address, { test: t });
  await other.ready();
  assert.equal(await other.get(player, 'currentTime'), 42);
  await other.assertQuiet();
  await visit.assertQuiet();
});

test('by keyboard: a clip is played from its own button, and ends', async (t) => {
  const visit = await arrive(t, '/one.html#dialogue=whose-risk-is-it-anyway&t=42.4,45');
  assert.equal(await visit.nameOf(player, 'clip'), 'Play these 2 seconds');
  await key(visit, 'clip', 'Enter');
  await visit.hears(player);
  await visit.until((player) => document.querySelector(player).paused, player);
  const now = await visit.get(player, 'currentTime');
  assert.ok(Math.abs(now - 45) < 0.5, `paused at ${now}`);
  await visit.assertQuiet();
});

test('on paper the timeline is a small chart, and the list of chapters is its legend', async (t) => {
  const visit = await arrive(t, '/one.html');
  await visit.page.emulateMediaType('print');
  const seen = await visit.page.$eval(player, ({ shadowRoot }) => {
    const box = (name) => shadowRoot.querySelector(name).getBoundingClientRect();
    return {
      chart: box('.line > svg').width > 200 && box('.line > svg').height > 40,
      others: [...shadowRoot.querySelectorAll('button, input, select, summary, .stage')].filter(
        (other) => other.getClientRects().length,
      ).length,
    };
  });
  assert.deepEqual(seen, { chart: true, others: 0 });
  const marks = await visit.page.$$eval(`${player} [data-chapter] [data-pole]`, (poles) =>
    poles.map((pole) => `${pole.dataset.pole} ${parseFloat(getComputedStyle(pole, '::before').borderTopWidth) > 2}`),
  );
  assert.deepEqual(marks, ['a true', 'b true', 'third true']);
  await visit.assertQuiet();
});

for (const width of [240, 320, 768, 1280]) {
  test(`at ${width} px nothing is cut off, no target is small, and no control moves when the sound plays`, async (t) => {
    const visit = await arrive(t, '/one.html');
    await visit.page.setViewport({ width, height: 900 });
    const boxes = () =>
      visit.page.$eval(player, ({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll('button, .row select, .line input, .line, summary')].map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          return { part: each.getAttribute('part'), x, y, width, height };
        }),
      );
    const before = await boxes();
    assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth > globalThis.innerWidth), false);
    for (const box of before.filter(({ width }) => width)) {
      assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
      assert.ok(box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
    }
    await visit.press(player);
    await visit.hears(player);
    await key(visit, 'mute', 'Enter');
    await visit.set(player, 'playbackRate', 1.75);
    await visit.page.evaluate(() => void globalThis.scrollTo(0, 0));
    assert.deepEqual(await boxes(), before);
    await visit.assertQuiet();
  });
}
