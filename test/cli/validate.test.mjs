import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { command, fixtures, folderFor, radio, root } from '../support/command-line.mjs';
import { answerWith, ignoreRange, startServer } from '../support/server.mjs';

const slips = join(radio, 'bad/slips.json');

/** A small bundle that is in order, changed, in a folder of its own with its files. */
function bundleIn(folder, change = () => {}) {
  const bundle = {
    format: 1,
    title: 'Harbour Lines',
    summary: 'People who live by the harbour.',
    language: 'en-GB',
    participants: [
      { id: 'nia', name: 'Nia Prosser', role: 'Host', biography: [] },
      { id: 'tom', name: 'Tom Achebe', role: 'Guest', biography: [] },
    ],
    dialogues: [
      {
        id: 'the-ferry',
        title: 'The ferry',
        summary: 'The captain of the first boat.',
        participants: ['nia', 'tom'],
        audio: { sources: [{ src: 'the-ferry.mp3', type: 'audio/mpeg' }], duration: 4.02 },
        transcript: [{ src: 'the-ferry.vtt', language: 'en-GB' }],
        prompts: [],
      },
    ],
  };
  change(bundle, bundle.dialogues[0]);
  mkdirSync(folder, { recursive: true });
  cpSync(join(radio, 'audio/the-ferry.mp3'), join(folder, 'the-ferry.mp3'));
  cpSync(join(radio, 'words/the-ferry.vtt'), join(folder, 'the-ferry.vtt'));
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(bundle));
  return join(folder, 'bundle.json');
}

async function problemsOf(file, ...flags) {
  const { code, out, aside } = await command(['validate', file, '--json', ...flags]);
  assert.equal(aside, '');
  const problems = JSON.parse(out);
  for (const problem of problems) {
    assert.deepEqual(Object.keys(problem), ['level', 'path', 'message']);
    assert.match(problem.level, /^(?:error|warning)$/);
    assert.equal(typeof problem.path, 'string');
    assert.match(problem.message, /^\S.{10,}/);
  }
  assert.equal(code, problems.some(({ level }) => level === 'error') ? 1 : 0);
  return problems;
}

function has(problems, level, path, says) {
  assert.ok(
    problems.some((one) => one.level === level && one.path === path && says.test(one.message)),
    `no ${level} at ${path} says ${says} among\n${problems.map((one) => `${one.level} ${one.message}`).join('\n')}`,
  );
}

