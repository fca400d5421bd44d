import type { DraftText } from '../../shared/merge-drafts.ts';

/** What was written and the server does not have yet, in this browser. It goes when the server has it, and never to another organisation. */

export interface Local extends DraftText {
  /** What the server had when it was written. */
  readonly base: DraftText;
  readonly version: number;
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

/** By the draft's id; an empty one is a draft that no server has seen. Where the browser keeps nothing, nothing is kept. */
export const createLocal = (place: string) => {
  const key = (id: string): string => `isonomia-draft:${place}:${id}`;
  const trying = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (name: string): Local | null =>
    trying(() => JSON.parse(localStorage.getItem(name) ?? 'null') as Local | null, null);
  return {
    /** Puts what was kept on an earlier visit aside, so that it stays while something else is written here, until it is answered. */
    putAside: (id: string, now: DraftText): Local | null => {
      const kept = read(key(id));
      if (kept === null || (kept.title === now.title && kept.body === now.body)) return read(`${key(id)}/aside`);
      trying(() => localStorage.setItem(`${key(id)}/aside`, JSON.stringify(kept)), undefined);
      return kept;
    },
    dropAside: (id: string): void => trying(() => localStorage.removeItem(`${key(id)}/aside`), undefined),
    write: (id: string, text: Omit<Local, 'at'>): void =>
      trying(() => localStorage.setItem(key(id), JSON.stringify({ ...text, at: Date.now() })), undefined),
    remove: (id: string): void => trying(() => localStorage.removeItem(key(id)), undefined),
  };
};
