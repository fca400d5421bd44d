import type { Circulation } from '../group/state.ts';
import type { Key, Organisation } from '../members/organisation-state.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';
import { type Viewer, isMember, matterOfOrganisation, maySee } from '../visibility.ts';

/**
 * The state as if what `viewer` may not see were not there: an act that is judged in it is refused for reasons that its maker may hear. Nothing is gone
 * through to make it. Members see all that acts are judged by, and get the state itself.
 */
export const asSeen = (state: State, viewer: Viewer): State => {
  if (isMember(state, viewer)) return state;

  const seenOrganisation = (organisation: Organisation | undefined): Organisation | undefined => {
    if (organisation === undefined) return undefined;
    const { id } = organisation;
    if (!maySee(state, viewer, matterOfOrganisation(state, organisation), id)) return undefined;
    return maySee(state, viewer, 'delegate', id) ? organisation : { ...organisation, delegates: [] };
  };
  const seenKey = (key: Key | undefined): Key | undefined =>
    key !== undefined && (state.publicKeys.has(key.fingerprint) || maySee(state, viewer, 'key', key.organisation))
      ? key
      : undefined;
  const organisations = seenThrough(state.organisations, seenOrganisation);

  return {
    ...state,
    charter: maySee(state, viewer, 'charter') ? state.charter : null,
    foundingMeeting: maySee(state, viewer, 'charter') ? state.foundingMeeting : null,
    organisations,
    keys: seenThrough(state.keys, seenKey),
    keysOf: seenThrough(state.keysOf, (prints) => prints?.filter((print) => seenKey(state.keys.get(print)))),
    // The conference's own name is borne by no organisation.
    likenesses: seenThrough(state.likenesses, (id) =>
      id !== undefined && (id === '' || organisations.has(id)) ? id : undefined,
    ),
    get texts() {
      const seen: Text[] = [];
      for (const text of state.texts) if (text.stage === 'adopted') seen[text.number - 1] = text;
      return seen;
    },
    periodicals: [],
    decidedPeriodicals: [],
    observations: [],
    recoveries: [],
    meetings: [],
    help: [],
    letters: [],
    reports: [],
    appeals: [],
    actions: [],
    // What was circulated to somebody while they took part is their own.
    get circulations() {
      const seen: Circulation[] = [];
      if (viewer.kind === 'organisation')
        for (const one of state.circulations) if (one.recipients.has(viewer.id)) seen[one.number - 1] = one;
      return seen;
    },
  };
};

/** A map through which only what `seen` gives is there. */
const seenThrough = <K, V>(
  map: ReadonlyMap<K, V>,
  seen: (value: V | undefined) => V | undefined,
): ReadonlyMap<K, V> => {
  const get = (key: K): V | undefined => seen(map.get(key));
  const all = (): Map<K, V> =>
    new Map(
      [...map].flatMap(([key, value]) => {
        const through = seen(value);
        return through === undefined ? [] : [[key, through] as const];
      }),
    );
  return {
    get,
    has: (key) => get(key) !== undefined,
    get size() {
      return all().size;
    },
    forEach: (call) => {
      all().forEach(call);
    },
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
};
