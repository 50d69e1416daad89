import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/dialogue-player/dialogue-player.js';
import { mediaEvents } from '../../src/playback/media.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { fixtureAddress, freshPage, tone, until, untilState } from '../support/page.js';

type Player = HTMLElementTagNameMap['dialogue-player'];
/** What an `<audio>` and a player have in common, and a way out of the page. */
type Media = HTMLAudioElement | Player;

/*
 * The known differences, and why:
 * - `abort`, `emptied` and `loadstart` are not told: for its listeners a dialogue was there all along.
 * - `duration` is the bundle's until metadata says more, so that a face can show it: compared only from then on.
 * - `currentSrc` is '' until this dialogue is loaded: until then, the voice may hold another.
 * - A speed above 16 is refused, as Chromium does; Firefox takes any.
 * - Chromium pauses an `<audio>` of the page that fails, and not one out of it; the voice's is out of it.
 * - After a press that is taken back at once Firefox goes on loading an `<audio>`, and not the voice's.
 * - A place is within what the bundle says from the first; an `<audio>` finds that out with its metadata.
 * - Where one dialogue gives way to another and comes back, its place is restored unheard: it was never left.
 * - The seek that was asked for before metadata is asked for at `loadedmetadata`. On a busy machine a short sound has all
 *   its news queued by then, and the seek is told behind it: in that step what is told is compared, and not its order.
 * And not compared, since their number is left to the network and the clock: `progress suspend stalled timeupdate`.
 */
const compared = mediaEvents.filter((type) => !/^(progress|suspend|stalled|timeupdate)$/.test(type));

interface Step {
  readonly does: string;
  readonly act: (media: Media) => unknown;
  /** The step is over when all of these have been heard. */
  readonly hears?: string;
  /** What is told counts, and not in which order or how often. */
  readonly inAnyOrder?: boolean;
}

const whole: readonly Step[] = [
  { does: 'pauses before anything', act: (media) => media.pause() },
  {
    does: 'sets volume, mute and speed in one go, some twice',
    act: (media) => {
      media.volume = 0.5;
      media.volume = 0.25;
      media.volume = 0.25;
      media.muted = true;
      media.playbackRate = 2;
    },
    hears: 'ratechange',
  },
  {
    does: 'takes what a slider, a select and an attribute give, which are texts',
    act: (media) =>
      Object.assign(media, {
        currentTime: '4',
        volume: '0.75',
        muted: 'muted',
        playbackRate: '1.25',
        defaultPlaybackRate: '1.5',
      }),
    hears: 'ratechange volumechange',
  },
  { does: 'refuses a default speed that is none', act: (media) => (media.defaultPlaybackRate = NaN) },
  { does: 'refuses a volume that is none', act: (media) => (media.volume = 2) },
  { does: 'refuses a speed that is none', act: (media) => (media.playbackRate = -1) },
  { does: 'refuses a time that is none', act: (media) => (media.currentTime = NaN) },
  { does: 'seeks before metadata', act: (media) => (media.currentTime = 8) },
  { does: 'plays', act: (media) => media.play(), hears: 'playing seeked canplaythrough', inAnyOrder: true },
  {
    does: 'sets volume, speed and mute while it plays',
    act: (media) => {
      media.playbackRate = 1.5;
      media.playbackRate = 1;
      media.volume = 1;
      media.muted = false;
      media.muted = true;
    },
    hears: 'volumechange ratechange',
  },
  { does: 'seeks while playing', act: (media) => (media.currentTime = 12), hears: 'seeked playing canplaythrough' },
  { does: 'plays while playing, twice', act: (media) => Promise.all([media.play(), media.play()]) },
  { does: 'pauses', act: (media) => media.pause(), hears: 'pause' },
  { does: 'pauses when paused', act: (media) => media.pause() },
  { does: 'seeks while paused', act: (media) => (media.currentTime = 2), hears: 'seeked canplaythrough' },
  { does: 'plays on, and pauses at once', act: (media) => (media.play(), media.pause()), hears: 'play pause' },
  { does: 'plays on', act: (media) => media.play(), hears: 'playing' },
  { does: 'goes to the end', act: (media) => (media.currentTime = 19.7), hears: 'ended' },
  { does: 'plays again after the end', act: (media) => media.play(), hears: 'playing seeked' },
  { does: 'leaves the page', act: (media) => media.remove(), hears: 'pause' },
  { does: 'plays out of the page', act: (media) => media.play(), hears: 'playing' },
  { does: 'pauses out of the page', act: (media) => media.pause(), hears: 'pause' },
];

const missing: readonly Step[] = [
  { does: 'plays what is not there', act: (media) => media.play(), hears: 'error' },
  { does: 'pauses what has failed', act: (media) => media.pause() },
];

