import { html, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Dialogue } from '../../bundle/schema.js';
import type { Cue } from '../../bundle/transcript.js';
import type { Transcript } from '../../context/transcript-source.js';
import { heading, type Reading } from '../reading.js';

/** The transcript element's words: a heading, and the lines. */
export function dialogueTranscriptWords(dialogue: Dialogue, transcript: Transcript, reading: Reading): TemplateResult {
  const { phrases, level } = reading;
  return html`<section data-stack>
    ${heading(level, phrases.transcript)} ${transcriptWords(dialogue, transcript, reading)}
  </section>`;
}

/** The lines alone: who speaks, when, and what is said; each time is a link to its moment. */
export function transcriptWords(dialogue: Dialogue, transcript: Transcript, { phrases }: Reading): TemplateResult {
  switch (transcript.face) {
    case 'waiting':
      return html`<p data-quiet>${phrases.coming}</p>`;
    case 'missing':
      return html`<p data-quiet>${phrases.noTranscript}</p>`;
    case 'failed':
      return html`<p data-failure>${phrases.transcriptFailed}</p>`;
    case 'ready':
      return html`<div data-cues lang=${transcript.language}>
        ${transcript.cues.map((cue, i, cues) => cueWords(cue, cues[i - 1], dialogue.id))}
      </div>`;
  }
}

function cueWords(cue: Cue, before: Cue | undefined, id: string): TemplateResult {
  const speaker = cue.speaker !== null && cue.speaker !== before?.speaker ? cue.speaker : null;
  return html`${speaker === null ? '' : html`<p data-speaker>${speaker}</p>`}
    <p data-line data-cue>
      <a data-time href=${writeDeepLink(id, cue.start)} translate="no">${writeClock(cue.start)}</a>
      <span>${cue.text}</span>
    </p>`;
}
