import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import {
  arrows,
  compressed,
  fewNames,
  letAlone,
  lowerFields,
  onlyUsedPhrases,
  onlyUsedRules,
  ordinaryNames,
  ownPolicy,
  phraseLists,
  withoutPrint,
  withoutQuestions,
  withoutWelsh,
} from './rollup-plugins.mjs';

const context = { parse: (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) };
const after = (plugin, code, id = '/house/dist/a.js') => plugin.transform.call(context, code, id)?.code ?? code;

/** A whole script, as a plugin writes it. */
const rendered = (plugin, code, error = assert.fail) =>
  plugin.renderChunk.call({ ...context, error }, code, { fileName: 'a.js' })?.code ?? code;

/** What a script gives back: as it was, and as a plugin writes it. */
const sameAs = (plugin, code) => {
  const script = `(function () { ${code} })();`;
  const run = (text) => new Function(`return ${text}`)();
  const text = rendered(plugin, script);
  assert.deepEqual(run(text.trim()), run(script));
  return text;
};

describe('ownPolicy', () => {
  const id = '/house/node_modules/lit-html/lit-html.js';

  it('gives Lit’s policy our name, in both of Lit’s builds', () => {
    for (const code of ["a.createPolicy('lit-html', { b: 1 })", 'a.createPolicy("lit-html",{ b: 1 })']) {
      const plugin = ownPolicy('ours');
      plugin.buildStart();
      assert.equal(after(plugin, code, id), '(LWD_PAGE.policy??=a.createPolicy("ours",{ b: 1 }))');
      plugin.buildEnd.call({ error: assert.fail });
    }
  });

  it('fails where Lit has no policy that it knows', () => {
    const plugin = ownPolicy('ours');
    const said = [];
    after(plugin, 'a.createPolicy(name)', id);
    plugin.buildEnd.call({ error: (sentence) => said.push(sentence) });
    assert.equal(said.length, 1);
  });
});

describe('ordinaryNames', () => {
  it('gives a private name an ordinary one, which no other file has', () => {
    const code = 'class A { #b = 1; c(a) { return this.#b + a.b; } }';
    const [one, other] = ['one', 'other'].map((name) => after(ordinaryNames(), code, `/house/dist/${name}.js`));
    assert.match(one, /^class A \{ (\$\d+_b) = 1; c\(a\) \{ return this\.\1 \+ a\.b; \} \}$/);
    assert.notEqual(one, other);
  });

  it('gives a file the same names wherever it lies', () => {
    const [one, other] = ['/house', '/flat'].map((home) => after(ordinaryNames(), 'class A { #b; }', `${home}/a.js`));
    assert.equal(one, other);
  });
});

describe('fewNames', () => {
  const namesIn = (code) => [...rendered(fewNames(), code).matchAll(/\$\d+_/g)].map(String);

  it('shares names between classes that never meet, the most used one first', () => {
    const code = 'class A { $7_a() {} $7_b() { this.$7_b; } } class B { $8_c() {} }';
    assert.deepEqual(namesIn(code), ['$1_', '$0_', '$0_', '$0_']);
  });

  it('shares names between two heirs of one base, and none of them with it', () => {
    const code = 'class A { $7_a() {} } class B extends A { $8_b() {} } class C extends A { $9_c() {} }';
    const [base, one, other] = namesIn(code);
    assert.equal(one, other);
    assert.notEqual(base, one);
  });

  it('keeps a class apart from all that it extends, however far, and in whatever order they stand', () => {
    const classes = [
      'class A { $1_a() { return 1; } all() { return [this.$1_a()]; } }',
      'let B = class extends A {};',
      'let C = class D extends B { $3_c() { return 3; } all() { return [...super.all(), this.$3_c()]; } };',
      'class E extends C { $4_e() { return 4; } all() { return [...super.all(), this.$4_e()]; } }',
    ];
    assert.equal(new Set(namesIn(classes.join('')).slice(0, 6)).size, 3);
    assert.equal(new Set(namesIn(classes.toReversed().join('')).slice(0, 6)).size, 3);
    sameAs(fewNames(), `${classes.join('')} return new E().all();`);
  });

  it('leaves other names alone', () => {
    const code = 'class A { b() { return this.$c + this._d; } }';
    assert.equal(rendered(fewNames(), code), code);
  });

  it('fails where it cannot tell what a class extends', () => {
    const said = [];
    rendered(fewNames(), 'class A extends mixed(B) { $1_a() {} }', (sentence) => said.push(sentence));
    assert.equal(said.length, 1);
  });
});

describe('compressed', () => {
  it('says the same in fewer words', () => {
    const code = 'let b = 1 === 1; function a(c) { if (c) { return 1; } else { return 2; } } return [a(b), a(!b)];';
    assert.doesNotMatch(sameAs(compressed(), code), /if|else|1 === 1/);
  });

  it('knows no more than ES2021', () => {
    const text = rendered(compressed(), 'a.b = function () { return Object.prototype.hasOwnProperty.call(c, "d"); };');
    assert.doesNotThrow(() => parse(text, { ecmaVersion: 2021 }));
  });

  it('fails on what is no script', () => {
    assert.throws(() =>
      rendered(compressed(), 'let = ;', (sentence) => {
        throw new Error(sentence);
      }),
    );
  });
});

