import { SolverBusy } from '../conference/ports.ts';

/** Lets so many in at once, and so many wait. */
export interface Turns {
  /**
   * Resolves when it is one's turn: with `true`, and then {@link Turns.leave} must follow; or with `false` where the signal fired first.
   * @throws SolverBusy where too many wait already
   */
  readonly take: (signal: AbortSignal) => Promise<boolean>;
  readonly leave: () => void;
}

export const createTurns = (atOnce: number, waiting: number): Turns => {
  let free = atOnce;
  const queue = new Set<(comes: boolean) => void>();
  return {
    take: async (signal) => {
      if (signal.aborted) return false;
      if (free > 0) {
        free -= 1;
        return true;
      }
      if (queue.size >= waiting) throw new SolverBusy('As much is being worked out as can be');
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const giveUp = (): void => {
        queue.delete(resolve);
        resolve(false);
      };
      queue.add(resolve);
      signal.addEventListener('abort', giveUp, { once: true });
      const comes = await promise;
      signal.removeEventListener('abort', giveUp);
      return comes;
    },
    leave: () => {
      const [next] = queue;
      if (next === undefined) free += 1;
      else {
        queue.delete(next);
        next(true);
      }
    },
  };
};
