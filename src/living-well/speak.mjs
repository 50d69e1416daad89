/*
 * Speaks the sample audio of the built-in bundle: `npm run sample-audio`.
 *
 * It reads speech/<id>.txt for each dialogue in bundle.json and writes audio/<id>.mp3 and
 * transcripts/<id>.vtt. Then it puts the times it measured into bundle.json: each dialogue's
 * duration, its chapters, the moments of its prompts, and the evidence of the learnings.
 * All other words in bundle.json stay as they are. No time is ever typed by hand.
 *
 * A speech file is plain text, one thing a line:
 *
 *   # What is known to work | a      a chapter begins; after the bar its pole: a, b or third
 *   Narrator: Hope can run ahead. @promising-practice @keep-the-tension-alive
 *                                    a sentence, its speaker, and the moments it belongs to
 *
 * A moment is named after a prompt of that dialogue or after a learning. It lasts from the first
 * to the last sentence that carries its name, and these must follow one another. Blank lines are
 * for the eye. Run it twice and the times are the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('.', import.meta.url));

/**
 * One voice a role. The plainest of the three narrates, and the two views sound least alike.
 * `stretch` slows a voice down; flite hurries by nature.
 */
const voices = {
  Narrator: { voice: 'rms', stretch: 1.14 },
  'First view': { voice: 'slt', stretch: 1.34 },
  'Second view': { voice: 'awb', stretch: 1.32 },
};

/** What flite would misread, and how to write it for the ear. */
const respelled = [
  [/[‘’]/g, "'"],
  [/\bUK\b/g, 'U K'],
];

const pause = { before: 0.5, sentence: 0.5, speaker: 0.8, chapter: 1.4, after: 0.9 };

// 24 kHz makes every 48 kbit/s frame exactly 144 bytes: a place in the file is a place in time.
const rate = 24000;
const bytesPerSample = 4;
const bitRate = 48;
// Encoder and decoder together put this much silence before the first sound (576 and 529 samples).
const codecDelay = 1105 / rate;
const lineWidth = 120;
// Heard at -16 LUFS: the encoder takes the last 0.3 away.
const loudness = { target: -15.7, voice: -20, truePeak: -2 };

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function need(tools) {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0) {
    fail(
      `To speak the sample audio, install ${missing.join(', ')} (Debian and Ubuntu: apt-get install ${missing.join(' ')}).`,
    );
  }
}

function run(tool, args) {
  const done = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) fail(`${tool} could not finish: ${done.stderr || done.error}`);
  return done.stderr;
}

const round = (seconds) => Math.round(seconds * 100) / 100;

