import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { recordingOf } from '../../context/recording.js';
import type { Choice, Listening, Sleep } from '../../playback/listening.js';
import type { Memory } from '../../playback/memory.js';
import { keptList, tick } from '../keeping.js';
import type { Reading } from '../reading.js';
import type { QuestionsView } from './moment-prompts.js';
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
  readonly questions: QuestionsView;
}

/** What a person can do there beside the choices for the whole page. */
export interface OptionsActions {
  readonly copy: () => void;
  readonly remember: (isWanted: boolean) => void;
}

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
  const goOn = (isWanted: boolean): void => {
    const order = bundle.dialogues.map((each) => ({ id: each.id, recording: recordingOf(each) }));
    listening.order = isWanted ? order : null;
    listening.redraw();
  };
  return html`<details part="more">
    <summary>${phrases.more}</summary>
    <div class="options">
      ${sound}
      ${choice('sleep', [phrases.sleep, listening.sleep, sleeps], (value) => (listening.sleep = value as Sleep))}
      ${options[2] ? choice('who', [phrases.heard, hearing?.key === key ? hearing.name : '', options], choose) : nothing}
      ${tick('continuous', !!listening.order, phrases.goOn, goOn)} ${view.questions.option}
      ${memory ? tick('remember', !!memory.kept, phrases.remember, remember) : nothing}
      ${keptList(memory, reading, remember)}
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
