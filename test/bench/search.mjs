/*
 * How long a search of a whole series takes: six dialogues of an hour each, and all else that a bundle says. Prints the
 * median of many runs; nothing fails here. After a build: `node test/bench/search.mjs`.
 */
import { performance } from 'node:perf_hooks';
import { parseBundle } from '../../dist/bundle/parse.js';
import { seriesSearch } from '../../dist/bundle/series-search.js';

const RUNS = 41;
const said = [
  'What we trust is what we have lived through, and what someone stayed for.',
  'There’s a café on the ward: people come to it when nothing else is open, and they talk about small things.',
  'Mae’r tŷ’n llawn. On this view, power belongs close to the lives that it touches, and it is shared by being used.',
  'I do not know.',
];

const cuesOf = (dialogue) =>
  Array.from({ length: 900 }, (_, i) => ({
    start: i * 4,
    end: i * 4 + 4,
    speaker: i % 3 ? 'Ann' : 'Bob',
    text: `${said[(i + dialogue) % said.length]} ${i}.`,
  }));

const { bundle } = parseBundle({
  format: 1,
  title: 'A long series',
  summary: 'Six hours.',
  language: 'en-GB',
  dialogues: Array.from({ length: 6 }, (_, i) => ({
    id: `d${i}`,
    title: `Dialogue ${i}`,
    summary: said[1],
    audio: { sources: [{ src: 'one.mp3', type: 'audio/mpeg' }], duration: 3600 },
    transcript: [{ src: 'one.vtt', language: 'en-GB' }],
    prompts: said.map((text, n) => ({ id: `p${n}`, text })),
  })),
  participants: Array.from({ length: 12 }, (_, i) => ({ id: `a${i}`, name: 'Ann', role: 'Nurse', biography: said })),
});

/** The median, in milliseconds, of what `run` takes; `ready` makes anew what it is given. */
function median(ready, run) {
  const times = Array.from({ length: RUNS }, () => {
    const given = ready();
    const start = performance.now();
    run(given);
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[RUNS >> 1];
}

const scriptsOf = () => Array.from({ length: 6 }, (_, i) => ({ language: 'en-GB', cues: cuesOf(i) }));
const print = (what, time) => console.log(`${time.toFixed(2).padStart(8)} ms  ${what}`);

const fresh = () => ({ search: seriesSearch(bundle, ''), scripts: scriptsOf() });
print(
  'the first search, which reads and folds everything',
  median(fresh, ({ search, scripts }) => search('trust', scripts)),
);

const kept = fresh();
for (const query of ['th', 'trust', 'cafe', 'power belongs', 'nowhere at all']) {
  const finds = kept.search(query, kept.scripts).reduce((sum, group) => sum + group.finds.length, 0);
  print(
    `“${query}”, ${finds} finds`,
    median(
      () => kept,
      ({ search, scripts }) => search(query, scripts),
    ),
  );
}
