import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { parseChapters } from '../../bundle/chapters.js';
import { readClock } from '../../bundle/clock.js';
import { chapterIndexAt, cueIndexAt } from '../../bundle/cues.js';
import { readDeepLink, type DeepLink } from '../../bundle/deep-link.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Chapter, Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { CurrentController } from '../../context/current-controller.js';
import { FileController } from '../../context/file-controller.js';
import { MomentsController } from '../../context/moments-controller.js';
import { recordingOf } from '../../context/recording.js';
import { TranscriptController } from '../../context/transcript-controller.js';
import { VoiceController } from '../../context/voice-controller.js';
import { playClip } from '../../playback/clip.js';
import { noRanges, type Facts } from '../../playback/facts.js';
import type { Recording, Voice, VoiceNews } from '../../playback/voice.js';
import { canSetVolume } from '../../playback/volume.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { ContentElement, type Sight } from '../content-element.js';
import { missingDialogue } from '../missing.js';
import { plain, type Reading } from '../reading.js';
import { DialoguePlayerChapterChangeEvent } from './dialogue-player-events.js';
import { playerMachinery, type PlayerActions } from './dialogue-player-machinery.js';
import { playerStyles } from './dialogue-player-styles.js';
import { stage } from '../stage-styles.js';
import { dialoguePlayerWords } from './dialogue-player-words.js';

/**
 * Plays one dialogue on the page's one voice: play, back and forward 15 seconds, seek, speed, volume, chapters,
 * transcript, download.
 *
 * It speaks `HTMLMediaElement`: what can drive an `<audio>` can drive it. Media events are fired here for this
 * dialogue alone; they do not bubble. https://html.spec.whatwg.org/multipage/media.html
 *
 * @summary Plays one dialogue.
 * @tagname dialogue-player
 * @slot - Shown until the bundle is ready, and when it has failed. Best a real `<audio controls preload="none">`.
 * @fires {DialoguePlayerChapterChangeEvent} dialogue-player-chapterchange - The sound came into another chapter.
 * @csspart base - All of the machinery.
 * @csspart stage - The picture with the play button.
 * @csspart art - The picture.
 * @csspart play - The play button.
 * @csspart elapsed - The time that has passed.
 * @csspart total - The whole time.
 * @csspart timeline - The seek bar, with the way each chapter leans.
 * @csspart seek - The native range of the seek bar.
 * @csspart tools - The row of smaller controls.
 * @csspart back - Back 15 seconds.
 * @csspart forward - Forward 15 seconds.
 * @csspart speed - The choice of speed.
 * @csspart mute - The mute button.
 * @csspart volume - The native range of the volume.
 * @csspart download - The link to the sound file.
 * @csspart failure - The sentence that says what is missing.
 * @csspart retry - The Retry button.
 */
export class DialoguePlayerElement extends ContentElement<Dialogue> {
  static override styles = [tokens, machinery, stage, playerStyles];

  /** The id of the dialogue; without it, the first of the bundle. */
  @property({ reflect: true }) dialogue = '';

  /** Where to begin: seconds, or a time as `1:30`. A deep link in the page's address comes first. */
  @property({ reflect: true, attribute: 'start-at' }) startAt = '';

  /** `full`, or `compact` for a narrow place. */
  @property({ reflect: true }) layout: 'full' | 'compact' = 'full';

  /** Leaves the transcript out. */
  @property({ type: Boolean, reflect: true, attribute: 'no-transcript' }) noTranscript = false;

  /** Leaves the download link out. */
  @property({ type: Boolean, reflect: true, attribute: 'no-download' }) noDownload = false;