/** Everything that a listener and a reader of properties can know, step by step. */
async function story(media: Media, steps: readonly Step[]): Promise<unknown[]> {
  const told: unknown[] = [];
  let heard: string[] = [];
  for (const type of compared)
    media.addEventListener(type, (event) => heard.push(event.type + (event.bubbles ? '!' : '')));
  for (const { does, act, hears, inAnyOrder } of steps) {
    heard = [];
    let outcome = 'well';
    try {
      await act(media);
    } catch (error) {
      outcome = (error as Error).name;
    }
    const awaited = hears?.split(' ') ?? [];
    await until(() => awaited.every((type) => heard.includes(type)), `${does}: heard only ${heard.join()}`);
    // What is told as a consequence is in the queue by now.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const { paused, ended, seeking, playbackRate, defaultPlaybackRate, volume, muted, readyState } = media;
    const { currentTime, duration, error, currentSrc, seekable, buffered } = media;
    told.push({
      does,
      outcome,
      heard: (inAnyOrder ? [...new Set(heard)].sort() : heard).join(' '),
      paused,
      ended,
      seeking,
      playbackRate,
      defaultPlaybackRate,
      volume,
      muted,
      hasMetadata: readyState > 0,
      place: Math.floor(currentTime / 2) * 2,
      duration: readyState ? Math.round(duration) : 'not yet',
      error: error?.code,
      currentSrc: readyState ? currentSrc : 'not yet',
      ranges: [seekable.length, buffered.length ? 'some' : 'none'],
    });
  }
  return told;
}

async function nativeOf(src: string): Promise<HTMLAudioElement> {
  const audio = Object.assign(new Audio(), { preload: 'none', src });
  await new Promise((resolve) => setTimeout(resolve));
  return audio;
}

async function playerOf(src: string): Promise<Player> {
  const audio = { sources: [{ src, type: 'audio/mpeg' }], duration: 20 };
  const player = await fixture<Player>(
    html`<dialogue-player no-transcript .bundle=${bundleOf([dialogueOf('one', { audio })])}></dialogue-player>`,
  );
  await untilState(player, 'ready');
  return player;
}

describe('the media contract', () => {
  beforeEach(() => void freshPage());
  afterEach(() => void freshPage());

  for (const [what, steps, src] of [
    ['a whole life', whole, tone],
    ['a sound that is not there', missing, fixtureAddress('audio/nowhere.mp3')],
  ] as const) {
    it(`is kept to the letter by dialogue-player: ${what}`, async function () {
      this.timeout(20_000);
      const audio = await nativeOf(src);
      if (src === tone) document.body.append(audio);
      const expected = await story(audio, steps);
      expect(await story(await playerOf(src), steps)).to.deep.equal(expected);
    });
  }

  it('is kept by dialogue-player when a press is taken back at once', async () => {
    const [expected, told] = await Promise.all(
      [await nativeOf(tone), await playerOf(tone)].map(async (media) => {
        const heard: string[] = [];
        for (const type of ['play', 'waiting', 'pause', 'playing'])
          media.addEventListener(type, () => heard.push(type));
        const played = media.play();
        media.pause();
        const outcome = await played.catch((error: DOMException) => error.name);
        await until(() => heard.includes('pause'), 'the pause was never told');
        return { heard, outcome, paused: media.paused, ended: media.ended, place: media.currentTime };
      }),
    );
    expect(told).to.deep.equal(expected);
  });

  it('is enough for a script that was written for an <audio>', async () => {
    const counts = await Promise.all(
      [await nativeOf(tone), await playerOf(tone)].map(async (media) => {
        document.body.append(media);
        const meter = measureListening(document, media.localName);
        media.muted = true;
        await media.play();
        await until(() => meter.seconds > 0, 'nothing was ever counted');
        media.currentTime = 19.8;
        await until(() => meter.log.at(-1) === 'completed', `it went ${meter.log.join()}`);
        return meter.log;
      }),
    );
    expect(counts[1]).to.deep.equal(counts[0]);
    expect(counts[0]).to.deep.equal(['started', 'moved', 'stopped', 'completed']);
  });
});

/** As such scripts are: it finds a player by a selector, hears all its events, reads its properties, and knows no other. */
function measureListening(page: ParentNode, selector: string) {
  const meter = { log: [] as string[], seconds: 0 };
  const media = page.querySelector(selector) as HTMLMediaElement;
  const events = (
    'abort canplay canplaythrough durationchange emptied ended error loadeddata loadedmetadata loadstart pause play ' +
    'playing progress ratechange seeked seeking stalled suspend timeupdate volumechange waiting'
  ).split(' ');
  let last = 0;
  const meet = (event: Event): void => {
    if (event.target !== media) throw new Error('Somebody else speaks.');
    const { currentTime, duration, paused, ended } = media;
    if (event.type === 'play') meter.log.push('started');
    if (event.type === 'seeking') meter.log.push('moved');
    if (event.type === 'pause') meter.log.push('stopped');
    if (event.type === 'ended' && ended && paused && currentTime >= duration - 0.5) meter.log.push('completed');
    if (event.type === 'timeupdate' && media.played?.length !== 0) meter.seconds += Math.max(0, currentTime - last);
    last = currentTime;
  };
  for (const type of events) media.addEventListener(type, meet);
  return meter;
}
