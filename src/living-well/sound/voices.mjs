// The three voices: which engine speaks each of them, and what is done to its sound.
import { join as path } from 'node:path';
import { writeFileSync, readFileSync } from 'node:fs';
import { countWords, innerRests } from './prosody.mjs';
import { fade, join, rate, readSamples, toSamples, writeSamples } from './samples.mjs';
import { run } from './tools.mjs';

const sltFile = '/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice';

export const voiceFiles = [{ file: sltFile, package: 'festvox-us-slt-hts' }];

/**
 * One voice a role. The two views share an accent and were tuned to one pace, level and brightness, so that neither
 * side sounds the better one; the narrator is the voice from nearer home. `stretch` slows an engine down, for they
 * hurry by nature. `tone` is a list of sox effects: what is dull is lifted, what hisses is held back, and a little is
 * added low down for warmth.
 */
export const voices = {
  Narrator: {
    speak: speakWithFlite,
    name: 'awb',
    stretch: 1.23,
    about: 'flite, voice awb: a man, Scottish English',
    tone: ['equalizer 220 0.8q 1', 'equalizer 1200 0.8q 3.5', 'equalizer 2700 1.2q -1.5', 'treble 6 5000'],
  },
  'First view': {
    speak: speakWithFestival,
    name: 'slt',
    stretch: 1.27,
    about: 'festival and hts_engine, voice cmu_us_slt_arctic_hts: a woman, American English',
    tone: ['equalizer 230 0.8q 1.5', 'equalizer 1800 0.8q 2', 'equalizer 3300 0.9q 4', 'treble -8 6500'],
  },
  'Second view': {
    speak: speakWithFlite,
    name: 'rms',
    stretch: 1.13,
    about: 'flite, voice rms: a man, American English',
    tone: ['equalizer 200 0.8q -1', 'equalizer 1300 0.7q 5', 'equalizer 4200 0.9q -4', 'treble -7 6000'],
  },
};

/** What the engines would misread, and how to write it for the ear. Only what occurs in the speech files is here. */
const respelled = [[/[‘’]/g, "'"]];

const respell = (words) => respelled.reduce((text, [from, to]) => text.replace(from, to), words);

/** Room left around the first and last phone: what an engine lets ring is not cut off. In seconds. */
const margin = { before: 0.03, after: 0.07 };
const fades = { start: 0.015, end: 0.045, rest: 0.012 };

/** Flite speaks, and prints where each phone ends. */
function speakWithFlite({ name }, words, stretch, stem) {
  const wav = `${stem}.wav`;
  const args = ['-voice', name, '--setf', `duration_stretch=${stretch}`, '-psdur', '-t', words, '-o', wav];
  const phones = run('flite', args)
    .out.trim()
    .split(/\s+/)
    .map((phone) => phone.split(':'));
  return { wav, phones: phones.map(([sound, end]) => ({ sound, end: Number(end) })) };
}

/** Festival would break a sentence wherever it guesses that people might. This lets it break where one is marked. */
const breakAtMarks = `
(Parameter.set 'Phrase_Method 'cart_tree)
(set! phrase_cart_tree '((lisp_token_end_punc in ("," ";" ":" "." "?" "!")) ((BB)) ((n.name is 0) ((BB)) ((NB)))))`;

/** Festival finds the phones and their stress; hts_engine speaks them, with more life in the pitch than is its wont. */
function speakWithFestival(_voice, words, stretch, stem) {
  const [scheme, labels, timed, wav] = ['scm', 'lab', 'timed', 'wav'].map((kind) => `${stem}.${kind}`);
  const steps = ['Initialize', 'Text', 'Token_POS', 'Token', 'POS', 'Phrasify', 'Word', 'Pauses', 'Intonation'];
  writeFileSync(
    scheme,
    [
      '(voice_cmu_us_slt_arctic_hts)',
      breakAtMarks,
      `(set! said (Utterance Text ${JSON.stringify(words)}))`,
      ...[...steps, 'PostLex', 'Duration'].map((step) => `(${step} said)`),
      `(hts_dump_feats said hts_feats_list ${JSON.stringify(labels)})`,
    ].join('\n'),
  );
  run('festival', ['-b', scheme]);
  run('hts_engine', ['-m', sltFile, '-r', String(1 / stretch), '-jf', '1.25', '-od', timed, '-ow', wav, labels]);
  const phones = readFileSync(timed, 'utf8').trim().split('\n');
  const tenMillionth = 1e-7;
  return {
    wav,
    phones: phones.map((line) => {
      const [, end, context] = line.split(' ');
      return { sound: /-(.+?)\+/.exec(context)[1], end: Number(end) * tenMillionth };
    }),
  };
}

