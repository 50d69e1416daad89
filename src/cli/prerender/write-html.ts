import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';

/** What the server's rendering leaves for hydration. Nobody hydrates these words: an element writes them anew. */
const MARKERS = /<!--\/?lit-(part|node)[^>]*-->|<!--\?-->|<\?>/g;

/** Numbers to call, which stand on one line. */
const NUMBER = /(<a\s+href="tel:[^>]*>)([^<]*)/g;

/** A template as plain HTML, as people write it. In its texts every sign of HTML is escaped, so that none is touched. */
export function writeHtml(template: TemplateResult): string {
  return (
    collectResultSync(render(template))
      .replace(MARKERS, '')
      .replace(/\s*\/>/g, '>')
      .replace(/\s+>/g, '>')
      .replace(/ (open|controls)=""/g, ' $1')
      // An element says so for Safari, to which a list without marks is none; a page can say it in its style.
      .replace(/\srole="list"/g, '')
      .replace(NUMBER, (_, link: string, number: string) => link + number.replaceAll(' ', '&nbsp;'))
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim()
  );
}

/** Data as it may stand in a `<script type="application/ld+json">`: nothing in it can end the script. */
export function writeData(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
