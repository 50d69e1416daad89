// Checks that every file knows its room: who may import whom, and what is done in one place only.
//
//   node test/tools/rooms.mjs [folder of the project]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import typescript from 'typescript';

const { SyntaxKind: Kind } = typescript;

/** Which other rooms a room may import from. */
const doorways = {
  bundle: [],
  playback: ['bundle'],
  locales: [],
  styles: [],
  context: ['bundle', 'playback', 'locales', 'styles'],
  elements: ['bundle', 'playback', 'context', 'locales', 'styles'],
  'living-well': ['bundle'],
  entry: ['bundle', 'playback', 'context', 'elements', 'locales', 'styles', 'living-well'],
  embed: ['bundle', 'playback', 'context', 'elements', 'locales', 'styles', 'living-well', 'entry'],
  // And the words templates, which are elements' but run in Node.
  cli: ['bundle'],
};

const withoutLit = ['bundle', 'playback', 'locales'];
const loader = 'src/context/loader.ts';
const definer = 'src/elements/define.ts';
const sounder = 'src/context/page-voice.ts';

// What a strict content security policy, or a reader of untrusted text, would not forgive.
const htmlProperties = [
  ...['innerHTML', 'outerHTML', 'srcdoc', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe'],
  ...['createContextualFragment', 'parseFromString'],
];
const attributeSetters = ['setAttribute', 'setAttributeNS', 'toggleAttribute'];
const litDirectives = ['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'styleMap', 'unsafeStatic'];
const otherWires = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'];

/**
 * Reads every TypeScript file under `src` and says what stands in the wrong room.
 *
 * @param {string} project The folder that holds `src`, `test` and `stories`.
 * @returns {string[]} One line each: `file:line: sentence`.
 */
export function checkRooms(project) {
  const house = readHouse(project);
  const findings = [];
  const find = (file, line, sentence) => findings.push({ file, line, sentence });
  for (const file of house.values()) {
    checkName(file, find);
    checkImports(file, house, find);
    checkForms(file, find);
  }
  checkCircles(house, find);
  checkTags(project, house, find);
  checkArguments(house, find);
  return findings
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`);
}

function readHouse(project) {
  const src = join(project, 'src');
  const paths = existsSync(src)
    ? readdirSync(src, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
        .map((entry) => relative(project, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    : [];
  return new Map(paths.sort().map((path) => [path, readRoomFile(project, path)]));
}

function readRoomFile(project, path) {
  const text = readFileSync(join(project, path), 'utf8');
  const source = typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true);
  const parts = path.split('/');
  const room = parts.length > 2 ? parts[1] : undefined;
  const tag = room === 'elements' && parts.length > 3 ? parts[2] : undefined;
  const file = { path, source, room, tag, isTagFile: tag !== undefined && path === `src/elements/${tag}/${tag}.ts` };
  return { ...file, imports: readImports(file) };
}

function readImports({ path, source }) {
  const imports = [];
  walk(source, (node) => {
    const specifier = specifierOf(node);
    if (!specifier) return;
    const words = specifier.text;
    const target = words.startsWith('.') ? posix.join(dirname(path), words).replace(/\.js$/, '.ts') : undefined;
    // `import { type A }` still wakes the file it names; only a whole `import type` leaves nothing behind.
    const typeOnly =
      typescript.isImportTypeNode(node) ||
      (typescript.isImportDeclaration(node) && node.importClause?.phaseModifier === Kind.TypeKeyword) ||
      (typescript.isExportDeclaration(node) && node.isTypeOnly);
    imports.push({ words, target, typeOnly, line: lineOf(source, node) });
  });
  return imports;
}

function specifierOf(node) {
  const { isImportDeclaration, isExportDeclaration, isImportTypeNode, isLiteralTypeNode, isCallExpression } =
    typescript;
  let specifier;
  if (isImportDeclaration(node) || isExportDeclaration(node)) specifier = node.moduleSpecifier;
  else if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) specifier = node.argument.literal;
  else if (isCallExpression(node) && node.expression.kind === Kind.ImportKeyword) specifier = node.arguments[0];
  return specifier && typescript.isStringLiteralLike(specifier) ? specifier : undefined;
}

function checkName({ path, source, room }, find) {
  if (room === undefined || !(room in doorways)) {
    find(path, 1, `There is no such room. The rooms are ${Object.keys(doorways).join(', ')}.`);
  }
  const words = path.replace(/\.ts$/, '').split('/').slice(1);
  for (const word of words) {
    if (/^(utils?|helpers?|common|misc|types|index)$/.test(word)) {
      find(path, 1, `"${word}" is no name: a thing lives where its noun lives, in a file of that noun.`);
    }
    const hidden = word.split('-').find((part) => /^(share|social|ads?|banner|track|analytics)$/.test(part));
    if (hidden) find(path, 1, `Blockers hide what is called "${hidden}": find another name.`);
  }
  const { statements } = source;
  const onlyPassesOn = statements.every((one) => typescript.isExportDeclaration(one) && one.moduleSpecifier);
  if (statements.length > 0 && onlyPassesOn && room !== 'entry') {
    find(path, 1, 'This is a barrel: it only passes on what others hold. Import each thing from where it lives.');
  }
}

function checkImports(file, house, find) {
  const { path, room, tag, isTagFile } = file;
  for (const { words, target, typeOnly, line } of file.imports) {
    if (target === undefined) {
      if (/^lit(\/|$)|^lit-|^@lit\/|^@lit-/.test(words) && withoutLit.includes(room)) {
        find(path, line, `${room} must run without Lit, and this imports ${words}.`);
      }
      if (/^living-well-dialogues(\/|$)/.test(words)) {
        find(path, line, 'Import by relative path: the package would bring a second, built copy of the file.');
      }
      if (words.startsWith('node:') && room !== 'cli' && room !== 'living-well') {
        find(path, line, `Only the command line runs in Node alone; ${words} is missing in a browser.`);
      }
      continue;
    }
    if (!target.startsWith('src/')) {
      find(path, line, `${words} lies outside src, and would be missing from what is built.`);
      continue;
    }
    const other = target.split('/')[1];
    const isWords = /^src\/elements\/.*-words\.ts$/.test(target);
    const open = other === room || doorways[room]?.includes(other) || (room === 'cli' && isWords);
    if (!open && room in doorways) {
      const allowed = [...doorways[room], ...(room === 'cli' ? ['the *-words.ts templates'] : [])];
      find(path, line, `${room} may import ${allowed.join(', ') || 'no other room'}, and this imports ${target}.`);
      continue;
    }
    if (typeOnly) continue;
    const met = house.get(target);
    if (met?.isTagFile && room === 'elements' && !isTagFile) {
      find(path, line, `Only a tag file may wake another tag: import ${target} in ${tag ?? 'a'}'s tag file instead.`);
    }
    if (met?.tag !== undefined && tag !== undefined && met.tag !== tag && !met.isTagFile) {
      const bothWords = isWords && path.endsWith('-words.ts');
      if (!bothWords && target.endsWith('-element.ts')) {
        find(
          path,
          line,
          `Elements meet at the tag file, so import ${met.tag}/${met.tag}.js there; here only its type.`,
        );
      } else if (!bothWords && isWords) {
        find(path, line, `Only words may use another element's words, and this is no *-words.ts.`);
      }
    }
  }
}

