import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answerWith } from '../support/server.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage } from '../support/open-page.mjs';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'; img-src 'self'";
// The name that the README gives. No 'allow-duplicates': a second policy of that name throws.
const TRUSTED = `${POLICY}; require-trusted-types-for 'script'; trusted-types living-well-dialogues`;

const html = readFileSync(new URL('../../stories/host-page/index.html', import.meta.url), 'utf8');
const classic = '<script defer src="/dist/dialogues.js"></script>';
const module = '<script type="module" src="/dist/dialogues.mjs"></script>';
assert.ok(html.includes(classic), 'the host page loads the script in another way');

const { browser, house } = await openHouse();

const cases = [
  ['strict', POLICY, classic],
  ['strict, the module', POLICY, module],
  ['strict with trusted types', TRUSTED, classic],
  ['strict with trusted types, the module', TRUSTED, module],
  ['strict with trusted types, both files', TRUSTED, `${classic}${module}`],
];

for (const [title, policy, scripts] of cases) {
  test(`the host page is whole under a policy that is ${title}`, async (t) => {
    const address = house.serve('/strict.html', html.replace(classic, scripts), { 'Content-Security-Policy': policy });
    const visit = await openPage(browser, address, { test: t });
    assert.ok((await visit.ready()) > 40);
    const player = 'dialogue-player[dialogue="introduction"]';
    await visit.press(player);
    await visit.hears(player);
    // The marks of what is heard, the announcer and the lean of the timeline are made by script: they too must pass.
    await visit.until((player) => document.querySelector(`${player} p[aria-current]`), player);
    await visit.press('prompt-deck[dialogue="whose-risk-is-it-anyway"]', 'next');
    await visit.until(() => /2 of/.test(document.querySelector('[role="status"]')?.textContent));
    await visit.assertQuiet();
  });
}

test('the failed face is whole under the strictest policy', async (t) => {
  house.break(t, '/dist/living-well/bundle.json', answerWith(500));
  const address = house.serve('/strict.html', html, { 'Content-Security-Policy': TRUSTED });
  const visit = await openPage(browser, address, { test: t });
  assert.ok((await visit.states()).every((state) => state.endsWith(' failed')));
  house.mend('/dist/living-well/bundle.json');
  await visit.press('tension-card', 'retry');
  await visit.until(() => document.querySelector('tension-card').dataset.state === 'ready');
  await visit.assertQuiet({ broken: ['/dist/living-well/bundle.json'] });
});

test('a policy that is broken is noticed by these tests', async (t) => {
  const address = house.serve('/strict.html', html.replace('</body>', '<p style="color:red">Red</p></body>'), {
    'Content-Security-Policy': POLICY,
  });
  const visit = await openPage(browser, address, { test: t });
  await visit.ready();
  await assert.rejects(visit.assertQuiet());
});
