import { type AnyAct, ruleOf } from '../acts.ts';
import type { Consequence } from '../law/consequences.ts';
import type { Resource } from '../law/resource.ts';
import type { State } from '../state.ts';
import { maySeeEntry } from './visibility-entries.ts';
import { type Viewer, maySee } from '../visibility.ts';

interface Placed {
  readonly index: number;
  readonly act: AnyAct;
}

/**
 * What `viewer` may hear that these entries changed, each once: what their acts are about, and what followed. The entries follow each other and stand on the
 * record. Whoever tells of changes asks here.
 */
export const changedBy = (state: State, viewer: Viewer, entries: readonly Placed[]): readonly Resource[] => {
  const from = entries[0]?.index ?? Infinity;
  const to = entries.at(-1)?.index ?? -1;
  const seen = entries.filter(({ index, act }) => maySeeEntry(state, viewer, index, act));
  const wider = entries.flatMap(({ act, index }) => ruleOf(act).openParts?.(state, act, index) ?? []);
  const followed = lastFrom(state.consequences, from).filter(({ index }) => index <= to);
  const told = [...wider, ...followed].filter(({ matter, about }) => maySee(state, viewer, matter, about));
  return [
    ...new Set([
      ...seen.flatMap(({ act, index }) => ruleOf(act).subjects(act, state, index)),
      ...told.map(({ resource }) => resource),
    ]),
  ];
};

/** Whether these entries let `viewer` in as a participant, or out: what there is to see is another conference then, and everything in it is new to them. */
export const seesAnew = ({ organisations }: State, viewer: Viewer, entries: readonly Placed[]): boolean => {
  const standing = viewer.kind === 'public' ? undefined : organisations.get(viewer.id)?.standing;
  const turned = standing?.kind === 'participant' ? standing.since : standing?.kind === 'former' ? standing.left : null;
  return turned !== null && entries.some(({ index }) => index === turned.index);
};

/** They stand in the order of their entries, and those that are asked for are mostly the last. */
const lastFrom = (consequences: readonly Consequence[], index: number): readonly Consequence[] => {
  let from = consequences.length;
  while (from > 0 && (consequences[from - 1]?.index ?? -1) >= index) from--;
  return consequences.slice(from);
};
