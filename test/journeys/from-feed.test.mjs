// Another series than ours: a podcast feed becomes a bundle, pages that need no script, and a living page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const cli = (...words) => spawnSync(process.execPath, [at('dist/cli.js'), ...words], { encoding: 'utf8' }).stdout;

let browser;
let server;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'from-feed-'));
  cpSync(at('test/fixtures/community-radio'), folder, { recursive: true });
  server = await startServer({ roots: { '/': `${folder}/`, '/dist/': at('dist/') } });
  browser = await launchChrome({ autoplay: 'allowed' });
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a feed becomes a bundle, plain pages, and a living page that plays', async (t) => {
  assert.match(cli('import', join(folder, 'feed.xml'), '--out', join(folder, 'series')), /5 dialogues/);
  const problems = JSON.parse(cli('validate', join(folder, 'series/bundle.json'), '--offline', '--json'));
  assert.deepEqual(
    problems.filter(({ level }) => level === 'error').map(({ path }) => path),
    // What the feed itself has not.
    ['dialogues[3].transcript', 'dialogues[4].transcript'],
  );
  cli('prerender', join(folder, 'series/bundle.json'), '--out', join(folder, 'series/pages'));
  const { title, dialogues } = JSON.parse(readFileSync(join(folder, 'series/bundle.json'), 'utf8'));

  const plain = await openPage(browser, `${server.origin}/series/pages/index.html`, {
    test: t,
    before: (page) => page.setJavaScriptEnabled(false),
  });
  const index = await plain.page.evaluate(() => document.body.innerText);
  for (const dialogue of dialogues) assert.ok(index.includes(dialogue.title), `${dialogue.title} is missing`);

  const html = pageOf('<main><dialogue-series src="/series/bundle.json"></dialogue-series></main>', {
    head: '<script defer src="/dist/dialogues.js"></script><link rel="icon" href="data:,">',
  });
  server.faults.set('/living.html', answerWith(200, html, 'text/html; charset=utf-8'));
  const living = await openPage(browser, `${server.origin}/living.html`, { test: t });
  await living.ready();
  await living.until(() => document.querySelectorAll('dialogue-player').length === 5);
  await living.ready();
  assert.equal(await living.page.$('tension-list'), null);
  assert.ok((await living.page.evaluate(() => document.body.innerText)).includes(title));
  await living.press('dialogue-player');
  await living.untilNamed('dialogue-player', /^(Pause|Play)/);
  await living.until(() => [...globalThis.journey.sounds].some(({ currentTime }) => currentTime > 0));
  await living.assertQuiet();
});

test('a new series is begun by one command, and its page is whole at once', async (t) => {
  cli('init', join(folder, 'new'), '--title', 'Harbour talks', '--dialogue', 'Who is the sea for?');
  const visit = await openPage(browser, `${server.origin}/new/index.html`, { test: t });
  await visit.ready();
  assert.match(await visit.page.evaluate(() => document.body.innerText), /Harbour talks.*Who is the sea for\?/s);
  await visit.press('dialogue-player');
  await visit.until(() => [...globalThis.journey.sounds].some(({ currentTime }) => currentTime > 0));
  await visit.assertQuiet({ broken: ['/favicon.ico'] });
});
