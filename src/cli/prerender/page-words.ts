import { html, nothing, type TemplateResult } from 'lit';
import type { Bundle, Chapter, Dialogue } from '../../bundle/schema.js';
import type { Cue } from '../../bundle/transcript.js';
import { dialoguePlayerWords } from '../../elements/dialogue-player/dialogue-player-words.js';
import { learningListWords } from '../../elements/learning-list/learning-list-words.js';
import { participantListWords } from '../../elements/participant-list/participant-list-words.js';
import { promptDeckWords } from '../../elements/prompt-deck/prompt-deck-words.js';
import { heading, say, type Reading } from '../../elements/reading.js';
import { seriesCreditsWords } from '../../elements/series-credits/series-credits-words.js';
import { glossaryWords } from '../../elements/series-section/glossary-words.js';
import { helpWords } from '../../elements/series-section/help-words.js';
import { seriesSectionWords } from '../../elements/series-section/series-section-words.js';
import { tensionListWords } from '../../elements/tension-list/tension-list-words.js';
import { tensionCardWords } from '../../elements/tension-card/tension-card-words.js';
import { findParticipant, participantsOf } from '../../bundle/finding.js';

/** What of a dialogue lies in files of its own. */
export interface Files {
  /** The cues of the transcript in the page's language, or the nearest; empty where there is none. */
  readonly cues: readonly Cue[];
  readonly language: string;
  readonly chapters: readonly Chapter[];
}

/** The words in the box that an element takes for its own: emptied and written anew where the script runs, never doubled. */
function box(tag: string, words: TemplateResult, { phrases }: Reading): TemplateResult {
  return html`<div slot="words" data-dialogue-words=${tag} lang=${phrases.language}>${words}</div>`;
}

/** What stands inside a `dialogue-player` before it wakes: the sound, and all words of the dialogue. */
export function playerInside(dialogue: Dialogue, files: Files, reading: Reading): TemplateResult {
  const { cues, language, chapters } = files;
  const languages = dialogue.transcript.map((file) => file.language);
  const transcript = { face: cues[0] ? 'ready' : 'missing', cues, language, languages } as const;
  const telling = { compact: false, chapters: chapters.filter(({ toc }) => toc), transcript, trouble: null };
  return html`<audio controls preload="none">
      ${dialogue.audio.sources.map(({ src, type }) => html`<source src=${src} type=${type || nothing} />`)}
    </audio>
    ${box('dialogue-player', dialoguePlayerWords(dialogue, telling, reading), reading)}`;
}

/** All that there is of one dialogue: the player, the tension, the questions, the people. */
export function dialogueWords(dialogue: Dialogue, files: Files, { src, reading }: Telling): TemplateResult {
  const { bundle, level } = reading;
  const { id, tension, prompts } = dialogue;
  const below = { ...reading, level: Math.min(level + 1, 6) };
  const people = participantsOf(bundle, dialogue);
  const narrator = findParticipant(bundle, dialogue.narrator ?? '');
  const shown = people.length || !narrator ? people : [narrator];
  return html`<dialogue-player src=${src} dialogue=${id} heading-level=${level}
      >${playerInside(dialogue, files, reading)}</dialogue-player
    >
    ${
      tension
        ? html`<tension-card src=${src} dialogue=${id} heading-level=${below.level}
            >${box('tension-card', tensionCardWords(dialogue, null, below), reading)}</tension-card
          >`
        : nothing
    }
    ${
      prompts[0]
        ? html`<prompt-deck src=${src} dialogue=${id} layout="list"
            >${box('prompt-deck', promptDeckWords(dialogue, 'list', reading), reading)}</prompt-deck
          >`
        : nothing
    }
    ${
      shown[0]
        ? html`<participant-list src=${src} dialogue=${id} heading-level=${below.level}
            >${box('participant-list', participantListWords(shown, below), reading)}</participant-list
          >`
        : nothing
    }`;
}

/** What a page is told with: the bundle's address as the page writes it, and how it is read. */
export interface Telling {
  readonly src: string;
  readonly reading: Reading;
}

/** The series: what it is, what is in it, who made it. `dialogues` stands in the midst of it. */
export function seriesWords(dialogues: TemplateResult, { src, reading }: Telling): TemplateResult {
  const { bundle, level } = reading;
  const below = { ...reading, level: Math.min(level + 1, 6) };
  const { sections, participants, learnings, credits, help, glossary } = bundle;
  const sectionOf = (id: string, words: TemplateResult): TemplateResult =>
    html`<series-section src=${src} section=${id} heading-level=${level}
      >${box('series-section', words, reading)}</series-section
    >`;
  return html`${sections.map((section) => sectionOf(section.id, seriesSectionWords(section, reading)))} ${dialogues}
  ${
    learnings[0]
      ? html`${heading(level, reading.phrases.learnings)}
          <learning-list src=${src} heading-level=${below.level}
            >${box('learning-list', learningListWords(learnings, null, below), reading)}</learning-list
          >`
      : nothing
  }
  ${
    participants[0]
      ? html`${heading(level, reading.phrases.people)}
          <participant-list src=${src} heading-level=${below.level}
            >${box('participant-list', participantListWords(participants, below), reading)}</participant-list
          >`
      : nothing
  }
  ${
    credits[0]
      ? html`<series-credits src=${src} heading-level=${level}
          >${box('series-credits', seriesCreditsWords(reading), reading)}</series-credits
        >`
      : nothing
  }
  ${help[0] ? sectionOf('help', helpWords(reading)) : nothing}
  ${glossary[0] ? sectionOf('glossary', glossaryWords(reading)) : nothing}`;
}

/** The way to each dialogue's own page: its tension where it has one. */
export function dialogueLinks({ src, reading }: Telling): TemplateResult {
  const { bundle, level, phrases } = reading;
  const below = { ...reading, level: Math.min(level + 1, 6) };
  const tensions = bundle.dialogues.filter(({ tension }) => tension);
  const others = bundle.dialogues.filter(({ tension }) => !tension);
  return html`${heading(level, phrases.dialogues)}
    <ul>
      ${others.map((one) => html`<li>${dialogueLink(one, reading)}</li>`)}
    </ul>
    ${
      tensions[0]
        ? html`<tension-list src=${src} heading-level=${below.level}
            >${box('tension-list', tensionListWords(tensions, below), reading)}</tension-list
          >`
        : nothing
    }`;
}

function dialogueLink({ id, title, summary }: Dialogue, reading: Reading): TemplateResult {
  return html`<a href=${`#dialogue=${id}&t=0`}>${say(title, reading)}</a>: ${say(summary, reading)}`;
}

/** The title of the series as the page's own heading, with what it is. */
export function titleWords(bundle: Bundle, href: string | null, reading: Reading): TemplateResult {
  const title = say(bundle.title, reading);
  return html`<header>
    <h1>${href ? html`<a href=${href}>${title}</a>` : title}</h1>
    <p>${say(bundle.summary, reading)}</p>
  </header>`;
}
