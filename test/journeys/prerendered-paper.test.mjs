// Names of the page, where the functions run that are handed to it.
/* global document, getComputedStyle */
// What the command line writes to be printed for a meeting, as it comes out of a printer.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { encode } from 'uqr';
import { bundle as builtIn, dialogueById, dialogues, unmarked } from '../support/built-in.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { command, root } from '../support/command-line.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { openPage } from '../support/open-page.mjs';
import { drawnOn, pagesIn } from '../support/pdf.mjs';
import { startServer } from '../support/server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
const id = 'what-do-we-value';
const base = 'https://listening.example.nhs.uk/dialogues/';
/** Of a page with no script at all, and of the code that tests run in it. */
const policy = "default-src 'none'; style-src 'self'";
let browser;
let server;

before(async () => {
  cpSync(join(root, 'dist/living-well'), join(folder, 'series'), { recursive: true });
  const living = { ...builtIn, url: 'https://listening.example.nhs.uk/living-well' };
  writeFileSync(join(folder, 'series/living.json'), JSON.stringify(living));
  const long = { ...builtIn, learnings: [], dialogues: [longOf(dialogueById(id))] };
  writeFileSync(join(folder, 'series/long.json'), JSON.stringify(long));
  for (const [out, file, ...words] of [
    ['pages', 'bundle.json', '--base', base],
    ['living', 'living.json', '--base', base],
    ['cy', 'bundle.json', '--base', base, '--language', 'cy'],
    ['bare', 'bundle.json'],
    ['long', 'long.json', '--base', base, '--language', 'cy'],
  ]) {
    const { code, aside } = await command(['prerender', `series/${file}`, '--out', out, ...words], { folder });
    assert.equal(code, 0, aside);
  }
  const headers = () => ({ 'content-security-policy': policy });
  server = await startServer({ roots: { '/': `${folder}/` }, headers });
  browser = await launchChrome();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path) => `${server.origin}/${path}`;
const A4 = { format: 'A4', preferCSSPageSize: true };
const mm = 96 / 25.4;
const pt = 96 / 72;

async function open(t, path) {
  const visit = await openPage(browser, at(path), { test: t });
  await visit.until(() => document.readyState === 'complete');
  return visit;
}

/** A dialogue of many words, and of some that are long. */
function longOf({ tension, prompts, ...others }) {
  const long = (words) => `${words} Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch! `.repeat(2).trim();
  return {
    ...others,
    id: 'long',
    title: 'Whom should we believe when evidence, experience and the wishes of people do not agree?',
    tension: {
      poles: tension.poles.map(({ body }) => ({
        label: 'trust staff to make hard decisions and tailor support',
        body: long(body),
      })),
      thirdWay: long(tension.thirdWay),
    },
    prompts: prompts.map(({ text, ...rest }) => ({ ...rest, text: long(text).slice(0, 220) })),
  };
}

/** What is left of a page when all that matches is gone, on paper. */
async function pagesWithout(page, selector) {
  await page.evaluate((selector) => document.querySelectorAll(selector).forEach((one) => one.remove()), selector);
  return pagesIn(await page.pdf(A4));
}

for (const out of ['pages', 'living', 'cy', 'bare']) {
  test(`of each dialogue there is a sheet of one page, and eight cards on the next (${out})`, async (t) => {
    for (const { id, prompts } of dialogues) {
      const { page } = await open(t, `${out}/paper/${id}.html`);
      const pdf = await page.pdf(A4);
      assert.equal(pagesIn(pdf), 1 + Math.ceil(prompts.length / 8), id);
      if (prompts.length > 8 && out !== 'bare') {
        const [, eight, rest] = drawnOn(pdf);
        assert.ok(eight > 2 * rest, `${id}: ${eight} bytes, then ${rest}`);
      }
      assert.equal(await pagesWithout(page, '[data-alone] > li:nth-child(n + 9)'), 2, id);
      assert.equal(await pagesWithout(page, '[data-cards]'), 1, id);
    }
  });
}

test('Firefox breaks the pages where Chromium does', async (t) => {
  const firefox = await launchFirefox();
  if (!firefox) return t.diagnostic('There is no Firefox.');
  t.after(() => firefox.close());
  const page = await firefox.newPage();
  for (const { id, prompts } of dialogues.slice(0, 3)) {
    await page.goto(at(`pages/paper/${id}.html`));
    const margin = { top: 0, right: 0, bottom: 0, left: 0 };
    assert.equal(pagesIn(await page.pdf({ ...A4, margin })), 1 + Math.ceil(prompts.length / 8), id);
  }
});

test('on paper stands all that a meeting needs, in type that can be read, black on white', async (t) => {
  const { page } = await open(t, `pages/paper/${id}.html`);
  await page.setViewport({ width: 794, height: 1123 });
  // Whatever the reader's screen is like.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.emulateMediaType('print');
  const { title, prompts, tension } = dialogueById(id);
  const text = (await page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ');
  const words = [
    builtIn.title,
    title,
    ...tension.poles.flatMap(({ label, body }) => [label, body]),
    tension.thirdWay,
    ...prompts.flatMap(({ text, hint }) => [text, hint]),
    ...['30 minutes', 'Welcome', 'Where do you stand?', 'To close', 'What we noticed', 'What we will try', 'Who'],
    'listening.example.nhs.uk/dialogues/what-do-we-value.html',
    ...prompts.map(
      ({ moment }) => `listening.example.nhs.uk/series/audio/what-do-we-value.mp3#t=${moment.start},${moment.end}`,
    ),
  ];
  for (const one of words) assert.ok(text.includes(unmarked(one)), one);
  assert.doesNotMatch(text, /To print for a meeting|Questions to talk about/);
  const { colours, small, ground } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('main *')].filter(
      (one) => one.checkVisibility() && [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()),
    );
    const styles = all.map((one) => getComputedStyle(one));
    return {
      colours: [...new Set(styles.map(({ color }) => color))],
      small: Math.min(...styles.map(({ fontSize }) => parseFloat(fontSize))),
      ground: getComputedStyle(document.documentElement).backgroundColor,
    };
  });
  assert.deepEqual([colours, ground], [['rgb(0, 0, 0)'], 'rgb(255, 255, 255)']);
  assert.ok(small >= 10 * pt - 0.01, `${small / pt} points`);
  const room = await page.$$eval('[data-ruled]', (all) => all.map((one) => one.getBoundingClientRect().height));
  assert.equal(room.length, 3);
  for (const height of room) assert.ok(height > 30 * mm, `${height / mm} mm to write in`);
  const cards = await page.$$eval('[data-alone] > li', (all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return {
        width,
        height,
        spilled: one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
      };
    }),
  );
  assert.equal(cards.length, prompts.length);
  for (const { width, height, spilled } of cards) {
    assert.ok(
      Math.abs(width - 105 * mm) < 1 && height > 72.5 * mm && height < 75 * mm,
      `${width / mm} by ${height / mm} mm`,
    );
    assert.ok(!spilled);
  }
});

