import type { Mark } from './law/mark.ts';
import type {
  ActHash,
  AttachmentHash,
  ClauseId,
  ConferenceId,
  Country,
  Fingerprint,
  OrganisationId,
  PublicKey,
  VersionHash,
} from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import type { Charter } from './law/charter.ts';
import type { Consequence } from './law/consequences.ts';
import type { Circulation, Group, GroupMandate, HelpRequest, Letter } from './group/state.ts';
import type { Kept } from './law/kept.ts';
import type { Likeness } from './names/likeness.ts';
import { type Indexes, noIndexes } from './law/indexes.ts';
import type { Meeting } from './meetings/state.ts';
import type { Statement } from './decisions/statement-state.ts';
import type { Text } from './texts/state.ts';

export * from './texts/state.ts';
export type * from './meetings/state.ts';
export type * from './group/state.ts';
export type * from './decisions/statement-state.ts';

/**
 * Everything that follows from a record: `state = entries.reduce(apply, emptyState())`. Readers get it `readonly`; only
 * `apply` moves it on.
 */

export interface State extends Indexes {
  readonly conference: ConferenceId | null;
  /** How many entries have been applied. */
  readonly size: number;
  /** The time of the last entry. */
  readonly time: Instant;
  /** The host's public key, as the founding act names it. */
  readonly host: PublicKey | null;
  readonly founded: Mark | null;
  /** The charter in force, or the one being signed by the founders. */
  readonly charter: InForce | null;
  readonly earlierCharters: readonly InForce[];
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>;
  /** By what names come to, who is called so; see `names.ts`. */
  readonly likenesses: ReadonlyMap<Likeness, OrganisationId>;
  /** Every key ever enrolled, and every invitation's. */
  readonly keys: ReadonlyMap<Fingerprint, Key>;
  /** The keys that made a public signature. What strangers need to check it follows: `provenance.ts`. */
  readonly publicKeys: ReadonlySet<Fingerprint>;
  /** Texts by number, from 1, without gaps: `texts[number - 1]`. */
  readonly texts: readonly Text[];
  /** Statements by number, likewise. */
  readonly statements: readonly Statement[];
  readonly observations: readonly Observation[];
  readonly recoveries: readonly Recovery[];
  /** Assemblies and meetings of the coordinating group by number, likewise. */
  readonly meetings: readonly Meeting[];
  /** The coordinating group; `null`: none was elected yet. */
  readonly group: Group | null;
  readonly earlierGroups: readonly Group[];
  readonly mandates: readonly GroupMandate[];
  readonly help: readonly HelpRequest[];
  /** The register of letters and circulars, by number. */
  readonly letters: readonly Letter[];
  /** Everything that was communicated to those entitled to it, by number. */
  readonly circulations: readonly Circulation[];
  /** What was ever brought beside the record, by its salted hash. */
  readonly attachments: ReadonlyMap<AttachmentHash, Kept>;
  /** What falls due, soonest first. */
  readonly deadlines: readonly Deadline[];
  /** What entries changed beyond what their acts are about, in the order of the entries. */
  readonly consequences: readonly Consequence[];
  /** The index of each act's entry by its hash, against a second sending. */
  readonly acts: ReadonlyMap<ActHash, number>;
}

export interface InForce {
  /** From 1. */
  readonly number: number;
  readonly charter: Charter;
  readonly hash: VersionHash;
  readonly since: Mark | null;
  /** The text by whose adoption it came into force, or `null` for the founding one. */
  readonly text: number | null;
}

export type Deadline =
  | { readonly at: Instant; readonly kind: 'admission'; readonly organisation: OrganisationId }
  | { readonly at: Instant; readonly kind: 'recovery'; readonly recovery: number }
  | { readonly at: Instant; readonly kind: 'decision'; readonly text: number }
  | { readonly at: Instant; readonly kind: 'amendment'; readonly text: number; readonly amendment: number }
  | { readonly at: Instant; readonly kind: 'proposal'; readonly text: number; readonly proposal: number }
  | { readonly at: Instant; readonly kind: 'summary'; readonly meeting: number };

/** How far something has come that participants must vouch for. */
export type Period =
  /** Too few vouch for it; it lapses then. */
  | { readonly kind: 'awaiting'; readonly lapses: Instant }
  /** It comes about then unless somebody disagrees. */
  | { readonly kind: 'running'; readonly ends: Instant };

/** An organisation's relation to the conference. */
export type Standing =
  | { readonly kind: 'founder' }
  | { readonly kind: 'applicant'; readonly period: Period }
  | { readonly kind: 'participant'; readonly since: Mark }
  | { readonly kind: 'not-admitted'; readonly on: Mark }
  /** Its application was not presented in time. */
  | { readonly kind: 'lapsed'; readonly on: Mark }
  | { readonly kind: 'former'; readonly since: Mark; readonly left: Mark }
  | { readonly kind: 'withdrawn'; readonly on: Mark }
  | { readonly kind: 'outside' };

