import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { SeriesSectionElement } from './series-section-element.js';

define('series-section', SeriesSectionElement);

declare global {
  interface HTMLElementTagNameMap {
    'series-section': SeriesSectionElement;
  }
}
