import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player[dialogue="introduction"]';
const other = 'dialogue-player[dialogue="what-do-we-value"]';

const players = `
<dialogue-player dialogue="introduction" no-transcript></dialogue-player>
<dialogue-player dialogue="what-do-we-value" no-transcript></dialogue-player>
<dialogue-transcript dialogue="introduction"></dialogue-transcript>`;
const whole = `
<dialogue-bundle src="/dist/living-well/bundle.json">
${players}
<tension-card dialogue="what-do-we-value"></tension-card>
<prompt-deck dialogue="what-do-we-value" layout="list"></prompt-deck>
<participant-list dialogue="what-do-we-value"></participant-list>
</dialogue-bundle>`;
const dock = '<dialogue-dock src="/dist/living-well/bundle.json"></dialogue-dock>';

const scripts = (...files) => files.map((file) => `<script defer src="/dist/${file}"></script>`).join('');

const { browser, house } = await openHouse();

const arrive = (t, body, options) => openPage(browser, house.serve('/listen.html', pageOf(body, options)), { test: t });

test('listen.js alone plays, shows the words and the dock, and leaves other tags as the page wrote them', async (t) => {
  const body = `${players}${dock}<tension-card><p>Written by the page.</p></tension-card>`;
  const visit = await arrive(t, body, { head: scripts('listen.js') });
  await visit.until(() =>
    [...document.querySelectorAll('dialogue-player, dialogue-transcript')].every(
      ({ dataset }) => dataset.state === 'ready',
    ),
  );
  await visit.until(() => document.querySelector('dialogue-transcript [data-cue]'));
  await visit.press(player);
  await visit.hears(player);
  await visit.untilNamed('dialogue-dock', /^Pause: Introduction$/);
  assert.equal(await visit.page.evaluate(() => customElements.get('tension-card')), undefined);
  assert.equal(await visit.sees('tension-card p'), true);
  await visit.assertQuiet();
});

/** What a person reads in each element, as dialogues.js alone gave it. */
let usual;

for (const files of [
  ['dialogues.js'],
  ['listen.js', 'dialogues.js'],
  ['dialogues.js', 'listen.js'],
  ['listen.js', 'listen.cy.js', 'dialogues.js'],
]) {
  test(`comes to the same page, with one voice, by ${files.join(' and then ')}`, async (t) => {
    const visit = await arrive(t, whole + dock, { head: scripts(...files) });
    await visit.until(() => document.querySelectorAll('dialogue-bundle [data-state="ready"]').length === 6);
    await visit.until(() => document.querySelector('dialogue-transcript [data-cue]'));
    const words = await visit.page.$$eval('dialogue-bundle [data-state]', (elements) =>
      elements.map((element) => [element.localName, element.innerText]),
    );
    usual ??= words;
    assert.deepEqual(words, usual);

    await visit.press(player);
    await visit.hears(player);
    await visit.untilNamed('dialogue-dock', /^Pause: Introduction$/);
    await visit.press('tension-card');
    await visit.hears(other);
    await visit.untilNamed('dialogue-dock', /^Pause: What do we value/);
    assert.equal(await visit.playing(), 1);
    await visit.assertQuiet();
  });
}

test('in a Welsh page listen.cy.js speaks Welsh, and listen.js says that it is English', async (t) => {
  for (const [file, name, language] of [
    ['listen.cy.js', /^Chwarae: /, 'cy'],
    ['listen.js', /^Play: /, 'en-GB'],
  ]) {
    const visit = await arrive(t, players, { head: scripts(file), lang: 'cy' });
    await visit.ready();
    await visit.untilNamed(player, name);
    const marked = await visit.page.$eval(player, ({ shadowRoot }) => shadowRoot.querySelector('.machine').lang);
    assert.equal(marked, language);
    await visit.assertQuiet();
  }
});
