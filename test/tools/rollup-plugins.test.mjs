import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import {
  letAlone,
  lowerFields,
  namesSaidOnce,
  onlyUsedPhrases,
  onlyUsedRules,
  ordinaryNames,
  withoutPrint,
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

describe('namesSaidOnce', () => {
  const rendered = (code, error = assert.fail) => namesSaidOnce().renderChunk.call({ ...context, error }, code)?.code;
  const english = "let enGB = { play: (title) => `Play: ${title}`, hint: 'Hint' };";

  it('gives each phrase the name that English has for it, in whatever order it comes', () => {
    const code = rendered(`${english} let cy = { hint: 'Awgrym', play: (title) => \`Chwarae: \${title}\` };`);
    const cy = new Function(`${code} return cy;`)();
    assert.deepEqual(Object.keys(cy), ['play', 'hint']);
    assert.equal(cy.play('a'), 'Chwarae: a');
    assert.equal(cy.hint, 'Awgrym');
  });

  it('leaves a file without Welsh alone', () => assert.equal(rendered(`${english} let cy = undefined;`), undefined));

  it('fails a build in which Welsh stands before English', () => {
    const said = [];
    rendered(`let cy = { hint: 'Awgrym' }; let enGB = { hint: 'Hint' };`, (sentence) => said.push(sentence));
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

describe('withoutPrint', () => {
  it('puts no button in the place of the one that prints a transcript', () => {
    const code = withoutPrint().load('/house/dist/elements/print-words.js');
    const { printWords } = new Function(`${code.replace('export', '')} return { printWords };`)();
    assert.equal(printWords(), '');
  });
});

describe('onlyUsedRules', () => {
  const kept = (rules, template, error = assert.fail) =>
    onlyUsedRules().renderChunk.call({ error }, `css\`@layer living-well-dialogues{${rules}}\`;${template}`)?.code;
  const rule = (selector) => `:where([data-dialogue-words] ${selector}){margin:0}`;

  it('leaves out a rule for what no template has, and keeps the others', () => {
    const code = kept(rule('[data-line]') + rule('[data-people] > li') + rule('p'), 'html`<p data-line></p>`');
    assert.match(code, /data-line\]\).*words\] p\)/);
    assert.doesNotMatch(code, /data-people/);
  });

  it('keeps a rule of which one selector is alive', () => {
    const rules = `${rule('[data-people]').replace('{margin:0}', '::before')},${rule(':is([data-poles],[data-line])')}`;
    assert.equal(kept(rules, 'html`<p data-line></p>`'), undefined);
  });

  it('fails where there is no such style', () => {
    const said = [];
    assert.throws(() => onlyUsedRules().renderChunk.call({ error: (sentence) => said.push(sentence) }, 'html``'));
    assert.equal(said.length, 1);
  });
});
