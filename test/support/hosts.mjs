/* global DOMParser */
/*
 * What kinds of site do with the HTML that an editor pastes. Written for our tests after what each says of itself, as data:
 * which elements stay, with which attributes; all else goes, and the text in it stays. `data-*` is for all of those.
 */

const prose = { p: [], strong: [], em: [], ul: [], ol: [], li: [], blockquote: ['cite'], h2: ['id'], h3: ['id'] };

/** WordPress's `wp_kses_post`, as far as it matters here: neither frames, nor scripts, nor elements that it does not know. */
const kses = {
  ...prose,
  a: ['href', 'rel', 'target', 'hreflang', 'class', 'id', 'lang', 'data-*'],
  audio: ['autoplay', 'controls', 'loop', 'muted', 'preload', 'src', 'class', 'id', 'lang', 'data-*'],
  figure: ['align', 'class', 'id', 'lang', 'title', 'role', 'data-*'],
  figcaption: ['align', 'class', 'id', 'lang', 'data-*'],
};

/** Drupal's `filter_html` as “Basic HTML” has it. */
const basicHtml = { ...prose, a: ['href', 'hreflang'], cite: [], code: [], img: ['src', 'alt'], br: [] };

/** With what the builder's note asks to be added. */
const basicHtmlWithFigures = {
  ...basicHtml,
  figure: ['data-lwd', 'data-dialogue', 'data-src', 'lang'],
  audio: ['src', 'controls', 'preload'],
};

/** By name: what is kept; null for everything. `frames` names the origins that frames may come from. */
export const hosts = {
  'own site': { keeps: null },
  'WordPress for editors': { keeps: null },
  'WordPress for authors': { keeps: kses },
  SharePoint: { keeps: { iframe: ['src', 'title', 'width', 'height'] }, isFrameListed: true },
  'Drupal, Full HTML': { keeps: null },
  'Drupal, Basic HTML': { keeps: basicHtml },
  'Drupal, Basic HTML with figures': { keeps: basicHtmlWithFigures },
  'Umbraco template': { keeps: null },
  // A frame of its own around the HTML: without an origin, as strict as it can be.
  Wix: { keeps: null, isFramed: true },
  Squarespace: { keeps: null },
  'Squarespace, the lowest plan': { keeps: kses },
};

/**
 * What is left of some HTML; runs in a page, which has a parser.
 *
 * @param {string} html
 * @param {Record<string, string[]> | null} keeps
 * @param {string[]} [listed] origins that frames may come from
 */
export function sift(html, keeps, listed) {
  const { body } = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
  for (const element of keeps ? body.querySelectorAll('*') : []) {
    const names = keeps[element.localName];
    const isStranger = element.localName === 'iframe' && !listed?.includes(new URL(element.src).origin);
    if (!names || isStranger) {
      element.replaceWith(...(element.localName === 'script' ? [] : element.childNodes));
      continue;
    }
    for (const { name } of [...element.attributes]) {
      if (!names.includes(name) && !(name.startsWith('data-') && names.includes('data-*')))
        element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}
