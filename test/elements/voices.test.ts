import { expect } from '@open-wc/testing';
import { parseBundle } from '../../src/bundle/parse.js';
import type { Cue } from '../../src/bundle/transcript.js';
import { voicesIn } from '../../src/elements/voices.js';
import { enGB } from '../../src/locales/en-GB.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';

const cuesOf = (...speakers: (string | null)[]): Cue[] =>
  speakers.map((speaker, i) => ({ start: i, end: i + 1, speaker, text: 'Well.' }));

function voices(cues: readonly Cue[], more: Record<string, unknown>, narrator?: string) {
  const { bundle } = parseBundle(bundleOf([dialogueOf('one', { narrator })], more), 'https://example.org/');
  return voicesIn(cues, bundle!.dialogues[0]!, { bundle: bundle!, phrases: enGB, level: 2, language: 'en-GB' });
}

describe('voicesIn', () => {
  const people = { participants: [{ id: 'cat', name: 'Cat', role: 'Narrator', biography: [] }] };

  it('names those who speak in the order in which they begin', () => {
    const { speakers, narrated } = voices(cuesOf('Bob', 'Ann', 'Bob', null), {});
    expect(speakers).to.deep.equal(['Bob', 'Ann']);
    expect(narrated).to.be.false;
  });

  it('takes the narrator by name', () => {
    const { speakers, narrated, isNarrator } = voices(cuesOf('Cat', 'Bob'), people, 'cat');
    expect(speakers).to.deep.equal(['Bob']);
    expect(narrated).to.be.true;
    expect(cuesOf('Cat', 'Bob', null).map(isNarrator)).to.deep.equal([true, false, false]);
  });

  it('takes the first role of the bundle for the narrator', () => {
    const { speakers, narrated } = voices(cuesOf('Voice', 'First', 'Second'), {
      speakers: ['Voice', 'First', 'Second'],
    });
    expect(speakers).to.deep.equal(['First', 'Second']);
    expect(narrated).to.be.true;
  });

  it('knows the narrator in every language of the bundle', () => {
    const { speakers } = voices(cuesOf('Adroddwr', 'Ann'), {
      speakers: [{ role: { 'en-GB': 'Narrator', cy: 'Adroddwr' } }],
    });
    expect(speakers).to.deep.equal(['Ann']);
  });

  it('knows nobody without a transcript', () => {
    expect(voices([], people, 'cat')).to.deep.include({ narrated: false, speakers: [] });
  });
});
