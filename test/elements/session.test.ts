import { expect } from '@open-wc/testing';
import type { Step } from '../../src/bundle/agenda.js';
import { end, go, newSession, readSession, retime, usedFor } from '../../src/elements/team-session/session.js';

const steps: readonly Step[] = [
  { name: 'welcome', minutes: 1 },
  { name: 'quiet', minutes: 2 },
  { name: 'close', minutes: 3 },
];
const begun = () => go(newSession(15, steps), 1, 1000);

describe('a session', () => {
  it('begins at the first step, with the minutes of the plan', () => {
    expect(newSession(15, steps)).to.include({ minutes: 15, at: -1 });
    expect(newSession(15, steps).times).to.deep.equal([1, 2, 3]);
    expect(begun().at).to.equal(0);
  });

  it('tells how long people have been at each step', () => {
    const second = go(begun(), 1, 61_000);
    expect(usedFor(second, 0, 90_000)).to.equal(60);
    expect(usedFor(second, 1, 90_000)).to.equal(29);
    expect(usedFor(second, 2, 90_000)).to.equal(0);
  });

  it('goes on counting at a step that people go back to', () => {
    const back = go(go(begun(), 1, 11_000), -1, 31_000);
    expect(back.at).to.equal(0);
    expect(usedFor(back, 0, 36_000)).to.equal(15);
    expect(usedFor(back, 1, 36_000)).to.equal(20);
  });

  it('goes past the steps that are left out, both ways', () => {
    const session = retime(begun(), 1, 0);
    expect(go(session, 1, 2000).at).to.equal(2);
    expect(go(go(session, 1, 2000), -1, 3000).at).to.equal(0);
  });

  it('stays at the first step when there is none before it', () => {
    const session = retime(begun(), 0, 0);
    expect(go(session, -1, 2000)).to.equal(session);
  });

  it('ends after the last step, or where it is, and counts no further', () => {
    const ended = end(begun(), 21_000);
    expect(ended.at).to.equal(3);
    expect(go(go(go(begun(), 1, 2000), 1, 3000), 1, 4000).at).to.equal(3);
    expect(usedFor(ended, 0, 90_000)).to.equal(20);
    expect(ended.times, 'the plan stays').to.deep.equal([1, 2, 3]);
  });

  it('counts nothing for a step that was left open overnight, or when the clock is put back', () => {
    expect(usedFor(begun(), 0, 1000 + 10 * 60 * 60 * 1000)).to.equal(0);
    expect(usedFor(begun(), 0, 0)).to.equal(0);
  });

  for (const [given, kept] of [
    [7, 7],
    [2.6, 3],
    [-4, 0],
    [1e9, 999],
  ] as const) {
    it(`takes ${given} minutes for ${kept}`, () => {
      expect(retime(begun(), 1, given).times).to.deep.equal([1, kept, 3]);
    });
  }

  it('is read as it was written', () => {
    const session = go(retime(begun(), 1, 9), 1, 5000);
    expect(readSession(JSON.stringify(session), () => steps)).to.deep.equal(session);
  });

  for (const text of ['', 'null', '[]', '{}', '{"times":', JSON.stringify(newSession(15, steps.slice(1)))]) {
    it(`is not read from ${text || 'nothing'}`, () => {
      expect(readSession(text, () => steps)).to.be.null;
    });
  }
});
