import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/prompt-deck/prompt-deck.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  freshPage,
  goodBundle,
  isShown,
  languageOf,
  listen,
  part,
  readWords,
  until,
  untilState,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type PromptDeck = HTMLElementTagNameMap['prompt-deck'];

const three = bundleOf([
  dialogueOf('one', { prompts: promptsOf('a', 'b', 'c') }),
  dialogueOf('two', { prompts: promptsOf('x', 'y') }),
  dialogueOf('none'),
]);

async function readyDeck({ bundle = three, layout = 'deck', shuffle = false, dialogue = '' } = {}) {
  const deck = await fixture<PromptDeck>(
    html`<prompt-deck .bundle=${bundle} layout=${layout} ?shuffle=${shuffle} dialogue=${dialogue}></prompt-deck>`,
  );
  await untilState(deck, 'ready');
  await deck.updateComplete;
  return {
    deck,
    next: part<HTMLButtonElement>(deck, 'next')!,
    previous: part<HTMLButtonElement>(deck, 'previous')!,
  };
}

const cards = (deck: Element) => [...wordsOf(deck).querySelectorAll('ol > li')];
const questions = (deck: Element) =>
  cards(deck)
    .filter((card) => !card.hasAttribute('hidden'))
    .map((card) => card.querySelector('p')!.textContent.trim());

async function press(deck: PromptDeck, button: HTMLElement): Promise<void> {
  button.click();
  await deck.updateComplete;
}

