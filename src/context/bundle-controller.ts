import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bundleContext, BundleSource, type BundleLoan, type BundleState, type Naming } from './bundle-source.js';
import { composedClosest } from './tree.js';

type Host = ReactiveControllerHost & HTMLElement & Naming;

/**
 * Finds an element's bundle: its own `bundle`, its own `src`, the nearest `dialogue-bundle`, the built-in one. It may be
 * lent on, whichever it is.
 */
export class BundleController implements ReactiveController, BundleLoan {
  readonly version = 1;
  readonly #host: Host;
  readonly #own = new BundleSource();
  readonly #listeners = new Set<() => void>();
  #loan: BundleLoan = this.#own;
  #stop?: () => void;
  #named: string | object | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    host.addController(this.#own);
  }

  get state(): BundleState {
    return this.#loan.state;
  }

  retry(): void {
    this.#loan.retry();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#named = undefined;
  }

  /** Looks again if the host has moved, or names another bundle. For its `willUpdate`, before it reads `state`. */
  refresh(): void {
    const host = this.#host;
    const named = host.bundle ?? host.src;
    if (!host.isConnected || named === this.#named) return;
    this.#named = named;
    if (!named && this.#askAround()) return;
    this.#borrow(this.#own);
    if (named || !composedClosest(host, 'dialogue-bundle')) return this.#own.bring(host);
    // A consumer that wakes before its provider would never hear (lit.dev issue 1185).
    this.#own.wait();
    // Until then it may have left the page, or have been told of another.
    void customElements.whenDefined('dialogue-bundle').then(() => named === this.#named && this.#askAround());
  }

  #askAround(): boolean {
    let lent = false;
    this.#host.dispatchEvent(
      new ContextEvent(bundleContext, this.#host, (loan) => {
        lent = true;
        this.#own.wait();
        this.#borrow(loan);
      }),
    );
    return lent;
  }

  #borrow(loan: BundleLoan): void {
    this.#stop?.();
    this.#loan = loan;
    this.#stop = loan.subscribe(this.#changed);
    this.#changed();
  }

  readonly #changed = () => {
    for (const listener of [...this.#listeners]) listener();
  };
}
