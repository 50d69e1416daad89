import { css } from 'lit';

export const teamSessionStyles = css`
  :host(:fullscreen) {
    box-sizing: border-box;
    padding: 4vmin;
    overflow: auto;
    background: var(--team-session-ground, var(--_ground, Canvas));
    align-content: space-evenly;
  }
  /* The question is as large as there is room for it. */
  .above + slot {
    flex: 1 0 100%;
    container-type: inline-size;
  }
  .above {
    display: grid;
    flex: 1 0 100%;
    grid-template-columns: 1fr minmax(40%, 400px) 1fr;
    font-variant-numeric: tabular-nums;
  }
  .above .art {
    max-height: 22vh;
  }
  [part='timer'] {
    text-align: end;
  }
  [part='begin'],
  [part='next'] {
    background: var(--dialogue-play, #fffaf0);
    color: var(--dialogue-play-ink, #1c1917);
  }
  [part='notes'],
  label,
  textarea {
    width: 100%;
  }
  textarea {
    min-height: 96px;
  }
  .options .row {
    gap: var(--_space);
  }
  .row span {
    flex: 1;
  }
  [type='number'] {
    width: 72px;
  }
`;
