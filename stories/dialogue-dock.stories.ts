import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/dialogue-dock/dialogue-dock.js';
import '../src/elements/dialogue-player/dialogue-player.js';
import '../src/elements/tension-card/tension-card.js';
import { choiceControl, contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { builtIn, fallback, given, neverComes, nowhere } from './support/faces.js';

interface Args extends ContentArgs {
  position: string;
}

const meta: Meta<Args> = {
  title: 'Elements/dialogue-dock',
  component: 'dialogue-dock',
  parameters: {
    docs: {
      description: {
        component:
          'A small player for whatever was started elsewhere in the page. Before that it takes no room: press play first.',
      },
    },
  },
  argTypes: {
    ...contentControls,
    ...choiceControl('position', 'Where it stands, or at the lower edge of what is seen.', ['flow', 'sticky']),
  },
  args: { ...contentArgs, position: 'flow' },
  render: (args) => html`
    <dialogue-player src=${builtIn} dialogue="whose-risk-is-it-anyway" layout="compact" no-transcript>
      ${fallback()}
    </dialogue-player>
    <p>Press play above: the dock is below.</p>
    <dialogue-dock src=${given(args.src)} .bundle=${args.bundle ?? null} position=${args.position}></dialogue-dock>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: there is nothing, whatever plays. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** At the lower edge of a long page. It covers neither the last words nor what has the focus: press Tab. */
export const Sticky: Story = {
  args: { position: 'sticky' },
  render: (args) => html`
    <tension-card src=${builtIn} dialogue="whose-risk-is-it-anyway">${fallback()}</tension-card>
    <dialogue-player src=${builtIn} dialogue="what-do-we-value" layout="compact" no-transcript>
      ${fallback('what-do-we-value')}
    </dialogue-player>
    ${Array.from(
      { length: 24 },
      (_, i) => html`<p>A long page, with a <a href=${`#paragraph-${i}`}>link in paragraph ${i + 1}</a> to go to.</p>`,
    )}
    <p>The last words of the page.</p>
    <dialogue-dock src=${given(args.src)} position=${args.position}></dialogue-dock>
  `,
};
