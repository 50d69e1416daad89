// Names of the page, where the functions run that are handed to it.
/* global document, getComputedStyle */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundle as builtIn, cuesOf, dialogueById, dialogues, unmarked } from '../support/built-in.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { command, root } from '../support/command-line.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { jumpsOf, openBeforeItsScript } from '../support/jumps.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { startServer } from '../support/server.mjs';
import { launchWebKit } from '../support/webkit.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
const id = 'what-do-we-value';
const script = '<script defer src="/dist/dialogues.js"></script>';
/** What a reader may want before the sound; the built-in dialogues themselves have easy words alone. */
const told = {
  contentNotes: [
    { start: 40, end: 52, text: 'Speaks of money that is taken away.' },
    { start: 90, end: 101, text: 'Speaks of a long wait for help.' },
  ],
  signed: { src: 'https://example.org/what-do-we-value', language: 'bfi' },
};
let browser;
let server;

before(async () => {
  cpSync(join(root, 'dist/living-well'), join(folder, 'series'), { recursive: true });
  const more = { ...builtIn, dialogues: dialogues.map((one) => (one.id === id ? { ...one, ...told } : one)) };
  writeFileSync(join(folder, 'series/bundle.json'), JSON.stringify(more));
  const written = await command(['prerender', 'series/bundle.json', '--out', 'pages'], { folder });
  assert.equal(written.code, 0, written.aside);
  // The same pages with the script, in the same place, so that all their addresses lead where they did.
  for (const name of ['index', ...dialogues.map(({ id }) => id)]) {
    const page = readFileSync(join(folder, `pages/${name}.html`), 'utf8');
    writeFileSync(join(folder, `pages/${name}.live.html`), page.replace('</head>', `${script}\n</head>`));
  }
  server = await startServer({ roots: { '/': `${folder}/`, '/dist/': join(root, 'dist/') } });
  browser = await launchChrome();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every browser that is found, and how it reads a page without running scripts. */
const readers = {
  async Chromium() {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    return readerOf(page, () => page.close());
  },
  async Firefox() {
    const firefox = await launchFirefox({ extraPrefsFirefox: { 'javascript.enabled': false } });
    return firefox && readerOf(await firefox.newPage(), () => firefox.close());
  },
  WebKit: () => launchWebKit({ scripts: false }),
};

function readerOf(page, close) {
  const textOf = async (address) => {
    await page.goto(address);
    return page.evaluate(() => document.body.innerText);
  };
  return { textOf, close };
}

const at = (path) => `${server.origin}/pages/${path}`;
const withoutScript = (page) => page.setJavaScriptEnabled(false);
const linesOf = (page) =>
  page.evaluate(() =>
    document.body.innerText
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  );

test('each browser that is here reads a whole dialogue with no script allowed', async (t) => {
  const dialogue = dialogueById(id);
  const people = builtIn.participants.filter(({ id }) => dialogue.participants.includes(id));
  const words = [
    builtIn.title,
    dialogue.title,
    dialogue.summary,
    ...dialogue.easyRead,
    ...told.contentNotes.map(({ text }) => text),
    'British Sign Language (BSL)',
    ...dialogue.chapters.map(({ title }) => title),
    ...cuesOf(dialogue).map(({ text }) => text),
    ...dialogue.tension.poles.flatMap(({ label, body }) => [label, body]),
    dialogue.tension.thirdWay,
    ...dialogue.prompts.flatMap(({ text, hint }) => [text, hint]),
    ...people.flatMap(({ name, role, biography }) => [name, role, ...biography]),
  ].map((text) => unmarked(text));
  writeFileSync(
    join(folder, 'pages/scripts.html'),
    '<!DOCTYPE html><p>none</p><script>document.body.append("ran")</script>',
  );
  const found = [];
  for (const [name, open] of Object.entries(readers)) {
    const reader = await open();
    if (!reader) continue;
    found.push(name);
    try {
      assert.equal((await reader.textOf(at('scripts.html'))).trim(), 'none', `${name} runs scripts`);
      const text = (await reader.textOf(at(`${id}.html`))).replace(/\s+/g, ' ');
      for (const one of words) assert.ok(text.includes(one.replace(/\s+/g, ' ')), `${name} does not read “${one}”`);
      const all = (await reader.textOf(at('index.html'))).replace(/\s+/g, ' ');
      const more = [...builtIn.sections, ...builtIn.learnings, ...builtIn.credits].flatMap(({ title, body }) => [
        title,
        ...body,
      ]);
      for (const one of more.map(unmarked)) assert.ok(all.includes(one), `${name} does not read “${one}”`);
    } finally {
      await reader.close();
    }
  }
  t.diagnostic(found.join(', '));
  assert.ok(found.includes('Chromium'));
});

for (const mode of ['light', 'dark']) {
  for (const width of [320, 768, 1280]) {
    test(`a page is good to use at ${width} pixels in ${mode} colours, without script`, async (t) => {
      const page = await browser.newPage();
      t.after(() => page.close());
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: mode }]);
      for (const name of ['index', id]) {
        await page.goto(at(`${name}.html`));
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`);
        });
        assert.deepEqual(found, []);
        const [wide, room] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.ok(wide <= room, `${name} is ${wide} pixels wide`);
      }
    });
  }
}

test('on paper there is every word, and nothing to press', async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setJavaScriptEnabled(false);
  await page.goto(at(`${id}.html`));
  await page.emulateMediaType('print');
  const text = await page.evaluate(() => document.body.innerText);
  for (const { text: line } of cuesOf(dialogueById(id))) assert.ok(text.includes(line), line);
  for (const line of dialogueById(id).easyRead) assert.ok(text.includes(line), line);
  for (const { text: note } of told.contentNotes) assert.ok(text.includes(note), note);
  assert.match(text, /From 0:40 to 0:52/);
  assert.doesNotMatch(text, /Skip to the content|Hear the moment|Next|Straight to the sound|Go on from|To print/);
  const address = await page.$eval('[hreflang]', (link) => getComputedStyle(link, '::after').content);
  assert.ok(address.includes(told.signed.src), 'paper says where the signed version is');
  assert.equal(await page.$eval('audio', (audio) => audio.checkVisibility()), false);
  const height = await page.$eval('[data-cues]', ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  assert.ok(height <= 1, 'the transcript is cut off');
});

test('the first press of Tab leads past the top of the page', async (t) => {
  const { page } = await openPage(browser, at(`${id}.html`), { test: t, before: withoutScript });
  await page.keyboard.press('Tab');
  const { words, width } = await page.evaluate(() => {
    const { activeElement } = document;
    return { words: activeElement.textContent, width: activeElement.getBoundingClientRect().width };
  });
  assert.equal(words, 'Skip to the content');
  assert.ok(width > 50);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector(':target')?.localName), 'main');
});

test('the single file plays from the disk, with the network off', async (t) => {
  const words = ['prerender', 'series/bundle.json', '--out', 'alone', '--single-file'];
  assert.equal((await command(words, { folder })).code, 0);
  const elsewhere = mkdtempSync(join(tmpdir(), 'dialogues-'));
  t.after(() => rmSync(elsewhere, { recursive: true, force: true }));
  const file = join(elsewhere, 'carried.html');
  renameSync(join(folder, 'alone/series.html'), file);
  const page = await browser.newPage();
  t.after(() => page.close());
  const asked = [];
  page.on('request', (request) => asked.push(request.url().slice(0, 100)));
  await page.setOfflineMode(true);
  await page.goto(pathToFileURL(file).href);
  const length = await page.$eval(`#dialogue-${id} audio`, async (audio) => {
    await audio.play();
    while (audio.currentTime < 0.2) await new Promise((later) => setTimeout(later, 50));
    return audio.duration;
  });
  assert.ok(Math.abs(length - dialogueById(id).audio.duration) < 1);
  assert.deepEqual(
    asked.filter((address) => !/^(data:|file:.*carried\.html)/.test(address)),
    [],
  );
});

