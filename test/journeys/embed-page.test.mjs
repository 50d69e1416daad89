// Names of the page, where the functions run that are handed to it; `heard` is what KEEP keeps.
/* global heard, navigator, origin, postMessage, scrollY */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { after, test } from 'node:test';
import { bundle, dialogueById } from '../support/built-in.mjs';
import { answerWith } from '../support/server.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

/** As the page itself tells those who set it up, with Trusted Types on top. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types living-well-dialogues";
const OPEN = { 'Access-Control-Allow-Origin': '*' };
const EMBED = '/dist/embed/index.html';

const pages = ['index', ...bundle.dialogues.map(({ id }) => id)].map((name) => `/dist/embed/${name}.html`);
const asItIs = () => false;

/** Where the embed page is, and a partner's page around it: two origins. */
const [{ browser, house }, partner] = await Promise.all([openHouse(), startHouse()]);
after(() => partner.close());
for (const page of pages) house.serve(page, asItIs, { 'Content-Security-Policy': POLICY });
for (const { transcript } of bundle.dialogues) {
  for (const { src } of transcript) house.serve(`/dist/living-well/${src}`, asItIs, OPEN);
}
house.serve('/dist/living-well/bundle.json', asItIs, OPEN);
house.serve('/dist/embed/allow.json', asItIs, OPEN);
for (const [name, ink] of [
  ['living-well', '#111'],
  ['nhs', '#222'],
]) {
  house.serve(`/dist/themes/${name}.css`, answerWith(200, `:root{--theme:${ink}}`, 'text/css'));
}

/** Asks a frame, or a page, until the answer is truthy. */
async function until(frame, question, ...details) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await frame.evaluate(question, ...details);
    if (answer) return answer;
    await wait(40);
  }
  return assert.fail(`Waited in vain for ${question}. ${await frame.evaluate(() => document.body.innerText)}`);
}

/** The frame behind an element of the page. */
async function frameOf(visit, selector = 'iframe') {
  const frame = await (await visit.find(selector)).contentFrame();
  await until(frame, () => document.readyState === 'complete');
  return frame;
}

async function ready(frame, tag = 'dialogue-player') {
  await until(frame, (tag) => document.querySelector(tag)?.dataset.state === 'ready', tag);
}

/** What the page around the frames heard, in order. */
const KEEP = `<script>
  const heard = [];
  addEventListener('message', ({ data, source, origin }) => {
    const frame = [...document.querySelectorAll('iframe')].findIndex((one) => one.contentWindow === source);
    heard.push({ data, frame, origin });
  });
</script>`;

/** A partner's page with frames of ours in it; `SRC` stands for the embed page's address. */
async function arrive(t, body, { head = KEEP, path = EMBED, before } = {}) {
  const html = pageOf(body.replaceAll('SRC', house.origin + path), { head });
  const visit = await openPage(browser, partner.serve('/partner.html', html), { test: t, before });
  return visit;
}

/** A visit straight to the embed page. */
const open = (t, query, path = EMBED) => openPage(browser, house.origin + path + query, { test: t });

/** Nobody was asked but the two origins, nothing was kept, and no frame met its policy or an error. */
async function assertQuiet(visit) {
  const known = [house.origin, partner.origin];
  const strangers = visit.requests.filter(
    (address) => /^(https?|wss?):/.test(address) && !known.some((origin) => address.startsWith(`${origin}/`)),
  );
  assert.deepEqual(strangers, []);
  assert.deepEqual(await visit.context.cookies(), []);
  assert.deepEqual(
    // The browser’s own note that a sandbox has no clipboard: we ask first, and then copy in the old way.
    visit.noise.filter(({ what }) => !what.includes('The Clipboard API has been blocked')),
    [],
  );
  for (const frame of visit.page.frames()) {
    const kept = await frame.evaluate(() => {
      try {
        return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
      } catch {
        // A sandbox has none.
        return [];
      }
    });
    assert.deepEqual(kept, []);
    assert.deepEqual(await frame.evaluate(() => globalThis.journey?.violations ?? []), []);
  }
}

async function press(frame, part, tag = 'dialogue-player') {
  await (await frame.waitForSelector(`${tag} >>> [part="${part}"]`)).click();
}

async function hears(frame) {
  await until(frame, () => {
    const { paused, currentTime } = document.querySelector('dialogue-player');
    return !paused && currentTime > 0.25;
  });
}

