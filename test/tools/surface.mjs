// What a partner can name: tags and all that is on them, doors of the package, fields of a bundle, the command line, the
// embed page. test/fixtures/surface.json holds it as it was promised.
//
//   node test/tools/surface.mjs            says what has changed since
//   node test/tools/surface.mjs --write    promises what has been added
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const promise = join(root, 'test/fixtures/surface.json');
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));

/** The surface as it is built: each thing by its name in words, with what hangs on it. */
export async function readSurface() {
  const { version, exports } = json('package.json');
  const things = [...elementThings(), ...schemaThings(), ...(await commandThings()), ...embedThings()];
  for (const [door, target] of Object.entries(exports)) {
    things.push([`the door ${door}`, typeof target === 'string' ? 'a file' : Object.keys(target).join(', ')]);
  }
  const sorted = things.sort(([a], [b]) => (a < b ? -1 : 1));
  return { version, things: Object.fromEntries(sorted) };
}

function elementThings() {
  const { modules } = json('dist/custom-elements.json');
  return modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(
      ({
        tagName,
        name,
        members = [],
        attributes = [],
        events = [],
        slots = [],
        cssParts = [],
        cssProperties = [],
        cssStates = [],
      }) => {
        const of = `of <${tagName}>`;
        return [
          [`the tag <${tagName}>`, name],
          ...attributes.map(({ name, type, default: given }) => [
            `the attribute ${name} ${of}`,
            `${type.text}, by itself ${given}`,
          ]),
          ...members.map((member) => [
            `the ${member.kind === 'method' ? 'method' : 'property'} ${member.name} ${of}`,
            typeOf(member),
          ]),
          ...events.map(({ name, type }) => [`the event ${name} ${of}`, type.text]),
          ...slots.map(({ name }) => [`the ${name ? `slot ${name}` : 'default slot'} ${of}`, '']),
          ...cssParts.map(({ name }) => [`the part ${name} ${of}`, '']),
          ...cssProperties.map(({ name }) => [`the custom property ${name} ${of}`, '']),
          ...cssStates.map(({ name }) => [`the custom state ${name} ${of}`, '']),
        ];
      },
    );
}

function typeOf({ kind, type, readonly, parameters = [], return: given }) {
  if (kind !== 'method') return `${type.text}${readonly ? ', read only' : ''}`;
  return `(${parameters.map(({ name, type }) => `${name}: ${type?.text}`).join(', ')}) => ${given?.type?.text ?? 'void'}`;
}

/** Each field of a bundle, by its place: `the field dialogues[].audio.duration of a bundle`. */
function schemaThings() {
  const schema = json('dist/bundle.schema.json');
  const things = new Map();
  const visit = (node, path, trail, note = '') => {
    const name = node.$ref?.replace('#/$defs/', '');
    if (name && trail.includes(name)) return;
    const { description: _words, examples: _lamps, ...rest } = name ? schema.$defs[name] : node;
    const inner = name ? [...trail, name] : trail;
    const kind = name ?? rest.type ?? (rest.anyOf ? 'one of several' : JSON.stringify(rest.const ?? rest.enum));
    const thing = `the field ${path} of a bundle`;
    if (path && !things.has(thing)) things.set(thing, `${kind}${note}`);
    for (const [field, value] of Object.entries(rest.properties ?? {})) {
      visit(value, path ? `${path}.${field}` : field, inner, rest.required?.includes(field) ? ', required' : '');
    }
    if (rest.items) visit(rest.items, `${path}[]`, inner);
    for (const other of rest.anyOf ?? []) visitParts(other, path, inner);
  };
  const visitParts = (node, path, trail) => {
    const { properties, items } = node.$ref ? schema.$defs[node.$ref.replace('#/$defs/', '')] : node;
    if (properties || items) visit({ properties, items }, path, trail);
  };
  visit(schema, '', []);
  return [...things];
}

async function commandThings() {
  const { commands } = await import(pathToFileURL(join(root, '.cache/cli/cli/commands.js')).href);
  return commands.flatMap(({ name, operands, switches, values }) => [
    [`the command ${name}`, `takes ${operands.join(' to ')}`],
    ...switches.map((flag) => [`the flag --${flag} of the command ${name}`, '']),
    ...values.map((flag) => [`the flag --${flag} of the command ${name}`, 'with a value']),
  ]);
}

/** The embed page's code is told by its text: nothing of it is left to be imported once it is built. */
function embedThings() {
  const asked = read('src/embed/asked.ts');
  const heights = read('src/embed/heights.ts');
  const listIn = (name) => {
    const [, words] = new RegExp(`const ${name}(?:: [^=]+)? = \\[([^\\]]*)\\]`).exec(asked);
    return [...words.matchAll(/'([^']+)'/g)].map(([, word]) => word);
  };
  const named = [...asked.matchAll(/\bgiven\('([\w-]+)'\)/g)].map(([, word]) => word);
  const fields = new Set([...named, ...listIn('attributes'), ...listIn('switches')]);
  const messages = new Set(
    [...heights.matchAll(/(?:type|message)(?:'\])?(?::| ===) '([^']+)'/g)].map(([, word]) => word),
  );
  return [
    ...[...fields].map((field) => [`the query field ${field} of the embed page`, '']),
    ...listIn('shows').map((tag) => [`the query show=${tag} of the embed page`, '']),
    ...listIn('themes').map((theme) => [`the query theme=${theme} of the embed page`, '']),
    ...[...messages].map((message) => [`the message ${message} of the embed page`, '']),
  ];
}

/** What has happened between a promise and a surface, in sentences. */
export function compareSurfaces(promised, built) {
  const broken = [];
  const added = [];
  for (const [thing, was] of Object.entries(promised.things)) {
    const is = built.things[thing];
    if (is === undefined) broken.push(`${capital(thing)} is gone.`);
    else if (is !== was) broken.push(`${capital(thing)} was "${was}", and is "${is}".`);
  }
  for (const thing of Object.keys(built.things)) {
    if (!(thing in promised.things)) added.push(`${capital(thing)} is new.`);
  }
  return { broken, added, isAllowed: generation(promised.version) < generation(built.version) };
}

const capital = (words) => words.replace(/^./, (letter) => letter.toUpperCase());

/** What may break a promise when it rises: the major version; the minor one while that is 0, as in semver. */
function generation(version) {
  const [major, minor] = version.split('.').map(Number);
  return major * 1000 + (major ? 0 : minor);
}

export const readPromise = () => JSON.parse(readFileSync(promise, 'utf8'));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await readSurface();
  const promised = existsSync(promise) ? readPromise() : { version: '0.0.0', things: {} };
  const { broken, added, isAllowed } = compareSurfaces(promised, built);
  for (const sentence of [...broken, ...added]) console.log(sentence);
  if (!broken.length && !added.length) console.log('The surface is as it was promised.');
  if (broken.length && !isAllowed) {
    console.error(
      `\nThat breaks pages which use version ${promised.version}. Put it back, or raise the ${built.version.startsWith('0.') ? 'minor' : 'major'} version and say in ` +
        'CHANGELOG.md what to write instead. If nobody has that version yet, delete test/fixtures/surface.json first.',
    );
    process.exitCode = 1;
  } else if (process.argv.includes('--write')) {
    writeFileSync(promise, `${JSON.stringify(built, null, 2)}\n`);
    console.log('Written into test/fixtures/surface.json.');
  } else if (broken.length || added.length) {
    console.error('\nnode test/tools/surface.mjs --write promises it.');
    process.exitCode = 1;
  }
}