describe('living-well-dialogues validate', () => {
  it('finds nothing wrong with the built-in bundle', async () => {
    const { code, out } = await command(['validate', 'dist/living-well/bundle.json']);
    assert.match(out, /is in order: 6 dialogues, 11 participants/);
    assert.equal(code, 0);
    assert.deepEqual(await problemsOf('dist/living-well/bundle.json'), []);
  });

  for (const name of ['tiny', 'two-languages', 'full']) {
    it(`finds no error in good/${name}.json`, async () => {
      const problems = await problemsOf(join(fixtures, `bundles/good/${name}.json`), '--offline');
      assert.deepEqual(
        problems.filter(({ level }) => level === 'error'),
        [],
      );
    });
  }

  const bad = JSON.parse(readFileSync(join(fixtures, 'bundles/bad/index.json'), 'utf8'));
  it('says of each bad bundle what the parser says', { concurrency: 2 }, async (test) => {
    for (const { file, expect } of bad.filter(({ file }) => file !== 'not-json.txt')) {
      await test.test(file, async () => {
        const problems = await problemsOf(join(fixtures, 'bundles/bad', file), '--offline');
        for (const { level, path, says } of expect) {
          assert.ok(
            problems.some((one) => one.level === level && one.path === path && one.message.includes(says)),
            JSON.stringify(problems),
          );
        }
      });
    }
  });

  describe('of a bundle with the slips that people make', () => {
    let problems;
    before(async () => {
      problems = await problemsOf(slips, '--offline');
    });

    const expected = [
      ['error', 'dialogues[0].prompts[0].text', /“nowhere”/],
      ['warning', 'summary', /“the the”/],
      ['warning', 'image.alt', /IMG_1234\.png/],
      ['warning', 'participants[0].image.alt', /Screenshot/],
      ['warning', 'participants[0].image.src', /same picture as image\.src/],
      ['warning', 'participants[0].biography[0]', /“TBC”/],
      ['warning', 'participants[1].biography[0]', /“Lorem ipsum”/],
      ['warning', 'dialogues[0].summary', /“coming soon”/],
      ['warning', 'participants[2]', /heard in no dialogue/],
      ['warning', 'credits[0]', /licence without its address/],
      ['warning', 'dialogues[0].chapters[1].startTime', /put them in order/],
      ['warning', 'dialogues[0].chapters[2].startTime', /lies within the chapter before/],
      ['warning', 'dialogues[0].prompts[0].moment', /beyond the end/],
      ['warning', 'dialogues[0].audio.duration', /lasts 0:04: write 4\.02/],
      ['warning', 'dialogues[0].transcript[0].src', /1 cue out of order/],
      ['warning', 'dialogues[0].transcript[0].src', /begins before the last one ends/],
      ['warning', 'dialogues[0].transcript[0].src', /beyond the end of the sound/],
      ['warning', 'dialogues[0].transcript[0].src', /does not know: Nobody/],
      ['warning', '', /no Welsh \(cy\) words for 17 of 21 texts/],
    ];
    for (const [level, path, says] of expected) {
      it(`says ${says.source} of ${path || 'the whole'}`, () => has(problems, level, path, says));
    }

    it('says nothing of words that people do say twice', () => {
      assert.ok(!problems.some(({ path }) => path === 'participants[2].biography[0]'));
    });

    it('puts errors first', () => {
      const levels = problems.map(({ level }) => level);
      assert.deepEqual(levels, [...levels].sort());
    });
  });

  it('groups and counts them for people, without colours where nobody watches', async () => {
    const { code, out } = await command(['validate', slips, '--offline']);
    assert.equal(code, 1);
    assert.match(out, /^dialogues\[0\] · The ferry$/m);
    assert.match(out, /^participants\[0\] · Nia Prosser$/m);
    assert.match(out, /slips\.json: 1 error, 18 warnings\n$/);
    assert.ok(!out.includes('\u001B'));
  });

  it('calls a transcript that is not there an error, and a picture or a sound a warning', async (test) => {
    const file = bundleIn(folderFor(test), (bundle, dialogue) => {
      bundle.image = { src: 'nowhere.png', alt: 'A harbour' };
      dialogue.transcript[0].src = 'nowhere.vtt';
      dialogue.audio.sources[0].src = 'nowhere.mp3';
    });
    const problems = await problemsOf(file, '--offline');
    assert.deepEqual(problems.map(({ level, path }) => `${level} ${path}`).sort(), [
      'error dialogues[0].transcript[0].src',
      'warning dialogues[0].audio.sources[0].src',
      'warning image.src',
    ]);
  });

  it('looks for the signed version, and knows a spoken language from a signed one', async (test) => {
    const film = (signed) => bundleIn(folderFor(test), (_bundle, dialogue) => Object.assign(dialogue, { signed }));
    const lost = await problemsOf(film({ src: 'nowhere.mp4', language: 'en-GB' }), '--offline');
    has(lost, 'warning', 'dialogues[0].signed.src', /name a film, or a page with one/);
    has(lost, 'warning', 'dialogues[0].signed.language', /British English \(en-GB\), which is spoken/);
    assert.deepEqual(await problemsOf(film({ src: 'the-ferry.mp3', language: 'bfi' }), '--offline'), []);
  });

  it('reads the easy words and the content notes as it reads all words', async (test) => {
    const file = bundleIn(folderFor(test), (_bundle, dialogue) => {
      dialogue.easyRead = [
        'This one line is much too long for anybody who wants to read it with ease, since it goes on and on.',
      ];
      dialogue.contentNotes = [{ start: 1, end: 2, text: 'TODO' }];
    });
    const problems = await problemsOf(file, '--offline');
    has(problems, 'warning', 'dialogues[0].easyRead[0]', /sentence of 22 words.* of 20 at most/);
    has(problems, 'warning', 'dialogues[0].contentNotes[0].text', /“TODO” in place of words/);
  });

  it('says which file of several is not there, behind one that was left out', async (test) => {
    const file = bundleIn(folderFor(test), (_bundle, dialogue) => {
      dialogue.transcript.unshift({ src: 'javascript:alert(1)', language: 'cy' });
      dialogue.transcript.push({ src: 'nowhere.vtt', language: 'cy' });
    });
    const problems = await problemsOf(file, '--offline');
    assert.deepEqual(
      problems.filter(({ level }) => level === 'error').map(({ path }) => path),
      ['dialogues[0].transcript[0].src', 'dialogues[0].transcript[2].src'],
    );
  });

  for (const src of ['%.vtt', '100%25%zz.vtt', 'a%2Fb.vtt', 'a%00b.vtt', `${'a'.repeat(5000)}.vtt`]) {
    it(`takes ${src.slice(0, 16)} for a transcript that is not there, and the sound of that name for a warning`, async (test) => {
      const file = bundleIn(folderFor(test), (_bundle, dialogue) => {
        dialogue.transcript[0].src = src;
        dialogue.audio.sources[0].src = src;
      });
      const problems = await problemsOf(file, '--offline');
      has(problems, 'error', 'dialogues[0].transcript[0].src', /no file can have/);
      has(problems, 'warning', 'dialogues[0].audio.sources[0].src', /no file can have/);
    });
  }

  it('takes no address of a file in a bundle that is a file, and //… for a server', async (test) => {
    const file = bundleIn(folderFor(test), (_bundle, dialogue) => {
      dialogue.transcript.push({ src: 'file:///etc/hostname', language: 'cy' });
      dialogue.audio.sources.push({ src: '//cdn.example.org:8080/a.mp3', type: 'audio/mpeg' });
    });
    const problems = await problemsOf(file, '--offline');
    assert.deepEqual(
      problems.map(({ level, path }) => `${level} ${path}`),
      ['error dialogues[0].transcript[1].src'],
    );
  });

  it('gives an answer of a file that is deeper than the machine can follow', async (test) => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const file = bundleIn(folderFor(test), (bundle) => {
      bundle.title = 'DEEP';
      bundle.unknown = 'DEEP';
    });
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"DEEP"', deep));
    const problems = await problemsOf(file, '--offline');
    assert.deepEqual(
      problems.map(({ level, path }) => `${level} ${path}`),
      ['error title', 'warning unknown'],
    );
  });

  it('finds an MP3 whose bit rate varies, and one that is none', async (test) => {
    const folder = folderFor(test);
    const file = bundleIn(folder, (_bundle, dialogue) => {
      dialogue.audio.sources.push({ src: 'words.mp3', type: 'audio/mpeg' });
    });
    const steady = readFileSync(join(folder, 'the-ferry.mp3'));
    // The same silence at 24 kbit/s: the next index, and frames half as long again.
    const faster = Buffer.alloc(78);
    faster.set([0xff, 0xf3, 0x30, 0xc4]);
    writeFileSync(join(folder, 'the-ferry.mp3'), Buffer.concat([steady, faster, faster]));
    writeFileSync(join(folder, 'words.mp3'), 'No sound at all.');
    const problems = await problemsOf(file);
    has(problems, 'warning', 'dialogues[0].audio.sources[0].src', /variable bit rate/);
    has(problems, 'warning', 'dialogues[0].audio.sources[1].src', /is not an MP3/);
  });

  it('names the formula by which it calls words hard to read', async (test) => {
    const hard =
      'Multidisciplinary organisational transformation notwithstanding, interdepartmental accountability frameworks necessitate comprehensive reconsideration of institutional commissioning responsibilities, particularly concerning neighbourhood infrastructure, participatory governance arrangements, and proportionate safeguarding interventions throughout metropolitan authorities.';
    const file = bundleIn(folderFor(test), (bundle) => (bundle.summary = `${hard} ${hard}`));
    has(await problemsOf(file, '--offline'), 'warning', 'summary', /LIX is \d+/);
  });

  for (const [what, name, says] of [
    ['a file that is not there', 'nowhere.json', /^nowhere\.json is not there\.\n$/],
    ['a folder', 'test', /^test is a folder/],
    ['what is no JSON', 'README.md', /^README\.md is no JSON/],
    ['an address of another kind', 'ftp://localhost/bundle.json', /is no address that can be read/],
    ['half an address', 'https://', /is no address that can be read/],
    ['a server that is not there', 'http://localhost:9/bundle.json', /could not be reached/],
  ]) {
    it(`cannot read ${what}, and says so`, async () => {
      const { code, out, aside } = await command(['validate', name, '--json'], { folder: root });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(aside, says);
    });
  }

  it('asks no server when it is offline', async () => {
    const { code, aside } = await command(['validate', 'http://localhost:9/bundle.json', '--offline']);
    assert.equal(code, 2);
    assert.match(aside, /--offline asks none/);
  });

  describe('of a bundle on a server', () => {
    let server;
    let other;
    let folder;
    const open = { 'Access-Control-Allow-Origin': '*' };

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
      bundleIn(folder);
      const options = { roots: { '/': folder }, headers: () => open };
      [server, other] = await Promise.all([startServer(options), startServer(options)]);
    });
    after(async () => {
      await Promise.all([server.close(), other.close()]);
      rmSync(folder, { recursive: true, force: true });
    });

    it('finds nothing wrong where all is well, and asks for the beginning of the sound only', async () => {
      assert.deepEqual(await problemsOf(`${server.origin}/bundle.json`), []);
      const sound = server.requests.find(({ path }) => path === '/the-ferry.mp3');
      assert.match(sound.range, /^bytes=0-\d+$/);
    });

    it('says when the server is closed to other pages, and sends whole files only', async () => {
      const closed = await startServer({
        roots: { '/': folder },
        faults: { '/the-ferry.mp3': ignoreRange() },
      });
      try {
        const problems = await problemsOf(`${closed.origin}/bundle.json`);
        has(problems, 'warning', '', /Access-Control-Allow-Origin/);
        has(problems, 'warning', 'dialogues[0].audio.sources[0].src', /answer Range requests/);
        assert.equal(problems.length, 2);
      } finally {
        await closed.close();
      }
    });

    it('says when a sound is sent on to another host, or goes through one that counts listeners', async (test) => {
      server.faults.set('/moved.mp3', (_request, response) => {
        response.writeHead(302, { Location: `${other.origin}/the-ferry.mp3` });
        response.end();
        return true;
      });
      const file = bundleIn(folderFor(test), (_bundle, dialogue) => {
        dialogue.audio.sources = [
          { src: `${server.origin}/moved.mp3`, type: 'audio/mpeg' },
          { src: 'https://op3.dev/e/radio.example/the-ferry.mp3', type: 'audio/mpeg' },
        ];
      });
      const offline = await problemsOf(file, '--offline');
      has(offline, 'warning', 'dialogues[0].audio.sources[1].src', /op3\.dev, which counts who listens/);
      const alone = JSON.parse(readFileSync(file, 'utf8'));
      alone.dialogues[0].audio.sources.pop();
      writeFileSync(file, JSON.stringify(alone));
      has(await problemsOf(file), 'warning', 'dialogues[0].audio.sources[0].src', /is sent on to localhost:\d+/);
    });

    it('calls a transcript that the server does not have an error, and one that it fails to give a warning', async () => {
      server.faults.set('/the-ferry.vtt', answerWith(404));
      has(await problemsOf(`${server.origin}/bundle.json`), 'error', 'dialogues[0].transcript[0].src', /answered 404/);
      server.faults.set('/the-ferry.vtt', answerWith(503));
      has(
        await problemsOf(`${server.origin}/bundle.json`),
        'warning',
        'dialogues[0].transcript[0].src',
        /answered 503/,
      );
      server.faults.delete('/the-ferry.vtt');
    });

    it('cannot read what the server refuses', async () => {
      const { code, aside } = await command(['validate', `${server.origin}/nowhere.json`]);
      assert.equal(code, 2);
      assert.match(aside, /the server answered 404 Not Found/);
    });
  });
});