const contentHeight = () => Math.ceil(document.documentElement.getBoundingClientRect().height);

test('a player in a frame on another site plays, and is as high as what it shows', async (t) => {
  const visit = await arrive(
    t,
    `<iframe src="SRC?dialogue=what-do-we-value&no-transcript" width="500" height="150" title="A dialogue"></iframe>
     <iframe src="SRC?show=tension-card&dialogue=what-do-we-value" width="500" title="A tension"></iframe>
     <script src="${house.origin}/dist/embed/host.js"></script>`,
  );
  const player = await frameOf(visit);
  const card = await frameOf(visit, 'iframe:nth-of-type(2)');
  await ready(player);
  await ready(card, 'tension-card');
  for (const [place, frame] of [player, card].entries()) {
    const height = await until(
      visit.page,
      (place, height) => {
        const { clientHeight } = document.querySelectorAll('iframe')[place];
        return clientHeight === height && height;
      },
      place,
      await frame.evaluate(contentHeight),
    );
    assert.ok(height > 150, `${height} is no height`);
  }
  assert.equal(await player.evaluate(() => document.title), dialogueById('what-do-we-value').title);
  await press(player, 'play');
  await hears(player);

  // More is shown, and the frame grows with it.
  const { length } = await visit.page.evaluate(() => heard);
  await (await player.waitForSelector('dialogue-player >>> summary')).click();
  await until(visit.page, (length) => heard.length > length, length);
  await until(
    visit.page,
    (height) => document.querySelector('iframe').clientHeight === height,
    await player.evaluate(contentHeight),
  );
  // What is told makes the frame another height, and that is no news.
  const { length: settled } = await visit.page.evaluate(() => heard);
  await wait(500);
  assert.equal((await visit.page.evaluate(() => heard)).length, settled);
  await assertQuiet(visit);
});

test('a frame below the fold tells its height before anybody has seen it', async (t) => {
  const visit = await arrive(
    t,
    `<p class="far"></p><iframe src="SRC?dialogue=introduction" width="500" height="150" title="A dialogue"></iframe>`,
    { head: `${KEEP}<style>.far { height: 9000px }</style>` },
  );
  const frame = await frameOf(visit);
  await ready(frame);
  const height = await frame.evaluate(contentHeight);
  assert.ok(height > 400, `${height} is no player’s height`);
  await until(visit.page, (height) => heard.some(({ data }) => data.height === height), height);
  assert.deepEqual(
    await visit.page.evaluate(() => heard.filter(({ data }) => data.type !== 'living-well-dialogues:height')),
    [],
    'spoke of WordPress to a page that is none',
  );
  await assertQuiet(visit);
});

test('as WordPress puts it into a post: out of sight and in a sandbox until it tells its height, and then it plays', async (t) => {
  const secret = 'aB3dE6gH9j';
  const answer = JSON.parse(
    readFileSync(new URL('../../dist/embed/oembed/introduction.json', import.meta.url), 'utf8'),
  );
  const [, address] = /src="([^"]+)"/.exec(answer.html);
  const src = address.replace(/^.*\/embed\//, `${house.origin}/dist/embed/`);
  const visit = await arrive(
    t,
    `<blockquote class="wp-embedded-content" data-secret="${secret}"><a href="/">Introduction</a></blockquote>
     <iframe class="wp-embedded-content hidden" sandbox="allow-scripts" security="restricted" title="Introduction"
       src="${src}#?secret=${secret}" data-secret="${secret}" width="600" height="480"></iframe>`,
    { head: `${KEEP}<style>.hidden { position: absolute; clip: rect(1px, 1px, 1px, 1px); }</style>` },
  );
  const frame = await frameOf(visit);
  await ready(frame);
  assert.equal(await frame.evaluate(() => origin), 'null');
  const height = await frame.evaluate(contentHeight);
  const said = await until(
    visit.page,
    (height) => heard.find(({ data }) => data.message === 'height' && data.value === height),
    height,
  );
  assert.equal(said.data.secret, secret);
  assert.equal(said.frame, 0);
  assert.equal(said.origin, 'null');

  // WordPress asks again when its own script is there, shows the frame, and lets it be 1000 pixels high at most.
  const { length } = await visit.page.evaluate(() => heard);
  await visit.page.evaluate((secret) => {
    const frame = document.querySelector('iframe');
    frame.contentWindow.postMessage({ message: 'ready', secret }, '*');
  }, secret);
  await until(visit.page, (length) => heard.slice(length).some(({ data }) => data.message === 'height'), length);
  await visit.page.evaluate((height) => {
    const frame = document.querySelector('iframe');
    frame.className = '';
    frame.height = Math.min(height, 1000);
  }, height);
  await press(frame, 'play');
  await hears(frame);
  assert.deepEqual(await frame.evaluate(() => [document.querySelectorAll('dialogue-player').length, location.hash]), [
    1,
    `#?secret=${secret}`,
  ]);

  // No storage and no clipboard: the link is copied in the old way, and that is said.
  await (await frame.waitForSelector('dialogue-player >>> summary')).click();
  await press(frame, 'copy');
  await until(frame, () => document.querySelector('[role="status"]').textContent === 'Copied.');
  await visit.context.overridePermissions(partner.origin, ['clipboard-read']);
  const copied = await visit.page.evaluate(() => {
    globalThis.focus();
    return navigator.clipboard.readText();
  });
  assert.ok(copied.startsWith(`${house.origin}/dist/embed/`), copied);
  assert.match(copied, /#dialogue=introduction&t=[\d.]+$/);
  await assertQuiet(visit);
});

