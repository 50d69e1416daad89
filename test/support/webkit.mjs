// Names of the page, where the functions run that are handed to it.
/* global Element, document, performance */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keepRecords, Visit } from './open-page.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
/** Ends a program when the one that started it has ended, however that came about. */
const WARDEN = '/usr/bin/setpriv';

/** Of the screen, in pixels. */
const SIZE = [1400, 1100];

/** The name under which WebDriver hands elements about. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebDriver's letters for keys, https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Sound goes nowhere, in its own time: nobody shall hear the tests, and what runs them may have no sound device. */
const LOUD = 'pipewiresink pulsesink alsasink jackaudiosink oss4sink osssink openalsink'.split(' ');

/**
 * Starts a WebKitGTK, which is Safari's engine with other media, by WebDriver and on a screen of its own. A WebKit is a third
 * opinion: `null` where there is none, or none that can be driven. The packages are `webkit2gtk-driver` and `xvfb`.
 *
 * @param {object} [options]
 * @param {boolean} [options.scripts] Whether pages may run theirs.
 * @param {'allowed' | 'asks'} [options.autoplay] Whether sound may start without a gesture. `asks` is what a browser does for
 *   people.
 */
export async function launchWebKit({ scripts = true, autoplay = 'asks' } = {}) {
  const browser = findBrowser();
  if (!browser || ![DRIVER, SCREEN, WARDEN].every((path) => existsSync(path))) return null;
  const webkit = new WebKit();
  try {
    await webkit.start(browser, { scripts, autoplay });
    return webkit;
  } catch (error) {
    await webkit.close();
    console.warn(`No tests in ${browser}, which cannot be driven: ${error.message}`);
    return null;
  }
}

function findBrowser() {
  if (!existsSync('/usr/lib')) return undefined;
  const folders = readdirSync('/usr/lib').filter((name) => name.includes('-linux-'));
  return folders
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
        join('/usr/lib', folder, name, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path));
}

/** One browser with one window, in which one page follows another. */
class WebKit {
  #children = [];
  #driver = '';
  #session = '';

  async start(binary, { scripts, autoplay }) {
    const port = await freePort();
    const screen = this.#spawn(
      SCREEN,
      ['-displayfd', '3', '-screen', '0', `${SIZE.join('x')}x24`, '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const [display] = await once(screen.stdio[3], 'data', { signal: AbortSignal.timeout(10_000) });
    const { WAYLAND_DISPLAY: _other, ...env } = process.env;
    this.#spawn(DRIVER, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...env,
        DISPLAY: `:${String(display).trim()}`,
        GDK_BACKEND: 'x11',
        GST_PLUGIN_FEATURE_RANK: LOUD.map((name) => `${name}:NONE`).join(),
        NO_AT_BRIDGE: '1',
      },
    });
    this.#driver = `http://127.0.0.1:${port}`;
    for (let tries = 0; ; tries++) {
      try {
        await this.#send('GET', '/status');
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await wait(100);
      }
    }
    const args = ['--automation'];
    if (!scripts) args.push('--enable-javascript-markup=false');
    if (autoplay === 'allowed') args.push('--autoplay-policy=allow');
    const { sessionId } = await this.#send('POST', '/session', {
      capabilities: {
        alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args } },
      },
    });
    this.#session = `/session/${sessionId}`;
    await this.resize(1000, 940);
    if (!scripts) return;
    const script = 'return new Audio().canPlayType("audio/mpeg")';
    const plays = await this.ask('POST', '/execute/sync', { script, args: [] });
    if (!plays) throw new Error('it has no decoder for MP3, as in gstreamer1.0-plugins-good.');
  }

  /** A group of its own, so that all of it can be ended at once: the driver starts the browser, and that others. */
  #spawn(program, words, options) {
    const child = spawn(WARDEN, ['--pdeathsig', 'TERM', program, ...words], { ...options, detached: true });
    child.once('error', () => {});
    this.#children.push(child);
    return child;
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#driver + path, {
      method,
      signal: AbortSignal.timeout(30_000),
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  }

  /** With nobody to manage windows, the one under the pointer has the focus, and the pointer is in the middle of the screen. */
  resize(width, height) {
    const [x, y] = [SIZE[0] - width, SIZE[1] - height].map((room) => Math.max(0, Math.floor(room / 2)));
    return this.ask('POST', '/window/rect', { x, y, width, height });
  }

  /** A command of the one session, https://www.w3.org/TR/webdriver2/#endpoints */
  ask(method, path, body) {
    return this.#send(method, this.#session + path, body);
  }

  go(address) {
    return this.ask('POST', '/url', { url: address });
  }

  /** What can be read of a page. */
  async textOf(address) {
    await this.go(address);
    return this.ask('POST', '/execute/sync', { script: 'return document.body.innerText', args: [] });
  }

  async close() {
    if (this.#session) await this.ask('DELETE', '').catch(() => {});
    // The screen last: what has no screen any more complains.
    for (const child of this.#children.splice(0).reverse()) {
      if (!child.pid || child.exitCode !== null || child.signalCode) continue;
      const gone = once(child, 'exit', { signal: AbortSignal.timeout(5000) });
      process.kill(-child.pid);
      await gone.catch(() => process.kill(-child.pid, 'SIGKILL'));
    }
  }
}

/**
 * Opens a page of the house in a WebKit, as `openPage` does in the others. The house must have served it by `watched()`,
 * since WebDriver brings nothing into a page before its own scripts.
 *
 * @param {object} [options]
 * @param {import('node:test').TestContext} [options.test] The page is left when this test ends.
 */
