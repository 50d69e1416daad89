import { expect } from '@open-wc/testing';
import { parseChapters } from '../../src/bundle/chapters.js';

describe('parseChapters', () => {
  it('reads a Podcasting 2.0 file, in order, with its addresses and poles', async () => {
    const address = new URL('../fixtures/chapters/good.json', import.meta.url);
    const text = await (await fetch(address)).text();
    const { chapters, problems } = parseChapters(text, 'https://example.org/talks/chapters.json');
    expect(problems).to.deep.equal([]);
    expect(chapters).to.deep.equal([
      {
        startTime: 0,
        endTime: 4.5,
        title: 'At first',
        img: 'https://example.org/talks/first.png',
        url: 'https://example.org/first',
        toc: true,
        pole: 'a',
      },
      { startTime: 10, title: 'Later', toc: true, pole: 'b' },
      { startTime: 15, title: '', toc: false },
    ]);
  });

  it('does not list a chapter that has no title', () => {
    const { chapters } = parseChapters({ version: '1.2.0', chapters: [{ startTime: 0 }] });
    expect(chapters).to.deep.equal([{ startTime: 0, title: '', toc: false }]);
  });

  it('leaves out the bad chapter alone', () => {
    const { chapters, problems } = parseChapters({
      version: '1.2.0',
      chapters: [
        { startTime: 'x', title: 'A' },
        { startTime: 3, title: 'B', url: 'javascript:1' },
      ],
    });
    expect(chapters).to.deep.equal([{ startTime: 3, title: 'B', toc: true }]);
    expect(problems.map(({ path }) => path)).to.deep.equal(['chapters[0].startTime', 'chapters[1].url']);
  });

  it('never throws, and says that a file is none', () => {
    for (const input of ['{', '', null, undefined, 5, [], '[]', { version: 1 }]) {
      const { chapters, problems } = parseChapters(input);
      expect(chapters).to.deep.equal([]);
      expect(problems[0]!.level).to.equal('error');
      expect(problems[0]!.message).to.match(/^The (chapters )?file |^version /);
    }
  });
});
