import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Got } from '../reading.js';
import { someOf } from './languages.js';

// Hosts that stand before the sound to count who listens.
const counters =
  /(?:^|\.)(?:podtrac\.com|chtbl\.com|chrt\.fm|op3\.dev|pdst\.fm|podsights\.com|pscrb\.fm|mgln\.ai|blubrry\.com|claritaspod\.com|arttrk\.com|pfx\.vpixl\.com|vpixl\.com|verifi\.podscribe\.com|podscribe\.com|podderapp\.com|prfx\.byspotify\.com|byspotify\.com|clrtpod\.com|swap\.fm|backtracks\.fm|gum\.fm|adswizz\.com)$/i;

/** What is asked of the server that a file comes from. */
export type Need = 'fetch' | 'seek';

/** Gathers what servers say of the files on them: one sentence a server for what all its files share. */
export class Servers {
  readonly #problems: Problem[] = [];
  readonly #closed = new Map<string, string[]>();
  readonly #unseekable = new Map<string, string[]>();

  /** Judges an address by itself: known hosts that count listeners. */
  address(address: string, path: string): void {
    const hosts = hostsIn(address);
    const counter = hosts.find((host) => counters.test(host));
    if (counter) {
      this.#warn(path, `goes through ${counter}, which counts who listens: name the address of the file itself`);
    }
  }

  /** Judges what a server answered. */
  answer(got: Got, path: string, need: Need): void {
    const { server } = got;
    if (!server) return;
    const { headers, status, stops } = server;
    const [first, last] = [new URL(stops[0]!), new URL(got.address)];
    if (first.host !== last.host && !hostsIn(first.href).some((host) => counters.test(host))) {
      this.#warn(
        path,
        `is sent on to ${last.host}, so that ${first.host} sees who listens: name ${got.address.split('?')[0]!}`,
      );
    }
    if (first.protocol === 'http:' && !isNear(first)) {
      this.#warn(path, 'is not encrypted, and pages with https: will not load it: use https:');
    }
    if (need === 'fetch' && !headers.get('access-control-allow-origin')) note(this.#closed, last.host, path);
    if (need === 'seek' && status !== 206 && got.size > 0) note(this.#unseekable, last.host, path);
  }

  problems(): readonly Problem[] {
    for (const [host, paths] of this.#closed) {
      this.#warn(
        paths[0]!,
        `can be read only by pages of ${host}${others(paths)}: let that server send the header "Access-Control-Allow-Origin: *" (CORS)`,
      );
    }
    for (const [host, paths] of this.#unseekable) {
      this.#warn(
        paths[0]!,
        `comes from ${host}, which sends only whole files${others(paths)}, so that nobody can jump ahead: let that server answer Range requests`,
      );
    }
    return this.#problems;
  }

  #warn(path: string, sentence: string): void {
    this.#problems.push(problemAt('warning', path, sentence));
  }
}

function note(map: Map<string, string[]>, host: string, path: string): void {
  map.set(host, [...(map.get(host) ?? []), path]);
}

/** The other files of which the same is true. */
function others([, ...paths]: readonly string[]): string {
  return paths[0] ? ` (as are ${someOf(paths.map((path) => path || 'the bundle'))})` : '';
}

/** The host of an address, and those that it carries in its path, as counters' addresses do. */
function hostsIn(address: string): readonly string[] {
  const { host, pathname } = new URL(address);
  return [host, ...[...pathname.matchAll(/[a-z\d-]+(?:\.[a-z\d-]+)+(?=\/)/gi)].map(([one]) => one)];
}

function isNear({ hostname }: URL): boolean {
  return /^(?:localhost|127\.|\[::1\]|10\.|192\.168\.)|\.local$/.test(hostname);
}
