// The script of the React page: hydrates what the server wrote, or renders where it wrote nothing.
import { createElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { App } from './app.mjs';

const app = (globalThis.app = { errors: [], change: null, hydrate });

function hydrate() {
  const given = JSON.parse(document.querySelector('#given').textContent);
  const onRecoverableError = (error) => app.errors.push(String(error));
  let set;
  const element = createElement(App, { given, onSetter: (change) => (set = change) });
  const place = document.querySelector('#root');
  flushSync(() => {
    if (place.firstChild) app.root = hydrateRoot(place, element, { onRecoverableError });
    else (app.root = createRoot(place)).render(element);
  });
  app.change = (part) => flushSync(() => set((state) => ({ ...state, ...part })));
}

if (!document.documentElement.hasAttribute('data-later')) hydrate();
