import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, partOf } from '../../support/feeds.mjs';

const { heardOf, People } = await partOf('import/people.js');

describe('the people of a feed', () => {
  it('tells those who are heard from those who make it, and the narrator from both', () => {
    const [nia, ifor, mixer] = [
      { name: 'Nia', role: 'host' },
      { name: 'Ifor', role: 'Narrator' },
      { name: 'Sam', role: 'Sound engineer' },
    ];
    assert.deepEqual(heardOf([nia, ifor, mixer]), { speakers: [nia], narrator: ifor });
    assert.deepEqual(heardOf([]), { speakers: [], narrator: undefined });
  });

  it('takes each in once, however the name is written', async () => {
    const people = new People(deskOf());
    assert.equal(await people.take({ name: 'Nia Prosser', role: 'host' }), 'nia-prosser');
    assert.equal(await people.take({ name: 'NIA PROSSER', role: 'guest' }), 'nia-prosser');
    assert.deepEqual(people.participants, [{ id: 'nia-prosser', name: 'Nia Prosser', role: 'Host', biography: [] }]);
    assert.ok(people.knows('nia prosser'));
    assert.ok(!people.knows('Ifor Bell'));
  });

  it('takes a role from the feed as it is written, and calls everybody else a guest', async () => {
    const people = new People(deskOf({ language: 'cy' }));
    await people.take({ name: 'Mared', role: 'pysgotwraig' });
    await people.take({ name: 'Tom', role: '' });
    assert.deepEqual(
      people.participants.map(({ role }) => role),
      ['Pysgotwraig', { en: 'Guest' }],
    );
  });

  it('has a good link, and leaves a bad one out', async () => {
    const desk = deskOf();
    const people = new People(desk);
    await people.take({ name: 'Nia', role: 'host', url: '/nia' });
    await people.take({ name: 'Ifor', role: 'host', url: 'javascript:alert(1)' });
    assert.deepEqual(
      people.participants.map(({ links }) => links),
      [[{ title: 'Nia', url: 'https://radio.example/nia' }], undefined],
    );
    assert.equal(desk.leftOut.length, 1);
  });
});
