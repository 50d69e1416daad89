import type { ArgTypes } from '@storybook/web-components-vite';
import { builtIn } from './faces.js';

/** What every element that shows content can be given. */
export interface ContentArgs {
  src: string;
  bundle?: object;
  'heading-level': number;
}

export const contentArgs: ContentArgs = { src: builtIn, 'heading-level': 2 };

const attribute = (type: string, defaultValue: string) => ({
  category: 'attributes',
  type: { summary: type },
  defaultValue: { summary: defaultValue },
});

export const contentControls: ArgTypes = {
  src: {
    description: 'The address of a bundle, relative to the page.',
    control: 'text',
    table: attribute('string', 'the nearest dialogue-bundle, or the built-in one'),
  },
  bundle: {
    description: 'A bundle as an object, instead of an address.',
    control: 'object',
    table: { category: 'properties', type: { summary: 'object' } },
  },
  'heading-level': {
    description: 'The level of the heading in the page.',
    control: { type: 'range', min: 2, max: 6, step: 1 },
    table: attribute('2 to 6', '2'),
  },
};

const dialogues = [
  'introduction',
  'what-do-we-value',
  'where-do-we-place-our-trust',
  'what-story-matters-most',
  'whose-risk-is-it-anyway',
  'where-should-the-power-be',
];

/** A choice among the dialogues of the built-in bundle. */
export function dialogueControl(without: string): ArgTypes {
  return {
    dialogue: {
      description: 'The id of a dialogue.',
      control: 'select',
      options: ['', ...dialogues],
      table: attribute('string', without),
    },
  };
}

export function choiceControl(name: string, description: string, options: readonly string[]): ArgTypes {
  const type = options.map((option) => `"${option}"`).join(' | ');
  return { [name]: { description, control: 'inline-radio', options, table: attribute(type, `"${options[0]}"`) } };
}

export function textControl(name: string, description: string): ArgTypes {
  return { [name]: { description, control: 'text', table: attribute('string', '""') } };
}

export function switchControl(name: string, description: string): ArgTypes {
  return { [name]: { description, control: 'boolean', table: attribute('boolean', 'false') } };
}
