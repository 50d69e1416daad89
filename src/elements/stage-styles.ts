import { css } from 'lit';

/** The picture of a tension, with the play button where its two forms overlap. */
export const stage = css`
  .stage {
    position: relative;
    display: grid;
    place-items: center;
  }
  .art {
    width: 100%;
    height: auto;
    max-height: 264px;
  }
  .art .a {
    fill: var(--_a);
    fill-opacity: 0.72;
  }
  .art .b {
    fill: var(--_b);
    fill-opacity: 0.72;
  }
  .art .third {
    fill: var(--_third);
    fill-opacity: 0.72;
  }
  .play {
    position: absolute;
    display: grid;
    width: 72px;
    height: 72px;
    padding: 4px;
    border: 0;
    border-radius: 50%;
    background: none;
    place-items: center;
  }
  .play svg {
    width: 64px;
    height: 64px;
    transition: transform 0.15s ease-out;
  }
  .play:hover svg {
    transform: scale(1.06);
  }
  .play.waiting svg {
    opacity: 0.6;
  }
  @media (prefers-reduced-motion: reduce) {
    .play svg {
      transition: none;
    }
  }
`;
