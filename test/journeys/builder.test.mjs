// The embed builder: from a choice to lines that play on every kind of site.
// Names of the page, where the functions run that are handed to it.
/* global getSelection */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { dialogueById } from '../support/built-in.mjs';
import { hosts, sift } from '../support/hosts.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** As the page itself tells those who set it up. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; connect-src 'self'; img-src 'self'; " +
  "media-src 'self'; base-uri 'none'; form-action 'none'";
const OPEN = { 'Access-Control-Allow-Origin': '*' };
const BUILDER = '/dist/embed/builder.html';
const DIALOGUE = 'what-do-we-value';
const asItIs = () => false;

/** Where the builder and all our files are, and a site that pastes: two origins. */
const [{ browser, house }, partner] = await Promise.all([openHouse(), startHouse()]);
after(() => partner.close());
for (const entry of readdirSync(dist, { recursive: true })) {
  house.serve(`/dist/${entry.replaceAll('\\', '/')}`, asItIs, OPEN);
}
house.serve(BUILDER, asItIs, { 'Content-Security-Policy': POLICY });

async function build(t, query = '', before) {
  const visit = await openPage(browser, house.origin + BUILDER + query, { test: t, before });
  await visit.until(() => !document.querySelector('form')?.hidden);
  return visit;
}

const preview = async (visit, tag) => {
  const frame = await (await visit.find('iframe')).contentFrame();
  await asks(frame, (tag) => document.querySelector(tag)?.dataset.state === 'ready', tag);
  return frame;
};

/** Asks a frame, or a page, until the answer is truthy. */
async function asks(frame, question, ...details) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await frame.evaluate(question, ...details).catch(() => undefined);
    if (answer) return answer;
    await wait(40);
  }
  return assert.fail(`Waited in vain for ${question}. ${await frame.evaluate(() => document.body.innerText)}`);
}

const codeOf = (visit, kind) =>
  visit.page.$eval(`[data-kind="${kind}"]`, (box) => (box.hidden ? '' : box.querySelector('pre').textContent));

/** By keyboard alone: goes from one stop to the next until the right one is reached. */
async function tabTo(visit, isThere, detail, times = 40) {
  for (let i = 0; i < times; i++) {
    await visit.page.keyboard.press('Tab');
    if (await visit.page.evaluate(isThere, detail)) return;
  }
  assert.fail('The keyboard never came there.');
}

/** Sound really runs, and only once. */
const isHeard = () => {
  const sounds = [...globalThis.journey.sounds].filter(({ paused }) => !paused);
  return sounds.length === 1 && sounds[0].currentTime > 0.25;
};

async function audit(visit) {
  await visit.page.evaluate(axe);
  return visit.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

test('by keyboard alone from a first look to a copied line, and the address keeps the choice', async (t) => {
  const visit = await build(t, '', (page) =>
    page.browserContext().overridePermissions(house.origin, ['clipboard-read', 'clipboard-write']),
  );
  const { page } = visit;
  const isField = (name) => document.activeElement.name === name;
  await tabTo(visit, isField, 'show');
  // The first letters of “Tension”.
  await page.keyboard.type('Ten');
  await visit.until(() => location.search.includes('show=tension-card'));
  await tabTo(visit, isField, 'dialogue');
  await page.keyboard.type('Whose');
  await tabTo(visit, isField, 'site');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(visit, isField, 'theme');
  await page.keyboard.press('ArrowRight');
  await tabTo(visit, isField, 'lang');
  await page.keyboard.press('ArrowRight');
  const address = await page.evaluate(() => location.search);
  assert.equal(address, '?show=tension-card&dialogue=whose-risk-is-it-anyway&theme=nhs&lang=cy&site=sharepoint');

  const frame = await preview(visit, 'tension-card');
  await asks(frame, () => document.documentElement.lang === 'cy');
  await tabTo(visit, () => document.activeElement.closest('.box')?.dataset.kind === 'bare-frame');
  await page.keyboard.press('Enter');
  await visit.until(() => document.querySelector('[role="status"]').textContent === 'Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await codeOf(visit, 'bare-frame'));
  assert.match(copied, /^<iframe src="http[^"]*show=tension-card&amp;dialogue=whose-risk-is-it-anyway&amp;theme=nhs/);
  await visit.assertQuiet();

  // A colleague opens what was sent.
  const colleague = await build(t, address);
  assert.equal(await codeOf(colleague, 'bare-frame'), copied);
  await colleague.assertQuiet();
});

test('where there is no clipboard, the line is copied in the old way, and that is said', async (t) => {
  const visit = await build(t, '?site=wix', (page) =>
    page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  );
  await (await visit.find('[data-kind="address"] button')).click();
  await visit.until(() => /^(Copied|Selected)/.test(document.querySelector('[role="status"]').textContent));
  assert.equal(await visit.page.evaluate(() => getSelection().toString()), await codeOf(visit, 'address'));
  await visit.assertQuiet();
});

for (const scheme of ['light', 'dark']) {
  test(`on a phone that is ${scheme}: nothing is wider than the screen, what is pressed is big enough, and axe is content`, async (t) => {
    const visit = await build(t, `?site=wordpress&dialogue=${DIALOGUE}`, async (page) => {
      await page.setViewport({ width: 320, height: 640, isMobile: true, hasTouch: true });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    });
    await (await visit.find('summary')).tap();
    assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth), 320);
    const small = await visit.page.$$eval('button, select, summary, fieldset label', (controls) =>
      controls
        .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML),
    );
    assert.deepEqual(small, []);
    await (await visit.find('label:has([value="umbraco"])')).tap();
    await visit.until(() => location.search.includes('site=umbraco'));
    assert.match(await codeOf(visit, 'tag'), /<dialogue-player /);
    const frame = await preview(visit, 'dialogue-player');
    await (await frame.waitForSelector('dialogue-player >>> [part="play"]')).tap();
    await asks(frame, isHeard);
    assert.deepEqual(await audit(visit), []);
    await visit.assertQuiet();
  });
}

