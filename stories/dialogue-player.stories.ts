import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/dialogue-player/dialogue-player.js';
import { choiceControl, contentArgs, contentControls, dialogueControl, switchControl } from './support/controls.js';
import { textControl, type ContentArgs } from './support/controls.js';
import { fallback, given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

interface Args extends ContentArgs {
  dialogue: string;
  'start-at': string;
  layout: string;
  'no-transcript': boolean;
  'no-download': boolean;
  prompts: boolean;
  remember: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/dialogue-player',
  component: 'dialogue-player',
  parameters: {
    docs: { description: { component: 'Plays one dialogue on the page’s one voice.' } },
  },
  argTypes: {
    ...contentControls,
    ...dialogueControl('the first of the bundle'),
    ...textControl('start-at', 'Where to begin: seconds, or a time such as 1:30.'),
    ...choiceControl('layout', 'How much room there is.', ['full', 'compact']),
    ...switchControl('no-transcript', 'Leaves the transcript out.'),
    ...switchControl('no-download', 'Leaves the download link out.'),
    ...switchControl('prompts', 'Pauses for the questions, when their moments are over.'),
    ...switchControl('remember', 'Offers to remember the place on this device.'),
  },
  args: {
    ...contentArgs,
    dialogue: 'whose-risk-is-it-anyway',
    'start-at': '',
    layout: 'full',
    'no-transcript': false,
    'no-download': false,
    prompts: false,
    remember: false,
  },
  render: (args) => html`
    <dialogue-player
      src=${given(args.src)}
      .bundle=${args.bundle ?? null}
      dialogue=${given(args.dialogue)}
      start-at=${given(args['start-at'])}
      layout=${args.layout}
      heading-level=${args['heading-level']}
      ?no-transcript=${args['no-transcript']}
      ?no-download=${args['no-download']}
      ?prompts=${args.prompts}
      ?remember=${args.remember}
    >
      ${fallback(args.dialogue || undefined)}
    </dialogue-player>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: what the page put inside the tag is there to be heard and read. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address. */
export const Failed: Story = { args: { src: nowhere } };

/** For a narrow place. */
export const Compact: Story = { args: { layout: 'compact' } };

/** What is quieter stands behind More; here the page offers to remember, and a person has opened it. */
export const More: Story = {
  args: { remember: true },
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('dialogue-player')!;
    await waitFor(() => expect(player.dataset['state']).toBe('ready'));
    await player.updateComplete;
    player.shadowRoot!.querySelector('details')!.open = true;
  },
};

/** The page's address names a clip: it has a button of its own until it is played. */
export const LinkedClip: Story = {
  play: async ({ canvasElement, args }) => {
    const player = canvasElement.querySelector('dialogue-player')!;
    await waitFor(() => expect(player.dataset['state']).toBe('ready'));
    location.hash = `#dialogue=${args.dialogue}&t=90,130`;
    await waitFor(() => expect(player.shadowRoot!.querySelector('[part=clip]')).toBeTruthy());
    history.replaceState(null, '', location.pathname + location.search);
  },
};

/** In a column of 240 pixels, full and compact. */
export const Narrow: Story = {
  render: ({ src, dialogue }) => html`
    <div style="max-inline-size: 240px">
      <dialogue-player src=${given(src)} dialogue=${given(dialogue)} no-transcript></dialogue-player>
      <hr />
      <dialogue-player src=${given(src)} dialogue=${given(dialogue)} layout="compact" no-transcript></dialogue-player>
    </div>
  `,
};

/** As a reader with forced colours meets the timeline: by form and place alone, without its colours. */
export const WithoutColours: Story = {
  render: ({ src, dialogue }) => html`
    <div style="--dialogue-pole-a: currentColor; --dialogue-pole-b: currentColor; --dialogue-third-way: transparent">
      <dialogue-player src=${given(src)} dialogue=${given(dialogue)} no-transcript></dialogue-player>
    </div>
  `,
};

export const NoTranscript: Story = { args: { 'no-transcript': true } };

/** A dialogue need not have two poles. */
export const WithoutTension: Story = { args: { dialogue: 'introduction' } };

/** Begins at a place that the page names. */
export const StartAt: Story = { args: { 'start-at': '0:46' } };

/** The sound file is not there. The player says so once a person asks for the sound; the words stay. */
export const SoundMissing: Story = {
  args: {
    src: '',
    dialogue: '',
    bundle: smallBundle({
      audio: { sources: [{ src: 'fixtures/audio/nowhere.mp3', type: 'audio/mpeg' }], duration: 20 },
    }),
  },
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('dialogue-player')!;
    await expect(player.play()).rejects.toThrow();
  },
};

/** The transcript is not there: that is said, and the sound plays on. */
export const TranscriptMissing: Story = {
  args: {
    src: '',
    dialogue: '',
    bundle: smallBundle({ transcript: [{ src: 'fixtures/transcripts/nowhere.vtt', language: 'en-GB' }] }),
  },
};

/** One bundle in two languages: the nearest `lang` chooses, and a text that is not translated yet says what it is. */
export const TwoLanguages: Story = {
  args: { src: twoLanguages, dialogue: 'one' },
  render: ({ src, dialogue }) => html`
    <div lang="en-GB"><dialogue-player src=${src} dialogue=${dialogue} heading-level="2"></dialogue-player></div>
    <hr />
    <div lang="cy"><dialogue-player src=${src} dialogue=${dialogue} heading-level="2"></dialogue-player></div>
  `,
};

/** The page has one voice: starting one player pauses the other, which keeps its place. */
export const BesideAnotherPlayer: Story = {
  render: ({ src }) => html`
    <dialogue-player src=${src} dialogue="what-do-we-value" layout="compact" no-transcript>
      ${fallback('what-do-we-value')}
    </dialogue-player>
    <hr />
    <dialogue-player src=${src} dialogue="where-should-the-power-be" layout="compact" no-transcript>
      ${fallback('where-should-the-power-be')}
    </dialogue-player>
  `,
};

/** Pressed as a person presses: play, on by 15 seconds, another speed, pause. Mute, since browsers want a real finger. */
export const Pressed: Story = {
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('dialogue-player')!;
    await waitFor(() => expect(player.dataset['state']).toBe('ready'));
    await player.updateComplete;
    const part = (name: string) => player.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`)!;
    player.muted = true;
    await userEvent.click(part('play'));
    await waitFor(() => expect(player.currentTime).toBeGreaterThan(0.2), { timeout: 10_000 });
    const { currentTime } = player;
    await userEvent.click(part('forward'));
    await waitFor(() => expect(player.currentTime).toBeGreaterThan(currentTime + 14));
    await userEvent.selectOptions(part('speed'), '1.5');
    await waitFor(() => expect(player.playbackRate).toBe(1.5));
    await userEvent.selectOptions(part('speed'), '1');
    await userEvent.click(part('play'));
    await waitFor(() => expect(player.paused).toBe(true));
    player.muted = false;
  },
};
