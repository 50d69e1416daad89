import { expect } from '@open-wc/testing';
import { parseTranscript } from '../../src/bundle/transcript.js';

async function load(file: string): Promise<string> {
  return (await fetch(new URL(`../fixtures/transcripts/${file}`, import.meta.url))).text();
}

/** The cues of a file that has only this text in it, from 0 to 10 seconds. */
function saying(text: string): ReturnType<typeof parseTranscript>['cues'] {
  return parseTranscript(`WEBVTT\n\n00:00.000 --> 00:10.000\n${text}\n`).cues;
}

describe('parseTranscript', () => {
  it('reads voices, comments, identifiers, settings and tags', async () => {
    const { cues, problems } = parseTranscript(await load('two-voices.vtt'));
    expect(problems).to.deep.equal([]);
    expect(cues).to.deep.equal([
      { start: 0, end: 4, speaker: 'Ann', text: 'When were you last heard?' },
      { start: 4, end: 8.5, speaker: 'Bob', text: 'This morning, by the kettle.' },
      { start: 8.5, end: 12, speaker: 'Bob', text: 'It was the only one that did not answer back.' },
      { start: 12, end: 20, speaker: 'Ann', text: 'I will put the kettle on, then.' },
    ]);
  });

  it('reads SubRip, where a speaker stands before a colon', async () => {
    const { cues, problems } = parseTranscript(await load('two-voices.srt'));
    expect(problems).to.deep.equal([]);
    expect(cues).to.deep.equal([
      { start: 0, end: 4, speaker: 'Ann', text: 'When were you last heard?' },
      { start: 4, end: 8.5, speaker: 'Bob', text: 'This morning, by the kettle.' },
      { start: 8.5, end: 12, speaker: 'Remember this', text: 'it did not answer back.' },
    ]);
  });

  it('reads the JSON of Podcasting 2.0, and joins what is less than a sentence', async () => {
    const { cues, problems } = parseTranscript(await load('two-voices.json'));
    expect(problems).to.deep.equal([]);
    expect(cues).to.deep.equal([
      { start: 0, end: 4, speaker: 'Ann', text: 'When were you last heard?' },
      { start: 4, end: 8.5, speaker: 'Bob', text: 'This morning, by the <kettle>.' },
      { start: 8.5, end: 12, speaker: 'Bob', text: 'It did not answer back.' },
    ]);
  });

  for (const text of ['{', '{}', '{"segments": 4}', '{"segments": [null, 3]}', '1\n', '1\n2\n3']) {
    it(`finds no words in ${JSON.stringify(text)}`, () => {
      const { cues, problems } = parseTranscript(text);
      expect(cues).to.be.empty;
      expect(problems.map(({ level }) => level)).to.deep.equal(['error']);
    });
  }

  it('reads a header with fields of its own', async () => {
    const { cues, problems } = parseTranscript(await load('welsh.vtt'));
    expect(problems).to.deep.equal([]);
    expect(cues.map(({ speaker }) => speaker)).to.deep.equal(['Ann', 'Bob']);
  });

  it('leaves out garbled blocks, says which, and keeps the rest', async () => {
    const { cues, problems } = parseTranscript(await load('garbled.vtt'));
    expect(cues).to.deep.equal([
      { start: 5, end: 8, speaker: 'Ann', text: 'These words are good.' },
      { start: 12, end: 12, speaker: 'Bob', text: 'This ends before it starts.' },
    ]);
    expect(problems.map(({ level, path }) => [level, path])).to.deep.equal([
      ['warning', 'line 3'],
      ['warning', 'line 6'],
      ['warning', 'line 12'],
      ['warning', 'line 14'],
    ]);
    for (const { path, message } of problems) expect(message.startsWith(`${path} `)).to.equal(true);
  });

  for (const file of ['not-a-transcript.vtt', 'no-cues.vtt']) {
    it(`has no cues and an error for ${file}`, async () => {
      const { cues, problems } = parseTranscript(await load(file));
      expect(cues).to.deep.equal([]);
      expect(problems.map(({ level }) => level)).to.deep.equal(['error']);
    });
  }

  it('has an error for what is no transcript', () => {
    for (const text of ['', 'WEBVTTX\n', ' WEBVTT\n', '00:00:00,000 --> 00:00:01,000\nSRT\n', '{}']) {
      expect(parseTranscript(text).problems.at(-1)!.level, text).to.equal('error');
    }
  });

  it('reads the same with every kind of line end, a byte order mark, and no last line end', () => {
    const lines = [
      'WEBVTT',
      '',
      '1',
      '00:01.000 --> 00:02.000',
      '<v Ann>Hello',
      'there',
      '',
      '00:03.000 --> 00:04.000',
      'Bye',
    ];
    const expected = [
      { start: 1, end: 2, speaker: 'Ann', text: 'Hello there' },
      { start: 3, end: 4, speaker: 'Ann', text: 'Bye' },
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(parseTranscript(`\uFEFF${lines.join(end)}`).cues).to.deep.equal(expected);
      expect(parseTranscript(lines.join(end) + end + end).cues).to.deep.equal(expected);
    }
  });

  it('skips notes, styles and regions without a word', () => {
    const { cues, problems } = parseTranscript(
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE one line\n\nNOTE\ntwo\n\n00:01.000 --> 00:02.000\nHello\n',
    );
    expect(problems).to.deep.equal([]);
    expect(cues).to.deep.equal([{ start: 1, end: 2, speaker: null, text: 'Hello' }]);
  });

  const times: readonly (readonly [line: string, start: number, end: number])[] = [
    ['00:01.000 --> 00:02.500', 1, 2.5],
    ['01:00:01.000 --> 123:00:02.000', 3601, 442802],
    ['00:01.000-->00:02.000', 1, 2],
    ['\t00:01.000  -->\t00:02.000  position:10%,line-left align:left', 1, 2],
  ];
  for (const [line, start, end] of times) {
    it(`reads the time ${JSON.stringify(line)}`, () => {
      expect(parseTranscript(`WEBVTT\n\n${line}\nHello`).cues).to.deep.equal([
        { start, end, speaker: null, text: 'Hello' },
      ]);
    });
  }

  it('does not read times that are garbled', () => {
    for (const line of [
      '0:1.000 --> 00:02.000',
      '00:61.000 --> 00:62.000',
      '00:01 --> 00:02',
      '00:01.000 --> 00:02.000x',
      '--> 00:01.000',
    ]) {
      const { cues, problems } = parseTranscript(`WEBVTT\n\n${line}\nBad\n\n00:01.000 --> 00:02.000\nGood`);
      expect(
        cues.map(({ text }) => text),
        line,
      ).to.deep.equal(['Good']);
      expect(problems.length, line).to.equal(1);
    }
  });

  it('begins a cue at its time, even where the empty line before it was forgotten', () => {
    const { cues } = parseTranscript('WEBVTT\n00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\nTwo');
    expect(cues.map(({ text }) => text)).to.deep.equal(['One', 'Two']);
  });

  it('puts cues in the order they start', () => {
    const { cues } = parseTranscript('WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA');
    expect(cues.map(({ text }) => text)).to.deep.equal(['A', 'B']);
  });

  const texts: readonly (readonly [text: string, speaker: string | null, plain: string])[] = [
    ['<v.loud.angry  Ann   Lee >Hello</v>', 'Ann Lee', 'Hello'],
    ['<v Ann &amp; Bob>Hello', 'Ann & Bob', 'Hello'],
    ['<v>Hello', null, 'Hello'],
    ['<c.red>A</c> <b>b</b> <u>c</u> <lang en>d</lang> <ruby>e<rt>f</rt></ruby>', null, 'A b c d ef'],
    ['A <00:05.000>timed <00:06.000>word', null, 'A timed word'],
    ['Tom &amp; Ann &lt;3 &gt; &quot;x&quot; &apos;y&apos; &#39;z&#x27;', null, "Tom & Ann <3 > \"x\" 'y' 'z'"],
    ['a&nbsp;b &#x200E;&#8207;c', null, 'a\u00A0b \u200E\u200Fc'],
    ['&bogus; &constructor; &amp &#0; &#x110000;', null, '&bogus; &constructor; &amp \uFFFD \uFFFD'],
    ['&amp;lt;b&amp;gt;', null, '&lt;b&gt;'],
    ['1 < 2 and 3 > 2', null, '1 < 2 and 3 > 2'],
    ['I <3 you', null, 'I <3 you'],
    ['<script>alert(1)</script>', null, 'alert(1)'],
    ['  two\n  lines  ', null, 'two lines'],
  ];
  for (const [text, speaker, plain] of texts) {
    it(`reads the words ${JSON.stringify(text)}`, () => {
      expect(saying(text)).to.deep.equal([{ start: 0, end: 10, speaker, text: plain }]);
    });
  }

  it('gives each voice of a cue a share of its time, by the length of the words', () => {
    expect(saying('<v Ann>Yes.</v>\n<v Bob>No, not so.</v> ')).to.deep.equal([
      { start: 0, end: (10 * 4) / 15, speaker: 'Ann', text: 'Yes.' },
      { start: (10 * 4) / 15, end: 10, speaker: 'Bob', text: 'No, not so.' },
    ]);
  });

  it('takes words before the first voice of a cue for the last one’s', () => {
    const { cues } = parseTranscript(
      'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>A\n\n00:01.000 --> 00:03.000\nB <v Bob>C',
    );
    expect(cues.map(({ speaker, text }) => [speaker, text])).to.deep.equal([
      ['Ann', 'A'],
      ['Ann', 'B'],
      ['Bob', 'C'],
    ]);
  });

  it('leaves out a cue without words', () => {
    const { cues, problems } = parseTranscript(
      'WEBVTT\n\n00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\n<i> </i>\n\n00:02.000 --> 00:03.000\nHello',
    );
    expect(cues.length).to.equal(1);
    expect(problems).to.deep.equal([]);
  });

  it('reads a hundred thousand cues, and hostile text', () => {
    const time = (index: number): string =>
      `${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00.000`;
    const blocks = Array.from(
      { length: 100_000 },
      (_, index) => `${time(index)} --> ${time(index + 1)}\n<v Ann>Words ${index}`,
    );
    expect(parseTranscript(`WEBVTT\n\n${blocks.join('\n\n')}`).cues.length).to.equal(100_000);
    for (const sign of ['<', '<a', '<v ', '&', '&#', '-->', '<v a><', '\r\r', ' ']) {
      expect(saying(sign.repeat(300_000)).length).to.be.at.most(300_000);
    }
  }).timeout(20_000);
});
