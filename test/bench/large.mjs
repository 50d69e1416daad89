// A series of 200 dialogues and 500 people, from one tag: how long the page stands still, and how far it shifts.
//
//   node test/bench/large.mjs
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

/* global PerformanceObserver, document, performance */
const audio = { sources: [{ src: '/dist/living-well/audio/introduction.mp3', type: 'audio/mpeg' }], duration: 200 };
const transcript = [{ src: '/dist/living-well/transcripts/introduction.vtt', language: 'en-GB' }];
const poles = [1, 2].map((one) => ({ label: `Pole ${one}`, body: 'What speaks for it.' }));
const people = Array.from({ length: 500 }, (_, i) => ({
  id: `p${i}`,
  name: `Person ${i}`,
  role: 'Nurse',
  biography: ['Somebody who works here.'],
}));
const dialogues = Array.from({ length: 200 }, (_, i) => ({
  id: `d${i}`,
  title: `Dialogue ${i}`,
  summary: 'Two people talk.',
  tension: { poles, thirdWay: 'Both.' },
  participants: [`p${i * 2}`, `p${i * 2 + 1}`],
  audio,
  transcript,
  prompts: [{ id: 'one', text: 'What do you see?' }],
}));
const bundle = {
  format: 1,
  title: 'A large series',
  summary: 'For measuring.',
  language: 'en-GB',
  participants: people,
  dialogues,
};

const [browser, house] = await Promise.all([launchChrome(), startHouse()]);
house.serve('/large.json', JSON.stringify(bundle));
const address = house.serve('/large.html', pageOf('<dialogue-series src="/large.json"></dialogue-series>'));
const visit = await openPage(browser, address, {
  before: (page) =>
    page.evaluateOnNewDocument(() => {
      const told = (globalThis.told = { tasks: [], shift: 0 });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) told.tasks.push(Math.round(duration));
      }).observe({ type: 'longtask', buffered: true });
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) told.shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    }),
});
visit.page.setDefaultTimeout(120_000);
const end = Date.now() + 120_000;
for (;;) {
  const players = await visit.page.evaluate(() => document.querySelectorAll('dialogue-player').length);
  if (players === 200 || Date.now() > end) break;
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const { tasks, shift, time } = await visit.page.evaluate(() => ({ ...globalThis.told, time: performance.now() }));
tasks.sort((a, b) => b - a);
console.log(`all there after ${(time / 1000).toFixed(1)} s`);
console.log(`${tasks.length} tasks over 50 ms; the longest ${tasks.slice(0, 5).join(', ')} ms`);
console.log(`layout shift ${shift.toFixed(3)}`);
await browser.close();
await house.close();
