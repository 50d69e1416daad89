import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { PromptDeckElement } from './prompt-deck-element.js';
import type { PromptDeckChangeEvent, PromptDeckChangedEvent } from './prompt-deck-events.js';

define('prompt-deck', PromptDeckElement);

declare global {
  interface HTMLElementTagNameMap {
    'prompt-deck': PromptDeckElement;
  }
  interface HTMLElementEventMap {
    'prompt-deck-change': PromptDeckChangeEvent;
    'prompt-deck-changed': PromptDeckChangedEvent;
  }
}
