import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/prompt-deck/prompt-deck.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { settle } from '../support/fake-media.js';
import { freshPage, readWords, until, untilState, watchErrors, wordsOf } from '../support/page.js';

const bundle = bundleOf([dialogueOf('one', { prompts: promptsOf('a', 'b') })]);

async function readyDeck() {
  const page = await fixture(html`<div><prompt-deck .bundle=${bundle}></prompt-deck></div>`);
  const deck = page.querySelector('prompt-deck')!;
  await untilState(deck, 'ready');
  await deck.updateComplete;
  return { page, deck };
}

/** The tag in a root, as a page's script or a framework writes it. */
async function deckIn(root: ParentNode) {
  const deck = document.createElement('prompt-deck');
  deck.bundle = bundle;
  root.append(deck);
  await untilState(deck, 'ready');
  await deck.updateComplete;
  return deck;
}

describe('the words in the light', () => {
  beforeEach(() => {
    freshPage();
  });

  it('are accessible', async () => {
    const { page } = await readyDeck();
    await expect(page).to.be.accessible();
  });

  it('are one child of the element, which leads to its slot', async () => {
    const { deck } = await readyDeck();
    expect([...deck.children].map(({ localName, slot }) => [localName, slot])).to.deep.equal([['div', 'words']]);
    expect(wordsOf(deck).assignedSlot).to.exist;
  });

  it('stay the same nodes when the element is moved', async () => {
    const { page, deck } = await readyDeck();
    const card = wordsOf(deck).querySelector('li');
    page.prepend(deck);
    await settle();
    expect(wordsOf(deck).querySelector('li') === card).to.be.true;
  });

  it('stay when the element leaves the page and comes back', async () => {
    const { page, deck } = await readyDeck();
    deck.remove();
    await settle();
    page.append(deck);
    await untilState(deck, 'ready');
    expect(readWords(deck)).to.equal('Question a? Question b?');
    expect(deck.querySelectorAll('[data-dialogue-words]')).to.have.length(1);
  });

  it('let a page that will not have them be, and do not hang it', async () => {
    const { deck } = await readyDeck();
    let removals = 0;
    const keeper = new MutationObserver(() => {
      // A page that never tired would go on for ever.
      if (removals > 500) return keeper.disconnect();
      if (!wordsOf(deck)) return;
      removals++;
      wordsOf(deck).remove();
    });
    keeper.observe(deck, { childList: true });
    wordsOf(deck).remove();
    await until(() => removals > 0, 'they never came back at all');
    await settle();
    keeper.disconnect();
    expect(removals).to.be.below(500);
  });

  it('come back as one box after many changes of the page', async () => {
    const { deck } = await readyDeck();
    for (let i = 0; i < 5; i++) {
      wordsOf(deck).remove();
      await until(() => wordsOf(deck), 'they never came back');
    }
    expect(readWords(deck)).to.equal('Question a? Question b?');
    expect(deck.querySelectorAll('[data-dialogue-words]')).to.have.length(1);
  });

  it('come back with the next dialogue after a page has emptied their box', async () => {
    const { errors, stop } = watchErrors();
    const { deck } = await readyDeck();
    wordsOf(deck).innerHTML = '<p>Of the page</p>';
    deck.bundle = bundleOf([dialogueOf('two', { prompts: promptsOf('c') })]);
    await until(() => readWords(deck) === 'Question c?', 'they never came back');
    stop();
    expect(errors).to.deep.equal([]);
  });

  it('leave one box of several that a page made beforehand', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML = `<prompt-deck><div slot="words" data-dialogue-words>One</div>
      <div slot="words" data-dialogue-words>Two</div></prompt-deck>`;
    const deck = page.querySelector('prompt-deck')!;
    deck.bundle = bundle;
    await untilState(deck, 'ready');
    await deck.updateComplete;
    expect(deck.textContent.replace(/\s+/g, ' ').trim()).to.equal('Question a? Question b?');
  });

  it('are styled in the document and in a shadow root alike', async () => {
    const { page, deck } = await readyDeck();
    const host = document.createElement('div');
    page.append(host);
    const inner = await deckIn(host.attachShadow({ mode: 'open' }));
    const look = (element: Element) => getComputedStyle(wordsOf(element).querySelector('ol')!).listStyleType;
    expect(look(deck)).to.equal('none');
    expect(look(inner)).to.equal('none');
  });

  it('bring one style sheet to a root, however many elements are in it', async () => {
    const { page } = await readyDeck();
    const host = document.createElement('div');
    page.append(host);
    const root = host.attachShadow({ mode: 'open' });
    await deckIn(root);
    await deckIn(root);
    expect(root.adoptedStyleSheets).to.have.length(1);
    const before = document.adoptedStyleSheets.length;
    await deckIn(page);
    expect(document.adoptedStyleSheets).to.have.length(before);
  });

  it('keep the style sheets that a page has adopted itself', async () => {
    const own = new CSSStyleSheet();
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [own];
    await deckIn(root);
    expect(root.adoptedStyleSheets).to.include(own);
  });

  it('give way to any rule of the page, and take its type', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML = '<style>ol { list-style: square; padding: 7px } .host { font: 20px monospace }</style>';
    const section = document.createElement('section');
    section.className = 'host';
    page.append(section);
    const deck = await deckIn(section);
    const list = getComputedStyle(wordsOf(deck).querySelector('ol')!);
    expect([list.listStyleType, list.paddingTop]).to.deep.equal(['square', '7px']);
    expect(list.fontFamily).to.equal('monospace');
    expect(list.fontSize).to.equal('20px');
  });

  it('leave the rest of the page as it looks', async () => {
    const page = await fixture(
      html`<div>
        <ol>
          <li>Of the page</li>
        </ol>
        <p>Of the page</p>
      </div>`,
    );
    const look = () =>
      ['ol', 'p'].map((tag) => {
        const { listStyleType, margin, padding, display } = getComputedStyle(page.querySelector(`:scope > ${tag}`)!);
        return [listStyleType, margin, padding, display].join();
      });
    const before = look();
    await deckIn(page);
    expect(look()).to.deep.equal(before);
  });
});
