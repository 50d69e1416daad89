/** Where words go: the screen, or the file or program that stands in for it. */
export interface Screen {
  write(words: string): void;
  /** Whether somebody watches, so that a line may be written over. */
  readonly isTerminal: boolean;
  readonly isColoured: boolean;
}

/**
 * All that a command may ask of the machine, so that its thinking can be tried without one. Files and folders go by
 * their `file:` address.
 */
export interface World {
  /** The folder that relative paths start from; ends in `/`. */
  readonly here: string;
  /** What was asked for. */
  readonly out: Screen;
  /** What goes on meanwhile, and what went wrong. */
  readonly aside: Screen;
  readonly version: string;
  /** The folder of the built library; ends in `/`. */
  readonly library: string;
  /** Rejects with Node's own error where there is no such file. */
  read(address: string): Promise<Uint8Array>;
  /** Makes the folders on the way. */
  write(address: string, content: string | Uint8Array): Promise<void>;
  has(address: string): Promise<boolean>;
  readonly fetch: typeof globalThis.fetch;
  /** Asks whoever sits at the terminal, one question after the other; absent where nobody does. @throws {Failure} */
  readonly ask?: (questions: readonly string[]) => Promise<readonly string[]>;
}

/** Why a command cannot do what it was asked to, in a sentence for people. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
