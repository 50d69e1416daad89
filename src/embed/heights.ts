import { readFragment } from './asked.js';

/** What a host hears: our own words, and WordPress's. */
type Message =
  | { readonly type: 'living-well-dialogues:height'; readonly height: number }
  | { readonly message: 'height'; readonly value: number; readonly secret: string };

/** One frame of a screen, in milliseconds. */
const FRAME = 16;

/**
 * Tells the page around this frame how high the content is: once it has loaded, as it changes, and when it is asked.
 *
 * The height is that of the content and never of the window, so that a host who follows it makes no loop. Changes are
 * heard from the content as well as from its size: a browser measures nothing for a frame that nobody sees, and WordPress
 * shows a frame only after it has heard its height. For the same reason a timer waits here, and no animation frame.
 *
 * @param content what is watched
 */
export function tellHeights(content: Element): void {
  const host = window.parent;
  if (host === window) return;
  let told = -1;
  let secret = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const post = (message: Message) => host.postMessage(message, '*');

  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    post({ type: 'living-well-dialogues:height', height });
    if (secret) post({ message: 'height', value: height, secret });
  };

  const tellAnew = () => {
    // WordPress may add it after the frame has begun; a moment that is followed later takes its place in the address.
    secret = readFragment(location.hash).secret || secret;
    told = -1;
    tell();
  };

  const tellSoon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      tell();
    }, FRAME);
  };

  secret = readFragment(location.hash).secret;
  if (document.readyState === 'complete') tellAnew();
  else addEventListener('load', tellAnew);
  // A theme, or a picture.
  document.addEventListener('load', tellSoon, true);
  addEventListener('hashchange', () => readFragment(location.hash).secret && tellAnew());
  addEventListener('message', ({ source, data }: MessageEvent<Partial<Record<string, unknown>> | null>) => {
    const isAsked =
      data?.['type'] === 'living-well-dialogues:height?' ||
      (data?.['message'] === 'ready' && data['secret'] === secret);
    if (source === host && isAsked) tellAnew();
  });
  new ResizeObserver(tellSoon).observe(document.documentElement);
  new MutationObserver(tellSoon).observe(content, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-state', 'open'],
  });
}
