import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import MagicString from 'magic-string';
import { minifySync } from 'oxc-minify';
import ts from 'typescript';

/**
 * Lit's Trusted Types policy under our own name, and one for all copies on a page: where a page forbids duplicates, a
 * second `createPolicy` of the same name would throw.
 */
export function ownPolicy(name) {
  let found = 0;
  return {
    name: 'own-policy',
    buildStart() {
      found = 0;
    },
    transform(code, id) {
      if (!id.endsWith('/lit-html.js')) return null;
      const own = code.replace(
        /(\w+)\.createPolicy\((?:'lit-html', |"lit-html",)(\{[^}]*\})\)/,
        (_, factory, rules) => {
          found++;
          return `(LWD_PAGE.policy??=${factory}.createPolicy(${JSON.stringify(name)},${rules}))`;
        },
      );
      return { code: own, map: null };
    },
    buildEnd(failure) {
      if (!failure && found !== 1) this.error(`Expected to find Lit's policy once; found it ${found} times.`);
    },
  };
}

/**
 * `#name` becomes an ordinary name. ES2021 has no private names, and the WeakMaps that stand in for them cost a wait on
 * every page. Each file has names of its own, which `fewNames` then shares out.
 */
export function ordinaryNames() {
  return {
    name: 'ordinary-names',
    transform(code, id) {
      if (!code.includes('#')) return null;
      const text = new MagicString(code);
      const own = createHash('sha256').update(basename(id)).digest().readUInt32BE();
      visit(this.parse(code), ({ type, name, start, end }) => {
        if (type === 'PrivateIdentifier') text.update(start, end, `$${own}_${name}`);
      });
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/**
 * What were private names are shared by classes that never meet in one object: the fewer names there are, the better
 * they compress. Those of one class, and of the classes that it extends, stay apart. The most used come first.
 */
export function fewNames() {
  return {
    name: 'few-names',
    renderChunk(code) {
      const places = new Map();
      const classes = new Map();
      const tree = this.parse(code);
      const called = new Map();
      visit(tree, ({ type, id, init }) => {
        if (type === 'VariableDeclarator' && init) called.set(init, id.name);
      });
      visit(tree, (node) => {
        const { type, id, superClass, body } = node;
        if (type !== 'ClassDeclaration' && type !== 'ClassExpression') return;
        if (superClass && superClass.type !== 'Identifier')
          this.error('Expected a class to extend a class by its name.');
        const names = new Set();
        visit(body, ({ type: kind, name }) => {
          if (kind === 'Identifier' && /^\$\d+_/.test(name)) names.add(name);
        });
        classes.set(called.get(node) ?? id?.name ?? body, { base: superClass?.name, names });
      });
      visit(tree, (node) => {
        if (node.type !== 'Identifier' || !/^\$\d+_/.test(node.name)) return;
        places.set(node.name, [...(places.get(node.name) ?? []), node]);
      });
      const meets = new Map([...places.keys()].map((name) => [name, new Set()]));
      for (const { base, names } of classes.values()) {
        const inherited = [...names];
        for (let of = classes.get(base); of; of = classes.get(of.base)) inherited.push(...of.names);
        for (const name of names) {
          for (const other of inherited) {
            meets.get(name).add(other);
            meets.get(other).add(name);
          }
        }
      }
      const text = new MagicString(code);
      const ranks = new Map();
      for (const [name, nodes] of [...places].sort(([, a], [, b]) => b.length - a.length)) {
        const taken = new Set([...meets.get(name)].map((other) => ranks.get(other)));
        let rank = 0;
        while (taken.has(rank)) rank++;
        ranks.set(name, rank);
        for (const { start, end } of nodes) text.update(start, end, `$${rank}_`);
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/** `const` becomes `let`: a reader wants both, and brotli does better with one. */
export function letAlone() {
  return {
    name: 'let-alone',
    transform(code) {
      const text = new MagicString(code);
      visit(this.parse(code), ({ type, kind, start }) => {
        if (type === 'VariableDeclaration' && kind === 'const') text.update(start, start + 'const'.length, 'let');
      });
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/** Says in fewer words what terser then shortens: it sees what terser does not, and the other way about. */
export function compressed() {
  return {
    name: 'compressed',
    renderChunk(code, { fileName }) {
      const options = { compress: { target: 'es2021' }, mangle: false, codegen: { removeWhitespace: false } };
      const { code: short, map, errors } = minifySync(fileName, code, { ...options, sourcemap: true });
      if (errors.length) this.error(errors[0].message);
      return { code: short, map };
    },
  };
}

/**
 * The functions of a script become arrows, which are shorter. All of them stand at its beginning, so that each is there
 * for whoever calls it, as it was before. One that asks for `this` or `arguments` stays as it is.
 */
export function arrows() {
  return {
    name: 'arrows',
    renderChunk(code) {
      let body = [];
      visit(this.parse(code), (node) => {
        if (node.type === 'BlockStatement' && node.body.length > body.length) body = node.body;
      });
      const text = new MagicString(code);
      // A directive, such as "use strict", is one only where it stands first.
      const top = body.find(({ directive }) => !directive)?.start;
      const isPlain = ({ type, generator, params, body: inside }) =>
        type === 'FunctionDeclaration' && !generator && ![...params, inside].some(asksWho);
      for (const { async, id, start, end, body: inside } of body.filter(isPlain)) {
        text.update(start, id.start, `let `);
        text.appendLeft(id.end, `=${async ? 'async ' : ''}`);
        text.appendLeft(inside.start, '=>');
        text.appendLeft(end, ';');
        if (start > top) text.move(start, end, top);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** Whether code asks for the `this`, the `arguments` or the `new.target` of the function that it stands in. */
function asksWho(node) {
  if (typeof node?.type !== 'string' || /^(FunctionExpression|FunctionDeclaration|ClassBody)$/.test(node.type))
    return false;
  if (/^(ThisExpression|MetaProperty)$/.test(node.type) || (node.type === 'Identifier' && node.name === 'arguments'))
    return true;
  return Object.values(node).flat().some(asksWho);
}

/** Leaves Welsh out: what is said falls back to English. For a file of which each kilobyte counts. */
export function withoutWelsh() {
  let isFound = false;
  return {
    name: 'without-welsh',
    load(id) {
      if (!id.endsWith('/locales/cy.js')) return null;
      isFound = true;
      return 'export const cy = undefined;';
    },
    buildEnd(failure) {
      if (!failure && !isFound) this.error('Expected to find the Welsh phrases.');
    },
  };
}

/** Leaves out each phrase whose name stands nowhere but in the lists of phrases. */
export function onlyUsedPhrases() {
  return {
    name: 'only-used-phrases',
    renderChunk(code) {
      const tree = this.parse(code);
      const text = new MagicString(code);
      const entries = [];
      const said = new Set();
      visit(tree, (node) => {
        if (node.type === 'VariableDeclarator' && /^(enGB|cy)$/.test(node.id.name) && node.init.properties) {
          entries.push(...node.init.properties);
        }
      });
      if (!entries.length) this.error('Expected to find the phrases.');
      const own = new Set(entries.map(({ key }) => key));
      visit(tree, (node) => {
        if (own.has(node)) return;
        if (node.type === 'Identifier') said.add(node.name);
        if (node.type === 'Literal') said.add(node.value);
      });
      for (const { key, start, end } of entries) {
        if (!said.has(key.name)) text.remove(start, code.indexOf(',', end) === end ? end + 1 : end);
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/**
 * Phrases as lists. Their names are said for all languages at once, and many are not said at all but counted: those that are
 * neither taken out by their names nor looked up. All others must be asked for as `phrases.name`; `phrases.test.mjs` sees that
 * they are. What is plain words is one text a language. Every language must have the same phrases.
 *
 * @param {readonly string[]} lookedUp The phrases that are found by a text, as in `phrases[fault]`.
 */
export function phraseLists(lookedUp = LOOKED_UP) {
  return {
    name: 'phrase-lists',
    renderChunk(code) {
      const tree = this.parse(code);
      const lists = {};
      const places = new Map();
      const owned = new Set();
      let statement;
      visit(tree, (node) => {
        const { type, id, init, computed, object, property } = node;
        if (type === 'VariableDeclaration') statement = lists.enGB ? statement : node;
        if (type === 'VariableDeclarator' && /^(enGB|cy)$/.test(id.name) && init?.properties) {
          lists[id.name] = init;
          for (const { key } of init.properties) {
            owned.add(key);
            places.set(key.name, []);
          }
        }
        if (type === 'MemberExpression' && !computed && (object.property ?? object).name === 'phrases') {
          owned.add(property);
        }
      });
      const languages = [lists.enGB, lists.cy].filter(Boolean).map((list) => ({
        list,
        said: new Map(list.properties.map(({ key, value }) => [key.name, value])),
      }));
      visit(tree, (node) => {
        if (owned.has(node)) places.get(node.name)?.push(node);
      });
      const keepName = (name) => places.has(name) && places.set(name, null);
      lookedUp.forEach(keepName);
      visit(tree, ({ type, properties }) => {
        if (type === 'ObjectPattern') for (const { key } of properties) keepName(key?.name);
      });
      const names = [...places.keys()];
      if (languages.some(({ said }) => said.size !== names.length || !names.every((name) => said.has(name)))) {
        return this.error('Expected the same phrases in Welsh and in English.');
      }

      const wordsOf = (name) => languages.map(({ said }) => said.get(name).value);
      const isText = (name) => wordsOf(name).every((words) => typeof words === 'string' && !words.includes(BETWEEN));
      const isCounted = (name) => !!places.get(name);
      const [texts, others] = [names.filter(isText), names.filter((name) => !isText(name))];
      const [apart, named, counted] = [
        others.filter(isCounted),
        [
          ...others.filter((name) => !isCounted(name)),
          ...alike(
            texts.filter((name) => !isCounted(name)),
            wordsOf,
          ),
        ],
        alike(texts.filter(isCounted), wordsOf),
      ];
      const text = new MagicString(code);
      const order = [...apart, ...named, ...counted];
      order.filter(isCounted).forEach((name) => {
        const count = (FIRST_NAME + order.indexOf(name)).toString(36);
        for (const { start, end } of places.get(name)) text.update(start, end, count);
      });
      for (const { list, said } of languages) {
        const words = order.filter(isText).map((name) => said.get(name).value);
        const rest = order.slice(0, others.length).map((name) => code.slice(said.get(name).start, said.get(name).end));
        text.update(list.start, list.end, `phrasesOf(${JSON.stringify(words.join(BETWEEN))}, [${rest.join(', ')}])`);
      }
      text.appendLeft(
        statement.start,
        `function phrasesOf(text, rest) {
          let names = ${JSON.stringify(named.join(' '))}.split(' ');
          return Object.fromEntries(
            [...rest, ...text.split('${BETWEEN}')].map((said, i) => [names[i - ${apart.length}] || (i + ${FIRST_NAME}).toString(36), said]),
          );
        }`,
      );
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** Faults, steps of a meeting, its notes, and the parts of a series: their own names are those of the phrases. */
export const LOOKED_UP = [
  ...['unnamed', 'unreachable', 'unreadable', 'late', 'onDisk'],
  ...['soundMissing', 'soundForbidden', 'soundUnreachable', 'soundBroken', 'soundUnplayable', 'soundFailed'],
  ...['refused', 'hanging'],
  ...['welcome', 'listen', 'quiet', 'pairs', 'group', 'close'],
  ...['noticed', 'willTry', 'whoWill'],
  ...['people', 'learnings', 'sections', 'dialogues', 'tensions', 'credits'],
];

/** The first number that is two letters long, and begins with one, where it is written with digits and letters. */
const FIRST_NAME = 360;

/** Stands between phrases, and in none. */
const BETWEEN = '|';

/** Like phrases one after another, which compress better: each time the one that has most runs of letters in common. */
function alike(names, wordsOf) {
  const runs = new Map(
    names.map((name) => [
      name,
      wordsOf(name).map((words) => new Set(Array.from(words, (_, i) => words.slice(i, i + RUN).toLowerCase()))),
    ]),
  );
  const common = (one, other) =>
    runs.get(one).reduce((sum, mine, i) => sum + [...mine].filter((run) => runs.get(other)[i].has(run)).length, 0);
  const left = new Set(names);
  const order = [];
  for (let [next] = left; next;) {
    left.delete(next);
    order.push(next);
    const likeness = [...left].map((name) => common(next, name));
    next = [...left][likeness.indexOf(Math.max(...likeness))];
  }
  return order;
}

/** In letters. */
const RUN = 4;

/** Leaves out what has a player pause for the questions. For a file of which each kilobyte counts. */
export function withoutQuestions() {
  return without('questions', '/moment-prompts.js', 'export class MomentPrompts { heed() {} view() { return {}; } }');
}

/** Leaves out what prints a transcript in large type. */
export function withoutPrint() {
  return without('print', '/print-words.js', `export const printWords = () => '';`);
}

/** Puts another file in the place of one. */
function without(name, file, other) {
  let isFound = false;
  return {
    name: `without-${name}`,
    load(id) {
      if (!id.endsWith(file)) return null;
      isFound = true;
      return other;
    },
    buildEnd(failure) {
      if (!failure && !isFound) this.error(`Expected to find ${file}.`);
    },
  };
}

/**
 * Leaves out each rule of the words' style that is for attributes which no template has: a file with few elements needs
 * few rules.
 */
export function onlyUsedRules() {
  return {
    name: 'only-used-rules',
    renderChunk(code) {
      const [sheet] = /@layer living-well-dialogues\{[^`]*/.exec(code) ?? [];
      if (!sheet) this.error('Expected to find the style of the words.');
      const others = code.replace(sheet, '');
      const isUsed = (attribute) => attribute === 'data-dialogue-words' || others.includes(attribute);
      const named = (selector) => [...selector.matchAll(/\[(data-[\w-]+)/g)].map(([, name]) => name);
      const isAlive = (selector) => {
        const groups = [];
        const plain = selector.replace(/:(?:is|not)\(([^()]*)\)/g, (whole, options) => {
          if (whole.startsWith(':is')) groups.push(options.split(','));
          return '';
        });
        return named(plain).every(isUsed) && groups.every((options) => options.some((one) => named(one).every(isUsed)));
      };
      const text = new MagicString(code);
      const from = code.indexOf(sheet);
      for (const { 0: rule, 1: selectors, index } of sheet.matchAll(/((?::where|\[)[^{}]*)\{[^{}]*\}/g)) {
        const each = selectors.split(/,(?![^(]*\)(?!\)))(?=:where|\[)/);
        if (!each.some(isAlive)) text.remove(from + index, from + index + rule.length);
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/** Shows each node of a syntax tree, from the outside in. */
export function visit(node, look) {
  if (typeof node?.type !== 'string') return;
  look(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) visit(child, look);
  }
}

/** Class fields become assignments in the constructor, as ES2021 has it. */
export function lowerFields() {
  return {
    name: 'lower-fields',
    transform(code, id) {
      if (!id.includes('/dist/')) return null;
      // A block would be given a variable of its own for `this`.
      const fields = code.replace(/^( *)static \{ this\.([^]*?;) \}$/gm, '$1static $2');
      const { outputText, sourceMapText } = ts.transpileModule(fields, {
        fileName: id,
        compilerOptions: {
          target: ts.ScriptTarget.ES2021,
          module: ts.ModuleKind.ESNext,
          useDefineForClassFields: false,
          sourceMap: true,
          allowJs: true,
        },
      });
      return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, ''), map: sourceMapText };
    },
  };
}
