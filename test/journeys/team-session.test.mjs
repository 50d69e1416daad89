// Names of the page, where the functions run that are handed to it.
/* global localStorage, navigator, performance */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { dialogueById } from '../support/built-in.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const session = 'team-session';
const dialogue = dialogueById('what-do-we-value');

const { browser, house } = await openHouse();
// Under a policy that lets no inline style through.
const policy = { 'content-security-policy': "default-src 'self'; style-src 'self'; object-src 'none'" };
const page = (more) =>
  pageOf(`<main><h1>A meeting</h1><team-session dialogue="${dialogue.id}" minutes="15" ${more}></team-session></main>`);
house.serve('/session.html', page(''), policy);
house.serve('/kept.html', page('remember'), policy);

/** In this page a second of sleep and of the clock on the wall is as long as it is; but the page can be told that more has passed. */
function keepTime() {
  const { now } = Date;
  globalThis.passed = 0;
  Date.now = () => now() + globalThis.passed;
}

async function arrive(t, path) {
  const before = (page) => page.evaluateOnNewDocument(keepTime);
  const visit = await openPage(browser, house.origin + path, { test: t, before });
  await visit.ready();
  return visit;
}

/** By keyboard alone: a key on a part that has the focus. */
async function key(visit, name, ...keys) {
  await (await visit.part(session, name)).focus();
  for (const each of keys) await visit.page.keyboard.press(each);
}

const pass = (visit, seconds) => visit.page.evaluate((time) => void (globalThis.passed += time), seconds * 1000);
const textOf = (visit, name) =>
  visit.page.$eval(`${session} >>> [part="${name}"]`, ({ innerText }) => innerText.trim());
const isAt = (visit, step) =>
  visit.until(
    (selector, step) =>
      document.querySelector(selector).querySelector('[data-prompts] > :not([hidden]) [data-heading]')?.textContent ===
      step,
    session,
    step,
  );
const kept = (visit) => visit.page.evaluate(() => localStorage.length);

async function note(visit, index, text) {
  await (await visit.page.$$(`${session} >>> textarea`))[index].focus();
  await visit.page.keyboard.type(text);
}

/** Whether the browser asks before it leaves the page. */
async function asksBeforeItCloses(visit) {
  let asked = false;
  const answer = (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.accept();
  };
  visit.page.on('dialog', answer);
  await visit.page.reload({ waitUntil: 'domcontentloaded' });
  visit.page.off('dialog', answer);
  await visit.ready();
  return asked;
}

/** What the folder of downloads holds, once there are so many files. */
async function filesIn(folder, count) {
  for (let tries = 0; tries < 100; tries++) {
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.crdownload'));
    if (names.length >= count) return names.sort();
    await wait(50);
  }
  return assert.fail('The file never came.');
}

