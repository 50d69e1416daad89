// What stories/hosting.md promises, asked of real servers with the real files.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { countCosts } from '../bench/cost.mjs';
import { conf, readConf, rulesOf } from '../support/nginx-conf.mjs';
import { startServer } from '../support/server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const SOUND = 'living-well/audio/introduction.mp3';
const read = (path) => readFileSync(join(dist, path));

/** One request, with nothing added and nothing undone: `fetch` would unpack, and keep a connection. */
const ask = (origin, path, headers = {}, method = 'GET') =>
  new Promise((settle, fail) => {
    request(origin + path, { headers, method, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        settle({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      );
      answer.on('error', fail);
    })
      .on('error', fail)
      .end();
  });

/** A version of its own, and the newest, as the configuration's first lines say. */
function layOut() {
  const home = mkdtempSync(join(tmpdir(), 'hosting-'));
  mkdirSync(join(home, 'files'));
  for (const name of ['1.2.3', 'latest']) symlinkSync(dist, join(home, 'files', name), 'junction');
  return { home, files: join(home, 'files') };
}

/** Our own server, told by the configuration what to do. */
async function startOurs({ files }) {
  const { headers, compresses, least, level } = rulesOf(conf);
  const gzip = ({ type, size }) => (compresses(type) && size >= least ? level : 0);
  return startServer({ roots: { '/': `${files}/` }, headers, gzip });
}

const freePort = () =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });

