import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, partOf, showOf } from '../../support/feeds.mjs';

const { creditsOf } = await partOf('import/credits.js');
const read = (said, desk = deskOf()) => ({ credits: creditsOf(showOf(said), desk), desk });

describe('the credits of a series', () => {
  it('say who made it, what others may do with it, and how to support it', () => {
    const { credits } = read({
      author: 'Tarn FM',
      copyright: '© 2024 Tarn FM',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      fundings: [{ name: 'Keep [us]', url: 'https://radio.example/give_(now)' }],
    });
    assert.deepEqual(credits, [
      { id: 'made-by', title: 'Made by', body: ['Tarn FM'] },
      {
        id: 'licence',
        title: 'Licence',
        body: ['© 2024 Tarn FM'],
        licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      },
      { id: 'support', title: 'Support the series', body: ['[Keep us](https://radio.example/give_%28now%29)'] },
    ]);
  });

  it('name a licence that has no address, and ask the editor for it', () => {
    const { credits, desk } = read({ licence: { name: 'All rights reserved' } });
    assert.deepEqual(credits, [{ id: 'licence', title: 'Licence', body: ['All rights reserved'] }]);
    assert.deepEqual(desk.toDo, ['The licence “All rights reserved”: the address of its words.']);
  });

  it('have each licence of the episodes once, and a copyright alone where there is none', () => {
    const licence = { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
    assert.equal(read({ licence, episodes: [{ licence }, { licence }, {}] }).credits.length, 1);
    const { credits, desk } = read({ copyright: '© Tarn FM' });
    assert.deepEqual(credits, [{ id: 'copyright', title: 'Copyright', body: ['© Tarn FM'] }]);
    assert.match(desk.toDo[0], /^The licence: the feed names none/);
  });
});
