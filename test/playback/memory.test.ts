import { expect } from '@open-wc/testing';
import { Memory, SHELF_NAME, type Shelf } from '../../src/playback/memory.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';

const dialogue = (key: string): Recording => ({
  key,
  sources: [{ src: `https://example.org/${key}.mp3`, type: 'audio/mpeg' }],
  duration: 60,
});
const a = dialogue('a');
const b = dialogue('b');

/** A device: what is written stays from page to page. */
class Device implements Shelf {
  readonly items = new Map<string, string>();
  getItem = (name: string): string | null => this.items.get(name) ?? null;
  setItem = (name: string, value: string): unknown => this.items.set(name, value);
  removeItem = (name: string): unknown => this.items.delete(name);
}

/** A page on that device, just opened. */
function openPage(openShelf: () => Shelf) {
  const media = new FakeMedia();
  const voice = createVoice(() => media);
  return { media, voice, memory: new Memory(voice, openShelf) };
}

async function listen({ media, voice }: ReturnType<typeof openPage>, recording: Recording, seconds: number) {
  await voice.play(recording);
  await settle();
  media.advance(seconds);
  await settle();
  voice.pause(recording);
  await settle();
}

describe('Memory', () => {
  it('keeps nothing until a person asks', async () => {
    const device = new Device();
    const page = openPage(() => device);
    await listen(page, a, 20);
    page.voice.setRate(1.5);
    await settle();
    expect(page.memory.kept).to.be.null;
    expect(device.items).to.be.empty;
  });

  it('brings back place, speed and volume on the next page, five seconds earlier', async () => {
    const device = new Device();
    const first = openPage(() => device);
    first.memory.keep();
    await listen(first, a, 20);
    await listen(first, b, 3);
    first.voice.setRate(1.5);
    first.voice.setVolume(0.4);
    await settle();

    const { voice, memory } = openPage(() => device);
    expect(memory.placeOf(a)).to.equal(15);
    expect(memory.placeOf(b)).to.equal(0);
    expect(memory.placeOf(dialogue('c'))).to.be.null;
    expect(voice.of(a).playbackRate).to.equal(1.5);
    expect(voice.of(a).volume).to.equal(0.4);
  });

  it('begins with the place where the person asked', async () => {
    const device = new Device();
    const page = openPage(() => device);
    await listen(page, a, 20);
    page.memory.keep();
    expect(openPage(() => device).memory.placeOf(a)).to.equal(15);
  });

  it('lets go of a dialogue that was heard to its end', async () => {
    const device = new Device();
    const page = openPage(() => device);
    page.memory.keep();
    await listen(page, a, 20);
    await page.voice.play(a);
    page.media.advance(60);
    await settle();
    expect(openPage(() => device).memory.placeOf(a)).to.be.null;
  });

  it('forgets all at once', async () => {
    const device = new Device();
    const page = openPage(() => device);
    page.memory.keep();
    await listen(page, a, 20);
    page.memory.forget();
    await listen(page, a, 10);
    expect(page.memory.kept).to.be.null;
    expect(device.items).to.be.empty;
  });

  it('keeps what another tab kept, and forgets when another tab forgot', async () => {
    const device = new Device();
    const here = openPage(() => device);
    here.memory.keep();
    const there = openPage(() => device);
    await listen(there, b, 30);
    await listen(here, a, 20);
    expect(openPage(() => device).memory.placeOf(b)).to.equal(25);

    there.memory.forget();
    await listen(here, a, 10);
    expect(device.items).to.be.empty;
    expect(here.memory.kept).to.be.null;
  });

  it('remembers within the page where the browser gives no storage', async () => {
    const page = openPage(() => {
      throw new DOMException('No.', 'SecurityError');
    });
    page.memory.keep();
    await listen(page, a, 20);
    expect(page.memory.placeOf(a)).to.equal(15);
  });

  it('remembers within the page where there is no room in the storage', async () => {
    const device = new Device();
    device.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    const page = openPage(() => device);
    page.memory.keep({ note: 'Ask Ann' });
    await listen(page, a, 20);
    expect(page.memory.kept!.jots).to.deep.equal({ note: 'Ask Ann' });
    expect(page.memory.placeOf(a)).to.equal(15);
    page.memory.forget();
    expect(page.memory.kept).to.be.null;
  });

  it('takes a place that is no number, or an endless one, as none', () => {
    const device = new Device();
    device.setItem(SHELF_NAME, '{"places": {"a": 1e999, "b": "there"}}');
    const { memory } = openPage(() => device);
    expect([a, b].map((recording) => memory.placeOf(recording))).to.deep.equal([null, null]);
  });

  it('takes what it cannot read as nothing, and speeds that cannot be as one', () => {
    const device = new Device();
    device.setItem(SHELF_NAME, '{"places":{"a":"x","b":40},"rate":900,"volume":"loud"}');
    const { voice, memory } = openPage(() => device);
    expect(memory.placeOf(a)).to.be.null;
    expect(memory.placeOf(b)).to.equal(35);
    expect(voice.of(a).playbackRate).to.equal(1);

    device.setItem(SHELF_NAME, 'not ours');
    expect(openPage(() => device).memory.placeOf(b)).to.be.null;
  });

  describe('of what a person has written', () => {
    it('keeps none of it when only the place was asked for', () => {
      const device = new Device();
      const { memory } = openPage(() => device);
      memory.keep();
      memory.jot({ one: 'A note.' });
      expect(memory.kept!.jots).to.be.undefined;
      expect(device.getItem(SHELF_NAME)).not.to.contain('note');
    });

    it('keeps it from when that was asked for, beside places and over pages', async () => {
      const device = new Device();
      const page = openPage(() => device);
      page.memory.keep({ one: 'A note.' });
      page.memory.jot({ two: 'Another.' });
      await listen(page, a, 20);
      const { memory } = openPage(() => device);
      expect(memory.kept!.jots).to.deep.equal({ one: 'A note.', two: 'Another.' });
      expect(memory.placeOf(a)).to.equal(15);
    });

    it('keeps no more of it once another tab has had all forgotten', () => {
      const device = new Device();
      const { memory } = openPage(() => device);
      memory.keep({ one: 'A note.' });
      openPage(() => device).memory.forget();
      memory.jot({ one: 'A longer note.' });
      expect(device.items).to.be.empty;
    });
  });
});
