// A React page with our elements in it, or with one player alone. The same component renders in Node and in the page.
import { createElement as h, useState } from 'react';

/** What a test can change: `change({...})` on the page's `app`. */
export const start = {
  dialogue: 'introduction',
  order: ['introduction', 'what-do-we-value', 'what-story-matters-most'],
  count: 0,
  bundle: null,
  fallback: 'elements',
  isList: false,
  isAlone: false,
};

export function App({ given = start, onSetter = () => {} }) {
  const [state, change] = useState({ ...start, ...given });
  onSetter(change);
  const { dialogue, order, count, bundle, fallback, isList, isAlone } = state;
  const inside = {
    elements: [
      h('p', { key: 'p', id: 'fallback' }, 'Fallback text'),
      h('a', { key: 'a', href: '/dist/living-well/audio/introduction.mp3' }, 'The sound'),
    ],
    text: 'Fallback text',
    counting: `Fallback text ${count}`,
  }[fallback];
  // What the README advises: React then leaves the inside of the tag alone when it hydrates.
  const html = { dangerouslySetInnerHTML: { __html: '<p>Fallback text</p>' } };
  const quiet = { text: { suppressHydrationWarning: true }, html: { suppressHydrationWarning: true, ...html } }[
    fallback
  ];
  const other = fallback === 'html' ? html : { children: h('p', null, 'Fallback text') };
  return h(
    'main',
    null,
    h('p', { id: 'count' }, `Rendered for ${count}`),
    isList
      ? h(
          'ul',
          null,
          order.map((id) =>
            h('li', { key: id }, h('dialogue-player', { dialogue: id, id }, h('p', null, 'Fallback text'))),
          ),
        )
      : [
          h('dialogue-player', { key: 'player', dialogue, id: 'one', ...quiet }, inside),
          !isAlone &&
            h('prompt-deck', {
              key: 'deck',
              dialogue: bundle ? '' : 'introduction',
              id: 'deck',
              bundle,
              'onprompt-deck-changed': (event) => (globalThis.dealt ??= []).push(event.position),
              ...other,
            }),
          !isAlone &&
            h(
              'dialogue-bundle',
              {
                key: 'bundle',
                src: '/fixtures/bundles/good/tiny.json',
                'ondialogue-bundle-ready': (event) => (globalThis.arrived ??= []).push(event.bundle.title),
              },
              h('dialogue-transcript', { id: 'transcript', ...other }),
            ),
        ],
  );
}
