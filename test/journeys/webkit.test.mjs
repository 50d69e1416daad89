// Names of the page, where the functions run that are handed to it.
/* global document, location */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { cuesOf, dialogueById, unmarked } from '../support/built-in.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { launchWebKit, openInWebKit, watched } from '../support/webkit.mjs';

const player = 'dialogue-player[dialogue="introduction"]';
const introduction = dialogueById('introduction');
const cues = cuesOf(introduction);
const risk = dialogueById('whose-risk-is-it-anyway');

const pages = {
  '/': readFileSync(new URL('../../stories/host-page/index.html', import.meta.url), 'utf8'),
  '/player.html': pageOf('<dialogue-player dialogue="introduction"></dialogue-player>'),
  '/places.html': pageOf(`<dialogue-player dialogue="introduction" start-at="1:20"></dialogue-player>
    <dialogue-player dialogue="${risk.id}" no-transcript></dialogue-player>`),
  '/talking.html': pageOf(`<main><h1>Talking</h1><prompt-deck dialogue="${risk.id}"></prompt-deck>
    <tension-line dialogue="${risk.id}"></tension-line></main>`),
  '/session.html': pageOf(
    `<main><h1>A meeting</h1><team-session dialogue="${risk.id}" minutes="15"></team-session></main>`,
  ),
  '/search.html': pageOf(`<main><h1>A search</h1><dialogue-search></dialogue-search>
    <dialogue-player dialogue="where-should-the-power-be" no-transcript></dialogue-player></main>`),
};

let house;
before(async () => {
  house = await startHouse();
  for (const [path, html] of Object.entries(pages)) house.serve(path, watched(html));
});
after(() => house?.close());

// Known before the tests are named: where there is no WebKit, there are no tests in it. What a person meets in Chromium
// shows that the journey itself is right.
const chrome = await launchChrome();
const webkit = await launchWebKit();
after(() => Promise.all([chrome.close(), webkit?.close()]));

// WebKitGTK loses a seek now and then, and stands still: a plain `<audio>` that seeks as it begins does so as well, and more
// often. So there a story may be told up to three times; it fails if none of them ends well.
const engines = [['Chromium', 1, (path, options) => openPage(chrome, house.origin + path, options)]];
if (webkit) engines.push(['WebKit', 3, (path, options) => openInWebKit(webkit, house, path, options)]);

/** By keyboard alone: a key on a part that has the focus. */
async function key(visit, element, name, ...keys) {
  await (await visit.part(element, name)).focus();
  for (const each of keys) await visit.page.keyboard.press(each);
}

/** What a screen reader is told of a slider. */
const valueTextOf = (visit, element, name) =>
  visit.page.$eval(`${element} >>> [part="${name}"]`, (slider) => slider.getAttribute('aria-valuetext'));

/** Listens for the place at which each sound begins, as the players tell it. */
const keepBeginnings = (visit) =>
  visit.page.evaluate(() => {
    globalThis.beginnings = [];
    for (const player of document.querySelectorAll('dialogue-player')) {
      player.addEventListener('playing', () => globalThis.beginnings.push(player.currentTime));
    }
  });

/** In seconds. A sound plays on while a busy machine looks; a wrong place is farther off. */
const NEAR = 12;

const isNear = (place, start) => place > start - 1 && place < start + NEAR;

/** The sound is where the player says that it is, and that is not far behind where it was to begin. */
async function assertPlaysFrom(visit, selector, start) {
  await visit.until(
    (selector, start) => {
      const { currentTime, paused } = document.querySelector(selector);
      const sound = [...globalThis.journey.sounds].find((one) => !one.paused);
      return !paused && currentTime > start + 0.2 && sound && Math.abs(sound.currentTime - currentTime) < 1;
    },
    selector,
    start,
  );
  await visit.hears(selector);
  const now = await visit.get(selector, 'currentTime');
  assert.ok(isNear(now, start), `plays at ${now} instead of from ${start}`);
}

