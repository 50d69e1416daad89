import { expect } from '@open-wc/testing';
import type { Cue } from '../../src/bundle/transcript.js';
import { Listening, type Seat } from '../../src/playback/listening.js';
import { playRow } from '../../src/playback/row.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';
import { holdTimers } from '../support/timers.js';

const dialogue = (key: string): Recording => ({
  key,
  sources: [{ src: `https://example.org/${key}.mp3`, type: 'audio/mpeg' }],
  duration: 60,
});
const a = dialogue('a');
const b = dialogue('b');
const order = [a, b].map((recording) => ({ id: recording.key, recording }));

const cue = (start: number, speaker: string): Cue => ({ start, end: start + 5, speaker, text: speaker });
const cues = [cue(0, 'Cat'), cue(10, 'Ann'), cue(20, 'Cat'), cue(30, 'Bob'), cue(40, 'Cat')];

/** A page with a player for each of these recordings. */
function pageWith(...recordings: Recording[]) {
  const media = new FakeMedia();
  const voice = createVoice(() => media);
  const listening = new Listening(voice);
  const turned: string[] = [];
  let redraws = 0;
  for (const recording of recordings) {
    const seat: Seat = {
      recording: () => recording,
      chapters: () => [{ startTime: 0 }, { startTime: 20 }, { startTime: 40 }],
      cues: () => cues,
      turn: (id) => turned.push(`${recording.key} to ${id}`),
      redraw: () => redraws++,
    };
    listening.seats.add(seat);
  }
  return { media, voice, listening, turned, redraws: () => redraws };
}

async function pass(media: FakeMedia, seconds: number): Promise<void> {
  media.advance(seconds);
  await settle();
}

