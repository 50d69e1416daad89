import { html, type TemplateResult } from 'lit';
import { light, pairs, type Form } from '../styles/art.js';
import { paperStyles } from '../styles/paper.js';

/** How cards are cut from A4: the rules by which a living deck prints them, too. */
export function paperStyle(): string {
  return paperStyles.cssText.replace(/^\n|\s*$/g, '');
}

const PICTURE = 'pair-picture';

/**
 * Two forms, and the light where they overlap: what stands for a dialogue. Drawn once in a page, to be shown again by
 * `pairAgain`; a printer without colours tells the forms by their shape, and the light by its being lighter than both.
 */
export function pairPicture(pair: number): TemplateResult {
  const [a, b] = pairs[pair]!;
  return html`<svg data-picture aria-hidden="true" viewBox="50 0 220 160">
    <g id=${PICTURE} stroke-width="12" stroke-linejoin="round">
      <mask id="overlap">${form(a, LEFT, '#fff')}</mask>
      ${form(a, LEFT, a.color)} ${form(b, RIGHT, b.color)}
      <g mask="url(#overlap)">${form(b, RIGHT, light)}</g>
    </g>
  </svg>`;
}

/** The picture that the page has already, small. */
export function pairAgain(): TemplateResult {
  return html`<svg data-sign aria-hidden="true" viewBox="50 0 220 160"><use href=${`#${PICTURE}`}></use></svg>`;
}

/** A line to stand on, or to put a mark on, between the forms of two poles. */
export function standLine(pair: number): TemplateResult {
  const [a, b] = pairs[pair]!;
  return html`<span data-stand aria-hidden="true">${formAlone(a)}<span></span>${formAlone(b)}</span>`;
}

const LEFT = 'translate(127 80)';
const RIGHT = 'translate(193 80)';

function form({ path }: Form, place: string, color: string): TemplateResult {
  return html`<path d=${path} transform=${place} fill=${color} stroke=${color}></path>`;
}

function formAlone({ path, color }: Form): TemplateResult {
  return html`<svg viewBox="-80 -80 160 160"><path d=${path} fill=${color}></path></svg>`;
}
