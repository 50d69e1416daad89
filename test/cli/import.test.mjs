import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseBundle } from 'living-well-dialogues/bundle.js';
import { command, filesIn, folderFor, radio } from '../support/command-line.mjs';
import { startServer } from '../support/server.mjs';

async function imported(test, feed, ...flags) {
  const folder = join(folderFor(test), 'new');
  const said = await command(['import', feed, '--out', folder, ...flags]);
  assert.equal(said.code, 0, said.aside);
  return { ...said, folder, bundle: JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8')) };
}

describe('living-well-dialogues import', () => {
  it('makes a bundle of a feed, in the order of its episodes, with people, chapters, licence and funding', async (test) => {
    const { bundle, folder } = await imported(test, join(radio, 'feed.xml'));
    assert.equal(bundle.title, 'Harbour Lines');
    assert.equal(bundle.language, 'en-GB');
    assert.equal(
      bundle.summary,
      'People who live by the harbour of a small town talk to Tarn FM, its community radio.',
    );
    assert.deepEqual(
      bundle.dialogues.map(({ id }) => id),
      ['the-ferry', 'bread-at-four', 'tide-tables', 'the-lido', 'letters-home'],
    );
    const [ferry, bread, tides, lido, letters] = bundle.dialogues;
    assert.deepEqual(ferry.participants, ['nia-prosser', 'tom-achebe']);
    assert.deepEqual(ferry.audio, { sources: [{ src: 'audio/the-ferry.mp3', type: 'audio/mpeg' }], duration: 4.02 });
    assert.deepEqual(
      ferry.transcript.map(({ language }) => language),
      ['en-GB', 'cy'],
    );
    assert.deepEqual(
      ferry.chapters.map(({ title }) => title),
      ['Before the gulls', 'Never late'],
    );
    assert.equal(bread.summary, 'A baker and her first hour. Recorded in the bakery.');
    assert.equal(tides.chapters[1].url, 'https://radio.example/stuck');
    assert.deepEqual(tides.participants, ['nia-prosser'], 'the series’ own host is heard where nobody is named');
    assert.ok(!lido.summary.includes('alert'));
    assert.equal(letters.narrator, 'ifor-bell');
    assert.equal(letters.summary, 'Three letters, read aloud & answered.');
    const marged = bundle.participants.find(({ id }) => id === 'marged-lowe');
    assert.equal(marged.role, 'Guest');
    assert.equal(marged.links[0].url, 'https://radio.example/marged');
    assert.deepEqual(bundle.speakers, ['Old Harbourmaster']);
    const licence = bundle.credits.find((credit) => credit.licence).licence;
    assert.deepEqual(licence, { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' });
    assert.deepEqual(bundle.credits.at(-1).body, ['[Keep us on the air](https://radio.example/give)']);
    assert.equal(bundle.subscribe[0].url, 'https://radio.example/harbour-lines/feed.xml');
    assert.deepEqual(filesIn(folder), [
      'art/series.svg',
      ...['bread-at-four', 'letters-home', 'the-ferry', 'the-lido', 'tide-tables'].map((id) => `audio/${id}.mp3`),
      'bundle.json',
      ...['bread-at-four', 'the-ferry.cy', 'the-ferry', 'tide-tables'].map((id) => `transcripts/${id}.vtt`),
    ]);
  });

  it('makes WebVTT with speakers of SubRip and of JSON', async (test) => {
    const { folder } = await imported(test, join(radio, 'feed.xml'));
    const bread = readFileSync(join(folder, 'transcripts/bread-at-four.vtt'), 'utf8');
    assert.match(bread, /^WEBVTT\n\n00:00:00\.100 --> 00:00:01\.800\n<v Nia Prosser>Four in the morning/);
    assert.match(readFileSync(join(folder, 'transcripts/tide-tables.vtt'), 'utf8'), /<v Old Harbourmaster>Everyone/);
  });

  it('makes no error but of the transcripts that the feed does not have', async (test) => {
    const { bundle, folder, out } = await imported(test, join(radio, 'feed.xml'));
    const errors = parseBundle(bundle).problems.filter(({ level }) => level === 'error');
    assert.deepEqual(
      errors.map(({ path }) => path),
      ['dialogues[3].transcript', 'dialogues[4].transcript'],
    );
    for (const title of ['The lido', 'Letters home']) assert.match(out, new RegExp(`“${title}”: a transcript`));
    const { code, out: judged } = await command(['validate', join(folder, 'bundle.json'), '--offline', '--json']);
    assert.equal(code, 1);
    assert.equal(JSON.parse(judged).filter(({ level }) => level === 'error').length, 2);
  });

  it('tells the editor what is still to be written, and what was left out', async (test) => {
    const { out } = await imported(test, join(radio, 'feed.xml'));
    for (const words of ['poles', 'prompts', 'biography', 'soundbite “When the town smells best”']) {
      assert.ok(out.includes(words), words);
    }
    assert.match(out, /The page of Sunita Rao has the address “javascript:alert\(1\)”/);
    assert.match(out, /The funding link “Not this one”/);
    assert.match(out, /“words\/letters-home\.html” of “Letters home” is text\/html, which has no times/);
  });

  it('reads a Podlove episode with its own transcript and chapters', async (test) => {
    const { bundle, folder } = await imported(test, join(radio, 'podlove.json'));
    assert.equal(bundle.language, 'de');
    const [ferry] = bundle.dialogues;
    assert.equal(ferry.title, 'Die Fähre');
    assert.equal(ferry.audio.sources.length, 1);
    assert.equal(ferry.audio.duration, 4);
    assert.deepEqual(
      bundle.participants.map(({ name, role }) => [name, role]),
      [
        ['Nele Prinz', 'Moderation'],
        ['Tomas Ade', 'Gast'],
      ],
    );
    assert.match(readFileSync(join(folder, ferry.transcript[0].src), 'utf8'), /<v Nele Prinz>Das erste Boot/);
    assert.deepEqual(
      parseBundle(bundle).problems.filter(({ level }) => level === 'error'),
      [],
    );
  });

  it('reads a feed from a server, and leaves its sound there', async (test) => {
    const server = await startServer({ roots: { '/': radio } });
    test.after(() => server.close());
    const { bundle, folder } = await imported(test, `${server.origin}/feed.xml`);
    assert.equal(bundle.dialogues[0].audio.sources[0].src, `${server.origin}/audio/the-ferry.mp3`);
    assert.equal(bundle.image.src, `${server.origin}/art.svg`);
    assert.ok(!server.requests.some(({ path }) => path.endsWith('.mp3')));
    assert.ok(filesIn(folder).every((file) => /^(?:bundle\.json|transcripts\/.*)$/.test(file)));
  });

  /** A small feed of one episode. */
  const feedOf = ({ encoding = 'UTF-8', title = '<title>Y Sgwrs</title>', episode = 'Café' } = {}) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel>${title}<language>en</language><item>` +
    `<title>${episode}</title><enclosure url="https://radio.example/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>`;

  for (const [encoding, bytes] of [
    ['ISO-8859-1', Buffer.from(feedOf({ encoding: 'ISO-8859-1' }), 'latin1')],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${feedOf({ encoding: 'UTF-16' })}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${feedOf({ encoding: 'UTF-16' })}`, 'utf16le').swap16()],
    ['UTF-8 with a mark, whatever it says', Buffer.from(`\uFEFF${feedOf({ encoding: 'ISO-8859-1' })}`)],
    ['an encoding that nobody knows', Buffer.from(feedOf({ encoding: 'x-none' }))],
  ]) {
    it(`reads a feed in ${encoding}`, async (test) => {
      const feed = join(folderFor(test), 'feed.xml');
      writeFileSync(feed, bytes);
      const { bundle } = await imported(test, feed);
      assert.equal(bundle.dialogues[0].title, 'Café');
    });
  }

  it('believes a server that names the encoding', async (test) => {
    const server = await startServer({ roots: { '/': `${radio}/` } });
    test.after(() => server.close());
    const answer = Buffer.from(feedOf(), 'latin1');
    server.faults.set('/feed.xml', (_request, response) => {
      response.setHeader('Content-Type', 'application/rss+xml; charset=iso-8859-1').end(answer);
      return true;
    });
    const { bundle } = await imported(test, `${server.origin}/feed.xml`);
    assert.equal(bundle.dialogues[0].title, 'Café');
  });

  it('tells that a feed breaks off, and makes what it can of the rest', async (test) => {
    const feed = join(folderFor(test), 'feed.xml');
    writeFileSync(feed, feedOf().replace('</channel></rss>', ''));
    const { bundle, out } = await imported(test, feed);
    assert.match(out, /What could not be read:\n {2}- The end of the feed/);
    assert.equal(bundle.dialogues[0].title, 'Café');
    writeFileSync(feed, feedOf());
    const { out: whole } = await imported(test, feed);
    assert.doesNotMatch(whole, /The end of the feed/);
  });

  it('tells that a series has no title, and gives no dialogue the name of the page about the series', async (test) => {
    const feed = join(folderFor(test), 'feed.xml');
    writeFileSync(feed, feedOf({ title: '', episode: 'Index' }));
    const { bundle, out } = await imported(test, feed);
    assert.match(out, /The title of the series/);
    assert.equal(bundle.dialogues[0].id, 'index-2');
  });

  it('takes nothing of a hostile feed but words and good addresses', async (test) => {
    const { bundle, out, folder } = await imported(test, join(radio, 'bad/hostile.xml'));
    assert.deepEqual(
      bundle.dialogues.map(({ id }) => id),
      ['the-ferry', 'the-ferry-2'],
    );
    assert.equal(bundle.title, 'Odd & ends');
    assert.ok(!('url' in bundle));
    assert.deepEqual(filesIn(folder), ['bundle.json']);
    assert.match(out, /“file:\/\/\/etc\/hostname”, which is neither/);
    assert.match(out, /“\.\.\/two-levels\/up\.vtt”, which is neither/);
    assert.match(out, /The language: the feed does not tell it/);
    assert.doesNotMatch(JSON.stringify(bundle), /javascript:(?!alert\(1\)\)\.)/);
  });

  for (const [file, says] of [
    ['page.html', /is a web page, not a feed/],
    ['atom.xml', /is an Atom feed/],
    ['cut-off.xml', /is no RSS feed that can be read/],
    ['entities.xml', /is no RSS feed that can be read/],
    ['no-podlove.json', /is no Podlove episode/],
    ['no-sound.xml', /no episode that could become a dialogue/],
    ['nowhere.xml', /is not there/],
  ]) {
    it(`writes nothing of ${file}, and says why`, async (test) => {
      const folder = folderFor(test);
      const { code, out, aside } = await command(['import', join(radio, 'bad', file), '--out', folder]);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(aside, says);
      assert.deepEqual(filesIn(folder), []);
    });
  }

  it('overwrites nothing without --force', async (test) => {
    const folder = folderFor(test);
    writeFileSync(join(folder, 'bundle.json'), 'mine');
    const words = ['import', join(radio, 'feed.xml'), '--out', folder];
    const { code, aside } = await command(words);
    assert.equal(code, 2);
    assert.match(aside, /bundle\.json would be overwritten.*--force/);
    assert.deepEqual(filesIn(folder), ['bundle.json']);
    assert.equal(readFileSync(join(folder, 'bundle.json'), 'utf8'), 'mine');
    assert.equal((await command([...words, '--force'])).code, 0);
    assert.match(readFileSync(join(folder, 'bundle.json'), 'utf8'), /Harbour Lines/);
  });
});
