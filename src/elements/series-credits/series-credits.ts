import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { SeriesCreditsElement } from './series-credits-element.js';

define('series-credits', SeriesCreditsElement);

declare global {
  interface HTMLElementTagNameMap {
    'series-credits': SeriesCreditsElement;
  }
}
