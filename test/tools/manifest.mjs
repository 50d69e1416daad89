// Writes what tools know of our tags: the custom elements manifest, made of the comments and the types in `src`, and what
// editors, React, Vue and Svelte read instead of it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { jsxTypes, svelteTypes, vueTypes } from './framework-types.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const elements = join(root, 'src/elements');

/** Writes all of them into `dist`, which holds the compiled modules already. */
export async function writeManifest(dist) {
  const manifest = await makeManifest(dist);
  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [name, make] of [
    ['vscode.html-custom-data.json', getVsCodeHtmlCustomData],
    ['vscode.css-custom-data.json', getVsCodeCssCustomData],
    ['web-types.json', getWebTypesData],
  ]) {
    const text = make(structuredClone(manifest), {}).replaceAll(' _(default: undefined)_', '');
    writeFileSync(join(dist, name), `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  }
  for (const [door, types] of Object.entries({ jsx: jsxTypes, vue: vueTypes, svelte: svelteTypes })) {
    writeFileSync(join(dist, `${door}.d.ts`), types(manifest));
    // Types alone; a page that imports it without `type` gets nothing, instead of an error.
    writeFileSync(join(dist, `entry/${door}.js`), 'export {};\n');
  }
}

/** The manifest, https://github.com/webcomponents/custom-elements-manifest, of all tags in `src/elements`. */
export async function makeManifest(dist) {
  const modules = readdirSync(elements, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => sourceOf(`src/elements/${path}`));
  const analysed = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const classes = analysed.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const inherited = propertiesOfTheSet();
  const described = [];
  for (const element of classes.sort((a, b) => (a.tagName < b.tagName ? -1 : 1))) {
    const { [element.name]: Class } = await import(
      pathToFileURL(join(dist, `elements/${element.tagName}-element.js`)).href
    );
    const css = [Class.styles]
      .flat(Infinity)
      .map(({ cssText }) => cssText)
      .join('');
    described.push(describe(element, element.tagName === 'dialogue-bundle' ? [] : inherited, css));
  }
  return { schemaVersion: '1.0.0', readme: '', modules: described.flatMap(doorsOf) };
}

function sourceOf(path) {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** The custom properties that every content element reads are told in the comment of their sheet. */
function propertiesOfTheSet() {
  return sourceOf('src/styles/machinery.ts')
    .statements.flatMap((statement) => ts.getJSDocTags(statement))
    .filter(({ tagName }) => tagName.text === 'cssproperty')
    .map(({ comment }) => {
      const [, name, description] = /^(--[\w-]+)\s+-\s+(.+)$/s.exec(ts.getTextOfJSDocComment(comment));
      return { name, description };
    });
}

/** With the default that the element's own rules give. */
function withDefault({ name, description }, css) {
  const fallbacks = new Set(fallbacksOf(name, css));
  // What hangs on the pair of the dialogue has no one default.
  return { name, ...(fallbacks.size === 1 ? { default: [...fallbacks][0] } : {}), description };
}

/** What stands behind the comma of each `var(name, …)`, however many brackets it has. */
function fallbacksOf(name, css) {
  return [...css.matchAll(new RegExp(`var\\(${name}\\s*,\\s*`, 'g'))].map(({ index, 0: { length } }) => {
    let end = index + length;
    for (let depth = 1; depth; end++) depth += { '(': 1, ')': -1 }[css[end]] ?? 0;
    return css.slice(index + length, end - 1).trim();
  });
}

/** What a page can use of an element: the rest of its class is nobody's business. */
function describe({ members, attributes = [], events = [], cssProperties = [], ...element }, inherited, css) {
  const isOpen = ({ name, privacy, static: isStatic }) =>
    !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#') && !fromLit.includes(name);
  return tidy({
    ...element,
    superclass: { name: 'LitElement', package: 'lit' },
    cssProperties: [...cssProperties, ...inherited]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((property) => withDefault(property, css)),
    members: members.filter(isOpen),
    // The analyser adds what it sees being dispatched, which `@fires` has told already.
    events: events.filter(({ name, description }) => name && description),
    attributes: attributes.filter((attribute) => members.some(({ name }) => name === attribute.fieldName)),
  });
}

const fromLit = ['connectedCallback', 'disconnectedCallback'];

/** Descriptions in one line each, and nothing of the house behind the doors. */
function tidy(part) {
  if (Array.isArray(part)) return part.map(tidy);
  if (!part || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => key !== 'inheritedFrom')
      .map(([key, value]) => [key, key === 'description' ? inOneLine(value) : tidy(value)]),
  );
}

function inOneLine(text) {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n\n');
}

/** The two doors of a tag: the class, and the file that registers it. */
function doorsOf(element) {
  const { name, tagName } = element;
  const path = `dist/elements/${tagName}-element.js`;
  const declaration = { name, module: path };
  return [
    {
      kind: 'javascript-module',
      path,
      declarations: [element],
      exports: [{ kind: 'js', name, declaration }],
    },
    {
      kind: 'javascript-module',
      path: `dist/elements/${tagName}.js`,
      declarations: [],
      exports: [
        { kind: 'js', name, declaration },
        { kind: 'custom-element-definition', name: tagName, declaration },
      ],
    },
  ];
}
