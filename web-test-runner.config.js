import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findChrome } from './test/support/chrome.mjs';
import { countsReporter, strayError } from './test/support/counts.mjs';
import { findFirefox } from './test/support/firefox.mjs';
import { byteRange } from './test/support/ranges.mjs';
import { webKitLauncher } from './test/support/webkit-launcher.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

const stop = (error) => {
  console.error(error.message);
  process.exit(1);
};

// Chromium always, for its coverage; Firefox where there is one. `ENGINES=chromium npm test` leaves Firefox out, and
// `ENGINES=webkit` is for those who want to see: three engines at once are too much for a small machine.
const engines = (process.env.ENGINES || 'chromium,firefox').split(',');
const chrome = await findChrome().catch(stop);
const firefox = engines.includes('firefox') ? await findFirefox().catch(stop) : null;
if (process.env.ENGINES && engines.includes('firefox') && !firefox) console.warn('There is no Firefox to test in.');
const webkit = engines.includes('webkit') ? await webKitLauncher() : null;
if (engines.includes('webkit') && !webkit) console.warn('There is no WebKit to test in.');

// An error that no test waits for would only be logged: this names it, so that the reporter fails the file. A test that
// means to have one calls `preventDefault()` on the event, in a capturing listener on `window`, which comes before this.
const strayErrors = `
for (const kind of ['error', 'unhandledrejection']) {
  window.addEventListener(kind, (event) => {
    const reason = event.reason ?? event.error;
    const words = String(reason?.message ?? reason ?? event.message);
    if (event.message?.startsWith('ResizeObserver loop')) {
      // Only the browser's note that a layout took two frames; Mocha would blame whichever test is running.
      event.stopImmediatePropagation();
      return;
    }
    if (!event.defaultPrevented) console.error(${JSON.stringify(strayError)} + words);
  });
}`;

export default {
  rootDir: root,
  files: 'test/{bundle,playback,context,elements,locales,styles,embed}/**/*.test.ts',
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, target: 'esnext', tsconfig: join(root, 'tsconfig.json') })],
  middleware: [answerRanges],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: chrome,
      concurrency: 2,
      // Chromium freezes the timers of a tab behind another: every file gets a window of its own.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
    // puppeteer drives Firefox by WebDriver BiDi. It has no CDP, and so no `emulateMedia` in tests, and knows the space
    // bar by ' ' only.
    ...(firefox ? [chromeLauncher({ puppeteer, launchOptions: firefox, concurrency: 1 })] : []),
    ...(webkit ? [webkit] : []),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 5000, forbidOnly: Boolean(process.env.TEST_COUNTS) } },
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <title>Tests</title>
    <script>
      // The tests run Lit's development build for its warnings; that it is one needs no telling.
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
      ${strayErrors}
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  reporters: [countsReporter(process.env.TEST_COUNTS), defaultReporter()],
  coverageConfig: {
    include: ['src/bundle/**', 'src/playback/**'],
    exclude: ['src/bundle/json-schema.ts', 'src/bundle/descriptions.ts'],
    threshold: { statements: 95, branches: 90, functions: 95, lines: 95 },
  },
};

/** The runner's own server ignores `Range`, and then every seek in a sound snaps back to the start. */
async function answerRanges(context, next) {
  const path = normalize(decodeURIComponent(context.path));
  if (!context.headers.range || !path.endsWith('.mp3') || path.includes('..')) return next();
  const file = join(root, path);
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  const range = byteRange(context.headers.range, size);
  if (size === 0 || range === 'whole') return next();
  context.set('Accept-Ranges', 'bytes');
  if (range === 'unsatisfiable') {
    context.status = 416;
    context.set('Content-Range', `bytes */${size}`);
    return;
  }
  context.status = 206;
  context.type = 'audio/mpeg';
  context.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  context.length = range.end - range.start + 1;
  context.body = createReadStream(file, range);
}
