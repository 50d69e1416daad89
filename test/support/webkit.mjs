import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const DRIVER = '/usr/bin/WebKitWebDriver';

/**
 * Starts a WebKitGTK that reads pages without running their scripts; `null` where there is none. A WebKit is a third
 * opinion, of machines that have `WebKitWebDriver`.
 *
 * @returns {Promise<{textOf: (address: string) => Promise<string>, close: () => Promise<void>} | null>} `textOf` gives what
 *   can be read of a page.
 */
export async function launchWebKit() {
  const binary = findBrowser();
  const isSeen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!existsSync(DRIVER) || !binary || (!isSeen && !existsSync('/usr/bin/xvfb-run'))) return null;
  const port = await freePort();
  const words = [DRIVER, `--port=${port}`];
  const [program, ...rest] = isSeen ? words : ['/usr/bin/xvfb-run', '-a', ...words];
  // A group of its own, so that all of it ends with it: the screen, the driver, the browser.
  const child = spawn(program, rest, { stdio: 'ignore', detached: true });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  const end = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  try {
    await untilIt(() => ask('GET', '/status'));
    const options = { binary, args: ['--automation', '--enable-javascript-markup=false'] };
    const { sessionId } = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
    });
    const session = `/session/${sessionId}`;
    return {
      async textOf(address) {
        await ask('POST', `${session}/url`, { url: address });
        return ask('POST', `${session}/execute/sync`, { script: 'return document.body.innerText', args: [] });
      },
      async close() {
        await ask('DELETE', session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function findBrowser() {
  if (!existsSync('/usr/lib')) return undefined;
  const folders = readdirSync('/usr/lib').filter((name) => name.includes('-linux-'));
  return folders
    .flatMap((folder) =>
      ['4.1', '6.0', '4.0']
        .map((version) => `webkit${version === '6.0' ? '' : '2'}gtk-${version}`)
        .map((name) => join('/usr/lib', folder, name, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

async function freePort() {
  const server = createServer();
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address();
  await new Promise((settle) => server.close(settle));
  return port;
}

async function untilIt(question) {
  for (let tries = 0; ; tries++) {
    try {
      return await question();
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
}
