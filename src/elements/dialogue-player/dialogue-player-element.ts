import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { parseChapters } from '../../bundle/chapters.js';
import { readClock } from '../../bundle/clock.js';
import { chapterIndexAt } from '../../bundle/cues.js';
import { readDeepLink } from '../../bundle/deep-link.js';
import type { Chapter, Dialogue } from '../../bundle/schema.js';
import { addressAt, copyText } from '../../context/clipboard.js';
import { FileSource } from '../../context/file-source.js';
import { keepInView } from '../../context/keep-in-view.js';
import { markLine } from '../../context/lines.js';
import { placeKept, takeSeat } from '../../context/page-listening.js';
import { playClip, type Clip } from '../../playback/clip.js';
import { stretches } from '../../playback/facts.js';
import type { Seat } from '../../playback/listening.js';
import type { Recording, VoiceNews } from '../../playback/voice.js';
import { machinery } from '../../styles/machinery.js';
import { controlsStyles } from '../controls-styles.js';
import type { Reading } from '../reading.js';
import { placeControls } from '../seek-controls.js';
import { TranscriptDesk } from '../transcript-desk.js';
import { deskStyles } from '../transcript-desk-styles.js';
import { DialoguePlayerChapterChangeEvent } from './dialogue-player-events.js';
import { playerMachinery, type PlayerView } from './dialogue-player-machinery.js';
import { playerStyles } from './dialogue-player-styles.js';
import { dialoguePlayerWords } from './dialogue-player-words.js';
import { MediaContract } from './media-contract.js';
import { MomentPrompts } from './moment-prompts.js';
import { voicesIn } from '../voices.js';

/**
 * Plays one dialogue on the page's one voice: play, back and forward 15 seconds, seek on a tension timeline, speed,
 * volume, chapters, transcript; and behind More a sleep timer, continuous play, who is heard, a link to this moment,
 * download. It speaks `HTMLMediaElement`.
 *
 * @summary Plays one dialogue.
 * @tagname dialogue-player
 * @slot - Shown until the bundle is ready, and when it has failed. Best a real `<audio controls preload="none">`.
 * @fires {DialoguePlayerChapterChangeEvent} dialogue-player-chapterchange - The sound came into another chapter.
 * @cssState playing - The sound of this dialogue plays, or waits to go on. In Chromium from 125, Firefox from 126, Safari from 17.4.
 * @csspart base - All of the machinery.
 * @csspart stage - The picture with the play button.
 * @csspart art - The picture.
 * @csspart play - The play button.
 * @csspart clip - The button that plays the clip which the page's address names.
 * @csspart elapsed - The time that has passed.
 * @csspart total - The whole time.
 * @csspart timeline - The seek bar over its picture: which way the talk leans, who speaks, what has been heard.
 * @csspart seek - The native range of the seek bar.
 * @csspart back - Back 15 seconds.
 * @csspart forward - Forward 15 seconds.
 * @csspart speed - The choice of speed.
 * @csspart mute - The mute button.
 * @csspart volume - The native range of the volume.
 * @csspart more - The native `details` with the quieter options.
 * @csspart sleep - The choice of when the sound stops by itself.
 * @csspart who - The choice of who is heard.
 * @csspart continuous - The checkbox that lets the next dialogue follow.
 * @csspart remember - The checkbox that has the place remembered on this device.
 * @csspart kept - What is remembered.
 * @csspart forget - The button that has all of it forgotten.
 * @csspart copy - The button that copies a link to this moment.
 * @csspart download - The link to the sound file.
 * @csspart pause-for-questions - The checkbox that has the sound wait for the questions.
 * @csspart prompt - The question whose moment has just been heard.
 * @csspart carry-on - The button that goes on from there.
 * @csspart retry - The Retry button.
 * @csspart search - The field for words to search in the transcript.
 * @csspart previous - To the previous find.
 * @csspart next - To the next find.
 * @csspart count - Which find it is, of how many.
 * @csspart language - The choice of the transcript's language, where there are several.
 * @csspart download-words - The buttons that take the words away as a file.
 * @csspart print-words - The button that prints the words alone, in large type. Not in `listen.js`.
 * @csspart back-to-sound - The button that has the transcript follow the sound again.
 * @csspart copy-quote - Copies the selected words, who said them, and where to hear them.
 * @csspart copy-link - Copies the address of the selected words.
 * @csspart play-selection - Plays the selected words.
 */
