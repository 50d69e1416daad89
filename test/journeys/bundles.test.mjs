import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const TINY = '/fixtures/bundles/good/tiny.json';
const BUILT_IN = '/dist/living-well/bundle.json';

const { browser, house } = await openHouse();

const arrive = (t, html, options) => openPage(browser, house.serve('/bundles.html', html), { test: t, ...options });

/** How often our words stand in each element of the library, and their heading. */
const words = (visit, root = 'document') =>
  visit.page.evaluate(
    (root) =>
      [...(root === 'document' ? document : document.querySelector(root).shadowRoot).querySelectorAll('[data-state]')]
        .filter(({ localName }) => localName !== 'dialogue-bundle')
        .map((element) => ({
          boxes: element.querySelectorAll('[data-dialogue-words]').length,
          title: element.querySelector('[data-dialogue-words] :is(h2, h3)')?.innerText,
        })),
    root,
  );

const untilTitled = (visit, selector, title) =>
  visit.until(
    (selector, title) =>
      document.querySelector(`${selector} [data-dialogue-words] :is(h2, h3)`)?.innerText === title &&
      document.querySelector(selector).dataset.state === 'ready',
    selector,
    title,
  );

test('elements inside a dialogue-bundle show its bundle, whether the script or they came first', async (t) => {
  const visit = await arrive(
    t,
    pageOf(`<dialogue-bundle src="${TINY}"><div><dialogue-player></dialogue-player></div></dialogue-bundle>
      <dialogue-player id="outside"></dialogue-player>`),
    {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          globalThis.heard = [];
          document.addEventListener('dialogue-bundle-ready', (event) => globalThis.heard.push(event.bundle.title));
        }),
    },
  );
  await visit.ready();
  assert.deepEqual(await words(visit), [
    { boxes: 1, title: 'Being heard' },
    { boxes: 1, title: 'Introduction' },
  ]);
  await visit.page.$eval('dialogue-bundle', (bundle) => {
    const late = document.createElement('dialogue-transcript');
    const section = document.createElement('section');
    section.append(late);
    bundle.append(section);
  });
  await visit.until(() => /Transcript/.test(document.querySelector('dialogue-transcript').innerText));
  await visit.ready();
  assert.deepEqual(await visit.page.evaluate(() => globalThis.heard), ['Small talks']);
  assert.equal(visit.requests.filter((address) => address === TINY).length, 1);
  await visit.press('dialogue-bundle dialogue-player');
  await visit.hears('dialogue-bundle dialogue-player');
  await visit.assertQuiet();
});

test('children that the server sends later show the bundle, and are not taken for another’s', async (t) => {
  let goOn;
  const parts = new Promise((resolve) => (goOn = resolve));
  const streamed = async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    const [start, end] = pageOf(
      `<dialogue-bundle src="${TINY}"><dialogue-player><p>Fallback, first half<!-- cut --> and second half.</p>
       <audio controls preload="none" src="/fixtures/audio/tone.mp3"></audio></dialogue-player>
       <tension-card><p>No tension here</p></tension-card></dialogue-bundle>`,
      { head: '<script src="/dist/dialogues.js"></script>' },
    ).split('<!-- cut -->');
    // Browsers show a page from its first kilobyte on.
    response.write(start + `<!-- ${'-'.repeat(2048)} -->`);
    await parts;
    response.end(end);
    return true;
  };
  const address = house.serve('/streamed.html', streamed);
  const opened = openPage(browser, address, {
    test: t,
    before: (page) => {
      page.on('requestfinished', async (request) => {
        if (!request.url().endsWith(TINY)) return;
        await wait(150);
        goOn();
      });
      // In case the bundle waits for the page: then the page goes on by itself.
      setTimeout(goOn, 3000).unref();
    },
  });
  const visit = await opened;
  const states = await visit.states();
  assert.deepEqual(states, ['dialogue-bundle ready', 'dialogue-player ready', 'tension-card failed']);
  assert.deepEqual((await words(visit))[0], { boxes: 1, title: 'Being heard' });
  assert.equal(await visit.sees('dialogue-player > audio'), false);
  assert.equal(await visit.sees('tension-card > p'), true);
  assert.ok(!visit.requests.includes(BUILT_IN), 'the built-in bundle was fetched for nothing');
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.assertQuiet();
});

test('an inline bundle that arrives in two parts is read when it is whole', async (t) => {
  const streamed = async (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    const inline = {
      format: 1,
      title: 'Inline',
      summary: 'In the page.',
      language: 'en-GB',
      dialogues: [
        {
          id: 'one',
          title: 'From the page itself',
          summary: 'A summary.',
          audio: { sources: [{ src: '/fixtures/audio/tone.mp3', type: 'audio/mpeg' }], duration: 20 },
          transcript: [{ src: '/fixtures/transcripts/two-voices.vtt', language: 'en-GB' }],
        },
      ],
    };
    const html = pageOf(
      `<dialogue-bundle><script type="application/json">${JSON.stringify(inline)}</script>
       <dialogue-player></dialogue-player></dialogue-bundle>`,
      { head: '<script src="/dist/dialogues.js"></script>' },
    );
    const middle = html.indexOf('"dialogues"');
    response.write(html.slice(0, middle) + ' '.repeat(2048));
    await wait(400);
    response.end(html.slice(middle));
    return true;
  };
  const visit = await openPage(browser, house.serve('/inline.html', streamed), { test: t });
  await visit.ready();
  assert.deepEqual(await words(visit), [{ boxes: 1, title: 'From the page itself' }]);
  assert.ok(!visit.requests.includes(BUILT_IN), 'the built-in bundle was fetched for nothing');
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.assertQuiet();
});

