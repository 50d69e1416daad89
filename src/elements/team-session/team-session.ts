import '../dialogue-bundle/dialogue-bundle.js';
import '../tension-line/tension-line.js';
import { define } from '../define.js';
import { TeamSessionElement } from './team-session-element.js';

define('team-session', TeamSessionElement);

declare global {
  interface HTMLElementTagNameMap {
    'team-session': TeamSessionElement;
  }
}
