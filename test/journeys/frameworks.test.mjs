// What Vue, Svelte and Angular do to custom elements. React has its own journey.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/built-in.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { frameworks, pageScript } from '../support/frameworks.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const full = JSON.parse(readFileSync(new URL('../fixtures/bundles/good/full.json', import.meta.url), 'utf8'));
const { title: seriesTitle } = bundle;
const BUILT_IN = '/dist/living-well/bundle.json';
const player = 'dialogue-player';

// Known before the tests are named: where there is no Firefox, there are no tests in it.
const browsers = { Chromium: await launchChrome(), Firefox: await launchFirefox() };
let house;

before(async () => {
  house = await startHouse();
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser?.close();
  await house?.close();
});

/** The words of the player stand in it once, with this title, and what the framework put inside is not seen beside them. */
async function assertShows(visit, title) {
  await visit.until(
    (title) =>
      document.querySelector('dialogue-player [data-dialogue-words] :is(h2, h3)')?.innerText === title &&
      document.querySelector('dialogue-player').dataset.state === 'ready',
    title,
  );
  await visit.ready();
  const seen = await visit.page.$$eval('dialogue-player, prompt-deck', (all) =>
    all.map((one) => [one.querySelectorAll('[data-dialogue-words]').length, one.innerText.includes('Fallback')]),
  );
  assert.deepEqual(seen, [
    [1, false],
    [1, false],
  ]);
  assert.equal(await visit.get(player, 'noTranscript'), true);
  assert.equal(await visit.page.$(`${player} [data-cue]`), null);
}

for (const name of ['Vue', 'Svelte', 'Angular']) {
  const file = fileURLToPath(new URL(`frameworks/page.${frameworks[name].ending}`, import.meta.url));
  before(async () => {
    const script = await pageScript(name, file, {
      compilerOptions: { isCustomElement: (tag) => tag.includes('-') },
    });
    house.serve(`/${name}.js`, answerWith(200, script, 'text/javascript; charset=utf-8'));
  });

  for (const [engine, isLate] of [
    ['Chromium', false],
    ['Chromium', true],
    ['Firefox', true],
  ].filter(([engine]) => browsers[engine])) {
    describe(`${name}, with our script ${isLate ? 'after it has drawn' : 'before it draws'}, in ${engine}`, () => {
      const arrive = async (t, given) => {
        const head = isLate ? '' : '<script src="/dist/dialogues.js"></script>';
        const body = `<div id="app"></div><script src="/${name}.js"></script>`;
        const address = house.serve('/fixtures/bundles/good/app.html', pageOf(body, { head }));
        const visit = await openPage(browsers[engine], address, { test: t });
        await visit.page.evaluate(async (given) => {
          globalThis.heard = [];
          globalThis.told = [];
          globalThis.drawing = await globalThis.draw({
            ...given,
            onPlay: () => globalThis.heard.push('play'),
            onPause: () => globalThis.heard.push('pause'),
            onReady: (title) => globalThis.told.push(title),
            onDealt: (position) => globalThis.told.push(position),
          });
        }, given);
        if (isLate) await visit.page.addScriptTag({ url: '/dist/dialogues.js' });
        return visit;
      };
      const given = {
        order: ['player', 'one', 'two'],
        src: BUILT_IN,
        bundle: null,
        dialogue: 'introduction',
        text: 'Fallback',
      };
      const update = (visit, given) => visit.page.evaluate((given) => globalThis.drawing.update(given), given);

      it('shows, plays, moves and goes', async (t) => {
        const visit = await arrive(t, given);
        await assertShows(visit, 'Introduction');
        // Where there is no sound device Firefox tells an error, unless it is silent.
        await visit.set(player, 'muted', true);
        await visit.press(player);
        await visit.hears(player);
        await visit.page.evaluate(() => {
          globalThis.moves = 0;
          new MutationObserver((all) => {
            for (const { addedNodes } of all)
              if ([...addedNodes].some((one) => one.paused === false)) globalThis.moves++;
          }).observe(document.querySelector('#app'), { childList: true, subtree: true });
        });
        await update(visit, { order: ['one', 'two', 'player'] });
        await visit.until(() => globalThis.moves > 0);
        await visit.hears(player);
        await assertShows(visit, 'Introduction');
        await visit.press(player);
        await visit.until(() => globalThis.heard.length > 1);
        assert.deepEqual(await visit.page.evaluate(() => globalThis.heard), ['play', 'pause']);
        await visit.press(player);
        await visit.hears(player);
        await visit.page.evaluate(() => globalThis.drawing.unmount());
        await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
        assert.equal(await visit.page.$(player), null);
        await visit.assertQuiet();
      });

      it('draws anew: another text inside, another dialogue, another bundle', async (t) => {
        const visit = await arrive(t, given);
        await assertShows(visit, 'Introduction');
        for (const text of ['Fallback, again', '', 'Fallback, at last']) {
          await update(visit, { text, order: text ? given.order : ['player', 'three'] });
          await assertShows(visit, 'Introduction');
        }
        await update(visit, { dialogue: 'what-do-we-value' });
        await assertShows(visit, 'What do we value?');
        // Without one, the first of the bundle.
        await update(visit, { dialogue: null });
        await assertShows(visit, 'Introduction');
        const [{ id, title }] = full.dialogues;
        await update(visit, { bundle: full, dialogue: id });
        await assertShows(visit, title);
        await visit.press(player, 'mute');
        await visit.assertQuiet();
      });

      it('tells of our own events, with what is in them', async (t) => {
        const visit = await arrive(t, given);
        await assertShows(visit, 'Introduction');
        await visit.press('prompt-deck', 'next');
        await visit.until(() => globalThis.told.length > 1);
        assert.deepEqual(await visit.page.evaluate(() => globalThis.told), [seriesTitle, 1]);
        await visit.assertQuiet();
      });

      it('hands a bundle over as a property, and numbers as they are written', async (t) => {
        const [, { id, title }] = full.dialogues;
        const visit = await arrive(t, { ...given, bundle: full, dialogue: id });
        await assertShows(visit, title['en-GB'] ?? title);
        const total = await visit.part('team-session', 'total');
        assert.match(await total.evaluate(({ textContent }) => textContent.trim()), /1 hour/);
        assert.equal(
          await visit.page.$eval(
            'team-session [data-dialogue-words] :is(h1, h2, h3, h4, h5, h6)',
            ({ localName }) => localName,
          ),
          'h4',
        );
        await visit.assertQuiet();
      });
    });
  }
}
