import type { Asks, Choice } from './snippets.js';
import { policyFor, runsInPage } from './snippets.js';

/** What `integrity.json` tells: the hash of each file, by its path in `dist/`. */
export type Hashes = Readonly<Record<string, string>>;

/** The letter to whoever looks after the site, its firewall and its promises: everything that they ask, and nothing else. */
export function itLetter(choice: Choice, title: string, asks: Asks, hashes: Hashes, dist: string): string {
  const inPage = runsInPage(choice.site);
  const framed = ['index.html', 'embed.css', 'embed.js'].map((name) => `embed/${name}`);
  const scripts = [...(inPage ? ['dialogues.js'] : []), ...(choice.site === 'sharepoint' ? [] : ['embed/host.js'])];
  const theme = `themes/${choice.theme}.css`;
  const files = [...new Set(['dialogues.js', theme, ...framed, ...scripts])].map((path) => dist + path);
  const content = [...asks.connect, ...asks.media, ...asks.img];
  const origins = [...new Set([...files, ...content].map((address) => new URL(address).origin))];
  const scriptTags = scripts.map(
    (path) =>
      `<script defer src="${dist}${path}"${hashes[path] ? ` integrity="${hashes[path]}"` : ''} crossorigin="anonymous"></script>`,
  );
  return `We would like to show “${title}” on our site. It is part of The Living Well Dialogues: recorded conversations about mental-health systems. This is what it needs.

WHERE IT COMES FROM (to allow in a firewall or proxy; https, GET only)
${lines(origins)}

FILES
${lines(files)}
Read when a page opens, or a person asks for them:
${lines(content)}
Sound is fetched in parts (HTTP ranges, status 206), and only once a person presses play.

CONTENT SECURITY POLICY (to add to what you have)
${lines(policyFor(choice, asks, dist))}
Neither 'unsafe-inline' nor 'unsafe-eval' is needed.${
    inPage
      ? `
With Trusted Types: trusted-types living-well-dialogues`
      : ''
  }
${
  scriptTags.length
    ? `
SCRIPTS, PINNED TO WHAT WE HAVE SEEN (SHA-384)
${lines(scriptTags)}
A pinned script stops when its file changes: take the new hash from ${dist}integrity.json with each new version. Pinning needs the header Access-Control-Allow-Origin from their server.
`
    : ''
}
WHAT IT STORES AND SENDS
Nothing is stored: no cookies, and nothing in the browser's storage. It counts nobody and sends nothing about people. The server that has the files sees what every web server sees: the address of the reader's network, the browser and the file. If your own server has the files, nobody else sees even that.

ACCESSIBILITY
It aims at WCAG 2.2, level AA. Each element is tested by machine at every change: with axe in Chromium, by keyboard alone in journeys through whole pages, at a width of 320 pixels, on light and dark, and in forced colours. There are transcripts, and the words are ordinary HTML. What we know to be missing: no auditor from outside has looked at it, it has not been tried systematically by people who use screen readers, Safari is not part of the tests, there is no sign language in the built-in dialogues, and their transcripts are in English also where the controls are Welsh.
`;
}

const lines = (them: readonly string[]): string => them.map((one) => `  ${one}`).join('\n');
