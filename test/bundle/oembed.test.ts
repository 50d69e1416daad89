import { expect } from '@open-wc/testing';
import { parseBundle } from '../../src/bundle/parse.js';
import { embedWordsFor } from '../../src/embed/embed-words.js';
import { oEmbedOf } from '../../src/bundle/oembed.js';
import { embedDialogueHtml, embedIndexHtml } from '../../src/embed/page-html.js';
import { wordpressFilter } from '../support/wordpress.js';

const base = 'https://home.example/series/';
const read = (changes: object = {}, title: unknown = 'Tom & “Jo” *say* <b>"it\'s"</b>') => {
  const dialogue = {
    id: 'pace',
    title,
    summary: 'Fast, or slow?',
    participants: [],
    audio: { sources: [{ src: 'pace.mp3', type: 'audio/mpeg' }], duration: 60 },
    transcript: [{ src: 'pace.vtt', language: 'en-GB' }],
  };
  const input = { format: 1, title: 'Ours', summary: 'All.', language: 'en-GB', dialogues: [dialogue], ...changes };
  const { bundle } = parseBundle(input, `${base}bundle.json`);
  return { bundle: bundle!, dialogue: bundle!.dialogues[0]! };
};
const places = { page: `${base}pace.html`, embed: 'https://home.example/dist/embed/index.html' };
const told = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('oEmbedOf', () => {
  it('answers as the oEmbed specification has it for rich content', () => {
    const { bundle, dialogue } = read();
    const answer = oEmbedOf(bundle, dialogue, places);
    expect(answer.version).to.equal('1.0');
    expect(answer.type).to.equal('rich');
    expect(answer.title).to.equal('Tom & “Jo” say <b>"it\'s"</b>');
    expect(answer.provider_name).to.equal('Ours');
    expect(answer.provider_url).to.equal(base);
    expect(answer.width).to.be.a('number');
    expect(answer.height).to.be.a('number');
  });

  it('writes a title of any signs as text, in the link and in the frame', () => {
    const { bundle, dialogue } = read();
    const { html, title } = oEmbedOf(bundle, dialogue, places);
    const { body } = told(html);
    expect(body.querySelector('a')!.textContent).to.equal(title);
    expect(body.querySelector('iframe')!.title).to.equal(title);
    expect(body.querySelectorAll('*').length).to.equal(3);
  });

  it('leads to the page about the dialogue, and frames the embed page with it', () => {
    const { bundle, dialogue } = read();
    const { body } = told(oEmbedOf(bundle, dialogue, places).html);
    expect(body.querySelector('a')!.href).to.equal(places.page);
    expect(body.querySelector('iframe')!.src).to.equal(`${places.embed}?show=dialogue-player&dialogue=pace`);
  });

  it('names the bundle and its language where they are not the built-in ones', () => {
    const { bundle, dialogue } = read({ language: 'cy' });
    const { body } = told(oEmbedOf(bundle, dialogue, { ...places, bundle: `${base}bundle.json` }).html);
    const { searchParams } = new URL(body.querySelector('iframe')!.src);
    expect(searchParams.get('bundle')).to.equal(`${base}bundle.json`);
    expect(searchParams.get('lang')).to.equal('cy');
  });

  it('comes through WordPress: one quote with the link, one frame in a sandbox, sized and named', () => {
    const { bundle, dialogue } = read();
    const answer = oEmbedOf(bundle, dialogue, { ...places, bundle: `${base}bundle.json` });
    const filtered = wordpressFilter(answer.html, 'aB3dE6gH9j');
    expect(filtered).to.be.a('string');
    const { body } = told(filtered as string);
    expect(body.querySelectorAll('blockquote.wp-embedded-content').length).to.equal(1);
    const frames = body.querySelectorAll('iframe');
    expect(frames.length).to.equal(1);
    const [frame] = frames;
    expect(frame!.matches('.wp-embedded-content[sandbox="allow-scripts"][security="restricted"]')).to.be.true;
    expect(frame!.dataset['secret']).to.equal('aB3dE6gH9j');
    expect(frame!.title).to.equal(answer.title);
    expect(frame!.width).to.equal(String(answer.width));
    expect(frame!.height).to.equal(String(answer.height));
    expect(frame!.src).to.equal(
      `${places.embed}?show=dialogue-player&dialogue=pace&bundle=${encodeURIComponent(`${base}bundle.json`)}#?secret=aB3dE6gH9j`,
    );
    expect(body.querySelector('blockquote')!.textContent).to.equal(answer.title);
    expect(body.querySelector('blockquote a')!.getAttribute('href')).to.equal(places.page);
  });
});

describe('the WordPress filter that these tests use', () => {
  it('lets nothing through without a frame, and nothing but the quote and the frame with one', () => {
    expect(wordpressFilter('<p>Words</p>', 's')).to.be.false;
    const { body } = told(
      wordpressFilter(
        '<script src="x"></script><blockquote class="a"><p onclick="b"><a href="c" target="d">e</a></p></blockquote>' +
          '<p>f</p><iframe src="https://g.example/" allow="autoplay" sandbox="allow-same-origin" style="h"></iframe>',
        's',
      ) as string,
    );
    expect(body.querySelectorAll('script, p, [onclick], [target], [allow]').length).to.equal(0);
    expect(body.querySelector('iframe')!.getAttribute('sandbox')).to.equal('allow-scripts');
  });
});

describe('the embed pages', () => {
  it('hold the sound and the words of a dialogue without script, and say where its oEmbed answer is', () => {
    const { bundle, dialogue } = read();
    const { title, head, body } = told(embedDialogueHtml(bundle, dialogue, `${base}pace.json?a&b`));
    expect(title).to.equal('Tom & “Jo” say <b>"it\'s"</b>');
    expect(head.querySelector('link[type="application/json+oembed"]')!.getAttribute('href')).to.equal(
      `${base}pace.json?a&b`,
    );
    expect(body.querySelector('audio source')!.getAttribute('src')).to.equal(`${base}pace.mp3`);
    expect(body.querySelector('audio')!.preload).to.equal('none');
    expect(body.querySelector(`a[href="${base}pace.vtt"]`)).to.exist;
  });

  it('lead from the first page to all of them, and say in words that script is needed', () => {
    const { bundle } = read();
    const { body } = told(embedIndexHtml(bundle));
    expect(body.querySelector('a[href="pace.html"]')!.textContent).to.equal('Tom & “Jo” say <b>"it\'s"</b>');
    expect(body.querySelector('noscript')!.textContent).to.contain('JavaScript');
  });
});

describe('embedWordsFor', () => {
  it('speaks Welsh where it is asked to, and English else', () => {
    expect(embedWordsFor('cy-GB').language).to.equal('cy');
    expect(embedWordsFor('fr').language).to.equal('en-GB');
    for (const language of ['cy', 'en-GB']) {
      const { refused, unknownShow } = embedWordsFor(language);
      expect(refused('https://a.example/')).to.contain('https://a.example/').and.to.contain('allow.json');
      expect(unknownShow('x-y', 'a-b, c-d')).to.contain('x-y').and.to.contain('a-b, c-d');
    }
  });
});
