import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cuesOf, dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage } from '../support/open-page.mjs';

// Those that the partner placed by hand; the whole series, at the end of the page, has others of the same dialogues.
const introduction = 'article dialogue-player[dialogue="introduction"]';
const value = '#dialogues dialogue-player[dialogue="what-do-we-value"]';
const risk = '#dialogues dialogue-player[dialogue="whose-risk-is-it-anyway"]';
const card = 'article tension-card[dialogue="whose-risk-is-it-anyway"]';
const deck = 'article prompt-deck[dialogue="whose-risk-is-it-anyway"]';

const [firstChapter, secondChapter] = dialogueById('introduction').chapters;
const riskyLine = cuesOf(dialogueById('whose-risk-is-it-anyway'))[5];
const moment = dialogueById('whose-risk-is-it-anyway').prompts[0].moment;

const { browser, house } = await openHouse();

const arrive = async (t) => {
  const visit = await openPage(browser, `${house.origin}/`, { test: t });
  await visit.ready();
  return visit;
};

/** Where the keyboard is, through shadow roots. */
const focus = (visit) =>
  visit.page.evaluateHandle(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  });

/** Presses Tab until the keyboard is on something with this role and a name that matches. */
async function tabTo(visit, role, name) {
  const seen = [];
  for (let step = 0; step < 60; step++) {
    await visit.page.keyboard.press('Tab');
    const spoken = await visit.spoken(await focus(visit));
    seen.push(`${spoken.role} ${spoken.name}`);
    if (spoken.role === role && name.test(spoken.name)) return seen;
  }
  return assert.fail(`Tab did not come to a ${role} ${name}, only to ${seen.join(' · ')}`);
}

test('all elements of the host page wake, and not a byte of sound is asked for before a press', async (t) => {
  const visit = await openPage(browser, `${house.origin}/`, { test: t });
  await visit.ready();
  const byHand = await visit.page.$$eval(
    'main [data-state]',
    (all) => all.filter((one) => !one.closest('#series')).length,
  );
  assert.equal(byHand, 16);
  const whole = await visit.page.$$eval('#series [data-state]', (all) => [
    ...new Set(all.map(({ localName }) => localName)),
  ]);
  assert.deepEqual(whole.sort(), [
    'dialogue-player',
    'dialogue-series',
    'learning-list',
    'participant-list',
    'prompt-deck',
    'series-credits',
    'series-section',
    'tension-card',
    'tension-list',
  ]);
  await visit.page.waitForNetworkIdle({ idleTime: 300 });
  assert.deepEqual(visit.sounds, []);
  assert.equal(await visit.sees(`${introduction} > audio`), false, 'the plain audio is shown beside the player');
  assert.match(await visit.wordsOf(introduction), /Introduction/);
  // Each element fetched once what all of them read.
  assert.equal(visit.requests.filter((address) => address.endsWith('/bundle.json')).length, 1);
  await visit.assertQuiet();
});

test('a press on play sounds, and transcript and chapters go along', async (t) => {
  const visit = await arrive(t);
  await visit.page.$eval(introduction, (player) => {
    globalThis.chapters = [];
    player.addEventListener('dialogue-player-chapterchange', (event) => globalThis.chapters.push(event.index));
  });
  const currentLines = () =>
    visit.page.$$eval(`${introduction} [data-dialogue-words] p[aria-current]`, (lines) =>
      lines.map(({ textContent }) => textContent.trim()),
    );
  const currentChapter = () =>
    visit.page.$$eval(`${introduction} [data-dialogue-words] li[aria-current]`, (items) =>
      items.map(({ textContent }) => textContent.trim().replace(/\s+/g, ' ')),
    );

  await visit.press(introduction);
  await visit.hears(introduction);
  await visit.untilNamed(introduction, /^Pause: Introduction$/);
  await visit.until((selector) => document.querySelector(`${selector} p[aria-current]`), introduction);
  const first = await currentLines();
  assert.equal(first.length, 1);
  assert.deepEqual(await currentChapter(), [`0:00 ${firstChapter.title}`]);

  await visit.set(introduction, 'currentTime', secondChapter.startTime - 0.9);
  await visit.until(() => globalThis.chapters.includes(1));
  await visit.until(
    (selector, title) => document.querySelector(`${selector} li[aria-current]`)?.textContent.includes(title),
    introduction,
    secondChapter.title,
  );
  assert.equal((await currentChapter()).length, 1);
  await visit.until(
    (selector, first) => {
      const line = document.querySelector(`${selector} p[aria-current]`);
      return line && line.textContent.trim() !== first;
    },
    introduction,
    first[0],
  );
  assert.equal((await currentLines()).length, 1);
  await visit.assertQuiet();
});

