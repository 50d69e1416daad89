// Names of the page, where the functions run that are handed to it.
/* global document, getSelection, navigator */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const player = 'dialogue-player[dialogue="introduction"]';
const transcript = 'dialogue-transcript[dialogue="introduction"]';
const html = pageOf(`
<h1>A page</h1>
<dialogue-transcript dialogue="introduction"></dialogue-transcript>
<dialogue-player dialogue="introduction" no-transcript></dialogue-player>
${'<p>The page goes on.</p>'.repeat(60)}`);

const { browser, house } = await openHouse();
house.serve('/transcript.html', html);

async function arrive(t) {
  const visit = await openPage(browser, `${house.origin}/transcript.html`, { test: t });
  await visit.ready();
  await visit.until((transcript) => document.querySelectorAll(`${transcript} [data-cue]`).length > 10, transcript);
  return visit;
}

/** The name of what has the focus, through shadow roots, as its part or its words. */
const focused = (visit) =>
  visit.page.evaluate(() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.getAttribute('part') ?? at.textContent.trim();
  });

/** Presses Tab until the focus is there. */
async function tabTo(visit, isThere) {
  for (let presses = 0; presses < 40; presses++) {
    if (await isThere(await focused(visit))) return;
    await visit.page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came there; it is on ${await focused(visit)}.`);
}

const lineOf = (visit, selector) =>
  visit.page.$$eval(
    `${transcript} [data-cue]`,
    (lines, selector) => lines.findIndex((line) => line.querySelector(selector)),
    selector,
  );

const startOf = (visit, line) =>
  visit.page.$$eval(
    `${transcript} [data-cue] a`,
    (links, line) => Number(links[line].getAttribute('href').split('t=')[1]),
    line,
  );

test('from a search to the sound, by keyboard alone', async (t) => {
  const visit = await arrive(t);
  const { keyboard } = visit.page;
  await tabTo(visit, (part) => part === 'search');
  await keyboard.type('tension');
  await visit.until(
    (transcript) => document.querySelector(transcript).shadowRoot.querySelector('[part="count"]').innerText[0] === '1',
    transcript,
  );
  await keyboard.press('Enter');
  await visit.until(
    (transcript) => document.querySelector(transcript).shadowRoot.querySelector('[part="count"]').innerText[0] === '2',
    transcript,
  );
  const line = await lineOf(visit, '[data-here]');
  assert.ok(line > 0, `found in line ${line}`);
  assert.equal(await visit.page.evaluate(() => globalThis.scrollY), 0);

  await tabTo(visit, (words) => /^\d+:\d\d$/.test(words));
  assert.deepEqual(visit.sounds, []);
  await keyboard.press('Enter');
  await visit.hears(player);
  const start = await startOf(visit, line);
  const now = await visit.get(player, 'currentTime');
  assert.ok(now >= start - 0.3 && now < start + 5, `plays at ${now} instead of from ${start}`);
  await visit.assertQuiet();
});

/** Selects a word with the mouse, and more with the keyboard. */
async function select(visit, line) {
  const words = (await visit.page.$$(`${transcript} [data-cue] span`))[line];
  await words.click({ count: 2, offset: { x: 10, y: 10 } });
  await visit.page.keyboard.down('Shift');
  for (let letters = 0; letters < 4; letters++) await visit.page.keyboard.press('ArrowRight');
  await visit.page.keyboard.up('Shift');
  await visit.until(
    (transcript) =>
      document
        .querySelector(transcript)
        .shadowRoot.querySelector('[part="copy-quote"]')
        .checkVisibility({ visibilityProperty: true }),
    transcript,
  );
  return visit.page.evaluate(() => getSelection().toString().trim());
}

test('words are selected and copied with the address of their moment, by keyboard', async (t) => {
  const visit = await arrive(t);
  await visit.context.overridePermissions(house.origin, ['clipboard-read', 'clipboard-write']);
  const words = await select(visit, 2);
  assert.ok(words.length > 3, words);
  await tabTo(visit, (part) => part === 'copy-quote');
  await visit.page.keyboard.press('Enter');
  await visit.until(() => document.querySelector('[role="status"]').textContent === 'Copied.');
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  const [quote, address] = copied.split('\n');
  assert.ok(quote.startsWith(`“${words}” — `), quote);
  assert.match(quote, /The Living Well Dialogues$/);
  assert.equal(new URL(address).pathname, '/transcript.html');
  assert.equal(Number(/t=([\d.]+),/.exec(address)[1]), await startOf(visit, 2));
  // What was selected stays selected.
  assert.equal(await visit.page.evaluate(() => getSelection().toString().trim()), words);
  await visit.assertQuiet();
});

test('selected words are copied also where the browser knows only the old way', async (t) => {
  const visit = await openPage(browser, `${house.origin}/transcript.html`, {
    test: t,
    before: (page) => page.evaluateOnNewDocument(() => delete globalThis.Navigator.prototype.clipboard),
  });
  await visit.ready();
  await visit.until((transcript) => document.querySelectorAll(`${transcript} [data-cue]`).length > 10, transcript);
  const words = await select(visit, 2);
  await tabTo(visit, (part) => part === 'copy-link');
  await visit.page.keyboard.press('Enter');
  await visit.until(() => document.querySelector('[role="status"]').textContent === 'Copied.');
  assert.equal(await visit.page.evaluate(() => getSelection().toString().trim()), words);
  assert.equal(await focused(visit), 'copy-link');
  await visit.assertQuiet();
  // Another page, in which there is a clipboard, is asked what it holds.
  await visit.context.overridePermissions(house.origin, ['clipboard-read']);
  const other = await visit.context.newPage();
  await other.goto(`${house.origin}/transcript.html`);
  const copied = await other.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`^${house.origin}/transcript\\.html#dialogue=[\\w-]+&t=[\\d.]+,[\\d.]+$`));
});

