import { expect, fixture, html } from '@open-wc/testing';
import { announce } from '../../src/context/announce.js';
import { freshPage } from '../support/page.js';

const statuses = () => [...document.querySelectorAll<HTMLElement>('[role="status"]')];

describe('announce', () => {
  beforeEach(() => {
    freshPage();
  });

  it('is accessible', async () => {
    announce('Question 2 of 3', 'en-GB');
    await expect(statuses()[0]!).to.be.accessible();
  });

  it('says a message politely in the body of the document', () => {
    announce('Question 2 of 3', 'en-GB');
    expect(statuses().map(({ textContent }) => textContent)).to.deep.equal(['Question 2 of 3']);
    expect(statuses()[0]!.parentNode === document.body).to.be.true;
  });

  it('has one status for all messages, and the last one stands', () => {
    announce('Question 2 of 3', 'en-GB');
    announce('Question 3 of 3', 'en-GB');
    expect(statuses().map(({ textContent }) => textContent)).to.deep.equal(['Question 3 of 3']);
  });

  it('marks the language of the message', () => {
    announce('Cwestiwn 2 o 3', 'cy');
    expect(statuses()[0]!.lang).to.equal('cy');
    announce('Question 2 of 3', 'en-GB');
    expect(statuses()[0]!.lang).to.equal('en-GB');
  });

  it('makes another status when the page has thrown the first away', () => {
    announce('One', 'en-GB');
    statuses()[0]!.remove();
    announce('Two', 'en-GB');
    expect(statuses().map(({ textContent }) => textContent)).to.deep.equal(['Two']);
  });

  it('cannot be seen, and can be read by a screen reader', () => {
    announce('One', 'en-GB');
    const [status] = statuses();
    const { width, height } = status!.getBoundingClientRect();
    expect(width * height).to.be.at.most(1);
    expect(getComputedStyle(status!).visibility).to.equal('visible');
    expect(getComputedStyle(status!).display).not.to.equal('none');
  });

  it('does not widen the page', () => {
    const before = document.documentElement.scrollWidth;
    announce('A long message. '.repeat(100), 'en-GB');
    expect(document.documentElement.scrollWidth).to.equal(before);
  });

  it('shows mark-up as the letters that it is', () => {
    announce('<img src=x>', 'en-GB');
    expect(statuses()[0]!.children).to.have.length(0);
  });

  it('leaves a status of the page alone', async () => {
    const own = await fixture(html`<p role="status">Saved.</p>`);
    announce('One', 'en-GB');
    expect(own.textContent).to.equal('Saved.');
  });
});