test('the card and the player of one dialogue agree', async (t) => {
  const visit = await arrive(t);
  await visit.press(card);
  await visit.hears(risk);
  await visit.untilNamed(card, /^Pause: Whose risk/);
  await visit.untilNamed(risk, /^Pause: Whose risk/);
  await visit.press(risk);
  await visit.untilNamed(card, /^Play: Whose risk/);
  await visit.untilNamed(risk, /^Play: Whose risk/);
  assert.equal(await visit.playing(), 0);
  await visit.assertQuiet();
});

test('the transcript beside the player marks the line that is heard, and a press on another line goes there', async (t) => {
  const visit = await arrive(t);
  const lines = 'dialogue-transcript [data-dialogue-words] p';
  await visit.press(card);
  await visit.until((lines) => document.querySelector(`${lines}[aria-current]`), lines);
  const { text, start } = riskyLine;
  const [link] = (await visit.page.$$(`${lines} > a`)).slice(5);
  await link.click();
  await visit.until((risk, start) => document.querySelector(risk).currentTime >= start - 0.1, risk, start);
  await visit.until(
    (lines, text) => document.querySelector(`${lines}[aria-current]`)?.textContent.includes(text),
    lines,
    text,
  );
  assert.ok((await visit.get(risk, 'currentTime')) < start + 6);
  await visit.assertQuiet();
});

test('starting another dialogue pauses the first, which keeps its place', async (t) => {
  const visit = await arrive(t);
  await visit.press(introduction);
  await visit.hears(introduction);
  await visit.set(introduction, 'currentTime', 50);
  await visit.hears(introduction);
  await visit.page.$eval(introduction, (player) => {
    globalThis.pauses = 0;
    player.addEventListener('pause', () => globalThis.pauses++);
  });
  await visit.press(value);
  await visit.hears(value);
  await visit.untilNamed(introduction, /^Play: Introduction$/);
  assert.equal(await visit.page.evaluate(() => globalThis.pauses), 1);
  assert.equal(await visit.playing(), 1);
  const place = await visit.get(introduction, 'currentTime');
  assert.ok(place > 50 && place < 56, `its place is ${place}`);
  assert.ok((await visit.get(value, 'currentTime')) < 10);

  await visit.press(introduction);
  await visit.hears(introduction);
  const back = await visit.get(introduction, 'currentTime');
  assert.ok(back >= place - 0.5 && back < place + 6, `it went on at ${back} instead of ${place}`);
  await visit.assertQuiet();
});

