import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after as afterAll, before, describe, it } from 'node:test';
import { byteRange } from '../support/ranges.mjs';
import { after, answerWith, cutOff, hang, ignoreRange, slowly, startServer } from '../support/server.mjs';

describe('byteRange', () => {
  const cases = [
    [undefined, 'whole'],
    ['', 'whole'],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=2-99', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=10-12', 'unsatisfiable'],
    ['bytes=5-2', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['items=0-1', 'whole'],
  ];
  for (const [header, expected] of cases) {
    it(`reads ${header}`, () => assert.deepEqual(byteRange(header, 10), expected));
  }
});

describe('startServer', () => {
  let folder;
  let server;
  let url;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'server-'));
    await mkdir(join(folder, 'page/inner'), { recursive: true });
    await mkdir(join(folder, 'built'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'page/index.html'), '<p>Hello');
    await writeFile(join(folder, 'page/inner/index.html'), '<p>Inner');
    await writeFile(join(folder, 'page/sound.mp3'), '0123456789');
    await writeFile(join(folder, 'page/a b.vtt'), 'WEBVTT');
    await writeFile(join(folder, 'built/all.mjs'), 'export {};');
    server = await startServer({
      roots: { '/': join(folder, 'page'), '/dist/': join(folder, 'built') },
      headers: (path) => (path === '/' ? { 'Content-Security-Policy': "default-src 'self'" } : undefined),
    });
    url = (path) => server.origin + path;
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('serves each folder at its path, with the right type', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/inner/', 'text/html; charset=utf-8'],
      ['/sound.mp3', 'audio/mpeg'],
      ['/a%20b.vtt', 'text/vtt; charset=utf-8'],
      ['/dist/all.mjs', 'text/javascript; charset=utf-8'],
    ]) {
      const response = await fetch(url(path));
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get('content-type'), type, path);
      await response.arrayBuffer();
    }
  });

  it('adds the headers it was asked to add', async () => {
    const response = await fetch(url('/'));
    assert.equal(response.headers.get('content-security-policy'), "default-src 'self'");
  });

  it('sends a folder without its slash to the one with it', async () => {
    const response = await fetch(url('/inner?a=1'), { redirect: 'manual' });
    assert.equal(response.status, 301);
    assert.equal(response.headers.get('location'), '/inner/?a=1');
  });

  it('answers HEAD without a body and refuses POST', async () => {
    const head = await fetch(url('/sound.mp3'), { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), '10');
    assert.equal(await head.text(), '');
    assert.equal((await fetch(url('/'), { method: 'POST' })).status, 405);
  });

  it('answers a range with that part', async () => {
    const part = await fetch(url('/sound.mp3'), { headers: { Range: 'bytes=3-5' } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), 'bytes 3-5/10');
    assert.equal(await part.text(), '345');
    const beyond = await fetch(url('/sound.mp3'), { headers: { Range: 'bytes=10-' } });
    assert.equal(beyond.status, 416);
    assert.equal(beyond.headers.get('content-range'), 'bytes */10');
  });

  it('sends the whole when the part begun was another version', async () => {
    const headers = { Range: 'bytes=3-5', 'If-Range': '"old"' };
    assert.equal((await fetch(url('/sound.mp3'), { headers })).status, 200);
  });

  it('says that a known file has not changed', async () => {
    const etag = (await fetch(url('/sound.mp3'))).headers.get('etag');
    const again = await fetch(url('/sound.mp3'), { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
  });

  it('does not climb out of its folders', async () => {
    // `fetch` tidies `..` away, so these go out by hand.
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/dist/..%2f..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%',
    ]) {
      const answer = await raw(server.port, path);
      assert.match(answer, /^HTTP\/1\.1 404 /, path);
      assert.doesNotMatch(answer, /\bsecret$/, path);
    }
  });

  it('remembers each request', async () => {
    server.requests.length = 0;
    await (await fetch(url('/sound.mp3?v=2'), { headers: { Range: 'bytes=0-1' } })).text();
    const { method, path, search, range } = server.requests[0];
    assert.deepEqual(
      { method, path, search, range },
      { method: 'GET', path: '/sound.mp3', search: '?v=2', range: 'bytes=0-1' },
    );
  });

  describe('going wrong', () => {
    const going = async (fault, options) => {
      server.faults.set('/sound.mp3', fault);
      try {
        return await fetch(url('/sound.mp3'), options);
      } finally {
        server.faults.delete('/sound.mp3');
      }
    };

    it('answers with a status', async () => {
      const response = await going(answerWith(500, 'broken'));
      assert.equal(response.status, 500);
      assert.equal(await response.text(), 'broken');
    });

    it('hangs', async () => {
      await assert.rejects(going(hang(), { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
    });

    it('breaks off half way', async () => {
      const response = await going(cutOff());
      assert.equal(response.headers.get('content-length'), '10');
      await assert.rejects(response.text());
    });

    it('ignores ranges', async () => {
      const response = await going(ignoreRange(), { headers: { Range: 'bytes=3-5' } });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('accept-ranges'), null);
      assert.equal(await response.text(), '0123456789');
    });

    it('answers late, and slowly', async () => {
      let began = performance.now();
      assert.equal(await (await going(after(60))).text(), '0123456789');
      assert.ok(performance.now() - began > 50);
      began = performance.now();
      assert.equal(await (await going(slowly(50))).text(), '0123456789');
      assert.ok(performance.now() - began > 90);
    });
  });
});

function raw(port, path) {
  return new Promise((settle, fail) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding('utf8').on('data', (text) => (answer += text));
    socket.on('end', () => settle(answer)).on('error', fail);
  });
}
