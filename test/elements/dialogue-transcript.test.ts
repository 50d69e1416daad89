import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/dialogue-transcript/dialogue-transcript.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle } from '../support/fake-media.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
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
  wrapAsTranslatorsDo,
} from '../support/page.js';

type TranscriptElement = HTMLElementTagNameMap['dialogue-transcript'];

const lines = (element: Element) => [...element.querySelectorAll('[data-cue]')];
const links = (element: Element) => lines(element).map((line) => line.querySelector('a')!);
const current = (element: Element) =>
  lines(element).flatMap((line, i) => (line.getAttribute('aria-current') === 'true' ? [i] : []));

/** A transcript of 20 seconds with a line every tenth of a second: too long for its place. */
const longAddress = 'https://example.org/long.vtt';
const long = `WEBVTT\n\n${Array.from({ length: 200 }, (_, i) => {
  const at = (tenths: number) => `00:${String(Math.floor(tenths / 10)).padStart(2, '0')}.${tenths % 10}00`;
  return `${at(i)} --> ${at(i + 1)}\n<v Ann>This is line ${i}.\n`;
}).join('\n')}`;

/** The field to search in, with some words typed into it. */
async function searchFor(element: Element, words: string): Promise<HTMLInputElement> {
  const field = part<HTMLInputElement>(element, 'search')!;
  field.focus();
  await sendKeys({ type: words });
  await settle();
  return field;
}

const countOf = (element: Element) => part(element, 'count')!.textContent.trim();
const marksIn = (element: Element) => [...element.querySelectorAll('mark')].map(({ textContent }) => textContent);
const hereIn = (element: Element) => {
  const line = element.querySelector('mark[data-here]')?.closest('[data-cue]');
  return line ? lines(element).indexOf(line) : -1;
};
const isVisible = (element: Element, name: string) =>
  getComputedStyle(part(element, name)!).visibility === 'visible' && part(element, name)!.getClientRects().length > 0;

/** Selects from a place in the words of one line to a place in those of another. */
async function selectWords(element: Element, from: readonly [number, number], to: readonly [number, number]) {
  const [start, end] = [from, to].map(([line]) => {
    const words = lines(element)[line]!.querySelector('span')!;
    return document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode()!;
  });
  getSelection()!.setBaseAndExtent(start!, from[1], end!, to[1]);
  await until(() => isVisible(element, 'copy-quote'), 'nothing was ever offered for the selection');
}

/** Stands in for the clipboard; `null` refuses as a browser does. */
function fakeClipboard(write: ((text: string) => void) | null): () => void {
  const writeText = (text: string) => (write ? Promise.resolve(write(text)) : Promise.reject(new Error('No leave.')));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const copy = document.execCommand;
  document.execCommand = () => false;
  return () => {
    delete (navigator as { clipboard?: unknown }).clipboard;
    document.execCommand = copy;
  };
}

async function readyTranscript({ src = goodBundle('full'), lang = 'en-GB', dialogue = 'one' } = {}) {
  const media = fakePage();
  const page = await fixture(html`
    <div lang=${lang}><dialogue-transcript src=${src} dialogue=${dialogue}></dialogue-transcript></div>
  `);
  const transcript = page.querySelector('dialogue-transcript')!;
  await untilState(transcript, 'ready');
  await until(() => lines(transcript).length, 'the lines never came');
  return { media, page, transcript };
}

