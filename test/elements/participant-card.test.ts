import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/participant-card/participant-card.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  freshPage,
  goodBundle,
  isShown,
  readWords,
  until,
  untilState,
  wordsOf,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type ParticipantCard = HTMLElementTagNameMap['participant-card'];

async function readyCard(participant = 'ann', src = goodBundle('full'), lang = 'en-GB') {
  const media = fakePage();
  const page = await fixture(html`
    <div lang=${lang}><participant-card src=${src} participant=${participant}></participant-card></div>
  `);
  const card = page.querySelector('participant-card')!;
  await untilState(card, 'ready');
  return { media, card };
}

describe('<participant-card>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
    // The portraits of the fixtures are nowhere; what is drawn in their stead is the browser's business.
    addEventListener('error', forgive, true);
  });
  afterEach(() => {
    network.restore();
    removeEventListener('error', forgive, true);
  });
  const forgive = (event: Event) => {
    if (event.target instanceof HTMLImageElement) event.preventDefault();
  };

  it('is accessible when it is ready', async () => {
    const { card } = await readyCard();
    await expect(card).to.be.accessible();
  });

  it('is accessible without a portrait', async () => {
    const { card } = await readyCard('cat');
    await expect(card).to.be.accessible();
  });

  it('is accessible while it waits', async () => {
    network.hold('https://example.org/late.json');
    const card = await fixture<ParticipantCard>(
      html`<participant-card src="https://example.org/late.json"><p>Ann, a nurse.</p></participant-card>`,
    );
    await untilState(card, 'waiting');
    expect(isShown(card.querySelector('p')!)).to.be.true;
    await expect(card).to.be.accessible();
  });

  it('is accessible when it has failed', async () => {
    const card = await fixture<ParticipantCard>(
      html`<participant-card src=${goodBundle('full')} participant="nobody"></participant-card>`,
    );
    await untilState(card, 'failed');
    expect(readWords(card)).to.contain('nobody');
    await expect(card).to.be.accessible();
  });

  it('shows name, role, place and biography', async () => {
    const { card } = await readyCard();
    expect(wordsOf(card).querySelector('h2')!.textContent).to.equal('Ann');
    expect(readWords(card)).to.contain('Nurse, A hospital, Cardiff').and.to.contain('Ann works on a ward.');
  });

  it('shows links in a biography as links', async () => {
    const { card } = await readyCard();
    const link = [...wordsOf(card).querySelectorAll('a')].find(({ textContent }) => textContent === 'poems')!;
    expect(link.href).to.equal('https://example.org/poems');
  });

  it('keeps a translator from the name, and from nothing else', async () => {
    const { card } = await readyCard();
    const kept = [...wordsOf(card).querySelectorAll('[translate="no"]')].map((each) => each.textContent);
    expect(kept[0]).to.equal('Ann');
    expect(kept.slice(1).every((each) => /^[\d:]+$/.test(each))).to.be.true;
  });

  it('leads to each dialogue in which somebody is heard', async () => {
    const { card, media } = await readyCard();
    const links = [...wordsOf(card).querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    expect(links.map((link) => link.textContent)).to.deep.equal(['Being heard', 'Being seen']);
    links[1]!.click();
    await until(() => media.readyState === 4 && !media.paused, 'it never played');
  });

  it('counts a narrator as somebody who is heard', async () => {
    const { card } = await readyCard('cat');
    expect(readWords(card)).to.contain('Being heard').and.not.to.contain('Being seen');
  });

  it('says of each way to a dialogue that it plays, and how long it is', async () => {
    const { card } = await readyCard();
    const link = wordsOf(card).querySelector('a[href="#dialogue=one&t=0"]')!;
    expect(link.getAttribute('aria-label')).to.equal('Play: Being heard');
    expect(link.closest('li')!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Being heard 0:20');
    expect(link.closest('ul')!.getAttribute('role')).to.equal('list');
  });

  it('shows where else to find somebody', async () => {
    const { card } = await readyCard();
    const link = [...wordsOf(card).querySelectorAll('a')].find(({ textContent }) => textContent === 'Poems')!;
    expect(link.href).to.equal('https://example.org/poems');
  });

  it('keeps the place of a portrait before it comes, whatever its own size', async () => {
    const src = 'https://example.org/portrait.svg';
    const participants = [{ id: 'x', name: 'X', role: 'Guest', biography: [], image: { src, alt: 'X at sea' } }];
    const bundle = bundleOf([dialogueOf('one')], { participants });
    const card = await fixture<ParticipantCard>(html`<participant-card .bundle=${bundle}></participant-card>`);
    await untilState(card, 'ready');
    const portrait = wordsOf(card).querySelector('img')!;
    const box = () => [card, portrait].map((each) => JSON.stringify(each.getBoundingClientRect())).join();
    const before = box();
    const { width, height } = portrait.getBoundingClientRect();
    expect(width).to.be.greaterThan(40);
    expect(height).to.be.closeTo(width, 1);
    expect(portrait.alt).to.equal('X at sea');
    expect(portrait.loading).to.equal('lazy');
    const wide = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"/>';
    portrait.src = `data:image/svg+xml,${encodeURIComponent(wide)}`;
    await until(() => portrait.naturalWidth === 900, 'the portrait never came');
    expect(box()).to.equal(before);
  });

  it('has a biography that is open until a reader closes it, and that stays as they left it', async () => {
    const { card } = await readyCard();
    const details = wordsOf(card).querySelector('details')!;
    expect(details.open).to.be.true;
    details.querySelector('summary')!.click();
    expect(details.open).to.be.false;
    card.headingLevel = 3;
    await card.updateComplete;
    expect(wordsOf(card).querySelector('h3')).not.to.be.null;
    expect(wordsOf(card).querySelector('details')!.open).to.be.false;
  });

  it('shows a portrait where there is one, and a monogram where there is none', async () => {
    const { card } = await readyCard();
    expect(wordsOf(card).querySelector('img')!.getAttribute('alt')).to.equal('');
    card.participant = 'bob';
    await card.updateComplete;
    expect(wordsOf(card).querySelector('img')).to.be.null;
    expect(wordsOf(card).querySelector('h2')!.textContent).to.equal('Bob');
    expect(wordsOf(card).querySelector('details')).to.be.null;
  });

  it('shows the first participant when none is named', async () => {
    const { card } = await readyCard('');
    expect(wordsOf(card).querySelector('h2')!.textContent).to.equal('Ann');
  });

  it('says something sensible when there is nobody at all', async () => {
    const card = await fixture<ParticipantCard>(
      html`<participant-card .bundle=${bundleOf([dialogueOf('one')])}></participant-card>`,
    );
    await untilState(card, 'failed');
    expect(readWords(card)).to.match(/\w{3}/);
    expect(readWords(card)).not.to.contain('“”');
  });

  it('changes with the participant, though a translator has wrapped the words', async () => {
    const { card } = await readyCard();
    wrapAsTranslatorsDo(wordsOf(card));
    card.participant = 'cat';
    await card.updateComplete;
    expect(readWords(card)).to.contain('Cat tells the story.').and.not.to.contain('Ann');
  });

  it('speaks Welsh in a Welsh page', async () => {
    const { card } = await readyCard('ann', goodBundle('two-languages'), 'cy');
    expect(readWords(card)).to.contain('Nyrs').and.to.contain('Mae Ann yn gweithio ar ward.');
    expect(wordsOf(card).querySelector('summary')!.textContent).to.equal('Ynglŷn â Ann');
  });

  it('has a heading of the level that the page wants', async () => {
    const { card } = await readyCard();
    card.setAttribute('heading-level', '4');
    await card.updateComplete;
    expect(wordsOf(card).querySelector('h4')!.textContent).to.equal('Ann');
  });

  it('shows mark-up in a name as the letters that it is', async () => {
    fakePage();
    const name = '<img src=x onerror="document.title=1">';
    const bundle = bundleOf([dialogueOf('one')], { participants: [{ id: 'x', name, role: 'Guest', biography: [] }] });
    const card = await fixture<ParticipantCard>(html`<participant-card .bundle=${bundle}></participant-card>`);
    await untilState(card, 'ready');
    expect(wordsOf(card).querySelector('h2')!.textContent).to.equal(name);
    expect(wordsOf(card).querySelector('img')).to.be.null;
  });
});
