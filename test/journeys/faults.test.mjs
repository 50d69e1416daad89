import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith, hang, ignoreRange } from '../support/server.mjs';

const BUNDLE = '/dist/living-well/bundle.json';
const SOUND = '/dist/living-well/audio/introduction.mp3';
const TRANSCRIPT = '/dist/living-well/transcripts/introduction.vtt';

const player = 'dialogue-player[dialogue="introduction"]';
const fallback = `${player} > #fallback`;
const html = pageOf(`
<dialogue-player dialogue="introduction">
  <p id="fallback"><a href="${SOUND}">Listen without script</a></p>
</dialogue-player>
<tension-card dialogue="what-do-we-value"><p>The card, without script</p></tension-card>
<dialogue-transcript dialogue="introduction"><p>The transcript, without script</p></dialogue-transcript>
<participant-list><p>The people, without script</p></participant-list>
<prompt-deck dialogue="introduction"><p>The questions, without script</p></prompt-deck>`);

const { browser, house } = await openHouse();
house.serve('/faults.html', html);

const arrive = (t, options) => openPage(browser, `${house.origin}/faults.html`, { test: t, ...options });

/** All elements are failed: each shows what the page put in it, says a sentence, and offers Retry. */
async function assertAllFailed(visit, sentence) {
  const faces = await visit.page.$$eval('[data-state]', (elements) =>
    elements.map((element) => {
      const given = element.firstElementChild;
      const retry = element.shadowRoot.querySelector('[part="retry"]');
      return {
        state: element.dataset.state,
        given: given.checkVisibility() && given.getClientRects().length > 0,
        said: element.querySelector('[data-dialogue-words]')?.innerText ?? '',
        retry: retry?.checkVisibility() ? retry.innerText.trim() : '',
        player: element.shadowRoot.querySelectorAll('[part="play"]').length,
      };
    }),
  );
  assert.equal(faces.length, 5);
  for (const { said, ...face } of faces) {
    assert.deepEqual(face, { state: 'failed', given: true, retry: 'Retry', player: 0 });
    assert.match(said, sentence);
  }
}

/** Retry on one element, and then on each that is still failed, brings all of them back. */
async function assertRetryMends(visit) {
  for (const tag of ['dialogue-player', 'tension-card', 'dialogue-transcript', 'participant-list', 'prompt-deck']) {
    await visit.press(tag, 'retry');
    await visit.until((tag) => document.querySelector(tag).dataset.state === 'ready', tag);
  }
  assert.equal(await visit.sees(fallback), false);
  await visit.press(player);
  await visit.hears(player);
}

test('a bundle that is not there: what the page gave stays, a sentence, and Retry mends it', async (t) => {
  house.break(t, BUNDLE, answerWith(404));
  const visit = await arrive(t);
  await visit.states();
  await assertAllFailed(visit, /could not be|cannot be/);
  house.mend(BUNDLE);
  await assertRetryMends(visit);
  await visit.assertQuiet({ broken: [BUNDLE] });
});

test('a bundle that never answers is given up after 15 seconds, and what the page gave is there all along', async (t) => {
  house.break(t, BUNDLE, hang());
  const visit = await arrive(t, { hurried: true });
  await visit.until(() => document.querySelector('dialogue-player').dataset.state === 'waiting');
  assert.ok(await visit.sees(fallback));
  await visit.states();
  await assertAllFailed(visit, /too long/);
  house.mend(BUNDLE);
  await assertRetryMends(visit);
  await visit.assertQuiet({ broken: [BUNDLE] });
});

test('a bundle that is a page of a firewall and not JSON', async (t) => {
  house.break(t, BUNDLE, answerWith(200, '<!doctype html><p>Please sign in.', 'text/html'));
  const visit = await arrive(t);
  await visit.states();
  await assertAllFailed(visit, /(could not|cannot) be read/);
  house.mend(BUNDLE);
  await assertRetryMends(visit);
  await visit.assertQuiet();
});

