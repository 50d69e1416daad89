/*
 * For pages that hold our frames: makes each as high as what it shows. A classic script of its own, `dist/embed/host.js`;
 * nothing else is needed, and nothing else on the page is touched.
 */

/** What lies in a folder `embed/` is one of our pages; the message itself says the rest. */
const ours = /\/embed\/([\w.-]+\.html)?$/;

const LEAST = 50;
const MOST = 20_000;

/** The address that a frame was given, where that is one of our pages. */
function addressOf({ src }: HTMLIFrameElement): URL | null {
  const url = src ? new URL(src) : null;
  return url && ours.test(url.pathname) ? url : null;
}

addEventListener('message', ({ data, source, origin }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  if (data?.type !== 'living-well-dialogues:height') return;
  const height = Number(data.height);
  // Looked for anew each time: frames may come later. A frame speaks for itself alone.
  for (const frame of document.querySelectorAll('iframe')) {
    if (!source || frame.contentWindow !== source || !(height > 0)) continue;
    // A sandboxed frame has no origin; any other must still be where it was sent.
    if (origin !== (frame.hasAttribute('sandbox') && origin === 'null' ? 'null' : addressOf(frame)?.origin)) continue;
    if (!addressOf(frame)) continue;
    frame.style.boxSizing = 'content-box';
    frame.style.height = `${Math.ceil(Math.min(Math.max(height, LEAST), MOST))}px`;
  }
});

// Those that told it before this script was here tell it again.
for (const frame of document.querySelectorAll('iframe')) {
  if (addressOf(frame)) frame.contentWindow?.postMessage({ type: 'living-well-dialogues:height?' }, '*');
}
