import type { Outbox, OutboxItem, Outcome } from '../conference/post/outbox.ts';

/** Writes down what became of mails, all that have come in by the end of a turn together. */
export interface Settling {
  /** Resolves when it is on the disk, and rejects where it could not be written. */
  readonly settle: (item: OutboxItem, state: Outcome['state']) => Promise<void>;
}

interface Waiting extends PromiseWithResolvers<void> {
  readonly outcome: Outcome;
}

/** `onSettled` is told what is on the disk, and lets nothing escape. */
export const createSettling = (outbox: Outbox, onSettled: (outcomes: readonly Outcome[]) => void): Settling => {
  let waiting: Waiting[] = [];
  let writing = false;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const outcomes = batch.map(({ outcome }) => outcome);
      try {
        await outbox.settle(outcomes);
        for (const { resolve } of batch) resolve();
        onSettled(outcomes);
      } catch (fault) {
        for (const { reject } of batch) reject(fault);
      }
    }
    writing = false;
  };

  return {
    settle: ({ slug, key }, state) => {
      const settled = Promise.withResolvers<void>();
      waiting.push({ ...settled, outcome: { slug, key, state } });
      if (!writing) {
        writing = true;
        setImmediate(() => void write());
      }
      return settled.promise;
    },
  };
};
