import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { encode } from 'uqr';
import { planAgenda } from '../../dist/bundle/agenda.js';
import { writeClock } from '../../dist/bundle/clock.js';
import { parseBundle } from '../../dist/entry/bundle.js';
import { bundle as builtIn, dialogues } from '../support/built-in.mjs';
import { command, filesIn, folderFor, root } from '../support/command-line.mjs';
import { assertSchemaOrg } from '../support/schema-org.mjs';
import { startServer } from '../support/server.mjs';

const id = 'what-do-we-value';
const names = ['index', ...dialogues.flatMap(({ id }) => [id, `paper/${id}`])];
/** Without an address of the sound, paper has no codes, and this says so. */
const LACKING =
  'The paper for meetings lacks QR codes, since nothing says where the sound will be: --base URL gives them.\n';

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });

async function assertValid(html, what) {
  const { results } = await validator.validateString(html);
  const told = results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
  );
  assert.deepEqual(told, [], what);
}

/** A folder with a bundle, and what becomes of it. */
function stage(test, bundle, files = {}) {
  const folder = folderFor(test);
  writeFileSync(
    join(folder, 'bundle.json'),
    JSON.stringify({ format: 1, language: 'en-GB', title: 'Talks', summary: 'Some talks.', ...bundle }),
  );
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    folder,
    run: (...words) => command(['prerender', 'bundle.json', '--out', 'pages', ...words], { folder }),
    read: (path) => readFileSync(join(folder, 'pages', path), 'utf8'),
    files: () => filesIn(join(folder, 'pages')),
  };
}

const talk = (id, others = {}) => ({
  id,
  title: `Talk ${id}`,
  summary: 'About something.',
  audio: { sources: [{ src: `${id}.mp3`, type: 'audio/mpeg' }], duration: 60 },
  ...others,
});

const dataIn = (html) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);
const metaIn = (html) =>
  Object.fromEntries(
    [...html.matchAll(/<meta property="([^"]*)" content="([^"]*)">/g)].map(([, name, content]) => [name, content]),
  );
/** The whole addresses that stand on paper. */
const linksIn = (html) =>
  [...html.matchAll(/<a href="(http[^"]*)" translate="no">(.*?)<\/a>/gs)].map(([, address, words]) => {
    const written = words.replaceAll('<wbr>', '');
    assert.equal(written, address.replace(/^https:\/\//, ''), 'what is read is where it leads');
    return address.replaceAll('&amp;', '&');
  });
/** The codes of a page, module by module, read from what is drawn. */
const codesIn = (html) =>
  [
    ...html.matchAll(
      /<svg\s+data-code[^>]*\sviewBox="-4 -4 (\d+) \1"[^>]*>\s*<path fill="#000" d="([^"]*)"><\/path>\s*<\/svg>/g,
    ),
  ].map(([, side, path]) => {
    const rows = Array.from({ length: side - 8 }, () => Array(side - 8).fill('.'));
    const runs = path.split('M').slice(1);
    for (const run of runs) {
      const [, x, y, width, back] = /^(\d+) (\d+)h(\d+)v1h-(\d+)z$/.exec(run);
      assert.equal(width, back);
      rows[y].fill('#', Number(x), Number(x) + Number(width));
    }
    return rows.map((row) => row.join(''));
  });
const codeOf = (address) =>
  encode(address, { ecc: 'M', border: 0 }).data.map((row) => row.map((isBlack) => (isBlack ? '#' : '.')).join(''));
const addressesIn = (html) => [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address);

