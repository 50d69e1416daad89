import { html, nothing, type TemplateResult } from 'lit';
import { planAgenda, type Step } from '../../bundle/agenda.js';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue, Moment, Prompt, Tension, Text } from '../../bundle/schema.js';
import { pairAgain, pairPicture, standLine } from '../../elements/paper-page-words.js';
import { pagePhrases, pairOf, plain, say, type Reading } from '../../elements/plain-page-words.js';
import { nameOf, NOTES } from '../../elements/team-session/session-record-words.js';
import { phoneMoment, phonePage, shortAddress } from './phone-addresses.js';
import type { Site } from './addresses.js';
import { codeWords } from './qr-code.js';

/** How long the meeting is that the sheet is for. */
const MINUTES = 30;

/** How many letters of a text leave room for all else on the sheet; a longer title is in smaller type. */
const ROOM = { title: 40, pole: 240, third: 320, question: 160 };

/** What the paper of a dialogue is told with. */
export interface PaperTelling {
  readonly reading: Reading;
  readonly site: Site;
}

/** All that a meeting needs on paper: a sheet for whoever leads it, and the questions as cards to cut out. */
export function paperWords(dialogue: Dialogue, { reading, site }: PaperTelling): TemplateResult {
  const { bundle, phrases } = reading;
  const { paper, questions } = pagePhrases(reading);
  // Beside `paper/` are the pages.
  return html`<div lang=${phrases.language}>
    <header data-about>
      <nav aria-label=${phrases.dialogues}><a href=${`../${dialogue.id}.html`}>${say(dialogue.title, reading)}</a></nav>
      <p>${paper}</p>
    </header>
    <main>
      ${sheetWords(dialogue, phonePage(dialogue, { bundle, site }), reading)}
      <section data-cards>
        <h2>${questions}</h2>
        <ol data-alone="cards">
          ${dialogue.prompts.map((prompt) => cardWords(prompt, dialogue, { reading, site }))}
        </ol>
      </section>
    </main>
  </div>`;
}

/** What whoever leads the meeting has in front of them. */
function sheetWords(dialogue: Dialogue, address: string | null, reading: Reading): TemplateResult {
  const { bundle, phrases } = reading;
  const { tension } = dialogue;
  const pair = Number(pairOf(bundle, dialogue));
  const code = codeWords(address);
  return html`<article data-sheet>
    <header>
      <div>
        <p>${say(bundle.title, reading)}</p>
        <h1 ?data-long=${plain(dialogue.title, reading).length > ROOM.title}>${say(dialogue.title, reading)}</h1>
        ${code === nothing ? nothing : html`<p>${pagePhrases(reading).scan}</p>`}
        ${address === null ? nothing : html`<p>${addressLink(address)}</p>`}
      </div>
      ${code}
    </header>
    <div data-pair=${pair}>${pairPicture(pair)} ${tension ? tensionWords(tension, reading) : nothing}</div>
    <section data-agenda>
      <h2>${phrases.session} <small>${spokenTime(MINUTES * 60, phrases.language)}</small></h2>
      <ol>
        ${planAgenda(dialogue, MINUTES).map(
          (step) =>
            html`<li>
              <h3>${nameOf(step.name, reading)}</h3>
              <small>${spokenTime(step.minutes * 60, phrases.language)}</small>
              <p>${stepWords(step, pair, reading)}</p>
            </li>`,
        )}
      </ol>
    </section>
    <section data-notes>
      ${NOTES.map(
        (note) =>
          html`<div>
            <h2>${phrases[note]}</h2>
            ${ruled()}
          </div>`,
      )}
      <p>${phrases.noNames}</p>
    </section>
  </article>`;
}

function tensionWords({ poles: [a, b], thirdWay }: Tension, reading: Reading): TemplateResult {
  const side = (name: 'a' | 'b' | 'third', label: unknown, body: Text): TemplateResult =>
    html`<div data-side=${name}>
      <dt>${label}</dt>
      <dd>${say(begun(body, name === 'third' ? ROOM.third : ROOM.pole), reading)}</dd>
    </div>`;
  return html`<dl>
    ${side('a', say(a.label, reading), a.body)} ${side('b', say(b.label, reading), b.body)}
    ${thirdWay === undefined ? nothing : side('third', reading.phrases.thirdWay, thirdWay)}
  </dl>`;
}

/** As many whole sentences of a text as there is room for, or words if there is none for a sentence. */
function begun(text: Text, room: number): Text {
  if (typeof text !== 'string') {
    return Object.fromEntries(
      Object.entries(text).map(([language, words]) => [language, begun(words, room) as string]),
    );
  }
  if (text.length <= room) return text;
  const [sentences] = /^.*[.!?](?=\s)/s.exec(text.slice(0, room)) ?? [];
  return sentences ?? `${text.slice(0, room).replace(/\s+\S*$/, '')} …`;
}

/** What to do in a step, in a line or two. */
function stepWords({ name, clip, prompt }: Step, pair: number, { phrases, ...others }: Reading): unknown {
  switch (name) {
    case 'welcome':
      return phrases.welcomeHow;
    case 'before':
    case 'after':
      return html`${phrases.whereStand} ${standLine(pair)}`;
    case 'listen':
      return stretch(clip!);
    case 'quiet':
      return html`${phrases.openQuestion} ${phrases.quietHow}`;
    case 'close':
      return phrases.closeHow;
    default:
      return html`<strong
          >${prompt ? say(begun(prompt.text, ROOM.question), { phrases, ...others }) : phrases.openQuestion}</strong
        >
        ${name === 'pairs' ? phrases.pairsHow : phrases.groupHow}`;
  }
}

/** Space to write in, as much of it as there is: browsers print no backgrounds unless they are asked to, but drawings. */
function ruled(): TemplateResult {
  return html`<svg data-ruled aria-hidden="true">
    <path stroke="currentColor" stroke-width="0.6" d=${LINES}></path>
  </svg>`;
}

const LINES = Array.from({ length: 30 }, (_, i) => `M0 ${(i + 1) * 34}h999`).join('');

/** One question, its hint, and where to hear its moment. */
function cardWords(
  { text, hint, moment }: Prompt,
  dialogue: Dialogue,
  { reading, site }: PaperTelling,
): TemplateResult {
  const { bundle, phrases } = reading;
  const address = moment ? phoneMoment(dialogue, moment, { bundle, site }) : null;
  return html`<li>
    <p data-of>${pairAgain()} <span>${say(dialogue.title, reading)}</span> ${moment ? stretch(moment) : nothing}</p>
    <p data-prompt>${say(text, reading)}</p>
    <div>
      <div>
        ${hint === undefined ? nothing : html`<p><strong>${phrases.hint}</strong> <span>${say(hint, reading)}</span></p>`}
        ${address === null ? nothing : html`<p>${addressLink(address)}</p>`}
      </div>
      ${codeWords(address)}
    </div>
  </li>`;
}

/** From when to when, as a player shows it. */
function stretch({ start, end }: Moment): TemplateResult {
  return html`<span data-stretch translate="no">${writeClock(start)} – ${writeClock(end)}</span>`;
}

/** It may break after each part of it, and not only where the line ends. */
function addressLink(address: string): TemplateResult {
  const parts = shortAddress(address).split(/(?<=\/)|(?=#)/);
  return html`<a href=${address} translate="no">${parts.map((part, i) => (i ? html`<wbr />${part}` : part))}</a>`;
}
