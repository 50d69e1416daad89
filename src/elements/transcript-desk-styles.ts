import { css } from 'lit';

export const deskStyles = css`
  .tools {
    flex: 1 0 100%;
  }
  .tools:empty {
    display: none;
  }
  .find {
    display: flex;
    flex: 1 1 280px;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  [type='search'],
  [readonly] {
    box-sizing: border-box;
    flex: 1 1 120px;
    min-width: 0;
    min-height: 44px;
    margin: 0;
    padding: 0 12px;
    border: 1px solid var(--_line);
    border-radius: var(--dialogue-radius, 22px);
    background: none;
    color: inherit;
    font: inherit;
    appearance: auto;
    cursor: auto;
  }
  [data-off='true'] {
    visibility: hidden;
  }
  .count {
    min-width: 6em;
  }
  /* Both in one place, which is kept free for them: nothing moves when they come. */
  .bar {
    position: sticky;
    bottom: 0;
    display: grid;
    pointer-events: none;
  }
  .bar > * {
    display: flex;
    grid-area: 1 / 1;
    flex-wrap: wrap;
    gap: var(--_space);
    justify-self: start;
    border-radius: var(--dialogue-radius, 22px);
    background: Canvas;
    color: CanvasText;
    pointer-events: auto;
  }
`;
