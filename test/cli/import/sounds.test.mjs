import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, episodeOf, fixture, partOf } from '../../support/feeds.mjs';

const { soundsOf } = await partOf('import/sounds.js');
const called = { id: 'ferry', name: '“The ferry”' };

describe('the sound of an episode', () => {
  it('stays on the web, with the kind that the feed or its name gives', async () => {
    const sounds = [
      { url: 'a.bin', type: 'audio/mpeg' },
      { url: 'b.opus', type: '' },
      { url: 'c.what', type: '' },
      { url: 'javascript:alert(1)', type: 'audio/mpeg' },
    ];
    const desk = deskOf();
    const { sources, duration } = await soundsOf(episodeOf({ sounds, duration: 90 }), called, desk);
    assert.deepEqual(sources, [
      { src: 'https://radio.example/a.bin', type: 'audio/mpeg' },
      { src: 'https://radio.example/b.opus', type: 'audio/ogg; codecs=opus' },
      { src: 'https://radio.example/c.what', type: '' },
    ]);
    assert.equal(duration, 90);
    assert.equal(desk.leftOut.length, 1);
  });

  it('is copied from beside the feed and measured, and the feed is not believed', async () => {
    const files = { 'file:///radio/tone.mp3': fixture('audio/tone.mp3') };
    const desk = deskOf({ base: 'file:///radio/feed.xml', files });
    const episode = episodeOf({ sounds: [{ url: 'tone.mp3', type: '' }], duration: 600 });
    const { sources, duration } = await soundsOf(episode, called, desk);
    assert.deepEqual(sources, [{ src: 'audio/ferry.mp3', type: 'audio/mpeg' }]);
    assert.ok(Math.abs(duration - 20) < 0.5, `${duration} seconds`);
    assert.match(desk.leftOut[0], /^“The ferry” is 10:00 long by the feed/);
  });
});
