// A name of the page, where the function runs that is handed to it.
/* global OfflineAudioContext */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundle, cuesOf, dialogues, read, weigh } from '../support/built-in.mjs';
import { launchChrome } from '../support/chrome.mjs';
import { readFrames } from '../support/mp3.mjs';
import { answerWith, startServer } from '../support/server.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The level that speech on the web is brought to, and that public broadcasters ask of podcasts, in LUFS. */
const LOUDNESS = -16;

/**
 * A sentence begins and ends softly, so nothing within 5 ms of it may step by more than this. The steepest step within
 * speech at this level is ten times as large, and a voice that is cut off leaves one of up to six times.
 */
const JUMP = 0.05;

let browser;
let server;
let page;

before(async () => {
  const roots = { '/support/': at('test/support/'), '/living-well/': at('src/living-well/') };
  const faults = { '/': answerWith(200, '<!doctype html><title>A meter</title>', 'text/html; charset=utf-8') };
  [browser, server] = await Promise.all([launchChrome(), startServer({ roots, faults })]);
  page = await browser.newPage();
  await page.goto(server.origin);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const measured = new Map();

/** What the decoded sound of a dialogue is like. It is measured in the page, so that only numbers travel. */
function measure(dialogue) {
  if (!measured.has(dialogue.id)) {
    measured.set(dialogue.id, page.evaluate(measureInPage, dialogue.audio.sources[0].src, cuesOf(dialogue)));
  }
  return measured.get(dialogue.id);
}

async function measureInPage(src, cues) {
  const meter = await import('/support/loudness.mjs');
  const bytes = await (await fetch(`/living-well/${src}`)).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, meter.RATE).decodeAudioData(bytes);
  const samples = sound.getChannelData(0);
  const place = (seconds) => Math.round(seconds * meter.RATE);
  // What is not finite does not travel as JSON.
  const level = (decibels) => Math.max(decibels, -200);
  const peak = (start, end) => level(meter.samplePeak(samples, place(start), place(end)));
  const jump = (time) => meter.largestJump(samples, place(time - 0.005), place(time + 0.005));

  const bySpeaker = Map.groupBy(cues, ({ speaker }) => speaker);
  const voices = [...bySpeaker].map(([speaker, own]) => {
    const pieces = own.map(({ start, end }) => samples.subarray(place(start), place(end)));
    const all = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
    pieces.reduce((offset, piece) => (all.set(piece, offset), offset + piece.length), 0);
    return { speaker, loudness: level(meter.integratedLoudness(all)) };
  });
  return {
    duration: sound.duration,
    loudness: level(meter.integratedLoudness(samples)),
    truePeak: level(meter.truePeak(samples)),
    firstPeak: peak(0, 0.02),
    lastPeak: peak(sound.duration - 0.05, sound.duration),
    voices,
    cues: cues.map(({ start, end, text }) => ({
      text,
      jump: Math.max(jump(start), jump(end)),
      opening: peak(start, start + 0.3),
      closing: peak(end - 0.3, end),
    })),
  };
}

for (const dialogue of dialogues) {
  const { id, audio } = dialogue;

  describe(`the sample audio of ${id}`, () => {
    it('is an MP3, said to be one', () => {
      for (const { src, type } of audio.sources) {
        assert.match(src, /\.mp3$/);
        assert.equal(type, 'audio/mpeg');
      }
    });

    it('is mono at a constant bit rate of 48 kbit/s or less', () => {
      const [first, ...others] = readFrames(read(audio.sources[0].src));
      assert.ok(first.mono);
      assert.ok(first.bitRate <= 48, `${first.bitRate} kbit/s`);
      for (const [index, frame] of others.entries()) assert.deepEqual(frame, first, `frame ${index + 1}`);
    });

    it('lasts between two and a half and three and a half minutes', () => {
      assert.ok(audio.duration >= 150 && audio.duration <= 210, `${audio.duration} s`);
    });

    it('lasts as long as the bundle says, by its frames and once it is decoded', async () => {
      const frames = readFrames(read(audio.sources[0].src));
      const length = frames.reduce((sum, { samples, rate }) => sum + samples / rate, 0);
      const { duration } = await measure(dialogue);
      for (const seconds of [length, duration]) {
        assert.ok(Math.abs(seconds - audio.duration) < 0.05, `${seconds} s, and the bundle says ${audio.duration} s`);
      }
    });

    it('is as loud as speech on the web should be', async () => {
      const { loudness } = await measure(dialogue);
      assert.ok(Math.abs(loudness - LOUDNESS) <= 1, `${loudness} LUFS`);
    });

    it('never comes near to breaking up', async () => {
      const { truePeak } = await measure(dialogue);
      assert.ok(truePeak < -1, `${truePeak} dBTP`);
    });

    it('makes no view louder than the other, nor than the narrator', async () => {
      const { voices } = await measure(dialogue);
      const levels = voices.map(({ loudness }) => loudness);
      assert.ok(Math.max(...levels) - Math.min(...levels) <= 3, JSON.stringify(voices));
    });

    it('is silent at its very start and end', async () => {
      const { firstPeak, lastPeak } = await measure(dialogue);
      assert.ok(firstPeak < -60, `${firstPeak} dBFS at its start`);
      assert.ok(lastPeak < -60, `${lastPeak} dBFS at its end`);
    });

    it('clicks nowhere that a sentence begins or ends', async () => {
      for (const { text, jump } of (await measure(dialogue)).cues) assert.ok(jump <= JUMP, `${jump}: ${text}`);
    });

    it('is heard from the beginning to the end of each cue', async () => {
      for (const { text, opening, closing } of (await measure(dialogue)).cues) {
        assert.ok(opening > -40, `${opening} dBFS as this begins: ${text}`);
        assert.ok(closing > -40, `${closing} dBFS as this ends: ${text}`);
      }
    });
  });
}

describe('the sample audio', () => {
  it('weighs less than 8 MB in all', () => {
    const bytes = dialogues.reduce((sum, { audio }) => sum + weigh(audio.sources[0].src), 0);
    assert.ok(bytes < 8_000_000, `${bytes} bytes`);
  });

  it('says of itself that it is synthetic, in the notes, in the credits and near its beginning', () => {
    assert.match(bundle.credits.find(({ id }) => id === 'sample-audio').body.join(' '), /synthetic/);
    for (const dialogue of dialogues) {
      assert.match(dialogue.audio.note, /synthetic/, dialogue.id);
      const opening = cuesOf(dialogue).filter(({ start }) => start < 20);
      assert.match(opening.map(({ text }) => text).join(' '), /synthetic/, dialogue.id);
    }
  });
});