/** The real one. */
async function startNginx({ home, files }) {
  const port = await freePort();
  const ours = conf
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/living-well;', `root ${files};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(join(home, 'site.conf'), ours);
  writeFileSync(
    join(home, 'nginx.conf'),
    `${process.getuid() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
     events {}
     http { access_log off; ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')} include ${home}/site.conf; }`,
  );
  const words = ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')];
  execFileSync('nginx', [...words, '-t'], { stdio: 'pipe' });
  const child = spawn('nginx', words, { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (await ask(origin, '/').catch(() => undefined)) break;
    assert.ok(tries < 200, `nginx never answered: ${readFileSync(join(home, 'error.log'), 'utf8')}`);
    await wait(25);
  }
  const ended = new Promise((settle) => child.once('exit', settle));
  return { origin, close: () => (child.kill('SIGTERM'), ended) };
}

function hasNginx() {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('stories/hosting/nginx.conf', () => {
  it('is whole, as we read it', () => {
    assert.deepEqual(
      readConf(conf).map(({ words }) => words[0]),
      ['map', 'map', 'server'],
    );
  });

  it('would be found broken, were it', () => {
    for (const [part, broken] of [
      ['gzip on;', 'gzip on'],
      ['gzip on;', 'gzipp on;'],
      ['gzip on;', 'gzip;'],
      ['server {', 'server'],
      ['index index.html;', 'index index.html; }'],
      ['listen 80;', 'listen 80 {'],
    ]) {
      assert.throws(() => readConf(conf.replace(part, broken)), Error, broken);
    }
  });

  it('knows the type of every file that a page may ask for', () => {
    const { inside } = readConf(conf).find(({ words }) => words[0] === 'server');
    const types = inside.find(({ words }) => words[0] === 'types').inside.flatMap(({ words }) => words.slice(1));
    const asked = readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.d\.ts$/.test(entry.name) && entry.name.includes('.'))
      .map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
    assert.deepEqual(
      [...new Set(asked)].filter((ending) => !types.includes(ending)),
      [],
    );
  });
});

describe('stories/hosting.md', () => {
  const page = readFileSync(new URL('../../stories/hosting.md', import.meta.url), 'utf8');

  it('tells what listeners cost, as it is', async () => {
    const rows = [...page.matchAll(/^\| (.+) \| (\d+) \| ([\d.]+) \| (\d+) million \| ([\d.]+) \|$/gm)];
    const costs = await countCosts();
    assert.deepEqual(
      rows.map(([, what]) => what),
      costs.map(({ what }) => what),
    );
    for (const [place, [, what, ...told]] of rows.entries()) {
      const { requests, bytes } = costs[place];
      const [one, kilobytes, million, gigabytes] = told.map(Number);
      assert.deepEqual([one, million], [requests, requests], what);
      // A thousand bytes for one are a gigabyte for a million.
      for (const figure of [kilobytes, gigabytes]) {
        assert.ok(Math.abs(figure * 1000 - bytes) <= bytes * 0.02, `${what}: ${bytes} bytes, and not ${figure} kB`);
      }
    }
  });

  it('names the headers that the configuration sends', () => {
    const { headers } = rulesOf(conf);
    const sent = [...Object.entries(headers('/1.2.3/a.js')), ...Object.entries(headers('/latest/a.js'))];
    for (const [, header, value] of page.matchAll(/^\| `([\w-]+): ([^`]+)` \|/gm)) {
      assert.ok(
        sent.some(([name, one]) => name === header && one === value),
        `${header}: ${value} is not sent`,
      );
    }
  });

  it('tells the weight of sound as the samples have it', () => {
    const { duration } = JSON.parse(read('living-well/bundle.json')).dialogues[0].audio;
    const bits = (read(SOUND).length * 8) / duration / 1000;
    const [, told] = /(\d+) kbit a second/.exec(page);
    assert.ok(Math.abs(bits - told) < told * 0.02, `${bits} kbit a second, and not ${told}`);
    assert.ok(page.includes(`${(told * 1800) / 8 / 1000} MB`));
  });
});

// Where there is no nginx, the same is asked of our own server alone, which takes its orders from the same lines.
for (const [name, start] of [['our server', startOurs], ...(hasNginx() ? [['nginx', startNginx]] : [])]) {
  describe(`${name}, with that configuration`, () => {
    let place;
    let server;
    const get = (path, headers, method) => ask(server.origin, path, headers, method);

    before(async () => {
      place = layOut();
      server = await start(place);
    });
    after(async () => {
      await server?.close();
      rmSync(place.home, { recursive: true, force: true });
    });

    for (const [path, type] of [
      ['dialogues.js', 'text/javascript; charset=utf-8'],
      ['dialogues.mjs', 'text/javascript; charset=utf-8'],
      ['living-well/bundle.json', 'application/json; charset=utf-8'],
      ['living-well/transcripts/introduction.vtt', 'text/vtt; charset=utf-8'],
      ['themes/nhs.css', 'text/css; charset=utf-8'],
      ['embed/index.html', 'text/html; charset=utf-8'],
      ['living-well/art/icon.svg', 'image/svg+xml'],
      ['living-well/art/link.png', 'image/png'],
      [SOUND, 'audio/mpeg'],
    ]) {
      it(`serves ${path} to every page, as ${type}`, async () => {
        const { status, headers, body } = await get(`/latest/${path}`);
        assert.equal(status, 200);
        assert.equal(headers['content-type'], type);
        assert.equal(headers['access-control-allow-origin'], '*');
        assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.equal(headers['set-cookie'], undefined);
        assert.ok(body.equals(read(path)), 'it is not the file');
      });
    }

    it('lets browsers keep a version for ever, and asks them to look again for all else', async () => {
      const kept = await get('/1.2.3/dialogues.js');
      assert.equal(kept.headers['cache-control'], 'public, max-age=31536000, immutable');
      const fresh = await get('/latest/dialogues.js');
      assert.equal(fresh.headers['cache-control'], 'no-cache');
      const same = await get('/latest/dialogues.js', { 'If-None-Match': fresh.headers.etag });
      assert.deepEqual([same.status, same.body.length], [304, 0]);
      const missing = await get('/1.2.3/not-yet.js');
      assert.equal(missing.status, 404);
      assert.doesNotMatch(missing.headers['cache-control'] ?? '', /immutable/);
      assert.equal(missing.headers['access-control-allow-origin'], '*');
    });

    it('gives sound in parts, and the whole where it has changed meanwhile', async () => {
      const whole = read(SOUND);
      const head = await get(`/latest/${SOUND}`, {}, 'HEAD');
      assert.equal(head.headers['accept-ranges'], 'bytes');
      assert.equal(Number(head.headers['content-length']), whole.length);
      const { etag } = head.headers;
      for (const [range, start, end] of [
        ['bytes=0-', 0, whole.length - 1],
        ['bytes=1000-1999', 1000, 1999],
        ['bytes=-500', whole.length - 500, whole.length - 1],
      ]) {
        for (const headers of [{ Range: range }, { Range: range, 'If-Range': etag, 'Accept-Encoding': 'gzip' }]) {
          const part = await get(`/latest/${SOUND}`, headers);
          assert.equal(part.status, 206, range);
          assert.equal(part.headers['content-range'], `bytes ${start}-${end}/${whole.length}`);
          assert.ok(part.body.equals(whole.subarray(start, end + 1)));
        }
      }
      const changed = await get(`/latest/${SOUND}`, { Range: 'bytes=1000-1999', 'If-Range': '"of-yesterday"' });
      assert.deepEqual([changed.status, changed.body.length], [200, whole.length]);
      const beyond = await get(`/latest/${SOUND}`, { Range: `bytes=${whole.length}-` });
      assert.equal(beyond.status, 416);
    });

    it('makes words small, and leaves sound and pictures as they are', async () => {
      const accepting = { 'Accept-Encoding': 'gzip, deflate, br' };
      for (const path of [
        'dialogues.js',
        'dialogues.mjs',
        'themes/nhs.css',
        'embed/index.html',
        'living-well/bundle.json',
        'living-well/transcripts/introduction.vtt',
        'living-well/art/icon.svg',
      ]) {
        const { headers, body } = await get(`/latest/${path}`, accepting);
        assert.equal(headers['content-encoding'], 'gzip', path);
        assert.match(headers.vary, /Accept-Encoding/i);
        assert.ok(gunzipSync(body).equals(read(path)), path);
        assert.ok(body.length < read(path).length, path);
      }
      for (const path of [SOUND, 'living-well/art/link.png']) {
        const { headers, body } = await get(`/latest/${path}`, accepting);
        assert.equal(headers['content-encoding'], undefined, path);
        assert.equal(body.length, read(path).length);
      }
    });

    it('gives the pages in embed/ a strict policy, and nothing else one', async () => {
      for (const page of ['index', 'builder', 'introduction']) {
        const { headers } = await get(`/1.2.3/embed/${page}.html`);
        assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self';/);
        assert.doesNotMatch(headers['content-security-policy'], /frame-ancestors|unsafe/);
      }
      const { headers } = await get('/latest/dialogues.js');
      assert.equal(headers['content-security-policy'], undefined);
    });
  });
}