describe('<prompt-deck>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible as a deck', async () => {
    const { deck } = await readyDeck({ bundle: three });
    await expect(deck).to.be.accessible();
  });

  it('is accessible as a list', async () => {
    const { deck } = await readyDeck({ layout: 'list' });
    await expect(deck).to.be.accessible();
  });

  auditWaitingAndFailed('prompt-deck');

  it('deals one question at a time', async () => {
    const { deck } = await readyDeck();
    expect(questions(deck)).to.deep.equal(['Question a?']);
    expect(part(deck, 'position')!.textContent).to.equal('Question 1 of 3');
  });

  it('keeps the questions that wait where a search in the page finds them', async () => {
    const { deck } = await readyDeck();
    expect(cards(deck).map((card) => card.getAttribute('hidden'))).to.deep.equal([null, 'until-found', 'until-found']);
  });

  it('lists all questions, without buttons, as a list', async () => {
    const { deck, next } = await readyDeck({ layout: 'list' });
    expect(questions(deck)).to.deep.equal(['Question a?', 'Question b?', 'Question c?']);
    expect(cards(deck).every(isShown)).to.be.true;
    expect(next).to.be.null;
  });

  it('changes from a deck to a list and back', async () => {
    const { deck } = await readyDeck();
    deck.layout = 'list';
    await deck.updateComplete;
    expect(questions(deck)).to.have.length(3);
    deck.layout = 'deck';
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question a?']);
  });

  it('goes to the next and the previous question by a press', async () => {
    const { deck, next, previous } = await readyDeck();
    await press(deck, next);
    expect(questions(deck)).to.deep.equal(['Question b?']);
    await press(deck, previous);
    expect(questions(deck)).to.deep.equal(['Question a?']);
  });

  it('goes on and back by keyboard, and the focus stays on the button', async () => {
    const { deck, next, previous } = await readyDeck();
    next.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question c?']);
    expect(deck.shadowRoot!.activeElement === next).to.be.true;
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(deck.shadowRoot!.activeElement === previous).to.be.true;
    await sendKeys({ press: 'Enter' });
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question b?']);
  });

  it('names both buttons', async () => {
    const { next, previous } = await readyDeck();
    expect(next.getAttribute('aria-label')).to.equal('Next question');
    expect(previous.getAttribute('aria-label')).to.equal('Previous question');
  });

  it('tells both ends without taking the focus away', async () => {
    const { deck, next, previous } = await readyDeck();
    expect(previous.getAttribute('aria-disabled')).to.equal('true');
    expect(next.getAttribute('aria-disabled')).to.equal('false');
    next.focus();
    await press(deck, next);
    await press(deck, next);
    expect(next.getAttribute('aria-disabled')).to.equal('true');
    expect(next.disabled).to.be.false;
    expect(deck.shadowRoot!.activeElement === next).to.be.true;
    await press(deck, next);
    expect(questions(deck)).to.deep.equal(['Question c?']);
  });

  it('says the question and its place in the one status of the document', async () => {
    const { deck, next } = await readyDeck();
    await press(deck, next);
    const statuses = document.querySelectorAll('[role="status"]');
    expect(statuses).to.have.length(1);
    await until(() => statuses[0]!.textContent === 'Question 2 of 3: Question b?', 'the question was not said');
  });

  it('tells before a question changes, and after', async () => {
    const { deck, next } = await readyDeck();
    const told: string[] = [];
    deck.addEventListener('prompt-deck-change', (event) => {
      told.push(`${event.type} ${event.prompt.id} ${event.position} ${questions(deck).join()}`);
    });
    deck.addEventListener('prompt-deck-changed', (event) => {
      told.push(`${event.type} ${event.prompt.id} ${event.position} ${questions(deck).join()}`);
    });
    await press(deck, next);
    await until(() => told.length === 2, 'both events were never told');
    expect(told).to.deep.equal(['prompt-deck-change b 1 Question a?', 'prompt-deck-changed b 1 Question b?']);
  });

  it('tells its events through the walls of shadow roots, and only the first can be cancelled', async () => {
    const { deck, next } = await readyDeck();
    const heard = listen(document, 'prompt-deck-change', 'prompt-deck-changed');
    await press(deck, next);
    await until(() => heard.length === 2, 'both events never came to the document');
    expect(heard.map(({ composed, cancelable }) => [composed, cancelable])).to.deep.equal([
      [true, true],
      [true, false],
    ]);
  });

  it('stays where it is when the page cancels the change', async () => {
    const { deck, next } = await readyDeck();
    const after = listen(deck, 'prompt-deck-changed');
    deck.addEventListener('prompt-deck-change', (event) => event.preventDefault());
    await press(deck, next);
    expect(questions(deck)).to.deep.equal(['Question a?']);
    expect(document.querySelector('[role="status"]')?.textContent ?? '').to.equal('');
    expect(after).to.be.empty;
  });

  it('tells no change at the end of the deck, where nothing changes', async () => {
    const { deck, previous } = await readyDeck();
    const heard = listen(deck, 'prompt-deck-change', 'prompt-deck-changed');
    await press(deck, previous);
    expect(heard).to.be.empty;
  });

  it('tells no change that the page itself made', async () => {
    const { deck } = await readyDeck();
    const heard = listen(deck, 'prompt-deck-change', 'prompt-deck-changed');
    deck.layout = 'list';
    deck.dialogue = 'two';
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question x?', 'Question y?']);
    expect(heard).to.be.empty;
  });

  it('tells no change when a search in the page turns the deck', async () => {
    const { deck } = await readyDeck();
    const cancelable = listen(deck, 'prompt-deck-change');
    cards(deck)[1]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question b?']);
    expect(cancelable).to.be.empty;
  });

  it('deals the question in which a search in the page finds its words', async () => {
    const { deck } = await readyDeck();
    cards(deck)[2]!
      .querySelector('p')!
      .dispatchEvent(new Event('beforematch', { bubbles: true }));
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question c?']);
    expect(part(deck, 'position')!.textContent).to.equal('Question 3 of 3');
  });

  it('deals every question once when shuffled', async () => {
    const ids = [...'abcdefghijkl'];
    const bundle = bundleOf([dialogueOf('one', { prompts: promptsOf(...ids) })]);
    const { deck, next } = await readyDeck({ bundle, shuffle: true });
    const dealt = [questions(deck)[0]!];
    for (let i = 1; i < ids.length; i++) {
      await press(deck, next);
      dealt.push(questions(deck)[0]!);
    }
    expect(dealt.sort()).to.deep.equal(ids.map((id) => `Question ${id}?`));
  });

  it('deals the found question of a shuffled deck, and goes on from there', async () => {
    const ids = [...'abcdef'];
    const bundle = bundleOf([dialogueOf('one', { prompts: promptsOf(...ids) })]);
    const { deck } = await readyDeck({ bundle, shuffle: true });
    cards(deck)[4]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question e?']);
  });

  it('begins anew with another dialogue', async () => {
    const { deck, next } = await readyDeck();
    await press(deck, next);
    await press(deck, next);
    deck.dialogue = 'two';
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question x?']);
    expect(part(deck, 'position')!.textContent).to.equal('Question 1 of 2');
  });

  it('shows another dialogue though a translator has wrapped the words', async () => {
    const { deck } = await readyDeck();
    wrapAsTranslatorsDo(wordsOf(deck));
    deck.dialogue = 'two';
    await deck.updateComplete;
    expect(readWords(deck)).to.equal('Question x? Question y?');
  });

  it('stays on its card when only the language of the page changes', async () => {
    const page = await fixture(html`<div lang="en-GB"><prompt-deck .bundle=${three}></prompt-deck></div>`);
    const deck = page.querySelector('prompt-deck')!;
    await untilState(deck, 'ready');
    await press(deck, part(deck, 'next')!);
    page.setAttribute('lang', 'cy');
    await until(() => part(deck, 'position')!.textContent.startsWith('Cwestiwn'), 'the deck never spoke Welsh');
    expect(part(deck, 'position')!.textContent).to.equal('Cwestiwn 2 o 3');
    expect(questions(deck)).to.deep.equal(['Question b?']);
  });

  it('keeps the deck as it lies when it is moved in the page', async () => {
    const { deck, next } = await readyDeck();
    await press(deck, next);
    deck.parentElement!.append(deck);
    await deck.updateComplete;
    await untilState(deck, 'ready');
    expect(questions(deck)).to.deep.equal(['Question b?']);
  });

  it('plays the moment of a question', async () => {
    const media = fakePage();
    const deck = await fixture<PromptDeck>(html`<prompt-deck src=${goodBundle('full')}></prompt-deck>`);
    await untilState(deck, 'ready');
    const link = wordsOf(deck).querySelector('a')!;
    expect(link.textContent.trim()).to.equal('Hear the moment');
    expect(link.getAttribute('href')).to.equal('#dialogue=one&t=2,5');
    link.click();
    await until(() => media.readyState === 4 && !media.paused, 'the moment never played');
    expect(media.currentTime).to.equal(2);
  });

  it('shows the hint for the facilitator with its emphasis', async () => {
    const deck = await fixture<PromptDeck>(html`<prompt-deck src=${goodBundle('full')}></prompt-deck>`);
    await untilState(deck, 'ready');
    expect(wordsOf(deck).querySelector('summary')!.textContent).to.equal('For the facilitator');
    expect(wordsOf(deck).querySelector('em')!.textContent).to.equal('today');
  });

  it('says so when a dialogue has no questions', async () => {
    const deck = await fixture<PromptDeck>(html`<prompt-deck .bundle=${three} dialogue="none"></prompt-deck>`);
    await untilState(deck, 'failed');
    expect(readWords(deck)).to.match(/no(thing| questions)/);
    expect(part(deck, 'retry'), 'another try would not help').to.be.null;
  });

  it('speaks Welsh in a Welsh page, and marks a question that is in English only', async () => {
    const page = await fixture(
      html`<div lang="cy"><prompt-deck src=${goodBundle('two-languages')}></prompt-deck></div>`,
    );
    const deck = page.querySelector('prompt-deck')!;
    await untilState(deck, 'ready');
    expect(part(deck, 'next')!.getAttribute('aria-label')).to.equal('Cwestiwn nesaf');
    expect(questions(deck)).to.deep.equal(['Pryd gawsoch chi eich clywed ddiwethaf?']);
    expect(languageOf(wordsSaying(deck, 'Who listens'))).to.equal('en-GB');
    expect(languageOf(wordsSaying(deck, 'Pryd gawsoch'))).to.equal('cy');
  });
});