test('the frame beside the form follows, as high as what it shows, and Back leads out of the page', async (t) => {
  const visit = await build(t, `?dialogue=${DIALOGUE}`);
  const steps = await visit.page.evaluate(() => history.length);
  await visit.page.select('#show', 'prompt-deck');
  const frame = await preview(visit, 'prompt-deck');
  const height = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await visit.until((height) => Math.abs(document.querySelector('iframe').clientHeight - height) <= 1, height);
  assert.equal(await visit.page.evaluate(() => history.length), steps);
  await visit.page.select('#show', 'dialogue-search');
  await preview(visit, 'dialogue-search');
  assert.equal(await visit.page.$eval('#dialogue', ({ disabled }) => disabled), true);
  await visit.page.select('#show', 'tension-card');
  assert.equal(await visit.page.$eval('#dialogue [value="introduction"]', ({ disabled }) => disabled), true);
  assert.deepEqual(await audit(visit), []);
  await visit.assertQuiet();
});

test('the text for IT holds the true hashes, and names what is really asked', async (t) => {
  const visit = await build(t, `?dialogue=${DIALOGUE}&site=own`);
  const letter = await codeOf(visit, 'letter');
  const hashes = JSON.parse(readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8'));
  for (const path of ['dialogues.js', 'embed/host.js']) {
    assert.ok(letter.includes(`src="${house.origin}/dist/${path}" integrity="${hashes[path]}"`), letter);
  }
  const policy = letter
    .match(/^ {2}[a-z]+-src .*;$/gm)
    .map((line) => line.trim())
    .join(' ');
  const pinned = letter.match(/<script defer src="[^"]*dialogues\.js".*<\/script>/)[0];
  const code = (await codeOf(visit, 'tag')).replace(/<script.*<\/script>/, pinned);
  partner.serve('/pinned.html', pageOf(code, { head: '' }), {
    'Content-Security-Policy': `default-src 'none'; ${policy.replace('img-src', "img-src 'self'")}`,
  });
  const site = await openPage(browser, `${partner.origin}/pinned.html`, { test: t });
  await site.ready();
  await site.press('dialogue-player');
  await site.hears('dialogue-player');
  assert.deepEqual(await site.page.evaluate(() => globalThis.journey.violations), []);
  for (const address of site.requests.filter((one) => one.startsWith('http')))
    assert.ok(letter.includes(address), address);
});

test('a bundle of another site is refused in words, and shown once it is allowed', async (t) => {
  const path = '/fixtures/bundles/good/two-languages.json';
  partner.serve(path, asItIs, OPEN);
  const query = `?bundle=${encodeURIComponent(partner.origin + path)}&lang=cy`;
  const refused = await openPage(browser, house.origin + BUILDER + query, { test: t });
  await refused.until(() => document.querySelector('main').innerText.includes('allow.json'));
  assert.deepEqual(await audit(refused), []);
  await refused.assertQuiet();

  house.break(
    t,
    '/dist/embed/allow.json',
    answerWith(200, JSON.stringify({ bundles: [partner.origin + path] }), 'application/json'),
  );
  const open = `${POLICY.replace("connect-src 'self'", `connect-src 'self' ${partner.origin}`)}`;
  house.serve(BUILDER, asItIs, { 'Content-Security-Policy': open });
  t.after(() => house.serve(BUILDER, asItIs, { 'Content-Security-Policy': POLICY }));
  const visit = await build(t, query);
  assert.match(await codeOf(visit, 'tag'), new RegExp(`src="${partner.origin}${path}" lang="cy"`));
  await visit.page.select('#show', 'dialogue-series');
  await visit.until((path) => new URLSearchParams(location.search).get('bundle')?.endsWith(path), path);
});

/** What a strict site of one's own says, with our origin where the letter tells to add it. */
const strict = (origin) =>
  `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}; media-src ${origin}; ` +
  `img-src 'self' ${origin}; frame-src ${origin}`;

const player = ['dialogue-player'];
const sample = ['dialogue-player', 'tension-card', 'dialogue-series'];

/** Kind of site, its rules, what is pasted, what it shows, and what else the site has. */
const cases = [
  ['own', 'own site', 'tag', sample, { isStrict: true }],
  ['own', 'own site', 'frame', sample, { isStrict: true }],
  ['wordpress', 'WordPress for editors', 'frame', sample],
  ['wordpress', 'WordPress for authors', 'figure', ['dialogue-player', 'tension-card']],
  ['wordpress', 'WordPress for authors', 'figure', sample, { loader: true }],
  ['sharepoint', 'SharePoint', 'bare-frame', sample],
  ['sharepoint', 'SharePoint', 'address', player],
  ['drupal', 'Drupal, Full HTML', 'frame', player],
  ['drupal', 'Drupal, Basic HTML', 'figure', player],
  ['drupal', 'Drupal, Basic HTML with figures', 'figure', ['dialogue-player', 'tension-card']],
  ['drupal', 'Drupal, Basic HTML with figures', 'figure', sample, { loader: true }],
  ['umbraco', 'Umbraco template', 'tag', sample],
  ['umbraco', 'Umbraco template', 'frame', player],
  ['wix', 'Wix', 'address', sample],
  ['wix', 'Wix', 'tag', sample],
  ['squarespace', 'Squarespace', 'tag', sample],
  ['squarespace', 'Squarespace, the lowest plan', 'figure', ['dialogue-player', 'tension-card']],
];

test('the rules of those hosts take away what they say, and leave what they say', async (t) => {
  const visit = await openPage(browser, partner.serve('/empty.html', pageOf('', { head: '' })), { test: t });
  const html = `<p onclick="a()">Words <b-c d="e">here</b-c></p><script src="/f.js"></script><figure data-lwd="g" data-h="i"
    style="j"><audio controls src="/k.mp3"></audio></figure><iframe src="https://listed.example/l" onload="m()"></iframe>`;
  const left = (name, listed) => visit.page.evaluate(sift, html, hosts[name].keeps, listed);
  const figure = '<figure data-lwd="g" data-h="i"><audio controls="" src="/k.mp3"></audio></figure>';
  assert.equal(await left('WordPress for authors'), `<p>Words here</p>${figure}`);
  assert.equal(await left('Drupal, Basic HTML'), '<p>Words here</p>');
  assert.equal(await left('Drupal, Basic HTML with figures'), `<p>Words here</p>${figure.replace(' data-h="i"', '')}`);
  const listed = await left('SharePoint', ['https://listed.example']);
  assert.match(listed, /<iframe src="https:\/\/listed\.example\/l"><\/iframe>/);
  assert.doesNotMatch(listed, /<(p|script|figure)/);
  assert.doesNotMatch(await left('SharePoint', ['https://other.example']), /<iframe/);
});

for (const [site, name, kind, shows, { isStrict, loader } = {}] of cases) {
  const script = loader ? ', with the two lines for the whole site' : '';
  test(`the ${kind} for ${site} plays under the rules of ${name}${script}`, async (t) => {
    const builder = await build(t, `?site=${site}&dialogue=${DIALOGUE}`);
    for (const show of shows) {
      await builder.page.select('#show', show);
      const code = await codeOf(builder, kind);
      assert.ok(code, `there is no ${kind} for ${show}`);
      const head = loader ? await codeOf(builder, 'loader') : '';
      await playOn(name, { kind, code, show, head, isStrict });
    }
    await builder.assertQuiet();
  });
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Pastes some lines on a site with its rules, and listens there. */
async function playOn(name, { kind, code, show, head, isStrict }) {
  const { keeps, isFramed, isFrameListed } = hosts[name];
  const sandbox = isFramed ? ' sandbox="allow-scripts allow-popups"' : '';
  const html =
    kind === 'address'
      ? `<iframe src="${escape(code)}"${sandbox} width="600" height="700" title="Embedded"></iframe>`
      : code;
  const empty = await openPage(browser, partner.serve('/empty.html', pageOf('', { head: '' })));
  const kept = await empty.page.evaluate(sift, html, keeps, isFrameListed ? [house.origin] : undefined);
  await empty.context.close();
  if (keeps && kind === 'figure') assert.doesNotMatch(kept, /<(script|iframe|dialogue-)/);
  const body =
    isFramed && kind !== 'address'
      ? `<iframe srcdoc="${escape(kept)}"${sandbox} width="600" height="700" title="Embedded"></iframe>`
      : kept;
  const headers = isStrict ? { 'Content-Security-Policy': strict(house.origin) } : {};
  const visit = await openPage(
    browser,
    partner.serve('/site.html', pageOf(`<main><h1>Our page</h1>${body}</main>`, { head }), headers),
  );
  try {
    await listenThere(visit, { kind, show, head, isFramed });
    await assertGuest(visit);
  } finally {
    await visit.context.close();
  }
}

async function listenThere(visit, { kind, show, head, isFramed }) {
  const isInFrame = isFramed || /frame|address/.test(kind);
  const place = isInFrame ? await (await visit.find('iframe')).contentFrame() : visit.page;
  // The figure of a site that loads no script has the browser's own controls, or a link to a page that plays.
  const isPlain = kind === 'figure' && !head;
  if (!isPlain) {
    await asks(place, (show) => document.querySelector(show)?.dataset.state === 'ready', show);
    const inner = show === 'dialogue-series' ? `${show} dialogue-player` : show;
    await (await place.waitForSelector(`${inner} >>> [part="play"]`)).click();
    await asks(place, isHeard);
  } else if (await visit.page.$('audio')) {
    const box = await (await visit.find('audio')).boundingBox();
    await visit.page.mouse.click(box.x + 28, box.y + box.height / 2);
    await asks(place, isHeard);
  } else {
    assert.equal(await visit.page.$eval('main a', (link) => link.innerText), dialogueById(DIALOGUE).title);
    await (await visit.find('main a')).click();
    await asks(visit.page, (show) => document.querySelector(show)?.dataset.state === 'ready', show);
    await visit.press(show);
    await asks(visit.page, isHeard);
  }
}

/** Nobody was asked but the two origins, nothing was kept, and nothing met its policy or an error. */
async function assertGuest(visit) {
  const known = [house.origin, partner.origin].map((origin) => `${origin}/`);
  const strangers = visit.requests.filter(
    (address) => /^(https?|wss?):/.test(address) && !known.some((origin) => address.startsWith(origin)),
  );
  assert.deepEqual(strangers, []);
  assert.deepEqual(visit.noise, []);
  assert.deepEqual(await visit.context.cookies(), []);
  for (const frame of visit.page.frames()) {
    assert.deepEqual(await frame.evaluate(() => globalThis.journey?.violations ?? []), []);
    const kept = await frame.evaluate(() => {
      try {
        return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
      } catch {
        // A sandbox has none.
        return [];
      }
    });
    assert.deepEqual(kept, []);
  }
}

test('in a frame on another site, a session may fill the screen and keep it awake, as its line asks', async (t) => {
  const builder = await build(t, `?show=team-session&dialogue=${DIALOGUE}&site=sharepoint`);
  const line = await codeOf(builder, 'bare-frame');
  for (const [path, html, isGranted] of [
    ['/session.html', line, true],
    ['/bare-session.html', line.replace(/ allow="[^"]*"/, ''), false],
  ]) {
    partner.serve(path, pageOf(html, { head: '' }));
    const visit = await openPage(browser, partner.origin + path, { test: t });
    const frame = await preview(visit, 'team-session');
    await (await frame.waitForSelector('team-session >>> [part="begin"]')).click();
    await frame.waitForSelector('team-session >>> [part="next"]');
    assert.equal(!!(await frame.$('team-session >>> [part="full-screen"]')), isGranted);
    // A headless browser keeps no screen awake: its policy tells what another would do.
    const isAwake = await frame.evaluate(() => document.featurePolicy.allowsFeature('screen-wake-lock'));
    assert.equal(isAwake, isGranted);
    // Without that leave the browser complains, once; the meeting goes on all the same.
    for (let tries = 0; !isGranted && !visit.noise.length && tries < 100; tries++) await wait(40);
    assert.deepEqual(
      visit.noise.map(({ what }) => /screen-wake-lock is not allowed/.test(what)),
      isGranted ? [] : [true],
    );
  }
  await builder.assertQuiet();
});
