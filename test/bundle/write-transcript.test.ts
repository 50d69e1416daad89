import { expect } from '@open-wc/testing';
import { parseTranscript, type Cue } from '../../src/bundle/transcript.js';
import { writePlain, writeWebVtt } from '../../src/bundle/write-transcript.js';

const cues: readonly Cue[] = [
  { start: 0, end: 1.5, speaker: null, text: 'Before anyone.' },
  { start: 2, end: 3, speaker: 'First view', text: 'One & one.' },
  { start: 3, end: 4, speaker: 'First view', text: 'a <b> c' },
  { start: 3700.25, end: 3701, speaker: 'Second view', text: 'Much later.' },
];

describe('writePlain', () => {
  it('writes a paragraph a turn, under the name of who speaks', () => {
    expect(writePlain(cues)).to.equal(
      'Before anyone.\n\nFirst view:\nOne & one. a <b> c\n\nSecond view:\nMuch later.\n',
    );
  });

  it('writes words without a speaker by themselves', () => {
    expect(writePlain([{ start: 0, end: 1, speaker: null, text: 'Hello.' }])).to.equal('Hello.\n');
  });
});

describe('writeWebVtt', () => {
  it('writes what can be read again', () => {
    expect(parseTranscript(writeWebVtt(cues))).to.deep.equal({ cues, problems: [] });
  });

  it('writes hours, and thousandths', () => {
    expect(writeWebVtt(cues)).to.contain('01:01:40.250 --> 01:01:41.000\n<v Second view>Much later.');
  });
});
