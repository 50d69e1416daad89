import { expect } from '@open-wc/testing';
import { TranscriptSource } from '../../src/context/transcript-source.js';
import type { Facts } from '../../src/playback/facts.js';

describe('TranscriptSource', () => {
  const source = new TranscriptSource();
  source.content = [4, 9, 12].map((start) => ({ start, end: start + 3, speaker: 'Ann', text: 'Well.' }));
  const heardAt = (currentTime: number, loaded = true): number => source.heard({ loaded, currentTime } as Facts);

  const table: readonly (readonly [time: number, cue: number])[] = [
    [0, 0],
    [4, 0],
    [8.9, 0],
    [9, 1],
    [99, 2],
  ];
  for (const [time, cue] of table) {
    it(`is at cue ${cue} at ${time} seconds: before the first, at the one to come`, () => {
      expect(heardAt(time)).to.equal(cue);
    });
  }

  it('is at none while another dialogue is in the voice', () => expect(heardAt(9, false)).to.equal(-1));
});
