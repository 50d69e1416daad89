import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/learning-list/learning-list.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle, type FakeMedia } from '../support/fake-media.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  fakePage,
  fixtureAddress,
  freshPage,
  goodBundle,
  languageOf,
  pageRecord,
  readWords,
  tone,
  until,
  untilState,
  watchErrors,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type LearningList = HTMLElementTagNameMap['learning-list'];

const short = fixtureAddress('audio/short.mp3');
const learning = (id: string, more: object = {}) => ({ id, title: `Title ${id}`, body: [`Body ${id}.`], ...more });
const bundle = bundleOf(
  [dialogueOf('one'), dialogueOf('two', { audio: { sources: [{ src: short, type: 'audio/mpeg' }], duration: 3 } })],
  {
    learnings: [
      learning('a', {
        evidence: [
          { dialogue: 'one', start: 2, end: 5 },
          { dialogue: 'two', start: 0.5, end: 2 },
        ],
      }),
      learning('b', { evidence: [{ dialogue: 'one', start: 12, end: 14 }] }),
      learning('c'),
    ],
  },
);

async function readyList(data: object = bundle, lang = 'en-GB') {
  const media = fakePage({ files: { [short]: { duration: 3 } } });
  const page = await fixture(html`<div lang=${lang}><learning-list .bundle=${data}></learning-list></div>`);
  const list = page.querySelector('learning-list')!;
  await untilState(list, 'ready');
  return { media, list };
}

const item = (list: Element, at: number) => wordsOf(list).querySelectorAll(':scope > ol > li')[at]!;
const all = (list: Element, at = 0) => item(list, at).querySelector<HTMLElement>('p > a')!;
const clips = (list: Element, at = 0) => [...item(list, at).querySelectorAll<HTMLElement>('ul a')];
const heard = (list: Element) => [...wordsOf(list).querySelectorAll('[aria-current="true"]')];

async function plays(media: FakeMedia, address: string, from: number) {
  await until(
    () => media.src === address && media.readyState === 4 && !media.paused && !media.seeking,
    'it never played',
  );
  expect(media.currentTime).to.equal(from);
}

