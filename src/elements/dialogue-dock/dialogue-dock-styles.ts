import { css } from 'lit';

export const dockStyles = css`
  :host {
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }
  :host([position='sticky']) {
    position: sticky;
    bottom: 0;
    /* Above the play buttons of the page's players. */
    z-index: 2;
    padding: var(--_space) calc(2 * var(--_space));
    padding-block-end: max(var(--_space), env(safe-area-inset-bottom));
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
  .stage {
    flex: none;
    width: 104px;
  }
  .play {
    width: 44px;
    height: 44px;
    padding: 9px;
  }
  .line {
    flex: 1 1 120px;
  }
  @media (max-width: 640px) {
    .stage {
      width: 44px;
    }
    .art {
      display: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
