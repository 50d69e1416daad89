import { expect, fixture } from '@open-wc/testing';
import { Network } from './network.js';
import { goodBundle, isShown, readWords, untilState } from './page.js';

/** What has an element fail, and what it then says: a dialogue that nobody knows, unless the element shows none. */
const unknown = { src: goodBundle('full'), attributes: 'dialogue="nobody"', says: 'nobody' };

/** Audits the two faces that all elements share: what the page gave is read, and what is missing is said. */
export function auditWaitingAndFailed(tag: string, { src, attributes, says } = unknown): void {
  it('is accessible while it waits', async () => {
    const network = new Network();
    network.hold('https://example.org/late.json');
    const element = await fixture<HTMLElement>(`<${tag} src="https://example.org/late.json"><p>Soon.</p></${tag}>`);
    await untilState(element, 'waiting');
    expect(isShown(element.querySelector('p')!)).to.be.true;
    await expect(element).to.be.accessible();
    network.restore();
  });

  it('is accessible when it has failed', async () => {
    const element = await fixture<HTMLElement>(`<${tag} src="${src}" ${attributes}></${tag}>`);
    await untilState(element, 'failed');
    expect(readWords(element)).to.contain(says);
    await expect(element).to.be.accessible();
  });
}
