import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/dialogue-search/dialogue-search.js';
import '../../src/elements/participant-card/participant-card.js';
import { pageVoice } from '../../src/context/page-voice.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { Network } from '../support/network.js';
import {
  badBundle,
  fakePage,
  fixtureAddress,
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
} from '../support/page.js';

type Search = HTMLElementTagNameMap['dialogue-search'];

const words = (name: string) => `https://example.org/${name}.vtt`;
const vtt = (...texts: string[]) =>
  ['WEBVTT', ...texts.map((text, i) => `00:${10 + i}.000 --> 00:${11 + i}.000\n<v Ann>${text}`)].join('\n\n');
const talk = (id: string) => dialogueOf(id, { transcript: [{ src: words(id), language: 'en-GB' }] });

const box = (search: Element) => part<HTMLInputElement>(search, 'search')!;
const links = (search: Element) => [...wordsOf(search).querySelectorAll<HTMLAnchorElement>('a')];
const marks = (search: Element) => [...wordsOf(search).querySelectorAll('mark')].map((mark) => mark.textContent);

/** What a person types instead of what stands in the box. */
async function type(search: Search, query: string) {
  box(search).focus();
  box(search).value = query;
  box(search).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await search.updateComplete;
}

async function readySearch({ src = goodBundle('full'), lang = 'en-GB' } = {}) {
  const media = fakePage();
  const page = await fixture(html`<div lang=${lang}><dialogue-search src=${src}></dialogue-search></div>`);
  const search = page.querySelector('dialogue-search')!;
  await untilState(search, 'ready');
  return { media, page, search };
}

async function searchIn(bundle: object, lang = 'en-GB') {
  const media = fakePage();
  const page = await fixture(html`<div lang=${lang}><dialogue-search .bundle=${bundle}></dialogue-search></div>`);
  const search = page.querySelector('dialogue-search')!;
  await untilState(search, 'ready');
  return { media, page, search };
}

