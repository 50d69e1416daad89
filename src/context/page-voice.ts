import { Listening } from '../playback/listening.js';
import { Memory } from '../playback/memory.js';
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

/** How a person listens on this page. */
export function pageListening(): Listening {
  return (page().listening ??= new Listening(pageVoice()));
}

/** The page's one memory. It looks into the device's storage: only to be asked for where a page offers to remember. */
export function pageMemory(): Memory {
  return (page().memory ??= new Memory(pageVoice(), () => localStorage));
}
