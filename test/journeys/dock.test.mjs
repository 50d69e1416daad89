import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const card = 'tension-card';
const player = 'dialogue-player[dialogue="introduction"]';
const other = 'dialogue-player[dialogue="what-do-we-value"]';
const dock = 'dialogue-dock';

const players = `
<tension-card dialogue="what-do-we-value"></tension-card>
<dialogue-player dialogue="introduction" no-transcript></dialogue-player>
<dialogue-player dialogue="what-do-we-value" no-transcript></dialogue-player>`;
const text = Array.from({ length: 40 }, (_, i) => `<p><a href="#p${i}">Paragraph ${i}</a> of a long page.</p>`).join(
  '\n',
);

const { browser, house } = await openHouse();

async function arrive(t, body = `${players}<dialogue-dock></dialogue-dock>`) {
  const visit = await openPage(browser, house.serve('/dock.html', pageOf(body)), { test: t });
  await visit.until(() =>
    [...document.querySelectorAll('dialogue-player, tension-card')].every(({ dataset }) => dataset.state === 'ready'),
  );
  return visit;
}

const untilState = (visit, state) =>
  visit.until((state) => document.querySelector('dialogue-dock').dataset.state === state, state);

test('a dock shows what was started elsewhere, pauses it, and goes on by keyboard', async (t) => {
  const visit = await arrive(t);
  await untilState(visit, 'waiting');
  assert.equal(await visit.sees(dock), false);
  await visit.press(player);
  await visit.hears(player);
  await untilState(visit, 'ready');
  assert.equal(await visit.wordsOf(dock), 'Introduction');
  await visit.press(dock);
  await visit.untilNamed(player, /^Play: Introduction$/);
  assert.equal(await visit.playing(), 0);

  const place = await visit.get(player, 'currentTime');
  await visit.page.keyboard.press('Enter');
  await visit.hears(player);
  for (const key of ['Tab', 'Tab', 'Enter']) await visit.page.keyboard.press(key);
  await visit.until((player, place) => document.querySelector(player).currentTime > place + 14, player, place);
  await visit.hears(player);
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
});

test('a dock follows to the dialogue that takes the voice', async (t) => {
  const visit = await arrive(t);
  await visit.press(player);
  await visit.hears(player);
  await visit.press(card);
  await visit.hears(other);
  await visit.untilNamed(dock, /^Pause: What do we value/);
  assert.match(await visit.wordsOf(dock), /^What do we value/);
  assert.equal(await visit.playing(), 1);
  await visit.assertQuiet();
});

test('the sound goes on in the dock when the page takes the player away', async (t) => {
  const visit = await arrive(t);
  await visit.press(player);
  await visit.hears(player);
  await untilState(visit, 'ready');
  const shown = await visit.page.evaluate((selector) => {
    document.querySelector(selector).remove();
    return document.querySelector('dialogue-dock').shadowRoot.querySelector('[part=elapsed]').textContent;
  }, player);
  await visit.until(
    (shown) => document.querySelector('dialogue-dock').shadowRoot.querySelector('[part=elapsed]').textContent !== shown,
    shown,
  );
  assert.equal(await visit.playing(), 1);
  await visit.untilNamed(dock, /^Pause: Introduction$/);
  await visit.page.$eval(dock, (dock) => dock.remove());
  await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
  await visit.assertQuiet();
});

test('where nothing plays a dock leaves no trace: no room, no tab stop, no request', async (t) => {
  const measured = [];
  for (const last of ['', '<dialogue-dock position="sticky"></dialogue-dock>']) {
    const visit = await arrive(t, `${players}${last}<button>Behind it</button>`);
    if (last) await untilState(visit, 'waiting');
    const height = await visit.page.evaluate(() => document.documentElement.scrollHeight);
    await visit.page.$eval('button', (button) => button.focus());
    await visit.page.keyboard.down('Shift');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.up('Shift');
    const before = await visit.page.evaluate(() => document.activeElement.localName);
    measured.push({ height, before, words: await visit.page.$eval('body', ({ innerText }) => innerText) });
    assert.deepEqual(visit.sounds, []);
    await visit.assertQuiet();
  }
  assert.deepEqual(measured[1], measured[0]);
});

