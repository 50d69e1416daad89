import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime } from '../../bundle/clock.js';
import type { Clip } from '../../playback/clip.js';
import { canSetVolume } from '../../context/page-voice.js';
import { button } from '../button.js';
import { muteIcon, soundIcon, stepIcon } from '../icons.js';
import { playStage } from '../play-stage.js';
import { plain } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { numberFrom, STEP, stepButtons } from '../seek-controls.js';
import { moreOptions, type OptionsActions, type OptionsView } from './more-options.js';
import { tensionTimeline, type TimelineView } from './tension-timeline.js';

/** The speeds on offer, as multiples of the recorded one. */
const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** What the machinery shows. */
export interface PlayerView extends TimelineView, OptionsView {
  readonly compact: boolean;
  /** The clip that the page's address names, and whether it is still to be played; `null` where it names none. */
  readonly clip: (Clip & { readonly isFresh: boolean }) | null;
  /** The tools of the transcript, which stand with the others. */
  readonly tools: TemplateResult | typeof nothing;
}

/** What a person can do with it. Most is done to the player as a page would do it to an `<audio>`. */
export interface PlayerActions extends OptionsActions {
  readonly media: Pick<HTMLMediaElement, 'currentTime' | 'playbackRate' | 'volume' | 'muted'>;
  readonly toggle: () => void;
  readonly playClip: () => void;
  readonly retry: () => void;
}

/** Everything of the player that is pressed or moved. */
export function playerMachinery(view: PlayerView, actions: PlayerActions): TemplateResult {
  const { dialogue, facts, reading, clip } = view;
  const { media, toggle, retry } = actions;
  const { phrases } = reading;
  const { playbackRate, volume, muted } = facts;
  // A page may have set a speed that is not on our list: it is shown all the same.
  const speeds = [...new Set([...SPEEDS, playbackRate])].sort((a, b) => a - b);
  const mute = () => void (media.muted = !muted);
  const sound = html`${button('mute', muted ? muteIcon : soundIcon, mute, { label: phrases.mute, isPressed: muted })}
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
  }`;
  return html`<div
      class="machine"
      part="base"
      role="group"
      aria-label=${plain(dialogue.title, reading)}
      lang=${phrases.language}
    >
      ${
        clip?.end
          ? button('clip', phrases.playClip(spokenTime(clip.end - clip.start, phrases.language)), actions.playClip, {
              isOff: !clip.isFresh,
            })
          : nothing
      }
      ${playStage(view, toggle)} ${tensionTimeline(view, (seconds) => (media.currentTime = seconds))}
      <div class="row">
        ${stepButtons(
          view,
          (step) => (media.currentTime = Math.min(facts.duration || Infinity, Math.max(0, media.currentTime + step))),
          () => stepIcon(STEP),
        )}
        <select
          part="speed"
          aria-label=${phrases.speed}
          data-value=${playbackRate}
          @change=${numberFrom((rate) => (media.playbackRate = rate))}
        >
          ${speeds.map((rate) => html`<option value=${rate}>${rate}×</option>`)}
        </select>
        ${view.compact ? nothing : sound}
      </div>
      ${view.questions.panel} ${facts.error || facts.fault || facts.hanging ? retryButton(phrases, retry) : nothing}
      ${facts.canSeek ? nothing : phrases.cannotSeek}
      ${moreOptions(view, actions, view.compact ? html`<div class="row">${sound}</div>` : nothing)} ${view.tools}
    </div>
    <slot name="words"></slot>`;
}
