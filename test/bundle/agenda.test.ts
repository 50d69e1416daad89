import { expect } from '@open-wc/testing';
import { LENGTHS, planAgenda, type Step } from '../../src/bundle/agenda.js';
import { parseBundle } from '../../src/bundle/parse.js';
import type { Dialogue } from '../../src/bundle/schema.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';

const tension = {
  poles: [
    { label: 'Safety', body: 'Nobody comes to harm.' },
    { label: 'Freedom', body: 'Everybody chooses.' },
  ],
};

function read(fields: Record<string, unknown>): Dialogue {
  return parseBundle(bundleOf([dialogueOf('one', fields)]), location.href).bundle!.dialogues[0]!;
}

const sound = (duration: number) => ({ audio: { sources: [{ src: 'a.mp3', type: 'audio/mpeg' }], duration } });
const chapter = (startTime: number, pole?: string) => ({
  startTime,
  title: `From ${startTime}`,
  ...(pole && { pole }),
});
const names = (steps: readonly Step[]) => steps.map(({ name }) => name).join(' ');
const clipOf = (steps: readonly Step[]) => steps.find(({ name }) => name === 'listen')!.clip!;
const asked = (steps: readonly Step[]) => steps.flatMap(({ prompt }) => prompt?.id ?? []);

/** A dialogue of each kind. */
const kinds: Record<string, Record<string, unknown>> = {
  'with nothing but its sound': sound(200),
  'with everything': {
    ...sound(2400),
    tension,
    prompts: promptsOf(...'abcdefg'),
    chapters: [chapter(0), chapter(100, 'a'), chapter(160, 'b'), chapter(400, 'third'), chapter(1900)],
  },
  'of a second': { ...sound(1), tension, prompts: promptsOf('a') },
  'of hours, in one piece': { ...sound(9000), tension, prompts: promptsOf('a', 'b') },
  'whose length nobody knows': { ...sound(0), tension },
  'whose length nobody knows, with chapters': { ...sound(0), chapters: [chapter(3), chapter(90, 'a'), chapter(140)] },
  'with a moment beyond its end': {
    ...sound(300),
    prompts: [{ id: 'late', text: 'Late?', moment: { start: 290, end: 310 } }],
  },
};

describe('planAgenda', () => {
  for (const [kind, fields] of Object.entries(kinds)) {
    const dialogue = read(fields);
    for (const minutes of [...LENGTHS, 20, 45, 90]) {
      it(`plans ${minutes} minutes around a dialogue ${kind}`, () => {
        const steps = planAgenda(dialogue, minutes);
        const sum = steps.reduce((all, step) => all + step.minutes, 0);
        expect(sum, 'the steps add up to the minutes').to.equal(minutes);
        expect(steps.every((step) => Number.isInteger(step.minutes) && step.minutes >= 1)).to.be.true;
        const { start, end } = clipOf(steps);
        expect(end, 'something is heard').to.be.above(start);
        expect(start).to.be.at.least(0);
        expect(end, 'within the sound').to.be.at.most(dialogue.audio.duration || Infinity);
        const listening = steps.find(({ name }) => name === 'listen')!;
        expect(end - start, 'there is time to hear it').to.be.at.most(listening.minutes * 60);
        expect(listening.minutes, 'there is more talking than listening').to.be.at.most(minutes / 3);
      });
    }
  }

  it('begins with a welcome and ends with a close', () => {
    expect(names(planAgenda(read(kinds['with everything']!), 15))).to.equal(
      'welcome before listen quiet pairs group after close',
    );
  });

  it('has nobody placed where there is no tension', () => {
    expect(names(planAgenda(read(kinds['with nothing but its sound']!), 15))).to.equal(
      'welcome listen quiet pairs group close',
    );
  });

  it('hears the whole where there is time for it', () => {
    expect(clipOf(planAgenda(read(sound(200)), 30))).to.deep.equal({ start: 0, end: 200 });
  });

  it('hears the chapters that hold most sides of the tension', () => {
    const chapters = [chapter(0), chapter(170, 'a'), chapter(200, 'b'), chapter(240, 'third'), chapter(280)];
    expect(clipOf(planAgenda(read({ ...sound(500), tension, chapters }), 15))).to.deep.equal({ start: 170, end: 280 });
  });

  it('hears the longest moment of a question where no chapter fits', () => {
    const prompts = [
      { id: 'a', text: 'A?', moment: { start: 10, end: 20 } },
      { id: 'b', text: 'B?', moment: { start: 100, end: 160 } },
      { id: 'c', text: 'C?', moment: { start: 200, end: 900 } },
    ];
    expect(clipOf(planAgenda(read({ ...sound(2000), chapters: [chapter(0)], prompts }), 15))).to.deep.equal({
      start: 100,
      end: 160,
    });
  });

  it('hears how it begins where nothing else fits', () => {
    expect(clipOf(planAgenda(read(sound(2000)), 15))).to.deep.equal({ start: 0, end: 180 });
  });

  it('asks the first question in pairs, and the last one at the end', () => {
    const dialogue = read({ prompts: promptsOf(...'abcdefg') });
    expect(asked(planAgenda(dialogue, 15))).to.deep.equal(['a', 'g']);
    expect(asked(planAgenda(dialogue, 60))).to.deep.equal(['a', 'c', 'e', 'g']);
  });

  it('takes an only question from the pairs to all, and does without where there is none', () => {
    expect(asked(planAgenda(read({ prompts: promptsOf('a') }), 60))).to.deep.equal(['a', 'a']);
    expect(asked(planAgenda(read({}), 60))).to.deep.equal([]);
  });

  it('plans around ten thousand chapters at once', () => {
    const chapters = Array.from({ length: 10_000 }, (_, i) => chapter(i));
    const dialogue = read({ ...sound(10_000), chapters });
    const from = performance.now();
    planAgenda(dialogue, 60);
    expect(performance.now() - from).to.be.below(1000);
  });
});
