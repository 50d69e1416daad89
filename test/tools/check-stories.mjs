// Looks at every page and every story of a built Storybook in a real browser: each is drawn without an error, its play
// function comes to its end, and axe finds nothing wrong. Takes minutes, so it is no part of `npm test`.
//
//   npm run storybook:build && npm run storybook:check [-- words of an id]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChrome } from '../support/chrome.mjs';
import { startServer } from '../support/server.mjs';

/* global document, window */

const home = process.env.STORYBOOK ?? fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');
const { entries } = JSON.parse(readFileSync(`${home}/index.json`, 'utf8'));
const wanted = process.argv[2] ?? '';
const server = await startServer({ roots: { '/': home } });
const browser = await launchChrome();
const faults = [];

for (const { id, type } of Object.values(entries).filter(({ id }) => id.includes(wanted))) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1000, height: 800 });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=${type}`);
  // Storybook tells in the body's class how it went; a story is done when its play function is.
  const phase = await page
    .waitForFunction(
      (type, id) => {
        const { classList } = document.body;
        if (['sb-show-errordisplay', 'sb-show-nopreview'].some((name) => classList.contains(name))) return 'error';
        if (type === 'docs') return document.querySelector('.sbdocs-content') && 'done';
        const render = window.__STORYBOOK_PREVIEW__?.storyRenders?.find((one) => one.id === id);
        return /^(completed|finished|errored|aborted)$/.test(render?.phase) && render.phase;
      },
      { timeout: 30_000, polling: 100 },
      type,
      id,
    )
    .then((handle) => handle.jsonValue())
    .catch(() => 'never done');
  if (!/^(done|completed|finished)$/.test(phase)) {
    errors.push(`${phase}: ${await page.evaluate(() => document.querySelector('#error-message')?.innerText ?? '')}`);
  }
  if (type === 'story') {
    // A play function that throws is told on Storybook's channel alone.
    const thrown = await page.evaluate(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      const last = (name) => channel.last(name)?.[0];
      return [last('playFunctionThrewException')?.message, last('storyFinished')?.status].filter(
        (said) => said && said !== 'success',
      );
    });
    errors.push(...thrown.map((said) => `its play function: ${said.split('\n\n')[0]}`));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run('#storybook-root'));
    for (const { id: rule, help, nodes } of violations) errors.push(`${rule}: ${help} ${nodes[0].html.slice(0, 160)}`);
  }
  if (errors.length) faults.push(id);
  console.log(`${errors.length ? '✖' : '✔'} ${id}${errors.map((error) => `\n    ${error}`).join('')}`);
  await page.close();
}

await browser.close();
await server.close();
console.log(`\n${faults.length ? `${faults.length} have faults: ${faults.join(', ')}` : 'All are well.'}`);
process.exitCode = faults.length ? 1 : 0;