function checkForms(file, find) {
  const { path, source, room, isTagFile } = file;
  const mayDefine = isTagFile || path === definer;
  const mayFetch = path === loader || room === 'cli' || room === 'living-well';
  const maySound = path === sounder;
  const definesTags = (callee) =>
    (typescript.isIdentifier(callee) && callee.text === 'define') ||
    (typescript.isPropertyAccessExpression(callee) &&
      callee.name.text === 'define' &&
      /customElements$|registry$/i.test(callee.expression.getText(source)));

  walk(source, (node) => {
    const here = (sentence) => find(path, lineOf(source, node), sentence);
    if (typescript.isCallExpression(node)) {
      const callee = node.expression;
      const name = nameOf(callee);
      const [first] = node.arguments;
      const firstText = first && typescript.isStringLiteralLike(first) ? first.text : undefined;
      if (!mayDefine && definesTags(callee)) here('Only a tag file, <tag>/<tag>.ts, registers a tag.');
      if (!mayFetch && name === 'fetch') here(`Only ${loader} fetches.`);
      if (!maySound && name === 'createElement' && /^(audio|video)$/i.test(firstText ?? '')) {
        here(`Only ${sounder} makes a media element.`);
      }
      if (typescript.isIdentifier(callee) && name === 'Function') here(codeFromText);
      if ((name === 'setTimeout' || name === 'setInterval') && first && isText(first)) here(codeFromText);
      if (attributeSetters.includes(name)) {
        const words = node.arguments.map((one) => (typescript.isStringLiteralLike(one) ? one.text.toLowerCase() : ''));
        if (words.includes('style')) here(inlineStyle);
        // The name is the first word, or the second where a namespace comes before it.
        if (words.slice(0, 2).some((word) => /^on[a-z]+$|^srcdoc$/.test(word))) here(codeInMarkup);
      }
      if (/^createElement(NS)?$/.test(name ?? '')) {
        const words = node.arguments.map((one) => (typescript.isStringLiteralLike(one) ? one.text.toLowerCase() : ''));
        if (words.includes('style')) here(inlineStyle);
        if (words.includes('script')) here('A strict content security policy forbids a script that nobody named.');
      }
      if (/^document\.(write|writeln)$/.test(callee.getText(source))) here('Text is data: this would read it as HTML.');
    }
    if (typescript.isNewExpression(node)) {
      const name = nameOf(node.expression);
      if (!maySound && name === 'Audio') here(`Only ${sounder} makes a media element.`);
      if (name === 'Function') here(codeFromText);
    }
    // However it is called: `window.eval`, `(0, eval)`.
    if (typescript.isIdentifier(node) && node.text === 'eval') here(codeFromText);
    if (typescript.isDecorator(node) && /^customElement\b/.test(node.expression.getText(source))) {
      here('Only a tag file, <tag>/<tag>.ts, registers a tag, and it does so by define().');
    }
    if (typescript.isIdentifier(node) && otherWires.includes(node.text))
      here(`Only ${loader} fetches, and it does so by fetch.`);
    if (
      typescript.isIdentifier(node) &&
      litDirectives.includes(node.text) &&
      typescript.isImportSpecifier(node.parent)
    ) {
      here(node.text === 'styleMap' ? inlineStyle : `Text is data: ${node.text} would read it as markup.`);
    }
    const property = propertyOf(node);
    if (htmlProperties.includes(property)) here(`Text is data: ${property} would read it as HTML.`);
    if (typescript.isTaggedTemplateExpression(node) && /^(html|svg|mathml)$/.test(nameOf(node.tag) ?? '')) {
      checkTemplate(file, node.template, find);
    }
  });
}

