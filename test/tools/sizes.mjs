import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * What the script files may weigh, in kilobytes of brotli. A wait on every page that carries them, so
 * nothing may make them heavier; `listen.js` is for pages that can wait least.
 */
const BUDGETS = {
  'dialogues.js': 38,
  'dialogues.mjs': 38,
  'listen.js': 25.8,
  'listen.cy.js': 26.7,
  'embed/embed.js': 4,
  'embed/host.js': 1,
  // A page for editors, which no reader ever loads.
  'embed/builder.js': 20,
};

/** The weight of one file in kB, minified as built and compressed with brotli at its best. */
export function weigh(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(readFileSync(file), { params }).length / 1000;
}

/** Prints each script file's weight. @throws when one is over its budget */
export function printSizes(dist) {
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const weight = weigh(join(dist, name));
    console.log(`dist/${name}  ${weight.toFixed(1)} kB brotli of ${budget}`);
    if (weight > budget) {
      console.error(`dist/${name} is ${(weight - budget).toFixed(1)} kB over its budget.`);
      process.exitCode = 1;
    }
  }
}
