import { svg, type TemplateResult } from 'lit';

/*
 * The sign inside the round button is cut out of it, so that it shows the page's own ground and keeps its contrast on
 * any colour.
 */
const disc = (sign: string): TemplateResult => svg`<svg viewBox="0 0 64 64" aria-hidden="true"
  ><path fill-rule="evenodd" d=${`M32 0a32 32 0 1 0 0 64 32 32 0 1 0 0-64z${sign}`}></path></svg>`;

export const playIcon = disc('M25 18v28l23-14z');
export const pauseIcon = disc('M22 19v26h7V19zM35 19v26h7V19z');
