import { silentMp3 } from '../mp3.js';

const SILENCE = 4;

/** What a new series is told of itself. */
export interface Beginning {
  readonly title: string;
  readonly language: string;
  /** The title of the first dialogue, and what addresses call it by. */
  readonly dialogue: string;
  readonly id: string;
}

/** The files of a new series by their paths, but for the script. */
export function firstFiles(beginning: Beginning): ReadonlyMap<string, string | Uint8Array> {
  const { id, dialogue } = beginning;
  return new Map<string, string | Uint8Array>([
    ['bundle.json', `${JSON.stringify(firstBundle(beginning), null, 2)}\n`],
    [
      `transcripts/${id}.vtt`,
      `WEBVTT\n\n00:00.500 --> 00:03.500\n<v First person>TODO: the words of ${oneLine(dialogue)}.\n`,
    ],
    [`audio/${id}.mp3`, silentMp3(SILENCE)],
    ['index.html', firstPage(beginning)],
  ]);
}

function firstBundle({ title, language, dialogue, id }: Beginning): object {
  return {
    // Beside it, so that an editor completes and checks without asking anybody.
    $schema: 'bundle.schema.json',
    format: 1,
    language,
    title,
    summary: 'TODO: the series in a sentence or two.',
    participants: [
      {
        id: 'first-person',
        name: 'First person',
        role: 'TODO: what they do.',
        biography: ['TODO: a few sentences about them.'],
      },
      {
        id: 'second-person',
        name: 'Second person',
        role: 'TODO: what they do.',
        biography: ['TODO: a few sentences about them.'],
      },
    ],
    dialogues: [
      {
        id,
        title: dialogue,
        summary: 'TODO: the dialogue in a sentence or two.',
        easyRead: ['TODO: the same in easy words.', 'TODO: one thought a line, in a short sentence.'],
        tension: {
          poles: [
            { label: 'TODO: one side', body: 'TODO: what speaks for it.' },
            { label: 'TODO: the other side', body: 'TODO: what speaks for it.' },
          ],
        },
        participants: ['first-person', 'second-person'],
        audio: {
          sources: [{ src: `audio/${id}.mp3`, type: 'audio/mpeg' }],
          duration: SILENCE,
          note: 'TODO: take this note out once your recording is here: there is only silence yet.',
        },
        transcript: [{ src: `transcripts/${id}.vtt`, language }],
        chapters: [{ startTime: 0, title: 'TODO: the first chapter' }],
        contentNotes: [
          {
            start: 0,
            end: SILENCE,
            text: 'TODO: what may be hard to hear, and from when to when; or take this note out.',
          },
        ],
        prompts: [{ id: 'first-question', text: 'TODO: a question to talk about.' }],
      },
    ],
    credits: [{ id: 'thanks', title: 'Thanks', body: ['TODO: whom you thank, and who paid for it.'] }],
  };
}

/** A page without any style of its own: it takes that of the site it is moved into. */
function firstPage({ title, language, dialogue, id }: Beginning): string {
  return `<!doctype html>
<html lang="${escape(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escape(title)}</title>
    <script defer src="dialogues.js"></script>
  </head>
  <body>
    <main>
      <h1>${escape(title)}</h1>
      <dialogue-bundle src="bundle.json">
        <tension-card dialogue="${id}"></tension-card>
        <dialogue-player dialogue="${id}">
          <audio controls preload="none" src="audio/${id}.mp3"></audio>
          <p><a href="transcripts/${id}.vtt">${escape(dialogue)}</a></p>
        </dialogue-player>
        <participant-list dialogue="${id}"></participant-list>
        <prompt-deck dialogue="${id}"></prompt-deck>
      </dialogue-bundle>
    </main>
  </body>
</html>
`;
}

function escape(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/-->/g, '→').replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
