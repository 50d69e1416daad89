import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/participant-list/participant-list.js';
import { contentArgs, contentControls, dialogueControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
}

const meta: Meta<Args> = {
  title: 'Elements/participant-list',
  component: 'participant-list',
  parameters: {
    docs: { description: { component: 'Everyone who is heard, or those of one dialogue.' } },
  },
  argTypes: { ...contentControls, ...dialogueControl('everyone in the bundle') },
  args: { ...contentArgs, dialogue: '' },
  render: (args) => html`
    <participant-list
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      heading-level=${args['heading-level']}
    >
      ${fallback(args.dialogue || 'introduction')}
    </participant-list>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

export const OfOneDialogue: Story = { args: { dialogue: 'whose-risk-is-it-anyway' } };

export const InWelsh: Story = { args: { src: twoLanguages }, globals: { language: 'cy' } };
