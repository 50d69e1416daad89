import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { DialogueTranscriptElement } from './dialogue-transcript-element.js';

define('dialogue-transcript', DialogueTranscriptElement);

declare global {
  interface HTMLElementTagNameMap {
    'dialogue-transcript': DialogueTranscriptElement;
  }
}
