import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';

/**
 * Places in the text that somebody is being asked about, kept while others write: each goes with its words through every change. What is put in at
 * its edges does not belong to it.
 */

export interface Anchor {
  readonly from: number;
  readonly to: number;
  /** Nothing that stood between is there any more. Never of an anchor that was empty from the first. */
  readonly gone: boolean;
}

type Anchors = ReadonlyMap<symbol, Anchor>;

interface Told {
  readonly name: symbol;
  /** `null`: it is let go. */
  readonly anchor: Anchor | null;
}

const key = new PluginKey<Anchors>('anchors');

export const anchors = (): Plugin =>
  new Plugin<Anchors>({
    key,
    state: {
      init: () => new Map(),
      apply: (change, held) => {
        const told = change.getMeta(key) as Told | undefined;
        if (held.size === 0 && told === undefined) return held;
        const next = new Map([...held].map(([name, anchor]) => [name, mapped(anchor, change)]));
        if (told?.anchor === null) next.delete(told.name);
        else if (told !== undefined) next.set(told.name, told.anchor);
        return next;
      },
    },
  });

const mapped = ({ from, to, gone }: Anchor, { mapping }: Transaction): Anchor => {
  if (from === to) {
    const at = mapping.map(from, -1);
    return { from: at, to: at, gone };
  }
  const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
  const stands = Array.from({ length: to - from }, (_, i) => mapping.mapResult(from + i, 1)).some(
    ({ deletedAfter }) => !deletedAfter,
  );
  return stands && start < end ? { from: start, to: end, gone } : { from: end, to: end, gone: true };
};

/** Holds a place from now on; see {@link anchorIn}. */
export const hold = (state: EditorState, name: symbol, from: number, to: number): Transaction =>
  state.tr.setMeta(key, { name, anchor: { from, to, gone: false } } satisfies Told);

export const letGo = (change: Transaction, name: symbol): Transaction =>
  change.setMeta(key, { name, anchor: null } satisfies Told);

/** Where the place is now; `null`: nothing is held by this name. */
export const anchorIn = (state: EditorState, name: symbol): Anchor | null => key.getState(state)?.get(name) ?? null;
