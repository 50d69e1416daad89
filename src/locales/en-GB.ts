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
  place: (time: string, total: string) => (total ? `${time} of ${total}` : time),
  speed: 'Speed',
  times: (rate: number) => `${rate}×`,
  volume: 'Volume',
  percent: (part: number) => `${Math.round(part * 100)} per cent`,
  mute: 'Mute',
  unmute: 'Unmute',
  download: 'Download the sound',
  chapters: 'Chapters',
  transcript: 'Transcript',
  player: (title: string) => `Player: ${title}`,

  thirdWay: 'A third way',
  speaksIn: 'Listen to',
  about: (name: string) => `About ${name}`,

  question: (position: number, total: number) => `Question ${position} of ${total}`,
  questions: 'Questions to talk about',
  next: 'Next question',
  previous: 'Previous question',
  hint: 'For the facilitator',
  hearMoment: 'Hear the moment',

  hanging: 'The sound is slow to arrive. It plays as soon as it can. The words are below.',
  refused: 'The browser did not let the sound start. Press play again.',
  soundFailed: 'The sound cannot be played just now.',
  openSound: 'Open the sound by itself',
  cannotSeek: 'Moving about is not possible with this sound.',
  retry: 'Retry',

  unreachable: 'This part of the page could not be fetched. You may be offline, or the site may be busy.',
  late: 'This part of the page took too long to arrive.',
  unreadable: 'This part of the page arrived, but it cannot be read.',
  unnamed: 'This part of the page was not told which series to show. Give it a src or a bundle.',
  dialogueUnknown: (id: string) => `There is no dialogue called “${id}” in this series.`,
  dialogueSetAside: (id: string) => `The dialogue “${id}” cannot be shown. Its entry in the series has a mistake.`,
  participantUnknown: (id: string) => `There is no participant called “${id}” in this series.`,
  noTension: 'This dialogue has no tension to show.',
  noPrompts: 'This dialogue has no questions yet.',
  noParticipants: 'This dialogue names no participants yet.',
  transcriptMissing: 'There is no transcript of this dialogue yet.',
  transcriptFailed: 'The transcript could not be read.',
  transcriptWaiting: 'The transcript is on its way.',
};

/** Every phrase that a language must give. */
export type Phrases = typeof enGB;
