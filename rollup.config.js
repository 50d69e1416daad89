import { readFileSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier as minifyTemplates } from '@literals/rollup-plugin-html-css-minifier';
import { letAlone, lowerFields, ordinaryNames, ownPolicy } from './test/tools/rollup-plugins.mjs';
import { slimLit } from './test/tools/slim-lit.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const tags = [...readFileSync(new URL('src/entry/all.ts', import.meta.url), 'utf8').matchAll(/elements\/([\w-]+)\//g)];

/*
 * Both script files are one function. It looks at what the page has already: if another copy has defined all tags, it
 * goes away; else it defines those that are missing and shares that copy's policy and voice. A browser without custom
 * elements or adopted style sheets keeps the plain HTML inside the tags.
 */
const opening = `/*! living-well-dialogues ${version}, MIT. Lit, (c) Google, BSD-3-Clause. */
(function(SCRIPT_ADDRESS){
var tags=${JSON.stringify(tags.map(([, tag]) => tag))},scope=globalThis,key=Symbol.for('living-well-dialogues@1');
if(!scope.customElements||!('adoptedStyleSheets'in document)||tags.every(function(tag){return customElements.get(tag)}))return;
var LWD_PAGE=scope[key]=scope[key]||{version:${JSON.stringify(version)},tags:[]};`;

/*
 * Names that terser may shorten: what #private names have become, Lit's own inner names, and some that are only heard
 * between our elements, Lit and our controllers. No page may use them, and no other copy of the library meets them.
 */
const innerNames = [
  'machinery reword wordings wordsBox askedTime turnTo isPlayable focusFirst follow hear answer facts trouble broken',
  'subject reading addController hostConnected hostDisconnected hostUpdate hostUpdated willUpdate updated',
  'isUpdatePending hasUpdated enableUpdating performUpdate renderRoot createRenderRoot createProperty elementProperties',
  'fromAttribute useDefault elementStyles styleSheet ctor',
];
const inner = new RegExp(`^(\\$\\d+_.*|_(?!_proto__).*|${innerNames.join(' ').replaceAll(' ', '|')})$`);

const script = (file, address, isModule) => ({
  input: 'dist/entry/script.js',
  context: 'globalThis',
  plugins: [
    resolve({ exportConditions: ['development'] }),
    ownPolicy('living-well-dialogues'),
    minifyTemplates(),
    slimLit(),
    ordinaryNames(),
    lowerFields(),
    letAlone(),
  ],
  output: {
    file,
    format: 'iife',
    banner: opening,
    footer: `})(${address});`,
    sourcemap: true,
    plugins: [
      terser({
        module: isModule,
        ecma: 2021,
        compress: {
          passes: 3,
          inline: 1,
          hoist_funs: true,
          keep_fargs: false,
          pure_getters: true,
          unsafe_arrows: true,
          unsafe_methods: true,
        },
        format: { comments: /^!/ },
        mangle: { properties: { regex: inner } },
      }),
    ],
  },
});

export default [
  script('dist/dialogues.js', 'document.currentScript&&document.currentScript.src||document.baseURI', false),
  script('dist/dialogues.mjs', 'import.meta.url', true),
];
