// Makes what a new tag needs: its folder with tag file, class and words, its test and its story. It shows a dialogue's title
// and summary in all three faces, and passes every check; what it is for is yours.
//
//   npm run new-element NAME
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Writes the files of a new tag, and none that is there already.
 *
 * @param {string} project The folder that holds `src`, `test` and `stories`.
 * @returns {string[]} Their paths in it.
 * @throws {Refusal} with a sentence, when the name will not do
 */
export function newElement(project, name) {
  checkName(name);
  const files = filesOf(name);
  const taken = [`src/elements/${name}`, ...Object.keys(files)].find((path) => existsSync(join(project, path)));
  if (taken) throw new Refusal(`There is a ${name} already, in ${taken}: nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text, { flag: 'wx' });
  }
  return Object.keys(files);
}

/** Said to whoever asked, and no more than that. */
export class Refusal extends Error {}

// https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name
const reserved = /^(annotation-xml|color-profile|missing-glyph|font-face(-.*)?)$/;
const hidden = /(^|-)(share|social|ads?|banner|track|analytics)(-|$)/;

function checkName(name) {
  if (!name) throw new Refusal('Write the name of the tag: npm run new-element quiet-corner');
  if (!/^[a-z]+(-[a-z]+)+$/.test(name) || reserved.test(name)) {
    throw new Refusal(`<${name}> is no name for a tag of ours: take two or more small words with a hyphen between.`);
  }
  const [, , word] = hidden.exec(name) ?? [];
  if (word) throw new Refusal(`Blockers hide what is called "${word}": take another name than <${name}>.`);
}

function filesOf(tag) {
  const pascal = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const camel = pascal.replace(/^./, (letter) => letter.toLowerCase());
  const home = `src/elements/${tag}`;
  return {
    [`${home}/${tag}.ts`]: `import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { ${pascal}Element } from './${tag}-element.js';

define('${tag}', ${pascal}Element);

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${pascal}Element;
  }
}
`,
    [`${home}/${tag}-element.ts`]: `import type { TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { DialogueElement } from '../dialogue-element.js';
import type { Reading } from '../reading.js';
import { ${camel}Words } from './${tag}-words.js';

/**
 * The title of a dialogue and what it is about. Say here what your element is for: manifest, editors and Storybook show it.
 *
 * @summary A dialogue in short.
 * @tagname ${tag}
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class ${pascal}Element extends DialogueElement {
  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return ${camel}Words(dialogue, reading);
  }
}
`,
    [`${home}/${tag}-words.ts`]: `import { html, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { heading, say, type Reading } from '../reading.js';

/** What is read of it: ordinary HTML, in the page's own type. The same template runs in Node. */
export function ${camel}Words(dialogue: Dialogue, reading: Reading): TemplateResult {
  return html\`<section data-stack>
    \${heading(reading.level, say(dialogue.title, reading))}
    <p>\${say(dialogue.summary, reading)}</p>
  </section>\`;
}
`,
    [`test/elements/${tag}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/${tag}/${tag}.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { freshPage, goodBundle, readWords, untilState } from '../support/page.js';

async function ready() {
  const element = await fixture<HTMLElementTagNameMap['${tag}']>(
    html\`<${tag} src=\${goodBundle('tiny')}></${tag}>\`,
  );
  await untilState(element, 'ready');
  return element;
}

describe('<${tag}>', () => {
  beforeEach(freshPage);

  it('is accessible when it is ready', async () => {
    await expect(await ready()).to.be.accessible();
  });

  auditWaitingAndFailed('${tag}');

  it('says what the dialogue is about', async () => {
    const element = await ready();
    expect(element.querySelector('h2')).to.exist;
    expect(readWords(element)).to.not.equal('');
  });
});
`,
    [`stories/${tag}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/${tag}/${tag}.js';
import { contentArgs, contentControls, dialogueControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
}

const meta: Meta<Args> = {
  title: 'Elements/${tag}',
  component: '${tag}',
  argTypes: { ...contentControls, ...dialogueControl('the first of the bundle') },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway' },
  render: (args) => html\`
    <${tag}
      src=\${given(args.src)}
      .bundle=\${args.bundle ?? null}
      dialogue=\${given(args.dialogue)}
      heading-level=\${args['heading-level']}
    >
      \${fallback(args.dialogue || undefined)}
    </${tag}>
  \`,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

export const InWelsh: Story = {
  args: { src: twoLanguages, dialogue: 'one' },
  globals: { language: 'cy' },
};
`,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const project = fileURLToPath(new URL('../../', import.meta.url));
  const [name, ...others] = process.argv.slice(2);
  try {
    if (others.length) throw new Refusal('Write one name, and nothing after it: npm run new-element quiet-corner');
    for (const path of newElement(project, name)) console.log(path);
    console.log(`
Then: say in ${name}-element.ts what it is for; import ${name}.js in src/entry/all.ts; tell of it in README.md and
CHANGELOG.md; and npm run build && npm run surface -- --write.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
