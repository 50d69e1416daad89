import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/series-section/series-section.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/NHS intranet',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
  globals: { color: 'light', language: 'en-GB' },
};

export default meta;

/**
 * A trust's intranet: blue header, a column of links, the NHS theme. Such pages run under a strict policy, so nothing in
 * our elements needs an inline style, an inline script or another host.
 */
export const NHSIntranet: StoryObj = {
  name: 'NHS intranet',
  render: () => html`
    <link rel="stylesheet" href="dist/themes/nhs.css" />
    <style>
      .trust {
        background: #f0f4f5;
        color: #212b32;
        font:
          1.1875rem/1.5 Arial,
          sans-serif;
      }
      .trust header {
        padding: 1rem clamp(1rem, 4vw, 3rem);
        background: #005eb8;
        color: #fff;
        font-weight: 700;
      }
      .trust .columns {
        display: grid;
        gap: 2rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        max-width: 70rem;
        margin: 0 auto;
        padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
      }
      .trust main {
        grid-column: span 2;
        min-width: 0;
        padding: clamp(1rem, 3vw, 2rem);
        background: #fff;
      }
      @media (max-width: 45rem) {
        .trust main {
          grid-column: auto;
        }
      }
      .trust a {
        color: #005eb8;
      }
      .trust nav li {
        padding-block: 0.4rem;
      }
      .trust nav ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .trust :is(dialogue-player, prompt-deck, series-section) {
        margin-block: 2rem;
      }
    </style>
    <div class="trust">
      <header>Northvale Partnership: staff pages</header>
      <div class="columns">
        <nav aria-label="In this section">
          <ul>
            <li><a href="#supervision">Supervision</a></li>
            <li><a href="#reflective">Reflective practice</a></li>
            <li><a href="#library">Library</a></li>
          </ul>
        </nav>
        <main>
          <h1>Reflective practice in May</h1>
          <p>Please listen before Thursday. It takes two minutes, and the words are below if you cannot have sound.</p>
          <dialogue-bundle src=${builtIn}>
            <dialogue-player dialogue="whose-risk-is-it-anyway">${fallback()}</dialogue-player>
            <prompt-deck dialogue="whose-risk-is-it-anyway" layout="list"></prompt-deck>
            <series-section section="help"></series-section>
          </dialogue-bundle>
        </main>
      </div>
    </div>
  `,
};
