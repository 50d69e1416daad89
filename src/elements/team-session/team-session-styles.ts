import { css } from 'lit';

export const teamSessionStyles = css`
  :host(:fullscreen) {
    box-sizing: border-box;
    padding: 4vmin;
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
    font-size: clamp(1em, 3.3cqi, 3em);
  }
  .above {
    display: grid;
    flex: 1 0 100%;
    grid-template-columns: 1fr minmax(40%, 400px) 1fr;
  }
  .above .art {
    max-height: 22vh;
  }
  [part='timer'] {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [part='begin'],
  [part='next'] {
    background: var(--dialogue-play, #fffaf0);
    color: var(--dialogue-play-ink, #1c1917);
  }
  .options,
  label,
  textarea {
    width: 100%;
  }
  textarea {
    min-height: 96px;
  }
  .row {
    flex-wrap: nowrap;
  }
  [type='number'] {
    width: 72px;
  }
`;
