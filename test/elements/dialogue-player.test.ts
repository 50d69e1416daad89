import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DialoguePlayerElement } from '../../src/elements/dialogue-player/dialogue-player-element.js';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/tension-card/tension-card.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle, type FakeMedia } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import {
  badBundle,
  fakePage,
  fixtureAddress,
  freshPage,
  goodBundle,
  isShown,
  languageOf,
  listen,
  part,
  readWords,
  tone,
  until,
  untilState,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';
import { holdTimers } from '../support/timers.js';

type Player = HTMLElementTagNameMap['dialogue-player'];

const lines = (player: Element) => [...player.querySelectorAll('[data-cue]')];
const current = (player: Element, of: string) =>
  [...player.querySelectorAll(of)].flatMap((line, i) => (line.hasAttribute('aria-current') ? [i] : []));
const nameOf = (element: Element | null) =>
  element!.getAttribute('aria-label') ?? (element!.closest('label') ?? element!).textContent.trim();

/** The pieces of a player that a person meets. */
function pieces(player: Player) {
  return {
    player,
    play: part<HTMLButtonElement>(player, 'play')!,
    seek: part<HTMLInputElement>(player, 'seek')!,
    speed: part<HTMLSelectElement>(player, 'speed')!,
    mute: part<HTMLButtonElement>(player, 'mute')!,
    volume: part<HTMLInputElement>(player, 'volume')!,
    back: part<HTMLButtonElement>(player, 'back')!,
    forward: part<HTMLButtonElement>(player, 'forward')!,
  };
}

async function playerWith(template: ReturnType<typeof html>): Promise<Player> {
  const page = await fixture(html`<div>${template}</div>`);
  const player = page.querySelector('dialogue-player')!;
  await untilState(player, 'ready');
  return player;
}

/** A player that shows dialogue `one` of the full bundle, on a fake audio. */
async function readyPlayer(traits: Partial<FakeMedia> = {}) {
  const media = fakePage(traits);
  const player = await playerWith(html`<dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>`);
  await until(() => lines(player).length, 'the transcript never came');
  return { media, ...pieces(player) };
}

/** The same, and it plays. */
async function playingPlayer(traits: Partial<FakeMedia> = {}) {
  const all = await readyPlayer(traits);
  all.play.click();
  await until(() => all.player.readyState === 4 && !all.player.paused, 'it never played');
  await settle();
  return all;
}

/** Time passes, and faces are redrawn. */
async function pass(media: FakeMedia, seconds: number): Promise<void> {
  media.advance(seconds);
  await settle();
}

/** Moves a control as a person's hand does. */
function move(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('<dialogue-player>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => {
    network.restore();
    freshPage();
  });

  describe('for everybody', () => {
    it('is accessible when it is ready', async () => {
      const { player } = await readyPlayer();
      await expect(player).to.be.accessible();
    });

    it('is accessible while it waits', async () => {
      network.hold('https://example.org/late.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/late.json"><p>A talk of two.</p></dialogue-player>`,
      );
      await untilState(player, 'waiting');
      await expect(player).to.be.accessible();
    });

    it('is accessible when there is no such dialogue', async () => {
      const player = await fixture<Player>(
        html`<dialogue-player src=${goodBundle('tiny')} dialogue="nobody"></dialogue-player>`,
      );
      await untilState(player, 'failed');
      await expect(player).to.be.accessible();
    });

    it('is accessible while it plays', async () => {
      const { player, media } = await playingPlayer();
      await pass(media, 5);
      await expect(player).to.be.accessible();
    });

    it('is accessible when the browser refuses to play', async () => {
      const { player, play } = await readyPlayer({ refusal: new DOMException('No gesture.', 'NotAllowedError') });
      play.click();
      await until(() => player.querySelector('[data-failure]'), 'the refusal was never told');
      await expect(player).to.be.accessible();
    });

    it('is accessible when there is no sound to be had', async () => {
      const { player, play } = await readyPlayer({ files: { [tone]: { missing: true } } });
      play.click();
      await untilState(player, 'failed');
      await expect(player).to.be.accessible();
    });

    it('is accessible when it is compact', async () => {
      const player = await playerWith(
        html`<dialogue-player src=${goodBundle('full')} layout="compact"></dialogue-player>`,
      );
      await expect(player).to.be.accessible();
    });

    it('is accessible in Welsh', async () => {
      const player = await playerWith(
        html`<div lang="cy"><dialogue-player src=${goodBundle('two-languages')}></dialogue-player></div>`,
      );
      await expect(player).to.be.accessible();
    });

    it('gives every control a name', async () => {
      const { player } = await readyPlayer();
      const names = [...player.shadowRoot!.querySelectorAll('button, input, select, a')].map(nameOf);
      expect(names).to.have.length.of.at.least(7);
      expect(names.filter((name) => !/[a-z]{3}/i.test(name))).to.be.empty;
      expect(new Set(names).size).to.equal(names.length);
    });
  });

  describe('playing', () => {
    it('plays and pauses by a press, and the button says which comes next', async () => {
      const { player, play } = await readyPlayer();
      expect(nameOf(play)).to.equal('Play: Being heard');
      play.click();
      await until(() => !player.paused, 'it never played');
      await until(() => nameOf(play) === 'Pause: Being heard', 'the name never changed');
      play.click();
      await until(() => player.paused, 'it never paused');
      await until(() => nameOf(play) === 'Play: Being heard', 'the name never changed back');
    });

    it('plays and pauses by keyboard, and the focus stays on the button', async () => {
      const { player, play } = await readyPlayer();
      play.focus();
      await sendKeys({ press: ' ' });
      await until(() => nameOf(play) === 'Pause: Being heard', 'the space bar never played');
      await sendKeys({ press: 'Enter' });
      await until(() => nameOf(play) === 'Play: Being heard', 'Enter never paused');
      expect(player.shadowRoot!.activeElement === play).to.be.true;
    });

    it('plays a real sound', async () => {
      const player = await playerWith(html`<dialogue-player src=${goodBundle('full')}></dialogue-player>`);
      player.muted = true;
      await player.play();
      await until(() => player.currentTime > 0.1, 'the time never moved');
      expect(player.duration).to.be.closeTo(20, 0.5);
      expect(player.readyState).to.equal(4);
      player.pause();
      await until(() => player.paused, 'it never paused');
    });

    it('asks for no byte of sound before a press', async () => {
      const { media } = await readyPlayer();
      expect(media.loads).to.equal(0);
    });

    it('shows how much time has passed, and how much there is', async () => {
      const { player, media, seek } = await playingPlayer();
      expect(part(player, 'total')!.textContent).to.equal('0:20');
      await pass(media, 7);
      expect(part(player, 'elapsed')!.textContent).to.equal('0:07');
      expect(seek.value).to.equal('7');
      expect(seek.getAttribute('aria-valuetext')).to.equal('7 seconds of 20 seconds');
    });

    it('can be played again at its end', async () => {
      const { player, media, play } = await playingPlayer();
      const heard = listen(player, 'ended');
      await pass(media, 30);
      expect(heard).to.have.length(1);
      expect(player.ended).to.be.true;
      expect(nameOf(play)).to.equal('Play: Being heard');
      play.click();
      await until(() => !player.paused && player.readyState === 4, 'it never played again');
      expect(player.currentTime).to.equal(0);
    });

    it('is one group with the name of its dialogue', async () => {
      const { player } = await readyPlayer();
      const base = part(player, 'base')!;
      expect(base.getAttribute('role')).to.equal('group');
      expect(base.getAttribute('aria-label')).to.contain('Being heard');
    });
  });

  describe('moving about', () => {
    it('moves along the seek bar by arrow keys, Home and End', async () => {
      const { player, seek } = await playingPlayer();
      seek.focus();
      for (const [key, place] of [
        ['ArrowRight', 1],
        ['ArrowRight', 2],
        ['ArrowLeft', 1],
        ['End', 20],
        ['Home', 0],
      ] as const) {
        await sendKeys({ press: key });
        await until(() => player.currentTime === place, `${key} did not lead to ${place} but ${player.currentTime}`);
        await settle();
      }
    });

    it('obeys a change of the seek bar that comes without input, as VoiceOver makes it', async () => {
      const { player, seek } = await playingPlayer();
      seek.value = '9';
      seek.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => player.currentTime === 9, 'it never moved');
    });

    it('keeps a place chosen before the first play, and begins there', async () => {
      const { player, play, seek, media } = await readyPlayer();
      move(seek, '9');
      expect(player.currentTime).to.equal(9);
      play.click();
      await until(() => media.readyState === 4 && !media.paused, 'it never played');
      await until(() => media.currentTime === 9, `it began at ${media.currentTime}`);
    });

    it('goes on by 15 seconds, and not beyond the end', async () => {
      const { player, forward, media } = await playingPlayer();
      expect(nameOf(forward)).to.equal('Forward 15 seconds');
      await pass(media, 2);
      forward.click();
      await until(() => player.currentTime === 17, 'it never went on');
      await settle();
      forward.click();
      await until(() => player.currentTime === 20, `it went to ${player.currentTime}`);
    });

    it('goes back by 15 seconds, and not before the beginning', async () => {
      const { player, back, media } = await playingPlayer();
      expect(nameOf(back)).to.equal('Back 15 seconds');
      await pass(media, 18);
      back.click();
      await until(() => player.currentTime === 3, 'it never went back');
      await settle();
      back.click();
      await until(() => player.currentTime === 0, `it went to ${player.currentTime}`);
    });

    it('goes on from where the sound is, not from where it was when last drawn', async () => {
      const { player, back, forward, media } = await playingPlayer();
      await pass(media, 3);
      await pass(media, 0.9);
      forward.click();
      await settle();
      expect(player.currentTime).to.be.closeTo(18.9, 0.01);
      back.click();
      await settle();
      expect(player.currentTime).to.be.closeTo(3.9, 0.01);
    });

    it('counts two quick presses as two', async () => {
      const { player } = await readyPlayer();
      player.dialogue = 'two';
      await player.updateComplete;
      const { seek, back } = pieces(player);
      move(seek, '20');
      await settle();
      const before = player.currentTime;
      expect(before).to.equal(20);
      back.click();
      back.click();
      await settle();
      expect(player.currentTime).to.equal(0);
    });

    it('shows the true place when the server lets nobody move, and says so', async () => {
      const { player, play, seek, media } = await playingPlayer({ files: { [tone]: { duration: 20, ranges: false } } });
      await pass(media, 4);
      play.click();
      await settle();
      move(seek, '12');
      await settle();
      expect(player.currentTime).to.equal(4);
      expect(seek.value).to.equal('4');
      expect(seek.getAttribute('aria-disabled')).to.equal('true');
      expect(part(player, 'base')!.textContent).to.match(/mov/i);
    });

    it('begins where start-at says, in seconds or as a clock', async () => {
      for (const [written, place] of [
        ['8', 8],
        ['0:12', 12],
        ['soon', 0],
      ] as const) {
        fakePage();
        const player = await playerWith(
          html`<dialogue-player src=${goodBundle('full')} start-at=${written}></dialogue-player>`,
        );
        expect(player.currentTime, written).to.equal(place);
        player.remove();
      }
    });
  });

  describe('speed, volume and download', () => {
    it('changes the speed', async () => {
      const { player, speed, media } = await playingPlayer();
      expect(speed.value).to.equal('1');
      move(speed, '1.5');
      await settle();
      expect(player.playbackRate).to.equal(1.5);
      expect(media.playbackRate).to.equal(1.5);
      expect(speed.value).to.equal('1.5');
    });

    it('chooses the speed by keyboard', async () => {
      const { player, speed } = await readyPlayer();
      speed.focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => player.playbackRate === 1.25, `the speed is ${player.playbackRate}`);
    });

    it('shows a speed that the page has chosen, though it is not on the list', async () => {
      const { player, speed } = await readyPlayer();
      player.playbackRate = 1.1;
      await until(() => speed.value === '1.1', `it shows ${speed.value}`);
    });

    it('keeps the speed from one dialogue to the next', async () => {
      const { player, speed, media } = await playingPlayer();
      move(speed, '2');
      player.dialogue = 'two';
      await player.updateComplete;
      await player.play();
      expect(media.playbackRate).to.equal(2);
    });

    it('mutes and unmutes, and tells which by name or by state', async () => {
      const { player, mute, media } = await playingPlayer();
      const told = () => `${mute.getAttribute('aria-pressed')} ${nameOf(mute)}`;
      const before = told();
      mute.click();
      await until(() => media.muted, 'it never was mute');
      await until(() => told() !== before, 'the button never told');
      mute.click();
      await until(() => !player.muted && told() === before, 'it never was loud again');
    });

    it('changes the volume by arrow keys', async () => {
      const { player, volume } = await playingPlayer();
      volume.focus();
      await sendKeys({ press: 'ArrowLeft' });
      await until(() => player.volume < 1, 'the volume never changed');
      expect(player.volume).to.be.closeTo(0.95, 0.001);
      await until(() => volume.getAttribute('aria-valuetext')!.includes('95'), 'the slider never said so');
    });

    it('offers the sound file, unless the page does not want it', async () => {
      const { player } = await readyPlayer();
      const link = part<HTMLAnchorElement>(player, 'download')!;
      expect(link.href).to.equal(tone);
      expect(link.hasAttribute('download')).to.be.true;
      player.noDownload = true;
      await player.updateComplete;
      expect(part(player, 'download')).to.be.null;
    });
  });

  describe('chapters and transcript', () => {
    it('lists the chapters with their times and the way they lean, and not those that are not to be listed', async () => {
      const { player } = await readyPlayer();
      const chapters = [...wordsOf(player).querySelectorAll('[data-chapter]')];
      expect(chapters.map((line) => line.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
        '0:00 Safe Safety',
        '0:06 Free Freedom',
        '0:12 Together A third way',
      ]);
    });

    it('marks the right chapter though one before it is not to be listed', async () => {
      const media = fakePage();
      const chapters = [
        { startTime: 0, title: 'Silence', toc: false },
        { startTime: 5, title: 'First' },
        { startTime: 10, title: 'Second' },
      ];
      const player = await playerWith(
        html`<dialogue-player .bundle=${bundleOf([dialogueOf('one', { chapters })])}></dialogue-player>`,
      );
      await player.play();
      await pass(media, 7);
      await until(() => player.querySelector('[data-chapter][aria-current]'), 'no chapter was ever marked');
      expect(player.querySelector('[data-chapter][aria-current]')!.textContent).to.contain('First');
      expect(readWords(player)).not.to.contain('Silence');
    });

    it('takes the chapters from a file', async () => {
      const player = await playerWith(
        html`<dialogue-player src=${goodBundle('full')} dialogue="two"></dialogue-player>`,
      );
      await until(() => player.querySelector('[data-chapter]'), 'the chapters never came');
      expect(readWords(player)).to.contain('At first').and.to.contain('Later');
    });

    it('goes to a chapter and plays from there, and marks it', async () => {
      const { player, media } = await readyPlayer();
      player.querySelectorAll<HTMLElement>('[data-chapter] a')[1]!.click();
      await until(() => media.readyState === 4 && !media.paused, 'the chapter never played');
      await until(() => player.currentTime === 6, `it went to ${player.currentTime}`);
      await until(() => current(player, '[data-chapter]').join() === '1', 'the chapter was never marked');
      expect(location.hash).to.equal('');
    });

    it('tells when the sound comes into another chapter', async () => {
      const { player, media } = await playingPlayer();
      const heard: string[] = [];
      document.addEventListener(
        'dialogue-player-chapterchange',
        (event) => {
          const change = event as HTMLElementEventMap['dialogue-player-chapterchange'];
          heard.push(`${change.index} ${JSON.stringify(change.chapter?.title)}`);
        },
        { signal: AbortSignal.timeout(4000) },
      );
      await pass(media, 1);
      await pass(media, 6);
      await pass(media, 1);
      await pass(media, 5);
      expect(heard.filter((each) => !each.startsWith('0'))).to.deep.equal(['1 "Free"', '2 "Together"']);
      expect(player.currentTime).to.equal(13);
    });

    it('marks the one line that is heard', async () => {
      const { player, media } = await playingPlayer();
      await until(() => current(player, '[data-cue]').join() === '0', 'the first line was never marked');
      await pass(media, 5);
      expect(current(player, '[data-cue]')).to.deep.equal([1]);
      await pass(media, 8);
      expect(current(player, '[data-cue]')).to.deep.equal([3]);
    });

    it('marks no line before anything is heard', async () => {
      const { player } = await readyPlayer();
      expect(player.querySelector('[aria-current]')).to.be.null;
    });

    it('plays from a line whose time is pressed', async () => {
      const { player, media } = await readyPlayer();
      lines(player)[2]!.querySelector('a')!.click();
      await until(() => media.readyState === 4 && !media.paused, 'the line never played');
      await until(() => player.currentTime === 8.5, `it went to ${player.currentTime}`);
      await until(() => current(player, '[data-cue]').join() === '2', 'the line was never marked');
    });

    it('plays from a line whose words are pressed', async () => {
      const { player, media } = await readyPlayer();
      getSelection()!.removeAllRanges();
      lines(player)[1]!.querySelector('span')!.click();
      await until(() => media.readyState === 4 && !media.paused, 'the line never played');
      await until(() => player.currentTime === 4, `it went to ${player.currentTime}`);
    });

    it('does not play while somebody selects words to quote', async () => {
      const { player, media } = await readyPlayer();
      const words = lines(player)[1]!.querySelector('span')!;
      getSelection()!.selectAllChildren(words);
      words.click();
      await settle();
      expect(media.loads).to.equal(0);
      expect(player.paused).to.be.true;
      getSelection()!.removeAllRanges();
    });

    it('leaves a press with a modifier to the browser', async () => {
      const { player, media } = await readyPlayer();
      const link = lines(player)[1]!.querySelector('a')!;
      const stop = (event: Event) => event.preventDefault();
      document.addEventListener('click', stop);
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
      document.removeEventListener('click', stop);
      await settle();
      expect(media.loads).to.equal(0);
    });

    it('leaves a press that the page has dealt with alone', async () => {
      const { player, media } = await readyPlayer();
      const link = lines(player)[1]!.querySelector('a')!;
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await settle();
      expect(media.loads).to.equal(0);
    });

    it('walks the lines by arrow keys, Home and End, as one tab stop', async () => {
      const { player } = await readyPlayer();
      const links = lines(player).map((line) => line.querySelector('a')!);
      const stops = () => links.flatMap((link, i) => (link.tabIndex === 0 ? [i] : []));
      await until(() => stops().length === 1, 'there never was one tab stop');
      expect(stops()).to.deep.equal([0]);
      links[0]!.focus();
      for (const [key, line] of [
        ['ArrowDown', 1],
        ['ArrowDown', 2],
        ['ArrowUp', 1],
        ['End', 3],
        ['ArrowDown', 3],
        ['Home', 0],
        ['ArrowUp', 0],
      ] as const) {
        await sendKeys({ press: key });
        expect(document.activeElement === links[line], key).to.be.true;
        expect(stops(), key).to.deep.equal([line]);
      }
    });

    it('leaves the tab stop with somebody who walks the lines while the sound goes on', async () => {
      const { player, media } = await playingPlayer();
      const links = lines(player).map((line) => line.querySelector('a')!);
      links[0]!.focus();
      await sendKeys({ press: 'End' });
      await pass(media, 5);
      expect(document.activeElement === links[3]).to.be.true;
      expect(links[3]!.tabIndex).to.equal(0);
      expect(current(player, '[data-cue]')).to.deep.equal([1]);
    });

    it('plays a line by Enter', async () => {
      const { player, media } = await readyPlayer();
      lines(player)[0]!.querySelector('a')!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await until(() => media.readyState === 4 && !media.paused, 'the line never played');
      await until(() => player.currentTime === 4, `it went to ${player.currentTime}`);
    });

    it('names each speaker once in a row', async () => {
      const { player } = await readyPlayer();
      const speakers = [...player.querySelectorAll('[data-speaker]')].map((each) => each.textContent);
      expect(speakers).to.deep.equal(['Ann', 'Bob', 'Ann']);
    });

    it('leaves the transcript out where the page does not want it, and does not fetch it', async () => {
      fakePage();
      const player = await playerWith(
        html`<dialogue-player src=${goodBundle('tiny')} no-transcript></dialogue-player>`,
      );
      expect(readWords(player)).not.to.contain('kettle');
      expect(network.asked.filter((address) => address.endsWith('.vtt'))).to.be.empty;
    });

    it('is short when compact: no summary, no chapters, the transcript closed', async () => {
      const { player } = await readyPlayer();
      player.layout = 'compact';
      await player.updateComplete;
      expect(readWords(player)).not.to.contain('Two people talk about being heard.');
      expect(player.querySelector('[data-chapter]')).to.be.null;
      expect(player.querySelector('details')!.open).to.be.false;
      expect(lines(player)).to.have.length(4);
    });

    for (const [what, answer] of [
      ['is missing', (address: string) => network.refuse(address)],
      ['cannot be reached', (address: string) => network.cut(address)],
      ['is no transcript', (address: string) => network.give(address, '<!doctype html><title>404</title>')],
      ['has no words', (address: string) => network.give(address, 'WEBVTT\n\nNOTE Nothing was said.')],
    ] as const) {
      it(`fails the transcript and not the player when the transcript ${what}`, async () => {
        const media = fakePage();
        answer(fixtureAddress('transcripts/two-voices.vtt'));
        const player = await playerWith(html`<dialogue-player src=${goodBundle('tiny')}></dialogue-player>`);
        await until(() => player.querySelector('[data-failure]'), 'the failure was never told');
        expect(player.querySelector('[data-failure]')!.textContent).to.match(/cannot be read/);
        expect(player.dataset['state']).to.equal('ready');
        part(player, 'play')!.click();
        await until(() => media.readyState === 4 && !media.paused, 'it never played');
      });
    }

    it('shows what can be read of a garbled transcript', async () => {
      fakePage();
      const bundle = bundleOf([
        dialogueOf('one', { transcript: [{ src: fixtureAddress('transcripts/garbled.vtt'), language: 'en-GB' }] }),
      ]);
      const player = await playerWith(html`<dialogue-player .bundle=${bundle}></dialogue-player>`);
      await until(() => lines(player).length, 'no line was ever shown');
      expect(readWords(player)).to.contain('These words are good.');
    });
  });

  describe('as a media element', () => {
    it('has the values of an audio that nobody has pressed', async () => {
      const { player } = await readyPlayer();
      const audio = new Audio();
      for (const name of [
        'paused',
        'ended',
        'seeking',
        'currentTime',
        'readyState',
        'playbackRate',
        'defaultPlaybackRate',
        'volume',
        'muted',
        'error',
        'currentSrc',
      ] as const) {
        expect(player[name], name).to.equal(audio[name]);
      }
      expect(player.duration).to.equal(20);
      expect(player.buffered.length).to.equal(0);
      expect(player.seekable.length).to.equal(0);
    });

    it('has the values of its sound while it plays', async () => {
      const { player, media } = await playingPlayer();
      await pass(media, 3);
      expect(player.currentTime).to.equal(3);
      expect(player.currentSrc).to.equal(tone);
      expect(player.buffered.end(0)).to.equal(20);
      expect(player.seekable.end(0)).to.equal(20);
    });

    it('takes the length from the sound as soon as it is known', async () => {
      const media = fakePage();
      const bundle = bundleOf([
        dialogueOf('one', { audio: { sources: [{ src: tone, type: 'audio/mpeg' }], duration: '1:30' } }),
      ]);
      const player = await playerWith(html`<dialogue-player .bundle=${bundle}></dialogue-player>`);
      expect(player.duration).to.equal(90);
      const heard = listen(player, 'durationchange');
      await player.play();
      await until(() => heard.length, 'durationchange was never told');
      expect(player.duration).to.equal(20);
      expect(media.duration).to.equal(20);
      await until(() => part(player, 'total')!.textContent === '0:20', 'the face never showed it');
    });

    it('tells the events of an audio, in order, and they do not bubble', async () => {
      const { player, play, media } = await readyPlayer();
      const types = ['play', 'loadedmetadata', 'loadeddata', 'canplay', 'playing', 'timeupdate', 'pause', 'ended'];
      const outside = listen(player.parentElement!, ...types);
      const inside = listen(player, ...types);
      play.click();
      await until(() => inside.some(({ type }) => type === 'playing'), 'it never told that it plays');
      await pass(media, 30);
      await until(() => inside.at(-1)!.type === 'ended', 'it never told its end');
      expect(outside).to.be.empty;
      expect(inside.some(({ bubbles, composed }) => bubbles || composed)).to.be.false;
      const told = inside.map(({ type }) => type).filter((type) => type !== 'timeupdate');
      expect(told).to.deep.equal(['play', 'loadedmetadata', 'loadeddata', 'canplay', 'playing', 'pause', 'ended']);
    });

    it('refuses a time that is no number, as an audio does', async () => {
      const { player } = await readyPlayer();
      expect(() => (player.currentTime = NaN)).to.throw(TypeError);
      expect(() => (player.currentTime = Infinity)).to.throw(TypeError);
    });

    it('tells a change of speed and volume to every player, since there is one voice', async () => {
      fakePage();
      const page = await fixture(html`
        <div>
          <dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>
          <dialogue-player src=${goodBundle('full')} dialogue="two"></dialogue-player>
        </div>
      `);
      const [a, b] = page.querySelectorAll('dialogue-player');
      await untilState(a!, 'ready');
      await untilState(b!, 'ready');
      const heard = listen(b!, 'volumechange', 'ratechange');
      a!.volume = 0.5;
      a!.playbackRate = 1.5;
      await until(() => heard.length === 2, 'the other player never heard');
      expect([b!.volume, b!.playbackRate]).to.deep.equal([0.5, 1.5]);
      expect(b!.defaultPlaybackRate).to.equal(1);
    });

    it('keeps a time that was set before it was ready', async () => {
      const media = fakePage();
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/talks.json"></dialogue-player>`,
      );
      player.currentTime = 11;
      expect(player.currentTime).to.equal(11);
      release(JSON.stringify(bundleOf([dialogueOf('one')])));
      await untilState(player, 'ready');
      expect(player.currentTime).to.equal(11);
      await player.play();
      await until(() => media.currentTime === 11, `it began at ${media.currentTime}`);
    });

    it('waits with a play that was asked for before it was ready', async () => {
      fakePage();
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/talks.json"></dialogue-player>`,
      );
      const played = player.play();
      release(JSON.stringify(bundleOf([dialogueOf('one')])));
      await played;
      expect(player.paused).to.be.false;
    });

    it('takes back a play that was asked for before it was ready, when it is paused again', async () => {
      const media = fakePage();
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/talks.json"></dialogue-player>`,
      );
      const played = player.play().then(
        () => 'played',
        (error: DOMException) => error.name,
      );
      player.pause();
      release(JSON.stringify(bundleOf([dialogueOf('one')])));
      await untilState(player, 'ready');
      expect(await played).to.equal('AbortError');
      await settle();
      expect(media.loads).to.equal(0);
    });

    it('rejects a play when there turns out to be nothing to play', async () => {
      fakePage();
      network.refuse('https://example.org/talks.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/talks.json"></dialogue-player>`,
      );
      const names: string[] = [];
      await player.play().catch((error: DOMException) => names.push(error.name));
      await untilState(player, 'failed');
      await player.play().catch((error: DOMException) => names.push(error.name));
      expect(names).to.deep.equal(['NotSupportedError', 'NotSupportedError']);
    });

    it('rejects a play that the browser refuses, with its own error, and stays paused', async () => {
      const { player } = await readyPlayer({ refusal: new DOMException('No gesture.', 'NotAllowedError') });
      const error = await player.play().catch((reason: DOMException) => reason);
      expect((error as DOMException).name).to.equal('NotAllowedError');
      expect(player.paused).to.be.true;
    });
  });

  describe('among others', () => {
    async function twoPlayers(second = 'two') {
      const media = fakePage();
      const page = await fixture(html`
        <div>
          <dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>
          <dialogue-player src=${goodBundle('full')} dialogue=${second}></dialogue-player>
        </div>
      `);
      const [a, b] = [...page.querySelectorAll('dialogue-player')] as [Player, Player];
      await untilState(a, 'ready');
      await untilState(b, 'ready');
      return { media, a, b, page };
    }

    it('pauses the first when the second begins, tells it once, and the first keeps its place', async () => {
      const { a, b, media } = await twoPlayers();
      await a.play();
      await pass(media, 7);
      const heard = listen(a, 'pause');
      part(b, 'play')!.click();
      await until(() => !b.paused && b.readyState === 4, 'the second never played');
      await settle();
      expect(heard).to.have.length(1);
      expect(a.paused).to.be.true;
      expect(a.currentTime).to.equal(7);
      expect(part(a, 'elapsed')!.textContent).to.equal('0:07');
      expect(nameOf(part(a, 'play'))).to.equal('Play: Being heard');
      part(a, 'play')!.click();
      await until(() => !a.paused && media.currentTime === 7, 'the first never went on from its place');
      expect(b.paused).to.be.true;
    });

    it('marks no line of a dialogue that is not in the voice any more', async () => {
      const { a, b } = await twoPlayers();
      await until(() => lines(a).length, 'the transcript never came');
      await a.play();
      await until(() => current(a, '[data-cue]').length, 'no line was ever marked');
      await b.play();
      await until(() => !current(a, '[data-cue]').length, 'the line stayed marked');
    });

    it('tells the events of its own dialogue alone', async () => {
      const { a, b, media } = await twoPlayers();
      const heard = listen(b, 'play', 'playing', 'timeupdate', 'seeking', 'pause');
      await a.play();
      await pass(media, 3);
      a.pause();
      await settle();
      expect(heard).to.be.empty;
    });

    it('agrees with another view of the same dialogue', async () => {
      const { a, b, media } = await twoPlayers('one');
      part(a, 'play')!.click();
      await until(() => !b.paused && b.readyState === 4, 'the other view never knew');
      await pass(media, 5);
      expect(part(b, 'elapsed')!.textContent).to.equal('0:05');
      expect(nameOf(part(b, 'play'))).to.equal('Pause: Being heard');
      part(b, 'play')!.click();
      await until(() => a.paused, 'the first view never knew');
    });

    it('agrees with a card of the same dialogue', async () => {
      const media = fakePage();
      const page = await fixture(html`
        <div>
          <dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>
          <tension-card src=${goodBundle('full')} dialogue="one"></tension-card>
        </div>
      `);
      const player = page.querySelector('dialogue-player')!;
      const card = page.querySelector('tension-card')!;
      await untilState(player, 'ready');
      await untilState(card, 'ready');
      part(card, 'play')!.click();
      await until(() => !player.paused && media.readyState === 4, 'the player never knew');
      await until(() => nameOf(part(card, 'play')) === 'Pause: Being heard', 'the card never showed it');
      part(player, 'play')!.click();
      await until(() => nameOf(part(card, 'play')) === 'Play: Being heard', 'the card never showed the pause');
    });

    it('pauses when it is taken out of the page, and keeps the place', async () => {
      const { a, media, page } = await twoPlayers();
      await a.play();
      await pass(media, 6);
      a.remove();
      await until(() => media.paused, 'it played on');
      page.append(a);
      await a.updateComplete;
      expect(a.currentTime).to.equal(6);
    });

    it('plays on when it is moved in the page, and tells no pause', async () => {
      const { a, media, page } = await twoPlayers();
      await a.play();
      await settle();
      const heard = listen(a, 'pause', 'play');
      page.append(a);
      await settle();
      expect(media.paused).to.be.false;
      expect(a.paused).to.be.false;
      expect(heard).to.be.empty;
    });

    it('plays on when it is taken out and another view of its dialogue stays', async () => {
      const { a, b, media } = await twoPlayers('one');
      await a.play();
      await settle();
      a.remove();
      await settle();
      expect(media.paused).to.be.false;
      expect(b.paused).to.be.false;
    });

    it('pauses what it played when it is turned to another dialogue, and tells it once', async () => {
      const { player, media } = await playingPlayer();
      const told = listen(player, 'pause');
      player.dialogue = 'two';
      await player.updateComplete;
      await until(() => media.paused, 'the first dialogue played on, and nothing on the page could stop it');
      expect(player.currentTime).to.equal(0);
      expect(nameOf(part(player, 'play'))).to.equal('Play: Being seen');
      await settle();
      expect(told).to.have.length(1);
    });
  });

  describe('when something fails', () => {
    it('says in words that there is no such dialogue', async () => {
      const player = await fixture<Player>(
        html`<dialogue-player src=${goodBundle('tiny')} dialogue="nobody"></dialogue-player>`,
      );
      await untilState(player, 'failed');
      expect(readWords(player)).to.contain('nobody');
      expect(part(player, 'play')).to.be.null;
      expect(part(player, 'retry'), 'another try would not help').to.be.null;
    });

    it('says in words that a dialogue was set aside, and shows the others', async () => {
      const page = await fixture(html`
        <div>
          <dialogue-player src=${badBundle('javascript-source.json')} dialogue="bad"></dialogue-player>
          <dialogue-player src=${badBundle('javascript-source.json')} dialogue="good"></dialogue-player>
        </div>
      `);
      const [bad, good] = page.querySelectorAll('dialogue-player');
      await untilState(bad!, 'failed');
      await untilState(good!, 'ready');
      expect(readWords(bad!)).to.contain('bad').and.to.contain('mistake');
    });

    it('says something sensible when no dialogue is named and none can be shown', async () => {
      const player = await fixture<Player>(
        html`<dialogue-player src=${badBundle('empty-dialogues.json')}></dialogue-player>`,
      );
      await untilState(player, 'failed');
      expect(readWords(player)).to.match(/\w{3}/);
      expect(readWords(player)).not.to.contain('“”');
    });

    it('says that the sound cannot be played, and gives the way to it', async () => {
      const { player, play } = await readyPlayer({ files: { [tone]: { missing: true } } });
      const heard = listen(player, 'error');
      play.click();
      await untilState(player, 'failed');
      const told = player.querySelector('[data-failure]')!;
      expect(told.textContent).to.contain('The sound cannot be played');
      expect(told.querySelector('a')!.href).to.equal(tone);
      expect(player.error!.code).to.equal(4);
      expect(heard).to.have.length(1);
      expect(lines(player)).to.have.length(4);
      const status = document.querySelector('[role="status"]')!;
      await until(() => status.textContent.includes('The sound cannot be played'), 'nobody was told');
    });

    it('plays at last when Retry finds the sound', async () => {
      const { player, play, media } = await readyPlayer({ files: { [tone]: { missing: true } } });
      play.click();
      await untilState(player, 'failed');
      const retry = part(player, 'retry')!;
      expect(retry.textContent.trim()).to.equal('Retry');
      media.files = { [tone]: { duration: 20 } };
      retry.click();
      await untilState(player, 'ready');
      await until(() => !player.paused && player.readyState === 4, 'it never played');
      await until(() => !part(player, 'retry'), 'Retry stayed');
      expect(player.querySelector('[data-failure]')).to.be.null;
    });

    it('keeps the focus of somebody who presses Retry by keyboard', async () => {
      const { player, play, media } = await readyPlayer({ files: { [tone]: { missing: true } } });
      play.click();
      await untilState(player, 'failed');
      await player.updateComplete;
      media.files = { [tone]: { duration: 20 } };
      part(player, 'retry')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !player.paused && player.readyState === 4, 'it never played');
      await settle();
      expect(document.activeElement === player, 'the focus fell out of the player').to.be.true;
    });

    it('keeps its place over a broken connection', async () => {
      const { player, media } = await playingPlayer();
      await pass(media, 9);
      media.breakOff();
      await untilState(player, 'failed');
      part(player, 'retry')!.click();
      await untilState(player, 'ready');
      await until(() => media.readyState === 4 && media.currentTime === 9, `it went on at ${media.currentTime}`);
    });

    it('says that the browser refused, and forgets it once it plays', async () => {
      const { player, play, media } = await readyPlayer({ refusal: new DOMException('No.', 'NotAllowedError') });
      play.click();
      await until(() => player.querySelector('[data-failure]'), 'the refusal was never told');
      expect(player.querySelector('[data-failure]')!.textContent).to.contain('Press play again');
      expect(nameOf(play)).to.equal('Play: Being heard');
      expect(player.dataset['state']).to.equal('ready');
      media.refusal = null;
      play.click();
      await until(() => !player.querySelector('[data-failure]'), 'the refusal was told on and on');
    });

    it('says within 15 seconds that the sound is slow, offers Retry, and plays when it comes', async () => {
      const { player, play, media } = await readyPlayer({ files: { [tone]: { duration: 20, hangs: true } } });
      const timers = holdTimers(5000);
      try {
        play.click();
        await settle();
        const [timer] = timers.waiting;
        expect(timer!.delay).to.be.at.most(15_000);
        timer!.ring();
        await settle();
      } finally {
        timers.restore();
      }
      expect(player.querySelector('[data-failure]')!.textContent).to.contain('slow');
      expect(part(player, 'retry')).to.exist;
      media.arrive();
      await until(() => player.readyState === 4, 'the sound never came');
      await until(() => !player.querySelector('[data-failure]'), 'the trouble was told on and on');
    });

    it('shows what the page put inside while it waits and when it has failed, and not when it is ready', async () => {
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(
        html`<dialogue-player src="https://example.org/talks.json"><p>A talk of two.</p></dialogue-player>`,
      );
      const own = player.querySelector('p')!;
      expect(isShown(own)).to.be.true;
      release(JSON.stringify(bundleOf([dialogueOf('one')])));
      await untilState(player, 'ready');
      await player.updateComplete;
      expect(isShown(own)).to.be.false;
      player.dialogue = 'nobody';
      await untilState(player, 'failed');
      await player.updateComplete;
      expect(isShown(own)).to.be.true;
    });
  });

  describe('the audio that the page put inside', () => {
    async function waitingPlayer() {
      freshPage();
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(html`
        <dialogue-player src="https://example.org/talks.json">
          <audio controls preload="none" src=${tone} muted></audio>
        </dialogue-player>
      `);
      const audio = player.querySelector('audio')!;
      audio.muted = true;
      return { player, audio, release: () => release(JSON.stringify(bundleOf([dialogueOf('one')]))) };
    }

    it('is taken over in place when somebody has pressed it already', async () => {
      const { player, audio, release } = await waitingPlayer();
      await audio.play();
      audio.currentTime = 4;
      release();
      await untilState(player, 'ready');
      await until(() => !player.paused && player.currentTime >= 4, 'the press was lost');
      expect(audio.paused).to.be.false;
      expect(player.contains(audio)).to.be.true;
      part(player, 'play')!.click();
      await until(() => audio.paused && player.paused, 'it could not be paused');
    });

    it('is taken over while it still loads', async () => {
      const { player, audio, release } = await waitingPlayer();
      const pressed = audio.play();
      release();
      await untilState(player, 'ready');
      await pressed;
      await until(() => !player.paused && player.currentTime > 0, 'the press was lost');
      expect(audio.paused).to.be.false;
      player.pause();
    });

    it('stays as it is when nobody has pressed it', async () => {
      const { player, audio, release } = await waitingPlayer();
      const before = audio.outerHTML;
      release();
      await untilState(player, 'ready');
      await player.play();
      await until(() => player.currentTime > 0, 'it never played');
      expect(audio.paused).to.be.true;
      expect(audio.networkState).not.to.equal(audio.NETWORK_LOADING);
      expect(audio.outerHTML).to.equal(before);
      player.pause();
    });

    it('is left alone when its sound is not of this dialogue', async () => {
      const { player, audio, release } = await waitingPlayer();
      audio.src = fixtureAddress('audio/short.mp3');
      await audio.play();
      release();
      await untilState(player, 'ready');
      expect(player.paused).to.be.true;
      audio.pause();
    });
  });

  describe('the words in the light', () => {
    it('begin with a heading of the level that the page wants', async () => {
      for (const [level, tag] of [
        ['3', 'H3'],
        ['6', 'H6'],
        ['9', 'H2'],
        ['1', 'H2'],
        ['many', 'H2'],
      ] as const) {
        fakePage();
        const player = await playerWith(
          html`<dialogue-player src=${goodBundle('tiny')} heading-level=${level}></dialogue-player>`,
        );
        const headings = [...wordsOf(player).querySelectorAll('h1, h2, h3, h4, h5, h6')];
        expect(
          headings.map(({ tagName }) => tagName),
          level,
        ).to.deep.equal([tag]);
        expect(headings[0]!.textContent).to.equal('Being heard');
        player.remove();
      }
    });

    it('never change what the page put inside', async () => {
      fakePage();
      const player = await playerWith(html`
        <dialogue-player src=${goodBundle('tiny')}
          ><p class="own">A <em>talk</em></p>
          <!-- mine --><i>x</i></dialogue-player
        >
      `);
      const own = [...player.childNodes].filter((node) => node !== wordsOf(player));
      const before = own.map((node) => (node as Element).outerHTML ?? node.textContent);
      player.dialogue = 'nobody';
      await untilState(player, 'failed');
      player.dialogue = 'one';
      await untilState(player, 'ready');
      const now = [...player.childNodes].filter((node) => node !== wordsOf(player));
      expect(now.length === own.length && now.every((node, i) => node === own[i])).to.be.true;
      expect(now.map((node) => (node as Element).outerHTML ?? node.textContent)).to.deep.equal(before);
    });

    it('come back when the page takes them away', async () => {
      const { player } = await readyPlayer();
      const before = readWords(player);
      wordsOf(player).remove();
      await until(() => wordsOf(player), 'the words never came back');
      expect(readWords(player)).to.equal(before);
    });

    it('come back when the page empties the tag', async () => {
      const { player } = await readyPlayer();
      const before = readWords(player);
      player.innerHTML = '';
      await until(() => wordsOf(player), 'the words never came back');
      expect(readWords(player)).to.equal(before);
    });

    it('are there once in a clone of a ready player', async () => {
      const { player } = await readyPlayer();
      const clone = player.cloneNode(true) as Player;
      player.after(clone);
      await untilState(clone, 'ready');
      await until(() => lines(clone).length === 4, 'the transcript of the clone never came');
      expect(clone.querySelectorAll('[data-dialogue-words]')).to.have.length(1);
      expect(clone.querySelectorAll('h2')).to.have.length(1);
      expect(readWords(clone)).to.equal(readWords(player));
    });

    it('are there at once in a page that was made beforehand, and once in the end', async () => {
      const release = network.hold('https://example.org/talks.json');
      const player = await fixture<Player>(html`
        <dialogue-player src="https://example.org/talks.json">
          <div slot="words" data-dialogue-words><h2>Made beforehand</h2></div>
        </dialogue-player>
      `);
      expect(isShown(player.querySelector('h2')!)).to.be.true;
      release(JSON.stringify(bundleOf([dialogueOf('one')])));
      await untilState(player, 'ready');
      await player.updateComplete;
      expect([...player.querySelectorAll('h2')].map((each) => each.textContent)).to.deep.equal(['Title of one']);
    });

    it('change with the dialogue, though a translator has wrapped them', async () => {
      const { player } = await readyPlayer();
      wrapAsTranslatorsDo(wordsOf(player));
      player.dialogue = 'two';
      await player.updateComplete;
      expect(wordsOf(player).querySelector('h2')!.textContent).to.equal('Being seen');
      expect(readWords(player)).not.to.contain('Being heard');
    });

    it('tell of trouble, though a translator has wrapped them', async () => {
      const { player, play, media } = await readyPlayer({ refusal: new DOMException('No.', 'NotAllowedError') });
      play.click();
      await until(() => player.querySelector('[data-failure]'), 'the refusal was never told');
      wrapAsTranslatorsDo(wordsOf(player));
      media.refusal = null;
      media.files = { [tone]: { missing: true } };
      play.click();
      await untilState(player, 'failed');
      await player.updateComplete;
      expect(readWords(player)).to.contain('The sound cannot be played');
      expect(readWords(player)).not.to.contain('Press play again');
    });

    it('change with the language of the page, though a translator has wrapped them', async () => {
      fakePage();
      const player = await playerWith(
        html`<div lang="en"><dialogue-player src=${goodBundle('two-languages')}></dialogue-player></div>`,
      );
      wrapAsTranslatorsDo(wordsOf(player));
      player.parentElement!.lang = 'cy';
      await until(() => languageOf(wordsOf(player)) === 'cy', 'the words never changed');
      expect(wordsOf(player).querySelector('h2')!.textContent).to.equal('Cael eich clywed');
      expect(readWords(player)).not.to.contain('Two people talk');
    });

    it('stay as a translator left them while the sound plays', async () => {
      const { player, media } = await playingPlayer();
      const heading = wordsOf(player).querySelector('h2')!;
      heading.innerHTML = '<font>Cael eich clywed</font>';
      await pass(media, 7);
      await pass(media, 7);
      expect(heading.isConnected).to.be.true;
      expect(heading.textContent).to.equal('Cael eich clywed');
    });

    it('are not drawn anew while the sound plays', async () => {
      const { player, media } = await playingPlayer();
      const changes: MutationRecord[] = [];
      const watch = new MutationObserver((records) => changes.push(...records));
      watch.observe(wordsOf(player), { childList: true, characterData: true, subtree: true });
      for (let i = 0; i < 8; i++) await pass(media, 2);
      watch.disconnect();
      expect(changes).to.be.empty;
    });
  });

  describe('languages', () => {
    const welshPage = () => html`
      <div lang="cy"><dialogue-player src=${goodBundle('two-languages')}></dialogue-player></div>
    `;

    it('speaks Welsh in a Welsh part of the page', async () => {
      fakePage();
      const player = await playerWith(welshPage());
      await until(() => lines(player).length === 2, 'the Welsh transcript never came');
      expect(nameOf(part(player, 'play'))).to.equal('Chwarae: Cael eich clywed');
      expect(nameOf(part(player, 'forward'))).to.equal('Ymlaen 15 eiliad');
      expect(readWords(player)).to.contain('Dau berson yn sgwrsio').and.to.contain('gan y tegell');
      expect(languageOf(part(player, 'play')!)).to.equal('cy');
      expect(languageOf(wordsSaying(player, 'Dau berson'))).to.equal('cy');
    });

    it('follows a change of the language around it', async () => {
      fakePage();
      const player = await playerWith(welshPage());
      player.parentElement!.lang = 'en';
      await until(() => nameOf(part(player, 'play')) === 'Play: Being heard', 'it went on in Welsh');
      await until(() => lines(player).length === 4, 'the English transcript never came');
      player.lang = 'cy';
      await until(() => nameOf(part(player, 'play')).startsWith('Chwarae'), 'it did not follow its own lang');
    });

    it('takes the nearest language through the walls of shadow roots', async () => {
      fakePage();
      const host = await fixture(html`<div lang="cy"></div>`);
      const inner = host.attachShadow({ mode: 'open' });
      inner.innerHTML = `<dialogue-player src="${goodBundle('two-languages')}"></dialogue-player>`;
      const player = inner.querySelector('dialogue-player')!;
      await untilState(player, 'ready');
      expect(nameOf(part(player, 'play'))).to.equal('Chwarae: Cael eich clywed');
    });

    it('marks what is not in the language of the page', async () => {
      fakePage();
      const player = await playerWith(
        html`<div lang="cy"><dialogue-player src=${goodBundle('full')}></dialogue-player></div>`,
      );
      expect(languageOf(wordsSaying(player, 'Being heard'))).to.equal('en-GB');
      expect(languageOf(wordsSaying(player, 'Penodau'))).to.equal('cy');
      await until(() => player.querySelector('[data-cues]'), 'the transcript never came');
      expect(languageOf(wordsSaying(player, 'kettle'))).to.equal('en-GB');
    });

    it('keeps a French text French in a French page, among words of its own that are English', async () => {
      fakePage();
      const bundle = bundleOf([dialogueOf('one', { title: { 'en-GB': 'Being heard', fr: 'Être entendu' } })]);
      const player = await playerWith(html`<div lang="fr"><dialogue-player .bundle=${bundle}></dialogue-player></div>`);
      expect(languageOf(wordsSaying(player, 'Être entendu'))).to.equal('fr');
      expect(languageOf(wordsSaying(player, 'Summary of one.'))).to.equal('en-GB');
    });

    it('marks its own words in a page whose language it does not speak', async () => {
      fakePage();
      const player = await playerWith(
        html`<div lang="fr"><dialogue-player src=${goodBundle('tiny')}></dialogue-player></div>`,
      );
      expect(languageOf(part(player, 'play')!)).to.equal('en-GB');
      expect(languageOf(wordsSaying(player, 'Transcript'))).to.equal('en-GB');
    });
  });

  describe('deep links', () => {
    it('begins at the moment in the address of the page', async () => {
      const media = fakePage();
      history.replaceState(null, '', '#dialogue=one&t=0:07');
      const player = await playerWith(html`<dialogue-player src=${goodBundle('full')} start-at="2"></dialogue-player>`);
      expect(player.currentTime).to.equal(7);
      expect(media.loads).to.equal(0);
      await player.play();
      await until(() => media.currentTime === 7, `it began at ${media.currentTime}`);
    });

    it('follows the address when it changes', async () => {
      const { player } = await readyPlayer();
      location.hash = '#dialogue=one&t=12';
      await until(() => player.currentTime === 12, 'it never followed');
    });

    it('leaves a moment of another dialogue to another player', async () => {
      fakePage();
      history.replaceState(null, '', '#dialogue=two&t=7');
      const player = await playerWith(
        html`<dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>`,
      );
      expect(player.currentTime).to.equal(0);
    });

    it('plays a clip to its end and no further', async () => {
      const media = fakePage();
      history.replaceState(null, '', '#dialogue=one&t=2,5');
      const player = await playerWith(html`<dialogue-player src=${goodBundle('full')}></dialogue-player>`);
      part(player, 'play')!.click();
      await until(() => !player.paused && media.readyState === 4, 'it never played');
      await pass(media, 2.9);
      await until(() => player.paused, 'it played on beyond the clip');
    });

    it('does not send the sound back when another view of the dialogue comes later', async () => {
      const media = fakePage();
      history.replaceState(null, '', '#dialogue=one&t=7');
      const player = await playerWith(html`<dialogue-player src=${goodBundle('full')}></dialogue-player>`);
      await player.play();
      await pass(media, 5);
      expect(player.currentTime).to.equal(12);
      const second = document.createElement('dialogue-player');
      second.src = goodBundle('full');
      player.after(second);
      await untilState(second, 'ready');
      await settle();
      expect(player.currentTime).to.equal(12);
    });

    it('keeps a place over a visit to another dialogue, whatever the address says', async () => {
      const media = fakePage();
      history.replaceState(null, '', '#dialogue=one&t=7');
      const player = await playerWith(
        html`<dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>`,
      );
      await player.play();
      await pass(media, 5);
      player.dialogue = 'two';
      await player.updateComplete;
      await player.play();
      player.dialogue = 'one';
      await player.updateComplete;
      expect(player.currentTime).to.equal(12);
    });

    it('lets no wrong address in the page do harm', async () => {
      for (const hash of ['#dialogue=one&t=soon', '#dialogue=%E0%A4%A&t=1', '#&&&==', '#dialogue=one&t=9999']) {
        fakePage();
        history.replaceState(null, '', hash);
        const player = await playerWith(html`<dialogue-player src=${goodBundle('tiny')}></dialogue-player>`);
        expect(player.currentTime, hash).to.be.within(0, 20);
        player.remove();
      }
    });
  });

  describe('on a page that is early, late or rough', () => {
    it('takes over what the page set before the script was there', async () => {
      fakePage();
      class LatePlayer extends DialoguePlayerElement {}
      const player = document.createElement('late-player') as Player;
      Object.assign(player, { src: goodBundle('full'), currentTime: 12, volume: 0.5, playbackRate: 1.5 });
      document.body.append(player);
      customElements.define('late-player', LatePlayer);
      await untilState(player, 'ready');
      expect(player.currentTime).to.equal(12);
      expect(player.volume).to.equal(0.5);
      expect(player.playbackRate).to.equal(1.5);
      player.currentTime = 3;
      await player.updateComplete;
      expect(part<HTMLInputElement>(player, 'seek')!.value).to.equal('3');
      player.remove();
    });

    it('lets a link to another site go there, though its address ends like one of ours', async () => {
      fakePage();
      const summary = 'See [the other site](https://other.example/listen#dialogue=one&t=3).';
      const player = await playerWith(
        html`<dialogue-player .bundle=${bundleOf([dialogueOf('one', { summary })])}></dialogue-player>`,
      );
      let prevented: boolean | undefined;
      const note = (event: Event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('click', note);
      wordsOf(player).querySelector<HTMLElement>('a[href^="https:"]')!.click();
      removeEventListener('click', note);
      expect(prevented).to.be.false;
      expect(player.paused).to.be.true;
    });

    it('says AbortError to a play() whose player left before it was ready', async () => {
      fakePage();
      const network = new Network();
      network.hold(goodBundle('full'));
      const player = document.createElement('dialogue-player');
      player.src = goodBundle('full');
      document.body.append(player);
      const failure = player.play().then(
        () => null,
        (error: DOMException) => error.name,
      );
      await player.updateComplete;
      player.remove();
      expect(await failure).to.equal('AbortError');
      network.restore();
    });

    it('puts a place that was asked for early before the place that was kept', async () => {
      fakePage();
      const first = await playerWith(html`<dialogue-player src=${goodBundle('full')}></dialogue-player>`);
      first.currentTime = 10;
      const second = document.createElement('dialogue-player');
      second.src = goodBundle('full');
      second.currentTime = 15;
      first.after(second);
      await untilState(second, 'ready');
      expect(second.currentTime).to.equal(15);
    });

    it('puts the keyboard on play when Retry in the failed face has found the bundle', async () => {
      fakePage();
      const network = new Network();
      network.refuse(goodBundle('full'));
      const player = document.createElement('dialogue-player');
      player.src = goodBundle('full');
      document.body.append(player);
      await untilState(player, 'failed');
      part(player, 'retry')!.focus();
      part(player, 'retry')!.click();
      await until(() => network.count(goodBundle('full')) === 2, 'it never asked again');
      await untilState(player, 'failed');
      await until(() => player.shadowRoot!.activeElement === part(player, 'retry'), 'Retry lost the keyboard');
      network.restore();
      part(player, 'retry')!.click();
      await untilState(player, 'ready');
      await until(() => player.shadowRoot!.activeElement === part(player, 'play'), 'play never got the keyboard');
      player.remove();
    });

    it('keeps one voice also with an <audio> that stands for a player that failed', async () => {
      const { player } = await readyPlayer();
      const failed = await fixture<Player>(
        html`<dialogue-player src=${badBundle('wrong-format.json')}
          ><audio src=${tone} muted></audio
        ></dialogue-player>`,
      );
      await untilState(failed, 'failed');
      const audio = failed.querySelector('audio')!;
      await audio.play();
      await player.play();
      await until(() => audio.paused, 'the <audio> went on beneath the voice');
      await audio.play();
      await until(() => player.paused, 'the voice went on beneath the <audio>');
      expect(audio.paused).to.be.false;
      audio.pause();
    });

    it('puts its words back as often as a page takes them away, if not all at once', async () => {
      const { player } = await readyPlayer();
      for (let i = 0; i < 40; i++) {
        wordsOf(player).remove();
        await until(() => wordsOf(player), 'the words never came back');
        await aTimeout(60);
      }
      expect(readWords(player)).to.contain('Safe');
    }).timeout(10_000);

    it('does not hang with a page that will not have its words', async () => {
      const { player } = await readyPlayer();
      const rough = new MutationObserver(() => wordsOf(player)?.remove());
      rough.observe(player, { childList: true });
      wordsOf(player).remove();
      await aTimeout(200);
      rough.disconnect();
      expect(player.isConnected).to.be.true;
    });
  });
});
