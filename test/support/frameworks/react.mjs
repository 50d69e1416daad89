import { createElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

/** Draws a component, or takes over what a server has drawn. */
export function draw(place, Page, given) {
  let props = {};
  const page = (given) => createElement(Page, (props = { ...props, ...given }));
  let root;
  flushSync(() => {
    if (place.firstChild) root = hydrateRoot(place, page(given));
    else (root = createRoot(place)).render(page(given));
  });
  const update = (given) => flushSync(() => root.render(page(given)));
  return { update, unmount: () => root.unmount() };
}
