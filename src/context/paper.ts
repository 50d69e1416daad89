import { paperStyles } from '../styles/paper.js';
import { wordsSheet } from '../styles/words.js';

/** How a thing of ours looks when it is printed alone: `src/styles/paper.ts` has a few rules for each. */
export type PaperKind = 'cards' | 'large' | 'sheet';

/** Takes back what is still there of the print before. */
let done = (): void => {};

/**
 * Prints an element of ours, and nothing else of the page; to be called while a person presses something.
 *
 * For as long as that takes, a copy of it stands beside the page's body and is seen on paper alone, and the page wears a
 * style sheet that hides the body there, loose words and all. The copy stands in a shadow root: no rule of the page is in
 * the way. Of two rules that both insist, the one in the shadow root wins, so the copy can show itself.
 * @param title stands over the words, or on each card
 */
export function printAlone(element: HTMLElement, kind: PaperKind, title: string): void {
  const sheet = new CSSStyleSheet();
  // Cards are cut from the whole of the paper. The host's type is lost with all else that is inherited, so it is named.
  sheet.replaceSync(`@page{margin:${kind === 'cards' ? 0 : '15mm'}}:host{display:none!important}@media print{@layer alone{
html,:host{all:initial!important;display:block!important}html>*{display:none!important}}
[data-alone]{--_title:${JSON.stringify(title)};--_page:${JSON.stringify(location.href.replace(/#.*/, ''))};font-family:${getComputedStyle(element).fontFamily}}}`);
  done();
  const paper = document.createElement('div');
  const copy = element.cloneNode(true) as HTMLElement;
  copy.dataset['alone'] = kind;
  copy.dataset['dialogueWords'] = '';
  const root = paper.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [wordsSheet.styleSheet!, paperStyles.styleSheet!, sheet];
  root.append(copy);
  document.documentElement.append(paper);
  document.adoptedStyleSheets.push(sheet);
  done = () => {
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((worn) => worn !== sheet);
  };
  // A phone goes on at once while it still prints, and may never say that it has: then, whoever is back on the page is done.
  for (const sign of ['afterprint', 'pointerdown', 'keydown']) addEventListener(sign, done, { once: true });
  print();
}
