import { svg, type TemplateResult } from 'lit';

/*
 * Drawn with `currentColor`. The signs inside the round button are cut out of it, so that they show the page's own
 * ground and keep their contrast on any colour.
 */
const icon = (path: string, size = 24): TemplateResult => svg`<svg
  viewBox="0 0 ${size} ${size}" width=${size} height=${size} aria-hidden="true"><path fill-rule="evenodd" d=${path} /></svg>`;

const disc = 'M32 0a32 32 0 1 0 0 64 32 32 0 1 0 0-64z';

export const playIcon = icon(`${disc}M25 18v28l23-14z`, 64);
export const pauseIcon = icon(`${disc}M22 19v26h7V19zM35 19v26h7V19z`, 64);
export const backIcon = icon('M12 4V0L6 5l6 5V6a7 7 0 1 1-7 7H3a9 9 0 1 0 9-9z');
export const forwardIcon = icon('M12 4V0l6 5-6 5V6a7 7 0 1 0 7 7h2a9 9 0 1 1-9-9z');
export const loudIcon = icon('M3 9v6h4l6 5V4L7 9zM16 8a5 5 0 0 1 0 8zM16 3a9.500 9.500 0 0 1 0 18v-2.500a7 7 0 0 0 0-13z');
export const mutedIcon = icon('M3 9v6h4l6 5V4L7 9zM15 9.500l1.500-1.500 2.500 2.500L21.500 8 23 9.500 20.500 12l2.500 2.500-1.500 1.500-2.500-2.500-2.500 2.500-1.500-1.500 2.500-2.500z');
export const downloadIcon = icon('M11 3h2v9l3.500-3.500L18 10l-6 6-6-6 1.500-1.500L11 12zM4 19h16v2H4z');
export const previousIcon = icon('M15 4l2 2-6 6 6 6-2 2-8-8z');
export const nextIcon = icon('M9 4L7 6l6 6-6 6 2 2 8-8z');
