import { folderOf, tell } from './reading.js';
import { Failure, type World } from './world.js';

/** The folder that a word means, for files to be written into. @throws {Failure} where it is no folder of this machine */
export function targetOf(word: string, world: World): string {
  if (/^(?!file:)[a-z][a-z\d+.-]+:\/\//i.test(word))
    throw new Failure(`“${word}” is on a server. Name a folder of this machine.`);
  return folderOf(word, world);
}

/** Writes files into a folder, by their paths within it: all of them or, where one is there already, none. @throws {Failure} */
export async function writeAll(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder: string,
  world: World,
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  const all = [...files].map(([path, content]) => [new URL(path, folder).href, content] as const);
  if (!isForced) {
    const there: string[] = [];
    for (const [address] of all) if (await world.has(address)) there.push(tell(address, world));
    if (there[0]) {
      const more = there.length - 3;
      const names = `${there.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
      throw new Failure(
        `Nothing was written, since ${names} would be overwritten. Choose another folder, or add --force.`,
      );
    }
  }
  try {
    for (const [address, content] of all) await world.write(address, content);
  } catch (error) {
    const { code = String(error) } = Object(error) as { readonly code?: string };
    throw new Failure(`${tell(folder, world)} could not be written to (${code}).`);
  }
}
