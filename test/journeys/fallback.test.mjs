import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jumpsOf, openBeforeItsScript } from '../support/jumps.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const { browser, house } = await openHouse();

const sound = (id) => `<audio controls preload="none" src="/dist/living-well/audio/${id}.mp3"></audio>
<p><a href="/dist/living-well/transcripts/${id}.vtt">Read the words</a></p>`;
const id = 'what-do-we-value';
const tags = {
  player: `<dialogue-player dialogue="${id}">${sound(id)}</dialogue-player>`,
  card: `<tension-card dialogue="${id}">${sound(id)}</tension-card>`,
  deck: `<prompt-deck dialogue="${id}"><p>What do you value?</p></prompt-deck>`,
  list: '<participant-list><p>Eleven people</p></participant-list>',
};
const head = (css) => `<meta name="viewport" content="width=device-width">${css}
<link rel="stylesheet" href="/host.css"><script defer src="/dist/dialogues.js"></script>`;
const linked = '<link rel="stylesheet" href="/dist/fallback.css">';
const article = (tag) => `<main><article><h1>Before</h1><p>A paragraph before.</p>${tag}<h2>After</h2>
<p>${'Much more to read. '.repeat(150)}</p></article></main>`;

/** How much a page jumps, as browsers reckon it, from its first paint until all is there. */
async function shiftOf(t, body, width, css) {
  const address = house.serve('/slow.html', pageOf(body, { head: head(css) }));
  const delay = (answer) => house.break(t, '/dist/dialogues.js', answer);
  const visit = await openBeforeItsScript(browser, address, { test: t, width, delay });
  await visit.ready();
  if (body.includes('<dialogue-player')) await visit.until(() => document.querySelector('[data-cues]'));
  await visit.assertQuiet();
  return jumpsOf(visit);
}

for (const width of [375, 1280]) {
  for (const [name, tag] of Object.entries(tags)) {
    test(`with the fallback sheet nothing jumps around a ${name} at ${width} pixels`, async (t) => {
      const shift = await shiftOf(t, article(tag), width, linked);
      t.diagnostic(`layout shift ${shift.toFixed(4)}`);
      assert.ok(shift <= 0.02, `the page jumps by ${shift}`);
    });
  }

  test(`with the fallback sheet nothing jumps in a page of all of them at ${width} pixels`, async (t) => {
    const shift = await shiftOf(t, article(Object.values(tags).join('')), width, linked);
    t.diagnostic(`layout shift ${shift.toFixed(4)}`);
    assert.ok(shift <= 0.02, `the page jumps by ${shift}`);
  });
}

test('without it the same page jumps, so that the measure measures', async (t) => {
  assert.ok((await shiftOf(t, article(tags.card), 375, '')) > 0.1);
});

test('the room is let go where no script runs, and when an element has failed', async (t) => {
  const height = (visit) => visit.page.$eval('tension-card', (card) => card.getBoundingClientRect().height);
  const address = house.serve('/still.html', pageOf(article(tags.card), { head: head(linked) }));
  const still = await openPage(browser, address, { test: t, before: (page) => page.setJavaScriptEnabled(false) });
  assert.ok((await height(still)) < 250, `${await height(still)} pixels without script`);

  const lost = tags.card.replace(id, 'nobody-recorded-this');
  const failed = await openPage(browser, house.serve('/lost.html', pageOf(article(lost), { head: head(linked) })), {
    test: t,
  });
  assert.deepEqual(await failed.states(), ['tension-card failed']);
  assert.ok((await height(failed)) < 400, `${await height(failed)} pixels when failed`);
  for (const visit of [still, failed]) await visit.assertQuiet();
});
