// Hosts that strip custom elements keep figures with data attributes: the script makes our elements of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const SOUND = '/dist/living-well/audio/what-do-we-value.mp3';
const figure = (more = '') =>
  `<figure data-lwd="dialogue-player" data-dialogue="what-do-we-value" data-layout="compact" data-heading-level="3" ${more}><audio controls preload="none" src="${SOUND}"></audio><a href="/dist/living-well/transcripts/what-do-we-value.vtt">Transcript</a><figcaption>From the series</figcaption></figure>`;
const player = 'figure dialogue-player';

const { browser, house } = await openHouse({ autoplay: 'allowed' });

const arrive = (t, body, options) =>
  openPage(browser, house.serve('/figures.html', pageOf(body, options)), { test: t, ...options });

for (const script of ['dialogues.js', 'listen.js']) {
  test(`${script} makes a player of a figure, in its place, with what the figure says of it`, async (t) => {
    const head = `<script defer src="/dist/${script}"></script>`;
    const visit = await arrive(t, `<p>Before</p>${figure()}<p>After</p>`, { head });
    await visit.ready();
    assert.deepEqual(
      await visit.page.$eval(player, (one) => [one.dialogue, one.layout, one.headingLevel, one.parentNode.localName]),
      ['what-do-we-value', 'compact', 3, 'figure'],
    );
    assert.equal(await visit.page.$eval('figure', (one) => one.innerText.match(/Transcript/g).length), 1);
    assert.ok(await visit.sees('figcaption'));
    assert.equal(await visit.sees('figure audio'), false);
    await visit.press(player);
    await visit.hears(player);
    await visit.assertQuiet();
  });
}

test('a figure that comes later is made a player too', async (t) => {
  const visit = await arrive(t, '<main></main>');
  await visit.page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    document.querySelector('main').append(...parsed.body.childNodes);
  }, figure());
  await visit.until(() => document.querySelector('figure dialogue-player')?.dataset.state === 'ready');
  await visit.assertQuiet();
});

test('whoever listens already is left to listen, and has the player after', async (t) => {
  const visit = await arrive(t, figure(), { head: '' });
  await visit.page.$eval('figure audio', (audio) => {
    audio.muted = true;
    return audio.play();
  });
  await visit.page.evaluate(async () => {
    const script = document.createElement('script');
    script.src = '/dist/dialogues.js';
    await new Promise((resolve) => {
      script.onload = resolve;
      document.head.append(script);
    });
  });
  assert.equal(await visit.page.$eval('figure audio', ({ paused }) => paused), false);
  assert.equal(await visit.page.$('figure dialogue-player'), null);
  await visit.page.$eval('figure audio', (audio) => audio.pause());
  await visit.until(() => document.querySelector('figure dialogue-player')?.dataset.state === 'ready');
  await visit.assertQuiet();
});

test('a figure can make nothing but our own tags, with nothing but their own attributes', async (t) => {
  const visit = await arrive(
    t,
    `<figure data-lwd="script" data-src="/evil.js"></figure><figure data-lwd="img" data-onerror="boom()"></figure>
     <figure data-lwd="video"><a href="/words">Words</a></figure>${figure('data-onclick="boom()" data-style="color:red" data-id="x"')}`,
  );
  await visit.ready();
  assert.deepEqual(await visit.page.$$eval('figure script, figure img, figure video', (them) => them.length), 0);
  assert.deepEqual(
    await visit.page.$eval(player, (one) =>
      one
        .getAttributeNames()
        .filter((name) => !name.startsWith('data-'))
        .sort(),
    ),
    ['dialogue', 'heading-level', 'layout'],
  );
  assert.equal(await visit.page.$eval('figure a', ({ innerText }) => innerText), 'Words');
  await visit.assertQuiet();
});