for (const [engine, tries, open] of engines) {
  const story = (name, path, tell) =>
    test(`in ${engine}, ${name}`, async (t) => {
      const once = async () => {
        const visit = await open(path, { test: t });
        await visit.ready();
        await tell(visit);
      };
      for (let left = tries - 1; left; left--) {
        try {
          return await once();
        } catch (error) {
          t.diagnostic(`${engine} is asked again, after: ${error.message}`);
        }
      }
      await once();
    });

  story('every element of the host page shows what it has, before a byte of sound', '/', async (visit) => {
    const tags = await visit.page.evaluate(() => [
      ...new Set([...document.querySelectorAll('[data-state="ready"]')].map(({ localName }) => localName)),
    ]);
    for (const tag of [
      'dialogue-player',
      'dialogue-transcript',
      'dialogue-search',
      'dialogue-series',
      'team-session',
    ]) {
      assert.ok(tags.includes(tag), `there is no ${tag} among ${tags}`);
    }
    assert.equal(await visit.sees('article dialogue-player > audio'), false);
    assert.deepEqual(visit.sounds, []);
    await visit.assertQuiet();
  });

  story(
    'a press sounds, the line that is heard is marked, and a pause keeps the place',
    '/player.html',
    async (visit) => {
      const marked = () =>
        visit.page.evaluate(() => [...document.querySelectorAll('p[aria-current]')].map(({ innerText }) => innerText));
      await visit.find('[data-cue]');
      await visit.press(player);
      await visit.hears(player);
      await visit.untilNamed(player, /^Pause: Introduction$/);
      await visit.until(() => document.querySelector('p[aria-current]'));
      const [first, ...others] = await marked();
      assert.deepEqual(others, []);
      assert.ok(first.includes(cues[0].text), first);
      // The whole, and not what has come of it.
      const duration = await visit.get(player, 'duration');
      assert.ok(Math.abs(duration - introduction.audio.duration) < 1, `it lasts ${duration}`);

      await visit.press(player);
      await visit.untilNamed(player, /^Play: Introduction$/);
      const place = await visit.get(player, 'currentTime');
      assert.equal(await visit.playing(), 0);
      await visit.press(player);
      await visit.hears(player);
      const back = await visit.get(player, 'currentTime');
      assert.ok(place > 0 && back > place && back < place + NEAR, `went on at ${back} instead of ${place}`);

      const { start, text } = cues[8];
      await visit.set(player, 'currentTime', start + 0.2);
      await visit.until((text) => document.querySelector('p[aria-current]')?.innerText.includes(text), text);
      assert.equal((await marked()).length, 1);
      await visit.assertQuiet();
    },
  );

  story('by keyboard: along the seek bar, and to a chapter', '/player.html', async (visit) => {
    await visit.find('[data-cue]');
    await key(visit, player, 'play', 'Enter');
    await visit.hears(player);
    await key(visit, player, 'play', 'Space');
    await visit.untilNamed(player, /^Play/);
    const from = await visit.get(player, 'currentTime');
    await key(visit, player, 'seek', ...Array(4).fill('ArrowRight'));
    await visit.until((player, from) => document.querySelector(player).currentTime > from + 3, player, from);
    const far = await visit.get(player, 'currentTime');
    await key(visit, player, 'seek', 'ArrowLeft');
    await visit.until((player, far) => document.querySelector(player).currentTime < far - 0.5, player, far);
    await visit.until(
      (player) =>
        /^\d+ seconds? of 3 minutes/.test(
          document.querySelector(player).shadowRoot.querySelector('[part="seek"]').getAttribute('aria-valuetext'),
        ),
      player,
    );

    const { startTime, title } = introduction.chapters[2];
    const links = `${player} [data-chapter]:nth-of-type(3) a`;
    await (await visit.find(links)).focus();
    await visit.page.keyboard.press('Enter');
    await assertPlaysFrom(visit, player, startTime);
    await visit.until((title) => document.querySelector('li[aria-current]')?.innerText.includes(title), title);
    await visit.assertQuiet();
  });

  story(
    'a player starts where the page says, where a link says, and where it was left',
    '/places.html',
    async (visit) => {
      const other = `dialogue-player[dialogue="${risk.id}"]`;
      assert.equal(await visit.get(player, 'currentTime'), 80);
      await keepBeginnings(visit);
      await visit.press(player);
      await assertPlaysFrom(visit, player, 80);
      await visit.set(player, 'currentTime', 110);
      await assertPlaysFrom(visit, player, 110);
      await visit.page.evaluate((id) => void (location.hash = `dialogue=${id}&t=60`), risk.id);
      await visit.until((other) => document.querySelector(other).currentTime === 60, other);
      await visit.press(other);
      await assertPlaysFrom(visit, other, 60);
      const left = await visit.get(player, 'currentTime');
      assert.ok(isNear(left, 110), `was left at ${left}`);
      await visit.press(player);
      await assertPlaysFrom(visit, player, left);
      assert.equal(await visit.playing(), 1);
      const beginnings = await visit.page.evaluate(() => globalThis.beginnings);
      assert.deepEqual(
        beginnings.filter((begun) => ![80, 110, 60, left].some((place) => isNear(begun, place))),
        [],
      );
      await visit.assertQuiet();
    },
  );

  story('by keyboard: the next question, and a place between the poles', '/talking.html', async (visit) => {
    const reads = (words) => visit.until((words) => document.body.innerText.includes(words), words);
    await reads(unmarked(risk.prompts[0].text));
    await key(visit, 'prompt-deck', 'next', 'Enter');
    await reads(unmarked(risk.prompts[1].text));
    assert.ok(!(await visit.wordsOf('prompt-deck')).includes(unmarked(risk.prompts[0].text)));

    const [a, b] = risk.tension.poles.map(({ label }) => label);
    await key(visit, 'tension-line', 'place', 'Home');
    await reads(`strongly towards: ${a}`);
    await key(visit, 'tension-line', 'after', 'Enter');
    await key(visit, 'tension-line', 'place', ...Array(8).fill('ArrowRight'));
    await reads(`closer to: ${b}`);
    assert.equal(await valueTextOf(visit, 'tension-line', 'place'), `closer to: ${b}`);
    assert.deepEqual(await visit.get('tension-line', 'places'), { before: [-100], after: [40] });
    await visit.assertQuiet();
  });

  story('by keyboard: a team begins, goes on, and listens together', '/session.html', async (visit) => {
    const isAt = (step) =>
      visit.until(
        (step) => document.querySelector('[data-prompts] > :not([hidden]) [data-heading]')?.textContent === step,
        step,
      );
    await key(visit, 'team-session', 'begin', 'Enter');
    await isAt('Welcome');
    for (const step of ['Before listening', 'Listen together']) {
      await key(visit, 'team-session', 'next', 'Enter');
      await isAt(step);
    }
    assert.deepEqual(visit.sounds, []);
    await key(visit, 'team-session', 'play', 'Enter');
    await visit.until(() => [...globalThis.journey.sounds].some((one) => !one.paused && one.currentTime > 0.2));
    await visit.assertQuiet();
  });

  story('by keyboard: from a word to the moment in which it is said', '/search.html', async (visit) => {
    await keepBeginnings(visit);
    await key(visit, 'dialogue-search', 'search', ...'handed over');
    await visit.until(() => document.querySelector('dialogue-search').innerText.includes('it grew'));
    await visit.page.keyboard.press('ArrowDown');
    const href = await visit.page.evaluate(() => document.activeElement.getAttribute('href'));
    const start = Number(/^#dialogue=where-should-the-power-be&t=([\d.]+)/.exec(href)[1]);
    assert.ok(start > 60, href);
    await visit.page.keyboard.press('Enter');
    await assertPlaysFrom(visit, 'dialogue-player', start);
    const [begun] = await visit.page.evaluate(() => globalThis.beginnings);
    assert.ok(isNear(begun, start), `began at ${begun} instead of ${start}`);
    await visit.assertQuiet();
  });
}
