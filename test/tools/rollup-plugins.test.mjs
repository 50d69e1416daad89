import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import { letAlone } from './rollup-plugins.mjs';

const context = { parse: (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) };
const after = (plugin, code, id = '/house/dist/a.js') => plugin.transform.call(context, code, id)?.code ?? code;

describe('letAlone', () => {
  it('says let for const, and not inside words', () => {
    const code = 'const a = "const b"; for (const c of a) { var d; let constant; }';
    assert.equal(after(letAlone(), code), 'let a = "const b"; for (let c of a) { var d; let constant; }');
  });
});
