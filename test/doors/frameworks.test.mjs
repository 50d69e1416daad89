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
  const [row] = new RegExp(`^\\| ${name}[\\d ]*\\|.*$`, 'm').exec(readme);
  const [, , setting, bundle] = row.split(/(?<!\|)\|(?!\|)/);
  return { snippet, bundle: /`(.*)`/.exec(bundle)[1], settings: readSettings(setting) };
}

/** How each names what a component is given, to which the snippet with an object adds the object. */
const givens = {
  React: ['{ brief,', '{ brief, series,'],
  Vue: ["['brief']", "['brief', 'series']"],
  Svelte: ['{ brief,', '{ brief, series,'],
  Angular: ['@Input() brief', '@Input() series;\n  @Input() brief'],
};

/** The snippet as it stands there; with an object, as the table says; and so that a server may draw it, as the text says. */
function variantsOf(name) {
  const { snippet, bundle } = told(name);
  const replaced = (text, from, to) => {
    assert.ok(text.includes(from), `the snippet of ${name} has no ${from}`);
    return text.replace(from, to);
  };
  const object = replaced(replaced(snippet, 'src="/series/bundle.json"', bundle), ...givens[name]);
  const [, inTheRef] = /`(player\.bundle = series)` in the `ref`/.exec(readme);
  const drawn = name === 'React' ? replaced(object, '(player) => {', `(player) => {\n${inTheRef};`) : object;
  return { address: snippet, object, drawn };
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

/** The same, as a page of any address can be given it. */
function atHome() {
  const given = structuredClone(series);
  const [{ audio, transcript }] = given.dialogues;
  for (const part of [...audio.sources, ...transcript]) part.src = `/series/${part.src}`;
  return given;
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
    const { settings } = told(name);
    const files = {};

    before(async () => {
      for (const [kind, text] of Object.entries(variantsOf(name))) {
        files[kind] = join(project.home, `${name}-${kind}.${ending}`);
        writeFileSync(files[kind], text);
        const script = await pageScript(name, files[kind], settings);
        server.faults.set(`/${name}-${kind}.js`, answerWith(200, script, 'text/javascript; charset=utf-8'));
      }
    });

    async function arrive(t, given, { kind = 'address', html = '', isLate = false } = {}) {
      const body = `<div id="app">${html}</div><script src="/${name}-${kind}.js"></script>`;
      server.faults.set('/page.html', answerWith(200, pageOf(body, { head: '' }), 'text/html; charset=utf-8'));
      const visit = await openPage(browser, `${server.origin}/page.html`, { test: t });
      if (isLate) await visit.ready();
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
      const given = atHome();
      const visit = await arrive(t, { brief: false, series: given }, { kind: 'object' });
      await assertShows(visit, { transcript: true });
      assert.equal(await visit.page.$eval(player, (player) => player.bundle.title), series.title);
      assert.equal(await visit.page.$eval(player, (player) => player.hasAttribute('bundle')), false);
      assert.equal(visit.requests.includes('/series/bundle.json'), false);
      await visit.press(player);
      await visit.hears(player);
      const other = atHome();
      other.dialogues[0].title = 'How slowly may we go?';
      await update(visit, { series: other });
      await assertShows(visit, { title: other.dialogues[0].title, transcript: true });
      await visit.assertQuiet();
    });

    if (!isDrawnByServers) return;

    for (const isLate of [false, true]) {
      it(`is drawn by a server too, and taken over ${isLate ? 'when our words are in it' : 'at once'}`, async (t) => {
        const draw = await serverDrawing(name, files.address, { home: project.home, settings });
        const html = await draw({ brief: true, onPlay() {} });
        assert.match(html, /<dialogue-player [^>]*dialogue="pace"/);
        const visit = await arrive(t, { brief: true }, { html, isLate });
        await assertShows(visit, { transcript: false });
        await update(visit, { brief: false });
        await assertShows(visit, { transcript: true });
        await visit.press(player);
        await visit.hears(player);
        assert.equal(await visit.page.evaluate(() => globalThis.heard), 1);
        await visit.assertQuiet();
      });
    }

    it('takes over from a server a tag that is given an object', async (t) => {
      const draw = await serverDrawing(name, files.drawn, { home: project.home, settings });
      const given = { brief: true, series: atHome() };
      const visit = await arrive(t, given, { kind: 'drawn', html: await draw({ ...given, onPlay() {} }) });
      await visit.until(() => document.querySelector('dialogue-player').dataset.state === 'ready');
      await assertShows(visit, { transcript: false });
      await visit.assertQuiet();
    });
  });
}
