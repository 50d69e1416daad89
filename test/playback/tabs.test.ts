import { expect, waitUntil } from '@open-wc/testing';
import { keepOneAmongTabs, type Channel } from '../../src/playback/tabs.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';

const a: Recording = { key: 'a', sources: [{ src: 'https://example.org/a.mp3', type: '' }], duration: 60 };

describe('keepOneAmongTabs', () => {
  let open = 0;

  /** Two tabs of one origin, with the browser's own channels between them. */
  function openTab() {
    const media = new FakeMedia();
    const voice = createVoice(() => media);
    keepOneAmongTabs(voice, (): Channel => {
      const channel = new BroadcastChannel('tabs.test');
      open++;
      return {
        postMessage: (words) => channel.postMessage(words),
        set onmessage(listener: typeof channel.onmessage) {
          channel.onmessage = listener;
        },
        get onmessage() {
          return channel.onmessage;
        },
        close: () => {
          open--;
          channel.close();
        },
      };
    });
    return { media, voice };
  }

  it('pauses the others when one starts', async () => {
    const [here, there] = [openTab(), openTab()];
    await here.voice.play(a);
    await settle();
    expect(here.media.paused).to.be.false;
    await there.voice.play(a);
    // From one tab to another takes as long as it takes.
    await waitUntil(() => here.media.paused);
    expect(there.media.paused).to.be.false;
    there.voice.pause(a);
    await waitUntil(() => open === 0);
  });

  it('holds no channel open while nothing plays', async () => {
    const { voice } = openTab();
    expect(open).to.equal(0);
    await voice.play(a);
    await settle();
    expect(open).to.equal(1);
    voice.pause(a);
    await waitUntil(() => open === 0);
  });

  it('pauses the others also for a sound that plays already when it is taken over', async () => {
    const [here, there] = [openTab(), openTab()];
    await here.voice.play(a);
    await settle();
    const theirs = new FakeMedia();
    theirs.src = a.sources[0]!.src;
    await theirs.play();
    there.voice.adopt(theirs, a);
    await waitUntil(() => here.media.paused);
    there.voice.pause(a);
    await waitUntil(() => open === 0);
  });

  it('keeps to it when the page is back from where the browser had put it by', async () => {
    const { media, voice } = openTab();
    await voice.play(a);
    await settle();
    dispatchEvent(new Event('pagehide'));
    expect(open).to.equal(0);
    media.advance(1);
    await settle();
    expect(open).to.equal(1);
    voice.pause(a);
    await waitUntil(() => open === 0);
  });

  it('lets each page be for itself where the browser forbids it', async () => {
    const media = new FakeMedia();
    const voice = createVoice(() => media);
    keepOneAmongTabs(voice, () => {
      throw new DOMException('No.', 'SecurityError');
    });
    await voice.play(a);
    await settle();
    expect(media.paused).to.be.false;
  });
});