test('an element that moves shows the bundle where it is now, and its clone shows the same', async (t) => {
  const visit = await arrive(
    t,
    pageOf(`<dialogue-bundle id="one" src="${TINY}"><dialogue-player id="moves"></dialogue-player></dialogue-bundle>
      <dialogue-bundle id="two" src="${BUILT_IN}"></dialogue-bundle><main></main>`),
  );
  await visit.ready();
  await untilTitled(visit, '#moves', 'Being heard');
  await visit.page.evaluate(() => document.querySelector('#two').append(document.querySelector('#moves')));
  await untilTitled(visit, '#moves', 'Introduction');
  await visit.page.evaluate(() => document.querySelector('#one').append(document.querySelector('#moves')));
  await untilTitled(visit, '#moves', 'Being heard');
  await visit.page.evaluate(() => {
    const copy = document.querySelector('#moves').cloneNode(true);
    copy.id = 'copy';
    document.querySelector('#one').append(copy);
  });
  await untilTitled(visit, '#copy', 'Being heard');
  assert.deepEqual(await words(visit), [
    { boxes: 1, title: 'Being heard' },
    { boxes: 1, title: 'Being heard' },
  ]);
  // Two views of one dialogue: they agree.
  await visit.press('#copy');
  await visit.hears('#moves');
  await visit.untilNamed('#moves', /^Pause/);

  // The whole bundle with all inside, cloned and put elsewhere.
  await visit.page.evaluate(() => {
    const copy = document.querySelector('#one').cloneNode(true);
    copy.id = 'three';
    for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
    document.querySelector('main').append(copy);
  });
  await untilTitled(visit, '#three dialogue-player', 'Being heard');
  assert.deepEqual(
    (await words(visit)).map(({ boxes }) => boxes),
    [1, 1, 1, 1],
  );
  await visit.assertQuiet();
});

test('a player that moves in the page while it plays goes on, and one that is taken away falls silent', async (t) => {
  const visit = await arrive(t, pageOf('<main></main><dialogue-player></dialogue-player>'));
  await visit.ready();
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.page.evaluate(() => document.querySelector('main').append(document.querySelector('dialogue-player')));
  await visit.hears('dialogue-player');
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll('[data-dialogue-words]').length), 1);
  const place = await visit.page.evaluate(() => {
    const player = document.querySelector('dialogue-player');
    globalThis.kept = player;
    player.remove();
    return player.currentTime;
  });
  await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
  await visit.page.evaluate(() => document.body.append(globalThis.kept));
  await visit.ready();
  const now = await visit.get('dialogue-player', 'currentTime');
  assert.ok(Math.abs(now - place) < 0.5, `it came back at ${now} instead of ${place}`);
  await visit.untilNamed('dialogue-player', /^Play/);
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.assertQuiet();
});

test('inside somebody else’s shadow root the words have the same style', async (t) => {
  const visit = await arrive(
    t,
    pageOf(`<dialogue-player></dialogue-player><their-card></their-card><script>
      customElements.define('their-card', class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<dialogue-player></dialogue-player>';
        }
      });
    </script>`),
  );
  await visit.ready();
  await visit.until(() => {
    const inside = document.querySelector('their-card').shadowRoot.querySelector('dialogue-player');
    return [document.querySelector('dialogue-player'), inside].every((player) =>
      player.querySelector('p > a[href*="t="]'),
    );
  });
  const [outside, inside] = await visit.page.evaluate(() => {
    const inside = document.querySelector('their-card').shadowRoot.querySelector('dialogue-player');
    const properties = ['display', 'gap', 'margin', 'padding', 'listStyleType', 'maxHeight', 'overflowY', 'cursor'];
    return [document.querySelector('dialogue-player'), inside].map((player) =>
      [...player.querySelectorAll('[data-dialogue-words] *')].map((element) => {
        const style = getComputedStyle(element);
        return [element.localName, ...properties.map((property) => style[property])].join(' ');
      }),
    );
  });
  assert.ok(outside.length > 20);
  // That they are styled at all: a list without bullets, a transcript that scrolls.
  assert.ok(
    outside.some((style) => /^ol .* none /.test(style)) && outside.some((style) => /^div .* auto /.test(style)),
  );
  assert.deepEqual(inside, outside);
  await visit.assertQuiet();
});

test('a bundle that cannot be had fails all inside at once, says so once, and Retry on one brings all back', async (t) => {
  house.break(t, TINY, (_request, response) => {
    response.writeHead(503);
    response.end();
    return true;
  });
  const visit = await arrive(
    t,
    pageOf(
      `<dialogue-bundle src="${TINY}"><dialogue-player><p>Plain</p></dialogue-player>
       <dialogue-transcript><p>Plain</p></dialogue-transcript></dialogue-bundle>`,
    ),
    {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          globalThis.failures = 0;
          document.addEventListener('dialogue-bundle-failed', () => globalThis.failures++);
        }),
    },
  );
  assert.deepEqual(await visit.states(), [
    'dialogue-bundle failed',
    'dialogue-player failed',
    'dialogue-transcript failed',
  ]);
  assert.equal(await visit.page.evaluate(() => globalThis.failures), 1);
  assert.ok((await visit.sees('dialogue-player > p')) && (await visit.sees('dialogue-transcript > p')));
  house.mend(TINY);
  await visit.press('dialogue-transcript', 'retry');
  await visit.until(() =>
    [...document.querySelectorAll('[data-state]')].every(({ dataset }) => dataset.state === 'ready'),
  );
  await visit.press('dialogue-player');
  await visit.hears('dialogue-player');
  await visit.assertQuiet({ broken: [TINY] });
});
