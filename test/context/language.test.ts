import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/prompt-deck/prompt-deck.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { freshPage, part, until, untilState } from '../support/page.js';

const bundle = bundleOf([dialogueOf('one', { prompts: promptsOf('a', 'b') })]);
const nextOf = (deck: Element) => part(deck, 'next')?.getAttribute('aria-label');
const welsh = 'Cwestiwn nesaf';
const english = 'Next question';

async function deckIn(page: Element) {
  const deck = page.querySelector('prompt-deck')!;
  await untilState(deck, 'ready');
  await deck.updateComplete;
  return deck;
}

describe('the language of an element', () => {
  beforeEach(() => {
    freshPage();
  });

  it('is that of the page when nothing nearer says another', async () => {
    const deck = await deckIn(await fixture(html`<div><prompt-deck .bundle=${bundle}></prompt-deck></div>`));
    expect(nextOf(deck)).to.equal(english);
    await expect(deck).to.be.accessible();
  });

  it('is the nearest of several', async () => {
    const page = await fixture(html`
      <div lang="cy">
        <p lang="fr"></p>
        <section lang="en"><prompt-deck .bundle=${bundle}></prompt-deck></section>
      </div>
    `);
    expect(nextOf(await deckIn(page))).to.equal(english);
  });

  it('is its own before that of the page', async () => {
    const page = await fixture(html`<div lang="en"><prompt-deck lang="cy" .bundle=${bundle}></prompt-deck></div>`);
    expect(nextOf(await deckIn(page))).to.equal(welsh);
  });

  it('follows the whole page', async () => {
    const deck = await deckIn(await fixture(html`<div><prompt-deck .bundle=${bundle}></prompt-deck></div>`));
    const before = document.documentElement.lang;
    try {
      document.documentElement.lang = 'cy';
      await until(() => nextOf(deck) === welsh, 'it stayed English');
    } finally {
      document.documentElement.lang = before;
    }
    await until(() => nextOf(deck) === english, 'it stayed Welsh');
  });

  it('goes back to that of the page when a nearer one is taken away', async () => {
    const page = await fixture(html`<div lang="cy"><prompt-deck .bundle=${bundle}></prompt-deck></div>`);
    const deck = await deckIn(page);
    expect(nextOf(deck)).to.equal(welsh);
    page.removeAttribute('lang');
    await until(() => nextOf(deck) === english, 'it stayed Welsh');
  });

  it('is that of the place to which the element is moved', async () => {
    const page = await fixture(html`
      <div>
        <section lang="en"><prompt-deck .bundle=${bundle}></prompt-deck></section>
        <section lang="cy"></section>
      </div>
    `);
    const deck = await deckIn(page);
    page.lastElementChild!.append(deck);
    await until(() => nextOf(deck) === welsh, 'it stayed English');
  });

  it('is followed after the element has been out of the page', async () => {
    const page = await fixture(html`<div lang="en"><prompt-deck .bundle=${bundle}></prompt-deck></div>`);
    const deck = await deckIn(page);
    deck.remove();
    page.setAttribute('lang', 'cy');
    page.append(deck);
    await until(() => nextOf(deck) === welsh, 'it stayed English');
    page.setAttribute('lang', 'en');
    await until(() => nextOf(deck) === english, 'it stayed Welsh');
  });

  it('comes through the slot of another element', async () => {
    const page = await fixture(html`<div><prompt-deck .bundle=${bundle}></prompt-deck></div>`);
    const deck = await deckIn(page);
    deck.remove();
    page.attachShadow({ mode: 'open' }).innerHTML = '<section lang="cy"><slot></slot></section>';
    page.append(deck);
    await until(() => nextOf(deck) === welsh, 'it stayed English');
  });

  it('is followed when it changes on the host of a shadow root', async () => {
    const page = await fixture(html`<div lang="en"></div>`);
    const root = page.attachShadow({ mode: 'open' });
    const deck = document.createElement('prompt-deck');
    deck.bundle = bundle;
    root.append(deck);
    await untilState(deck, 'ready');
    page.setAttribute('lang', 'cy');
    await until(() => nextOf(deck) === welsh, 'it stayed English');
  });

  it('is followed when it changes inside the shadow root that the element stands in', async () => {
    const page = await fixture(html`<div lang="en"></div>`);
    const section = document.createElement('section');
    const deck = document.createElement('prompt-deck');
    deck.bundle = bundle;
    section.append(deck);
    page.attachShadow({ mode: 'open' }).append(section);
    await untilState(deck, 'ready');
    section.setAttribute('lang', 'cy');
    await until(() => nextOf(deck) === welsh, 'it stayed English');
  });
});
