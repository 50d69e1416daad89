import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/learning-list/learning-list.js';
import { contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle } from './support/faces.js';

const meta: Meta<ContentArgs> = {
  title: 'Elements/learning-list',
  component: 'learning-list',
  parameters: {
    docs: {
      description: {
        component: 'What was learned, each with the moments that show it: one by one, or all one after another.',
      },
    },
  },
  argTypes: contentControls,
  args: contentArgs,
  render: (args) => html`
    <learning-list src=${given(args.src)} .bundle=${args.bundle ?? null} heading-level=${args['heading-level']}>
      ${fallback('introduction')}
    </learning-list>
  `,
};

export default meta;
type Story = StoryObj<ContentArgs>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A bundle without learnings has nothing to show, and the tag says so. */
export const WithoutLearnings: Story = { args: { src: '', bundle: smallBundle() } };

/** Two hundred of them: the numbers have room. */
export const Many: Story = {
  args: {
    src: '',
    bundle: {
      ...smallBundle(),
      learnings: Array.from({ length: 200 }, (_, i) => ({
        id: `learning-${i + 1}`,
        title: 'Listening helps',
        body: ['It does, each time.'],
        evidence: [{ dialogue: 'one', start: 2, end: 5 }],
      })),
    },
  },
};

/** Of one learning the words are not translated yet, and are marked as English. */
export const InWelsh: Story = {
  args: {
    src: '',
    bundle: {
      ...smallBundle(),
      learnings: [
        {
          id: 'listen',
          title: { 'en-GB': 'Listening helps', cy: 'Mae gwrando’n helpu' },
          body: [{ 'en-GB': 'It does.', cy: 'Ydy, wir.' }],
          evidence: [
            { dialogue: 'one', start: 2, end: 5 },
            { dialogue: 'one', start: 12, end: 14 },
          ],
        },
        { id: 'wait', title: 'Wait a little longer', body: ['Then ask again.'], evidence: [] },
      ],
    },
  },
  globals: { language: 'cy' },
};
