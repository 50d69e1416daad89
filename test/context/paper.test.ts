import { expect } from '@open-wc/testing';
import { printAlone, type PaperKind } from '../../src/context/paper.js';

/** What stands beside the page's body for the printer, and what of it is a copy of ours. */
const sheetOfPaper = () => document.documentElement.lastElementChild as HTMLElement;
const copyOn = (paper: Element) => paper.shadowRoot?.querySelector<HTMLElement>('[data-alone]') ?? null;

const rulesOf = (sheets: readonly CSSStyleSheet[]) =>
  sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
const worn = () => rulesOf(document.adoptedStyleSheets);

/** What the copy has on paper that is not the same for each print. */
function styleOnPaper(): CSSStyleDeclaration {
  const sheet = document.adoptedStyleSheets.at(-1)!;
  expect(sheetOfPaper().shadowRoot!.adoptedStyleSheets).to.include(sheet);
  const print = [...sheet.cssRules].find((rule) => rule instanceof CSSMediaRule)!;
  const own = [...print.cssRules].find((rule) => rule instanceof CSSStyleRule && rule.selectorText === '[data-alone]');
  return (own as CSSStyleRule).style;
}

/** A page with a thing to print, and a browser that notes what is there while it prints. */
function paper(markup: string) {
  const page = document.createElement('div');
  page.innerHTML = markup;
  document.body.append(page);
  const seen: { html: string | undefined; rules: string }[] = [];
  const { print } = window;
  window.print = () => seen.push({ html: copyOn(sheetOfPaper())?.outerHTML, rules: worn().join('\n') });
  const clear = () => {
    dispatchEvent(new Event('afterprint'));
    window.print = print;
    page.remove();
  };
  return { page, seen, thing: page.querySelector<HTMLElement>('.thing')!, clear };
}

describe('printAlone', () => {
  it('prints while a copy stands beside the body and the page wears a sheet for it; both go after', () => {
    const { page, thing, seen, clear } = paper('<p>other</p><ol class="thing"><li>One</li></ol>');
    const before = worn().length;
    const markup = page.innerHTML;
    printAlone(thing, 'cards', 'A "title"');
    expect(seen).to.have.length(1);
    expect(seen[0]!.html).to.include('data-alone="cards"').and.to.include('<li>One</li>');
    expect(seen[0]!.rules).to.include('@media print').and.to.include('@page');
    expect(page.innerHTML, 'the page itself is as it was').to.equal(markup);
    dispatchEvent(new Event('afterprint'));
    expect(worn()).to.have.length(before);
    expect(sheetOfPaper() === document.body).to.be.true;
    clear();
  });

  for (const gesture of ['pointerdown', 'keydown']) {
    it(`takes both back at the next ${gesture}, where the browser never says that it has printed`, () => {
      const { thing, clear } = paper('<ol class="thing"></ol>');
      const before = worn().length;
      printAlone(thing, 'large', '');
      expect(worn().length).to.be.greaterThan(before);
      expect(copyOn(sheetOfPaper()) === null).to.be.false;
      thing.dispatchEvent(new Event(gesture, { bubbles: true }));
      expect(worn()).to.have.length(before);
      expect(sheetOfPaper() === document.body).to.be.true;
      clear();
    });
  }

  it('leaves what others wear since', () => {
    const { thing, clear } = paper('<p class="thing"></p>');
    const before = document.adoptedStyleSheets.length;
    printAlone(thing, 'sheet', '');
    const theirs = new CSSStyleSheet();
    document.adoptedStyleSheets.push(theirs);
    dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets).to.have.length(before + 1);
    expect(document.adoptedStyleSheets.at(-1) === theirs).to.be.true;
    document.adoptedStyleSheets.pop();
    clear();
  });

  it('has one thing alone, though the one before was never done', () => {
    const { page, seen, clear } = paper('<p class="thing">First</p><p>Second</p>');
    const before = worn().length;
    const [first, second] = page.querySelectorAll('p');
    printAlone(first!, 'sheet', '');
    const once = worn().length;
    printAlone(second!, 'sheet', '');
    expect(worn()).to.have.length(once);
    expect(copyOn(sheetOfPaper())!.textContent).to.equal('Second');
    expect(sheetOfPaper().previousElementSibling === document.body).to.be.true;
    expect(seen).to.have.length(2);
    dispatchEvent(new Event('afterprint'));
    expect(worn()).to.have.length(before);
    expect(sheetOfPaper() === document.body).to.be.true;
    clear();
  });

  it('is not to be seen on a screen, whatever the page says of its boxes', () => {
    const { thing, clear } = paper('<p class="thing">Words</p>');
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'div { display: flex }';
    printAlone(thing, 'sheet', '');
    expect(sheetOfPaper().getClientRects()).to.have.length(0);
    style.remove();
    clear();
  });

  for (const kind of ['cards', 'large', 'sheet'] satisfies PaperKind[]) {
    it(`copies what is in a shadow root too, as ${kind}, in a style of ours that no rule of the page reaches`, () => {
      const { page, clear } = paper('<div></div>');
      const outer = page.querySelector('div')!;
      const room = outer.attachShadow({ mode: 'open' });
      room.innerHTML = '<p class="thing" hidden>Words</p>';
      printAlone(room.querySelector<HTMLElement>('.thing')!, kind, '');
      expect(room.adoptedStyleSheets).to.have.length(0);
      const { shadowRoot } = sheetOfPaper();
      expect(copyOn(sheetOfPaper())!.dataset['alone']).to.equal(kind);
      expect(copyOn(sheetOfPaper())!.textContent).to.equal('Words');
      expect(rulesOf(shadowRoot!.adoptedStyleSheets).join()).to.include('data-alone');
      clear();
    });
  }

  it('takes a title as it is, whatever stands in it', () => {
    const { thing, clear } = paper('<p class="thing"></p>');
    printAlone(thing, 'sheet', 'Whose "risk" is it; {anyway}? \\');
    expect(styleOnPaper().getPropertyValue('--_title')).to.equal('"Whose \\"risk\\" is it; {anyway}? \\\\"');
    clear();
  });

  it('names the page without the place in it, since each address on paper brings a place of its own', () => {
    const { thing, clear } = paper('<p class="thing"></p>');
    const { href } = location;
    history.replaceState(null, '', '#somewhere');
    printAlone(thing, 'cards', '');
    const address = styleOnPaper().getPropertyValue('--_page');
    history.replaceState(null, '', href);
    expect(address).to.equal(JSON.stringify(href));
    clear();
  });

  it('takes the type of the page along', () => {
    const { page, thing, clear } = paper('<p class="thing"></p>');
    page.style.fontFamily = 'Georgia, serif';
    printAlone(thing, 'sheet', '');
    expect(styleOnPaper().fontFamily).to.equal('Georgia, serif');
    clear();
  });
});
