import { judge } from './door.js';
import type { Problem } from './problems.js';
import { bundleSchema, type Bundle } from './schema.js';

/** A bundle, or null where nothing of it can be shown, and all that is wrong with it. */
export interface ParsedBundle {
  readonly bundle: Bundle | null;
  readonly problems: readonly Problem[];
}

/**
 * The door: takes in anything, and gives out a bundle that can be trusted with a list of problems. One bad
 * part never spoils its neighbours. `base` is the bundle's own address. Never throws.
 */
export function parseBundle(input: string | object, base?: string): ParsedBundle {
  const { value: bundle, problems } = judge(bundleSchema, input, base);
  return { bundle, problems };
}
