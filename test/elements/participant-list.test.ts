import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/participant-list/participant-list.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import { freshPage, goodBundle, readWords, until, untilState, wordsOf, wrapAsTranslatorsDo } from '../support/page.js';

type ParticipantList = HTMLElementTagNameMap['participant-list'];

const names = (list: Element) =>
  [...wordsOf(list).querySelectorAll('h2, h3, h4')].map(({ textContent }) => textContent);
const people = ['ann', 'bob', 'cat'].map((id) => ({ id, name: `Name ${id}`, role: 'Guest', biography: [] }));

async function readyList(dialogue = '') {
  const list = await fixture<ParticipantList>(
    html`<participant-list src=${goodBundle('full')} dialogue=${dialogue}></participant-list>`,
  );
  await untilState(list, 'ready');
  return list;
}

describe('<participant-list>', () => {
  let network: Network;
  beforeEach(() => {
    freshPage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('is accessible when it is ready', async () => {
    await expect(await readyList()).to.be.accessible();
  });

  auditWaitingAndFailed('participant-list');

  it('shows everyone, as a list, in the order of the bundle', async () => {
    const list = await readyList();
    expect(names(list)).to.deep.equal(['Ann', 'Bob', 'Cat']);
    expect(wordsOf(list).querySelectorAll('[data-people] > li')).to.have.length(3);
    expect(wordsOf(list).querySelector('ul')!.getAttribute('role')).to.equal('list');
  });

  it('shows those who speak in one dialogue, in its own order', async () => {
    expect(names(await readyList('one'))).to.deep.equal(['Bob', 'Ann']);
  });

  it('shows the narrator of a dialogue in which nobody else speaks', async () => {
    const bundle = bundleOf([dialogueOf('one', { narrator: 'cat' })], { participants: people });
    const list = await fixture<ParticipantList>(
      html`<participant-list .bundle=${bundle} dialogue="one"></participant-list>`,
    );
    await untilState(list, 'ready');
    expect(names(list)).to.deep.equal(['Name cat']);
  });

  it('says so when a dialogue names nobody', async () => {
    const list = await fixture<ParticipantList>(
      html`<participant-list src=${goodBundle('full')} dialogue="three"></participant-list>`,
    );
    await untilState(list, 'failed');
    expect(readWords(list)).to.match(/nothing|nobody|no participants/);
  });

  it('changes with the dialogue, though a translator has wrapped the words', async () => {
    const list = await readyList('one');
    wrapAsTranslatorsDo(wordsOf(list));
    list.dialogue = 'two';
    await list.updateComplete;
    expect(names(list)).to.deep.equal(['Ann']);
    expect(readWords(list)).not.to.contain('Bob');
  });

  it('gives every heading the level that the page wants', async () => {
    const list = await readyList();
    list.headingLevel = 3;
    await list.updateComplete;
    expect(wordsOf(list).querySelectorAll('h3')).to.have.length(3);
    expect(wordsOf(list).querySelectorAll('h2')).to.have.length(0);
  });

  it('brings many people in part by part, and all of them in the end', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ id: `p${i}`, name: `P ${i}`, role: 'Guest', biography: [] }));
    const talk = dialogueOf('one', { participants: many.map(({ id }) => id) });
    const page = await fixture(html`
      <dialogue-bundle .bundle=${bundleOf([talk], { participants: many })}>
        <participant-list></participant-list><participant-list dialogue="one"></participant-list>
      </dialogue-bundle>
    `);
    const lists = [...page.querySelectorAll('participant-list')];
    await until(() => lists.every(({ dataset }) => dataset['state'] === 'ready'), 'the lists never were ready');
    for (const list of lists) {
      await until(() => names(list).length === 60, 'somebody never came');
      expect(names(list)[59]).to.equal('P 59');
    }
  });

  it('is there once in a clone', async () => {
    const list = await readyList();
    const clone = list.cloneNode(true) as ParticipantList;
    list.after(clone);
    await untilState(clone, 'ready');
    await clone.updateComplete;
    expect(names(clone)).to.deep.equal(['Ann', 'Bob', 'Cat']);
    clone.remove();
  });
});
