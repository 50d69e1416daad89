import { css } from 'lit';

export const teamSessionStyles = css`
  :host(:fullscreen) {
    box-sizing: border-box;
    padding: 2vmin 4vmin;
    overflow: auto;
    background: var(--team-session-ground, var(--_ground));
    align-content: space-evenly;
  }
  :host::backdrop {
    background: Canvas;
  }
  /* To be read across a room. */
  .above + slot {
    flex: 1 0 100%;
    container-type: inline-size;
  }
  .above + ::slotted(*) {
    --_prompt: 1.9em;
    font-size: clamp(1em, 2.3cqi, 2em);
  }
  .above .art {
    max-height: 14vh;
  }
  [part='timer'] {
    flex: 1;
    font-variant-numeric: tabular-nums;
    font-size: clamp(1em, 2.5vw, 2em);
    text-align: end;
  }
  [part='begin'],
  [part='next'] {
    background: var(--dialogue-play, #fffaf0);
    color: var(--dialogue-play-ink, #1c1917);
    border-color: currentColor;
    font-weight: 600;
  }
  .row {
    flex-wrap: nowrap;
  }
  [type='number'] {
    width: 72px;
  }
`;
