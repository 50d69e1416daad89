import { writeClock } from '../../bundle/clock.js';
import { chaptersOf } from './chapters.js';
import type { ImportDesk } from './import-desk.js';
import { heardOf, type People } from './people.js';
import { beginningOf, lineOf, MOST_SUMMARY } from './plain.js';
import type { Episode, Show } from './show.js';
import { soundsOf } from './sounds.js';
import { transcriptsOf } from './transcripts.js';

/** What a dialogue is made within: its series, and who is known of it so far. */
export interface Series {
  readonly show: Show;
  readonly people: People;
  /** Those who speak in transcripts. */
  readonly speakers: Set<string>;
  readonly desk: ImportDesk;
}

/** Makes a dialogue of an episode; null, after saying so, of one that has no sound. */
export async function makeDialogue(
  episode: Episode,
  id: string,
  { show, people, speakers, desk }: Series,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { title, summary, image, soundbites } = episode;
  const name = `“${title || id}”`;
  const { sources, duration } = await soundsOf(episode, { id, name }, desk);
  if (!sources[0]) {
    desk.leftOut.push(`${name} has no sound that can be named, and so is no dialogue.`);
    return null;
  }
  if (!duration) desk.toDo.push(`${name}: the length of the sound (“audio.duration”).`);
  if (!summary) desk.toDo.push(`${name}: a summary.`);
  else if (lineOf(summary).length > MOST_SUMMARY) {
    desk.toDo.push(
      `${name}: the description is long, and only its beginning became the summary. See whether it says enough.`,
    );
  }
  const heard = heardOf(episode.people[0] ? episode.people : show.people);
  const participants = [];
  for (const person of heard.speakers) participants.push(await people.take(person));
  const narrator = heard.narrator && (await people.take(heard.narrator));
  for (const { title: words, start, end } of soundbites) {
    desk.toDo.push(
      `${name}: the soundbite “${words || title}”, ${writeClock(start)} to ${writeClock(end)}, may be the moment of a prompt.`,
    );
  }
  const chapters = await chaptersOf(episode, name, desk);
  const picture = image === show.image ? null : await desk.picture(image, `The picture of ${name}`, `art/${id}`);
  const words = await transcriptsOf(episode, { id, name }, desk);
  for (const speaker of words.speakers) speakers.add(speaker);
  return {
    id,
    title: lineOf(title) || id,
    summary: beginningOf(summary, MOST_SUMMARY) || lineOf(title) || id,
    participants: [...new Set(participants)],
    ...(narrator && { narrator }),
    audio: { sources, ...(duration && { duration }) },
    transcript: words.transcript,
    ...(chapters[0] && { chapters }),
    prompts: [],
    ...(picture && { image: picture }),
  };
}
