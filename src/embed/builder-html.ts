import { elements, languageNames, siteWords, snippetNames, themeNames } from './builder-words.js';
import { escapeHtml } from '../bundle/plain-text.js';
import { languages, offered, sites, themes } from './snippets.js';

/**
 * The embed builder as it lies in `dist/embed/builder.html`: a form, a frame beside it, and what to copy.
 *
 * @param tags that the script file brings
 */
export function builderHtml(tags: readonly string[]): string {
  const options = (words: readonly (readonly [string, string])[]) =>
    words.map(([value, name]) => `<option value="${value}">${escapeHtml(name)}</option>`).join('');
  const radios = (name: string, words: readonly (readonly [string, string])[]) =>
    words
      .map(
        ([value, label], place) =>
          `            <label><input type="radio" name="${name}" value="${value}"${place ? '' : ' checked'} /> ${escapeHtml(label)}</label>\n`,
      )
      .join('');
  const shown = offered.filter((tag) => tags.includes(tag));
  return `<!doctype html>
<!--
  The embed builder of living-well-dialogues. It gives a page's editor the right lines to paste, with the address at which
  it stands itself. Headers to send with this page; add the origins of the bundles in allow.json to connect-src:

    Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self';
      connect-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'
-->
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Put a dialogue on your page – The Living Well Dialogues</title>
    <link rel="icon" href="../living-well/art/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="builder.css" />
    <script defer src="host.js"></script>
    <script defer src="builder.js"></script>
  </head>
  <body>
    <header>
      <img src="../living-well/art/series.svg" alt="" width="320" height="160" />
      <div>
        <p>The Living Well Dialogues</p>
        <h1>Put a dialogue on your page</h1>
        <p>Choose, look at it, and copy what your site takes.</p>
      </div>
    </header>
    <main>
      <noscript><p>This page needs JavaScript. The README of the project has lines to paste without it.</p></noscript>
      <form hidden>
        <h2>Choose</h2>
        <p>
          <label for="show">What to show</label>
          <select id="show" name="show" aria-describedby="about">${options(
            shown.map((tag) => [tag, elements[tag]?.name ?? tag] as const),
          )}</select>
          <small id="about"></small>
        </p>
        <p>
          <label for="dialogue">Which dialogue</label>
          <select id="dialogue" name="dialogue"></select>
        </p>
        <fieldset>
          <legend>Your site</legend>
          <div>
${radios(
  'site',
  sites.map((site) => [site, siteWords[site].name] as const),
)}          </div>
        </fieldset>
        <fieldset>
          <legend>Look</legend>
          <div>
${radios(
  'theme',
  themes.map((theme) => [theme, themeNames[theme] ?? theme] as const),
)}          </div>
        </fieldset>
        <fieldset>
          <legend>Language of the controls</legend>
          <div>
${radios(
  'lang',
  languages.map((language) => [language, languageNames[language] ?? language] as const),
)}          </div>
        </fieldset>
      </form>
      <section id="look" aria-labelledby="look-title" hidden>
        <h2 id="look-title">See and hear it</h2>
        <div tabindex="0" role="group" aria-labelledby="look-title"></div>
      </section>
      <section id="copy" aria-labelledby="copy-title" hidden>
        <h2 id="copy-title">Copy</h2>
        <ul></ul>
${Object.entries(snippetNames)
  .map(([kind, name]) => box(kind, name))
  .join('')}        <details>
          <summary>Text for your IT department</summary>
          <p>What to allow, what is stored (nothing), how accessible it is, and hashes to pin the scripts.</p>
${box('letter', 'Text for IT')}        </details>
        <p>The address of this page holds your choice: send it to a colleague. Nothing is stored here.</p>
      </section>
    </main>
    <p role="status"></p>
  </body>
</html>
`;
}

/** Something to copy, in a box that can be scrolled by keyboard and selected by hand. */
function box(kind: string, name: string): string {
  return `        <section class="box" data-kind="${kind}" aria-labelledby="${kind}-title">
          <h3 id="${kind}-title">${escapeHtml(name)}</h3>
          <button type="button" aria-describedby="${kind}-title">Copy</button>
          <pre tabindex="0" role="group" aria-labelledby="${kind}-title"></pre>
        </section>
`;
}
