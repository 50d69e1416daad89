import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const prefs = {
  // Sound may start without a gesture, as in the Chromium of the tests. Where there is no sound device, a test must mute
  // what it plays: Firefox tells an error otherwise.
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
};

/**
 * Finds a Firefox to test in, and what puppeteer needs to start it.
 *
 * The order is `FIREFOX_PATH`, then the usual places. A Firefox is a second opinion: where there is none, or none that
 * puppeteer can drive, Chromium alone has to do.
 *
 * @returns {Promise<{browser: 'firefox', executablePath: string, headless: true, extraPrefsFirefox: object} | null>}
 */
export async function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named && !existsSync(named)) throw new Error(`FIREFOX_PATH is ${named}, but there is no such file.`);
  for (const executablePath of named ? [named] : usualPlaces()) {
    if (!existsSync(executablePath)) continue;
    const options = { browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: prefs };
    const trouble = await tryOut(options);
    if (!trouble) return options;
    if (named) throw new Error(`FIREFOX_PATH is ${named}, but it cannot be driven: ${trouble}`);
    console.warn(`No tests in ${executablePath}, which cannot be driven: ${trouble}`);
  }
  return null;
}

/** Starts that browser by puppeteer; `null` where there is none. Close it with `browser.close()`. */
export async function launchFirefox(options = {}) {
  const found = await findFirefox();
  if (!found) return null;
  const { launch } = await import('puppeteer-core');
  return launch({ ...found, ...options });
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].map(
      (folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.filter(Boolean).map((folder) => join(folder, 'Mozilla Firefox/firefox.exe'));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Only a start tells. Ubuntu's `firefox` may be a script that says how to install the real one, one from a snap cannot read
 * the profile that puppeteer makes, and an old one speaks another protocol.
 */
async function tryOut(options) {
  const { launch } = await import('puppeteer-core');
  let browser;
  try {
    browser = await launch({ ...options, timeout: 20_000 });
    await browser.newPage();
    return '';
  } catch (error) {
    return error.message.split('\n')[0];
  } finally {
    await browser?.close().catch(() => {});
  }
}
