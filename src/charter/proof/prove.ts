import type { Bytes } from '../../base/bytes.ts';
import type { ActHash, OrganisationId, PublicKey } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Signer } from '../act.ts';
import { type NoteFile, readNote } from '../final/note.ts';
import type { Version } from '../law/charter.ts';
import { printedNow } from '../members/names.ts';
import type { Printed } from '../names/printed.ts';
import { type FieldFault, readAct } from '../read.ts';
import type { Refusal } from '../law/refusal.ts';
import { type KeyHolder, holdersOf } from './holders.ts';
import { noteHolds } from './note.ts';
import { type PlacedAct, type Roll, basisOf, foundRoll, isOfRoll, takeIn } from './roll.ts';
import { type Signatory, signatoriesOf } from './signatories.ts';
import { type Part, type Subject, type Taker, readVersion, takerFor } from './subject.ts';

/**
 * What a few entries of a record prove of one text or statement: who signed which words of it. Every entry must have a part in that, in the
 * fields that mean it; one that has none is refused, and so is one whose maker's key does not follow from the founding act.
 */

/** An entry whose form and signatures are good. */
export interface EntryToProve {
  readonly index: number;
  readonly time: Instant;
  readonly hash: ActHash;
  /** Not read yet by the charter's schemas. */
  readonly act: unknown;
  readonly signers: readonly Signer[];
}

export interface ClaimToProve {
  readonly matter: {
    readonly subject: Subject;
    readonly audience: 'everyone' | 'participants';
    readonly adopted: {
      readonly how: 'unanimous' | 'broad-consensus';
      readonly at: Instant;
      readonly symbol: string;
    } | null;
  };
  /** The bytes of the version. */
  readonly text: Bytes;
  /** Those of `note.json`: how it became final, and slips that were put right. */
  readonly note: Bytes;
}

export interface Proof {
  readonly claim: ClaimToProve['matter'];
  readonly version: Version;
  /** How it became final, by the host's word as far as the entries do not show it; `null` of what is no adopted text. */
  readonly note: NoteFile;
  /** The conference as its founding act names it. */
  readonly conference: { readonly id: string; readonly name: string };
  /** The host's key, likewise. */
  readonly host: PublicKey;
  readonly signatories: readonly Signatory[];
  readonly entries: readonly ProvenAct[];
  readonly signers: readonly KeyHolder[];
  /** How each organisation that the entries bring in is called, by its last word among them. */
  readonly names: ReadonlyMap<OrganisationId, Printed>;
}

export interface ProvenAct {
  readonly placed: PlacedAct;
  /** `key`: by it organisations, delegates and keys came in. */
  readonly part: Part | 'founded' | 'key';
}

/** Why the entries do not prove it, and which does not, by its index; `null`: the whole. */
export type ProofFault =
  | ({ readonly index: number } & (
      | FieldFault
      /** The rules do not allow it, by what the entries before show. */
      | { readonly kind: 'refused'; readonly refusal: Refusal }
      /** It says nothing of this text or statement in this version. */
      | { readonly kind: 'no-part' }
    ))
  | { readonly index: null; readonly kind: 'no-text' }
  /** What is said of how it became final is not as it must be, or does not go with the rest. */
  | { readonly index: null; readonly kind: 'other-note' }
  /** There is no signature on it; on the founding charter, not those of all founders. */
  | { readonly index: null; readonly kind: 'nothing-signed' };

/** @returns the proof, or the first entry that does not belong into it. The entries ascend, and the first is entry 0. */
export const prove = (entries: readonly EntryToProve[], claim: ClaimToProve): Result<Proof, ProofFault> => {
  const version = readVersion(claim.text);
  if (version === null) return err({ index: null, kind: 'no-text' });
  const acts = readAll(entries);
  if (!acts.ok) return acts;
  const [founding, ...others] = acts.value;
  if (founding?.index !== 0) return err({ index: founding?.index ?? 0, kind: 'no-part' });
  const founded = foundRoll(founding);
  if (!founded.ok) return err({ index: 0, kind: 'refused', refusal: founded.error });

  const roll = founded.value;
  const { subject } = claim.matter;
  const take = takerFor(roll, subject, version);
  const proven = takeAll(roll, take, others);
  if (!proven.ok) return proven;
  const note = readNote(claim.note);
  if (note === undefined || !noteHolds(note, claim.matter, version, roll))
    return err({ index: null, kind: 'other-note' });
  const signatories = signatoriesOf(roll, subject);
  if (signatories.length === 0 || lacksFounders(roll, subject)) return err({ index: null, kind: 'nothing-signed' });
  const { conference, charter, host } = roll.state;
  return ok({
    claim: claim.matter,
    version,
    note,
    conference: { id: conference ?? '', name: charter?.charter.name ?? '' },
    host: host ?? ('' as PublicKey),
    signatories,
    entries: [{ placed: founding, part: 'founded' }, ...proven.value],
    signers: holdersOf(roll),
    names: new Map([...roll.state.organisations].map(([id, one]) => [id, printedNow(one)])),
  });
};

/** A charter founds a conference once all whom it names have signed it (13.1). */
const lacksFounders = ({ state }: Roll, { kind }: Subject): boolean =>
  kind === 'charter' &&
  [...state.organisations.values()].some(({ entered, founding }) => entered.index === 0 && founding === null);

const readAll = (entries: readonly EntryToProve[]): Result<readonly PlacedAct[], ProofFault> => {
  const acts: PlacedAct[] = [];
  for (const { act: json, ...rest } of entries) {
    const act = readAct(json);
    if (!act.ok) return err({ index: rest.index, ...act.error });
    acts.push({ ...rest, act: act.value });
  }
  return ok(acts);
};

/** Each act's part, in order; and then that each of those which brought somebody in was needed for one of the others. */
const takeAll = (roll: Roll, take: Taker, acts: readonly PlacedAct[]): Result<readonly ProvenAct[], ProofFault> => {
  const proven: ProvenAct[] = [];
  for (const placed of acts) {
    const refusal = takeIn(roll, placed);
    if (refusal !== null) return err({ index: placed.index, kind: 'refused', refusal });
    const part = take(placed) ?? (isOfRoll(placed.act.kind) ? 'key' : null);
    if (part === null) return err({ index: placed.index, kind: 'no-part' });
    if (typeof part === 'object') return err({ index: placed.index, kind: 'refused', refusal: part });
    proven.push({ placed, part });
  }
  const needed = neededOf(roll, proven);
  const idle = proven.find(({ placed, part }) => part === 'key' && !needed.has(placed.index));
  return idle === undefined ? ok(proven) : err({ index: idle.placed.index, kind: 'no-part' });
};

/** The entries on which those hang that say something of the text. */
const neededOf = (roll: Roll, proven: readonly ProvenAct[]): ReadonlySet<number> => {
  const acts = new Map(proven.map(({ placed }) => [placed.index, placed]));
  const needed = new Set(proven.filter(({ part }) => part !== 'key').map(({ placed }) => placed.index));
  // A set's walk reaches what is added meanwhile.
  for (const index of needed) {
    const placed = acts.get(index);
    if (placed !== undefined) for (const basis of basisOf(roll, placed)) needed.add(basis);
  }
  return needed;
};
