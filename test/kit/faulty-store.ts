import type { Store } from '../../src/conference/ports.ts';
import { createMemoryStore } from '../../src/store/memory/store.ts';

/** A store that can be made to fail, and to hold appends back. */
export interface FaultyStore extends Store {
  /** `after-writing`: what was asked is done, and the answer lost. */
  fail: 'never' | 'before-writing' | 'after-writing';
  /** Holds every append back until the function given back is called. */
  readonly hold: () => () => void;
  /** How many entries each append wrote. */
  readonly appends: number[];
}

export const createFaultyStore = (): FaultyStore => {
  const inner = createMemoryStore();
  let gate: Promise<void> = Promise.resolve();
  const write = async (entries: number, writing: () => Promise<void>): Promise<void> => {
    await gate;
    if (store.fail === 'before-writing') throw new Error('disk full');
    await writing();
    store.appends.push(entries);
    if (store.fail === 'after-writing') throw new Error('lost connection');
  };
  const store: FaultyStore = {
    ...inner,
    fail: 'never',
    appends: [],
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    begin: (slug, conference, entries) => write(entries.length, () => inner.begin(slug, conference, entries)),
    append: (slug, size, entries) => write(entries.length, () => inner.append(slug, size, entries)),
  };
  return store;
};
