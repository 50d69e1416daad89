/* global MutationObserver, addEventListener */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const SOUND = '/dist/living-well/audio/introduction.mp3';
const player = 'dialogue-player[dialogue="introduction"]';
const html = pageOf('<dialogue-player dialogue="introduction"></dialogue-player><tension-card></tension-card>');

const { browser, house } = await openHouse();
house.serve('/sound-faults.html', html);

async function arrive(t, options) {
  const visit = await openPage(browser, `${house.origin}/sound-faults.html`, { test: t, ...options });
  await visit.ready();
  await visit.until((player) => document.querySelectorAll(`${player} [data-cue]`).length > 0, player);
  await visit.page.evaluate(() => {
    const status = document.querySelector('[role="status"]');
    globalThis.announced = [];
    new MutationObserver(() => status.textContent && globalThis.announced.push(status.textContent)).observe(status, {
      childList: true,
    });
  });
  return visit;
}

/** The failed face: the sentence, announced once; Retry, the way to the file, and all the words. */
async function assertFailed(visit, sentence) {
  await visit.until(
    (player, pattern) => new RegExp(pattern).test(document.querySelector(player).innerText),
    player,
    sentence.source,
  );
  await visit.until(() => globalThis.announced.length > 0);
  const announced = await visit.page.evaluate(() => globalThis.announced);
  assert.equal(announced.length, 1, announced.join());
  assert.match(announced[0], sentence);
  const face = await visit.page.$eval(player, (player) => ({
    state: player.dataset.state,
    retry: player.shadowRoot.querySelector('[part="retry"]').checkVisibility(),
    link: player.querySelector('[data-failure] a').pathname,
    chapters: player.querySelectorAll('[data-chapter]').length > 0,
    lines: [...player.querySelectorAll('[data-cue]')].filter((line) => line.getClientRects().length).length > 5,
  }));
  assert.deepEqual(face, { state: 'failed', retry: true, link: SOUND, chapters: true, lines: true });
  assert.match(await visit.nameOf(player), /^Play/);
}

/** Retry sounds, at the place that was kept, and the sentence has gone. */
async function assertRetryGoesOn(visit, place) {
  await visit.press(player, 'retry');
  await visit.hears(player);
  const now = await visit.get(player, 'currentTime');
  assert.ok(now >= place - 1 && now < place + 8, `it was at ${place} and goes on at ${now}`);
  assert.equal(await visit.page.$eval(player, (player) => player.dataset.state), 'ready');
  assert.equal(await visit.page.$(`${player} [data-failure]`), null);
}

// A browser may keep that for ever, unless it is told not to.
const gone = (_request, response) => Boolean(response.writeHead(410, { 'Cache-Control': 'no-store' }).end());

for (const [what, fault, sentence] of [
  ['is not there', answerWith(404), /is not there/],
  ['is gone', gone, /is not there/],
  ['wants a sign-in', answerWith(401), /may not hear this sound here/],
  ['is forbidden', answerWith(403), /may not hear this sound here/],
  ['lies on a server in trouble', answerWith(503), /cannot be reached/],
  ['cannot be reached', (_request, response) => Boolean(response.destroy()), /cannot be reached/],
  ['is a page of a firewall', answerWith(200, '<!doctype html><p>No.', 'text/html'), /This browser cannot play/],
]) {
  test(`a sound that ${what}: the true sentence, once, and Retry at the kept place`, async (t) => {
    house.break(t, SOUND, fault);
    const visit = await arrive(t);
    await visit.set(player, 'currentTime', 30);
    await visit.press(player);
    await assertFailed(visit, sentence);
    house.mend(SOUND);
    await assertRetryGoesOn(visit, 30);
    await visit.assertQuiet({ broken: [SOUND] });
  });
}

test('the card of a sound that is not there says so too, and its Retry plays', async (t) => {
  const visit = await arrive(t);
  const sound = '/dist/living-well/audio/what-do-we-value.mp3';
  house.break(t, sound, answerWith(404));
  await visit.press('tension-card');
  await visit.until(() => /is not there/.test(document.querySelector('tension-card').innerText));
  house.mend(sound);
  await visit.press('tension-card', 'retry');
  await visit.untilNamed('tension-card', /^Pause/);
  await visit.until(() => !document.querySelector('tension-card [data-failure]'));
  await visit.assertQuiet({ broken: [sound] });
});

