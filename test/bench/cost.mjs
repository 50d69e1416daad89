/*
 * What listeners cost whoever serves dist/, in requests and bytes, counted from what a browser really asks of the built
 * files: node test/bench/cost.mjs prints the table of stories/hosting.md. Bytes are those of the files as the server of
 * stories/hosting/nginx.conf sends them, without headers, which are some 500 bytes a request.
 */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { launchChrome } from '../support/chrome.mjs';
import { conf, rulesOf } from '../support/nginx-conf.mjs';
import { pageOf } from '../support/open-page.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const { headers, compresses, least, level } = rulesOf(conf);
const gzip = ({ type, size }) => (compresses(type) && size >= least ? level : 0);
const HOME = '/1.2.3/';

const tag = `<link rel="stylesheet" href="${HOME}themes/living-well.css"><script defer src="${HOME}dialogues.js"></script>
<dialogue-player dialogue="what-do-we-value"></dialogue-player>`;
const small = `<script defer src="${HOME}listen.js"></script><dialogue-player dialogue="what-do-we-value"></dialogue-player>`;

/** What somebody does, and the page that they do it on. */
const visits = [
  ['opens a page with a player', '/tag.html', {}],
  ['opens one with `listen.js`, which is smaller', '/small.html', {}],
  ['opens a page with a player in a frame', `${HOME}embed/index.html?dialogue=what-do-we-value`, {}],
  ['opens it, and hears the dialogue to its end', '/tag.html', { hears: true }],
  ['comes again', '/tag.html', { again: true }],
  ['comes again, and hears the next dialogue', '/tag.html', { again: true, hears: true }],
];

/** @returns {Promise<{what: string, requests: number, bytes: number}[]>} for one person, each */
export async function countCosts() {
  const home = mkdtempSync(join(tmpdir(), 'cost-'));
  symlinkSync(dist, join(home, '1.2.3'), 'junction');
  const server = await startServer({ roots: { '/': `${home}/` }, headers, gzip });
  for (const [path, body] of Object.entries({ '/tag.html': tag, '/small.html': small })) {
    server.faults.set(path, answerWith(200, pageOf(body, { head: '' }), 'text/html; charset=utf-8'));
  }
  server.faults.set('/icon.svg', answerWith(204));
  const browser = await launchChrome();
  try {
    const costs = [];
    for (const [what, path, options] of visits) costs.push({ what, ...(await count(browser, server, path, options)) });
    return costs;
  } finally {
    await browser.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function count(browser, server, path, { hears = false, again = false }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // What is below the fold is asked for when it comes near: all of it counts.
  await page.setViewport({ width: 1000, height: 4000 });
  const open = async () => {
    await page.goto(server.origin + path, { waitUntil: 'networkidle0' });
    while (!(await page.$('dialogue-player[data-state="ready"]'))) await wait(50);
    await page.waitForNetworkIdle();
  };
  await open();
  if (again) {
    server.requests.length = 0;
    await open();
  }
  // A page of the partner's own is not ours to pay.
  const asked = server.requests.filter((one) => one.path.startsWith(HOME)).map((one) => one.path);
  const paths = hears ? [...asked, `${HOME}living-well/audio/what-do-we-value.mp3`] : asked;
  server.requests.length = 0;
  await context.close();
  const sizes = await Promise.all(paths.map(bytesOf));
  return { requests: paths.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const typeOf = { js: 'text/javascript', css: 'text/css', json: 'application/json', vtt: 'text/vtt', html: 'text/html' };

async function bytesOf(path) {
  const file = join(dist, path.slice(HOME.length));
  const { size } = await stat(file);
  const type = typeOf[file.slice(file.lastIndexOf('.') + 1)] ?? (file.endsWith('.svg') ? 'image/svg+xml' : 'other');
  return gzip({ type, size }) ? gzipSync(await readFile(file), { level }).length : size;
}

const kilo = (bytes) => (bytes / 1000).toFixed(1);
const giga = (bytes) => (bytes / 1000).toFixed(1);

/** The table of stories/hosting.md: for one person in kB, for a million in GB, which is the same figure. */
export function tableOf(costs) {
  return [
    '| what a person does | requests | kB | a million of them: requests | GB |',
    '| --- | --- | --- | --- | --- |',
    ...costs.map(
      ({ what, requests, bytes }) =>
        `| ${what} | ${requests} | ${kilo(bytes)} | ${requests} million | ${giga(bytes)} |`,
    ),
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(tableOf(await countCosts()));
