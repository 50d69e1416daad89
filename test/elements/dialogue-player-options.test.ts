import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/dialogue-player/dialogue-player.js';
import { pageVoice } from '../../src/context/page-voice.js';
import { SHELF_NAME } from '../../src/playback/memory.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle, type FakeMedia } from '../support/fake-media.js';
import { fakePage, freshPage, goodBundle, pageRecord, part, until, untilState } from '../support/page.js';

type Player = HTMLElementTagNameMap['dialogue-player'];

const full = goodBundle('full');
const select = (player: Player, name: string) => part<HTMLSelectElement>(player, name)!;
const optionsOf = (player: Player, name: string) => [...select(player, name).options].map(({ text }) => text);

async function playersWith(template: ReturnType<typeof html>): Promise<Player[]> {
  const page = await fixture(html`<div>${template}</div>`);
  const players = [...page.querySelectorAll('dialogue-player')];
  for (const player of players) await untilState(player, 'ready');
  await until(() => players.every((player) => player.querySelector('[data-cue]')), 'the transcript never came');
  for (const player of players) part<HTMLDetailsElement>(player, 'more')!.open = true;
  return players;
}

async function playerWith(template: ReturnType<typeof html>): Promise<{ media: FakeMedia; player: Player }> {
  const media = fakePage();
  const [player] = await playersWith(template);
  return { media, player: player! };
}

