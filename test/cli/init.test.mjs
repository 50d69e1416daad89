import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { command, filesIn, folderFor } from '../support/command-line.mjs';

describe('living-well-dialogues init', () => {
  it('begins a series that has no error, and a page that shows it', async (test) => {
    const folder = join(folderFor(test), 'ours');
    const words = ['--title', 'Ours & "yours"', '--language', 'cy', '--dialogue', 'Pwy sy’n gwrando?'];
    const { code, out } = await command(['init', folder, ...words]);
    assert.equal(code, 0);
    assert.match(out, /npx serve/);
    assert.deepEqual(filesIn(folder), [
      'audio/pwy-syn-gwrando.mp3',
      'bundle.json',
      'bundle.schema.json',
      'dialogues.js',
      'index.html',
      'transcripts/pwy-syn-gwrando.vtt',
    ]);
    const judged = await command(['validate', join(folder, 'bundle.json'), '--json']);
    assert.equal(judged.code, 0);
    const problems = JSON.parse(judged.out);
    assert.ok(problems.length > 5);
    for (const { message } of problems) assert.match(message, /“TODO”/);
    const told = problems.map(({ path }) => path);
    for (const path of ['dialogues[0].easyRead[0]', 'dialogues[0].contentNotes[0].text']) {
      assert.ok(told.includes(path), `${path} is there to be written`);
    }
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    assert.match(page, /<html lang="cy">/);
    assert.match(page, /<h1>Ours &amp; &quot;yours&quot;<\/h1>/);
    assert.match(page, /<dialogue-player dialogue="pwy-syn-gwrando">/);
  });

  it('writes into the folder it is called in', async (test) => {
    const folder = folderFor(test);
    assert.equal((await command(['init', '--title', 'Ours'], { folder })).code, 0);
    assert.ok(filesIn(folder).includes('bundle.json'));
  });

  it('asks nobody where nobody can answer', async (test) => {
    const folder = folderFor(test);
    const { code, aside } = await command(['init', folder]);
    assert.equal(code, 2);
    assert.match(aside, /add --title WORDS/);
    assert.deepEqual(filesIn(folder), []);
  });

  it('refuses what is no language', async (test) => {
    const { code, aside } = await command(['init', folderFor(test), '--title', 'Ours', '--language', 'the Welsh one']);
    assert.equal(code, 2);
    assert.match(aside, /is no language tag/);
  });

  it('overwrites nothing without --force', async (test) => {
    const folder = folderFor(test);
    writeFileSync(join(folder, 'index.html'), 'mine');
    assert.equal((await command(['init', folder, '--title', 'Ours'])).code, 2);
    assert.deepEqual(filesIn(folder), ['index.html']);
    assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'mine');
    assert.equal((await command(['init', folder, '--title', 'Ours', '--force'])).code, 0);
    assert.match(readFileSync(join(folder, 'index.html'), 'utf8'), /<h1>Ours<\/h1>/);
  });
});
