import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { TensionLineElement } from './tension-line-element.js';

define('tension-line', TensionLineElement);

declare global {
  interface HTMLElementTagNameMap {
    'tension-line': TensionLineElement;
  }
}
