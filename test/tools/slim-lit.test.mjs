import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import { findWants, slimLit } from './slim-lit.mjs';

const wantsOf = (code) => findWants(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));

describe('findWants', () => {
  const rights = [
    "import { LitElement, css, html, nothing, render, svg } from 'lit';",
    "import { ContextEvent, createContext } from '@lit/context';",
    'class A extends LitElement { willUpdate() { this.requestUpdate(); } }',
    "A.properties = { a: {}, b: { type: Number, attribute: 'b-b' } };",
    'class A { static { this.properties = { a: { noAccessor: true }, b: {} }; } get a() {} set a(b) {} get c() {} }',
    'css`p { margin: 0 }`;',
    'html`<a class="x" href=${a} ?open=${b}>${c}</a>, ${d}${e}`;',
    'html`<input .value=${a} @input=${() => b} />`;',
    'html`<textarea .value=${a} @input=${() => b}></textarea>`;',
    'html`<p>“${a}” is ${html`<b title=${b}>so</b>`}</p>`;',
    'svg`<path d=${a}></path>`;',
    'other`<p class="${a}">`;',
  ];
  for (const code of rights) it(`lets ${code} through`, () => assert.deepEqual(wantsOf(code), []));

  const wrongs = [
    ["import { noChange } from 'lit';", /noChange of lit/],
    ["import { repeat } from 'lit/directives/repeat.js';", /repeat of lit\/directives/],
    ["import * as all from 'lit';", /\* of lit/],
    ["import { ContextProvider } from '@lit/context';", /ContextProvider/],
    ['class A { firstUpdated() {} }', /firstUpdated/],
    ['this.removeController(a);', /removeController/],
    ["this.requestUpdate('a', 1);", /requestUpdate/],
    ['A.properties = { a: { type: Array } };', /options of a/],
    ['A.properties = { a: { state: true } };', /options of a/],
    ['class A { static { this.properties = { a: { hasChanged: () => true } }; } }', /options of a/],
    ['A.properties = { a: { reflect: true } };', /options of a/],
    ['class A { static { this.properties = { a: {} }; } set a(b) {} }', /an accessor for a/],
    ['if (this.hasUpdated) this.performUpdate();', /hasUpdated,performUpdate/],
    ['css`p { margin: ${a} }`;', /a style/],
    ['html`<p class="${a}">`;', /such a hole/],
    ['html`<p class=${a}${b}>`;', /such a hole/],
    ['html`<p class=a-${a}>`;', /such a hole/],
    ['html`<p ${a}>`;', /such a hole/],
    ['html`<p class=${a}/>`;', /such a hole/],
    ['html`<${a}>`;', /such a hole/],
    ['html`<p>a=${a}</p>`;', /such a hole/],
    ['html`<!-- ${a} -->`;', /such a/],
    ['html`<textarea>${a}</textarea>`;', /such a tag/],
  ];
  for (const [code, words] of wrongs) {
    it(`notices ${code}`, () => assert.match(wantsOf(code).join(), words));
  }
});

describe('slimLit', () => {
  const id = new URL('../../node_modules/lit-html/development/lit-html.js', import.meta.url).pathname;
  const litHtml = readFileSync(id, 'utf8');
  const context = {
    parse: (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' }),
    error(message) {
      throw new Error(message);
    },
  };
  const slim = (code, file = id) => slimLit().transform.call(context, code, file);

  it('cuts Lit, and leaves a script', () => {
    const { code } = slim(litHtml);
    assert.doesNotMatch(code, /setConnected|creationScope|new ElementPart/);
    assert.doesNotThrow(() => context.parse(code));
  });

  it('fails where Lit is not as it was read', () => {
    assert.throws(() => slim(litHtml.replace("push('3.3.3')", "push('3.4.0')")), /once; found it 0 times: .*3\.3\.3/);
  });

  it('fails where a module of ours wants what is gone', () => {
    assert.throws(() => slim('html`<p ${a}>`;', '/house/dist/a.js'), /such a hole .* no such thing of Lit/s);
  });

  it('fails where it came by no Lit that it could cut', () => {
    assert.throws(
      () => slimLit().buildEnd.call(context),
      /css-tag\.js, reactive-element\.js, lit-element\.js, lit-html/,
    );
  });
});
