/* global PageTransitionEvent, dispatchEvent, navigator */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player';

const { browser, house } = await openHouse();
house.serve('/frame.html', pageOf('<dialogue-player dialogue="introduction"></dialogue-player>'));

test('of two frames of one origin, starting one pauses the other', async (t) => {
  const frames =
    '<iframe src="/frame.html?one" height="400"></iframe><iframe src="/frame.html?two" height="400"></iframe>';
  const visit = await openPage(browser, house.serve('/frames.html', pageOf(frames, { head: '' })), { test: t });
  const part = async (i) => (await visit.find(`iframe:nth-of-type(${i})`)).contentFrame();
  const [one, two] = [await part(1), await part(2)];
  const plays = (frame) => frame.waitForFunction(() => document.querySelector('dialogue-player').currentTime > 0.2);
  for (const frame of [one, two, one]) {
    const other = frame === one ? two : one;
    await (await frame.waitForSelector(`${player} >>> [part="play"]`)).click();
    await frame.waitForFunction(() => !document.querySelector('dialogue-player').paused);
    await plays(frame);
    await other.waitForFunction(() => document.querySelector('dialogue-player').paused);
    assert.equal(await frame.$eval(player, ({ paused }) => paused), false);
  }
  await visit.assertQuiet();
});

test('a hundred players: no byte before a press, one audio for all, and each can be pressed', async (t) => {
  const ids = Array.from({ length: 100 }, (_, i) => `talk-${i + 1}`);
  const bundle = {
    format: 1,
    title: 'Many talks',
    summary: 'A hundred of them.',
    language: 'en-GB',
    dialogues: ids.map((id) => ({
      id,
      title: `Talk ${id}`,
      summary: 'It is short.',
      audio: { sources: [{ src: `/fixtures/audio/tone.mp3?${id}`, type: 'audio/mpeg' }], duration: 20 },
      transcript: [],
    })),
  };
  const players = ids.map(
    (id) => `<dialogue-player layout="compact" no-transcript dialogue="${id}"></dialogue-player>`,
  );
  const body = `<dialogue-bundle><script type="application/json">${JSON.stringify(bundle)}</script>${players.join('')}</dialogue-bundle>`;
  const visit = await openPage(browser, house.serve('/hundred.html', pageOf(body)), { test: t });
  assert.equal(await visit.ready(), 101);
  assert.deepEqual(visit.sounds, []);
  for (const i of [0, 49, 99]) {
    const one = `dialogue-player[dialogue="${ids[i]}"]`;
    await visit.press(one);
    await visit.hears(one);
    assert.equal(await visit.playing(), 1);
    assert.equal(await visit.page.evaluate(() => globalThis.journey.sounds.size), 1);
  }
  assert.deepEqual(
    [...new Set(visit.sounds)].map((address) => address.split('?')[1]),
    [ids[0], ids[49], ids[99]],
  );
  await visit.assertQuiet();
});

test('the lock screen tells what plays, whoever shows it', async (t) => {
  const body =
    '<dialogue-player dialogue="introduction"></dialogue-player><tension-card dialogue="what-do-we-value"></tension-card>';
  const visit = await openPage(browser, house.serve('/lock-screen.html', pageOf(body)), { test: t });
  await visit.ready();
  const told = () =>
    visit.page.evaluate(() => {
      const { title, artist, album, artwork } = navigator.mediaSession.metadata ?? {};
      return { title, artist, album, artwork: artwork?.map(({ src }) => new URL(src).pathname.split('/').at(-1)) };
    });
  await visit.press(player);
  await visit.hears(player);
  const first = await told();
  assert.match(first.title, /Introduction|Welcome|dialogues/i);
  assert.match(first.album, /Living Well/);
  assert.ok(first.artist.length > 3, 'nobody speaks');
  await visit.press('tension-card');
  await visit.untilNamed('tension-card', /^Pause/);
  const second = await told();
  assert.equal(
    second.title,
    await visit.page.$eval('tension-card [data-heading]', (heading) => heading.textContent.trim()),
  );
  assert.notEqual(second.artist, '');
  await visit.assertQuiet();
});

test('a page that comes back from the back-forward cache has kept the place, and one press goes on', async (t) => {
  const visit = await openPage(browser, `${house.origin}/frame.html`, { test: t });
  await visit.ready();
  await visit.set(player, 'currentTime', 25);
  await visit.press(player);
  await visit.hears(player);
  await visit.press(player);
  await visit.until((player) => document.querySelector(player).paused, player);
  const place = await visit.get(player, 'currentTime');
  await visit.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  assert.equal(await visit.get(player, 'currentTime'), place);
  await visit.press(player);
  await visit.hears(player);
  assert.ok((await visit.get(player, 'currentTime')) >= place);
  await visit.assertQuiet();
});
