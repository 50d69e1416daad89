import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/dialogue-transcript/dialogue-transcript.js';
import '../../src/elements/participant-card/participant-card.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/Dark magazine',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
  globals: { color: 'dark', language: 'en-GB' },
};

export default meta;

export const DarkMagazine: StoryObj = {
  name: 'Dark magazine',
  render: () => html`
    <style>
      .magazine {
        --dialogue-pole-a: #ff9d6e;
        --dialogue-pole-b: #6fd0d8;
        --dialogue-third-way: #cfaef0;
        --dialogue-radius: 0;
        background: #101014;
        color: #f0ebe3;
        font:
          1.0625rem/1.65 Palatino,
          'Palatino Linotype',
          Georgia,
          serif;
        letter-spacing: 0.01em;
      }
      .magazine main {
        max-width: 66rem;
        margin: 0 auto;
        padding: 3rem clamp(1rem, 5vw, 4rem) 5rem;
      }
      .magazine h1 {
        margin: 0 0 0.3em;
        font-size: clamp(2.4rem, 8vw, 4.5rem);
        font-weight: 400;
        line-height: 1.05;
      }
      .magazine :is(h2, h3) {
        font-weight: 400;
      }
      .magazine .two {
        display: grid;
        gap: 2rem 3rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        margin-block: 3rem;
      }
      .magazine participant-card {
        margin-block-start: 2.5rem;
      }
      .magazine a {
        color: #ffd08a;
      }
    </style>
    <div class="magazine">
      <main>
        <h1>The same step, the whole life</h1>
        <p>Two people who look after others talk about who is looked after when we speak of risk.</p>
        <dialogue-bundle src=${builtIn}>
          <dialogue-player dialogue="whose-risk-is-it-anyway" no-transcript>${fallback()}</dialogue-player>
          <div class="two">
            <tension-card dialogue="what-do-we-value">${fallback('what-do-we-value')}</tension-card>
            <tension-card dialogue="where-should-the-power-be">${fallback('where-should-the-power-be')}</tension-card>
          </div>
          <div class="two">
            <dialogue-transcript dialogue="whose-risk-is-it-anyway"></dialogue-transcript>
            <div>
              <prompt-deck dialogue="whose-risk-is-it-anyway"></prompt-deck>
              <participant-card participant="megan-shenfield"></participant-card>
            </div>
          </div>
        </dialogue-bundle>
      </main>
    </div>
  `,
};
