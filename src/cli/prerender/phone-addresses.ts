import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Bundle, Dialogue, Moment } from '../../bundle/schema.js';
import { soundAddress, toldAddress, type Site } from './addresses.js';

/** What is asked for an address. */
interface Known {
  readonly bundle: Bundle;
  readonly site: Site;
}

/**
 * Where a phone lands that is led to a moment: on the series' own page, whose player goes there and has the words beside
 * it; where the bundle names no such page, in the sound itself, which each browser begins at that moment. Not on our plain
 * page: it has the words, but stays at the beginning of the sound. Null where no whole address is known.
 */
export function phoneMoment(dialogue: Dialogue, { start, end }: Moment, known: Known): string | null {
  return firstWhole(known, livingAddress(dialogue, known.bundle, start, end), soundAddress(dialogue, start, end));
}

/** Where it lands that is led to a dialogue as such: on our plain page, where that is known, which needs no script. */
export function phonePage(dialogue: Dialogue, known: Known): string | null {
  const { bundle, site } = known;
  if (site.base !== null) return new URL(`${dialogue.id}.html`, site.base).href;
  return firstWhole(known, livingAddress(dialogue, bundle, 0), soundAddress(dialogue, 0, null).replace(/#.*/s, ''));
}

/** Whether a phone can be led to each dialogue that there is paper of. */
export function isReachable(known: Known): boolean {
  return known.bundle.dialogues.every((one) => !one.prompts[0] || phonePage(one, known) !== null);
}

/** An address as it is written for people: what every browser adds by itself is left out. */
export function shortAddress(address: string): string {
  return address.replace(/^https:\/\//, '');
}

function livingAddress({ id }: Dialogue, { url }: Bundle, ...times: readonly number[]): string | null {
  return url === undefined ? null : url.replace(/#.*/s, '') + writeDeepLink(id, ...times);
}

function firstWhole({ site }: Known, ...addresses: readonly (string | null)[]): string | null {
  const told = addresses.flatMap((one) => (one === null ? [] : toldAddress(one, site)));
  return told.find((one) => /^https?:/i.test(one)) ?? null;
}
