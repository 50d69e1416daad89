import { css } from 'lit';

/**
 * What is printed alone, in a shadow root, so that no rule of the page is in the way. `paper.ts` gives the title and the
 * page's address. Black on white: a mark says by its shape what its colour says.
 */
export const paperStyles = css`
  * {
    color: #000;
  }
  [data-alone],
  [data-alone='cards'] * {
    margin: 0;
    padding: 0;
  }
  [data-alone='large'] *,
  [data-alone='cards'] * {
    font-size: inherit;
  }
  [data-alone='large'] {
    font-size: 18pt;
  }
  [data-alone='large']::before {
    content: var(--_title);
    font-size: 1.5em;
  }
  /*
   * Two by four on A4, each nearly of the size of A7, since in Firefox a line is a little higher than the cards in it: a
   * question of a hundred letters, its hint and its address fill it in type that a circle of people can read. A6 would be
   * half empty, on twice the paper. In a line of text a card is not broken over pages by any browser, and it grows with
   * longer words; of such lines the last may stand alone on a page. The browser hides what is not on top of the deck.
   */
  [data-alone='cards'] {
    font-size: 10pt;
    widows: 1;
  }
  [data-alone='cards'] > li {
    display: inline-grid;
    content-visibility: visible;
    position: relative;
    box-sizing: border-box;
    width: 50%;
    min-height: 73mm;
    padding: 8mm;
    align-content: space-between;
  }
  [data-alone='cards'] [data-prompt] {
    font-size: 15pt;
  }
  [data-alone='cards'] > li::before {
    content: var(--_title);
  }
  [data-alone='cards'] a::after {
    display: block;
    content: var(--_page) attr(href);
  }
  /* Where to cut: two corners of a thin line around the card, which with its neighbours' make crosses. */
  [data-alone='cards'] > li::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 0.2mm solid;
    clip-path: polygon(0 10%, 0 0, 7% 0, 100% 90%, 100% 100%, 93% 100%);
  }
`;
