/*
 * The script of the embed builder, `dist/embed/builder.js`: carries choices from the form to the frame, to what is to be
 * copied, and to the address.
 */
import { parseBundle } from '../bundle/parse.js';
import type { Bundle } from '../bundle/schema.js';
import { loadText } from '../context/loader.js';
import { elements, siteWords } from './builder-words.js';
import { judgeBundle, readAllowed } from './bundle-address.js';
import { type Hashes, itLetter } from './it-letter.js';
import { plainText } from '../bundle/plain-text.js';
import {
  asksOf,
  type Choice,
  frameAddress,
  isAboutOne,
  readChoice,
  type Snippet,
  snippetsFor,
  suits,
  titleOf,
  writeChoice,
} from './snippets.js';

const dist = new URL('../', location.href.replace(/[?#].*/, '')).href;
const form = document.querySelector('form')!;
const look = document.querySelector('#look')!;
const copy = document.querySelector('#copy')!;
const status = document.querySelector('[role="status"]')!;
const { bundle: wanted, ...asked } = readChoice(location.search);

void begin();

async function begin(): Promise<void> {
  let judgement = judgeBundle(wanted, location.href);
  if ('refused' in judgement) judgement = judgeBundle(wanted, location.href, readAllowed(await read('allow.json')));
  if ('refused' in judgement) {
    return say(
      `This page does not show the bundle at ${judgement.refused}, since it lies on another site. Whoever looks after ` +
        'this page can allow it: add its address to “bundles” in embed/allow.json.',
    );
  }
  const { address } = judgement;
  const home = new URL(address || '../living-well/bundle.json', location.href).href;
  const [text, hashes] = await Promise.all([read(home), read('../integrity.json')]);
  const { bundle } = parseBundle(text, home);
  if (!bundle) return say(`There is no bundle to be read at ${home}.`);
  // Without the hashes, all but the pinning works.
  start(bundle, address, home, hashes ? (JSON.parse(hashes) as Hashes) : {});
}

/** The text at an address; '' where there is none. */
async function read(address: string): Promise<string> {
  try {
    return await loadText(new URL(address, location.href).href);
  } catch {
    return '';
  }
}

function start(bundle: Bundle, address: string, home: string, hashes: Hashes): void {
  const select = field('dialogue') as HTMLSelectElement;
  select.append(...bundle.dialogues.map(({ id, title }) => new Option(plainText(title, bundle), id)));
  const known = bundle.dialogues.some(({ id }) => id === asked.dialogue);
  fill({ ...asked, bundle: address, dialogue: known ? asked.dialogue : bundle.dialogues[0]!.id });
  const frame = document.createElement('iframe');
  look.querySelector('div')!.append(frame);

  const update = () => {
    const { show: element } = chosen(address);
    select.disabled = !isAboutOne(element);
    for (const [place, option] of [...select.options].entries()) {
      option.disabled = !suits(element, bundle.dialogues[place]!);
    }
    if (select.selectedOptions[0]?.disabled)
      select.value = [...select.options].find(({ disabled }) => !disabled)?.value ?? '';
    const choice = chosen(address);
    document.querySelector('#about')!.textContent = elements[choice.show]?.about ?? '';
    show(frame, choice, bundle);
    const snippets = snippetsFor(choice, bundle, dist);
    copy.querySelector('ul')!.replaceChildren(...siteWords[choice.site].notes.map(item));
    const letter = itLetter(choice, titleOf(choice, bundle), asksOf(choice, bundle, home), hashes, dist);
    fillBoxes([...snippets, { kind: 'letter', code: letter }]);
  };
  update();
  for (const part of [form, look, copy]) part.removeAttribute('hidden');

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    update();
    history.replaceState(null, '', writeChoice(chosen(address)));
  });
  copy.addEventListener('click', ({ target }) => {
    const box = (target as Element).closest('button')?.closest('.box');
    if (box) void take(box.querySelector('pre')!);
  });
}

function field(name: string): RadioNodeList | HTMLSelectElement {
  return form.elements.namedItem(name) as RadioNodeList | HTMLSelectElement;
}

function fill({ show, dialogue, theme, language, site }: Choice): void {
  const values = { show, dialogue, theme, site, lang: language };
  for (const [name, value] of Object.entries(values)) field(name).value = value;
  // A tag that this copy of the script file does not bring.
  const shown = field('show') as HTMLSelectElement;
  if (shown.selectedIndex < 0) shown.selectedIndex = 0;
}

function chosen(bundle: string): Choice {
  const values = ['show', 'dialogue', 'theme', 'lang', 'site'].map((name) => [name, field(name).value]);
  return { ...readChoice(new URLSearchParams(values).toString()), bundle };
}

/** The frame is sent on without a step in the browser's history: Back leads out of this page. */
function show(frame: HTMLIFrameElement, choice: Choice, bundle: Bundle): void {
  const address = frameAddress(choice, dist);
  frame.title = titleOf(choice, bundle);
  if (frame.src) frame.contentWindow!.location.replace(address);
  else frame.src = address;
}

function fillBoxes(contents: readonly { kind: Snippet['kind'] | 'letter'; code: string }[]): void {
  for (const box of copy.querySelectorAll<HTMLElement>('.box')) {
    const place = contents.findIndex(({ kind }) => kind === box.dataset['kind']);
    box.hidden = place < 0;
    box.querySelector('pre')!.textContent = contents[place]?.code ?? '';
  }
  // In the order that is best for the site, which is not the page's.
  const letter = copy.querySelector('details')!;
  for (const { kind } of contents) {
    const box = copy.querySelector(`[data-kind="${kind}"]`)!;
    if (!letter.contains(box)) letter.before(box);
  }
}

function item(words: string): HTMLLIElement {
  const line = document.createElement('li');
  line.textContent = words;
  return line;
}

/** Copies a text; where the browser does not let us, it stays selected, ready for the keys. */
async function take(text: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    tell('Copied.');
  } catch {
    getSelection()!.selectAllChildren(text);
    tell(document.execCommand('copy') ? 'Copied.' : 'Selected. Press Ctrl and C, or ⌘ and C, to copy.');
  }
}

let telling: ReturnType<typeof setTimeout> | undefined;

function tell(sentence: string): void {
  clearTimeout(telling);
  // Emptied first, so that the same words are said again.
  status.textContent = '';
  telling = setTimeout(() => {
    status.textContent = sentence;
    telling = setTimeout(() => (status.textContent = ''), 5000);
  }, 100);
}

function say(sentence: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = sentence;
  document.querySelector('main')!.replaceChildren(paragraph);
}
