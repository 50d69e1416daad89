import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

const player = 'dialogue-player';
const body = `
<dialogue-player dialogue="introduction"></dialogue-player>
<tension-card dialogue="what-do-we-value"></tension-card>
<prompt-deck dialogue="what-do-we-value"></prompt-deck>`;

const styles = {
  'shrinks all type': '* { font-size: 10px !important; line-height: 1 !important }',
  'hides buttons': 'button { display: none !important } button, input, select, a { width: 0; padding: 0; border: 0 }',
  'lays out every div': 'div { display: flex } div > * { flex: 1 }',
  shouts:
    'body { text-transform: uppercase; letter-spacing: 0.3em; font-style: italic; text-align: right; text-indent: 3em }',
  'has a small root': 'html { font-size: 62.5% }',
  'has a big root and tight boxes':
    'html { font-size: 200% } * { box-sizing: content-box; margin: 7px; min-width: 3px }',
  'styles svg and lists':
    'svg { width: 300px; height: 8px } svg * { fill: none !important } ul, ol, li { float: left }',
  'keeps white space': 'body { white-space: pre; word-break: break-all; direction: ltr; cursor: none }',
};

let browser;
let house;
/** Where the machinery's parts are and how big, on a page without any style. */
let usual;

before(async () => {
  [browser, house] = await Promise.all([launchChrome(), startHouse()]);
  const visit = await arrive(undefined, '');
  usual = await boxes(visit);
  await visit.context.close();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

async function arrive(t, style) {
  const head = `<style>${style}</style><script defer src="/dist/dialogues.js"></script>`;
  const visit = await openPage(browser, house.serve('/hostile.html', pageOf(body, { head })), { test: t });
  await visit.ready();
  return visit;
}

/** Width and height of what a person presses. The words take the host's type, as they should. */
const boxes = (visit) =>
  visit.page.evaluate(() => {
    const parts = {
      'dialogue-player': 'play back forward speed mute',
      'tension-card': 'play',
      'prompt-deck': 'previous next',
    };
    return Object.entries(parts).flatMap(([tag, names]) =>
      names.split(' ').map((name) => {
        const box = document.querySelector(tag).shadowRoot.querySelector(`[part="${name}"]`).getBoundingClientRect();
        return { name: `${tag} ${name}`, width: box.width, height: box.height };
      }),
    );
  });

test('the buttons are 44 pixels or more on a page without style', () => {
  for (const { name, width, height } of usual) {
    assert.ok(width >= 44 && height >= 44, `${name} is ${width} by ${height}`);
  }
});

for (const [title, style] of Object.entries(styles)) {
  test(`a host that ${title} leaves the buttons as they are, and they work`, async (t) => {
    const visit = await arrive(t, style);
    const now = await boxes(visit);
    for (const [i, { name, width, height }] of usual.entries()) {
      assert.ok(
        Math.abs(now[i].width - width) <= 2 && Math.abs(now[i].height - height) <= 2,
        `${name} is ${now[i].width} by ${now[i].height} instead of ${width} by ${height}`,
      );
    }
    const sign = await visit.page.$eval(`${player} >>> [part="play"] svg`, (svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return { width, height, seen: svg.checkVisibility() && getComputedStyle(svg).fill !== 'none' };
    });
    assert.ok(sign.seen && sign.width > 40 && sign.height > 40, `the sign in the button is ${JSON.stringify(sign)}`);
    await visit.press(player);
    await visit.hears(player);
    await visit.untilNamed(player, /^Pause: Introduction$/);
    assert.ok(await visit.sees(`${player} [data-dialogue-words] :is(h2, h3)`));
    await visit.assertQuiet();
  });
}