describe('Listening', () => {
  let timers: ReturnType<typeof holdTimers>;
  let now = 0;
  const { now: realNow } = Date;
  beforeEach(() => {
    timers = holdTimers();
    now = 1_000_000;
    Date.now = () => now;
  });
  afterEach(() => {
    timers.restore();
    Date.now = realNow;
  });
  const ring = () => timers.waiting.filter(({ delay }) => delay !== 12_000).forEach((timer) => timer.ring());

  async function playing(...recordings: Recording[]) {
    const all = pageWith(...recordings);
    await all.voice.play(a);
    await settle();
    return all;
  }

  describe('until when', () => {
    it('pauses after the minutes that were chosen, and once', async () => {
      const { media, voice, listening } = await playing(a);
      listening.sleep = '15';
      now += 15 * 60_000 - 1;
      await pass(media, 1);
      expect(media.paused).to.be.false;
      now += 2;
      await pass(media, 1);
      expect(media.paused).to.be.true;
      expect(listening.sleep).to.equal('');
      await voice.play(a);
      now += 60 * 60_000;
      await pass(media, 1);
      expect(media.paused).to.be.false;
    });

    it('does not stop whoever begins to listen after the time was over', async () => {
      const { media, voice, listening } = pageWith(a);
      listening.sleep = '30';
      now += 31 * 60_000;
      await voice.play(a);
      await settle();
      await pass(media, 1);
      expect(media.paused).to.be.false;
      expect(listening.sleep).to.equal('');
    });

    it('pauses at the end of a chapter', async () => {
      const { media, listening } = await playing(a);
      listening.sleep = 'chapter';
      await pass(media, 18);
      expect(timers.waiting.map(({ delay }) => delay)).to.include(2000);
      await pass(media, 2);
      ring();
      await settle();
      expect(media.paused).to.be.true;
      expect(listening.sleep).to.equal('');
    });

    it('goes along to another chapter, and pauses at the end of that', async () => {
      const { media, voice, listening } = await playing(a);
      listening.sleep = 'chapter';
      await pass(media, 15);
      voice.seek(a, 20);
      await settle();
      ring();
      await settle();
      expect(media.paused).to.be.true;
      expect(media.currentTime).to.equal(20);
    });

    it('plays on to the end of a chapter where nobody knows yet when that is', async () => {
      const { media, voice, listening } = pageWith(a);
      const stream = { ...a, duration: 0 };
      listening.seats.clear();
      media.files = { [a.sources[0]!.src]: { duration: Infinity } };
      listening.sleep = 'chapter';
      await voice.play(stream);
      await pass(media, 1);
      ring();
      await settle();
      expect(media.paused).to.be.false;
    });

    it('lets nothing follow where the end of the last chapter is told before a timer rings', async () => {
      const { media, voice, listening } = pageWith(a);
      listening.order = order;
      listening.sleep = 'chapter';
      voice.seek(a, 50);
      await voice.play(a);
      await pass(media, 20);
      expect([voice.dialogue, media.paused, listening.sleep]).to.deep.equal(['a', true, '']);
    });

    it('stops nothing when it is called off', async () => {
      const { media, listening } = await playing(a);
      listening.sleep = 'chapter';
      await pass(media, 15);
      listening.sleep = '';
      await pass(media, 6);
      ring();
      await settle();
      expect(media.paused).to.be.false;
    });

    it('keeps a mere pause in the middle of a chapter', async () => {
      const { voice, listening, media } = await playing(a);
      listening.sleep = 'chapter';
      await pass(media, 5);
      voice.pause(a);
      await settle();
      expect(listening.sleep).to.equal('chapter');
    });

    it('lets nothing follow after the end of the dialogue where that was chosen', async () => {
      const { media, voice, listening } = await playing(a, b);
      listening.order = order;
      listening.sleep = 'dialogue';
      await pass(media, 60);
      expect(voice.dialogue).to.equal('a');
      expect(listening.sleep).to.equal('');
    });
  });

  describe('what comes after', () => {
    it('is silence, unless a person asks for the next', async () => {
      const { media, voice } = await playing(a, b);
      await pass(media, 60);
      expect(voice.dialogue).to.equal('a');
      expect(media.paused).to.be.true;
    });

    it('is the next of the bundle, and after the last nothing', async () => {
      const { media, voice, listening, turned } = await playing(a, b);
      listening.order = order;
      await pass(media, 60);
      expect(voice.dialogue).to.equal('b');
      expect(media.paused).to.be.false;
      expect(turned).to.be.empty;
      await pass(media, 60);
      expect(voice.dialogue).to.equal('b');
      expect(media.paused).to.be.true;
    });

    for (const next of [dialogue('c'), a]) {
      it(`gives way to a row of clips that goes on in ${next === a ? 'the same dialogue' : 'another'}`, async () => {
        const { media, voice, listening } = pageWith(a, b);
        listening.order = order;
        const told: number[] = [];
        const row = [
          { recording: a, start: 50, end: 60 },
          { recording: next, start: 5, end: 10 },
        ];
        playRow(voice, row, (at) => told.push(at));
        await settle();
        await pass(media, 20);
        expect([told, voice.dialogue, media.paused]).to.deep.equal([[0, 1], next.key, false]);
      });
    }

    it('turns the player to the next where no other shows it', async () => {
      const { media, voice, listening, turned } = await playing(a);
      listening.order = order;
      await pass(media, 60);
      expect(voice.dialogue).to.equal('b');
      expect(turned).to.deep.equal(['a to b']);
    });

    it('is silence after a dialogue of another bundle', async () => {
      const { media, voice, listening } = await playing(a, b);
      listening.order = order.slice(1);
      await pass(media, 60);
      expect(voice.dialogue).to.equal('a');
    });
  });

  describe('who is heard', () => {
    const without = { key: 'a', name: 'narrator', isWanted: ({ speaker }: Cue) => speaker !== 'Cat' };

    it('leaves out whom nobody wants to hear, and plays on to the end', async () => {
      const { media, voice, listening } = await playing(a);
      listening.choice = without;
      await pass(media, 0.1);
      expect(media.currentTime).to.equal(10);
      await pass(media, 9);
      expect(media.currentTime).to.equal(19);
      await pass(media, 1);
      expect(media.currentTime).to.equal(30);
      await pass(media, 10);
      await settle();
      expect(voice.of(a).currentTime).to.equal(60);
    });

    it('moves nothing while it is paused', async () => {
      const { voice, listening } = await playing(a);
      voice.pause(a);
      listening.choice = without;
      voice.seek(a, 22);
      await settle();
      expect(voice.of(a).currentTime).to.equal(22);
    });

    it('is everyone again in another dialogue', async () => {
      const { media, voice, listening } = await playing(a, b);
      listening.choice = without;
      await voice.play(b);
      await settle();
      await pass(media, 1);
      expect(media.currentTime).to.equal(1);
    });
  });

  it('has every player show what was chosen', () => {
    const { listening, redraws } = pageWith(a, b);
    listening.sleep = '30';
    expect(redraws()).to.equal(2);
  });
});
