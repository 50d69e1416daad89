// Hosts with strict headers: the page is the same, to the pixel, as where nothing is forbidden, and all of it works.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allTags, importMap, tagNames } from '../support/all-tags.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { findFirefox, launchFirefox } from '../support/firefox.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

// What the README names, with nothing else allowed.
const ORIGINS = "default-src 'none'; style-src 'self'; connect-src 'self'; media-src 'self'; img-src 'self'";
// No 'allow-duplicates': a second policy of that name throws.
const TRUSTED = "require-trusted-types-for 'script'; trusted-types living-well-dialogues";
const SELF = `${ORIGINS}; script-src 'self'`;
const ISOLATED = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };

const classic = '<script defer src="/dist/dialogues.js"></script>';
const module = '<script type="module" src="/dist/dialogues.mjs"></script>';
const withNonce = (tag) => tag.replace('<script', '<script nonce="bm9uY2U"');
/** A script of the page that is trusted brings ours, as tag managers do. */
const brought = '<script nonce="bm9uY2U" src="/bring.js"></script>';
/** Somebody else's Lit, as it comes from npm, with the policy of its own name. */
const theirs =
  importMap.replace('<script', '<script nonce="bm9uY2U"') + '<script type="module" src="/their-lit.js"></script>';

const hosts = [
  ['nothing but its own origin', classic, { 'Content-Security-Policy': SELF }],
  ['nothing but its own origin, the module', module, { 'Content-Security-Policy': SELF }],
  ['scripts by nonce', withNonce(classic), { 'Content-Security-Policy': `${ORIGINS}; script-src 'nonce-bm9uY2U'` }],
  [
    'scripts by nonce, the module',
    withNonce(module),
    { 'Content-Security-Policy': `${ORIGINS}; script-src 'nonce-bm9uY2U'` },
  ],
  [
    'what a trusted script brings',
    brought,
    { 'Content-Security-Policy': `${ORIGINS}; script-src 'nonce-bm9uY2U' 'strict-dynamic'` },
  ],
  ['our policy of Trusted Types', classic, { 'Content-Security-Policy': `${SELF}; ${TRUSTED}` }],
  ['our policy of Trusted Types, the module', module, { 'Content-Security-Policy': `${SELF}; ${TRUSTED}` }],
  [
    'our policy and that of a Lit which came first',
    theirs + classic,
    { 'Content-Security-Policy': `${SELF} 'nonce-bm9uY2U'; ${TRUSTED} lit-html` },
    'their-widget',
  ],
  [
    'our policy and that of a Lit which came later',
    classic + theirs,
    { 'Content-Security-Policy': `${SELF} 'nonce-bm9uY2U'; ${TRUSTED} lit-html` },
    'their-widget',
  ],
  ['nothing that is not isolated', classic, { 'Content-Security-Policy': SELF, ...ISOLATED }],
];

const player = 'dialogue-player[dialogue="introduction"]';
const body = `${allTags}<their-widget></their-widget>`;

let house;
/** Another origin that has our files, and says that others may use them. */
let far;
before(async () => {
  house = await startHouse();
  far = await startHouse({
    headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  });
  const script = (path, code) => house.serve(path, answerWith(200, code, 'text/javascript; charset=utf-8'));
  script(
    '/bring.js',
    `const script = document.createElement('script'); script.src = '/dist/dialogues.js'; document.head.append(script);`,
  );
  script(
    '/their-lit.js',
    `import { LitElement, html } from 'lit';
     customElements.define('their-widget', class extends LitElement { render() { return html\`<p>Their \${'words'}</p>\`; } });`,
  );
});
after(async () => {
  await house?.close();
  await far?.close();
});

/** Where everything of ours stands: each part, each box of words and each thing in them, once all has come. */
async function boxes(visit) {
  await visit.ready();
  await visit.until(
    () => document.querySelectorAll('[data-cues] [data-cue]').length > 20 && document.fonts.status === 'loaded',
  );
  await visit.page.waitForNetworkIdle({ idleTime: 200 });
  return visit.page.evaluate((tags) => {
    const all = [];
    for (const element of document.querySelectorAll(tags)) {
      const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? []), ...element.querySelectorAll('*')];
      for (const one of [element, ...inside]) {
        const { x, y, width, height } = one.getBoundingClientRect();
        const name = `${element.localName} ${one.localName} ${one.getAttribute('part') ?? ''}`;
        all.push({ name, box: [x, y, width, height] });
      }
    }
    return all;
  }, tagNames.join());
}

