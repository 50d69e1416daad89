import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/dialogue-dock/dialogue-dock.js';
import '../src/elements/dialogue-player/dialogue-player.js';
import '../src/elements/dialogue-search/dialogue-search.js';
import { contentArgs, contentControls, type ContentArgs } from './support/controls.js';
import { given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

type Args = ContentArgs;

/** Types as a person does. */
async function type(page: HTMLElement, query: string): Promise<void> {
  const search = page.querySelector('dialogue-search')!;
  while (search.dataset['state'] === 'waiting') await new Promise((go) => setTimeout(go, 50));
  await search.updateComplete;
  const box = search.shadowRoot!.querySelector('input')!;
  box.value = query;
  box.dispatchEvent(new Event('input'));
}

const meta: Meta<Args> = {
  title: 'Elements/dialogue-search',
  component: 'dialogue-search',
  parameters: {
    docs: {
      description: {
        component:
          'One box over all that the series says. Each find leads to its moment; Enter in the box plays the first. The words of the dialogues are fetched when somebody begins to type.',
      },
    },
  },
  argTypes: contentControls,
  args: contentArgs,
  render: (args) => html`
    <dialogue-search src=${given(args.src)} .bundle=${args.bundle ?? null} heading-level=${args['heading-level']}>
      <p>The words of the dialogues can be read on their own pages.</p>
    </dialogue-search>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** A word that many say: a few finds of each dialogue, and the others when somebody asks for them. */
export const Found: Story = { play: ({ canvasElement }) => type(canvasElement, 'trust') };

/** Nobody says that. */
export const NotFound: Story = { play: ({ canvasElement }) => type(canvasElement, 'helicopter') };

/** With a dock, what is pressed can be paused and left. */
export const WithADock: Story = {
  render: (args) => html`
    <dialogue-search src=${given(args.src)}></dialogue-search>
    <dialogue-dock src=${given(args.src)}></dialogue-dock>
  `,
  play: ({ canvasElement }) => type(canvasElement, 'power'),
};

/** The words of a dialogue cannot be had: that is said, and all else is searched. */
export const WordsMissing: Story = {
  args: { src: '', bundle: smallBundle({ transcript: [{ src: 'nowhere.vtt', language: 'en-GB' }] }) },
  play: ({ canvasElement }) => type(canvasElement, 'heard'),
};

/** The bundle is on its way: what the page put inside the tag is there to be read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** In Welsh: the Welsh words are searched where there are some; what is in English is marked so. */
export const InWelsh: Story = {
  args: { src: twoLanguages },
  globals: { language: 'cy' },
  play: ({ canvasElement }) => type(canvasElement, 'cl'),
};

/**
 * By keyboard alone: somebody types, the finds come, Enter plays the first of them in the player that stands there, and
 * Escape empties the box. Mute, since browsers want a real finger.
 */
export const ByKeyboard: Story = {
  render: (args) => html`
    <dialogue-search src=${given(args.src)}></dialogue-search>
    <dialogue-player
      src=${given(args.src)}
      dialogue="whose-risk-is-it-anyway"
      layout="compact"
      no-transcript
    ></dialogue-player>
  `,
  play: async ({ canvasElement }) => {
    const search = canvasElement.querySelector('dialogue-search')!;
    const player = canvasElement.querySelector('dialogue-player')!;
    await waitFor(() => expect([search, player].map(({ dataset }) => dataset['state'])).toEqual(['ready', 'ready']));
    await search.updateComplete;
    player.muted = true;
    const box = search.shadowRoot!.querySelector('input')!;
    const finds = () => search.querySelectorAll('[data-dialogue-words] a[href]');
    await userEvent.type(box, 'whose risk is it');
    await waitFor(() => expect(finds().length).toBeGreaterThan(0), { timeout: 10_000 });
    await userEvent.type(box, '{Enter}');
    await waitFor(() => expect(player.currentTime).toBeGreaterThan(0), { timeout: 10_000 });
    player.pause();
    await userEvent.type(box, '{Escape}');
    await waitFor(() => expect(finds().length).toBe(0));
    await expect(box).toHaveValue('');
    player.muted = false;
  },
};
