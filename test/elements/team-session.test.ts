import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/team-session/team-session.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';
import { auditWaitingAndFailed } from '../support/faces.js';
import {
  fakePage,
  freshPage,
  isShown,
  languageOf,
  listen,
  pageRecord,
  part,
  readWords,
  tone,
  until,
  untilState,
  wordsOf,
  wordsSaying,
  wrapAsTranslatorsDo,
} from '../support/page.js';

type TeamSession = HTMLElementTagNameMap['team-session'];

const tension = {
  poles: [
    { label: 'Safety', body: 'Nobody comes to harm.' },
    { label: 'Freedom', body: 'Everybody chooses.' },
  ],
};
const small = bundleOf([
  dialogueOf('one', {
    tension,
    prompts: promptsOf('a', 'b'),
    chapters: [{ startTime: 2, endTime: 6, title: 'The clip' }],
    audio: { sources: (dialogueOf('one')['audio'] as { sources: unknown[] }).sources, duration: 400 },
  }),
  dialogueOf('bare'),
]);

async function readySession({ bundle = small, dialogue = 'one', minutes = 15, remember = false, lang = 'en-GB' } = {}) {
  const media = fakePage();
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <team-session .bundle=${bundle} dialogue=${dialogue} minutes=${minutes} ?remember=${remember}></team-session>
    </div>`,
  );
  const session = page.querySelector('team-session')!;
  await untilState(session, 'ready');
  await session.updateComplete;
  return { media, page, session };
}

async function press(session: TeamSession, name: string, index = 0): Promise<void> {
  session.shadowRoot!.querySelectorAll<HTMLElement>(`[part="${name}"]`)[index]!.click();
  await session.updateComplete;
}

async function pressOften(session: TeamSession, name: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await press(session, name);
}

async function write(session: TeamSession, note: number, text: string): Promise<void> {
  const field = notes(session)[note]!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await session.updateComplete;
}

async function setMinutes(session: TeamSession, step: number, minutes: string): Promise<void> {
  const field = times(session)[step]!;
  field.value = minutes;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await session.updateComplete;
}

const notes = (session: Element) => [...session.shadowRoot!.querySelectorAll('textarea')];
const times = (session: Element) => [...session.shadowRoot!.querySelectorAll<HTMLInputElement>('[type="number"]')];
const said = (session: Element, name: string) => part(session, name)!.textContent.trim();
/** What can be seen of the agenda: the heading of each step. */
const steps = (session: Element) =>
  [...wordsOf(session).querySelectorAll(':scope > section > ol > li')]
    .filter(isShown)
    .map((step) => step.querySelector('[data-heading]')!.textContent);
/** The lines of the record. */
const record = (session: Element) =>
  [...wordsOf(session).querySelectorAll('[data-heading], p')].map((line) => line.textContent);
/** Whether the page would ask before it closes. */
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<team-session>', () => {
  beforeEach(() => {
    freshPage();
    localStorage.clear();
  });
  afterEach(() => localStorage.clear());

  it('shows another agenda, and the record, though a translator has wrapped the words', async () => {
    const { session } = await readySession({ minutes: 60 });
    const { session: plain } = await readySession();
    wrapAsTranslatorsDo(wordsOf(session));
    await press(session, 'minutes');
    expect(readWords(session)).to.equal(readWords(plain));
    await press(session, 'begin');
    await press(session, 'end');
    wrapAsTranslatorsDo(wordsOf(session));
    await write(session, 0, 'It helps to be asked.');
    expect(record(session)).to.include('It helps to be asked.');
  });

  it('is accessible before the meeting, in each step, and after it', async () => {
    const { session } = await readySession({ remember: true });
    part<HTMLDetailsElement>(session, 'times')!.open = true;
    await expect(session).to.be.accessible();
    await press(session, 'begin');
    for (let step = 0; step < 8; step++) {
      const line = session.querySelector('tension-line');
      if (line) await untilState(line, 'ready');
      await expect(session).to.be.accessible();
      await press(session, 'next');
    }
    await expect(session).to.be.accessible();
  });

  it('is accessible with its notes and times open', async () => {
    const { session } = await readySession({ remember: true });
    await press(session, 'begin');
    session.shadowRoot!.querySelectorAll('details').forEach((details) => (details.open = true));
    await expect(session).to.be.accessible();
  });

  auditWaitingAndFailed('team-session');

  it('shows the agenda with its minutes, in order', async () => {
    const { session } = await readySession();
    expect(steps(session)).to.deep.equal([
      'Welcome',
      'Before listening',
      'Listen together',
      'A quiet minute',
      'In pairs',
      'All together',
      'After listening',
      'To close',
    ]);
    expect(readWords(session)).to.contain('0:02 – 0:06');
    expect(readWords(session)).to.match(/In pairs 3 minutes Question a\?/);
    expect(said(session, 'total')).to.equal('15 minutes');
  });

  it('plans half an hour unless it is given another length that it knows', async () => {
    const { session } = await readySession({ minutes: 22 });
    expect(said(session, 'total')).to.equal('30 minutes');
  });

  it('takes a length that is set as text, as frameworks do', async () => {
    const { session } = await readySession();
    (session as any).minutes = '60';
    await session.updateComplete;
    expect(said(session, 'total')).to.equal('1 hour');
  });

  it('plans for the length that a person chooses', async () => {
    const { session } = await readySession();
    await press(session, 'minutes', 2);
    expect(said(session, 'total')).to.equal('1 hour');
    const pressed = [...session.shadowRoot!.querySelectorAll('[part="minutes"]')].map((button) => button.ariaPressed);
    expect(pressed).to.deep.equal(['false', 'false', 'true']);
  });

  it('has no line to stand on without a tension, and an open question without questions', async () => {
    const { session } = await readySession({ dialogue: 'bare' });
    expect(steps(session)).not.to.include('Before listening');
    expect(readWords(session)).to.match(/All together \d+ minutes What stays with you/);
  });

  it('changes the minutes of a step, and says the new total', async () => {
    const { session } = await readySession();
    await setMinutes(session, 4, '10');
    expect(readWords(session)).to.contain('In pairs 10 minutes');
    expect(said(session, 'total')).to.match(/^2\d minutes$/);
    expect(times(session)[4]!.getAttribute('aria-label')).to.equal('In pairs: 10 minutes');
  });

  it('takes an emptied field for a step that is left out, and shows so', async () => {
    const { session } = await readySession();
    await setMinutes(session, 4, '');
    expect(steps(session)).not.to.include('In pairs');
    expect(times(session)[4]!.value).to.equal('0');
  });

  it('leaves a step out, and takes it in again', async () => {
    const { session } = await readySession();
    await press(session, 'taken', 1);
    expect(steps(session)).not.to.include('Before listening');
    await press(session, 'begin');
    expect(said(session, 'position')).to.equal('1 of 7');
    await press(session, 'next');
    expect(steps(session)).to.deep.equal(['Listen together']);
    await press(session, 'taken', 1);
    expect(said(session, 'position')).to.equal('3 of 8');
  });

  it('shows one step at a time, and tells each change', async () => {
    const { session } = await readySession();
    const heard = listen(document, 'team-session-changed') as unknown as { step: string; index: number }[];
    await press(session, 'begin');
    expect(steps(session)).to.deep.equal(['Welcome']);
    await press(session, 'next');
    expect(steps(session)).to.deep.equal(['Before listening']);
    await press(session, 'previous');
    await press(session, 'previous');
    expect(steps(session)).to.deep.equal(['Welcome']);
    await press(session, 'end');
    await until(() => heard.length === 4, 'the changes were not told');
    expect(heard.map(({ step, index }) => [step, index])).to.deep.equal([
      ['welcome', 0],
      ['before', 1],
      ['welcome', 0],
      [null, 8],
    ]);
  });

  it('tells nothing that the page itself sets', async () => {
    const { session } = await readySession();
    const heard = listen(session, 'team-session-changed');
    session.minutes = 60;
    session.dialogue = 'bare';
    await session.updateComplete;
    expect(said(session, 'total')).to.equal('1 hour');
    expect(heard).to.be.empty;
  });

  it('leaves the keyboard on what comes next', async () => {
    const { session } = await readySession();
    part(session, 'begin')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => session.shadowRoot!.activeElement === part(session, 'next'), 'the keyboard is nowhere');
    await sendKeys({ press: 'Enter' });
    await until(() => steps(session)[0] === 'Before listening', 'it never went on');
    expect(session.shadowRoot!.activeElement).to.equal(part(session, 'next'));
    part(session, 'end')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => session.shadowRoot!.activeElement === notes(session)[0], 'the keyboard is nowhere');
  });

  it('counts the time of a step down, and says calmly when it is up', async () => {
    const { session } = await readySession();
    const { now } = Date;
    await press(session, 'begin');
    expect(said(session, 'timer')).to.equal('1:00');
    Date.now = () => now() + 20_000;
    await until(() => said(session, 'timer').startsWith('0:4') || said(session, 'timer').startsWith('0:3'), 'it stood');
    Date.now = () => now() + 70_000;
    await until(() => said(session, 'timer') === 'Time is up. Go on when ready.', 'it never was up');
    Date.now = now;
  });

  it('says once that the time is up, unless the time is hidden', async () => {
    const { session } = await readySession();
    const { now } = Date;
    const status = () => pageRecord().status!.textContent;
    const pass = async (minutes: number) => {
      Date.now = () => now() + minutes * 60_000;
      session.requestUpdate();
      await session.updateComplete;
    };
    await press(session, 'begin');
    await until(() => status() === 'Welcome', 'the step was never said');
    await pass(2);
    await until(() => /Time is up/.test(status()), 'it was never said');
    await press(session, 'next');
    await press(session, 'previous');
    await until(() => status() === 'Welcome', 'what is no news was said again');
    await press(session, 'next');
    await press(session, 'hide-time');
    await pass(4);
    await press(session, 'hide-time');
    expect(said(session, 'timer')).to.match(/Time is up/);
    await until(() => status() === 'Before listening', 'the step was never said');
    Date.now = now;
  });

  it('hides the time', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    const { top } = part(session, 'next')!.getBoundingClientRect();
    await press(session, 'hide-time');
    expect(said(session, 'timer')).to.equal('');
    expect(part(session, 'next')!.getBoundingClientRect().top, 'something jumped').to.equal(top);
    expect(part(session, 'hide-time')!.ariaPressed).to.equal('true');
    await press(session, 'hide-time');
    expect(said(session, 'timer')).to.not.equal('');
  });

  describe('the screen', () => {
    const held = new Set<object>();
    let isRefused = false;
    const stands = (what: object, name: string, value: unknown) =>
      Object.defineProperty(what, name, { value, configurable: true });

    beforeEach(() => {
      held.clear();
      isRefused = false;
      // What a headless browser does with its screen, nobody can tell.
      stands(navigator, 'wakeLock', {
        request: async (kind: string) => {
          if (isRefused || kind !== 'screen') throw new DOMException('The battery is low.', 'NotAllowedError');
          const lock = { release: async () => void held.delete(lock) };
          held.add(lock);
          return lock;
        },
      });
    });
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'wakeLock');
      Reflect.deleteProperty(document, 'hidden');
    });

    it('is kept awake from the first step to the end', async () => {
      const { session } = await readySession();
      expect(held).to.have.length(0);
      await press(session, 'begin');
      await press(session, 'next');
      await until(() => held.size === 1, 'it was never asked for');
      await press(session, 'end');
      await until(() => held.size === 0, 'it was never given back');
    });

    it('is given up while another tab is looked at, and kept awake again on the way back', async () => {
      const { session } = await readySession();
      await press(session, 'begin');
      await until(() => held.size === 1, 'it was never asked for');
      stands(document, 'hidden', true);
      await until(() => held.size === 0, 'it is kept awake for nobody');
      stands(document, 'hidden', false);
      await until(() => held.size === 1, 'it may darken in the middle of the meeting');
      session.remove();
      await until(() => held.size === 0, 'it is kept awake for an element that has gone');
    });

    it('darkens as it always does where the device refuses, and the meeting goes on', async () => {
      isRefused = true;
      const { session } = await readySession();
      await press(session, 'begin');
      await press(session, 'next');
      expect(session.dataset['state']).to.equal('ready');
      expect(steps(session)).to.deep.equal(['Before listening']);
    });
  });

  it('plays the clip of its step, pauses in it and goes on', async () => {
    const { media, session } = await readySession();
    await press(session, 'begin');
    await pressOften(session, 'next', 2);
    await press(session, 'play');
    await until(() => media.readyState === 4 && !media.paused, 'the clip never played');
    expect(media.currentTime).to.equal(2);
    media.currentTime = 4;
    await press(session, 'play');
    await until(() => media.paused, 'it never paused');
    await press(session, 'play');
    await until(() => !media.paused, 'it never went on');
    expect(media.currentTime).to.equal(4);
    await press(session, 'next');
    await until(() => media.paused, 'the sound went on after its step');
  });

  it('stops the moment of a question when the team goes on', async () => {
    const prompts = [{ id: 'a', text: 'When?', moment: { start: 3, end: 6 } }];
    const { media, session } = await readySession({ bundle: bundleOf([dialogueOf('one', { prompts })]) });
    await press(session, 'begin');
    await pressOften(session, 'next', 3);
    expect(steps(session)).to.deep.equal(['In pairs']);
    wordsSaying(session, 'Hear the moment').closest('a')!.click();
    await until(() => media.readyState === 4 && !media.paused, 'the moment never played');
    await press(session, 'next');
    await until(() => media.paused, 'the sound went on after its step');
  });

  it('has the room stand between the poles before and after, and tells both in the record', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    await press(session, 'next');
    const place = async () => {
      const line = session.querySelector('tension-line')!;
      await untilState(line, 'ready');
      await line.updateComplete;
      part(line, 'add')!.click();
      await line.updateComplete;
      return line.places;
    };
    expect(await place()).to.deep.equal({ before: [0], after: [] });
    await pressOften(session, 'next', 5);
    expect(await place()).to.deep.equal({ before: [0], after: [0] });
    await press(session, 'end');
    expect(record(session).slice(-3)).to.deep.equal([
      'Where do you stand?',
      'Before listening: between the two',
      'After listening: between the two',
    ]);
  });

  it('keeps notes in the page alone, says so, and clears them', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    await write(session, 0, 'We agree more than we thought.');
    await write(session, 2, 'Ann');
    expect(said(session, 'where')).to.equal('This stays until you leave the page.');
    expect(part(session, 'remember')).to.be.null;
    await press(session, 'end');
    expect(notes(session).map(({ value }) => value)).to.deep.equal(['We agree more than we thought.', '', 'Ann']);
    expect(record(session).slice(-4)).to.deep.equal([
      'What we noticed',
      'We agree more than we thought.',
      'Who',
      'Ann',
    ]);
    await press(session, 'clear');
    expect(notes(session).map(({ value }) => value)).to.deep.equal(['', '', '']);
    expect(localStorage).to.have.length(0);
  });

  it('brings cleared notes back, as long as nothing else was written', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    await write(session, 0, 'Much');
    await write(session, 2, 'Ann');
    await press(session, 'clear');
    expect(said(session, 'clear')).to.equal('Undo');
    await press(session, 'clear');
    expect(notes(session).map(({ value }) => value)).to.deep.equal(['Much', '', 'Ann']);
    expect(said(session, 'clear')).to.equal('Clear');
    expect(asks(), 'they are nowhere else').to.be.true;

    await press(session, 'clear');
    await write(session, 1, 'Another thing');
    expect(said(session, 'clear')).to.equal('Clear');
    expect(notes(session).map(({ value }) => value)).to.deep.equal(['', 'Another thing', '']);
  });

  it('asks before the page closes while there are notes that are nowhere else', async () => {
    const { session } = await readySession({ remember: true });
    await press(session, 'begin');
    expect(asks(), 'nothing is written').to.be.false;
    await write(session, 0, 'Much');
    expect(asks(), 'something is written').to.be.true;
    await press(session, 'remember');
    expect(asks(), 'it is kept').to.be.false;
    await press(session, 'forget');
    expect(asks(), 'it is kept no more').to.be.true;
    await press(session, 'clear');
    expect(asks(), 'it is cleared').to.be.false;
    await write(session, 0, 'More');
    session.remove();
    expect(asks(), 'the element has gone').to.be.false;
  });

  it('goes on where it was, as another visit to the page finds it, once it is kept', async () => {
    const { session } = await readySession({ remember: true });
    await setMinutes(session, 1, '7');
    await press(session, 'begin');
    await press(session, 'next');
    await write(session, 1, 'A shorter round');
    expect(localStorage).to.have.length(0);
    await press(session, 'remember');
    await press(session, 'next');
    session.remove();
    const again = (await readySession({ remember: true })).session;
    expect(pageRecord()).not.to.have.property('jots');
    expect(steps(again)).to.deep.equal(['Listen together']);
    expect(times(again)[1]!.value).to.equal('7');
    expect(notes(again)[1]!.value).to.equal('A shorter round');
  });

  it('goes back to the last step when the end was pressed too early', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    await press(session, 'end');
    await press(session, 'previous');
    expect(steps(session)).to.deep.equal(['To close']);
    await until(() => session.shadowRoot!.activeElement === part(session, 'next'), 'the keyboard is nowhere');
  });

  it('begins anew after the end', async () => {
    const { session } = await readySession();
    await press(session, 'begin');
    await press(session, 'end');
    expect(record(session).slice(0, 2)).to.deep.equal(['Title of one', 'Small talks']);
    await press(session, 'begin');
    expect(steps(session)).to.have.length(8);
  });

  it('says in words why the sound does not play, in the step that listens alone', async () => {
    const { media, session } = await readySession();
    media.files = { [tone]: { missing: true } };
    await press(session, 'begin');
    await pressOften(session, 'next', 2);
    await press(session, 'play');
    await untilState(session, 'failed');
    expect(part(session, 'retry')).not.to.be.null;
    expect(readWords(session)).to.contain('Listen together');
    await press(session, 'next');
    expect(session.dataset['state']).to.equal('ready');
  });

  it('speaks Welsh in a Welsh page, and marks what is in English only', async () => {
    const { session } = await readySession({ lang: 'cy' });
    expect(steps(session)[0]).to.equal('Croeso');
    expect(said(session, 'begin')).to.equal('Dechrau');
    expect(languageOf(wordsSaying(session, 'Question a?'))).to.equal('en-GB');
  });
});