test('by keyboard alone: play, pause, seek, and play from a line of the transcript', async (t) => {
  const visit = await arrive(t);
  const { keyboard } = visit.page;
  await tabTo(visit, 'button', /^Play: Introduction$/);
  await keyboard.press('Space');
  await visit.hears(introduction);
  await keyboard.press('Enter');
  await visit.untilNamed(introduction, /^Play: Introduction$/);
  assert.equal(
    (await visit.spoken(await focus(visit))).name,
    'Play: Introduction',
    'the press lost the keyboard’s place',
  );

  await tabTo(visit, 'slider', /./);
  const before = await visit.get(introduction, 'currentTime');
  for (let step = 0; step < 3; step++) await keyboard.press('ArrowRight');
  await visit.until(
    (selector, before) => document.querySelector(selector).currentTime >= before + 2,
    introduction,
    before,
  );
  await keyboard.press('ArrowLeft');
  await visit.until(
    (selector, before) => document.querySelector(selector).currentTime < before + 2.9,
    introduction,
    before,
  );
  assert.match((await visit.spoken(await focus(visit))).valuetext ?? '', /second.* of 3 minutes/);

  // Into the transcript: one stop, then out again.
  await tabTo(visit, 'link', /^\d+:\d\d$/);
  const text = async () => (await visit.spoken(await focus(visit))).name;
  while (!(await (await focus(visit)).evaluate((link) => link.closest('p')))) await tabTo(visit, 'link', /^\d+:\d\d$/);
  const first = await focus(visit);
  await keyboard.press('Tab');
  const outside = await (await focus(visit)).evaluate((next, first) => !first.closest('details').contains(next), first);
  assert.ok(outside, 'the transcript is more than one tab stop');
  await keyboard.down('Shift');
  await keyboard.press('Tab');
  await keyboard.up('Shift');
  assert.ok(await first.evaluate((link) => link === document.activeElement), 'Shift+Tab did not come back to the line');

  const times = await visit.page.$$eval(`${introduction} p > a[href*="&t="]`, (links) =>
    links.map(({ textContent, hash }) => ({ text: textContent, start: Number(/t=([\d.]+)/.exec(hash)[1]) })),
  );
  await keyboard.press('Home');
  assert.equal(await text(), times[0].text);
  await keyboard.press('ArrowDown');
  assert.equal(await text(), times[1].text);
  await keyboard.press('End');
  assert.equal(await text(), times.at(-1).text);
  await keyboard.press('ArrowUp');
  assert.equal(await text(), times.at(-2).text);
  await keyboard.press('Enter');
  await visit.hears(introduction);
  const now = await visit.get(introduction, 'currentTime');
  const { start } = times.at(-2);
  assert.ok(now >= start - 0.2 && now < start + 6, `${now} is not the line at ${start}`);
  await visit.assertQuiet();
});

test('by keyboard alone: the next question, the one before, and its moment, which ends where it ends', async (t) => {
  const visit = await arrive(t);
  const { keyboard } = visit.page;
  const question = () =>
    visit.page.$$eval(`${deck} [data-dialogue-words] li`, (cards) =>
      cards.map(({ innerText }) => innerText.trim()).filter(Boolean),
    );
  await visit.page.$eval(deck, (deck) => {
    globalThis.dealt = [];
    deck.addEventListener('prompt-deck-changed', (event) => globalThis.dealt.push(event.position));
  });
  const [first, ...others] = await question();
  assert.deepEqual(others, [], 'more than one question is on top');

  await (await visit.part(deck, 'next')).focus();
  await keyboard.press('Enter');
  await visit.until(() => globalThis.dealt.length === 1);
  const [second] = await question();
  assert.notEqual(second, first);
  await visit.until(() => /2 of \d/.test(document.querySelector('[role="status"]').textContent));
  await (await visit.part(deck, 'previous')).focus();
  await keyboard.press('Space');
  await visit.until(() => globalThis.dealt.length === 2);
  assert.deepEqual(await question(), [first]);
  assert.deepEqual(await visit.page.evaluate(() => globalThis.dealt), [1, 0]);

  const [link] = await visit.page.$$(`${deck} [data-dialogue-words] a[href*="t="]`);
  assert.match((await visit.spoken(link)).name, /Hear the moment/);
  await link.focus();
  await keyboard.press('Enter');
  await visit.hears(risk);
  const begun = await visit.get(risk, 'currentTime');
  assert.ok(begun > moment.start - 0.1 && begun < moment.start + 5, `began at ${begun}`);
  await visit.page.$eval(risk, (player) => {
    player.addEventListener('timeupdate', () => {
      globalThis.furthest = Math.max(globalThis.furthest ?? 0, player.currentTime);
    });
  });
  await visit.set(risk, 'currentTime', moment.end - 1.3);
  await visit.until((risk) => document.querySelector(risk).paused, risk);
  const end = await visit.page.evaluate(() => globalThis.furthest);
  assert.ok(Math.abs(end - moment.end) < 0.5, `paused at ${end} instead of ${moment.end}`);
  // The listener is back where they were: at the beginning.
  await visit.until((risk) => document.querySelector(risk).currentTime === 0, risk);
  await visit.untilNamed(card, /^Play/);
  await visit.assertQuiet();
});
