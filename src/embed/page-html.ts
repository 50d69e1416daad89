import type { Bundle, Dialogue } from '../bundle/schema.js';
import { escapeHtml, plainText } from '../bundle/plain-text.js';

/**
 * The embed pages as they lie in `dist/embed/`: `index.html`, which shows whatever its address asks for, and one page a
 * dialogue of the built-in bundle. They are the same page; the second kind has a dialogue to begin with, so that it holds
 * the sound and the words without any script, and can say where its oEmbed answer is.
 */
export function embedIndexHtml(bundle: Bundle): string {
  const links = bundle.dialogues.map(({ id, title }) => {
    return `        <li><a href="${encodeURIComponent(id)}.html">${escapeHtml(plainText(title, bundle))}</a></li>\n`;
  });
  return pageHtml(bundle, {
    title: plainText(bundle.title, bundle),
    main: '<main>',
    body: `      <p>If nothing more appears here, these pages hold each dialogue by itself:</p>
      <ul>
${links.join('')}      </ul>
      <noscript><p>What this frame was asked for needs JavaScript, which is turned off.</p></noscript>`,
  });
}

/** @param oembed the address of the dialogue's oEmbed answer; absolute, since that is how WordPress reads it */
export function embedDialogueHtml(bundle: Bundle, dialogue: Dialogue, oembed: string): string {
  const id = escapeHtml(dialogue.id);
  const title = plainText(dialogue.title, bundle);
  const sources = dialogue.audio.sources.map(({ src, type }) => {
    return `        <source src="${escapeHtml(src)}" type="${escapeHtml(type)}" />\n`;
  });
  const transcripts = dialogue.transcript.map(({ src, language }) => {
    return `      <p><a href="${escapeHtml(src)}" hreflang="${escapeHtml(language)}">Transcript</a></p>\n`;
  });
  return pageHtml(bundle, {
    title,
    head: `    <link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${escapeHtml(title)}" />\n`,
    main: `<main data-dialogue="${id}">`,
    body: `      <h1>${escapeHtml(title)}</h1>
      <p>${escapeHtml(plainText(dialogue.summary, bundle))}</p>
      <audio controls preload="none">
${sources.join('')}      </audio>
${transcripts.join('')}      <noscript><p>With JavaScript, this is a player with chapters and a transcript.</p></noscript>`,
  });
}

interface PageParts {
  readonly title: string;
  readonly head?: string;
  /** The opening tag. */
  readonly main: string;
  readonly body: string;
}

/** What is said to those who set the page up stands in the page itself: they have it before them. */
function pageHtml({ language }: Bundle, { title, head = '', main, body }: PageParts): string {
  return `<!doctype html>
<!--
  The embed page of living-well-dialogues, for an iframe:

    index.html?show=dialogue-player&dialogue=ID&bundle=URL&lang=cy&theme=nhs#t=90

  builder.html beside it is a form that writes such addresses, and all else that a site may need.

  It shows the built-in bundle, any bundle of its own origin, and those that allow.json beside it names:

    { "bundles": ["https://example.org/series/bundle.json", "https://example.net/bundles/"] }

  A whole address allows that bundle; one that ends in a slash allows all below it.

  Headers to send with this page; add the origins of allowed bundles, and of their sound and pictures, to connect-src,
  media-src and img-src, and leave frame-ancestors out unless only some sites may show it:

    Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';
      media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'

  WordPress and others put the page into a sandbox without an origin. For it to fetch there, send this with allow.json,
  and with bundles, transcripts and chapters (living-well/ among them):

    Access-Control-Allow-Origin: *

  host.js, on the page around the frame, makes the frame as high as what it shows.
-->
<html lang="${escapeHtml(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="../living-well/art/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="embed.css" />
${head}    <script defer src="../dialogues.js"></script>
    <script defer src="embed.js"></script>
  </head>
  <body>
    ${main}
${body}
    </main>
  </body>
</html>
`;
}
