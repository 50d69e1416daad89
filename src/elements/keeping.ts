import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../bundle/clock.js';
import { recordingOf } from '../context/recording.js';
import type { Memory } from '../playback/memory.js';
import { button } from './button.js';
import { say, type Reading } from './reading.js';

type Remember = (isWanted: boolean) => void;

/** A checkbox and its words. */
export function tick(part: string, isTicked: boolean, words: string, change: (isOn: boolean) => void): TemplateResult {
  return html`<label class="ticked"
    ><input
      type="checkbox"
      part=${part}
      .checked=${isTicked}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />${words}</label
  >`;
}

/** A field for a private note. */
export function noteField(title: unknown, text: string, write: (text: string) => void): TemplateResult {
  return html`<label
    >${title}<textarea
      class="tool"
      part="note"
      data-value=${text}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
}

/** All that is kept on the device, and the button that has it forgotten. */
export function keptList(memory: Memory | null, reading: Reading, remember: Remember): TemplateResult | typeof nothing {
  const { bundle, phrases } = reading;
  const kept = memory?.kept;
  if (!kept) return nothing;
  const written = Object.values(kept.jots ?? {}).filter(Boolean).length;
  return html`<div part="kept">
    ${phrases.kept}
    <ul>
      ${bundle.dialogues.map((each) => {
        const place = kept.places[recordingOf(each).key];
        return place
          ? html`<li>${say(each.title, reading)} <span translate="no">${writeClock(place)}</span></li>`
          : nothing;
      })}
      <li>${phrases.speed} ${kept.rate}×</li>
      <li>${phrases.volume} ${Math.round(kept.volume * 100)}%</li>
      ${written ? html`<li>${phrases.notes}: ${written}</li>` : nothing}
    </ul>
    ${button('forget', phrases.forget, (event) => {
      // The button goes, and a screen reader says here that nothing is kept any more.
      const root = (event.target as Element).getRootNode() as ShadowRoot;
      root.querySelector<HTMLElement>('[part=remember]')!.focus();
      remember(false);
    })}
  </div>`;
}

/** Where a person's notes are; and, where the page offers it, the choice to keep them on the device. */
export function keepingOptions(memory: Memory | null, reading: Reading, remember: Remember): TemplateResult {
  const { phrases } = reading;
  const isKept = !!memory?.kept?.jots;
  return html`${isKept ? nothing : html`<span part="where">${phrases.notesHere}</span>`}
  ${memory ? tick('remember', isKept, phrases.keepNotes, remember) : nothing} ${keptList(memory, reading, remember)}`;
}
