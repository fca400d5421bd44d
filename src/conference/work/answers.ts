/** Answers that are kept as long as there is room for them: the one that was asked for longest ago goes first. */
export interface Answers<T> {
  readonly get: (key: string) => T | undefined;
  /** One that is larger than all the room is not kept. */
  readonly keep: (key: string, answer: T, bytes: number) => void;
}

export const createAnswers = <T>(room: number): Answers<T> => {
  // In the order of the last asking: a Map keeps the order in which its keys were set.
  const kept = new Map<string, { readonly answer: T; readonly bytes: number }>();
  let left = room;
  const drop = (key: string): void => {
    left += kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const known = kept.get(key);
      if (known === undefined) return undefined;
      kept.delete(key);
      kept.set(key, known);
      return known.answer;
    },
    keep: (key, answer, bytes) => {
      drop(key);
      if (bytes > room) return;
      kept.set(key, { answer, bytes });
      left -= bytes;
      for (const oldest of kept.keys()) {
        if (left >= 0) return;
        drop(oldest);
      }
    },
  };
};

/** The same work, asked for again while it is under way, is done once; whoever asks later begins anew. */
export const createShared = <T>(): ((key: string, work: () => Promise<T>) => Promise<T>) => {
  const underWay = new Map<string, Promise<T>>();
  return (key, work) => {
    const begun = underWay.get(key);
    if (begun !== undefined) return begun;
    const mine = work().finally(() => underWay.delete(key));
    underWay.set(key, mine);
    return mine;
  };
};