describe('<dialogue-transcript>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    const { transcript } = await readyTranscript();
    await expect(transcript).to.be.accessible();
  });

  it('is accessible while it plays', async () => {
    const { transcript, media } = await readyTranscript();
    links(transcript)[1]!.click();
    await until(() => media.readyState === 4 && current(transcript).length, 'no line was ever marked');
    await expect(transcript).to.be.accessible();
  });

  it('is accessible when it is long enough to be scrolled', async () => {
    network.give(longAddress, long);
    const bundle = bundleOf([dialogueOf('one', { transcript: [{ src: longAddress, language: 'en-GB' }] })]);
    fakePage();
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
    );
    await until(() => lines(transcript).length === 200, 'the lines never came');
    await expect(transcript).to.be.accessible();
  });

  auditWaitingAndFailed('dialogue-transcript');

  it('shows who says what, and when', async () => {
    const { transcript } = await readyTranscript();
    expect(readWords(transcript)).to.equal(
      'Transcript Ann 0:00 When were you last heard? Bob 0:04 This morning, by the kettle. ' +
        '0:08 It was the only one that did not answer back. Ann 0:12 I will put the kettle on, then.',
    );
  });

  it('has a heading of the level that the page wants', async () => {
    const { transcript } = await readyTranscript();
    expect(wordsOf(transcript).querySelector('h2')!.textContent).to.equal('Transcript');
    transcript.headingLevel = 4;
    await transcript.updateComplete;
    expect(wordsOf(transcript).querySelector('h4')!.textContent).to.equal('Transcript');
    expect(wordsOf(transcript).querySelector('h2')).to.be.null;
  });

  it('has links that work without script, and that a translator leaves alone', async () => {
    const { transcript } = await readyTranscript();
    expect(links(transcript).map((link) => link.getAttribute('href'))).to.deep.equal([
      '#dialogue=one&t=0',
      '#dialogue=one&t=4',
      '#dialogue=one&t=8.5',
      '#dialogue=one&t=12',
    ]);
    expect(links(transcript).every((link) => link.getAttribute('translate') === 'no')).to.be.true;
  });

  it('plays from a line that is pressed, and marks the line that is heard', async () => {
    const { transcript, media } = await readyTranscript();
    links(transcript)[1]!.click();
    await until(() => media.readyState === 4 && !media.paused, 'it never played');
    await until(() => current(transcript).join() === '1', 'the line was never marked');
    media.advance(5);
    await settle();
    expect(current(transcript)).to.deep.equal([2]);
  });

  it('walks the lines by arrow keys, Home and End, as one tab stop', async () => {
    const { transcript } = await readyTranscript();
    const stops = () => links(transcript).flatMap((link, i) => (link.tabIndex === 0 ? [i] : []));
    await until(() => stops().join() === '0', 'there never was one tab stop');
    links(transcript)[0]!.focus();
    for (const [key, line] of [
      ['ArrowDown', 1],
      ['End', 3],
      ['ArrowUp', 2],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press: key });
      expect(document.activeElement === links(transcript)[line], key).to.be.true;
      expect(stops(), key).to.deep.equal([line]);
    }
  });

  it('leaves other keys to the browser', async () => {
    const { transcript } = await readyTranscript();
    const link = links(transcript)[1]!;
    link.focus();
    for (const key of ['a', 'PageDown', 'Escape', ' ']) {
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      link.dispatchEvent(press);
      expect(press.defaultPrevented, key).to.be.false;
    }
    const jump = new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true, cancelable: true });
    link.dispatchEvent(jump);
    expect(jump.defaultPrevented).to.be.false;
  });

  it('has one tab stop again after the dialogue has changed', async () => {
    const { transcript } = await readyTranscript();
    transcript.dialogue = 'two';
    await transcript.updateComplete;
    await until(() => links(transcript)[0]?.getAttribute('href')?.includes('two'), 'the lines never changed');
    await settle();
    expect(links(transcript).filter((link) => link.tabIndex === 0)).to.have.length(1);
  });

  describe('that is long', () => {
    async function longTranscript(noFollow = false) {
      const media = fakePage();
      network.give(longAddress, long);
      const bundle = bundleOf([dialogueOf('one', { transcript: [{ src: longAddress, language: 'en-GB' }] })]);
      const page = await fixture(html`
        <div>
          <dialogue-transcript .bundle=${bundle} ?no-follow=${noFollow}></dialogue-transcript>
          ${Array.from({ length: 60 }, () => html`<p>The page goes on.</p>`)}
        </div>
      `);
      const transcript = page.querySelector('dialogue-transcript')!;
      await until(() => lines(transcript).length === 200, 'the lines never came');
      await settle();
      const list = transcript.querySelector('[data-cues]')!;
      links(transcript)[0]!.click();
      await until(() => media.readyState === 4 && !media.paused, 'it never played');
      return { media, transcript, list };
    }

    it('scrolls along with the sound, and the page stays where it is', async () => {
      const { media, transcript, list } = await longTranscript();
      const before = scrollY;
      media.advance(15);
      await until(() => current(transcript).join() === '150', 'the line was never marked');
      const seen = () => {
        const line = lines(transcript)[150]!.getBoundingClientRect();
        const place = list.getBoundingClientRect();
        return line.top >= place.top && line.bottom <= place.bottom;
      };
      await until(seen, 'the line never came into sight');
      expect(scrollY).to.equal(before);
    });

    /** The reader scrolls the list, and the browser has said so. */
    async function scroll(list: Element, top: number) {
      const told = new Promise((heard) => list.addEventListener('scroll', heard, { once: true }));
      list.scrollTop = top;
      await told;
      await settle();
    }

    it('stays where the reader scrolls it, and a button leads back to the sound', async () => {
      const { media, transcript, list } = await longTranscript();
      await until(() => current(transcript).join() === '0', 'the line was never marked');
      const height = transcript.offsetHeight;
      expect(isVisible(transcript, 'back-to-sound')).to.be.false;
      await scroll(list, 900);
      expect(isVisible(transcript, 'back-to-sound')).to.be.true;
      expect(transcript.offsetHeight).to.equal(height);
      media.advance(15);
      await until(() => current(transcript).join() === '150', 'the line was never marked');
      expect(list.scrollTop).to.equal(900);
      part(transcript, 'back-to-sound')!.click();
      await settle();
      expect(isVisible(transcript, 'back-to-sound')).to.be.false;
      expect(list.scrollTop).to.be.above(1000);
      expect(document.activeElement === links(transcript)[150]).to.be.true;
      const before = list.scrollTop;
      media.advance(2);
      await until(() => list.scrollTop > before, 'it never followed again');
    });

    it('follows again when a line is pressed', async () => {
      const { transcript, list } = await longTranscript();
      await until(() => current(transcript).join() === '0', 'the line was never marked');
      await scroll(list, 900);
      expect(isVisible(transcript, 'back-to-sound')).to.be.true;
      links(transcript)[20]!.click();
      await until(() => current(transcript).join() === '20', 'the line was never marked');
      expect(isVisible(transcript, 'back-to-sound')).to.be.false;
    });

    it('does not take its own scrolling for the reader’s', async () => {
      const { media, transcript, list } = await longTranscript();
      for (const seconds of [3, 4, 5]) {
        const told = new Promise((heard) => list.addEventListener('scroll', heard, { once: true }));
        media.advance(seconds);
        await told;
        await settle();
        expect(isVisible(transcript, 'back-to-sound')).to.be.false;
      }
    });

    it('stays where words are selected in it', async () => {
      const { media, transcript, list } = await longTranscript();
      await until(() => current(transcript).join() === '0', 'the line was never marked');
      await selectWords(transcript, [0, 0], [0, 4]);
      const before = list.scrollTop;
      media.advance(15);
      await until(() => current(transcript).join() === '150', 'the line was never marked');
      expect(list.scrollTop).to.equal(before);
      getSelection()!.removeAllRanges();
      await until(() => isVisible(transcript, 'back-to-sound'), 'there was no way back');
    });

    it('scrolls to what is found, also beyond what is drawn, and the page stays where it is', async () => {
      const { transcript, list } = await longTranscript();
      const before = scrollY;
      await searchFor(transcript, 'line 190');
      await until(() => hereIn(transcript) === 190, 'it was never found');
      const line = lines(transcript)[190]!.getBoundingClientRect();
      const place = list.getBoundingClientRect();
      expect(line.top >= place.top && line.bottom <= place.bottom).to.be.true;
      expect(scrollY).to.equal(before);
    });

    it('stays where the reader scrolled it, with no-follow', async () => {
      const { media, transcript, list } = await longTranscript(true);
      list.scrollTop = 300;
      media.advance(15);
      await until(() => current(transcript).join() === '150', 'the line was never marked');
      await settle();
      expect(list.scrollTop).to.equal(300);
    });
  });

  it('says so while the words are on their way, and when they come shows them', async () => {
    const release = network.hold(fixtureAddress('transcripts/two-voices.vtt'));
    fakePage();
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript src=${goodBundle('tiny')}></dialogue-transcript>`,
    );
    await untilState(transcript, 'ready');
    await until(() => /way/i.test(readWords(transcript)), 'the waiting was never told');
    release('WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>Here they are.');
    await until(() => readWords(transcript) === 'Transcript Ann 0:00 Here they are.', 'the words never came');
  });

  it('says that the words cannot be read', async () => {
    network.refuse(fixtureAddress('transcripts/two-voices.vtt'));
    fakePage();
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript src=${goodBundle('tiny')}></dialogue-transcript>`,
    );
    await until(() => transcript.querySelector('[data-failure]'), 'the failure was never told');
    expect(transcript.querySelector('[data-failure]')!.textContent).to.match(/cannot be read/);
  });

  it('can be asked again for words that could not be fetched', async () => {
    const address = fixtureAddress('transcripts/two-voices.vtt');
    network.cut(address);
    fakePage();
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript src=${goodBundle('tiny')}></dialogue-transcript>`,
    );
    await until(() => transcript.querySelector('[data-failure]'), 'the failure was never told');
    network.give(address, 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ann>Here they are.');
    part(transcript, 'retry')!.focus();
    part(transcript, 'retry')!.click();
    await until(() => lines(transcript).length === 1, 'there was no way to try again');
    expect(transcript.shadowRoot!.activeElement).not.to.be.null;
  });

  it('says that there is no transcript where the bundle names none, and leaves the page’s own to be read', async () => {
    fakePage();
    const bundle = bundleOf([dialogueOf('one', { transcript: [] })]);
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}><p>The page’s own words</p></dialogue-transcript>`,
    );
    await until(() => /there is nothing here/i.test(readWords(transcript)), 'it was never told');
    expect(transcript.dataset['state']).to.equal('failed');
    expect(isShown(transcript.querySelector('p')!)).to.be.true;
    // There is nothing to try again.
    expect(part(transcript, 'retry')).not.to.exist;
  });

  it('shows the words in the language of the page, and marks them where there are none', async () => {
    const { transcript, page } = await readyTranscript({ src: goodBundle('two-languages'), lang: 'cy' });
    expect(readWords(transcript)).to.contain('Trawsgrifiad').and.to.contain('gan y tegell');
    page.setAttribute('lang', 'fr');
    await until(() => lines(transcript).length === 4, 'the English transcript never came');
    expect(languageOf(wordsSaying(transcript, 'kettle'))).to.equal('en-GB');
    expect(languageOf(wordsSaying(transcript, 'Transcript'))).to.equal('en-GB');
  });

  /** The transcript of the first of two dialogues; these are the words of the second. */
  async function transcriptOfTwo(words: string): Promise<TranscriptElement> {
    network.give('https://example.org/b.vtt', `WEBVTT\n\n00:00.000 --> 00:04.000\n<v Bob>${words}`);
    fakePage();
    const bundle = bundleOf([
      dialogueOf('one'),
      dialogueOf('two', { transcript: [{ src: 'https://example.org/b.vtt', language: 'en-GB' }] }),
    ]);
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
    );
    await until(() => lines(transcript).length === 4, 'the lines never came');
    return transcript;
  }

  it('changes with the dialogue, though a translator has wrapped its words', async () => {
    const transcript = await transcriptOfTwo('Other words.');
    wrapAsTranslatorsDo(wordsOf(transcript));
    transcript.dialogue = 'two';
    await until(() => readWords(transcript).includes('Other words.'), 'the words never changed');
    expect(readWords(transcript)).not.to.contain('kettle');
  });

  describe('speakers', () => {
    const marksOf = (element: Element) =>
      [...element.querySelectorAll<HTMLElement>('[data-speaker]')].map(
        ({ textContent, dataset }) => `${textContent} ${dataset['speaker']}`,
      );

    async function marksFor(voices: readonly string[], more: Record<string, unknown> = {}) {
      fakePage();
      const said = voices.map((name, i) => `00:0${i}.000 --> 00:0${i}.900\n<v ${name}>Words of ${name}.\n`);
      network.give(longAddress, `WEBVTT\n\n${said.join('\n')}`);
      const participants = [{ id: 'jo', name: 'Jo', role: 'Nurse', biography: ['Jo.'] }];
      const bundle = bundleOf([dialogueOf('one', { transcript: [{ src: longAddress, language: 'en-GB' }], ...more })], {
        participants,
        speakers: ['Narrator'],
      });
      const transcript = await fixture<TranscriptElement>(
        html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
      );
      await until(() => lines(transcript).length, 'the lines never came');
      return { transcript, marks: marksOf(transcript) };
    }

    it('have the marks of the two poles, and a neutral one from the third on', async () => {
      const { marks } = await marksFor(['Ann', 'Bob', 'Ann', 'Cat']);
      expect(marks).to.deep.equal(['Ann a', 'Bob b', 'Ann a', 'Cat other']);
    });

    it('have a neutral mark where they narrate', async () => {
      const { marks } = await marksFor(['Jo', 'Ann', 'Bob'], { narrator: 'jo' });
      expect(marks).to.deep.equal(['Jo other', 'Ann a', 'Bob b']);
    });

    it('have a neutral mark where they narrate under the name of a role', async () => {
      const { marks } = await marksFor(['Narrator', 'Ann', 'Bob'], { narrator: 'jo' });
      expect(marks).to.deep.equal(['Narrator other', 'Ann a', 'Bob b']);
    });

    it('have the marks of the poles where two talk, and the narrator is not heard', async () => {
      const { marks } = await marksFor(['Ann', 'Bob'], { narrator: 'jo' });
      expect(marks).to.deep.equal(['Ann a', 'Bob b']);
    });

    it('differ by shape, not by colour alone', async () => {
      const { transcript } = await marksFor(['Ann', 'Bob', 'Cat']);
      const looks = [...transcript.querySelectorAll('[data-speaker]')].map((speaker) => {
        const { borderTopLeftRadius, rotate, paddingTop } = getComputedStyle(speaker, '::before');
        return [borderTopLeftRadius, rotate, paddingTop].join();
      });
      expect(new Set(looks)).to.have.length(3);
    });
  });

  describe('search', () => {
    it('finds words whatever their case, counts them, and marks the one it is at', async () => {
      const { transcript } = await readyTranscript();
      await searchFor(transcript, 'KETTLE');
      expect(marksIn(transcript)).to.deep.equal(['kettle', 'kettle']);
      expect(countOf(transcript)).to.equal('1 of 2');
      expect(hereIn(transcript)).to.equal(1);
      expect(readWords(transcript)).to.contain('This morning, by the kettle.');
      await expect(transcript).to.be.accessible();
    });

    it('goes on by Enter, back by Shift and Enter, and around at the end; Escape clears it', async () => {
      const { transcript } = await readyTranscript();
      const field = await searchFor(transcript, 'kettle');
      for (const [key, line, count] of [
        ['Enter', 3, '2 of 2'],
        ['Enter', 1, '1 of 2'],
        ['Shift+Enter', 3, '2 of 2'],
      ] as const) {
        if (key === 'Shift+Enter') await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'Enter' });
        if (key === 'Shift+Enter') await sendKeys({ up: 'Shift' });
        await settle();
        expect(hereIn(transcript), key).to.equal(line);
        expect(countOf(transcript), key).to.equal(count);
      }
      await sendKeys({ press: 'Escape' });
      await settle();
      expect(field.value).to.equal('');
      expect(marksIn(transcript)).to.deep.equal([]);
      expect(countOf(transcript)).to.equal('');
    });

    it('leaves Enter and Escape to those who are still writing a word', async () => {
      const { transcript } = await readyTranscript();
      const field = await searchFor(transcript, 'the');
      const before = countOf(transcript);
      for (const key of ['Enter', 'Escape']) {
        field.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, cancelable: true }));
      }
      await settle();
      expect(field.value).to.equal('the');
      expect(countOf(transcript)).to.equal(before);
    });

    it('has buttons that do the same', async () => {
      const { transcript } = await readyTranscript();
      await searchFor(transcript, 'kettle');
      part(transcript, 'next')!.click();
      await settle();
      expect(hereIn(transcript)).to.equal(3);
      part(transcript, 'previous')!.click();
      await settle();
      expect(hereIn(transcript)).to.equal(1);
    });

    it('says the count politely, and where there is nothing says that', async () => {
      const { transcript } = await readyTranscript();
      const said = () => document.querySelector('[role="status"]')!.textContent;
      await searchFor(transcript, 'kettle');
      await until(() => said() === '1 of 2', 'the count was never said');
      await searchFor(transcript, 'x');
      expect(countOf(transcript)).to.equal('Not found.');
      await until(() => said() === 'Not found.', 'it was never said');
    });

    it('makes the line it is at the tab stop, so that Enter there plays it', async () => {
      const { transcript } = await readyTranscript();
      await searchFor(transcript, 'on, then');
      expect(links(transcript).flatMap((link, i) => (link.tabIndex === 0 ? [i] : []))).to.deep.equal([3]);
    });

    it('searches the other words after a change of dialogue', async () => {
      const transcript = await transcriptOfTwo('Another kettle.');
      await searchFor(transcript, 'kettle');
      transcript.dialogue = 'two';
      await until(() => lines(transcript).length === 1, 'the lines never changed');
      await until(() => countOf(transcript) === '1 of 1', 'the count never changed');
      expect(marksIn(transcript)).to.deep.equal(['kettle']);
    });

    it('stands in the player too, and opens the transcript where it is closed', async () => {
      fakePage();
      const player = await fixture<HTMLElement>(
        html`<dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>`,
      );
      await until(() => lines(player).length, 'the lines never came');
      const details = player.querySelector('[data-cues]')!.closest('details')!;
      details.open = false;
      await searchFor(player, 'kettle');
      await until(() => details.open, 'it stayed closed');
      expect(hereIn(player)).to.equal(1);
      await expect(player).to.be.accessible();
    });

    it('leads back to the sound also where the transcript was closed since', async () => {
      const media = fakePage();
      const player = await fixture<HTMLElement>(
        html`<dialogue-player src=${goodBundle('full')} dialogue="one"></dialogue-player>`,
      );
      await until(() => lines(player).length, 'the lines never came');
      part(player, 'play')!.click();
      await until(() => media.readyState === 4 && current(player).length, 'no line was ever marked');
      await searchFor(player, 'kettle');
      const details = player.querySelector('[data-cues]')!.closest('details')!;
      details.open = false;
      part(player, 'back-to-sound')!.focus();
      part(player, 'back-to-sound')!.click();
      await settle();
      expect(details.open).to.be.true;
      expect(document.activeElement === links(player)[0]).to.be.true;
    });

    it('is no error when the dialogue changes in the same breath', async () => {
      const transcript = await transcriptOfTwo('Other words.');
      let errors = 0;
      const count = () => errors++;
      addEventListener('unhandledrejection', count);
      const field = part<HTMLInputElement>(transcript, 'search')!;
      field.value = 'kettle';
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      transcript.dialogue = 'two';
      await until(() => readWords(transcript).includes('Other words.'), 'the words never changed');
      removeEventListener('unhandledrejection', count);
      expect(errors).to.equal(0);
    });
  });

  describe('a selection of words', () => {
    let restore = () => {};
    afterEach(() => {
      restore();
      getSelection()!.removeAllRanges();
    });

    it('offers what to do with it, and nothing moves', async () => {
      const { transcript } = await readyTranscript();
      const height = transcript.offsetHeight;
      expect(isVisible(transcript, 'copy-quote')).to.be.false;
      await selectWords(transcript, [1, 0], [1, 12]);
      expect(transcript.offsetHeight).to.equal(height);
      await expect(transcript).to.be.accessible();
      getSelection()!.removeAllRanges();
      await until(() => !isVisible(transcript, 'copy-quote'), 'it never went');
    });

    it('outside the words offers nothing', async () => {
      const { transcript } = await readyTranscript();
      getSelection()!.selectAllChildren(wordsOf(transcript).querySelector('h2')!);
      await settle();
      expect(isVisible(transcript, 'copy-quote')).to.be.false;
    });

    it('is forgotten when the element has been away', async () => {
      const { page, transcript } = await readyTranscript();
      await selectWords(transcript, [0, 0], [0, 4]);
      transcript.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      page.append(transcript);
      await until(() => !isVisible(transcript, 'copy-quote'), 'the buttons stay for nothing');
    });

    it('can be copied as a quote: the words, who said them, where, and the address of the moment', async () => {
      const copied: string[] = [];
      restore = fakeClipboard((text) => copied.push(text));
      const { transcript } = await readyTranscript();
      await selectWords(transcript, [1, 5], [2, 15]);
      part(transcript, 'copy-quote')!.click();
      await until(() => document.querySelector('[role="status"]')!.textContent === 'Copied.', 'it was never said');
      const page = location.href.replace(/#.*/, '');
      expect(copied).to.deep.equal([
        '“morning, by the kettle. It was the only” — Bob, Being heard, Small talks\n' + `${page}#dialogue=one&t=4,12`,
      ]);
    });

    it('can be copied as an address', async () => {
      const copied: string[] = [];
      restore = fakeClipboard((text) => copied.push(text));
      const { transcript } = await readyTranscript();
      await selectWords(transcript, [0, 0], [0, 4]);
      part(transcript, 'copy-link')!.click();
      await until(() => copied.length, 'it was never copied');
      expect(copied[0]).to.match(/#dialogue=one&t=0,4$/);
    });

    it('is shown to be copied by hand where the browser does not let us', async () => {
      restore = fakeClipboard(null);
      const { prompt } = window;
      const shown: unknown[] = [];
      window.prompt = (_words, text) => {
        shown.push(text);
        return null;
      };
      const { transcript } = await readyTranscript();
      await selectWords(transcript, [0, 0], [0, 4]);
      part(transcript, 'copy-link')!.click();
      await until(() => shown.length, 'there was nothing to copy by hand');
      window.prompt = prompt;
      expect(shown[0]).to.match(/#dialogue=one&t=0,4$/);
    });

    it('can be played, from the start of its first line to the end of its last', async () => {
      const { transcript, media } = await readyTranscript();
      await selectWords(transcript, [1, 5], [1, 12]);
      part(transcript, 'play-selection')!.click();
      await until(() => media.readyState === 4 && !media.paused, 'it never played');
      expect(media.currentTime).to.be.within(4, 4.5);
      await until(() => current(transcript).join() === '1', 'the line was never marked');
    });
  });

  describe('in several languages', () => {
    it('can be read in any of them, each under its own name', async () => {
      const { transcript } = await readyTranscript({ src: goodBundle('two-languages') });
      const choice = part<HTMLSelectElement>(transcript, 'language')!;
      const options = [...choice.options].map(({ text, lang }) => `${text.trim()} ${lang}`);
      expect(options).to.have.members(['English en-GB', 'Cymraeg cy']);
      expect(choice.value).to.equal('en-GB');
      choice.value = 'cy';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => readWords(transcript).includes('gan y tegell'), 'the Welsh words never came');
      expect(languageOf(lines(transcript)[0]!)).to.equal('cy');
      expect(part<HTMLSelectElement>(transcript, 'language')!.value).to.equal('cy');
      expect(readWords(transcript)).to.contain('Transcript');
    });

    it('leads back from one that cannot be had', async () => {
      network.refuse(fixtureAddress('transcripts/welsh.vtt'));
      const { transcript } = await readyTranscript({ src: goodBundle('two-languages') });
      const choose = (language: string) => {
        const choice = part<HTMLSelectElement>(transcript, 'language')!;
        choice.focus();
        choice.value = language;
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      };
      choose('cy');
      await until(() => transcript.querySelector('[data-failure]'), 'the failure was never told');
      expect(transcript.shadowRoot!.activeElement).to.equal(part(transcript, 'language'));
      choose('en-GB');
      await until(() => lines(transcript).length === 4, 'the English words never came');
    });

    it('offers those too whose name the browser does not know', async () => {
      fakePage();
      const src = fixtureAddress('transcripts/two-voices.vtt');
      const languages = ['en-GB', 'zh-yue', 'abcd'];
      const bundle = bundleOf([dialogueOf('one', { transcript: languages.map((language) => ({ src, language })) })]);
      const transcript = await fixture<TranscriptElement>(
        html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
      );
      await until(() => lines(transcript).length, 'the lines never came');
      const { options } = part<HTMLSelectElement>(transcript, 'language')!;
      expect([...options].map(({ value }) => value)).to.deep.equal(languages);
      expect([...options].map(({ text }) => text.trim())).not.to.include('');
    });

    it('has no choice where there is but one', async () => {
      const { transcript } = await readyTranscript();
      expect(part(transcript, 'language')).to.be.null;
    });
  });

  it('offers no files in a player that is not to be downloaded from', async () => {
    fakePage();
    const player = await fixture<HTMLElement>(
      html`<dialogue-player src=${goodBundle('full')} dialogue="one" no-download></dialogue-player>`,
    );
    await until(() => part(player, 'search'), 'the tools never came');
    expect(part(player, 'download-words')).to.be.null;
    player.removeAttribute('no-download');
    await until(() => part(player, 'download-words'), 'the files were never offered');
  });

  it('has no tools where there is no transcript', async () => {
    fakePage();
    const bundle = bundleOf([dialogueOf('one', { transcript: [] })]);
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
    );
    await until(() => /there is nothing here/i.test(readWords(transcript)), 'it was never told');
    expect(part(transcript, 'search')).to.be.null;
    expect(part(transcript, 'copy-quote')).to.be.null;
  });
});
