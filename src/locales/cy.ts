import type { Phrases } from './en-GB.js';

/** What the elements say, in Welsh. */
export const cy: Phrases = {
  language: 'cy',

  play: (title) => `Chwarae: ${title}`,
  pause: (title) => `Oedi: ${title}`,
  back: (seconds) => `Yn ôl ${seconds} eiliad`,
  forward: (seconds) => `Ymlaen ${seconds} eiliad`,
  seek: 'Lle yn y sgwrs',
  place: (time, total) => `${time} o ${total}`,
  speed: 'Cyflymder',
  volume: 'Lefel y sain',
  mute: 'Tewi',
  download: 'Lawrlwytho',
  chapters: 'Penodau',
  transcript: 'Trawsgrifiad',
  thirdWay: 'Trydedd ffordd',
  about: (name) => `Ynglŷn â ${name}`,
  speaksIn: 'Gwrando ar',

  position: (position, total) => `Cwestiwn ${position} o ${total}`,
  next: 'Cwestiwn nesaf',
  previous: 'Cwestiwn blaenorol',
  hint: 'I’r hwylusydd',
  hearMoment: 'Clywed y foment',

  hanging: 'Mae’r sain yn araf. Bydd yn chwarae cyn gynted ag y gall.',
  refused: 'Ni adawodd y porwr i’r sain ddechrau. Pwyswch chwarae eto.',
  soundFailed: 'Ni ellir chwarae’r sain.',
  openSound: 'Agor y sain',
  cannotSeek: 'Ni allwch symud yn y sain hon.',
  retry: 'Ailgynnig',

  unreachable: 'Ni ellid nôl y rhan hon o’r dudalen.',
  late: 'Cymerodd y rhan hon o’r dudalen ormod o amser.',
  unreadable: 'Ni ellir darllen y rhan hon o’r dudalen.',
  unnamed: 'Mae angen src neu bundle ar y rhan hon o’r dudalen.',
  unknown: (id) => `Nid yw “${id}” yn y gyfres hon.`,
  setAside: (id) => `Ni ellir dangos “${id}”: mae camgymeriad ynddo.`,
  empty: 'Nid oes dim yma eto.',
  noTranscript: 'Nid oes trawsgrifiad eto.',
  transcriptFailed: 'Ni ellir darllen y trawsgrifiad.',
  coming: 'Ar ei ffordd.',

  listening: 'Gwrando nawr',
};
