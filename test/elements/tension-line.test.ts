import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/tension-line/tension-line.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import { Network } from '../support/network.js';
import {
  freshPage,
  goodBundle,
  pageRecord,
  part,
  readWords,
  until,
  untilState,
  wordsOf,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type TensionLine = HTMLElementTagNameMap['tension-line'];

async function readyLine({ team = false, remember = false, lang = 'en-GB', src = goodBundle('full') } = {}) {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <tension-line src=${src} dialogue="one" ?team=${team} ?remember=${remember}></tension-line>
    </div>`,
  );
  const line = page.querySelector('tension-line')!;
  await untilState(line, 'ready');
  await line.updateComplete;
  return { page, line };
}

const range = (line: Element) => part<HTMLInputElement>(line, 'place')!;
const valueText = (line: Element) => range(line).getAttribute('aria-valuetext');
const stands = (line: Element) => [...wordsOf(line).querySelectorAll('dd')].map((stand) => stand.textContent.trim());
/** The picture's marks: before, and after. */
const marks = (line: Element) => [...line.shadowRoot!.querySelectorAll('path')].map((path) => path.getAttribute('d'));

async function move(line: TensionLine, place: number): Promise<void> {
  range(line).value = String(place);
  range(line).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await line.updateComplete;
}

/** A finger or a mouse comes up from the line: a range gives no click to a finger. */
function letGo(line: TensionLine, button = 0): void {
  range(line).dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button }));
}

async function press(line: TensionLine, name: string): Promise<void> {
  part(line, name)!.click();
  await line.updateComplete;
}

describe('<tension-line>', () => {
  beforeEach(() => {
    freshPage();
    localStorage.clear();
  });
  afterEach(() => localStorage.clear());

  it('is accessible when it is ready, and with both places', async () => {
    const { line } = await readyLine({ remember: true });
    await expect(line).to.be.accessible();
    await move(line, -40);
    await press(line, 'after');
    await move(line, 70);
    await press(line, 'remember');
    await expect(line).to.be.accessible();
  });

  it('is accessible with a team', async () => {
    const { line } = await readyLine({ team: true });
    await press(line, 'add');
    await press(line, 'add');
    await expect(line).to.be.accessible();
  });

  auditWaitingAndFailed('tension-line');

  it('says the question, both poles, and that nobody stands anywhere yet', async () => {
    const { line } = await readyLine();
    expect(wordsOf(line).querySelector('h2')!.textContent).to.equal('Being heard');
    expect(readWords(line)).to.match(/Safety Freedom$/);
    expect(stands(line)).to.deep.equal(['There is nothing here yet.', 'There is nothing here yet.']);
    expect(line.places).to.deep.equal({ before: [], after: [] });
  });

  it('names the range by its stage and both poles, and says its place in words', async () => {
    const { line } = await readyLine();
    expect(range(line).getAttribute('aria-label')).to.equal('Before listening: Safety – Freedom');
    const said: (string | null)[] = [];
    for (const place of [-100, -40, 0, 40, 100]) {
      await move(line, place);
      said.push(valueText(line));
    }
    expect(said).to.deep.equal([
      'strongly towards: Safety',
      'closer to: Safety',
      'between the two',
      'closer to: Freedom',
      'strongly towards: Freedom',
    ]);
  });

  it('takes a place by keyboard, before and after, and says both in words', async () => {
    const { line } = await readyLine();
    range(line).focus();
    for (let i = 0; i < 6; i++) await sendKeys({ press: 'ArrowRight' });
    await line.updateComplete;
    expect(stands(line)).to.deep.equal(['closer to: Freedom', 'There is nothing here yet.']);
    part(line, 'after')!.focus();
    await sendKeys({ press: 'Enter' });
    await line.updateComplete;
    expect(part(line, 'after')!.getAttribute('aria-pressed')).to.equal('true');
    expect(valueText(line)).to.equal('There is nothing here yet.');
    range(line).focus();
    await sendKeys({ press: 'Home' });
    await line.updateComplete;
    expect(stands(line)).to.deep.equal(['closer to: Freedom', 'strongly towards: Safety']);
    expect(line.places).to.deep.equal({ before: [30], after: [-100] });
    expect(marks(line)).to.include('M30 0H-100');
  });

  it('says where one stands though a translator has wrapped the words', async () => {
    const { line } = await readyLine();
    for (const [place, words] of [
      [-40, 'closer to: Safety'],
      [40, 'closer to: Freedom'],
    ] as const) {
      wrapAsTranslatorsDo(wordsOf(line));
      await move(line, place);
      expect(stands(line)[0]).to.equal(words);
    }
  });

  it('asks for the place after listening only once there is one before', async () => {
    const { line } = await readyLine();
    expect(part(line, 'after')!.getAttribute('aria-disabled')).to.equal('true');
    await press(line, 'after');
    expect(part(line, 'before')!.getAttribute('aria-pressed')).to.equal('true');
    await move(line, 20);
    expect(part(line, 'after')!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('takes the middle by a press on the line, which moves nothing', async () => {
    const { line } = await readyLine();
    letGo(line);
    await line.updateComplete;
    expect(line.places.before).to.deep.equal([0]);
    expect(stands(line)[0]).to.equal('between the two');
  });

  it('takes a place back, and says so', async () => {
    const { line } = await readyLine();
    await move(line, -40);
    await press(line, 'undo');
    expect(line.places.before).to.be.empty;
    expect(valueText(line)).to.equal('There is nothing here yet.');
    await until(() => /nothing here/.test(pageRecord().status!.textContent), 'it was never said');
  });

  it('tells what a person did, through the walls of shadow roots, and once', async () => {
    const { page, line } = await readyLine();
    const told: unknown[] = [];
    page.addEventListener('tension-line-changed', (event) => {
      told.push([event.places, event.composed, event.cancelable]);
    });
    await move(line, -40);
    range(line).dispatchEvent(new Event('change', { bubbles: true }));
    letGo(line);
    await press(line, 'after');
    expect(told).to.deep.equal([[{ before: [-40], after: [] }, true, false]]);
  });

  it('keeps its places in the page when it is moved, and has others for another dialogue', async () => {
    const tension = { poles: [0, 1].map((n) => ({ label: `Pole ${n}`, body: `About ${n}.` })) };
    const bundle = bundleOf([dialogueOf('one', { tension }), dialogueOf('two', { tension })]);
    const line = await fixture<TensionLine>(html`<tension-line .bundle=${bundle}></tension-line>`);
    await untilState(line, 'ready');
    await move(line, 50);
    line.parentElement!.append(line);
    await press(line, 'after');
    line.dialogue = 'two';
    await line.updateComplete;
    expect(line.places.before).to.be.empty;
    expect(stands(line)[0]).to.equal('There is nothing here yet.');
    expect(part(line, 'before')!.getAttribute('aria-pressed'), 'it begins anew').to.equal('true');
    line.dialogue = 'one';
    await line.updateComplete;
    expect(stands(line)[0]).to.equal('closer to: Pole 1');
    await press(line, 'before');
    expect(range(line).value).to.equal('50');
  });

  it('says so when a dialogue has no two poles', async () => {
    const line = await fixture<TensionLine>(
      html`<tension-line .bundle=${bundleOf([dialogueOf('one')])} dialogue="one"></tension-line>`,
    );
    await untilState(line, 'failed');
    expect(readWords(line)).to.equal('There is nothing here yet.');
  });

  describe('for a team', () => {
    it('has a dot for each person, and says how they are spread', async () => {
      const { line } = await readyLine({ team: true });
      await move(line, -40);
      expect(line.places.before, 'the mark is not yet anybody’s').to.be.empty;
      expect(valueText(line)).to.equal('closer to: Safety');
      await press(line, 'add');
      await press(line, 'add');
      await move(line, 0);
      letGo(line);
      await line.updateComplete;
      await move(line, 80);
      await press(line, 'add');
      expect(line.places.before).to.deep.equal([-40, -40, 0, 80]);
      expect(stands(line)[0]).to.equal('4 people: 2 closer to: Safety, 1 between the two, 1 strongly towards: Freedom');
      expect(marks(line), 'two of one place are stacked').to.include('M-40 -12h0M-40 -24h0M0 -12h0M80 -12h0');
      await until(() => /^4 people/.test(pageRecord().status!.textContent), 'it was never said');
    });

    it('adds nobody for a press of the right button, which opens a menu', async () => {
      const { line } = await readyLine({ team: true });
      letGo(line, 2);
      expect(line.places.before).to.be.empty;
      letGo(line);
      expect(line.places.before).to.deep.equal([0]);
    });

    it('takes the last one back, and all', async () => {
      const { line } = await readyLine({ team: true });
      for (const place of [-40, 0, 40]) {
        await move(line, place);
        await press(line, 'add');
      }
      await press(line, 'undo');
      expect(line.places.before).to.deep.equal([-40, 0]);
      await press(line, 'clear');
      expect(line.places.before).to.be.empty;
    });

    it('brings back by Undo what was cleared, each stage its own, also when Clear was pressed twice', async () => {
      const { line } = await readyLine({ team: true });
      for (const stage of ['before', 'after']) {
        await press(line, stage);
        for (let people = 0; people < 3; people++) await press(line, 'add');
      }
      await press(line, 'clear');
      await press(line, 'clear');
      await press(line, 'before');
      await press(line, 'undo');
      await press(line, 'clear');
      expect(line.places).to.deep.equal({ before: [], after: [] });
      await press(line, 'undo');
      expect(line.places).to.deep.equal({ before: [0, 0], after: [] });
      await press(line, 'after');
      await press(line, 'undo');
      expect(line.places).to.deep.equal({ before: [0, 0], after: [0, 0, 0] });
    });

    it('says where people stand below the line, which stays where it is', async () => {
      const { line } = await readyLine({ team: true });
      const top = () => range(line).getBoundingClientRect().top;
      const before = top();
      for (const place of [-100, -40, 0, 40, 100]) {
        await move(line, place);
        letGo(line);
        await line.updateComplete;
      }
      expect(line.places.before).to.have.length(5);
      expect(top()).to.equal(before);
      expect(wordsOf(line).querySelector('dl')!.getBoundingClientRect().top).to.be.above(before);
    });

    it('asks for one stage alone as a step of a meeting, and leaves all else to the meeting', async () => {
      const { line } = await readyLine({ team: true, remember: true });
      line.stage = 'after';
      await line.updateComplete;
      expect(['before', 'after', 'where', 'remember'].filter((name) => part(line, name))).to.be.empty;
      await press(line, 'add');
      expect(line.places).to.deep.equal({ before: [], after: [0] });
    });

    it('keeps its places apart from one’s own', async () => {
      const { line } = await readyLine({ team: true });
      await press(line, 'add');
      line.team = false;
      await line.updateComplete;
      expect(line.places.before).to.be.empty;
    });
  });

  describe('remember', () => {
    it('is offered only where the page says so, and nothing is kept before a press', async () => {
      const { line } = await readyLine();
      expect(part(line, 'remember')).to.be.null;
      const { line: offering } = await readyLine({ remember: true });
      await move(offering, 40);
      expect(localStorage.length).to.equal(0);
    });

    it('brings the places back, and forgets them', async () => {
      const { line } = await readyLine({ remember: true });
      await move(line, 40);
      await press(line, 'remember');
      await press(line, 'after');
      await move(line, -70);
      freshPage();
      const { line: again } = await readyLine({ remember: true });
      expect(stands(again)).to.deep.equal(['closer to: Freedom', 'strongly towards: Safety']);
      await press(again, 'forget');
      expect(localStorage.length).to.equal(0);
    });
  });

  it('speaks Welsh in a Welsh page', async () => {
    const network = new Network();
    const { line } = await readyLine({ lang: 'cy', src: goodBundle('two-languages') });
    network.restore();
    await move(line, 40);
    expect(readWords(line)).to.contain('Cyn gwrando');
    expect(valueText(line)).to.match(/^yn nes at: /);
  });
});
