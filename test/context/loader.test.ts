import { expect } from '@open-wc/testing';
import { loadText, probe, type LoadFailure } from '../../src/context/loader.js';
import { settle } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import { freshPage, until } from '../support/page.js';
import { holdTimers } from '../support/timers.js';

const address = 'https://example.org/talks.json';

/** Why a load failed, or its text. */
function outcome(load: Promise<string>): Promise<string> {
  return load.catch(({ fault }: LoadFailure) => fault);
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
    expect(await loadText(address)).to.equal('words');
  });

  it('fetches once for all who ask at a time', async () => {
    network.give(address, 'words');
    const texts = await Promise.all([1, 2, 3].map(() => loadText(address)));
    expect(texts).to.deep.equal(['words', 'words', 'words']);
    expect(network.count(address)).to.equal(1);
  });

  it('fetches once for all who ask, the late ones as well', async () => {
    network.give(address, 'words');
    await loadText(address);
    await settle();
    expect(await loadText(address)).to.equal('words');
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
      expect(await outcome(loadText(address))).to.equal(why);
    });
  }

  it('names the address in a failure', async () => {
    network.refuse(address);
    const failure = await loadText(address).catch((reason: unknown) => reason);
    expect(failure).to.be.instanceOf(Error);
    expect((failure as LoadFailure).message).to.equal(address);
  });

  it('says so when a page that is opened as a file may not read another', async () => {
    const onDisk = 'file:///talks/talks.json';
    network.cut(onDisk);
    expect(await outcome(loadText(onDisk))).to.equal('onDisk');
  });

  it('tells all who wait of one failure', async () => {
    network.refuse(address);
    const outcomes = await Promise.all([1, 2].map(() => outcome(loadText(address))));
    expect(outcomes).to.deep.equal(['unreachable', 'unreachable']);
    expect(network.count(address)).to.equal(1);
  });

  it('forgets a failure, so that asking again tries again', async () => {
    network.refuse(address);
    await outcome(loadText(address));
    network.give(address, 'words');
    expect(await loadText(address)).to.equal('words');
    expect(network.count(address)).to.equal(2);
  });

  it('gives up after 15 seconds', async () => {
    network.hold(address);
    const timers = holdTimers(10_000);
    try {
      const load = outcome(loadText(address));
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
      void outcome(loadText(address)).then(() => (done = true));
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
      await loadText(address);
      await settle();
      expect(timers.waiting.length).to.equal(0);
    } finally {
      timers.restore();
    }
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
