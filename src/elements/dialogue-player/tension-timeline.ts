import { html, nothing, svg, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import type { Chapter, PoleName } from '../../bundle/schema.js';
import type { Cue } from '../../bundle/transcript.js';
import type { Stretches } from '../../playback/facts.js';
import type { StageView } from '../play-stage.js';
import { seekRange } from '../seek-controls.js';
import type { Voices } from '../voices.js';

/** What the timeline shows. */
export interface TimelineView extends StageView {
  readonly chapters: readonly Chapter[];
  /** The transcript, as far as it is here. */
  readonly cues: readonly Cue[];
  readonly voices: Voices;
  /** What has been heard, in seconds. */
  readonly heard: Stretches;
}

/*
 * The picture is as wide as the sound is long, in seconds, and 56 high. A thread runs through its middle: thick where it
 * has been heard, with a bead for the moment of each prompt. Forms lie above the thread, below it or on both sides.
 */
const MIDDLE = 28;
const above = (from: number, to: number): string => `M${from} 10H${to}v11H${from}z`;
const below = (from: number, to: number): string => `M${from} 35H${to}v11H${from}z`;
const forms: Readonly<Record<PoleName, (from: number, to: number) => string>> = {
  a: above,
  b: below,
  third: (from, to) => above(from, to) + below(from, to),
};
const poles = ['a', 'b', 'third'] as const;
/** How high the two lanes of those who speak lie. */
const LANES: readonly number[] = [2, 54];

/** The seek bar: a native range, over a picture of which way the talk leans, who speaks, and what has been heard. */
export function tensionTimeline(view: TimelineView, seek: (seconds: number) => void): TemplateResult {
  const { dialogue, chapters, cues, voices, heard, facts } = view;
  const { currentTime } = facts;
  const duration = facts.duration || 0;
  const { tension, prompts } = dialogue;
  const speakers = voices.speakers.slice(0, 2);
  const leans = poles.filter((pole) => tension && chapters.some((chapter) => chapter.pole === pole));
  const lines: readonly (readonly [string, string])[] = [
    ...leans.map((leaning) => {
      const parts = chapters.map(({ startTime, pole }, i) =>
        pole === leaning ? forms[pole](startTime, Math.max(startTime, chapters[i + 1]?.startTime ?? duration)) : '',
      );
      return [leaning, parts.join('')] as const;
    }),
    ['tick', chapters.map(({ startTime }) => (startTime ? `M${startTime} 21V35` : '')).join('')],
    ...speakers.map((name, i) => ['lane', turns(cues, name, LANES[i]!)] as const),
    ['thread', `M0 ${MIDDLE}H${duration}`],
    ['heard', heard.map(([from, to]) => `M${from} ${MIDDLE}H${to}`).join('')],
    ['bead', prompts.map(({ moment }) => (moment ? `M${moment.start} ${MIDDLE}h0` : '')).join('')],
  ];
  return html`<div class="line" part="timeline">
    <svg viewBox=${`0 0 ${duration || 1} 56`} preserveAspectRatio="none" aria-hidden="true">
      ${lines.map(([kind, path]) => svg`<path class=${kind} d=${path}></path>`)}
    </svg>
    ${seekRange(view, seek)}
    <span part="elapsed" translate="no">${writeClock(currentTime)}</span>
    <span part="total" translate="no">${duration ? writeClock(duration) : nothing}</span>
  </div>`;
}

/** Where someone speaks, from the first word of each turn to its last. */
function turns(cues: readonly Cue[], name: string, height: number): string {
  const isTheirs = (cue: Cue | undefined): boolean => cue?.speaker === name;
  return cues
    .map((cue, i) => {
      if (!isTheirs(cue)) return '';
      return (isTheirs(cues[i - 1]) ? '' : `M${cue.start} ${height}`) + (isTheirs(cues[i + 1]) ? '' : `H${cue.end}`);
    })
    .join('');
}
