import type { Attachment } from '../base/act.ts';
import type { Bytes } from '../base/bytes.ts';
import type { AttachmentHash, ClauseId, ConferenceId, OrganisationId, Slug } from '../base/ids.ts';
import type { Hash } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import type { Holder } from '../charter/members/holders.ts';
import type { SharedDrafts } from './shared-draft.ts';
import type { ReadingMarks } from './reading-marks.ts';
import type { PreparedActs } from './prepared.ts';
import type { Choice, Point, Problem } from '../text/common/problem.ts';
import type { Unity } from '../text/common/unite.ts';

/** What the running conference needs from outside. Each port has one contract and a suite of tests that every adapter passes. */

/** What one act brings to the store. */
export interface Stored {
  /** The entry, to the byte; see `docs/RECORD.md`. */
  readonly entry: Bytes;
  readonly attachments: readonly Attachment[];
  /** What it erases for good, of what earlier entries brought. */
  readonly erases: readonly AttachmentHash[];
}

/** The size of a record was not what the appender expected: somebody else has appended. Nothing was written. */
export class SizeConflict extends Error {
  override readonly name = 'SizeConflict';
}

/** There is a record under this slug, or of this conference under another one. Nothing was written. */
export class Taken extends Error {
  override readonly name = 'Taken';
  /** The slug of the record that is in the way. */
  readonly slug: Slug;
  constructor(slug: Slug) {
    super(`There is a record “${slug}” already`);
    this.slug = slug;
  }
}

/** The root over the first `size` entries of a record, as the host's key has signed it or is about to. */
export interface SignedRoot {
  readonly size: number;
  readonly root: Hash;
}

/** How far a record had come when its last entry was acknowledged. */
export interface Acknowledged extends SignedRoot {
  readonly slug: Slug;
}

/**
 * Keeps records. Indices are dense, bytes come back as they went in, and nothing is ever changed or removed but attachments, which entries erase.
 *
 * Beside the records it notes which roots the host's key has signed: of each conference one for each size, for ever. Those notes hang on the
 * conference's id and are kept apart from the records, so that records which were put back from a copy are found out.
 */
export interface Store {
  readonly conferences: () => Promise<readonly Slug[]>;
  /**
   * Begins the record of a conference, of which a store holds one only. All or nothing, as durable as {@link append}.
   * @throws Taken
   */
  readonly begin: (slug: Slug, conference: ConferenceId, entries: readonly Stored[]) => Promise<void>;
  /**
   * Appends entries to a record that has begun and has exactly `size` entries. All or nothing. When the promise resolves they
   * survive the loss of power.
   * @throws SizeConflict where the record has another size
   */
  readonly append: (slug: Slug, size: number, entries: readonly Stored[]) => Promise<void>;
  /** Entries from index `from` up to, not including, `to`; fewer where the record ends before. */
  readonly read: (slug: Slug, from: number, to: number) => Promise<readonly Bytes[]>;
  readonly size: (slug: Slug) => Promise<number>;
  /** The attachment, or `null` where there is none or it was erased. */
  readonly attachment: (slug: Slug, hash: AttachmentHash) => Promise<Attachment | null>;
  readonly attachmentHashes: (slug: Slug) => Promise<readonly AttachmentHash[]>;
  /** The longest root that is noted for this record's conference, in whatever slug or copy it was signed. */
  readonly lastSigned: (slug: Slug) => Promise<SignedRoot | null>;
  /**
   * Notes that this root is about to be signed, unless another is noted for its size. When the promise resolves the note survives the loss of
   * power. The root that is noted: where it is not the given one, that must never be signed.
   */
  readonly noteSigned: (slug: Slug, signed: SignedRoot) => Promise<Hash>;
  /**
   * Notes how far the record has come, unless it is noted to have come farther, with the roots that were signed and so apart from the records. When the promise resolves the note survives
   * the end of the process; the loss of power may take the last ones, and then it says less than there is.
   */
  readonly acknowledge: (slug: Slug, head: SignedRoot) => Promise<void>;
  /** Notes, durably, that the record has come so far and no farther, whatever was noted: somebody has decided to go on without what is lost. */
  readonly acceptLoss: (slug: Slug, head: SignedRoot) => Promise<void>;
  /** What is noted of every record that has ever begun here, from its beginning on, also where its entries are gone. */
  readonly acknowledged: () => Promise<readonly Acknowledged[]>;
  readonly close: () => Promise<void>;
}

/** A signed-in delegate. The token itself is never kept, only its SHA-256. It ends with the key that signed in, and with the appointment. */
export interface Session extends Holder {
  readonly tokenHash: string;
  readonly slug: Slug;
  readonly created: Instant;
  readonly expires: Instant;
}