function assertSameBoxes(now, before) {
  assert.deepEqual(
    now.map(({ name }) => name),
    before.map(({ name }) => name),
  );
  const moved = now.filter(({ box }, i) => box.some((size, j) => Math.abs(size - before[i].box[j]) > 1));
  assert.deepEqual(
    moved.map(({ name, box }) => `${name} ${box}`),
    [],
  );
}

// Known before the tests are named: where there is no Firefox, there are no tests in it.
const engines = [['Chromium', launchChrome]];
if (await findFirefox()) engines.push(['Firefox', launchFirefox]);

for (const [engine, launch] of engines) {
  describe(`in ${engine}`, () => {
    let browser;
    /** Where all stands when nothing is forbidden. */
    let free;

    before(async () => {
      browser = await launch();
      const visit = await arrive(classic);
      free = await boxes(visit);
      assert.ok(free.length > 500, `only ${free.length} boxes`);
      // A window behind another draws nothing.
      await visit.context.close();
    });
    after(() => browser?.close());

    const arrive = (head, headers, test) =>
      openPage(browser, house.serve('/strict-host.html', pageOf(body, { head }), headers ?? {}), { test });

    for (const [title, isolated] of [
      ['names one other origin', {}],
      ['names one other origin and is isolated', ISOLATED],
    ]) {
      it(`a host that ${title} has the same page`, async (t) => {
        const policy = `${ORIGINS}; script-src 'self'`.replaceAll("'self'", far.origin);
        const html = pageOf(body, { head: classic }).replaceAll('"/dist/', `"${far.origin}/dist/`);
        const address = house.serve('/far.html', html.replace('href="/icon.svg"', `href="${far.origin}/icon.svg"`), {
          'Content-Security-Policy': policy,
          ...isolated,
        });
        const visit = await openPage(browser, address, { test: t });
        assertSameBoxes(await boxes(visit), free);
        await visit.set(player, 'muted', true);
        await visit.press(player);
        await visit.hears(player);
        // Of all others, that one alone was asked.
        const { requests } = visit;
        visit.requests = requests.map((address) => address.replace(far.origin, ''));
        assert.notDeepEqual(visit.requests, requests);
        await visit.assertQuiet();
      });
    }

    for (const [title, head, headers, widget] of hosts) {
      it(`a host that allows ${title} has the same page`, async (t) => {
        const visit = await arrive(head, headers, t);
        assertSameBoxes(await boxes(visit), free);
        assert.ok(await visit.page.evaluate((tags) => tags.every((tag) => customElements.get(tag)), tagNames));
        if (widget) {
          const words = await visit.page.$eval(widget, ({ shadowRoot }) => shadowRoot.textContent);
          assert.equal(words.trim(), 'Their words');
        }
        assert.equal(
          await visit.page.evaluate(() => globalThis.crossOriginIsolated),
          'Cross-Origin-Opener-Policy' in headers,
        );

        // Where there is no sound device Firefox tells an error, unless it is silent.
        await visit.set(player, 'muted', true);
        await visit.press(player);
        await visit.hears(player);
        // The marks of what is heard and the dock are made by script: they too must pass.
        await visit.until((player) => !!document.querySelector(`${player} p[aria-current]`), player);
        await visit.until(() => document.querySelector('dialogue-dock').dataset.state === 'ready');
        await visit.press('tension-card');
        await visit.hears('dialogue-player[dialogue="what-do-we-value"]');
        await visit.press('prompt-deck', 'next');
        await visit.until(() => /2 of/.test(document.querySelector('[role="status"]')?.textContent));
        await (await visit.part('dialogue-search', 'search')).type('risk');
        await visit.until(() => document.querySelectorAll('dialogue-search [data-dialogue-words] a').length > 3);
        await visit.assertQuiet();
      });
    }
  });
}
