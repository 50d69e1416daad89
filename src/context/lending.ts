import type { ContextEvent } from '@lit/context';
import { bundleContext, type BundleLoan } from './bundle-source.js';

/**
 * Has an element lend its bundle to all elements inside it that name none of their own. The loan is one object for life:
 * an answer to each request is all that a provider needs to be.
 */
export function lendBundle(host: HTMLElement, loan: BundleLoan): void {
  host.addEventListener('context-request', (event) => {
    const request = event as ContextEvent<typeof bundleContext>;
    if (request.context !== bundleContext || request.contextTarget === host) return;
    event.stopPropagation();
    request.callback(loan);
  });
}
