/*
 * Speaks the sample audio of the built-in bundle: `npm run sample-audio`.
 *
 * It reads speech/<id>.txt for each dialogue in bundle.json and writes audio/<id>.mp3 and
 * transcripts/<id>.vtt. Then it puts the times it measured into bundle.json: each dialogue's
 * duration, its chapters, the moments of its prompts, and the evidence of the learnings.
 * All other words in bundle.json stay as they are. No time is ever typed by hand.
 * What came out is told at the end, and in audio/README.md.
 *
 * A speech file is plain text, one thing a line:
 *
 *   # What is known to work | a      a chapter begins; after the bar its pole: a, b or third
 *   Narrator: Hope can run ahead. @promising-practice @keep-the-tension-alive
 *                                    a sentence, its speaker, and the moments it belongs to
 *
 * A moment is named after a prompt of that dialogue or after a learning. It lasts from the first
 * to the last sentence that carries its name, and these must follow one another. Blank lines are
 * for the eye. Run it twice and the bytes are the same.
 *
 * The folder sound/ holds how it is done: voices and prosody for the sentences, mark and room-tone
 * for what lies between them, mix and master for the whole.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loudnessBySpeaker, masterSpeech, writeMp3 } from './sound/master.mjs';
import { layOut } from './sound/mix.mjs';
import { shapeChapter } from './sound/prosody.mjs';
import { readme, table } from './sound/report.mjs';
import { roomTone } from './sound/room-tone.mjs';
import { add } from './sound/samples.mjs';
import { bySpeaker, readSpeech } from './sound/speech.mjs';
import { checkMoments, readable, transcript, writeTimes } from './sound/times.mjs';
import { need } from './sound/tools.mjs';
import { speakCue, voiceFiles, voices, wordsAMinute } from './sound/voices.mjs';

const room = fileURLToPath(new URL('.', import.meta.url));
const bundleFile = join(room, 'bundle.json');
const readBundle = () => JSON.parse(readFileSync(bundleFile, 'utf8'));

/** Reads what a dialogue says, and checks it before anything is spoken, for speaking takes minutes. */
function prepare(bundle, dialogue) {
  const where = join('speech', `${dialogue.id}.txt`);
  const chapters = readSpeech(readFileSync(join(room, where), 'utf8'), where, Object.keys(voices));
  const cues = chapters.flatMap((chapter) => chapter.cues);
  checkMoments(bundle, dialogue, cues, where);
  return { id: dialogue.id, title: dialogue.title, where, chapters, cues };
}

/** Speaks a dialogue into the workbench, and adds to it what was measured. */
function speak(dialogue, workbench) {
  const { id, title, chapters, cues } = dialogue;
  chapters.forEach(shapeChapter);
  for (const cue of cues) cue.sound = speakCue(cue, workbench);
  const { marks, length } = layOut(chapters);

  const whole = masterSpeech(cues, length, workbench);
  const levels = loudnessBySpeaker(cues, whole, workbench);
  for (const { sound, at } of marks) add(whole, sound, at);
  add(whole, roomTone(length));

  const mp3 = join(workbench, `${id}.mp3`);
  const figures = writeMp3(whole, mp3, title, workbench);
  const voiceFigures = Object.fromEntries(
    [...bySpeaker(cues)].map(([speaker, own]) => [speaker, { loudness: levels.get(speaker), pace: wordsAMinute(own) }]),
  );
  return { ...dialogue, ...figures, mp3, voiceFigures };
}

need(voiceFiles);
const workbench = mkdtempSync(join(tmpdir(), 'sample-audio-'));
process.on('exit', () => rmSync(workbench, { recursive: true, force: true }));

const asked = readBundle();
const prepared = asked.dialogues.map((dialogue) => prepare(asked, dialogue));
const spoken = prepared.map((dialogue) => speak(dialogue, workbench));

// Somebody may have changed a word in the bundle meanwhile, so it is read anew. Nothing is written until all is well.
const bundle = readBundle();
writeTimes(bundle, spoken);
for (const folder of ['audio', 'transcripts']) mkdirSync(join(room, folder), { recursive: true });
for (const { id, mp3, cues } of spoken) {
  copyFileSync(mp3, join(room, 'audio', `${id}.mp3`));
  writeFileSync(join(room, 'transcripts', `${id}.vtt`), transcript(cues));
}
writeFileSync(join(room, 'audio', 'README.md'), readme(spoken));
writeFileSync(bundleFile, `${readable(bundle)}\n`);
console.log(table(spoken));
