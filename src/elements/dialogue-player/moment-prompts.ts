import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue, Prompt } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { pauseAt } from '../../playback/clip.js';
import type { Recording, Voice, VoiceNews } from '../../playback/voice.js';
import { button } from '../button.js';
import { tick } from '../keeping.js';
import { plain, say, type Reading } from '../reading.js';

/** What of this stands in the player. */
export interface QuestionsView {
  readonly option?: TemplateResult | typeof nothing;
  readonly panel?: TemplateResult | typeof nothing;
}

/** What a person can do with it. */
export interface QuestionsActions {
  readonly isWanted: boolean;
  readonly change: (isWanted: boolean) => void;
  readonly resume: () => void;
}

/**
 * Pauses at the end of a question's moment, and brings the question up until the sound goes on. `listen.js` does without:
 * the build puts another file in the place of this one.
 */
export class MomentPrompts {
  /** Those to pause for. */
  #prompts: readonly Prompt[] = [];
  #reading: Reading | null = null;
  /** The one that has come up. */
  #asked: Prompt | null = null;
  /** Those that came up: they pause a hair before their end, and must not pause there again. */
  #done: Prompt[] = [];
  #due: Prompt | undefined;
  #stop?: () => void;

  /** Looks ahead, at each media event, to the next moment that comes to its end. */
  heed({ type }: VoiceNews, voice: Voice, recording: Recording, { isConnected }: Node): void {
    const { loaded, currentTime: start } = voice.of(recording);
    if (!loaded) return;
    if (type === 'play') this.#asked = null;
    if (type === 'seeked') this.#done = [];
    // A player that has left the page, where the sound goes on in another view, has nowhere to ask.
    const due = (isConnected ? this.#prompts : [])
      .filter((prompt) => !this.#done.includes(prompt) && prompt.moment && prompt.moment.end > start)
      .sort((a, b) => a.moment!.end - b.moment!.end)[0];
    // Whatever else happens may have called it off.
    if (due === this.#due && type === 'timeupdate') return;
    this.#due = due;
    this.#stop?.();
    if (!due) return;
    const ended = (): void => {
      voice.pause(recording);
      this.#done.push((this.#asked = due));
      announce(plain(due.text, this.#reading!), this.#reading!.phrases.language);
    };
    this.#stop = pauseAt(voice, recording, { start, end: due.moment!.end, ended });
  }

  /** What stands in the player: the choice, and the question that has come up, with the way on. */
  view({ prompts }: Dialogue, reading: Reading, { isWanted, change, resume }: QuestionsActions): QuestionsView {
    const { phrases } = reading;
    const prompt = this.#asked;
    const carryOn = () => {
      this.#asked = null;
      resume();
    };
    this.#prompts = isWanted ? prompts : [];
    this.#reading = reading;
    return {
      option: prompts.some(({ moment }) => moment)
        ? tick('pause-for-questions', isWanted, phrases.pauseForQuestions, change)
        : nothing,
      panel:
        prompt && this.#prompts.includes(prompt)
          ? html`<div class="options" part="prompt" role="group" aria-label=${phrases.questionNow}>
              <b>${say(prompt.text, reading)}</b>
              ${button('carry-on', phrases.carryOn, carryOn)}
            </div>`
          : nothing,
    };
  }
}
