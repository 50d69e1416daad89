import { expect } from '@open-wc/testing';
import { playClip } from '../../src/playback/clip.js';
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

const clips = [
  { recording: a, start: 10, end: 14 },
  { recording: b, start: 30, end: 33 },
  { recording: b, start: 5, end: 7 },
];

describe('playRow', () => {
  let timers: ReturnType<typeof holdTimers>;
  beforeEach(() => (timers = holdTimers()));
  afterEach(() => timers.restore());

  function row(those = clips, traits: Partial<FakeMedia> = {}) {
    const media = Object.assign(new FakeMedia(), traits);
    const voice = createVoice(() => media);
    const told: number[] = [];
    const begin = async () => {
      playRow(voice, those, (at) => told.push(at));
      await settle();
    };
    return { media, voice, told, begin };
  }

  /** Lets the sound come to the end of the clip that is heard, and tells it. */
  async function hear(media: FakeMedia, seconds: number) {
    media.advance(seconds);
    await settle();
    timers.waiting.find(({ delay }) => delay < 1)?.ring();
    await settle();
  }

  it('plays one clip after another, over recordings, and pauses at the end of the last', async () => {
    const { media, voice, told, begin } = row();
    await begin();
    expect([voice.dialogue, media.currentTime]).to.deep.equal(['a', 10]);
    await hear(media, 4);
    expect([voice.dialogue, media.currentTime, media.paused]).to.deep.equal(['b', 30, false]);
    await hear(media, 3);
    expect([voice.dialogue, media.currentTime, media.paused]).to.deep.equal(['b', 5, false]);
    await hear(media, 2);
    expect([media.currentTime, media.paused]).to.deep.equal([7, true]);
    expect(told).to.deep.equal([0, 1, 2, -1]);
  });

  it('begins though a pause that came before it is told only afterwards', async () => {
    const { media, voice, told, begin } = row();
    await voice.play(a);
    await settle();
    voice.pause(a);
    await begin();
    expect(media.paused).to.be.false;
    await hear(media, 4);
    expect(told).to.deep.equal([0, 1]);
  });

  it('goes on where the sound is shorter than the bundle believes', async () => {
    const { media, voice, told, begin } = row([{ recording: a, start: 50, end: 90 }, clips[1]!]);
    await begin();
    media.advance(20);
    await settle();
    expect([voice.dialogue, media.currentTime, media.paused]).to.deep.equal(['b', 30, false]);
    expect(told).to.deep.equal([0, 1]);
  });

  it('waits while the sound stalls', async () => {
    const { media, told, begin } = row();
    await begin();
    media.stall();
    await settle();
    media.arrive();
    await settle();
    await hear(media, 4);
    expect(told).to.deep.equal([0, 1]);
  });

  it('is over when anybody pauses: what is played afterwards plays on', async () => {
    const { media, voice, told, begin } = row();
    await begin();
    media.advance(1);
    voice.pause(a);
    await settle();
    expect(told).to.deep.equal([0, -1]);
    await voice.play(a);
    await hear(media, 9);
    expect([voice.dialogue, media.currentTime, media.paused]).to.deep.equal(['a', 20, false]);
    expect(told).to.deep.equal([0, -1]);
  });

  it('is over when the listener moves out of the clip', async () => {
    const { media, voice, told, begin } = row();
    await begin();
    voice.seek(a, 40);
    await settle();
    expect(told).to.deep.equal([0, -1]);
    await hear(media, 9);
    expect([voice.dialogue, media.currentTime, media.paused]).to.deep.equal(['a', 49, false]);
  });

  it('is over when another dialogue or another clip begins', async () => {
    for (const begins of ['dialogue', 'clip', 'moment']) {
      const { media, voice, told, begin } = row();
      await begin();
      if (begins === 'dialogue') void voice.play(b);
      else void playClip(voice, a, { start: 11, end: begins === 'clip' ? 20 : null });
      await settle();
      expect(told, begins).to.deep.equal([0, -1]);
      media.advance(5);
      await settle();
      expect(voice.dialogue, begins).to.equal(begins === 'dialogue' ? 'b' : 'a');
      expect(media.paused, begins).to.be.false;
    }
  });

  it('gives way to another row, and is told so first', async () => {
    const { media, voice, told, begin } = row();
    await begin();
    const other: number[] = [];
    playRow(voice, [clips[0]!], (at) => other.push(at));
    await settle();
    expect(told).to.deep.equal([0, -1]);
    await hear(media, 4);
    expect(other).to.deep.equal([0, -1]);
    expect(media.paused).to.be.true;
  });

  it('is over when the browser refuses, and when the sound is missing', async () => {
    const refusal = new DOMException('No gesture.', 'NotAllowedError');
    for (const traits of [{ refusal }, { files: { [a.sources[0]!.src]: { missing: true } } }]) {
      const { told, begin } = row(clips, traits);
      await begin();
      expect(told).to.deep.equal([0, -1]);
    }
  });
});
