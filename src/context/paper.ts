/** How a thing of ours looks when it is printed alone: the words' style has a few rules for each. */
export type PaperKind = 'cards' | 'large' | 'sheet';

/** What it takes to walk from an element up to the page as a browser draws it: through slots, out of shadow roots. */
type Stop = Node &
  Partial<Pick<ShadowRoot & HTMLElement, 'adoptedStyleSheets' | 'assignedSlot' | 'dataset' | 'host' | 'shadowRoot'>>;

/** Takes back what is still there of the print before. */
let done: AbortController | undefined;

/**
 * Prints an element of ours, and nothing else of the page; to be called while a person presses something.
 *
 * For as long as that takes, the page wears a style sheet that hides all around the element and has what it stands in
 * take no part in the layout: no other rule can, so it is in a layer, and insists. It wears it in each shadow root on
 * the way, too. Only shadow hosts and the element itself are marked.
 * @param title stands over the words, or on each card
 */
export function printAlone(element: HTMLElement, kind: PaperKind, title: string): void {
  const sheet = new CSSStyleSheet();
  // Cards are cut from the whole of the paper. The host's type is lost with all else that is inherited, so it is named.
  // Black on white: a mark says by its shape what its colour says.
  sheet.replaceSync(`@page{margin:${kind === 'cards' ? 0 : '15mm'}}@media print{@layer alone{
:not(:has([data-alone]),[data-alone],slot,[data-alone=${kind}] *){display:none!important}
:has([data-alone]),[data-alone=''],slot{all:initial!important;display:block!important}
[data-alone=${kind}] *{color:#000!important}
[data-alone=${kind}]{--_title:${JSON.stringify(title)};--_page:${JSON.stringify(location.href.replace(/#.*/, ''))};font-family:${getComputedStyle(element).fontFamily}!important}}}`);
  done?.abort();
  const { signal } = (done = new AbortController());
  for (let at: Stop | null | undefined = element; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
    const stop: Stop = at;
    const { adoptedStyleSheets: worn, dataset } = stop;
    worn?.push(sheet);
    if (stop === element || stop.shadowRoot) dataset!['alone'] = stop === element ? kind : '';
    signal.addEventListener('abort', () => {
      worn?.splice(worn.indexOf(sheet), 1);
      delete dataset?.['alone'];
    });
  }
  // A phone goes on at once while it still prints, and may never say that it has: then, whoever is back on the page is done.
  for (const end of ['afterprint', 'pointerdown', 'keydown']) addEventListener(end, () => done!.abort(), { signal });
  print();
}
