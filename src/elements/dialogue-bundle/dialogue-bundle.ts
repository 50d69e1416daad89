import { define } from '../define.js';
import { DialogueBundleElement } from './dialogue-bundle-element.js';

define('dialogue-bundle', DialogueBundleElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-bundle': DialogueBundleElement;
  }
}
