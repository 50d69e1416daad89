import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Chapter, Dialogue } from '../../bundle/schema.js';
import type { Phrases } from '../../locales/en-GB.js';
import type { Facts } from '../../playback/facts.js';
import { canSetVolume } from '../../playback/volume.js';
import { backIcon, downloadIcon, forwardIcon, loudIcon, mutedIcon } from '../icons.js';
import { playStage } from '../play-stage.js';

/** Seconds that Back and Forward move by. */
export const STEP = 15;

/** The speeds on offer, as multiples of the recorded one. */
export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** What the machinery shows. */
export interface PlayerView {
  readonly dialogue: Dialogue;
  readonly chapters: readonly Chapter[];
  /** The dialogue's title without markup. */
  readonly title: string;
  readonly facts: Facts;
  readonly phrases: Phrases;
  readonly canDownload: boolean;
  /** Trouble that another try might mend. */
  readonly canRetry: boolean;
}

/** What a person can do with it. */
export interface PlayerActions {
  toggle(): void;
  seek(seconds: number): void;
  step(seconds: number): void;
  setRate(rate: number): void;
  setVolume(volume: number): void;
  mute(): void;
  retry(): void;
}

/** Everything of the player that is pressed or moved. */
export function playerMachinery(view: PlayerView, act: PlayerActions): TemplateResult {
  const { dialogue, title, phrases } = view;
  return html`<div class="machine" part="base" role="group" aria-label=${phrases.player(title)} lang=${phrases.language}>
      ${playStage({ ...view, hasTension: !!dialogue.tension }, act.toggle)}
      ${timeline(view, act)} ${tools(view, act)}
      <div class="notice">
        ${view.canRetry
          ? html`<button type="button" part="retry" @click=${act.retry}>${phrases.retry}</button>`
          : view.facts.canSeek
            ? nothing
            : html`<span>${phrases.cannotSeek}</span>`}
      </div>
    </div>
    <slot name="words"></slot>`;
}

function timeline({ dialogue, chapters, facts, phrases }: PlayerView, act: PlayerActions): TemplateResult {
  const { currentTime, canSeek } = facts;
  const duration = facts.duration || 0;
  const move = (event: Event) => act.seek(Number((event.target as HTMLInputElement).value));
  return html`<div class="line">
    <span class="time" part="elapsed" translate="no">${writeClock(currentTime)}</span>
    <div class=${dialogue.tension ? 'timeline leaning' : 'timeline'} part="timeline">
      <div class="lean">${dialogue.tension ? lean(chapters, duration) : nothing}</div>
      <input
        type="range"
        part="seek"
        min="0"
        max=${Math.ceil(duration)}
        step="1"
        aria-label=${phrases.seek}
        aria-valuetext=${phrases.place(
          spokenTime(Math.floor(currentTime), phrases.language),
          duration ? spokenTime(Math.round(duration), phrases.language) : '',
        )}
        aria-disabled=${canSeek ? nothing : 'true'}
        data-value=${Math.floor(currentTime)}
        @input=${move}
        @change=${move}
      />
    </div>
    <span class="time" part="total" translate="no">${duration ? writeClock(duration) : nothing}</span>
  </div>`;
}

/** Which way each chapter leans, as long as it lasts. The chapter list says the same in words. */
function lean(chapters: readonly Chapter[], duration: number): TemplateResult[] {
  return chapters.map(({ startTime, pole }, i) => {
    const length = Math.max(0, (chapters[i + 1]?.startTime ?? duration) - startTime);
    // Through the property, since a strict policy lets no style attribute through.
    return html`<i data-leans=${pole ?? nothing} .style=${`flex-grow:${length}`}></i>`;
  });
}

function tools(view: PlayerView, act: PlayerActions): TemplateResult {
  const { dialogue, facts, phrases } = view;
  return html`<div class="tools" part="tools">
    <button type="button" class="tool" part="back" aria-label=${phrases.back(STEP)} @click=${() => act.step(-STEP)}>
      ${backIcon}<span aria-hidden="true">${STEP}</span>
    </button>
    <button
      type="button"
      class="tool"
      part="forward"
      aria-label=${phrases.forward(STEP)}
      @click=${() => act.step(STEP)}
    >
      <span aria-hidden="true">${STEP}</span>${forwardIcon}
    </button>
    <select
      part="speed"
      data-value=${facts.playbackRate}
      aria-label=${phrases.speed}
      @change=${(event: Event) => act.setRate(Number((event.target as HTMLSelectElement).value))}
    >
      ${speedsWith(facts.playbackRate).map(
        (rate) => html`<option value=${rate}>${phrases.times(rate)}</option>`,
      )}
    </select>
    <div class="volume">
      <button
        type="button"
        class="tool"
        part="mute"
        aria-label=${facts.muted ? phrases.unmute : phrases.mute}
        @click=${act.mute}
      >
        ${facts.muted ? mutedIcon : loudIcon}
      </button>
      ${canSetVolume()
        ? html`<input
            type="range"
            part="volume"
            min="0"
            max="1"
            step="0.05"
            aria-label=${phrases.volume}
            aria-valuetext=${phrases.percent(facts.volume)}
            data-value=${facts.volume}
            @input=${(event: Event) => act.setVolume(Number((event.target as HTMLInputElement).value))}
          />`
        : nothing}
    </div>
    ${view.canDownload
      ? html`<a
          class="tool end"
          part="download"
          href=${dialogue.audio.sources[0]!.src}
          download
          aria-label=${phrases.download}
          >${downloadIcon}</a
        >`
      : nothing}
  </div>`;
}

/** A page may have set a speed that is not on our list: it is shown all the same. */
function speedsWith(rate: number): readonly number[] {
  return SPEEDS.includes(rate) ? SPEEDS : [...SPEEDS, rate].sort((a, b) => a - b);
}
