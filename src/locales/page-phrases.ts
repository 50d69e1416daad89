/** What the plain pages say beside the words of the elements. Only the command line carries it. */
export interface PagePhrases {
  readonly language: string;
  readonly skip: string;
  readonly tension: string;
  readonly questions: string;
  readonly others: string;
  /** What there is to print for a meeting: the way there, and what stands over it. */
  readonly paper: string;
  /** Stands after the title of a dialogue. */
  readonly onPaper: string;
  readonly scan: string;
  readonly previous: string;
  readonly next: string;
  /** Stands before the title of a dialogue. */
  readonly before: string;
  readonly toSound: string;
  readonly easyRead: string;
  readonly contentNotes: string;
  readonly stretch: (start: string, end: string) => string;
  readonly goOn: (time: string) => string;
  readonly signed: (language: string) => string;
  /** Those of these islands by their tags, for which `Intl.DisplayNames` has no names. */
  readonly signLanguages: Readonly<Record<string, string>>;
}

const enGB: PagePhrases = {
  language: 'en-GB',
  skip: 'Skip to the content',
  tension: 'The tension',
  questions: 'Questions to talk about',
  others: 'Other dialogues',
  paper: 'To print for a meeting: a sheet for the facilitator, and cards to cut out (A4)',
  onPaper: 'on paper',
  scan: 'Point a phone’s camera at a square code to listen.',
  previous: 'Previous',
  next: 'Next',
  before: 'Before you start:',
  toSound: 'Straight to the sound',
  easyRead: 'Easy read',
  contentNotes: 'What may be hard to hear',
  stretch: (start, end) => `From ${start} to ${end}`,
  goOn: (time) => `Go on from ${time}`,
  signed: (language) => `Signed version: ${language}`,
  signLanguages: { bfi: 'British Sign Language (BSL)', isg: 'Irish Sign Language (ISL)' },
};

const cy: PagePhrases = {
  language: 'cy',
  skip: 'Neidio i’r cynnwys',
  tension: 'Y tensiwn',
  questions: 'Cwestiynau i’w trafod',
  others: 'Deialogau eraill',
  paper: 'I’w hargraffu ar gyfer cyfarfod: taflen i’r hwylusydd, a chardiau i’w torri allan (A4)',
  onPaper: 'ar bapur',
  scan: 'Pwyntiwch gamera ffôn at god sgwâr i wrando.',
  previous: 'Blaenorol',
  next: 'Nesaf',
  before: 'Cyn i chi ddechrau:',
  toSound: 'Yn syth at y sain',
  easyRead: 'Hawdd ei ddeall',
  contentNotes: 'Beth all fod yn anodd ei glywed',
  stretch: (start, end) => `O ${start} i ${end}`,
  goOn: (time) => `Mynd ymlaen o ${time}`,
  signed: (language) => `Fersiwn arwyddo: ${language}`,
  signLanguages: { bfi: 'Iaith Arwyddion Prydain (BSL)', isg: 'Iaith Arwyddion Iwerddon (ISL)' },
};

/** The page's own phrases in the language of the elements' phrases. */
export function pagePhrasesFor(language: string): PagePhrases {
  return /^cy\b/i.test(language) ? cy : enGB;
}
