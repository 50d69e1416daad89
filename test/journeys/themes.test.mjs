import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeExceptions } from '../support/axe-exceptions.mjs';
import { openHouse } from '../support/open-house.mjs';
import { openPage, pageOf } from '../support/open-page.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const themes = ['living-well', 'nhs', 'plain'];
const axe = read('node_modules/axe-core/axe.min.js');

const { browser, house } = await openHouse();

const id = 'what-do-we-value';
const body = `<main><h1>All elements</h1>
<dialogue-player dialogue="${id}"></dialogue-player>
<dialogue-player dialogue="introduction" layout="compact"></dialogue-player>
<tension-card dialogue="${id}"></tension-card><prompt-deck dialogue="${id}"></prompt-deck>
<participant-list dialogue="${id}"></participant-list><dialogue-transcript dialogue="${id}"></dialogue-transcript>
<tension-line dialogue="${id}"></tension-line><dialogue-search></dialogue-search>
<dialogue-series parts="introduction tensions learnings people credits"></dialogue-series></main>`;
const grounds = {
  light: 'body { background: #fff; color: #212b32 } a { color: #00407e }',
  dark: ':root { color-scheme: dark } body { background: #16181a; color: #ececea } a { color: #9cc4ff }',
};

const arrive = async (t, theme, style, page = body) => {
  const head = `<link rel="stylesheet" href="/dist/themes/${theme}.css"><style>${style}</style>
    <script defer src="/dist/dialogues.js"></script>`;
  const visit = await openPage(browser, house.serve('/themed.html', pageOf(page, { head })), { test: t });
  await visit.ready();
  await visit.until(() => document.querySelectorAll('[data-cues]').length >= 2 || !document.querySelector('main'));
  return visit;
};

for (const theme of themes) {
  test(`the theme ${theme} says only what some element reads`, () => {
    const sources = readdirSync(new URL('src', root), { recursive: true }).filter((name) => /\.ts$/.test(name));
    const code = sources.map((name) => read(`src/${name}`)).join('\n');
    const rules = read(`dist/themes/${theme}.css`).replace(/\/\*[^]*?\*\//g, '');
    const said = [...rules.matchAll(/^\s*(--?[\w-]+):/gm)].map(([, name]) => name);
    assert.ok(said.length >= 8);
    for (const name of said) assert.ok(code.includes(`var(${name}`), `nobody reads ${name}`);
    // Tokens alone, on the root alone.
    assert.doesNotMatch(rules, /^\s*[a-z][\w-]*:(?!where)/m);
    assert.doesNotMatch(rules, /url\(|@import|@font-face/);
  });

  for (const [ground, style] of Object.entries(grounds)) {
    test(`with the theme ${theme} all that is read on a ${ground} page keeps the stricter contrast`, async (t) => {
      const visit = await arrive(t, theme, style);
      await visit.page.evaluate(axe);
      const left = axeExceptions.filter((exception) => exception.theme === theme).map(({ rule }) => rule);
      const found = await visit.page.evaluate(async (left) => {
        const rules = { 'color-contrast-enhanced': { enabled: true } };
        for (const rule of left) rules[rule] = { enabled: false };
        const { violations, passes } = await globalThis.axe.run(document, { rules });
        return {
          violations: violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.html} ${node.failureSummary}`),
          ),
          checked: passes.find((rule) => rule.id === 'color-contrast-enhanced')?.nodes.length ?? 0,
        };
      }, left);
      assert.deepEqual(found.violations, []);
      if (!left.length) assert.ok(found.checked > 40, `only ${found.checked} texts were checked`);
      await visit.assertQuiet();
    });
  }
}

test('a theme is seen in the buttons, and any rule of the page wins over it', async (t) => {
  const ground = (visit, property = 'backgroundColor', part = 'play') =>
    visit.page.$eval(
      `dialogue-player >>> [part="${part}"]`,
      (button, property) => getComputedStyle(button)[property],
      property,
    );
  const themed = await arrive(t, 'nhs', 'body { font-family: Arial }');
  assert.equal(await ground(themed), 'rgb(0, 127, 59)');
  assert.equal(await ground(themed, 'borderRadius', 'mute'), '4px');
  assert.equal(await ground(themed, 'fontFamily', 'mute'), 'Arial');
  const own = await arrive(t, 'nhs', 'html { --dialogue-play: #010203 }');
  assert.equal(await ground(own), 'rgb(1, 2, 3)');
  for (const visit of [themed, own]) await visit.assertQuiet();
});

test('with the NHS theme, what has the focus has a dark ring in yellow', async (t) => {
  const visit = await arrive(t, 'nhs', grounds.light);
  await visit.page.keyboard.press('Tab');
  const [shadow, outline] = await visit.page.$eval('dialogue-player >>> [part="play"]:focus-visible', (button) => {
    const { boxShadow, outlineColor } = getComputedStyle(button);
    return [boxShadow, outlineColor];
  });
  assert.match(shadow, /rgb\(255, 235, 59\)/);
  assert.equal(outline, 'rgb(33, 43, 50)');
  await visit.assertQuiet();
});
