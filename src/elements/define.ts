import { page } from '../context/page.js';

/**
 * Registers a tag, unless the page has it already (another copy of the library came first) or there is no page at
 * all (Node).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements || customElements.get(tag)) return;
  customElements.define(tag, element);
  page().tags.push(tag);
}
