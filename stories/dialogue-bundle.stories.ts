import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import '../src/elements/dialogue-bundle/dialogue-bundle.js';
import '../src/elements/dialogue-player/dialogue-player.js';
import '../src/elements/prompt-deck/prompt-deck.js';
import '../src/elements/tension-card/tension-card.js';
import { contentControls } from './support/controls.js';
import { builtIn, fallback, given, neverComes, nowhere, smallBundle, twoLanguages } from './support/faces.js';

interface Args {
  src: string;
  bundle?: object;
}

const { src, bundle } = contentControls;

const inside = (dialogue: string): TemplateResult => html`
  <tension-card dialogue=${dialogue}>${fallback()}</tension-card>
  <dialogue-player dialogue=${dialogue} layout="compact" no-transcript heading-level="3">${fallback()}</dialogue-player>
`;

const meta: Meta<Args> = {
  title: 'Elements/dialogue-bundle',
  component: 'dialogue-bundle',
  parameters: {
    docs: { description: { component: 'Loads one bundle and lends it to all elements inside.' } },
  },
  argTypes: { src, bundle },
  args: { src: builtIn },
  render: (args) => html`
    <dialogue-bundle src=${given(args.src)} .bundle=${args.bundle ?? null}>
      ${inside(args.src === builtIn ? 'whose-risk-is-it-anyway' : '')}
    </dialogue-bundle>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Ready: Story = {};

/** The bundle is on its way: every element inside shows what the page put there. */
export const Waiting: Story = { args: { src: neverComes } };

/** There is no bundle at that address: every element inside says so, and the fallback stays. */
export const Failed: Story = { args: { src: nowhere } };

/** The bundle stands in the page itself, and nothing is fetched for it. */
export const InlineJson: Story = {
  args: { src: '' },
  render: () => html`
    <dialogue-bundle>
      ${jsonScript(smallBundle({ prompts: [{ id: 'first', text: 'When were you last heard?' }] }))}
      <dialogue-player layout="compact">${fallback()}</dialogue-player>
      <prompt-deck heading-level="3"></prompt-deck>
    </dialogue-bundle>
  `,
};

/** A dialogue with a number for its title is set aside; the events tell what was wrong, in plain sentences. */
export const ProblemsSetAside: Story = {
  args: { src: 'fixtures/bundles/bad/number-title.json' },
  render: (args) => html`
    <dialogue-bundle src=${args.src} @dialogue-bundle-ready=${tell} @dialogue-bundle-failed=${tell}>
      <dialogue-player dialogue="good" layout="compact" no-transcript></dialogue-player>
      <dialogue-player dialogue="bad" layout="compact" no-transcript>${fallback()}</dialogue-player>
      <h2>What the bundle told</h2>
      <ul class="problems"></ul>
    </dialogue-bundle>
  `,
};

/** The nearest bundle is the one that counts. */
export const Nested: Story = {
  render: (args) => html`
    <dialogue-bundle src=${args.src}>
      <tension-card dialogue="whose-risk-is-it-anyway"></tension-card>
      <dialogue-bundle src=${twoLanguages}>
        <tension-card dialogue="one"></tension-card>
      </dialogue-bundle>
    </dialogue-bundle>
  `,
};

/** A template cannot write into a script, so the node is made. */
function jsonScript(content: object): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(content);
  return script;
}

function tell(event: HTMLElementEventMap['dialogue-bundle-ready' | 'dialogue-bundle-failed']): void {
  const list = (event.currentTarget as Element).querySelector<HTMLElement>('.problems')!;
  const lines = event.problems.map(({ level, message }) => html`<li>${level}: ${message}</li>`);
  render(lines, list);
}
