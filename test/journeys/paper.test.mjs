// What prints by itself: cards to cut out, and a transcript in large type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';
import { drawnOn, pagesIn } from '../support/pdf.mjs';
import { answerWith } from '../support/server.mjs';

const { browser, house } = await openHouse();

async function open(test) {
  const visit = await openPage(browser, house.origin, { test });
  await visit.ready();
  return visit;
}

/** Presses a button that prints, and renders on A4 what the browser would have printed at that moment. */
async function printed(page, tag, part) {
  const before = await page.evaluate(() => document.adoptedStyleSheets.length);
  await page.evaluate(
    (tag, part) =>
      new Promise((resolve) => {
        window.print = resolve;
        document.querySelector(tag).shadowRoot.querySelector(`[part=${part}]`).click();
      }),
    tag,
    part,
  );
  await page.emulateMediaType('print');
  const shown = await page.evaluate(() => {
    const paper = document.documentElement.lastElementChild;
    const inside = (selector) => [...paper.shadowRoot.querySelectorAll(selector)];
    const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const others = [...document.querySelectorAll('*')].slice(1).filter((element) => element !== paper);
    const [copy] = inside('[data-alone]');
    const letters = inside('[data-alone=large] *').map((words) => getComputedStyle(words));
    return {
      sheets: document.adoptedStyleSheets.length,
      others: others.filter(isSeen).map(({ outerHTML }) => outerHTML.slice(0, 80)),
      words: copy.innerText,
      title: getComputedStyle(copy, '::before').content,
      colours: [...new Set(inside('[data-alone], [data-alone] *').map((words) => getComputedStyle(words).color))],
      cards: inside('[data-alone=cards] > li').map((card) => {
        const { width, height } = card.getBoundingClientRect();
        return [width / window.innerWidth, height];
      }),
      titles: inside('[data-alone=cards] > li').map((card) => getComputedStyle(card, '::before').content),
      sizes: [...new Set(letters.map(({ fontSize }) => parseFloat(fontSize)))],
      addresses: inside('[data-alone=cards] a').map((a) => getComputedStyle(a, '::after').content),
      cues: inside('[data-cue]').filter(isSeen).length,
    };
  });
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  const left = await page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.length,
    papers: document.documentElement.querySelectorAll(':scope > :not(head, body)').length,
  }));
  await page.emulateMediaType('screen');
  assert.equal(shown.sheets, before + 1);
  assert.deepEqual(left, { sheets: before, papers: 0 });
  assert.deepEqual(shown.others, []);
  assert.deepEqual(shown.colours, ['rgb(0, 0, 0)']);
  return { ...shown, pages: pagesIn(pdf), drawn: drawnOn(pdf) };
}

test('the questions alone print as cards, eight on a sheet of A4, each with where to hear it', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  // A4 at 96 to the inch.
  await page.setViewport({ width: 794, height: 1123 });
  const count = await page.$eval('prompt-deck', (deck) => deck.querySelectorAll('li').length);
  const { cards, pages, drawn, words, titles, addresses } = await printed(page, 'prompt-deck', 'print-cards');
  assert.equal(cards.length, count);
  for (const [width, height] of cards) {
    assert.ok(Math.abs(width - 0.5) < 0.01, `a card ${width} of the paper wide`);
    assert.ok(height > 275 && height < 281, `a card ${height} high`);
  }
  assert.equal(pages, Math.ceil(count / 8));
  // Eight and two, where six and four would be as many pages.
  assert.equal(count, 10);
  assert.ok(drawn[0] > 3 * drawn[1], `${drawn} bytes`);
  assert.match(words, /Picture the key on the table/);
  assert.deepEqual(new Set(titles), new Set([`"${dialogueById('whose-risk-is-it-anyway').title}"`]));
  // An engine resolves `attr()`, or leaves it: the page's own address is there in any case.
  assert.ok(addresses.length > 6 && addresses.every((address) => address.includes(house.origin)), addresses[0]);
  await visit.assertQuiet();
});

test('a transcript alone prints in large type, from the first word to the last', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  await visit.until(() => document.querySelector('dialogue-player [data-cue]'));
  const cues = await page.$eval('dialogue-player', (player) => player.querySelectorAll('[data-cue]').length);
  assert.ok(cues > 20);
  const { sizes, cues: shown, title, pages } = await printed(page, 'dialogue-player', 'print-words');
  // 18 points.
  assert.deepEqual(sizes, [24]);
  assert.match(title, /^"\w/);
  assert.equal(shown, cues);
  assert.ok(pages > 1 && pages < 12, `${pages} pages`);
  await visit.assertQuiet();
});

