// Several copies of the library on one page: other files, other formats, other versions, in either order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { allTags, importMap, tagNames } from '../support/all-tags.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { answerWith } from '../support/server.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const { version } = JSON.parse(read('package.json'));
const OLDER = '0.0.9';

const player = 'dialogue-player[dialogue="introduction"]';
const other = 'dialogue-player[dialogue="what-do-we-value"]';
// npm modules have no bundle beside them; each page names its own.
const body = `<dialogue-bundle src="/dist/living-well/bundle.json">${allTags}</dialogue-bundle>`;

const module = (code) => `<script type="module">${code}</script>`;
/** What a page may load, in the order in which it stands in the head: each waits for the one before. */
const kinds = {
  'dialogues.js': '<script defer src="/dist/dialogues.js"></script>',
  'dialogues.mjs': '<script type="module" src="/dist/dialogues.mjs"></script>',
  'listen.js': '<script defer src="/dist/listen.js"></script>',
  'the npm modules': module(`import '/dist/entry/all.js';`),
  'one npm element': module(`import '/dist/elements/dialogue-player.js';`),
  'an older dialogues.js': '<script defer src="/dist/older-dialogues.js"></script>',
  'an older listen.js': '<script defer src="/dist/older-listen.js"></script>',
};

const pairs = [
  ['dialogues.mjs', 'listen.js'],
  ['dialogues.js', 'the npm modules'],
  ['dialogues.mjs', 'the npm modules'],
  ['listen.js', 'the npm modules'],
  ['dialogues.js', 'one npm element'],
  ['an older dialogues.js', 'dialogues.js'],
  ['an older dialogues.js', 'dialogues.mjs'],
  ['an older dialogues.js', 'listen.js'],
  ['an older dialogues.js', 'the npm modules'],
  ['an older listen.js', 'dialogues.js'],
];

let browser;
// Known before the tests are named: where there is no Firefox, there are no tests in it.
const firefox = await launchFirefox();
let house;

before(async () => {
  [browser, house] = await Promise.all([launchChrome(), startHouse()]);
  for (const name of ['dialogues.js', 'listen.js']) {
    const code = read(`dist/${name}`);
    assert.ok(code.split(version).length > 3, `${name} does not say its version`);
    const older = answerWith(200, code.replaceAll(version, OLDER), 'text/javascript; charset=utf-8');
    house.serve(`/dist/older-${name}`, older);
  }
});
after(async () => {
  await browser?.close();
  await firefox?.close();
  await house?.close();
});

/** A page that loads these, one after the other, is whole and has one voice. Gives what was said in the console. */
async function assertWhole(t, names, engine = browser) {
  const head = importMap + names.map((name) => kinds[name]).join('');
  const visit = await openPage(engine, house.serve('/copies.html', pageOf(body, { head })), { test: t });
  await visit.until((tags) => tags.every((tag) => customElements.get(tag)), tagNames);
  assert.ok((await visit.ready()) > tagNames.length);
  // Where there is no sound device Firefox tells an error, unless it is silent.
  await visit.set(player, 'muted', true);
  await visit.press(player);
  await visit.hears(player);
  await visit.until(() => /Introduction/.test(document.querySelector('dialogue-dock').innerText));
  await visit.press('tension-card');
  await visit.hears(other);
  await visit.until((player) => document.querySelector(player).paused, player);
  assert.equal(await visit.playing(), 1);
  assert.equal(await visit.page.evaluate(() => globalThis.journey.sounds.size), 1, 'there is a second voice');
  const said = visit.noise.splice(0).map(({ what }) => what);
  await visit.assertQuiet();
  return said;
}

/** The one warning: a sentence that names both versions and says what to do. */
function assertWarnsOnce(said) {
  assert.equal(said.length, 1, said.join('\n'));
  assert.ok(said[0].includes(version) && said[0].includes(OLDER), said[0]);
  assert.match(said[0], /living-well-dialogues .* load only one of them\.$/);
}

for (const pair of pairs) {
  for (const [first, second] of [pair, pair.toReversed()]) {
    test(`${first} and then ${second}: all tags, one voice`, async (t) => {
      const said = await assertWhole(t, [first, second]);
      if (pair.some((name) => name.startsWith('an older'))) assertWarnsOnce(said);
      else assert.deepEqual(said, []);
    });
  }
}

test('however many copies of two versions meet, it is said once', async (t) => {
  assertWarnsOnce(
    await assertWhole(t, ['an older listen.js', 'dialogues.js', 'an older dialogues.js', 'dialogues.mjs']),
  );
});

const inFirefox = [
  ['the npm modules', 'dialogues.js'],
  ['dialogues.mjs', 'listen.js'],
  ['an older dialogues.js', 'dialogues.js'],
  ['listen.js', 'an older dialogues.js'],
];
for (const names of firefox ? inFirefox : []) {
  test(`in Firefox, ${names.join(' and then ')}: all tags, one voice`, async (t) => {
    const said = await assertWhole(t, names, firefox);
    if (names.some((name) => name.startsWith('an older'))) assertWarnsOnce(said);
    else assert.deepEqual(said, []);
  });
}
