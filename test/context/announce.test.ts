import { expect, fixture, html } from '@open-wc/testing';
import { announce } from '../../src/context/announce.js';
import { freshPage, until } from '../support/page.js';

const statuses = () => [...document.querySelectorAll<HTMLElement>('[role="status"]')];
const said = () => statuses().map(({ textContent }) => textContent);

/** The words come a moment after the region, so that a screen reader hears them arrive. */
const untilSaid = (message: string) => until(() => said().includes(message), `it never said “${message}”`);

describe('announce', () => {
  beforeEach(() => {
    freshPage();
  });

  it('is accessible', async () => {
    announce('Question 2 of 3', 'en-GB');
    await untilSaid('Question 2 of 3');
    await expect(statuses()[0]!).to.be.accessible();
  });

  it('says a message politely in the body of the document', async () => {
    announce('Question 2 of 3', 'en-GB');
    await untilSaid('Question 2 of 3');
    expect(said()).to.deep.equal(['Question 2 of 3']);
    expect(statuses()[0]!.parentNode === document.body).to.be.true;
  });

  it('has its place in the page before there is something to say', async () => {
    announce('Question 2 of 3', 'en-GB');
    expect(said()).to.deep.equal(['']);
    await untilSaid('Question 2 of 3');
  });

  it('says the same words again when they are true again', async () => {
    announce('Press play again.', 'en-GB');
    await untilSaid('Press play again.');
    announce('Press play again.', 'en-GB');
    expect(said()).to.deep.equal(['']);
    await untilSaid('Press play again.');
  });

  it('has one status for all messages, and the last one stands', async () => {
    announce('Question 2 of 3', 'en-GB');
    announce('Question 3 of 3', 'en-GB');
    await untilSaid('Question 3 of 3');
    expect(said()).to.deep.equal(['Question 3 of 3']);
  });

  it('marks the language of the message', async () => {
    announce('Cwestiwn 2 o 3', 'cy');
    await untilSaid('Cwestiwn 2 o 3');
    expect(statuses()[0]!.lang).to.equal('cy');
    announce('Question 2 of 3', 'en-GB');
    await untilSaid('Question 2 of 3');
    expect(statuses()[0]!.lang).to.equal('en-GB');
  });

  it('makes another status when the page has thrown the first away', async () => {
    announce('One', 'en-GB');
    statuses()[0]!.remove();
    announce('Two', 'en-GB');
    await untilSaid('Two');
    expect(said()).to.deep.equal(['Two']);
  });

  it('cannot be seen, and can be read by a screen reader', async () => {
    announce('One', 'en-GB');
    await untilSaid('One');
    const [status] = statuses();
    const { left, top, width, height } = status!.getBoundingClientRect();
    const { visibility, display, clipPath, position } = getComputedStyle(status!);
    expect(document.elementsFromPoint(left + width / 2, top + height / 2)).not.to.include(status);
    expect(clipPath).to.equal('inset(50%)');
    expect(position, 'it takes no room in the page').to.equal('fixed');
    expect(visibility).to.equal('visible');
    expect(display).not.to.equal('none');
  });

  it('does not widen the page', async () => {
    const before = document.documentElement.scrollWidth;
    announce('A long message. '.repeat(100), 'en-GB');
    await untilSaid('A long message. '.repeat(100));
    expect(document.documentElement.scrollWidth).to.equal(before);
  });

  it('shows mark-up as the letters that it is', async () => {
    announce('<img src=x>', 'en-GB');
    await untilSaid('<img src=x>');
    expect(statuses()[0]!.children).to.have.length(0);
  });

  it('leaves a status of the page alone', async () => {
    const own = await fixture(html`<p role="status">Saved.</p>`);
    announce('One', 'en-GB');
    await untilSaid('One');
    expect(own.textContent).to.equal('Saved.');
  });
});
