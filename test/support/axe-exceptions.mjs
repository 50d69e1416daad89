/**
 * What the accessibility checker is told to leave out, and why. Nothing else in the tests turns a rule off.
 *
 * @type {readonly {theme: string, rule: string, reason: string}[]}
 */
export const axeExceptions = [
  {
    theme: 'plain',
    rule: 'color-contrast-enhanced',
    reason: 'It has no colour of its own: the contrast is whatever the page and the system give.',
  },
];
