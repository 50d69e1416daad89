import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/dialogue-player/dialogue-player.js';
import '../src/elements/dialogue-transcript/dialogue-transcript.js';
import { contentArgs, contentControls, dialogueControl, switchControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
  'no-follow': boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/dialogue-transcript',
  component: 'dialogue-transcript',
  parameters: {
    docs: { description: { component: 'The words of a dialogue with their speakers, which follow the sound.' } },
  },
  argTypes: {
    ...contentControls,
    ...dialogueControl('the first of the bundle'),
    ...switchControl('no-follow', 'Leaves the list where the reader scrolled it, while the sound goes on.'),
  },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway', 'no-follow': false },
  render: (args) => html`
    <dialogue-transcript
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      heading-level=${args['heading-level']}
      ?no-follow=${args['no-follow']}
    >
      ${fallback(args.dialogue || undefined)}
    </dialogue-transcript>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** With a player beside it: press play, scroll, and the list stays where you scrolled it. */
export const NoFollow: Story = {
  args: { 'no-follow': true },
  render: (args) => html`
    <dialogue-player src=${args.src} dialogue=${args.dialogue} layout="compact" no-transcript></dialogue-player>
    <dialogue-transcript
      src=${args.src}
      dialogue=${args.dialogue}
      heading-level="3"
      ?no-follow=${args['no-follow']}
    ></dialogue-transcript>
  `,
};

/** Lines whose times cannot be read are left out, and the others stay. */
export const GarbledTranscript: Story = {
  args: {
    src: '',
    dialogue: '',
    bundle: smallBundle({ transcript: [{ src: 'fixtures/transcripts/garbled.vtt', language: 'en-GB' }] }),
  },
};

/** What lies at the address is no transcript at all. */
export const NotATranscript: Story = {
  args: {
    src: '',
    dialogue: '',
    bundle: smallBundle({ transcript: [{ src: 'fixtures/transcripts/not-a-transcript.vtt', language: 'en-GB' }] }),
  },
};
