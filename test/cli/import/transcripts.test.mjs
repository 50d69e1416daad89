import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, episodeOf, partOf } from '../../support/feeds.mjs';

const { transcriptsOf } = await partOf('import/transcripts.js');
const called = { id: 'ferry', name: '“The ferry”' };
const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Nia>The ferry runs.\n';
const srt = '1\n00:00:00,000 --> 00:00:02,000\nIt runs.\n';

const read = (transcripts, files, desk = deskOf({ files })) =>
  transcriptsOf(episodeOf({ transcripts }), called, desk).then((made) => ({ ...made, desk }));

describe('the transcripts of an episode', () => {
  it('are one for each language, the best that there is, with those who speak', async () => {
    const { transcript, speakers, desk } = await read(
      [
        { url: 'words.srt', type: 'application/x-subrip', language: '' },
        { url: 'words.vtt', type: 'text/vtt', language: 'en-gb' },
        { url: 'geiriau.srt', type: '', language: 'cy' },
      ],
      {
        'https://radio.example/words.vtt': vtt,
        'https://radio.example/geiriau.srt': srt,
      },
    );
    assert.deepEqual(transcript, [
      { src: 'transcripts/ferry.vtt', language: 'en-GB' },
      { src: 'transcripts/ferry.cy.vtt', language: 'cy' },
    ]);
    assert.deepEqual([...speakers], ['Nia']);
    assert.equal(desk.files.get('transcripts/ferry.vtt'), vtt, 'WebVTT stays as it is');
    assert.match(desk.files.get('transcripts/ferry.cy.vtt'), /^WEBVTT/);
    assert.ok(!desk.asked.includes('https://radio.example/words.srt'), 'the lesser one was asked for');
  });

  it('are the feed’s own words first', async () => {
    const { transcript, desk } = await read([
      { url: 'words.vtt', type: 'text/vtt', language: 'en-GB' },
      { text: vtt, language: 'en-GB' },
    ]);
    assert.equal(transcript.length, 1);
    assert.deepEqual(desk.asked, []);
  });

  it('tell what has no times, what cannot be read, and that there is none', async () => {
    const { transcript, desk } = await read(
      [
        { url: 'words.html', type: 'text/html', language: '' },
        { url: 'words.vtt', type: 'text/vtt', language: '' },
        { url: 'gone.vtt', type: 'text/vtt', language: '' },
      ],
      { 'https://radio.example/words.vtt': 'Not found' },
    );
    assert.deepEqual(transcript, []);
    assert.deepEqual(desk.leftOut, [
      'A transcript of “The ferry” has no words with times that could be read.',
      'The transcript “words.html” of “The ferry” is text/html, which has no times.',
    ]);
    assert.match(desk.toDo[0], /^“The ferry”: a transcript\./);
  });
});
