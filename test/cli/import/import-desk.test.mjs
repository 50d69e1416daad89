import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf } from '../../support/feeds.mjs';

const base = 'file:///home/radio/feed.xml';

describe('the desk of an import', () => {
  it('gives an address in full, and none where there is none', () => {
    const desk = deskOf();
    assert.equal(desk.vet('art/cover.png', 'The picture'), 'https://radio.example/art/cover.png');
    assert.equal(desk.vet(undefined, 'The picture'), null);
    assert.deepEqual(desk.leftOut, []);
  });

  it('leaves out what is no address for a bundle, and says so once', () => {
    const desk = deskOf({ base });
    for (const url of ['javascript:alert(1)', 'javascript:alert(1)', 'file:///etc/passwd', '../secret.mp3']) {
      assert.equal(desk.vet(url, 'The page'), null);
    }
    assert.equal(desk.leftOut.length, 3);
    assert.match(desk.leftOut[0], /^The page has the address “javascript:alert\(1\)”/);
  });

  it('leaves on the web what is there', async () => {
    const desk = deskOf();
    assert.equal(await desk.carry('https://a.example/x.mp3', 'The sound', 'audio/x'), 'https://a.example/x.mp3');
    assert.deepEqual(desk.asked, []);
  });

  it('copies a file beside the feed once, and keeps its ending', async () => {
    const address = 'file:///home/radio/cover.PNG';
    const desk = deskOf({ base, files: { [address]: 'picture' } });
    assert.deepEqual(await desk.picture('cover.PNG', 'The picture', 'art/series'), { src: 'art/series.png', alt: '' });
    assert.equal(await desk.carry(address, 'The picture', 'art/again'), 'art/series.png');
    assert.deepEqual(desk.asked, [address]);
    assert.deepEqual([...desk.files.keys()], ['art/series.png']);
  });

  it('has no picture of a file that cannot be read', async () => {
    assert.equal(await deskOf({ base }).picture('gone.png', 'The picture', 'art/series'), null);
  });
});
