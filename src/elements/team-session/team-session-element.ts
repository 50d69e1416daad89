import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LENGTHS, planAgenda, type Step } from '../../bundle/agenda.js';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { printAlone } from '../../context/paper.js';
import { announce } from '../../context/announce.js';
import { copyText } from '../../context/clipboard.js';
import { download } from '../../context/download.js';
import { Jottings } from '../../context/jottings.js';
import { recordingOf } from '../../context/recording.js';
import { playClip } from '../../playback/clip.js';
import { machinery } from '../../styles/machinery.js';
import { button } from '../button.js';
import { controlsStyles } from '../controls-styles.js';
import { DialogueElement } from '../dialogue-element.js';
import { keepingOptions, noteField } from '../keeping.js';
import { pairOf } from '../pair-of.js';
import { pairArt, playStage } from '../play-stage.js';
import type { Reading } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { placeControls } from '../seek-controls.js';
import { readPlaces } from '../tension-line/places.js';
import { end, go, newSession, readSession, secondsLeft, type Session } from './session.js';
import { asMarkdown, nameOf, NOTES, recordOf, type Notes, type SessionRecord } from './session-record-words.js';
import { stepTimes } from './step-times.js';
import { TeamSessionChangedEvent } from './team-session-events.js';
import { teamSessionStyles } from './team-session-styles.js';
import { agendaWords, recordWords } from './team-session-words.js';

/** How far the two forms stand apart when a step begins, and how much nearer they are when its time is up. */
const APART = 74;
const NEARER = 52;

/**
 * Runs a dialogue with a team: an agenda for 15, 30 or 60 minutes, then one step at a time, large enough to be read across
 * a room, with the clip, the questions, the line to stand on, a quiet timer, notes, and at the end a record to take away.
 *
 * There is no server: what people do and write lives as long as the page does; only with `remember`, and after a person's
 * own press, it is kept on the device. It leaves the page by a person's own hand alone.
 *
 * While the time of a step goes by, the two forms of the tension come together. In full screen the element stands on the
 * ground of the page's body; where that is not what is behind the element, set `--team-session-ground`.
 *
 * @summary Runs a dialogue with a team: agenda, large type, gentle timer, notes, record.
 * @tagname team-session
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @fires {TeamSessionChangedEvent} team-session-changed - A person has gone to another step.
 * @cssproperty --team-session-ground - What is behind the element in full screen.
 * @csspart base - All of the machinery but the stage.
 * @csspart stage - The picture; in the step that listens, with the play button.
 * @csspart art - The picture itself.
 * @csspart play - The play button.
 * @csspart minutes - A button for a length.
 * @csspart begin - The button that begins, or begins anew.
 * @csspart position - Which step of how many.
 * @csspart timer - The time that is left, or that it is up.
 * @csspart previous - The button that goes a step back.
 * @csspart next - The button that goes a step on.
 * @csspart hide-time - The button that hides the time.
 * @csspart full-screen - The button that fills the screen; absent where that is not possible.
 * @csspart end - The button that ends the meeting.
 * @csspart times - The minutes of all steps.
 * @csspart step-minutes - The minutes of one.
 * @csspart taken - The checkbox that says whether a step is taken at all.
 * @csspart total - The minutes of all.
 * @csspart notes - The notes.
 * @csspart note - One of them.
 * @csspart clear - The button that clears them, and brings them back.
 * @csspart print - Prints the record.
 * @csspart copy - Copies the record.
 * @csspart save - Saves the record as Markdown.
 * @csspart where - Where the notes are kept.
 * @csspart remember - The checkbox that has them kept on this device.
 * @csspart kept - What is kept.
 * @csspart forget - The button that has all of it forgotten.
 * @csspart retry - The Retry button.
 */
export class TeamSessionElement extends DialogueElement {
  static override styles = [...machinery, controlsStyles, teamSessionStyles];

