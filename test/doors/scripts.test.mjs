import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { Linter } from 'eslint';
import { printSizes } from '../tools/sizes.mjs';

const at = (path) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
const scripts = {
  'dialogues.js': 'script',
  'dialogues.mjs': 'module',
  'listen.js': 'script',
  'listen.cy.js': 'script',
};

const globals = { window: 'readonly', globalThis: 'readonly', setTimeout: 'readonly', setInterval: 'readonly' };

/** What is wrong in a script by these rules, read as ES2021: a syntax that came later is a fatal message. */
const findings = (code, sourceType, rules) =>
  new Linter()
    .verify(
      code,
      { languageOptions: { ecmaVersion: 2021, sourceType, globals }, linterOptions: { noInlineConfig: true }, rules },
      { filename: sourceType === 'module' ? 'script.mjs' : 'script.js' },
    )
    .map(({ fatal, line, column, message }) => `${line}:${column} ${fatal ? 'does not parse: ' : ''}${message}`);

const rules = {
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'ImportExpression', message: 'A dynamic import.' },
    { selector: 'ImportDeclaration', message: 'An import.' },
    {
      selector: ':matches(ExportNamedDeclaration, ExportDefaultDeclaration, ExportAllDeclaration)',
      message: 'An export.',
    },
    { selector: 'DebuggerStatement', message: 'A debugger statement.' },
  ],
};

describe('the check itself', () => {
  const wrong = [
    ['class A { #b = 1 }', 'a class field'],
    ['const f = () => import("./x.js")', 'a dynamic import'],
    ['eval("1")', 'eval'],
    ['new Function("return 1")()', 'new Function'],
    ['setTimeout("alert(1)")', 'a string for a timer'],
  ];
  for (const [code, title] of wrong) {
    it(`finds ${title}`, () => assert.notDeepEqual(findings(code, 'script', rules), []));
  }
  it('finds nothing in what ES2021 knows', () => {
    assert.deepEqual(findings('let a = null; a ??= 1_000; a &&= b?.c;', 'script', rules), []);
  });
});

for (const [name, sourceType] of Object.entries(scripts)) {
  describe(`dist/${name}`, () => {
    const code = readFileSync(at(name), 'utf8');

    it('is ES2021, with no import, no export, no eval and no Function', () => {
      assert.deepEqual(findings(code, sourceType, rules), []);
    });

    it('asks for no address but its own bundle’s', () => {
      const addresses = [...code.matchAll(/\bhttps?:\/\/[\w.-]+/g)].map(([address]) => address);
      // Names of namespaces are addresses that nobody asks for, and `.invalid` is one that nobody can.
      assert.deepEqual(
        addresses.filter((address) => address !== 'http://www.w3.org' && !address.endsWith('.invalid')),
        [],
      );
      assert.match(code, /living-well\/bundle\.json/);
    });

    it('names its licence and Lit’s', () => {
      assert.match(code, /^\/\*!.*MIT.*Lit.*BSD-3-Clause/);
    });
  });
}

it('the script files keep to their budgets', (t) => {
  const said = [];
  t.mock.method(console, 'log', (line) => said.push(line));
  t.mock.method(console, 'error', (line) => said.push(line));
  const before = process.exitCode;
  process.exitCode = undefined;
  printSizes(at(''));
  const over = process.exitCode;
  process.exitCode = before;
  assert.notEqual(over, 1, said.join('\n'));
  for (const name of Object.keys(scripts)) {
    assert.ok(
      said.some((line) => line.includes(name)),
      `${name} has no budget`,
    );
  }
});
