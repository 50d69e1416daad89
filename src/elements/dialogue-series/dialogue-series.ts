import '../dialogue-bundle/dialogue-bundle.js';
import '../dialogue-player/dialogue-player.js';
import '../learning-list/learning-list.js';
import '../participant-list/participant-list.js';
import '../prompt-deck/prompt-deck.js';
import '../series-credits/series-credits.js';
import '../series-section/series-section.js';
import '../tension-list/tension-list.js';
import { define } from '../define.js';
import { DialogueSeriesElement } from './dialogue-series-element.js';

define('dialogue-series', DialogueSeriesElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-series': DialogueSeriesElement;
  }
}