  static override properties: PropertyDeclarations = {
    minutes: { type: Number },
    remember: { type: Boolean },
  };

  /** How long the meeting is planned to be: 15, 30 or 60. A person may choose another. */
  minutes = 30;

  /**
   * Offers to keep the meeting and its notes on this device. Nothing is kept before a person asks for it there, and a person
   * can have all of it forgotten.
   */
  remember = false;

  readonly #jottings = new Jottings(this);
  #steps: readonly Step[] = [];
  #session: Session = newSession(0, []);
  /** Whether the clip of this step was begun; before that, the sound may be anywhere. */
  #isHeard = false;
  #isTimeHidden = false;
  /** Whether there was no time left when it was last looked at; to come to a step is no news of its time. */
  #isOver = true;
  /** Whether the record was taken away as it is now. */
  #isTaken = false;
  /** The notes that were just cleared. */
  #cleared: Notes | null = null;
  #tick?: ReturnType<typeof setTimeout>;
  #awake: Promise<WakeLockSentinel | null> | undefined;

  constructor() {
    super();
    this.lend();
    this.addEventListener('fullscreenchange', () => this.requestUpdate());
  }

  protected override get isPlayable(): boolean {
    return !!this.#step?.clip;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
    removeEventListener('beforeunload', this.#warn);
    this.#stayAwake(false);
  }

  protected override look(reading: Reading): Dialogue | string {
    const dialogue = super.look(reading);
    if (typeof dialogue === 'string') return dialogue;
    const plan = (minutes: number) => planAgenda(dialogue, minutes);
    // Frameworks set `minutes="60"` as a property, and do not make a number of it.
    const minutes = LENGTHS.find((length) => length === +this.minutes) ?? 30;
    this.#session = readSession(this.#jot(dialogue, 'session'), plan) ?? newSession(minutes, plan(minutes));
    this.#steps = plan(this.#session.minutes);
    return dialogue;
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { remember, trouble } = this;
    const [session, steps] = [this.#session, this.#steps];
    const record = steps[session.at] || session.at < 0 ? null : this.#record(dialogue, reading);
    this.scene = JSON.stringify(record ?? [dialogue.id, session]);
    return record
      ? recordWords(record, reading)
      : agendaWords({ dialogue, steps, session, remember, trouble }, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { facts } = this;
    const { bundle, phrases } = reading;
    const step = this.#step;
    const words = html`<slot name="words"></slot>`;
    const base = (content: unknown) => html`<div class="machine" part="base" lang=${phrases.language}>${content}</div>`;
    if (!step) {
      const content = this.#session.at < 0 ? this.#start(dialogue, reading) : this.#taking(dialogue, reading);
      return html`${base([pairArt(pairOf(bundle, dialogue)), content])} ${words}`;
    }
    const { times, at } = this.#session;
    const open = times.flatMap((time, i) => (time || i === at ? i : []));
    const left = secondsLeft(this.#session, Date.now());
    const gone = this.#isTimeHidden ? 1 : Math.min(1, 1 - left / (times[at]! * 60 || 1));
    return html`<div class="machine above" lang=${phrases.language}>
        ${
          step.clip
            ? playStage({ dialogue, reading, facts }, this.#hear)
            : // The line on which people stand has a picture of its own.
              /before|after/.test(step.name)
              ? nothing
              : pairArt(pairOf(bundle, dialogue), APART - NEARER * gone)
        }
        <span part="position">${phrases.place(String(open.indexOf(at) + 1), String(open.length))}</span>
        <span part="timer" role="timer">
          ${this.#isTimeHidden ? '\xa0' : left > 0 ? writeClock(left) : phrases.timeUp}
        </span>
        ${this.broken || facts.hanging ? retryButton(phrases, this.tryAgain) : nothing}
      </div>
      ${words} ${base(this.#presenter(dialogue, reading))}`;
  }

  protected override updated(changed: PropertyValues): void {
    // Not while the seconds go by: somebody may be typing.
    if (changed.size) placeControls(this.renderRoot);
    clearTimeout(this.#tick);
    const isOver = secondsLeft(this.#session, Date.now()) <= 0;
    if (isOver && !this.#isOver && !this.#isTimeHidden) announce(this.phrases.timeUp, this.phrases.language);
    this.#isOver = isOver;
    const isOn = !!this.#step && this.isConnected;
    if (isOn) this.#tick = setTimeout(() => this.requestUpdate(), 1000);
    // Who looks at another tab gives the screen up, and has it again on the way back.
    this.#stayAwake(isOn && !document.hidden);
    const { subject } = this;
    const isKept = this.#isTaken || this.#jottings.memory?.kept?.jots;
    const isUnsaved = !isKept && subject && NOTES.some((note) => this.#jot(subject, note));
    (isUnsaved ? addEventListener : removeEventListener)('beforeunload', this.#warn);
  }

  /** The lengths, the way in, and what can be changed beforehand. */
  #start(dialogue: Dialogue, reading: Reading): unknown {
    const { phrases } = reading;
    return [
      LENGTHS.map((minutes) =>
        button(
          'minutes',
          spokenTime(minutes * 60, phrases.language),
          () => this.#set(newSession(minutes, planAgenda(dialogue, minutes))),
          { isPressed: minutes === this.#session.minutes },
        ),
      ),
      button('begin', phrases.begin, () => this.#go(1)),
      stepTimes(this.#steps, this.#session, reading, this.#set),
    ];
  }

  /** What the person who leads the meeting presses. */
  #presenter(dialogue: Dialogue, reading: Reading): unknown {
    const { phrases } = reading;
    const hide = () => {
      this.#isTimeHidden = !this.#isTimeHidden;
      this.requestUpdate();
    };
    return [
      button('previous', phrases.previousStep, () => this.#go(-1)),
      button('next', phrases.nextStep, () => this.#go(1)),
      button('hide-time', phrases.hideTime, hide, { isPressed: this.#isTimeHidden }),
      document.fullscreenEnabled
        ? button('full-screen', phrases.fullScreen, this.#fill, { isPressed: this.matches(':fullscreen') })
        : nothing,
      button('end', phrases.end, () => this.#set(end(this.#session))),
      html`<details part="notes">
        <summary>${phrases.notes}</summary>
        ${this.#notes(dialogue, reading)}
      </details>`,
      stepTimes(this.#steps, this.#session, reading, this.#set),
    ];
  }

  /** The notes, and the ways to take the record away. */
  #taking(dialogue: Dialogue, reading: Reading): unknown {
    const { phrases } = reading;
    const take = (part: string, words: string, use: (text: string) => void) =>
      button(part, words, () => {
        use(asMarkdown(this.#record(dialogue, reading)));
        this.#isTaken = true;
        this.requestUpdate();
      });
    return [
      this.#notes(dialogue, reading),
      // The end may have been pressed too early.
      button('previous', phrases.previousStep, () => this.#go(-1)),
      take('print', phrases.print, () => printAlone(this.wordsBox!, 'sheet', '')),
      take('copy', phrases.copy, (text) => void copyText(text, phrases)),
      take('save', phrases.download, (text) => download(`${dialogue.id}.md`, text)),
      button('begin', phrases.begin, () => this.#set(newSession(this.#session.minutes, this.#steps))),
    ];
  }

  #notes(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const { memory, remember } = this.#jottings;
    return html`<div class="options">
      ${phrases.noNames}
      ${NOTES.map((note) =>
        noteField(phrases[note], this.#jot(dialogue, note), (text) => this.#jot(dialogue, note, text)),
      )}
      ${button('clear', this.#cleared ? phrases.undoLast : phrases.clearAll, () => {
        const cleared = this.#cleared;
        const notes = this.#notesOf(dialogue);
        NOTES.forEach((note) => this.#jot(dialogue, note, cleared ? cleared[note] : ''));
        this.#cleared = cleared ? null : notes;
      })}
      ${keepingOptions(memory, reading, remember)}
    </div>`;
  }

  /** The step that the team is at; none before the meeting, and none after it. */
  get #step(): Step | undefined {
    return this.#steps[this.#session.at];
  }

  /** What is jotted down of this meeting; or jots something down. */
  #jot(dialogue: Dialogue, what: string, text?: string): string {
    const name = `${recordingOf(dialogue).key} ${what}`;
    if (text !== undefined) {
      this.#isTaken = false;
      this.#cleared = null;
      this.#jottings.jot(name, text);
      this.reword();
    }
    return this.#jottings.of(name);
  }

  #notesOf(dialogue: Dialogue): Notes {
    return Object.fromEntries(NOTES.map((note) => [note, this.#jot(dialogue, note)])) as Notes;
  }

  #record(dialogue: Dialogue, reading: Reading): SessionRecord {
    const [session, steps] = [this.#session, this.#steps];
    const notes = this.#notesOf(dialogue);
    return recordOf({ dialogue, steps, session, notes, places: readPlaces(this.#jot(dialogue, 'team')) }, reading);
  }

  #go(by: 1 | -1): void {
    this.#set(go(this.#session, by, Date.now()));
  }

  /** A person changes the agenda, or goes to another step. */
  readonly #set = (session: Session): void => {
    const { at } = this.#session;
    this.#jot(this.subject!, 'session', JSON.stringify(session));
    if (session.at === at) return;
    // Nothing in the next step may be there to stop it with.
    if (this.#step) this.voice.pause(this.recording);
    this.#isHeard = false;
    this.#isOver = true;
    this.#session = session;
    const step = this.#step;
    if (step) announce(nameOf(step.name, this.reading!), this.phrases.language);
    void this.updateComplete.then(() => {
      // What was pressed may have gone, and the keyboard must not be left nowhere.
      if (!this.shadowRoot!.activeElement)
        this.renderRoot.querySelector<HTMLElement>('[part=next], textarea, [part=begin]')!.focus();
      // The step is read from its top, which may have been scrolled away with the one before.
      this.renderRoot.querySelector('.machine')!.scrollIntoView({ block: 'nearest' });
      this.dispatchEvent(new TeamSessionChangedEvent(step?.name ?? null, session.at));
    });
  };

  /** Plays the clip of this step, or goes on in it. */
  readonly #hear = () => {
    const { voice, facts, recording } = this;
    const { start, end } = this.#step!.clip!;
    const { currentTime } = facts;
    if (!facts.paused && !facts.error) return voice.pause(recording);
    const isWithin = this.#isHeard && currentTime > start && currentTime < end - 0.5;
    this.#isHeard = true;
    // The voice keeps a refusal as state, and the element shows it.
    void playClip(voice, recording, { start: isWithin ? currentTime : start, end });
  };

  /** A tab with notes that are nowhere else asks before it closes. */
  readonly #warn = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    // Older browsers look at this alone.
    event.returnValue = true;
  };

  readonly #fill = () => {
    if (document.fullscreenElement) return void document.exitFullscreen();
    // There is no page behind an element in full screen, and its ink was chosen for the page's ground.
    this.style.setProperty('--_ground', getComputedStyle(document.body).backgroundColor);
    // Where the browser does not let us, the element stays as it is, and the button is not pressed.
    this.requestFullscreen().catch(() => this.requestUpdate());
  };

  /** Asks the platform not to darken the screen during the meeting. */
  #stayAwake(isWanted: boolean): void {
    // A device that saves its power may refuse: the screen then darkens as it always does, and there is nothing to be said.
    if (isWanted) this.#awake ??= navigator.wakeLock?.request('screen').catch(() => null);
    else this.#awake = void this.#awake?.then((lock) => lock?.release());
  }
}
