import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/tension-card/tension-card.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  freshPage,
  goodBundle,
  languageOf,
  part,
  readWords,
  until,
  untilState,
  wordsOf,
  wordsSaying,
} from '../support/page.js';

type TensionCard = HTMLElementTagNameMap['tension-card'];

const nameOf = (card: Element) => part(card, 'play')!.getAttribute('aria-label');

async function readyCard({ src = goodBundle('full'), lang = 'en-GB' } = {}) {
  const media = fakePage();
  const page = await fixture(html`<div lang=${lang}><tension-card src=${src} dialogue="one"></tension-card></div>`);
  const card = page.querySelector('tension-card')!;
  await untilState(card, 'ready');
  return { media, page, card };
}

describe('<tension-card>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    const { card } = await readyCard();
    await expect(card).to.be.accessible();
  });

  it('is accessible while it plays', async () => {
    const { card } = await readyCard();
    part(card, 'play')!.click();
    await until(() => nameOf(card) === 'Pause: Being heard', 'it never played');
    await expect(card).to.be.accessible();
  });

  auditWaitingAndFailed('tension-card');

  it('gives both poles equal weight, in the same kind of words', async () => {
    const { card } = await readyCard();
    const poles = [...wordsOf(card).querySelectorAll('dl > div')];
    expect(poles.map((pole) => pole.querySelector('dt')!.textContent)).to.deep.equal([
      'Safety',
      'Freedom',
      'A third way',
    ]);
    expect(poles.map((pole) => pole.querySelector('dd')!.textContent)).to.deep.equal([
      'Keep people from harm.',
      'Let people choose.',
      'Choose together.',
    ]);
    const [a, b] = poles.map((pole) => pole.getBoundingClientRect().width);
    expect(a).to.be.closeTo(b!, 1);
  });

  it('shows the question, the people and the length', async () => {
    const { card } = await readyCard();
    expect(wordsOf(card).querySelector('h2')!.textContent).to.equal('Being heard');
    expect(readWords(card)).to.contain('Two people talk about being heard.').and.to.contain('Bob, Ann');
    expect(readWords(card)).to.match(/0:20$/);
  });

  it('leads to the dialogue’s own place, and plays there', async () => {
    const { card, media } = await readyCard();
    const link = wordsOf(card).querySelector<HTMLAnchorElement>('h2 a')!;
    expect(link.getAttribute('href')).to.equal('#dialogue=one&t=0');
    link.click();
    await until(() => !media.paused && nameOf(card) === 'Pause: Being heard', 'it never played');
  });

  it('shows the first dialogue that has a tension when none is named', async () => {
    fakePage();
    const poles = ['Here', 'There'].map((label) => ({ label, body: `${label}.` }));
    const bundle = bundleOf([dialogueOf('one'), dialogueOf('two', { tension: { poles } })]);
    const card = await fixture<TensionCard>(html`<tension-card .bundle=${bundle}></tension-card>`);
    await untilState(card, 'ready');
    expect(readWords(card)).to.contain('Title of two').and.to.contain('There.');
    expect(readWords(card)).not.to.contain('third');
  });

  it('says so when a dialogue has no tension', async () => {
    const card = await fixture<TensionCard>(
      html`<tension-card src=${goodBundle('full')} dialogue="two"></tension-card>`,
    );
    await untilState(card, 'failed');
    expect(readWords(card)).to.match(/nothing|no tension/);
  });

  it('plays and pauses by keyboard', async () => {
    const { card, media } = await readyCard();
    part(card, 'play')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => nameOf(card) === 'Pause: Being heard', 'it never played');
    await sendKeys({ press: ' ' });
    await until(() => nameOf(card) === 'Play: Being heard', 'it never paused');
    expect(media.paused).to.be.true;
  });

  it('says that the browser refused to play', async () => {
    const media = fakePage({ refusal: new DOMException('No gesture.', 'NotAllowedError') });
    const card = await fixture<TensionCard>(html`<tension-card src=${goodBundle('full')}></tension-card>`);
    await untilState(card, 'ready');
    part(card, 'play')!.click();
    await until(() => /Press play again/.test(document.body.textContent), 'a person who pressed play was told nothing');
    expect(media.paused).to.be.true;
  });

  it('says that the sound cannot be played', async () => {
    fakePage({ files: {} }).files = new Proxy({}, { get: () => ({ missing: true }) });
    const card = await fixture<TensionCard>(html`<tension-card src=${goodBundle('full')}></tension-card>`);
    await untilState(card, 'ready');
    part(card, 'play')!.click();
    await until(() => /cannot be played/.test(document.body.textContent), 'a person who pressed play was told nothing');
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    const { card } = await readyCard({ src: goodBundle('two-languages'), lang: 'cy' });
    expect(nameOf(card)).to.equal('Chwarae: Cael eich clywed');
    expect(readWords(card)).to.contain('Diogelwch').and.to.contain('Trydedd ffordd');
    expect(languageOf(wordsSaying(card, 'Choose together.'))).to.equal('en-GB');
    expect(languageOf(wordsSaying(card, 'Diogelwch'))).to.equal('cy');
  });

  it('has a heading of the level that the page wants', async () => {
    const { card } = await readyCard();
    card.headingLevel = 3;
    await card.updateComplete;
    expect(wordsOf(card).querySelector('h3')!.textContent).to.equal('Being heard');
  });
});
