import type { Outbox, OutboxItem, MailOutcome, Settled } from '../conference/post/outbox.ts';
import type { Insistence } from './insistence.ts';

/** Writes down what became of mails, all that have come in by the end of a turn together. */
export interface Settling {
  /** Resolves when it is on the disk; rejects where it could not be written until the end. */
  readonly settle: (item: OutboxItem, state: MailOutcome['state']) => Promise<void>;
}

interface Waiting extends PromiseWithResolvers<void> {
  readonly outcome: Settled;
}

/** `onSettled` is told what is on the disk, and lets nothing escape. */
export const createSettling = (
  outbox: Pick<Outbox, 'settle'>,
  insistence: Pick<Insistence, 'on' | 'hurry'>,
  onSettled: (outcomes: readonly MailOutcome[]) => void,
): Settling => {
  let waiting: Waiting[] = [];
  let writing = false;

  /** Writes all that is waiting; what comes in while it is refused goes along. */
  const writeOnce = async (): Promise<void> => {
    const batch: Waiting[] = [];
    const outcomes = (): readonly Settled[] => batch.map(({ outcome }) => outcome);
    try {
      await insistence.on(() => {
        batch.push(...waiting);
        waiting = [];
        return outbox.settle(outcomes());
      });
      for (const { resolve } of batch) resolve();
      onSettled(outcomes());
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  };

  const write = async (): Promise<void> => {
    while (waiting.length > 0) await writeOnce();
    writing = false;
  };

  return {
    settle: ({ slug, key, attempts }, state) => {
      const settled = Promise.withResolvers<void>();
      waiting.push({ ...settled, outcome: { slug, key, attempts, state } });
      if (writing) insistence.hurry();
      else {
        writing = true;
        setImmediate(() => void write());
      }
      return settled.promise;
    },
  };
};
