import { expect } from '@open-wc/testing';
import { mediaEvents } from '../../src/playback/media.js';
import { FakeMedia } from '../support/fake-media.js';

/** Every event an `<audio>` fires: those that are told, and those of a load. */
const allEvents = [...mediaEvents, 'abort', 'emptied', 'loadstart'];

const tone = new URL('../fixtures/audio/tone.mp3', import.meta.url).href;

/** How often these come, and whether at all, is the network's and the clock's business. */
const byChance = ['progress', 'suspend', 'stalled', 'timeupdate'];

/** What a person notices, and what a promise says. */
const milestones = ['play', 'playing', 'pause', 'ended', 'error'];

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

/** What was told in each chapter. */
function chapters(told: string[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  let chapter: string[] = [];
  for (const item of told) {
    if (item.startsWith('—')) all.set(item, (chapter = []));
    else chapter.push(item);
  }
  return all;
}

/**
 * Does this browser tell things in the order of the standard? Playing again from the end seeks first; and the promise is
 * refused after the error was told. Firefox does neither.
 */
function keepsToTheStandard(told: string[]): boolean {
  const parts = chapters(told);
  const comesFirst = (chapter: string, one: string, other: string) => {
    const part = parts.get(`— ${chapter} —`)!;
    return part.includes(one) && part.indexOf(one) < part.indexOf(other);
  };
  return comesFirst('again', 'seeking', 'play') && comesFirst('no such source', 'error', '(NotSupportedError)');
}

/** What holds in every browser: the order of the milestones of each chapter, and the answers of the promises. */
function inShort(told: string[]): unknown[] {
  return [...chapters(told)].map(([name, part]) => [
    name,
    [...new Set(part.filter((item) => milestones.includes(item)))],
    part.filter((item) => item.startsWith('(')),
  ]);
}

describe('FakeMedia', () => {
  it('tells what a real audio tells, in the same order', async () => {
    const fake = new FakeMedia();
    fake.files = { [tone]: { duration: 20 }, [`${tone}?again`]: { duration: 20 } };
    fake.files[new URL('nowhere.mp3', tone).href] = { missing: true };
    const real = new Audio();
    const expected = await actOut(real, () => {});
    const told = await actOut(fake, (seconds) => fake.advance(seconds));
    expect(inShort(told)).to.deep.equal(inShort(expected));
    if (keepsToTheStandard(expected)) expect(told).to.deep.equal(expected);
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
      // Where too fast begins is each browser's own choice, and some hold it to their limit and do not refuse.
      const rates = [20, 0.01].map((rate) => name(() => (media.playbackRate = rate)));
      if (media instanceof FakeMedia || !rates.includes('fine'))
        expect(rates).to.deep.equal(['NotSupportedError', 'NotSupportedError']);
      expect(name(() => (media.playbackRate = -1))).to.equal('NotSupportedError');
      expect(name(() => (media.playbackRate = 0))).to.equal('fine');
      expect(name(() => (media.volume = 1.5))).to.equal('IndexSizeError');
      expect(name(() => (media.currentTime = NaN))).to.equal('TypeError');
      expect(name(() => media.buffered.start(0))).to.equal('IndexSizeError');
    }
  });
});
