import { writeClock } from '../../bundle/clock.js';
import { measureMp3 } from '../mp3.js';
import type { ImportDesk } from './import-desk.js';
import type { Episode } from './show.js';

/** The sound of an episode, as a dialogue has it. */
export interface Sounds {
  readonly sources: readonly Readonly<Record<string, string>>[];
  /** In seconds, as the file itself has it where it is there; 0 where nobody knows. */
  readonly duration: number;
}

/** Finds the sound of an episode. `name` is what the editor is told it is called. */
export async function soundsOf(
  { sounds, duration }: Episode,
  { id, name }: { readonly id: string; readonly name: string },
  desk: ImportDesk,
): Promise<Sounds> {
  const sources = [];
  let length = duration;
  for (const [index, { url, type }] of sounds.entries()) {
    const address = desk.vet(url, `The sound of ${name}`);
    if (!address) continue;
    const kind = type || typeByName(address);
    const src = await desk.carry(address, `The sound of ${name}`, `audio/${id}${index ? `-${index + 1}` : ''}`);
    if (!src) continue;
    sources.push({ src, type: kind });
    const copy = desk.files.get(src);
    const mp3 = copy instanceof Uint8Array ? measureMp3(copy) : null;
    if (!mp3) continue;
    const measured = Math.round(mp3.seconds * 100) / 100;
    if (duration && Math.abs(measured - duration) > 1.5) {
      desk.leftOut.push(
        `${name} is ${writeClock(duration)} long by the feed, and ${writeClock(measured)} by its sound; the bundle has the latter.`,
      );
    }
    length = measured;
  }
  return { sources, duration: length };
}

function typeByName(address: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    mp4: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg; codecs=opus',
    wav: 'audio/wav',
  };
  return types[ending] ?? '';
}
