/**
 * What the elements say, in British English. Each phrase is a value or a typed function;
 * this file is the shape that every other language fills.
 */
export const enGB = {
  language: 'en-GB',

  play: (title: string) => `Play: ${title}`,
  pause: (title: string) => `Pause: ${title}`,
  back: (seconds: number) => `Back ${seconds} seconds`,
  forward: (seconds: number) => `Forward ${seconds} seconds`,
  seek: 'Place in the dialogue',
  place: (time: string, total: string) => `${time} of ${total}`,
  speed: 'Speed',
  volume: 'Volume',
  mute: 'Mute',
  download: 'Download',
  chapters: 'Chapters',
  transcript: 'Transcript',
  thirdWay: 'A third way',
  about: (name: string) => `About ${name}`,
  speaksIn: 'Listen to',

  position: (position: number, total: number) => `Question ${position} of ${total}`,
  next: 'Next question',
  previous: 'Previous question',
  hint: 'For the facilitator',
  hearMoment: 'Hear the moment',

  hanging: 'The sound is slow to arrive. It plays as soon as it can.',
  refused: 'The browser did not let the sound start. Press play again.',
  soundFailed: 'The sound cannot be played.',
  openSound: 'Open the sound',
  cannotSeek: 'You cannot move about in this sound.',
  retry: 'Retry',

  unreachable: 'This part of the page could not be fetched.',
  late: 'This part of the page took too long.',
  unreadable: 'This part of the page cannot be read.',
  unnamed: 'This part of the page needs a src or a bundle.',
  unknown: (id: string) => `“${id}” is not in this series.`,
  setAside: (id: string) => `“${id}” cannot be shown: it has a mistake.`,
  empty: 'There is nothing here yet.',
  noTranscript: 'There is no transcript yet.',
  transcriptFailed: 'The transcript cannot be read.',
  coming: 'On its way.',

  listening: 'Listening now',
};

/** Every phrase that a language must give. */
export type Phrases = typeof enGB;
