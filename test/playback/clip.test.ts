import { expect } from '@open-wc/testing';
import { playClip } from '../../src/playback/clip.js';
import { createVoice, type Recording, type Voice } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';
import { holdTimers } from '../support/timers.js';

const dialogue = (key: string): Recording => ({
  key,
  sources: [{ src: `https://example.org/${key}.mp3`, type: 'audio/mpeg' }],
  duration: 60,
});
const a = dialogue('a');
const b = dialogue('b');

describe('playClip', () => {
  let timers: ReturnType<typeof holdTimers>;
  beforeEach(() => (timers = holdTimers()));
  afterEach(() => timers.restore());

  /** Milliseconds until a clip is to end; nothing when none is under way. */
  const bells = () => timers.waiting.map(({ delay }) => Math.round(delay)).filter((delay) => delay !== 12_000);

  async function clip(start: number, end: number, prepare: (voice: Voice) => Promise<void> | void = () => {}) {
    const media = new FakeMedia();
    const voice = createVoice(() => media);
    await prepare(voice);
    await settle();
    await playClip(voice, a, { start, end });
    await settle();
    return { media, voice };
  }

  it('begins at its start and pauses at its end', async () => {
    const { media } = await clip(10, 14);
    expect(media.paused).to.be.false;
    expect(media.currentTime).to.equal(10);
    media.advance(3);
    await settle();
    expect(bells()).to.deep.equal([1000]);
    timers.waiting[0]!.ring();
    await settle();
    expect(media.paused).to.be.true;
  });

  it('waits for less time when the speed is higher', async () => {
    const { media, voice } = await clip(10, 14);
    voice.setRate(2);
    media.advance(1);
    await settle();
    expect(bells()).to.deep.equal([1000]);
  });

  it('goes back to its start when the dialogue plays elsewhere already', async () => {
    const { media } = await clip(10, 14, async (voice) => {
      await voice.play(a);
      voice.seek(a, 40);
    });
    expect(media.currentTime).to.equal(10);
    expect(bells()).to.have.length(1);
  });

  it('waits with its end while it is paused, and goes on to it', async () => {
    const { media, voice } = await clip(10, 14);
    voice.pause(a);
    await settle();
    expect(bells()).to.be.empty;
    await voice.play(a);
    await settle();
    expect(bells()).to.deep.equal([4000]);
    media.advance(4);
    await settle();
    timers.waiting.at(-1)!.ring();
    await settle();
    expect(media.paused).to.be.true;
  });

  it('waits with its end while the sound stalls', async () => {
    const { media } = await clip(10, 14);
    media.stall();
    await settle();
    expect(bells()).to.be.empty;
    media.arrive();
    await settle();
    expect(bells()).to.deep.equal([4000]);
  });

  it('is over when the listener moves out of it', async () => {
    for (const place of [2, 30]) {
      const { media, voice } = await clip(10, 14);
      voice.seek(a, place);
      await settle();
      expect(bells(), String(place)).to.be.empty;
      media.advance(3);
      await settle();
      expect(bells(), String(place)).to.be.empty;
      expect(media.paused, String(place)).to.be.false;
    }
  });

  it('goes on when the listener moves inside it', async () => {
    const { voice } = await clip(10, 14);
    voice.seek(a, 12);
    await settle();
    expect(bells()).to.deep.equal([2000]);
  });

  it('is over when another dialogue begins', async () => {
    const { media, voice } = await clip(10, 14);
    await voice.play(b);
    await settle();
    expect(bells()).to.be.empty;
    media.advance(12);
    await settle();
    expect(bells()).to.be.empty;
    expect(voice.dialogue).to.equal('b');
    expect(media.paused).to.be.false;
  });

  it('is over when another clip begins', async () => {
    const { media, voice } = await clip(10, 14);
    await playClip(voice, a, { start: 30, end: 33 });
    await settle();
    expect(media.currentTime).to.equal(30);
    expect(bells()).to.deep.equal([3000]);
  });

  it('is over when it could not be played, and says why', async () => {
    const media = new FakeMedia();
    media.refusal = new DOMException('No gesture.', 'NotAllowedError');
    const voice = createVoice(() => media);
    const name = await playClip(voice, a, { start: 10, end: 14 }).then(
      () => 'played',
      (error: DOMException) => error.name,
    );
    expect(name).to.equal('NotAllowedError');
    media.refusal = null;
    await voice.play(a);
    media.advance(2);
    await settle();
    expect(bells()).to.be.empty;
  });

  it('ends once: what is played afterwards plays on', async () => {
    const { media, voice } = await clip(10, 14);
    media.advance(4);
    await settle();
    timers.waiting[0]!.ring();
    await settle();
    await voice.play(a);
    media.advance(3);
    await settle();
    expect(bells()).to.be.empty;
    expect(media.paused).to.be.false;
  });

  it('plays on where its end is further away than a timer can be set', async () => {
    await clip(10, 1e9);
    expect(bells()).to.deep.equal([]);
  });

  it('comes to its own end where the sound does, even if that is shorter than the bundle believes', async () => {
    const media = new FakeMedia();
    const voice = createVoice(() => media);
    let ends = 0;
    await playClip(voice, a, { start: 50, end: 60.5, ended: () => ends++ });
    await settle();
    media.advance(20);
    await settle();
    expect(ends).to.equal(1);
  });

  it('ends with the dialogue when its end is beyond it', async () => {
    const { media } = await clip(50, 90);
    media.advance(20);
    await settle();
    expect(media.ended).to.be.true;
    expect(bells()).to.be.empty;
  });
});
