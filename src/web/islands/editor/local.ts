import type { Save } from '../../shared/draft-save.ts';

/**
 * What was written and the server does not have yet, in this browser, by conference, organisation, form, draft and pen: no page reads what another
 * organisation's wrote, none writes over what another page did. It goes when the server has it.
 */
export interface Local extends Save {
  /** When it was kept, in milliseconds. */
  readonly at: number;
}

const PREFIX = 'isonomia-draft:';

/** `place`: conference, organisation, kind and text. Where the browser keeps nothing, nothing is kept. */
export const createLocal = (place: string) => {
  const prefix = `${PREFIX}${place}/`;
  const key = ({ id, pen }: Pick<Save, 'id' | 'pen'>): string => `${prefix}${id}/${pen}`;
  const trying = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (name: string): Local | null =>
    trying(() => JSON.parse(localStorage.getItem(name) ?? 'null') as Local | null, null);
  const remove = (save: Pick<Save, 'id' | 'pen'>): void => trying(() => localStorage.removeItem(key(save)), undefined);
  return {
    /** All that is kept here, what was written first first. */
    all: (): readonly Local[] =>
      trying(() => Object.keys(localStorage), [])
        .flatMap((name) => (name.startsWith(prefix) ? (read(name) ?? []) : []))
        .toSorted((a, b) => a.at - b.at),
    write: (save: Save): void =>
      trying(() => localStorage.setItem(key(save), JSON.stringify({ ...save, at: Date.now() })), undefined),
    remove,
    /** Lets go of what has been kept elsewhere, unless its page has written on meanwhile. */
    done: (save: Save): void => {
      if ((read(key(save))?.number ?? 0) <= save.number) remove(save);
    },
  };
};
