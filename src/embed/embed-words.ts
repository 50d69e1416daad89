/** What the embed page says itself, where it shows no element. */
interface EmbedWords {
  readonly language: string;
  unknownShow(show: string, offers: string): string;
  refused(address: string): string;
}

const enGB: EmbedWords = {
  language: 'en-GB',
  unknownShow: (show, offers) =>
    `“${show}” cannot be shown here. In the address of this frame, write show= and one of these: ${offers}.`,
  refused: (address) =>
    `This page does not show the bundle at ${address}, since it lies on another site. Whoever looks after this page can ` +
    'allow it: add its address to “bundles” in embed/allow.json. Without bundle= in the address of this frame, it shows ' +
    'The Living Well Dialogues.',
};

const cy: EmbedWords = {
  language: 'cy',
  unknownShow: (show, offers) =>
    `Ni ellir dangos “${show}” yma. Yng nghyfeiriad y ffrâm hon, ysgrifennwch show= ac un o’r rhain: ${offers}.`,
  refused: (address) =>
    `Nid yw’r dudalen hon yn dangos y bwndel yn ${address}, gan ei fod ar safle arall. Gall pwy bynnag sy’n gofalu am y ` +
    'dudalen ei ganiatáu: ychwanegwch ei gyfeiriad at “bundles” yn embed/allow.json. Heb bundle= yng nghyfeiriad y ffrâm ' +
    'hon, mae’n dangos The Living Well Dialogues.',
};

/** The words for a BCP 47 tag; British English where there are none. */
export function embedWordsFor(language: string): EmbedWords {
  return /^cy\b/i.test(language) ? cy : enGB;
}
