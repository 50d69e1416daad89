import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/tension-line/tension-line.js';
import { contentArgs, contentControls, dialogueControl, switchControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
  team: boolean;
  remember: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/tension-line',
  component: 'tension-line',
  parameters: {
    docs: { description: { component: 'Place yourself between two poles, before listening and after.' } },
  },
  argTypes: {
    ...contentControls,
    ...dialogueControl('the first that has a tension'),
    ...switchControl('team', 'Holds a dot for each person in a room.'),
    ...switchControl('remember', 'Offers to keep the places on the device.'),
  },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway', team: false, remember: false },
  render: (args) => html`
    <tension-line
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      heading-level=${args['heading-level']}
      ?team=${args.team}
      ?remember=${args.remember}
    >
      ${fallback(args.dialogue || undefined)}
    </tension-line>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A facilitator enters a dot for each person in the room. */
export const Team: Story = { args: { team: true } };

/** The page offers to keep the places on the device; nothing is kept before a person's own press. */
export const Remember: Story = { args: { remember: true } };

/** A dialogue without two poles has no line between them, and the tag says so. */
export const WithoutTension: Story = { args: { dialogue: 'introduction' } };

/** In Welsh; what is not translated yet is marked as English. */
export const InWelsh: Story = {
  args: { src: twoLanguages, dialogue: 'one' },
  globals: { language: 'cy' },
};
