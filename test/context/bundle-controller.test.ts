import type { ContextEvent } from '@lit/context';
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { BundleController } from '../../src/context/bundle-controller.js';
import type { bundleContext } from '../../src/context/bundle-source.js';
import { type BundleLoan } from '../../src/context/bundle-source.js';
import { bundleOf, dialogueOf } from '../support/bundles.js';
import { settle } from '../support/fake-media.js';

/** An element of somebody's own, on a page where `dialogue-bundle` comes later. */
class EarlyElement extends LitElement {
  bundle: object | null = null;
  src = '';
  readonly found = new BundleController(this);

  override willUpdate(): void {
    this.found.refresh();
  }
}
customElements.define('early-element', EarlyElement);

describe('BundleController', () => {
  it('keeps to what an element was told while the tag around it was not defined yet', async () => {
    const around = document.createElement('dialogue-bundle') as HTMLElement;
    const [told, waiting] = [new EarlyElement(), new EarlyElement()];
    around.append(told, waiting);
    document.body.append(around);
    await told.updateComplete;
    told.bundle = bundleOf([dialogueOf('own')]);
    told.requestUpdate();
    await told.updateComplete;

    const loan: BundleLoan = {
      version: 1,
      state: { face: 'failed', fault: 'late', problems: [] },
      retry: () => undefined,
      subscribe: () => () => undefined,
    };
    around.addEventListener('context-request', (event) => {
      (event as ContextEvent<typeof bundleContext>).callback(loan);
    });
    customElements.define('dialogue-bundle', class extends HTMLElement {});
    await settle();
    around.remove();
    expect(waiting.found.state.face).to.equal('failed');
    expect(told.found.state.face).to.equal('ready');
  });
});
