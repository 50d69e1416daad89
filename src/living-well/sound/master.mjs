// Brings speech to one level, the whole to the loudness of speech on the web, and writes it as MP3.
import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { add, amplify, join, rate, readSamples, writeSamples } from './samples.mjs';
import { bySpeaker } from './speech.mjs';
import { fail, run } from './tools.mjs';

export const bitRate = 48;

/** What is asked of each file. Public broadcasters ask podcasts for the same loudness. */
const goal = { loudness: -16, within: 0.5, truePeak: -2 };

const quietly = ['-hide_banner', '-nostats', '-y'];
const rawSound = ['-f', 'f32le', '-ar', String(rate), '-ac', '1'];

/** Loudness in LUFS and true peak in dBTP, after EBU R 128. */
function meter(input) {
  const { notes } = run('ffmpeg', [
    ...quietly,
    ...input,
    '-af',
    'ebur128=peak=true:framelog=verbose',
    '-f',
    'null',
    '-',
  ]);
  const summary = notes.slice(notes.lastIndexOf('Summary:'));
  const read = (pattern) => Number(pattern.exec(summary)[1]);
  return { loudness: read(/I:\s+(\S+) LUFS/), truePeak: read(/Peak:\s+(\S+) dBFS/) };
}

function meterSamples(samples, folder) {
  const file = path(folder, 'metered.f32');
  writeSamples(file, samples);
  return meter([...rawSound, '-i', file]);
}

function throughFilters(samples, filters, folder) {
  const [from, to] = [path(folder, 'before.f32'), path(folder, 'after.f32')];
  writeSamples(from, samples);
  run('ffmpeg', [...quietly, ...rawSound, '-i', from, '-af', filters.join(','), ...rawSound, to]);
  const changed = readSamples(to);
  const same = new Float32Array(samples.length);
  same.set(changed.subarray(0, samples.length));
  return same;
}

/** Brings each speaker's sounds to one loudness, so that neither view is the louder one. */
function level(voices, loudness, folder) {
  for (const sounds of voices) {
    const gain = loudness - meterSamples(join(sounds), folder).loudness;
    for (const sound of sounds) amplify(sound, gain);
  }
}

/** All speech of a dialogue on one track, even in level, without sharp peaks or sharp esses. */
export function masterSpeech(cues, length, folder) {
  const voices = [...bySpeaker(cues).values()];
  level(
    voices.map((own) => own.map(({ sound }) => sound)),
    -20,
    folder,
  );
  let track = new Float32Array(length);
  for (const cue of cues) add(track, cue.sound, cue.at);

  const even = ['deesser=i=0.25:m=0.4', 'acompressor=threshold=-26dB:ratio=2.2:attack=5:release=140:knee=6dB'];
  track = throughFilters(track, even, folder);
  // Compression takes more from one voice than from another, so the level is set once more.
  const heard = (cue) => track.subarray(cue.at, cue.at + cue.sound.length);
  level(
    voices.map((own) => own.map(heard)),
    goal.loudness,
    folder,
  );
  // Four times as many samples let the limiter see the peaks between them.
  const limit = ['aresample=96000', 'alimiter=limit=-4.2dB:attack=3:release=60:level=false:latency=true'];
  return throughFilters(track, [...limit, `aresample=${rate}`], folder);
}

function encode(samples, mp3, title, folder) {
  const file = path(folder, 'whole.f32');
  writeSamples(file, samples);
  const tags = [`title=${title}`, 'artist=Synthetic voices', 'copyright=CC BY 4.0, living-well-dialogues contributors'];
  run('ffmpeg', [
    ...[...quietly, ...rawSound, '-i', file, '-ac', '1', '-c:a', 'libmp3lame', '-b:a', `${bitRate}k`, '-abr', '0'],
    // A Xing frame would be one frame without sound, and shift all times.
    ...['-write_xing', '0', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ...['-id3v2_version', '3', ...tags.flatMap((tag) => ['-metadata', tag]), mp3],
  ]);
}

/** Writes the MP3 so that what is heard has the loudness that is asked for, and hands back what was measured. */
export function writeMp3(samples, mp3, title, folder) {
  // The encoder changes the level a little, so the first file tells what the second one needs.
  for (let tries = 0; tries < 2; tries += 1) {
    encode(samples, mp3, title, folder);
    const heard = meter(['-i', mp3]);
    if (tries === 0) amplify(samples, goal.loudness - heard.loudness);
    else if (Math.abs(heard.loudness - goal.loudness) > goal.within || heard.truePeak > goal.truePeak) {
      fail(`${title} came out at ${heard.loudness} LUFS with a true peak of ${heard.truePeak} dBTP.`);
    } else return { ...heard, seconds: durationOf(mp3) };
  }
}

/** Counts the frames of an MPEG-2 Layer III file, and insists that all are alike. */
function durationOf(file) {
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

/** How loud each speaker came out, for the report. */
export function loudnessBySpeaker(cues, track, folder) {
  return new Map(
    [...bySpeaker(cues)].map(([speaker, own]) => [
      speaker,
      meterSamples(join(own.map((cue) => track.subarray(cue.at, cue.at + cue.sound.length))), folder).loudness,
    ]),
  );
}
