import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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
    expect(transcript.querySelector('[data-failure]')!.textContent).to.match(/transcript/);
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
    part(transcript, 'retry')?.click();
    await until(() => lines(transcript).length === 1, 'there was no way to try again');
  });

  it('says that there is no transcript where the bundle names none', async () => {
    fakePage();
    const bundle = bundleOf([dialogueOf('one', { transcript: [] })]);
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
    );
    await until(() => /no transcript/i.test(readWords(transcript)), 'it was never told');
  });

  it('shows the words in the language of the page, and marks them where there are none', async () => {
    const { transcript, page } = await readyTranscript({ src: goodBundle('two-languages'), lang: 'cy' });
    expect(readWords(transcript)).to.contain('Trawsgrifiad').and.to.contain('gan y tegell');
    page.setAttribute('lang', 'fr');
    await until(() => lines(transcript).length === 4, 'the English transcript never came');
    expect(languageOf(wordsSaying(transcript, 'kettle'))).to.equal('en-GB');
    expect(languageOf(wordsSaying(transcript, 'Transcript'))).to.equal('en-GB');
  });

  it('changes with the dialogue, though a translator has wrapped its words', async () => {
    network.give('https://example.org/b.vtt', 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Bob>Other words.');
    fakePage();
    const bundle = bundleOf([
      dialogueOf('one'),
      dialogueOf('two', { transcript: [{ src: 'https://example.org/b.vtt', language: 'en-GB' }] }),
    ]);
    const transcript = await fixture<TranscriptElement>(
      html`<dialogue-transcript .bundle=${bundle}></dialogue-transcript>`,
    );
    await until(() => lines(transcript).length === 4, 'the lines never came');
    wrapAsTranslatorsDo(wordsOf(transcript));
    transcript.dialogue = 'two';
    await until(() => readWords(transcript).includes('Other words.'), 'the words never changed');
    expect(readWords(transcript)).not.to.contain('kettle');
  });
});
