import { html, nothing, svg, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { Jottings } from '../../context/jottings.js';
import { recordingOf } from '../../context/recording.js';
import { machinery } from '../../styles/machinery.js';
import { button } from '../button.js';
import { controlsStyles } from '../controls-styles.js';
import { DialogueElement, tensionOrWhy } from '../dialogue-element.js';
import { keepingOptions } from '../keeping.js';
import { pairOf } from '../pair-of.js';
import { pairArt } from '../play-stage.js';
import { plain, type Reading } from '../reading.js';
import { numberFrom, placeControls } from '../seek-controls.js';
import { readPlaces, writePlaces, type Places, type Stage } from './places.js';
import { TensionLineChangedEvent } from './tension-line-events.js';
import { tensionLineStyles } from './tension-line-styles.js';
import { standing, tensionLineWords } from './tension-line-words.js';

const stages: readonly Stage[] = ['before', 'after'];

/**
 * The line between the two poles of a tension. A person places themselves on it before listening and again afterwards, and
 * sees both, and the way between. There is no score, and no right answer.
 *
 * With `team` it holds a dot for each person in a room: somebody presses on the line, or moves the mark and presses Add.
 *
 * Places live as long as the page does; only with `remember`, and after a person's own press, they are kept on the device.
 * They go nowhere else, but the page itself can read them: in `places`, and in the words.
 *
 * @summary Place yourself between two poles, before and after listening.
 * @tagname tension-line
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @fires {TensionLineChangedEvent} tension-line-changed - A person has placed somebody, or taken a place back.
 * @csspart base - All of the machinery.
 * @csspart before - The button that turns to the place before listening.
 * @csspart after - The button that turns to the place after listening.
 * @csspart line - The picture with the native range over it.
 * @csspart place - The native range.
 * @csspart add - Places one more person of a team.
 * @csspart undo - Takes the last place back, or brings back those that were cleared.
 * @csspart clear - Takes all places of this stage back.
 * @csspart where - Where the places are kept.
 * @csspart remember - The checkbox that has the places kept on this device.
 * @csspart kept - What is kept.
 * @csspart forget - The button that has all of it forgotten.
 */
export class TensionLineElement extends DialogueElement {
  static override styles = [...machinery, controlsStyles, tensionLineStyles];

  static override properties: PropertyDeclarations = {
    team: { type: Boolean },
    stage: {},
    remember: { type: Boolean },
  };

  /** Holds a dot for each person in a room, instead of one person's own place. */
  team = false;

  /**
   * Offers to keep the places on this device. Nothing is kept before a person asks for it there, and a person can have all
   * of it forgotten.
   */
  remember = false;

  /**
   * `before`, `after`: asks for the places of this stage alone, as a step of a meeting does. What is around it then says
   * where they are kept.
   */
  stage: Stage | '' = '';

  readonly #jottings = new Jottings(this);
  /** Whether the places are asked for that people take before listening, or after. */
  #chosen: Stage = 'before';
  /** Where the mark of a team lies, before it is added. */
  #mark = 0;
  /** The places of a team as they were before they were cleared. */
  readonly #cleared: { [stage in Stage]?: readonly number[] } = {};

  /**
   * Where people stand before listening, and after: a number for each person, from -100 for the first pole to 100 for the
   * second. Without `team` there is one at most.
   */
  get places(): Places {
    return readPlaces(this.#jottings.of(this.#name));
  }

  protected override look(reading: Reading): Dialogue | string {
    return tensionOrWhy(this.dialogue, reading);
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return tensionLineWords(dialogue, this.places, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { team, places } = this;
    const { phrases } = reading;
    const { memory, remember } = this.#jottings;
    const { poles } = dialogue.tension!;
    const stage = this.#stage;
    const own = places[stage];
    const mark = team ? this.#mark : (own[0] ?? 0);
    const titles = { before: phrases.beforeListening, after: phrases.afterListening };
    const move = numberFrom((place) => this.#move(place));
    const clear = () => {
      if (own.length) this.#cleared[stage] = own;
      this.#set([]);
    };
    return html`<slot name="words"></slot>
      <div
        class="machine"
        part="base"
        role="group"
        aria-label=${plain(dialogue.title, reading)}
        lang=${phrases.language}
      >
        ${
          this.stage
            ? nothing
            : stages.map((each) =>
                button(each, titles[each], () => this.#turn(each), {
                  isPressed: each === stage,
                  isOff: each === 'after' && !places.before.length,
                }),
              )
        }
        <div class="line" part="line">
          ${pairArt(pairOf(reading.bundle, dialogue))}
          <svg viewBox="-100 -72 200 144" preserveAspectRatio="none" aria-hidden="true">
            ${picture(places, team).map(([kind, path]) => svg`<path class=${kind} d=${path}></path>`)}
          </svg>
          <input
            type="range"
            part="place"
            min="-100"
            step="5"
            aria-label=${`${titles[stage]}: ${poles.map(({ label }) => plain(label, reading)).join(' – ')}`}
            aria-valuetext=${standing(team ? [mark] : own, dialogue.tension!, reading)}
            data-value=${mark}
            @input=${move}
            @change=${move}
            @pointerup=${numberFrom((place) => this.#put(place))}
          />
        </div>
        ${team ? button('add', phrases.addPerson, () => this.#put(this.#mark)) : nothing}
        ${button('undo', phrases.undoLast, () => this.#set(own.length ? own.slice(0, -1) : (this.#cleared[stage] ?? [])))}
        ${team ? button('clear', phrases.clearAll, clear) : nothing}
        ${this.stage ? nothing : html`<div class="options">${keepingOptions(memory, reading, remember)}</div>`}
      </div>`;
  }

  protected override updated(): void {
    placeControls(this.renderRoot);
  }

  /** What the places are kept under. */
  get #name(): string {
    return `${this.subject ? recordingOf(this.subject).key : ''} ${this.team ? 'team' : 'line'}`;
  }

  get #stage(): Stage {
    // First comes the place before.
    const stage = this.stage || (this.places.before.length && this.#chosen);
    return stage === 'after' ? stage : 'before';
  }

  #turn(stage: Stage): void {
    if (this.places.before.length) this.#chosen = stage;
    this.requestUpdate();
  }

  /** The mark goes where a person moves it: that is their place, or it is not yet anybody's of a team. */
  #move(place: number): void {
    if (!this.team) return this.#put(place);
    this.#mark = place;
    this.requestUpdate();
  }

  #put(place: number): void {
    this.#set(this.team ? [...this.places[this.#stage], place] : [place]);
  }

  #set(own: readonly number[]): void {
    const { places } = this;
    const now = { ...places, [this.#stage]: own };
    if (places[this.#stage].join() === own.join()) return;
    this.#jottings.jot(this.#name, writePlaces(now));
    this.reword();
    // A native range says itself where it is.
    if (this.team || !own.length) {
      announce(standing(own, this.subject!.tension!, this.reading!), this.phrases.language);
    }
    this.dispatchEvent(new TensionLineChangedEvent(now));
  }
}

/** The line, the places before above it, those after below it; and for one person the way between. */
function picture({ before, after }: Places, team: boolean): readonly (readonly [kind: string, path: string])[] {
  const isWay = !team && before.length && after.length;
  return [
    ['', 'M-100 0H100M-100-8V8M100-8V8M0-4V4'],
    ['way', isWay ? `M${before[0]!} 0H${after[0]!}` : ''],
    ['bead', dots(before, -1) + dots(after, 1)],
    // A ring is before, and a full dot is after: shape says so, too.
    ['bead heart', dots(before, -1)],
  ];
}

/** A dot for each place; those of the same place are stacked. */
function dots(places: readonly number[], side: number): string {
  const stacks: Record<number, number> = {};
  const heights = places.map((place) => (stacks[place] = (stacks[place] ?? 0) + 1));
  const gap = Math.min(12, 64 / Math.max(...heights));
  return places.map((place, i) => `M${place} ${side * gap * heights[i]!}h0`).join('');
}
