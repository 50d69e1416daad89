import { expect } from '@open-wc/testing';
import { placeOnLockScreen, showOnLockScreen } from '../../src/playback/lock-screen.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';

const a: Recording = { key: 'a', sources: [{ src: 'https://example.org/a.mp3', type: '' }], duration: 60 };
const billing = {
  title: 'What do we value?',
  artist: 'Paul Blakeman, Linda Irvine Fitzpatrick',
  album: 'The Living Well Dialogues',
  artwork: [{ src: 'https://example.org/art.png' }],
  chapters: [{ startTime: 0 }, { startTime: 20 }, { startTime: 40 }],
};

/** Obeys as the browser's own does. */
class FakeSession {
  metadata: MediaMetadata | null = null;
  playbackState: MediaSessionPlaybackState = 'none';
  readonly handlers = new Map<string, MediaSessionActionHandler>();
  readonly places: (MediaPositionState | undefined)[] = [];
  unknown: readonly string[] = [];

  setActionHandler(name: string, handler: MediaSessionActionHandler | null): void {
    if (this.unknown.includes(name)) throw new TypeError(`${name} is not known.`);
    if (handler) this.handlers.set(name, handler);
    else this.handlers.delete(name);
  }
  setPositionState(place?: MediaPositionState): void {
    this.places.push(place);
  }
}

async function show(chapters: typeof billing.chapters = billing.chapters, unknown: readonly string[] = []) {
  const media = new FakeMedia();
  const voice = createVoice(() => media);
  const session = new FakeSession();
  session.unknown = unknown;
  await voice.play(a);
  await settle();
  showOnLockScreen(voice, a, { ...billing, chapters }, session as unknown as MediaSession);
  const press = async (action: MediaSessionAction, details: Partial<MediaSessionActionDetails> = {}) => {
    session.handlers.get(action)!({ action, ...details });
    await settle();
    return Math.round(media.currentTime);
  };
  return { media, voice, session, press };
}

describe('showOnLockScreen', () => {
  it('shows who speaks of what, and in which series', async () => {
    const { session } = await show();
    expect(session.metadata!.title).to.equal(billing.title);
    expect(session.metadata!.artist).to.equal(billing.artist);
    expect(session.metadata!.album).to.equal(billing.album);
    expect(session.metadata!.artwork[0]!.src).to.equal(billing.artwork[0]!.src);
  });

  it('plays and pauses', async () => {
    const { media, press } = await show();
    await press('pause');
    expect(media.paused).to.be.true;
    await press('play');
    expect(media.paused).to.be.false;
  });

  it('moves by 15 seconds, or by as much as the system asks', async () => {
    const { press } = await show();
    expect(await press('seekto', { seekTime: 30 })).to.equal(30);
    expect(await press('seekforward')).to.equal(45);
    expect(await press('seekbackward')).to.equal(30);
    expect(await press('seekbackward', { seekOffset: 40 })).to.equal(0);
    expect(await press('seekforward', { seekOffset: 5 })).to.equal(5);
  });

  it('goes from chapter to chapter', async () => {
    const { press } = await show();
    expect(await press('nexttrack')).to.equal(20);
    expect(await press('nexttrack')).to.equal(40);
    expect(await press('nexttrack')).to.equal(40);
    expect(await press('previoustrack')).to.equal(20);
    await press('seekto', { seekTime: 30 });
    expect(await press('previoustrack')).to.equal(20);
    expect(await press('previoustrack')).to.equal(0);
    expect(await press('previoustrack')).to.equal(0);
  });

  it('offers no chapters where there are none', async () => {
    const { session } = await show([]);
    expect([...session.handlers.keys()]).not.to.include.members(['nexttrack']);
    expect(session.handlers.has('seekto')).to.be.true;
  });

  it('works with the keys that the browser knows', async () => {
    const { session } = await show(billing.chapters, ['seekto', 'nexttrack']);
    expect([...session.handlers.keys()].sort()).to.deep.equal([
      'pause',
      'play',
      'previoustrack',
      'seekbackward',
      'seekforward',
    ]);
  });
});

describe('placeOnLockScreen', () => {
  it('tells the place, and nothing that the browser would refuse', () => {
    const session = new FakeSession();
    const tell = (currentTime: number, duration: number, playbackRate: number) =>
      placeOnLockScreen({ currentTime, duration, playbackRate }, session as unknown as MediaSession);
    tell(5, 60, 1.5);
    tell(61, 60, 1);
    tell(5, NaN, 1);
    tell(5, 60, 0);
    tell(5, Infinity, 1);
    expect(session.places).to.deep.equal([{ duration: 60, position: 5, playbackRate: 1.5 }]);
  });
});
