// What Vue, Svelte and Angular do to custom elements, done by hand in the way that each does it. React has its own journey.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchChrome } from '../support/chrome.mjs';
import { launchFirefox } from '../support/firefox.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

const full = JSON.parse(readFileSync(new URL('../fixtures/bundles/good/full.json', import.meta.url), 'utf8'));
const BUILT_IN = '/dist/living-well/bundle.json';
const player = 'dialogue-player';

// Known before the tests are named: where there is no Firefox, there are no tests in it.
const browsers = { Chromium: await launchChrome(), Firefox: await launchFirefox() };
let house;

before(async () => {
  house = await startHouse();
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser?.close();
  await house?.close();
});

/*
 * Each gives `mount(given)`, `update(given)`, `move()` and `unmount()`, on `#app`. `given` has the `src`, the `dialogue`, the
 * text inside the tag, perhaps a `bundle`, and the page counts events in `heard`.
 */
const frameworks = {
  // Creates, fills, sets attributes or properties, and then inserts; a text child is written by `textContent`; lists are
  // patched by `insertBefore`; what it does not know it leaves, unless it writes the text anew.
  Vue: () => {
    const app = document.querySelector('#app');
    let tag;
    const patchProp = (element, name, value) => {
      // `.prop` sets a property though the element does not know it yet; all else is an attribute until it does.
      if (name.startsWith('.')) element[name.slice(1)] = value;
      else if (name in element) element[name] = value ?? '';
      else if (value == null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    };
    const patch = ({ src, bundle, dialogue, text }) => {
      if (tag.textContent !== text) tag.textContent = text;
      if (bundle) patchProp(tag, '.bundle', bundle);
      patchProp(tag, 'src', bundle ? null : src);
      patchProp(tag, 'dialogue', dialogue);
      patchProp(tag, 'no-transcript', true);
    };
    return {
      mount(given, heard) {
        tag = document.createElement('dialogue-player');
        patch(given);
        for (const name of ['play', 'pause']) tag.addEventListener(name, () => heard.push(name));
        const anchors = [document.createTextNode(''), document.createTextNode('')];
        app.append(...anchors);
        app.insertBefore(tag, anchors[1]);
      },
      update: patch,
      move() {
        app.insertBefore(tag, app.firstChild);
      },
      unmount: () => tag.remove(),
    };
  },

  // Clones a template, whose attributes are strings, finds its way by `firstChild`, and sets what changes: by property where
  // the prototype has a setter, else by attribute.
  Svelte: () => {
    const app = document.querySelector('#app');
    let fragment;
    let text;
    let tag;
    const setCustomElementData = (element, name, value) => {
      const prototype = Object.getPrototypeOf(element);
      if (Object.getOwnPropertyDescriptor(prototype, name)?.set || typeof value === 'object') element[name] = value;
      else element.setAttribute(name, String(value));
    };
    const update = (given) => {
      if (given.bundle) {
        tag.removeAttribute('src');
        setCustomElementData(tag, 'bundle', given.bundle);
      } else setCustomElementData(tag, 'src', given.src);
      setCustomElementData(tag, 'dialogue', given.dialogue);
      text.nodeValue = given.text;
    };
    return {
      mount(given, heard) {
        const template = document.createElement('template');
        const source = new DOMParser().parseFromString(
          '<dialogue-player no-transcript="true"><p> </p></dialogue-player>',
          'text/html',
        );
        template.content.append(...source.body.childNodes);
        fragment = document.importNode(template.content, true);
        tag = fragment.firstChild;
        text = tag.firstChild.firstChild;
        for (const name of ['play', 'pause']) tag.addEventListener(name, () => heard.push(name));
        update(given);
        app.append(fragment);
      },
      update,
      move() {
        // An `each` block in another order puts its nodes before others.
        const before = document.createElement('p');
        app.prepend(before);
        before.before(tag);
      },
      unmount() {
        // It empties what it owns, and takes the whole away after.
        app.textContent = '';
      },
    };
  },

  // Creates and inserts at once, sets properties and attributes after; moves by taking out and putting in before a comment.
  Angular: () => {
    const app = document.querySelector('#app');
    const anchor = document.createComment('container');
    let tag;
    let text;
    const update = (given) => {
      // `[bundle]` and `[src]` are properties, whether the element is awake or not.
      tag.bundle = given.bundle ?? null;
      tag.src = given.bundle ? '' : given.src;
      tag.setAttribute('dialogue', given.dialogue);
      text.nodeValue = given.text;
    };
    return {
      mount(given, heard) {
        app.append(anchor);
        tag = document.createElement('dialogue-player');
        text = document.createTextNode('');
        app.insertBefore(tag, anchor);
        tag.appendChild(text);
        tag.setAttribute('no-transcript', '');
        for (const name of ['play', 'pause']) tag.addEventListener(name, () => heard.push(name));
        update(given);
      },
      update,
      move() {
        const host = document.createElement('section');
        app.append(host);
        app.removeChild(tag);
        host.insertBefore(tag, null);
      },
      unmount() {
        tag.parentNode.removeChild(tag);
        anchor.remove();
      },
    };
  },
};

/** The words of the player stand in it once, with this title, and what the framework put inside is not seen beside them. */
async function assertShows(visit, title) {
  await visit.until(
    (title) =>
      document.querySelector('dialogue-player [data-dialogue-words] :is(h2, h3)')?.innerText === title &&
      document.querySelector('dialogue-player').dataset.state === 'ready',
    title,
  );
  const seen = await visit.page.$eval(player, (one) => [
    one.querySelectorAll('[data-dialogue-words]').length,
    one.innerText.includes('Fallback'),
    one.querySelectorAll('[data-cue]').length,
    one.noTranscript,
  ]);
  assert.deepEqual(seen, [1, false, 0, true]);
}

for (const [name, framework] of Object.entries(frameworks)) {
  for (const [engine, isLate] of [
    ['Chromium', false],
    ['Chromium', true],
    ['Firefox', true],
  ].filter(([engine]) => browsers[engine])) {
    describe(`${name}, with our script ${isLate ? 'after it has drawn' : 'before it draws'}, in ${engine}`, () => {
      const arrive = async (t, given) => {
        const head = isLate ? '' : '<script src="/dist/dialogues.js"></script>';
        const visit = await openPage(
          browsers[engine],
          house.serve('/fixtures/bundles/good/app.html', pageOf('<div id="app"></div>', { head })),
          {
            test: t,
          },
        );
        const framed = await visit.page.evaluateHandle(framework);
        await visit.page.evaluate(
          (app, given) => {
            globalThis.app = app;
            globalThis.heard = [];
            app.mount(given, globalThis.heard);
          },
          framed,
          given,
        );
        if (isLate) await visit.page.addScriptTag({ url: '/dist/dialogues.js' });
        return visit;
      };
      const given = { src: BUILT_IN, dialogue: 'introduction', text: 'Fallback' };
      const update = (visit, given) => visit.page.evaluate((given) => globalThis.app.update(given), given);

      it('shows, plays, moves and goes', async (t) => {
        const visit = await arrive(t, given);
        await assertShows(visit, 'Introduction');
        // Where there is no sound device Firefox tells an error, unless it is silent.
        await visit.set(player, 'muted', true);
        await visit.press(player);
        await visit.hears(player);
        await visit.page.evaluate(() => globalThis.app.move());
        await visit.hears(player);
        await assertShows(visit, 'Introduction');
        await visit.press(player);
        await visit.until(() => globalThis.heard.length > 1);
        assert.deepEqual(await visit.page.evaluate(() => globalThis.heard), ['play', 'pause']);
        await visit.press(player);
        await visit.hears(player);
        await visit.page.evaluate(() => globalThis.app.unmount());
        await visit.until(() => [...globalThis.journey.sounds].every(({ paused }) => paused));
        assert.equal(await visit.page.$(player), null);
        await visit.assertQuiet();
      });

      it('draws anew: another text inside, another dialogue, another bundle', async (t) => {
        const visit = await arrive(t, given);
        await assertShows(visit, 'Introduction');
        await update(visit, { ...given, text: 'Fallback, again' });
        await assertShows(visit, 'Introduction');
        await update(visit, { ...given, dialogue: 'what-do-we-value', text: 'Fallback' });
        await assertShows(visit, 'What do we value?');
        const [{ id, title }] = full.dialogues;
        await update(visit, { ...given, bundle: full, dialogue: id });
        await assertShows(visit, title);
        await visit.press(player, 'mute');
        await visit.assertQuiet();
      });

      it('hands a bundle over as a property', async (t) => {
        const [, { id, title }] = full.dialogues;
        const visit = await arrive(t, { ...given, bundle: full, dialogue: id });
        await assertShows(visit, title['en-GB'] ?? title);
        await visit.assertQuiet();
      });
    });
  }
}
