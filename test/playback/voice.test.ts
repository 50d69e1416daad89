import { expect } from '@open-wc/testing';
import { createVoice, type Facts, type Recording, type Voice, type VoiceNews } from '../../src/playback/voice.js';
import { FakeMedia, settle, type FakeFile } from '../support/fake-media.js';

const dialogue = (name: string, ...more: string[]): Recording => ({
  key: name,
  sources: [name, ...more].map((file) => ({ src: `https://example.org/${file}.mp3`, type: 'audio/mpeg' })),
  duration: 65,
});
const file = (name: string) => `https://example.org/${name}.mp3`;
const a = dialogue('a');
const b = dialogue('b');
const refusal = new DOMException('No gesture.', 'NotAllowedError');

/** A voice on fake elements, and what it told. */
function speak(files: Record<string, Partial<FakeFile>> = {}, traits: Partial<FakeMedia> = {}) {
  const made: FakeMedia[] = [];
  const news: string[] = [];
  const voice = createVoice(() => {
    const media = Object.assign(new FakeMedia(), { files }, traits);
    made.push(media);
    return media;
  });
  voice.subscribe((item) => item && news.push(item.key ? `${item.key}:${item.type}` : item.type));
  return {
    voice,
    made,
    news,
    /** The voice's own element. */
    get media(): FakeMedia {
      return made[0]!;
    },
    /** What was told since the last look. */
    heard: () => news.splice(0),
  };
}

/** An audio in the page that somebody pressed. */
function pressed(name: string, traits: Partial<FakeMedia> = {}): FakeMedia {
  const media = Object.assign(new FakeMedia(), { preload: 'none', isConnected: true }, traits);
  media.src = file(name);
  media.play().catch(() => {});
  return media;
}

/** Plays, and lets it begin. */
async function begin(voice: Voice, recording: Recording): Promise<void> {
  await voice.play(recording);
  await settle();
}

async function nameOf(promise: Promise<void>): Promise<string> {
  return promise.then(
    () => 'played',
    (error: DOMException) => error.name,
  );
}

function thrown(what: () => void): string {
  try {
    what();
  } catch (error) {
    return (error as Error).name;
  }
  return 'nothing';
}

