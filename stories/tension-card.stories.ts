import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/tension-card/tension-card.js';
import { contentArgs, contentControls, dialogueControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
}

const meta: Meta<Args> = {
  title: 'Elements/tension-card',
  component: 'tension-card',
  parameters: {
    docs: {
      description: { component: 'One tension, its two poles with equal weight, and the way into its dialogue.' },
    },
  },
  argTypes: { ...contentControls, ...dialogueControl('the first of the bundle') },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway' },
  render: (args) => html`
    <tension-card
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      heading-level=${args['heading-level']}
    >
      ${fallback(args.dialogue || undefined)}
    </tension-card>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A bundle that does not hold this dialogue. */
export const UnknownDialogue: Story = { args: { dialogue: 'a-dialogue-that-nobody-recorded' } };

/** A dialogue without two poles has no card to show, and the tag says so. */
export const WithoutTension: Story = { args: { dialogue: 'introduction' } };

/** In Welsh; the third way is not translated yet and is marked as English. */
export const InWelsh: Story = {
  args: { src: twoLanguages, dialogue: 'one' },
  globals: { language: 'cy' },
};
