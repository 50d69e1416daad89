import { expect } from '@open-wc/testing';
import { BundleSource } from '../../src/context/bundle-source.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import { freshPage, pageRecord, until } from '../support/page.js';

const address = 'https://example.org/talks.json';
const baseURI = 'https://example.org/page/';
const good = bundleOf([dialogueOf('one')]);

/** A source, and the faces it told. */
function sourceAndFaces() {
  const source = new BundleSource();
  const faces: string[] = [];
  source.subscribe(() => faces.push(source.state.face));
  return { source, faces };
}

/** The fault of a failed source. */
function faultOf({ state }: BundleSource): string | null {
  return state.face === 'failed' ? state.fault : null;
}

describe('BundleSource', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('waits until it is told what to bring', () => {
    expect(new BundleSource().state.face).to.equal('waiting');
  });

  it('brings an object', () => {
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: good, src: '', baseURI });
    expect(faces.at(-1)).to.equal('ready');
    expect(network.asked).to.be.empty;
  });

  it('brings what is at an address, relative to the page', async () => {
    network.give('https://example.org/page/talks.json', JSON.stringify(good));
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: 'talks.json', baseURI });
    await until(() => source.state.face === 'ready', 'it never came');
  });

  it('brings inline JSON, unless there is an address', async () => {
    network.refuse(address);
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: '', baseURI }, JSON.stringify(good));
    expect(source.state.face).to.equal('ready');
    source.bring({ bundle: null, src: address, baseURI }, JSON.stringify(good));
    await until(() => source.state.face === 'failed', 'it never failed');
  });

  it('brings the built-in bundle when nothing is named', async () => {
    pageRecord().builtIn = address;
    network.give(address, JSON.stringify(good));
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: '', baseURI });
    await until(() => source.state.face === 'ready', 'it never came');
  });

  it('fails when nothing is named and nothing is built in', () => {
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: null, src: '', baseURI });
    expect(faultOf(source)).to.equal('unnamed');
    expect(faces).to.deep.equal(['failed']);
  });

  const faults: readonly (readonly [how: string, act: (network: Network) => void, fault: string])[] = [
    ['nobody answers', (network) => network.cut(address), 'unreachable'],
    ['there is nothing', (network) => network.refuse(address), 'unreachable'],
    ['it is no JSON', (network) => network.give(address, 'x'), 'unreadable'],
    ['it is no bundle', (network) => network.give(address, '7'), 'unreadable'],
  ];
  for (const [how, act, fault] of faults) {
    it(`fails as “${fault}” when ${how}`, async () => {
      act(network);
      const { source, faces } = sourceAndFaces();
      source.bring({ bundle: null, src: address, baseURI });
      await until(() => source.state.face === 'failed', 'it never failed');
      expect(faultOf(source)).to.equal(fault);
      expect(faces.filter((face) => face === 'failed')).to.have.length(1);
    });
  }

  it('fails when the address is no address, and does not throw', async () => {
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: 'http://', baseURI });
    await until(() => source.state.face === 'failed', 'it never failed');
  });

  it('waits again on a retry, and asks anew', async () => {
    network.refuse(address);
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    await until(() => source.state.face === 'failed', 'it never failed');
    network.give(address, JSON.stringify(good));
    source.retry();
    await until(() => source.state.face === 'ready', 'it never came');
    expect(faces).to.deep.equal(['failed', 'waiting', 'ready']);
  });

  it('brings the last that it was told, though the first comes later', async () => {
    const release = network.hold(address);
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    source.bring({ bundle: bundleOf([dialogueOf('second')]), src: '', baseURI });
    release(JSON.stringify(good));
    await settle();
    const { state } = source;
    expect(state.face === 'ready' && state.bundle.dialogues[0]!.id).to.equal('second');
  });

  const secondAddress = 'https://example.org/other.json';
  const second = JSON.stringify(bundleOf([dialogueOf('second')]));
  const idIn = ({ state }: BundleSource) => state.face === 'ready' && state.bundle.dialogues[0]!.id;

  it('brings the last address that it was told, though the answer of the first comes later', async () => {
    const release = network.hold(address);
    network.give(secondAddress, second);
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    source.bring({ bundle: null, src: secondAddress, baseURI });
    await until(() => source.state.face === 'ready', 'it never came');
    release(JSON.stringify(good));
    await settle();
    expect(idIn(source)).to.equal('second');
    expect(faces).to.deep.equal(['ready']);
  });

  it('takes no failure of what was asked before for one of what is asked now', async () => {
    let fail!: () => void;
    network.give(address, () => new Promise((_, reject) => (fail = () => reject(new TypeError('Failed to fetch')))));
    const release = network.hold(secondAddress);
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    await until(() => fail, 'nobody asked');
    source.bring({ bundle: null, src: secondAddress, baseURI });
    fail();
    await settle();
    expect(source.state.face).to.equal('waiting');
    release(second);
    await until(() => source.state.face === 'ready', 'it never came');
    expect(faces).to.deep.equal(['ready']);
  });

  it('takes no answer once it has left the page, and asks nobody twice when it is back', async () => {
    const release = network.hold(address);
    const { source, faces } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    await until(() => network.count(address), 'nobody asked');
    source.hostDisconnected();
    release(JSON.stringify(good));
    await settle();
    expect(faces).to.be.empty;
    source.bring({ bundle: null, src: address, baseURI });
    await until(() => source.state.face === 'ready', 'it never came');
    expect(network.count(address)).to.equal(1);
  });

  it('keeps what has come when it leaves the page', async () => {
    network.give(address, JSON.stringify(good));
    const { source } = sourceAndFaces();
    source.bring({ bundle: null, src: address, baseURI });
    await until(() => source.state.face === 'ready', 'it never came');
    source.hostDisconnected();
    expect(source.state.face).to.equal('ready');
  });

  it('tells nobody any more who has stopped listening', () => {
    const { source, faces } = sourceAndFaces();
    let told = 0;
    source.subscribe(() => told++)();
    source.bring({ bundle: good, src: '', baseURI });
    expect(faces).to.have.length.above(0);
    expect(told).to.equal(0);
  });

  it('gives all who ask for one text one and the same bundle', async () => {
    network.give(address, JSON.stringify(good));
    const bundles = await Promise.all(
      [1, 2].map(async () => {
        const { source } = sourceAndFaces();
        source.bring({ bundle: null, src: address, baseURI });
        await until(() => source.state.face === 'ready', 'it never came');
        return source.state.face === 'ready' && source.state.bundle;
      }),
    );
    expect(bundles[0]).to.equal(bundles[1]);
  });
});
