import { readCues } from '../../bundle/transcript.js';
import { writeWebVtt } from '../../bundle/write-transcript.js';
import { languageOf } from './feed-language.js';
import type { ImportDesk } from './import-desk.js';
import type { Episode, Transcript } from './show.js';

/** The transcripts of an episode, and who speaks in them. */
export interface Transcripts {
  readonly transcript: readonly { readonly src: string; readonly language: string }[];
  readonly speakers: ReadonlySet<string>;
}

const UNTIMED = 9;

/** Writes an episode's transcripts as WebVTT, one for each language. `name` is what the editor is told it is called. */
export async function transcriptsOf(
  { transcripts }: Episode,
  { id, name }: { readonly id: string; readonly name: string },
  desk: ImportDesk,
): Promise<Transcripts> {
  const written = new Map<string, string>();
  const speakers = new Set<string>();
  // The best there is for each language: those that name times and speakers.
  const ranked = [...transcripts].sort((one, other) => rankOf(one) - rankOf(other));
  for (const transcript of ranked) {
    const language = transcript.language ? languageOf(transcript.language) : desk.language;
    if (written.has(language)) continue;
    const text = await textOf(transcript, name, desk);
    if (text === null) continue;
    const cues = readCues(text);
    if (!cues[0]) {
      desk.leftOut.push(`A transcript of ${name} has no words with times that could be read.`);
      continue;
    }
    for (const { speaker } of cues) if (speaker) speakers.add(speaker);
    const isFirst = written.size === 0;
    const path = `transcripts/${id}${isFirst ? '' : `.${language}`}.vtt`;
    desk.files.set(path, /^\uFEFF?WEBVTT/.test(text) ? text : writeWebVtt(cues));
    written.set(language, path);
  }
  if (written.size === 0) desk.toDo.push(`${name}: a transcript. Until there is one, the bundle has an error.`);
  return { transcript: [...written].map(([language, src]) => ({ src, language })), speakers };
}

async function textOf(transcript: Transcript, name: string, desk: ImportDesk): Promise<string | null> {
  if ('text' in transcript) return transcript.text;
  const address = desk.vet(transcript.url, `A transcript of ${name}`);
  if (!address) return null;
  if (rankOf(transcript) === UNTIMED) {
    desk.leftOut.push(`The transcript “${transcript.url}” of ${name} is ${transcript.type}, which has no times.`);
    return null;
  }
  const bytes = await desk.fetch(address, `A transcript of ${name}`);
  return bytes && new TextDecoder().decode(bytes);
}

function rankOf(transcript: Transcript): number {
  if ('text' in transcript) return 0;
  const { type, url } = transcript;
  if (/vtt/i.test(type) || /\.vtt\b/i.test(url)) return 1;
  if (/json/i.test(type) || /\.json\b/i.test(url)) return 2;
  if (/srt|subrip/i.test(type) || /\.srt\b/i.test(url)) return 3;
  return /html|plain|pdf/i.test(type) ? UNTIMED : 4;
}
