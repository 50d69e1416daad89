import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import '../src/elements/prompt-deck/prompt-deck.js';
import {
  choiceControl,
  contentArgs,
  contentControls,
  dialogueControl,
  switchControl,
  type ContentArgs,
} from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
  layout: string;
  shuffle: boolean;
  remember: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/prompt-deck',
  component: 'prompt-deck',
  parameters: {
    docs: { description: { component: 'Deals one question at a time from a dialogue’s deck, or lists them all.' } },
  },
  argTypes: {
    ...contentControls,
    ...dialogueControl('the first of the bundle'),
    ...choiceControl('layout', 'One at a time, or all of them.', ['deck', 'list']),
    ...switchControl('shuffle', 'Deals in an order left to chance.'),
    ...switchControl('remember', 'Offers to keep the notes on the device.'),
  },
  args: { ...contentArgs, dialogue: 'whose-risk-is-it-anyway', layout: 'deck', shuffle: false, remember: false },
  render: (args) => html`
    <prompt-deck
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      layout=${args.layout}
      heading-level=${args['heading-level']}
      ?shuffle=${args.shuffle}
      ?remember=${args.remember}
    >
      <p>What would a good life be, for the person you have in mind?</p>
      ${fallback(args.dialogue || undefined)}
    </prompt-deck>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

export const List: Story = { args: { layout: 'list' } };

export const Shuffled: Story = { args: { shuffle: true } };

/** The page offers to keep the notes on the device; nothing is kept before a person's own press. */
export const Remember: Story = { args: { remember: true } };

/** Nothing to go back or on to. */
export const OnePrompt: Story = {
  args: {
    src: '',
    dialogue: '',
    bundle: smallBundle({
      prompts: [
        { id: 'only', text: 'When were you last heard?', hint: 'Think of today.', moment: { start: 5, end: 8 } },
      ],
    }),
  },
};

/** A dialogue may bring no questions at all. */
export const NoPrompts: Story = { args: { src: '', dialogue: '', bundle: smallBundle() } };

/** Dealt as a person deals: on, on, and back. A page hears of each, and may say no before it happens. */
export const Dealt: Story = {
  play: async ({ canvasElement }) => {
    const deck = canvasElement.querySelector('prompt-deck')!;
    await waitFor(() => expect(deck.dataset['state']).toBe('ready'));
    await deck.updateComplete;
    const changed = fn<(event: HTMLElementEventMap['prompt-deck-changed']) => void>();
    deck.addEventListener('prompt-deck-changed', changed);
    const part = (name: string) => deck.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
    const shown = () =>
      [...deck.querySelectorAll<HTMLElement>('[data-prompts] > li')].filter((card) => !card.hidden).length;
    await expect(shown()).toBe(1);
    await userEvent.click(part('next'));
    await waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    await userEvent.click(part('next'));
    await waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    await userEvent.click(part('previous'));
    await waitFor(() => expect(changed.mock.lastCall![0].position).toBe(1));
    await expect(part('position')).toHaveTextContent('2');
    deck.addEventListener('prompt-deck-change', (event) => event.preventDefault(), { once: true });
    await userEvent.click(part('next'));
    await expect(part('position')).toHaveTextContent('2');
    await expect(shown()).toBe(1);
  },
};