describe('prerender of the built-in series', () => {
  const pages = {};
  const folder = folderFor({ after });
  before(async () => {
    cpSync(join(root, 'dist/living-well'), join(folder, 'series'), { recursive: true });
    const { code, out, aside } = await command(['prerender', 'series/bundle.json', '--out', 'pages'], { folder });
    assert.equal(code, 0, aside);
    assert.equal(aside, LACKING);
    assert.match(out, /^Wrote 33 files into pages\/\.\n$/);
    for (const name of names) pages[name] = readFileSync(join(folder, `pages/${name}.html`), 'utf8');
  });

  it('writes the files that it promises', () => {
    const wanted = dialogues.flatMap(({ id }) => [
      `${id}.html`,
      `${id}.oembed.json`,
      `fragments/${id}.html`,
      `fragments/before/${id}.html`,
      `paper/${id}.html`,
    ]);
    assert.deepEqual(filesIn(join(folder, 'pages')), ['index.html', 'paper.css', 'series.css', ...wanted].sort());
  });

  it('writes valid HTML, below 100 kB a page', async () => {
    for (const name of names) {
      await assertValid(pages[name], name);
      assert.ok(Buffer.byteLength(pages[name]) < 100_000, name);
    }
    for (const { id } of dialogues) {
      const fragment = readFileSync(join(folder, `pages/fragments/${id}.html`), 'utf8');
      const before = readFileSync(join(folder, `pages/fragments/before/${id}.html`), 'utf8');
      const player = `${before}<dialogue-player dialogue="${id}">${fragment}</dialogue-player>`;
      await assertValid(
        `<!DOCTYPE html>\n<html lang="en"><head><title>A page</title></head><body><h1>A page</h1>${player}</body></html>\n`,
        id,
      );
    }
  });

  it('needs no script, and asks nobody for anything but what lies beside it', () => {
    for (const name of names) {
      const html = pages[name];
      assert.deepEqual(html.match(/<script(?! type="application\/ld\+json")/g), null);
      assert.doesNotMatch(html, / style=|\son\w+=|file:/);
      for (const address of addressesIn(html)) {
        if (/^(https?:|tel:|#)/.test(address)) continue;
        const page = pathToFileURL(join(folder, `pages/${name}.html`));
        const file = fileURLToPath(new URL(address, page).href.replace(/[?#].*/, ''));
        assert.ok(existsSync(file), `${name} names ${address}, which is not there`);
      }
      for (const place of html.matchAll(/\shref="#([^"]+)"/g)) assert.ok(html.includes(` id="${place[1]}"`), place[0]);
    }
    for (const { id } of dialogues) {
      for (const address of addressesIn(readFileSync(join(folder, `pages/fragments/${id}.html`), 'utf8'))) {
        assert.ok(
          existsSync(
            fileURLToPath(new URL(address.replace(/#.*/, ''), pathToFileURL(join(folder, 'pages/fragments/')))),
          ),
          address,
        );
      }
    }
  });

  it('holds the sound, the chapters, the transcript, the tension, the questions and the people of a dialogue', () => {
    const html = pages[id];
    assert.match(
      html,
      /<audio controls preload="none"[^>]*>\s*<source src="\.\.\/series\/audio\/what-do-we-value\.mp3" type="audio\/mpeg">/,
    );
    for (const words of [
      'One empty line',
      'Picture a long table, late in a budget meeting.',
      'Proven for today',
      'Promising for tomorrow',
      'Picture the empty line in the budget.',
      'Paul Blakeman',
      'Linda Irvine Fitzpatrick',
    ]) {
      assert.ok(html.includes(words), words);
    }
    assert.match(
      html,
      /<a data-line href="\.\.\/series\/audio\/what-do-we-value\.mp3#t=0">/,
      'a chapter leads into the sound',
    );
    assert.match(pages.index, /Purrple Cat/);
    for (const { title } of builtIn.learnings) assert.ok(pages.index.includes(title.replace('’', '’')), title);
  });

  it('has a way past the top, and ways to the dialogues before and after', () => {
    assert.match(pages[id], /<body>\s*<p data-skip><a href="#content">Skip to the content<\/a>/);
    const [before, , next] = dialogues.map(({ id }) => id);
    assert.match(pages[id], new RegExp(`href="${before}\\.html" rel="prev"`));
    assert.match(pages[id], new RegExp(`href="${next}\\.html" rel="next"`));
    assert.doesNotMatch(pages[before], /rel="prev"/);
    assert.match(pages[id], /<h1><a href="index\.html">/);
  });

  it('gives each tension its colours, as the elements do', () => {
    const css = readFileSync(join(folder, 'pages/series.css'), 'utf8');
    const withTension = dialogues.filter(({ tension }) => tension);
    withTension.forEach(({ id }, i) => {
      assert.match(pages[id], new RegExp(`<dialogue-player [^>]*data-pair="${i + 1}"`));
      assert.match(css, new RegExp(`\\[data-pair='${i + 1}'\\] \\{ --_a: [^;]*#[\\da-f]{6}\\);`));
      assert.match(pages.index, new RegExp(`<tension-card dialogue="${id}"[^>]* data-pair="${i + 1}"`));
    });
  });

  it('tells search engines in the terms of schema.org, with moments', () => {
    const base = 'https://example.org/pages/';
    for (const name of names.filter((one) => !one.startsWith('paper/'))) assertSchemaOrg(dataIn(pages[name]), { base });
    const episode = dataIn(pages[id]);
    assert.equal(episode['@type'], 'PodcastEpisode');
    assert.equal(episode.associatedMedia[0].contentUrl, '../series/audio/what-do-we-value.mp3');
    assert.equal(episode.hasPart[1].url, 'what-do-we-value.html#dialogue=what-do-we-value&t=30.3,56.8');
    assert.equal(dataIn(pages.index).hasPart.length, dialogues.length);
  });

  it('tells others what to show of a page', () => {
    const told = metaIn(pages[id]);
    assert.equal(told['og:title'], 'What do we value?');
    assert.equal(told['og:type'], 'article');
    assert.equal(told['og:locale'], 'en_GB');
    assert.equal(told['og:audio'], '../series/audio/what-do-we-value.mp3');
    // A drawing is shown by none of them.
    assert.equal(told['og:image'], '../series/art/link.png');
    assert.equal(told['og:url'], undefined);
    assert.equal(metaIn(pages.index)['og:type'], 'website');
    assert.match(
      pages[id],
      /<link rel="alternate" type="application\/json\+oembed" href="what-do-we-value\.oembed\.json"/,
    );
    const answer = JSON.parse(readFileSync(join(folder, `pages/${id}.oembed.json`), 'utf8'));
    assert.equal(answer.version, '1.0');
    assert.equal(answer.type, 'rich');
    assert.match(answer.html, /<iframe [^>]*src="\.\/what-do-we-value\.html"/);
  });

  it('overwrites nothing, not even one of many, unless it is forced to', async () => {
    const file = join(folder, 'pages/index.html');
    writeFileSync(file, 'mine');
    const words = ['prerender', 'series/bundle.json', '--out', 'pages'];
    const before = statSync(join(folder, 'pages/series.css')).mtimeMs;
    const refused = await command(words, { folder });
    assert.equal(refused.code, 2);
    assert.match(refused.aside, /Nothing was written, since .*--force/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal(statSync(join(folder, 'pages/series.css')).mtimeMs, before);
    assert.equal((await command([...words, '--force'], { folder })).code, 0);
    assert.match(readFileSync(file, 'utf8'), /^<!DOCTYPE html>/);
  });

  it('has on paper the steps of a meeting of 30 minutes, each with its time, and each question on a card', () => {
    const { dialogues } = parseBundle(readFileSync(join(folder, 'series/bundle.json'), 'utf8'), null).bundle;
    for (const dialogue of dialogues) {
      const html = pages[`paper/${dialogue.id}`];
      const steps = planAgenda(dialogue, 30);
      assert.ok(steps.length > 6);
      const written = [...html.matchAll(/<li>\s*<h3>([^<]+)<\/h3>\s*<small>(\d+) minutes?<\/small>(.*?)<\/li>/gs)];
      assert.deepEqual(
        written.map(([, , minutes]) => Number(minutes)),
        steps.map(({ minutes }) => minutes),
      );
      assert.equal(written[0][1], 'Welcome');
      steps.forEach(({ prompt }, i) => assert.ok(!prompt || written[i][3].includes(prompt.text), `step ${i}`));
      const cards = html.slice(html.indexOf('<ol data-alone="cards">')).split('<li>').slice(1);
      assert.equal(cards.length, dialogue.prompts.length);
      dialogue.prompts.forEach(({ text, hint, moment }, i) => {
        for (const words of [text, hint, `${writeClock(moment.start)} – ${writeClock(moment.end)}`]) {
          assert.ok(cards[i].includes(words), words);
        }
      });
      for (const words of ['What we noticed', 'What we will try', 'Who', 'Please do not name anyone']) {
        assert.ok(html.includes(words), words);
      }
      for (const { label, body } of dialogue.tension?.poles ?? [])
        assert.ok(html.includes(label) && html.includes(body));
    }
  });

  it('tells whole addresses where it knows where the pages will be', async () => {
    const words = ['prerender', 'series/bundle.json', '--out', 'placed', '--base', 'https://example.org/talks'];
    assert.equal((await command(words, { folder })).code, 0);
    const html = readFileSync(join(folder, `placed/${id}.html`), 'utf8');
    const here = `https://example.org/talks/${id}`;
    assert.match(html, new RegExp(`<link rel="canonical" href="${here}\\.html">`));
    assert.match(html, new RegExp(`type="application/json\\+oembed" href="${here}\\.oembed\\.json"`));
    const told = metaIn(html);
    assert.equal(told['og:url'], `${here}.html`);
    assert.equal(told['og:audio'], 'https://example.org/series/audio/what-do-we-value.mp3');
    assert.equal(told['og:image'], 'https://example.org/series/art/link.png');
    assertSchemaOrg(dataIn(html));
    const answer = JSON.parse(readFileSync(join(folder, `placed/${id}.oembed.json`), 'utf8'));
    assert.equal(answer.provider_url, 'https://example.org/talks/');
    assert.ok(answer.html.includes(`src="${here}.html"`));
    assert.match(html, /<source src="\.\.\/series\/audio/, 'the page itself finds its sound wherever it is');
    const fragment = readFileSync(join(folder, `placed/fragments/${id}.html`), 'utf8');
    assert.match(fragment, /<source src="https:\/\/example\.org\/series\/audio\/what-do-we-value\.mp3"/);
    await assertValid(html);
  });

  it('writes one file that needs nothing else', async () => {
    const { code, out, aside } = await command(
      ['prerender', 'series/bundle.json', '--out', 'one', '--single-file', '--offline'],
      { folder },
    );
    assert.equal(code, 0);
    assert.match(out, /^Wrote 1 file /);
    assert.deepEqual(filesIn(join(folder, 'one')), ['series.html']);
    assert.doesNotMatch(out + aside, /paper|QR/i);
    const html = readFileSync(join(folder, 'one/series.html'), 'utf8');
    assert.doesNotMatch(html, /paper\//);
    const light = html.replace(/base64,[\w+/=]+/g, 'base64,');
    for (const [, src] of light.matchAll(/\s(?:src|srcset|poster|data)="([^"]*)"/g)) assert.match(src, /^data:/);
    assert.doesNotMatch(light, /<(link|script|iframe|object|embed)\b|@import|url\(|file:/);
    // What is left are places in the page itself, and what a person may choose to visit, such as the music's licence.
    for (const address of addressesIn(light).filter((one) => !one.startsWith('data:')))
      assert.match(address, /^(#|https:|tel:)/);
    for (const [, place] of light.matchAll(/\shref="#([^"]+)"/g)) assert.ok(light.includes(` id="${place}"`), place);
    assert.equal(light.match(/<source src="data:audio\/mpeg;base64,"/g).length, dialogues.length);
    await assertValid(light);
  });
});

describe('prerender', () => {
  it('takes hostile texts for texts', async (t) => {
    const evil = `</script><script>alert(1)</script><b>"bold"</b> 'it' <!-- &amp; $& href="file:///etc/passwd"`;
    const link = '[press](javascript:alert(1)) and [look](https://example.org/?a=1&b="2")';
    const { run, read } = stage(
      t,
      {
        title: evil,
        summary: link,
        participants: [{ id: 'a', name: evil, role: evil, biography: [link] }],
        credits: [{ id: 'c', title: evil, body: [link] }],
        dialogues: [
          talk('one.two_three', {
            title: evil,
            easyRead: [evil, link],
            contentNotes: [{ start: 1, end: 2, text: evil }],
            signed: { src: 'https://example.org/?a="1"&b=<2>', language: 'bfi' },
            participants: ['a'],
            tension: {
              poles: [
                { label: evil, body: evil },
                { label: 'B', body: 'b' },
              ],
            },
            prompts: [{ id: 'p', text: evil, hint: link, moment: { start: 1, end: 2 } }],
            chapters: [{ startTime: 0, title: evil }],
            transcript: [{ src: 'a.vtt', language: 'en-GB' }],
            audio: { sources: [{ src: `a'b&c "d".mp3`, type: `audio/x" onerror="alert(1)` }], duration: 60 },
          }),
        ],
      },
      { 'a.vtt': `WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>1 < 2 & <i>so</i> "on"\n`, [`a'b&c "d".mp3`]: 'sound' },
    );
    for (const words of [[], ['--single-file']]) assert.equal((await run(...words)).code, 0);
    const paths = ['index.html', 'one.two_three.html', 'series.html', 'fragments/one.two_three.html'];
    for (const name of [...paths, 'fragments/before/one.two_three.html', 'paper/one.two_three.html']) {
      const html = read(name);
      assert.doesNotMatch(html, /<b>|<script>|href="javascript:| onerror="|href="file:|<!--/, name);
      const scripts = html.match(/<script/g)?.length ?? 0;
      assert.equal(html.match(/<\/script/g)?.length ?? 0, scripts);
      assert.ok(scripts <= 1);
    }
    const html = read('one.two_three.html');
    assert.ok(html.includes('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;'));
    const paper = read('paper/one.two_three.html');
    await assertValid(paper.replace(/<title>.*?<\/title>/s, '<title>Long</title>'));
    for (const place of ['h1 data-long', 'dt', 'p data-prompt'])
      assert.ok(paper.includes(`<${place}>&lt;/script&gt;&lt;script&gt;`));
    assert.equal(dataIn(html).name, evil);
    assertSchemaOrg(dataIn(html), { base: 'https://example.org/' });
    const [, src] = /<source src="([^"]*)"/.exec(html);
    assert.equal(decodeURIComponent(src.replaceAll('&#39;', "'").replaceAll('&amp;', '&')), `../a'b&c "d".mp3`);
    assert.ok(html.includes('press'));
  });

  it('writes addresses as the bundle has them, even those that no file can have', async (t) => {
    const sources = (src) => ({ audio: { sources: [{ src, type: 'audio/mpeg' }], duration: 60 } });
    const { run, read } = stage(t, {
      dialogues: [
        talk('percent', { ...sources('a%2Fb 100%.mp3'), transcript: [{ src: '%.vtt', language: 'en-GB' }] }),
        talk('colon', sources('./1:30.mp3')),
        talk('letter', sources('pages/a:b.mp3')),
        talk('server', sources('//cdn.example.org/a.mp3')),
      ],
    });
    const { code, aside } = await run();
    assert.equal(code, 0, aside);
    assert.match(aside, /%\.vtt is an address that no file can have\. The pages do without it\./);
    const sound = (id) => /<source src="([^"]*)"/.exec(read(`${id}.html`))[1];
    assert.equal(sound('percent'), '../a%2Fb%20100%.mp3');
    assert.equal(sound('colon'), '../1:30.mp3');
    assert.equal(sound('letter'), './a:b.mp3');
    assert.equal(sound('server'), 'https://cdn.example.org/a.mp3');
  });

  it('makes do without a transcript, a tension, people or chapters', async (t) => {
    const { run, read } = stage(t, { dialogues: [talk('bare')] });
    const { code, aside } = await run();
    assert.equal(code, 0);
    assert.match(aside, /^bundle\.json has an error.*\n {2}- dialogues\[0\]\.transcript is empty/);
    const html = read('bare.html');
    await assertValid(html);
    assert.match(html, /There is nothing here yet\./);
    assert.doesNotMatch(html, /<prompt-deck|<participant-list|data-poles/);
    assertSchemaOrg(dataIn(html), { base: 'https://example.org/' });
    assert.match(read('index.html'), /<a href="bare\.html">Talk bare<\/a>/);
  });

  it('says which transcript cannot be read or understood, and does without', async (t) => {
    const { run, read } = stage(
      t,
      {
        dialogues: [
          talk('one', { transcript: [{ src: 'lost.vtt', language: 'en-GB' }] }),
          talk('two', { transcript: [{ src: 'garbled.vtt', language: 'en-GB' }] }),
          talk('three', { transcript: [{ src: 'good.vtt', language: 'en-GB' }], chapters: 'none.json' }),
        ],
      },
      { 'garbled.vtt': 'once upon a time', 'good.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>Good day.\n' },
    );
    const { code, aside } = await run();
    assert.equal(code, 0);
    assert.match(aside, /^lost\.vtt is not there\. The pages do without it\.$/m);
    assert.match(aside, /^garbled\.vtt cannot be understood\. The pages do without it\.$/m);
    assert.match(aside, /^none\.json is not there\./m);
    assert.match(read('two.html'), /There is nothing here yet/);
    assert.match(read('three.html'), /Good day\./);
  });

  it('says what is set aside, and writes the rest', async (t) => {
    const { run, files } = stage(t, { dialogues: [talk('good'), talk('bad', { audio: {} })] });
    const { code, aside } = await run();
    assert.equal(code, 0);
    assert.match(aside, /^bundle\.json has 3 errors.*$/m);
    assert.match(aside, /^ {2}- dialogues\[1\]\.audio\.sources must have 1 item or more$/m);
    assert.ok(!files().includes('bad.html'));
  });

  it('writes in another language that the bundle has', async (t) => {
    const cy = (en, cy) => ({ 'en-GB': en, cy });
    const { run, read } = stage(
      t,
      {
        title: cy('Talks', 'Sgyrsiau'),
        summary: cy('Some talks.', 'Rhai sgyrsiau.'),
        dialogues: [
          talk('one', {
            title: cy('First', 'Cyntaf'),
            prompts: [{ id: 'p', text: 'What now?' }],
            transcript: [
              { src: 'en.vtt', language: 'en-GB' },
              { src: 'cy.vtt', language: 'cy' },
            ],
          }),
          talk('two', { title: cy('Second', 'Ail') }),
        ],
      },
      {
        'en.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nGood day.\n',
        'cy.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nDydd da.\n',
      },
    );
    const { code, aside } = await run('--language', 'cy');
    assert.equal(code, 0);
    assert.doesNotMatch(aside, /not in cy/);
    const html = read('one.html');
    assert.match(html, /<html lang="cy">/);
    assert.match(html, /<title>Cyntaf – Sgyrsiau<\/title>/);
    assert.match(html, /Dydd da\./);
    assert.match(html, /Cwestiynau i’w trafod/);
    assert.match(html, /<span lang="en-GB">What now\?<\/span>/);
    assert.doesNotMatch(html, /Good day|First|Skip to|Transcript/);
    assert.equal(dataIn(html).inLanguage, 'cy');
    assert.equal(metaIn(html)['og:title'], 'Cyntaf');
    assert.equal(JSON.parse(read('one.oembed.json')).title, 'Cyntaf');
    await assertValid(html);

    assert.equal((await run('--force')).code, 0);
    assert.match(read('one.html'), /<title>First – Talks<\/title>/);
    const other = await run('--force', '--language', 'fr');
    assert.equal(other.code, 0);
    assert.match(other.aside, /not in fr/);
    assert.match(read('one.html'), /<span lang="en-GB">Skip to the content<\/span>/);
  });

  describe('before the sound', () => {
    const told = {
      easyRead: ['Two people talk.', 'They talk about help.'],
      contentNotes: [
        { start: 50, end: 60, text: 'A siren.' },
        { start: 10, end: '0:20', text: 'Speaks of a death.' },
      ],
      signed: { src: 'https://example.org/film', language: 'bfi' },
    };

    it('tells the easy words, what may be hard to hear and where, and the signed version', async (t) => {
      const { run, read } = stage(t, { dialogues: [talk('one', told), talk('two')] });
      assert.equal((await run()).code, 0);
      const html = read('one.html');
      await assertValid(html);
      const before = html.slice(html.indexOf('<main'), html.indexOf('<dialogue-player'));
      const order = [
        /<h2[^>]*><small>Before you start:<\/small> Talk one<\/h2>/,
        /<a href="#sound-one">Straight to the sound<\/a>/,
        /<a href="https:\/\/example\.org\/film" hreflang="bfi">Signed version: British Sign Language \(BSL\)<\/a>/,
        /<h3[^>]*>Easy read<\/h3>\s*<p>Two people talk\.<\/p>\s*<p>They talk about help\.<\/p>/,
        /<h3[^>]*>What may be hard to hear<\/h3>/,
        /Speaks of a death\./,
        /<a href="\.\.\/one\.mp3#t=10,20">From 0:10 to 0:20<\/a>/,
        /<a [^>]*href="\.\.\/one\.mp3#t=20">Go on from 0:20<\/a>/,
        /A siren\./,
        /<a href="\.\.\/one\.mp3#t=50,60">From 0:50 to 1:00<\/a>/,
      ];
      const places = order.map((one) => before.search(one));
      order.forEach((one, i) => assert.ok(places[i] >= 0, String(one)));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      assert.doesNotMatch(before, /Go on from 1:00/, 'after the end of the sound there is nothing to hear');
      assert.match(html, /<dialogue-player[^>]* id="sound-one"/);
      assert.doesNotMatch(html, /<(?:iframe|video|embed|object)\b/);
    });

    it('shows each part only where the bundle has it', async (t) => {
      const headings = { easyRead: 'Easy read', contentNotes: 'What may be hard', signed: 'Signed version' };
      const names = Object.keys(headings);
      const { run, read, files } = stage(t, {
        dialogues: [...names.map((name) => talk(name, { [name]: told[name] })), talk('none')],
      });
      assert.equal((await run()).code, 0);
      for (const name of names) {
        const html = read(`${name}.html`);
        await assertValid(html);
        assert.match(html, /Before you start/);
        for (const other of names) assert.equal(html.includes(headings[other]), other === name, `${other} in ${name}`);
      }
      assert.doesNotMatch(read('none.html'), /Before you start|data-before/);
      const before = files().filter((path) => path.startsWith('fragments/before/'));
      assert.deepEqual(before, names.map((name) => `fragments/before/${name}.html`).sort());
    });

    it('says it in the language of the page, and marks what is in another', async (t) => {
      const { run, read } = stage(t, {
        title: { 'en-GB': 'Talks', cy: 'Sgyrsiau' },
        dialogues: [
          talk('one', {
            easyRead: [{ 'en-GB': 'Two talk.', cy: 'Mae dau’n siarad.' }, 'One listens.'],
            contentNotes: [{ start: 1, end: 2, text: { 'en-GB': 'A siren.', cy: 'Seiren.' } }],
            signed: told.signed,
          }),
        ],
      });
      assert.equal((await run('--language', 'cy')).code, 0);
      const html = read('one.html');
      await assertValid(html);
      assert.match(html, /<div data-before lang="cy">/);
      assert.match(html, /<p>Mae dau’n siarad\.<\/p>\s*<p><span lang="en-GB">One listens\.<\/span><\/p>/);
      assert.match(html, /<p>Seiren\.<\/p>/);
      assert.match(html, /hreflang="bfi">Fersiwn arwyddo: Iaith Arwyddion Prydain \(BSL\)<\/a>/);
      for (const words of ['Cyn i chi ddechrau:', 'Hawdd ei ddeall', 'O 0:01 i 0:02', 'Mynd ymlaen o 0:02']) {
        assert.ok(html.includes(words), words);
      }
      assert.doesNotMatch(html, /Easy read|Two talk|A siren|Signed/);
    });

    const signs = [
      ['isg', 'Irish Sign Language (ISL)'],
      ['ase', 'American Sign Language'],
      ['sgn-GB', 'British Sign Language (BSL)'],
      ['xyz', 'xyz'],
    ];
    for (const [language, name] of signs) {
      it(`calls the language ${language} “${name}”`, async (t) => {
        const { run, read } = stage(t, { dialogues: [talk('one', { signed: { ...told.signed, language } })] });
        assert.equal((await run()).code, 0);
        assert.ok(read('one.html').includes(`hreflang="${language}">Signed version: ${name}</a>`));
      });
    }

    it('writes them as a fragment for the place before the tag, from where the other fragment is', async (t) => {
      const { run, read } = stage(t, {
        dialogues: [talk('one', { ...told, signed: { ...told.signed, src: 'film' } })],
      });
      assert.equal((await run()).code, 0);
      const near = read('fragments/before/one.html');
      assert.ok(near.includes('href="../../one.mp3#t=10,20"'));
      assert.ok(near.includes('href="../../film"'));
      assert.match(read('fragments/one.html'), /src="\.\.\/\.\.\/one\.mp3"/);
      assert.doesNotMatch(near, /Straight to the sound/, 'nobody knows where the player is there');
      assert.doesNotMatch(read('fragments/one.html'), /Easy read|A siren|Signed/);
      assert.equal((await run('--force', '--base', 'https://example.org/talks')).code, 0);
      assert.ok(read('fragments/before/one.html').includes('href="https://example.org/one.mp3#t=10,20"'));
    });

    it('leads from the single file to its player, and leaves out the film that is not inside', async (t) => {
      const near = { src: 'film.mp4', language: 'bfi' };
      const { run, read } = stage(
        t,
        { dialogues: [talk('one', told), talk('two', { ...told, signed: near })] },
        { 'one.mp3': 'sound', 'two.mp3': 'sound' },
      );
      const { code, aside } = await run('--single-file', '--offline');
      assert.equal(code, 0);
      assert.match(aside, /^film\.mp4 is a film, and stays outside\. The page does without it\.$/m);
      const html = read('series.html');
      await assertValid(html.replace(/base64,[\w+/=]+/g, 'base64,'));
      assert.match(html, /<a href="#sound-two">From 0:10 to 0:20<\/a>/);
      assert.match(html, / id="sound-two"/);
      assert.equal(html.match(/Easy read/g).length, 2);
      assert.equal(html.match(/Signed version/g).length, 1);
      assert.doesNotMatch(html, /film\.mp4/);
    });
  });

  describe('of paper for meetings', () => {
    const moment = { start: 10.25, end: 20 };
    const asked = { prompts: [{ id: 'p', text: 'What now?', moment }] };
    const base = ['--base', 'https://example.org/talks'];

    it('leads from a dialogue’s page to its paper, and back, and only where there are questions', async (t) => {
      const { run, read, files } = stage(t, { dialogues: [talk('one', asked), talk('two')] });
      assert.equal((await run()).code, 0);
      assert.match(
        read('one.html'),
        /<a href="paper\/one\.html">To print for a meeting: a sheet for the facilitator, /,
      );
      assert.match(read('paper/one.html'), /<a href="\.\.\/one\.html">Talk one<\/a>/);
      assert.match(read('paper/one.html'), /<title>Talk one \(on paper\) – Talks<\/title>/);
      assert.doesNotMatch(read('two.html'), /paper/);
      assert.deepEqual(
        files().filter((path) => path.startsWith('paper')),
        ['paper.css', 'paper/one.html'],
      );
    });

    const sound = (start) => `https://example.org/one.mp3#t=${start}`;
    const ways = [
      [
        'the sound, where the series names no page',
        {},
        base,
        [`https://example.org/talks/one.html`, sound('10.25,20')],
      ],
      [
        'the series’ own page, where it names one',
        { url: 'https://example.org/series?a=1&b=2#top' },
        [],
        ['0', '10.3,20'].map((times) => `https://example.org/series?a=1&b=2#dialogue=one&t=${times}`),
      ],
      [
        'both, where both are known: the dialogue’s page for all of it, the series’ for a moment',
        { url: '../series/' },
        base,
        ['https://example.org/talks/one.html', 'https://example.org/series/#dialogue=one&t=10.3,20'],
      ],
    ];
    for (const [where, bundle, words, addresses] of ways) {
      it(`leads a phone to ${where}`, async (t) => {
        const { run, read } = stage(t, { ...bundle, dialogues: [talk('one', asked)] });
        const { code, aside } = await run(...words);
        assert.equal(code, 0);
        assert.doesNotMatch(aside, /QR/);
        const html = read('paper/one.html');
        await assertValid(html);
        assert.deepEqual(linksIn(html), addresses);
        assert.deepEqual(codesIn(html), addresses.map(codeOf));
        assert.match(html, /Point a phone’s camera at a square code to listen\./);
      });
    }

    it('leads a phone to the sound of a bundle on a server', async (t) => {
      const { folder } = stage(t, { dialogues: [talk('one', asked)] });
      const server = await startServer({ roots: { '/': `${folder}/` } });
      t.after(() => server.close());
      const { code, aside } = await command(['prerender', `${server.origin}/bundle.json`, '--out', 'far'], { folder });
      assert.equal(code, 0);
      assert.doesNotMatch(aside, /QR/);
      const html = readFileSync(join(folder, 'far/paper/one.html'), 'utf8');
      const there = `${server.origin}/one.mp3`;
      assert.deepEqual(linksIn(html), [there, `${there}#t=10.25,20`]);
      assert.deepEqual(codesIn(html), [there, `${there}#t=10.25,20`].map(codeOf));
      assert.ok(html.replaceAll('<wbr>', '').includes(`>${there}<`), 'who types it needs to know that it is http');
    });

    it('is good without an address: the place in the sound, no code, and a sentence that says how to have them', async (t) => {
      const { run, read } = stage(t, { dialogues: [talk('one', asked)] });
      const { aside } = await run();
      assert.ok(aside.endsWith(LACKING), aside);
      const html = read('paper/one.html');
      await assertValid(html);
      assert.deepEqual(codesIn(html), []);
      assert.deepEqual(linksIn(html), []);
      assert.match(html, />0:10 – 0:20</);
      assert.doesNotMatch(html, /camera/);
    });

    it('has no code for an address that is too long for one that can be read, and prints it all the same', async (t) => {
      const long = (length) => ({
        ...asked,
        audio: {
          sources: [{ src: `https://example.org/${'a'.repeat(length - 31)}`, type: 'audio/mpeg' }],
          duration: 60,
        },
      });
      const { run, read } = stage(t, {
        dialogues: [talk('just', long(300)), talk('over', long(301)), talk('far', long(9000))],
      });
      assert.equal((await run(...base)).code, 0);
      const moment = (id) => linksIn(read(`paper/${id}.html`))[1];
      assert.equal(moment('just').length, 300);
      assert.equal(moment('over').length, 301);
      assert.deepEqual(codesIn(read('paper/just.html'))[1], codeOf(moment('just')));
      for (const id of ['over', 'far']) assert.equal(codesIn(read(`paper/${id}.html`)).length, 1, 'that of its page');
    });

    it('has whole sentences of a tension, as many as leave room for the rest of the sheet', async (t) => {
      const sentence = 'So this goes on, and on, and on. ';
      const [long, endless] = [sentence.repeat(20).trim(), 'word '.repeat(200).trim()];
      const tension = {
        poles: [
          { label: 'A', body: { 'en-GB': long, cy: 'Byr.' } },
          { label: 'B', body: endless },
        ],
        thirdWay: sentence.trim(),
      };
      const { run, read } = stage(t, { dialogues: [talk('one', { ...asked, tension })] });
      assert.equal((await run()).code, 0);
      const html = read('paper/one.html');
      await assertValid(html);
      const [a, b, third] = [...html.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, words]) => words);
      assert.equal(a, sentence.repeat(7).trim());
      assert.match(b, /^(word ){47}word …$/);
      assert.equal(third, sentence.trim());
      assert.ok(read('one.html').includes(long), 'the page has all of it');
    });

    it('has cards without a hint, without a moment, and of a dialogue that is called “paper”', async (t) => {
      const { run, read } = stage(t, {
        dialogues: [talk('paper', { prompts: [{ id: 'q', text: 'What *now*?' }, ...asked.prompts] })],
      });
      assert.equal((await run(...base)).code, 0);
      await assertValid(read('paper.html'));
      assert.match(read('paper.html'), /href="paper\/paper\.html"/);
      const html = read('paper/paper.html');
      await assertValid(html);
      assert.match(html, /<p data-prompt>What <em>now<\/em>\?<\/p>/);
      assert.doesNotMatch(html, /For the facilitator/);
      assert.deepEqual(codesIn(html), linksIn(html).map(codeOf));
      assert.equal(linksIn(html).length, 2);
    });

    it('is in the language of the pages, and marks what is in another', async (t) => {
      const title = { 'en-GB': 'First', cy: 'Cyntaf' };
      const { run, read } = stage(t, {
        title: { 'en-GB': 'Talks', cy: 'Sgyrsiau' },
        dialogues: [talk('one', { ...asked, title })],
      });
      assert.equal((await run('--language', 'cy', ...base)).code, 0);
      const html = read('paper/one.html');
      await assertValid(html);
      assert.match(html, /<html lang="cy">/);
      assert.match(html, /<title>Cyntaf \(ar bapur\) – Sgyrsiau<\/title>/);
      for (const words of [
        'I’w hargraffu ar gyfer cyfarfod',
        'Pwyntiwch gamera ffôn',
        '30 munud',
        'Munud dawel',
        'Yr hyn y sylwon ni arno',
        'Peidiwch ag enwi neb',
        '<span lang="en-GB">What now?</span>',
      ]) {
        assert.ok(html.includes(words), words);
      }
      assert.doesNotMatch(html, /First|minute|Welcome|camera at/);
      assert.equal((await run('--language', 'fr', '--force')).code, 0);
      assert.match(read('paper/one.html'), /<html lang="fr">.*<div lang="en-GB">/s);
    });
  });

  it('keeps whole addresses of a bundle on a server, and asks no server when it is offline', async (t) => {
    const { folder } = stage(
      t,
      { dialogues: [talk('one', { transcript: [{ src: 'one.vtt', language: 'en-GB' }] })] },
      {
        'one.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nGood day.\n',
        'two.json': '{}',
      },
    );
    const server = await startServer({ roots: { '/': `${folder}/` } });
    t.after(() => server.close());
    const there = `${server.origin}/bundle.json`;
    assert.equal((await command(['prerender', there, '--out', 'far'], { folder })).code, 0);
    const html = readFileSync(join(folder, 'far/one.html'), 'utf8');
    assert.ok(html.includes(`<source src="${server.origin}/one.mp3"`));
    assert.ok(html.includes(`<dialogue-player src="${there}"`));
    assert.ok(html.includes('Good day.'));
    assert.equal(metaIn(html)['og:audio'], `${server.origin}/one.mp3`);
    assert.equal(dataIn(html).associatedMedia[0].contentUrl, `${server.origin}/one.mp3`);

    const refused = await command(['prerender', there, '--out', 'off', '--offline'], { folder });
    assert.equal(refused.code, 2);
    assert.match(refused.aside, /--offline asks none/);

    const mixed = stage(t, {
      dialogues: [
        talk('one', {
          audio: { sources: [{ src: `${server.origin}/one.mp3`, type: 'audio/mpeg' }], duration: 60 },
          transcript: [{ src: `${server.origin}/one.vtt`, language: 'en-GB' }],
        }),
      ],
    });
    const seen = server.requests.length;
    const offline = await mixed.run('--offline');
    assert.equal(offline.code, 0);
    assert.match(offline.aside, /one\.vtt is on a server, and --offline asks none\. The pages do without it\./);
    const single = await mixed.run('--offline', '--single-file');
    assert.equal(single.code, 2);
    assert.match(single.aside, /one\.mp3 is on a server.* needs all of its sound/);
    assert.equal(server.requests.length, seen);
  });

  it('writes 200 dialogues within a few seconds', async (t) => {
    const cues = Array.from(
      { length: 60 },
      (_, i) => `00:${String(i).padStart(2, '0')}.000 --> 00:${String(i).padStart(2, '0')}.900\n<v A>Line ${i}.`,
    );
    const all = Array.from({ length: 200 }, (_, i) =>
      talk(`t${i}`, {
        participants: ['a'],
        tension: {
          poles: [
            { label: 'A', body: 'a' },
            { label: 'B', body: 'b' },
          ],
        },
        transcript: [{ src: 'all.vtt', language: 'en-GB' }],
      }),
    );
    const { run, files } = stage(
      t,
      { participants: [{ id: 'a', name: 'Ann', role: 'Nurse', biography: ['Works.'] }], dialogues: all },
      { 'all.vtt': `WEBVTT\n\n${cues.join('\n\n')}\n` },
    );
    const start = performance.now();
    assert.equal((await run()).code, 0);
    const seconds = (performance.now() - start) / 1000;
    t.diagnostic(`${seconds.toFixed(1)} s`);
    assert.ok(seconds < 15, `${seconds} s`);
    assert.equal(files().length, 602);
  });

  it('says where it cannot write', async (t) => {
    const { folder } = stage(t, { dialogues: [talk('one')] }, { 'words.txt': 'once upon a time' });
    const { code, aside } = await command(['prerender', 'bundle.json', '--out', 'words.txt'], { folder });
    assert.equal(code, 2);
    assert.match(aside, /^words\.txt\/ could not be written to \(\w+\)\.$/m);
    assert.equal(readFileSync(join(folder, 'words.txt'), 'utf8'), 'once upon a time');
  });

  const misuses = [
    [['prerender'], /needs to know what to read/],
    [['prerender', 'bundle.json'], /add --out DIR/],
    [['prerender', 'lost.json', '--out', 'x'], /lost\.json is not there/],
    [['prerender', 'words.txt', '--out', 'x'], /nothing that can be shown/],
    [['prerender', 'bundle.json', '--out', 'https://example.org/'], /is on a server/],
    [['prerender', 'bundle.json', '--out', 'sftp://example.org/pages'], /is on a server/],
    [['prerender', 'https://[', '--out', 'x'], /is no address that can be read/],
    [['prerender', 'https://[', '--out', 'x', '--offline'], /--offline asks none/],
    [['prerender', 'bundle.json', '--out', 'x', '--base', 'talks'], /is no address/],
    [['prerender', 'bundle.json', '--out', 'x', '--language', '!'], /no language tag/],
    [['prerender', 'bundle.json', '--out', 'x'], /index\.html is the whole series/],
  ];
  for (const [words, sentence] of misuses) {
    it(`refuses “${words.join(' ')}” in a sentence, and writes nothing`, async (t) => {
      const { folder } = stage(t, { dialogues: [talk('index')] }, { 'words.txt': 'once upon a time' });
      const { code, out, aside } = await command(words, { folder });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(aside, sentence);
      assert.doesNotMatch(aside, /^\s+at /m);
      assert.ok(!existsSync(resolve(folder, 'x')));
    });
  }
});
