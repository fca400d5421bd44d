import type { Fingerprint } from '../base/ids.ts';
import type { Mark, Organisation, Recovery, State, Vouched } from './state.ts';
import { upheldVouchers } from './vouchers.ts';

/**
 * By which entries a key, and the organisation that it speaks for, came into the record: all that somebody needs who trusts the founding act alone and
 * wants to know whose a signature is.
 */
export interface Provenance {
  /** Where it came in and went out, and where others vouched for it. */
  readonly marks: readonly Mark[];
  /** The keys that signed there, whose own provenance counts too. */
  readonly keys: readonly Fingerprint[];
}

const NOTHING: Provenance = { marks: [], keys: [] };

const together = (parts: readonly Provenance[]): Provenance => ({
  marks: parts.flatMap(({ marks }) => marks),
  keys: parts.flatMap(({ keys }) => keys),
});

const vouchersOf = (vouched: Vouched): Provenance => {
  const upheld = upheldVouchers(vouched);
  return { marks: upheld.map(({ on }) => on), keys: upheld.map(({ key }) => key) };
};

/** The applications by which an organisation became a participant, and who presented it then. */
const admissionsOf = ({ applications }: Organisation): Provenance =>
  together(
    applications
      .filter(({ admitted }) => admitted !== null)
      .flatMap((application) => [{ marks: [application.on], keys: [application.key] }, vouchersOf(application)]),
  );

/** The provenance of every key of this state. Good until the next entry. */
export const provenanceIn = (state: State): ((print: Fingerprint) => Provenance) => {
  const recovered = new Map<Fingerprint, Recovery>();
  for (const recovery of state.recoveries)
    if (recovery.stage.kind === 'replaced') recovered.set(recovery.fingerprint, recovery);

  return (print) => {
    const key = state.keys.get(print);
    const organisation = key && state.organisations.get(key.organisation);
    if (key === undefined || organisation === undefined) return NOTHING;
    const recovery = recovered.get(print);
    return together([
      {
        marks: key.until === null ? [key.from] : [key.from, key.until],
        keys: key.broughtBy === null ? [] : [key.broughtBy],
      },
      admissionsOf(organisation),
      recovery === undefined ? NOTHING : { marks: [recovery.requested], keys: [] },
      recovery === undefined ? NOTHING : vouchersOf(recovery),
    ]);
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