describe('createVoice', () => {
  describe('before anybody presses play', () => {
    it('makes no audio element, whatever is read or set', async () => {
      const { voice, made } = speak();
      voice.of(a);
      voice.pause(a);
      voice.seek(a, 5);
      voice.setRate(2);
      voice.setVolume(0.5);
      voice.setMuted(true);
      voice.enter(a)();
      await settle();
      expect(made).to.have.length(0);
      expect(voice.dialogue).to.equal(null);
      expect(voice.recording).to.equal(null);
      expect(voice.version).to.equal(1);
    });

    it('knows of a dialogue what the bundle says', () => {
      const { voice } = speak();
      const { buffered, ...facts } = voice.of(a);
      expect(buffered).to.deep.equal([]);
      expect(facts).to.deep.equal({
        loaded: false,
        paused: true,
        ended: false,
        seeking: false,
        currentTime: 0,
        duration: 65,
        readyState: 0,
        playbackRate: 1,
        volume: 1,
        muted: false,
        error: null,
        fault: null,
        currentSrc: '',
        waiting: false,
        hanging: false,
        refusal: null,
        canSeek: true,
      });
    });

    it('has another duration where the page brings a bundle that says another', () => {
      const { voice } = speak();
      expect([0, 65, 90].map((duration) => voice.of({ ...a, duration }).duration)).to.deep.equal([NaN, 65, 90]);
    });

    it('has no duration only where nobody knows it', () => {
      expect(speak().voice.of({ ...a, duration: 0 }).duration).to.be.NaN;
    });

    it('gives ranges that are empty, and complain as the real ones do', () => {
      const ranges = speak().voice.ranges(a, 'buffered');
      expect(ranges.length).to.equal(0);
      expect(thrown(() => ranges.start(0))).to.equal('IndexSizeError');
      expect(thrown(() => ranges.end(0))).to.equal('IndexSizeError');
    });

    it('keeps speed, volume and mute, tells them a little later, and gives them to the element', async () => {
      const { voice, heard, made } = speak();
      voice.setRate(1.5);
      voice.setVolume(0.25);
      voice.setMuted(true);
      expect(voice.of(a)).to.include({ playbackRate: 1.5, volume: 0.25, muted: true });
      expect(heard()).to.deep.equal([]);
      await settle();
      expect(heard()).to.deep.equal(['ratechange', 'volumechange', 'volumechange']);
      await begin(voice, a);
      expect(made[0]).to.include({ playbackRate: 1.5, volume: 0.25, muted: true, preservesPitch: true });
      expect(heard().filter((item) => /change$/.test(item))).to.deep.equal(['a:durationchange']);
    });

    it('refuses a speed or a volume as an element would', () => {
      const { voice } = speak();
      expect(thrown(() => voice.setRate(17))).to.equal('NotSupportedError');
      expect(thrown(() => voice.setRate(0.01))).to.equal('NotSupportedError');
      expect(thrown(() => voice.setRate(NaN))).to.equal('TypeError');
      expect(thrown(() => voice.setVolume(1.1))).to.equal('IndexSizeError');
      expect(thrown(() => voice.setVolume(-1))).to.equal('IndexSizeError');
      expect(thrown(() => voice.setVolume(Infinity))).to.equal('TypeError');
      expect(thrown(() => voice.seek(a, NaN))).to.equal('TypeError');
      expect(voice.of(a)).to.include({ playbackRate: 1, volume: 1, currentTime: 0 });
      expect(thrown(() => voice.setRate(0))).to.equal('nothing');
    });
  });

  describe('play', () => {
    it('loads nothing until the press, and then without a further word', async () => {
      const { voice, made } = speak();
      const playing = voice.play(a);
      expect(made).to.have.length(1);
      expect(made[0]).to.include({ src: file('a'), preload: 'none' });
      expect(voice.dialogue).to.equal('a');
      expect(voice.recording).to.equal(a);
      await playing;
      expect(voice.of(a)).to.include({ loaded: true, paused: false, duration: 60, readyState: 4 });
    });

    it('tells what a pressed audio with preload="none" tells, in the same order', async () => {
      const native = Object.assign(new FakeMedia(), { preload: 'none', src: file('a') });
      await settle();
      const order: string[] = [];
      for (const type of 'play waiting progress suspend durationchange loadedmetadata loadeddata canplay playing canplaythrough timeupdate pause abort emptied loadstart'.split(
        ' ',
      ))
        native.addEventListener(type, () => order.push(`a:${type}`));
      await native.play();
      await settle();
      native.pause();
      await settle();

      const { voice, news } = speak();
      await begin(voice, a);
      voice.pause(a);
      await settle();
      expect(news).to.deep.equal(order);
      expect(news.slice(0, 2)).to.deep.equal(['a:play', 'a:waiting']);
    });

    it('says that it waits until there is sound', async () => {
      const { voice } = speak();
      const waits: boolean[] = [];
      voice.subscribe(() => waits.push(voice.of(a).waiting));
      void voice.play(a);
      expect(voice.of(a).waiting).to.equal(true);
      await settle();
      expect(waits[0]).to.equal(true);
      expect(waits.at(-1)).to.equal(false);
    });

    it('names the source at once, not the one before', async () => {
      const { voice } = speak();
      await begin(voice, a);
      void voice.play(b);
      expect(voice.of(b).currentSrc).to.equal(file('b'));
      await settle();
      expect(voice.of(b).currentSrc).to.equal(file('b'));
      expect(voice.of(a).currentSrc).to.equal('');
    });

    it('settles every press of the same dialogue', async () => {
      const { voice, made, heard } = speak();
      expect(await Promise.all([nameOf(voice.play(a)), nameOf(voice.play(a))])).to.deep.equal(['played', 'played']);
      expect(await nameOf(voice.play(a))).to.equal('played');
      expect(made[0]!.loads).to.equal(1);
      expect(heard().filter((item) => item === 'a:play')).to.have.length(1);
    });

    it('gives the element’s own ranges', async () => {
      const { voice, media } = await begun();
      media.advance(4);
      expect(voice.ranges(a, 'played').end(0)).to.equal(4);
      expect(voice.ranges(a, 'seekable').end(0)).to.equal(60);
      expect(voice.of(a).buffered).to.deep.equal([[0, 60]]);
      expect(voice.ranges(b, 'buffered').length).to.equal(0);
    });

    it('plays on from the beginning after the end, as an audio does', async () => {
      const { voice, media, heard } = await begun();
      media.advance(60);
      expect(voice.of(a)).to.include({ ended: true, waiting: false });
      await settle();
      expect(heard()).to.deep.equal(['a:timeupdate', 'a:pause', 'a:ended']);
      expect(voice.of(a)).to.include({ ended: true, paused: true, currentTime: 60 });
      await begin(voice, a);
      expect(voice.of(a)).to.include({ ended: false, paused: false, currentTime: 0 });
      expect(heard().slice(0, 2)).to.deep.equal(['a:seeking', 'a:play']);
    });
  });

  describe('facts', () => {
    it('stay the same object as long as nothing changes, and are frozen', async () => {
      const { voice, media } = await begun();
      const before = voice.of(a);
      expect(voice.of(a)).to.equal(before);
      expect(voice.of(b)).to.equal(voice.of(b));
      expect(
        Object.isFrozen(before) && Object.isFrozen(before.buffered) && Object.isFrozen(before.buffered[0]),
      ).to.equal(true);
      media.advance(1);
      expect(voice.of(a)).not.to.equal(before);
      expect(voice.of(a).currentTime).to.equal(1);
      expect(before.currentTime).to.equal(0);
    });

    it('follow whoever else drives the element', async () => {
      const { voice, media, heard } = await begun();
      media.pause();
      await settle();
      expect(voice.of(a).paused).to.equal(true);
      media.currentTime = 12;
      media.volume = 0.5;
      await settle();
      expect(voice.of(a)).to.include({ currentTime: 12, volume: 0.5 });
      expect(heard()).to.deep.equal([
        'a:timeupdate',
        'a:pause',
        'a:seeking',
        'volumechange',
        'a:timeupdate',
        'a:seeked',
        'a:canplay',
        'a:canplaythrough',
      ]);
    });

    it('keep the bundle’s duration for a stream that has none', async () => {
      const { voice } = speak({ [file('a')]: { duration: Infinity, ranges: false } });
      await begin(voice, a);
      expect(voice.of(a)).to.include({ duration: 65, canSeek: true });
    });
  });

  describe('a switch', () => {
    it('tells the first dialogue one pause, keeps its place, and plays the second', async () => {
      const { voice, media, heard } = await begun();
      media.advance(7);
      await settle();
      heard();
      await begin(voice, b);
      const told = heard();
      expect(told.filter((item) => item.startsWith('a:'))).to.deep.equal(['a:pause']);
      expect(told.slice(0, 3)).to.deep.equal(['a:pause', 'b:play', 'b:waiting']);
      expect(voice.of(a)).to.include({ loaded: false, paused: true, currentTime: 7, readyState: 0, duration: 65 });
      expect(voice.of(b)).to.include({ loaded: true, paused: false, currentTime: 0 });
    });

    it('tells nothing of its own loading', async () => {
      const { voice, heard } = await begun();
      await begin(voice, b);
      expect(heard().join()).not.to.match(/abort|emptied|loadstart|timeupdate|ratechange/);
    });

    it('tells no pause to a dialogue that has heard one', async () => {
      const { voice, heard } = await begun();
      voice.pause(a);
      await settle();
      await begin(voice, b);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });

    it('tells the pause that the load drops', async () => {
      const { voice, heard } = await begun();
      voice.pause(a);
      await begin(voice, b);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });

    it('before the first has started rejects its promise, and tells it one play and one pause', async () => {
      const { voice, heard } = speak();
      const first = nameOf(voice.play(a));
      const second = nameOf(voice.play(b));
      expect(await first).to.equal('AbortError');
      expect(await second).to.equal('played');
      await settle();
      expect(heard().slice(0, 4)).to.deep.equal(['a:play', 'a:pause', 'b:play', 'b:waiting']);
    });

    it('while the first still loads tells it one pause', async () => {
      const { voice, heard } = speak({ [file('a')]: { hangs: true } });
      const first = nameOf(voice.play(a));
      await settle();
      await begin(voice, b);
      expect(await first).to.equal('AbortError');
      expect(heard().filter((item) => item.startsWith('a:'))).to.deep.equal(['a:play', 'a:waiting', 'a:pause']);
    });

    it('goes back to the kept place without telling of the seek', async () => {
      const { voice, media, heard } = await begun();
      media.advance(20);
      await begin(voice, b);
      heard();
      const times: number[] = [];
      voice.subscribe(() => voice.of(a).loaded && times.push(voice.of(a).currentTime));
      const seeks: boolean[] = [];
      voice.subscribe(() => seeks.push(voice.of(a).seeking));
      let sought = 0;
      media.addEventListener('seeking', () => sought++);
      void voice.play(a);
      expect(voice.of(a).currentTime).to.equal(20);
      await settle();
      expect(
        heard()
          .filter((item) => item.startsWith('a:'))
          .join(),
      ).not.to.match(/seek|timeupdate/);
      expect(new Set(times)).to.deep.equal(new Set([20]));
      expect(seeks).not.to.include(true);
      expect(media.currentTime).to.equal(20);
      expect(sought).to.equal(1);
    });

    it('tells the seeks that come after the silent one, whoever asks for them', async () => {
      const { voice, media, heard } = speakWith({});
      voice.seek(a, 20);
      await begin(voice, a);
      heard();
      media().currentTime = 40;
      await settle();
      expect(heard().slice(0, 4)).to.deep.equal(['a:seeking', 'a:waiting', 'a:timeupdate', 'a:seeked']);
    });

    it('keeps the end of a dialogue that ended, and plays it again from the beginning', async () => {
      const { voice, media } = await begun();
      media.advance(60);
      await settle();
      await begin(voice, b);
      expect(voice.of(a)).to.include({ ended: true, currentTime: 60, paused: true });
      await begin(voice, a);
      expect(voice.of(a)).to.include({ ended: false, currentTime: 0, paused: false });
    });

    it('keeps the speed, without a ratechange', async () => {
      const { voice, media, heard } = await begun();
      voice.setRate(1.5);
      await settle();
      expect(heard()).to.deep.equal(['ratechange']);
      await begin(voice, b);
      expect(media.playbackRate).to.equal(1.5);
      expect(heard()).not.to.include('ratechange');
    });

    it('keeps a speed that somebody else set, too', async () => {
      const { voice, media } = await begun();
      media.playbackRate = 2;
      await settle();
      await begin(voice, b);
      expect(voice.of(b).playbackRate).to.equal(2);
    });

    it('does not tell the second dialogue a pause that the first was due, where an engine does not drop it', async () => {
      const { voice, media, heard } = await begun();
      const begins = voice.play(b);
      media.dispatchEvent(new Event('pause'));
      await begins;
      expect(heard().filter((item) => item.endsWith(':pause'))).to.deep.equal(['a:pause']);
    });

    it('tells a change of volume that the load would drop', async () => {
      const { voice, heard } = await begun();
      voice.setVolume(0.5);
      await begin(voice, b);
      expect(heard().filter((item) => item === 'volumechange')).to.have.length(1);
    });

    it('from within a listener of the end goes on to the next', async () => {
      const { voice, media, heard } = await begun();
      voice.subscribe((item) => item?.type === 'ended' && void voice.play(b));
      media.advance(60);
      await settle();
      expect(voice.of(b).paused).to.equal(false);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });
  });

  describe('seek', () => {
    it('tells as an audio does', async () => {
      const { voice, heard } = await begun();
      voice.seek(a, 30);
      expect(voice.of(a)).to.include({ currentTime: 30, seeking: true });
      await settle();
      expect(heard()).to.deep.equal(
        'seeking waiting timeupdate seeked canplay playing canplaythrough'.split(' ').map((type) => `a:${type}`),
      );
    });

    it('before loading is kept, shown at once, and applied', async () => {
      const { voice, media, heard } = speakWith({});
      let looks = 0;
      voice.subscribe(() => looks++);
      voice.seek(a, 30);
      expect(looks).to.equal(1);
      expect(voice.of(a)).to.include({ currentTime: 30, loaded: false });
      await begin(voice, a);
      expect(media().currentTime).to.equal(30);
      expect(heard().filter((item) => /seek/.test(item))).to.deep.equal(['a:seeking', 'a:seeked']);
    });

    it('stays within what the bundle says, and above nothing', () => {
      const { voice } = speak();
      voice.seek(a, 500);
      expect(voice.of(a).currentTime).to.equal(65);
      voice.seek(a, -5);
      expect(voice.of(a).currentTime).to.equal(0);
      voice.seek({ ...b, duration: 0 }, 500);
      expect(voice.of(b).currentTime).to.equal(500);
    });

    it('between the press and the metadata is applied, and told', async () => {
      const { voice, media, heard } = speakWith({});
      void voice.play(a);
      voice.seek(a, 30);
      expect(voice.of(a).currentTime).to.equal(30);
      await settle();
      expect(media().currentTime).to.equal(30);
      const told = heard();
      expect(told.slice(told.indexOf('a:loadedmetadata'), told.indexOf('a:loadeddata'))).to.deep.equal([
        'a:loadedmetadata',
        'a:seeking',
        'a:timeupdate',
        'a:seeked',
      ]);
    });

    it('of a person is told even while a place is being restored', async () => {
      const { voice, heard } = speak();
      voice.seek(a, 30);
      let once = true;
      voice.subscribe((item) => {
        if (item?.type === 'loadedmetadata' && once) voice.seek(a, 10);
        if (item?.type === 'loadedmetadata') once = false;
      });
      await begin(voice, a);
      expect(voice.of(a).currentTime).to.equal(10);
      expect(heard()).to.include.members(['a:seeking', 'a:seeked']);
    });

    it('is asked for again where the engine loses it', async () => {
      for (const before of [true, false]) {
        const { voice, media, heard } = speakWith({}, { losesEarlySeeks: true });
        if (before) voice.seek(a, 30);
        void voice.play(a);
        if (!before) voice.seek(a, 30);
        const times: number[] = [];
        voice.subscribe(() => times.push(voice.of(a).currentTime));
        await settle();
        expect(media().currentTime).to.equal(30);
        expect(times).not.to.include(0);
        const told = heard();
        expect(told).not.to.include('a:seeked');
        expect(told.filter((item) => item === 'a:waiting')).to.have.length(1);
        media().advance(1);
        expect(voice.of(a).currentTime).to.equal(31);
      }
    });

    it('is kept until the engine knows how long the sound is', async () => {
      for (const [before, after] of [
        [30, undefined],
        [0, 30],
        [10, 30],
      ] as const) {
        const { voice, media, heard } = speakWith({}, { learnsLate: true });
        if (before) voice.seek(a, before);
        await begin(voice, a);
        if (after) voice.seek(a, after);
        await settle();
        expect(media().currentTime).to.equal(0);
        // Until then, what the bundle says.
        expect(voice.of(a)).to.include({ currentTime: 30, duration: 65, canSeek: true, paused: false });
        const times: number[] = [];
        voice.subscribe(() => times.push(voice.of(a).currentTime));
        heard();
        media().advance(0.3);
        await settle();
        expect(media().currentTime).to.equal(30);
        expect(voice.of(a)).to.include({ currentTime: 30, duration: 60, canSeek: true });
        expect(new Set(times)).to.deep.equal(new Set([30]));
        expect(heard()).not.to.include('a:seeked');
        voice.seek(a, 0);
        await settle();
        expect(media().currentTime).to.equal(0);
        expect(heard()).to.include('a:seeked');
      }
    });

    it('is not told where a place is restored and the engine has sound before it seeks', async () => {
      const { voice, heard, made } = speak({}, { isQuick: true });
      await begin(voice, a);
      voice.seek(a, 30);
      await settle();
      await begin(voice, b);
      heard();
      await begin(voice, a);
      expect(voice.of(a).currentTime).to.equal(30);
      expect(heard().join())
        .to.match(/a:playing/)
        .and.not.to.match(/seek/);
      // The next one is a person's, and told.
      voice.seek(a, 40);
      await settle();
      expect(made[0]!.currentTime).to.equal(40);
      expect(heard()).to.include.members(['a:seeking', 'a:seeked']);
    });

    it('is not tried where the server answers no ranges', async () => {
      const { voice, media, heard } = speakWith({ [file('a')]: { ranges: false } });
      await begin(voice, a);
      media().advance(9);
      await settle();
      heard();
      voice.seek(a, 30);
      await settle();
      expect(voice.of(a)).to.include({ canSeek: false, currentTime: 9, seeking: false });
      expect(heard()).to.deep.equal([]);
      voice.seek(a, 0);
      expect(voice.of(a).currentTime).to.equal(0);
    });

    it('of a kept place is given up where the server answers no ranges', async () => {
      const { voice, media, heard } = speakWith({ [file('a')]: { ranges: false } });
      voice.seek(a, 30);
      const begins = begin(voice, a);
      let sought = 0;
      media().addEventListener('seeking', () => sought++);
      await begins;
      expect(sought).to.equal(0);
      expect(voice.of(a)).to.include({ canSeek: false, currentTime: 0, paused: false });
      expect(heard()).not.to.include('a:seeking');
    });
  });

  describe('pause', () => {
    it('pauses the loaded dialogue only', async () => {
      const { voice, heard } = await begun();
      voice.pause(b);
      await settle();
      expect(voice.of(a).paused).to.equal(false);
      voice.pause(a);
      await settle();
      expect(voice.of(a).paused).to.equal(true);
      expect(heard()).to.deep.equal(['a:timeupdate', 'a:pause']);
    });

    it('right after the press rejects the promise, and tells play and pause', async () => {
      const { voice, heard } = speak();
      const press = nameOf(voice.play(a));
      voice.pause(a);
      expect(await press).to.equal('AbortError');
      await settle();
      expect(heard().filter((item) => /:(play|pause)$/.test(item))).to.deep.equal(['a:play', 'a:pause']);
      expect(voice.of(a)).to.include({ paused: true, refusal: null });
    });
  });

  describe('a refused play', () => {
    it('rejects with the browser’s own error, which faces can see', async () => {
      const { voice } = speak({}, { refusal });
      let looks = 0;
      voice.subscribe(() => looks++);
      const caught = await voice.play(a).catch((error: unknown) => error);
      expect(caught).to.equal(refusal);
      expect(voice.of(a)).to.include({ refusal, paused: true, waiting: false, loaded: true });
      expect(looks).to.be.greaterThan(0);
    });

    it('is forgotten with the next that succeeds', async () => {
      const { voice, media } = speakWith({}, { refusal });
      await nameOf(voice.play(a));
      media().refusal = null;
      await begin(voice, a);
      expect(voice.of(a)).to.include({ refusal: null, paused: false });
    });

    it('is forgotten with a pause', async () => {
      const { voice } = speak({}, { refusal });
      await nameOf(voice.play(a));
      let looks = 0;
      voice.subscribe(() => looks++);
      voice.pause(a);
      expect(looks).to.equal(1);
      expect(voice.of(a).refusal).to.equal(null);
    });

    it('is forgotten with a switch', async () => {
      const { voice, media } = speakWith({}, { refusal });
      await nameOf(voice.play(a));
      media().refusal = null;
      await begin(voice, b);
      expect(voice.of(a).refusal).to.equal(null);
      expect(voice.of(b).refusal).to.equal(null);
    });

    it('is never an error that nobody caught', async () => {
      const { voice } = speak({}, { refusal });
      const strays: unknown[] = [];
      const stray = (event: Event) => {
        event.preventDefault();
        strays.push(event);
      };
      addEventListener('unhandledrejection', stray);
      void voice.play(a);
      await settle();
      await new Promise((done) => setTimeout(done, 50));
      removeEventListener('unhandledrejection', stray);
      expect(voice.of(a).refusal).to.equal(refusal);
      expect(strays).to.deep.equal([]);
    });
  });

  describe('sources', () => {
    it('are chosen by what the browser can play', async () => {
      const { voice } = speak({}, { unplayable: ['audio/x-old'] });
      const sources = [
        { src: file('old'), type: 'audio/x-old' },
        { src: file('new'), type: '' },
      ];
      await begin(voice, { key: 'a', sources, duration: 0 });
      expect(voice.of(a).currentSrc).to.equal(file('new'));
    });

    for (const refusesFirst of [false, true]) {
      it(`are tried one after the other, and the listener hears one press${refusesFirst ? ', as in Firefox' : ''}`, async () => {
        const files = { [file('a')]: { missing: true }, [file('a2')]: { missing: true } };
        const { voice, heard, made } = speak(files, { refusesFirst });
        const two = dialogue('a', 'a2', 'a3');
        const errors: unknown[] = [];
        voice.subscribe(() => errors.push(voice.of(two).error));
        expect(await nameOf(voice.play(two))).to.equal('played');
        await settle();
        const told = heard();
        expect(voice.of(two)).to.include({ currentSrc: file('a3'), paused: false, error: null });
        expect(told.filter((item) => item === 'a:play')).to.have.length(1);
        expect(told.join()).not.to.match(/error|emptied|abort|loadstart|timeupdate/);
        expect(new Set(errors)).to.deep.equal(new Set([null]));
        expect(made[0]!.loads).to.equal(3);
      });
    }

    it('are given up when another dialogue is played between them', async () => {
      const { voice, made } = speak({ [file('a')]: { missing: true } });
      const two = dialogue('a', 'a2');
      const press = nameOf(voice.play(two));
      const stop = voice.subscribe(() => {
        if (made[0]!.loads < 2) return;
        stop();
        void voice.play(b);
      });
      expect(await press).not.to.equal('played');
      await settle();
      expect(voice.of(b).paused).to.equal(false);
    });

    it('that cannot be heard at all are told as an error, and reject', async () => {
      const { voice, heard } = speak({ [file('a')]: { missing: true }, [file('a2')]: { missing: true } });
      const two = dialogue('a', 'a2');
      expect(await nameOf(voice.play(two))).to.equal('NotSupportedError');
      expect(heard().filter((item) => item === 'a:error')).to.have.length(1);
      expect(voice.of(two).error?.code).to.equal(4);
      expect(voice.of(two)).to.include({ waiting: false, refusal: null });
    });

    it('of no playable type are tried all the same, so that the browser says what is wrong', async () => {
      const { voice } = speak({ [file('a')]: { missing: true } }, { unplayable: ['audio/mpeg'] });
      expect(await nameOf(voice.play(a))).to.equal('NotSupportedError');
    });

    it('that are not there fail as an audio without a source does', async () => {
      const { voice, heard } = speak();
      expect(await nameOf(voice.play({ ...a, sources: [] }))).to.equal('NotSupportedError');
      expect(heard()).to.include('a:error');
    });

    it('wait for the next press when a pause came first', async () => {
      const { voice, made, heard } = speak({ [file('a')]: { missing: true } });
      const two = dialogue('a', 'a2');
      const press = nameOf(voice.play(two));
      voice.pause(two);
      expect(await press).to.equal('AbortError');
      await settle();
      expect(made[0]!.paused).to.equal(true);
      heard();
      await begin(voice, two);
      expect(voice.of(two).currentSrc).to.equal(file('a2'));
      expect(heard()).to.include.members(['a:play', 'a:waiting', 'a:playing']);
    });
  });

  describe('after an error', () => {
    it('a further play loads again, at the kept place', async () => {
      const { voice, media, heard } = await begun();
      media.advance(25);
      media.breakOff();
      await settle();
      expect(voice.of(a).error?.code).to.equal(2);
      expect(heard()).to.include('a:error');
      await begin(voice, a);
      expect(voice.of(a)).to.include({ error: null, currentTime: 25, paused: false });
      expect(media.loads).to.equal(2);
    });

    it('in the middle, the next source is not tried: it is told', async () => {
      const { voice, made, heard } = speak();
      const two = dialogue('a', 'a2');
      await begin(voice, two);
      made[0]!.breakOff();
      await settle();
      expect(heard()).to.include('a:error');
      expect(made[0]!.loads).to.equal(1);
    });

    it('retry loads again, too, and from the first source', async () => {
      const files: Record<string, Partial<FakeFile>> = { [file('a')]: { missing: true } };
      const { voice } = speak(files);
      voice.seek(a, 25);
      await nameOf(voice.play(a));
      expect(voice.of(a).currentTime).to.equal(25);
      delete files[file('a')];
      await voice.retry(a);
      expect(voice.of(a)).to.include({ error: null, currentTime: 25, paused: false });
    });

    it('retry gives up what hung', async () => {
      const files: Record<string, Partial<FakeFile>> = { [file('a')]: { hangs: true } };
      const { voice, heard } = speak(files);
      const press = nameOf(voice.play(a));
      await settle();
      delete files[file('a')];
      expect(await nameOf(voice.retry(a))).to.equal('played');
      expect(await press).to.equal('AbortError');
      expect(heard()).not.to.include('a:pause');
    });
  });

  describe('sound that hangs', () => {
    it('says so after twelve seconds, and no more once it plays', async () => {
      await withClock(async (clock) => {
        const { voice, media } = speakWith({ [file('a')]: { hangs: true } });
        const told: (boolean | undefined)[] = [];
        void voice.play(a);
        await settle();
        voice.subscribe((news) => news === null && told.push(voice.of(a).hanging));
        expect(voice.of(a)).to.include({ waiting: true, hanging: false });
        expect(clock.pending()).to.deep.equal([12_000]);
        clock.strike();
        expect(voice.of(a).hanging).to.equal(true);
        expect(told).to.deep.equal([true]);
        media().arrive();
        await settle();
        expect(voice.of(a).hanging).to.equal(false);
        expect(clock.pending()).to.deep.equal([]);
      });
    });

    it('is watched for while it waits, and never otherwise', async () => {
      await withClock(async (clock) => {
        const { voice, media } = speakWith({});
        voice.of(a);
        expect(clock.pending()).to.deep.equal([]);
        await begin(voice, a);
        expect(clock.pending()).to.deep.equal([]);
        media().stall();
        await settle();
        expect(clock.pending()).to.deep.equal([12_000]);
        voice.pause(a);
        expect(clock.pending()).to.deep.equal([]);
      });
    });

    it('is forgotten with a pause, an error and a retry', async () => {
      for (const way of ['pause', 'error', 'retry']) {
        await withClock(async (clock) => {
          const { voice, media } = speakWith({});
          await begin(voice, a);
          media().stall();
          await settle();
          clock.strike();
          expect(voice.of(a).hanging).to.equal(true);
          if (way === 'pause') voice.pause(a);
          if (way === 'error') media().breakOff();
          if (way === 'retry') void voice.retry(a);
          expect(voice.of(a).hanging).to.equal(false);
          await settle();
          expect(clock.pending()).to.deep.equal([]);
        });
      }
    });
  });

  describe('views', () => {
    it('pause the dialogue when the last of them leaves, keeping the place', async () => {
      const { voice, media, heard } = await begun();
      const leave = [voice.enter(a), voice.enter(a)];
      media.advance(5);
      leave[0]!();
      leave[0]!();
      await settle();
      expect(voice.of(a).paused).to.equal(false);
      leave[1]!();
      await settle();
      expect(voice.of(a)).to.include({ paused: true, currentTime: 5 });
      expect(heard()).to.include('a:pause');
    });

    it('may move in the page', async () => {
      const { voice } = await begun();
      const leave = voice.enter(a);
      leave();
      voice.enter(a);
      await settle();
      expect(voice.of(a).paused).to.equal(false);
    });

    it('of another dialogue may come and go', async () => {
      const { voice } = await begun();
      voice.enter(b)();
      await settle();
      expect(voice.of(a).paused).to.equal(false);
    });
  });

  describe('adopt', () => {
    it('goes on in an audio that somebody pressed, with its place, speed, volume and mute', async () => {
      const { voice, made, heard } = speak();
      const audio = pressed('a');
      Object.assign(audio, { playbackRate: 1.25, volume: 0.75, muted: true });
      await settle();
      audio.advance(8);
      await settle();
      voice.adopt(audio, a);
      expect(voice.of(a)).to.include({
        loaded: true,
        paused: false,
        currentTime: 10,
        playbackRate: 1.25,
        volume: 0.75,
        muted: true,
      });
      await settle();
      expect(heard()).to.deep.equal(['ratechange', 'volumechange']);
      audio.advance(1);
      await settle();
      expect(heard()).to.deep.equal(['a:timeupdate']);
      expect(await nameOf(voice.play(a))).to.equal('played');
      expect(made).to.have.length(0);
    });

    it('loses no press while the audio still loads', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      voice.seek(a, 20);
      await settle();
      expect(voice.of(a)).to.include({ paused: false, currentTime: 20 });
      expect(heard()).to.include.members(['a:play', 'a:playing']);
    });

    it('of the same audio twice changes nothing', async () => {
      const { voice } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      voice.seek(a, 20);
      voice.adopt(audio, a);
      expect(voice.of(a).currentTime).to.equal(20);
      await settle();
      expect(voice.of(a)).to.include({ paused: false, currentTime: 20 });
    });

    it('tells one pause, and no play, to an adopted dialogue that gives way', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      await settle();
      voice.adopt(audio, a);
      await begin(voice, b);
      expect(heard().filter((item) => item.startsWith('a:'))).to.deep.equal(['a:pause']);
    });

    it('leaves the voice’s own element to people again afterwards', async () => {
      const { voice, made } = speak();
      voice.adopt(pressed('a'), a);
      await begin(voice, b);
      voice.enter(b);
      made[0]!.pause();
      await settle();
      expect(voice.of(b).paused).to.equal(true);
    });

    it('pauses what played before, and tells it once', async () => {
      const { voice, media, heard } = await begun();
      media.advance(3);
      const audio = pressed('b');
      voice.adopt(audio, b);
      await settle();
      expect(media.paused).to.equal(true);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
      expect(voice.of(a)).to.include({ loaded: false, currentTime: 3 });
      expect(voice.dialogue).to.equal('b');
    });

    it('lets the latest of two win', async () => {
      const { voice, heard } = speak();
      const first = pressed('a');
      const second = pressed('b');
      voice.adopt(first, a);
      voice.adopt(second, b);
      await settle();
      expect(first.paused).to.equal(true);
      expect(second.paused).to.equal(false);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });

    it('lets the latest of two win, though it is met first', async () => {
      const { voice } = speak();
      const [later, earlier] = [pressed('b'), pressed('a')];
      await settle();
      earlier.advance(9);
      later.advance(3);
      voice.adopt(later, b);
      voice.adopt(earlier, a);
      await settle();
      expect(later.paused).to.equal(false);
      expect(earlier.paused).to.equal(true);
      expect(voice.dialogue).to.equal('b');
      expect(voice.of(a).currentTime).to.equal(earlier.currentTime);
    });

    it('takes over its own dialogue from the voice’s element without a pause', async () => {
      const { voice, media, heard } = await begun();
      const audio = pressed('a');
      await settle();
      voice.adopt(audio, a);
      voice.adopt(audio, a);
      await settle();
      expect(media.paused).to.equal(true);
      expect(voice.of(a).paused).to.equal(false);
      expect(heard()).to.deep.equal([]);
    });

    it('does not stop what is heard for an audio that was paused again', async () => {
      const { voice } = await begun();
      const audio = pressed('b');
      await settle();
      audio.advance(12);
      audio.pause();
      voice.adopt(audio, b);
      expect(voice.dialogue).to.equal('a');
      expect(voice.of(a).paused).to.equal(false);
      expect(voice.of(b).currentTime).to.equal(12);
    });

    it('returns to the voice’s own element with the next dialogue, and lets go', async () => {
      const { voice, made, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      await settle();
      voice.setRate(1.5);
      voice.setVolume(0.5);
      audio.advance(4);
      await begin(voice, b);
      expect(audio.paused).to.equal(true);
      expect(made[0]).to.include({ playbackRate: 1.5, volume: 0.5, paused: false });
      heard();
      audio.currentTime = 30;
      audio.volume = 1;
      await settle();
      expect(heard()).to.deep.equal([]);
      await begin(voice, a);
      expect(made).to.have.length(1);
      expect(voice.of(a).currentTime).to.equal(6);
    });

    it('loads in its own element after the audio failed', async () => {
      const { voice, made } = speak();
      const audio = pressed('a', { files: { [file('a')]: { missing: true } } });
      voice.adopt(audio, a);
      await settle();
      expect(voice.of(a).error?.code).to.equal(4);
      await begin(voice, a);
      expect(made[0]!.paused).to.equal(false);
      expect(voice.of(a).error).to.equal(null);
    });

    it('plays on when the audio leaves the page and a view remains, and nobody hears a pause', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      await settle();
      voice.enter(a);
      heard();
      audio.remove();
      await settle();
      expect(audio.paused).to.equal(false);
      expect(heard().filter((item) => /:(play|pause)$/.test(item))).to.deep.equal([]);
      // A later pause is a person's, and stays.
      audio.pause();
      await settle();
      expect(audio.paused).to.equal(true);
      expect(heard()).to.include('a:pause');
      await begin(voice, a);
      expect(heard()).to.include('a:play');
    });

    it('stays paused when a person paused just before the audio leaves the page', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      await settle();
      voice.enter(a);
      voice.pause(a);
      audio.remove();
      await settle();
      expect(audio.paused).to.equal(true);
      expect(heard()).to.include('a:pause');
    });

    it('lets speech keep its pitch', () => {
      const { voice } = speak();
      const audio = pressed('a', { preservesPitch: false });
      voice.adopt(audio, a);
      expect(audio.preservesPitch).to.equal(true);
    });

    it('tells the pause when the audio may not play on', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      await settle();
      voice.enter(a);
      audio.refusal = refusal;
      audio.remove();
      await settle();
      expect(voice.of(a)).to.include({ paused: true, refusal });
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });

    it('stays paused when the audio leaves the page with its last view', async () => {
      const { voice, heard } = speak();
      const audio = pressed('a');
      voice.adopt(audio, a);
      await settle();
      const leave = voice.enter(a);
      audio.remove();
      leave();
      await settle();
      expect(voice.of(a).paused).to.equal(true);
      expect(heard().filter((item) => item === 'a:pause')).to.have.length(1);
    });
  });

  describe('subscribe', () => {
    it('goes on when a listener throws, and reports it', async () => {
      const { voice } = speak();
      const reported: unknown[] = [];
      const { reportError } = globalThis;
      globalThis.reportError = (error) => reported.push(error);
      const mistake = new Error('A mistake of the page.');
      const stop = voice.subscribe(() => {
        throw mistake;
      });
      const news: (VoiceNews | null)[] = [];
      voice.subscribe((item) => news.push(item));
      await begin(voice, a);
      stop();
      globalThis.reportError = reportError;
      expect(news).to.deep.include({ type: 'playing', key: 'a' });
      expect(reported).to.include(mistake);
    });

    it('may be stopped from within, for oneself and for others', async () => {
      const { voice } = speak();
      const told: string[] = [];
      const stopFirst = voice.subscribe(() => {
        told.push('first');
        stopFirst();
        stopSecond();
      });
      const stopSecond = voice.subscribe(() => told.push('second'));
      voice.subscribe(() => told.push('third'));
      voice.seek(a, 1);
      voice.seek(a, 2);
      expect(told).to.deep.equal(['first', 'third', 'third']);
    });

    it('finds the facts of the moment in every listener', async () => {
      const { voice } = speak();
      const moments: [string | undefined, Facts][] = [];
      voice.subscribe((item) => moments.push([item?.type, voice.of(a)]));
      await begin(voice, a);
      expect(moments.find(([type]) => type === 'playing')?.[1]).to.include({ paused: false, readyState: 4 });
    });
  });
});

/** A voice that plays dialogue a; what was told until then is forgotten. */
async function begun() {
  const pieces = speak();
  await begin(pieces.voice, a);
  pieces.heard();
  return { voice: pieces.voice, media: pieces.media, heard: pieces.heard };
}

/** A voice whose element is made later. */
function speakWith(files: Record<string, Partial<FakeFile>>, traits: Partial<FakeMedia> = {}) {
  const { voice, made, heard } = speak(files, traits);
  return { voice, heard, media: () => made[0]! };
}

/** Timers that strike when they are told to. */
async function withClock(test: (clock: { pending(): number[]; strike(): void }) => Promise<void>): Promise<void> {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const timers = new Map<number, { run: () => void; after: number }>();
  let last = 0;
  globalThis.setTimeout = ((run: () => void, after: number) => {
    timers.set(++last, { run, after });
    return last;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => timers.delete(id)) as typeof clearTimeout;
  try {
    await test({
      pending: () => [...timers.values()].map(({ after }) => after),
      strike() {
        const due = [...timers.values()];
        timers.clear();
        for (const { run } of due) run();
      },
    });
  } finally {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }
}
