import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/elements/dialogue-dock/dialogue-dock.js';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/tension-card/tension-card.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle, type FakeMedia } from '../support/fake-media.js';
import { Network } from '../support/network.js';
import {
  badBundle,
  fakePage,
  freshPage,
  goodBundle,
  isShown,
  listen,
  part,
  readWords,
  tone,
  until,
  untilState,
  wordsOf,
} from '../support/page.js';
import { holdTimers } from '../support/timers.js';

type Dock = HTMLElementTagNameMap['dialogue-dock'];

const nameOf = (element: Element | null) => element?.getAttribute('aria-label');
const link = (dock: Element) => dock.querySelector('a')!;
const full = goodBundle('full');

/** A page with two players and a dock that was given this. */
async function pageWith(dockTemplate = html`<dialogue-dock src=${full}></dialogue-dock>`) {
  const page = await fixture(
    html`<div>
      <dialogue-player src=${full} dialogue="one" no-transcript></dialogue-player>
      <dialogue-player src=${full} dialogue="two" no-transcript></dialogue-player>
      ${dockTemplate}
    </div>`,
  );
  const [one, two] = page.querySelectorAll('dialogue-player') as unknown as [Element, Element];
  const dock = page.querySelector('dialogue-dock')!;
  for (const player of page.querySelectorAll('dialogue-player')) await untilState(player, 'ready');
  return { page, one, two, dock };
}

/** The same, and the first dialogue plays. */
async function playingPage(traits: Partial<FakeMedia> = {}) {
  const media = fakePage(traits);
  const all = await pageWith();
  part(all.one, 'play')!.click();
  await untilState(all.dock, 'ready');
  await until(() => media.readyState === 4 && !media.paused, 'it never played');
  await settle();
  return { media, ...all };
}

