import { type AnyAct, ruleOf } from '../acts.ts';
import type { Matter } from '../law/matter.ts';
import { chainOf, provenanceIn } from './provenance.ts';
import type { State } from '../state.ts';
import { type Viewer, maySee } from '../visibility.ts';

/** Who sees which entries of the record: each is shown as its act's matter is. */

/**
 * What an entry of the record is to those who look at it: it is shown as its act's matter is, but to everyone where it brought
 * in a key that made a public signature.
 */
export const matterOfEntry = (state: State, index: number, act: AnyAct): Matter => {
  const { ofKeys, matter } = ruleOf(act);
  if (ofKeys === true && opensKeys(state, index)) return 'signing-key';
  return typeof matter === 'string' ? matter : matter(state, act, index);
};

/** Whether `viewer` may read the entry at `index`. */
export const maySeeEntry = (state: State, viewer: Viewer, index: number, act: AnyAct): boolean => {
  const matter = matterOfEntry(state, index, act);
  const whose = ruleOf(act).whose?.(state, act) ?? [act.by.organisation];
  return whose.some((about) => maySee(state, viewer, matter, about));
};

/** Whether a key that made a public signature, or one on whose word it came in, came in or went out by this entry. */
const opensKeys = (state: State, index: number): boolean => entriesOfOpenKeys(state).has(index);

/** All entries that everybody sees because a key that they are of made a public signature, however long ago they came. */
export const entriesOfOpenKeys = (state: State): ReadonlySet<number> => {
  const known = opening.get(state);
  if (known?.changes === state.keyChanges) return known.entries;
  const entries = entriesOfPublicKeys(state);
  opening.set(state, { changes: state.keyChanges, entries });
  return entries;
};

/** Asked for every entry and every listener, and the same until something changes whose a key is. */
const opening = new WeakMap<State, { readonly changes: number; readonly entries: ReadonlySet<number> }>();

const entriesOfPublicKeys = (state: State): ReadonlySet<number> => {
  const provenance = provenanceIn(state);
  const chain = [...chainOf(state, state.publicKeys)];
  return new Set(
    chain.flatMap((print) => {
      const { marks, ended } = provenance(print);
      return [...marks, ...(ended === null ? [] : [ended])].map(({ index }) => index);
    }),
  );
};
