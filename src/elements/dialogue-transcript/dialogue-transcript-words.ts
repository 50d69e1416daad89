import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Dialogue } from '../../bundle/schema.js';
import type { Found } from '../../bundle/search.js';
import type { Cue } from '../../bundle/transcript.js';
import { PART } from '../../context/lines.js';
import type { Transcript } from '../../context/transcript-source.js';
import { heading, type Reading } from '../reading.js';
import { voicesIn } from '../voices.js';

/** A transcript in a living page, where it is drawn little by little, and searched. */
export interface Shown extends Transcript {
  /** How many cues are drawn so far; without it, all, each with a link that is a tab stop. */
  readonly drawn?: number;
  /** What was found in each cue. */
  readonly found?: Readonly<Record<number, readonly Found[]>>;
  /** The one of them that the reader is at. */
  readonly here?: Found | undefined;
}

/** The transcript element's words: a heading, and the lines. */
export function dialogueTranscriptWords(dialogue: Dialogue, transcript: Shown, reading: Reading): TemplateResult {
  const { phrases, level } = reading;
  return html`<section data-stack>
    ${heading(level, phrases.transcript)} ${transcriptWords(dialogue, transcript, reading)}
  </section>`;
}

/** The lines alone: who speaks, when, and what is said; each time is a link to its moment. */
export function transcriptWords(dialogue: Dialogue, transcript: Shown, reading: Reading): TemplateResult {
  const { phrases } = reading;
  switch (transcript.face) {
    case 'waiting':
      return html`<p data-quiet>${phrases.coming}</p>`;
    case 'missing':
      return html`<p data-quiet>${phrases.empty}</p>`;
    case 'failed':
      return html`<p data-failure>${phrases.unreadable}</p>`;
    case 'ready':
      return html`<div data-cues lang=${transcript.language}>${partsWords(dialogue, transcript, reading)}</div>`;
  }
}

/** What stands beside the first two who talk: the marks of the poles. The narrator, and all others, have a ring. */
const MARKS: readonly string[] = ['a', 'b'];

function partsWords(dialogue: Dialogue, transcript: Shown, reading: Reading): TemplateResult[] {
  const { cues, drawn, found, here } = transcript;
  const { speakers } = voicesIn(cues, dialogue, reading);
  const cueWords = (cue: Cue, index: number): TemplateResult => {
    const { speaker, start, text } = cue;
    const isSame = speaker === null || (index > 0 && speaker === cues[index - 1]!.speaker);
    return html`${isSame ? '' : html`<p data-speaker=${MARKS[speakers.indexOf(speaker)] ?? 'other'}>${speaker}</p>`}
      <p data-line data-cue>
        <a data-time href=${writeDeepLink(dialogue.id, start)} translate="no" tabindex=${drawn ? -1 : nothing}
          >${writeClock(start)}</a
        >
        <span>${marked(text, found?.[index], here)}</span>
      </p>`;
  };
  const parts = [];
  for (let from = 0; from < Math.min(cues.length, drawn ?? Infinity); from += PART) {
    parts.push(html`<div>${cues.slice(from, from + PART).map((cue, i) => cueWords(cue, from + i))}</div>`);
  }
  return parts;
}

/** A text with what was found in it. */
export function marked(
  text: string,
  found: readonly Found[] | undefined,
  here?: Found,
): string | (string | TemplateResult)[] {
  if (!found) return text;
  const pieces = found.flatMap((one, i) => [
    text.slice(found[i - 1]?.end ?? 0, one.start),
    html`<mark data-here=${one === here || nothing}>${text.slice(one.start, one.end)}</mark>`,
  ]);
  return [...pieces, text.slice(found.at(-1)!.end)];
}