test('selected words are played, and the sound ends where they end', async (t) => {
  const visit = await arrive(t);
  await select(visit, 2);
  await visit.press(transcript, 'play-selection');
  await visit.hears(player);
  const end = await startOf(visit, 3);
  await visit.until((player) => document.querySelector(player).paused, player);
  const now = await visit.get(player, 'currentTime');
  assert.ok(now <= end + 0.2, `paused at ${now}, beyond ${end}`);
  await visit.assertQuiet();
});

test('the list follows the sound until the reader scrolls it, and again when asked', async (t) => {
  const visit = await arrive(t);
  const top = () => visit.page.$eval(`${transcript} [data-cues]`, (list) => list.scrollTop);
  const back = await visit.part(transcript, 'back-to-sound');
  const isSeen = () => back.evaluate((button) => button.checkVisibility({ visibilityProperty: true }));
  await visit.press(player);
  await visit.hears(player);
  await visit.set(player, 'currentTime', 60);
  await visit.until((transcript) => document.querySelector(`${transcript} [data-cues]`).scrollTop > 100, transcript);
  assert.equal(await isSeen(), false);

  await (await visit.find(`${transcript} [data-cues]`)).hover();
  const page = await visit.page.evaluate(() => globalThis.scrollY);
  await visit.page.mouse.wheel({ deltaY: -150 });
  await visit.until(
    (transcript) =>
      document
        .querySelector(transcript)
        .shadowRoot.querySelector('[part="back-to-sound"]')
        .checkVisibility({ visibilityProperty: true }),
    transcript,
  );
  const left = await visit.page.$eval(`${transcript} [data-cues]`, async (list) => {
    // The wheel rolls out.
    for (let before = -1; before !== list.scrollTop;) {
      before = list.scrollTop;
      await new Promise((later) => globalThis.setTimeout(later, 150));
    }
    return list.scrollTop;
  });
  await visit.set(player, 'currentTime', 90);
  await visit.until((transcript) => {
    const [link] = document.querySelectorAll(`${transcript} [aria-current] a`);
    return Number(link?.getAttribute('href').split('t=')[1]) > 80;
  }, transcript);
  assert.equal(await top(), left);

  await back.focus();
  await visit.page.keyboard.press('Enter');
  await visit.until(
    (transcript, left) => document.querySelector(`${transcript} [data-cues]`).scrollTop > left,
    transcript,
    left,
  );
  assert.equal(await isSeen(), false);
  assert.match(await focused(visit), /^1:\d\d$/);
  assert.equal(await visit.page.evaluate(() => globalThis.scrollY), page);
  await visit.assertQuiet();
});

