import { html, nothing, type TemplateResult } from 'lit';

/** How a button is beside its words; what is left out, it is not. */
interface Manner {
  /** What it is called where it bears but a sign. */
  readonly label?: string;
  readonly isPressed?: boolean;
  /** There is nothing to be had from it now; it stays for the keyboard. */
  readonly isOff?: boolean;
}

/** A button and its words, or its sign. */
export function button(
  part: string,
  words: unknown,
  press: (event: Event) => void,
  { label, isPressed, isOff }: Manner = {},
): TemplateResult {
  return html`<button
    type="button"
    part=${part}
    aria-label=${label ?? nothing}
    aria-pressed=${isPressed ?? nothing}
    aria-disabled=${isOff ?? nothing}
    @click=${press}
  >
    ${words}
  </button>`;
}
