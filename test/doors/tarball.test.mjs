// What npm would give: the tarball, unpacked where nothing else of this project is.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { allTags, tagNames } from '../support/all-tags.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const isWindows = process.platform === 'win32';

const player = 'dialogue-player[dialogue="introduction"]';
const SOUND = 'living-well/audio/introduction.mp3';

let site;
let home;
let manifest;
let browser;
let server;

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'tarball-'));
  const modules = join(site, 'node_modules');
  await mkdir(modules);
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', site];
  const { stdout } = await run(isWindows ? 'npm.cmd' : 'npm', words, {
    cwd: root,
    shell: isWindows,
    maxBuffer: 1 << 24,
  });
  await run('tar', ['-xzf', JSON.parse(stdout)[0].filename], { cwd: site });
  manifest = JSON.parse(await readFile(join(site, 'package/package.json'), 'utf8'));
  home = join(modules, manifest.name);
  // As an install would lay it out, with the packages that it asks for beside it.
  await rename(join(site, 'package'), home);
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(join(modules, name, '..'), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  await writeFile(join(site, 'package.json'), '{ "type": "module", "private": true }');
  const shelves = [`/npm/${manifest.name}@${manifest.version}/`, '/sites/ward-7/files/', '/'];
  server = await startServer({ roots: Object.fromEntries(shelves.map((path) => [path, home])) });
  browser = await launchChrome();
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (site) await rm(site, { recursive: true });
});

const arrive = (t, path, html) => {
  server.faults.set(path, answerWith(200, html, 'text/html; charset=utf-8'));
  server.faults.set('/icon.svg', answerWith(204));
  return openPage(browser, server.origin + path, { test: t });
};

async function assertPlays(visit) {
  await visit.ready();
  assert.deepEqual(visit.sounds, []);
  await visit.press(player);
  await visit.hears(player);
  await visit.assertQuiet();
}

describe('the tarball', () => {
  it('lets Node in by each door but the script files, without a DOM', async () => {
    const doors = Object.keys(manifest.exports).flatMap((door) => {
      if (door === './elements/*.js')
        return tagNames.flatMap((tag) => [`/elements/${tag}.js`, `/elements/${tag}-element.js`]);
      return door === '.' || door === './bundle.js' ? [door.slice(1)] : [];
    });
    assert.equal(doors.length, 2 * tagNames.length + 2);
    const code = `
      const doors = ${JSON.stringify(doors)};
      for (const door of doors) await import('${manifest.name}' + door);
      const { parseBundle } = await import('${manifest.name}/bundle.js');
      const { readFileSync } = await import('node:fs');
      const built = new URL(import.meta.resolve('${manifest.name}/living-well/bundle.json'));
      console.log(typeof document, parseBundle(readFileSync(built, 'utf8'), 'https://example.org/').problems.length);`;
    await writeFile(join(site, 'look.mjs'), code);
    const { stdout, stderr } = await run(process.execPath, ['look.mjs'], { cwd: site });
    assert.equal(stdout.trim(), 'undefined 0');
    assert.equal(stderr, '');
  });

  it('becomes a page by a bundler', async (t) => {
    const { outputFiles } = await build({
      stdin: { contents: `import '${manifest.name}';`, resolveDir: site },
      bundle: true,
      write: false,
      format: 'iife',
      minify: true,
    });
    server.faults.set('/bundled.js', answerWith(200, outputFiles[0].text, 'text/javascript; charset=utf-8'));
    const body = `<dialogue-bundle src="/dist/living-well/bundle.json">${allTags}</dialogue-bundle>`;
    await assertPlays(
      await arrive(t, '/bundled.html', pageOf(body, { head: '<script defer src="/bundled.js"></script>' })),
    );
  });

  it('has its bundle beside the script file, at a path with a version', async (t) => {
    const head = `<script defer src="/npm/${manifest.name}@${manifest.version}/dist/dialogues.js"></script>`;
    const body = allTags.replaceAll('/dist/', `/npm/${manifest.name}@${manifest.version}/dist/`);
    const visit = await arrive(t, '/deep/in/a/site/', pageOf(body, { head }));
    await assertPlays(visit);
    assert.ok(
      visit.requests.every((address) => !/bundle\.json/.test(address) || address.includes(`@${manifest.version}/`)),
    );
  });

  for (const [title, script] of [
    ['by a classic script', '<script defer src="../dist/dialogues.js"></script>'],
    ['by a module', '<script type="module" src="../dist/dialogues.mjs"></script>'],
    ['by listen.js', '<script defer src="../dist/listen.js"></script>'],
  ]) {
    it(`has its bundle beside the script file, in a folder of a site, ${title}`, async (t) => {
      const body = '<dialogue-player dialogue="introduction"></dialogue-player>';
      const visit = await arrive(t, '/sites/ward-7/files/pages/today.html', pageOf(body, { head: script }));
      await assertPlays(visit);
      assert.ok(visit.requests.includes('/sites/ward-7/files/dist/living-well/bundle.json'));
    });
  }
});

describe('a page that is opened as a file', () => {
  const open = async (t, body) => {
    const path = join(home, 'page.html');
    await writeFile(path, pageOf(body, { head: '<script defer src="dist/dialogues.js"></script>' }));
    const visit = await openPage(browser, pathToFileURL(path).href, { test: t });
    t.after(() => {
      const asked = visit.requests.filter((address) => !/^(file|data):/.test(address));
      assert.deepEqual(asked, [], 'asked somebody');
    });
    return visit;
  };

  it('says in words that it wants a web server, and the sound inside the tag plays', async (t) => {
    const sound = `<audio controls preload="none" src="dist/${SOUND}"></audio>`;
    const visit = await open(
      t,
      `${allTags.replace('<p>The introduction, without script.</p>', sound)}<div lang="cy"><tension-card dialogue="what-do-we-value"></tension-card></div>`,
    );
    assert.ok((await visit.states()).every((state) => state.endsWith(' failed')));
    assert.match(await visit.wordsOf(player), /needs a web server, not a file/);
    assert.match(await visit.wordsOf('div[lang] > tension-card'), /gweinydd gwe/);
    assert.ok(await visit.sees(`${player} > audio`));
    await visit.page.$eval(`${player} > audio`, (audio) => audio.play());
    await visit.until((player) => document.querySelector(`${player} > audio`).currentTime > 0.25, player);
  });

  it('plays where the bundle stands in the page itself', async (t) => {
    const bundle = {
      format: 1,
      title: 'On a disk',
      summary: 'No server.',
      language: 'en-GB',
      dialogues: [
        {
          id: 'introduction',
          title: 'From a file',
          summary: 'It is heard.',
          audio: { sources: [{ src: `dist/${SOUND}`, type: 'audio/mpeg' }], duration: 200 },
          transcript: [],
        },
      ],
    };
    const json = `<script type="application/json">${JSON.stringify(bundle)}</script>`;
    const visit = await open(
      t,
      `<dialogue-bundle>${json}<dialogue-player dialogue="introduction"></dialogue-player></dialogue-bundle>`,
    );
    await visit.ready();
    await visit.press(player);
    await visit.hears(player);
    assert.deepEqual(visit.noise, []);
  });
});