export class DialoguePlayerElement extends MediaContract {
  static override styles = [...machinery, controlsStyles, playerStyles, deskStyles];

  static override properties: PropertyDeclarations = {
    startAt: { attribute: 'start-at' },
    layout: {},
    noTranscript: { type: Boolean, attribute: 'no-transcript' },
    noDownload: { type: Boolean, attribute: 'no-download' },
    prompts: { type: Boolean },
    remember: { type: Boolean },
  };

  /** Where to begin: seconds, or a time as `1:30`. A deep link in the page's address comes first. */
  startAt = '';

  /** `full`, or `compact` for a narrow place. */
  layout: 'full' | 'compact' = 'full';

  /** Leaves the transcript out. */
  noTranscript = false;

  /** Leaves the download link out. */
  noDownload = false;

  /**
   * Pauses for the questions: when a question's moment is over, the sound waits, and the question stands there until a
   * person carries on. A person can choose so under More, too. Not in `listen.js`.
   */
  prompts = false;

  /**
   * Offers to remember the place, the speed and the volume on this device. Nothing is kept before a person asks for it
   * there, and a person can have all of it forgotten.
   */
  remember = false;

  readonly #desk = this.follow(new TranscriptDesk(this, this.reword));
  readonly #chaptersFile = this.follow(new FileSource((text) => parseChapters(text).chapters));
  readonly #questions = new MomentPrompts();
  readonly #internals = this.attachInternals();
  #clip: Clip | null = null;
  #linkedClip: Clip | null = null;
  #toldChapter = -1;
  readonly #seat: Seat = {
    recording: () => this.recording,
    chapters: () => (this.subject ? this.#chapters(this.subject) : []),
    cues: () => this.#desk.content ?? [],
    turn: (id) => {
      // That was for the dialogue before.
      this.startAt = '';
      this.dialogue = id;
    },
    redraw: () => this.requestUpdate(),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followAddress);
    takeSeat(this.#seat, true);
    this.tellPresence();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followAddress);
    takeSeat(this.#seat, false);
    this.tellPresence();
    // Not after a mere move: whoever waits to hear a player that has left the page waits in vain.
    queueMicrotask(() => this.isConnected || this.answer('AbortError'));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.dataset['layout'] = this.layout;
    if (this.subject) this.answer();
    else if (this.dataset['state'] === 'failed') this.answer('NotSupportedError');
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    const telling = {
      compact: this.layout === 'compact',
      chapters: this.#chapters(dialogue),
      transcript: this.noTranscript ? null : this.#desk.show(dialogue, reading),
      trouble: this.trouble,
    };
    return dialoguePlayerWords(dialogue, telling, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { facts, noDownload, noTranscript } = this;
    const compact = this.layout === 'compact';
    const cues = this.#desk.content ?? [];
    const clip = this.#clip;
    const played = stretches(this.voice.ranges(this.recording, 'played'));
    const view: PlayerView = {
      dialogue,
      reading,
      facts,
      noDownload,
      compact,
      chapters: this.#chapters(dialogue),
      cues,
      voices: voicesIn(cues, dialogue, reading),
      heard: played[0] ? played : [[0, facts.currentTime] as const],
      remember: this.remember,
      questions: this.#questions.view(dialogue, reading, {
        isWanted: this.prompts,
        change: (isWanted) => void (this.prompts = isWanted),
        resume: this.#carryOn,
      }),
      clip: clip && { ...clip, isFresh: clip === this.#linkedClip },
      tools: noTranscript || compact ? nothing : this.#desk.tools(dialogue, reading, noDownload),
    };
    const actions = {
      media: this,
      toggle: this.#press,
      playClip: this.#pressClip,
      copy: () => void copyText(addressAt(dialogue.id, this.currentTime), reading.phrases),
      retry: this.tryAgain,
    };
    return html`${playerMachinery(view, actions)}${noTranscript ? nothing : this.#desk.bar(dialogue, reading)}`;
  }

