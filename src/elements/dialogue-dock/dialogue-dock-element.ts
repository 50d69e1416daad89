import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { recordingOf } from '../../context/recording.js';
import { composedParent } from '../../context/tree.js';
import { isOurs } from '../../context/moments.js';
import type { Recording } from '../../playback/voice.js';
import { machinery } from '../../styles/machinery.js';
import { DialogueElement } from '../dialogue-element.js';
import { playStage } from '../play-stage.js';
import type { Reading } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { placeControls, seekRange, STEP, stepButtons } from '../seek-controls.js';
import { dockStyles } from './dialogue-dock-styles.js';
import { dialogueDockWords } from './dialogue-dock-words.js';

/**
 * A small player for the dialogue that is in the page's voice, wherever the reader is: title, time, seek, play, back and
 * forward 15 seconds. The title leads back to the dialogue's own player. Until something is started, and for a dialogue
 * that its bundle does not hold, it takes no room.
 *
 * With `position="sticky"` it stays at the lower edge while its place in the page is further down: put it last. What gets
 * the focus behind it is scrolled free.
 *
 * @summary Plays on whatever was started elsewhere in the page.
 * @tagname dialogue-dock
 * @slot - Shown until something plays, and when it has failed. Best left empty.
 * @csspart base - All of the machinery.
 * @csspart stage - The picture with the play button.
 * @csspart art - The picture.
 * @csspart play - The play button.
 * @csspart back - Back 15 seconds.
 * @csspart forward - Forward 15 seconds.
 * @csspart elapsed - The time that has passed.
 * @csspart seek - The native range of the seek bar.
 * @csspart total - The whole time.
 * @csspart retry - The Retry button.
 * @cssproperty --dialogue-dock-ground - What lies behind a sticky dock; opaque.
 * @cssproperty --dialogue-dock-ink - The text on a sticky dock.
 */
export class DialogueDockElement extends DialogueElement {
  static override styles = [...machinery, dockStyles];

  static override properties: PropertyDeclarations = { position: {} };

  /** `flow`: where it stands; `sticky`: at the lower edge of what is seen, until the reader comes to where it stands. */
  position: 'flow' | 'sticky' = 'flow';

  constructor() {
    super();
    // Before the press counts as one on a moment, which would play it again.
    this.addEventListener('click', this.#lead, true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('focusin', this.#uncover);
    this.tellPresence();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('focusin', this.#uncover);
    this.tellPresence();
  }

  protected override get isPlayable(): boolean {
    return true;
  }

  /** What is in the voice, if this bundle holds it. */
  protected override look({ bundle }: Reading): Dialogue | string {
    return bundle.dialogues.find((dialogue) => recordingOf(dialogue).key === this.voice.dialogue) ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    // At most once a second: the dialogue may be another, and the link in the words leads to the moment.
    this.reword();
    this.dataset['position'] = this.position;
    this.dataset['layout'] = 'compact';
    super.willUpdate(changed);
  }

  protected override turnTo(recording: Recording): void {
    super.turnTo(recording);
    this.tellPresence();
    void this.updateComplete.then(() => {
      // What troubles this dialogue was not asked for yet.
      this.requestUpdate();
      // Whoever has just pressed play stands on a button that may be behind us now.
      this.#uncover();
    });
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return dialogueDockWords(dialogue, { time: Math.floor(this.facts.currentTime), trouble: this.trouble }, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { facts } = this;
    const { phrases } = reading;
    const { currentTime, duration } = facts;
    const view = { dialogue, reading, facts };
    return html`<slot name="words"></slot>
      <div class="machine" part="base" role="group" aria-label=${phrases.listening} lang=${phrases.language}>
        ${playStage(view, this.toggle)}
        ${stepButtons(
          view,
          (step) => this.#seek(this.facts.currentTime + step),
          (step) => `${step < 0 ? '−' : '+'}${STEP}`,
        )}
        <div class="line">
          <span part="elapsed" translate="no">${writeClock(currentTime)}</span>
          ${seekRange(view, this.#seek)}
          <span part="total" translate="no">${duration ? writeClock(duration) : nothing}</span>
        </div>
        ${this.broken || facts.hanging ? retryButton(phrases, this.tryAgain) : nothing}
      </div>`;
  }

  protected override updated(): void {
    placeControls(this.renderRoot);
  }

  /** The second, not the time. */
  protected override slice(): string {
    return `${this.voice.dialogue} ${Math.floor(this.facts.currentTime)} ${super.slice() as string}`;
  }

  readonly #seek = (seconds: number) => {
    this.voice.seek(this.recording, seconds);
    // A seek that is not possible changes nothing, and the seek bar must go back.
    this.requestUpdate();
  };

  /** Leads to what shows the dialogue in this page; where nothing does, or in another tab, the link is a link. */
  readonly #lead = (event: MouseEvent) => {
    if (!isOurs(event) || !(event.target as Element).closest('[data-heard]')) return;
    // Of all players, the one that is in the voice has an address of its sound.
    const player = [...document.querySelectorAll('dialogue-player')].find(({ currentSrc }) => currentSrc);
    const place = player ?? document.querySelector(`[dialogue="${this.subject!.id}"]`);
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView();
  };

  /** Scrolls what has the focus out from behind a sticky dock, by as much as is needed. */
  readonly #uncover = () => {
    if (this.position !== 'sticky' || !this.subject) return;
    for (let box = composedParent(this); box; box = composedParent(box)) box.scrollTop += this.#covered();
  };

  /** How much of what has the focus is behind the dock, in pixels. */
  #covered(): number {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    // Only for those who go by keyboard: under a pointer nothing shall move.
    if (!focused?.matches(':focus-visible') || this.contains(document.activeElement)) return 0;
    const dock = this.getBoundingClientRect();
    const { top, bottom } = focused.getBoundingClientRect();
    // Of what is higher than the room above us, the beginning stays in sight.
    return top < dock.bottom ? Math.max(0, Math.min(bottom - dock.top, top)) : 0;
  }
}
