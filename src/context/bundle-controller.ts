import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bundleContext, BundleSource, type BundleLoan, type BundleState } from './bundle-source.js';
import { page } from './page.js';
import { composedAncestor } from './tree.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly src: string; readonly bundle: object | null };

/**
 * Finds an element's bundle: its own `bundle`, its own `src`, the nearest `dialogue-bundle`, the built-in one.
 */
export class BundleController implements ReactiveController {
  readonly #host: Host;
  readonly #own = new BundleSource();
  #loan: BundleLoan = this.#own;
  #stop?: () => void;
  #asked: string | object | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get state(): BundleState {
    return this.#loan.state;
  }

  retry(): void {
    this.#loan.retry();
  }

  hostConnected(): void {
    this.#find();
  }

  /** Looks again if the host names another bundle now. For the host's `willUpdate`, before it reads `state`. */
  refresh(): void {
    if (this.#host.isConnected && this.#asked !== this.#wish()) this.#find();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#own.stop();
    this.#asked = undefined;
  }

  /** What the host itself names; `undefined` is never a wish, so the first look always finds. */
  #wish(): string | object {
    return this.#host.bundle ?? this.#host.src;
  }

  #find(): void {
    const { bundle, src, ownerDocument } = this.#host;
    this.#asked = this.#wish();
    if (bundle) {
      this.#borrow(this.#own);
      this.#own.read(bundle, ownerDocument.baseURI);
    } else if (src) {
      this.#borrow(this.#own);
      this.#own.load(new URL(src, ownerDocument.baseURI).href);
    } else if (!this.#askAround()) {
      this.#borrow(this.#own);
      if (composedAncestor(this.#host, 'dialogue-bundle')) {
        this.#own.wait();
        // A consumer that wakes before its provider would never hear (lit.dev issue 1185).
        void customElements.whenDefined('dialogue-bundle').then(() => this.#host.isConnected && this.#askAround());
      } else {
        const { builtIn } = page();
        if (builtIn) this.#own.load(builtIn);
        else this.#own.fail('unnamed');
      }
    }
  }

  #askAround(): boolean {
    let lent = false;
    const answer = (loan: BundleLoan) => {
      lent = true;
      this.#borrow(loan);
    };
    this.#host.dispatchEvent(new ContextEvent(bundleContext, this.#host, answer));
    return lent;
  }

  #borrow(loan: BundleLoan): void {
    this.#stop?.();
    if (loan !== this.#own) this.#own.stop();
    this.#loan = loan;
    this.#stop = loan.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
