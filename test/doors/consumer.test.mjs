import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { publint } from 'publint';
import { rollup } from 'rollup';
import { makeConsumer } from '../support/consumer.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Doors for a script tag, a style sheet, or a tool that reads JSON: no types stand behind them. */
const untyped = Object.keys(exports).filter((door) => !exports[door].types);

const program = `
import 'living-well-dialogues';
import 'living-well-dialogues/elements/tension-card.js';
import { DialogueBundleElement } from 'living-well-dialogues/elements/dialogue-bundle.js';
import { DialoguePlayerChapterChangeEvent, DialoguePlayerElement } from 'living-well-dialogues/elements/dialogue-player-element.js';
import { parseBundle, type Bundle, type Problem } from 'living-well-dialogues/bundle.js';

const player = document.createElement('dialogue-player');
const same: DialoguePlayerElement = player;
same.startAt = '1:30';
player.layout = 'compact';
// @ts-expect-error There is no such layout.
player.layout = 'enormous';
const played: Promise<void> = player.play();
const seconds: number = player.currentTime + player.buffered.length;
player.addEventListener('dialogue-player-chapterchange', (event) => {
  const told: DialoguePlayerChapterChangeEvent = event;
  const index: number = told.index;
  return [index, told.chapter?.startTime];
});
document.querySelector('prompt-deck')?.addEventListener('prompt-deck-change', (event) => {
  // @ts-expect-error The position is a number.
  const position: string = event.position;
  event.preventDefault();
  return position;
});
document.querySelector('dialogue-bundle')?.addEventListener('dialogue-bundle-ready', ({ bundle }) => {
  const ready: Bundle = bundle;
  return ready.dialogues[0]?.title;
});
const { bundle, problems } = parseBundle('{}', 'https://example.org/');
const first: Problem | undefined = problems[0];
const lender: DialogueBundleElement = new DialogueBundleElement();
lender.bundle = {};
export const all = [played, seconds, bundle, first?.message, document.querySelector('tension-list')?.headingLevel];
`;

const reactPage = `
import type {} from 'living-well-dialogues/jsx';
import type { DialoguePlayerElement } from 'living-well-dialogues/elements/dialogue-player-element.js';
import { useRef } from 'react';

export function Page() {
  const player = useRef<DialoguePlayerElement>(null);
  return (
    <dialogue-bundle src="/bundle.json" ondialogue-bundle-ready={(event) => event.bundle.title}>
      <button onClick={() => void player.current?.play()}>Play</button>
      <dialogue-player ref={player} dialogue="one" layout="compact" no-transcript start-at="1:30" className="quiet"
        onplay={() => {}} ondialogue-player-chapterchange={(event) => event.index.toFixed()} />
      <prompt-deck key="deck" shuffle heading-level={3} lang="cy">
        <p>Fallback</p>
      </prompt-deck>
      {/* @ts-expect-error There is no such layout. */}
      <prompt-deck layout="enormous" />
      {/* @ts-expect-error There is no such tag. */}
      <dialogue-playa />
    </dialogue-bundle>
  );
}
`;

describe('a project that installs the package', () => {
  let project;
  before(async () => (project = await makeConsumer()));
  after(() => project?.remove());

  for (const moduleResolution of ['bundler', 'nodenext']) {
    it(`has types behind every door, with moduleResolution ${moduleResolution}`, async () => {
      const { home } = project;
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution,
        jsx: 'react-jsx',
        types: [],
        // What is ours is checked to the last declaration.
        skipLibCheck: false,
      };
      writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(home, 'program.ts'), program);
      writeFileSync(join(home, 'page.tsx'), reactPage);
      writeFileSync(
        join(home, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['program.ts', 'page.tsx'] }),
      );
      const said = await compile(home);
      assert.equal(said, '');
    });
  }

  it('is told of no fault by publint', async () => {
    const { messages } = await publint({ pkgDir: project.installed, level: 'suggestion', pack: false, strict: true });
    assert.deepEqual(messages, []);
  });

  it('is told of no wrong types by are-the-types-wrong', async () => {
    const packed = createPackageFromTarballData(project.tarball);
    const { types, problems } = await checkPackage(packed, {
      excludeEntrypoints: untyped.map((door) => door.replace('*', 'plain')),
    });
    assert.equal(types.kind, 'included');
    // The package is made of modules, for tools that read "exports": neither \`require\` nor what came before is meant.
    const meant = problems.filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind));
    assert.deepEqual(meant, []);
  });

  it('carries one element, where it imports one', async () => {
    const { home } = project;
    const one = await bundled(home, `import 'living-well-dialogues/elements/series-credits.js';`);
    const all = await bundled(home, `import 'living-well-dialogues';`);
    assert.ok(one.length < all.length / 2, `one element is ${one.length} of all ${all.length} characters`);
    assert.deepEqual(tagsDefinedIn(one), ['dialogue-bundle', 'series-credits']);
    assert.ok(tagsDefinedIn(all).length > 10);
  });

  it('carries no element, where it only parses', async () => {
    const code = await bundled(
      project.home,
      `import { parseBundle } from 'living-well-dialogues/bundle.js'; console.log(parseBundle);`,
    );
    assert.deepEqual(tagsDefinedIn(code), []);
    assert.doesNotMatch(code, /HTMLElement|customElements|document\b/);
  });
});

function compile(home) {
  const words = [join(root, 'node_modules/typescript/bin/tsc'), '-p', home];
  return new Promise((settle) =>
    execFile(process.execPath, words, { cwd: home }, (error, stdout, stderr) =>
      settle(error ? stdout + stderr || String(error) : ''),
    ),
  );
}

async function bundled(home, text) {
  const input = join(home, 'entry.js');
  writeFileSync(input, text);
  const built = await rollup({ input, plugins: [resolve()], onwarn: () => {} });
  const { output } = await built.generate({ format: 'es', plugins: [terser()] });
  return output[0].code;
}

/** The tags that a minified text registers: by a call with the tag's name and a class, or its name. */
function tagsDefinedIn(code) {
  return [...code.matchAll(/\("([a-z]+-[a-z]+)",\s*(?:class\b|[\w$]+\))/g)].map(([, tag]) => tag).sort();
}
