import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

const first = 'dialogue-player[dialogue="introduction"]';
const second = 'dialogue-player[dialogue="what-do-we-value"]';

const body = `
<dialogue-player dialogue="introduction"><p>The introduction, without script.</p></dialogue-player>
<dialogue-player dialogue="what-do-we-value"></dialogue-player>
<tension-card dialogue="what-do-we-value"></tension-card>
<prompt-deck dialogue="introduction" layout="list"></prompt-deck>`;

const injected = (file, type = 'text/javascript') => `<script>
  addEventListener('load', () => setTimeout(() => {
    const script = document.createElement('script');
    script.type = '${type}';
    script.src = '${file}';
    document.head.append(script);
  }, 20));
</script>`;

const classic = '/dist/dialogues.js';
const module = '/dist/dialogues.mjs';
const modes = {
  'by a classic script, deferred': `<script defer src="${classic}"></script>`,
  'by a classic script that holds up the head': `<script src="${classic}"></script>`,
  'by a classic script whenever it arrives': `<script async src="${classic}"></script>`,
  'by a classic script put in after the page has loaded': injected(classic),
  'by a module': `<script type="module" src="${module}"></script>`,
  'by a module put in after the page has loaded': injected(module, 'module'),
  'by both, the classic one first': `<script src="${classic}"></script><script type="module" src="${module}"></script>`,
  'by both, the module first': `<script type="module" src="${module}"></script>${injected(classic)}`,
  'by the same classic script twice': `<script src="${classic}"></script><script defer src="${classic}"></script>`,
  'by the same classic script under two addresses': `<script defer src="${classic}"></script><script defer src="${classic}?again"></script>`,
};

let browser;
let house;
/** What a person reads in each element, as the first mode gave it. */
let usual;

before(async () => {
  [browser, house] = await Promise.all([launchChrome(), startHouse()]);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** What a person meets: the words of each element, how often they stand there, and the names of the buttons. */
async function whole(visit) {
  const words = await visit.page.$$eval('[data-state]', (elements) =>
    elements.map((element) => ({
      tag: element.localName,
      boxes: element.querySelectorAll('[data-dialogue-words]').length,
      words: element.innerText,
      buttons: [...element.shadowRoot.querySelectorAll('button')].map((button) => button.ariaLabel ?? button.innerText),
    })),
  );
  const everything = await visit.page.$eval('body', (body) => body.innerText);
  return { words, everything };
}

for (const [title, head] of Object.entries(modes)) {
  test(`comes to the same page, with one voice, ${title}`, async (t) => {
    const address = house.serve('/mode.html', pageOf(body, { head }));
    const visit = await openPage(browser, address, { test: t });
    await visit.page.waitForNetworkIdle({ idleTime: 120 });
    assert.equal(await visit.ready(), 4);
    // The transcripts are the last to arrive.
    await visit.until(
      (first, second) => [first, second].every((player) => document.querySelector(`${player} p > a[href*="t="]`)),
      first,
      second,
    );
    const now = await whole(visit);
    assert.match(now.everything, /Introduction/);
    assert.doesNotMatch(now.everything, /without script/);
    usual ??= now;
    assert.deepEqual(now, usual);

    await visit.press(first);
    await visit.hears(first);
    await visit.press('tension-card');
    await visit.hears(second);
    await visit.untilNamed(first, /^Play/);
    assert.equal(await visit.playing(), 1);
    await visit.assertQuiet();
  });
}
