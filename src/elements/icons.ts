import { svg, type TemplateResult } from 'lit';

const sign = (path: string): TemplateResult => svg`<svg viewBox="0 0 64 64" aria-hidden="true"
  ><path d=${path}></path></svg>`;

export const playIcon = sign('M22 13v38l30-19z');
export const pauseIcon = sign('M19 15v34h9V15zM36 15v34h9V15z');
