import { paperStyle } from '../../elements/paper-page-words.js';

/** How the paper of a meeting looks, beside what all plain pages wear: on the screen, and as it is printed. */
const ownStyle = `[data-about] {
  margin: 0 0 2rem;
}
[data-sheet] header {
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
[data-sheet] a,
[data-alone] a {
  overflow-wrap: anywhere;
}
/* Black on white in any colours that a reader has chosen, or cameras see nothing. */
[data-code] {
  flex: none;
  display: block;
  width: 31mm;
  height: 31mm;
  background: #fff;
  forced-color-adjust: none;
}
/* Two poles at the sides of their forms; what they have in common stands under the light. */
[data-pair] {
  display: grid;
  gap: 1rem 1.5rem;
  margin-block: 2rem;
}
[data-picture] {
  display: block;
  width: 11rem;
}
[data-pair] dl {
  display: grid;
  gap: 1rem;
}
[data-pair] dt {
  font-weight: 600;
}
[data-agenda] ol {
  list-style: '';
}
[data-agenda] li {
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 0 1rem;
  align-items: baseline;
  padding-block: 0.6rem;
  border-block-start: 1px solid var(--line);
}
[data-agenda] h3 {
  margin: 0;
  font-size: 1rem;
}
[data-agenda] small {
  font-size: 0.9em;
  font-weight: 400;
}
[data-agenda] p {
  grid-column: 1 / -1;
}
[data-stand] {
  display: inline-flex;
  width: 100%;
  max-width: 24rem;
  align-items: center;
  vertical-align: middle;
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
  flex-wrap: wrap;
  gap: 1rem 1.5rem;
}
[data-alone] > li > div > div {
  flex: 1 1 12rem;
  min-width: 0;
}
[data-alone] p + p {
  margin-block-start: 0.5rem;
}
@media (min-width: 40em) {
  [data-pair],
  [data-pair] dl {
    grid-template-columns: 1fr 10rem 1fr;
    gap: 1.5rem;
  }
  [data-picture] {
    grid-area: 1 / 2;
    width: 100%;
  }
  [data-pair] dl {
    grid-area: 1 / 1 / 2 / 4;
  }
  [data-side='b'] {
    grid-column: 3;
  }
  [data-side='third'] {
    grid-column: 1 / -1;
    max-width: 32rem;
    justify-self: center;
    text-align: center;
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
  nav,
  [data-about],
  [data-cards] > h2 {
    display: none;
  }
  a {
    text-decoration: none;
  }
  /* A millimetre less than the paper, which a browser may measure a little shorter; where it keeps margins, it is as high
     as what is left. */
  [data-sheet] {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-height: calc(min(100vh, 297mm) - 1mm);
    padding: 13mm 15mm 11mm;
    break-after: page;
    break-inside: avoid;
  }
  [data-sheet] h1 {
    font-size: 26pt;
    line-height: 1.1;
  }
  [data-pair] {
    grid-template-columns: 1fr 48mm 1fr;
    gap: 4mm 6mm;
    margin-block: 5mm;
  }
  [data-pair] dl {
    grid-template-columns: 1fr 48mm 1fr;
    gap: 3mm 6mm;
    grid-area: 1 / 1 / 2 / 4;
  }
  [data-picture] {
    grid-area: 1 / 2;
    width: 100%;
  }
  [data-side='b'] {
    grid-column: 3;
  }
  [data-side='third'] {
    grid-column: 1 / -1;
    max-width: 130mm;
    justify-self: center;
    text-align: center;
  }
  [data-agenda] h2 {
    margin-block-end: 1.5mm;
    font-size: 14pt;
  }
  [data-agenda] li {
    grid-template-columns: 20mm 42mm 1fr;
    gap: 0 3mm;
    padding-block: 1.2mm;
    border-block-start: 0.2mm solid;
  }
  [data-agenda] h3,
  [data-notes] h2 {
    font-size: 10.5pt;
  }
  [data-agenda] small {
    order: -1;
    font-size: 10pt;
  }
  [data-agenda] p {
    grid-column: auto;
  }
  [data-notes] {
    flex: 1;
    grid-template-columns: 2fr 2fr 1fr;
    grid-template-rows: 1fr auto;
    gap: 1mm 6mm;
    margin-block: 5mm 0;
  }
  [data-notes] > div {
    display: flex;
    flex-direction: column;
  }
  [data-ruled] {
    flex: 1 1 20mm;
    height: auto;
    min-height: 0;
  }
  [data-alone='cards'] {
    font-size: 10pt;
    line-height: 1.25;
  }
  [data-alone='cards'] > li {
    border: 0;
    padding: 7mm 8mm;
  }
  [data-alone='cards'] [data-of] {
    gap: 2mm;
  }
  [data-alone='cards'] [data-sign] {
    width: 9mm;
  }
  [data-alone='cards'] [data-prompt] {
    line-height: 1.25;
  }
  [data-alone='cards'] > li > div {
    flex-wrap: nowrap;
    gap: 4mm;
    align-items: end;
  }
  [data-alone='cards'] [data-code] {
    margin: 0 -4mm -3mm 0;
  }
`;

/** All of it. The rules for cards stand between, so that ours can say more. */
export function paperSheet(): string {
  return `${ownStyle}@media print {\n${paperStyle()}\n}\n${printStyle}}\n`;
}
