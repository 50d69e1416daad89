// The types of our tags for the templates of React, Vue and Svelte, made of the manifest, so that no fact is told twice.
// Each asks for its framework's own types, and for nobody else's: a project that has not got Vue never opens Vue's.

/**
 * In React's JSX, https://react.dev/reference/react-dom/components#custom-html-elements. React 19 sets a property where the
 * element has one of that name, and an attribute otherwise; a name that begins with `on` is a listener.
 */
export function jsxTypes(manifest) {
  return typesOf(manifest, {
    imports: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';`,
    base: `/** What every HTML element takes, \`ref\` and \`key\` among it. */
type Base<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;`,
    // React knows the media events only in its own spelling, which custom elements do not hear.
    listenerOf: (event) => `on${event}`,
    knows: () => false,
    tag: (name, props) => `Base<${name}> & ${props}`,
    augmentation: `declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends DialogueTags {}
  }
}`,
  });
}

/**
 * In Vue's templates, https://vuejs.org/guide/extras/web-components#web-components-and-typescript. Its checker takes what
 * `$props` of a component has, each name and listener in camel case.
 */
export function vueTypes(manifest) {
  return typesOf(manifest, {
    imports: `import type { HTMLAttributes, PublicProps } from 'vue';`,
    base: `/** What every HTML element takes, \`ref\` and \`key\` among it. The instance, which a \`ref\` gives, is the element. */
type Base<Element, Props> = new () => Element & { $props: HTMLAttributes & PublicProps & Props };`,
    listenerOf: (event) => `on${pascal(event)}`,
    knows: ({ type }) => type.text === 'Event',
    // What is written with hyphens is looked up without; and with `null` Vue takes an attribute away, where it would write
    // a `false`.
    spell: (attribute) => attribute.fieldName,
    absent: 'null | undefined',
    tag: (name, props) => `Base<${name}, ${props}>`,
    augmentation: `declare module 'vue' {
  interface GlobalComponents extends DialogueTags {}
}`,
  });
}

/**
 * In Svelte's templates, https://svelte.dev/docs/svelte/typescript#Enhancing-built-in-DOM-types. Svelte 5 sets a property
 * where the element has a setter of that name, and an attribute otherwise; a name that begins with `on` is a listener.
 */
export function svelteTypes(manifest) {
  return typesOf(manifest, {
    imports: `import type { HTMLAttributes } from 'svelte/elements';`,
    base: `/** What every HTML element takes. */
type Base<Element extends HTMLElement> = HTMLAttributes<Element>;`,
    listenerOf: (event) => `on${event}`,
    knows: ({ type }) => type.text === 'Event',
    tag: (name, props) => `Base<${name}> & ${props}`,
    augmentation: `declare module 'svelte/elements' {
  interface SvelteHTMLElements extends DialogueTags {}
}`,
  });
}

function typesOf(manifest, framework) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const events = [...new Set(elements.flatMap((element) => (element.events ?? []).map(({ type }) => type.text)))];
  const own = (tag, element) => [element.name, ...events.filter((event) => isOf(event, tag))];
  return `${framework.imports}
${elements.map((element) => `import type { ${own(element.tagName, element).join(', ')} } from './elements/${element.tagName}-element.js';`).join('\n')}

${framework.base}

${elements.map((element) => propsOf(element, framework)).join('\n\n')}

/** Our tags, with what each of them takes. */
export interface DialogueTags {
${elements.map(({ tagName, name, summary }) => `${comment(summary, '  ')}  '${tagName}': ${framework.tag(name, propsNameOf(name))};`).join('\n')}
}

${framework.augmentation}
`;
}

/** An event's class lies beside its element's, and bears the tag's name. */
function isOf(event, tag) {
  return event.startsWith(pascal(tag)) && event !== 'Event';
}

function pascal(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

function propsNameOf(className) {
  return className.replace(/Element$/, 'Props');
}

function propsOf({ name, summary, members = [], attributes = [], events = [] }, framework) {
  const { listenerOf, knows, spell = ({ name }) => name, absent = 'undefined' } = framework;
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  // By name, since an attribute may be written as its property is, and takes more: a number in quotes.
  const lines = new Map(fields.map((field) => [field.name, [`${name}['${field.name}']`, field.description]]));
  for (const attribute of attributes) {
    const isNumber = fields.some((field) => field.name === attribute.fieldName && field.type.text === 'number');
    const type = `${name}['${attribute.fieldName}']${isNumber ? ' | `${number}`' : ''}`;
    lines.set(spell(attribute), [type, attribute.description]);
  }
  for (const event of events.filter((event) => !knows(event)))
    lines.set(listenerOf(event.name), [`((event: ${event.type.text}) => void)`, event.description]);
  return `${comment(summary)}export interface ${propsNameOf(name)} {
${[...lines].map(([key, [type, words]]) => `${comment(words, '  ')}  ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${type} | ${absent};`).join('\n')}
}`;
}

function comment(words, indent = '') {
  return words ? `${indent}/** ${words.replaceAll('*/', '*\\/').replace(/\n+/g, ' ')} */\n` : '';
}
