import type { Listening } from '../playback/listening.js';
import type { Jots, Memory } from '../playback/memory.js';
import type { Voice } from '../playback/voice.js';

/**
 * What every copy of the library on one page shares. It stands at
 * `globalThis[Symbol.for('living-well-dialogues@1')]`, whoever comes first, so that two script files, or a script
 * file and an npm import, have one voice and fetch each address once.
 */
export interface Page {
  /** The version of the copy that came first. */
  version: string;
  /** Whether it was said already that copies of several versions met here. */
  warned?: boolean;
  /** The tags that any copy has defined. */
  tags: string[];
  /** The Trusted Types policy that Lit's templates pass through, where the browser has such policies. */
  policy?: unknown;
  /** The one voice. */
  voice?: Voice;
  /** How a person listens. */
  listening?: Listening;
  /** What a person asked to remember; absent while no element offers that. */
  memory?: Memory;
  /** What a person has written and marked on this page, by name. */
  jots?: Jots;
  /** What was fetched, by address. */
  fetches?: Map<string, Promise<string>>;
  /** Address of the bundle that lies beside the script file; absent for npm imports. */
  builtIn?: string;
  /** The one polite live region. */
  status?: HTMLElement;
}

/** The version of this copy. */
export const VERSION = '0.1.0';

const KEY = Symbol.for('living-well-dialogues@1');

/** The page's shared record; made by the first who asks. */
export function page(): Page {
  const shared = globalThis as { [KEY]?: Page };
  return (shared[KEY] ??= { version: VERSION, tags: [] });
}
