import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/dialogue-series/dialogue-series.js';
import { contentArgs, contentControls, textControl, type ContentArgs } from './support/controls.js';
import { given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  parts: string;
}

const meta: Meta<Args> = {
  title: 'Elements/dialogue-series',
  component: 'dialogue-series',
  parameters: {
    docs: { description: { component: 'The whole series as one page, from a bundle alone.' } },
  },
  argTypes: {
    ...contentControls,
    ...textControl('parts', 'The parts to show: introduction, tensions, dialogues, learnings, people, credits.'),
  },
  args: { ...contentArgs, parts: '' },
  render: (args) => html`
    <dialogue-series
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      parts=${given(args.parts)}
      heading-level=${args['heading-level']}
    >
      <p><a href="dist/living-well/bundle.json">The series as data</a></p>
    </dialogue-series>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The tensions and the people alone. */
export const SomeParts: Story = { args: { parts: 'tensions people' } };

/** One dialogue, and nothing else in the bundle. */
export const Tiny: Story = { args: { src: '', bundle: smallBundle() } };

/** A host's own words stand before and after a part. */
export const WithWordsOfTheHost: Story = {
  args: { parts: 'tensions people' },
  render: (args) => html`
    <dialogue-series src=${given(args.src)} parts=${given(args.parts)} heading-level=${args['heading-level']}>
      <p slot="before-people">Two of them work in our town.</p>
      <p slot="after-people">Write to us if you would like to meet them.</p>
    </dialogue-series>
  `,
};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** In Welsh, with one choice of language for all of it. */
export const InWelsh: Story = { args: { src: twoLanguages }, globals: { language: 'cy' } };
