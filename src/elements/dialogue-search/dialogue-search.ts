import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { DialogueSearchElement } from './dialogue-search-element.js';

define('dialogue-search', DialogueSearchElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-search': DialogueSearchElement;
  }
}
