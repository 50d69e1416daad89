import { expect } from '@open-wc/testing';
import { parseBundle } from '../../src/bundle/parse.js';
import { seriesSearch, type FindGroup } from '../../src/bundle/series-search.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';

const poles = [
  { label: 'Safety', body: 'Keep *people* from harm.' },
  { label: { 'en-GB': 'Freedom', cy: 'Rhyddid' }, body: 'Let people choose.' },
];
const { bundle } = parseBundle(
  bundleOf(
    [
      dialogueOf('one', {
        title: 'Being heard',
        tension: { poles, thirdWay: 'Choose together.' },
        participants: ['ann'],
        chapters: [
          { startTime: 6, title: 'The harbour' },
          { startTime: 9, toc: false },
        ],
        prompts: [
          { id: 'a', text: 'When were you heard?', hint: 'Think of harbours.', moment: { start: 2, end: 5 } },
          { id: 'b', text: 'Who waits?' },
        ],
      }),
      dialogueOf('two'),
    ],
    {
      participants: [
        { id: 'ann', name: 'Ann', role: 'Nurse', place: 'Cardiff', biography: ['Ann [writes](poems.html) poems.'] },
        { id: 'bob', name: 'Bob', role: 'Silent partner', biography: [] },
      ],
      learnings: [
        {
          id: 'l',
          title: 'Listening helps',
          body: ['It truly does.'],
          evidence: [{ dialogue: 'two', start: 3, end: 8 }],
        },
        { id: 'm', title: 'Silence counts', body: [] },
      ],
      sections: [{ id: 'about', title: 'About us', body: ['Why we talk.'] }],
    },
  ),
  'https://example.org/',
);

const scripts = [
  {
    language: 'en-GB',
    cues: [
      { start: 1, end: 2, speaker: 'Ann', text: 'Harm is harm.' },
      { start: 2, end: 3, speaker: null, text: 'We waited.' },
    ],
  },
  { language: 'cy', cues: [{ start: 4, end: 5, speaker: 'Bob', text: 'Tŷ bach.' }] },
];

const nameOf = ({ name }: FindGroup) => (typeof name === 'string' ? name : name.id);
const find = (query: string, language = '', words = scripts) => seriesSearch(bundle!, language)(query, words);
/** What is found, a line each: where, who, when, what, and the way there. */
const lines = (query: string, language = '') =>
  find(query, language).flatMap((group) =>
    group.finds.map(
      ({ label, start, text, link, place }) =>
        `${nameOf(group)} | ${label} | ${start ?? ''} | ${text} | ${link ?? place ?? ''}`,
    ),
  );

describe('seriesSearch', () => {
  const cases: readonly (readonly [what: string, query: string, found: readonly string[]])[] = [
    ['a line of a transcript', 'we waited', ['one |  | 2 | We waited. | #dialogue=one&t=2']],
    [
      'lines first, then what is written of a dialogue',
      'harm',
      [
        'one | Ann | 1 | Harm is harm. | #dialogue=one&t=1',
        'one | Safety |  | Keep people from harm. | #dialogue=one&t=0',
      ],
    ],
    [
      'a title, which leads to the beginning, and a question, which leads to its moment',
      'heard',
      ['one |  |  | Being heard | #dialogue=one&t=0', 'one |  | 2 | When were you heard? | #dialogue=one&t=2,5'],
    ],
    ['a summary', 'summary of two', ['two |  |  | Summary of two. | #dialogue=two&t=0']],
    ['the label of a pole', 'safety', ['one |  |  | Safety | #dialogue=one&t=0']],
    ['a third way', 'together', ['one |  |  | Choose together. | #dialogue=one&t=0']],
    [
      'a chapter, and the hint of a question',
      'harbour',
      [
        'one |  | 6 | The harbour | #dialogue=one&t=6',
        'one | When were you heard? | 2 | Think of harbours. | #dialogue=one&t=2,5',
      ],
    ],
    ['a question without a moment', 'who waits', ['one |  |  | Who waits? | #dialogue=one&t=0']],
    ['a person by name', 'bob', ['people |  |  | Bob | [participant="bob"]']],
    ['where a person is', 'cardiff', ['people | Ann |  | Cardiff | #dialogue=one&t=0']],
    ['words across a link', 'writes poems', ['people | Ann |  | Ann writes poems. | #dialogue=one&t=0']],
    ['a learning', 'truly', ['learnings | Listening helps |  | It truly does. | #dialogue=two&t=3,8']],
    [
      'people and learnings that lead nowhere',
      'silen',
      ['people | Bob |  | Silent partner | [participant="bob"]', 'learnings |  |  | Silence counts | '],
    ],
    ['a section', 'why we', ['sections | About us |  | Why we talk. | [section="about"]']],
    ['letters without their accents', 'ty bach', ['two | Bob | 4 | Tŷ bach. | #dialogue=two&t=4']],
    ['nothing', 'nowhere', []],
    ['nothing for no words', ' ', []],
  ];
  for (const [what, query, found] of cases) {
    it(`finds ${what}`, () => expect(lines(query)).to.deep.equal(found));
  }

  it('finds nothing but titles where nothing else says it', () => {
    expect(lines('being')).to.deep.equal(['one |  |  | Being heard | #dialogue=one&t=0']);
  });

  it('tells where in a text it was found, each time', () => {
    const { text, found } = find('harm')[0]!.finds[0]!;
    expect(found.map(({ start, end }) => text.slice(start, end))).to.deep.equal(['Harm', 'harm']);
  });

  it('searches the words in the language of the reader, and tells which language they are in', () => {
    expect(lines('rhyddid', 'cy')).to.have.length(1);
    expect(lines('rhyddid')).to.deep.equal([]);
    expect(find('rhyddid', 'cy')[0]!.finds[0]!.language).to.equal('cy');
    expect(find('safety', 'cy')[0]!.finds[0]!.language).to.equal('en-GB');
    expect(find('bach', 'en-GB')[0]!.finds[0]!.language).to.equal('cy');
  });

  it('searches what is there while the words of dialogues are on their way', () => {
    expect(find('heard', '', [])[0]!.finds).to.have.length(2);
    expect(find('waited', '', [])).to.deep.equal([]);
  });
});
