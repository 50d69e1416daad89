import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/participant-list/participant-list.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { twoLanguages } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/Welsh page',
  // A whole page has no table of attributes.
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
  globals: { color: 'light', language: 'cy' },
};

export default meta;

export const WelshPage: StoryObj = {
  name: 'Welsh page',
  render: () => html`
    <style>
      .tudalen {
        max-width: 44rem;
        margin: 0 auto;
        padding: 2rem clamp(1rem, 4vw, 2rem) 4rem;
      }
      .tudalen :is(dialogue-player, tension-card, prompt-deck, participant-list) {
        margin-block: 1.5rem;
      }
    </style>
    <main class="tudalen">
      <h1>Gwrando gyda’n gilydd</h1>
      <p>Bob mis rydym yn gwrando ar un sgwrs, ac yn trafod un cwestiwn.</p>
      <dialogue-bundle src=${twoLanguages}>
        <tension-card dialogue="one"></tension-card>
        <dialogue-player dialogue="one">
          <audio controls preload="none" src="fixtures/audio/tone.mp3"></audio>
          <p><a href="fixtures/transcripts/welsh.vtt">Darllen geiriau’r sgwrs</a></p>
        </dialogue-player>
        <h2>Cwestiynau i’r tîm</h2>
        <prompt-deck dialogue="one" layout="list" heading-level="3"></prompt-deck>
        <h2>Y bobl</h2>
        <participant-list heading-level="3"></participant-list>
      </dialogue-bundle>
    </main>
  `,
};
