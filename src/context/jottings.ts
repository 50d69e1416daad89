import type { LitElement, ReactiveController } from 'lit';
import type { Memory } from '../playback/memory.js';
import { page } from './page.js';
import { pageListening, pageMemory } from './page-listening.js';

type Host = LitElement & {
  /** Whether the page offers to keep it on the device. */
  readonly remember: boolean;
};

/**
 * What a person writes and marks in an element. It lives as long as the page does; on the device it is kept only where the
 * page offers that, and after a person's own press.
 */
export class Jottings implements ReactiveController {
  readonly #host: Host;
  /** Where it hears that something is kept, or forgotten. */
  readonly #seat = { redraw: () => this.#host.requestUpdate() };

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** `null` where the page does not offer to keep anything. */
  get memory(): Memory | null {
    return this.#host.remember ? pageMemory() : null;
  }

  of(name: string): string {
    return page().jots?.[name] ?? this.memory?.kept?.jots?.[name] ?? '';
  }

  jot(name: string, text: string): void {
    const jots = { [name]: text };
    page().jots = { ...page().jots, ...jots };
    this.memory?.jot(jots);
    pageListening().redraw();
  }

  /** A person asks to keep what was written, or to forget all that is kept. */
  readonly remember = (isWanted: boolean) => {
    const memory = pageMemory();
    if (isWanted) memory.keep(page().jots ?? {});
    else memory.forget();
    // The players tell what is kept as well.
    pageListening().redraw();
  };

  hostConnected(): void {
    pageListening().seats.add(this.#seat);
  }

  hostDisconnected(): void {
    pageListening().seats.delete(this.#seat);
  }
}
