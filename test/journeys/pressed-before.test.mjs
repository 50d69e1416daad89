import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { after as late } from '../support/server.mjs';

const SOUND = '/dist/living-well/audio/introduction.mp3';
const player = 'dialogue-player[dialogue="introduction"]';
const other = 'dialogue-player[dialogue="what-do-we-value"]';
const plain = `${player} > audio`;

const withAudio = (audio) =>
  pageOf(
    `<dialogue-player dialogue="introduction">${audio}</dialogue-player>
     <dialogue-player dialogue="what-do-we-value"></dialogue-player>`,
    { head: '' },
  );

const { browser, house } = await openHouse();

/** Presses the play button that the browser itself draws, at the left of its controls. */
async function pressPlain(visit) {
  const { x, y, height } = await (await visit.find(plain)).boundingBox();
  await visit.page.mouse.click(x + 28, y + height / 2);
}

async function arrive(t, audio) {
  const visit = await openPage(browser, house.serve('/plain.html', withAudio(audio)), { test: t });
  await visit.page.$eval(plain, (audio) => {
    globalThis.told = [];
    for (const type of ['pause', 'seeking', 'emptied', 'ended']) {
      audio.addEventListener(type, () => globalThis.told.push(type));
    }
  });
  return visit;
}

async function bringScript(visit) {
  await visit.page.addScriptTag({ url: '/dist/dialogues.js' });
  await visit.ready();
}

const forms = {
  'with a src': `<audio controls preload="none" src="${SOUND}"></audio>`,
  'with a source inside': `<audio controls preload="none"><source src="${SOUND}" type="audio/mpeg"></audio>`,
};

for (const [form, audio] of Object.entries(forms)) {
  test(`a plain audio ${form} that was pressed before the script came plays on, and the player takes it over`, async (t) => {
    const visit = await arrive(t, audio);
    await pressPlain(visit);
    await visit.until((plain) => document.querySelector(plain).currentTime > 0.6, plain);
    const before = await visit.get(plain, 'currentTime');
    await bringScript(visit);
    await visit.untilNamed(player, /^Pause: Introduction$/);
    await visit.hears(player);
    assert.ok((await visit.get(player, 'currentTime')) > before);
    assert.deepEqual(await visit.page.evaluate(() => globalThis.told), [], 'the sound was interrupted');
    assert.equal(await visit.get(plain, 'paused'), false);
    assert.equal(await visit.sees(plain), false, 'the plain audio is shown beside the player');

    await visit.press(player);
    await visit.untilNamed(player, /^Play: Introduction$/);
    assert.equal(await visit.playing(), 0);
    const place = await visit.get(player, 'currentTime');

    // Another dialogue takes the voice, and the first comes back to its place.
    await visit.press(other);
    await visit.hears(other);
    await visit.press(player);
    await visit.hears(player);
    const now = await visit.get(player, 'currentTime');
    assert.ok(now >= place - 0.3 && now < place + 4, `it went on at ${now} instead of ${place}`);
    await visit.untilNamed(other, /^Play/);
    await visit.assertQuiet();
  });
}

test('a press on the plain audio is not lost while its sound is still on the way', async (t) => {
  house.break(t, SOUND, late(1500));
  const visit = await arrive(t, forms['with a src']);
  await pressPlain(visit);
  await visit.until((plain) => !document.querySelector(plain).paused, plain);
  await bringScript(visit);
  assert.equal(await visit.get(plain, 'readyState'), 0, 'the sound came before the script');
  await visit.untilNamed(player, /^Pause: Introduction$/);
  await visit.hears(player);
  await visit.assertQuiet();
});

test('a plain audio that nobody pressed stays still', async (t) => {
  const visit = await arrive(t, forms['with a src']);
  await bringScript(visit);
  await visit.press(player);
  await visit.hears(player);
  assert.equal(await visit.get(plain, 'paused'), true);
  assert.equal(await visit.get(plain, 'readyState'), 0);
  await visit.assertQuiet();
});
