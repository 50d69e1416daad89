import { readClock } from '../../bundle/clock.js';
import type { Cue } from '../../bundle/transcript.js';
import { writeWebVtt } from '../../bundle/write-transcript.js';
import { fieldsOf, listOf } from '../places.js';
import { Failure } from '../world.js';
import { plainOf } from './plain.js';
import type { Episode, Person, Show, Transcript } from './show.js';

/**
 * Reads what the Podlove Web Player is given for an episode (https://docs.podlove.org/podlove-web-player/), or a list of
 * those. @throws {Failure}
 */
export function readPodlove(json: string, name: string): Show {
  let data: unknown;
  try {
    data = JSON.parse(json.trim());
  } catch (error) {
    throw new Failure(`${name} is no JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  const episodes = (Array.isArray(data) ? listOf(data) : [data]).map(fieldsOf);
  if (!episodes[0] || !episodes.every(({ audio }) => Array.isArray(audio))) {
    throw new Failure(`${name} is no Podlove episode: it has no list “audio”. A feed of RSS can be imported as well.`);
  }
  const show = fieldsOf(episodes[0]['show']);
  const title = wordsOf(show['title']);
  return {
    title: title || wordsOf(episodes[0]['title']),
    summary: wordsOf(show['summary']) || wordsOf(show['subtitle']),
    language: wordsOf(show['language']) || wordsOf(fieldsOf(episodes[0]['runtime'])['language']),
    url: addressIn(show['link']),
    image: addressIn(show['poster']),
    fundings: [],
    subscribe: [],
    people: [],
    isSerial: false,
    episodes: episodes.map(episodeOf),
  };
}

function episodeOf(episode: Readonly<Record<string, unknown>>): Episode {
  const contributors = listOf(episode['contributors']).map(fieldsOf);
  const date = new Date(wordsOf(episode['publicationDate']) || NaN);
  return {
    title: wordsOf(episode['title']),
    summary: wordsOf(episode['summary']) || wordsOf(episode['subtitle']),
    sounds: listOf(episode['audio'])
      .map(fieldsOf)
      .flatMap(({ url, mimeType }) => (typeof url === 'string' ? { url, type: wordsOf(mimeType) } : [])),
    duration: readClock(episode['duration']) ?? 0,
    date: isNaN(date.getTime()) ? undefined : date,
    image: addressIn(episode['poster']),
    people: contributors.flatMap(personOf),
    transcripts: transcriptsOf(episode['transcripts'], contributors),
    chapters:
      addressIn(episode['chapters']) ??
      listOf(episode['chapters'])
        .map(fieldsOf)
        .map(({ start, title, href, image }) => ({
          startTime: start,
          title,
          url: addressIn(href),
          img: addressIn(image),
        })),
    soundbites: [],
  };
}

function personOf({ name, avatar, role, url }: Readonly<Record<string, unknown>>): readonly Person[] {
  const { slug, title } = fieldsOf(role);
  const own = wordsOf(title) || wordsOf(slug) || wordsOf(role);
  return wordsOf(name) ? [{ name: wordsOf(name), role: own, image: addressIn(avatar), url: addressIn(url) }] : [];
}

function transcriptsOf(
  value: unknown,
  contributors: readonly Readonly<Record<string, unknown>>[],
): readonly Transcript[] {
  const url = addressIn(value);
  if (url) return [{ url, type: '', language: '' }];
  const cues = listOf(value)
    .map(fieldsOf)
    .flatMap((line): readonly Cue[] => {
      const { start, end, start_ms: startMs, end_ms: endMs, speaker, voice, text } = line;
      const from = typeof startMs === 'number' ? startMs / 1000 : readClock(start);
      const to = typeof endMs === 'number' ? endMs / 1000 : readClock(end);
      if (from === null || to === null || typeof text !== 'string') return [];
      const known = contributors.find(({ id }) => id !== undefined && sameId(id, speaker));
      return [
        { start: from, end: to, speaker: wordsOf(known?.['name']) || wordsOf(voice) || null, text: plainOf(text) },
      ];
    });
  return cues[0] ? [{ text: writeWebVtt(cues), language: '' }] : [];
}

/** Some write the ids of contributors as numbers, and the speakers' as text. */
function sameId(one: unknown, other: unknown): boolean {
  return JSON.stringify(one).replace(/"/g, '') === JSON.stringify(other ?? null).replace(/"/g, '');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? plainOf(value) : '';
}

function addressIn(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
