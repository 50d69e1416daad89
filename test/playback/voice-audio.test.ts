import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { mediaEvents } from '../../src/playback/media.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';

/** Every event an `<audio>` fires: those that are told, and those of a load. */
const allEvents = [...mediaEvents, 'abort', 'emptied', 'loadstart'];

const address = (name: string) => new URL(`../fixtures/audio/${name}`, import.meta.url).href;
const recording = (name: string, more = ''): Recording => ({
  key: name + more,
  sources: [{ src: address(name) + more, type: 'audio/mpeg' }],
  duration: 20,
});
const a = recording('tone.mp3');
const b = recording('tone.mp3', '?b');

/** How often these come is the network's and the clock's business. */
const byChance = ['progress', 'suspend', 'stalled', 'timeupdate'];

/** The voice with a real audio, and what it told. */
function speak() {
  const made: HTMLAudioElement[] = [];
  const news: string[] = [];
  const voice = createVoice(() => {
    const audio = new Audio();
    made.push(audio);
    return audio;
  });
  voice.setMuted(true);
  voice.subscribe((item) => item?.key && !byChance.includes(item.type) && news.push(`${item.key}:${item.type}`));
  return { voice, made, news };
}

describe('createVoice, with a real audio', () => {
  it('tells what a pressed <audio preload="none"> tells, in the same order', async () => {
    const native = new Audio();
    native.preload = 'none';
    native.muted = true;
    native.src = a.sources[0]!.src;
    await aTimeout(100);
    const order: string[] = [];
    for (const type of allEvents)
      native.addEventListener(type, () => byChance.includes(type) || order.push(`${a.key}:${type}`));
    const { voice, news, made } = speak();
    voice.subscribe((item) => item?.type === 'ended' && news.push(`at ${made[0]!.currentTime}`));

    for (const [act, told] of [
      [() => native.play(), order],
      [() => voice.play(a), news],
    ] as const) {
      await act();
      await waitUntil(() => told.some((item) => item.endsWith('canplaythrough')));
    }
    expect(news).to.deep.equal(order);

    native.pause();
    voice.pause(a);
    await waitUntil(() => [order, news].every((told) => told.some((item) => item.endsWith(':pause'))));
    native.currentTime = 10;
    voice.seek(a, 10);
    await waitUntil(() => [order, news].every((told) => told.at(-1)!.endsWith('canplaythrough')));
    await Promise.all([native.play(), voice.play(a)]);
    await aTimeout(50);
    expect(news).to.deep.equal(order);
    native.pause();
    voice.pause(a);
  });

  it('switches, tells the first one pause, and keeps its place', async () => {
    const { voice, news, made } = speak();
    await voice.play(a);
    voice.seek(a, 12);
    await waitUntil(() => news.includes(`${a.key}:seeked`));
    await voice.play(b);
    expect(voice.of(a)).to.include({ loaded: false, paused: true });
    expect(voice.of(a).currentTime).to.be.within(12, 14);
    expect(news.filter((item) => item === `${a.key}:pause`)).to.have.length(1);
    expect(voice.of(b)).to.include({ loaded: true, paused: false });
    news.length = 0;

    const times: number[] = [];
    voice.subscribe(() => voice.of(a).loaded && times.push(voice.of(a).currentTime));
    await voice.play(a);
    await waitUntil(() => news.includes(`${a.key}:canplaythrough`));
    expect(Math.min(...times)).to.be.at.least(12);
    expect(made[0]!.currentTime).to.be.at.least(12);
    expect(news.join()).not.to.match(/seek|abort|emptied|loadstart/);
    expect(made).to.have.length(1);
    voice.pause(a);
  });

  it('lets the speed survive a change of dialogue', async () => {
    const { voice, made } = speak();
    const told: string[] = [];
    voice.subscribe((item) => item && item.key === null && told.push(item.type));
    await voice.play(a);
    voice.setRate(1.5);
    await waitUntil(() => told.includes('ratechange'));
    await voice.play(b);
    await aTimeout(100);
    expect(made[0]).to.include({ playbackRate: 1.5, preservesPitch: true });
    expect(told.filter((type) => type === 'ratechange')).to.have.length(1);
    voice.pause(b);
  });

  it('tries the next source when one is not there', async () => {
    const { voice, news } = speak();
    const missing = ['nowhere.mp3', 'nowhere-else.mp3'].map((name) => ({ src: address(name), type: '' }));
    const two = { ...a, sources: [...missing, ...a.sources] };
    await voice.play(two);
    await waitUntil(() => news.includes(`${a.key}:canplaythrough`));
    expect(voice.of(two)).to.include({ paused: false, error: null, currentSrc: a.sources[0]!.src });
    expect(news).to.deep.equal(
      'play waiting durationchange loadedmetadata loadeddata canplay playing canplaythrough'
        .split(' ')
        .map((type) => `${a.key}:${type}`),
    );
    voice.pause(two);
  });

  it('says what is wrong when no source is there, and can try again', async () => {
    const { voice, news } = speak();
    const none = { ...a, sources: [{ src: address('nowhere.mp3'), type: '' }] };
    const error = await voice.play(none).catch((reason: DOMException) => reason);
    expect(error).to.be.instanceOf(DOMException);
    expect((error as DOMException).name).to.equal('NotSupportedError');
    expect(voice.of(none).error).to.be.instanceOf(MediaError);
    // Firefox refuses first, and tells the error then.
    await waitUntil(() => news.some((item) => item.endsWith(':error')));
    expect(news.filter((item) => item.endsWith(':error'))).to.have.length(1);
    await voice.retry(a);
    expect(voice.of(a)).to.include({ error: null, paused: false });
    voice.pause(a);
  });

  it('goes on in an audio of the page, also when the page takes it away', async () => {
    const { voice, made, news } = speak();
    const audio = new Audio();
    Object.assign(audio, { muted: true, preload: 'none', src: a.sources[0]!.src });
    document.body.append(audio);
    void audio.play();
    voice.adopt(audio, a);
    const leave = voice.enter(a);
    await waitUntil(() => news.includes(`${a.key}:playing`));
    audio.remove();
    await aTimeout(100);
    expect(voice.of(a).paused).to.equal(false);
    expect(news).not.to.include(`${a.key}:pause`);
    expect(made).to.have.length(0);
    await voice.play(b);
    expect(audio.paused).to.equal(true);
    expect(made).to.have.length(1);
    voice.pause(b);
    leave();
  });
});
