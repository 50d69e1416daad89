import { waitUntil } from '@open-wc/testing';
import { createVoice, type Voice } from '../../src/playback/voice.js';
import { FakeMedia } from './fake-media.js';

/** What all copies of the library on a page share. */
interface PageRecord {
  version: string;
  tags: string[];
  voice?: Voice;
  listening?: unknown;
  memory?: unknown;
  jots?: unknown;
  fetches?: unknown;
  builtIn?: string;
  status?: HTMLElement;
}

const KEY = Symbol.for('living-well-dialogues@1');

/** The address of a file in `test/fixtures`. */
export function fixtureAddress(path: string): string {
  return new URL(`../fixtures/${path}`, import.meta.url).href;
}

export const goodBundle = (name: string) => fixtureAddress(`bundles/good/${name}.json`);
export const badBundle = (file: string) => fixtureAddress(`bundles/bad/${file}`);
export const tone = fixtureAddress('audio/tone.mp3');

export function pageRecord(): PageRecord {
  const shared = globalThis as { [KEY]?: PageRecord };
  return (shared[KEY] ??= { version: '0', tags: [] });
}

/** A page in which nobody has pressed anything yet: a voice of its own, nothing fetched, nothing announced. */
export function freshPage(): PageRecord {
  const record = pageRecord();
  record.status?.remove();
  delete record.voice;
  delete record.listening;
  delete record.memory;
  delete record.jots;
  delete record.fetches;
  delete record.builtIn;
  delete record.status;
  // Not for nothing: WebKit takes no more than a hundred in ten seconds.
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return record;
}

/** A fresh page whose voice speaks through a fake audio; the tone is as long in it as it is in truth. */
export function fakePage(traits: Partial<FakeMedia> = {}): FakeMedia {
  const media = Object.assign(new FakeMedia(), { files: { [tone]: { duration: 20 } } }, traits);
  freshPage().voice = createVoice(() => media);
  return media;
}

/** Waits long enough for a busy machine. */
export async function until(isSo: () => unknown, what: string): Promise<void> {
  await waitUntil(() => !!isSo(), what, { timeout: 4500, interval: 20 });
}

export async function untilState(element: HTMLElement, state: 'waiting' | 'ready' | 'failed'): Promise<void> {
  await until(() => element.dataset['state'] === state, `<${element.localName}> never became ${state}`);
}

/** One part of an element's machinery. */
export function part<Kind extends Element = HTMLElement>(element: Element, name: string): Kind | null {
  return element.shadowRoot!.querySelector<Kind>(`[part~="${name}"]`);
}

/** The box that holds an element's words in the light. */
export function wordsOf(element: Element): HTMLElement {
  return element.querySelector<HTMLElement>(':scope > [data-dialogue-words]')!;
}

/** The words as a person reads them, in one line. */
export function readWords(element: Element): string {
  return (wordsOf(element)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Is a node of the page laid out, and so to be seen? */
export function isShown(node: Element): boolean {
  return node.getClientRects().length > 0;
}

/** The language that the page says a node is in. */
export function languageOf(node: Element): string {
  return node.closest('[lang]')!.getAttribute('lang')!;
}

/** The smallest element of the words that holds all of a text. */
export function wordsSaying(element: Element, text: string): Element {
  return [...wordsOf(element).querySelectorAll('*')].filter((each) => each.textContent.includes(text)).at(-1)!;
}

/** Puts each text in a `<font>`, as page translators do. */
export function wrapAsTranslatorsDo(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim())) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** Notes which of these events an element hears. */
export function listen(target: EventTarget, ...types: string[]): Event[] {
  const heard: Event[] = [];
  for (const type of types) target.addEventListener(type, (event) => heard.push(event));
  return heard;
}

/** Errors that reach the window while a test runs; they are taken as dealt with. */
export function watchErrors(): { errors: unknown[]; stop: () => void } {
  const errors: unknown[] = [];
  const note = (event: Event) => {
    event.preventDefault();
    errors.push((event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason);
  };
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, note, true);
  return {
    errors,
    stop: () => {
      for (const type of ['error', 'unhandledrejection']) removeEventListener(type, note, true);
    },
  };
}
