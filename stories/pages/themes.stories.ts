import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/dialogue-player/dialogue-player.js';
import '../../src/elements/participant-list/participant-list.js';
import '../../src/elements/prompt-deck/prompt-deck.js';
import '../../src/elements/tension-card/tension-card.js';
import { builtIn, fallback } from '../support/faces.js';

const meta: Meta = {
  title: 'Pages/Themes',
  // A whole page has no table of attributes; and a theme is for a whole page, so one page shows one.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
};

export default meta;

const dialogue = 'whose-risk-is-it-anyway';

const elements = (theme: TemplateResult): TemplateResult => html`
  ${theme}
  <dialogue-bundle src=${builtIn}>
    <dialogue-player dialogue=${dialogue} no-transcript>${fallback()}</dialogue-player>
    <tension-card dialogue=${dialogue} style="margin-block: 48px">${fallback()}</tension-card>
    <prompt-deck dialogue=${dialogue} style="margin-block: 48px"></prompt-deck>
    <participant-list dialogue=${dialogue}></participant-list>
  </dialogue-bundle>
`;

const linked = (name: string) => html`<link rel="stylesheet" href="dist/themes/${name}.css" />`;

/** The series' own look, on light and on dark. */
export const LivingWell: StoryObj = { name: 'Living Well', render: () => elements(linked('living-well')) };

/** For NHS pages: their palette, their buttons and their focus, in the page's own type. */
export const Nhs: StoryObj = { name: 'NHS', render: () => elements(linked('nhs')) };

/** No colour and no type of ours. */
export const Plain: StoryObj = { render: () => elements(linked('plain')) };

/** A partner's own, in ten lines. */
export const Own: StoryObj = {
  name: 'A partner’s own, in ten lines',
  render: () =>
    elements(html`
      <style>
        :root {
          --dialogue-play: #4a1d5c;
          --dialogue-play-ink: #fff;
          --dialogue-third-way: #eadcf2;
          --dialogue-third-way-ink: #2b1036;
          --dialogue-wash: rgb(74 29 92 / 0.1);
          --dialogue-line: #8f6aa3;
          --dialogue-focus: #8a3ab0;
          --dialogue-radius: 8px;
        }
      </style>
    `),
};
