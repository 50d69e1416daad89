import { expect } from '@open-wc/testing';
import type { Step } from '../../src/bundle/agenda.js';
import { end, go, newSession, readSession, retime, secondsLeft } from '../../src/elements/team-session/session.js';

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

  it('tells how many seconds are left for the step that it is at', () => {
    expect(secondsLeft(begun(), 1000)).to.equal(60);
    expect(secondsLeft(begun(), 30_500)).to.equal(31);
    expect(secondsLeft(begun(), 61_000)).to.equal(0);
    expect(secondsLeft(begun(), 91_000), 'less than none').to.equal(-30);
    expect(secondsLeft(newSession(15, steps), 1000), 'before it begins').to.be.NaN;
    expect(secondsLeft(end(begun()), 1000), 'after its end').to.be.NaN;
  });

  it('gives a step that people go back to its whole time', () => {
    const back = go(go(begun(), 1, 11_000), -1, 31_000);
    expect(back.at).to.equal(0);
    expect(secondsLeft(back, 36_000)).to.equal(55);
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

  it('ends after the last step, or where it is, and knows where that was', () => {
    const ended = end(begun());
    expect(ended).to.include({ at: 3, from: 0 });
    expect(go(go(go(begun(), 1, 2000), 1, 3000), 1, 4000)).to.include({ at: 3, from: 2 });
    expect(ended.times, 'the plan stays').to.deep.equal([1, 2, 3]);
    expect(go(ended, -1, 5000).at, 'the end was pressed too early').to.equal(2);
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
