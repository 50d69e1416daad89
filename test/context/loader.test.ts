import { aTimeout, expect } from '@open-wc/testing';
import { LoadFailure, loadText, probe } from '../../src/context/loader.js';
import { settle } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import { freshPage, until } from '../support/page.js';
import { holdTimers } from '../support/timers.js';

const address = 'https://example.org/talks.json';
const never = new AbortController().signal;

/** Why a load failed, or its text. */
async function outcome(load: Promise<string>): Promise<unknown> {
  return load.catch((failure: unknown) => (failure instanceof LoadFailure ? failure.fault : failure));
}

describe('loadText', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('gives the text at an address', async () => {
    network.give(address, 'words');
    expect(await loadText(address, never)).to.equal('words');
  });

  it('fetches once for all who ask at a time', async () => {
    network.give(address, 'words');
    const texts = await Promise.all([1, 2, 3].map(() => loadText(address, never)));
    expect(texts).to.deep.equal(['words', 'words', 'words']);
    expect(network.count(address)).to.equal(1);
  });

  it('fetches once for all who ask, the late ones as well', async () => {
    network.give(address, 'words');
    await loadText(address, never);
    await settle();
    expect(await loadText(address, never)).to.equal('words');
    expect(network.count(address)).to.equal(1);
  });

  const failures: readonly (readonly [how: string, act: (network: Network) => void, why: string])[] = [
    ['nobody answers', (network) => network.cut(address), 'unreachable'],
    ['there is nothing', (network) => network.refuse(address), 'unreachable'],
    ['the server is broken', (network) => network.refuse(address, 503), 'unreachable'],
    [
      'the answer breaks off',
      (network) =>
        network.give(
          address,
          () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('Gone.')) })),
        ),
      'unreachable',
    ],
  ];
  for (const [how, act, why] of failures) {
    it(`fails as “${why}” when ${how}`, async () => {
      act(network);
      expect(await outcome(loadText(address, never))).to.equal(why);
    });
  }

  it('names the address in a failure', async () => {
    network.refuse(address);
    const failure = await loadText(address, never).catch((reason: unknown) => reason);
    expect(failure).to.be.instanceOf(LoadFailure);
    expect((failure as LoadFailure).address).to.equal(address);
    expect((failure as LoadFailure).message).to.contain(address);
  });

  it('forgets a failure, so that asking again tries again', async () => {
    network.refuse(address);
    await outcome(loadText(address, never));
    network.give(address, 'words');
    expect(await loadText(address, never)).to.equal('words');
    expect(network.count(address)).to.equal(2);
  });

  it('gives up after 15 seconds', async () => {
    network.hold(address);
    const timers = holdTimers(10_000);
    try {
      const load = outcome(loadText(address, never));
      await until(() => network.count(address) === 1, 'nobody asked');
      expect(timers.waiting.map(({ delay }) => delay)).to.deep.equal([15_000]);
      timers.waiting[0]!.ring();
      expect(await load).to.equal('late');
    } finally {
      timers.restore();
    }
  });

  it('gives up after 15 seconds when the answer begins and never ends', async () => {
    network.give(address, () => new Response(new ReadableStream({ start: () => {} })));
    const timers = holdTimers(10_000);
    try {
      let done = false;
      void outcome(loadText(address, never)).then(() => (done = true));
      await until(() => network.count(address) === 1, 'nobody asked');
      await settle();
      expect(done).to.be.false;
      expect(timers.waiting, 'the clock stopped at the first byte').to.have.length(1);
    } finally {
      timers.restore();
    }
  });

  it('leaves no timer behind when the text has come', async () => {
    network.give(address, 'words');
    const timers = holdTimers(10_000);
    try {
      await loadText(address, never);
      await settle();
      expect(timers.waiting).to.be.empty;
    } finally {
      timers.restore();
    }
  });

  it('lets one go without taking it from the others', async () => {
    const release = network.hold(address);
    const mine = new AbortController();
    const reason = new Error('I am leaving.');
    const left = outcome(loadText(address, mine.signal));
    const stayed = loadText(address, never);
    mine.abort(reason);
    expect(await left).to.equal(reason);
    release('words');
    expect(await stayed).to.equal('words');
    expect(network.count(address)).to.equal(1);
  });

  it('ends the fetch when the last has gone, and fetches anew for the next', async () => {
    network.hold(address);
    const mine = new AbortController();
    const left = outcome(loadText(address, mine.signal));
    await until(() => network.count(address) === 1, 'nobody asked');
    mine.abort();
    await left;
    await aTimeout(10);
    network.give(address, 'words');
    expect(await loadText(address, never)).to.equal('words');
    expect(network.count(address)).to.equal(2);
  });

  it('keeps the fetch for somebody who asks in the same breath in which the last goes', async () => {
    const release = network.hold(address);
    const mine = new AbortController();
    const left = outcome(loadText(address, mine.signal));
    await until(() => network.count(address) === 1, 'nobody asked');
    mine.abort();
    const next = loadText(address, never);
    release('words');
    expect(await next).to.equal('words');
    await left;
    expect(network.count(address)).to.equal(1);
  });
});

describe('probe', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network();
  });
  afterEach(() => network.restore());

  it('says how an address answers', async () => {
    network.refuse(address, 403);
    expect(await probe(address)).to.equal(403);
    network.give(address, 'words');
    expect(await probe(address)).to.equal(200);
    expect(network.count(address)).to.equal(2);
  });

  it('says that nobody answers', async () => {
    network.cut(address);
    expect(await probe(address)).to.equal(0);
  });

  it('says that somebody answers who is not to be read', async () => {
    let first = true;
    network.give(address, () => {
      if (!first) return Response.error();
      first = false;
      throw new TypeError('Failed to fetch');
    });
    expect(await probe(address)).to.be.NaN;
  });
});
