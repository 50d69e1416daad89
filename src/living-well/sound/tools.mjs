// How the script calls other programs, and how it speaks up when it cannot go on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Each program that the script calls, and the Debian package that brings it. */
const programs = {
  flite: 'flite',
  festival: 'festival',
  hts_engine: 'htsengine',
  sox: 'sox',
  ffmpeg: 'ffmpeg',
};

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Insists on the programs, and on voices that come as `{ file, package }`. */
export function need(voiceFiles) {
  const missing = Object.keys(programs)
    .filter((program) => spawnSync(program, ['--version']).error)
    .map((program) => programs[program]);
  for (const voice of voiceFiles) if (!existsSync(voice.file)) missing.push(voice.package);
  if (missing.length > 0) {
    fail(`To speak the sample audio, install what is missing (on Debian: apt-get install ${missing.join(' ')}).`);
  }
}

/** Runs a program to its end, and hands back what it said. */
export function run(program, args) {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) fail(`${program} could not finish: ${done.stderr || done.error}`);
  return { out: done.stdout, notes: done.stderr };
}
