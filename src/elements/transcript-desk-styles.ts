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
    flex: 1 1 340px;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  input.tool {
    flex: 1 1 120px;
    min-width: 0;
    border-color: var(--_line);
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
    margin-block-start: calc(-2 * var(--_space));
    pointer-events: none;
  }
  @media not print {
    .bar {
      display: grid;
    }
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