  protected override updated(): void {
    const { wordsBox, facts } = this;
    this.#desk.mark(this.#desk.heard(facts));
    if (wordsBox) markLine(wordsBox, '[data-chapter]', facts.loaded ? this.#chapter() : -1);
    placeControls(this.renderRoot);
    try {
      this.#internals.states[facts.paused ? 'delete' : 'add']('playing');
    } catch {
      // Chromium before 125 wants other names, and some browsers have no states: rules for them find nothing.
    }
  }

  /** The second, not the time. */
  protected override slice(): string {
    return `${Math.floor(this.currentTime)} ${this.#desk.heard(this.facts)} ${super.slice() as string}`;
  }

  protected override hear(news: VoiceNews): void {
    super.hear(news);
    this.#questions.heed(news, this.voice, this.recording, this);
    const index = this.#chapter();
    if (!this.facts.loaded || index === this.#toldChapter || !/^(timeupdate|seeked)$/.test(news.type)) return;
    this.#toldChapter = index;
    this.dispatchEvent(new DialoguePlayerChapterChangeEvent(this.#chapters(this.subject!)[index] ?? null, index));
  }

  /** As long as the sound stands where the clip begins that the page's address names, that clip is played. */
  override play(): Promise<void> {
    const clip = this.#linkedClip;
    return clip && this.paused && Math.abs(clip.start - this.currentTime) < 1 ? this.#playLinked(clip) : super.play();
  }

  #playLinked(clip: Clip): Promise<void> {
    this.#linkedClip = null;
    return playClip(this.voice, this.recording, clip);
  }

  readonly #press = () => {
    if (this.paused) void this.play();
    else this.toggle();
  };

  readonly #carryOn = () => {
    this.#keepFocus();
    this.#press();
  };

  readonly #pressClip = () => {
    this.#keepFocus();
    void this.#playLinked(this.#linkedClip!);
  };

  /** The button goes, and the keyboard must not be left nowhere. */
  #keepFocus(): void {
    this.renderRoot.querySelector<HTMLElement>('.play')!.focus();
  }

  #chapter(): number {
    return this.subject ? chapterIndexAt(this.#chapters(this.subject), this.facts.currentTime) : -1;
  }

  /** The chapters to list: those in the bundle, or in the file that it names, once that is here. */
  #chapters({ chapters, chaptersSrc }: Dialogue): readonly Chapter[] {
    const inFile = chaptersSrc ? this.#chaptersFile.of(chaptersSrc) : null;
    return (inFile ?? chapters).filter(({ toc }) => toc);
  }

  protected override turnTo(recording: Recording): void {
    const { paused } = this;
    super.turnTo(recording);
    // Whoever believes that it plays hears that it does not: what is told of the dialogue before is not for this player.
    if (!paused && this.paused) this.dispatchEvent(new Event('pause'));
    this.tellPresence();
    this.#toldChapter = -1;
    this.#clip = this.#linkedClip = null;
    if (!this.subject) return;
    const asked = this.askedTime;
    this.askedTime = null;
    if (asked !== null) return this.voice.seek(recording, asked);
    // Where a listener has been already, neither the page nor its address sends them elsewhere.
    if (this.facts.currentTime) return;
    const start = readClock(this.startAt) ?? (this.remember ? placeKept(recording) : null);
    if (start !== null) this.voice.seek(recording, start);
    this.#followAddress();
  }

  readonly #followAddress = () => {
    const moment = readDeepLink(location.hash);
    if (!moment || moment.dialogue !== this.subject?.id) return;
    this.#clip = moment.end === null ? null : moment;
    this.#linkedClip = this.paused ? this.#clip : null;
    this.requestUpdate();
    if (this.paused) this.voice.seek(this.recording, moment.start);
    else void playClip(this.voice, this.recording, moment);
    // Not before the words are there: until then, nobody knows where the player will stand.
    void this.updateComplete.then(() => keepInView(this));
  };
}
