import { html, nothing, type TemplateResult } from 'lit';
import { dialoguesWith } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
import { playLink } from '../dialogue-link.js';
import { heading, paragraphs, plain, say, type Reading } from '../reading.js';
import { initials } from './initials.js';

/** One person: name, role, biography, where else to find them, and the dialogues in which they are heard. */
export function participantCardWords(participant: Participant, reading: Reading): TemplateResult {
  const { phrases, level, bundle } = reading;
  const { id, name, role, organisation, place, biography, image, links } = participant;
  const dialogues = dialoguesWith(bundle, id);
  const where = [organisation, place].map((text) => (text ? html`, ${say(text, reading)}` : ''));
  return html`<article data-stack data-initials=${image ? '' : initials(plain(name, reading))}>
    ${
      image
        ? html`<img src=${image.src} alt=${plain(image.alt, reading)} width="64" height="64" loading="lazy" />`
        : nothing
    }
    ${heading(level, html`<span translate="no">${say(name, reading)}</span>`)}
    <p data-quiet>${say(role, reading)}${where}</p>
    ${
      biography.length
        ? html`<details open>
            <summary>${phrases.about(plain(name, reading))}</summary>
            <div data-stack>${paragraphs(biography, reading)}</div>
          </details>`
        : nothing
    }
    ${links.length ? waysWords(links.map(({ title, url }) => html`<a href=${url}>${say(title, reading)}</a>`)) : nothing}
    ${
      dialogues.length
        ? html`<p data-quiet>${phrases.speaksIn}:</p>
            ${waysWords(dialogues.map((dialogue) => playLink(dialogue, reading)))}`
        : nothing
    }
  </article>`;
}

function waysWords(links: readonly TemplateResult[]): TemplateResult {
  return html`<ul data-stack data-ways role="list">
    ${links.map((link) => html`<li>${link}</li>`)}
  </ul>`;
}
