import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/participant-card/participant-card.js';
import { contentArgs, contentControls, textControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  participant: string;
}

const meta: Meta<Args> = {
  title: 'Elements/participant-card',
  component: 'participant-card',
  parameters: {
    docs: { description: { component: 'One person: role, biography, and the dialogues in which they are heard.' } },
  },
  argTypes: {
    ...contentControls,
    ...textControl('participant', 'The id of a participant; without it, the first of the bundle.'),
  },
  args: { ...contentArgs, participant: 'megan-shenfield' },
  render: (args) => html`
    <participant-card
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      participant=${given(args.participant)}
      heading-level=${args['heading-level']}
    >
      <p>Megan Shenfield is heard in <em>Whose risk is it anyway?</em></p>
      ${fallback()}
    </participant-card>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** The one who tells the story, and is heard in every dialogue. */
export const Narrator: Story = { args: { participant: 'jo-harrington' } };

/** A bundle that does not hold this person. */
export const UnknownParticipant: Story = { args: { participant: 'nobody-by-that-name' } };

/** A portrait instead of the monogram, and where else to find the person. */
export const WithPortraitAndLinks: Story = {
  args: {
    src: '',
    participant: 'ann',
    bundle: {
      ...smallBundle({ participants: ['ann'] }),
      participants: [
        {
          id: 'ann',
          name: 'Ann',
          role: 'Nurse',
          organisation: 'A hospital',
          place: 'Cardiff',
          biography: ['Ann works on a ward.'],
          image: { src: 'dist/living-well/art/series.svg', alt: 'Two forms, and the light where they overlap' },
          links: [{ title: 'Poems', url: 'https://example.org/poems' }],
        },
      ],
    },
  },
};

export const InWelsh: Story = { args: { src: twoLanguages, participant: 'ann' }, globals: { language: 'cy' } };
