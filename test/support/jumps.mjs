// Names of the page, where the functions run that are handed to it.
/* global PerformanceObserver, requestAnimationFrame */
import { openPage } from './open-page.mjs';

/**
 * Opens a page whose script comes only when the page has been painted and can be read, and counts how much it jumps.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {object} given
 * @param {import('node:test').TestContext} given.test
 * @param {number} given.width Of the window.
 * @param {(answer: () => Promise<false>) => void} given.delay Has the server answer for the script in this way.
 */
export function openBeforeItsScript(browser, address, { test, width, delay }) {
  let release;
  const painted = new Promise((settle) => (release = settle));
  delay(async () => {
    await painted;
    return false;
  });
  return openPage(browser, address, {
    test,
    before: async (page) => {
      await page.setViewport({ width, height: 800 });
      // Else the way to a place that the address names is a long one.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.exposeFunction('tellPainted', () => release());
      await page.evaluateOnNewDocument(() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver(() => globalThis.tellPainted()).observe({ type: 'paint', buffered: true });
      });
    },
  });
}

/** How much such a page has jumped, as browsers reckon it. */
export function jumpsOf(visit) {
  // What was laid out last is told after the next two frames.
  return visit.page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return globalThis.shift;
  });
}
