import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkRooms } from './rooms.mjs';

// A small house where everything is in its room. Each case below changes it in one way.
const right = {
  'src/bundle/parse.ts': `import { safeParse } from 'valibot';\nexport const parseBundle = (input: unknown) => safeParse;`,
  'src/bundle/cues.ts': `import { parseBundle } from './parse.js';\nexport const cues = parseBundle;`,
  'src/playback/voice.ts': `import { cues } from '../bundle/cues.js';\nexport const voice = [cues];`,
  'src/context/page-voice.ts': `import { voice } from '../playback/voice.js';\nexport const heard = [voice, new Audio()];`,
  'src/context/loader.ts': `export const load = (url: string) => fetch(url);`,
  'src/context/voice-controller.ts': `import { voice } from '../playback/voice.js';\nexport { voice };`,
  'src/locales/en-GB.ts': `export const phrases = { play: 'Play' };`,
  'src/styles/words.ts': `import { css } from 'lit';\nexport const words = css\`p { margin: 0 }\`;`,
  'src/elements/define.ts': `export const define = (tag: string, one: CustomElementConstructor) => customElements.define(tag, one);`,
  'src/elements/tension-card/tension-card.ts': `import { define } from '../define.js';
import { TensionCardElement } from './tension-card-element.js';
define('tension-card', TensionCardElement);`,
  'src/elements/tension-card/tension-card-element.ts': `import { LitElement, html } from 'lit';
import { voice } from '../../context/voice-controller.js';
import { tensionWords } from './tension-card-words.js';
export class TensionCardElement extends LitElement {
  only = voice;
  render() { return html\`<p .style=\${'x'} class="a">\${tensionWords((this.only = voice))}</p>\`; }
}`,
  'src/elements/tension-card/tension-card-words.ts': `import { html } from 'lit';
export const tensionWords = (title: unknown) => html\`<h2>\${title}</h2>\`;`,
  'src/elements/tension-list/tension-list.ts': `import '../tension-card/tension-card.js';
import { define } from '../define.js';
import { TensionListElement } from './tension-list-element.js';
define('tension-list', TensionListElement);`,
  'src/elements/tension-list/tension-list-element.ts': `import { LitElement } from 'lit';
import type { TensionCardElement } from '../tension-card/tension-card-element.js';
export class TensionListElement extends LitElement { cards: TensionCardElement[] = []; }`,
  'src/elements/tension-list/tension-list-words.ts': `import { tensionWords } from '../tension-card/tension-card-words.js';
export const listWords = (titles: unknown[]) => titles.map(tensionWords);`,
  'src/entry/all.ts': `export * from '../elements/tension-card/tension-card.js';\nexport * from '../elements/tension-list/tension-list.js';`,
  'src/cli/main.ts': `import { readFileSync } from 'node:fs';
import { parseBundle } from '../bundle/parse.js';
import { listWords } from '../elements/tension-list/tension-list-words.js';
console.log(process.argv, readFileSync, parseBundle, listWords, fetch('https://example.org/'));`,
  'test/elements/tension-card.test.ts': '',
  'test/elements/tension-list.test.ts': '',
  'stories/tension-card.stories.ts': '',
  'stories/tension-list.stories.ts': '',
};

const card = 'src/elements/tension-card/tension-card-element.ts';
const list = 'src/elements/tension-list/tension-list-element.ts';
const more = (path, text) => ({ [path]: `${right[path]}\n${text}` });
const lineAfter = (path) => right[path].split('\n').length + 1;

