import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/tension-list/tension-list.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  freshPage,
  goodBundle,
  isShown,
  languageOf,
  part,
  readWords,
  until,
  untilState,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type TensionList = HTMLElementTagNameMap['tension-list'];

const poles = ['Here', 'There'].map((label) => ({ label, body: `${label}.` }));
const tense = (id: string) => dialogueOf(id, { tension: { poles } });
const mixed = () => bundleOf([dialogueOf('calm'), tense('one'), tense('two')]);

const cardsOf = (list: Element) => [...wordsOf(list).querySelectorAll('tension-card')];
const titles = (list: Element) =>
  [...wordsOf(list).querySelectorAll('h2, h3, h4')].map(({ textContent }) => textContent);

async function untilShown(list: HTMLElement) {
  await untilState(list, 'ready');
  await until(() => cardsOf(list).every(({ dataset }) => dataset['state'] === 'ready'), 'a card never was ready');
}

async function readyList(bundle: object = mixed()) {
  const media = fakePage();
  const list = await fixture<TensionList>(html`<tension-list .bundle=${bundle}></tension-list>`);
  await untilShown(list);
  return { media, list };
}

describe('<tension-list>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    const { list } = await readyList();
    await expect(list).to.be.accessible();
  });

  it('is accessible while it waits', async () => {
    network.hold('https://example.org/late.json');
    const list = await fixture<TensionList>(
      html`<tension-list src="https://example.org/late.json"><p>Five tensions.</p></tension-list>`,
    );
    await untilState(list, 'waiting');
    expect(isShown(list.querySelector('p')!)).to.be.true;
    await expect(list).to.be.accessible();
  });

  it('says so when nothing in the series pulls two ways, and is accessible then', async () => {
    const list = await fixture<TensionList>(html`<tension-list src=${goodBundle('tiny')}><p>Soon.</p></tension-list>`);
    await untilState(list, 'failed');
    expect(readWords(list)).to.match(/nothing/);
    expect(isShown(list.querySelector(':scope > p')!)).to.be.true;
    await expect(list).to.be.accessible();
  });

  it('lists every tension as a card, in the order of the bundle, and what has none not at all', async () => {
    const { list } = await readyList();
    expect(titles(list)).to.deep.equal(['Title of one', 'Title of two']);
    expect(wordsOf(list).querySelector('ul')!.getAttribute('role')).to.equal('list');
    expect(wordsOf(list).querySelectorAll('ul > li > tension-card')).to.have.length(2);
    expect(readWords(list)).not.to.contain('calm');
  });

  it('leads to each dialogue’s own place', async () => {
    const { list } = await readyList();
    const ways = [...wordsOf(list).querySelectorAll('h2 a')].map((link) => link.getAttribute('href'));
    expect(ways).to.deep.equal(['#dialogue=one&t=0', '#dialogue=two&t=0']);
  });

  it('plays a tension from its own card by keyboard, and only that', async () => {
    const { list, media } = await readyList();
    const [first, second] = cardsOf(list);
    part(second!, 'play')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !media.paused, 'it never played');
    await until(() => part(second!, 'play')!.ariaLabel === 'Pause: Title of two', 'the card does not say so');
    expect(part(first!, 'play')!.ariaLabel).to.equal('Play: Title of one');
  });

  it('takes the bundle around it, at its own address, or in its hands: the cards show the same', async () => {
    const page = await fixture(html`
      <dialogue-bundle .bundle=${mixed()}>
        <tension-list></tension-list>
        <tension-list src=${goodBundle('full')}></tension-list>
        <tension-list .bundle=${bundleOf([tense('three')])}></tension-list>
      </dialogue-bundle>
    `);
    const lists = [...page.querySelectorAll('tension-list')];
    for (const list of lists) await untilShown(list);
    expect(lists.map(titles)).to.deep.equal([['Title of one', 'Title of two'], ['Being heard'], ['Title of three']]);
  });

  it('changes with its bundle, though a translator has wrapped the words', async () => {
    const { list } = await readyList();
    wrapAsTranslatorsDo(wordsOf(list));
    list.bundle = bundleOf([tense('three')]);
    await until(() => cardsOf(list).length === 1, 'it never changed');
    await untilShown(list);
    expect(titles(list)).to.deep.equal(['Title of three']);
    expect(readWords(list)).not.to.contain('Title of one');
  });

  it('gives every card the heading level that the page wants', async () => {
    const { list } = await readyList();
    list.headingLevel = 3;
    await until(() => wordsOf(list).querySelectorAll('h3').length === 2, 'the level never changed');
    expect(wordsOf(list).querySelectorAll('h2')).to.have.length(0);
  });

  it('brings a long list in part by part, and whole in the end', async () => {
    const many = bundleOf(Array.from({ length: 60 }, (_, i) => tense(`t${i}`)));
    const list = await fixture<TensionList>(html`<tension-list .bundle=${many}></tension-list>`);
    await untilState(list, 'ready');
    await until(() => titles(list).length === 60, 'the list never was whole');
    expect(titles(list)[59]).to.equal('Title of t59');
  });

  it('is there once in a clone', async () => {
    const list = await fixture<TensionList>(html`<tension-list src=${goodBundle('full')}></tension-list>`);
    await untilShown(list);
    const clone = list.cloneNode(true) as TensionList;
    list.after(clone);
    await untilShown(clone);
    await clone.updateComplete;
    expect(titles(clone)).to.deep.equal(['Being heard']);
    clone.remove();
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    fakePage();
    const page = await fixture(
      html`<div lang="cy"><tension-list src=${goodBundle('two-languages')}></tension-list></div>`,
    );
    const list = page.querySelector('tension-list')!;
    await untilShown(list);
    expect(part(cardsOf(list)[0]!, 'play')!.ariaLabel).to.equal('Chwarae: Cael eich clywed');
    expect(languageOf(wordsSaying(list, 'Choose together.'))).to.equal('en-GB');
    expect(languageOf(wordsSaying(list, 'Diogelwch'))).to.equal('cy');
  });
});
