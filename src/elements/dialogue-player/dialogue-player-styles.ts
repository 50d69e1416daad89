import { css } from 'lit';

export const playerStyles = css`
  .line .lane {
    stroke-width: 3;
  }
  .line .heard {
    stroke: currentColor;
    stroke-width: 4;
  }
  [part='elapsed'],
  [part='total'] {
    padding-inline: 12px;
  }
  [part='total'] {
    grid-column: 2;
  }
  .row :is(button, select) {
    padding: 8px;
    background: none;
  }
  .row select {
    width: 72px;
    padding-inline: 4px;
  }
  .row svg {
    display: block;
    width: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='forward'] path {
    transform: matrix(-1, 0, 0, 1, 64, 0);
  }
  text {
    fill: currentColor;
    stroke: none;
    font-size: 22px;
    text-anchor: middle;
  }
  [part='volume'] {
    flex: 1 1 44px;
    min-width: 0;
    max-width: 88px;
  }
  [part='clip'][aria-disabled='true'] {
    visibility: hidden;
  }
  :host([data-layout='compact']) .machine {
    flex: 1 0 100%;
  }
  :host([data-layout='compact']) .line {
    flex: 1 0 calc(100% - 112px);
  }
`;
