import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/series-credits/series-credits.js';
import { contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { given, neverComes, nowhere, smallBundle } from './support/faces.js';

const meta: Meta<ContentArgs> = {
  title: 'Elements/series-credits',
  component: 'series-credits',
  parameters: {
    docs: {
      description: {
        component: 'Narration, music and its licence, thanks and funder, what is synthetic, and where else to listen.',
      },
    },
  },
  argTypes: contentControls,
  args: contentArgs,
  render: (args) => html`
    <series-credits src=${given(args.src)} .bundle=${args.bundle ?? null} heading-level=${args['heading-level']}>
      <p>Music by a friend, under a free licence.</p>
    </series-credits>
  `,
};

export default meta;
type Story = StoryObj<ContentArgs>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A bundle without credits has nothing to show, and the tag says so. */
export const WithoutCredits: Story = { args: { src: '', bundle: smallBundle() } };

const more = {
  credits: [
    {
      id: 'music',
      title: { 'en-GB': 'Music', cy: 'Cerddoriaeth' },
      body: [{ 'en-GB': 'By a friend.', cy: 'Gan ffrind.' }],
    },
  ],
  subscribe: [{ name: 'A podcast service', url: 'https://example.org/podcast' }],
  related: [
    { title: 'A book', url: 'https://example.org/book', summary: 'It says more.' },
    { title: 'A play', summary: 'It says less.' },
  ],
};

/** The addresses of podcast services are the bundle owner’s to fill in. */
export const WhereElseToListen: Story = { args: { src: '', bundle: { ...smallBundle(), ...more } } };

/** What is not translated yet is marked as English. */
export const InWelsh: Story = {
  args: { src: '', bundle: { ...smallBundle(), ...more } },
  globals: { language: 'cy' },
};
