import { css } from 'lit';

export const deskStyles = css`
  .tools {
    flex: 1 0 100%;
  }
  .tools:empty {
    display: none;
  }
  .find {
    display: grid;
    flex: 1 1 140px;
    gap: 4px;
    min-width: 0;
    max-width: 24em;
    padding-inline-start: 8px;
  }
  .find ~ button {
    align-self: end;
    background: none;
  }
  input.tool {
    width: 100%;
    min-width: 0;
    border-color: var(--_line);
    background: none;
    cursor: auto;
  }
  :is([part='download-words'], [part='print-words']) {
    padding-inline: 8px;
    text-decoration: underline;
  }
  [data-off='true'] {
    visibility: hidden;
  }
  /* Both in one place, which is kept free for them: nothing moves when they come. */
  .bar {
    position: sticky;
    bottom: 0;
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
