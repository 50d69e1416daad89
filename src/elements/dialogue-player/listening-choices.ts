import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import { pageListening, pageMemory } from '../../context/page-listening.js';
import { recordingOf } from '../../context/recording.js';
import type { Choice, Sleep } from '../../playback/listening.js';
import { say } from '../reading.js';
import type { OptionsView } from './more-options.js';

const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** How a person listens: when to stop, who is heard, what follows, what is remembered. */
export function listeningChoices(view: OptionsView): TemplateResult {
  const { dialogue, reading, voices } = view;
  const listening = pageListening();
  const memory = view.remember ? pageMemory() : null;
  const { bundle, phrases } = reading;
  const { key } = recordingOf(dialogue);
  const { narrated, speakers, isNarrator } = voices;
  const hearing = listening.choice;
  const options: (readonly [string, string, Choice['isWanted'] | null])[] = [['', phrases.everyone, null]];
  if (narrated) options.push(['narrator', phrases.withoutNarrator, (cue) => !isNarrator(cue)]);
  speakers.forEach((name, i) => options.push([`${i}`, phrases.only(name), ({ speaker }) => speaker === name]));
  const sleeps: readonly (readonly [Sleep, string])[] = [
    ['', phrases.never],
    ...(['15', '30'] as const).map((time) => [time, spokenTime(Number(time) * 60, phrases.language)] as const),
    ['chapter', phrases.chapterEnd],
    ['dialogue', phrases.dialogueEnd],
  ];
  const choose = (chosen: string): void => {
    const [name, , isWanted] = options.find(([value]) => value === chosen)!;
    listening.choice = isWanted && { key, name, isWanted };
    listening.redraw();
  };
  const goOn = (event: Event): void => {
    const order = bundle.dialogues.map((each) => ({ id: each.id, recording: recordingOf(each) }));
    listening.order = isOn(event) ? order : null;
    listening.redraw();
  };
  const forget = (event: Event): void => {
    memory!.forget();
    // The button goes, and a screen reader says here that nothing is remembered any more.
    const root = (event.target as Element).getRootNode() as ShadowRoot;
    root.querySelector<HTMLElement>('[part=remember]')!.focus();
    listening.redraw();
  };
  const remember = (event: Event): void => {
    if (!isOn(event)) return forget(event);
    memory!.keep();
    listening.redraw();
  };
  return html`${choice('sleep', [phrases.sleep, listening.sleep, sleeps], (value) => (listening.sleep = value as Sleep))}
  ${options[2] ? choice('who', [phrases.heard, hearing?.key === key ? hearing.name : '', options], choose) : nothing}
  ${tick('continuous', !!listening.order, phrases.goOn, goOn)}
  ${memory ? tick('remember', !!memory.kept, phrases.remember, remember) : nothing}
  ${
    memory?.kept
      ? html`<div part="kept">
          ${phrases.kept}
          <ul>
            ${bundle.dialogues.map((each) => {
              const place = memory.kept!.places[recordingOf(each).key];
              return place
                ? html`<li>${say(each.title, reading)} <span translate="no">${writeClock(place)}</span></li>`
                : nothing;
            })}
            <li>${phrases.speed} ${memory.kept.rate}×</li>
            <li>${phrases.volume} ${Math.round(memory.kept.volume * 100)}%</li>
          </ul>
          <button type="button" part="forget" @click=${forget}>${phrases.forget}</button>
        </div>`
      : nothing
  }`;
}

function choice(
  part: string,
  [name, value, options]: readonly [string, string, readonly (readonly [string, string, ...unknown[]])[]],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label
    >${name}
    <select
      part=${part}
      data-value=${value}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
    </select></label
  >`;
}

function tick(part: string, isTicked: boolean, words: string, change: (event: Event) => void): TemplateResult {
  return html`<label class="ticked"
    ><input type="checkbox" part=${part} .checked=${isTicked} @change=${change} />${words}</label
  >`;
}
