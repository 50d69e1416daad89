import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/dialogue-series/dialogue-series.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { Network } from '../support/network.js';
import { badBundle, fakePage, freshPage, goodBundle, part, readWords, until, untilState } from '../support/page.js';

type Series = HTMLElementTagNameMap['dialogue-series'];

const boxes = (series: Element) => [...series.querySelectorAll<HTMLElement>(':scope > [data-dialogue-words]')];
const slots = (series: Element) => boxes(series).map(({ slot }) => slot);
const settled = (series: Element) =>
  until(
    () =>
      [...series.querySelectorAll<HTMLElement>('[data-state]')].every(({ dataset }) => dataset['state'] === 'ready'),
    'something in the series never became ready',
  );

async function readySeries(template = html`<dialogue-series src=${goodBundle('full')}></dialogue-series>`) {
  const page = await fixture(html`<div lang="en-GB">${template}</div>`);
  const series = page.querySelector<Series>('dialogue-series')!;
  await untilState(series, 'ready');
  await settled(series);
  return series;
}

describe('<dialogue-series>', () => {
  let network: Network;
  beforeEach(() => {
    fakePage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('shows its parts in one order', async () => {
    const series = await readySeries();
    expect(slots(series)).to.deep.equal([
      'words',
      'introduction',
      'tensions',
      'dialogues',
      'learnings',
      'people',
      'credits',
    ]);
  });

  it('is accessible', async () => {
    const series = await readySeries();
    await expect(series).to.be.accessible();
  });

  it('is accessible while it waits, and shows what the page gave', async () => {
    network.hold('https://example.org/late.json');
    const series = await fixture<HTMLElement>(
      '<dialogue-series src="https://example.org/late.json"><p>Soon.</p></dialogue-series>',
    );
    await untilState(series, 'waiting');
    expect(series.innerText).to.contain('Soon.');
    await expect(series).to.be.accessible();
  });

  it('says in words that the bundle cannot be read, once', async () => {
    const series = await fixture<HTMLElement>(
      html`<dialogue-series src=${badBundle('not-json.txt')}></dialogue-series>`,
    );
    await untilState(series, 'failed');
    expect(slots(series)).to.deep.equal(['words']);
    expect(readWords(series)).to.contain('cannot be read');
    await expect(series).to.be.accessible();
  });

  it('has headings that go one level deeper at a time', async () => {
    const series = await readySeries(
      html`<dialogue-series src=${goodBundle('full')} heading-level="3"></dialogue-series>`,
    );
    const levels = [...series.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => Number(localName[1]));
    expect(levels[0]).to.equal(3);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 2)).to.be.at.most(1));
    expect(Math.min(...levels)).to.equal(3);
  });

  it('leads from its contents to each part and each dialogue', async () => {
    const series = await readySeries();
    const links = [...series.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.length).to.equal(6 + series.querySelectorAll('[slot=dialogues] dialogue-player').length);
    for (const { hash } of links) expect(series.querySelector(hash), hash).to.exist;
  });

  it('leaves parts out, and those that the bundle has nothing for', async () => {
    const some = await readySeries(
      html`<dialogue-series src=${goodBundle('full')} parts="people dialogues nonsense"></dialogue-series>`,
    );
    expect(slots(some)).to.deep.equal(['words', 'dialogues', 'people']);
    some.parts = 'credits';
    await until(() => slots(some).join() === 'words,credits', 'the parts never changed');
    const tiny = await readySeries(html`<dialogue-series .bundle=${bundleOf([dialogueOf('one')])}></dialogue-series>`);
    expect(slots(tiny)).to.deep.equal(['words', 'dialogues']);
    await expect(tiny).to.be.accessible();
  });

  it('fails in words where none of its parts is to be shown', async () => {
    const series = await fixture<Series>(
      html`<dialogue-series .bundle=${bundleOf([dialogueOf('one')])} parts="credits"></dialogue-series>`,
    );
    await untilState(series, 'failed');
    expect(readWords(series)).to.equal('There is nothing here yet.');
  });

  it('puts a host’s own words before and after each part', async () => {
    const series = await readySeries(
      html`<dialogue-series src=${goodBundle('full')}>
        <p slot="before-people">Meet them.</p>
        <p slot="after-people">You have met them.</p>
      </dialogue-series>`,
    );
    const top = (selector: string) => series.querySelector(selector)!.getBoundingClientRect().top;
    expect(top('[slot=before-people]')).to.be.lessThan(top('[slot=people]'));
    expect(top('[slot=people]')).to.be.lessThan(top('[slot=after-people]'));
    expect(top('[slot=after-people]')).to.be.lessThan(top('[slot=credits]'));
  });

  it('turns all of it to another language by one choice', async () => {
    const series = await readySeries(html`<dialogue-series src=${goodBundle('two-languages')}></dialogue-series>`);
    const choice = part<HTMLSelectElement>(series, 'language')!;
    expect([...choice.options].map(({ value }) => value)).to.deep.equal(['en-GB', 'cy']);
    expect(choice.value).to.equal('en-GB');
    choice.value = 'cy';
    choice.dispatchEvent(new Event('change'));
    await until(() => /Cynnwys|Y deialogau/.test(series.innerText), 'the parts never spoke Welsh');
    await until(
      () => /Chwarae/.test(part(series.querySelector('dialogue-player')!, 'play')!.getAttribute('aria-label')!),
      'the player never spoke Welsh',
    );
    await expect(series).to.be.accessible();
  });

  it('has no choice of language where there is one alone', async () => {
    const series = await readySeries(
      html`<dialogue-series .bundle=${bundleOf([dialogueOf('one')])}></dialogue-series>`,
    );
    expect(part(series, 'language')).not.to.exist;
  });

  it('lends its bundle to what a host puts inside', async () => {
    const series = await readySeries(
      html`<dialogue-series .bundle=${bundleOf([dialogueOf('mine')])}>
        <div slot="after-dialogues"><dialogue-player dialogue="mine" layout="compact"></dialogue-player></div>
      </dialogue-series>`,
    );
    expect(series.querySelector<HTMLElement>('[slot=after-dialogues] dialogue-player')!.innerText).to.contain(
      'Title of mine',
    );
  });

  it('shows another bundle in all its parts', async () => {
    const series = await readySeries(
      html`<dialogue-series .bundle=${bundleOf([dialogueOf('one')])}></dialogue-series>`,
    );
    series.bundle = bundleOf([dialogueOf('two')], { title: 'Other talks' });
    await until(() => /Other talks/.test(readWords(series)), 'the title never changed');
    await until(
      () => series.querySelector<HTMLElement>('dialogue-player')!.innerText.includes('Title of two'),
      'the player never changed',
    );
    expect(series.innerText).not.to.contain('Title of one');
  });

  it('draws many dialogues little by little, and all in the end', async () => {
    const many = Array.from({ length: 40 }, (_, i) => dialogueOf(`d${i}`));
    const series = await fixture<Series>(
      html`<dialogue-series .bundle=${bundleOf(many)} parts="dialogues"></dialogue-series>`,
    );
    await untilState(series, 'ready');
    expect(series.querySelectorAll('dialogue-player').length).to.be.lessThan(40);
    await until(() => series.querySelectorAll('dialogue-player').length === 40, 'they were never all drawn');
    freshPage();
  });
});
