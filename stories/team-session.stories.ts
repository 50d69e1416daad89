import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/team-session/team-session.js';
import { contentArgs, contentControls, dialogueControl, switchControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
  minutes: number;
  remember: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/team-session',
  component: 'team-session',
  parameters: {
    docs: {
      description: { component: 'Runs a dialogue with a team: agenda, large type, gentle timer, notes, record.' },
    },
  },
  argTypes: {
    ...contentControls,
    ...dialogueControl('the first of the bundle'),
    minutes: {
      description: 'How long the meeting is planned to be.',
      control: 'inline-radio',
      options: [15, 30, 60],
      table: { category: 'attributes', type: { summary: '15 | 30 | 60' }, defaultValue: { summary: '30' } },
    },
    ...switchControl('remember', 'Offers to keep the meeting and its notes on the device.'),
  },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway', minutes: 30, remember: false },
  render: (args) => html`
    <team-session
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      heading-level=${args['heading-level']}
      minutes=${args.minutes}
      ?remember=${args.remember}
    >
      ${fallback(args.dialogue || undefined)}
    </team-session>
  `,
};

export default meta;
type Story = StoryObj<Args>;

/** The agenda. Press Begin, and Full screen, to lead a meeting. */
export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A quarter of an hour: a part of the dialogue, and one question for all. */
export const FifteenMinutes: Story = { args: { minutes: 15 } };

/** The page offers to keep the meeting and its notes on the device; nothing is kept before a person's own press. */
export const Remember: Story = { args: { remember: true } };

/** Without a tension there are no poles to stand between. */
export const WithoutTension: Story = { args: { dialogue: 'introduction' } };

/** In Welsh; what is not translated yet is marked as English. */
export const InWelsh: Story = {
  args: { src: twoLanguages, dialogue: 'one' },
  globals: { language: 'cy' },
};
