import '../dialogue-bundle/dialogue-bundle.js';
import { define } from '../define.js';
import { ParticipantCardElement } from './participant-card-element.js';

define('participant-card', ParticipantCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'participant-card': ParticipantCardElement;
  }
}
