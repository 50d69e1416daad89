import { html, nothing, type TemplateResult } from 'lit';
import { dialoguesWith } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
import { dialogueLink } from '../dialogue-link.js';
import { heading, paragraphs, plain, say, type Reading } from '../reading.js';
import { initials } from './initials.js';

/** One person: name, role, biography, and the dialogues in which they are heard. */
export function participantCardWords(participant: Participant, reading: Reading): TemplateResult {
  const { phrases, level, bundle } = reading;
  const { name, role, organisation, place, biography, image } = participant;
  const dialogues = dialoguesWith(bundle, participant.id);
  const where = [organisation, place].flatMap((text) => (text === undefined ? [] : [say(text, reading)]));
  return html`<article data-stack data-initials=${image ? nothing : initials(plain(name, reading))}>
    ${image ? html`<img src=${image.src} alt=${plain(image.alt, reading)} loading="lazy" />` : nothing}
    ${heading(level, html`<span translate="no">${say(name, reading)}</span>`)}
    <p data-quiet>${say(role, reading)}${where.map((text) => html`, ${text}`)}</p>
    ${
      biography.length
        ? html`<details open>
            <summary>${phrases.about(plain(name, reading))}</summary>
            <div data-stack>${paragraphs(biography, reading)}</div>
          </details>`
        : nothing
    }
    ${
      dialogues.length
        ? html`<p data-quiet>
            <span>${phrases.speaksIn}:</span>
            ${dialogues.map((dialogue, i) => html`${i ? '; ' : ''}${dialogueLink(dialogue, reading)}`)}
          </p>`
        : nothing
    }
  </article>`;
}
