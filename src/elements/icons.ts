import { svg, type TemplateResult } from 'lit';

const sign = (path: string): TemplateResult => svg`<svg viewBox="0 0 64 64" aria-hidden="true"
  ><path d=${path}></path></svg>`;

export const playIcon = sign('M22 13v38l30-19z');
export const pauseIcon = sign('M19 15v34h9V15zM36 15v34h9V15z');

const speaker = 'M8 25v14h10l14 12V13L18 25z';
export const soundIcon = sign(`${speaker}M42 23a13 13 0 0 1 0 18M48 15a24 24 0 0 1 0 34`);
export const muteIcon = sign(`${speaker}M42 24l16 16M58 24L42 40`);

/** An arrow that turns back around a number of seconds; its mirror image turns forward. */
export const stepIcon = (seconds: number): TemplateResult => svg`<svg viewBox="0 0 64 64" aria-hidden="true"
  ><path d="M14 16a24 24 0 1 1-6 16M14 4v12h12"></path><text x="32" y="41">${seconds}</text></svg>`;
