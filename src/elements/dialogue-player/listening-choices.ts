import { html, nothing, type TemplateResult } from 'lit';
import { spokenTime } from '../../bundle/clock.js';
import { pageListening, pageMemory } from '../../context/page-listening.js';
import { recordingOf } from '../../context/recording.js';
import type { Choice, Sleep } from '../../playback/listening.js';
import { keptList, tick } from '../keeping.js';
import type { OptionsView } from './more-options.js';

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
  const goOn = (isWanted: boolean): void => {
    const order = bundle.dialogues.map((each) => ({ id: each.id, recording: recordingOf(each) }));
    listening.order = isWanted ? order : null;
    listening.redraw();
  };
  const remember = (isWanted: boolean): void => {
    if (isWanted) memory!.keep();
    else memory!.forget();
    listening.redraw();
  };
  return html`${choice('sleep', [phrases.sleep, listening.sleep, sleeps], (value) => (listening.sleep = value as Sleep))}
  ${options[2] ? choice('who', [phrases.heard, hearing?.key === key ? hearing.name : '', options], choose) : nothing}
  ${tick('continuous', !!listening.order, phrases.goOn, goOn)} ${view.questions.option}
  ${memory ? tick('remember', !!memory.kept, phrases.remember, remember) : nothing}
  ${keptList(memory, reading, remember)}`;
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
