import { readFileSync } from 'node:fs';

/** The configuration that we give to those who serve `dist/`. */
export const conf = readFileSync(new URL('../../stories/hosting/nginx.conf', import.meta.url), 'utf8');

/** The directives that it may use, where, and how many words each takes at least and at most. */
const known = {
  main: { map: [2, 2], server: [0, 0] },
  map: null,
  types: null,
  server: {
    listen: [1, 1],
    root: [1, 1],
    index: [1, 9],
    access_log: [1, 1],
    server_tokens: [1, 1],
    types: [0, 0],
    default_type: [1, 1],
    charset: [1, 1],
    charset_types: [1, 20],
    gzip: [1, 1],
    gzip_comp_level: [1, 1],
    gzip_min_length: [1, 1],
    gzip_vary: [1, 1],
    gzip_proxied: [1, 1],
    gzip_types: [1, 20],
    add_header: [2, 3],
  },
};
const blocks = ['map', 'server', 'types'];

/**
 * Reads a configuration in nginx's own form: words, quotes, `;` and braces.
 *
 * @returns {{words: string[], inside?: object[]}[]}
 * @throws with a sentence, where nginx itself would not start
 */
export function readConf(text) {
  const tokens = [...text.matchAll(/#[^\n]*|"((?:[^"\\]|\\.)*)"|[;{}]|[^\s;{}"#]+/g)]
    .filter(([token]) => !token.startsWith('#'))
    .map(([token, quoted]) => ({ sign: /^[;{}]$/.test(token) ? token : '', word: quoted ?? token }));
  let at = 0;
  const read = (place) => {
    const directives = [];
    let words = [];
    for (; at < tokens.length; at++) {
      const { sign, word } = tokens[at];
      if (!sign) words.push(word);
      else if (sign === '}') {
        if (words.length) throw new Error(`A ; is missing after ${words.join(' ')}.`);
        if (place === 'main') throw new Error('There is a } too many.');
        return directives;
      } else {
        check(words, place, sign);
        at++;
        const inside = sign === '{' ? read(words[0]) : undefined;
        if (sign === ';') at--;
        directives.push({ words, ...(inside && { inside }) });
        words = [];
      }
    }
    if (place !== 'main' || words.length) throw new Error(`The ${place} is never closed.`);
    return directives;
  };
  return read('main');
}

function check([name, ...words], place, sign) {
  if (!name) throw new Error(`There is nothing before a ${sign} in ${place}.`);
  if (!known[place]) return;
  const [least, most] = known[place][name] ?? [];
  if (least === undefined) throw new Error(`${name} is no directive for ${place}, or none that is known here.`);
  if (words.length < least || words.length > most) throw new Error(`${name} has ${words.length} words.`);
  if (blocks.includes(name) !== (sign === '{')) throw new Error(`${name} should not be followed by ${sign}.`);
}

/**
 * What the configuration does with an address, as far as a test can compare it.
 *
 * @returns {{headers: (path: string) => Record<string, string>, compresses: (type: string) => boolean, least: number,
 *   level: number}}
 */
export function rulesOf(text) {
  const directives = readConf(text);
  const [{ inside: server }] = directives.filter(({ words }) => words[0] === 'server');
  const all = (name) => server.filter(({ words }) => words[0] === name).map(({ words }) => words.slice(1));
  const maps = new Map(
    directives.filter(({ words }) => words[0] === 'map').map(({ words, inside }) => [words[2], inside]),
  );
  const valueOf = (word, path) => {
    const lines = maps.get(word);
    if (!lines) return word;
    const line = lines.find(({ words }) => words[0].startsWith('~') && new RegExp(words[0].slice(1)).test(path));
    return (line ?? lines.find(({ words }) => words[0] === 'default')).words[1];
  };
  const compressed = ['text/html', ...all('gzip_types')[0]];
  return {
    headers: (path) =>
      Object.fromEntries(
        all('add_header')
          .map(([name, word]) => [name, valueOf(word, path)])
          .filter(([, value]) => value),
      ),
    compresses: (type) => all('gzip')[0][0] === 'on' && compressed.includes(type.split(';')[0]),
    least: Number(all('gzip_min_length')[0][0]),
    level: Number(all('gzip_comp_level')[0][0]),
  };
}
