import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage } from '../support/open-page.mjs';

const { browser, house } = await openHouse();

async function open(test) {
  const visit = await openPage(browser, house.origin, { test });
  await visit.ready();
  return visit;
}

test('on paper the whole deck is there, and the whole transcript, and no button', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  await page.emulateMediaType('print');
  const seen = await page.evaluate(() => ({
    cards: [...document.querySelectorAll('prompt-deck li')].map((card) => card.getBoundingClientRect().height > 20),
    cut: [...document.querySelectorAll('[data-cues]')].filter((list) => list.scrollHeight > list.clientHeight + 1)
      .length,
    buttons: [...document.querySelectorAll('dialogue-player, prompt-deck, tension-card')].flatMap((element) =>
      [...element.shadowRoot.querySelectorAll('button')].filter((button) => button.getClientRects().length),
    ).length,
  }));
  assert.ok(seen.cards.length > 6 && seen.cards.every(Boolean), `cards: ${seen.cards}`);
  assert.equal(seen.cut, 0);
  assert.equal(seen.buttons, 0);
  await visit.assertQuiet();
});

test('on paper each player and each question tells where to hear it, and no line of a transcript does', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  const addresses = (selector) =>
    page.$$eval(selector, (links) => links.map((link) => getComputedStyle(link, '::after').content));
  assert.deepEqual(new Set(await addresses('dialogue-player a, prompt-deck a')), new Set(['none']));
  await page.emulateMediaType('print');
  const told = await addresses('dialogue-player:not([layout]) [data-chapter]:first-child a');
  assert.ok(told.length >= 3, `${told.length} players with chapters`);
  for (const address of told)
    assert.match(address, /" \(" "?#dialogue=[\w-]+&t=0"? "\)"|^" \(#dialogue=[\w-]+&t=0\)"$/);
  const moments = await addresses('prompt-deck a');
  assert.ok(moments.length > 6);
  for (const address of moments) assert.match(address, /#dialogue=[\w-]+&t=\d+/);
  assert.deepEqual(new Set(await addresses('[data-cues] a')), new Set(['none']));
  // In its place under the chapter's title, and no wider than that.
  const isWithin = await page.$$eval('[data-chapter]:first-child a', (links) =>
    links.every((link) => link.scrollWidth <= link.clientWidth + 1),
  );
  assert.ok(isWithin);
  await visit.assertQuiet();
});

test('in forced colours the thumb of the seek bar and the volume can be seen', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const colours = await page.evaluate(() =>
    ['seek', 'volume'].map((part) => {
      const range = document.querySelector('dialogue-player').shadowRoot.querySelector(`[part=${part}]`);
      const { forcedColorAdjust, color } = getComputedStyle(range);
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'forced-color-adjust: none; color: CanvasText';
      return { forcedColorAdjust, isCanvasText: color === getComputedStyle(probe).color };
    }),
  );
  for (const colour of colours) assert.deepEqual(colour, { forcedColorAdjust: 'none', isCanvasText: true });
  await visit.assertQuiet();
});