test('the helper hears each frame for itself, and nobody else', async (t) => {
  partner.serve(
    '/other.html',
    pageOf(`<script>parent.postMessage({ type: 'living-well-dialogues:height', height: 777 }, '*')</script>`, {
      head: '',
    }),
  );
  const visit = await arrive(
    t,
    `<iframe class="ours" src="SRC?dialogue=introduction&layout=compact" height="200" title="Ours"></iframe>
     <iframe class="other" src="/other.html" height="150" title="Another"></iframe>
     <iframe src="https://" hidden title="Nowhere"></iframe>
     <script src="${house.origin}/dist/embed/host.js"></script>`,
  );
  const frame = await frameOf(visit);
  await ready(frame);
  const height = await frame.evaluate(contentHeight);
  const isHigh = (height, selector) => document.querySelector(selector).clientHeight === height;
  await until(visit.page, isHigh, height, '.ours');
  await until(visit.page, () => heard.some(({ data }) => data.height === 777));
  // From the page itself, and from a frame that was sent elsewhere.
  await visit.page.evaluate(() => postMessage({ type: 'living-well-dialogues:height', height: 888 }, '*'));
  await until(visit.page, () => heard.some(({ data }) => data.height === 888));
  assert.ok(await visit.page.evaluate(isHigh, height, '.ours'));
  assert.ok(await visit.page.evaluate(isHigh, 150, '.other'));

  // Nonsense from the frame itself is kept within bounds.
  for (const [said, kept] of [
    [1e9, 20_000],
    [1, 50],
  ]) {
    await frame.evaluate((height) => parent.postMessage({ type: 'living-well-dialogues:height', height }, '*'), said);
    await until(visit.page, isHigh, kept, '.ours');
  }
  await frame.evaluate(() => {
    for (const height of [NaN, 'tall', null, -5]) {
      parent.postMessage({ type: 'living-well-dialogues:height', height }, '*');
    }
  });
  await until(visit.page, () => heard.some(({ data }) => data.height === -5));
  assert.ok(await visit.page.evaluate(isHigh, 50, '.ours'));

  // The page can ask; and a frame that comes later is heard too.
  await visit.page.evaluate(() =>
    document.querySelector('.ours').contentWindow.postMessage({ type: 'living-well-dialogues:height?' }, '*'),
  );
  await until(visit.page, isHigh, height, '.ours');
  await visit.page.evaluate((src) => {
    const late = document.createElement('iframe');
    late.className = 'late';
    late.title = 'Later';
    late.sandbox = 'allow-scripts';
    late.src = `${src}?show=participant-list`;
    document.body.append(late);
  }, house.origin + EMBED);
  const late = await frameOf(visit, '.late');
  await ready(late, 'participant-list');
  await until(visit.page, isHigh, await late.evaluate(contentHeight), '.late');
  await assertQuiet(visit);
});

