import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/participant-list/participant-list.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/WordPress theme',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
  globals: { color: 'light', language: 'en-GB' },
};

export default meta;

/**
 * An old theme that styles every button, list and picture on its page, with `!important` where it pleases. Our machinery is
 * out of its reach. Our words are within it, on purpose: they look like the rest of the post.
 */
export const WordPressTheme: StoryObj = {
  name: 'WordPress theme',
  render: () => html`
    <style>
      .theme {
        background: #fff;
        color: #3a3a3a;
        font:
          17px/1.7 'Trebuchet MS',
          sans-serif;
      }
      .theme .entry-content {
        max-width: 740px;
        margin: 0 auto;
        padding: 2em 1em 4em;
      }
      .theme button,
      .theme input,
      .theme select {
        float: right;
        width: 100% !important;
        padding: 2em !important;
        background: #c0392b !important;
        color: #fff !important;
        text-transform: uppercase !important;
      }
      .theme svg,
      .theme img {
        max-width: 40px !important;
        float: left;
      }
      .theme ul {
        list-style: square;
      }
      .theme :is(h1, h2, h3) {
        color: #8e2418;
        font-family: Georgia, serif;
        line-height: 1.25;
      }
      .theme a {
        color: #a93226;
        border-bottom: 1px dotted;
        text-decoration: none;
      }
      .theme p {
        margin-block-end: 1.4em;
      }
    </style>
    <div class="theme">
      <article class="entry-content">
        <h1>A month of listening</h1>
        <p>Our reading group has become a listening group. This is what we began with:</p>
        <dialogue-bundle src=${builtIn}>
          <tension-card dialogue="what-do-we-value">${fallback('what-do-we-value')}</tension-card>
          <dialogue-player dialogue="what-do-we-value" layout="compact"
            >${fallback('what-do-we-value')}</dialogue-player
          >
          <prompt-deck dialogue="what-do-we-value"></prompt-deck>
          <participant-list dialogue="what-do-we-value"></participant-list>
        </dialogue-bundle>
      </article>
    </div>
  `,
};
