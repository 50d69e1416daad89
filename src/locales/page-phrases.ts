/** What the plain pages say beside the words of the elements. Only the command line carries it. */
export interface PagePhrases {
  readonly language: string;
  readonly skip: string;
  readonly tension: string;
  readonly questions: string;
  readonly others: string;
  readonly previous: string;
  readonly next: string;
}

const enGB: PagePhrases = {
  language: 'en-GB',
  skip: 'Skip to the content',
  tension: 'The tension',
  questions: 'Questions to talk about',
  others: 'Other dialogues',
  previous: 'Previous',
  next: 'Next',
};

const cy: PagePhrases = {
  language: 'cy',
  skip: 'Neidio i’r cynnwys',
  tension: 'Y tensiwn',
  questions: 'Cwestiynau i’w trafod',
  others: 'Deialogau eraill',
  previous: 'Blaenorol',
  next: 'Nesaf',
};

/** The page's own phrases in the language of the elements' phrases. */
export function pagePhrasesFor(language: string): PagePhrases {
  return /^cy\b/i.test(language) ? cy : enGB;
}
