// What this room needs of the platform beyond the language itself, the same in Node, workers and pages.
declare class URL {
  constructor(address: string, base?: string);
  readonly href: string;
  readonly protocol: string;
}

declare class URLSearchParams {
  constructor(fields: string | Record<string, string>);
  get(name: string): string | null;
  set(name: string, value: string): void;
  toString(): string;
}
