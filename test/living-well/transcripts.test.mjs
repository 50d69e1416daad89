import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundle, cuesOf, dialogueById, dialogues, readCues, sentencesOf } from '../support/built-in.mjs';

/** Cues tell their times to a thousandth of a second, and the bundle to a hundredth. */
const SAME = 0.006;

const isNear = (one, other) => Math.abs(one - other) <= SAME;
const timesOf = ({ start, end }) => `${start} to ${end} s`;

const moments = [
  ...dialogues.flatMap((dialogue) =>
    dialogue.prompts.map(({ id, moment }) => ({ name: `${dialogue.id}: ${id}`, dialogue, moment })),
  ),
  ...bundle.learnings.flatMap(({ id, evidence }) =>
    evidence.map((moment) => ({
      name: `${id} in ${moment.dialogue}`,
      dialogue: dialogueById(moment.dialogue),
      moment,
    })),
  ),
];

describe('readCues, by which these tests read transcripts', () => {
  it('keeps who speaks until someone else does, and reads words without their tags', () => {
    const vtt = [
      'WEBVTT',
      'NOTE\nnot heard',
      '1\n00:00:01.500 --> 00:00:02.000\n<v First view>Tea &amp; talk.</v>',
      '01:02.000 --> 01:03.250 align:start\nStill\nhere.',
    ].join('\n\n');
    assert.deepEqual(readCues(vtt), [
      { start: 1.5, end: 2, speaker: 'First view', text: 'Tea & talk.' },
      { start: 62, end: 63.25, speaker: 'First view', text: 'Still here.' },
    ]);
  });

  it('refuses what is no cue, and a cue that nobody speaks', () => {
    for (const block of [
      'Only words.',
      '00:01.000 --> 00:02.000\nWho says this?',
      '1\n00:01.000 -> 00:02.000\n<v A>B',
    ]) {
      assert.throws(() => readCues(`WEBVTT\n\n${block}`), /not a cue/, block);
    }
  });
});

for (const dialogue of dialogues) {
  const { id, audio, chapters, tension } = dialogue;

  describe(`the transcript of ${id}`, () => {
    it('runs in order, one cue after another, within the audio', () => {
      let last = 0;
      for (const { start, end, text } of cuesOf(dialogue)) {
        assert.ok(start >= last && end > start, `out of order: ${text}`);
        last = end;
      }
      assert.ok(last > 0 && last <= audio.duration, `ends at ${last} s`);
    });

    it('names only speakers that the bundle knows', () => {
      const known = [...bundle.speakers.map(({ role }) => role), ...bundle.participants.map(({ name }) => name)];
      for (const { speaker } of cuesOf(dialogue)) assert.ok(known.includes(speaker), speaker);
    });

    it('puts no word into the mouth of a real person', () => {
      const real = bundle.participants.map(({ name }) => name);
      for (const { speaker, text } of cuesOf(dialogue)) assert.ok(!real.includes(speaker), `${speaker}: ${text}`);
    });

    it('can be read in the time it is heard', () => {
      for (const { start, end, text } of cuesOf(dialogue)) {
        // Faster than 25 characters a second is faster than most people read.
        assert.ok(text.length / (end - start) <= 25, `${text.length} characters in ${end - start} s: ${text}`);
        assert.ok(sentencesOf(text).length <= 2, `more than two sentences: ${text}`);
      }
    });

    if (tension) {
      it('lets both views be heard', () => {
        const speakers = new Set(cuesOf(dialogue).map(({ speaker }) => speaker));
        assert.ok(speakers.size >= 3, [...speakers].join(', '));
      });
    }
  });

  describe(`the chapters of ${id}`, () => {
    it('ascend from zero, each with a title of its own, within the audio', () => {
      assert.equal(chapters[0].startTime, 0);
      for (const [index, { startTime, title }] of chapters.entries()) {
        assert.ok(title.trim(), `chapter ${index + 1}`);
        assert.ok(startTime < audio.duration, title);
        if (index > 0) assert.ok(startTime > chapters[index - 1].startTime, title);
      }
      assert.equal(new Set(chapters.map(({ title }) => title)).size, chapters.length);
    });

    it('interrupt nobody', () => {
      const cues = cuesOf(dialogue);
      for (const { startTime, title } of chapters) {
        const cut = cues.find(({ start, end }) => startTime > start + SAME && startTime < end - SAME);
        assert.equal(cut, undefined, `${title} begins within: ${cut?.text}`);
      }
    });

    it(tension ? 'show where each pole is heard, and the third way' : 'lean to no pole', () => {
      const poles = new Set(chapters.flatMap(({ pole }) => pole ?? []));
      assert.deepEqual([...poles].sort(), tension ? ['a', 'b', 'third'] : []);
    });
  });
}

describe('the moments of prompts and learnings', () => {
  it('are there for each prompt, and for each learning in at least two dialogues', () => {
    for (const { name, moment } of moments) assert.ok(moment, name);
    for (const { id, evidence } of bundle.learnings) {
      assert.ok(new Set(evidence.map(({ dialogue }) => dialogue)).size >= 2, id);
    }
  });

  it('lie within their audio', () => {
    for (const { name, dialogue, moment } of moments) {
      assert.ok(dialogue, `${name}: no such dialogue`);
      assert.ok(moment && moment.start >= 0 && moment.start < moment.end, name);
      assert.ok(moment.end <= dialogue.audio.duration, `${name}, ${timesOf(moment)}`);
    }
  });

  it('begin where a cue begins and end where one ends', () => {
    for (const { name, dialogue, moment } of moments) {
      assert.ok(moment, name);
      const cues = cuesOf(dialogue);
      const [first, last] = [
        cues.findIndex(({ start }) => isNear(start, moment.start)),
        cues.findIndex(({ end }) => isNear(end, moment.end)),
      ];
      assert.ok(first >= 0 && last >= first, `${name}, ${timesOf(moment)}`);
    }
  });

  it('show no learning twice at the same place', () => {
    for (const { id, evidence } of bundle.learnings) {
      assert.equal(new Set(evidence.map((moment) => JSON.stringify(moment))).size, evidence.length, id);
    }
  });
});

describe('the content notes', () => {
  it('lie within their audio', () => {
    for (const { id, audio, contentNotes = [] } of dialogues) {
      for (const { start, end, text } of contentNotes) {
        assert.ok(start >= 0 && start < end && end <= audio.duration, `${id}: ${text}`);
      }
    }
  });
});
