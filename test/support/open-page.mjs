// Names of the page, where the functions run that are handed to it.
/* global HTMLMediaElement, caches, document, indexedDB, localStorage, sessionStorage */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { answerWith, startServer } from './server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** How long a journey waits for anything, in milliseconds: far longer than it takes, since machines are slow at times. */
const PATIENCE = 12_000;

/** The tags that show something, and so tell their condition in `data-state`. */
const TELLING = [
  'dialogue-bundle',
  // It shows what plays, and waits until something does.
  'dialogue-dock:not([data-state="waiting"])',
  'dialogue-player',
  'dialogue-search',
  'dialogue-series',
  'dialogue-transcript',
  'learning-list',
  'participant-card',
  'participant-list',
  'prompt-deck',
  'series-credits',
  'series-section',
  'team-session',
  'tension-card',
  'tension-line',
  'tension-list',
];

/**
 * A server with the host page at `/`, the built files at `/dist/`, the fixtures at `/fixtures/` and the packages that we
 * use at `/npm/`, to which a test adds pages and faults.
 *
 * @param {object} [options]
 * @param {Record<string, string>} [options.headers] Sent with all that it has.
 * @returns {Promise<{origin: string, requests: object[], serve: Function, go: Function, mend: Function, close: Function}>}
 */
export async function startHouse({ headers = {} } = {}) {
  assert.ok(existsSync(at('dist/dialogues.mjs')), 'There is no whole dist/: build first.');
  const policies = new Map();
  const roots = {
    '/': at('stories/host-page/'),
    '/dist/': at('dist/'),
    '/fixtures/': at('test/fixtures/'),
    '/npm/': at('node_modules/'),
  };
  const server = await startServer({ roots, headers: (path) => ({ ...headers, ...policies.get(path) }) });
  return {
    origin: server.origin,
    requests: server.requests,
    /** Puts a page at a path. Returns its address. */
    serve(path, html, headers) {
      server.faults.set(path, typeof html === 'function' ? html : answerWith(200, html, 'text/html; charset=utf-8'));
      if (headers) policies.set(path, headers);
      return server.origin + path;
    },
    /** Lets a path go wrong, until it is mended or the test ends. */
    break(test, path, fault) {
      server.faults.set(path, fault);
      test.after(() => server.faults.delete(path));
    },
    mend: (path) => server.faults.delete(path),
    close: () => server.close(),
  };
}

/** A whole HTML page around a body. The head loads the classic script unless it says otherwise. */
export function pageOf(body, { head = '<script defer src="/dist/dialogues.js"></script>', lang = 'en-GB' } = {}) {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>A journey</title><link rel="icon" href="/icon.svg">${head}</head>
<body>
${body}
</body>
</html>`;
}

// Runs in each page before its own scripts. It keeps what only the page can see; nothing of it changes the page.
export function keepRecords() {
  const records = (globalThis.journey = { violations: [], sounds: new Set() });
  document.addEventListener('securitypolicyviolation', (event) => {
    records.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI || 'inline'} ${event.sample}`);
  });
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (...nothing) {
    records.sounds.add(this);
    return play.apply(this, nothing);
  };
  // Native controls do not call `play()`.
  document.addEventListener(
    'play',
    ({ target }) => target instanceof HTMLMediaElement && records.sounds.add(target),
    true,
  );
}

// A person waits 10 to 15 seconds for what hangs; in the page of such a test one second lasts as long as ten.
function hurry() {
  const { setTimeout: later } = globalThis;
  globalThis.setTimeout = (task, delay, ...rest) => later(task, delay >= 5000 ? delay / 10 : delay, ...rest);
}

/**
 * Opens an address in a fresh browser context, which remembers nothing of other tests, with recorders for all that a good
 * guest does not do.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {object} [options]
 * @param {import('node:test').TestContext} [options.test] The page is closed when this test ends.
 * @param {boolean} [options.hurried] Long timers of the page run ten times faster.
 * @param {(page: import('puppeteer-core').Page) => unknown} [options.before] Called before the page is opened.
 */