/** Reads a speech file into chapters of cues. */
function readSpeech(text, where) {
  const chapters = [];
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${where}, line ${index + 1}`;
    const heading = /^# (.+?)(?: \| (a|b|third))?$/.exec(line);
    const sentence = /^([^:@]+): (.+?)((?: @[a-z0-9-]+)*)$/.exec(line);
    if (line.trim() === '') continue;
    if (heading) {
      chapters.push({ title: heading[1], pole: heading[2], cues: [] });
    } else if (sentence) {
      const [, speaker, words, names] = sentence;
      if (!voices[speaker]) fail(`${at}: no voice is known for the speaker ${speaker}.`);
      if (chapters.length === 0) fail(`${at}: a chapter must begin before the first sentence.`);
      chapters.at(-1).cues.push({ speaker, words, moments: names.split(' @').slice(1), at });
    } else {
      fail(`${at}: this is neither a chapter nor a sentence with a speaker.`);
    }
  }
  return chapters;
}

/** Speaks one sentence, trims the silence at both ends and fades them softly. */
function speakCue(cue, stem) {
  const { voice, stretch } = voices[cue.speaker];
  const spoken = respelled.reduce((words, [from, to]) => words.replace(from, to), cue.words);
  run('flite', ['-voice', voice, '--setf', `duration_stretch=${stretch}`, '-t', spoken, '-o', `${stem}.wav`]);
  const trim = ['silence', '1', '0.01', '0.3%', 'reverse'];
  run('sox', [
    '-D',
    '-R',
    `${stem}.wav`,
    '-t',
    'f32',
    '-c',
    '1',
    `${stem}.f32`,
    'gain',
    '-3',
    ...trim,
    ...trim,
    'rate',
    '-h',
    String(rate),
    'highpass',
    '70',
    'fade',
    'h',
    '0.015',
    'reverse',
    'fade',
    'h',
    '0.04',
    'reverse',
  ]);
  return readFileSync(`${stem}.f32`);
}

const rawInput = (file) => ['-f', 'f32le', '-ar', String(rate), '-ac', '1', '-i', file];

/** Asks ffmpeg how loud a raw recording is. */
function measure(file, filters) {
  const goal = `loudnorm=I=${loudness.target}:TP=${loudness.truePeak}:LRA=11`;
  const report = run('ffmpeg', [
    '-hide_banner',
    '-nostats',
    ...rawInput(file),
    '-af',
    [...filters, `${goal}:print_format=json`].join(','),
    '-f',
    'null',
    '-',
  ]);
  return JSON.parse(report.slice(report.lastIndexOf('{'), report.lastIndexOf('}') + 1));
}

/** Brings the voices to one level, so that neither view is the louder one. */
function levelVoices(cues, folder) {
  for (const speaker of Object.keys(voices)) {
    const own = cues.filter((cue) => cue.speaker === speaker);
    if (own.length === 0) continue;
    const file = join(folder, 'voice.f32');
    writeFileSync(file, Buffer.concat(own.map((cue) => cue.sound)));
    const gain = 10 ** ((loudness.voice - Number(measure(file, []).input_i)) / 20);
    for (const { sound } of own) {
      for (let at = 0; at < sound.length; at += bytesPerSample) sound.writeFloatLE(sound.readFloatLE(at) * gain, at);
    }
  }
}

/** Lays the cues one after another, and notes on each when it is heard. */
function assemble(chapters) {
  const pieces = [];
  let samples = 0;
  const put = (sound) => {
    pieces.push(sound);
    samples += sound.length / bytesPerSample;
  };
  const rest = (seconds) => put(Buffer.alloc(Math.round(seconds * rate) * bytesPerSample));

  let last;
  for (const chapter of chapters) {
    for (const [index, cue] of chapter.cues.entries()) {
      if (!last) rest(pause.before);
      else if (index === 0) rest(pause.chapter);
      else rest(cue.speaker === last.speaker ? pause.sentence : pause.speaker);
      cue.start = codecDelay + samples / rate;
      put(cue.sound);
      cue.end = codecDelay + samples / rate;
      last = cue;
    }
  }
  rest(pause.after);
  return Buffer.concat(pieces);
}

/** Brings the whole to the loudness of speech on the web, in two passes, and encodes it. */
function encode(raw, mp3, { title }) {
  // The limiter takes the sharpest peaks down, so that the second pass is a plain change of level.
  const tame = [
    'acompressor=threshold=-26dB:ratio=2.5:attack=4:release=120:knee=6dB',
    'alimiter=limit=-17dB:level=false',
  ];
  const heard = measure(raw, tame);
  const level = [
    `loudnorm=I=${loudness.target}:TP=${loudness.truePeak}:LRA=11:linear=true`,
    `measured_I=${heard.input_i}`,
    `measured_TP=${heard.input_tp}`,
    `measured_LRA=${heard.input_lra}`,
    `measured_thresh=${heard.input_thresh}`,
    `offset=${heard.target_offset}`,
  ].join(':');
  run('ffmpeg', [
    '-hide_banner',
    '-nostats',
    '-y',
    ...rawInput(raw),
    '-af',
    [...tame, level].join(','),
    '-ar',
    String(rate),
    '-ac',
    '1',
    '-c:a',
    'libmp3lame',
    '-b:a',
    `${bitRate}k`,
    '-abr',
    '0',
    '-write_xing',
    '0',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    '-id3v2_version',
    '3',
    '-metadata',
    `title=${title}`,
    '-metadata',
    'artist=Synthetic voices',
    '-metadata',
    'copyright=CC BY 4.0, living-well-dialogues contributors',
    mp3,
  ]);
}

/** Counts the frames of an MPEG-2 Layer III file, and insists that all are alike. */
function mp3Duration(file) {
  const bytes = readFileSync(file);
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    at = 10 + ((bytes[6] << 21) | (bytes[7] << 14) | (bytes[8] << 7) | bytes[9]);
  }
  const [samplesPerFrame, frameBytes] = [576, (72 * bitRate * 1000) / rate];
  const header = bytes.readUInt16BE(at);
  const settings = bytes[at + 2] & 0xfc;
  let frames = 0;
  for (; at < bytes.length; at += frameBytes, frames += 1) {
    if (bytes.readUInt16BE(at) !== header || (bytes[at + 2] & 0xfc) !== settings) {
      fail(`${file} is not of one constant bit rate: frame ${frames} differs.`);
    }
  }
  return (frames * samplesPerFrame) / rate;
}

function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const part = (value, width) => String(value).padStart(width, '0');
  return `${part(Math.floor(ms / 3600000), 2)}:${part(Math.floor(ms / 60000) % 60, 2)}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
}

