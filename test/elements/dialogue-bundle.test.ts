import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/dialogue-bundle/dialogue-bundle.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { settle } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import {
  freshPage,
  goodBundle,
  isShown,
  listen,
  pageRecord,
  part,
  readWords,
  until,
  untilState,
  watchErrors,
} from '../support/page.js';
import { holdTimers } from '../support/timers.js';

type BundleElement = HTMLElementTagNameMap['dialogue-bundle'];
type PromptDeck = HTMLElementTagNameMap['prompt-deck'];

const address = 'https://example.org/talks.json';
const asking = (question: string) => bundleOf([dialogueOf('one', { prompts: promptsOf(question) })]);
const written = (question: string) => JSON.stringify(asking(question));
const ready = 'dialogue-bundle-ready';
const failed = 'dialogue-bundle-failed';

async function bundleWith(template: ReturnType<typeof html>, state: 'waiting' | 'ready' | 'failed') {
  const page = await fixture(html`<div>${template}</div>`);
  const bundle = page.querySelector<BundleElement>('dialogue-bundle')!;
  const deck = page.querySelector<PromptDeck>('prompt-deck')!;
  await untilState(bundle, state);
  if (deck) await untilState(deck, state);
  return { page, bundle, deck };
}

describe('<dialogue-bundle>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    const { bundle } = await bundleWith(
      html`<dialogue-bundle src=${goodBundle('full')}><prompt-deck></prompt-deck></dialogue-bundle>`,
      'ready',
    );
    await expect(bundle).to.be.accessible();
  });

  it('is accessible while it waits', async () => {
    network.hold(address);
    const { bundle } = await bundleWith(
      html`<dialogue-bundle src=${address}
        ><p>Talks follow.</p>
        <prompt-deck></prompt-deck
      ></dialogue-bundle>`,
      'waiting',
    );
    await expect(bundle).to.be.accessible();
  });

  it('is accessible when it has failed', async () => {
    network.refuse(address);
    const { bundle } = await bundleWith(
      html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>`,
      'failed',
    );
    await expect(bundle).to.be.accessible();
  });

  it('lends the bundle at its address to all inside', async () => {
    network.give(address, written('a'));
    const { deck } = await bundleWith(
      html`<dialogue-bundle src=${address}
        ><div><prompt-deck></prompt-deck></div
      ></dialogue-bundle>`,
      'ready',
    );
    expect(readWords(deck)).to.equal('Question a?');
  });

  it('lends a bundle that the page gives as an object', async () => {
    const { deck } = await bundleWith(
      html`<dialogue-bundle .bundle=${asking('a')}><prompt-deck></prompt-deck></dialogue-bundle>`,
      'ready',
    );
    expect(readWords(deck)).to.equal('Question a?');
    expect(network.asked).to.be.empty;
  });

  it('reads JSON that stands in it', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML = `<dialogue-bundle><script type="application/json">${written('a')}</script>
      <prompt-deck></prompt-deck></dialogue-bundle>`;
    const deck = page.querySelector('prompt-deck')!;
    await untilState(deck, 'ready');
    expect(readWords(deck)).to.equal('Question a?');
  });

  it('reads JSON that comes into it later', async () => {
    const { bundle, deck } = await bundleWith(
      html`<dialogue-bundle><prompt-deck></prompt-deck></dialogue-bundle>`,
      'failed',
    );
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = written('late');
    bundle.append(script);
    await untilState(deck, 'ready');
    expect(readWords(deck)).to.equal('Question late?');
  });

  it('reads a relative address in inline JSON from where the page is', async () => {
    const page = await fixture(html`<div></div>`);
    const bundle = bundleOf([
      dialogueOf('one', { prompts: promptsOf('a'), image: { src: 'art/one.svg', alt: 'Two chairs' } }),
    ]);
    page.innerHTML = `<dialogue-bundle><script type="application/json">${JSON.stringify(bundle)}</script></dialogue-bundle>`;
    const heard = listen(page, ready) as HTMLElementEventMap['dialogue-bundle-ready'][];
    await until(() => heard.length, 'it never was ready');
    expect(heard[0]!.bundle.dialogues[0]!.image!.src).to.equal(new URL('art/one.svg', document.baseURI).href);
  });

  it('prefers an object to an address, and an address to inline JSON', async () => {
    network.give(address, written('address'));
    const page = await fixture(html`<div></div>`);
    page.innerHTML = `<dialogue-bundle src="${address}"><script type="application/json">${written('inline')}</script>
      <prompt-deck></prompt-deck></dialogue-bundle>`;
    const deck = page.querySelector('prompt-deck')!;
    await until(() => readWords(deck) === 'Question address?', 'the address was not preferred');
    page.querySelector('dialogue-bundle')!.bundle = asking('object');
    await until(() => readWords(deck) === 'Question object?', 'the object was not preferred');
  });

  it('takes the bundle beside the script when the page names none', async () => {
    pageRecord().builtIn = address;
    network.give(address, written('built-in'));
    const { deck } = await bundleWith(html`<dialogue-bundle><prompt-deck></prompt-deck></dialogue-bundle>`, 'ready');
    expect(readWords(deck)).to.equal('Question built-in?');
  });

  it('says what is missing when the page names none and there is none', async () => {
    const { deck } = await bundleWith(html`<dialogue-bundle><prompt-deck></prompt-deck></dialogue-bundle>`, 'failed');
    expect(readWords(deck)).to.contain('src').and.to.contain('bundle');
  });

  it('follows a change of its address', async () => {
    network.give(address, written('a'));
    network.give(`${address}?b`, written('b'));
    const { bundle, deck } = await bundleWith(
      html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>`,
      'ready',
    );
    bundle.src = `${address}?b`;
    await until(() => readWords(deck) === 'Question b?', 'it never followed');
  });

  it('lends to elements that come later, and in the shadow roots of others', async () => {
    network.give(address, written('a'));
    const { bundle } = await bundleWith(html`<dialogue-bundle src=${address}></dialogue-bundle>`, 'ready');
    const host = document.createElement('div');
    bundle.append(host);
    const deck = document.createElement('prompt-deck');
    host.attachShadow({ mode: 'open' }).append(deck);
    await untilState(deck, 'ready');
    expect(network.count(address)).to.equal(1);
  });

  it('takes no place in the layout of the page', async () => {
    const { bundle } = await bundleWith(html`<dialogue-bundle src=${goodBundle('tiny')}></dialogue-bundle>`, 'ready');
    expect(getComputedStyle(bundle).display).to.equal('contents');
  });

  describe('telling', () => {
    it('tells once that it is ready, with the bundle, through the walls of shadow roots', async () => {
      network.give(address, written('a'));
      const page = await fixture(html`<div></div>`);
      const heard = listen(document, ready, failed) as HTMLElementEventMap['dialogue-bundle-ready'][];
      const inner = page.attachShadow({ mode: 'open' });
      inner.innerHTML = `<dialogue-bundle src="${address}"><prompt-deck></prompt-deck></dialogue-bundle>`;
      await untilState(inner.querySelector('prompt-deck')!, 'ready');
      await settle();
      expect(heard.map(({ type, bubbles, composed }) => [type, bubbles, composed])).to.deep.equal([
        [ready, true, true],
      ]);
      expect(heard[0]!.bundle.dialogues.map(({ id }) => id)).to.deep.equal(['one']);
      expect(heard[0]!.problems).to.deep.equal([]);
    });

    it('tells the problems of a bundle that can be shown in part', async () => {
      network.give(address, JSON.stringify(bundleOf([dialogueOf('one'), dialogueOf('two', { title: 7 })])));
      const heard = listen(document, ready) as HTMLElementEventMap['dialogue-bundle-ready'][];
      await bundleWith(html`<dialogue-bundle src=${address}></dialogue-bundle>`, 'ready');
      expect(heard.at(-1)!.problems.map(({ path }) => path)).to.contain('dialogues[1].title');
    });

    it('tells once that it has failed, with the problems', async () => {
      network.give(address, 'no JSON');
      const page = await fixture(html`<div></div>`);
      const heard = listen(page, ready, failed) as HTMLElementEventMap['dialogue-bundle-failed'][];
      page.innerHTML = `<dialogue-bundle src="${address}"><prompt-deck></prompt-deck><prompt-deck></prompt-deck></dialogue-bundle>`;
      await untilState(page.querySelector('prompt-deck')!, 'failed');
      await settle();
      expect(heard.map(({ type, bubbles, composed }) => [type, bubbles, composed])).to.deep.equal([
        [failed, true, true],
      ]);
      expect(heard[0]!.problems.some(({ level }) => level === 'error')).to.be.true;
    });
  });

  describe('failing', () => {
    const ways: readonly (readonly [how: string, act: (network: Network) => void])[] = [
      ['there is nothing at its address', (network) => network.refuse(address)],
      ['the server is broken', (network) => network.refuse(address, 500)],
      ['nobody answers', (network) => network.cut(address)],
      ['what comes is no JSON', (network) => network.give(address, '<!doctype html><title>Log in</title>')],
      ['what comes is empty', (network) => network.give(address, '')],
      ['what comes is no bundle', (network) => network.give(address, '[1, 2]')],
    ];
    for (const [how, act] of ways) {
      it(`fails every element inside, in words, when ${how}`, async () => {
        act(network);
        const { page } = await bundleWith(
          html`<dialogue-bundle src=${address}>
            <prompt-deck><p>Ask each other.</p></prompt-deck><tension-card></tension-card>
          </dialogue-bundle>`,
          'failed',
        );
        for (const element of page.querySelectorAll<HTMLElement>('prompt-deck, tension-card')) {
          await untilState(element, 'failed');
          expect(readWords(element)).to.match(/^This part of the page .+\.$/);
          expect(part(element, 'retry')!.textContent.trim()).to.equal('Retry');
        }
        expect(isShown(page.querySelector('prompt-deck p')!)).to.be.true;
      });
    }

    it('fails, and does not throw, when its address or that of an element is no address', async () => {
      const { errors, stop } = watchErrors();
      try {
        const page = await fixture(html`
          <div>
            <dialogue-bundle src="http://"><prompt-deck></prompt-deck></dialogue-bundle>
            <prompt-deck src="http://"></prompt-deck>
          </div>
        `).catch(() => document.querySelector('dialogue-bundle')!.parentElement!);
        for (const element of page.querySelectorAll<HTMLElement>('dialogue-bundle, prompt-deck')) {
          await untilState(element, 'failed');
        }
        expect(errors).to.deep.equal([]);
      } finally {
        stop();
      }
    });

    it('gives up after 15 seconds, and says that it took too long', async () => {
      network.hold(address);
      const timers = holdTimers(10_000);
      try {
        const { bundle, deck } = await bundleWith(
          html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>`,
          'waiting',
        );
        await until(() => network.count(address) === 1, 'nobody asked');
        expect(timers.waiting.map(({ delay }) => delay)).to.deep.equal([15_000]);
        timers.waiting[0]!.ring();
        await untilState(bundle, 'failed');
        await untilState(deck, 'failed');
        expect(readWords(deck)).to.contain('too long');
      } finally {
        timers.restore();
      }
    });

    it('tries again when the page asks, and again tells what comes of it', async () => {
      network.refuse(address);
      const { bundle, deck } = await bundleWith(
        html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>`,
        'failed',
      );
      const heard = listen(bundle, ready, failed);
      bundle.retry();
      await until(() => heard.length === 1, 'the second failure was never told');
      network.give(address, written('a'));
      bundle.retry();
      await untilState(deck, 'ready');
      expect(heard.map(({ type }) => type)).to.deep.equal([failed, ready]);
      expect(readWords(deck)).to.equal('Question a?');
    });

    it('tries again for all inside when a person presses Retry in one of them', async () => {
      network.refuse(address);
      const { page, deck } = await bundleWith(
        html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck><prompt-deck></prompt-deck></dialogue-bundle>`,
        'failed',
      );
      network.give(address, written('a'));
      part(deck, 'retry')!.click();
      for (const each of page.querySelectorAll('prompt-deck')) await untilState(each, 'ready');
      expect(network.count(address)).to.equal(2);
    });
  });

  describe('leaving', () => {
    it('goes on after it was moved while it waited', async () => {
      const release = network.hold(address);
      const { page, bundle, deck } = await bundleWith(
        html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>
          <section></section>`,
        'waiting',
      );
      page.querySelector('section')!.append(bundle);
      release(written('a'));
      await untilState(deck, 'ready');
    });

    it('goes on when it comes back long after it was taken out while it waited', async () => {
      const release = network.hold(address);
      const { page, bundle, deck } = await bundleWith(
        html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>`,
        'waiting',
      );
      bundle.remove();
      await settle();
      page.append(bundle);
      release(written('a'));
      await untilState(deck, 'ready');
    });

    it('keeps what it has when it is moved', async () => {
      network.give(address, written('a'));
      const { page, bundle, deck } = await bundleWith(
        html`<dialogue-bundle src=${address}><prompt-deck></prompt-deck></dialogue-bundle>
          <section></section>`,
        'ready',
      );
      const heard = listen(page, ready, failed);
      page.querySelector('section')!.append(bundle);
      await settle();
      expect(deck.dataset['state']).to.equal('ready');
      expect(network.count(address)).to.equal(1);
      expect(heard).to.be.empty;
    });
  });

  describe('whose bundle an element takes', () => {
    it('takes the nearest of nested bundles', async () => {
      const { deck } = await bundleWith(
        html`<dialogue-bundle .bundle=${asking('outer')}
          ><dialogue-bundle .bundle=${asking('inner')}><prompt-deck></prompt-deck></dialogue-bundle
        ></dialogue-bundle>`,
        'ready',
      );
      expect(readWords(deck)).to.equal('Question inner?');
    });

    it('takes its own address before the bundle around it', async () => {
      network.give(address, written('own'));
      const { deck } = await bundleWith(
        html`<dialogue-bundle .bundle=${asking('around')}><prompt-deck src=${address}></prompt-deck></dialogue-bundle>`,
        'ready',
      );
      expect(readWords(deck)).to.equal('Question own?');
    });

    it('takes its own object before its own address', async () => {
      network.give(address, written('address'));
      const { deck } = await bundleWith(
        html`<dialogue-bundle .bundle=${asking('around')}
          ><prompt-deck src=${address} .bundle=${asking('object')}></prompt-deck
        ></dialogue-bundle>`,
        'ready',
      );
      expect(readWords(deck)).to.equal('Question object?');
      expect(network.count(address)).to.equal(0);
    });

    it('goes back to the bundle around it when its own address goes', async () => {
      network.give(address, written('own'));
      const { deck } = await bundleWith(
        html`<dialogue-bundle .bundle=${asking('around')}><prompt-deck src=${address}></prompt-deck></dialogue-bundle>`,
        'ready',
      );
      deck.src = '';
      await until(() => readWords(deck) === 'Question around?', `it shows ${readWords(deck)}`);
    });

    it('is not touched by the failure of a bundle around it when it has its own', async () => {
      network.refuse(address);
      const page = await fixture(html`
        <dialogue-bundle src=${address}><prompt-deck .bundle=${asking('own')}></prompt-deck></dialogue-bundle>
      `);
      await untilState(page as HTMLElement, 'failed');
      await untilState(page.querySelector('prompt-deck')!, 'ready');
    });

    it('takes the bundle of the place it is moved to', async () => {
      const page = await fixture(html`
        <div>
          <dialogue-bundle .bundle=${asking('here')}><prompt-deck></prompt-deck></dialogue-bundle>
          <dialogue-bundle .bundle=${asking('there')}></dialogue-bundle>
        </div>
      `);
      const deck = page.querySelector('prompt-deck')!;
      await untilState(deck, 'ready');
      page.lastElementChild!.append(deck);
      await until(() => readWords(deck) === 'Question there?', `it shows ${readWords(deck)}`);
    });

    it('takes the built-in bundle, not that around it, when it is moved out', async () => {
      pageRecord().builtIn = address;
      network.give(address, written('built-in'));
      const { page, deck } = await bundleWith(
        html`<dialogue-bundle .bundle=${asking('around')}><prompt-deck></prompt-deck></dialogue-bundle>`,
        'ready',
      );
      page.append(deck);
      await until(() => readWords(deck) === 'Question built-in?', `it shows ${readWords(deck)}`);
    });

    it('asks for one address once, however many elements want it', async () => {
      network.give(address, written('a'));
      const page = await fixture(html`
        <div>
          ${Array.from({ length: 20 }, () => html`<prompt-deck src=${address}></prompt-deck>`)}
          <dialogue-bundle src=${address}></dialogue-bundle>
        </div>
      `);
      for (const deck of page.querySelectorAll('prompt-deck')) await untilState(deck, 'ready');
      expect(network.count(address)).to.equal(1);
    });
  });
});
