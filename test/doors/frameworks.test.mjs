// What README.md says of React, Vue, Svelte and Angular, as it stands there: in a project that has installed the package,
// compiled by the framework's own compiler, and pressed.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { launchChrome } from '../support/chrome.mjs';
import { makeConsumer } from '../support/consumer.mjs';
import { frameworks, pageScript, serverDrawing } from '../support/frameworks.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');
const player = 'dialogue-player';

/** What README.md says of a framework: the snippet below its name, and its row of the table. */
function told(name) {
  const [, snippet] = new RegExp(`^\`\`\`\\w+\\n((?://|<!--) ${name}\\b[^]*?)^\`\`\`$`, 'm').exec(readme);
  const [, setting, bundle] = new RegExp(
    `^\\| ${name}[\\d ]* \\|([^|\\n]*(?:\\|\\|[^|\\n]*)*)\\| \`([^\`]+)\` \\|`,
    'm',
  ).exec(readme);
  return { snippet, bundle, settings: readSettings(setting) };
}

/** `compilerOptions: {…}` is code in the table, and no text to be typed again. */
function readSettings(cell) {
  const [, code] = /`(compilerOptions: .*)`/.exec(cell) ?? [];
  return code ? new Function(`return {${code}}`)() : {};
}

/** The bundle that README.md shows, whose dialogue the snippets play. */
const series = JSON.parse(
  [...readme.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, text]) => text).find((text) => text.includes('"dialogues"')),
);

/** Waits until nothing in the page holds its `gone` any more. Vue keeps what it tells its developers' tools for 3 seconds. */
async function assertForgotten(visit) {
  const inspector = await visit.page.createCDPSession();
  for (const end = performance.now() + 12_000; ; await wait(200)) {
    await inspector.send('HeapProfiler.collectGarbage');
    if (await visit.page.evaluate(() => !globalThis.gone.deref())) return;
    assert.ok(performance.now() < end, 'The element is held by something, though the page has let it go.');
  }
}

let project;
let browser;
let server;

before(async () => {
  [project, browser] = await Promise.all([makeConsumer(), launchChrome()]);
  const home = join(project.home, 'series');
  const [{ audio, transcript }] = series.dialogues;
  for (const folder of ['audio', 'transcripts']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'bundle.json'), JSON.stringify(series));
  cpSync(at('test/fixtures/audio/tone.mp3'), join(home, audio.sources[0].src));
  cpSync(at('test/fixtures/transcripts/two-voices.vtt'), join(home, transcript[0].src));
  writeFileSync(join(project.home, 'package.json'), '{ "type": "module" }');
  server = await startServer({ roots: { '/': at('stories/host-page/'), '/series/': `${home}/` } });
});
after(async () => {
  await browser?.close();
  await server?.close();
  project?.remove();
});