export async function openPage(browser, address, { test, hurried = false, before } = {}) {
  const context = await browser.createBrowserContext();
  test?.after(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  page.setDefaultTimeout(PATIENCE);
  const visit = new Visit(page, context, new URL(address).origin);
  await page.evaluateOnNewDocument(keepRecords);
  if (hurried) await page.evaluateOnNewDocument(hurry);
  await before?.(page);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return visit;
}

/** One page as a person meets it, and what it has done so far. */
export class Visit {
  constructor(page, context, origin) {
    this.page = page;
    this.context = context;
    this.origin = origin;
    /** Every request of the page, as paths on its own origin or whole addresses. */
    this.requests = [];
    this.noise = [];
    page.on('request', (request) => this.requests.push(request.url().replace(origin, '')));
    page.on('pageerror', (error) => this.noise.push({ what: `uncaught ${error.stack ?? error}`, url: '' }));
    page.on('console', (message) => {
      if (!['error', 'warn', 'assert'].includes(message.type())) return;
      this.noise.push({ what: `console: ${message.text()}`, url: message.location()?.url ?? '' });
    });
  }

  /** The sound files that were asked for. */
  get sounds() {
    return this.requests.filter((address) => /\.mp3\b/.test(address));
  }

  /**
   * Asks the page until the answer is truthy, and gives that. Not puppeteer's own waiting, which needs `new Function` in the
   * page: a strict policy forbids it.
   */
  async until(question, ...details) {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const answer = await this.page.evaluate(question, ...details);
      if (answer) return answer;
      if (performance.now() > end) {
        const state = await this.page.evaluate(() => document.body?.innerText.slice(0, 1500));
        const noise = JSON.stringify(this.noise);
        assert.fail(
          `Waited in vain for ${question} with ${JSON.stringify(details)}. ${noise} The page reads:\n${state}`,
        );
      }
      await wait(40);
    }
  }

  /** The first element that matches, through shadow roots by `>>>`; waits until it is there. */
  async find(selector) {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const found = await this.page.$(selector);
      if (found) return found;
      if (performance.now() > end) assert.fail(`There is no ${selector}.`);
      await wait(40);
    }
  }

  part(selector, name) {
    return this.find(`${selector} >>> [part="${name}"]`);
  }

  /** A press with the mouse on a part. */
  async press(selector, name = 'play') {
    const button = await this.part(selector, name);
    // A face may be drawn anew between the look and the press; a person presses what is there then.
    await button.click().catch(async (error) => {
      if (await button.isVisible()) throw error;
      await (await this.part(selector, name)).click();
    });
  }

  /** The name that a screen reader says for a part. */
  async nameOf(selector, name = 'play') {
    return (await this.spoken(await this.part(selector, name))).name;
  }

  /** What a screen reader knows of an element. */
  async spoken(handle) {
    return (await this.page.accessibility.snapshot({ root: handle, interestingOnly: false })) ?? {};
  }

  /** Waits until a part has a name that matches. */
  async untilNamed(selector, pattern, name = 'play') {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const now = await this.nameOf(selector, name);
      if (pattern.test(now)) return;
      if (performance.now() > end) assert.match(now, pattern);
      await wait(40);
    }
  }

  /** Waits until all elements of the library have left the waiting face, and says how they are. */
  async states() {
    await this.until((tags) => {
      const all = [...document.querySelectorAll(tags)];
      return all.length > 0 && all.every(({ dataset }) => dataset.state && dataset.state !== 'waiting');
    }, TELLING.join());
    return this.page.evaluate(
      (tags) => [...document.querySelectorAll(tags)].map(({ localName, dataset }) => `${localName} ${dataset.state}`),
      TELLING.join(),
    );
  }

  /** Waits until all elements of the library show what they have. */
  async ready() {
    const states = await this.states();
    assert.deepEqual(
      states.filter((state) => !state.endsWith(' ready')),
      [],
    );
    return states.length;
  }

  /** Waits until the sound of a player really runs: its own time moves on, and bytes of sound are decoded. */
  async hears(selector) {
    const from = await this.page.$eval(selector, (player) => player.currentTime);
    await this.until(
      (selector, from) => {
        const player = document.querySelector(selector);
        const sounds = [...globalThis.journey.sounds].filter((sound) => !sound.paused);
        return (
          !player.paused &&
          player.currentTime >= from + 0.25 &&
          sounds.length === 1 &&
          sounds[0].webkitAudioDecodedByteCount !== 0
        );
      },
      selector,
      from,
    );
  }

  /** How many media elements play now. */
  playing() {
    return this.page.evaluate(() => [...globalThis.journey.sounds].filter((sound) => !sound.paused).length);
  }

  /** A public property of an element. */
  get(selector, property) {
    return this.page.$eval(selector, (element, property) => element[property], property);
  }

  set(selector, property, value) {
    return this.page.$eval(selector, (element, property, value) => void (element[property] = value), property, value);
  }

  /** What can be seen of an element's words. */
  wordsOf(selector) {
    return this.page.$eval(selector, (element) => element.querySelector('[data-dialogue-words]')?.innerText ?? '');
  }

  /** Whether something in the page can be seen. */
  sees(selector) {
    return this.page.$eval(selector, (element) => element.checkVisibility() && element.getClientRects().length > 0);
  }

  /**
   * Says that the page was a quiet guest: no error, no violation of a policy, no request to elsewhere, no cookie, nothing
   * stored.
   *
   * @param {object} [options]
   * @param {string[]} [options.broken] Paths that the test itself broke: the browser's own complaint about them counts not.
   */
  async assertQuiet({ broken = [] } = {}) {
    const loud = this.noise.filter(({ url }) => !broken.some((path) => url.startsWith(this.origin + path)));
    assert.deepEqual(loud, []);
    assert.deepEqual(await this.page.evaluate(() => globalThis.journey.violations), []);
    assert.deepEqual(
      this.requests.filter((address) => /^(https?|wss?):/.test(address)),
      [],
      'asked another origin',
    );
    assert.deepEqual(await this.context.cookies(), []);
    const stored = await this.page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
    ]);
    assert.deepEqual(stored, []);
  }
}
