import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { copyText } from '../../src/context/clipboard.js';
import { enGB } from '../../src/locales/en-GB.js';
import { freshPage, pageRecord, until } from '../support/page.js';

/** What `copyText` gets of a browser: its clipboard, the old way, and the box that is left when neither lets us. */
function browser({ gives = true, copies = true } = {}) {
  const { execCommand } = document;
  const { prompt } = window;
  /** What each way was given. */
  const seen = { written: [] as string[], copied: [] as string[], shown: [] as unknown[][] };
  const writeText = (text: string) =>
    gives ? Promise.resolve(void seen.written.push(text)) : Promise.reject(new Error('No leave.'));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  // As a browser does it when nothing is selected: the event comes to where the focus is, and says what is copied.
  document.execCommand = () => {
    if (!copies) return false;
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, composed: true, clipboardData });
    const isOurs = !document.body.dispatchEvent(event);
    if (isOurs) seen.copied.push(event.clipboardData!.getData('text/plain'));
    return true;
  };
  window.prompt = (...words) => {
    seen.shown.push(words);
    return null;
  };
  const restore = () => {
    delete (navigator as { clipboard?: unknown }).clipboard;
    document.execCommand = execCommand;
    window.prompt = prompt;
  };
  return { seen, restore };
}

const untilSaid = () => until(() => pageRecord().status?.textContent === enGB.copied, 'it was never said');

describe('copyText', () => {
  const ends: (() => void)[] = [];
  beforeEach(() => {
    freshPage();
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  function meet(traits?: Parameters<typeof browser>[0]) {
    const { seen, restore } = browser(traits);
    ends.push(restore);
    return seen;
  }

  /** A page that has words of its own for whatever is copied, and so hears each copy first. */
  function meddle(target: EventTarget) {
    let heard = 0;
    const replace = (event: Event) => {
      heard++;
      (event as ClipboardEvent).clipboardData!.setData('text/plain', 'words of the page');
      event.preventDefault();
    };
    target.addEventListener('copy', replace, true);
    ends.push(() => target.removeEventListener('copy', replace, true));
    return { count: () => heard };
  }

  it('gives the text to the clipboard, and says so', async () => {
    const seen = meet();
    await copyText('a <b>link</b>', enGB);
    expect(seen).to.deep.equal({ written: ['a <b>link</b>'], copied: [], shown: [] });
    await untilSaid();
    expect(pageRecord().status!.lang).to.equal(enGB.language);
  });

  it('copies in the old way where the clipboard is refused, and says so', async () => {
    const seen = meet({ gives: false });
    await copyText('a <b>link</b>', enGB);
    expect(seen).to.deep.equal({ written: [], copied: ['a <b>link</b>'], shown: [] });
    await untilSaid();
  });

  it('copies in the old way where there is no clipboard at all', async () => {
    const seen = meet();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await copyText('words', enGB);
    expect(seen.copied).to.deep.equal(['words']);
  });

  it('is not overruled by a page that has words of its own for what is copied', async () => {
    const seen = meet({ gives: false });
    const pages = [document, document.body].map(meddle);
    await copyText('words', enGB);
    expect(seen.copied).to.deep.equal(['words']);
    expect(pages.map(({ count }) => count())).to.deep.equal([0, 0]);
  });

  for (const copies of [true, false]) {
    it(`leaves what a person copies next alone, after ${copies ? 'copying' : 'having been refused'}`, async () => {
      meet({ gives: false, copies });
      await copyText('words', enGB);
      const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
      const page = meddle(document);
      document.body.dispatchEvent(event);
      expect(page.count()).to.equal(1);
      expect(event.clipboardData!.getData('text/plain')).to.equal('words of the page');
    });
  }

  it('shows the text to be copied by hand where it is refused both ways, and does not say that it was copied', async () => {
    const seen = meet({ gives: false, copies: false });
    await copyText('words', enGB);
    expect(seen).to.deep.equal({ written: [], copied: [], shown: [[enGB.copyByHand, 'words']] });
    expect(pageRecord().status).to.equal(undefined);
  });

  it('has this browser itself copy at a press, and what is selected and where the focus is stays', async () => {
    const seen = meet({ gives: false });
    delete (document as { execCommand?: unknown }).execCommand;
    const page = document.createElement('div');
    page.innerHTML = '<p>Some words of the page</p><button>Copy</button>';
    document.body.append(page);
    ends.push(() => page.remove());
    const button = page.querySelector('button')!;
    button.addEventListener('click', () => void copyText('words', enGB));
    getSelection()!.selectAllChildren(page.querySelector('p')!);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await untilSaid();
    expect(seen.shown).to.be.empty;
    expect(getSelection()!.toString()).to.equal('Some words of the page');
    expect(document.activeElement === button).to.be.true;
  });

  it('has this browser itself copy though nothing is selected', async () => {
    const seen = meet({ gives: false });
    delete (document as { execCommand?: unknown }).execCommand;
    const button = document.body.appendChild(document.createElement('button'));
    ends.push(() => button.remove());
    button.addEventListener('click', () => void copyText('words', enGB));
    getSelection()!.removeAllRanges();
    button.focus();
    await sendKeys({ press: 'Enter' });
    await untilSaid();
    expect(seen.shown).to.be.empty;
  });
});
