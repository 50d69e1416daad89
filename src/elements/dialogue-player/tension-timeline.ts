import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Chapter } from '../../bundle/schema.js';
import type { StageView } from '../play-stage.js';

/** What the timeline shows. */
export interface TimelineView extends StageView {
  readonly chapters: readonly Chapter[];
}

/** The seek bar: a native range, over a picture of which way the talk leans. */
export function tensionTimeline(view: TimelineView, seek: (seconds: number) => void): TemplateResult {
  const { dialogue, chapters, facts, reading } = view;
  const { phrases } = reading;
  const { currentTime } = facts;
  const duration = facts.duration || 0;
  const spoken = spokenTime(currentTime, phrases.language);
  const move = (event: Event): void => seek(Number((event.target as HTMLInputElement).value));
  return html`<div class="line" part="timeline">
    <span part="elapsed" translate="no">${writeClock(currentTime)}</span>
    ${dialogue.tension && chapters.length ? html`<div class="lean">${lean(chapters, duration)}</div>` : nothing}
    <input
      type="range"
      part="seek"
      max=${Math.ceil(duration)}
      aria-label=${phrases.seek}
      aria-valuetext=${duration ? phrases.place(spoken, spokenTime(duration, phrases.language)) : spoken}
      aria-disabled=${!facts.canSeek}
      data-value=${Math.floor(currentTime)}
      @input=${move}
      @change=${move}
    />
    <span part="total" translate="no">${duration ? writeClock(duration) : nothing}</span>
  </div>`;
}

/** Which way each chapter leans, as long as it lasts. */
function lean(chapters: readonly Chapter[], duration: number): TemplateResult[] {
  return chapters.map(({ startTime, pole }, i) => {
    const length = Math.max(0, (chapters[i + 1]?.startTime ?? duration) - startTime);
    // Through the property, since a strict policy lets no style attribute through.
    return html`<i data-leans=${pole ?? nothing} .style=${`flex-grow:${length}`}></i>`;
  });
}
