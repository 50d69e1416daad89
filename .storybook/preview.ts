import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../dist/custom-elements.json';

// The tables of attributes, events, slots, parts and custom properties come from the comments in `src`.
setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // The wrapper below has its own space; a whole page wants none.
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Ideas',
          ['Welcome', 'One voice', 'Words in the light', 'The bundle', 'Theming', 'Embedding', 'Tutorial', 'Decisions'],
          'Elements',
          ['dialogue-bundle', 'dialogue-player', 'dialogue-transcript', 'tension-card', 'prompt-deck'],
          'Pages',
        ],
      },
    },
  },
  globalTypes: {
    color: {
      description: 'Colour of the page',
      toolbar: {
        title: 'Page',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light page' },
          { value: 'dark', title: 'Dark page' },
        ],
      },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en-GB', title: 'English' },
          { value: 'cy', title: 'Cymraeg' },
        ],
      },
    },
    width: {
      description: 'Width of the place that the page gives',
      toolbar: {
        title: 'Width',
        icon: 'expand',
        dynamicTitle: true,
        items: [
          { value: 'full', title: 'Full width' },
          { value: 'column', title: 'Column, 640 px' },
          { value: 'phone', title: 'Phone, 320 px' },
          { value: 'sidebar', title: 'Sidebar, 240 px' },
        ],
      },
    },
  },
  // Attributes and properties can be changed; of all else in the manifest one can only read.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          /^(attributes|properties)$/.test(type.table?.category ?? 'attributes') ? type : { ...type, control: false },
        ]),
      ),
  ],
  initialGlobals: { color: 'light', language: 'en-GB', width: 'full' },
  decorators: [
    (story, { globals, parameters }) => html`
      <div
        class="host-page"
        lang=${globals['language']}
        data-color=${globals['color']}
        data-width=${globals['width']}
        ?data-whole=${parameters['wholePage']}
      >
        ${story()}
      </div>
    `,
  ],
};

export default preview;
