interface HeldTimer {
  readonly delay: number;
  ring(): void;
}

/** Timers that do not run by themselves: those of at least `shortest` milliseconds. */
export function holdTimers(shortest = 0) {
  const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
  const held = new Map<number, HeldTimer>();
  let last = 1e9;
  const set = (action: () => void, delay = 0): number => {
    if (delay < shortest) return realSet(action, delay) as unknown as number;
    const id = ++last;
    held.set(id, {
      delay,
      ring: () => {
        if (held.delete(id)) action();
      },
    });
    return id;
  };
  globalThis.setTimeout = set as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => void (held.delete(id) || realClear(id))) as typeof clearTimeout;
  return {
    /** Those that wait, the newest last. */
    get waiting(): readonly HeldTimer[] {
      return [...held.values()];
    },
    restore() {
      globalThis.setTimeout = realSet;
      globalThis.clearTimeout = realClear;
    },
  };
}