test('a bundle of another site is refused in words, and its site is not asked', async (t) => {
  const src = `${partner.origin}/fixtures/bundles/good/full.json`;
  for (const [lang, words] of [
    ['en-GB', /allow\.json/],
    ['cy', /Nid yw’r dudalen hon yn dangos/],
  ]) {
    const visit = await open(t, `?bundle=${encodeURIComponent(src)}&lang=${lang}`);
    await until(visit.page, () => document.querySelector('main > p[lang]'));
    const said = await visit.page.evaluate(() => document.body.innerText);
    assert.match(said, words);
    assert.ok(said.includes(src), said);
    assert.equal(await visit.page.evaluate(() => document.documentElement.lang), lang);
    assert.equal(await visit.page.$('dialogue-player'), null);
    assert.ok(!visit.requests.includes(src));
    await visit.assertQuiet();
  }
});

test('a bundle on the list of the deployer is shown', async (t) => {
  const list = JSON.stringify({ bundles: [`${partner.origin}/fixtures/bundles/`] });
  house.break(t, '/dist/embed/allow.json', answerWith(200, list, 'application/json'));
  const path = '/fixtures/bundles/good/two-languages.json';
  partner.serve(path, asItIs, OPEN);
  house.serve(EMBED, asItIs, {});
  t.after(() => house.serve(EMBED, asItIs, { 'Content-Security-Policy': POLICY }));
  const src = encodeURIComponent(partner.origin + path);
  const visit = await open(t, `?bundle=${src}&lang=cy&show=tension-card`);
  await ready(visit.page, 'tension-card');
  assert.equal(await visit.page.evaluate(() => document.title), 'Cael eich clywed');
  assert.match(await visit.page.evaluate(() => document.body.innerText), /Dau berson/);
  await assertQuiet(visit);
});

test('a bundle of its own origin is shown, also where a sandbox takes the origin away', async (t) => {
  house.serve('/fixtures/bundles/good/full.json', asItIs, OPEN);
  const visit = await arrive(
    t,
    '<iframe sandbox="allow-scripts" src="SRC?show=tension-card&bundle=/fixtures/bundles/good/full.json" title="A"></iframe>',
  );
  const frame = await frameOf(visit);
  await ready(frame, 'tension-card');
  assert.equal(await frame.evaluate(() => origin), 'null');
  await assertQuiet(visit);
});

test('what cannot be shown is said in words, with what can', async (t) => {
  for (const show of ['dialogue-bundle', 'script', 'constructor', 'no-such-tag', '<b>']) {
    const visit = await open(t, `?show=${encodeURIComponent(show)}`);
    const said = await until(visit.page, () => document.querySelector('main > p[lang]')?.textContent);
    assert.ok(said.includes(`“${show}”`), said);
    assert.ok(said.includes('dialogue-player') && said.includes('tension-card'), said);
    await visit.assertQuiet();
  }
});

test('it speaks Welsh, and wears the theme that it is asked to', async (t) => {
  const theme = (page) =>
    until(page, () => getComputedStyle(document.documentElement).getPropertyValue('--theme').trim());
  const visit = await open(t, '?lang=cy&theme=nhs&dialogue=introduction');
  await ready(visit.page);
  assert.equal(await visit.page.evaluate(() => document.documentElement.lang), 'cy');
  assert.match(await visit.nameOf('dialogue-player'), /^Chwarae/);
  assert.equal(await theme(visit.page), '#222');
  await visit.assertQuiet();
  const odd = await open(t, '?lang=no%20language&theme=../../evil');
  await ready(odd.page);
  assert.equal(await odd.page.evaluate(() => document.documentElement.lang), 'en-GB');
  assert.equal(await theme(odd.page), '#111');
  await odd.assertQuiet();
});

for (const [query, dialogue, start] of [
  ['?dialogue=what-do-we-value#t=90', 'what-do-we-value', 90],
  ['#t=1:30,1:35', 'introduction', 90],
  ['#dialogue=what-do-we-value&t=60', 'what-do-we-value', 60],
  ['?dialogue=what-do-we-value#t=30#?secret=aB3dE6gH9j', 'what-do-we-value', 30],
]) {
  test(`it starts at the moment of ${query}, and the page around it stays where it is`, async (t) => {
    partner.serve('/dist/embed/index.html', asItIs);
    const visit = await openPage(
      browser,
      // Of the same origin: a frame of another could not scroll the page anyway.
      house.serve(
        '/around.html',
        pageOf(`<p class="far"></p><iframe src="${EMBED}${query}" height="400" title="A"></iframe>`, {
          head: '<style>.far { height: 3000px }</style>',
        }),
      ),
      { test: t },
    );
    const frame = await frameOf(visit);
    await ready(frame);
    await until(frame, (start) => document.querySelector('dialogue-player').currentTime === start, start);
    assert.equal(await frame.evaluate(() => document.title), dialogueById(dialogue).title);
    assert.equal(await visit.page.evaluate(() => scrollY), 0);
    if (query.includes(',')) assert.ok(await frame.$('dialogue-player >>> [part="clip"]'));

    // A host that turns the frame to another moment is followed.
    await frame.evaluate(() => void (location.hash = '#t=15'));
    await until(frame, () => document.querySelector('dialogue-player').currentTime === 15);
    await visit.assertQuiet();
  });
}

