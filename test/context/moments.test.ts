import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/participant-card/participant-card.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle, type FakeMedia } from '../support/fake-media.js';
import { fakePage, pageRecord, until, untilState, wordsOf } from '../support/page.js';

const prompts = (moment: object) => [{ id: 'p', text: 'When?', moment }];
const bundle = bundleOf(
  [dialogueOf('one', { prompts: prompts({ start: 3, end: 6 }), participants: ['ann'] }), dialogueOf('two')],
  {
    participants: [
      {
        id: 'ann',
        name: 'Ann',
        role: 'Nurse',
        biography: ['See [a page](https://example.org/), [a place](#place) or [nobody](#dialogue=nobody&t=3).'],
      },
    ],
  },
);

async function deckOn(media = fakePage()) {
  const page = await fixture(html`<div><prompt-deck .bundle=${bundle}></prompt-deck></div>`);
  const deck = page.querySelector('prompt-deck')!;
  await untilState(deck, 'ready');
  return { media, deck, link: wordsOf(deck).querySelector('a')! };
}

async function playing(media: FakeMedia) {
  await until(() => media.readyState === 4 && !media.paused, 'it never played');
}

/** Presses a link, and keeps the browser from following it: was it ours? */
function press(link: Element, how: MouseEventInit = {}): boolean {
  let ours = false;
  const look = (event: Event) => {
    ours = event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', look);
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...how }));
  document.removeEventListener('click', look);
  return ours;
}

describe('a link to a moment', () => {
  it('is accessible', async () => {
    const { deck } = await deckOn();
    await expect(deck).to.be.accessible();
  });

  it('plays a dialogue that somebody speaks in, and pauses it, without a player on the page', async () => {
    const media = fakePage();
    const page = await fixture(html`<div><participant-card .bundle=${bundle}></participant-card></div>`);
    const card = page.querySelector('participant-card')!;
    await untilState(card, 'ready');
    const link = wordsOf(card).querySelector('[data-play]')!;
    expect(press(link)).to.be.true;
    await playing(media);
    expect(press(link)).to.be.true;
    await until(() => media.paused, 'it never paused');
  });

  it('plays its clip, without a player on the page, and pauses at the end', async () => {
    const { media, link } = await deckOn();
    expect(press(link)).to.be.true;
    await playing(media);
    expect(media.currentTime).to.equal(3);
    media.advance(2.95);
    await until(() => media.paused, 'it played on beyond the clip');
  });

  it('stops its clip when it is pressed again', async () => {
    const { media, link } = await deckOn();
    press(link);
    await playing(media);
    media.advance(1);
    press(link);
    await until(() => media.paused, 'it played on');
    press(link);
    await playing(media);
    expect(media.currentTime, 'it begins anew').to.equal(3);
  });

  it('leaves a dialogue that was heard to its end at its beginning', async () => {
    const { media, link } = await deckOn();
    press(link);
    await playing(media);
    const voice = pageRecord().voice!;
    const recording = voice.recording!;
    voice.seek(recording, 50);
    await playing(media);
    media.advance(60);
    await settle();
    expect(voice.of(recording).ended).to.be.true;
    press(link);
    await playing(media);
    media.advance(2.95);
    await until(() => media.paused && media.currentTime === 0, 'it stands at its end again');
  });

  it('works when what is pressed lies inside the link', async () => {
    const { media, link } = await deckOn();
    link.innerHTML = '<font>Clywed</font>';
    expect(press(link.firstElementChild!)).to.be.true;
    await playing(media);
  });

  it('is left to the browser with any modifier', async () => {
    const { media, link } = await deckOn();
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
      expect(press(link, { [key]: true }), key).to.be.false;
    }
    await settle();
    expect(media.loads).to.equal(0);
  });

  it('leaves every other link alone: to a page, to a place, to a dialogue that nobody knows', async () => {
    const media = fakePage();
    const card = await fixture<HTMLElement>(html`<participant-card .bundle=${bundle}></participant-card>`);
    await untilState(card, 'ready');
    const links = [...wordsOf(card).querySelectorAll('details a')];
    expect(links.length).to.be.at.least(1);
    for (const link of links) expect(press(link), link.getAttribute('href')!).to.be.false;
    await settle();
    expect(media.loads).to.equal(0);
  });

  it('leaves the links of the page alone, inside the tag and outside', async () => {
    const media = fakePage();
    const page = await fixture(html`
      <div>
        <prompt-deck .bundle=${bundle}><a href="#dialogue=one&t=3">Inside</a></prompt-deck>
        <a href="#dialogue=one&t=3">Outside</a>
      </div>
    `);
    await untilState(page.querySelector('prompt-deck')!, 'ready');
    for (const link of page.querySelectorAll(':scope > a, prompt-deck > a')) {
      expect(press(link), link.textContent).to.be.false;
    }
    await settle();
    expect(media.loads).to.equal(0);
  });

  it('leaves a refusal to be seen, and throws nothing', async () => {
    const { link } = await deckOn(fakePage({ refusal: new DOMException('No gesture.', 'NotAllowedError') }));
    expect(press(link)).to.be.true;
    await settle();
    const { voice } = pageRecord();
    expect(voice!.of(voice!.recording!).refusal!.name).to.equal('NotAllowedError');
  });
});