/** Sessions of one delegate: with one more, the oldest ends. */
export const MOST_SESSIONS = 20;

export interface Sessions {
  /** Keeps a session, and ends those of its delegate that are too many. */
  readonly put: (session: Session) => void;
  /** The session, or `null` where there is none, it has expired at `now`, or it was begun by a clock that was ahead of it. */
  readonly get: (tokenHash: string, now: Instant) => Session | null;
  readonly remove: (tokenHash: string) => void;
  /** A delegate's sessions that are open at `now`, the last first. */
  readonly of: (slug: Slug, organisation: OrganisationId, delegate: number, now: Instant) => readonly Session[];
  /** Removes those that have expired at `now`. */
  readonly expire: (now: Instant) => void;
  /** How far delegates have read, kept with them. */
  readonly marks: ReadingMarks;
}

/**
 * A text that an organisation is still writing. It is kept beside the record and never on it, and no one but the organisation's delegates reads
 * it.
 */
export interface Draft {
  /** 128 random bits, base64url. */
  readonly id: string;
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  /** What it is to become: a text that is tabled, a revision, amendments. */
  readonly kind: 'table' | 'revise' | 'amend';
  /** The text, and the revision of it that the draft began from; `null` for one that is yet to be tabled. */
  readonly text: number | null;
  readonly revision: number | null;
  readonly title: string;
  /** The clauses in the Markdown-like form. */
  readonly body: string;
  /** From 1, one more with every change. */
  readonly version: number;
  /** The delegate who changed it last, and when. */
  readonly by: number;
  readonly at: Instant;
  /** Who wrote on it, whoever did so last first. */
  readonly pens: readonly DraftPen[];
}

/** What a page sent last of a draft: the same again is known by it, and whatever else that page sends goes on from there, whether or not it was told. */
export interface DraftPen {
  /** 128 random bits, base64url. */
  readonly pen: string;
  /** The number of the text, which the pen counts up. */
  readonly number: number;
  /** The version of the draft that has it. */
  readonly version: number;
  readonly title: string;
  readonly body: string;
  /** What clauses are called in the draft that the pen calls otherwise. */
  readonly renamed: readonly (readonly [ClauseId, ClauseId])[];
}

/** A draft as it stands in a list. */
export type DraftLine = Omit<Draft, 'body' | 'pens'>;

/** Keeps drafts. Each is changed by its next version alone, so that nobody writes over what they have not seen. */
export interface Drafts {
  /** An organisation's drafts, the one changed last first. Their words are read with {@link get} alone: forty times these would keep everybody waiting. */
  readonly of: (slug: Slug, organisation: OrganisationId) => readonly DraftLine[];
  /** How many an organisation has, and their bytes in UTF-8 with what is known of pens. Read without reading them. */
  readonly taken: (slug: Slug, organisation: OrganisationId) => { readonly drafts: number; readonly bytes: number };
  /** The bytes of all there are, likewise. */
  readonly inAll: () => number;
  readonly get: (slug: Slug, id: string) => Draft | null;
  /** Keeps a first version, or the next of one that is kept. `false`: another version is kept, and nothing was written. */
  readonly put: (draft: Draft) => boolean;
  /** Removes a draft for good. */
  readonly remove: (slug: Slug, id: string) => void;
  /** Those that several organisations write. */
  readonly shared: SharedDrafts;
  /** What is prepared for others to sign, kept with them. */
  readonly prepared: PreparedActs;
}

/** Time, as the host's machine has it. */
export interface Clock {
  readonly now: () => Instant;
  /** Calls back once, at or after `at`; the function given back calls it off. */
  readonly at: (at: Instant, callback: () => void) => () => void;
}

/** How long an answer is looked for, and what ends it sooner. */
export interface Looking {
  /** When it fires, the work ends at once and nothing more is answered. */
  readonly signal: AbortSignal;
  /** In milliseconds. What is best by then is the answer. */
  readonly limitMs: number;
}

/** Finds the texts that could be signed, away from whoever asks. Every answer has passed an independent check before it leaves. */
export interface Solver {
  /**
   * The largest text for each number of signers, or for those of `ks`: all points again whenever they are better known. The last answer has every
   * point proven, or the time was up.
   */
  readonly frontier: (
    problem: Problem,
    looking: Looking & { readonly ks?: readonly number[] },
  ) => AsyncIterable<readonly Point[]>;
  /** The fewest clauses that stand between the present text and unanimity; `null` where the signal fired. */
  readonly unity: (problem: Problem, present: Choice, looking: Looking) => Promise<Unity | null>;
  /** Ends what is under way. */
  readonly close: () => Promise<void>;
}
