import type { PropertyDeclarations } from 'lit';
import { outOfRange } from '../../playback/facts.js';
import type { VoiceNews } from '../../playback/voice.js';
import { DialogueElement } from '../dialogue-element.js';

/**
 * The face of `HTMLMediaElement` over the page's one voice: what can drive an `<audio>` can drive it. Media events are
 * fired for this dialogue alone; they do not bubble. https://html.spec.whatwg.org/multipage/media.html
 *
 * @fires {Event} canplay - Enough has arrived to begin.
 * @fires {Event} canplaythrough - It can be played to the end without a stop, as the browser guesses.
 * @fires {Event} durationchange - `duration` is another than before.
 * @fires {Event} ended - The dialogue has been heard to its end.
 * @fires {Event} error - The sound cannot be played; `error` says why.
 * @fires {Event} loadeddata - The sound at the place has arrived.
 * @fires {Event} loadedmetadata - How long the sound is, is known.
 * @fires {Event} pause - Nothing of this dialogue is heard any more: it was paused, or another took the voice.
 * @fires {Event} play - Somebody asked to play, and was not refused.
 * @fires {Event} playing - It is heard, for the first time or again.
 * @fires {Event} progress - More of the sound has arrived.
 * @fires {Event} ratechange - The voice's speed, or `defaultPlaybackRate`, is another than before.
 * @fires {Event} seeked - It has come to the place that was asked for.
 * @fires {Event} seeking - It is on its way to another place.
 * @fires {Event} stalled - The sound ought to arrive, and does not.
 * @fires {Event} suspend - The browser has fetched enough for now.
 * @fires {Event} timeupdate - The place is another than before, some four times a second.
 * @fires {Event} volumechange - The voice's volume is another than before, or it was muted or unmuted.
 * @fires {Event} waiting - It stopped for want of sound, and goes on once that arrives.
 */
export abstract class MediaContract extends DialogueElement {
  // What a page set before the script was there lies in front of the accessors: Lit takes it away and sets it anew.
  static override properties: PropertyDeclarations = {
    currentTime: { attribute: false, noAccessor: true },
    playbackRate: { attribute: false, noAccessor: true },
    defaultPlaybackRate: { attribute: false, noAccessor: true },
    volume: { attribute: false, noAccessor: true },
    muted: { attribute: false, noAccessor: true },
  };

  /** A place that was asked for before the bundle was ready. Seconds. */
  protected askedTime: number | null = null;

  /** Stops what a player outside of the page still hears. */
  #stop?: () => void;
  readonly #asked: ((failure?: DOMException) => void)[] = [];
  #defaultRate = 1;

  protected override get isPlayable(): boolean {
    return true;
  }

  /**
   * Asks the voice to play this dialogue; another that plays is paused and keeps its place. Before the bundle is ready,
   * it waits for it.
   * @throws the browser's own `DOMException` when it refuses, as `<audio>` does
   */
  play(): Promise<void> {
    if (!this.isConnected) this.#linger();
    if (this.subject) return this.voice.play(this.recording);
    this.requestUpdate();
    return new Promise((resolve, reject) =>
      this.#asked.push((failure) => (failure ? reject(failure) : resolve(this.play()))),
    );
  }

  /** Asks the voice to pause, if it plays this dialogue. */
  pause(): void {
    this.answer('AbortError');
    this.voice.pause(this.recording);
  }

  /** Seconds. Set before there is sound, it is kept and applied. */
  get currentTime(): number {
    return this.askedTime ?? this.facts.currentTime;
  }
  set currentTime(seconds: number) {
    seconds = finite(seconds);
    // A seek that is not possible changes nothing, and the seek bar must go back.
    this.requestUpdate();
    if (this.subject) this.voice.seek(this.recording, seconds);
    else this.askedTime = seconds;
  }

  /** Seconds; the bundle's until the sound itself says more, `NaN` while neither is known. */
  get duration(): number {
    return this.facts.duration;
  }

  /** Whether nothing of this dialogue is heard: not pressed yet, paused, or another plays. */
  get paused(): boolean {
    return this.facts.paused;
  }

  /** Whether the dialogue has been heard to its end. */
  get ended(): boolean {
    return this.facts.ended;
  }

  /** Whether the sound is on its way to another place. */
  get seeking(): boolean {
    return this.facts.seeking;
  }

  /** 0 to 4, as `HTMLMediaElement`; 0 while another dialogue, or none, is in the voice. */
  get readyState(): number {
    return this.facts.readyState;
  }

  /** The voice's speed, shared by all players; 1 is as recorded. */
  get playbackRate(): number {
    return this.facts.playbackRate;
  }
  set playbackRate(rate: number) {
    this.voice.setRate(finite(rate));
  }

  /** What the page set; it does not change the speed of the one voice. */
  get defaultPlaybackRate(): number {
    return this.#defaultRate;
  }
  set defaultPlaybackRate(rate: number) {
    rate = finite(rate);
    if (rate === this.#defaultRate) return;
    this.#defaultRate = rate;
    setTimeout(() => this.dispatchEvent(new Event('ratechange')));
  }

  /** The voice's volume, 0 to 1, shared by all players. */
  get volume(): number {
    return this.facts.volume;
  }
  set volume(volume: number) {
    this.voice.setVolume(finite(volume));
  }

  /** Whether the voice is mute, for all players. */
  get muted(): boolean {
    return this.facts.muted;
  }
  set muted(muted: boolean) {
    this.voice.setMuted(!!muted);
  }

  /** What has arrived of the sound. */
  get buffered(): TimeRanges {
    return this.voice.ranges(this.recording, 'buffered');
  }

  /** Where a listener can go. */
  get seekable(): TimeRanges {
    return this.voice.ranges(this.recording, 'seekable');
  }

  /** Why the sound cannot be played, as the browser says it. */
  get error(): MediaError | null {
    return this.facts.error;
  }

  /** The absolute address of the sound that is in the voice for this dialogue, or ''. */
  get currentSrc(): string {
    return this.facts.currentSrc;
  }

  /** What the voice tells is told again here, if it is about this dialogue or about all. */
  protected override hear(news: VoiceNews): void {
    super.hear(news);
    const { type, key } = news;
    if (key === null || key === this.recording.key) this.dispatchEvent(new Event(type));
  }

  override connectedCallback(): void {
    this.#stop?.();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.paused) this.#linger();
  }

  /** As an `<audio>` does, a player that is not in the page tells what is heard, until it pauses. */
  #linger(): void {
    this.#stop?.();
    const stop = (this.#stop = this.voice.subscribe((news) => {
      if (!news) return;
      this.hear(news);
      // Not at once: an end is told after its pause.
      if (news.type === 'pause' && news.key === this.recording.key) setTimeout(stop);
    }));
  }

  /** Does what was asked while the bundle was on its way, or says by the name of an error why not. */
  protected answer(failure?: 'AbortError' | 'NotSupportedError'): void {
    for (const answer of this.#asked.splice(0)) answer(failure && new DOMException('It could not be played.', failure));
  }
}

/** As the element's own setters do: the value of a range or a select is a text, and counts as the number that it says. */
function finite(value: unknown): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw outOfRange(number);
  return number;
}