describe('<dialogue-search>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible before anybody types', async () => {
    const { search } = await readySearch();
    await expect(search).to.be.accessible();
  });

  it('is accessible with what was found', async () => {
    const { search } = await readySearch();
    await type(search, 'be');
    await until(() => /More words/.test(readWords(search)) === false, 'the words never came');
    expect(links(search)).not.to.be.empty;
    await expect(search).to.be.accessible();
  });

  it('is accessible while words are on their way, and when some cannot be had', async () => {
    network.hold(words('one'));
    network.refuse(words('two'));
    const { search } = await searchIn(bundleOf([talk('one'), talk('two')]));
    await type(search, 'title');
    await until(() => /The words of Title of two could not be searched\./.test(readWords(search)), 'it never said so');
    expect(readWords(search)).to.contain('2 finds The words are on their way.');
    await expect(search).to.be.accessible();
  });

  it('is accessible while it waits', async () => {
    network.hold('https://example.org/late.json');
    const search = await fixture<Search>(
      html`<dialogue-search src="https://example.org/late.json"><p>Soon.</p></dialogue-search>`,
    );
    await untilState(search, 'waiting');
    expect(isShown(search.querySelector('p')!)).to.be.true;
    await expect(search).to.be.accessible();
  });

  it('is accessible when it has failed, as with a bundle that has only problems', async () => {
    const search = await fixture<Search>(
      html`<dialogue-search src=${badBundle('nothing-to-show.json')}><p>A list.</p></dialogue-search>`,
    );
    await untilState(search, 'failed');
    expect(readWords(search)).to.equal('This part of the page cannot be read.');
    expect(isShown(search.querySelector('p')!)).to.be.true;
    await expect(search).to.be.accessible();
  });

  it('has a box with a name, in a search region', async () => {
    const { search } = await readySearch();
    expect(box(search).labels![0]!.textContent.trim()).to.equal('Search the series');
    expect(box(search).closest('[role="search"]')).to.exist;
    expect(readWords(search)).to.equal('');
  });

  it('fetches the words of a dialogue when somebody types, once, and not before', async () => {
    network.give(words('one'), vtt('A harbour.'));
    const { search } = await searchIn(bundleOf([talk('one')]));
    box(search).focus();
    await search.updateComplete;
    expect(network.count(words('one'))).to.equal(0);
    await type(search, 'h');
    await type(search, 'harb');
    await until(() => marks(search).length, 'nothing was found');
    await type(search, 'harbour');
    expect(network.count(words('one'))).to.equal(1);
    expect(readWords(search)).to.equal('1 find Title of one 0:10 Ann A harbour.');
  });

  it('wants two letters', async () => {
    const { search } = await readySearch();
    await type(search, 'b');
    expect(readWords(search)).to.equal('');
    await type(search, 'be');
    expect(marks(search)).to.contain('Be');
  });

  it('lists dialogues, people, learnings and sections under headings of their own', async () => {
    const { search } = await readySearch();
    search.headingLevel = 3;
    for (const [query, heading] of [
      ['heard', 'Being heard'],
      ['poems', 'The people'],
      ['listening', 'What was learned'],
      ['why we', 'About the series'],
    ] as const) {
      await type(search, query);
      const headings = [...wordsOf(search).querySelectorAll('h3')].map((one) => one.textContent.trim());
      expect(headings, query).to.contain(heading);
    }
  });

  it('shows a few of many, and the others when somebody asks for them', async () => {
    network.give(words('one'), vtt(...Array.from({ length: 12 }, (_, i) => `Harbour ${i}.`)));
    const { search } = await searchIn(bundleOf([talk('one')]));
    await type(search, 'harbour');
    await until(() => marks(search).length, 'nothing was found');
    expect(marks(search)).to.have.length(5);
    const summary = wordsOf(search).querySelector('summary')!;
    expect(summary.textContent.trim()).to.equal('More: 7');
    summary.click();
    await until(() => marks(search).length === 12, 'the others never came');
    await expect(search).to.be.accessible();
    summary.click();
    await until(() => marks(search).length === 5, 'they never went');
    summary.click();
    await until(() => marks(search).length === 12, 'they never came again');
    await type(search, 'harb');
    expect(marks(search)).to.have.length(5);
    expect(wordsOf(search).querySelector('details')!.open).to.be.false;
  });

  it('does not draw hundreds of groups at once', async () => {
    const { search } = await searchIn(bundleOf(Array.from({ length: 40 }, (_, i) => dialogueOf(`d${i}`))));
    await type(search, 'title of');
    expect(wordsOf(search).querySelectorAll('h2')).to.have.length(20);
    await until(() => wordsOf(search).querySelectorAll('h2').length === 40, 'the others never came');
  });

  it('plays the moment of a find that is pressed', async () => {
    network.give(words('one'), vtt('Here.', 'A harbour.'));
    const { media, search } = await searchIn(bundleOf([talk('one')]));
    await type(search, 'harbour');
    await until(() => marks(search).length, 'nothing was found');
    links(search)[0]!.click();
    await until(() => !media.paused, 'it never played');
    await until(() => pageVoice().of(pageVoice().recording!).currentTime >= 11, 'it is elsewhere');
  });

  it('walks by arrow keys from the box through the finds, and back by Escape, which then empties the box', async () => {
    const { media, search } = await readySearch();
    await type(search, 'be');
    const all = links(search);
    await sendKeys({ press: 'End' });
    expect(box(search).value).to.equal('be');
    await sendKeys({ press: 'ArrowUp' });
    expect(search.shadowRoot!.activeElement).to.equal(box(search));
    await sendKeys({ press: 'ArrowDown' });
    expect(document.activeElement).to.equal(all[0]);
    await sendKeys({ press: 'ArrowDown' });
    expect(document.activeElement).to.equal(all[1]);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(search.shadowRoot!.activeElement).to.equal(box(search));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    expect(search.shadowRoot!.activeElement).to.equal(box(search));
    expect(box(search).value).to.equal('be');
    await sendKeys({ press: 'Escape' });
    expect(box(search).value).to.equal('');
    await search.updateComplete;
    expect(readWords(search)).to.equal('');
    expect(media.paused).to.be.true;
  });

  it('leaves Escape in an empty box to the page, which may have a dialog to close', async () => {
    const { search } = await readySearch();
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      box(search).dispatchEvent(event);
      return event.defaultPrevented;
    };
    await type(search, 'be');
    expect(press('Escape')).to.be.true;
    expect(press('Escape')).to.be.false;
  });

  it('plays the first find at Enter in the box', async () => {
    network.give(words('one'), vtt('Here.', 'A harbour.'));
    const { media, search } = await searchIn(bundleOf([talk('one')]));
    await type(search, 'harbour');
    await until(() => marks(search).length, 'nothing was found');
    await sendKeys({ press: 'Enter' });
    await until(() => !media.paused, 'it never played');
  });

  it('does nothing at Enter where nothing was found', async () => {
    const { media, search } = await readySearch();
    await type(search, 'zzz');
    await until(() => /Not found\./.test(readWords(search)), 'it never said so');
    await sendKeys({ press: 'Enter' });
    expect(media.paused).to.be.true;
  });

  it('leads to a person who is on the page, and to their first dialogue otherwise', async () => {
    const { media, page, search } = await readySearch();
    await type(search, 'poems');
    expect(links(search)[0]!.getAttribute('href')).to.equal('#dialogue=one&t=0');
    const card = document.createElement('participant-card');
    card.participant = 'ann';
    card.setAttribute('participant', 'ann');
    card.src = goodBundle('full');
    page.append(card);
    await type(search, 'poem');
    links(search)[0]!.click();
    expect(document.activeElement).to.equal(card);
    expect(media.paused).to.be.true;
  });

  it('leads to a section that is on the page, and nowhere otherwise', async () => {
    const { page, search } = await readySearch();
    await type(search, 'why we');
    expect(links(search)[0]!.hasAttribute('href')).to.be.false;
    const section = document.createElement('section');
    section.setAttribute('section', 'about');
    page.append(section);
    await type(search, 'why');
    const hash = location.hash;
    links(search)[0]!.click();
    expect(document.activeElement).to.equal(section);
    expect(location.hash).to.equal(hash);
  });

  it('fetches what could not be had again at Retry, and keeps the keyboard', async () => {
    network.refuse(words('one'));
    const { search } = await searchIn(bundleOf([talk('one')]));
    await type(search, 'harbour');
    await until(() => part(search, 'retry'), 'there is no Retry');
    network.give(words('one'), vtt('A harbour.'));
    part(search, 'retry')!.focus();
    part(search, 'retry')!.click();
    await until(() => marks(search).length === 1, 'it never came');
    expect(readWords(search)).not.to.contain('could not be searched');
    expect(part(search, 'retry')).to.be.null;
    expect(search.shadowRoot!.activeElement).to.equal(box(search));
  });

  it('says how many there are when somebody has typed', async () => {
    const { search } = await readySearch();
    const said = () => document.querySelector('[role="status"]')!.textContent;
    await type(search, 'poems');
    expect(said()).to.equal('');
    await until(() => said() === '1 find', 'it never said so');
    await type(search, 'zzzz');
    await until(() => said() === 'Not found.', 'it never said so');
  });

  it('searches a bundle of one dialogue and nothing else', async () => {
    const { search } = await readySearch({ src: goodBundle('tiny') });
    await type(search, 'heard');
    await until(() => /2 finds/.test(readWords(search)), 'nothing was found');
    expect(wordsOf(search).querySelectorAll('h2')).to.have.length(1);
  });

  it('searches the Welsh words in a Welsh page, and marks what is in English only', async () => {
    const { page, search } = await readySearch({ src: goodBundle('two-languages'), lang: 'cy' });
    expect(box(search).labels![0]!.textContent.trim()).to.equal('Chwilio’r gyfres');
    await type(search, 'diogelwch');
    expect(languageOf(wordsSaying(search, 'Diogelwch'))).to.equal('cy');
    expect(readWords(search)).to.contain('1 canlyniad');
    await type(search, 'together');
    expect(languageOf(wordsSaying(search, 'Choose'))).to.equal('en-GB');
    expect(network.count(fixtureAddress('transcripts/welsh.vtt'))).to.equal(1);
    expect(network.count(fixtureAddress('transcripts/two-voices.vtt'))).to.equal(0);

    page.setAttribute('lang', 'en-GB');
    await until(() => /1 find /.test(readWords(search)), 'it never spoke English');
    await until(
      () => network.count(fixtureAddress('transcripts/two-voices.vtt')),
      'the English words were not asked for',
    );
  });

  it('searches another bundle when it is given one', async () => {
    const { search } = await searchIn(bundleOf([dialogueOf('one')]));
    await type(search, 'title of');
    search.bundle = bundleOf([dialogueOf('two')]);
    await until(() => /Title of two/.test(readWords(search)), 'it never came');
    expect(readWords(search)).not.to.contain('Title of one');
  });
});
