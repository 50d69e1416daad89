import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { DialoguePlayerElement } from './dialogue-player-element.js';
import type { DialoguePlayerChapterChangeEvent } from './dialogue-player-events.js';

define('dialogue-player', DialoguePlayerElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-player': DialoguePlayerElement;
  }
  interface HTMLElementEventMap {
    'dialogue-player-chapterchange': DialoguePlayerChapterChangeEvent;
  }
}
