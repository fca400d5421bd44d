import type { Bytes } from '../base/bytes.ts';
import type { ActHash, AttachmentHash, OrganisationId, PublicKey, Slug } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Hash } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import type { ReceivedAct } from '../charter/act.ts';
import type { AnyAct, BodyOf } from '../charter/acts.ts';
import type { FieldFault } from '../charter/read.ts';
import type { Refusal } from '../charter/law/refusal.ts';
import type { State } from '../charter/state.ts';
import type { Viewer } from '../charter/visibility.ts';
import type { Certificate } from '../record/certificate.ts';
import type { Files } from '../record/tar.ts';
import type { MatterNote } from '../record/matter.ts';
import type { Attachment } from '../base/act.ts';
import type { Doubt } from './time/doubt.ts';

/** What the outer rooms see of the running conference. */

/** Why something sent to the one door was not appended. Nothing of it was kept. */
export type Rejection =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'malformed'; readonly fault: FieldFault }
  /** A signature that is no SSHSIG, is not good for these bytes, or was made with a key that may not be used. */
  | { readonly kind: 'bad-signature'; readonly index: number; readonly why: string }
  | { readonly kind: 'too-large'; readonly field: string; readonly most: number }
  /** Two times are possible, and at the one that fits this act something would happen on the word of one key. It may be taken a little later. */
  | { readonly kind: 'clock-in-doubt' }
  /** The act names an attachment that was not sent, or one was sent that it does not name. */
  | { readonly kind: 'bad-attachment'; readonly hash: AttachmentHash }
  /** Too many acts are waiting to be checked; the same act may be sent again in a moment. */
  | { readonly kind: 'busy' }
  /** As much was accepted of this organisation, or from where this came, as may be in a while: the same act may be sent again after so many milliseconds. */
  | { readonly kind: 'too-many'; readonly wait: number }
  /** The founding act names another host, which carries this record on; here it can only be read. */
  | { readonly kind: 'kept-elsewhere' }
  /** The host has signed another record of this conference than the one that it holds: it takes nothing until that is put right. */
  | { readonly kind: 'signing-stopped' }
  /** Founding needs the one-time right, and it was not given or is spent. */
  | { readonly kind: 'founding-token' };

/** How something came to the one door, where somebody has sent it. */
export interface Sent {
  /** Whether whoever sends it is signed in for a participant, whoever has signed it. */
  readonly passedOn: boolean;
  /** Where it comes from, as the limits count. */
  readonly from: string;
}

/** What the maker of an act gets back: its place in the record, which its inclusion proof confirms. */
export interface Receipt {
  readonly index: number;
  readonly hash: ActHash;
  readonly time: Instant;
}

export interface Accepted extends Receipt {
  /** The very same signed act was on the record already, and this is its receipt of then: for a maker whose first answer was lost. */
  readonly replayed: boolean;
}

/** The right to found one conference. */
export interface FoundingRight {
  readonly isOpen: () => boolean;
  /** Takes it, for good and durably, before anything is founded with it. `false`: there is none to take. */
  readonly spend: () => boolean;
}

/** Guards the founding of a conference: the right of whoever holds this token of a founding link. */
export type FoundingGate = (token: string) => FoundingRight;

/** An entry as it is read back. */
export interface RecordEntry extends ReceivedAct<AnyAct> {
  readonly index: number;
  readonly bytes: Bytes;
  readonly signatures: readonly Bytes[];
}

/** Something was appended. Sent when it is durable, never before. */
export interface Happened {
  readonly size: number;
  readonly entries: readonly RecordEntry[];
}

/** What the host says of what it sent, showed and took in, and of what the law has obliged it to. */
export type AttestedKind =
  'host.delivered' | 'host.erased' | 'host.opened' | 'host.received' | 'host.replied' | 'host.shown';

/** How a conference stands, for whoever runs the host. */
export interface Vitals {
  /** What was last to be written was not, and nothing has been since. */
  readonly unwritten: boolean;
  /** When a checkpoint was last given out; `null`: none was since the start. */
  readonly checkpoint: Instant | null;
  /** How often something was not taken since the start. */
  readonly rejected: ReadonlyMap<Rejection['kind'], number>;
}

