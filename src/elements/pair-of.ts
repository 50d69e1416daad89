import { tensionPlace } from '../bundle/finding.js';
import type { Bundle, Dialogue } from '../bundle/schema.js';
import { pairAt } from '../styles/art.js';

/** Which pair of forms and colours a dialogue has. */
export function pairOf(bundle: Bundle, dialogue: Dialogue): number {
  return pairAt(tensionPlace(bundle, dialogue));
}
