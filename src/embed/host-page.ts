/*
 * For pages that hold our frames: makes each as high as what it shows. A classic script of its own, `dist/embed/host.js`;
 * nothing else is needed, and nothing else on the page is touched.
 */

/** What lies in a folder `embed/` is one of our pages; the message itself says the rest. */
const ours = /^(https?:\/\/[^/]+)[^?#]*\/embed\/([\w.-]+\.html)?([?#]|$)/;

const LEAST = 50;
const MOST = 20_000;

/** The origin that a frame was sent to, where that is one of our pages. */
function originOf({ src }: HTMLIFrameElement): string | undefined {
  return ours.exec(src)?.[1];
}

addEventListener('message', ({ data, source, origin }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
  const height = Number(data?.height);
  if (data?.type !== 'living-well-dialogues:height' || !source || !(height > 0)) return;
  // Looked for anew each time: frames may come later. A frame speaks for itself alone.
  for (const frame of document.querySelectorAll('iframe')) {
    const home = originOf(frame);
    // Who follows a link out of our page is heard no more; a sandbox has no origin.
    if (frame.contentWindow !== source || !home || (origin !== home && origin !== 'null')) continue;
    frame.style.boxSizing = 'content-box';
    frame.style.height = `${Math.ceil(Math.min(Math.max(height, LEAST), MOST))}px`;
  }
});

// Those that told it before this script was here tell it again.
for (const frame of document.querySelectorAll('iframe')) {
  if (originOf(frame)) frame.contentWindow?.postMessage({ type: 'living-well-dialogues:height?' }, '*');
}