function choose(control: HTMLSelectElement, words: string): void {
  control.value = [...control.options].find(({ text }) => text === words)!.value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

async function pass(media: FakeMedia, seconds: number): Promise<void> {
  media.advance(seconds);
  await settle();
}

const chosen = (control: HTMLSelectElement) => control.selectedOptions[0]!.text;

describe('<dialogue-player>, more', () => {
  beforeEach(() => {
    freshPage();
    localStorage.clear();
  });
  afterEach(() => {
    freshPage();
    localStorage.clear();
  });

  describe('for everybody', () => {
    it('is accessible with all that stands behind More', async () => {
      const { player } = await playerWith(html`<dialogue-player src=${full} remember></dialogue-player>`);
      part(player, 'remember')!.click();
      await expect(player).to.be.accessible();
    });

    it('is accessible with a clip, and when it is compact', async () => {
      fakePage();
      location.hash = '#dialogue=one&t=3,9';
      const [player] = await playersWith(
        html`<dialogue-player src=${full} dialogue="one" layout="compact"></dialogue-player>`,
      );
      expect(part(player!, 'clip')).not.to.be.null;
      expect(part(player!, 'volume')).not.to.be.null;
      await expect(player!).to.be.accessible();
    });

    it('is closed to begin with, and opens by keyboard', async () => {
      fakePage();
      const page = await fixture(html`<div><dialogue-player src=${full}></dialogue-player></div>`);
      const player = page.querySelector('dialogue-player')!;
      await untilState(player, 'ready');
      const more = part<HTMLDetailsElement>(player, 'more')!;
      expect(more.open).to.be.false;
      more.querySelector('summary')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => more.open, 'it never opened');
    });
  });

  it('offers times and ends to sleep at', async () => {
    const { player } = await playerWith(html`<dialogue-player src=${full}></dialogue-player>`);
    expect(optionsOf(player, 'sleep')).to.deep.equal([
      'Off',
      '15 minutes',
      '30 minutes',
      'End of chapter',
      'End of dialogue',
    ]);
  });

  it('shows in every player what was chosen in one, until it has happened', async () => {
    const media = fakePage();
    const [one, two] = await playersWith(html`
      <dialogue-player src=${full} dialogue="one"></dialogue-player>
      <dialogue-player src=${full} dialogue="two"></dialogue-player>
    `);
    choose(select(one!, 'sleep'), 'End of dialogue');
    part(one!, 'continuous')!.click();
    await until(() => chosen(select(two!, 'sleep')) === 'End of dialogue', 'the other never showed it');
    expect(part<HTMLInputElement>(two!, 'continuous')!.checked).to.be.true;
    await one!.play();
    await settle();
    await pass(media, 20);
    await until(() => chosen(select(two!, 'sleep')) === 'Off', 'it stayed');
    expect(one!.ended).to.be.true;
    expect(two!.paused).to.be.true;
  });

  describe('who is heard', () => {
    it('offers everyone who speaks, by name', async () => {
      const { player } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      expect(optionsOf(player, 'who')).to.deep.equal(['Everyone', 'Only Ann', 'Only Bob']);
    });

    it('plays only one speaker, and everyone again in another dialogue', async () => {
      const { player, media } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      choose(select(player, 'who'), 'Only Bob');
      await player.play();
      await settle();
      await pass(media, 0.25);
      expect(player.currentTime).to.be.closeTo(4, 0.5);
      player.dialogue = 'two';
      await until(() => chosen(select(player, 'who')) === 'Everyone', 'it stayed with Bob');
    });

    it('offers nothing where there is no transcript to go by', async () => {
      fakePage();
      const page = await fixture(html`<div><dialogue-player src=${full} no-transcript></dialogue-player></div>`);
      const player = page.querySelector('dialogue-player')!;
      await untilState(player, 'ready');
      expect(part(player, 'who')).to.be.null;
      expect(part(player, 'sleep')).not.to.be.null;
    });
  });

  it('turns to the next dialogue when one has ended, and says what that is', async () => {
    const { player, media } = await playerWith(
      html`<dialogue-player src=${full} dialogue="one" start-at="3"></dialogue-player>`,
    );
    part(player, 'continuous')!.click();
    await player.play();
    await settle();
    await pass(media, 20);
    await until(() => part(player, 'base')!.ariaLabel === 'Being seen', 'it never turned');
    expect(player.paused).to.be.false;
    expect(player.currentTime).to.equal(0);
  });

  describe('a link to this moment', () => {
    const { writeText } = navigator.clipboard;
    const { execCommand } = document;
    const { prompt } = window;
    afterEach(() => {
      navigator.clipboard.writeText = writeText;
      document.execCommand = execCommand;
      window.prompt = prompt;
    });
    const here = `${location.href.replace(/#.*/, '')}#dialogue=one&t=7`;

    it('is copied and said, and the focus stays', async () => {
      const { player } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      const copied: string[] = [];
      navigator.clipboard.writeText = async (text) => void copied.push(text);
      player.currentTime = 7;
      part(player, 'copy')!.focus();
      part(player, 'copy')!.click();
      await until(() => /Copied/.test(pageRecord().status!.textContent), 'it was never said');
      expect(copied).to.deep.equal([here]);
      expect(player.shadowRoot!.activeElement).to.equal(part(player, 'copy'));
    });

    it('is shown to be copied by hand where the browser does not let us', async () => {
      const { player } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      const shown: unknown[] = [];
      navigator.clipboard.writeText = () => Promise.reject(new Error('No.'));
      document.execCommand = () => false;
      window.prompt = (...words) => {
        shown.push(words);
        return null;
      };
      player.currentTime = 7;
      part(player, 'copy')!.click();
      await until(() => shown.length, 'it was never shown');
      expect(shown).to.deep.equal([['To copy by hand', here]]);
    });
  });

  describe('a clip in the address of the page', () => {
    it('has a button of its own until it is used, and the keyboard goes on to Pause', async () => {
      const media = fakePage();
      location.hash = '#dialogue=one&t=3,9';
      const [player] = await playersWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      const clip = part<HTMLButtonElement>(player!, 'clip')!;
      expect(clip.textContent.trim()).to.equal('Play these 6 seconds');
      expect(player!.shadowRoot!.querySelector('button')).to.equal(clip);
      const before = part(player!, 'play')!.getBoundingClientRect().top;
      clip.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !media.paused && media.currentTime >= 3, 'it never played');
      await until(() => getComputedStyle(clip).visibility === 'hidden', 'the button stayed');
      expect(player!.shadowRoot!.activeElement).to.equal(part(player!, 'play'));
      expect(part(player!, 'play')!.getBoundingClientRect().top).to.equal(before);
    });

    it('is used up by Play, too', async () => {
      fakePage();
      location.hash = '#dialogue=one&t=3,9';
      const [player] = await playersWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      part(player!, 'play')!.click();
      await until(() => part(player!, 'clip')!.getAttribute('aria-disabled') === 'true', 'the button stayed');
    });

    it('has no button where the address names a mere moment', async () => {
      fakePage();
      location.hash = '#dialogue=one&t=3';
      const [player] = await playersWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      expect(part(player!, 'clip')).to.be.null;
    });
  });

  describe('remember', () => {
    const ready = html`<dialogue-player src=${full} dialogue="one" remember></dialogue-player>`;

    it('is offered only where the page asks for it', async () => {
      const { player } = await playerWith(html`<dialogue-player src=${full}></dialogue-player>`);
      expect(part(player, 'remember')).to.be.null;
    });

    it('keeps nothing until a person ticks it', async () => {
      const { player, media } = await playerWith(ready);
      await player.play();
      await settle();
      await pass(media, 9);
      player.pause();
      await settle();
      expect(localStorage.length).to.equal(0);
    });

    it('says what is kept, and brings a listener back a little before the place', async () => {
      const { player, media } = await playerWith(ready);
      part(player, 'remember')!.click();
      await player.play();
      await settle();
      await pass(media, 12);
      player.pause();
      await until(() => /Being heard 0:12/.test(part(player, 'kept')!.textContent), 'it was never said');
      expect(part(player, 'kept')!.textContent).to.match(/Speed 1×\s+Volume 100%/);

      const { player: again } = await playerWith(ready);
      expect(again.currentTime).to.equal(7);
      expect(part<HTMLInputElement>(again, 'remember')!.checked).to.be.true;
    });

    it('goes where the page says, or its address, rather than to the kept place', async () => {
      const { player, media } = await playerWith(ready);
      part(player, 'remember')!.click();
      await player.play();
      await settle();
      await pass(media, 12);
      player.pause();
      await settle();
      const { player: sent } = await playerWith(
        html`<dialogue-player src=${full} dialogue="one" remember start-at="3"></dialogue-player>`,
      );
      expect(sent.currentTime).to.equal(3);
      fakePage();
      location.hash = '#dialogue=one&t=5';
      const [linked] = await playersWith(ready);
      expect(linked!.currentTime).to.equal(5);
    });

    for (const name of ['forget', 'remember']) {
      it(`forgets all by a press of ${name}, and the keyboard goes where that is said`, async () => {
        const { player } = await playerWith(ready);
        part(player, 'remember')!.click();
        await until(() => part(player, 'forget'), 'there was nothing to forget');
        expect(localStorage.getItem(SHELF_NAME)).not.to.be.null;
        part(player, name)!.focus();
        await sendKeys({ press: ' ' });
        await until(() => !part(player, 'kept'), 'it is still kept');
        expect(localStorage.length).to.equal(0);
        expect(part<HTMLInputElement>(player, 'remember')!.checked).to.be.false;
        expect(player.shadowRoot!.activeElement).to.equal(part(player, 'remember'));
      });
    }
  });

  describe('the questions', () => {
    const asking = html`<dialogue-player src=${full} dialogue="one" prompts></dialogue-player>`;

    async function playTo(media: FakeMedia, player: Player, end: number): Promise<void> {
      await player.play();
      await settle();
      await pass(media, end - 0.05 - media.currentTime);
    }

    it('pause for nobody who has not asked', async () => {
      const { media, player } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      expect(part<HTMLInputElement>(player, 'pause-for-questions')!.checked).to.be.false;
      await playTo(media, player, 5);
      await pass(media, 1);
      expect(media.paused).to.be.false;
      expect(part(player, 'prompt')).to.be.null;
    });

    it('come up when their moment is over, are said, and leave the keyboard where it is', async () => {
      const { media, player } = await playerWith(asking);
      part(player, 'play')!.focus();
      await playTo(media, player, 5);
      await until(() => part(player, 'prompt'), 'the question never came up');
      expect(media.paused).to.be.true;
      expect(part(player, 'prompt')!.getAttribute('aria-label')).to.equal('Question');
      expect(part(player, 'prompt')!.querySelector('b')!.textContent).to.match(/\?$/);
      expect(player.shadowRoot!.activeElement).to.equal(part(player, 'play'));
      const question = part(player, 'prompt')!.querySelector('b')!.textContent;
      await until(() => pageRecord().status!.textContent === question, 'it was never said');
      await expect(player).to.be.accessible();
    });

    it('come up once each where two have the same moment', async () => {
      const moment = { start: 1, end: 5 };
      const prompts = ['a', 'b'].map((id) => ({ id, text: `Question ${id}?`, moment }));
      const bundle = bundleOf([dialogueOf('one', { prompts })]);
      const { media, player } = await playerWith(
        html`<dialogue-player .bundle=${bundle} dialogue="one" prompts></dialogue-player>`,
      );
      await playTo(media, player, 5);
      for (const id of ['a', 'b']) {
        await until(() => part(player, 'prompt'), 'the question never came up');
        expect(part(player, 'prompt')!.querySelector('b')!.textContent).to.equal(`Question ${id}?`);
        part(player, 'carry-on')!.click();
        await until(() => !part(player, 'prompt'), 'it never went');
        await settle();
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(media.paused).to.be.false;
    });

    it('do not stop what is heard on when the player has gone', async () => {
      const { media, player } = await playerWith(asking);
      await player.play();
      await settle();
      // Another view, in which there is a button to pause.
      const leave = pageVoice().enter(pageVoice().recording!);
      player.remove();
      await pass(media, 4.95 - media.currentTime);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(media.paused).to.be.false;
      leave();
    });

    it('let a person carry on, and the keyboard goes on to Pause', async () => {
      const { media, player } = await playerWith(asking);
      await playTo(media, player, 5);
      await until(() => part(player, 'carry-on'), 'the question never came up');
      part(player, 'carry-on')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !media.paused, 'it never went on');
      await until(() => !part(player, 'prompt'), 'the question stayed');
      expect(player.shadowRoot!.activeElement).to.equal(part(player, 'play'));
      await pass(media, 1);
      expect(media.paused, 'it paused again').to.be.false;
    });

    it('do not come up for who jumps over their moment', async () => {
      const { media, player } = await playerWith(asking);
      await player.play();
      await settle();
      player.currentTime = 6;
      await settle();
      await pass(media, 1);
      expect(part(player, 'prompt')).to.be.null;
      expect(media.paused).to.be.false;
    });

    it('are a person’s choice under More, while it plays too', async () => {
      const { media, player } = await playerWith(html`<dialogue-player src=${full} dialogue="one"></dialogue-player>`);
      await player.play();
      await settle();
      part(player, 'pause-for-questions')!.click();
      await player.updateComplete;
      expect(player.prompts).to.be.true;
      await pass(media, 1);
      await pass(media, 3.95);
      await until(() => part(player, 'prompt'), 'the question never came up');
    });
  });
});
