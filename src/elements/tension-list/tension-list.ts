import '../tension-card/tension-card.js';
import { define } from '../define.js';
import { TensionListElement } from './tension-list-element.js';

define('tension-list', TensionListElement);

declare global {
  interface HTMLElementTagNameMap {
    'tension-list': TensionListElement;
  }
}
