import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));

// Tests open only our own pages, and the sandbox needs rights that containers and root do not have.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium to test in, and what it needs to start.
 *
 * The order is `CHROME_PATH`, an installed Chrome, Chromium or Edge, then the one inside the npm package
 * `@sparticuz/chromium` (Linux on x64 only), so that a fresh machine with nothing but Node can run the tests.
 *
 * @param {object} [options]
 * @param {'allowed' | 'asks'} [options.autoplay] Whether sound may start without a gesture. Tests of a really refused
 *   `play()` use `asks`, which is what a browser does for people. Such a test must let the page itself play: what
 *   puppeteer's `evaluate` runs counts as a gesture, for the rest of that page's life.
 * @returns {Promise<{executablePath: string, headless: boolean | 'shell', args: string[], env: NodeJS.ProcessEnv}>}
 */
export async function findChrome({ autoplay = 'allowed' } = {}) {
  const args = autoplay === 'allowed' ? [...flags, '--autoplay-policy=no-user-gesture-required'] : [...flags];
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, but there is no such file.`);
    return { executablePath: named, headless: true, args, env: process.env };
  }
  const installed = await findInstalled();
  if (installed) return { executablePath: installed, headless: true, args, env: process.env };
  const packed = await unpackChromium();
  if (packed) return { ...packed, headless: 'shell', args };
  throw new Error(
    'The tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to where it is, and run again.',
  );
}

/** Starts that browser by puppeteer. Close it with `browser.close()`. */
export async function launchChrome({ autoplay, args: extra = [], ...options } = {}) {
  const { launch } = await import('puppeteer-core');
  const { args, ...found } = await findChrome({ autoplay });
  return launch({ ...found, ...options, args: [...args, ...extra] });
}

async function findInstalled() {
  for (const candidate of usualPlaces()) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return folders.filter(Boolean).flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function starts(executable) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  // Ubuntu's `chromium-browser` may be a script that only says how to install the real one.
  const answer = await run(executable, ['--version'], { timeout: 10_000 }).catch(() => undefined);
  return /chrom|edge/i.test(answer?.stdout ?? '');
}

async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let main;
  try {
    main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await access(main);
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(dirname(main), '../../package.json'), 'utf8'));
  const shelf = join(project, '.cache/chromium');
  const home = join(shelf, version);
  if (!existsSync(home)) await unpackInto(home, shelf);
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.join(delimiter),
      FONTCONFIG_FILE: join(home, 'fonts/fonts.conf'),
    },
  };
}

async function unpackInto(home, shelf) {
  await mkdir(shelf, { recursive: true });
  const bench = await mkdtemp(join(shelf, 'unpacking-'));
  try {
    // The package unpacks into the temp folder and takes whatever `chromium` lies there already, so it gets a temp
    // folder of its own. It adds the NSS libraries only where it believes to be on Amazon's Linux.
    await run(
      process.execPath,
      ['--input-type=module', '-e', 'await (await import("@sparticuz/chromium")).default.executablePath()'],
      { cwd: project, env: { ...process.env, TMPDIR: bench, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    );
    await writeFile(join(bench, 'fonts/fonts.conf'), fontsOf(join(home, 'fonts')));
    // Renaming is one step: another test run sees all of it or nothing.
    await rename(bench, home);
  } catch (error) {
    // Another run may have put its own there in the meantime, which is as good as ours.
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    await rm(bench, { recursive: true, force: true });
  }
}

// The machine's own fonts if it has any; a machine with only Node has none, and then pages would have no letters.
const fontsOf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
