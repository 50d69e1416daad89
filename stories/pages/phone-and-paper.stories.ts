import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-dock/dialogue-dock.js';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-list/tension-list.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/Phone and paper',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  globals: { language: 'en-GB' },
};

export default meta;

/** In a hand, at 320 pixels: one column, and a dock that stays in sight once something plays. */
export const Phone: StoryObj = {
  globals: { width: 'phone' },
  render: () => html`
    <h1>On the way to work</h1>
    <dialogue-bundle src=${builtIn}>
      <dialogue-player dialogue="introduction" layout="compact" no-transcript
        >${fallback('introduction')}</dialogue-player
      >
      <tension-list></tension-list>
      <dialogue-dock position="sticky"></dialogue-dock>
    </dialogue-bundle>
  `,
};

/**
 * A sheet for a meeting. On paper the buttons go, the addresses of links are written out, and each question is a card of its
 * own to cut out.
 */
export const Paper: StoryObj = {
  globals: { color: 'light' },
  render: () => html`
    <style>
      .sheet {
        max-width: 44rem;
      }
      .sheet > button {
        margin-block-end: 2rem;
      }
      @media print {
        .sheet > button {
          display: none;
        }
      }
    </style>
    <div class="sheet">
      <h1>For Thursday’s meeting</h1>
      <button type="button" @click=${() => print()}>Print this page</button>
      <dialogue-bundle src=${builtIn}>
        <prompt-deck dialogue="whose-risk-is-it-anyway" layout="list"></prompt-deck>
        <dialogue-player dialogue="whose-risk-is-it-anyway">${fallback()}</dialogue-player>
      </dialogue-bundle>
    </div>
  `,
};
