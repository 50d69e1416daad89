import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/prompt-deck/prompt-deck.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { settle } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  freshPage,
  goodBundle,
  isShown,
  languageOf,
  listen,
  pageRecord,
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

async function readyDeck({ bundle = three, layout = 'deck', shuffle = false, dialogue = '', remember = false } = {}) {
  const deck = await fixture<PromptDeck>(
    html`<prompt-deck
      .bundle=${bundle}
      layout=${layout}
      ?shuffle=${shuffle}
      ?remember=${remember}
      dialogue=${dialogue}
    ></prompt-deck>`,
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

const placeOf = (deck: Element) => part<HTMLSelectElement>(deck, 'position')!.selectedOptions[0]!.text;

async function press(deck: PromptDeck, button: HTMLElement): Promise<void> {
  button.click();
  await deck.updateComplete;
}

const field = (deck: Element) => part<HTMLTextAreaElement>(deck, 'note')!;

function write(deck: Element, note: string): void {
  part<HTMLDetailsElement>(deck, 'notes')!.open = true;
  field(deck).value = note;
  field(deck).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function keep(deck: PromptDeck): Promise<void> {
  part(deck, 'remember')!.click();
  await deck.updateComplete;
}

/** A finger that comes down on the question and goes so far. */
function swipe(deck: Element, across: number, down = 0, pointerType = 'touch'): void {
  const question = wordsOf(deck).querySelector('li:not([hidden]) p')!;
  const point = (type: string, x: number, y: number) =>
    question.dispatchEvent(
      new PointerEvent(type, { bubbles: true, composed: true, pointerType, clientX: x, clientY: y }),
    );
  point('pointerdown', 200, 200);
  point('pointerup', 200 + across, 200 + down);
}

describe('<prompt-deck>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    localStorage.clear();
    network = new Network();
  });
  afterEach(() => {
    network.restore();
    localStorage.clear();
  });

  it('is accessible as a deck', async () => {
    const { deck } = await readyDeck({ bundle: three });
    await expect(deck).to.be.accessible();
  });

  it('is accessible with a note that is kept', async () => {
    const { deck } = await readyDeck({ remember: true });
    write(deck, 'Ask Sam.');
    await keep(deck);
    await until(() => part(deck, 'forget'), 'nothing was kept');
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
    expect(placeOf(deck)).to.equal('Question 1 of 3');
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
    // Past the choice of a question.
    await sendKeys({ press: 'Tab' });
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
    expect(placeOf(deck)).to.equal('Question 3 of 3');
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
    expect(placeOf(deck)).to.equal('Question 1 of 2');
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
    await until(() => placeOf(deck).startsWith('Cwestiwn'), 'the deck never spoke Welsh');
    expect(placeOf(deck)).to.equal('Cwestiwn 2 o 3');
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

  describe('the order', () => {
    const ids = [...'abcdefghijkl'];
    const many = bundleOf([dialogueOf('one', { prompts: promptsOf(...ids) })]);
    const shuffle = (deck: Element) => part(deck, 'shuffle')!;

    it('is shuffled by a press, and the first of the new order comes up', async () => {
      const { deck, next } = await readyDeck({ bundle: many });
      await press(deck, next);
      expect(shuffle(deck).getAttribute('aria-pressed')).to.equal('false');
      await press(deck, shuffle(deck));
      expect(shuffle(deck).getAttribute('aria-pressed')).to.equal('true');
      expect(placeOf(deck)).to.equal('Question 1 of 12');
      const dealt = [questions(deck)[0]!];
      for (let i = 1; i < ids.length; i++) {
        await press(deck, next);
        dealt.push(questions(deck)[0]!);
      }
      expect(dealt.sort()).to.deep.equal(ids.map((id) => `Question ${id}?`));
    });

    it('is the bundle’s again by another press, and the question stays', async () => {
      const { deck, next } = await readyDeck({ bundle: many, shuffle: true });
      expect(shuffle(deck).getAttribute('aria-pressed')).to.equal('true');
      await press(deck, next);
      const [question] = questions(deck);
      await press(deck, shuffle(deck));
      expect(questions(deck)).to.deep.equal([question]);
      const place = ids.findIndex((id) => question === `Question ${id}?`) + 1;
      expect(placeOf(deck)).to.equal(`Question ${place} of 12`);
    });

    it('stays when the page cancels the change', async () => {
      const { deck, next } = await readyDeck({ bundle: many });
      deck.addEventListener('prompt-deck-change', (event) => event.preventDefault());
      await press(deck, shuffle(deck));
      expect(shuffle(deck).getAttribute('aria-pressed')).to.equal('false');
      expect(questions(deck)).to.deep.equal(['Question a?']);
      expect(next.getAttribute('aria-disabled')).to.equal('false');
    });
  });

  it('goes to any question by its number, and says no other when the page cancels', async () => {
    const { deck } = await readyDeck();
    const choose = async (index: number) => {
      const control = part<HTMLSelectElement>(deck, 'position')!;
      control.selectedIndex = index;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await deck.updateComplete;
    };
    await choose(2);
    expect(questions(deck)).to.deep.equal(['Question c?']);
    deck.addEventListener('prompt-deck-change', (event) => event.preventDefault());
    await choose(0);
    expect(questions(deck)).to.deep.equal(['Question c?']);
    expect(placeOf(deck)).to.equal('Question 3 of 3');
  });

  it('turns by a swipe across the words, and by nothing less', async () => {
    const { deck } = await readyDeck();
    swipe(deck, -80);
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question b?']);
    swipe(deck, 80);
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question a?']);
    swipe(deck, -40);
    swipe(deck, -80, 0, 'mouse');
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question a?']);
    expect(getComputedStyle(wordsOf(deck).querySelector('ol')!).touchAction).to.equal('pan-y');
  });

  it('takes no notice of a mouse that was pressed elsewhere and is let go over the words', async () => {
    const { deck } = await readyDeck();
    wordsOf(deck).dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'mouse', clientX: 400 }));
    await deck.updateComplete;
    expect(questions(deck)).to.deep.equal(['Question a?']);
  });

  it('does not turn a list by a swipe', async () => {
    const { deck } = await readyDeck({ layout: 'list' });
    const heard = listen(deck, 'prompt-deck-change');
    swipe(deck, -80);
    expect(heard).to.be.empty;
  });

  it('copies the question, and where to hear its moment', async () => {
    const deck = await fixture<PromptDeck>(html`<prompt-deck src=${goodBundle('full')}></prompt-deck>`);
    await untilState(deck, 'ready');
    const { writeText } = navigator.clipboard;
    const copied: string[] = [];
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    part(deck, 'copy')!.click();
    navigator.clipboard.writeText = writeText;
    const [question, address] = copied[0]!.split('\n');
    expect(questions(deck)).to.deep.equal([question]);
    expect(address).to.equal(`${location.href.replace(/#.*/, '')}#dialogue=one&t=2,5`);
  });

  it('goes back after a moment to where the listener was', async () => {
    const media = fakePage();
    const deck = await fixture<PromptDeck>(html`<prompt-deck src=${goodBundle('full')}></prompt-deck>`);
    await untilState(deck, 'ready');
    const voice = pageRecord().voice!;
    const link = wordsOf(deck).querySelector('a')!;
    link.click();
    await until(() => media.readyState === 4 && !media.paused, 'the moment never played');
    await settle();
    media.advance(3);
    await until(() => media.paused && media.currentTime === 0, 'it never came back to the beginning');
    voice.seek(voice.recording!, 12);
    await settle();
    link.click();
    await settle();
    expect(media.currentTime).to.equal(2);
    media.advance(3);
    await until(() => media.paused && media.currentTime === 12, 'it never came back to the place');
  });

  describe('a note', () => {
    it('belongs to its question, and is there again when the deck is turned, moved and drawn anew', async () => {
      const { deck, next, previous } = await readyDeck();
      write(deck, 'Ask Sam.');
      await press(deck, next);
      expect(field(deck).value).to.equal('');
      write(deck, 'Begin here.');
      await press(deck, previous);
      expect(field(deck).value).to.equal('Ask Sam.');
      deck.parentElement!.append(deck);
      await deck.updateComplete;
      deck.layout = 'list';
      await deck.updateComplete;
      const notes = [...deck.shadowRoot!.querySelectorAll('textarea')].map(({ value }) => value);
      expect(notes).to.deep.equal(['Ask Sam.', 'Begin here.', '']);
      const { deck: other } = await readyDeck();
      expect(field(other).value).to.equal('Ask Sam.');
    });

    it('is named by its question, and says where it is', async () => {
      const { deck } = await readyDeck();
      expect(field(deck).labels[0]!.textContent.trim()).to.equal('Question a?');
      expect(part(deck, 'where')!.textContent).to.equal('This stays until you leave the page.');
    });

    it('is not kept, nor is that offered, where the page does not say so', async () => {
      const { deck } = await readyDeck();
      write(deck, 'Ask Sam.');
      expect(part(deck, 'remember')).to.be.null;
      expect(localStorage.length).to.equal(0);
    });

    it('is kept from a person’s own press on, and comes back', async () => {
      const { deck } = await readyDeck({ remember: true });
      write(deck, 'Ask Sam.');
      await deck.updateComplete;
      expect(localStorage.length).to.equal(0);
      await keep(deck);
      write(deck, 'Ask Sam tomorrow.');
      await until(() => /Notes: 1/.test(part(deck, 'kept')?.textContent ?? ''), 'it never said what is kept');
      expect(part(deck, 'where')).to.be.null;
      freshPage();
      const { deck: again } = await readyDeck({ remember: true });
      expect(field(again).value).to.equal('Ask Sam tomorrow.');
      expect(part<HTMLInputElement>(again, 'remember')!.checked).to.be.true;
      freshPage();
      const { deck: other } = await readyDeck();
      expect(field(other).value, 'the page no longer offers to keep it').to.equal('');
    });

    it('is forgotten with all else, and the keyboard goes where that is said', async () => {
      const { deck } = await readyDeck({ remember: true });
      write(deck, 'Ask Sam.');
      await keep(deck);
      part(deck, 'forget')!.click();
      await until(() => !part(deck, 'kept'), 'it is still kept');
      expect(localStorage.length).to.equal(0);
      expect(deck.shadowRoot!.activeElement).to.equal(part(deck, 'remember'));
      expect(field(deck).value, 'it stays in the page').to.equal('Ask Sam.');
      write(deck, 'Ask Kim.');
      expect(localStorage.length).to.equal(0);
    });

    it('is kept no more once another element has had all forgotten', async () => {
      const { deck } = await readyDeck({ remember: true });
      const { deck: other } = await readyDeck({ remember: true });
      await keep(deck);
      await until(() => part(other, 'forget'), 'the other was never told');
      part(other, 'forget')!.click();
      await until(() => !part(deck, 'kept'), 'it still says that all is kept');
      expect(part<HTMLInputElement>(deck, 'remember')!.checked).to.be.false;
    });
  });

  it('stays light with sixty questions', async () => {
    const bundle = bundleOf([
      dialogueOf('one', { prompts: promptsOf(...Array.from({ length: 60 }, (_, i) => `q${i}`)) }),
    ]);
    const { deck } = await readyDeck({ bundle, layout: 'list' });
    expect(cards(deck)).to.have.length(60);
    deck.layout = 'deck';
    await deck.updateComplete;
    expect(deck.shadowRoot!.querySelectorAll('*').length).to.be.below(100);
  });
});
