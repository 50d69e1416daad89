/* global twin */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { launchChrome } from '../support/chrome.mjs';
import { slimLit } from './slim-lit.mjs';

/*
 * The script files carry a short form of Lit (see `slim-lit.mjs`). It is right as long as it draws what Lit draws: the
 * same steps, by chance but repeatable, are drawn with both, and nobody may be able to tell them apart.
 */
describe('the short form of Lit', () => {
  let browser;
  let whole;
  let slim;

  before(async () => {
    browser = await launchChrome();
    [whole, slim] = await Promise.all([
      open([resolve()]),
      open([resolve({ exportConditions: ['development'] }), slimLit()]),
    ]);
  });
  after(() => browser?.close());

  async function open(plugins) {
    const bundle = await rollup({
      input: fileURLToPath(new URL('../support/lit-twins.mjs', import.meta.url)),
      plugins,
    });
    const { output } = await bundle.generate({ format: 'iife', name: 'twin' });
    const page = await browser.newPage();
    await page.addScriptTag({ content: output[0].code });
    return page;
  }

  /** What a twin says in one page and in the other. */
  const both = (what, seed, count) =>
    Promise.all(
      [whole, slim].map((page) => page.evaluate((...all) => twin[all[0]](all[1], all[2]), what, seed, count)),
    );

  /** Names the first step at which they differ: all the rest follows from it. */
  const same = ([expected, actual]) => {
    const at = expected.findIndex((words, i) => words !== actual[i]);
    const near = (steps) => steps.slice(Math.max(0, at - 8), at + 3).join('\n');
    if (at >= 0) assert.equal(near(actual), near(expected), `step ${at}`);
    assert.equal(actual.length, expected.length);
  };

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`draws what Lit draws (seed ${seed})`, async () => {
      const steps = await both('draw', seed, 500);
      same(steps);
      assert.ok(new Set(steps[0]).size > 300, 'the steps are many');
    });
  }

  // There Lit takes the text behind a hole away with what was in it, and then fails.
  it('goes on in a page that a browser has translated', async () => {
    const steps = await slim.evaluate(() => twin.drawTranslated());
    assert.deepEqual(steps, ['<p> THEN .</p>', '<p><i>1</i> THEN 2.</p>', '<p>12 THEN .</p>']);
  });

  it('lives as a LitElement lives', async () => {
    const steps = await both('live', 7, 800);
    same(steps);
    for (const words of [/^will update 3/, /^refused bad$/, /^is not complete: bad/, /^two disconnected/]) {
      assert.ok(
        steps[0].some((step) => words.test(step)),
        `no step says ${words}`,
      );
    }
  });
});
