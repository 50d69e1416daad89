import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/series-section/series-section.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  freshPage,
  goodBundle,
  languageOf,
  readWords,
  untilState,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type SeriesSection = HTMLElementTagNameMap['series-section'];

const sections = ['first', 'second'].map((id) => ({ id, title: `Title ${id}`, body: [`Body ${id}.`, 'And *more*.'] }));
const bundle = bundleOf([dialogueOf('one')], { sections });

async function ready(section = '', data: object | string = bundle) {
  const element = await fixture<SeriesSection>(
    typeof data === 'string'
      ? html`<series-section src=${data} section=${section}></series-section>`
      : html`<series-section .bundle=${data} section=${section}></series-section>`,
  );
  await untilState(element, 'ready');
  return element;
}

describe('<series-section>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    await expect(await ready()).to.be.accessible();
  });

  it('is accessible with the lines of help, and with the glossary', async () => {
    await expect(await ready('help', goodBundle('full'))).to.be.accessible();
    await expect(await ready('glossary', goodBundle('full'))).to.be.accessible();
  });

  auditWaitingAndFailed('series-section', {
    src: goodBundle('full'),
    attributes: 'section="nowhere"',
    says: '“nowhere” is not in this series.',
  });

  it('shows a section: its title, and a paragraph a text', async () => {
    const words = wordsOf(await ready('second'));
    expect(words.querySelector('h2')!.textContent).to.equal('Title second');
    expect([...words.querySelectorAll('p')].map(({ innerHTML }) => innerHTML.replace(/<!--.*?-->/g, ''))).to.deep.equal(
      ['Body second.', 'And <em>more</em>.'],
    );
  });

  it('shows the first section when none is named', async () => {
    expect(readWords(await ready())).to.contain('Body first.');
  });

  it('says so when there is none at all', async () => {
    for (const section of ['', 'help', 'glossary']) {
      const element = await fixture<SeriesSection>(
        html`<series-section src=${goodBundle('tiny')} section=${section}></series-section>`,
      );
      await untilState(element, 'failed');
      expect(readWords(element), section).to.equal('There is nothing here yet.');
    }
  });

  it('calls a number that has the nought of its own country in brackets', async () => {
    const help = [
      { title: 'A line', body: ['Call.'], phone: '+44 (0)20 7946 0000' },
      { title: 'B', body: ['Call.'], phone: '(0)20 7946 0000' },
    ];
    const words = wordsOf(await ready('help', bundleOf([dialogueOf('one')], { help })));
    const numbers = [...words.querySelectorAll<HTMLAnchorElement>('a')].map(({ href }) => href);
    expect(numbers).to.deep.equal(['tel:+442079460000', 'tel:02079460000']);
  });

  it('takes no name of the language for a section', async () => {
    const element = await fixture<SeriesSection>(
      html`<series-section .bundle=${bundle} section="constructor"></series-section>`,
    );
    await untilState(element, 'failed');
    expect(readWords(element)).to.contain('“constructor”');
  });

  it('shows where people find help: a number to call, and a page to read', async () => {
    const words = wordsOf(await ready('help', goodBundle('full')));
    expect(words.querySelector('h2')!.textContent).to.equal('Help');
    expect(words.querySelectorAll('ul > li')).to.have.length(1);
    const page = words.querySelector<HTMLAnchorElement>('h3 a')!;
    expect([page.textContent, page.href]).to.deep.equal(['A helpline', 'https://example.org/help']);
    expect(words.textContent).to.contain('Day and night.');
    const call = words.querySelector('a[href^="tel:"]')!;
    expect([call.textContent, call.getAttribute('href')]).to.deep.equal(['116 123', 'tel:116123']);
  });

  it('shows a line of help that has no number and no page', async () => {
    const help = [{ title: 'A friend', body: ['At any time.'] }];
    const element = await ready('help', bundleOf([dialogueOf('one')], { help }));
    expect(readWords(element)).to.contain('A friend At any time.');
    expect(wordsOf(element).querySelector('a')).to.equal(null);
  });

  it('shows the glossary as terms and meanings', async () => {
    const words = wordsOf(await ready('glossary', goodBundle('full')));
    expect(words.querySelector('h2')!.textContent).to.equal('Glossary');
    expect(words.querySelector('dl dt')!.textContent).to.equal('Tension');
    expect(words.querySelector('dl dd')!.textContent).to.equal('Two truths that pull apart.');
  });

  it('lets a section of the bundle come before our own', async () => {
    const own = {
      sections: [{ id: 'help', title: 'How to help', body: ['Give time.'] }],
      help: [{ title: 'No', body: [] }],
    };
    const element = await ready('help', bundleOf([dialogueOf('one')], own));
    expect(wordsOf(element).querySelector('h2')!.textContent).to.equal('How to help');
  });

  it('has headings of the levels that the page wants, and none below 6', async () => {
    const element = await ready('help', goodBundle('full'));
    for (const [level, below] of [
      [4, 'h5'],
      [6, 'h6'],
    ] as const) {
      element.headingLevel = level;
      await element.updateComplete;
      expect(wordsOf(element).querySelector(`h${level}`)!.textContent).to.equal('Help');
      expect(wordsOf(element).querySelector(`li ${below}`)!.textContent).to.equal('A helpline');
    }
  });

  it('changes with the section, though a translator has wrapped the words', async () => {
    const element = await ready('first');
    wrapAsTranslatorsDo(wordsOf(element));
    element.section = 'second';
    await element.updateComplete;
    expect(readWords(element)).to.match(/^Title second Body second\. ?And more\.$/);
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    const page = await fixture(
      html`<div lang="cy"><series-section src=${goodBundle('full')} section="glossary"></series-section></div>`,
    );
    const element = page.querySelector('series-section')!;
    await untilState(element, 'ready');
    expect(wordsOf(element).querySelector('h2')!.textContent).to.equal('Geirfa');
    expect(languageOf(wordsSaying(element, 'Geirfa'))).to.equal('cy');
    expect(languageOf(wordsSaying(element, 'Two truths'))).to.equal('en-GB');
  });
});
