import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';

const room = new URL('../../src/living-well/', import.meta.url);
const read = (path) => readFileSync(new URL(path, room));
const bundle = JSON.parse(read('bundle.json'));
const { dialogues, participants, sections, learnings, credits, speakers } = bundle;

const ids = (list) => list.map(({ id }) => id);
const withTension = dialogues.filter(({ tension }) => tension);

/** Every text in the bundle, with the path that leads to it. */
function* texts(value, path = 'bundle') {
  if (typeof value === 'string') yield { path, text: value };
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* texts(item, `${path}.${key}`);
  }
}

const seconds = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

function readCues(vtt) {
  const [head, ...blocks] = vtt.trim().split(/\n\n+/);
  assert.equal(head, 'WEBVTT');
  return blocks.map((block) => {
    const found = /^(?:.*\n)?([\d:.]+) --> ([\d:.]+)\n<v ([^>]+)>(.+)<\/v>$/.exec(block);
    assert.ok(found, `not a cue with a speaker: ${block}`);
    return { start: seconds(found[1]), end: seconds(found[2]), speaker: found[3], text: found[4] };
  });
}

/** Walks the frames of an MP3 by its own headers, without trusting what the script says of it. */
function readFrames(bytes) {
  const kbits = {
    1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  };
  const rates = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000] };
  const frames = [];
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    at = 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0);
  }
  while (at < bytes.length) {
    if (bytes.toString('latin1', at, at + 3) === 'TAG' && bytes.length - at === 128) break;
    const header = bytes.readUInt32BE(at);
    assert.equal(header >>> 21, 0x7ff, `no frame begins at byte ${at}`);
    const version = (header >>> 19) & 3;
    assert.ok(version === 3 || version === 2, 'MPEG-1 or MPEG-2');
    assert.equal((header >>> 17) & 3, 1, 'Layer III');
    const bitRate = kbits[version === 3 ? 1 : 2][(header >>> 12) & 15];
    const rate = rates[version][(header >>> 10) & 3];
    const samples = version === 3 ? 1152 : 576;
    frames.push({ bitRate, mono: ((header >>> 6) & 3) === 3, seconds: samples / rate });
    at += Math.floor((samples / 8) * ((bitRate * 1000) / rate)) + ((header >>> 9) & 1);
  }
  assert.equal(at, bytes.length, 'the last frame is whole');
  return frames;
}

function assertMoment({ start, end }, dialogue, name) {
  assert.ok(start >= 0 && start < end, `${name} begins before it ends`);
  assert.ok(end <= dialogue.audio.duration, `${name} ends within its audio`);
}

describe('the built-in bundle', () => {
  it('is complete', () => {
    assert.equal(bundle.format, 1);
    assert.equal(bundle.language, 'en-GB');
    assert.deepEqual(ids(sections), [
      'introduction',
      'under-the-surface',
      'finding-the-third-way',
      'human-conversations-at-scale',
      'about',
      'the-dialogues',
    ]);
    assert.deepEqual(
      dialogues.map(({ title }) => title),
      [
        'Introduction',
        'What do we value?',
        'Where do we place our trust?',
        'What story matters most?',
        'Whose risk is it anyway?',
        'Where should the power be?',
      ],
    );
    assert.equal(participants.length, 11);
    assert.equal(learnings.length, 7);
    assert.equal(withTension.length, 5);
    assert.equal(bundle.related.length, 2);
  });

  it('gives no id twice', () => {
    const prompts = dialogues.flatMap((dialogue) => dialogue.prompts);
    for (const list of [sections, dialogues, participants, learnings, credits, prompts]) {
      assert.equal(new Set(ids(list)).size, list.length);
    }
  });

  it('names only people it knows, two in each tension, and leaves nobody out', () => {
    const known = new Set(ids(participants));
    for (const { id, participants: people, narrator } of dialogues) {
      for (const person of [...people, narrator]) assert.ok(known.has(person), `${id}: ${person}`);
    }
    for (const { id, participants: people } of withTension) assert.equal(people.length, 2, id);
    const heard = new Set(dialogues.flatMap(({ participants: people, narrator }) => [...people, narrator]));
    assert.deepEqual(
      [...known].filter((person) => !heard.has(person)),
      [],
    );
  });

  it('gives both poles of a tension much the same room, and a third way', () => {
    for (const { id, tension } of withTension) {
      const [a, b] = tension.poles.map(({ body }) => body.length);
      assert.ok(Math.max(a, b) / Math.min(a, b) < 1.35, `${id}: ${a} and ${b} characters`);
      assert.ok(tension.thirdWay.length > 0, id);
    }
  });

  it('says of each recording that it is synthetic', () => {
    for (const { id, audio } of dialogues) assert.match(audio.note, /synthetic/, id);
    assert.match(credits.find(({ id }) => id === 'sample-audio').body.join(' '), /synthetic/);
  });

  it('names the licence of the music with a link', () => {
    const { licence } = credits.find(({ id }) => id === 'music');
    assert.equal(licence.url, 'https://creativecommons.org/licenses/by-sa/3.0/');
    assert.ok(licence.name.length > 0);
  });

  it('offers questions that are questions, each with a hint and a moment in its audio', () => {
    for (const dialogue of dialogues) {
      assert.ok(dialogue.prompts.length >= 3, dialogue.id);
      for (const { id, text, hint, moment } of dialogue.prompts) {
        assert.ok(text.endsWith('?'), id);
        assert.ok(hint, id);
        assert.ok(moment, id);
        assertMoment(moment, dialogue, id);
      }
    }
  });

  it('shows each learning at moments that exist', () => {
    for (const { id, evidence } of learnings) {
      assert.ok(evidence.length > 0, id);
      for (const moment of evidence) {
        assertMoment(
          moment,
          dialogues.find((dialogue) => dialogue.id === moment.dialogue),
          id,
        );
      }
    }
  });

  it('has chapters that ascend from zero, within the audio', () => {
    for (const { id, chapters, audio, tension } of dialogues) {
      assert.equal(chapters[0].startTime, 0, id);
      for (const [index, { startTime, title }] of chapters.entries()) {
        assert.ok(title, id);
        assert.ok(startTime < audio.duration, `${id}: ${title}`);
        if (index > 0) assert.ok(startTime > chapters[index - 1].startTime, `${id}: ${title}`);
      }
      const poles = chapters.flatMap(({ pole }) => pole ?? []);
      assert.deepEqual(poles, tension ? ['a', 'b', 'third'] : [], id);
    }
  });
});

