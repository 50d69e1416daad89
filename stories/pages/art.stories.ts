import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { light, pairs } from '../../src/styles/art.js';

const meta: Meta = {
  title: 'Pages/The same light',
  tags: ['!autodocs'],
  parameters: { wholePage: true, controls: { disable: true } },
};

export default meta;

/** The pictures that the script draws from the table, in the order of the table. */
const files = [
  'series',
  'what-do-we-value',
  'where-do-we-place-our-trust',
  'what-story-matters-most',
  'whose-risk-is-it-anyway',
  'where-should-the-power-be',
];

export const TheSameLight: StoryObj = {
  name: 'The same light',
  render: () => html`
    <style>
      .art-page {
        max-width: 70rem;
        margin: 0 auto;
        padding: 2rem clamp(1rem, 4vw, 3rem);
        font:
          1rem/1.6 Georgia,
          serif;
      }
      .art-page ul {
        display: grid;
        gap: 2.5rem;
        margin: 2.5rem 0;
        padding: 0;
        list-style: none;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      }
      .art-page .large {
        width: 100%;
        height: auto;
      }
    </style>
    <main class="art-page">
      <h1>The same light</h1>
      <p>
        Each tension has two forms. They differ by shape as well as by colour. The two colours always add up to one
        light, ${light}: whatever divides the poles, the third way looks alike.
      </p>
      <ul>
        ${files.map(
          (file, i) => html`
            <li>
              <img class="large" src="dist/living-well/art/${file}.svg" alt="" />
              <p>
                <img src="dist/living-well/art/${file}.svg" alt="" width="64" height="32" />
                <code>${pairs[i]![0].color}</code> and <code>${pairs[i]![1].color}</code>
              </p>
            </li>
          `,
        )}
      </ul>
    </main>
  `,
};
