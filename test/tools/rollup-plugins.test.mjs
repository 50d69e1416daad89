import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import {
  letAlone,
  lowerFields,
  onlyUsedPhrases,
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

describe('onlyUsedPhrases', () => {
  const rendered = (code, error = assert.fail) => onlyUsedPhrases().renderChunk.call({ ...context, error }, code)?.code;

  it('leaves out what nobody says, in every language', () => {
    const code =
      "let enGB = { play: () => 'Play', hint: 'Hint' }; let cy = { play: () => 'Chwarae', hint: 'Awgrym' }; enGB.play();";
    assert.doesNotMatch(rendered(code), /hint|Awgrym/);
    assert.match(rendered(code), /Play.*Chwarae/);
  });

  it('keeps a phrase that is found by its name alone', () => {
    assert.equal(rendered("let enGB = { late: 'Late' }; tell(enGB, 'late');"), undefined);
  });

  it('fails where there are no phrases', () => {
    const said = [];
    rendered('let other = {};', (sentence) => said.push(sentence));
    assert.equal(said.length, 1);
  });
});
