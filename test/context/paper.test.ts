import { expect } from '@open-wc/testing';
import { printAlone } from '../../src/context/paper.js';

/** A page with a thing to print, and a browser that notes what the page wears while it prints. */
function paper(markup: string) {
  const page = document.createElement('div');
  page.innerHTML = markup;
  document.body.append(page);
  const seen: string[] = [];
  const worn = () => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const { print } = window;
  window.print = () => seen.push(worn().join('\n'));
  const clear = () => {
    dispatchEvent(new Event('afterprint'));
    window.print = print;
    page.remove();
  };
  return { page, seen, worn, thing: page.querySelector<HTMLElement>('.thing')!, clear };
}

describe('printAlone', () => {
  it('prints while the page wears a sheet for it, and takes it off after', () => {
    const { thing, seen, worn, clear } = paper('<p>other</p><ol class="thing"></ol>');
    const before = worn().length;
    printAlone(thing, 'cards', 'A "title"');
    expect(seen).to.have.length(1);
    expect(seen[0]).to.include('data-alone="cards"').and.to.include('@media print');
    expect(thing.dataset['alone']).to.equal('cards');
    dispatchEvent(new Event('afterprint'));
    expect(worn()).to.have.length(before);
    expect(document.querySelector('[data-alone]')).to.equal(null);
    clear();
  });

  for (const gesture of ['pointerdown', 'keydown']) {
    it(`takes the sheet off at the next ${gesture}, where the browser never says that it has printed`, () => {
      const { thing, worn, clear } = paper('<ol class="thing"></ol>');
      const before = worn().length;
      printAlone(thing, 'large', '');
      expect(worn().length).to.be.greaterThan(before);
      thing.dispatchEvent(new Event(gesture, { bubbles: true }));
      expect(worn()).to.have.length(before);
      expect(thing.hasAttribute('data-alone')).to.equal(false);
      clear();
    });
  }

  it('has one thing alone, though the one before was never done', () => {
    const { page, worn, clear } = paper('<p class="thing"></p><p></p>');
    const before = worn().length;
    const [first, second] = page.querySelectorAll('p');
    printAlone(first!, 'sheet', '');
    const once = worn().length;
    printAlone(second!, 'sheet', '');
    expect(worn()).to.have.length(once);
    expect([...document.querySelectorAll('[data-alone]')]).to.deep.equal([second]);
    dispatchEvent(new Event('afterprint'));
    expect(worn()).to.have.length(before);
    clear();
  });

  it('reaches through each shadow root on the way: that which the thing is in, and that which has a slot for it', () => {
    const { page, clear } = paper('<div class="outer"></div>');
    const outer = page.querySelector('.outer')!;
    const room = outer.attachShadow({ mode: 'open' });
    room.innerHTML = '<div class="host"><p class="thing"></p></div>';
    const host = room.querySelector('.host')!;
    const inner = host.attachShadow({ mode: 'open' });
    inner.innerHTML = '<slot></slot>';
    const [rooms, inners] = [room, inner].map(({ adoptedStyleSheets }) => adoptedStyleSheets.length);
    printAlone(room.querySelector<HTMLElement>('.thing')!, 'sheet', '');
    expect(room.adoptedStyleSheets).to.have.length(rooms! + 1);
    expect(inner.adoptedStyleSheets).to.have.length(inners! + 1);
    expect(outer.getAttribute('data-alone')).to.equal('');
    dispatchEvent(new Event('afterprint'));
    expect(room.adoptedStyleSheets).to.have.length(rooms!);
    expect(inner.adoptedStyleSheets).to.have.length(inners!);
    expect(outer.hasAttribute('data-alone')).to.equal(false);
    clear();
  });

  it('takes a title as it is, whatever stands in it', () => {
    const { thing, clear } = paper('<p class="thing"></p>');
    printAlone(thing, 'sheet', 'Whose "risk" is it; {anyway}? \\');
    const rules = [...document.adoptedStyleSheets.at(-1)!.cssRules];
    expect(rules.map(({ cssText }) => cssText).join()).to.include('Whose \\"risk\\" is it; {anyway}? \\\\');
    clear();
  });
});
