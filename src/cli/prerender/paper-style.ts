import { paperStyle } from '../../elements/paper-page-words.js';

/** How the paper of a meeting looks, beside what all plain pages wear: on the screen, and as it is printed. */
const ownStyle = `[data-sheet] header {
  display: flex;
  gap: 1rem 2rem;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: start;
  padding: 0;
  border: 0;
}
[data-sheet] header > div {
  flex: 1 1 14rem;
  min-width: 0;
}
[data-sheet] p,
[data-sheet] ol,
[data-sheet] dl,
[data-sheet] dd,
[data-alone] p {
  margin: 0;
  padding: 0;
}
[data-sheet] h1 {
  margin-block: 0.1em 0.4em;
}
[data-sheet],
[data-alone] {
  overflow-wrap: anywhere;
}
/* Black on white in any colours that a reader has chosen, or cameras see nothing. */
[data-code] {
  flex: none;
  display: block;
  width: 31mm;
  background: #fff;
  forced-color-adjust: none;
}
/* Two poles at the sides of their forms, and what they have in common under the light. */
[data-pair] {
  display: grid;
  gap: 1rem 1.5rem;
  margin-block: 2rem;
}
[data-pair] dl {
  display: contents;
}
[data-picture] {
  width: 11rem;
}
[data-sheet] dt {
  font-size: 1.2em;
  font-weight: 600;
  line-height: 1.3;
}
[data-agenda] ol {
  margin-inline-start: 0.4rem;
  border-inline-start: 1px solid var(--line);
  list-style: '';
}
[data-agenda] li {
  position: relative;
  padding: 0 0 0.9rem 1.2rem;
}
/* The steps of a meeting, as stops on a line. */
[data-agenda] li::before {
  content: '';
  position: absolute;
  inset: 0.5em auto auto -0.3em;
  width: 0.5em;
  height: 0.5em;
  border: 1px solid var(--line);
  border-radius: 50%;
  background: var(--ground);
}
[data-agenda] h3 {
  display: inline;
  margin: 0;
  font-size: 1rem;
}
[data-agenda] small {
  margin-inline-start: 0.4em;
  font-size: 0.95em;
  font-weight: 400;
}
[data-stand] {
  display: flex;
  flex: 1;
  max-width: 24rem;
  align-items: center;
}
[data-stand] > svg {
  flex: none;
  width: 1.4em;
}
[data-stand] > span {
  flex: 1;
  border-block-start: 1px solid;
}
[data-notes] {
  display: grid;
  gap: 1rem 1.5rem;
  margin-block: 2rem;
}
[data-notes] h2 {
  margin: 0;
  font-size: 1rem;
}
[data-notes] p {
  grid-column: 1 / -1;
}
[data-ruled] {
  display: block;
  width: 100%;
  height: 6rem;
  color: var(--line);
}
[data-stretch] {
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
[data-alone] {
  margin: 0;
  padding: 0;
  list-style: '';
}
[data-alone] > li {
  padding-block: 1.25rem;
  border-block-start: 1px solid var(--line);
}
[data-alone] [data-of] {
  display: flex;
  gap: 0.6rem;
  align-items: center;
}
[data-of] span:first-of-type {
  flex: 1;
}
[data-sign] {
  flex: none;
  width: 2.2rem;
}
[data-alone] [data-prompt] {
  margin-block: 0.4rem 0.8rem;
  font-size: 1.3rem;
  line-height: 1.35;
  text-wrap: balance;
}
[data-alone] > li > div {
  display: flex;
  align-items: start;
  flex-wrap: wrap;
  gap: 1rem 1.5rem;
}
[data-alone] strong {
  display: block;
}
[data-alone] > li > div > div {
  flex: 1 1 12rem;
  min-width: 0;
}
[data-alone] p + p {
  margin-block-start: 0.5rem;
}
[data-code='small'] {
  width: 26mm;
}
@media print, (min-width: 40em) {
  [data-pair] {
    grid-template-columns: 1fr 11rem 1fr;
  }
  [data-picture] {
    grid-area: 1 / 2;
    align-self: end;
    width: 100%;
  }
  [data-side='b'] {
    grid-column: 3;
  }
  [data-side='third'] {
    grid-column: 1 / -1;
    max-width: 34rem;
    justify-self: center;
    text-align: center;
  }
  [data-side='third']::before {
    content: '';
    display: block;
    width: 0;
    height: 2.2rem;
    margin: -1.9rem auto 0.3rem;
    border-inline-start: 1px solid;
  }
  [data-notes] {
    grid-template-columns: 2fr 2fr 1fr;
  }
}
`;

