import { html, nothing, type TemplateResult } from 'lit';
import type { Chapter } from '../../bundle/schema.js';
import { canSetVolume } from '../../playback/volume.js';
import { playStage, type StageView } from '../play-stage.js';
import { plain } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { tensionTimeline } from './tension-timeline.js';

/** Seconds that Back and Forward move by. */
const STEP = 15;

/** The speeds on offer, as multiples of the recorded one. */
const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** What the machinery shows. */
export interface PlayerView extends StageView {
  readonly chapters: readonly Chapter[];
  readonly noDownload: boolean;
  /** The tools of the transcript, which stand with the others. */
  readonly tools: TemplateResult | typeof nothing;
}

/** What a person can do with it. Most is done to the player as a page would do it to an `<audio>`. */
export interface PlayerActions {
  readonly media: Pick<HTMLMediaElement, 'currentTime' | 'playbackRate' | 'volume' | 'muted'>;
  readonly toggle: () => void;
  readonly retry: () => void;
}

/** Everything of the player that is pressed or moved. */
export function playerMachinery(view: PlayerView, { media, toggle, retry }: PlayerActions): TemplateResult {
  const { dialogue, facts, reading } = view;
  const { phrases } = reading;
  const { playbackRate, volume, muted } = facts;
  // A page may have set a speed that is not on our list: it is shown all the same.
  const speeds = [...new Set([...SPEEDS, playbackRate])].sort((a, b) => a - b);
  return html`<div
      class="machine"
      part="base"
      role="group"
      aria-label=${plain(dialogue.title, reading)}
      lang=${phrases.language}
    >
      ${playStage(view, toggle)} ${tensionTimeline(view, (seconds) => (media.currentTime = seconds))}
      ${[-STEP, STEP].map(
        (step) =>
          html`<button
            type="button"
            part=${step < 0 ? 'back' : 'forward'}
            aria-label=${(step < 0 ? phrases.back : phrases.forward)(STEP)}
            @click=${() => (media.currentTime = Math.min(facts.duration || Infinity, Math.max(0, media.currentTime + step)))}
          >
            ${step < 0 ? '−' : '+'}${STEP}
          </button>`,
      )}
      <select
        part="speed"
        aria-label=${phrases.speed}
        data-value=${playbackRate}
        @change=${numberFrom((rate) => (media.playbackRate = rate))}
      >
        ${speeds.map((rate) => html`<option value=${rate}>${rate}×</option>`)}
      </select>
      <button type="button" part="mute" aria-pressed=${muted} @click=${() => (media.muted = !muted)}>
        ${phrases.mute}
      </button>
      ${
        canSetVolume()
          ? html`<input
              type="range"
              part="volume"
              max="1"
              step="0.05"
              aria-label=${phrases.volume}
              aria-valuetext=${`${Math.round(volume * 100)}%`}
              data-value=${volume}
              @input=${numberFrom((part) => {
                media.volume = part;
                media.muted = false;
              })}
            />`
          : nothing
      }
      ${facts.error || facts.hanging ? retryButton(phrases, retry) : nothing}
      ${
        view.noDownload
          ? nothing
          : html`<a class="tool" part="download" href=${dialogue.audio.sources[0].src} download>${phrases.download}</a>`
      }
      ${facts.canSeek ? nothing : phrases.cannotSeek} ${view.tools}
    </div>
    <slot name="words"></slot>`;
}

function numberFrom(set: (value: number) => void): (event: Event) => void {
  return (event) => set(Number((event.target as HTMLInputElement).value));
}
