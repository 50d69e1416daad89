/*
 * The script of the embed page, `dist/embed/embed.js`: reads the page's address, and puts one element into it. It comes
 * after `dialogues.js`, which brings the elements.
 */
import { loadText } from '../context/loader.js';
import type { DialogueBundleReadyEvent } from '../elements/dialogue-bundle/dialogue-bundle-events.js';
import { deepLinkOf, readAsked, shows } from './asked.js';
import { judgeBundle, readAllowed } from './bundle-address.js';
import { embedWordsFor } from './embed-words.js';
import { tellHeights } from './heights.js';
import { plainText } from '../bundle/plain-text.js';

const main = document.querySelector('main')!;
const asked = readAsked(location, main.dataset['dialogue']);
const words = embedWordsFor(asked.language);
let shown = asked.attributes.get('dialogue') ?? '';
const offers = shows.filter((tag) => customElements.get(tag));

document.documentElement.lang = asked.language;
wearTheme(asked.theme);
tellHeights(document.body);
// Without the elements, what the page holds already is all there is, and it is not little.
if (offers.length) void begin();

async function begin(): Promise<void> {
  if (!offers.includes(asked.show)) return say(words.unknownShow(asked.show, offers.join(', ')));
  const page = location.href;
  let judgement = judgeBundle(asked.bundle, page);
  // The list is asked for only where it could make a difference.
  if ('refused' in judgement) judgement = judgeBundle(asked.bundle, page, await allowed());
  if ('refused' in judgement) say(words.refused(judgement.refused));
  else show(judgement.address);
}

async function allowed(): Promise<readonly string[]> {
  try {
    return readAllowed(await loadText(new URL('allow.json', location.href).href));
  } catch {
    // A list that cannot be had allows nothing, and that is said.
    return [];
  }
}

function show(src: string): void {
  const bundle = document.createElement('dialogue-bundle');
  const element = document.createElement(asked.show);
  for (const [name, value] of asked.attributes) element.setAttribute(name, value);
  const about = main.dataset['dialogue'];
  if (src) bundle.setAttribute('src', src);
  // Words about another bundle or another dialogue would mislead.
  else if (!about || about === asked.attributes.get('dialogue')) element.append(...main.childNodes);
  // What is shown begins the page. A player with a moment to show would also scroll a host of the same origin.
  element.scrollIntoView = () => {};
  bundle.addEventListener('dialogue-bundle-ready', (event) => arrive(event, element));
  followFragment();
  addEventListener('hashchange', followFragment);
  bundle.append(element);
  main.replaceChildren(bundle);
}

function arrive({ bundle }: DialogueBundleReadyEvent, element: Element & { dialogue?: string }): void {
  const given = asked.attributes.get('dialogue');
  // All people are shown unless one dialogue is named; the others show the first dialogue then.
  const isAboutOne = given ?? ('dialogue' in element && asked.show !== 'participant-list');
  const entitle = () => {
    const id = element.dialogue || given;
    const subject = isAboutOne ? bundle.dialogues.find((one) => !id || one.id === id) : undefined;
    document.title = plainText((subject ?? bundle).title, bundle, asked.language);
    shown = subject?.id ?? '';
  };
  entitle();
  followFragment();
  // A player may turn to the dialogue after this one.
  new MutationObserver(entitle).observe(element, { childList: true, subtree: true });
}

/** Writes `#t=90` as the deep link that the elements follow, once it is known which dialogue it is about. */
function followFragment(): void {
  const link = deepLinkOf(location.hash, shown);
  if (link && link !== location.hash) location.replace(link);
}

function say(sentence: string): void {
  const paragraph = document.createElement('p');
  paragraph.lang = words.language;
  paragraph.textContent = sentence;
  main.replaceChildren(paragraph);
}

function wearTheme(name: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../themes/${name}.css`, location.href).href;
  document.head.append(link);
}
