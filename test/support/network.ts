type Answer = () => Response | Promise<Response>;

/** A replaceable network: what it has no answer for goes to the server of the tests. */
export class Network {
  /** Every address that was asked for, in order. */
  readonly asked: string[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #real = globalThis.fetch;

  constructor() {
    globalThis.fetch = (input, init) => this.#answer(input instanceof Request ? input.url : String(input), init);
  }

  /** Answers with this text, or with what a function makes. */
  give(address: string, answer: string | Answer): void {
    this.#answers.set(address, typeof answer === 'string' ? () => new Response(answer) : answer);
  }

  /** Never answers, until the result is called with the text. */
  hold(address: string): (text: string) => void {
    let release!: (text: string) => void;
    const text = new Promise<string>((resolve) => (release = resolve));
    this.give(address, async () => new Response(await text));
    return release;
  }

  /** Answers with an error. */
  refuse(address: string, status = 404): void {
    this.give(address, () => new Response('No.', { status }));
  }

  /** There is no way to it: offline, or a firewall. */
  cut(address: string): void {
    this.give(address, () => Promise.reject(new TypeError('Failed to fetch')));
  }

  /** How often an address was asked for. */
  count(address: string): number {
    return this.asked.filter((each) => each === address).length;
  }

  restore(): void {
    globalThis.fetch = this.#real;
  }

  #answer(address: string, init?: RequestInit): Promise<Response> {
    this.asked.push(address);
    const answer = this.#answers.get(address);
    if (!answer) return this.#real.call(globalThis, address, init);
    return new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError')));
      Promise.resolve().then(answer).then(resolve, reject);
    });
  }
}
