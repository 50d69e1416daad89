import { html, nothing, type TemplateResult } from 'lit';
import { findParticipant, participantsOf } from '../../bundle/finding.js';
import { dialoguePlayerWords } from '../../elements/dialogue-player/dialogue-player-words.js';
import { participantListWords } from '../../elements/participant-list/participant-list-words.js';
import {
  box,
  deeper,
  ownHeading,
  pagePhrases,
  pairOf,
  phrase,
  plain,
  type Reading,
  type Telling,
} from '../../elements/plain-page-words.js';
import { promptDeckWords } from '../../elements/prompt-deck/prompt-deck-words.js';
import { tensionWords } from '../../elements/tension-card/tension-card-words.js';
import { beforeWords } from '../../elements/before-words.js';
import type { Read } from './series-files.js';

/** What stands inside a `dialogue-player` before it wakes: the sound, and all words of the dialogue. */
export function playerInside({ dialogue, cues, language, chapters }: Read, reading: Reading): TemplateResult {
  const languages = dialogue.transcript.map((file) => file.language);
  const transcript = { face: cues[0] ? 'ready' : 'missing', cues, language, languages } as const;
  const telling = { compact: false, chapters: chapters.filter(({ toc }) => toc), transcript, trouble: null };
  return html`<audio controls preload="none" aria-label=${plain(dialogue.title, reading)}>
      ${dialogue.audio.sources.map(({ src, type }) => html`<source src=${src} type=${type || nothing} />`)}
    </audio>
    ${box('dialogue-player', dialoguePlayerWords(dialogue, telling, reading), reading)}`;
}

/** Where the player of a dialogue is, in a page that may have several. */
export function soundPlace(id: string): string {
  return `sound-${id}`;
}

/**
 * All that there is of one dialogue: what to know before the sound, the player, the tension, the questions, the people. The
 * tension stands by itself and not in a `tension-card`, which would tell the title and the summary a second time.
 */
export function dialogueWords(read: Read, { src, reading, paperOf }: Telling): TemplateResult {
  const { bundle, phrases, level } = reading;
  const { dialogue } = read;
  const { id, tension, prompts, image, narrator = '' } = dialogue;
  const below = deeper(reading);
  const { questions, paper, tension: tensionTitle } = pagePhrases(reading);
  const speakers = participantsOf(bundle, dialogue);
  const people = speakers.length ? speakers : [findParticipant(bundle, narrator)].flatMap((one) => one ?? []);
  const pair = pairOf(bundle, dialogue);
  // The picture is the page's own, inside the tag: it goes when the element draws one.
  return html`${beforeWords(dialogue, reading, `#${soundPlace(id)}`) ?? nothing}
    <dialogue-player src=${src ?? nothing} dialogue=${id} heading-level=${level} data-pair=${pair} id=${soundPlace(id)}
      >${image ? html`<img src=${image.src} alt=${plain(image.alt, reading)} />` : nothing}
      ${playerInside(read, reading)}</dialogue-player
    >
    ${
      tension
        ? html`<section data-page-part>
            ${ownHeading(tensionTitle, below)}
            <div data-dialogue-words="tension" data-pair=${pair} lang=${phrases.language}>
              ${tensionWords(tension, reading)}
            </div>
          </section>`
        : nothing
    }
    ${
      prompts[0]
        ? html`<section data-page-part>
            ${ownHeading(questions, below)}
            <prompt-deck src=${src ?? nothing} dialogue=${id} layout="list" data-pair=${pair}
              >${box('prompt-deck', promptDeckWords(dialogue, 'list', reading), reading)}</prompt-deck
            >
            ${paperOf ? html`<p data-paper><a href=${paperOf(id)}>${phrase(paper, reading)}</a></p>` : nothing}
          </section>`
        : nothing
    }
    ${
      people[0]
        ? html`<section data-page-part>
            ${ownHeading(phrases.people, below)}
            <participant-list src=${src ?? nothing} dialogue=${id} heading-level=${deeper(below).level}
              >${box('participant-list', participantListWords(people, deeper(below)), reading)}</participant-list
            >
          </section>`
        : nothing
    }`;
}
