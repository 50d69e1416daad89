import { expect } from '@open-wc/testing';
import { mediaEvents } from '../../src/playback/media.js';
import { FakeMedia } from '../support/fake-media.js';

/** Every event an `<audio>` fires: those that are told, and those of a load. */
const allEvents = [...mediaEvents, 'abort', 'emptied', 'loadstart'];

const tone = new URL('../fixtures/audio/tone.mp3', import.meta.url).href;

/** How often these come, and whether at all, is the network's and the clock's business. */
const byChance = ['progress', 'suspend', 'stalled', 'timeupdate'];

/** Does the same with any audio, and writes down what it tells. */
async function actOut(media: HTMLMediaElement | FakeMedia, elapse: (seconds: number) => void): Promise<string[]> {
  const told: string[] = [];
  for (const type of allEvents) media.addEventListener(type, () => byChance.includes(type) || told.push(type));
  const heard = async (type: string) => {
    for (let turn = 0; turn < 400 && !told.slice(chapter).includes(type); turn++)
      await new Promise((done) => setTimeout(done, 10));
  };
  let chapter = 0;
  const next = (name: string) => (chapter = told.push(`— ${name} —`));
  const play = () =>
    media.play().then(
      () => told.push('(played)'),
      (error: DOMException) => told.push(`(${error.name})`),
    );

  next('a source');
  media.preload = 'none';
  media.muted = true;
  await heard('volumechange');
  media.src = tone;
  await heard('loadstart');
  next('play');
  void play();
  await heard('canplaythrough');
  next('play, while it plays');
  await play();
  next('pause');
  media.pause();
  await heard('pause');
  next('seek');
  media.currentTime = 10;
  await heard('canplaythrough');
  next('speed');
  media.playbackRate = 1.5;
  await heard('ratechange');
  next('play on');
  await play();
  next('seek while it plays');
  media.currentTime = 19.5;
  await heard('canplaythrough');
  next('the end');
  elapse(5);
  await heard('ended');
  next('again');
  void play();
  await heard('canplaythrough');
  next('another source');
  media.src = `${tone}?again`;
  void play();
  await heard('canplaythrough');
  next('play and pause before anything is there');
  media.src = tone;
  void play();
  media.pause();
  await heard('canplaythrough');
  next('no such source');
  media.src = new URL('nowhere.mp3', tone).href;
  void play();
  await heard('error');
  await play();
  next('the time before metadata');
  media.src = tone;
  media.currentTime = 7;
  told.push(`${media.currentTime}`);
  void play();
  await heard('canplaythrough');
  media.pause();
  await heard('pause');
  return told;
}

describe('FakeMedia', () => {
  it('tells what a real audio tells, in the same order', async () => {
    const fake = new FakeMedia();
    fake.files = { [tone]: { duration: 20 }, [`${tone}?again`]: { duration: 20 } };
    fake.files[new URL('nowhere.mp3', tone).href] = { missing: true };
    const real = new Audio();
    const expected = await actOut(real, () => {});
    expect(await actOut(fake, (seconds) => fake.advance(seconds))).to.deep.equal(expected);
    expect(expected).to.include.members(['playing', 'ended', 'seeked', '(NotSupportedError)', '(AbortError)']);
  }).timeout(20_000);

  it('is paused when the page takes it away, and not when the page moves it', async () => {
    for (const make of [() => new Audio(), () => new FakeMedia()]) {
      const media = make();
      media.muted = true;
      media.src = tone;
      const put = () => (media instanceof FakeMedia ? (media.isConnected = true) : document.body.append(media));
      put();
      await media.play();
      media.remove();
      put();
      await new Promise((done) => setTimeout(done, 50));
      expect(media.paused).to.equal(false);
      media.remove();
      await new Promise((done) => setTimeout(done, 50));
      expect(media.paused).to.equal(true);
    }
  });

  it('refuses what a real audio refuses', () => {
    for (const media of [new Audio(), new FakeMedia()]) {
      const name = (what: () => void) => {
        try {
          what();
          return 'fine';
        } catch (error) {
          return (error as Error).name;
        }
      };
      expect(name(() => (media.playbackRate = 20))).to.equal('NotSupportedError');
      expect(name(() => (media.playbackRate = 0.01))).to.equal('NotSupportedError');
      expect(name(() => (media.playbackRate = 0))).to.equal('fine');
      expect(name(() => (media.volume = 1.5))).to.equal('IndexSizeError');
      expect(name(() => (media.currentTime = NaN))).to.equal('TypeError');
      expect(name(() => media.buffered.start(0))).to.equal('IndexSizeError');
    }
  });
});
