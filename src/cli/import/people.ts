import { Names, slugOf } from '../slug.js';
import { inEnglish } from './feed-language.js';
import type { ImportDesk } from './import-desk.js';
import { lineOf } from './plain.js';
import type { Person } from './show.js';

const narrates = /narrat|erzähl|adrodd/i;
// Who makes an episode without being heard in it.
const isUnheard =
  /produc|edit|engineer|music|compos|design|artist|research|transcri|translat|assistant|writer|director|coordinat|manag|market|account|support|technical|mix|master/i;

/** Who is heard, of those whom a feed names: the narrator, and all others. */
export function heardOf(people: readonly Person[]): {
  readonly speakers: readonly Person[];
  readonly narrator: Person | undefined;
} {
  const heard = people.filter(({ role }) => !isUnheard.test(role));
  const narrator = heard.find(({ role }) => narrates.test(role));
  return { speakers: heard.filter((person) => person !== narrator), narrator };
}

/** The people of a series, each once, however often the feed names them. */
export class People {
  readonly #desk: ImportDesk;
  readonly #known = new Map<string, { readonly id: string }>();
  readonly #ids = new Names();

  constructor(desk: ImportDesk) {
    this.#desk = desk;
  }

  /** The participants of the bundle. */
  get participants(): readonly object[] {
    return [...this.#known.values()];
  }

  knows(name: string): boolean {
    return this.#known.has(slugOf(name, name));
  }

  /** Takes somebody in, unless they are here already, and gives their id. */
  async take({ name, role, image, url }: Person): Promise<string> {
    const key = slugOf(name, name);
    const known = this.#known.get(key);
    if (known) return known.id;
    const id = this.#ids.take(name, 'person');
    const link = this.#desk.vet(url, `The page of ${name}`);
    const picture = await this.#desk.picture(image, `The picture of ${name}`, `art/${id}`);
    const words = role ? role.charAt(0).toUpperCase() + role.slice(1) : 'Guest';
    const isOurs = /^(?:co-?)?(?:host|guest|narrator)$/i.test(words);
    const participant = {
      id,
      name: lineOf(name),
      role: isOurs ? inEnglish(words, this.#desk.language) : lineOf(words),
      biography: [],
      ...(picture && { image: picture }),
      ...(link && { links: [{ title: lineOf(name), url: link }] }),
    };
    this.#known.set(key, participant);
    return id;
  }
}
