import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { TensionCardElement } from './tension-card-element.js';

define('tension-card', TensionCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'tension-card': TensionCardElement;
  }
}
