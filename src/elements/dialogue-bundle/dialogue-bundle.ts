import { define } from '../define.js';
import { DialogueBundleElement } from './dialogue-bundle-element.js';
import type { DialogueBundleFailedEvent, DialogueBundleReadyEvent } from './dialogue-bundle-events.js';

define('dialogue-bundle', DialogueBundleElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-bundle': DialogueBundleElement;
  }
  interface HTMLElementEventMap {
    'dialogue-bundle-ready': DialogueBundleReadyEvent;
    'dialogue-bundle-failed': DialogueBundleFailedEvent;
  }
}
