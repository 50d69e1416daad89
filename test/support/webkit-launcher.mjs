import { launchWebKit, WebKitPage } from './webkit.mjs';

/** Lets @web/test-runner test in a WebKit, one file after the other in its one window; `null` where there is none. */
export async function webKitLauncher() {
  let webkit = await launchWebKit({ autoplay: 'allowed' });
  if (!webkit) return null;
  let current;
  const go = async (address) => {
    await webkit.go(address).catch(async () => {
      // A page that crashes takes the session along.
      await webkit.close();
      webkit = await launchWebKit({ autoplay: 'allowed' });
      await webkit.go(address);
    });
  };
  return {
    name: 'WebKit',
    // Its page understands what the runner's commands say to puppeteer's.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, address) {
      current = id;
      await go(address);
    },
    isActive: (id) => id === current,
    getBrowserUrl: () => webkit.ask('GET', '/url').catch(() => 'a page that crashed'),
    getPage: () => new WebKitPage(webkit),
    async stopSession() {
      current = undefined;
      await go('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('There are no tools to see in this WebKit.')),
    stop: () => webkit.close(),
  };
}
