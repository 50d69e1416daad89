// The ladder of the README: each way in, from a pasted address to plain HTML, on the page of somebody else.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

const id = 'what-do-we-value';
const OPEN = { 'Access-Control-Allow-Origin': '*' };
/** Where a build without `BASE_URL` says that it lies. */
const UNNAMED = 'https://example.org/';

/** Where our files are, and a partner's site. */
const [{ browser, house }, partner] = await Promise.all([openHouse(), startHouse()]);
after(() => partner.close());
for (const path of ['bundle.json', `transcripts/${id}.vtt`]) {
  house.serve(`/dist/living-well/${path}`, () => false, OPEN);
}
house.serve('/dist/embed/allow.json', () => false, OPEN);

/** Nobody but the two sites was asked, and nothing is kept. */
async function assertQuiet(visit) {
  visit.requests = visit.requests.map((address) => address.replace(house.origin, ''));
  // The browser’s own note that a sandbox has no clipboard.
  visit.noise = visit.noise.filter(({ what }) => !what.includes('The Clipboard API has been blocked'));
  await visit.assertQuiet();
}

/** The player in the only frame of a page sounds after a press. */
async function assertFramePlays(visit) {
  const frame = await (await visit.find('iframe')).contentFrame();
  const button = await frame.waitForSelector('dialogue-player >>> [part="play"]');
  await button.click();
  await frame.waitForFunction(() => document.querySelector('dialogue-player').currentTime > 0.25);
  return frame;
}

const elements = {
  'two lines': `<script defer src="/dist/dialogues.js"></script>
<dialogue-player dialogue="${id}">
  <audio controls preload="none" src="/dist/living-well/audio/${id}.mp3"></audio>
  <p><a href="/dist/living-well/transcripts/${id}.vtt">Read the words</a></p>
</dialogue-player>`,
  'a module': `<script type="module" src="/dist/dialogues.mjs"></script>
<dialogue-player dialogue="${id}"></dialogue-player>`,
  'a figure, where custom tags are stripped': `<script defer src="/dist/dialogues.js"></script>
<figure data-lwd="dialogue-player" data-dialogue="${id}">
  <audio controls preload="none" src="/dist/living-well/audio/${id}.mp3"></audio>
  <a href="/dist/living-well/transcripts/${id}.vtt">Transcript</a>
</figure>`,
};
for (const [title, html] of Object.entries(elements)) {
  test(`the way in by ${title}`, async (t) => {
    const visit = await openPage(browser, house.serve('/way-in.html', pageOf(html, { head: '' })), { test: t });
    await visit.until(() => document.querySelector('dialogue-player')?.dataset.state === 'ready');
    assert.deepEqual(visit.sounds, []);
    await visit.press('dialogue-player');
    await visit.hears('dialogue-player');
    await visit.assertQuiet();
  });
}

test('the way in by a frame, which is as high as what it shows', async (t) => {
  const html = `<iframe src="${house.origin}/dist/embed/${id}.html" title="What do we value?" width="100%" height="480" allow="clipboard-write"></iframe>
<script defer src="${house.origin}/dist/embed/host.js"></script>`;
  const visit = await openPage(browser, partner.serve('/framed.html', pageOf(html, { head: '' })), { test: t });
  const frame = await assertFramePlays(visit);
  await visit.until(() => document.querySelector('iframe').style.height !== '');
  const hidden = await frame.evaluate(() => document.documentElement.scrollHeight - globalThis.innerHeight);
  assert.ok(hidden <= 1, `${hidden} pixels of it are out of sight`);
  await assertQuiet(visit);
});

test('the way in by an address: a content system finds the oEmbed answer, and what it pastes plays', async (t) => {
  // As a server of such a system goes about it: the page, its link, the answer, its HTML.
  const page = await (await fetch(`${house.origin}/dist/embed/${id}.html`)).text();
  const [link] = /<link[^>]*application\/json\+oembed[^>]*>/.exec(page);
  const [, found] = /href="([^"]*)"/.exec(link);
  const answer = await (await fetch(found.replace(UNNAMED, `${house.origin}/`))).json();
  assert.deepEqual([answer.version, answer.type, answer.title], ['1.0', 'rich', 'What do we value?']);
  const html = answer.html.replaceAll(UNNAMED, `${house.origin}/`);
  const visit = await openPage(browser, partner.serve('/unfolded.html', pageOf(html, { head: '' })), { test: t });
  assert.match(await visit.page.$eval('iframe', ({ title }) => title), /What do we value/);
  const frame = await assertFramePlays(visit);
  assert.equal(await frame.evaluate(() => globalThis.origin), 'null', 'it is in no sandbox');
  await assertQuiet(visit);
});

test('the way in by plain HTML: no script at all', async (t) => {
  const html = `<h3>What do we value?</h3>
<audio controls preload="none" src="/dist/living-well/audio/${id}.mp3"></audio>
<p><a href="/dist/embed/${id}.html">Listen with chapters and the words</a></p>`;
  const address = house.serve('/plain.html', pageOf(html, { head: '' }));
  const visit = await openPage(browser, address, { test: t });
  assert.deepEqual(visit.sounds, []);
  await visit.page.$eval('audio', (audio) => audio.play());
  await visit.until(() => document.querySelector('audio').currentTime > 0.25);
  await Promise.all([visit.page.waitForNavigation(), (await visit.find('a')).click()]);
  await visit.ready();
  await visit.assertQuiet();
});
