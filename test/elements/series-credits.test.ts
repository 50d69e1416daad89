import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/series-credits/series-credits.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  fixtureAddress,
  freshPage,
  goodBundle,
  languageOf,
  readWords,
  untilState,
  wordsOf,
  wordsSaying,
} from '../support/page.js';

type SeriesCredits = HTMLElementTagNameMap['series-credits'];

const noted = (id: string, note?: string) => {
  const sources = [{ src: fixtureAddress('audio/tone.mp3'), type: 'audio/mpeg' }];
  return dialogueOf(id, { audio: { sources, duration: 20, ...(note && { note }) } });
};

async function ready(data: object | string = goodBundle('full')) {
  const element = await fixture<SeriesCredits>(
    typeof data === 'string'
      ? html`<series-credits src=${data}></series-credits>`
      : html`<series-credits .bundle=${data}></series-credits>`,
  );
  await untilState(element, 'ready');
  return element;
}

const texts = (element: Element, selector: string) =>
  [...wordsOf(element).querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('<series-credits>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    await expect(await ready()).to.be.accessible();
  });

  auditWaitingAndFailed('series-credits', {
    src: goodBundle('tiny'),
    attributes: '',
    says: 'There is nothing here yet.',
  });

  it('shows the credits in their order, and where else there is more', async () => {
    const element = await ready();
    expect(texts(element, 'h2')).to.deep.equal(['Credits']);
    expect(texts(element, 'h3')).to.deep.equal(['Music', 'Funding', 'Where else to listen', 'Related']);
    expect(readWords(element)).to.contain('By a friend.').and.to.contain('By a fund.');
  });

  it('names each licence, and links it as one', async () => {
    const licence = wordsOf(await ready()).querySelector<HTMLAnchorElement>('a[rel="license"]')!;
    expect([licence.textContent, licence.href]).to.deep.equal([
      'CC BY 4.0',
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
  });

  it('links where else to listen, and what has a page of its own', async () => {
    const element = await ready();
    const link = (text: string) =>
      [...wordsOf(element).querySelectorAll('a')].find(({ textContent }) => textContent === text)?.href;
    expect(link('The feed')).to.equal('https://example.org/feed.xml');
    expect(link('A book')).to.equal('https://example.org/book');
    expect(link('A play')).to.equal(undefined);
    expect(readWords(element)).to.contain('A book: It says more.').and.to.contain('A play: It says less.');
  });

  it('leaves out what the bundle does not have', async () => {
    const credits = [{ id: 'music', title: 'Music', body: ['By a friend.'] }];
    const element = await ready(bundleOf([dialogueOf('one')], { credits }));
    expect(texts(element, 'h3')).to.deep.equal(['Music']);
    expect(wordsOf(element).querySelector('a')).to.equal(null);
  });

  it('says once what is said of all dialogues’ sound', async () => {
    const element = await ready(bundleOf([noted('one', 'A computer *speaks*.'), noted('two', 'A computer *speaks*.')]));
    expect(texts(element, 'p')).to.deep.equal(['A computer speaks.']);
  });

  it('says of which dialogues it is said, where it is not all of them', async () => {
    const element = await ready(
      bundleOf([noted('one', 'Spoken.'), noted('two', 'Sung.'), noted('three', 'Spoken.'), noted('four')]),
    );
    expect(texts(element, 'p')).to.deep.equal(['Title of one, Title of three: Spoken.', 'Title of two: Sung.']);
  });

  it('says of the built-in sample that it is synthetic', async () => {
    const element = await ready(new URL('../../src/living-well/bundle.json', import.meta.url).href);
    const notes = texts(element, 'p').filter((text) => /synthetic sample, spoken by a computer/.test(text));
    expect(notes).to.have.length(1);
    expect(readWords(element)).to.contain('Purrple Cat').and.to.contain('National Lottery Community Fund');
  });

  it('has headings of the levels that the page wants', async () => {
    const element = await ready();
    element.headingLevel = 3;
    await element.updateComplete;
    expect(texts(element, 'h3')).to.deep.equal(['Credits']);
    expect(texts(element, 'h4')).to.have.length(4);
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    const page = await fixture(html`<div lang="cy"><series-credits src=${goodBundle('full')}></series-credits></div>`);
    const element = page.querySelector('series-credits')!;
    await untilState(element, 'ready');
    expect(texts(element, 'h2')).to.deep.equal(['Credydau']);
    expect(languageOf(wordsSaying(element, 'By a friend.'))).to.equal('en-GB');
  });
});
