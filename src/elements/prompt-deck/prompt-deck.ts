import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { PromptDeckElement } from './prompt-deck-element.js';

define('prompt-deck', PromptDeckElement);

declare global {
  interface HTMLElementTagNameMap {
    'prompt-deck': PromptDeckElement;
  }
}
