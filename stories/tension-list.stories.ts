import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/tension-list/tension-list.js';
import { contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

const meta: Meta<ContentArgs> = {
  title: 'Elements/tension-list',
  component: 'tension-list',
  parameters: {
    docs: { description: { component: 'Every tension of the series as a card, and the way into its dialogue.' } },
  },
  argTypes: contentControls,
  args: contentArgs,
  render: (args) => html`
    <tension-list src=${given(args.src)} .bundle=${args.bundle ?? null} heading-level=${args['heading-level']}>
      ${fallback()}
    </tension-list>
  `,
};

export default meta;
type Story = StoryObj<ContentArgs>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A series in which nothing pulls two ways has no list to show, and the tag says so. */
export const WithoutTensions: Story = { args: { src: '', bundle: smallBundle() } };

/** In Welsh; the third way is not translated yet and is marked as English. */
export const InWelsh: Story = { args: { src: twoLanguages }, globals: { language: 'cy' } };

/** Two hundred dialogues come in part by part; the page stays operable meanwhile. */
export const VeryMany: Story = {
  args: {
    src: '',
    bundle: {
      ...smallBundle(),
      dialogues: Array.from({ length: 200 }, (_, i) => ({
        id: `talk-${i}`,
        title: `Question ${i + 1}?`,
        summary: 'Two people talk.',
        tension: {
          poles: [
            { label: 'To hold', body: 'What is good here should stay.' },
            { label: 'To let go', body: 'What is to come needs room.' },
          ],
        },
        audio: { sources: [{ src: 'fixtures/audio/tone.mp3', type: 'audio/mpeg' }], duration: 20 },
        transcript: [{ src: 'fixtures/transcripts/two-voices.vtt', language: 'en-GB' }],
      })),
    },
  },
};