test('of a transcript of 5,000 lines each is printed, though few are drawn yet when the button is pressed', async (t) => {
  const time = (seconds) => new Date(seconds * 1000).toISOString().slice(11, -1);
  const cues = Array.from({ length: 5000 }, (_, i) => `${time(i * 2)} --> ${time(i * 2 + 2)}\n<v Ann>Sentence ${i}.\n`);
  house.break(t, '/long.vtt', answerWith(200, `WEBVTT\n\n${cues.join('\n')}`, 'text/vtt'));
  const dialogue = {
    id: 'long',
    title: 'Long',
    summary: 'Long.',
    audio: { sources: [{ src: '/long.mp3', type: 'audio/mpeg' }], duration: 10_000 },
    transcript: [{ src: '/long.vtt', language: 'en-GB' }],
  };
  const bundle = { format: 1, title: 'Long', summary: 'Long.', language: 'en-GB', dialogues: [dialogue] };
  house.break(t, '/long.json', answerWith(200, JSON.stringify(bundle), 'application/json'));
  const address = house.serve('/long.html', pageOf('<dialogue-transcript src="/long.json"></dialogue-transcript>'));
  // Pressed as soon as it can be, long before the last line is there.
  const pressSoon = () => {
    const lines = () => document.querySelectorAll('[data-cue]').length;
    window.print = () =>
      (window.printed = document.documentElement.lastElementChild.shadowRoot.querySelectorAll('[data-cue]').length);
    new MutationObserver((_, watch) => {
      const button = document.querySelector('dialogue-transcript')?.shadowRoot?.querySelector('[part=print-words]');
      if (!lines() || !button) return;
      watch.disconnect();
      window.pressed = lines();
      button.click();
    }).observe(document, { childList: true, subtree: true });
  };
  const visit = await openPage(browser, address, { test: t, before: (page) => page.evaluateOnNewDocument(pressSoon) });
  const { page } = visit;
  await visit.until(() => window.printed);
  const { pressed, printed } = await page.evaluate(() => ({ pressed: window.pressed, printed: window.printed }));
  assert.ok(pressed < 5000, `${pressed} drawn at the press`);
  assert.equal(printed, 5000);
  const pages = pagesIn(await page.pdf({ format: 'A4', timeout: 60_000 }));
  assert.ok(pages > 150, `${pages} pages`);
  await visit.assertQuiet();
});

test('the record of a meeting prints alone, with what was noted', async (t) => {
  const visit = await open(t);
  const { page } = visit;
  await visit.press('team-session', 'begin');
  await visit.press('team-session', 'end');
  await visit.part('team-session', 'print');
  const { words, pages } = await printed(page, 'team-session', 'print');
  assert.match(words, /Whose risk is it/);
  assert.equal(pages, 1);
  await visit.assertQuiet();
});

test('nothing of the page is printed, whatever it insists on, and all of ours is', async (t) => {
  const insistence = `div, main, ol, li { display: block !important }
    [hidden] { display: none !important }
    * { color: #c00 !important; font-size: 40px !important }
    body { display: grid; margin: 50px !important; columns: 2; background: #ccc !important }
    body::before { content: 'A ribbon' }`;
  const address = house.serve(
    '/insists.html',
    pageOf(
      `Loose words <header><p>The masthead</p></header><div hidden>Hidden words</div>
<main><div><prompt-deck dialogue="whose-risk-is-it-anyway"></prompt-deck></div>
<dialogue-transcript dialogue="whose-risk-is-it-anyway"></dialogue-transcript></main>
<div>The cookies</div> And more of them`,
      { head: `<style>${insistence}</style><script defer src="/dist/dialogues.js"></script>` },
    ),
  );
  const visit = await openPage(browser, address, { test: t });
  await visit.ready();
  const { page } = visit;
  await page.setViewport({ width: 794, height: 1123 });
  const count = await page.$eval('prompt-deck', (deck) => deck.querySelectorAll('li').length);
  const { cards, pages } = await printed(page, 'prompt-deck', 'print-cards');
  assert.equal(cards.length, count);
  for (const [width, height] of cards) assert.ok(Math.abs(width - 0.5) < 0.01 && height > 275 && height < 281);
  assert.equal(pages, Math.ceil(count / 8));
  const { sizes, cues } = await printed(page, 'dialogue-transcript', 'print-words');
  assert.deepEqual(sizes, [24]);
  assert.ok(cues > 20, `${cues} lines`);
  await visit.assertQuiet();
});
