// Says what was made: a table for the terminal, and the README beside the audio.
import { bitRate } from './master.mjs';
import { voices } from './voices.mjs';

const fixed = (value, digits = 1) => value.toFixed(digits);

const columns = ['id', 'seconds', 'sentences', 'LUFS', 'true peak', 'kbit/s'];

const rowOf = ({ id, seconds, cues, loudness, truePeak }) =>
  [id, fixed(seconds, 2), cues.length, fixed(loudness), fixed(truePeak), bitRate].map(String);

/** The figures in columns, for the terminal. */
export function table(spoken) {
  const rows = [columns, ...spoken.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  ');
  return rows.map(line).join('\n');
}

const markdown = (rows) =>
  [rows[0], rows[0].map((_, index) => (index ? '---:' : '---')), ...rows.slice(1)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const roles = Object.keys(voices);

/** Words a minute and loudness of each role, dialogue by dialogue: both views must come out alike. */
const byRole = (spoken) =>
  spoken.map(({ id, voiceFigures }) => [
    id,
    ...roles.map((role) => {
      const { pace, loudness } = voiceFigures[role];
      return `${fixed(pace, 0)}, ${fixed(loudness)}`;
    }),
  ]);

export const readme = (spoken) => `# The sample audio

Written by the script beside it: \`npm run sample-audio\`. Please change the script and not this file.

Each file is a synthetic reading of a text of this project (\`../speech\`). It is not a recording of the series, and
nobody from the series is heard or imitated in it. The licence of the audio is in \`../LICENSE\`.

## The voices

${markdown([['Role', 'Voice'], ...roles.map((role) => [role, voices[role].about])]).replace('---:', '---')}

The two views share an accent, and are brought to one pace, loudness and brightness, so that neither side sounds the
better one. All are free voices from Debian, and none of those that sound at all natural is English: the nearest to a
British ear is the narrator's.

| Package | What it gives | Licence |
| --- | --- | --- |
| flite | the engine and the voices awb and rms (Carnegie Mellon University) | a permissive licence like BSD and MIT |
| festival | the text analysis for the First view (University of Edinburgh) | a permissive licence like MIT |
| htsengine | the engine for the First view (Nagoya Institute of Technology) | BSD, three clauses |
| festvox-us-slt-hts | the voice of the First view (Carnegie Mellon University and Nagoya) | permissive licences like MIT and BSD |

## How it is made

- Each sentence is spoken alone. Its pace follows its length, and its pitch falls from the first to the last sentence of
  a turn. Commas, colons, questions and turns get rests.
- An equaliser for each voice, a gentle de-esser, compressor and limiter. Soft room tone at -65 dBFS lies under it all.
- The musical mark is computed from sines: two tones a fifth apart, one for each pole, and the third between them that
  makes a chord. A chapter begins with a soft echo: its pole's tone, or the chord. No mark lies under speech.
- MP3, mono, 24 kHz, a constant ${bitRate} kbit/s without a Xing frame, so that a place in the file is a place in time.

To run it again on Debian 12:

\`\`\`sh
apt-get install flite festival festvox-us-slt-hts htsengine sox ffmpeg
npm run sample-audio
\`\`\`

Two runs on one machine give the same bytes.

## What was measured

Loudness after EBU R 128, from the finished files.

${markdown([['Dialogue', ...columns.slice(1)], ...spoken.map(rowOf)])}

Words a minute while each role speaks (rests within sentences included), and its loudness in LUFS:

${markdown([['Dialogue', ...roles], ...byRole(spoken)])}
`;
