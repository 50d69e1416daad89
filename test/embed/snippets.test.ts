import { expect } from '@open-wc/testing';
import { parseBundle } from '../../src/bundle/parse.js';
import { elements, siteWords } from '../../src/embed/builder-words.js';
import { builderHtml } from '../../src/embed/builder-html.js';
import { readAsked } from '../../src/embed/asked.js';
import { itLetter } from '../../src/embed/it-letter.js';
import {
  asksOf,
  type Choice,
  frameAddress,
  offered,
  policyFor,
  readChoice,
  type Site,
  sites,
  snippetsFor,
  suits,
  writeChoice,
} from '../../src/embed/snippets.js';

const dist = 'https://home.example/dist/';
const home = 'https://content.example/series/bundle.json';
const { bundle } = parseBundle(
  {
    format: 1,
    title: 'Ours & theirs',
    summary: 'All.',
    language: 'en-GB',
    dialogues: [
      {
        id: 'pace',
        title: 'Fast "or" <slow>?',
        summary: 'Both.',
        participants: [],
        audio: { sources: [{ src: 'https://sound.example/pace.mp3', type: 'audio/mpeg' }], duration: 60 },
        transcript: [{ src: 'pace.vtt', language: 'en-GB' }],
        chapters: 'chapters.json',
        prompts: [{ id: 'one', text: 'What?' }],
      },
    ],
  },
  home,
);
const choose = (changes: Partial<Choice> = {}): Choice => ({
  ...readChoice('?dialogue=pace'),
  ...changes,
});
const told = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const snippet = (choice: Choice, kind: string) =>
  snippetsFor(choice, bundle!, dist).find((one) => one.kind === kind)!.code;

describe('readChoice', () => {
  it('reads what writeChoice writes', () => {
    const choice = choose({ show: 'tension-card', theme: 'nhs', language: 'cy', site: 'wix', bundle: '/b.json?c&d' });
    expect(readChoice(writeChoice(choice))).to.deep.equal(choice);
  });

  it('takes the first of each list for what it does not know', () => {
    const { show, theme, language, site } = readChoice('?show=script&theme=../x&lang=xx&site=geocities');
    expect([show, theme, language, site]).to.deep.equal(['dialogue-player', 'living-well', 'en-GB', 'own']);
  });
});

describe('frameAddress', () => {
  it('is understood by the embed page as it was meant', () => {
    const choice = choose({ show: 'prompt-deck', theme: 'plain', language: 'cy', bundle: 'https://a.example/b?c=d&e' });
    const asked = readAsked(new URL(frameAddress(choice, dist)));
    expect(asked.show).to.equal('prompt-deck');
    expect(asked.attributes.get('dialogue')).to.equal('pace');
    expect([asked.theme, asked.language, asked.bundle]).to.deep.equal(['plain', 'cy', 'https://a.example/b?c=d&e']);
  });

  it('names no dialogue for what shows the whole series', () => {
    expect(frameAddress(choose({ show: 'dialogue-search' }), dist)).not.to.contain('pace');
  });
});

