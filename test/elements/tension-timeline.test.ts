import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { parseBundle } from '../../src/bundle/parse.js';
import type { Chapter } from '../../src/bundle/schema.js';
import type { Cue } from '../../src/bundle/transcript.js';
import { tensionTimeline } from '../../src/elements/dialogue-player/tension-timeline.js';
import { enGB } from '../../src/locales/en-GB.js';
import { createVoice } from '../../src/playback/voice.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { FakeMedia } from '../support/fake-media.js';

const tension = { poles: ['Safety', 'Freedom'].map((label) => ({ label, body: `${label}.` })) };
const chapters: Chapter[] = [
  { startTime: 0, title: 'Hello', toc: true },
  { startTime: 10, title: 'Safe', toc: true, pole: 'a' },
  { startTime: 25, title: 'Free', toc: true, pole: 'b' },
  { startTime: 40, title: 'Both', toc: true, pole: 'third' },
];
const cue = (start: number, end: number, speaker: string): Cue => ({ start, end, speaker, text: '' });

/** A picture, and the numbers of one of its lines. */
function draw(
  more: Record<string, unknown> = {},
  shown: { chapters?: Chapter[]; cues?: Cue[]; speakers?: string[] } = {},
) {
  const { bundle } = parseBundle(bundleOf([dialogueOf('one', { tension, ...more })]), 'https://example.org/');
  const [dialogue] = bundle!.dialogues;
  const facts = createVoice(() => new FakeMedia()).of({ key: 'one', sources: [], duration: 60 });
  const view = {
    dialogue: dialogue!,
    facts,
    reading: { bundle: bundle!, phrases: enGB, level: 2, language: 'en-GB' },
    chapters: shown.chapters ?? chapters,
    cues: shown.cues ?? [],
    voices: { narrated: true, speakers: shown.speakers ?? [], isNarrator: () => false },
    heard: [[0, 12]] as const,
  };
  const box = document.createElement('div');
  render(
    tensionTimeline(view, () => {}),
    box,
  );
  const svg = box.querySelector('svg')!;
  const paths = (kind: string) => [...svg.querySelectorAll(`.${kind}`)].map((path) => path.getAttribute('d'));
  return { box, svg, paths };
}

describe('tensionTimeline', () => {
  it('is as wide as the sound is long', () => {
    expect(draw().svg.getAttribute('viewBox')).to.equal('0 0 60 56');
  });

  it('leans up for the first pole, down for the second, and both ways for the third way', () => {
    const { paths } = draw();
    expect(paths('a')).to.deep.equal(['M10 10H25v11H10z']);
    expect(paths('b')).to.deep.equal(['M25 35H40v11H25z']);
    expect(paths('third')).to.deep.equal(['M40 10H60v11H40zM40 35H60v11H40z']);
  });

  it('marks where chapters begin, and not the very beginning', () => {
    expect(draw().paths('tick')).to.deep.equal(['M10 21V35M25 21V35M40 21V35']);
  });

  it('is a plain line with chapter marks where there is no tension', () => {
    const { paths } = draw({ tension: undefined });
    for (const kind of ['a', 'b', 'third']) expect(paths(kind)).to.be.empty;
    expect(paths('tick')[0]).to.contain('M25 21');
    expect(paths('thread')).to.deep.equal(['M0 28H60']);
  });

  it('shows what has been heard', () => {
    expect(draw().paths('heard')).to.deep.equal(['M0 28H12']);
  });

  it('shows the moments of prompts', () => {
    const prompts = [
      { id: 'a', text: 'Why?', moment: { start: 11, end: 15 } },
      { id: 'b', text: 'Who?' },
    ];
    expect(draw({ prompts }).paths('bead')).to.deep.equal(['M11 28h0']);
  });

  it('shows who speaks when, a turn at a time, the first two above and below', () => {
    const cues = [
      cue(0, 5, 'Cat'),
      cue(5, 8, 'Ann'),
      cue(8.5, 12, 'Ann'),
      cue(12, 20, 'Bob'),
      cue(20, 30, 'Dan'),
      cue(30, 40, 'Ann'),
    ];
    const { paths } = draw({}, { cues, speakers: ['Ann', 'Bob', 'Dan'] });
    expect(paths('lane')).to.deep.equal(['M5 2H12M30 2H40', 'M12 54H20']);
  });

  it('is hidden from screen readers, which have the range and the words', () => {
    const { box } = draw();
    for (const picture of box.querySelectorAll('svg')) expect(!!picture.closest('[aria-hidden]')).to.be.true;
    expect(box.querySelector('input')!.ariaLabel).to.equal('Place in the dialogue');
  });
});