describe('<dialogue-dock>', () => {
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
      const { dock } = await playingPage();
      await expect(dock).to.be.accessible();
    });

    it('is accessible when it is sticky', async () => {
      const { dock } = await playingPage();
      dock.position = 'sticky';
      await dock.updateComplete;
      await expect(dock).to.be.accessible();
    });

    it('is accessible while it waits, and shows what the page put inside', async () => {
      fakePage();
      const dock = await fixture<Dock>(html`<dialogue-dock src=${full}><p>Soon.</p></dialogue-dock>`);
      await untilState(dock, 'waiting');
      expect(isShown(dock.querySelector('p')!)).to.be.true;
      await expect(dock).to.be.accessible();
    });

    it('is accessible when its bundle has failed, and says so', async () => {
      const dock = await fixture<Dock>(html`<dialogue-dock src=${badBundle('not-json.txt')}></dialogue-dock>`);
      await untilState(dock, 'failed');
      expect(readWords(dock)).to.contain('cannot be read');
      expect(part(dock, 'retry')!.textContent).to.equal('Retry');
      await expect(dock).to.be.accessible();
    });

    it('is accessible when the sound cannot be played, and gives the way to it', async () => {
      fakePage({ files: { [tone]: { missing: true } } });
      const { one, dock } = await pageWith();
      part(one, 'play')!.click();
      await untilState(dock, 'failed');
      expect(readWords(dock)).to.contain('The sound cannot be played.');
      expect(dock.querySelector<HTMLAnchorElement>('[data-failure] a')!.href).to.equal(tone);
      await expect(dock).to.be.accessible();
    });

    it('is a group of its own name, apart from the player’s', async () => {
      const { dock } = await playingPage();
      expect(part(dock, 'base')!.getAttribute('role')).to.equal('group');
      expect(nameOf(part(dock, 'base'))).to.equal('Listening now');
    });

    it('speaks Welsh in a Welsh page', async () => {
      const { page, dock } = await playingPage();
      page.setAttribute('lang', 'cy');
      await until(() => nameOf(part(dock, 'base')) === 'Gwrando nawr', 'it never spoke Welsh');
      expect(nameOf(part(dock, 'back'))).to.equal('Yn ôl 15 eiliad');
    });
  });

  describe('before anything was started', () => {
    it('takes no room, not even in the gaps of a grid', async () => {
      fakePage();
      const page = await fixture<HTMLElement>(html`
        <div>
          <p>Before.</p>
          <dialogue-dock src=${full} position="sticky"></dialogue-dock>
          <p>After.</p>
        </div>
      `);
      Object.assign(page.style, { display: 'grid', gap: '40px' });
      const dock = page.querySelector('dialogue-dock')!;
      await untilState(dock, 'waiting');
      const height = page.offsetHeight;
      dock.remove();
      expect(page.offsetHeight).to.equal(height);
    });

    it('is not in the tab order', async () => {
      fakePage();
      const page = await fixture(
        html`<div><button>First</button><dialogue-dock src=${full}></dialogue-dock><button>Last</button></div>`,
      );
      await untilState(page.querySelector('dialogue-dock')!, 'waiting');
      const [first, last] = page.querySelectorAll('button');
      first!.focus();
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement).to.equal(last);
    });

    it('asks for no byte of sound', async () => {
      const media = fakePage();
      const { dock } = await pageWith();
      await untilState(dock, 'waiting');
      expect(media.loads).to.equal(0);
    });
  });

  describe('while something plays', () => {
    it('shows the title, the time and the way to pause', async () => {
      const { dock, media } = await playingPage();
      media.advance(3);
      await settle();
      expect(readWords(dock)).to.equal('Being heard');
      expect(part(dock, 'elapsed')!.textContent).to.equal('0:03');
      expect(part<HTMLInputElement>(dock, 'seek')!.value).to.equal('3');
      part(dock, 'play')!.click();
      await until(() => nameOf(part(dock, 'play')) === 'Play: Being heard', 'it never paused');
      expect(media.paused).to.be.true;
      expect(dock.dataset['state']).to.equal('ready');
    });

    it('is operated by keyboard', async () => {
      const { dock, media } = await playingPage();
      part(dock, 'forward')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => media.currentTime === 15, 'it never went forward');
      part(dock, 'back')!.focus();
      await sendKeys({ press: ' ' });
      await until(() => media.currentTime === 0, 'it never went back');
      part(dock, 'seek')!.focus();
      await sendKeys({ press: 'End' });
      await until(() => media.currentTime === 20, 'it never went to the end');
    });

    it('follows to another dialogue', async () => {
      const { dock, two } = await playingPage();
      part(two, 'play')!.click();
      await until(() => nameOf(part(dock, 'play')) === 'Pause: Being seen', 'it stayed with the first');
      expect(readWords(dock)).to.equal('Being seen');
    });

    it('shows what was started before it came', async () => {
      const { page } = await playingPage();
      const late = document.createElement('dialogue-dock');
      late.src = full;
      page.append(late);
      await untilState(late, 'ready');
      expect(readWords(late)).to.equal('Being heard');
    });

    it('stays away from a dialogue that its bundle does not hold, and comes back to one that it does', async () => {
      fakePage({ files: { [tone]: { duration: 20 } } });
      const bundle = bundleOf([dialogueOf('elsewhere')]);
      const { page, one, dock } = await pageWith();
      const other = document.createElement('dialogue-player');
      other.bundle = bundle;
      page.append(other);
      await untilState(other, 'ready');
      part(one, 'play')!.click();
      await untilState(dock, 'ready');
      part(other, 'play')!.click();
      await untilState(dock, 'waiting');
      expect(wordsOf(dock)).to.be.null;
      expect(dock.getClientRects().length).to.equal(0);
      part(one, 'play')!.click();
      await untilState(dock, 'ready');
    });

    it('says that the browser refused to play', async () => {
      fakePage({ refusal: new DOMException('No gesture.', 'NotAllowedError') });
      const { one, dock } = await pageWith();
      part(one, 'play')!.click();
      await until(() => /Press play again/.test(readWords(dock)), 'it said nothing');
    });

    it('offers Retry for a sound that is slow', async () => {
      const timers = holdTimers(5000);
      try {
        fakePage({ files: { [tone]: { hangs: true } } });
        const { one, dock } = await pageWith();
        part(one, 'play')!.click();
        await untilState(dock, 'ready');
        for (const timer of timers.waiting) if (timer.delay <= 15_000) timer.ring();
        await until(() => part(dock, 'retry'), 'there is no Retry');
        expect(readWords(dock)).to.contain('slow');
      } finally {
        timers.restore();
      }
    });

    it('plays at last when Retry finds the sound, and keeps the focus', async () => {
      const media = fakePage({ files: { [tone]: { missing: true } } });
      const { one, dock } = await pageWith();
      part(one, 'play')!.click();
      await untilState(dock, 'failed');
      media.files = { [tone]: { duration: 20 } };
      part(dock, 'retry')!.focus();
      await sendKeys({ press: 'Enter' });
      await untilState(dock, 'ready');
      expect(dock.shadowRoot!.activeElement).to.equal(part(dock, 'play'));
    });
  });

  describe('as a view of the sound', () => {
    it('keeps the sound going when the player is taken out of the page', async () => {
      const { one, dock, media } = await playingPage();
      const heard = listen(media, 'pause');
      one.remove();
      await settle();
      expect(media.paused).to.be.false;
      expect(heard).to.be.empty;
      dock.remove();
      await settle();
      expect(media.paused).to.be.true;
    });

    it('plays on when it is moved in the page', async () => {
      const { page, one, dock, media } = await playingPage();
      one.remove();
      page.prepend(dock);
      await settle();
      expect(media.paused).to.be.false;
    });
  });

  describe('the way to its place', () => {
    it('scrolls to the player that is heard, and leaves the focus and the address alone', async () => {
      const { page, one, two, dock } = await playingPage();
      part(two, 'play')!.click();
      await until(() => readWords(dock) === 'Being seen', 'it stayed with the first');
      for (const player of [one, two]) (player as HTMLElement).style.marginBlock = '2000px';
      page.append(dock);
      link(dock).focus();
      const { href } = location;
      const place = part(two, 'elapsed')!.textContent;
      await sendKeys({ press: 'Enter' });
      await until(() => Math.abs(two.getBoundingClientRect().top) < 5, 'it is not at the top');
      expect(document.activeElement).to.equal(link(dock));
      expect(location.href).to.equal(href);
      expect(part(two, 'elapsed')!.textContent).to.equal(place);
    });

    it('scrolls to a card where there is no player', async () => {
      fakePage();
      const page = await fixture<HTMLElement>(html`
        <div>
          <tension-card src=${full} dialogue="one"></tension-card>
          <dialogue-dock src=${full}></dialogue-dock>
        </div>
      `);
      const card = page.querySelector('tension-card')!;
      const dock = page.querySelector('dialogue-dock')!;
      await untilState(card, 'ready');
      part(card, 'play')!.click();
      await untilState(dock, 'ready');
      card.style.marginBlock = '2000px';
      link(dock).click();
      await until(() => Math.abs(card.getBoundingClientRect().top) < 5, 'it is not at the top');
    });

    it('is the address of the moment that is heard, for another tab', async () => {
      const { dock, media } = await playingPage();
      media.advance(7);
      await settle();
      expect(link(dock).getAttribute('href')).to.match(/#dialogue=one&t=7$/);
      const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
      let isOurs: boolean | undefined;
      const look = (event: Event) => {
        isOurs = event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('click', look, { once: true });
      link(dock).dispatchEvent(press);
      expect(isOurs).to.be.false;
    });
  });

  describe('when it is sticky', () => {
    for (const width of [320, 1280]) {
      it(`covers neither what has the focus nor the last words of a page, ${width} pixels wide`, async () => {
        await setViewport({ width, height: 500 });
        fakePage();
        const page = await fixture<HTMLElement>(html`
          <div>
            <dialogue-player src=${full} dialogue="one" no-transcript></dialogue-player>
            ${Array.from({ length: 24 }, (_, i) => html`<p><a href=${`#${i}`}>Link ${i}</a></p>`)}
            <p class="last">The last words.</p>
            <dialogue-dock src=${full} position="sticky"></dialogue-dock>
          </div>
        `);
        const dock = page.querySelector('dialogue-dock')!;
        const player = page.querySelector('dialogue-player')!;
        await untilState(player, 'ready');
        part(player, 'play')!.click();
        await untilState(dock, 'ready');
        await dock.updateComplete;
        scrollTo(0, 0);
        expect(dock.getBoundingClientRect().bottom).to.be.closeTo(innerHeight, 1);
        const links = [...page.querySelectorAll('p > a:not([data-heard])')] as HTMLElement[];
        links[0]!.focus();
        for (const next of links.slice(1)) {
          await sendKeys({ press: 'Tab' });
          expect(document.activeElement).to.equal(next);
          await until(
            () => next.getBoundingClientRect().bottom <= dock.getBoundingClientRect().top + 1,
            `${next.textContent} is behind the dock`,
          );
        }
        scrollTo(0, document.documentElement.scrollHeight);
        const last = page.querySelector('.last')!;
        expect(last.getBoundingClientRect().bottom).to.be.at.most(dock.getBoundingClientRect().top + 1);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }

    it('does not hide the button that was just pressed', async () => {
      await setViewport({ width: 800, height: 500 });
      fakePage();
      const page = await fixture<HTMLElement>(html`
        <div>
          <div class="above"></div>
          <tension-card src=${full} dialogue="one"></tension-card>
          <div class="below"></div>
          <dialogue-dock src=${full} position="sticky"></dialogue-dock>
        </div>
      `);
      const [above, below] = page.querySelectorAll<HTMLElement>('.above, .below');
      const card = page.querySelector('tension-card')!;
      await untilState(card, 'ready');
      above!.style.height = below!.style.height = '2000px';
      const play = part(card, 'play')!;
      scrollTo(0, 0);
      scrollTo(0, play.getBoundingClientRect().bottom - innerHeight + 2);
      play.focus({ preventScroll: true });
      await sendKeys({ press: 'Enter' });
      const dock = page.querySelector('dialogue-dock')!;
      await untilState(dock, 'ready');
      await until(
        () => play.getBoundingClientRect().bottom <= dock.getBoundingClientRect().top + 1,
        'the dock hides it',
      );
    });

    it('does the same in a page that scrolls in a box of its own', async () => {
      fakePage();
      const page = await fixture<HTMLElement>(html`
        <div>
          <dialogue-player src=${full} dialogue="one" no-transcript></dialogue-player>
          ${Array.from({ length: 40 }, (_, i) => html`<p><a href=${`#${i}`}>Link ${i}</a></p>`)}
          <dialogue-dock src=${full} position="sticky"></dialogue-dock>
        </div>
      `);
      Object.assign(page.style, { height: '400px', overflow: 'auto' });
      const dock = page.querySelector('dialogue-dock')!;
      const player = page.querySelector('dialogue-player')!;
      await untilState(player, 'ready');
      part(player, 'play')!.click();
      await untilState(dock, 'ready');
      const target = page.querySelectorAll<HTMLElement>('p a')[20]!;
      page.scrollTop += target.getBoundingClientRect().bottom - page.getBoundingClientRect().bottom + 2;
      target.focus({ preventScroll: true });
      await until(
        () => target.getBoundingClientRect().bottom <= dock.getBoundingClientRect().top + 1,
        'the dock hides it',
      );
    });

    it('stands in its place when its bundle cannot be had', async () => {
      const dock = await fixture<Dock>(
        html`<dialogue-dock src=${badBundle('not-json.txt')} position="sticky"></dialogue-dock>`,
      );
      await untilState(dock, 'failed');
      expect(getComputedStyle(dock).position).to.equal('static');
    });

    it('lets nothing shine through', async () => {
      const { dock } = await playingPage();
      dock.position = 'sticky';
      await dock.updateComplete;
      const { backgroundColor, position } = getComputedStyle(dock);
      expect(position).to.equal('sticky');
      expect(backgroundColor).to.match(/^rgb\(/);
    });
  });
});
