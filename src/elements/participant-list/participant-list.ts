import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { ParticipantListElement } from './participant-list-element.js';

define('participant-list', ParticipantListElement);

declare global {
  interface HTMLElementTagNameMap {
    'participant-list': ParticipantListElement;
  }
}
