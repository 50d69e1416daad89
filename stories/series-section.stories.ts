import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/series-section/series-section.js';
import { contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { given, neverComes, nowhere, smallBundle } from './support/faces.js';

interface Args extends ContentArgs {
  section: string;
}

const meta: Meta<Args> = {
  title: 'Elements/series-section',
  component: 'series-section',
  parameters: {
    docs: {
      description: { component: 'One section of the series’ prose; or its lines of help; or its glossary.' },
    },
  },
  argTypes: {
    ...contentControls,
    section: {
      description: 'The id of a section, `help` or `glossary`.',
      control: 'select',
      options: [
        '',
        'introduction',
        'under-the-surface',
        'finding-the-third-way',
        'human-conversations-at-scale',
        'about',
        'the-dialogues',
        'help',
        'glossary',
      ],
      table: { category: 'attributes', type: { summary: 'string' }, defaultValue: { summary: 'the first' } },
    },
  },
  args: { ...contentArgs, section: 'under-the-surface' },
  render: (args) => html`
    <series-section
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      section=${given(args.section)}
      heading-level=${args['heading-level']}
    >
      <p>What the page wrote for those who have no script.</p>
    </series-section>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** Where people find help: a number to call, and a page to read. */
export const Help: Story = { args: { section: 'help' } };

export const Glossary: Story = { args: { section: 'glossary' } };

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** A bundle that does not hold this section. */
export const UnknownSection: Story = { args: { section: 'a-section-that-nobody-wrote' } };

/** A bundle without lines of help has nothing to show, and the tag says so. */
export const WithoutHelp: Story = { args: { src: '', bundle: smallBundle(), section: 'help' } };

/** One paragraph is not translated yet, and is marked as English. */
export const InWelsh: Story = {
  args: {
    src: '',
    section: 'about',
    bundle: {
      ...smallBundle(),
      sections: [
        {
          id: 'about',
          title: { 'en-GB': 'About', cy: 'Ynghylch' },
          body: [{ 'en-GB': 'Why we *talk*.', cy: 'Pam rydym yn *siarad*.' }, 'More is to come.'],
        },
      ],
    },
  },
  globals: { language: 'cy' },
};