/** What is wrong, the change that makes it so, and how the finding begins and what it says. */
const wrongs = [
  [
    'a bundle that knows the voice',
    { 'src/bundle/a.ts': `import { voice } from '../playback/voice.js';\nexport const a = voice;` },
    'src/bundle/a.ts:1',
    /bundle may import no other room/,
  ],
  [
    'a bundle that knows it by type',
    { 'src/bundle/a.ts': `export type A = import('../playback/voice.js').Voice;` },
    'src/bundle/a.ts:1',
    /no other room/,
  ],
  [
    'a voice that knows the wiring',
    { 'src/playback/a.ts': `\nimport '../context/loader.js';\nexport const a = 1;` },
    'src/playback/a.ts:2',
    /playback may import bundle/,
  ],
  [
    'wiring that knows a face',
    more('src/context/voice-controller.ts', `import '../elements/define.js';`),
    `src/context/voice-controller.ts:${lineAfter('src/context/voice-controller.ts')}`,
    /context may import/,
  ],
  [
    'a face that knows a door',
    { 'src/elements/a.ts': `import '../entry/all.js';\nexport const a = 1;` },
    'src/elements/a.ts:1',
    /elements may import/,
  ],
  [
    'a language that knows a style',
    { 'src/locales/cy.ts': `import '../styles/words.js';\nexport const cy = 1;` },
    'src/locales/cy.ts:1',
    /locales may import no other room/,
  ],
  [
    'a style that knows a language',
    { 'src/styles/a.ts': `import '../locales/en-GB.js';\nexport const a = 1;` },
    'src/styles/a.ts:1',
    /styles may import no other room/,
  ],
  [
    'a command line that knows a class',
    { 'src/cli/a.ts': `import '../elements/tension-card/tension-card-element.js';\nexport const a = 1;` },
    'src/cli/a.ts:1',
    /-words\.ts templates/,
  ],
  ...['embed/heights', 'locales/phrases', 'styles/words', 'elements/reading', 'context/loader'].map((other) => [
    `a command line that knows ${other}`,
    { 'src/cli/a.ts': `import '../${other}.js';\nexport const a = 1;` },
    'src/cli/a.ts:1',
    /cli may import bundle, the \*-words\.ts templates/,
  ]),
  [
    'a late import the wrong way',
    { 'src/bundle/a.ts': `export const a = () => import('../context/loader.js');` },
    'src/bundle/a.ts:1',
    /no other room/,
  ],
  [
    'an import from outside',
    { 'src/bundle/a.ts': `export { x } from '../../test/support/x.js';\nexport const a = 1;` },
    'src/bundle/a.ts:1',
    /outside src/,
  ],
  [
    'an import of the built package',
    { 'src/context/a.ts': `import 'living-well-dialogues/bundle.js';\nexport const a = 1;` },
    'src/context/a.ts:1',
    /relative path/,
  ],
  [
    'Node in the browser',
    { 'src/context/a.ts': `import 'node:fs';\nexport const a = 1;` },
    'src/context/a.ts:1',
    /missing in a browser/,
  ],
  [
    'Lit in the bundle',
    { 'src/bundle/a.ts': `import { html } from 'lit';\nexport const a = html;` },
    'src/bundle/a.ts:1',
    /without Lit/,
  ],
  [
    'Lit in the voice',
    { 'src/playback/a.ts': `import type { X } from '@lit/context';\nexport type A = X;` },
    'src/playback/a.ts:1',
    /without Lit/,
  ],
  [
    'Lit in a language',
    { 'src/locales/a.ts': `import 'lit/directives/when.js';\nexport const a = 1;` },
    'src/locales/a.ts:1',
    /without Lit/,
  ],
  [
    'a circle',
    {
      'src/bundle/a.ts': `import { b } from './b.js';\nexport const a = () => b;`,
      'src/bundle/b.ts': `import { a } from './a.js';\nexport const b = () => a;`,
    },
    'src/bundle/b.ts:1',
    /a\.ts → src\/bundle\/b\.ts → src\/bundle\/a\.ts/,
  ],
  [
    'a file that imports itself',
    { 'src/bundle/a.ts': `import { a as b } from './a.js';\nexport const a = () => b;` },
    'src/bundle/a.ts:1',
    /circle/,
  ],
  ['utils', { 'src/bundle/utils.ts': `export const a = 1;` }, 'src/bundle/utils.ts:1', /no name/],
  ['a folder of utils', { 'src/bundle/utils/a.ts': `export const a = 1;` }, 'src/bundle/utils/a.ts:1', /no name/],
  ['types.ts', { 'src/bundle/types.ts': `export type A = 1;` }, 'src/bundle/types.ts:1', /no name/],
  ['an index', { 'src/elements/index.ts': `export const a = 1;` }, 'src/elements/index.ts:1', /no name/],
  [
    'a barrel by another name',
    { 'src/bundle/everything.ts': `export * from './parse.js';\nexport { cues } from './cues.js';` },
    'src/bundle/everything.ts:1',
    /barrel/,
  ],
  ['a file in no room', { 'src/start.ts': `export const a = 1;` }, 'src/start.ts:1', /no such room/],
  ['an unknown room', { 'src/attic/a.ts': `export const a = 1;` }, 'src/attic/a.ts:1', /no such room/],
  [
    'a name that blockers hide',
    { 'src/elements/share-button.ts': `export const a = 1;` },
    'src/elements/share-button.ts:1',
    /Blockers/,
  ],
  [
    'a class that registers itself',
    more(card, `customElements.define('tension-card', TensionCardElement);`),
    `${card}:${lineAfter(card)}`,
    /registers a tag/,
  ],
  [
    'a class that registers through define',
    more(card, `define('tension-card', TensionCardElement);`),
    `${card}:${lineAfter(card)}`,
    /registers a tag/,
  ],
  [
    'a class that registers through a window',
    more(card, `window.customElements.define('x-y', TensionCardElement);`),
    `${card}:${lineAfter(card)}`,
    /registers a tag/,
  ],
  [
    'a class that registers by decorator',
    { 'src/elements/a.ts': `@customElement('a-b')\nexport class A {}` },
    'src/elements/a.ts:1',
    /registers a tag/,
  ],
  [
    'a class that wakes another tag',
    more(list, `import '../tension-card/tension-card.js';`),
    `${list}:${lineAfter(list)}`,
    /wake another tag/,
  ],
  [
    'a class that takes another class',
    {
      'src/elements/tension-list/tension-list-element.ts': right[
        'src/elements/tension-list/tension-list-element.ts'
      ].replace('import type', 'import'),
    },
    'src/elements/tension-list/tension-list-element.ts:2',
    /meet at the tag file/,
  ],
  [
    "a class that takes another's words",
    {
      'src/elements/tension-list/order.ts': `import { tensionWords } from '../tension-card/tension-card-words.js';\nexport const a = tensionWords;`,
    },
    'src/elements/tension-list/order.ts:1',
    /Only words/,
  ],
  ['a second fetch', more(card, `fetch('x');`), `${card}:${lineAfter(card)}`, /Only src\/context\/loader\.ts fetches/],
  [
    'a second fetch through a window',
    { 'src/context/a.ts': `export const a = () => globalThis.fetch('x');` },
    'src/context/a.ts:1',
    /fetches/,
  ],
  [
    'an older kind of fetch',
    { 'src/context/loader.ts': `export const a = new XMLHttpRequest();` },
    'src/context/loader.ts:1',
    /fetches/,
  ],
  [
    'a second file that makes a sound',
    { 'src/playback/a.ts': `export const a = new Audio();` },
    'src/playback/a.ts:1',
    /Only src\/context\/page-voice\.ts makes a media element/,
  ],
  ['a face with a sound of its own', more(card, `new Audio();`), `${card}:${lineAfter(card)}`, /media element/],
  [
    'a face that makes an audio element',
    more(card, `document.createElement('audio');`),
    `${card}:${lineAfter(card)}`,
    /media element/,
  ],
  [
    'styleMap',
    { 'src/elements/a.ts': `import { styleMap } from 'lit/directives/style-map.js';\nexport const a = styleMap;` },
    'src/elements/a.ts:1',
    /inline styles/,
  ],
  [
    'a style attribute',
    { 'src/elements/a.ts': 'import { html } from "lit";\nexport const a = html`\n<p style="color: red">`;' },
    'src/elements/a.ts:3',
    /inline styles/,
  ],
  [
    'a style attribute with a hole',
    { 'src/elements/a.ts': 'import { html } from "lit";\nexport const a = html`<p class="${1}" style=${2}>`;' },
    'src/elements/a.ts:2',
    /inline styles/,
  ],
  [
    'a style element',
    { 'src/elements/a.ts': 'import { html } from "lit";\nexport const a = html`<style>p {}</style>`;' },
    'src/elements/a.ts:2',
    /inline styles/,
  ],
  [
    'a style set as an attribute',
    { 'src/elements/a.ts': `export const a = (one: Element) => one.setAttribute('style', 'x');` },
    'src/elements/a.ts:1',
    /inline styles/,
  ],
  [
    'code in an attribute',
    { 'src/elements/a.ts': 'import { html } from "lit";\nexport const a = html`<p onclick="go()">`;' },
    'src/elements/a.ts:2',
    /sets no code/,
  ],
  [
    'HTML through a template',
    { 'src/elements/a.ts': 'import { html } from "lit";\nexport const a = html`<p .innerHTML=${1}>`;' },
    'src/elements/a.ts:2',
    /no HTML/,
  ],
  [
    'unsafeHTML',
    {
      'src/elements/a.ts': `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML;`,
    },
    'src/elements/a.ts:1',
    /Text is data/,
  ],
  [
    'innerHTML',
    { 'src/elements/a.ts': `export const a = (one: Element) => { one.innerHTML = ''; };` },
    'src/elements/a.ts:1',
    /Text is data/,
  ],
  ['eval', { 'src/bundle/a.ts': `export const a = eval('1');` }, 'src/bundle/a.ts:1', /made from text/],
  [
    'new Function',
    { 'src/bundle/a.ts': `export const a = new Function('return 1');` },
    'src/bundle/a.ts:1',
    /made from text/,
  ],
  [
    'a timer of text',
    { 'src/context/a.ts': `export const a = setTimeout('go()', 1);` },
    'src/context/a.ts:1',
    /made from text/,
  ],
  ...[
    ['a timer of text put together', 'export const a = (b: string) => setTimeout(`go(${b})`, 1);', /made from text/],
    ['eval by another way', `export const a = (0, eval)('1');`, /made from text/],
    ['eval of the window', `export const a = () => window.eval('1');`, /made from text/],
    ['Function of the window', `export const a = () => new globalThis.Function('1');`, /made from text/],
    ['Function without new', `export const a = Function('return 1');`, /made from text/],
    ['innerHTML by name', `export const a = (one: any) => { one['innerHTML'] = ''; };`, /Text is data/],
    ['innerHTML assigned', `export const a = (one: any) => Object.assign(one, { innerHTML: '' });`, /Text is data/],
    ['outerHTML', `export const a = (one: any) => { one.outerHTML = ''; };`, /Text is data/],
    ['srcdoc', `export const a = (one: any) => { one.srcdoc = ''; };`, /Text is data/],
    ['insertAdjacentHTML', `export const a = (one: any) => one.insertAdjacentHTML('beforeend', '');`, /Text is data/],
    ['setHTMLUnsafe', `export const a = (one: any) => one.setHTMLUnsafe('');`, /Text is data/],
    ['a fragment of text', `export const a = (one: Range) => one.createContextualFragment('');`, /Text is data/],
    ['a parser of HTML', `export const a = new DOMParser().parseFromString('', 'text/html');`, /Text is data/],
    ['document.write', `export const a = () => document.write('');`, /Text is data/],
    [
      'unsafeSVG',
      `import { unsafeSVG } from 'lit/directives/unsafe-svg.js';\nexport const a = unsafeSVG;`,
      /Text is data/,
    ],
    [
      'styleMap',
      `import { styleMap } from 'lit/directives/style-map.js';\nexport const a = styleMap;`,
      /inline styles/,
    ],
    [
      'a style in a namespace',
      `export const a = (one: Element) => one.setAttributeNS(null, 'style', '');`,
      /inline styles/,
    ],
    ['a style element that is made', `export const a = document.createElement('style');`, /inline styles/],
    ['a script that is loaded', `export const a = document.createElement('script');`, /forbids a script/],
    ['code set as an attribute', `export const a = (one: Element) => one.setAttribute('onclick', '');`, /sets no code/],
    [
      'a script in a template',
      'import { html } from "lit";\nexport const a = html`<script></script>`;',
      /sets no code/,
    ],
    [
      'a sheet in a template',
      'import { html } from "lit";\nexport const a = html`<link rel="stylesheet">`;',
      /not linked/,
    ],
    [
      'code as an address',
      'import { html } from "lit";\nexport const a = html`<a href="javascript:go()">`;',
      /sets no code/,
    ],
  ].map(([name, code, sentence]) => [
    name,
    { 'src/elements/a.ts': code },
    `src/elements/a.ts:${code.includes('html`') ? 2 : 1}`,
    sentence,
  ]),
  [
    'a tag without its tag file',
    {
      'src/elements/tension-card/tension-card.ts': null,
      'src/elements/tension-list/tension-list.ts': right['src/elements/tension-list/tension-list.ts'].replace(
        /^.*\n/,
        '',
      ),
      'src/entry/all.ts': null,
    },
    'src/elements/tension-card/tension-card.ts:1',
    /registers <tension-card>/,
  ],
  [
    'a tag file that registers another name',
    {
      'src/elements/tension-card/tension-card.ts': right['src/elements/tension-card/tension-card.ts'].replace(
        `'tension-card',`,
        `'tension-cards',`,
      ),
    },
    'src/elements/tension-card/tension-card.ts:1',
    /must say define\('tension-card', TensionCardElement\)/,
  ],
  [
    'a class of another name',
    { [card]: right[card].replace('class TensionCardElement', 'class TensionCard') },
    `${card}:1`,
    /export class TensionCardElement/,
  ],
  [
    'a tag without its test',
    { 'test/elements/tension-card.test.ts': null },
    'test/elements/tension-card.test.ts:1',
    /a test of its own name/,
  ],
  [
    'a tag without its story',
    { 'stories/tension-list.stories.ts': null },
    'stories/tension-list.stories.ts:1',
    /a story of its own name/,
  ],
  [
    'a second reader of the command line',
    { 'src/cli/other.ts': `export const a = process.argv;` },
    'src/cli/other.ts:1',
    /knows Node's argv/,
  ],
];

