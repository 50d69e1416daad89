import { keepOneAmongTabs } from '../playback/tabs.js';
import { createVoice, type Voice } from '../playback/voice.js';
import { probe } from './loader.js';
import { page } from './page.js';

/** The page's one voice; its audio element is made at the first play and not before. */
export function pageVoice(): Voice {
  return (page().voice ??= makeVoice());
}

function makeVoice(): Voice {
  const voice = createVoice(makeSound, probe);
  keepOneAmongTabs(voice, () => new BroadcastChannel('living-well-dialogues@1'));
  return voice;
}

let silent: HTMLAudioElement | undefined;

/** Whether the page may set the volume. iOS leaves it to the buttons on the device's side, and answers 1 for ever. */
export function canSetVolume(): boolean {
  silent ??= Object.assign(makeSound(), { volume: 0.5 });
  return silent.volume === 0.5;
}

function makeSound(): HTMLAudioElement {
  return new Audio();
}
