import { Names } from '../slug.js';
import { inEnglish } from './feed-language.js';
import type { ImportDesk } from './import-desk.js';
import { lineOf } from './plain.js';
import type { Licence, Show } from './show.js';

/** Who made a series, what others may do with it, and how to support it. */
export function creditsOf(show: Show, desk: ImportDesk): readonly object[] {
  const { licence, fundings, author, copyright, episodes } = show;
  const ids = new Names();
  const credits: object[] = [];
  const add = (id: string, title: string, body: readonly unknown[], rest: object = {}): unknown =>
    credits.push({ id: ids.take(id, id), title: inEnglish(title, desk.language), body, ...rest });
  if (author) add('made-by', 'Made by', [lineOf(author)]);
  const licences = new Map<string, Licence>();
  for (const one of [licence, ...episodes.map((episode) => episode.licence)]) if (one) licences.set(one.name, one);
  for (const { name, url } of licences.values()) {
    const address = desk.vet(url, `The licence ${name}`);
    if (!address) desk.toDo.push(`The licence “${name}”: the address of its words.`);
    add(
      'licence',
      'Licence',
      copyright ? [lineOf(copyright)] : [],
      address ? { licence: { name: lineOf(name), url: address } } : {},
    );
    if (!address && !copyright) credits.splice(-1, 1, { ...credits.at(-1), body: [lineOf(name)] });
  }
  if (copyright && licences.size === 0) {
    add('copyright', 'Copyright', [lineOf(copyright)]);
    desk.toDo.push('The licence: the feed names none. Say in “credits” what others may do with the series.');
  }
  const links = fundings.flatMap(({ name, url }) => {
    const address = desk.vet(url, `The funding link “${name}”`);
    return address
      ? `[${lineOf(name || address).replace(/[[\]]/g, '')}](${address.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
      : [];
  });
  if (links[0]) add('support', 'Support the series', links);
  return credits;
}