describe('checkRooms', () => {
  it('finds nothing in a house where all is in its room', async () => {
    assert.deepEqual(await findingsIn(right), []);
  });

  it('lets a type name its owner back', async () => {
    const a = `import { b } from './b.js';\nexport type A = 1;\nexport const a = b;`;
    const b = `import type { A } from './a.js';\nexport const b: A = 1;`;
    assert.deepEqual(await findingsIn({ ...right, 'src/bundle/a.ts': a, 'src/bundle/b.ts': b }), []);
  });

  for (const [name, change, place, sentence] of wrongs) {
    it(`finds ${name}`, async () => {
      const findings = await findingsIn({ ...right, ...change });
      assert.equal(findings.length, 1, findings.join('\n'));
      assert.ok(findings[0].startsWith(`${place}: `), findings[0]);
      assert.match(findings[0], sentence);
    });
  }

  it('prints its findings and fails as a command', async () => {
    const script = fileURLToPath(new URL('rooms.mjs', import.meta.url));
    await inFolder({ ...right, 'src/bundle/types.ts': 'export type A = 1;' }, (folder) => {
      const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stderr, /^src\/bundle\/types\.ts:1: /);
    });
    await inFolder(right, (folder) => {
      assert.equal(spawnSync(process.execPath, [script, folder]).status, 0);
    });
  });
});

const findingsIn = (files) => inFolder(files, checkRooms);

async function inFolder(files, look) {
  const folder = await mkdtemp(join(tmpdir(), 'rooms-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return look(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