for (const [width, height, query] of [
  [320, 480, '?dialogue=what-do-we-value'],
  [600, 400, '?dialogue=what-do-we-value'],
  [320, 200, '?dialogue=what-do-we-value&layout=compact'],
]) {
  test(`at a fixed ${width} by ${height} all of it can be reached, and play is in view`, async (t) => {
    const visit = await arrive(t, `<iframe src="SRC${query}" width="${width}" height="${height}" title="A"></iframe>`);
    const frame = await frameOf(visit);
    await ready(frame);
    const { wide, high } = await frame.evaluate(() => {
      const { scrollingElement: page } = document;
      const { overflowX, overflowY } = getComputedStyle(page);
      const isFree = ![overflowX, overflowY].includes('hidden');
      page.scrollTo(0, 1e6);
      const isAtEnd = Math.abs(page.scrollTop + page.clientHeight - page.scrollHeight) < 2;
      page.scrollTo(0, 0);
      return { wide: page.scrollWidth - page.clientWidth, high: isFree && isAtEnd };
    });
    assert.equal(wide, 0, 'it is wider than its frame');
    assert.ok(high, 'its end cannot be reached');
    const play = await frame.waitForSelector('dialogue-player >>> [part="play"]');
    const { top, bottom } = await play.evaluate((button) => {
      const { top, bottom } = button.getBoundingClientRect();
      return { top, bottom };
    });
    assert.ok(top >= 0 && bottom <= height, `play stands from ${top} to ${bottom}`);
    await assertQuiet(visit);
  });
}

test('without script, the page of a dialogue has its sound and its words', async (t) => {
  const visit = await openPage(browser, `${house.origin}/dist/embed/introduction.html`, {
    test: t,
    before: (page) => page.setJavaScriptEnabled(false),
  });
  const { src } = dialogueById('introduction').audio.sources[0];
  const source = await visit.page.$eval('audio source', (element) => element.src);
  assert.equal(source, `${house.origin}/dist/living-well/${src}`);
  assert.match(await visit.page.evaluate(() => document.body.innerText), /JavaScript/);
  await visit.assertQuiet();
  await visit.page.goto(house.origin + EMBED);
  assert.equal((await visit.page.$$('main li a')).length, bundle.dialogues.length);
});

test('where the elements do not come, the page that is there stays', async (t) => {
  house.break(t, '/dist/dialogues.js', answerWith(404));
  const visit = await open(t, '?dialogue=introduction');
  await until(visit.page, () =>
    [...document.querySelectorAll('main a')].some((link) => link.checkVisibility({ visibilityProperty: true })),
  );
  await visit.assertQuiet({ broken: ['/dist/dialogues.js'] });
});

test('in a sandbox whose server lets nobody fetch, it says so, and the sound in the page is still there', async (t) => {
  house.serve('/dist/living-well/bundle.json', asItIs, {});
  t.after(() => house.serve('/dist/living-well/bundle.json', asItIs, OPEN));
  const visit = await arrive(t, '<iframe sandbox="allow-scripts" src="SRC" title="A"></iframe>', {
    path: '/dist/embed/introduction.html',
  });
  const frame = await frameOf(visit);
  await until(frame, () => document.querySelector('dialogue-player')?.dataset.state === 'failed');
  await until(frame, () => document.querySelector('audio').checkVisibility({ visibilityProperty: true }));
  assert.match(await frame.evaluate(() => document.body.innerText), /could not be fetched/);
});

test('with script, the page of a dialogue becomes its player', async (t) => {
  const visit = await open(t, '', '/dist/embed/whose-risk-is-it-anyway.html');
  await ready(visit.page);
  assert.equal(await visit.get('dialogue-player', 'dialogue'), 'whose-risk-is-it-anyway');
  assert.deepEqual(visit.sounds, []);
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.assertQuiet();
});