/** From one entrance into the conference to the next departure. */
export interface Term {
  readonly since: Mark;
  readonly left: Mark | null;
}

export interface Organisation {
  readonly id: OrganisationId;
  /** In its own script. */
  readonly name: string;
  /** The name as others may read it, where its own script needs that. */
  readonly gloss: string | null;
  readonly country: Country;
  readonly about: string | null;
  readonly website: string | null;
  readonly standing: Standing;
  /** When it took part, from the first time; it takes part where the last one has not ended. */
  readonly terms: readonly Term[];
  readonly entered: Mark;
  /** When it signed the charter that it founded the conference with; `null`: it is no founder, or has not yet. */
  readonly founding: Mark | null;
  /** When it signed the charter that it takes part under, and which. */
  readonly accepted: { readonly charter: VersionHash; readonly on: Mark } | null;
  /** By number, from 1, without gaps. */
  readonly delegates: readonly Delegate[];
  /** From the first; the last one may be open. */
  readonly applications: readonly Application[];
}

/** What has no effect before participants vouch for it. */
export interface Vouched {
  /** How many must, fixed when it came in. */
  readonly needed: number;
  readonly vouchers: readonly Voucher[];
  readonly disagreements: readonly Disagreement[];
}

/** A participant's word for somebody. */
export interface Voucher {
  readonly by: OrganisationId;
  /** The key that signed it. */
  readonly key: Fingerprint;
  readonly on: Mark;
  readonly withdrawn: Mark | null;
}

export interface Application extends Vouched {
  /** The act that made it: what participants present is this one, and no other by the same organisation. */
  readonly act: ActHash;
  readonly on: Mark;
  /** The key that signed it. */
  readonly key: Fingerprint;
  /** The salted hash of the letter. */
  readonly letter: AttachmentHash;
  /** When the organisation became a participant by it; `null`: it has not. */
  readonly admitted: Mark | null;
}

export interface Disagreement {
  readonly by: OrganisationId;
  readonly reasons: string;
  readonly on: Mark;
  readonly withdrawn: Mark | null;
}

export type Role = 'representing' | 'assisting';

export interface Delegate {
  readonly number: number;
  /** The salted hash of the name, kept beside the record; `null` where none was given. */
  readonly name: AttachmentHash | null;
  readonly role: Role;
  /** The key of the link by which the delegate enrols the first key of their own; `null` once it is spent. */
  readonly invitation: PublicKey | null;
  readonly appointed: Mark;
  /** Its own organisation, or the one that invited that: it may give another link until the delegate has a key. */
  readonly appointedBy: OrganisationId;
  readonly recalled: Mark | null;
}

export type KeyKind = 'passkey' | 'ssh' | 'device';

export interface Key {
  readonly fingerprint: Fingerprint;
  readonly key: PublicKey;
  readonly use: KeyKind | 'invitation';
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly from: Mark;
  readonly until: Mark | null;
  /** The key that brought it in; `null` for one that came with the founding or with an application, or was replaced by the others' silence. */
  readonly broughtBy: Fingerprint | null;
}

export interface Recovery extends Vouched {
  readonly number: number;
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
  readonly use: KeyKind;
  /** The salted hash of what happened, in the words of whoever asks. */
  readonly explanation: AttachmentHash;
  readonly requested: Mark;
  readonly stage: Period | { readonly kind: 'replaced' | 'refused' | 'lapsed'; readonly on: Mark };
}

export interface Observation {
  /** From 1. */
  readonly number: number;
  readonly text: number;
  /** The version that it speaks of. */
  readonly version: VersionHash;
  readonly by: OrganisationId;
  readonly kind: 'clarification' | 'view' | 'disagreement';
  /** The clauses it is about; empty: the whole. */
  readonly clauses: readonly ClauseId[];
  readonly words: string;
  readonly public: boolean;
  readonly on: Mark;
  /** Everyone it was communicated to (8.4): the other participants at that moment. */
  readonly circulation: readonly Recipient[];
}

export interface Recipient {
  readonly organisation: OrganisationId;
  /** When it stood in the recipient's workspace: the entry's own time. */
  readonly communicated: Mark;
  /** When the host showed it to a signed-in delegate of theirs; the host says so on the record. */
  readonly shown: Mark | null;
}

export const emptyState = (): State => ({
  ...noIndexes(),
  conference: null,
  size: 0,
  time: 0 as Instant,
  host: null,
  founded: null,
  charter: null,
  earlierCharters: [],
  organisations: new Map(),
  likenesses: new Map(),
  keys: new Map(),
  publicKeys: new Set(),
  texts: [],
  statements: [],
  observations: [],
  recoveries: [],
  meetings: [],
  group: null,
  earlierGroups: [],
  mandates: [],
  help: [],
  letters: [],
  attachments: new Map(),
  circulations: [],
  deadlines: [],
  consequences: [],
  acts: new Map(),
});
