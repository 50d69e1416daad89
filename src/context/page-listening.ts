import { Listening, type Seat } from '../playback/listening.js';
import { Memory } from '../playback/memory.js';
import type { Recording } from '../playback/recording.js';
import { page } from './page.js';
import { pageVoice } from './page-voice.js';

/** How a person listens on this page. */
export function pageListening(): Listening {
  return (page().listening ??= new Listening(pageVoice()));
}

/** The page's one memory. It looks into the device's storage: only to be asked for where a page offers to remember. */
export function pageMemory(): Memory {
  return (page().memory ??= new Memory(pageVoice(), () => localStorage));
}

/** A player comes onto the page, or leaves it. */
export function takeSeat(seat: Seat, isHere: boolean): void {
  pageListening().seats[isHere ? 'add' : 'delete'](seat);
}

/** The place that is remembered, in seconds; `null` where there is none. Only to be asked where a page offers to remember. */
export function placeKept(recording: Recording): number | null {
  return pageMemory().placeOf(recording);
}
