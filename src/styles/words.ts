import { css } from 'lit';

/**
 * The style of our words in the light DOM. It stands in a layer and in `:where()`, so that any rule of the host wins;
 * it takes the host's type and colour, and reaches nothing but our own box.
 */
export const wordsSheet = css`
  @layer living-well-dialogues {
    :where([data-dialogue-words]) {
      --_wash: var(--dialogue-wash, color-mix(in srgb, currentColor 8%, transparent));
      overflow-wrap: break-word;
      white-space: normal;
    }
    :where([data-dialogue-words] :is([data-heading], p, dl, dd, ol, ul)) {
      margin: 0;
      padding: 0;
    }
    :where(
      [data-dialogue-words]
        :is(
          [data-stack],
          [data-poles],
          [data-people],
          [data-prompts],
          [data-chapters],
          [data-learnings],
          [data-part] > div
        )
    ) {
      display: grid;
      gap: 0.6em;
      grid-template-columns: minmax(0, 1fr);
      list-style: none;
    }
    :where([data-dialogue-words] :is(p, dd, [data-find])) {
      max-width: 68ch;
    }
    :where([data-dialogue-words] [data-quiet]) {
      color: color-mix(in srgb, currentColor 90%, transparent);
      font-size: 0.875em;
    }
    :where([data-dialogue-words] [data-quiet] [data-quiet]) {
      color: inherit;
      font-size: inherit;
    }
    :where([data-dialogue-words] :is(a, summary):focus-visible) {
      outline: 3px solid var(--dialogue-focus, currentColor);
      outline-offset: 2px;
      box-shadow: var(--dialogue-focus-shadow);
    }
    :where([data-dialogue-words] summary) {
      padding-block: 0.6em;
      cursor: pointer;
    }
    :where([data-dialogue-words] :is(dt, summary, [data-speaker])) {
      font-weight: 600;
    }
    :where([data-dialogue-words] :is([data-poles], [data-people])) {
      gap: 1.4em;
      margin-block: 0.6em;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(15em, 40%)), 1fr));
    }
    /* Round for the first, on its corner for the second, and both in the light for the third: shape says what colour says. */
    :where([data-dialogue-words] :is([data-pole] dt, span[data-pole], [data-speaker], [data-play]))::before {
      content: '';
      display: inline-block;
      margin-inline-end: 0.6em;
      border: 0.4em solid var(--_a, var(--dialogue-pole-a, #c44234));
      border-radius: 50%;
    }
    :where([data-dialogue-words] :is([data-pole='b'] dt, span[data-pole='b'], [data-speaker='b']))::before {
      border-color: var(--_b, var(--dialogue-pole-b, #349c84));
      border-radius: 15%;
      rotate: 45deg;
    }
    :where([data-dialogue-words] [data-pole='third']) {
      grid-column: 1 / -1;
    }
    :where([data-dialogue-words] :is([data-pole='third'] dt, span[data-pole='third']))::before {
      border-color: var(--_third, var(--dialogue-third-way, #f8deb8));
      border-radius: 50% 50% 15% 50%;
      box-shadow: 0 0 0 0.1em currentColor;
      rotate: 45deg;
    }
    /* A ring for those who hold no pole. */
    :where([data-dialogue-words] [data-speaker='other'])::before {
      padding: 0.2em;
      border: 0.2em solid;
    }
    :where([data-dialogue-words] [data-play])::before {
      border-color: currentColor;
      border-radius: 0;
      clip-path: polygon(0 0, 100% 50%, 0 100%);
    }
    :where([data-dialogue-words] [data-cues]) {
      max-height: min(24em, 70vh);
      overflow-y: auto;
      overflow-anchor: none;
    }
    /* Beyond 10,000 lines layout would take seconds. Not before, since what is left out is not in the page's own text. */
    :where([data-dialogue-words] [data-cues] > :nth-child(n + 101)) {
      content-visibility: auto;
      contain-intrinsic-size: auto 250em;
    }
    :where([data-dialogue-words] [data-here]) {
      outline: 2px solid;
      text-decoration: underline;
    }
    :where([data-dialogue-words] [data-line]) {
      display: grid;
      padding: 0.4em 0.5em;
      border-radius: 0.4em;
      color: inherit;
      text-decoration: none;
      grid-template-columns: 3.6em 1fr;
      cursor: pointer;
    }
    :where([data-dialogue-words] [data-speaker]) {
      padding: 0.9em 0.5em 0;
    }
    :where([data-dialogue-words] :is([data-line]:hover, [aria-current])) {
      background: var(--_wash);
      box-shadow: inset 3px 0 currentColor;
    }
    :where([data-dialogue-words] :is([data-find], [data-chapter] [data-quiet], [data-find] [data-quiet])) {
      display: block;
    }
    :where([data-dialogue-words] [data-finds]) {
      margin-block-end: 0.9em;
    }
    :where([data-dialogue-words] [data-time]) {
      color: inherit;
      font-variant-numeric: tabular-nums;
      text-decoration: none;
    }
    :where([data-dialogue-words] [data-heading] a) {
      color: inherit;
      text-decoration-thickness: 1px;
    }
    :where([data-dialogue-words] [data-initials]) {
      position: relative;
      padding-inline-start: 4em;
    }
    /* The ground is there before the portrait, in its size. */
    :where([data-dialogue-words] [data-initials])::before,
    :where([data-dialogue-words] [data-initials] > img) {
      content: attr(data-initials);
      content: attr(data-initials) / '';
      position: absolute;
      inset-inline-start: 0;
      width: 3.2em;
      height: auto;
      aspect-ratio: 1;
      border-radius: 50% 50% 50% 12%;
      background: var(--dialogue-third-way, #f8deb8);
      color: var(--dialogue-third-way-ink, #1c1917);
      font-weight: 600;
      line-height: 3.2em;
      object-fit: cover;
      text-align: center;
    }
    :where([data-dialogue-words] :is([data-prompts='deck'], [data-chapters], [data-ways])) {
      gap: 0;
    }
    :where([data-dialogue-words] [data-prompt]) {
      font-size: var(--_prompt, 1.35em);
      text-wrap: balance;
    }
    :where(
      [data-dialogue-words]
        :is([data-prompts='list'], [data-people], [data-learnings], [data-part] > div, [data-part] > div > [data-stack])
    ) {
      gap: 2.4em;
    }
    :where([data-dialogue-words] [data-prompts] a) {
      display: inline-block;
      padding-block: 0.4em;
    }
    /* A link stays in its line, and is tall enough for a finger all the same. */
    :where([data-dialogue-words] [data-ways] :is(li, a)) {
      padding-block: 0.4em;
    }
    /* The list's own numbers, which a screen reader says as well. */
    :where([data-dialogue-words] [data-learnings]) {
      padding-inline-start: 2.8em;
      list-style: decimal;
    }
    :where([data-dialogue-words] [data-learnings] > li)::marker {
      font-size: 2.2em;
    }
    :where([data-dialogue-words] [data-learnings] > li > *) {
      margin-block: 0 0.6em;
    }
    :where([data-dialogue-words] [data-learnings] [data-line]) {
      gap: 1em;
      grid-template-columns: max-content 1fr;
    }
    :where([data-dialogue-words] [data-learnings] p [data-line]) {
      display: inline-block;
      padding: 0.7em 1.4em;
      border-radius: 2em;
      background: var(--_wash);
    }
    :where([data-dialogue-words] [data-lead]) {
      font-size: 1.25em;
    }
    :where([data-dialogue-words] [data-ways] [data-ways]) {
      padding-inline-start: 1.4em;
    }
    :where([data-dialogue-words] [data-part]) {
      padding-block-start: 4em;
    }
    :where([data-dialogue-words] [data-part] > [data-heading]) {
      margin-block-end: 0.9em;
      font-size: 1.9em;
    }
    :where([data-dialogue-words] [data-part] > div > [data-stack]) {
      padding-block-end: 2.4em;
    }
    :where([data-dialogue-words] [data-prompts='deck']) {
      touch-action: pan-y;
    }
    :where([data-dialogue-words] :is([data-stands], [data-ends])) {
      display: flex;
      flex-wrap: wrap;
      gap: 0.6em 2.4em;
    }
    /* The line comes between its words. */
    :where([data-dialogue-words='tension-line'] > section) {
      display: contents;
    }
    :where([data-dialogue-words] [data-stands]) {
      order: 1;
    }
    /* The names of the poles stand over the ends of their line. */
    :where([data-dialogue-words] [data-ends]) {
      flex-wrap: nowrap;
      max-width: 640px;
      justify-content: space-between;
    }
    :where([data-dialogue-words] [data-ends] > *) {
      min-width: 0;
    }
    :where([data-dialogue-words] [data-failure]) {
      padding: 0.6em 0.9em;
      border-inline-start: 5px solid;
      background: var(--_wash);
    }
    @media print {
      :where([data-dialogue-words] [data-cues]) {
        max-height: none;
        overflow: visible;
      }
      /* Where to hear it: after the page's own address, which browsers print, this leads to the moment. */
      :where([data-dialogue-words] :is([data-chapter]:first-child a, a:not([data-line], [data-time])))::after {
        content: ' (' attr(href) ')';
        grid-column: 2;
      }
      /* The whole deck is printed. Here alone we insist: the browser hides what is not on top. */
      [data-dialogue-words] [data-prompts='deck'] > [hidden] {
        display: grid !important;
        content-visibility: visible !important;
      }
      :where([data-dialogue-words] [data-prompts] > li) {
        padding-block: 1.4em;
        break-inside: avoid;
      }
      :where([data-dialogue-words] [data-line]) {
        break-inside: avoid;
      }
      :where([data-dialogue-words] [data-speaker]) {
        break-after: avoid;
      }
    }
  }
`;