const printStyle = `@page {
  size: A4;
  margin: 0;
}
@media print {
  :root {
    font-size: 10.5pt;
    line-height: 1.35;
  }
  [data-about],
  [data-cards] > h2 {
    display: none;
  }
  a {
    text-decoration: none;
  }
  /*
   * A millimetre less than the paper, which a browser may measure a little shorter; where it keeps margins of its own, the
   * sheet is as high as what is left.
   */
  main > [data-sheet] {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-height: calc(min(100vh, 297mm) - 1mm);
    margin: 0;
    padding: 12mm 14mm 9mm;
    font-size: 10pt;
    line-height: 1.25;
    break-after: page;
    break-inside: avoid;
  }
  [data-sheet] h1 {
    font-size: 26pt;
    line-height: 1.1;
  }
  [data-sheet] h1[data-long] {
    font-size: 20pt;
  }
  [data-sheet] [data-code] {
    margin: -3mm -3mm -3mm 0;
  }
  [data-pair] {
    grid-template-columns: 1fr 44mm 1fr;
    gap: 4mm 6mm;
    margin-block: 6mm 5mm;
  }
  [data-side='third'] {
    max-width: 140mm;
    text-wrap: balance;
  }
  [data-side='third']::before {
    height: 8mm;
    margin-block: -7.5mm 1mm;
  }
  [data-agenda] h2 {
    margin-block-end: 2.5mm;
    font-size: 14pt;
  }
  /* The line of the time, with the minutes before it. */
  [data-agenda] ol {
    margin-inline-start: 22mm;
    border-inline-start: 0.2mm solid;
  }
  [data-agenda] li {
    display: grid;
    grid-template-columns: 38mm 1fr;
    gap: 0 4mm;
    padding: 0 0 2mm 5mm;
  }
  [data-agenda] li:last-child {
    padding-block-end: 0;
  }
  [data-agenda] li::before {
    inset: 1.2mm auto auto -1mm;
    width: 1.6mm;
    height: 1.6mm;
    border: 0.2mm solid;
    background: #fff;
  }
  [data-agenda] h3,
  [data-notes] h2 {
    font-size: inherit;
    line-height: inherit;
  }
  [data-agenda] li small {
    position: absolute;
    inset: 0 100% auto auto;
    width: max-content;
    margin-inline-end: 4mm;
    font-size: 10pt;
  }
  [data-agenda] p:has([data-stand]) {
    display: flex;
    gap: 5mm;
  }
  [data-stand] {
    max-width: none;
  }
  [data-notes] {
    flex: 1;
    grid-template-rows: 1fr auto;
    gap: 1mm 6mm;
    margin-block: 5mm 0;
  }
  [data-notes] > div {
    display: flex;
    flex-direction: column;
  }
  [data-ruled] {
    flex: 1 1 12mm;
    height: auto;
    min-height: 0;
    color: #000;
  }
  [data-alone='cards'] {
    line-height: 1.2;
  }
  [data-alone='cards'] > li {
    grid-template-columns: minmax(0, 1fr);
    padding: 6mm 7mm 4mm;
    border: 0;
    vertical-align: top;
  }
  [data-alone='cards'] [data-of] {
    gap: 2mm;
  }
  [data-alone='cards'] [data-sign] {
    width: 7mm;
  }
  [data-alone='cards'] [data-prompt] {
    font-size: 14pt;
    line-height: 1.2;
  }
  [data-alone='cards'] > li > div {
    flex-wrap: nowrap;
    gap: 3mm;
    align-items: end;
  }
  [data-alone='cards'] [data-code] {
    margin: 0 -3mm -2mm 0;
  }
`;

/** All of it. The rules for cards stand between, so that ours can say more. */
export function paperSheet(): string {
  return `${ownStyle}@media print {\n${paperStyle()}\n}\n${printStyle}}\n`;
}
