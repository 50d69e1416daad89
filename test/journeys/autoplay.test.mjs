import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const player = 'dialogue-player[dialogue="introduction"]';

// The page itself plays, as some pages do: what puppeteer evaluates would count as a gesture.
const html = pageOf(
  `<dialogue-player dialogue="introduction"></dialogue-player>
   <script>
     addEventListener('load', () => {
       const player = document.querySelector('dialogue-player');
       player.play().then(
         () => console.log('outcome: it plays'),
         (error) => console.log('outcome: ' + error.name),
       );
     });
   </script>`,
);

const { browser, house } = await openHouse({ autoplay: 'asks' });

test('a play that the browser refuses is said in words, and a press then plays', async (t) => {
  let told;
  const outcome = new Promise((resolve) => (told = resolve));
  const visit = await openPage(browser, house.serve('/autoplay.html', html), {
    test: t,
    before: (page) =>
      page.on('console', (message) => message.text().startsWith('outcome: ') && told(message.text().slice(9))),
  });
  assert.equal(await outcome, 'NotAllowedError');
  await visit.ready();
  await visit.until((player) => /stopped the sound/.test(document.querySelector(player).innerText), player);
  await visit.until(() => /press play/i.test(document.querySelector('[role="status"]').textContent));
  await visit.untilNamed(player, /^Play/);
  assert.equal(await visit.get(player, 'paused'), true);

  await visit.press(player);
  await visit.hears(player);
  await visit.untilNamed(player, /^Pause/);
  await visit.until((player) => !/stopped the sound/.test(document.querySelector(player).innerText), player);
  await visit.assertQuiet();
});
