import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A part of the command line by itself, as the build compiled it. */
export const partOf = (path) => import(new URL(`../../.cache/cli/cli/${path}`, import.meta.url));

const { ImportDesk } = await partOf('import/import-desk.js');

export const fixture = (path) => readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)));

/** A desk for a feed, and the files that it can name, by address. */
export function deskOf({ base = 'https://radio.example/feed.xml', language = 'en-GB', files = {} } = {}) {
  const asked = [];
  const fetch = (address) => {
    asked.push(address);
    const file = files[address] ?? null;
    return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  };
  return Object.assign(new ImportDesk({ base, language, fetch }), { asked });
}

/** An episode of which the feed says only this. */
export const episodeOf = (said = {}) => ({
  title: 'The ferry',
  summary: 'How it runs.',
  sounds: [],
  duration: 0,
  people: [],
  transcripts: [],
  chapters: [],
  soundbites: [],
  ...said,
});

/** A show of which the feed says only this. */
export const showOf = (said = {}) => ({
  title: 'Harbour Lines',
  summary: 'A series.',
  language: 'en-GB',
  fundings: [],
  subscribe: [],
  people: [],
  isSerial: false,
  episodes: [],
  ...said,
});
