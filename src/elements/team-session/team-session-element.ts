import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { LENGTHS, planAgenda, type Step } from '../../bundle/agenda.js';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { copyText } from '../../context/clipboard.js';
import { download } from '../../context/download.js';
import { Jottings } from '../../context/jottings.js';
import { recordingOf } from '../../context/recording.js';
import type { Phrases } from '../../locales/en-GB.js';
import { playClip } from '../../playback/clip.js';
import { machinery } from '../../styles/machinery.js';
import { controlsStyles } from '../controls-styles.js';
import { DialogueElement } from '../dialogue-element.js';
import { keepingOptions } from '../keeping.js';
import { playStage, twoForms } from '../play-stage.js';
import type { Reading } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { numberFrom, placeControls } from '../seek-controls.js';
import { readPlaces } from '../tension-line/places.js';
import { end, go, newSession, readSession, retime, totalOf, usedFor, type Session } from './session.js';
import { asHtml, asMarkdown, NOTES, recordOf, stepName, type Notes, type SessionRecord } from './session-record.js';
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
 * ground of the page around it; a page whose ground is a picture sets `--team-session-ground`.
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
 * @csspart leave-out - The button that leaves a step out.
 * @csspart total - The minutes of all.
 * @csspart notes - The notes.
 * @csspart note - One of them.
 * @csspart clear - The button that clears them.
 * @csspart print - Prints the record.
 * @csspart copy - Copies the record.
 * @csspart save - The buttons that save the record.
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
  /** The agenda, as it is planned for `#planned` minutes. */
  #steps: readonly Step[] = [];
  #session: Session = newSession(0, []);
  /** Whether the clip of this step was begun; before that, the sound may be anywhere. */
  #isHeard = false;
  #isTimeHidden = false;
  /** Whether the time of this step was up when it was last looked at. */
  #isUp = false;
  /** Whether the record was taken away as it is. */
  #isTaken = false;
  #tick?: ReturnType<typeof setTimeout>;
  #awake: Promise<WakeLockSentinel | null> | null = null;

  constructor() {
    super();
    this.lend();
    this.addEventListener('fullscreenchange', () => this.requestUpdate());
    // Where people stand is a part of the record.
    this.addEventListener('tension-line-changed', () => (this.#isTaken = false));
  }

  protected override get isPlayable(): boolean {
    return !!this.#step?.clip;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
    removeEventListener('beforeunload', warn);
    this.#stayAwake(false);
  }

  protected override look(reading: Reading): Dialogue | string {
    const dialogue = super.look(reading);
    if (typeof dialogue === 'string') return dialogue;
    const plan = (minutes: number) => planAgenda(dialogue, minutes);
    const minutes = LENGTHS.includes(this.minutes) ? this.minutes : 30;
    const session = readSession(this.#jottings.of(`${recordingOf(dialogue).key} session`), plan);
    this.#steps = plan((session ?? { minutes }).minutes);
    this.#session = session ?? newSession(minutes, this.#steps);
    return dialogue;
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { remember, trouble } = this;
    const [session, steps] = [this.#session, this.#steps];
    return this.#hasEnded
      ? recordWords(this.#record(dialogue, reading), reading)
      : agendaWords({ dialogue, steps, session, remember, trouble }, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const step = this.#step;
    const words = html`<slot name="words"></slot>`;
    const base = (content: unknown) =>
      html`<div class="machine" part="base" lang=${phrases.language}>${content} ${this.#times(reading)}</div>`;
    if (step) return html`${this.#above(step, dialogue, reading)} ${words} ${base(this.#presenter(reading))}`;
    const content = this.#session.at < 0 ? this.#start(reading) : this.#taking(dialogue, reading);
    return html`${base([twoForms(reading.bundle, dialogue), content])} ${words}`;
  }

  protected override updated(changed: PropertyValues): void {
    // Not while the seconds go by: somebody may be typing.
    if (changed.size) placeControls(this.renderRoot);
    clearTimeout(this.#tick);
    const isRunning = this.isConnected && !!this.#step;
    if (isRunning)
      this.#tick = setTimeout(() => this.requestUpdate(), 1000 - ((Date.now() - this.#session.since) % 1000));
    const isUp = isRunning && this.#left <= 0;
    if (isUp && !this.#isUp && this.facts.paused) announce(this.phrases.timeUp, this.phrases.language);
    this.#isUp = isUp;
    const isUnsaved = !this.#isTaken && !this.#jottings.memory?.kept?.jots && NOTES.some((note) => this.#note(note));
    (isUnsaved ? addEventListener : removeEventListener)('beforeunload', warn);
  }

  /** The lengths, and the way in. */
  #start({ phrases }: Reading): unknown {
    return [
      LENGTHS.map(
        (minutes) =>
          html`<button
            type="button"
            part="minutes"
            aria-pressed=${minutes === this.#session.minutes}
            @click=${() => this.#set(newSession(minutes, planAgenda(this.subject!, minutes)))}
          >
            ${spokenTime(minutes * 60, phrases.language)}
          </button>`,
      ),
      button('begin', phrases.begin, () => this.#go(1)),
    ];
  }

  /** Above the words of a step: which it is, the picture, and the time. */
  #above({ name, clip }: Step, dialogue: Dialogue, reading: Reading): TemplateResult {
    const { facts } = this;
    const { phrases, bundle } = reading;
    const left = this.#left;
    const gone = this.#isTimeHidden ? 0.8 : Math.min(1, 1 - left / (this.#session.times[this.#session.at]! * 60 || 1));
    // The line on which people stand has a picture of its own.
    const picture = clip
      ? playStage({ dialogue, reading, facts }, this.#hear)
      : /before|after/.test(name)
        ? nothing
        : twoForms(bundle, dialogue, APART - NEARER * gone);
    const time = left > 0 ? writeClock(left) : phrases.timeUp;
    return html`<div class="machine above" lang=${phrases.language}>
      <span part="position">${this.#said(phrases)}</span>
      <div>${picture}</div>
      <span part="timer" role="timer">${this.#isTimeHidden ? '' : time}</span>
      ${this.broken || facts.hanging ? retryButton(phrases, this.tryAgain) : nothing}
    </div>`;
  }

  /** What the person who leads the meeting presses. */
  #presenter(reading: Reading): TemplateResult {
    const { phrases } = reading;
    const isFull = this.matches(':fullscreen');
    const toggle = (part: string, words: string, isPressed: boolean, press: () => void) =>
      html`<button type="button" part=${part} aria-pressed=${isPressed} @click=${press}>${words}</button>`;
    return html`${button('previous', phrases.previousStep, () => this.#go(-1))}
      ${button('next', phrases.nextStep, () => this.#go(1))}
      ${toggle('hide-time', phrases.hideTime, this.#isTimeHidden, () => {
        this.#isTimeHidden = !this.#isTimeHidden;
        this.requestUpdate();
      })}
      ${document.fullscreenEnabled ? toggle('full-screen', phrases.fullScreen, isFull, this.#fill) : nothing}
      ${button('end', phrases.end, () => this.#set(end(this.#session, Date.now())))}
      <details part="notes">
        <summary>${phrases.notes}</summary>
        ${this.#writing(reading)}
      </details>`;
  }

  /** The notes, and the ways to take the record away. */
  #taking(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const take = (part: string, words: string, use: (record: SessionRecord) => void) =>
      button(part, words, () => {
        use(this.#record(dialogue, reading));
        this.#isTaken = true;
        this.requestUpdate();
      });
    return html`<div part="notes">${this.#writing(reading)}</div>
      ${take('print', phrases.print, () => print())}
      ${take('copy', phrases.copy, (record) => void copyText(asMarkdown(record), phrases))}
      ${take('save', phrases.asHtml, (record) => download(`${dialogue.id}.html`, asHtml(record, phrases.language)))}
      ${take('save', phrases.asMarkdown, (record) => download(`${dialogue.id}.md`, asMarkdown(record)))}
      ${button('begin', phrases.begin, () => this.#set(newSession(this.#session.minutes, this.#steps)))}`;
  }

  #writing(reading: Reading): TemplateResult {
    const { phrases } = reading;
    const { memory, remember } = this.#jottings;
    return html`<div class="options">
      <span>${phrases.noNames}</span>
      ${NOTES.map(
        (note) =>
          html`<label
            >${phrases[note]}<textarea
              class="tool"
              part="note"
              data-value=${this.#note(note)}
              @input=${({ target }: Event) => this.#jot(note, (target as HTMLTextAreaElement).value)}
            ></textarea>
          </label>`,
      )}
      ${keepingOptions(memory, reading, remember)}
      ${button('clear', phrases.clearNotes, () => NOTES.forEach((note) => this.#jot(note, '')))}
    </div>`;
  }

  /** The minutes of each step, to be changed. */
  #times(reading: Reading): TemplateResult | typeof nothing {
    const { phrases } = reading;
    const { times } = this.#session;
    if (this.#hasEnded) return nothing;
    const row = (step: Step, i: number) => {
      const name = stepName(step, reading);
      const time = times[i]!;
      const set = (minutes: number) => this.#set(retime(this.#session, i, minutes));
      return html`<div class="row">
        <input
          type="number"
          class="tool"
          part="step-minutes"
          min="0"
          aria-label=${phrases.inMinutes(name)}
          data-value=${time}
          @change=${numberFrom(set)}
        />
        <span>${name}</span>
        <button
          type="button"
          part="leave-out"
          aria-label=${phrases.leaveOut(name)}
          aria-pressed=${!time}
          @click=${() => set(time ? 0 : step.minutes)}
        >
          ×
        </button>
      </div>`;
    };
    return html`<details part="times">
      <summary>${phrases.changeTimes}</summary>
      <div class="options">
        ${this.#steps.map(row)}
        <span part="total">${spokenTime(totalOf(this.#session) * 60, phrases.language)}</span>
      </div>
    </details>`;
  }

  /** The step that the team is at; none before the meeting, and none after it. */
  get #step(): Step | undefined {
    return this.#steps[this.#session.at];
  }

  get #hasEnded(): boolean {
    return this.#session.at >= 0 && !this.#step;
  }

  /** The seconds that are left of this step. */
  get #left(): number {
    const { times, at } = this.#session;
    return times[at]! * 60 - usedFor(this.#session, at, Date.now());
  }

  #said({ stepOf }: Phrases): string {
    const { times, at } = this.#session;
    const open = times.flatMap((time, i) => (time || i === at ? i : []));
    return stepOf(open.indexOf(at) + 1, open.length);
  }

  /** What something of this meeting is kept under. */
  #name(what: string): string {
    return `${recordingOf(this.subject!).key} ${what}`;
  }

  #note(note: keyof Notes): string {
    return this.subject ? this.#jottings.of(this.#name(note)) : '';
  }

  #jot(note: keyof Notes, text: string): void {
    this.#isTaken = false;
    this.#jottings.jot(this.#name(note), text);
    this.reword();
  }

  #record(dialogue: Dialogue, reading: Reading): SessionRecord {
    const [session, steps] = [this.#session, this.#steps];
    const of = (what: string) => this.#jottings.of(`${recordingOf(dialogue).key} ${what}`);
    const notes = Object.fromEntries(NOTES.map((note) => [note, of(note)])) as Notes;
    return recordOf({ dialogue, steps, session, notes, places: readPlaces(of('team')) }, reading);
  }

  #go(by: 1 | -1): void {
    this.#set(go(this.#session, by, Date.now()));
  }

  /** A person changes something. */
  #set(session: Session): void {
    const before = this.#session;
    if (session === before) return;
    this.#jottings.jot(this.#name('session'), JSON.stringify(session));
    this.reword();
    if (session.at === before.at) return;
    if (this.#step?.clip) this.voice.pause(this.recording);
    this.#isHeard = this.#isTaken = false;
    this.#session = session;
    const { language } = this.phrases;
    const step = this.#step;
    this.#stayAwake(!!step);
    if (step) announce(`${this.#said(this.phrases)}: ${stepName(step, this.reading!)}`, language);
    void this.updateComplete.then(() => {
      // What was pressed may have gone, and the keyboard must not be left nowhere.
      if (!this.shadowRoot!.activeElement) this.renderRoot.querySelector<HTMLElement>('[part=next], button')!.focus();
      this.scrollIntoView({ block: 'nearest' });
      this.dispatchEvent(new TeamSessionChangedEvent(step?.name ?? null, session.at));
    });
  }

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

  readonly #fill = () => {
    if (document.fullscreenElement) return void document.exitFullscreen();
    let around: Element | null = this;
    // In full screen there is no page behind the element, and its ink may not be seen on what the browser puts there.
    const ground = (of: Element | null) => of && getComputedStyle(of).backgroundColor;
    while (/, 0\)|transparent/.test(ground(around) ?? '')) around = around!.parentElement;
    this.style.setProperty('--_ground', ground(around));
    // Where the browser does not let us, the element stays as it is, and the button is not pressed.
    this.requestFullscreen().catch(() => this.requestUpdate());
  };

  /** Asks the platform not to darken the screen during the meeting. */
  #stayAwake(isWanted: boolean): void {
    void this.#awake?.then((lock) => lock?.release());
    // A device that saves its power may refuse: the screen then darkens as it always does, and there is nothing to be said.
    this.#awake = (isWanted && navigator.wakeLock?.request('screen').catch(() => null)) || null;
  }
}

function button(part: string, words: string, press: () => void): TemplateResult {
  return html`<button type="button" part=${part} @click=${press}>${words}</button>`;
}

/** A tab with notes that are nowhere else asks before it closes. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Older browsers look at this alone.
  event.returnValue = true;
}
