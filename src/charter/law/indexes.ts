import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import { type Places, noPlaces } from './places.ts';

/** What follows from the rest of the state and is kept beside it, so that no act goes through everything there ever was. */
export interface Indexes {
  /** Those that take part, in the order in which they began to. */
  readonly participants: readonly OrganisationId[];
  /** How many applicants become participants unless somebody disagrees. */
  readonly entering: number;
  /** How often something changed that says whose a public key is, or by whose word it came in. */
  readonly keyChanges: number;
  /** Every key by the organisation that it speaks for, in the order in which they came in. */
  readonly keysOf: ReadonlyMap<OrganisationId, readonly Fingerprint[]>;
  /** The numbers of the texts under negotiation or put to decision, in order. */
  readonly openTexts: readonly number[];
  /** By their short addresses, the adopted texts that are pages of the conference's own, in the order in which they stand. */
  readonly pages: ReadonlyMap<string, number>;
  /** The numbers of the periodicals that were decided, in that order. */
  readonly decidedPeriodicals: readonly number[];
  /** The numbers of the meetings that are ahead or in session, or whose summary record is not approved yet. */
  readonly openMeetings: readonly number[];
  /** The assembly with the highest number that has ended. */
  readonly lastAssembly: number | null;
  /** How many meetings of each kind were held, the one that sits among them. */
  readonly held: Readonly<Record<'assembly' | 'group', number>>;
  /** How many references there are in each series: `C/2026/` of circulars, `2026/` of adopted texts. */
  readonly series: ReadonlyMap<string, number>;
  /** The numbers of the requests for new keys that still have something ahead of them, by whose keys they ask for. */
  readonly openRequests: ReadonlyMap<OrganisationId, readonly number[]>;
  /** Organisations that were ever invited to sign a statement, and those that ever signed one or a text. */
  readonly everInvited: ReadonlySet<OrganisationId>;
  readonly everSigned: ReadonlySet<OrganisationId>;
  /** By what pieces from the archive are called there, their numbers. */
  readonly pieceOf: ReadonlyMap<string, number>;
  /** What is said of pieces from the archive and waits for its deadline. */
  readonly openDoubts: readonly OpenDoubt[];
  /** How many pieces from the archive each organisation has brought. */
  readonly archivedBy: ReadonlyMap<OrganisationId, number>;
  /** By organisation, what was communicated to it and has not come to it. */
  readonly owed: ReadonlyMap<OrganisationId, Owed>;
  /** The places that are held by what anybody can ask for, and some that were; see `places.ts`. */
  readonly places: Places;
}

export interface OpenDoubt {
  readonly by: OrganisationId;
  readonly piece: number;
  readonly doubt: number;
}

/** What has not come to one organisation, by number, the first first. */
export interface Owed {
  /** Circulations that none of its delegates has been shown, and that it has not acknowledged. */
  readonly unopened: readonly number[];
  /** Circulars that it has been shown and has not acknowledged. */
  readonly unacknowledged: readonly number[];
  /** Circulations that no mail took to it, and that came to it in no other way. What is still on its way is not among them. */
  readonly unreached: readonly number[];
  /** Observations that none of its delegates has been shown. */
  readonly unseen: readonly number[];
}

export const NOTHING_OWED: Owed = { unopened: [], unacknowledged: [], unreached: [], unseen: [] };

export const noIndexes = (): Indexes => ({
  participants: [],
  entering: 0,
  keyChanges: 0,
  keysOf: new Map(),
  openTexts: [],
  pages: new Map(),
  decidedPeriodicals: [],
  openMeetings: [],
  lastAssembly: null,
  held: { assembly: 0, group: 0 },
  series: new Map(),
  openRequests: new Map(),
  everInvited: new Set(),
  everSigned: new Set(),
  pieceOf: new Map(),
  openDoubts: [],
  archivedBy: new Map(),
  owed: new Map(),
  places: noPlaces(),
});
