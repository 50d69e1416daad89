import type { PropertyDeclarations, PropertyValues } from 'lit';
import { findDialogue, participantsOf } from '../bundle/finding.js';
import type { Dialogue } from '../bundle/schema.js';
import { announce } from '../context/announce.js';
import { recordingOf } from '../context/recording.js';
import { followVoice } from '../context/follow-voice.js';
import { placeOnLockScreen, showOnLockScreen } from '../playback/lock-screen.js';
import { silence } from '../playback/recording.js';
import type { Facts, Recording, Voice, VoiceNews } from '../playback/voice.js';
import { ContentElement } from './content-element.js';
import { pairOf } from './pair-of.js';
import { plain, type Reading } from './reading.js';

/** What the lock screen was told last: of the many elements that show one dialogue, the first tells it. */
let billed: VoiceNews;

/** What the elements that show one dialogue have in common: which one it is, and what the voice says of it. */
export abstract class DialogueElement extends ContentElement<Dialogue> {
  static override properties: PropertyDeclarations = { dialogue: {} };

  /** The id of the dialogue; without it, the first of the bundle. */
  dialogue = '';

  /** What the voice plays for this element; silence until the bundle is ready. */
  protected recording = silence;

  /** Why the sound does not play, in one sentence. */
  protected trouble: string | null = null;

  /** The trouble that was announced. */
  #announced: string | null = null;

  #leave?: (() => void) | undefined;

  protected readonly voice: Voice = followVoice(this, {
    slice: () => this.slice(),
    hear: (news) => this.hear(news),
  });

  /** Whether a person can press play on this element; it then shows and says why there is no sound. */
  protected get isPlayable(): boolean {
    return false;
  }

  protected override get broken(): boolean {
    const { error, fault } = this.facts;
    return this.isPlayable && !!(error ?? fault);
  }

  protected get facts(): Facts {
    return this.voice.of(this.recording);
  }

  /** The smallest thing that changes the face: an update follows when it does. */
  protected slice(): unknown {
    const { currentTime: _time, buffered: _there, error, refusal, ...others } = this.facts;
    return [error?.code, refusal?.name, ...Object.values(others)].join();
  }

  constructor() {
    super();
    // While the page's own `<audio>` is all that there is in the tag, it is a part of the one voice.
    this.addEventListener(
      'play',
      ({ target }) => {
        const { recording } = this.voice;
        if (target !== this && !this.subject && recording) this.voice.pause(recording);
      },
      true,
    );
  }

  /** Hears each media event, before the element redraws. */
  protected hear(news: VoiceNews): void {
    const { type } = news;
    const { subject, reading } = this;
    if (!subject || !reading) {
      if (type === 'play') for (const audio of this.querySelectorAll('audio')) audio.pause();
    } else if (this.facts.loaded && news !== billed) {
      billed = news;
      if (type === 'play') this.#bill(subject, reading);
      if (/^(playing|seeked|ratechange|durationchange)$/.test(type)) placeOnLockScreen(this.facts);
    }
  }

  #bill(dialogue: Dialogue, reading: Reading): void {
    const { bundle } = reading;
    const people = participantsOf(bundle, dialogue).map(({ name }) => name);
    const image = dialogue.image ?? bundle.image;
    showOnLockScreen(this.voice, this.recording, {
      title: plain(dialogue.title, reading),
      artist: (people.length ? people : [dialogue.narrator ?? '']).map((name) => plain(name, reading)).join(', '),
      album: plain(bundle.title, reading),
      artwork: image ? [{ src: image.src }] : [],
      chapters: dialogue.chapters.filter(({ toc }) => toc),
    });
  }

  protected override look(reading: Reading): Dialogue | string {
    return dialogueOrWhy(this.dialogue, reading);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { error, fault, refusal, hanging } = this.facts;
    const { phrases } = this;
    const reason = fault ?? (error ? 'soundFailed' : refusal ? 'refused' : hanging ? 'hanging' : null);
    const trouble = reason && phrases[reason];
    if (this.isPlayable && trouble !== this.trouble) {
      this.trouble = trouble;
      this.reword();
    }
    // While the exact reason is being found, there is no more than a face: what is announced is announced once.
    if (this.isPlayable && (fault || !error) && trouble !== this.#announced) {
      this.#announced = trouble;
      if (trouble) announce(trouble, phrases.language);
    }
    super.willUpdate(changed);
    if (this.reading && this.subject) this.dataset['pair'] = String(pairOf(this.reading.bundle, this.subject));
    const recording = this.subject ? recordingOf(this.subject) : silence;
    if (recording.key !== this.recording.key) this.turnTo(recording);
  }

  /** Another dialogue than before, or silence. */
  protected turnTo(recording: Recording): void {
    const { voice, recording: before } = this;
    this.recording = recording;
    if (!this.subject) return;
    // A press on the `<audio>` inside the tag, made while we were waiting, is not lost; nor is where it was paused again.
    for (const audio of this.querySelectorAll('audio')) {
      const addresses = [audio, ...audio.querySelectorAll('source')].map(({ src }) => src);
      const isOurs = recording.sources.some(({ src }) => addresses.includes(src));
      const { paused, currentTime } = audio;
      if (isOurs && (!paused || (currentTime && !this.facts.currentTime))) {
        voice.adopt(audio, recording);
        // Nobody could stop what is hidden now, unless there is a button for it here or in another view.
        if (!this.isPlayable) voice.enter(recording)();
      } else if (!isOurs && !before.key) audio.pause();
    }
  }

  protected readonly toggle = () => {
    const { voice, facts, recording } = this;
    if (!facts.paused && !facts.error) voice.pause(recording);
    // The voice keeps a refusal as state, and the element shows it: the promise has nothing to add.
    else void voice.play(recording);
  };

  /** Tells the voice whether this view of the dialogue is on the page; a move in it leaves and enters in one task. */
  protected tellPresence(): void {
    this.#leave?.();
    this.#leave = this.isConnected ? this.voice.enter(this.recording) : undefined;
  }

  protected readonly tryAgain = () => {
    // The button goes with the trouble, and the keyboard must not be left nowhere.
    this.focusFirst();
    void this.voice.retry(this.recording);
  };
}

/** A dialogue that has a tension, without an id the first; or why it is not to be found. */
export function tensionOrWhy(id: string, reading: Reading): Dialogue | string {
  const first = id ? null : reading.bundle.dialogues.find(({ tension }) => tension);
  const dialogue = first ?? dialogueOrWhy(id, reading);
  return typeof dialogue === 'string' || dialogue.tension ? dialogue : reading.phrases.empty;
}

/** A dialogue; or why it is not to be found: nobody has heard of it, or its entry in the bundle is wrong. */
export function dialogueOrWhy(id: string, { bundle, phrases }: Reading): Dialogue | string {
  const setAside = bundle.setAside.some((dialogue) => dialogue.id === id);
  return findDialogue(bundle, id) ?? (setAside ? phrases.setAside(id) : id ? phrases.unknown(id) : phrases.empty);
}