/** Says "hear all", which a sound file cannot do: the one thing that only a living page says. */
const hearsAll = /^(Hear all \d+ moments|Hear the moment)$/;

for (const name of ['index', ...dialogues.map(({ id }) => id)]) {
  test(`the page “${name}” says the same with and without script, each word as often`, async (t) => {
    const plain = await openPage(browser, at(`${name}.html`), { test: t, before: withoutScript });
    const live = await openPage(browser, at(`${name}.live.html`), { test: t });
    await live.ready();
    if (name !== 'index') await live.until(() => document.querySelector('[data-cues]'));
    const [still, awake] = [await linesOf(plain.page), await linesOf(live.page)];
    assert.ok(still.length > 20);
    const only = name === 'index' ? hearsAll : /$^/;
    assert.deepEqual(
      awake.filter((line) => !only.test(line)),
      still.filter((line) => !only.test(line)),
    );
    await live.assertQuiet();
  });
}

test('a page with the script plays, and the sound of the plain page is silent under it', async (t) => {
  const live = await openPage(browser, at(`${id}.live.html`), { test: t });
  await live.ready();
  await live.press('dialogue-player');
  await live.hears('dialogue-player');
  assert.equal(await live.sees('dialogue-player > audio'), false);
});

test('without script a page plays by itself, and a line of the transcript leads into its sound', async (t) => {
  const plain = await openPage(browser, at(`${id}.html`), { test: t, before: withoutScript });
  assert.deepEqual(plain.sounds, [], 'no byte of sound before somebody asks');
  const line = await plain.page.$eval('[data-cue]:nth-of-type(3) a', ({ href }) => href);
  assert.match(line, /\/series\/audio\/what-do-we-value\.mp3#t=\d+/);
  const audio = await plain.find('audio');
  await audio.evaluate((audio) => audio.play());
  await plain.until(() => document.querySelector('audio').currentTime > 0.2);
});

test('the easy words are short lines, and each of the links beside them is easy to hit', async (t) => {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(at(`${id}.html`));
  const lines = await page.$$eval('[data-easy-read] p', (all) => all.map((line) => line.getBoundingClientRect().width));
  assert.equal(lines.length, dialogueById(id).easyRead.length);
  for (const width of lines) assert.ok(width < 600, `${width} pixels`);
  const links = await page.$$eval('[data-before] a', (all) => all.map((link) => link.getBoundingClientRect().height));
  assert.equal(links.length, 6);
  for (const height of links) assert.ok(height >= 44, `${height} pixels`);
});

test('who came to listen gets past what stands before the sound, and past what is hard to hear', async (t) => {
  const plain = await openPage(browser, at(`${id}.html`), { test: t, before: withoutScript });
  const { page } = plain;
  await page.setViewport({ width: 320, height: 700 });
  await page.click('[data-before] [data-past] a');
  await plain.until(() => document.querySelector(':target audio')?.getBoundingClientRect().bottom < 700);
  const [into, past] = await page.$$eval('[data-content-notes] li:first-child a', (all) => all.map(({ href }) => href));
  assert.match(into, /\/series\/audio\/what-do-we-value\.mp3#t=40,52$/);
  assert.match(past, /\/series\/audio\/what-do-we-value\.mp3#t=52$/);
});

/** How much a page jumps, as browsers reckon it, when the script comes after the page has been painted. */
async function shiftOf(t, path, width) {
  const delay = (answer) => server.faults.set('/dist/dialogues.js', answer);
  t.after(() => server.faults.delete('/dist/dialogues.js'));
  const visit = await openBeforeItsScript(browser, at(path), { test: t, width, delay });
  await visit.ready();
  await visit.until(
    () => document.querySelector('dialogue-player [data-cues]') ?? !document.querySelector('dialogue-player'),
  );
  // Where the address names a place, that is what is on the screen.
  assert.ok(
    await visit.page.evaluate(() => {
      const { top = 0 } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
      return Math.abs(top) < 100;
    }),
  );
  return jumpsOf(visit);
}

for (const width of [375, 1280]) {
  for (const name of ['index', id, 'introduction']) {
    test(`nothing jumps when the script wakes in the page “${name}” at ${width} pixels`, async (t) => {
      const shifts = [await shiftOf(t, `${name}.live.html`, width)];
      // The player is further down the page, and only what is on the screen can be seen to jump.
      if (name !== 'index') shifts.push(await shiftOf(t, `${name}.live.html#sound-${name}`, width));
      t.diagnostic(`layout shift ${shifts.map((shift) => shift.toFixed(4)).join(', ')}`);
      for (const shift of shifts) assert.ok(shift <= 0.02, `the page jumps by ${shift}`);
    });
  }
}

/** A host's page with a fragment inside the tag. Its own folder is that of the fragments, where their addresses lead. */
function hostPage(head, before = '') {
  const fragment = readFileSync(join(folder, `pages/fragments/${id}.html`), 'utf8');
  const player = `<dialogue-player src="../../series/bundle.json" dialogue="${id}">${fragment}</dialogue-player>`;
  const body = `<main><h1>Our team</h1><p>We listen.</p>${before}${player}<h2>After</h2><p>${'More. '.repeat(200)}</p></main>`;
  return pageOf(body, { head: `<meta name="viewport" content="width=device-width">${head}` });
}

test('the fragments before and inside a tag say the same with and without script, no word twice', async (t) => {
  const before = readFileSync(join(folder, `pages/fragments/before/${id}.html`), 'utf8');
  writeFileSync(join(folder, 'pages/fragments/host.html'), hostPage(script, before));
  const address = at('fragments/host.html');
  const plain = await openPage(browser, address, { test: t, before: withoutScript });
  const live = await openPage(browser, address, { test: t });
  await live.ready();
  await live.until(() => document.querySelector('[data-cues]'));
  // A host's page has no style for them, so that each part stands on a line of its own.
  const words = async ({ page }) => (await linesOf(page)).join(' ');
  assert.equal(await words(live), await words(plain));
  assert.equal((await linesOf(plain.page)).filter((line) => line === 'What do we value?').length, 1);
  assert.match(await words(live), /Before you start: What do we value\?.* Easy read .* Go on from 1:41 /);
  const sound = await plain.page.$eval('audio source', ({ src }) => src);
  assert.equal(new URL(sound).pathname, `/series/audio/${id}.mp3`);
  const moment = await plain.page.$eval('[data-content-notes] a', ({ href }) => href);
  assert.equal(new URL(moment).pathname, `/series/audio/${id}.mp3`);
});

for (const width of [375, 1280]) {
  for (const [sheet, words] of [
    ['', 'without the fallback sheet'],
    ['<link rel="stylesheet" href="/dist/fallback.css">', 'with it'],
  ]) {
    test(`nothing jumps when the script wakes around a fragment at ${width} pixels, ${words}`, async (t) => {
      writeFileSync(join(folder, 'pages/fragments/calm.html'), hostPage(sheet + script));
      // The least of three times: on a busy machine a frame may be painted between the bundle and the transcript.
      let shift = Infinity;
      for (let times = 0; times < 3 && shift > 0.02; times++) {
        shift = Math.min(shift, await shiftOf(t, 'fragments/calm.html', width));
      }
      t.diagnostic(`layout shift ${shift.toFixed(4)}`);
      assert.ok(shift <= 0.02, `the page jumps by ${shift}`);
    });
  }
}
