import { css } from 'lit';

/**
 * The style of our words in the light DOM. It stands in a layer and in `:where()`, so that any rule of the host wins;
 * it takes the host's type and colour, and reaches nothing but our own box.
 */
export const wordsSheet = css`
  @layer living-well-dialogues {
    :where([data-dialogue-words]) {
      --_a: var(--dialogue-pole-a, #b9552f);
      --_b: var(--dialogue-pole-b, #2a7f86);
      --_third: var(--dialogue-third-way, #8560a8);
      --_line: var(--dialogue-line, color-mix(in srgb, currentColor 24%, transparent));
      --_wash: var(--dialogue-wash, color-mix(in srgb, currentColor 6%, transparent));
      overflow-wrap: break-word;
    }
    :where([data-dialogue-words] :is([data-heading], p, dl, dd, ol, ul)) {
      margin: 0;
      padding: 0;
    }
    :where([data-dialogue-words] :is(p, dd)) {
      max-width: 68ch;
    }
    :where([data-dialogue-words] [data-stack]) {
      display: grid;
      gap: 0.6em;
      grid-template-columns: minmax(0, 1fr);
    }
    :where([data-dialogue-words] [data-quiet]) {
      font-size: 0.875em;
      opacity: 0.85;
    }
    :where([data-dialogue-words] a:focus-visible, [data-dialogue-words] summary:focus-visible) {
      outline: 3px solid var(--dialogue-focus, currentColor);
      outline-offset: 2px;
    }
    :where([data-dialogue-words] summary) {
      padding-block: 0.6em;
      font-weight: 600;
      cursor: pointer;
    }

    :where([data-dialogue-words] [data-poles]) {
      display: grid;
      gap: 1.2em;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
      margin-block: 0.6em;
    }
    :where([data-dialogue-words] [data-pole]) {
      padding-inline-start: 0.9em;
      border-inline-start: 5px solid var(--_a);
    }
    :where([data-dialogue-words] [data-pole='b']) {
      border-inline-start-style: double;
      border-inline-start-color: var(--_b);
    }
    :where([data-dialogue-words] [data-pole='third']) {
      grid-column: 1 / -1;
      border-inline-start-style: dotted;
      border-inline-start-color: var(--_third);
    }
    :where([data-dialogue-words] dt) {
      font-weight: 600;
    }

    :where([data-dialogue-words] [data-chapters]) {
      list-style: none;
    }
    :where([data-dialogue-words] [data-chapters] a) {
      display: grid;
      grid-template-columns: 3.6em 1fr;
      align-items: baseline;
      padding: 0.55em 0.5em;
      border-radius: 0.4em;
      color: inherit;
      text-decoration: none;
    }
    :where([data-dialogue-words] :is([data-chapters] a, [data-cue]):hover) {
      background: var(--_wash);
    }
    :where([data-dialogue-words] [aria-current='true']) {
      background: var(--_wash);
      box-shadow: inset 3px 0 0 currentColor;
    }
    :where([data-dialogue-words] [data-chapters] [aria-current='true']) {
      font-weight: 600;
    }

    :where([data-dialogue-words] [data-cues]) {
      max-height: 24em;
      padding-block: 0.3em;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    :where([data-dialogue-words] [data-speaker]) {
      padding: 0.9em 0.5em 0.2em;
      font-weight: 600;
    }
    :where([data-dialogue-words] [data-cue]) {
      display: grid;
      grid-template-columns: 3.6em 1fr;
      align-items: baseline;
      padding: 0.35em 0.5em;
      border-radius: 0.4em;
      cursor: pointer;
    }
    :where([data-dialogue-words] [data-time]) {
      color: inherit;
      font-size: 0.875em;
      font-variant-numeric: tabular-nums;
      text-decoration: none;
    }
    :where([data-dialogue-words] [data-cue] a:hover) {
      text-decoration: underline;
    }

    :where([data-dialogue-words] [data-people], [data-dialogue-words] [data-prompts]) {
      display: grid;
      gap: 1.6em 2em;
      list-style: none;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    }
    :where([data-dialogue-words] [data-person]) {
      display: grid;
      gap: 0 0.9em;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
    }
    :where([data-dialogue-words] [data-person] > :not([data-heading], [data-role])) {
      grid-column: 1 / -1;
    }
    :where([data-dialogue-words] [data-person])::before {
      content: attr(data-initials) / '';
      display: grid;
      place-content: center;
      grid-row: span 2;
      width: 3.2em;
      height: 3.2em;
      border-radius: 50% 50% 50% 12%;
      background: color-mix(in srgb, var(--_a) 18%, transparent);
      font-weight: 600;
    }
    :where([data-dialogue-words] [data-person]:nth-child(even))::before {
      border-radius: 12% 50% 50% 50%;
      background: color-mix(in srgb, var(--_b) 18%, transparent);
    }

    :where([data-dialogue-words] [data-prompts]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :where([data-dialogue-words] [data-prompts='deck']) {
      gap: 0;
    }
    :where([data-dialogue-words] [data-prompt]) {
      font-size: 1.35em;
      text-wrap: balance;
    }
    :where([data-dialogue-words='prompt-deck'] [data-hint]) {
      margin-block: 0.6em;
    }

    @media print {
      :where([data-dialogue-words] [data-cues]) {
        max-height: none;
        overflow: visible;
      }
    }
  }
`.cssText;
