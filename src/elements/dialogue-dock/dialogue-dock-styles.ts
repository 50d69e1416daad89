import { css } from 'lit';

export const dockStyles = css`
  :host {
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }
  /* Not before it has had something to play: a bundle that cannot be had is told in its place. */
  :host([data-position='sticky'][data-pair]) {
    position: sticky;
    bottom: 0;
    /* Above the play buttons of the page's players. */
    z-index: 2;
    padding: var(--_space) var(--_space) max(var(--_space), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    background: var(--dialogue-dock-ground, Canvas);
    color: var(--dialogue-dock-ink, CanvasText);
  }
  /* No box at all, not even for the gaps of a host's grid. */
  :host([data-state='waiting']:not([hidden])),
  :host([data-state='waiting']) slot {
    display: contents;
  }
  slot {
    flex: 1 1 200px;
  }
  slot ~ .machine {
    flex: 3 1 320px;
  }
  .line {
    display: flex;
    flex: 1 1 160px;
    align-items: center;
    gap: var(--_space);
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }
  input {
    flex: 1;
    min-width: 0;
    height: 44px;
    margin: 0;
    accent-color: var(--_a);
    cursor: pointer;
  }
  /* On a screen as low as this, or at 400%, the page itself is worth more. */
  @media (max-height: 320px) {
    :host([data-position='sticky'][data-pair]) {
      position: static;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
