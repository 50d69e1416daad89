import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { DialogueDockElement } from './dialogue-dock-element.js';

define('dialogue-dock', DialogueDockElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-dock': DialogueDockElement;
  }
}
