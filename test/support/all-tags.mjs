/** Every tag of the library in one page, each as a page would have it; the first two can be pressed to hear. */
export const allTags = `
<dialogue-player dialogue="introduction"><p>The introduction, without script.</p></dialogue-player>
<tension-card dialogue="what-do-we-value"></tension-card>
<dialogue-player dialogue="what-do-we-value" layout="compact" remember></dialogue-player>
<dialogue-transcript dialogue="whose-risk-is-it-anyway"></dialogue-transcript>
<tension-list></tension-list>
<participant-card participant="jo-harrington"></participant-card>
<participant-list dialogue="whose-risk-is-it-anyway"></participant-list>
<prompt-deck dialogue="introduction"></prompt-deck>
<tension-line dialogue="what-do-we-value"></tension-line>
<team-session dialogue="what-do-we-value"></team-session>
<learning-list></learning-list>
<series-section section="introduction"></series-section>
<series-credits></series-credits>
<dialogue-search></dialogue-search>
<dialogue-bundle src="/dist/living-well/bundle.json"><series-section section="about"></series-section></dialogue-bundle>
<dialogue-series parts="introduction tensions"></dialogue-series>
<dialogue-dock position="sticky"></dialogue-dock>`;

/** The names of all tags, as they stand there. */
export const tagNames = [...new Set(allTags.match(/(?<=<)[a-z]+-[a-z]+/g))].sort();

/** Lit and what it is made of, where `startHouse` has the packages: for pages that import our modules unbundled. */
export const importMap = `<script type="importmap">${JSON.stringify({
  imports: {
    lit: '/npm/lit/index.js',
    'lit/': '/npm/lit/',
    'lit-html': '/npm/lit-html/lit-html.js',
    'lit-html/': '/npm/lit-html/',
    'lit-element/': '/npm/lit-element/',
    '@lit/reactive-element': '/npm/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/npm/@lit/reactive-element/',
    '@lit/context': '/npm/@lit/context/index.js',
  },
})}</script>`;
