import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { recordingOf } from '../../context/recording.js';
import type { Choice, Listening, Sleep } from '../../playback/listening.js';
import type { Memory } from '../../playback/memory.js';
import { say, type Reading } from '../reading.js';
import type { Voices } from '../voices.js';

/** What stands behind More. */
export interface OptionsView {
  readonly dialogue: Dialogue;
  readonly reading: Reading;
  readonly voices: Voices;
  readonly listening: Listening;
  /** `null` where the page does not offer to remember. */
  readonly memory: Memory | null;
  readonly noDownload: boolean;
}

/** What a person can do there beside the choices for the whole page. */
export interface OptionsActions {
  readonly copy: () => void;
  readonly remember: (isWanted: boolean) => void;
}

const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** The quieter options of a player: when to stop, what follows, who is heard, a link, the sound file, what is kept. */
export function moreOptions(
  view: OptionsView,
  { copy, remember }: OptionsActions,
  sound: TemplateResult | typeof nothing,
): TemplateResult {
  const { dialogue, reading, voices, listening, memory } = view;
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
  return html`<details part="more">
    <summary>${phrases.more}</summary>
    <div class="options">
      ${sound}
      ${choice('sleep', [phrases.sleep, listening.sleep, sleeps], (value) => (listening.sleep = value as Sleep))}
      ${options[2] ? choice('who', [phrases.heard, hearing?.key === key ? hearing.name : '', options], choose) : nothing}
      ${tick('continuous', !!listening.order, phrases.goOn, goOn)}
      ${memory ? tick('remember', !!memory.kept, phrases.remember, (event) => remember(isOn(event))) : nothing}
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
              <button type="button" part="forget" @click=${() => remember(false)}>${phrases.forget}</button>
            </div>`
          : nothing
      }
      <button type="button" part="copy" @click=${copy}>${phrases.copyMoment}</button>
      ${
        view.noDownload
          ? nothing
          : html`<a class="tool" part="download" href=${dialogue.audio.sources[0].src} download>${phrases.download}</a>`
      }
    </div>
  </details>`;
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
