import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { parse } from 'acorn';
import { HtmlValidate } from 'html-validate';
import { bundle } from '../support/built-in.mjs';
import { weigh } from '../tools/sizes.mjs';

const at = (path) => fileURLToPath(new URL(`../../dist/embed/${path}`, import.meta.url));
const read = (path) => readFileSync(at(path), 'utf8');

describe('dist/embed/', () => {
  it('holds the pages, what they load, an empty allow-list and the oEmbed answers, and nothing else', () => {
    const ids = bundle.dialogues.map(({ id }) => id);
    const pages = ['index', ...ids].map((name) => `${name}.html`);
    const builder = ['builder.css', 'builder.html', 'builder.js'];
    const files = [...pages, 'allow.json', 'embed.css', 'embed.js', 'host.js', 'oembed', ...builder];
    assert.deepEqual(readdirSync(at('')).sort(), files.sort());
    assert.deepEqual(readdirSync(at('oembed')).sort(), ids.map((id) => `${id}.json`).sort());
    assert.deepEqual(JSON.parse(read('allow.json')), { bundles: [] });
  });

  for (const name of ['embed.js', 'host.js', 'builder.js']) {
    it(`${name} is a classic script of ES2021 that names no address`, () => {
      const code = read(name);
      assert.doesNotThrow(() => parse(code, { ecmaVersion: 2021, sourceType: 'script' }));
      assert.deepEqual(
        code.match(/\bhttps?:\/\/(?![\w.-]*\.invalid\b)[\w.-]+|\beval\(|\bFunction\(|\bimport\(/g),
        null,
      );
    });
  }

  it('host.js weighs less than 1 kB', () => assert.ok(weigh(at('host.js')) < 1, `${weigh(at('host.js'))} kB`));

  for (const name of ['index', 'builder', bundle.dialogues[0].id]) {
    it(`${name}.html is valid, and has no script or style inside it`, async () => {
      const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'void-style': 'off' } });
      const { results } = await validator.validateString(read(`${name}.html`));
      assert.deepEqual(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`),
        ),
        [],
      );
      assert.doesNotMatch(read(`${name}.html`), /<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/);
    });
  }

  it('has oEmbed answers with absolute addresses, to which each page leads', () => {
    for (const { id } of bundle.dialogues) {
      const answer = JSON.parse(read(`oembed/${id}.json`));
      assert.equal(answer.version, '1.0');
      assert.equal(answer.type, 'rich');
      const { origin } = new URL(answer.provider_url);
      for (const [, address] of answer.html.matchAll(/ (?:src|href)="([^"]+)"/g)) {
        assert.equal(new URL(address.replaceAll('&amp;', '&')).origin, origin);
      }
      const [, link] = /type="application\/json\+oembed" href="([^"]+)"/.exec(read(`${id}.html`));
      assert.ok(new URL(link).href.endsWith(`/embed/oembed/${id}.json`), link);
    }
  });
});