  readonly #voice = new VoiceController(this, (voice) => this.#slice(voice), (news) => this.#hear(news));
  readonly #script = new TranscriptController(this, () => this.reword());
  readonly #chaptersFile = new FileController(this, (text) => parseChapters(text).chapters, () => this.reword());
  #recording: Recording | null = null;
  #leave?: () => void;
  #moment: DeepLink | null = null;
  #trouble: string | null = null;
  #chapter = -1;
  #defaultRate = 1;
  #askedTime: number | null = null;
  #askedPlay: PromiseWithResolvers | null = null;

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
    new CurrentController(this, { lines: '[data-cue]', index: () => this.#cue(), follow: () => true, oneTabStop: true });
    new CurrentController(this, { lines: '[data-chapter]', index: () => (this.#facts.loaded ? this.#chapterNow() : -1) });
  }

  // — HTMLMediaElement —

  /**
   * Asks the voice to play this dialogue; another that plays is paused and keeps its place.
   * @throws the browser's own `DOMException` when it refuses, as `<audio>` does
   */
  play(): Promise<void> {
    if (this.#recording) return this.#voice.voice.play(this.#recording);
    if (this.face === 'failed') return Promise.reject(new DOMException('There is no dialogue to play.', 'NotSupportedError'));
    return (this.#askedPlay ??= withResolvers()).promise;
  }

  /** Asks the voice to pause, if it plays this dialogue. */
  pause(): void {
    this.#askedPlay?.reject(new DOMException('Paused before it could play.', 'AbortError'));
    this.#askedPlay = null;
    if (this.#recording) this.#voice.voice.pause(this.#recording);
  }

  /** Seconds. Set before there is sound, it is kept and applied. */
  get currentTime(): number {
    return this.#recording ? this.#facts.currentTime : (this.#askedTime ?? 0);
  }
  set currentTime(seconds: number) {
    if (!Number.isFinite(seconds)) throw new TypeError('currentTime must be a finite number of seconds.');
    if (this.#recording) this.#voice.voice.seek(this.#recording, seconds);
    else this.#askedTime = seconds;
  }

  /** Seconds; the bundle's until the sound itself says more, `NaN` while neither is known. */
  get duration(): number {
    return this.#facts.duration;
  }
  get paused(): boolean {
    return this.#facts.paused;
  }
  get ended(): boolean {
    return this.#facts.ended;
  }
  get seeking(): boolean {
    return this.#facts.seeking;
  }
  /** 0 while another dialogue, or none, is in the voice. */
  get readyState(): number {
    return this.#facts.readyState;
  }
  /** The voice's speed, shared by all players. */
  get playbackRate(): number {
    return this.#voice.voice.of(this.#recording ?? silence).playbackRate;
  }
  set playbackRate(rate: number) {
    this.#voice.voice.setRate(rate);
  }
  /** What the page set; it does not change the speed of the one voice. */
  get defaultPlaybackRate(): number {
    return this.#defaultRate;
  }
  set defaultPlaybackRate(rate: number) {
    if (rate === this.#defaultRate) return;
    this.#defaultRate = rate;
    setTimeout(() => this.dispatchEvent(new Event('ratechange')));
  }
  /** The voice's volume, 0 to 1, shared by all players. */
  get volume(): number {
    return this.#facts.volume;
  }
  set volume(volume: number) {
    this.#voice.voice.setVolume(volume);
  }
  get muted(): boolean {
    return this.#facts.muted;
  }
  set muted(muted: boolean) {
    this.#voice.voice.setMuted(muted);
  }
  get buffered(): TimeRanges {
    return this.#recording ? this.#voice.voice.ranges(this.#recording, 'buffered') : noRanges;
  }
  get seekable(): TimeRanges {
    return this.#recording ? this.#voice.voice.ranges(this.#recording, 'seekable') : noRanges;
  }
  get error(): MediaError | null {
    return this.#facts.error;
  }
  get currentSrc(): string {
    return this.#facts.currentSrc;
  }

  // — Lifecycle —

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followAddress);
    this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followAddress);
    this.#leave?.();
    this.#leave = undefined;
  }

  protected override look({ bundle, phrases }: Reading): Sight<Dialogue> {
    const subject = findDialogue(bundle, this.dialogue);
    return subject ? { subject } : { missing: missingDialogue(bundle, this.dialogue, phrases) };
  }

  protected override get face(): 'waiting' | 'ready' | 'failed' {
    return this.#facts.error ? 'failed' : super.face;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const trouble = troubleOf(this.#facts, this.phrases);
    if (trouble !== this.#trouble) {
      this.#trouble = trouble;
      if (trouble) announce(trouble, this.phrases.language);
      this.reword();
    }
    super.willUpdate(changed);
    this.#take(this.subject);
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    const transcript = this.noTranscript ? null : this.#script.of(dialogue, reading.language || reading.bundle.language);
    return dialoguePlayerWords(dialogue, { compact: this.layout === 'compact', chapters: this.#chapters(), transcript, trouble: this.#trouble }, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const facts = this.#facts;
    return playerMachinery(
      {
        dialogue,
        chapters: this.#chapters(),
        facts,
        phrases: reading.phrases,
        title: plain(dialogue.title, reading),
        canSetVolume: canSetVolume(),
        canDownload: !this.noDownload,
        canRetry: !!facts.error || facts.hanging,
      },
      this.#actions,
    );
  }

  // — What a person does —

  readonly #actions: PlayerActions = {
    toggle: () => {
      const moment = this.#moment;
      this.#moment = null;
      if (!this.paused) this.pause();
      else if (moment?.end != null) this.#settle(playClip(this.#voice.voice, this.#recording!, { start: moment.start, end: moment.end }));
      else this.#settle(this.play());
    },
    seek: (seconds) => (this.currentTime = seconds),
    step: (seconds) => {
      const end = this.duration || Infinity;
      this.currentTime = Math.min(end, Math.max(0, this.currentTime + seconds));
    },
    setRate: (rate) => (this.playbackRate = rate),
    setVolume: (volume) => {
      this.volume = volume;
      this.muted = false;
    },
    mute: () => (this.muted = !this.muted),
    retry: () => this.#settle(this.#voice.voice.retry(this.#recording!)),
  };

  /** The voice keeps a refusal as state, and this element shows it: the promise has nothing to add. */
  #settle(sounding: Promise<void>): void {
    sounding.catch(() => {});
  }

  // — What the voice tells —

  get #facts(): Facts {
    return this.#recording ? this.#voice.voice.of(this.#recording) : this.#voice.voice.of(silence);
  }

  /** The smallest thing that changes this face: the second, not the time. */
  #slice(voice: Voice): string {
    const { currentTime, duration, paused, waiting, hanging, playbackRate, volume, muted, canSeek, error, refusal } =
      voice.of(this.#recording ?? silence);
    const trouble = `${error?.code} ${refusal?.name} ${hanging}`;
    return `${Math.floor(currentTime)} ${duration} ${paused} ${waiting} ${playbackRate} ${volume} ${muted} ${canSeek} ${trouble} ${this.#cue()}`;
  }

  #hear({ type, key }: VoiceNews): void {
    if (key !== null && key !== this.#recording?.key) return;
    this.dispatchEvent(new Event(type));
    if (type === 'timeupdate' || type === 'seeked') this.#tellChapter();
  }

  #tellChapter(): void {
    const index = this.#chapterNow();
    if (index === this.#chapter) return;
    this.#chapter = index;
    this.dispatchEvent(new DialoguePlayerChapterChangeEvent(this.#chapters()[index] ?? null, index));
  }

  /** The chapters in the bundle, or in the file that it names, once that is here. */
  #chapters(): readonly Chapter[] {
    const { subject } = this;
    if (!subject?.chaptersSrc) return subject?.chapters ?? [];
    const file = this.#chaptersFile.of(subject.chaptersSrc);
    return file.face === 'ready' ? file.content : [];
  }

  #chapterNow(): number {
    return chapterIndexAt(this.#chapters(), this.#facts.currentTime);
  }

  #cue(): number {
    const dialogue = this.subject;
    if (!dialogue || !this.reading || !this.#facts.loaded || this.noTranscript) return -1;
    const transcript = this.#script.of(dialogue, this.reading.language || this.reading.bundle.language);
    return transcript.face === 'ready' ? cueIndexAt(transcript.content, this.#facts.currentTime) : -1;
  }

  // — Which dialogue —

  #take(dialogue: Dialogue | null): void {
    const recording = dialogue && recordingOf(dialogue);
    if (recording?.key === this.#recording?.key) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#recording = recording;
    this.#chapter = -1;
    if (!recording) return;
    this.#enter();
    this.#adoptFallback(recording);
    this.#begin(recording);
  }

  /** Tells the voice that a view of this dialogue is on the page, within the task of a move. */
  #enter(): void {
    if (this.isConnected && this.#recording) this.#leave ??= this.#voice.voice.enter(this.#recording);
  }

  /** A press on the `<audio>` inside the tag, made while we were waiting, is not lost. */
  #adoptFallback(recording: Recording): void {
    const ours = new Set(recording.sources.map(({ src }) => src));
    for (const audio of this.querySelectorAll('audio')) {
      const sources = [audio.currentSrc, audio.src, ...[...audio.querySelectorAll('source')].map(({ src }) => src)];
      if (!audio.paused && sources.some((src) => ours.has(src))) this.#voice.voice.adopt(audio, recording);
    }
  }

  #begin(recording: Recording): void {
    const { voice } = this.#voice;
    const start = this.#askedTime ?? readClock(this.startAt);
    this.#askedTime = null;
    if (start !== null && !voice.of(recording).loaded) voice.seek(recording, start);
    this.#followAddress();
    const asked = this.#askedPlay;
    this.#askedPlay = null;
    if (asked) voice.play(recording).then(asked.resolve, asked.reject);
  }

  readonly #followAddress = () => {
    const moment = readDeepLink(location.hash);
    if (!moment || !this.#recording || moment.dialogue !== this.subject?.id) return;
    this.#moment = moment;
    this.#voice.voice.seek(this.#recording, moment.start);
    this.scrollIntoView({ block: 'nearest' });
  };
}

/** Stands for a dialogue that is not known yet: nothing plays. */
const silence: Recording = { key: '', sources: [], duration: NaN };

function troubleOf({ error, refusal, hanging }: Facts, phrases: Reading['phrases']): string | null {
  if (error) return phrases.soundFailed;
  if (refusal) return phrases.refused;
  return hanging ? phrases.hanging : null;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((yes, no) => ((resolve = yes), (reject = no)));
  return { promise, resolve, reject };
}
