import { page, VERSION } from '../context/page.js';

/**
 * Registers a tag, unless the page has it already (another copy of the library came first) or there is no page at
 * all (Node). Where copies of two versions meet, whoever keeps the page is told once: both work, and the tags of the first
 * stay.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return;
  const shared = page();
  const { version, tags } = shared;
  if (version !== VERSION && !shared.warned) {
    shared.warned = true;
    console.warn(`living-well-dialogues ${version} and ${VERSION} are both on this page: load only one of them.`);
  }
  if (customElements.get(tag)) return;
  customElements.define(tag, element);
  tags.push(tag);
}
