import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { parseBundle } from '../../src/bundle/parse.js';
import { heading, plain, say, type Reading } from '../../src/elements/reading.js';
import { phrasesFor } from '../../src/locales/phrases.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';

const { bundle } = parseBundle(bundleOf([dialogueOf('one')]), 'https://example.org/talks/bundle.json');
const reading = (language: string): Reading => ({ bundle: bundle!, phrases: phrasesFor(language), language, level: 2 });

/** What a template writes, without Lit's marks. */
function written(content: unknown): string {
  const box = document.createElement('div');
  render(html`${content}`, box);
  return box.innerHTML.replace(/<!--.*?-->/g, '').trim();
}

describe('say', () => {
  it('writes a plain text as it is', () => {
    expect(written(say('Being heard', reading('en-GB')))).to.equal('Being heard');
  });

  it('writes emphasis and links', () => {
    expect(written(say('A *small* [talk](talk.html).', reading('en-GB')))).to.equal(
      'A <em>small</em> <a href="https://example.org/talks/talk.html">talk</a>.',
    );
  });

  it('writes mark-up as the letters that it is', () => {
    expect(written(say('<b>x</b> & y', reading('en-GB')))).to.equal('&lt;b&gt;x&lt;/b&gt; &amp; y');
  });

  it('makes no link of an address that is not allowed', () => {
    expect(written(say('[x](javascript:alert(1))', reading('en-GB')))).not.to.contain('<a');
  });

  it('chooses the language of the reader', () => {
    expect(written(say({ 'en-GB': 'Being heard', cy: 'Cael eich clywed' }, reading('cy')))).to.equal(
      'Cael eich clywed',
    );
  });

  it('marks a text that is not in the language of the reader', () => {
    expect(written(say({ 'en-GB': 'Being heard' }, reading('cy')))).to.equal('<span lang="en-GB">Being heard</span>');
    expect(written(say('Being heard', reading('cy')))).to.equal('<span lang="en-GB">Being heard</span>');
  });

  it('does not mark one kind of English in another', () => {
    expect(written(say('Being heard', reading('en-US')))).to.equal('Being heard');
  });

  it('marks a text in the language of the page where our own phrases around it are in another', () => {
    expect(written(say({ fr: 'Être entendu', 'en-GB': 'Being heard' }, reading('fr')))).to.equal(
      '<span lang="fr">Être entendu</span>',
    );
  });

  it('reads in the language of the bundle where the page does not say its own', () => {
    expect(written(say({ cy: 'Cael eich clywed', 'en-GB': 'Being heard' }, reading('')))).to.equal('Being heard');
  });
});

describe('plain', () => {
  it('leaves the marks out', () => {
    expect(plain('A *small* [talk](talk.html).', reading('en-GB'))).to.equal('A small talk.');
  });
});

describe('heading', () => {
  for (const level of [2, 3, 4, 5, 6]) {
    it(`writes a heading of level ${level}`, () => {
      expect(written(heading(level, 'Words'))).to.match(new RegExp(`^<h${level}[^>]*>Words</h${level}>$`));
    });
  }
});
