import { html, type TemplateResult } from 'lit';
import { spokenTime } from '../bundle/clock.js';
import { button } from './button.js';
import type { StageView } from './play-stage.js';

/** Seconds that Back and Forward move by. */
export const STEP = 15;

type Seek = (seconds: number) => void;

/** The native range of a seek bar, with its place in words. */
export function seekRange({ facts, reading: { phrases } }: StageView, seek: Seek): TemplateResult {
  const { currentTime } = facts;
  const duration = facts.duration || 0;
  const spoken = spokenTime(currentTime, phrases.language);
  const move = numberFrom(seek);
  return html`<input
    type="range"
    part="seek"
    max=${Math.ceil(duration)}
    aria-label=${phrases.seek}
    aria-valuetext=${duration ? phrases.place(spoken, spokenTime(duration, phrases.language)) : spoken}
    aria-disabled=${!facts.canSeek}
    data-value=${Math.floor(currentTime)}
    @input=${move}
    @change=${move}
  />`;
}

/** Back and Forward. */
export function stepButtons(
  { reading: { phrases } }: StageView,
  moveBy: Seek,
  label: (step: number) => TemplateResult | string,
): TemplateResult[] {
  return [
    button('back', label(-STEP), () => moveBy(-STEP), { label: phrases.back(STEP) }),
    button('forward', label(STEP), () => moveBy(STEP), { label: phrases.forward(STEP) }),
  ];
}

/** Puts ranges and selects where the facts are: not by Lit, which does not know that a person has moved them. */
export function placeControls(root: ParentNode): void {
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-value]')) {
    control.value = control.dataset['value']!;
  }
}

/** Hears a range or a select, and hands on what it says as a number; a press of another button of the mouse says nothing. */
export function numberFrom(set: (value: number) => void): (event: Event) => void {
  return (event) => {
    if (!(event as PointerEvent).button) set(Number((event.target as HTMLInputElement).value));
  };
}