describe('<learning-list>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    const { list } = await readyList();
    await expect(list).to.be.accessible();
  });

  it('is accessible while a moment is heard', async () => {
    const { list } = await readyList();
    all(list).click();
    await until(() => heard(list).length, 'nothing is marked');
    await expect(list).to.be.accessible();
  });

  auditWaitingAndFailed('learning-list', {
    src: goodBundle('tiny'),
    attributes: '',
    says: 'There is nothing here yet.',
  });

  it('lists the learnings in the order of the bundle, numbered by the list itself', async () => {
    const { list } = await readyList();
    const ol = wordsOf(list).querySelector('ol')!;
    const titles = [...ol.children].map((li) => li.querySelector('h2')!.textContent);
    expect(titles).to.deep.equal(['Title a', 'Title b', 'Title c']);
    expect(item(list, 0).textContent).to.contain('Body a.');
    expect(getComputedStyle(ol).listStyleType).to.equal('decimal');
    expect(getComputedStyle(ol.children[0]!).display).to.equal('list-item');
  });

  it('gives every title the level that the page wants', async () => {
    const { list } = await readyList();
    list.headingLevel = 4;
    await list.updateComplete;
    expect(wordsOf(list).querySelectorAll('h4')).to.have.length(3);
    expect(wordsOf(list).querySelectorAll('h2')).to.have.length(0);
  });

  it('links each moment, with its dialogue and its times, and all of them by the first', async () => {
    const { list } = await readyList();
    const links = clips(list).map((link) => [link.getAttribute('href'), link.textContent.replace(/\s+/g, ' ').trim()]);
    expect(links).to.deep.equal([
      ['#dialogue=one&t=2,5', '0:02–0:05 Title of one'],
      ['#dialogue=two&t=0.5,2', '0:00–0:02 Title of two'],
    ]);
    expect(all(list).getAttribute('href')).to.equal('#dialogue=one&t=2,5');
    expect(all(list).textContent).to.equal('Hear all 2 moments');
    expect(all(list, 1).textContent).to.equal('Hear the moment');
    expect(item(list, 2).querySelector('a')).to.equal(null);
  });

  it('plays all moments of a learning, says which one is heard, and stops at the end of the last', async () => {
    const { list, media } = await readyList();
    all(list).click();
    await plays(media, tone, 2);
    expect(heard(list)).to.deep.equal([clips(list)[0]]);
    expect(all(list).textContent).to.equal('Stop');
    media.advance(2.95);
    await plays(media, short, 0.5);
    await until(() => heard(list)[0] === clips(list)[1], 'the second moment is not marked');
    media.advance(1.45);
    await until(() => media.paused, 'it played on beyond the last moment');
    await until(() => !heard(list).length, 'a moment is marked though nothing is heard');
    expect(all(list).textContent).to.equal('Hear all 2 moments');
  });

  it('pauses at another press, and begins anew at the next', async () => {
    const { list, media } = await readyList();
    all(list).focus();
    all(list).click();
    await plays(media, tone, 2);
    media.advance(1);
    all(list).click();
    await until(() => media.paused, 'it never paused');
    await until(() => !heard(list).length, 'a moment is marked though nothing is heard');
    expect(document.activeElement).to.equal(all(list));
    all(list).click();
    await plays(media, tone, 2);
    expect(heard(list)).to.deep.equal([clips(list)[0]]);
  });

  it('plays one moment alone', async () => {
    const { list, media } = await readyList();
    clips(list)[0]!.click();
    await plays(media, tone, 2);
    expect(heard(list)).to.deep.equal([clips(list)[0]]);
    media.advance(2.95);
    await until(() => media.paused, 'it played on beyond the moment');
    await settle();
    expect(media.src).to.equal(tone);
  });

  it('turns from one learning to another', async () => {
    const { list, media } = await readyList();
    all(list).click();
    await plays(media, tone, 2);
    all(list, 1).click();
    await until(() => media.currentTime === 12, 'it stayed at the first learning');
    await until(() => heard(list)[0] === clips(list, 1)[0], 'the wrong moment is marked');
    expect(heard(list)).to.have.length(1);
    expect(all(list).textContent).to.equal('Hear all 2 moments');
  });

  it('ends with a pause by the person elsewhere', async () => {
    const { list, media } = await readyList();
    all(list).click();
    await plays(media, tone, 2);
    const voice = pageRecord().voice!;
    voice.pause(voice.recording!);
    await until(() => !heard(list).length, 'a moment is marked though nothing is heard');
    expect(media.src).to.equal(tone);
  });

  it('leaves a press for a new tab to the browser', async () => {
    const { list, media } = await readyList();
    let ours = true;
    const look = (event: Event) => {
      ours = event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', look, { once: true });
    all(list).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true }),
    );
    await settle();
    expect(ours).to.be.false;
    expect(media.loads).to.equal(0);
  });

  it('changes what it says though a translator has wrapped the words', async () => {
    const { list, media } = await readyList();
    wrapAsTranslatorsDo(wordsOf(list));
    all(list).querySelector('font')!.click();
    await plays(media, tone, 2);
    await until(() => all(list).textContent === 'Stop', 'it cannot be seen how to stop');
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    const { list } = await readyList(bundle, 'cy');
    expect(all(list).textContent).to.equal('Clywed pob moment (2)');
    expect(languageOf(all(list))).to.equal('cy');
    expect(languageOf(wordsSaying(list, 'Body a.'))).to.equal('en-GB');
  });

  it('takes in three hundred learnings', async () => {
    const { errors, stop } = watchErrors();
    const evidence = Array.from({ length: 20 }, (_, i) => ({ dialogue: 'one', start: i / 2, end: i + 1 }));
    const learnings = Array.from({ length: 300 }, (_, i) => learning(String(i), { evidence }));
    const { list, media } = await readyList(bundleOf([dialogueOf('one')], { learnings }));
    expect(wordsOf(list).querySelectorAll('ol > li')).to.have.length(300);
    all(list, 299).click();
    await plays(media, tone, 0);
    await until(() => heard(list)[0] === clips(list, 299)[0], 'the moment is not marked');
    stop();
    expect(errors).to.deep.equal([]);
  });

  it('is there once in a clone', async () => {
    const { list } = await readyList();
    const clone = list.cloneNode(true) as LearningList;
    clone.bundle = bundle;
    list.after(clone);
    await untilState(clone, 'ready');
    await clone.updateComplete;
    expect(clone.querySelectorAll('ol')).to.have.length(1);
    expect(readWords(clone)).to.equal(readWords(list));
  });
});
