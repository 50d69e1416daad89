import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { command, root } from '../support/command-line.mjs';

const { version, bin, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('living-well-dialogues', () => {
  it('is one file that runs by itself, named in the package', () => {
    const file = join(root, bin['living-well-dialogues']);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') assert.ok(statSync(file).mode & 0o100, 'it may not be run');
    const imports = [...text.matchAll(/^import [^'"]*['"]([^'"]+)['"]/gm)].map(([, from]) => from);
    assert.ok(imports.length > 0);
    for (const from of imports) assert.match(from, /^node:/);
    assert.ok(!('feedsmith' in dependencies));
  });

  it('carries the licences of what it has taken in', () => {
    const text = readFileSync(join(root, 'dist/cli.licences.txt'), 'utf8');
    for (const name of ['feedsmith', 'fast-xml-parser', 'entities', 'uqr'])
      assert.match(text, new RegExp(`^${name} \\d`, 'm'));
  });

  for (const words of [[], ['--help'], ['-h'], ['help']]) {
    it(`says how it is used after “${words.join(' ')}”`, async () => {
      const { code, out, aside } = await command(words);
      assert.equal(code, 0);
      for (const name of ['validate', 'import', 'init', 'prerender'])
        assert.match(out, new RegExp(`living-well-dialogues ${name} `));
      assert.equal(aside, '');
    });
  }

  it('tells its version', async () => {
    assert.deepEqual(await command(['--version']), { code: 0, out: `${version}\n`, aside: '' });
  });

  for (const name of ['validate', 'import', 'init', 'prerender']) {
    it(`explains ${name}, and what its exit codes mean`, async () => {
      for (const words of [
        [name, '--help'],
        ['help', name],
      ]) {
        const { code, out } = await command(words);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`^Usage: living-well-dialogues ${name} `));
        assert.match(out, /^Exit code: 0 /m);
      }
    });
  }

  it('does not end as if it had read a bundle when it breaks down', async () => {
    // The machine itself fails, in a way that nobody foresees.
    const spoilt = 'data:text/javascript,URL.canParse=()=>{throw(new(RangeError))}';
    const { code, out, aside } = await command(['validate', 'https://example.invalid/bundle.json'], {
      env: { NODE_OPTIONS: `--import=${spoilt}` },
    });
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(aside, /RangeError/);
  });

  const misuses = [
    [['dance'], /There is no command “dance”/],
    [['--loud'], /There is no flag --loud/],
    [['validate'], /validate needs to know what to read/],
    [['validate', 'a.json', 'b.json'], /does not know what to do with “b\.json”/],
    [['validate', 'a.json', '--loud'], /validate has no flag --loud/],
    [['validate', 'a.json', '--json=yes'], /--json takes no value/],
    [['import', 'feed.xml', '--out'], /--out needs a value after it/],
    [['import', 'feed.xml', '--out', '--force'], /--out needs a value after it/],
    [['import', 'feed.xml'], /add --out DIR/],
    [['init', 'a', 'b'], /does not know what to do with “b”/],
  ];
  for (const [words, sentence] of misuses) {
    it(`refuses “${words.join(' ')}” in a sentence`, async () => {
      const { code, out, aside } = await command(words);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(aside, sentence);
      assert.doesNotMatch(aside, /^\s+at /m);
    });
  }
});
