import { expect } from '@open-wc/testing';
import { parseBundle } from '../../src/bundle/parse.js';
import type { Problem } from '../../src/bundle/problems.js';
import type { Bundle } from '../../src/bundle/schema.js';

const fixtures = new URL('../fixtures/bundles/', import.meta.url);

async function load(file: string): Promise<{ text: string; base: string }> {
  const { href } = new URL(file, fixtures);
  return { text: await (await fetch(href)).text(), base: href };
}

/** A bundle of one dialogue, with what a test changes in either. */
function bundleWith(dialogue: object = {}, top: object = {}): object {
  return {
    format: 1,
    language: 'en-GB',
    title: 'Small talks',
    summary: 'For tests.',
    dialogues: [
      {
        id: 'one',
        title: 'Being heard',
        summary: 'Two people talk.',
        audio: { sources: [{ src: 'one.mp3', type: 'audio/mpeg' }], duration: 20 },
        transcript: [{ src: 'one.vtt', language: 'en-GB' }],
        ...dialogue,
      },
    ],
    ...top,
  };
}

function parsed(input: string | object, base?: string): { bundle: Bundle; problems: readonly Problem[] } {
  const { bundle, problems } = parseBundle(input, base);
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { bundle, problems };
}

const paths = (problems: readonly Problem[]): readonly string[] => problems.map(({ path }) => path);