for (const [name, { ending, server: isDrawnByServers }] of Object.entries(frameworks)) {
  describe(`a page of ${name}, as README.md shows it`, () => {
    const { snippet, bundle, settings } = told(name);
    const address = 'src="/series/bundle.json"';
    const files = {};

    before(async () => {
      // The table says what stands there where the page has an object.
      const withObject = snippet.replace(address, bundle);
      assert.notEqual(withObject, snippet, `the snippet has no ${address}`);
      const takes = {
        React: ['{ brief', '{ series, brief'],
        Vue: ["['brief", "['series', 'brief"],
        Svelte: ['{ brief', '{ series, brief'],
      };
      const [from, to] = takes[name] ?? ['@Input() brief', '@Input() series; @Input() brief'];
      for (const [kind, text] of Object.entries({ address: snippet, object: withObject.replace(from, to) })) {
        files[kind] = join(project.home, `${name}-${kind}.${ending}`);
        writeFileSync(files[kind], text);
        const script = await pageScript(name, files[kind], settings);
        server.faults.set(`/${name}-${kind}.js`, answerWith(200, script, 'text/javascript; charset=utf-8'));
      }
    });

    async function arrive(t, given, { kind = 'address', html = '', head = '' } = {}) {
      const body = `<div id="app">${html}</div><script src="/${name}-${kind}.js"></script>`;
      server.faults.set('/page.html', answerWith(200, pageOf(body, { head }), 'text/html; charset=utf-8'));
      const visit = await openPage(browser, `${server.origin}/page.html`, { test: t });
      await visit.page.evaluate(async (given) => {
        globalThis.heard = 0;
        globalThis.drawing = await globalThis.draw({ ...given, onPlay: () => globalThis.heard++ });
      }, given);
      return visit;
    }
    const update = (visit, given) => visit.page.evaluate((given) => globalThis.drawing.update(given), given);

    /** The words stand in the player once, and the transcript is among them or is not. */
    async function assertShows(visit, { title = series.dialogues[0].title, transcript }) {
      await visit.ready();
      await visit.until(
        (title, transcript) =>
          document.querySelector('dialogue-player :is(h2, h3)')?.innerText === title &&
          document.querySelectorAll('dialogue-player [data-cue]').length > 0 === transcript,
        title,
        transcript,
      );
      assert.equal(await visit.page.$$eval('[data-dialogue-words]', ({ length }) => length), 1);
      assert.equal(await visit.get(player, 'noTranscript'), !transcript);
      assert.equal(await visit.get(player, 'dialogue'), 'pace');
    }

    it('shows, plays, tells of it, and leaves nothing behind once it is gone', async (t) => {
      const visit = await arrive(t, { brief: true });
      await assertShows(visit, { transcript: false });
      assert.equal(await visit.get(player, 'src'), '/series/bundle.json');
      assert.deepEqual(visit.sounds, []);
      // A press by its place, since a handle on the button would hold all that this test wants to see forgotten.
      const { x, y } = await visit.page.$eval(player, ({ shadowRoot }) => {
        const { x, y, width, height } = shadowRoot.querySelector('[part="play"]').getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await visit.page.mouse.click(x, y);
      await visit.hears(player);
      assert.equal(await visit.page.evaluate(() => globalThis.heard), 1);
      await visit.page.evaluate(() => {
        globalThis.gone = new WeakRef(document.querySelector('dialogue-player'));
        globalThis.drawing.unmount();
        delete globalThis.drawing;
      });
      await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
      assert.equal(await visit.page.$eval('#app', ({ innerHTML }) => innerHTML.replace(/<!--.*?-->/g, '')), '');
      await assertForgotten(visit);
      await visit.assertQuiet();
    });

    it('neither loses nor doubles the words, however often it is drawn anew, and plays on', async (t) => {
      const visit = await arrive(t, { brief: false });
      await assertShows(visit, { transcript: true });
      await visit.press(player);
      await visit.hears(player);
      for (const brief of [true, false, true, false]) {
        await update(visit, { brief });
        await assertShows(visit, { transcript: !brief });
      }
      await visit.hears(player);
      assert.equal(await visit.page.evaluate(() => globalThis.heard), 1);
      await visit.assertQuiet();
    });

    it('takes a bundle as an object, and another in its place', async (t) => {
      const given = structuredClone(series);
      const [dialogue] = given.dialogues;
      dialogue.audio.sources[0].src = `/series/${dialogue.audio.sources[0].src}`;
      dialogue.transcript[0].src = `/series/${dialogue.transcript[0].src}`;
      const visit = await arrive(t, { brief: false, series: given }, { kind: 'object' });
      await assertShows(visit, { transcript: true });
      assert.equal(await visit.page.$eval(player, (player) => player.bundle.title), series.title);
      assert.equal(await visit.page.$eval(player, (player) => player.hasAttribute('bundle')), false);
      assert.equal(visit.requests.includes('/series/bundle.json'), false);
      await visit.press(player);
      await visit.hears(player);
      dialogue.title = 'How slowly may we go?';
      await update(visit, { series: given });
      await assertShows(visit, { title: dialogue.title, transcript: true });
      await visit.assertQuiet();
    });

    if (!isDrawnByServers) return;

    it('is drawn by a server too, and taken over from it', async (t) => {
      const draw = await serverDrawing(name, files.address, { home: project.home, settings });
      const html = await draw({ brief: true, onPlay() {} });
      assert.match(html, /<dialogue-player [^>]*dialogue="pace"/);
      const visit = await arrive(t, { brief: true }, { html });
      await assertShows(visit, { transcript: false });
      await update(visit, { brief: false });
      await assertShows(visit, { transcript: true });
      await visit.press(player);
      await visit.hears(player);
      assert.equal(await visit.page.evaluate(() => globalThis.heard), 1);
      await visit.assertQuiet();
    });
  });
}
