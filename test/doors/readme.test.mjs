import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { parseBundle } from 'living-well-dialogues/bundle.js';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';
import { withIntegrities } from '../tools/integrity.mjs';
import { weigh } from '../tools/sizes.mjs';
import { readCues } from '../../dist/bundle/transcript.js';
import { SHELF_NAME } from '../../dist/playback/memory.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The code between fences of one language. */
const fences = (language) =>
  [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].filter((match) => match[1] === language).map((match) => match[2]);
const prose = readme.replace(/^```[^]*?^```$/gm, '');

describe('README.md', () => {
  it('links only to what is there', () => {
    const targets = [...prose.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target]) => target);
    assert.ok(targets.length > 0);
    const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
      words
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    for (const target of targets) {
      if (/^(https?|mailto):/.test(target)) continue;
      const [path, anchor] = target.split('#');
      if (path) assert.ok(existsSync(join(root, path)), `${target} is not there`);
      else assert.ok(headings.includes(anchor), `there is no heading for #${anchor}`);
    }
  });

  it('gives each picture words', () => {
    for (const [picture, words] of prose.matchAll(/!\[([^\]]*)\]\([^)]*\)/g)) {
      assert.ok(words.trim().length > 10, `${picture} has no words`);
    }
  });

  it('names only commands that the project has', () => {
    const commands = [...readme.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)];
    assert.ok(commands.length >= 2);
    for (const [command, isRun, name] of commands) {
      const isNpm = !isRun && ['install', 'ci', 'pack', 'i'].includes(name);
      assert.ok(isNpm || Object.hasOwn(scripts, name), `package.json has no script for ${command}`);
    }
  });

  it('names tags and attributes as they are', async () => {
    const tags = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const rows = [...readme.matchAll(/^\| `([a-z]+-[a-z]+)` \|.*\|(.*)\|$/gm)];
    assert.deepEqual(rows.map(([, tag]) => tag).sort(), tags.sort());
    for (const [, tag, column] of rows) {
      const door = await import(`living-well-dialogues/elements/${tag}-element.js`);
      const { observedAttributes } = Object.values(door).find((one) => one.observedAttributes);
      const attributes = column.replace(/\([^)]*\)/g, '').matchAll(/`([a-z-]+)`/g);
      for (const [, attribute] of attributes) {
        assert.ok(observedAttributes.includes(attribute), `${tag} has no ${attribute}`);
      }
    }
  });

  it('names custom properties and parts that are read', () => {
    const script = readFileSync(join(root, 'dist/dialogues.js'), 'utf8');
    const properties = new Set(readme.match(/--dialogue-[\w-]*\w/g));
    assert.ok(properties.size > 0);
    for (const property of properties) {
      assert.ok(new RegExp(`var\\(\\s*${property}[,)\\s]`).test(script), `nothing reads ${property}`);
    }
    for (const [, part] of readme.matchAll(/::part\(([\w-]+)\)/g)) assert.ok(script.includes(`part="${part}"`), part);
  });

  it('tells what the script files weigh', () => {
    const rows = [...readme.matchAll(/^\| (`[\w.]+`(?:, `[\w.]+`)*) \|.*\| ([\d.]+) kB \|$/gm)];
    const told = rows.flatMap(([, files, weight]) =>
      [...files.matchAll(/`([^`]+)`/g)].map(([, file]) => ({ file, weight: Number(weight) })),
    );
    assert.deepEqual(
      told.map(({ file }) => file).sort(),
      readdirSync(join(root, 'dist')).filter((name) => /\.m?js$/.test(name) && name !== 'cli.js'),
    );
    for (const { file, weight } of told) {
      const truth = weigh(join(root, 'dist', file));
      assert.ok(Math.abs(truth - weight) < 0.3, `${file} is ${truth} kB, and not ${weight}`);
    }
  });

  it('names the tags that listen.js brings', () => {
    const entry = readFileSync(join(root, 'src/entry/listen.ts'), 'utf8');
    const brought = [...entry.matchAll(/elements\/([\w-]+)\//g)].map(([, tag]) => tag);
    const [, sentence] = /^`listen\.js` brings ([^;]*)/m.exec(prose);
    assert.deepEqual([...sentence.matchAll(/`([\w-]+)`/g)].map(([, tag]) => tag).sort(), brought.sort());
  });

  it('names what is stored as it is', () => {
    const [, name] = /`([\w-]+)` in `localStorage`/.exec(prose);
    assert.equal(name, SHELF_NAME);
  });

  it('names forms of a transcript that are read', () => {
    assert.match(prose, /WebVTT.*SubRip.*JSON of Podcasting 2\.0/s);
    for (const form of ['vtt', 'srt', 'json']) {
      const text = readFileSync(join(root, `test/fixtures/transcripts/two-voices.${form}`), 'utf8');
      assert.ok(readCues(text).length > 1, `nothing is read of ${form}`);
    }
  });

  it('names the Trusted Types policy as it is', () => {
    const [, name] = /trusted-types ([\w-]+)/.exec(readme) ?? [];
    assert.ok(name, 'the policy has no name in it');
    assert.ok(readFileSync(join(root, 'dist/dialogues.js'), 'utf8').includes(`createPolicy("${name}"`));
  });

  it('imports what can be imported', async () => {
    const specifiers = fences('js').flatMap((code) =>
      [...code.matchAll(/(?:from|import) '([^']+)'/g)].map((match) => match[1]),
    );
    assert.ok(specifiers.length > 0);
    for (const specifier of specifiers) await assert.doesNotReject(import(specifier), specifier);
  });

  it('shows a bundle that has no problem', () => {
    const bundles = fences('json').filter((text) => text.includes('"dialogues"'));
    assert.ok(bundles.length > 0);
    for (const text of bundles) {
      const { bundle, problems } = parseBundle(text, 'https://example.org/bundle.json');
      assert.deepEqual(problems, []);
      assert.ok(bundle.dialogues.length > 0);
    }
  });
});

describe('what README.md says to paste', () => {
  const snippets = fences('html').filter((html) => html.includes('<script') && /<[a-z]+-[a-z]/.test(html));
  let browser;
  let house;

  before(async () => {
    [browser, house] = await Promise.all([launchChrome(), startHouse()]);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is there', () => assert.ok(snippets.length > 0));

  it('makes a player of the figure', async (t) => {
    const [html] = fences('html').filter((text) => text.includes('data-lwd'));
    const visit = await openPage(browser, house.serve('/pasted.html', pageOf(html)), { test: t });
    await visit.ready();
    await visit.press('dialogue-player');
    await visit.hears('dialogue-player');
    await visit.assertQuiet();
  });

  it('pins the file that is built, which the browser takes', async (t) => {
    assert.equal(
      readme,
      withIntegrities(readme, join(root, 'dist')),
      'node test/tools/integrity.mjs README.md mends it',
    );
    const [html] = fences('html').filter((text) => text.includes('integrity='));
    const head = html.replaceAll('https://YOUR-SITE', house.origin);
    const body = '<dialogue-player dialogue="introduction"></dialogue-player>';
    const visit = await openPage(browser, house.serve('/pasted.html', pageOf(body, { head })), { test: t });
    await visit.ready();
    await visit.assertQuiet();
  });

  it('shows a frame that plays, as high as what it shows', async (t) => {
    const [html] = fences('html').filter((text) => text.includes('<iframe'));
    const here = html.replaceAll('https://YOUR-SITE', house.origin);
    const visit = await openPage(browser, house.serve('/pasted.html', pageOf(here, { head: '' })), { test: t });
    const frame = await (await visit.find('iframe')).contentFrame();
    await frame.waitForSelector('dialogue-player[data-state="ready"]');
    await (await frame.$('dialogue-player >>> [part="play"]')).click();
    await frame.waitForSelector('dialogue-player >>> [aria-label^="Pause"]');
    await visit.until(() => document.querySelector('iframe').getBoundingClientRect().height > 600);
    await visit.assertQuiet();
  });

  for (const [i, html] of snippets.entries()) {
    it(`becomes ready and plays, snippet ${i + 1}`, async (t) => {
      const visit = await openPage(browser, house.serve('/pasted.html', pageOf(html, { head: '' })), { test: t });
      await visit.ready();
      assert.deepEqual(visit.sounds, []);
      const tag = (await visit.page.$('dialogue-player')) ? 'dialogue-player' : 'tension-card';
      await visit.press(tag);
      await visit.untilNamed(tag, /^Pause/);
      await visit.until(() =>
        [...globalThis.journey.sounds].some((sound) => !sound.paused && sound.currentTime > 0.25),
      );
      assert.equal(await visit.playing(), 1);
      await visit.assertQuiet();
    });
  }
});