/** One running conference: the one door in, and the state as of the last durable entry. */
export interface Conference {
  readonly slug: Slug;
  /** The settled state. Everything in it is durable. Do not keep it across an `await`: it moves on. */
  readonly state: () => State;
  /**
   * The one door. `body` is the envelope as it came in (JSON, see `docs/RECORD.md`). Resolves when the act is durable. The same act sent again is
   * answered by its first receipt where its signatures are good, and refused where they are not.
   */
  readonly submit: (body: Bytes, sent?: Sent | null) => Promise<Result<Accepted, Rejection>>;
  /**
   * Whether the charter would allow this act now, its signature left aside, as far as the viewer may know: what a form asks before it asks for a signature.
   */
  readonly preview: (act: AnyAct, viewer: Viewer) => Refusal | null;
  /** The host notes on the record that observations were shown to an organisation's delegate (8.4). Those shown before are passed over. */
  readonly noteShown: (organisation: OrganisationId, observations: readonly number[]) => Promise<void>;
  /** The same of what was circulated to it. */
  readonly noteOpened: (organisation: OrganisationId, circulations: readonly number[]) => Promise<void>;
  /** The host says in its own name what the post has done or taken in, or what it has erased. Refused where the rules do not allow it, or this host does not keep the record. */
  readonly attest: <K extends AttestedKind>(
    kind: K,
    body: BodyOf<K>,
    attachments?: readonly Attachment[],
  ) => Promise<Result<Receipt, Rejection>>;
  /** Whether the record is not the one that this host has signed and acknowledged, so that it takes nothing. */
  readonly isReadOnly: () => boolean;
  /** The two times between which the true one is; `null`: there is no doubt. */
  readonly doubt: () => Doubt | null;
  readonly entry: (index: number) => Promise<RecordEntry | null>;
  readonly entries: (from: number, to: number) => Promise<readonly RecordEntry[]>;
  /** `null`: there is none, or it was erased, whoever has brought it back. */
  readonly attachment: (hash: AttachmentHash) => Promise<Attachment | null>;
  /** The hashes of all attachments that are not erased. */
  readonly attachmentHashes: () => Promise<readonly AttachmentHash[]>;
  /**
   * The signed checkpoint of the durable record.
   * @throws SigningStopped where the host's key has signed another record of this conference
   */
  readonly checkpoint: () => Promise<string>;
  /** Signs which entries are about a matter; `null` where another host keeps this record and nobody here may speak for it. */
  readonly signMatter: (matter: MatterNote) => Promise<Bytes | null>;
  /** A file that this host made of a document, as its certified true copy; `null` where another host keeps this record. */
  readonly certify: (
    document: Pick<Certificate, 'document' | 'version' | 'name'>,
    file: Bytes,
  ) => Promise<Files | null>;
  /** The RFC 6962 inclusion proof of an entry in the tree of `size` entries. */
  readonly inclusionProof: (index: number, size: number) => readonly Hash[];
  readonly consistencyProof: (from: number, to: number) => readonly Hash[];
  readonly root: (size: number) => Hash;
  /** Bytes of a C2SP tlog-tiles hash tile, or `null` where the tree does not reach so far. */
  readonly tile: (level: number, index: number, width: number) => Bytes | null;
  readonly subscribe: (listener: (happened: Happened) => void) => () => void;
  readonly standing: () => Vitals;
  readonly close: () => Promise<void>;
}

/** A conference whose record cannot be read as it stands. Nothing of it is shown, taken or signed until whoever runs the host has put it right. */
export interface Halted {
  readonly slug: Slug;
  /** For whoever runs the host. */
  readonly why: Error;
}

/** One installation: its conferences, and the key with which it signs checkpoints and ticks. */
export interface Host {
  readonly publicKey: PublicKey;
  readonly conferences: () => readonly Conference[];
  readonly conference: (slug: Slug) => Conference | null;
  /** Those that could not be opened; they are not among the {@link conferences}. */
  readonly halted: () => readonly Halted[];
  /** Calls back for every conference there is, and for each that is founded later; the function given back ends it. */
  readonly onOpened: (listener: (conference: Conference) => void) => () => void;
  /**
   * Begins a new record from a founding act, one after the other. Refused where the slug is taken, or the conference has a record here. The right is
   * spent when nothing but the writing is left; without one, whoever calls may found.
   */
  readonly found: (slug: Slug, body: Bytes, right?: FoundingRight) => Promise<Result<Accepted, Rejection>>;
  readonly close: () => Promise<void>;
}
