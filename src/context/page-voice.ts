import { keepOneAmongTabs } from '../playback/tabs.js';
import { createVoice, type Voice } from '../playback/voice.js';
import { probe } from './loader.js';
import { page } from './page.js';

/** The page's one voice; its audio element is made at the first play and not before. */
export function pageVoice(): Voice {
  return (page().voice ??= makeVoice());
}

function makeVoice(): Voice {
  const voice = createVoice(() => new Audio(), probe);
  keepOneAmongTabs(voice, () => new BroadcastChannel('living-well-dialogues@1'));
  return voice;
}
