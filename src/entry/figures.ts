import { page } from '../context/page.js';

/*
 * For hosts that strip custom elements: `<figure data-lwd="dialogue-player" data-dialogue="ID">` becomes that element, in
 * its place, with the attributes that its class knows and no others. What stands in the figure goes into the element, which
 * shows it until it is ready; a caption stays.
 */
function upgrade(figure: HTMLElement): void {
  const tag = figure.dataset['lwd']!;
  if (!page().tags.includes(tag) || figure.querySelector(tag)) return;
  // A sound that is moved in the page stops: whoever listens already is left to listen.
  const playing = [...figure.querySelectorAll('audio')].find(({ paused }) => !paused);
  if (playing) return playing.addEventListener('pause', () => upgrade(figure), { once: true });
  const element = document.createElement(tag);
  for (const name of (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes) {
    const value = figure.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...[...figure.childNodes].filter(({ nodeName }) => nodeName !== 'FIGCAPTION'));
  figure.prepend(element);
}

function look(root: ParentNode): void {
  // Not a figure that the parser is still writing.
  for (const figure of root.querySelectorAll<HTMLElement>('[data-lwd]')) {
    if (document.readyState !== 'loading' || figure.nextSibling) upgrade(figure);
  }
}

// In what comes later, the parent of each piece is asked: the piece may be a figure itself.
new MutationObserver((records) => {
  for (const { addedNodes, target } of records) {
    if ([...addedNodes].some((node) => node instanceof Element)) look(target as Element);
  }
}).observe(document, { childList: true, subtree: true });
document.addEventListener('readystatechange', () => look(document));
look(document);