function transcript(cues) {
  const escape = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const blocks = cues.map(
    (cue, index) =>
      `${index + 1}\n${clock(cue.start)} --> ${clock(cue.end)}\n<v ${cue.speaker}>${escape(cue.words)}</v>\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** Finds when each named moment begins and ends. */
function findMoments(cues) {
  const moments = new Map();
  for (const [index, cue] of cues.entries()) {
    for (const name of cue.moments) {
      const found = moments.get(name);
      if (found && found.last !== index - 1)
        fail(`${cue.at}: the sentences of the moment ${name} must follow one another.`);
      moments.set(name, { start: found?.start ?? round(cue.start), end: round(cue.end), last: index, at: cue.at });
    }
  }
  return moments;
}

/** Puts the measured times where they belong in the bundle. */
function writeTimes(bundle, dialogue, { chapters, cues, duration }) {
  dialogue.audio.duration = duration;
  dialogue.chapters = chapters.map(({ title, pole, cues: [first] }, index) => ({
    startTime: index === 0 ? 0 : round(first.start),
    title,
    ...(pole && { pole }),
  }));
  for (const prompt of dialogue.prompts) delete prompt.moment;
  for (const [name, { start, end, at }] of findMoments(cues)) {
    const prompt = dialogue.prompts.find(({ id }) => id === name);
    const learning = bundle.learnings.find(({ id }) => id === name);
    if (prompt) prompt.moment = { start, end };
    else if (learning) learning.evidence.push({ dialogue: dialogue.id, start, end });
    else fail(`${at}: ${name} is neither a prompt of this dialogue nor a learning.`);
  }
}

const plain = (value) => value === null || typeof value !== 'object';
const flat = (value) => plain(value) || Object.values(value).every(plain);

/** JSON that a person can read, and Prettier too: what is flat and fits on a line stays on it. */
function readable(value, indent = '', taken = 0) {
  if (plain(value)) return JSON.stringify(value);
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  const names = Object.keys(value).map((key) => (Array.isArray(value) ? '' : `${JSON.stringify(key)}: `));
  const items = (deeper) =>
    Object.values(value).map(
      (item, index) => names[index] + readable(item, deeper, deeper.length + names[index].length),
    );
  if (flat(value) || (Array.isArray(value) && value.length === 1 && flat(value[0]))) {
    const line = open + space + items('').join(', ') + space + close;
    if (taken + line.length + 1 <= lineWidth && !line.includes('\n')) return line;
  }
  const deeper = `${indent}  `;
  return `${open}\n${deeper}${items(deeper).join(`,\n${deeper}`)}\n${indent}${close}`;
}

need(['flite', 'sox', 'ffmpeg']);

const bundleFile = join(room, 'bundle.json');
const bundle = JSON.parse(readFileSync(bundleFile, 'utf8'));
for (const learning of bundle.learnings) learning.evidence = [];
for (const folder of ['audio', 'transcripts']) mkdirSync(join(room, folder), { recursive: true });

const workbench = mkdtempSync(join(tmpdir(), 'sample-audio-'));
process.on('exit', () => rmSync(workbench, { recursive: true, force: true }));

for (const dialogue of bundle.dialogues) {
  const speech = join('speech', `${dialogue.id}.txt`);
  const chapters = readSpeech(readFileSync(join(room, speech), 'utf8'), speech);
  const cues = chapters.flatMap((chapter) => chapter.cues);
  for (const cue of cues) cue.sound = speakCue(cue, join(workbench, 'cue'));
  levelVoices(cues, workbench);

  const raw = join(workbench, 'whole.f32');
  const mp3 = join(room, 'audio', `${dialogue.id}.mp3`);
  writeFileSync(raw, assemble(chapters));
  encode(raw, mp3, { title: dialogue.title });
  const duration = round(mp3Duration(mp3));
  writeFileSync(join(room, 'transcripts', `${dialogue.id}.vtt`), transcript(cues));
  writeTimes(bundle, dialogue, { chapters, cues, duration });
  console.log(`${dialogue.id}: ${duration} s, ${cues.length} sentences`);
}

writeFileSync(bundleFile, `${readable(bundle)}\n`);
