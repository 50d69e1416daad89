import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import {
  letAlone,
  lowerFields,
  onlyWantedPhrases,
  ordinaryNames,
  withoutQuestions,
  withoutWelsh,
} from './rollup-plugins.mjs';

const context = { parse: (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) };
const after = (plugin, code, id = '/house/dist/a.js') => plugin.transform.call(context, code, id)?.code ?? code;

describe('ordinaryNames', () => {
  it('gives classes without a base the same names, the most used one first', () => {
    const one = after(ordinaryNames(), 'class A { #b; #c; d() { return this.#c; } }');
    assert.equal(one, 'class A { $1_; $0_; d() { return this.$0_; } }');
    assert.equal(after(ordinaryNames(), 'class E { #f; }', '/house/dist/e.js'), 'class E { $0_; }');
  });

  it('gives a class with a base names of its own', () => {
    const [one, other] = ['one', 'other'].map((name) =>
      after(ordinaryNames(), 'export default class extends A { #b; }', `/house/dist/${name}.js`),
    );
    assert.match(one, /\{ \$\d{2,}_b; \}/);
    assert.notEqual(one, other);
  });
});

describe('letAlone', () => {
  it('says let for const, and not inside words', () => {
    const code = 'const a = "const b"; for (const c of a) { var d; let constant; }';
    assert.equal(after(letAlone(), code), 'let a = "const b"; for (let c of a) { var d; let constant; }');
  });
});

describe('lowerFields', () => {
  it('sets a static field on its class, without a variable in between', () => {
    const code = 'export class A extends B {\n    static { this.c = {\n        d: {},\n    }; }\n}\n';
    assert.match(after(lowerFields(), code), /A\.c = \{/);
    assert.doesNotMatch(after(lowerFields(), code), /var|static/);
  });
});

describe('withoutWelsh', () => {
  it('leaves the Welsh phrases out, and nothing else', () => {
    const plugin = withoutWelsh();
    assert.equal(plugin.load('/house/dist/locales/en-GB.js'), null);
    assert.equal(plugin.load('/house/dist/locales/cy.js'), 'export const cy = undefined;');
    plugin.buildEnd.call({ error: assert.fail });
  });

  it('fails where there is nothing to leave out', () => {
    const plugin = withoutWelsh();
    plugin.load('/house/dist/locales/en-GB.js');
    const said = [];
    plugin.buildEnd.call({ error: (sentence) => said.push(sentence) });
    assert.equal(said.length, 1);
  });
});

describe('withoutQuestions', () => {
  it('puts a player that never pauses in the place of one that does, and leaves all else', () => {
    const plugin = withoutQuestions();
    assert.equal(plugin.load('/house/dist/elements/dialogue-player/more-options.js'), null);
    const code = plugin.load('/house/dist/elements/dialogue-player/moment-prompts.js');
    const { MomentPrompts } = new Function(`${code.replace('export', '')} return { MomentPrompts };`)();
    assert.deepEqual(new MomentPrompts().view(), {});
    assert.equal(new MomentPrompts().heed(), undefined);
    plugin.buildEnd.call({ error: assert.fail });
  });

  it('fails where there is nothing to leave out', () => {
    const said = [];
    withoutQuestions().buildEnd.call({ error: (sentence) => said.push(sentence) });
    assert.equal(said.length, 1);
  });
});

describe('onlyWantedPhrases', () => {
  const prune = (code, error = assert.fail) => onlyWantedPhrases().renderChunk.call({ ...context, error }, code).code;

  it('keeps the phrases that other code names, in whatever way, and drops the others', () => {
    const code = `const enGB = { a: 'A', b: (c) => c, d: 'D', e: 'E', };
const cy = { a: 'Â', d: 'D', };
// e
say(phrases.a, phrases['d']);`;
    assert.equal(prune(code).split('// e')[0], `const enGB = {a: 'A',d: 'D'};\nconst cy = {a: 'Â',d: 'D'};\n`);
  });

  it('works without Welsh, and fails without phrases', () => {
    assert.match(prune(`const enGB = { a: 'A' }; const cy = undefined; b(c.a);`), /enGB = \{a: 'A'\}/);
    assert.throws(
      () =>
        prune('b();', (sentence) => {
          throw new Error(sentence);
        }),
      /phrases/,
    );
  });
});
