import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier as minifyTemplates } from '@literals/rollup-plugin-html-css-minifier';
import {
  arrows,
  compressed,
  fewNames,
  letAlone,
  lowerFields,
  onlyUsedPhrases,
  onlyUsedRules,
  ordinaryNames,
  ownPolicy,
  phraseLists,
  withoutPrint,
  withoutQuestions,
  withoutWelsh,
} from './test/tools/rollup-plugins.mjs';
import { slimLit } from './test/tools/slim-lit.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The tags that an entry brings. */
const tagsIn = (entry) => {
  const text = readFileSync(new URL(`src/entry/${entry}.ts`, import.meta.url), 'utf8');
  return [...text.matchAll(/elements\/([\w-]+)\//g)].map(([, tag]) => tag);
};

/*
 * Each script file is one function. It looks at what the page has already: if a script of its version has brought all its
 * tags, it goes away; else it defines those that are missing and shares that copy's policy and voice. (`listen.js` has
 * fewer tags than `dialogues.js`, and none of its own: so a number tells.) A browser without custom elements or adopted
 * style sheets keeps the plain HTML inside the tags.
 */
const opening = (tags) => `(function(SCRIPT_ADDRESS){
var scope=globalThis,key=Symbol.for('living-well-dialogues@1');
if(!scope.customElements||!('adoptedStyleSheets'in document))return;
var LWD_PAGE=scope[key]=scope[key]||{version:${JSON.stringify(version)},tags:[]};
if(LWD_PAGE[${JSON.stringify(version)}]>=${tags.length})return;
LWD_PAGE[${JSON.stringify(version)}]=${tags.length};`;

/*
 * Names that terser may shorten: what #private names have become, Lit's own inner names, and some that are only heard
 * between our elements, Lit and our controllers. No page may use them, and no other copy of the library meets them.
 */
const innerNames = [
  'machinery reword wordings wordsBox askedTime turnTo isPlayable focusFirst follow tellPresence tryAgain hear answer facts trouble broken',
  'subject reading phrases noAccessor moored addresses silent tools bar addController hostConnected hostDisconnected hostUpdate hostUpdated willUpdate updated',
  'isUpdatePending hasUpdated enableUpdating performUpdate renderRoot createRenderRoot createProperty elementProperties',
  'fromAttribute elementStyles styleSheet ctor',
];
const inner = new RegExp(`^(\\$\\d+_.*|_(?!_proto__).*|${innerNames.join(' ').replaceAll(' ', '|')})$`);

const script = (file, { entry, tags, address, isModule = false, plugins = [] }) => ({
  input: `dist/entry/${entry}.js`,
  context: 'globalThis',
  // What a source map calls a file does not hang on where a machine keeps its packages.
  preserveSymlinks: true,
  plugins: [
    resolve({ exportConditions: ['development'] }),
    ownPolicy('living-well-dialogues'),
    ...plugins,
    minifyTemplates(),
    slimLit(),
    ordinaryNames(),
    lowerFields(),
    letAlone(),
    fewNames(),
    onlyUsedPhrases(),
    onlyUsedRules(),
    phraseLists(),
    compressed(),
    arrows(),
  ],
  output: {
    file,
    format: 'iife',
    banner: opening(tags),
    footer: `})(${address});`,
    sourcemap: true,
    plugins: [
      terser({
        module: isModule,
        ecma: 2021,
        compress: {
          passes: 2,
          inline: 1,
          conditionals: false,
          lhs_constants: false,
          negate_iife: false,
          hoist_funs: true,
          keep_fargs: false,
          pure_getters: true,
          unsafe_arrows: true,
        },
        format: { preamble: `/*! living-well-dialogues ${version}, MIT. Lit, (c) Google, BSD-3-Clause. */` },
        mangle: { properties: { regex: inner, builtins: true } },
      }),
    ],
  },
});

const besideTheTag = 'document.currentScript&&document.currentScript.src||document.baseURI';
const all = { entry: 'script', tags: tagsIn('all') };
const listen = { entry: 'listen', tags: tagsIn('listen'), address: besideTheTag };

/** The command line is one file that runs by itself: its packages are inside, and their licences lie beside it. */
const commandLine = {
  input: '.cache/cli/cli/main.js',
  external: /^node:/,
  plugins: [
    // A package of old says it without the prefix.
    { name: 'node-names', resolveId: (id) => (id === 'buffer' ? { id: 'node:buffer', external: true } : null) },
    resolve({ preferBuiltins: true, exportConditions: ['node'] }),
    theirLicences('cli.licences.txt'),
  ],
  output: {
    file: 'dist/cli.js',
    format: 'es',
    // Only the comments go, so that it can still be read where it fails.
    plugins: [terser({ module: true, compress: false, mangle: false, format: { comments: false, beautify: true } })],
  },
};

/** Writes the licences of all packages that a file has taken in, as those licences ask. */
function theirLicences(fileName) {
  return {
    name: 'their-licences',
    generateBundle() {
      // The innermost package that has a manifest: some carry another, without its papers, inside.
      const home = (id) => {
        const [, path, inner] = /^((.*)[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id) ?? [];
        return !path || existsSync(join(path, 'package.json')) ? path : home(`${inner}/`);
      };
      const texts = [...new Set([...this.getModuleIds()].map(home))].filter(Boolean).map((path) => {
        const { name, version, license, author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
        const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((one) => join(path, one)).find(existsSync);
        const words = file ? readFileSync(file, 'utf8').trim() : `By ${author?.name ?? author}.`;
        return `${name} ${version}, ${license}\n\n${words}\n`;
      });
      this.emitFile({ type: 'asset', fileName, source: texts.sort().join(`\n${'-'.repeat(72)}\n\n`) });
    },
  };
}

/** The scripts of the embed page and of the pages around it: small, by themselves, and without Lit. */
const embedScript = (file, entry) => ({
  input: `dist/embed/${entry}.js`,
  plugins: [lowerFields(), letAlone()],
  output: { file, format: 'iife', plugins: [terser({ ecma: 2021, compress: { passes: 3, unsafe_arrows: true } })] },
});

export default [
  commandLine,
  script('dist/dialogues.js', { ...all, address: besideTheTag }),
  script('dist/dialogues.mjs', { ...all, address: 'import.meta.url', isModule: true }),
  script('dist/listen.js', { ...listen, plugins: [withoutQuestions(), withoutPrint(), withoutWelsh()] }),
  script('dist/listen.cy.js', { ...listen, plugins: [withoutQuestions(), withoutPrint()] }),
  embedScript('dist/embed/embed.js', 'embed-page'),
  embedScript('dist/embed/host.js', 'host-page'),
  embedScript('dist/embed/builder.js', 'builder-page'),
];