test('the words are taken away as text and as WebVTT', async (t) => {
  const visit = await arrive(t);
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const session = await visit.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: visit.context.id,
    downloadPath: folder,
  });
  const read = async (name) => {
    for (let tries = 0; tries < 200; tries++) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      if (text) return text;
      await wait(40);
    }
    return assert.fail(`${name} never came`);
  };
  const buttons = await visit.page.$$(`${transcript} >>> [part="download-words"]`);
  for (const button of buttons) await button.press('Enter');
  const own = await (await fetch(`${house.origin}/dist/living-well/transcripts/introduction.vtt`)).text();
  const said = [...own.matchAll(/^<v [^>]*>(.*?)(<\/v>)?$/gm)].map(([, words]) => words);
  const text = await read('introduction.txt');
  const vtt = await read('introduction.vtt');
  assert.ok(said.length > 10);
  for (const words of said) {
    assert.ok(text.includes(words), words);
    assert.ok(vtt.includes(words), words);
  }
  assert.match(vtt, /^WEBVTT\n\n00:00:0/);
  await visit.assertQuiet();
});

test('a transcript of 5,000 lines is there to the last, is found, and is walked', async (t) => {
  const time = (seconds) => new Date(seconds * 1000).toISOString().slice(11, -1);
  const cues = Array.from({ length: 5000 }, (_, i) => `${time(i * 2)} --> ${time(i * 2 + 2)}\n<v Ann>Sentence ${i}.\n`);
  house.break(t, '/long.vtt', answerWith(200, `WEBVTT\n\n${cues.join('\n')}`, 'text/vtt'));
  const bundle = {
    format: 1,
    title: 'Long talks',
    summary: 'Three hours.',
    language: 'en-GB',
    dialogues: [
      {
        id: 'long',
        title: 'Long',
        summary: 'Long.',
        audio: { sources: [{ src: '/fixtures/audio/tone.mp3', type: 'audio/mpeg' }], duration: 10_000 },
        transcript: [{ src: '/long.vtt', language: 'en-GB' }],
      },
    ],
  };
  house.break(t, '/long.json', answerWith(200, JSON.stringify(bundle), 'application/json'));
  const address = house.serve('/long.html', pageOf('<dialogue-transcript src="/long.json"></dialogue-transcript>'));
  const visit = await openPage(browser, address, { test: t });
  await visit.until(() => document.querySelectorAll('[data-cue]').length === 5000);
  const words = await visit.wordsOf('dialogue-transcript');
  assert.ok(words.includes('Sentence 0.'), words.slice(0, 200));
  assert.ok(words.includes('Sentence 4999.'), words.slice(-200));

  const inSight = () =>
    visit.page.evaluate(() => {
      const line = document.querySelector('[data-here]').getBoundingClientRect();
      const list = document.querySelector('[data-cues]').getBoundingClientRect();
      return line.top >= list.top && line.bottom <= list.bottom;
    });
  await tabTo(visit, (part) => part === 'search');
  await visit.page.keyboard.type('sentence 4321');
  await visit.until(() => document.querySelector('[data-here]')?.textContent === 'Sentence 4321');
  assert.ok(await inSight());
  await tabTo(visit, (text) => text === '2:24:02');
  await visit.page.keyboard.press('End');
  assert.equal(await focused(visit), '2:46:38');
  await visit.assertQuiet();
});
