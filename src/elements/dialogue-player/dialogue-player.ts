import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { DialoguePlayerElement } from './dialogue-player-element.js';

define('dialogue-player', DialoguePlayerElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-player': DialoguePlayerElement;
  }
}