describe('snippetsFor', () => {
  for (const site of sites) {
    it(`gives ${site} something for each element, with absolute addresses and nothing that a strict policy forbids`, () => {
      for (const show of offered) {
        const snippets = snippetsFor(choose({ site, show }), bundle!, dist);
        expect(snippets.length).to.be.greaterThan(0);
        for (const { kind, code } of snippets) {
          if (kind === 'address' || kind === 'page') {
            expect(new URL(code).href).to.equal(code);
            continue;
          }
          const { documentElement } = told(code);
          for (const one of documentElement.querySelectorAll('[src], [href]')) {
            const address = one.getAttribute('src') ?? one.getAttribute('href')!;
            expect(new URL(address).href).to.equal(address);
          }
          expect(documentElement.querySelector('style, [style], script:not([src]), [onclick]')).to.equal(null);
        }
      }
    });
  }

  it('writes a title of any signs as text', () => {
    const frame = told(snippet(choose({ site: 'sharepoint' }), 'bare-frame')).querySelector('iframe')!;
    expect(frame.title).to.equal('Fast "or" <slow>?');
    const figure = told(snippet(choose({ site: 'drupal' }), 'figure')).querySelector('figure')!;
    expect(figure.querySelector('a')!.textContent).to.equal('Fast "or" <slow>?');
  });

  it('puts the sound and the words into the tag, for when no script runs', () => {
    const player = told(snippet(choose(), 'tag')).querySelector('dialogue-player')!;
    expect(player.querySelector('audio')!.src).to.equal('https://sound.example/pace.mp3');
    expect(player.querySelector('audio')!.preload).to.equal('none');
    expect(player.querySelector('a[href$="pace.vtt"]')).to.exist;
    expect(player.getAttribute('dialogue')).to.equal('pace');
  });

  it('names the bundle where it is not the built-in one', () => {
    const choice = choose({ bundle: home, language: 'cy' });
    const player = told(snippet(choice, 'tag')).querySelector('dialogue-player')!;
    expect([player.getAttribute('src'), player.lang]).to.deep.equal([home, 'cy']);
    const figure = told(snippet({ ...choice, site: 'wordpress' }, 'figure')).querySelector('figure')!;
    expect(figure.dataset['src']).to.equal(home);
  });

  it('gives no script to SharePoint, and a page of its own only to a built-in player', () => {
    for (const { code } of snippetsFor(choose({ site: 'sharepoint' }), bundle!, dist))
      expect(code).not.to.contain('<script');
    const kinds = (changes: Partial<Choice>) =>
      snippetsFor(choose({ site: 'wordpress', ...changes }), bundle!, dist).map(({ kind }) => kind);
    expect(kinds({})).to.include('page');
    expect(kinds({ bundle: home })).not.to.include('page');
    expect(kinds({ show: 'tension-card' })).not.to.include('page');
  });
});

describe('suits', () => {
  it('finds no tension in a dialogue without one, and its questions', () => {
    const [dialogue] = bundle!.dialogues;
    expect(suits('tension-card', dialogue!)).to.be.false;
    expect(suits('prompt-deck', dialogue!)).to.be.true;
    expect(suits('prompt-deck', { ...dialogue!, prompts: [] })).to.be.false;
    expect(suits('dialogue-player', dialogue!)).to.be.true;
  });
});

describe('policyFor', () => {
  const policy = (site: Site) => {
    const choice = choose({ site });
    return policyFor(choice, asksOf(choice, bundle!, home), dist).join(' ');
  };

  it('names each origin that is asked, and only where the page itself asks', () => {
    expect(policy('own')).to.contain('connect-src https://content.example;');
    expect(policy('own')).to.contain('media-src https://home.example https://sound.example;');
    expect(policy('own')).to.contain('script-src https://home.example;');
    expect(policy('sharepoint')).to.equal('frame-src https://home.example;');
  });
});

describe('itLetter', () => {
  const letter = (changes: Partial<Choice> = {}) => {
    const choice = choose(changes);
    const hashes = { 'dialogues.js': 'sha384-abc', 'embed/host.js': 'sha384-def' };
    return itLetter(choice, 'Pace', asksOf(choice, bundle!, home), hashes, dist);
  };

  it('tells every origin, every file that is read, and the hashes', () => {
    for (const part of [
      'https://home.example\n',
      'https://content.example\n',
      'https://sound.example\n',
      `${dist}embed/index.html`,
      'https://content.example/series/chapters.json',
      'https://content.example/series/pace.vtt',
      `src="${dist}dialogues.js" integrity="sha384-abc" crossorigin="anonymous"`,
      'Nothing is stored',
      'WCAG 2.2',
    ]) {
      expect(letter()).to.contain(part);
    }
  });

  it('speaks of no script to a site that takes none', () => {
    expect(letter({ site: 'sharepoint' })).not.to.match(/<script|integrity=/);
  });
});

describe('builderHtml', () => {
  it('offers the tags that there are, by names for people', () => {
    const { body } = told(builderHtml(['dialogue-player', 'tension-card', 'dialogue-bundle']));
    const options = [...body.querySelectorAll<HTMLOptionElement>('#show option')];
    expect(options.map(({ value }) => value)).to.deep.equal(['dialogue-player', 'tension-card']);
    for (const tag of offered) expect(elements[tag]!.name).not.to.contain('-');
    for (const site of sites) expect(siteWords[site].notes.length).to.be.greaterThan(0);
  });
});
