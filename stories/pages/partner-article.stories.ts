import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/participant-list/participant-list.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/Partner article',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
  globals: { color: 'light', language: 'en-GB' },
};

export default meta;

export const PartnerArticle: StoryObj = {
  name: 'Partner article',
  render: () => html`
    <style>
      .partner {
        background: #fbf7ef;
        color: #23201c;
        font:
          1.0625rem/1.6 Georgia,
          'Iowan Old Style',
          serif;
      }
      .partner main {
        max-width: 44rem;
        margin: 0 auto;
        padding: 2rem clamp(1rem, 4vw, 2rem) 4rem;
      }
      .partner :is(h1, h2) {
        line-height: 1.2;
        text-wrap: balance;
      }
      .partner h1 {
        margin: 0 0 0.4em;
        font-size: clamp(2rem, 6vw, 3rem);
      }
      .partner main > h2 {
        margin-top: 3rem;
        padding-top: 1rem;
        border-top: 1px solid #d9cfbd;
      }
      .partner a {
        color: #1d5b4f;
      }
      .partner .lead {
        font-size: 1.25rem;
      }
      .partner :is(dialogue-player, tension-card, prompt-deck, participant-list) {
        margin-block: 1.5rem;
      }
    </style>
    <div class="partner">
      <main>
        <article>
          <h1>Whose risk did we talk about?</h1>
          <p class="lead">
            Our crisis team listens to one recorded conversation a month. This one stayed with us for weeks.
          </p>
          <p>
            We began with the tension itself, before anybody had heard a word of it, and asked everyone where they
            stood.
          </p>
          <dialogue-bundle src=${builtIn}>
            <tension-card dialogue="whose-risk-is-it-anyway">${fallback()}</tension-card>
            <p>Then we listened. It takes two minutes, and nobody spoke for a while afterwards.</p>
            <dialogue-player dialogue="whose-risk-is-it-anyway" layout="compact">${fallback()}</dialogue-player>
            <h2>What we asked each other</h2>
            <prompt-deck dialogue="whose-risk-is-it-anyway" heading-level="3">
              <p>What would a good life be, for the person you have in mind?</p>
            </prompt-deck>
            <h2>Who was speaking</h2>
            <participant-list dialogue="whose-risk-is-it-anyway" heading-level="3"></participant-list>
          </dialogue-bundle>
          <p>Next month: <a href="#power">where should the power be?</a></p>
        </article>
      </main>
    </div>
  `,
};
