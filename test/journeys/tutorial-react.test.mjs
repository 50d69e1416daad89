// What the tutorial tells people to write, as it stands there: compiled, built and pressed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { after, before, test } from 'node:test';
import { build } from 'vite';
import { launchChrome } from '../support/chrome.mjs';
import { makeConsumer } from '../support/consumer.mjs';
import { openPage } from '../support/open-page.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const tutorial = readFileSync(at('stories/docs/tutorial-react.md'), 'utf8');
/** The files that it names behind the language of a block. */
const files = [...tutorial.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name, text]) => ({ name, text }));

let project;
let browser;
let server;

before(async () => {
  [project, browser] = await Promise.all([makeConsumer(), launchChrome()]);
  const { home, installed } = project;
  for (const { name, text } of files) writeFileSync(join(home, name), text);
  const { output } = [
    await build({
      configFile: false,
      logLevel: 'error',
      root: home,
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, rollupOptions: { input: join(home, 'page.tsx') } },
    }),
  ].flat()[0];
  const named = (ending) => output.find(({ fileName }) => fileName.endsWith(ending));
  server = await startServer({
    roots: { '/': at('stories/host-page/'), '/living-well/': join(installed, 'dist/living-well/') },
    headers: () => ({ 'Content-Security-Policy': "default-src 'self'" }),
  });
  server.faults.set('/page.js', answerWith(200, named('.js').code, 'text/javascript; charset=utf-8'));
  server.faults.set('/page.css', answerWith(200, named('.css').source, 'text/css; charset=utf-8'));
  server.faults.set(
    '/react.html',
    answerWith(
      200,
      `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Tutorial</title><link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></head><body><div id="root"></div></body></html>`,
      'text/html; charset=utf-8',
    ),
  );
});
after(async () => {
  await browser?.close();
  await server?.close();
  project?.remove();
});

const button = (nth) => `.listen:nth-of-type(${nth}) button`;
const labels = (visit) => visit.page.$$eval('.listen button', (all) => all.map(({ ariaLabel }) => ariaLabel));

test('the tutorial’s code passes the compiler', async () => {
  assert.deepEqual(
    files.map(({ name }) => name),
    ['use-media.ts', 'listen.tsx', 'listen.css', 'page.tsx'],
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    types: ['vite/client'],
    skipLibCheck: true,
  };
  // Only React's own types of its DOM client are missing here.
  writeFileSync(join(project.home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['listen.tsx'] }));
  await assert.doesNotReject(async () => {
    await promisify(execFile)(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', project.home]);
  });
});

test('the tutorial’s button plays, pauses and shows what was heard, by mouse and keyboard', async (t) => {
  const visit = await openPage(browser, `${server.origin}/react.html`, { test: t });
  await visit.ready();
  assert.deepEqual(await labels(visit), ['Play', 'Play']);
  assert.equal(visit.sounds.length, 0);
  await visit.page.click(button(1));
  await visit.hears('.listen dialogue-player');
  assert.deepEqual(await labels(visit), ['Pause', 'Play']);
  await visit.page.$eval('.listen dialogue-player', (player) => (player.currentTime = player.duration / 2));
  await visit.until(() => document.querySelector('.heard').getAttribute('stroke-dasharray') === '50 100');
  await visit.page.focus(button(1));
  await visit.page.keyboard.press('Enter');
  await visit.until(() => document.querySelector('.listen button').ariaLabel === 'Play');
  assert.equal(await visit.playing(), 0);
  await visit.assertQuiet();
});

test('the tutorial’s page has one voice, and keeps the words in the light', async (t) => {
  const visit = await openPage(browser, `${server.origin}/react.html`, { test: t });
  await visit.ready();
  await visit.page.click(button(1));
  await visit.hears('.listen dialogue-player');
  await visit.page.click(button(2));
  await visit.until(
    () => [...document.querySelectorAll('.listen button')].map((one) => one.ariaLabel).join() === 'Play,Pause',
  );
  assert.equal(await visit.playing(), 1);
  const base = await visit.part('.listen dialogue-player', 'base');
  assert.equal(await base.evaluate((machinery) => machinery.checkVisibility()), false, 'the machinery is not hidden');
  assert.match(await visit.wordsOf('.listen dialogue-player'), /\S/);
  await visit.assertQuiet();
});

test('the tutorial’s page says it when the sound does not come', async (t) => {
  server.faults.set('/living-well/audio/introduction.mp3', answerWith(404, 'Gone', 'text/plain'));
  t.after(() => server.faults.delete('/living-well/audio/introduction.mp3'));
  const visit = await openPage(browser, `${server.origin}/react.html`, { test: t });
  await visit.ready();
  await visit.page.click(button(1));
  await visit.until(() => document.querySelector('.listen [role=status]').innerText.startsWith('It does not play: '));
  assert.deepEqual(await labels(visit), ['Play', 'Play']);
});
