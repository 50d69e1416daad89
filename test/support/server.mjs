import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { byteRange } from './ranges.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves folders on this machine, as a plain web server would: types, HEAD, ranges, ETags.
 *
 * @param {object} options
 * @param {Record<string, string>} options.roots The folder behind each path. The longest path wins; each ends in `/`.
 * @param {number} [options.port] 0, the default, takes any free one.
 * @param {string} [options.host] 127.0.0.1, so that nobody else on the network can see it.
 * @param {(path: string) => Record<string, string> | undefined} [options.headers] Headers to add to what lies at a path,
 *   a content security policy for instance.
 * @param {(found: Found) => number} [options.gzip] How hard to compress a file for those who accept it, from 1 to 9; 0 leaves
 *   it as it is.
 * @param {Record<string, Fault>} [options.faults] What goes wrong at a path.
 * @returns {Promise<{origin: string, port: number, requests: Seen[], faults: Map<string, Fault>, close: () =>
 *   Promise<void>}>} `faults` may be changed while it runs; `requests` is every one so far, oldest first.
 *
 * @typedef {{method: string, path: string, search: string, headers: import('node:http').IncomingHttpHeaders, range?:
 *   string, status: number}} Seen
 * @typedef {{path: string, size: number, type: string, etag: string}} Found
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, found: Found |
 *   undefined) => boolean | Promise<boolean>} Fault Answers in its own way and returns true, or false to go on as usual.
 */
export async function startServer({ roots, port = 0, host = '127.0.0.1', headers, gzip, faults = {} }) {
  const folders = Object.entries(roots).sort(([a], [b]) => b.length - a.length);
  const wrongs = new Map(Object.entries(faults));
  const requests = [];

  async function answer(request, response) {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    const seen = { method: request.method, path: pathname, search, headers: request.headers, status: 0 };
    if (request.headers.range) seen.range = request.headers.range;
    requests.push(seen);
    response.once('close', () => (seen.status = response.statusCode));

    for (const [name, value] of Object.entries(headers?.(pathname) ?? {})) response.setHeader(name, value);
    const found = await find(folders, pathname);
    const wrong = wrongs.get(pathname);
    if (wrong && (await wrong(request, response, found === 'folder' ? undefined : found))) return;

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return say(response, 405, 'Only GET and HEAD are answered here.');
    }
    if (found === 'folder') {
      response.setHeader('Location', `${pathname}/${search}`);
      return say(response, 301, 'This is a folder.');
    }
    if (!found) return say(response, 404, `There is nothing at ${pathname}.`);
    const level = /\bgzip\b/.test(request.headers['accept-encoding']) ? gzip?.(found) : 0;
    if (level) return sendSmall(request, response, found, level);
    send(request, response, found);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent) response.destroy();
      else say(response, 500, String(error));
    });
  });
  await new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, host, settle);
  });
  const { port: taken } = server.address();
  return {
    origin: `http://localhost:${taken}`,
    port: taken,
    requests,
    faults: wrongs,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        // Browsers keep connections open, and a hanging answer would never end by itself.
        server.closeAllConnections();
      }),
  };
}

async function find(folders, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const [prefix, folder] = folders.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (prefix === undefined || path.includes('\0')) return undefined;
  const root = resolve(folder);
  let file = resolve(root, `.${sep}${path.slice(prefix.length)}`);
  // An encoded slash (`..%2f`) comes through the URL parser and would climb out of the folder.
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  let stats = await stat(file).catch(() => undefined);
  if (stats?.isDirectory()) {
    if (!path.endsWith('/')) return 'folder';
    file = join(file, 'index.html');
    stats = await stat(file).catch(() => undefined);
  }
  if (!stats?.isFile()) return undefined;
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`;
  return { path: file, size: stats.size, type, etag };
}

function describe(response, { type, etag }) {
  response.setHeader('Content-Type', type);
  response.setHeader('ETag', etag);
  // Keep, but ask each time: an edited page must show at once.
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

function send(request, response, found) {
  describe(response, found);
  response.setHeader('Accept-Ranges', 'bytes');
  const known = request.headers['if-none-match'];
  if (known && (known.trim() === '*' || known.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === found.etag))) {
    response.writeHead(304);
    return response.end();
  }
  // `If-Range` asks for a part only of the version already begun.
  const same = [undefined, found.etag].includes(request.headers['if-range']);
  const range = same ? byteRange(request.headers.range, found.size) : 'whole';
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${found.size}`);
    return say(response, 416, 'The file is shorter than that.');
  }
  if (range === 'whole') {
    response.writeHead(200, { 'Content-Length': found.size });
  } else {
    response.writeHead(206, {
      'Content-Length': range.end - range.start + 1,
      'Content-Range': `bytes ${range.start}-${range.end}/${found.size}`,
    });
  }
  if (request.method === 'HEAD' || found.size === 0) return response.end();
  const stream = createReadStream(found.path, range === 'whole' ? {} : range);
  stream.on('error', () => response.destroy());
  // The file stays open for good if a player goes away half way.
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/** Whole, since a part of what is compressed is of no use to anybody. */
async function sendSmall(request, response, found, level) {
  const small = gzipSync(await readFile(found.path), { level });
  describe(response, { ...found, etag: `W/${found.etag}` });
  response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Vary', 'Accept-Encoding');
  const known = request.headers['if-none-match'];
  const isKnown = known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === found.etag);
  response.writeHead(isKnown ? 304 : 200, isKnown ? {} : { 'Content-Length': small.length });
  response.end(isKnown || request.method === 'HEAD' ? undefined : small);
}

function say(response, status, sentence) {
  // What is wrong now may be right tomorrow.
  if (status >= 400) response.removeHeader('Cache-Control');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

/** A fault: answers with this status, and these words if any. */
export function answerWith(status, body = '', type = 'text/plain; charset=utf-8') {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(body);
    return true;
  };
}

/** A fault: takes the request and never answers. */
export function hang() {
  return () => true;
}

/** A fault: promises the whole file and breaks the connection after a share of it. */
export function cutOff(share = 0.5) {
  return async (_request, response, found) => {
    if (!found) return false;
    const bytes = await readFile(found.path);
    describe(response, found);
    response.writeHead(200, { 'Content-Length': found.size });
    response.write(bytes.subarray(0, Math.floor(found.size * share)), () => response.destroy());
    return true;
  };
}

/** A fault: knows nothing of ranges and always sends the whole, as some intranet servers do. */
export function ignoreRange() {
  return (request, response, found) => {
    if (!found) return false;
    describe(response, found);
    response.writeHead(200, { 'Content-Length': found.size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.path).pipe(response);
    return true;
  };
}

/** A fault: answers as usual, only later. */
export function after(milliseconds) {
  return async () => {
    await wait(milliseconds);
    return false;
  };
}

/** A fault: sends the whole file at this many bytes a second. */
export function slowly(bytesPerSecond) {
  return async (_request, response, found) => {
    if (!found) return false;
    const bytes = await readFile(found.path);
    const step = Math.max(1, Math.ceil(bytesPerSecond / 10));
    describe(response, found);
    response.writeHead(200, { 'Content-Length': found.size });
    for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
      response.write(bytes.subarray(at, at + step));
      await wait(100);
    }
    response.end();
    return true;
  };
}
