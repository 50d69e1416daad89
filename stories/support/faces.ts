import { html, nothing, type TemplateResult } from 'lit';

/** The built-in bundle. Relative to the page, so that a built Storybook may stand in any folder. */
export const builtIn = 'dist/living-well/bundle.json';

/** The bundle of the tests that holds two languages. */
export const twoLanguages = 'fixtures/bundles/good/two-languages.json';

/** A bundle that is asked for and never comes: the element waits. */
export const neverComes = 'bundles/never-comes.json';

/** A bundle that does not exist: the element fails. */
export const nowhere = 'bundles/nowhere.json';

// No plain web server can be told to keep silent, so the page does it. An abort is not heard either, or the element
// would lose its patience while somebody looks at its waiting face.
const fetchReally = globalThis.fetch;
globalThis.fetch = (address, options) => {
  const { href } = new URL(address instanceof Request ? address.url : address, document.baseURI);
  return href.endsWith(neverComes) ? new Promise<Response>(() => {}) : fetchReally(address, options);
};

/** What a partner writes inside a tag, for the time before the bundle comes and for when it does not. */
export function fallback(dialogue = 'whose-risk-is-it-anyway'): TemplateResult {
  const folder = 'dist/living-well';
  return html`
    <audio controls preload="none" src="${folder}/audio/${dialogue}.mp3"></audio>
    <p><a href="${folder}/transcripts/${dialogue}.vtt">Read the words of this dialogue</a></p>
  `;
}

/** An attribute that is left out when it has nothing to say. */
export function given(value: unknown): unknown {
  return value === undefined || value === '' ? nothing : value;
}

/** A small bundle of one dialogue, which a story changes in one way. Its addresses are relative to the page. */
export function smallBundle(change: object = {}): object {
  return {
    format: 1,
    title: 'Small talks',
    summary: 'A series of one dialogue.',
    language: 'en-GB',
    dialogues: [
      {
        id: 'one',
        title: 'Being heard',
        summary: 'Two people talk about being heard.',
        audio: { sources: [{ src: 'fixtures/audio/tone.mp3', type: 'audio/mpeg' }], duration: 20 },
        transcript: [{ src: 'fixtures/transcripts/two-voices.vtt', language: 'en-GB' }],
        ...change,
      },
    ],
  };
}
