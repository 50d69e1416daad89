import { wordsStyle } from '../../elements/plain-page-words.js';

/** How the plain pages look: calm, wide enough to read, light or dark as the reader has it, and good on paper. */
const pageStyle = `:root {
  color-scheme: light dark;
  --ground: #fdfaf5;
  --ink: #26221e;
  --line: #b9b0a4;
  background: var(--ground);
  color: var(--ink);
  font: 112.5%/1.6 Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif;
  scroll-behavior: smooth;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1917;
    --ink: #ebe5dc;
    --line: #6b635a;
  }
}
@media (prefers-reduced-motion: reduce) {
  :root {
    scroll-behavior: auto;
  }
}
body {
  max-width: 44rem;
  margin: 0 auto;
  padding: clamp(1.25rem, 5vw, 3.5rem) clamp(1rem, 4vw, 2rem) 4rem;
  overflow-wrap: break-word;
}
a {
  color: inherit;
  text-underline-offset: 0.15em;
}
a:focus-visible,
summary:focus-visible {
  outline: 3px solid;
  outline-offset: 3px;
}
h1, h2, h3, h4, h5, h6 {
  margin: 0 0 0.6em;
  line-height: 1.25;
  text-wrap: balance;
}
h1 {
  font-size: clamp(1.7rem, 6vw, 2.4rem);
}
h2 {
  font-size: 1.55rem;
}
h3 {
  font-size: 1.25rem;
}
h4, h5, h6 {
  font-size: 1.05rem;
}
h1 a {
  text-decoration: none;
}
h1 a:hover {
  text-decoration: underline;
}
header {
  padding-block-end: 1.5rem;
  border-block-end: 1px solid var(--line);
}
header p {
  margin: 0;
}
[data-skip] {
  margin: 0;
}
[data-skip] a {
  position: absolute;
  inset-block-start: 0;
  padding: 0.6rem 1rem;
  background: var(--ground);
}
[data-skip] a:not(:focus, :active) {
  width: 1px;
  height: 1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
/* Until an element wakes: then it lays itself out. */
:not(:defined) {
  display: block;
}
main > *,
main > section > :not(:last-child),
[data-page-part] > article {
  margin-block: 0 2.5rem;
}
main > :first-child {
  margin-block-start: 1.75rem;
}
[data-page-part],
[data-page-part] > article {
  padding-block-start: 2.25rem;
  border-block-start: 1px solid var(--line);
}
main [data-page-part] > h2[data-heading],
main [data-page-part] > h3[data-heading] {
  margin-block-end: 1.25rem;
}
[data-page-part] > ol {
  padding-inline-start: 1.6em;
}
[data-page-part] > ol > li {
  margin-block-end: 0.35rem;
}
[data-page-part] > ol a {
  display: inline-block;
  padding-block: 0.35rem;
}
[data-page-part] > ol p {
  margin: 0;
}
[data-page-part] > ol small {
  margin-inline-start: 0.5em;
  font-variant-numeric: tabular-nums;
}
[data-paper] {
  margin-block-start: 2rem;
}
[data-paper] a {
  display: inline-block;
  padding-block: 0.5rem;
}
[data-page-part] > article > * {
  margin-block-end: 2rem;
}
nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.5rem;
}
nav a {
  padding-block: 0.6rem;
}
nav small {
  display: block;
}
nav:last-child {
  justify-content: space-between;
  margin: 0;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--line);
}
nav [rel='next'] {
  margin-inline-start: auto;
  text-align: end;
}
/* The stack has a gap of its own: what belongs to a heading stays near it. */
[data-dialogue-words] [data-stack] > [data-heading] {
  margin-block-end: 0;
}
/* What a reader may want before the sound. Its title comes again, larger, where the dialogue begins. */
[data-before] {
  padding: clamp(1rem, 4vw, 1.75rem);
  border: 1px solid var(--line);
  border-radius: 0.6rem;
}
[data-before] > [data-heading] {
  margin-block-end: 0.4rem;
  font-size: 1.25rem;
}
[data-before] small {
  font-size: inherit;
  font-weight: 400;
}
[data-before] > div {
  margin-block-start: 1.75rem;
}
[data-before] > div > [data-heading] {
  font-size: 1.1rem;
}
[data-before] p {
  margin: 0;
}
[data-before] ul {
  margin: 0;
  padding: 0;
  list-style-type: '';
}
[data-before] li + li {
  margin-block-start: 0.75rem;
}
/* On a page without our style, each link stands on a line of its own. */
[data-content-notes] p + p {
  display: inline-block;
}
[data-before] > p > a,
[data-content-notes] p + p > a {
  display: inline-block;
  padding-block: 0.5rem;
  margin-inline-end: 1.25rem;
}
/* A thought a line, and short lines. */
[data-easy-read] p {
  max-width: 30rem;
  font-size: 1.1em;
}
[data-easy-read] p + p {
  margin-block-start: 0.5em;
}
dialogue-player > img {
  display: block;
  width: 100%;
  max-width: 20rem;
  height: auto;
  aspect-ratio: 2;
  object-fit: contain;
  object-position: 0;
}
audio {
  display: block;
  width: 100%;
  margin-block: 1rem 1.5rem;
}
/* A plain page has no line to follow, and all of it can be read. */
dialogue-player:not(:defined) [data-cues] {
  max-height: none;
}
/* Without marks, and still a list to Safari: "none" would take that away. */
[data-dialogue-words] :is([data-stack], [data-people], [data-prompts], [data-chapters], [data-ways]) {
  list-style-type: '';
}
/* A sound file plays one moment: to hear them all, one after the other, is for the element. */
learning-list:not(:defined) p [data-line] {
  display: none;
}
@media (max-width: 30em) {
  [data-dialogue-words] [data-line] {
    grid-template-columns: 3.2em 1fr;
    padding-inline: 0;
  }
}
@page {
  margin: 2cm;
}
@media print {
  :root {
    --ground: #fff;
    --ink: #000;
    color-scheme: light;
    font-size: 11pt;
  }
  body {
    max-width: none;
    padding: 0;
  }
  [data-skip],
  nav,
  audio,
  [data-before] [data-past],
  [data-paper],
  [data-prompts] p > a {
    display: none;
  }
  [data-page-part],
  [data-page-part] > article {
    padding-block-start: 1.25rem;
  }
  h1, h2, h3, h4, h5, h6, dt, [data-speaker] {
    break-after: avoid;
  }
  li, dl > div, [data-cue] {
    break-inside: avoid;
  }
  [data-before] {
    border-radius: 0;
  }
  [data-before] a[href^='http']::after {
    content: ' (' attr(href) ')';
  }
  [data-before] [data-content-notes] p + p > a {
    text-decoration: none;
  }
  [data-before] [data-content-notes] p + p > a::after {
    content: none;
  }
  /* On paper a place in a file beside the page leads nowhere. */
  [data-dialogue-words] a:not([href^='http'])::after {
    content: none;
  }
}
`;

/** All that a plain page wears: its own style, and that of the words. */
export function pageSheet(): string {
  return pageStyle + wordsStyle();
}