test('a sound that is not there: a sentence, the way to the file, what the page gave, and Retry plays once it is', async (t) => {
  house.break(t, SOUND, answerWith(404));
  const visit = await arrive(t);
  await visit.ready();
  await visit.press(player);
  await visit.until((player) => document.querySelector(player).dataset.state === 'failed', player);
  await visit.until((player) => /is not there/.test(document.querySelector(player).innerText), player);
  assert.match(await visit.wordsOf(player), /Welcome/, 'the chapters are gone');
  assert.equal(
    await visit.page.$eval(`${player} [data-dialogue-words] a[href$=".mp3"]`, ({ pathname }) => pathname),
    SOUND,
  );
  await visit.until(() => /is not there/.test(document.querySelector('[role="status"]').textContent));
  assert.equal(await visit.page.$eval('tension-card', (card) => card.dataset.state), 'ready');

  house.mend(SOUND);
  await visit.press(player, 'retry');
  await visit.hears(player);
  assert.equal(await visit.page.$eval(player, (player) => player.dataset.state), 'ready');
  assert.doesNotMatch(await visit.wordsOf(player), /is not there|be played/);
  await visit.assertQuiet({ broken: [SOUND] });
});

test('a player whose sound has failed shows what the page put inside it', async (t) => {
  house.break(t, SOUND, answerWith(404));
  const visit = await arrive(t);
  await visit.ready();
  await visit.press(player);
  await visit.until((player) => document.querySelector(player).dataset.state === 'failed', player);
  assert.ok(await visit.sees(fallback));
});

test('a player whose sound has failed does not claim to play: its button says Play, and a press tries again', async (t) => {
  house.break(t, SOUND, answerWith(404));
  const visit = await arrive(t);
  await visit.ready();
  await visit.press(player);
  await visit.until((player) => document.querySelector(player).dataset.state === 'failed', player);
  assert.match(await visit.nameOf(player), /^Play/);
  house.mend(SOUND);
  await visit.press(player);
  await visit.hears(player);
});

test('a sound that never arrives: the page says so within 15 seconds, stays usable, and Retry plays once it can', async (t) => {
  house.break(t, SOUND, hang());
  const visit = await arrive(t, { hurried: true });
  await visit.ready();
  await visit.press(player);
  await visit.until((player) => /slow to arrive/.test(document.querySelector(player).innerText), player);
  assert.ok(await visit.part(player, 'retry'));
  const other = 'tension-card';
  await visit.press(other);
  await visit.untilNamed(other, /^Pause/);
  await visit.untilNamed(player, /^Play/);
  assert.doesNotMatch(await visit.wordsOf(player), /slow to arrive/);

  await visit.press(player);
  await visit.part(player, 'retry');
  house.mend(SOUND);
  await visit.press(player, 'retry');
  await visit.hears(player);
  assert.doesNotMatch(await visit.wordsOf(player), /slow to arrive/);
  await visit.assertQuiet({ broken: [SOUND] });
});

test('a transcript that is not there is missed in words, and the player works', async (t) => {
  house.break(t, TRANSCRIPT, answerWith(404));
  const visit = await arrive(t);
  await visit.until(
    (player) => /This part of the page cannot be read/.test(document.querySelector(player).innerText),
    player,
  );
  await visit.press(player);
  await visit.hears(player);
  assert.equal(await visit.page.$eval(player, (player) => player.dataset.state), 'ready');
  await visit.assertQuiet({ broken: [TRANSCRIPT] });
});

test('a server without ranges: a seek does not fall back to the beginning, and the page says why', async (t) => {
  house.break(t, SOUND, ignoreRange());
  const visit = await arrive(t);
  await visit.ready();
  await visit.press(player);
  await visit.hears(player);
  await visit.until(
    (player) => /not possible|cannot move/.test(document.querySelector(player).shadowRoot.textContent),
    player,
  );
  await visit.until((player) => document.querySelector(player).currentTime > 1.5, player);
  const seek = await visit.part(player, 'seek');
  await seek.focus();
  for (let step = 0; step < 3; step++) await visit.page.keyboard.press('PageUp');
  await visit.press(player, 'forward');
  await visit.hears(player);
  const now = await visit.get(player, 'currentTime');
  assert.ok(now > 1.5, `it fell back to ${now}`);
  // The range shows where the sound is, not where somebody wished to be.
  await visit.until((player) => {
    const element = document.querySelector(player);
    const shown = Number(element.shadowRoot.querySelector('[part="seek"]').value);
    return Math.abs(shown - element.currentTime) < 2;
  }, player);
  await visit.assertQuiet();
});