for (const width of [320, 1280]) {
  test(`a sticky dock covers neither the last words nor what has the focus, ${width} pixels wide`, async (t) => {
    const body = `${players}${text}<p id="last">The last words.</p><dialogue-dock position="sticky"></dialogue-dock>`;
    const visit = await arrive(t, body);
    await visit.page.setViewport({ width, height: 512 });
    await visit.press(player);
    await visit.hears(player);
    await untilState(visit, 'ready');
    await visit.page.evaluate(() => window.scrollTo(0, 0));
    await visit.page.$eval('p > a', (link) => link.focus());
    for (let i = 1; i < 40; i++) {
      await visit.page.keyboard.press('Tab');
      const { words, hidden } = await visit.page.evaluate(() => {
        const { bottom } = document.activeElement.getBoundingClientRect();
        const { top } = document.querySelector('dialogue-dock').getBoundingClientRect();
        return { words: document.activeElement.textContent, hidden: bottom - top };
      });
      assert.equal(words, `Paragraph ${i}`);
      assert.ok(hidden <= 1, `${words} is ${hidden} pixels behind the dock`);
    }
    const end = await visit.page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      const { top, height } = document.querySelector('dialogue-dock').getBoundingClientRect();
      const last = document.querySelector('#last').getBoundingClientRect().bottom;
      return { hidden: last - top, height, wider: document.documentElement.scrollWidth - window.innerWidth };
    });
    assert.ok(end.hidden <= 1, `${end.hidden} pixels of the last words are behind the dock`);
    assert.ok(end.height < 512 / 3, `it is ${end.height} pixels high`);
    assert.ok(end.wider <= 0, 'the page scrolls sideways');
    await visit.assertQuiet();
  });
}

test('nothing moves under the pointer that presses something at the edge of a sticky dock', async (t) => {
  const visit = await arrive(t, `${players}${text}<dialogue-dock position="sticky"></dialogue-dock>`);
  await visit.press(player);
  await visit.hears(player);
  await untilState(visit, 'ready');
  const { x, y, place } = await visit.page.evaluate(() => {
    const link = document.querySelectorAll('p > a')[20];
    link.addEventListener('click', (event) => event.preventDefault());
    const edge = document.querySelector('dialogue-dock').getBoundingClientRect().top;
    window.scrollBy(0, link.getBoundingClientRect().bottom - edge - 8);
    const { left, top } = link.getBoundingClientRect();
    return { x: left + 5, y: top + 3, place: window.scrollY };
  });
  await visit.page.mouse.click(x, y);
  await visit.until(() => document.activeElement === document.querySelectorAll('p > a')[20]);
  assert.equal(await visit.page.evaluate(() => window.scrollY), place);
  await visit.assertQuiet();
});

test('the title leads back to the player and leaves the keyboard where it is', async (t) => {
  const visit = await arrive(t, `${players}${text}<dialogue-dock position="sticky"></dialogue-dock>`);
  await visit.press(player);
  await visit.hears(player);
  await untilState(visit, 'ready');
  await visit.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await visit.page.$eval(`${dock} a`, (link) => link.focus());
  const place = await visit.get(player, 'currentTime');
  await visit.page.keyboard.press('Enter');
  await visit.until((player) => Math.abs(document.querySelector(player).getBoundingClientRect().top) < 5, player);
  assert.equal(await visit.page.evaluate(() => document.activeElement.closest('dialogue-dock') !== null), true);
  assert.ok((await visit.get(player, 'currentTime')) >= place, 'it went back in the sound');
  await visit.hears(player);
  await visit.assertQuiet();
});

test('on paper there is no dock', async (t) => {
  const visit = await arrive(t);
  await visit.press(player);
  await untilState(visit, 'ready');
  await visit.page.emulateMediaType('print');
  assert.equal(await visit.sees(dock), false);
  assert.equal(await visit.sees(`${dock} a`), false);
  await visit.assertQuiet();
});