describe('parseBundle', () => {
  for (const file of ['tiny', 'two-languages', 'full']) {
    it(`finds nothing wrong with good/${file}.json`, async () => {
      const { text, base } = await load(`good/${file}.json`);
      const { problems, bundle } = parsed(text, base);
      expect(problems).to.deep.equal([]);
      expect(bundle.setAside).to.deep.equal([]);
      expect(bundle.base).to.equal(base);
      expect(JSON.parse(JSON.stringify(bundle))).to.deep.equal(bundle);
    });
  }

  it('says what is wrong with each bad bundle, no more, and keeps the rest', async () => {
    interface Expectation {
      file: string;
      expect: { level: string; path: string; says: string }[];
      keeps: string[] | null;
    }
    const table = JSON.parse((await load('bad/index.json')).text) as Expectation[];
    expect(table.length).to.be.greaterThan(45);
    for (const { file, expect: expected, keeps } of table) {
      const { text, base } = await load(`bad/${file}`);
      const { bundle, problems } = parseBundle(text, base);
      expect(bundle?.dialogues.map(({ id }) => id) ?? null, file).to.deep.equal(keeps);
      expect(
        problems.map(({ level, path }) => ({ level, path })),
        file,
      ).to.deep.equal(expected.map(({ level, path }) => ({ level, path })));
      problems.forEach(({ message, path }, index) => {
        expect(message, file).to.include(expected[index]!.says);
        if (path) expect(message.startsWith(`${path} `), message).to.equal(true);
      });
    }
  });

  it('gives back every field of the full bundle, times in seconds and addresses absolute', async () => {
    const { text } = await load('good/full.json');
    const { bundle } = parsed(text, 'https://example.org/talks/bundle.json');
    expect(Object.keys(bundle).sort()).to.deep.equal(
      [
        ...'base credits dialogues format glossary help image language learnings participants related sections'.split(
          ' ',
        ),
      ]
        .concat('setAside speakers subscribe summary title url'.split(' '))
        .sort(),
    );
    const [one, two, three, four] = bundle.dialogues;
    expect(one!.audio).to.deep.equal({
      sources: [{ src: 'https://example.org/audio/tone.mp3', type: 'audio/mpeg' }],
      duration: 20,
      note: 'A tone stands in for the voices.',
    });
    expect(one!.prompts[0]!.moment).to.deep.equal({ start: 2, end: 5 });
    expect(one!.chapters.map(({ startTime }) => startTime)).to.deep.equal([0, 6, 12, 18]);
    expect(one!.chapters[0]).to.deep.equal({
      startTime: 0,
      endTime: 6,
      title: 'Safe',
      img: 'https://example.org/talks/art/safe.svg',
      toc: true,
      pole: 'a',
    });
    expect(one!.chapters[3]!.toc).to.equal(false);
    expect(one!.signed).to.deep.equal({ src: 'https://example.org/signed.mp4', language: 'bfi' });
    expect(one!.tension!.poles[1].label).to.equal('Freedom');
    expect(two!.chapters).to.deep.equal([]);
    expect(two!.chaptersSrc).to.equal('https://example.org/chapters/good.json');
    expect(three!.chapters.length).to.equal(1);
    expect(three!.chaptersSrc).to.equal(null);
    expect(four!.chaptersSrc).to.equal('https://example.org/chapters/good.json');
    expect(bundle.speakers).to.deep.equal([{ role: 'Narrator' }, { role: { 'en-GB': 'Visitor', cy: 'Ymwelydd' } }]);
  });

  it('gives empty lists for those that are absent, and leaves absent parts absent', () => {
    const { bundle } = parsed(bundleWith());
    const dialogue = bundle.dialogues[0]!;
    const { participants, chapters, prompts, easyRead, contentNotes } = dialogue;
    expect({ participants, chapters, prompts, easyRead, contentNotes }).to.deep.equal({
      participants: [],
      chapters: [],
      prompts: [],
      easyRead: [],
      contentNotes: [],
    });
    expect('tension' in dialogue).to.equal(false);
    expect('base' in bundle).to.equal(false);
    expect(bundle.glossary).to.deep.equal([]);
  });

  it('reads an object as it reads text, and does not keep or change what it was given', () => {
    const input = bundleWith();
    const before = JSON.stringify(input);
    const { bundle } = parsed(input);
    expect(parsed(before).bundle).to.deep.equal(bundle);
    expect(JSON.stringify(input)).to.equal(before);
    expect(bundle.dialogues).not.to.equal((input as { dialogues: unknown }).dialogues);
  });

  it('reads text that begins with a byte order mark', () => {
    expect(parsed(`\uFEFF${JSON.stringify(bundleWith())}`).problems).to.deep.equal([]);
  });

  it('keeps relative addresses as they are where it does not know its own', () => {
    expect(parsed(bundleWith()).bundle.dialogues[0]!.audio.sources[0].src).to.equal('one.mp3');
  });

  it('keeps the shape of a text, without translations that are still empty', () => {
    const { bundle } = parsed(bundleWith({ title: { 'en-GB': 'Heard', cy: ' ' }, summary: 'Plain' }));
    expect(bundle.dialogues[0]!.title).to.deep.equal({ 'en-GB': 'Heard' });
    expect(bundle.dialogues[0]!.summary).to.equal('Plain');
  });

  it('says why a dialogue was set aside to whoever asks for its id', () => {
    const good = (bundleWith() as { dialogues: object[] }).dialogues[0]!;
    const { bundle } = parsed(bundleWith({}, { dialogues: [good, { ...good, id: 'two', colour: 'red', title: 5 }] }));
    expect(bundle.setAside).to.deep.equal([
      {
        id: 'two',
        message: 'dialogues[1].title must be text, not "", or a map of language tags to text',
      },
    ]);
  });

  it('gives the path of the bundle as it was written, even behind items that were left out', () => {
    const prompts = [{ id: 'a' }, 7, { id: 'b', text: 'Why?', moment: { start: 5, end: 4 } }];
    const { bundle, problems } = parsed(bundleWith({ prompts }));
    expect(paths(problems)).to.deep.equal([
      'dialogues[0].prompts[0].text',
      'dialogues[0].prompts[1]',
      'dialogues[0].prompts[2].moment',
    ]);
    expect(bundle.dialogues[0]!.prompts).to.deep.equal([{ id: 'b', text: 'Why?' }]);
  });

  it('notes unknown fields at every level, and knows $schema', () => {
    const { problems } = parsed(
      bundleWith(
        { audio: { sources: [{ src: 'a.mp3', type: 'audio/mpeg', loud: 1 }], duration: 9, kbps: 64 } },
        { $schema: 'x', 'a b': 1, constructor: 2 },
      ),
    );
    expect(paths(problems)).to.deep.equal([
      'dialogues[0].audio.sources[0].loud',
      'dialogues[0].audio.kbps',
      '["a b"]',
      'constructor',
    ]);
    expect(problems.every(({ level }) => level === 'warning')).to.equal(true);
  });

  it('gives a transcript without a language the language of the bundle', () => {
    const { bundle } = parsed(bundleWith({ transcript: [{ src: 'a.vtt' }] }, { language: 'cy' }));
    expect(bundle.dialogues[0]!.transcript).to.deep.equal([{ src: 'a.vtt', language: 'cy' }]);
  });

  it('says nothing of times beyond the end where the length is not known', () => {
    const audio = { sources: [{ src: 'a.mp3', type: 'audio/mpeg' }] };
    const { problems } = parsed(
      bundleWith({ audio, prompts: [{ id: 'p', text: 'Why?', moment: { start: 1, end: 99 } }] }),
    );
    expect(paths(problems)).to.deep.equal(['dialogues[0].audio.duration']);
  });

  it('takes the participants that were set aside for missing', () => {
    const participants = [
      { id: 'ann', name: 'Ann' },
      { id: 'bob', name: 'Bob', role: 'Nurse' },
    ];
    const { bundle } = parsed(bundleWith({ participants: ['ann', 'bob'], narrator: 'ann' }, { participants }));
    expect(bundle.dialogues[0]!.participants).to.deep.equal(['bob']);
    expect(bundle.dialogues[0]!.narrator).to.equal(undefined);
  });

  it('leaves out the bad address of a part, not the part', () => {
    const related = [{ title: 'A book', summary: 'Good.', url: 'javascript:alert(1)' }];
    const { bundle, problems } = parsed(bundleWith({}, { related }));
    expect(bundle.related).to.deep.equal([{ title: 'A book', summary: 'Good.' }]);
    expect(paths(problems)).to.deep.equal(['related[0].url']);
  });

  it('never throws, whatever comes in', () => {
    const cyclic: Record<string, unknown> = bundleWith() as Record<string, unknown>;
    cyclic['dialogues'] = [cyclic, ...(cyclic['dialogues'] as object[])];
    cyclic['title'] = cyclic;
    const throwing = {
      get format(): number {
        throw new Error('no');
      },
    };
    const inputs: unknown[] = [null, undefined, 0, NaN, true, '', 'null', '[]', '"x"', [], {}, Symbol('x'), () => 1];
    inputs.push(
      new Date(),
      new Map(),
      throwing,
      Object.create(null),
      '['.repeat(100_000),
      JSON.stringify('x'.repeat(1e6)),
    );
    for (const input of inputs) {
      const { bundle, problems } = parseBundle(input as object);
      expect(bundle, String(typeof input)).to.equal(null);
      expect(problems.some(({ level, message }) => level === 'error' && message.length > 0)).to.equal(true);
    }
    expect(parsed(cyclic).bundle.dialogues.map(({ id }) => id)).to.deep.equal(['one']);
  });

  it('does not throw what a page throws at it, even what no sentence can be made of', () => {
    for (const thrown of [null, undefined, Symbol('no'), Object.create(null)]) {
      const hostile = new Proxy(
        {},
        {
          ownKeys: () => {
            throw thrown;
          },
        },
      );
      const { bundle, problems } = parseBundle(hostile);
      expect(bundle).to.equal(null);
      expect(problems.map(({ level, path }) => ({ level, path }))).to.deep.equal([{ level: 'error', path: '' }]);
    }
  });

  it('takes null for a mistake in a list, as it does elsewhere, and goes on without the list', () => {
    const { bundle, problems } = parsed(
      bundleWith({ prompts: null, participants: null }, { sections: null, help: null }),
    );
    expect(problems.map(({ level, message }) => `${level} ${message}`)).to.deep.equal([
      'error dialogues[0].participants must be a list',
      'error dialogues[0].prompts must be a list',
      'error sections must be a list',
      'error help must be a list',
    ]);
    expect(bundle.dialogues[0]!.prompts).to.deep.equal([]);
  });

  it('says where a getter of the page throws', () => {
    const throwing = {
      get title(): string {
        throw new Error('no');
      },
    };
    const { bundle, problems } = parseBundle(bundleWith({}, { dialogues: [throwing] }));
    expect(bundle).to.equal(null);
    expect(problems.map(({ message }) => message)).to.deep.equal(['dialogues[0] cannot be read: no']);
  });

  it('sets aside a dialogue whose id cannot even be told', () => {
    const good = (bundleWith() as { dialogues: object[] }).dialogues[0]!;
    const { bundle } = parsed(bundleWith({}, { dialogues: [{ ...good, id: { toString: 1 } }, good] }));
    expect(bundle.dialogues.map(({ id }) => id)).to.deep.equal(['one']);
    expect(bundle.setAside.map(({ id }) => id)).to.deep.equal(['']);
  });

  it('survives every kind of value in every field', async () => {
    const { text } = await load('good/full.json');
    const values = [null, 0, -1, '', 'x', true, [], {}, [null], [[]], { id: 'x' }, 'javascript:alert(1)'];
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, at: readonly (string | number)[]): void => {
      if (at.length > 0) places.push(at);
      if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...at, index]));
      else if (value && typeof value === 'object')
        for (const [key, each] of Object.entries(value)) walk(each, [...at, key]);
    };
    walk(JSON.parse(text), []);
    expect(places.length).to.be.greaterThan(150);
    for (const place of places) {
      for (const value of values) {
        const input = JSON.parse(text) as Record<string | number, unknown>;
        let holder = input;
        for (const key of place.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
        holder[place.at(-1)!] = value;
        const { bundle, problems } = parseBundle(input, 'https://example.org/a.json');
        expect(JSON.stringify(bundle ?? {}), place.join('.')).not.to.match(/"(src|url|img|chaptersSrc)":"javascript:/);
        const wrongFormat = place[0] === 'format' && typeof value === 'number';
        if (!wrongFormat) expect(bundle, place.join('.')).not.to.equal(null);
        for (const problem of problems) expect(problem.message).to.match(/^\S.*[a-z0-9"]/);
        if (bundle) {
          const ids = bundle.dialogues.map(({ id }) => id);
          expect(new Set(ids).size).to.equal(ids.length);
          for (const learning of bundle.learnings) {
            for (const { dialogue } of learning.evidence) expect(ids).to.include(dialogue);
          }
        }
      }
    }
  }).timeout(20_000);

  it('does not list problems without end', () => {
    const dialogues = [...Array<unknown>(1500).fill(0), { id: 'last', title: 7 }];
    const { bundle, problems } = parsed(bundleWith({}, { dialogues, sections: [{ id: 's', title: 'S' }] }));
    expect(problems.length).to.be.lessThan(1010);
    expect(bundle.setAside.find(({ id }) => id === 'last')!.message).to.include('dialogues[1500].title must be text');
  });

  it('does not hide an error behind warnings that are too many to list', () => {
    const unknown = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`field-${index}`, 1]));
    const warned = parsed(bundleWith({}, unknown)).problems;
    expect(warned.length).to.be.lessThan(1010);
    expect(warned.every(({ level }) => level === 'warning')).to.equal(true);
    const dialogues = [unknown, { ...unknown, id: 'two', title: 7 }];
    const { problems } = parsed(bundleWith({}, { dialogues, sections: [{ id: 's', title: 'S' }], glossary: [7] }));
    expect(problems.length).to.be.lessThan(1010);
    expect(problems.at(-1)!.message).to.equal('glossary[0] must be an object in { }');
  });
});
