import { after } from 'node:test';
import { launchChrome } from './chrome.mjs';
import { startHouse } from './open-page.mjs';

/**
 * What the journeys of a file share: a browser, and a house whose pages it visits. Both are closed after the last of them.
 *
 * @param {Parameters<typeof launchChrome>[0]} [options] of the browser
 */
export async function openHouse(options) {
  const opening = Promise.all([launchChrome(options), startHouse()]);
  after(async () => {
    for (const opened of await opening) await opened.close();
  });
  const [browser, house] = await opening;
  return { browser, house };
}