/** Sends the beginning of the sound, and lets a test say what comes then. */
function beginning(share, then) {
  return async (request, response, found) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const bytes = await readFile(found.path);
    const end = Math.floor(bytes.length * share);
    if (from >= end) return then.further(request, response, found);
    response.writeHead(from ? 206 : 200, {
      'Content-Type': 'audio/mpeg',
      'Accept-Ranges': 'bytes',
      'Content-Length': bytes.length - from,
      ...(from ? { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
    });
    response.write(bytes.subarray(from, end));
    then.after?.(response, bytes.subarray(end));
    return true;
  };
}

test('a sound that breaks off: the place is kept, the words stay, and Retry goes on from there', async (t) => {
  house.break(
    t,
    SOUND,
    beginning(0.1, {
      after: (response) => setTimeout(() => response.destroy(), 1000),
      further: answerWith(404),
    }),
  );
  const visit = await arrive(t);
  await visit.set(player, 'playbackRate', 4);
  await visit.press(player);
  await assertFailed(visit, /broke off/);
  const place = await visit.get(player, 'currentTime');
  assert.ok(place > 4, `it broke off at ${place}`);
  house.mend(SOUND);
  await assertRetryGoesOn(visit, place);
  await visit.assertQuiet({ broken: [SOUND] });
});

test('an answer that stops too soon is not taken for the end: Retry goes on from there', async (t) => {
  house.break(t, SOUND, async (_request, response, { path }) => {
    const bytes = await readFile(path);
    const part = bytes.subarray(0, bytes.length / 10);
    response.writeHead(200, { 'Content-Type': 'audio/mpeg', 'Content-Length': part.length });
    response.end(part);
    return true;
  });
  const visit = await arrive(t);
  await visit.set(player, 'playbackRate', 4);
  await visit.press(player);
  await assertFailed(visit, /broke off/);
  const place = await visit.get(player, 'currentTime');
  assert.ok(place > 10 && place < 25, `it stopped at ${place}`);
  house.mend(SOUND);
  await assertRetryGoesOn(visit, place);
  await visit.assertQuiet({ broken: [SOUND] });
});

test('a stall says so, and goes by itself when the sound comes back', async (t) => {
  let release;
  house.break(
    t,
    SOUND,
    beginning(0.1, {
      after: (response, rest) => (release = () => response.end(rest)),
      further: () => true,
    }),
  );
  const visit = await arrive(t, { hurried: true });
  await visit.set(player, 'playbackRate', 4);
  await visit.press(player);
  await visit.until((player) => /slow to arrive/.test(document.querySelector(player).innerText), player);
  assert.equal(await visit.page.$eval(player, (player) => player.dataset.state), 'ready');
  const place = await visit.get(player, 'currentTime');
  release();
  await visit.hears(player);
  await visit.until((player) => !/slow to arrive/.test(document.querySelector(player).innerText), player);
  assert.ok((await visit.get(player, 'currentTime')) > place);
  await visit.assertQuiet({ broken: [SOUND] });
});

test('offline: it says that the sound cannot be reached, plays nothing by itself once online, and one press goes on', async (t) => {
  const visit = await arrive(t);
  await visit.set(player, 'currentTime', 40);
  await visit.page.setOfflineMode(true);
  await visit.press(player);
  await assertFailed(visit, /cannot be reached/);
  const online = visit.page.evaluate(
    () => new Promise((resolve) => addEventListener('online', () => setTimeout(resolve, 500), { once: true })),
  );
  await visit.page.setOfflineMode(false);
  await online;
  assert.equal(await visit.page.$eval(player, (player) => player.dataset.state), 'failed');
  assert.equal(await visit.get(player, 'currentTime'), 40);
  await assertRetryGoesOn(visit, 40);
  await visit.assertQuiet({ broken: [SOUND] });
});