test('a whole meeting of a quarter of an hour, by keyboard, and its record taken away', async (t) => {
  const visit = await arrive(t, '/session.html');
  await visit.context.overridePermissions(house.origin, ['clipboard-read', 'clipboard-write']);
  const folder = await mkdtemp(join(tmpdir(), 'session-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const tools = await visit.page.createCDPSession();
  await tools.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: visit.context.id,
  });

  await key(visit, 'begin', 'Enter');
  await isAt(visit, 'Welcome');
  await pass(visit, 50);
  await visit.until(() => document.activeElement?.shadowRoot?.activeElement?.part.contains('next'));
  await visit.page.keyboard.press('Enter');

  await isAt(visit, 'Before listening');
  await visit.until(() => document.querySelector('tension-line')?.dataset.state === 'ready');
  await (await visit.part('tension-line', 'place')).focus();
  await visit.page.keyboard.press('Home');
  await (await visit.part('tension-line', 'add')).focus();
  await visit.page.keyboard.press('Enter');
  await pass(visit, 60);
  await key(visit, 'next', 'Enter');

  await isAt(visit, 'Listen together');
  assert.deepEqual(visit.sounds, [], 'no byte of sound before a person asks');
  await key(visit, 'play', 'Enter');
  await visit.until(() =>
    [...globalThis.journey.sounds].some(({ paused, currentTime }) => !paused && currentTime > 0.2),
  );
  const ends = dialogue.chapters[6].startTime;
  // Nobody has to sit through all of it.
  await visit.page.evaluate((time) => void ([...globalThis.journey.sounds][0].currentTime = time), ends - 2);
  await visit.until(() => [...globalThis.journey.sounds][0].paused);
  const stopped = await visit.page.evaluate(() => [...globalThis.journey.sounds][0].currentTime);
  assert.ok(Math.abs(stopped - ends) < 0.3, `stopped at ${stopped} instead of ${ends}`);
  await pass(visit, 200);
  await visit.until(
    (selector) =>
      /Time is up/.test(document.querySelector(selector).shadowRoot.querySelector('[part=timer]').innerText),
    session,
  );

  for (const step of ['A quiet minute', 'In pairs', 'All together', 'After listening', 'To close']) {
    await key(visit, 'next', 'Enter');
    await isAt(visit, step);
    await pass(visit, 60);
  }
  await key(visit, 'previous', 'Enter');
  await isAt(visit, 'After listening');
  await key(visit, 'next', 'Space');
  await (await visit.find(`${session} >>> [part=notes] summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await note(visit, 0, 'We hope for the same <b>line</b>.');
  await note(visit, 1, 'One hour a week');
  await key(visit, 'end', 'Enter');

  const said = await visit.until(() => {
    const words = document.querySelector('team-session [data-dialogue-words]').innerText;
    return /What we noticed/.test(words) && words;
  });
  assert.match(said, /Welcome\s+Before listening\s+Listen together/);
  assert.match(said, /Before listening: strongly towards: /);
  await key(visit, 'copy', 'Enter');
  await visit.until(() => /Copied/.test(document.querySelector('[role="status"]').textContent));
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^# What do we value\?\n\n## The Living Well Dialogues\n/);
  assert.ok(copied.includes(dialogue.prompts[0].text));
  assert.ok(
    copied.endsWith(
      '## What we noticed\n\nWe hope for the same <b>line</b>.\n\n## What we will try\n\nOne hour a week',
    ),
  );

  await key(visit, 'save', 'Enter');
  const names = await filesIn(folder, 1);
  assert.deepEqual(names, ['what-do-we-value.md']);
  assert.equal(await readFile(join(folder, names[0]), 'utf8'), copied);

  assert.equal(await asksBeforeItCloses(visit), false, 'what was taken away is not lost');
  await visit.assertQuiet();
});

test('a reload in the middle loses nothing, once the meeting is kept; and forgetting leaves nothing', async (t) => {
  const visit = await arrive(t, '/kept.html');
  await key(visit, 'begin', 'Enter');
  for (const step of ['Before listening', 'Listen together', 'A quiet minute', 'In pairs']) {
    await key(visit, 'next', 'Enter');
    await isAt(visit, step);
  }
  await (await visit.find(`${session} >>> [part=notes] summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await note(visit, 2, 'Ann');
  assert.equal(await kept(visit), 0);
  await key(visit, 'remember', 'Space');
  await visit.until(() => localStorage.length === 1);
  const from = await visit.page.evaluate(() => performance.timeOrigin);
  // The page comes back a minute later.
  await visit.page.evaluateOnNewDocument(() => void (globalThis.passed = 60_000));

  assert.equal(await asksBeforeItCloses(visit), false);
  assert.notEqual(await visit.page.evaluate(() => performance.timeOrigin), from, 'the page was loaded anew');
  await isAt(visit, 'In pairs');
  assert.match(await textOf(visit, 'timer'), /^(2:00|1:5\d)$/);
  const notes = await visit.page.$$eval(`${session} >>> textarea`, (fields) => fields.map(({ value }) => value));
  assert.deepEqual(notes, ['', '', 'Ann']);

  await (await visit.find(`${session} >>> [part=notes] summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await key(visit, 'forget', 'Enter');
  assert.equal(await kept(visit), 0);
});

test('nothing is stored unless it is asked for, and only notes that would be lost hold the tab', async (t) => {
  const visit = await arrive(t, '/kept.html');
  await key(visit, 'begin', 'Enter');
  await isAt(visit, 'Welcome');
  assert.equal(await asksBeforeItCloses(visit), false);
  await key(visit, 'begin', 'Enter');
  await isAt(visit, 'Welcome');
  await (await visit.find(`${session} >>> [part=notes] summary`)).focus();
  await visit.page.keyboard.press('Enter');
  await note(visit, 0, 'Not yet kept');
  assert.equal(await asksBeforeItCloses(visit), true);
  await visit.assertQuiet();
});

test('on a projector the question fills the screen, and the buttons are there', async (t) => {
  const visit = await arrive(t, '/session.html');
  await visit.page.setViewport({ width: 1024, height: 768 });
  await key(visit, 'begin', 'Enter');
  await key(visit, 'full-screen', 'Enter');
  await visit.until((selector) => document.fullscreenElement?.matches(selector), session);
  await key(visit, 'next', 'Enter');
  await visit.until(() => document.querySelector('tension-line')?.dataset.state === 'ready');
  const foot = await visit.page.$eval(`${session} >>> [part=next]`, (button) => button.getBoundingClientRect().bottom);
  assert.ok(foot <= 768, `the way on ends at ${foot}px`);
  for (let i = 0; i < 3; i++) await key(visit, 'next', 'Enter');
  await isAt(visit, 'In pairs');
  const size = await visit.page.$eval(`${session} li:not([hidden]) [data-prompt]`, (question) =>
    parseFloat(getComputedStyle(question).fontSize),
  );
  assert.ok(size >= 40, `the question is ${size}px`);
  await key(visit, 'full-screen', 'Enter');
  await visit.until(() => !document.fullscreenElement);
  await visit.assertQuiet();
});

test('on a phone one finger after the other finds its place on a line that does not move', async (t) => {
  const visit = await arrive(t, '/session.html');
  await visit.page.setViewport({ width: 375, height: 812, isMobile: true, hasTouch: true });
  await (await visit.part(session, 'begin')).tap();
  await (await visit.part(session, 'next')).tap();
  await visit.until(() => document.querySelector('tension-line')?.dataset.state === 'ready');
  const range = await visit.part('tension-line', 'place');
  const { x, y, width, height } = await range.boundingBox();
  for (const across of [0.1, 0.5, 0.9]) await visit.page.touchscreen.tap(x + across * width, y + height / 2);
  await visit.until(() => document.querySelector('tension-line').places.before.length === 3);
  assert.deepEqual((await range.boundingBox()).y, y);
  await visit.assertQuiet();
});
