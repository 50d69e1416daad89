/**
 * The types of our tags in React's JSX, https://react.dev/reference/react-dom/components#custom-html-elements. React 19 sets
 * a property where the element has one of that name, and an attribute otherwise; a name that begins with `on` is a listener.
 */
export function jsxTypes(manifest) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const events = [...new Set(elements.flatMap((element) => (element.events ?? []).map(({ type }) => type.text)))];
  const own = (tag, element) => [element.name, ...events.filter((event) => isOf(event, tag))];
  return `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${elements.map((element) => `import type { ${own(element.tagName, element).join(', ')} } from './elements/${element.tagName}-element.js';`).join('\n')}

/** What every HTML element takes, \`ref\` and \`key\` among it. */
type Base<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

${elements.map(propsOf).join('\n\n')}

/** Our tags, with what each of them takes. */
export interface DialogueTags {
${elements.map(({ tagName, name, summary }) => `${comment(summary, '  ')}  '${tagName}': Base<${name}> & ${propsNameOf(name)};`).join('\n')}
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends DialogueTags {}
  }
}
`;
}

/** An event's class lies beside its element's, and bears the tag's name. */
function isOf(event, tag) {
  const start = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  return event.startsWith(start) && event !== 'Event';
}

function propsNameOf(className) {
  return className.replace(/Element$/, 'Props');
}

function propsOf({ name, summary, members = [], attributes = [], events = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const lines = [
    ...fields.map((field) => [field.name, `${name}['${field.name}']`, field.description]),
    ...attributes
      .filter((attribute) => attribute.name !== attribute.fieldName)
      .map((attribute) => [attribute.name, `${name}['${attribute.fieldName}']`, attribute.description]),
    ...events.map((event) => [`on${event.name}`, `(event: ${event.type.text}) => void`, event.description]),
  ];
  return `${comment(summary)}export interface ${propsNameOf(name)} {
${lines.map(([key, type, words]) => `${comment(words, '  ')}  ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${type.includes('=>') ? `(${type})` : type} | undefined;`).join('\n')}
}`;
}

function comment(words, indent = '') {
  return words ? `${indent}/** ${words.replaceAll('*/', '*\\/').replace(/\n+/g, ' ')} */\n` : '';
}
