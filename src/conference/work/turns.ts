import type { Brand } from '../../base/brand.ts';
import type { Slug } from '../../base/ids.ts';
import type { Reader } from '../reading/reader.ts';
import { SAMPLE } from '../door/shares.ts';

/** Whose turn it is: so much is worked on at once, and nobody's work keeps the others' from its turn. */

/** For whom something is worked out: a member organisation of a conference, or all strangers together. */
export type Asker = Brand<string, 'Asker'>;

export const STRANGERS = 'strangers' as Asker;

export const askerOf = (slug: Slug, { viewer, member }: Pick<Reader, 'viewer' | 'member'>): Asker =>
  slug !== SAMPLE && member && viewer.kind === 'organisation' ? (`${slug} ${viewer.id}` as Asker) : STRANGERS;

/** As much is worked on, or waited for, as this asker, or all, may have at once. Nothing was begun. */
export class WorkBusy extends Error {
  override readonly name = 'WorkBusy';
  /** Seconds after which there may be room. */
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('As much is being worked out as can be');
    this.retryAfter = retryAfter;
  }
}

export interface TurnLimits {
  /** Works at once. */
  readonly atOnce: number;
  /** Works of one asker that wait; one more may be under way. */
  readonly waitingOfOne: number;
  /** Works that wait in all. */
  readonly waiting: number;
  /** What whoever finds no room is told, in seconds. */
  readonly retryAfter: number;
}

export interface Turns {
  /**
   * Resolves when it is one's turn: with what ends it, to be called once; or with `null` where the signal fired first.
   * @throws WorkBusy where too many wait already
   */
  readonly take: (asker: Asker, signal?: AbortSignal) => Promise<(() => void) | null>;
  /** Seconds after which to ask again, where this asker would find no room; `null`: there is room. */
  readonly full: (asker: Asker) => number | null;
}

interface Line {
  running: boolean;
  readonly waiting: Set<() => void>;
}

/** Askers take turns: one has one work under way, and its next comes after those of all others who wait. */
export const createTurns = ({ atOnce, waitingOfOne, waiting, retryAfter }: TurnLimits): Turns => {
  // In the order in which they are next: whoever has had a turn goes to the end.
  const lines = new Map<Asker, Line>();
  let free = atOnce;
  let queued = 0;

  const begin = (): void => {
    for (const line of lines.values()) {
      if (free === 0) return;
      const [next] = line.waiting;
      if (line.running || next === undefined) continue;
      line.waiting.delete(next);
      queued -= 1;
      free -= 1;
      line.running = true;
      next();
    }
  };
  const leave = (asker: Asker, line: Line): void => {
    free += 1;
    line.running = false;
    lines.delete(asker);
    if (line.waiting.size > 0) lines.set(asker, line);
    begin();
  };
  const lineOf = (asker: Asker): Line => lines.get(asker) ?? { running: false, waiting: new Set() };
  const isFull = (line: Line): boolean =>
    (line.running || free === 0) && (line.waiting.size >= waitingOfOne || queued >= waiting);

  return {
    full: (asker) => (isFull(lineOf(asker)) ? retryAfter : null),
    take: async (asker, signal) => {
      if (signal?.aborted === true) return null;
      const line = lineOf(asker);
      if (isFull(line)) throw new WorkBusy(retryAfter);
      lines.set(asker, line);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const mine = (): void => resolve(true);
      const giveUp = (): void => {
        if (!line.waiting.delete(mine)) return;
        queued -= 1;
        if (!line.running && line.waiting.size === 0) lines.delete(asker);
        resolve(false);
      };
      line.waiting.add(mine);
      queued += 1;
      signal?.addEventListener('abort', giveUp, { once: true });
      begin();
      const comes = await promise;
      signal?.removeEventListener('abort', giveUp);
      return comes ? () => leave(asker, line) : null;
    },
  };
};