export async function openInWebKit(webkit, house, path, { test } = {}) {
  const visit = new WebKitVisit(webkit, house);
  test?.after(() => webkit.go('about:blank'));
  await webkit.go(house.origin + path);
  return visit;
}

/** A page with recorders for all that a good guest does not do. */
export function watched(html) {
  return html.replace('<head>', `<head><script>(${keepRecords})();(${keepNoise})()</script>`);
}

// Runs in each page before its own scripts: the driver does not tell what the console says.
function keepNoise() {
  const noise = (globalThis.journey.noise = []);
  for (const kind of ['error', 'warn']) {
    const say = console[kind];
    console[kind] = (...words) => {
      noise.push(`console: ${words.join(' ')}`);
      say.apply(console, words);
    };
  }
  const keep = ({ target, error, reason, message }) => {
    const what =
      target instanceof Element ? `did not load ${target.outerHTML}` : `uncaught ${error ?? reason ?? message}`;
    noise.push(what);
  };
  globalThis.addEventListener('error', keep, true);
  globalThis.addEventListener('unhandledrejection', keep);
}

class WebKitVisit extends Visit {
  #house;
  #first;

  constructor(webkit, house) {
    super(new WebKitPage(webkit), { cookies: () => webkit.ask('GET', '/cookie') }, house.origin);
    this.#house = house;
    this.#first = house.requests.length;
  }

  /** What the house was asked for since the page was opened. */
  get requests() {
    return this.#house?.requests.slice(this.#first).map(({ path }) => path) ?? [];
  }

  set requests(_none) {
    // The house keeps them.
  }

  async assertQuiet() {
    const missed = this.#house.requests.slice(this.#first).filter(({ status }) => status >= 400);
    assert.deepEqual(missed, []);
    const others = await this.page.evaluate(
      (origin) =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /^(https?|wss?):/.test(name) && !name.startsWith(origin)),
      this.origin,
    );
    assert.deepEqual(others, [], 'asked another origin');
    this.noise = (await this.page.evaluate(() => globalThis.journey.noise)).map((what) => ({ what, url: '' }));
    await super.assertQuiet();
  }
}

/** As much of puppeteer's page as a visit asks for. */
export class WebKitPage {
  #webkit;

  constructor(webkit) {
    this.#webkit = webkit;
  }

  on() {
    // The driver tells nothing by itself.
  }

  async evaluate(question, ...details) {
    const script = `
      const tell = arguments[arguments.length - 1];
      (async (...details) => (${question})(...details))(...Array.prototype.slice.call(arguments, 0, -1))
        .then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
    const args = details.map((detail) => (detail instanceof Handle ? detail.reference : detail));
    const { value, error } = await this.#webkit.ask('POST', '/execute/async', { script, args });
    if (error) throw new Error(error);
    return value?.[ELEMENT] ? new Handle(this.#webkit, this, value) : value;
  }

  /** The first element that matches, through shadow roots by `>>>`. */
  async $(selector) {
    return this.evaluate((selector) => {
      // As in puppeteer, at any depth.
      const within = (root, selector) => {
        const found = root.querySelector(selector);
        if (found) return found;
        for (const { shadowRoot } of root.querySelectorAll('*')) {
          const deeper = shadowRoot && within(shadowRoot, selector);
          if (deeper) return deeper;
        }
        return null;
      };
      const [first, ...rest] = selector.split('>>>').map((part) => part.trim());
      return rest.reduce(
        (found, part) => found && within(found.shadowRoot ?? found, part),
        document.querySelector(first),
      );
    }, selector);
  }

  async $eval(selector, question, ...details) {
    const found = await this.$(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return this.evaluate(question, found, ...details);
  }

  keyboard = {
    press: (name) => this.#strike([name], ['keyDown', 'keyUp']),
    down: (name) => this.#strike([name], ['keyDown']),
    up: (name) => this.#strike([name], ['keyUp']),
    type: (letters) => this.#strike([...letters], ['keyDown', 'keyUp']),
  };

  #strike(names, types) {
    const actions = names.flatMap((name) => types.map((type) => ({ type, value: KEYS[name] ?? name })));
    return this.#webkit.ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** The window is as much larger than the page as it was before. */
  async setViewport({ width, height }) {
    const [rect, inner] = [
      await this.#webkit.ask('GET', '/window/rect'),
      await this.evaluate(() => [globalThis.innerWidth, globalThis.innerHeight]),
    ];
    await this.#webkit.resize(rect.width + width - inner[0], rect.height + height - inner[1]);
    const now = await this.evaluate(() => globalThis.innerWidth);
    // Its row of buttons needs some 450 pixels.
    if (now > width) throw new Error(`The window of this WebKit is ${now} pixels wide at least, and not ${width}.`);
  }

  accessibility = {
    snapshot: async ({ root }) => ({ name: await root.spoken('label'), role: await root.spoken('role') }),
  };
}

/** One element of the page. */
class Handle {
  #webkit;
  #page;

  constructor(webkit, page, reference) {
    this.#webkit = webkit;
    this.#page = page;
    this.reference = reference;
  }

  get #path() {
    return `/element/${this.reference[ELEMENT]}`;
  }

  /** A press with the mouse, where a person would press. */
  click() {
    return this.#webkit.ask('POST', `${this.#path}/click`, {});
  }

  focus() {
    return this.evaluate((element) => element.focus());
  }

  evaluate(question, ...details) {
    return this.#page.evaluate(question, this, ...details);
  }

  isVisible() {
    return this.evaluate((element) => element.isConnected && element.checkVisibility());
  }

  /** What a screen reader knows: the `label` or the `role`. */
  spoken(what) {
    return this.#webkit.ask('GET', `${this.#path}/computed${what}`);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address();
  await new Promise((settle) => server.close(settle));
  return port;
}