test('long words and long texts are broken, and take from the space to write in before they take another page', async (t) => {
  const { page } = await open(t, 'long/paper/long.html');
  await page.setViewport({ width: 794, height: 1123 });
  await page.emulateMediaType('print');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 794);
  assert.ok((await page.$$('[data-alone] > li')).length > 8);
  assert.equal(await pagesWithout(page, '[data-cards]'), 1);
});

/** A picture of an element, as its pixels. */
async function pixelsOf(element, scale) {
  const { x, y, width, height } = await element.evaluate((one) => {
    one.scrollIntoView();
    const { x, y, width, height } = one.getBoundingClientRect();
    return { x: x + globalThis.scrollX, y: y + globalThis.scrollY, width, height };
  });
  const picture = await element.frame.page().screenshot({ clip: { x, y, width, height, scale }, encoding: 'base64' });
  const desk = await browser.newPage();
  try {
    return await desk.evaluate(async (picture) => {
      const image = await globalThis.createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new globalThis.OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      return { width: image.width, height: image.height, red: [...data].filter((_, i) => i % 4 === 0) };
    }, picture);
  } finally {
    await desk.close();
  }
}

const { moment } = dialogueById(id).prompts[1];
const times = ({ start, end }) => [start, end].map((one) => Math.round(one * 10) / 10).join();
const targets = [
  ['pages', `https://listening.example.nhs.uk/series/audio/${id}.mp3#t=${moment.start},${moment.end}`],
  ['living', `https://listening.example.nhs.uk/living-well#dialogue=${id}&t=${times(moment)}`],
];
for (const [out, address] of targets) {
  for (const media of ['print', 'a dark screen', 'forced colours']) {
    test(`a camera sees the modules of ${address} (${media})`, async (t) => {
      const { page } = await open(t, `${out}/paper/${id}.html`);
      await page.setViewport({ width: 794, height: 1123 });
      if (media === 'print') await page.emulateMediaType('print');
      if (media === 'a dark screen') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      if (media === 'forced colours') {
        const session = await page.createCDPSession();
        const features = [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-color-scheme', value: 'dark' },
        ];
        await session.send('Emulation.setEmulatedMedia', { features });
      }
      const [, , code] = await page.$$('[data-code]');
      const rows = encode(address, { ecc: 'M', border: 4 }).data;
      const { width, height, red } = await pixelsOf(code, 4);
      assert.ok(Math.abs(width - height) <= 4, `${width} by ${height}`);
      const side = width / 4 / rows.length;
      assert.ok(side >= 0.4 * mm, `${side / mm} mm a module`);
      // In the middle of each module, and in that of the white ones around the code.
      const seen = rows.map((row, y) =>
        row.map((_, x) => {
          const [across, down] = [x, y].map((place) => (place + 0.5) / rows.length);
          return red[Math.floor(down * height) * width + Math.floor(across * width)];
        }),
      );
      const drawn = seen.map((row) => row.map((shade) => (shade < 30 ? '#' : shade > 225 ? '.' : '?')).join(''));
      assert.deepEqual(
        drawn,
        rows.map((row) => row.map((isBlack) => (isBlack ? '#' : '.')).join('')),
      );
    });
  }
}

test('the page asks for nothing but its style, under the strictest policy', async (t) => {
  const visit = await open(t, `pages/paper/${id}.html`);
  assert.deepEqual(visit.requests.filter((one) => !/favicon/.test(one)).sort(), [
    `/pages/paper.css`,
    `/pages/paper/${id}.html`,
    `/pages/series.css`,
  ]);
  await visit.assertQuiet();
});

for (const mode of ['light', 'dark']) {
  for (const width of [320, 768, 1280]) {
    test(`the page is good to read at ${width} pixels in ${mode} colours`, async (t) => {
      for (const name of ['pages', 'cy', 'bare'].map((out) => `${out}/paper/${id}.html`)) {
        const { page } = await open(t, name);
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: mode }]);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`);
        });
        assert.deepEqual(found, []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${name} is ${wide} pixels wide`);
      }
    });
  }
}
