import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

// The media events have the platform's names, and each framework must know all of them by itself or from us.
const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const mediaEvents = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'dialogue-player')
  .events.filter(({ type }) => type.text === 'Event')
  .map(({ name }) => name);

const vuePages = {
  right: `<script setup lang="ts">
import type {} from 'living-well-dialogues/vue';
import type { DialoguePlayerElement } from 'living-well-dialogues/elements/dialogue-player-element.js';
import { ref, useTemplateRef } from 'vue';

const player = useTemplateRef('player');
const same = (): DialoguePlayerElement | null => player.value;
const off = ref(false);
const series: object = {};
</script>

<template>
  <dialogue-bundle src="/bundle.json" @dialogue-bundle-ready="(event) => event.bundle.title">
    <button @click="same()?.play()">Play</button>
    <dialogue-player ref="player" dialogue="one" layout="compact" start-at="1:30" class="quiet" no-download
      :no-transcript="off || null" :bundle.prop="series"
      @dialogue-player-chapterchange="(event) => event.index.toFixed()"
      ${mediaEvents.map((name) => `@${name}="(event) => event.timeStamp.toFixed()"`).join('\n      ')} />
    <prompt-deck v-if="off" key="deck" shuffle heading-level="3" lang="cy" @prompt-deck-change="(event) => event.preventDefault()">
      <p>Fallback</p>
    </prompt-deck>
    <team-session minutes="60" :heading-level="3"></team-session>
  </dialogue-bundle>
</template>
`,
  wrong: `<script setup lang="ts">
import type {} from 'living-well-dialogues/vue';
</script>

<template>
  <prompt-deck layout="enormous" />
  <prompt-deck heading-level="third" />
  <dialogue-player :no-transcript="'yes'" />
  <prompt-deck @prompt-deck-change="(event) => event.nothing" />
  <prompt-deck layuot="list" />
  <dialogue-playa />
</template>
`,
};

const sveltePages = {
  right: `<script lang="ts">
  import type {} from 'living-well-dialogues/svelte';
  import type { DialoguePlayerElement } from 'living-well-dialogues/elements/dialogue-player-element.js';
  let { off, series }: { off: boolean; series: object } = $props();
  let player: DialoguePlayerElement | undefined = $state();
</script>

<dialogue-bundle src="/bundle.json" ondialogue-bundle-ready={(event) => event.bundle.title}>
  <button onclick={() => player?.play()}>Play</button>
  <dialogue-player bind:this={player} dialogue="one" layout="compact" start-at="1:30" class="quiet" no-download
    no-transcript={off || undefined} bundle={series}
    ondialogue-player-chapterchange={(event) => event.index.toFixed()}
    ${mediaEvents.map((name) => `on${name}={(event) => event.timeStamp.toFixed()}`).join('\n    ')}
  ></dialogue-player>
  <prompt-deck shuffle heading-level="3" lang="cy" onprompt-deck-change={(event) => event.preventDefault()}>
    <p>Fallback</p>
  </prompt-deck>
  <team-session minutes="60" heading-level={3}></team-session>
</dialogue-bundle>
`,
  wrong: `<script lang="ts">
  import type {} from 'living-well-dialogues/svelte';
</script>


<prompt-deck layout="enormous"></prompt-deck>
<prompt-deck heading-level="third"></prompt-deck>
<dialogue-player no-transcript={'yes'}></dialogue-player>
<prompt-deck onprompt-deck-change={(event) => event.nothing}></prompt-deck>
<prompt-deck layuot="list"></prompt-deck>
`,
};

/** Both checkers run with all that they can refuse, and ours is checked to the last declaration. */
const strictest = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    skipLibCheck: false,
  },
  vueCompilerOptions: { strictTemplates: true },
};

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

  it('has types for the templates of Vue, as vue-tsc reads them', async () => {
    const home = join(project.home, 'vue');
    mkdirSync(home);
    for (const [name, text] of Object.entries(vuePages)) writeFileSync(join(home, `${name}.vue`), text);
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ ...strictest, include: ['*.vue'] }));
    const said = await runTool('vue-tsc/bin/vue-tsc.js', ['-p', home], home);
    assert.deepEqual(
      linesIn(said, /^(\w+)\.vue\((\d+),/gm),
      [6, 7, 8, 9, 10, 11].map((line) => `wrong ${line}`),
      said,
    );
  });

  it('has types for the templates of Svelte, as svelte-check reads them', async () => {
    const home = join(project.home, 'svelte');
    mkdirSync(home);
    for (const [name, text] of Object.entries(sveltePages)) writeFileSync(join(home, `${name}.svelte`), text);
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ ...strictest, include: ['*.svelte'] }));
    const words = ['--tsconfig', './tsconfig.json', '--output', 'machine'];
    const said = await runTool('svelte-check/bin/svelte-check', words, home);
    assert.deepEqual(
      linesIn(said, /(?:ERROR|WARNING) "(\w+)\.svelte" (\d+):/g),
      [6, 7, 8, 9, 10].map((line) => `wrong ${line}`),
      said,
    );
  });

  for (const door of ['jsx', 'vue', 'svelte']) {
    it(`gets nothing at run time by the door of types for ${door}`, async () => {
      assert.deepEqual(Object.keys(await import(`living-well-dialogues/${door}`)), []);
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

const compile = (home) => runTool('typescript/bin/tsc', ['-p', home], home);

/** What a tool says of a fault, or nothing. */
function runTool(path, words, cwd) {
  return new Promise((settle) =>
    execFile(process.execPath, [join(root, 'node_modules', path), ...words], { cwd }, (error, stdout, stderr) =>
      settle(error ? stdout + stderr || String(error) : ''),
    ),
  );
}

/** The files and lines of which a checker complains, each once. */
function linesIn(said, pattern) {
  return [...new Set([...said.matchAll(pattern)].map(([, file, line]) => `${file} ${line}`))];
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