/** Where the engine rests within a sentence, and how long it should rest there at the least. */
function restsWithin(phones, words) {
  const marks = words.match(/[,;:](?=\s)/g) ?? [];
  const pauses = phones
    .map(({ sound, end }, index) => ({ sound, start: phones[index - 1]?.end ?? 0, end }))
    .slice(1, -1)
    .filter(({ sound }) => sound === 'pau');
  // Where an engine makes a break of its own, nobody knows which is which, so all stay as they are.
  if (pauses.length !== marks.length) return [];
  return pauses.map((pause, index) => ({ ...pause, least: innerRests[marks[index]] }));
}

/** Cuts a sentence out of what the engine made, and puts in the rests that it hurried over. */
function cutAndRest(samples, from, phones, words) {
  const place = (seconds) => Math.min(samples.length, Math.max(0, toSamples(seconds, from)));
  const isRest = ({ sound }) => sound === 'pau';
  const first = isRest(phones[0]) ? phones[0].end : 0;
  const last = isRest(phones.at(-1)) ? phones.at(-2).end : phones.at(-1).end;
  const soft = toSamples(fades.rest, from);

  const pieces = [];
  let at = place(first - margin.before);
  for (const { start, end, least } of restsWithin(phones, words)) {
    const lacking = least - (end - start);
    if (lacking <= 0) continue;
    const middle = place((start + end) / 2);
    pieces.push(fade(samples.slice(at, middle), pieces.length && soft, soft));
    pieces.push(new Float32Array(toSamples(lacking, from)));
    at = middle;
  }
  pieces.push(fade(samples.slice(at, place(last + margin.after)), pieces.length && soft, 0));
  return join(pieces);
}

/** What is short to write is soon said, and what is long drags; beyond these, in words a minute, it would be noticed. */
const pace = { slow: 142, fast: 166 };

/** By how much a sentence must be slower, or faster where it is less than 1, to be of a pace that can be followed. */
function correction(phones, words) {
  const spoken = phones.at(-2).end - phones[0].end;
  const found = (countWords(words) * 60) / spoken;
  if (found > pace.fast) return Math.min(found / pace.fast, 1.2);
  if (found < pace.slow) return Math.max(found / pace.slow, 0.92);
  return 1;
}

/** Lets the engine speak, and speak again where it ran ahead or dragged. */
function speakAtPace(voice, words, stretch, stem) {
  const first = voice.speak(voice, words, stretch, stem);
  const change = correction(first.phones, words);
  return change === 1 ? first : voice.speak(voice, words, stretch * change, stem);
}

/** Speaks one cue, and hands back its sound. */
export function speakCue(cue, folder) {
  const voice = voices[cue.speaker];
  const stem = path(folder, 'cue');
  // Played a little slower, a voice is a little lower. What that does to the pace is taken out here.
  const speed = 2 ** (cue.pitch / 12);
  const { wav, phones } = speakAtPace(voice, respell(cue.words), (voice.stretch * speed) / cue.pace, stem);

  const engineRate = Number(run('soxi', ['-r', wav]).out);
  const raw = ['-t', 'f32', '-c', '1'];
  run('sox', ['-D', '-R', wav, ...raw, `${stem}.f32`, 'gain', '-6']);
  writeSamples(`${stem}.f32`, cutAndRest(readSamples(`${stem}.f32`), engineRate, phones, cue.words));
  // All end where the two voices at 16 kHz end, so that none is brighter than the others.
  const tone = [...voice.tone, 'highpass 70', 'sinc -7900'].flatMap((effect) => effect.split(' '));
  const [from, to] = [
    ['-r', engineRate, ...raw, `${stem}.f32`],
    ['-r', rate, ...raw, `${stem}.done.f32`],
  ];
  run('sox', ['-D', '-R', ...from, ...to, 'speed', speed, 'rate', '-h', rate, ...tone].map(String));
  return fade(readSamples(`${stem}.done.f32`), toSamples(fades.start), toSamples(fades.end));
}

/** Words a minute while a role speaks. */
export function wordsAMinute(cues) {
  const words = cues.reduce((sum, cue) => sum + countWords(cue.words), 0);
  const samples = cues.reduce((sum, cue) => sum + cue.sound.length, 0);
  return (words * 60 * rate) / samples;
}