const inlineStyle = 'A strict content security policy blocks inline styles: use a class, or style.setProperty().';
const codeFromText = 'A strict content security policy forbids code made from text.';
const codeInMarkup = 'A template sets no code and no HTML: listen with @event, and let text be text.';

function checkTemplate({ path, source }, template, find) {
  // Only the markup between the holes: inside a hole stands code, where `style =` or `only =` is none of ours.
  const parts = typescript.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  for (const part of parts) {
    const start = part.getStart(source);
    const look = (pattern, sentence) => {
      for (const { index } of part.getText(source).matchAll(pattern)) {
        find(path, source.getLineAndCharacterOfPosition(start + index + 1).line + 1, sentence);
      }
    };
    // `.style=` sets a property, which is allowed.
    look(/[\s"'}]style\s*=|<style[\s>]/gi, inlineStyle);
    look(/[\s"'}][.?]?(?:on[a-z]+|innerHTML|srcdoc)\s*=|<script[\s>]|=\s*["']?\s*javascript:/gi, codeInMarkup);
    look(/<link[\s>]/gi, 'A style is adopted, and not linked.');
  }
}

function checkCircles(house, find) {
  const done = new Set();
  const trail = [];
  const visit = (path) => {
    trail.push(path);
    for (const { target, line, typeOnly } of house.get(path).imports) {
      // A type that names its owner back leaves nothing behind when compiled, so no file waits for itself.
      if (typeOnly || !house.has(target) || done.has(target)) continue;
      const at = trail.indexOf(target);
      if (at === -1) visit(target);
      else find(path, line, `These import each other in a circle: ${[...trail.slice(at), target].join(' → ')}.`);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of house.keys()) if (!done.has(path)) visit(path);
}

function checkTags(project, house, find) {
  const tags = new Set([...house.values()].map(({ tag }) => tag).filter((tag) => tag !== undefined));
  for (const tag of tags) {
    const tagPath = `src/elements/${tag}/${tag}.ts`;
    const elementPath = `src/elements/${tag}/${tag}-element.ts`;
    const className = `${tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Element`;
    const tagFile = house.get(tagPath);
    const elementFile = house.get(elementPath);
    if (!tagFile) find(tagPath, 1, `This file is missing: it registers <${tag}>.`);
    else if (!registers(tagFile, tag, className)) {
      find(tagPath, 1, `The tag file must say define('${tag}', ${className}).`);
    }
    if (!elementFile) find(elementPath, 1, `This file is missing: it holds the class of <${tag}>.`);
    else if (!exportsClass(elementFile, className)) find(elementPath, 1, `This file must export class ${className}.`);
    for (const path of [`test/elements/${tag}.test.ts`, `stories/${tag}.stories.ts`]) {
      if (!existsSync(join(project, path))) {
        find(
          path,
          1,
          `This file is missing: <${tag}> has a ${path.startsWith('test') ? 'test' : 'story'} of its own name.`,
        );
      }
    }
  }
}

function registers({ source }, tag, className) {
  let found = false;
  walk(source, (node) => {
    if (!typescript.isCallExpression(node) || nameOf(node.expression) !== 'define') return;
    const [name, element] = node.arguments;
    if (name && typescript.isStringLiteralLike(name) && name.text === tag && element?.getText(source) === className) {
      found = true;
    }
  });
  return found;
}

function exportsClass({ source }, className) {
  return source.statements.some(
    (statement) =>
      typescript.isClassDeclaration(statement) &&
      statement.name?.text === className &&
      statement.modifiers?.some(({ kind }) => kind === Kind.ExportKeyword),
  );
}

function checkArguments(house, find) {
  let first;
  for (const { path, source } of house.values()) {
    walk(source, (node) => {
      if (!typescript.isPropertyAccessExpression(node) || node.getText(source) !== 'process.argv') return;
      const line = lineOf(source, node);
      if (!path.startsWith('src/cli/')) find(path, line, 'Only the command line reads the words of the command line.');
      else if (first === undefined || first === path) first = path;
      else find(path, line, `One file knows Node's argv, and it is ${first}.`);
    });
  }
}

function walk(node, visit) {
  visit(node);
  typescript.forEachChild(node, (child) => walk(child, visit));
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** The last name of `a`, `b.a` or `b?.a`: what is called, whoever it is called on. */
function nameOf(expression) {
  if (typescript.isIdentifier(expression)) return expression.text;
  if (typescript.isPropertyAccessExpression(expression)) return expression.name.text;
  return undefined;
}

/** The property that is read or set here: `a.name`, `a['name']`, or `{ name: … }`, which `Object.assign` would set. */
function propertyOf(node) {
  if (typescript.isPropertyAccessExpression(node)) return node.name.text;
  if (typescript.isElementAccessExpression(node) && typescript.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  const isEntry = typescript.isPropertyAssignment(node) || typescript.isShorthandPropertyAssignment(node);
  return isEntry && !typescript.isComputedPropertyName(node.name) ? node.name.text : undefined;
}

/** A text, put together or not. */
function isText(node) {
  return (
    typescript.isStringLiteralLike(node) ||
    typescript.isTemplateExpression(node) ||
    (typescript.isBinaryExpression(node) && (isText(node.left) || isText(node.right)))
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const project = process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url));
  const findings = checkRooms(project);
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) {
    console.error(`\n${findings.length} ${findings.length === 1 ? 'thing stands' : 'things stand'} in the wrong room.`);
    process.exit(1);
  }
  console.log('Every file stands in its room.');
}
