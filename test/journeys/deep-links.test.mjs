import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player[dialogue="introduction"]';
const other = 'dialogue-player[dialogue="what-do-we-value"]';
const html = pageOf(`
<dialogue-player dialogue="what-do-we-value"></dialogue-player>
<dialogue-player dialogue="introduction"></dialogue-player>`);

const { browser, house } = await openHouse();
house.serve('/links.html', html);

async function arrive(t, fragment = '') {
  const visit = await openPage(browser, `${house.origin}/links.html${fragment}`, { test: t });
  await visit.ready();
  return visit;
}

/** The page follows a link within itself. */
const go = (visit, fragment) => visit.page.evaluate((fragment) => void (location.hash = fragment), fragment);

async function assertPlaysFrom(visit, selector, start) {
  await visit.hears(selector);
  const now = await visit.get(selector, 'currentTime');
  assert.ok(now >= start - 0.3 && now < start + 5, `plays at ${now} instead of from ${start}`);
  const sound = await visit.page.evaluate(() => [...globalThis.journey.sounds].find((one) => !one.paused).currentTime);
  assert.ok(Math.abs(sound - now) < 1, `shows ${now} while the sound is at ${sound}`);
}

/** The clip ends by itself; it is brought near to its end, so that nobody waits. */
async function assertEndsAt(visit, selector, end) {
  await visit.set(selector, 'currentTime', end - 1.2);
  await visit.until((selector) => document.querySelector(selector).paused, selector);
  const now = await visit.get(selector, 'currentTime');
  assert.ok(Math.abs(now - end) < 0.5, `paused at ${now} instead of ${end}`);
  await visit.untilNamed(selector, /^Play/);
}

test('a link to a moment: the place is shown at once, without a byte of sound, and a press plays from there', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=90');
  assert.equal(await visit.get(player, 'currentTime'), 90);
  assert.equal(await visit.page.$eval(`${player} >>> [part="elapsed"]`, (time) => time.textContent.trim()), '1:30');
  assert.equal(await visit.get(other, 'currentTime'), 0);
  assert.deepEqual(visit.sounds, []);
  await visit.press(player);
  await assertPlaysFrom(visit, player, 90);
  await visit.assertQuiet();
});

test('a link to a moment brings its player into view, also when the page has grown above it', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=90');
  await visit.until((player) => {
    const { top, bottom } = document
      .querySelector(player)
      .shadowRoot.querySelector('[part="play"]')
      .getBoundingClientRect();
    return top >= 0 && bottom <= globalThis.innerHeight;
  }, player);
});

test('a link to a clip: a press plays it, and it ends where it ends; the next press plays on', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=1:30,1:35');
  assert.equal(await visit.get(player, 'currentTime'), 90);
  await visit.press(player);
  await assertPlaysFrom(visit, player, 90);
  await assertEndsAt(visit, player, 95);
  await visit.press(player);
  await visit.hears(player);
  await visit.until((player) => document.querySelector(player).currentTime > 95.6, player);
  await visit.assertQuiet();
});

test('a link to a clip: a script that plays the player as it would an audio hears the clip, too', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=1:30,1:35');
  await visit.page.$eval(player, (player) => player.play());
  await assertPlaysFrom(visit, player, 90);
  await assertEndsAt(visit, player, 95);
  await visit.assertQuiet();
});

test('a link to a clip: whoever goes elsewhere first is heard there, and the clip still has its button', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=1:30,1:35');
  await visit.set(player, 'currentTime', 30);
  await visit.press(player);
  await assertPlaysFrom(visit, player, 30);
  await visit.press(player, 'clip');
  await visit.until((player) => document.querySelector(player).currentTime >= 90, player);
  await assertEndsAt(visit, player, 95);
  await visit.assertQuiet();
});

test('a link followed within the page: the place is kept, and a press plays from there', async (t) => {
  const visit = await arrive(t);
  await go(visit, '#dialogue=introduction&t=90');
  await visit.until((player) => document.querySelector(player).currentTime === 90, player);
  assert.deepEqual(visit.sounds, []);
  await visit.press(player);
  await assertPlaysFrom(visit, player, 90);

  // And while it plays: it goes there and plays on.
  await go(visit, '#dialogue=introduction&t=npt:30');
  await visit.until((player) => document.querySelector(player).currentTime < 40, player);
  await assertPlaysFrom(visit, player, 30);
  await visit.assertQuiet();
});

test('a link to a clip followed within the page ends', async (t) => {
  const visit = await arrive(t);
  await go(visit, '#dialogue=what-do-we-value&t=1:30,1:35');
  await visit.until((other) => document.querySelector(other).currentTime === 90, other);
  await visit.press(other);
  await assertPlaysFrom(visit, other, 90);
  await assertEndsAt(visit, other, 95);
  await visit.assertQuiet();
});

test('a link to a clip of what plays already goes there, and ends', async (t) => {
  const visit = await arrive(t);
  await visit.press(player);
  await visit.hears(player);
  await go(visit, '#dialogue=introduction&t=1:30,1:35');
  await visit.until((player) => document.querySelector(player).currentTime >= 90, player);
  await assertPlaysFrom(visit, player, 90);
  await assertEndsAt(visit, player, 95);
  await visit.assertQuiet();
});

test('links that are none of ours, or odd, do nothing', async (t) => {
  const visit = await arrive(t, '#dialogue=unheard-of&t=90');
  for (const fragment of ['#top', '#t=30', '#dialogue=', '#dialogue=%E0%A4%A&t=5', '#:~:text=Introduction']) {
    await go(visit, fragment);
  }
  await go(visit, '#dialogue=introduction&t=nonsense');
  await visit.page.waitForNetworkIdle({ idleTime: 200 });
  assert.equal(await visit.get(player, 'currentTime'), 0);
  assert.equal(await visit.get(other, 'currentTime'), 0);
  await visit.press(player);
  await assertPlaysFrom(visit, player, 0);
  await visit.assertQuiet();
});

test('a link beyond the end stays within the sound', async (t) => {
  const visit = await arrive(t, '#dialogue=introduction&t=9999');
  const { now, duration } = await visit.page.$eval(player, ({ currentTime: now, duration }) => ({ now, duration }));
  assert.ok(now <= duration, `${now} of ${duration}`);
  await visit.assertQuiet();
});

test('a chapter is a link that plays from there', async (t) => {
  const visit = await arrive(t);
  const chapter = await visit.find(`${player} [data-dialogue-words] li a`);
  const links = await visit.page.$$(`${player} [data-dialogue-words] li a`);
  const { chapters } = dialogueById('introduction');
  assert.ok((await visit.spoken(chapter)).name.includes(chapters[0].title));
  await links[2].click();
  await assertPlaysFrom(visit, player, chapters[2].startTime);
  assert.equal(await visit.page.evaluate(() => location.hash), '');
  await visit.assertQuiet();
});
