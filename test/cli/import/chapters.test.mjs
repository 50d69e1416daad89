import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, episodeOf, partOf } from '../../support/feeds.mjs';

const { chaptersOf } = await partOf('import/chapters.js');
const read = (chapters, desk = deskOf()) => chaptersOf(episodeOf({ chapters }), '“The ferry”', desk);

describe('the chapters of an episode', () => {
  it('are in order, without what says nothing', async () => {
    const chapters = [
      { startTime: 60, title: ' Never  late ', url: 'https://radio.example/late' },
      { startTime: 0, title: 'Before the gulls' },
    ];
    const read0 = await read(chapters);
    assert.deepEqual(read0, [
      { startTime: 0, title: 'Before the gulls' },
      { startTime: 60, title: 'Never late', url: 'https://radio.example/late' },
    ]);
  });

  it('come from the file that the feed names', async () => {
    const desk = deskOf({
      files: { 'https://radio.example/c.json': '{"version":"1.2.0","chapters":[{"startTime":1,"title":"One"}]}' },
    });
    assert.deepEqual(await read('c.json', desk), [{ startTime: 1, title: 'One' }]);
    assert.deepEqual(desk.leftOut, []);
  });

  it('are kept where one of them is bad, and it is said', async () => {
    const desk = deskOf();
    assert.equal((await read([{ startTime: 1, title: 'One' }, { title: 'Nowhere' }], desk)).length, 1);
    assert.deepEqual(desk.leftOut, ['The chapters of “The ferry” could only in part be read.']);
  });

  it('are none where the file is not there, or is no JSON', async () => {
    assert.deepEqual(await read('gone.json'), []);
    const desk = deskOf({ files: { 'https://radio.example/c.json': '<html>' } });
    assert.deepEqual(await read('c.json', desk), []);
    assert.deepEqual(desk.leftOut, ['The chapters of “The ferry” could not be read.']);
  });
});