describe('the words of the built-in bundle', () => {
  const spoken = dialogues.map(({ id }) => ({
    path: `transcripts/${id}.vtt`,
    text: read(`transcripts/${id}.vtt`)
      .toString()
      .replace(/<[^>]+>/g, ''),
  }));
  const all = [...texts(bundle), ...spoken];

  it('double no word', () => {
    for (const { path, text } of all) assert.doesNotMatch(text, /\b([a-z’]+)\s+\1\b/i, path);
  });

  it('hold no placeholder and nothing empty', () => {
    for (const { path, text } of all) {
      assert.notEqual(text.trim(), '', path);
      assert.doesNotMatch(
        text,
        /lorem|ipsum|\bTBC\b|\bTBD\b|\bTODO\b|placeholder|coming soon|your text|undefined|\bxxx/i,
        path,
      );
    }
  });

  it('quote nobody', () => {
    for (const { path, text } of all) assert.doesNotMatch(text, /["“”‘]/, path);
  });

  it('keep each sentence to 20 words', () => {
    for (const { path, text } of texts(bundle)) {
      for (const sentence of text.split(/(?<=[.?!])\s+/)) {
        const words = sentence.split(/\s+/).length;
        assert.ok(words <= 20, `${path}: ${words} words in: ${sentence}`);
      }
    }
  });
});

for (const { id, audio, transcript } of dialogues) {
  describe(`the sample audio of ${id}`, () => {
    it('is mono at a constant 48 kbit/s, as long as the bundle says', () => {
      const frames = readFrames(read(audio.sources[0].src));
      for (const { bitRate, mono } of frames) {
        assert.equal(bitRate, 48);
        assert.ok(mono);
      }
      const length = frames.reduce((sum, frame) => sum + frame.seconds, 0);
      assert.ok(Math.abs(length - audio.duration) < 0.2, `${length} s, and the bundle says ${audio.duration} s`);
      assert.ok(length >= 90 && length <= 180, `${length} s`);
    });

    it('has a transcript in order, with known speakers, that ends within it', () => {
      const known = new Set([...speakers.map(({ role }) => role), ...participants.map(({ name }) => name)]);
      const cues = readCues(read(transcript[0].src).toString());
      assert.ok(cues.length > 0);
      let last = 0;
      for (const { start, end, speaker, text } of cues) {
        assert.ok(known.has(speaker), speaker);
        assert.ok(start >= last && end > start, `out of order: ${text}`);
        last = end;
      }
      assert.ok(last <= audio.duration);
    });

    it('says near its beginning that it is synthetic', () => {
      const opening = readCues(read(transcript[0].src).toString()).filter(({ start }) => start < 15);
      assert.match(opening.map(({ text }) => text).join(' '), /synthetic sample/);
    });
  });
}

describe('the sample audio', () => {
  it('weighs less than 6 MB in all', () => {
    const bytes = dialogues.map(({ audio }) => statSync(new URL(audio.sources[0].src, room)).size);
    assert.ok(bytes.reduce((sum, size) => sum + size, 0) < 6e6);
  });
});
