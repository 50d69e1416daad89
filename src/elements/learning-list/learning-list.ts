import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { LearningListElement } from './learning-list-element.js';

define('learning-list', LearningListElement);

declare global {
  interface HTMLElementTagNameMap {
    'learning-list': LearningListElement;
  }
}