describe('arrows', () => {
  const arrowsIn = (code) =>
    [...sameAs(arrows(), code).matchAll(/let (\w+)=(?:async )?\(.*?\)\s*=>/g)].map(([, a]) => a);

  it('makes arrows of functions, at the top, so that each is there for whoever calls it', () => {
    const code =
      'let all = [a(1), b(2)]; function a(b = 1) { return b; } return all; function b({ c } = {}) { return a(3); }';
    assert.deepEqual(arrowsIn(code), ['a', 'b']);
  });

  it('makes one of a function that stands first', () => {
    assert.deepEqual(arrowsIn('function a() { return 1; } let b = a(); return b;'), ['a']);
  });

  it('stays behind a directive, which holds only where it stands first', () => {
    const code =
      '"use strict"; let b = a(); function a() { return (function () { return this === undefined; })(); } return b;';
    assert.deepEqual(arrowsIn(code), ['a']);
  });

  it('makes one of an async function', async () => {
    const code = '(function () { let b = a(); return b; async function a() { return 1; } })();';
    assert.match(rendered(arrows(), code), /let a=async \(/);
    assert.equal(await new Function(`return ${rendered(arrows(), code)}`)(), 1);
  });

  const others = [
    ['asks for `this`', 'let c = { a }; return c.a(); function a() { return this === c; }'],
    ['asks for `this` in an arrow', 'let c = { a }; return c.a(); function a() { return (() => this === c)(); }'],
    ['asks for its arguments', 'let c = a(1, 2); return c; function a() { return arguments.length; }'],
    [
      'asks for its arguments where it names them',
      'let c = a(1); return c; function a(b, d = arguments.length) { return d; }',
    ],
    ['asks whether it is new', 'let c = new a(); return c.b; function a() { return { b: !!new.target }; }'],
    ['is a generator', 'let c = [...a()]; return c; function* a() { yield 1; }'],
    ['stands in another', 'let c = (() => { return b(); function b() { return 1; } })(); return c;'],
  ];
  for (const [title, code] of others) {
    it(`leaves a function that ${title}`, () => assert.deepEqual(arrowsIn(code), []));
  }

  it('makes one of a function whose inner one asks for its own `this`', () => {
    const code =
      'let c = a(); return c; function a() { return { b() { return !!this; }, d: function () { return this; } }.b(); }';
    assert.deepEqual(arrowsIn(code), ['a']);
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

describe('phraseLists', () => {
  const phrases = [
    "let enGB = { play: (title) => `Play: ${title}`, hint: 'Hint', title: 'Title', late: 'Late' };",
    "let cy = { late: 'Hwyr', hint: 'Awgrym', title: 'Teitl', play: (title) => `Chwarae: ${title}` };",
  ].join('\n');
  const said = `${phrases}
    let dialogue = { title: 'One' };
    let say = (phrases) => [phrases.play(dialogue.title), { phrases }.phrases.hint, phrases.title, phrases['late']];
    return [say(enGB), say(cy)];`;

  it('says in each language what was said, in whatever order it comes', () => {
    assert.doesNotMatch(sameAs(phraseLists(['late']), said), /\bhint\b/);
  });

  it('keeps a name that is found by a text, or taken out by its name, and leaves fields of that name alone', () => {
    const text = sameAs(phraseLists(['late']), said);
    assert.match(text, /"late"\.split/);
    assert.match(text, /dialogue\.title/);
    const code = `${phrases} let phrases = enGB; let { hint } = phrases; return [hint, phrases.play('a')];`;
    assert.match(sameAs(phraseLists([]), code), /"hint"\.split/);
  });

  it('says like words one after another, and apart what is no text or has the sign that stands between them', () => {
    const code = `let enGB = { other: 'Away', next: 'Next step', sign: 'a|b', nextQuestion: 'Next question', all: (n) => n };
      let phrases = enGB;
      return [phrases.other, phrases.next, phrases.sign, phrases.nextQuestion, phrases.all(2)];`;
    assert.match(sameAs(phraseLists(), code), /phrasesOf\("Away\|Next step\|Next question", \['a\|b', /);
  });

  it('does without Welsh', () => {
    const code = "let enGB = { hint: 'Hint' }; let cy = undefined; let phrases = cy ?? enGB; return phrases.hint;";
    sameAs(phraseLists(), code);
  });

  const errors = (code) => {
    const sentences = [];
    rendered(phraseLists(), code, (sentence) => sentences.push(sentence));
    return sentences;
  };

  it('fails a build in which a language has not all phrases', () => {
    assert.match(errors("let enGB = { a: 'A', b: 'B' }; let cy = { a: 'Â' };")[0], /same phrases/);
    assert.match(errors("let enGB = { a: 'A' }; let cy = { a: 'Â', b: 'B' };")[0], /same phrases/);
    assert.match(errors("let enGB = { a: 'A' }; let cy = { b: 'B' };")[0], /same phrases/);
    assert.deepEqual(errors("let enGB = { a: 'A' }; let cy = { a: 'Â' };"), []);
  });
});

describe('onlyUsedPhrases', () => {
  const kept = (code, error) => rendered(onlyUsedPhrases(), code, error);

  it('leaves out what nobody says, in every language', () => {
    const code =
      "let enGB = { play: () => 'Play', hint: 'Hint' }; let cy = { play: () => 'Chwarae', hint: 'Awgrym' }; enGB.play();";
    assert.doesNotMatch(kept(code), /hint|Awgrym/);
    assert.match(kept(code), /Play.*Chwarae/);
  });

  it('keeps a phrase that is found by its name alone', () => {
    const code = "let enGB = { late: 'Late' }; tell(enGB, 'late');";
    assert.equal(kept(code), code);
  });

  it('fails where there are no phrases', () => {
    const said = [];
    kept('let other = {};', (sentence) => said.push(sentence));
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
