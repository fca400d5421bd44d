import type { Fingerprint } from '../../base/ids.ts';
import type { Mark } from '../law/mark.ts';
import type { Organisation, Recovery } from '../members/organisation-state.ts';
import type { Vouched } from '../members/vouched-state.ts';
import type { State } from '../state.ts';
import { upheldVouchers } from '../members/vouchers.ts';

/**
 * By which entries a key, its delegate and the organisation that it speaks for came into the record: all that somebody needs who trusts the founding act
 * alone and wants to know whose a signature is.
 */
export interface Provenance {
  /** Where they came in, and where others vouched for them. */
  readonly marks: readonly Mark[];
  /** The keys that signed there, whose own provenance counts too. */
  readonly keys: readonly Fingerprint[];
  /** Where the key went out. */
  readonly ended: Mark | null;
}

type Part = Pick<Provenance, 'marks' | 'keys'>;

const NOTHING: Provenance = { marks: [], keys: [], ended: null };

const together = (parts: readonly Part[]): Part => ({
  marks: parts.flatMap(({ marks }) => marks),
  keys: parts.flatMap(({ keys }) => keys),
});

const vouchersOf = (vouched: Vouched): Part => {
  const upheld = upheldVouchers(vouched);
  return { marks: upheld.map(({ on }) => on), keys: upheld.map(({ key }) => key) };
};

/** Where it was first named, where it signed the founding charter, and the applications by which it became a participant, with who presented it then. */
const entranceOf = ({ entered, founding, applications }: Organisation): Part =>
  together([
    { marks: founding === null ? [entered] : [entered, founding], keys: [] },
    ...applications
      .filter(({ admitted }) => admitted !== null)
      .flatMap((application) => [{ marks: [application.on], keys: [application.key] }, vouchersOf(application)]),
  ]);

/** The provenance of every key of this state. Good until the next entry. */
export const provenanceIn = (state: State): ((print: Fingerprint) => Provenance) => {
  const recovered = new Map<Fingerprint, Recovery>();
  for (const recovery of state.recoveries)
    if (recovery.stage.kind === 'replaced') recovered.set(recovery.fingerprint, recovery);
  /** By whose key each delegate was appointed. */
  const appointers = new Map<string, Fingerprint>();
  for (const { organisation, delegate, use, from, broughtBy } of state.keys.values()) {
    const appointed = state.organisations.get(organisation)?.delegates[delegate - 1]?.appointed;
    if (use === 'invitation' && broughtBy !== null && from.index === appointed?.index)
      appointers.set(`${organisation}/${delegate}`, broughtBy);
  }

  return (print) => {
    const key = state.keys.get(print);
    const organisation = key && state.organisations.get(key.organisation);
    const delegate = key && organisation?.delegates[key.delegate - 1];
    if (key === undefined || organisation === undefined || delegate === undefined) return NOTHING;
    const appointer = appointers.get(`${key.organisation}/${key.delegate}`);
    const recovery = recovered.get(print);
    const came: Part =
      recovery === undefined
        ? { marks: [key.from], keys: key.broughtBy === null ? [] : [key.broughtBy] }
        : together([{ marks: [recovery.requested], keys: [] }, vouchersOf(recovery)]);
    return {
      ...together([
        came,
        { marks: [delegate.appointed], keys: appointer === undefined ? [] : [appointer] },
        entranceOf(organisation),
      ]),
      ended: key.until,
    };
  };
};

/** These keys, and all those on whose word they came in, back to the founders'. */
export const chainOf = (state: State, prints: Iterable<Fingerprint>): ReadonlySet<Fingerprint> => {
  const provenance = provenanceIn(state);
  const chain = new Set<Fingerprint>(prints);
  // A set is walked in the order in which it grows.
  for (const print of chain) for (const earlier of provenance(print).keys) chain.add(earlier);
  return chain;
};
