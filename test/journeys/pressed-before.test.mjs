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

test('where a plain audio was paused again, the player goes on', async (t) => {
  const visit = await arrive(t, forms['with a src']);
  await pressPlain(visit);
  await visit.until((plain) => document.querySelector(plain).currentTime > 0.6, plain);
  const place = await visit.page.$eval(plain, (audio) => {
    audio.volume = 0.5;
    audio.pause();
    return audio.currentTime;
  });
  await bringScript(visit);
  await visit.until((player) => document.querySelector(player).currentTime > 0, player);
  assert.equal(await visit.get(player, 'currentTime'), place);
  assert.equal(await visit.get(player, 'volume'), 0.5);
  assert.equal(await visit.get(player, 'paused'), true);
  await visit.press(player);
  await visit.hears(player);
  assert.ok((await visit.get(player, 'currentTime')) < place + 5);

  // What was left there once is no place to go back to for ever.
  await visit.set(player, 'currentTime', 60);
  await visit.set(player, 'dialogue', 'what-do-we-value');
  await visit.until(() => document.querySelector('dialogue-player').currentTime === 0);
  await visit.set('dialogue-player', 'dialogue', 'introduction');
  await visit.until((player) => document.querySelector(player)?.currentTime >= 60, 'dialogue-player');
  await visit.assertQuiet();
});

test('of two plain audios that play, the one pressed last plays on', async (t) => {
  const visit = await openPage(
    browser,
    house.serve(
      '/two-plain.html',
      pageOf(
        `<dialogue-player dialogue="introduction">${forms['with a src']}</dialogue-player>
         <dialogue-player dialogue="what-do-we-value">${forms['with a src'].replace('introduction', 'what-do-we-value')}</dialogue-player>`,
        { head: '' },
      ),
    ),
    { test: t },
  );
  await visit.page.$eval(`${other} > audio`, (audio) => audio.play());
  await visit.until((plain) => document.querySelector(plain).currentTime > 0.6, `${other} > audio`);
  await visit.page.$eval(plain, (audio) => audio.play());
  await visit.until((plain) => document.querySelector(plain).currentTime > 0.1, plain);
  await bringScript(visit);
  await visit.hears(player);
  assert.equal(await visit.get(other, 'paused'), true);
  assert.ok((await visit.get(other, 'currentTime')) > 0.5, 'the other has lost its place');
  await visit.assertQuiet();
});

test('a plain audio of something else does not play on where nobody could stop it', async (t) => {
  const visit = await arrive(t, forms['with a src'].replace('introduction', 'what-do-we-value'));
  await pressPlain(visit);
  await visit.until((plain) => document.querySelector(plain).currentTime > 0.1, plain);
  await bringScript(visit);
  assert.equal(await visit.get(plain, 'paused'), true);
  assert.equal(await visit.get(player, 'paused'), true);
  assert.equal(await visit.get(player, 'currentTime'), 0);
  await visit.assertQuiet();
});

for (const [tag, goesOn] of [
  ['tension-card', true],
  ['prompt-deck', false],
]) {
  test(`a plain audio in a ${tag} that was pressed before the script came ${goesOn ? 'plays on, under its button' : 'pauses where no button could stop it'}`, async (t) => {
    const sound = forms['with a src'].replace('introduction', 'what-do-we-value');
    const body = `<${tag} dialogue="what-do-we-value">${sound}</${tag}>`;
    const visit = await openPage(browser, house.serve('/plain.html', pageOf(body, { head: '' })), { test: t });
    await visit.page.$eval('audio', (audio) => audio.play());
    await visit.until(() => document.querySelector('audio').currentTime > 0.4);
    await bringScript(visit);
    await visit.until((goesOn) => document.querySelector('audio').paused !== goesOn, goesOn);
    if (goesOn) {
      await visit.press(tag);
      await visit.until(() => document.querySelector('audio').paused);
    }
    assert.equal(await visit.playing(), 0);
    await visit.assertQuiet();
  });
}
