import type { InForce } from './law/charter.ts';
import type { Deadline } from './law/deadline.ts';
import type { Mark } from './law/mark.ts';
import type { ActHash, AttachmentHash, ConferenceId, Fingerprint, OrganisationId, PublicKey } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import type { Consequence } from './law/consequences.ts';
import type { Circulation, Group, HelpRequest, Letter } from './group/state.ts';
import type { Mandate } from './group/mandate-state.ts';
import type { Kept } from './law/kept.ts';
import type { Likeness } from './names/likeness.ts';
import { type Indexes, noIndexes } from './law/indexes.ts';
import type { Piece } from './history/state.ts';
import type { Periodical } from './publications/state.ts';
import type { Meeting } from './meetings/state.ts';
import type { Observation } from './decisions/observation-state.ts';
import type { FoundingMeeting } from './members/founding-state.ts';
import type { Key, Organisation, Recovery } from './members/organisation-state.ts';
import type { Statement } from './decisions/statement-state.ts';
import type { Action } from './purpose/action-state.ts';
import type { Appeal } from './purpose/appeal-state.ts';
import type { Report } from './purpose/state.ts';
import type { Text } from './texts/state.ts';
import { type Means, noMeans } from './means/state.ts';

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
  /** The meeting at which it is founded; `null`: its founders sign in writing. */
  readonly foundingMeeting: FoundingMeeting | null;
  /** The charter in force, or the one being signed by the founders. */
  readonly charter: InForce | null;
  readonly earlierCharters: readonly InForce[];
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>;
  /** By what names come to, who is called so; see `members/names.ts`. */
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
  /** What was brought of the time before the record, by number; no rule reads it. */
  readonly archive: readonly Piece[];
  readonly recoveries: readonly Recovery[];
  /** Assemblies and meetings of the coordinating group by number, likewise. */
  readonly meetings: readonly Meeting[];
  /** Periodicals by number, likewise, those that were only proposed too. */
  readonly periodicals: readonly Periodical[];
  /** The coordinating group; `null`: none was elected yet. */
  readonly group: Group | null;
  readonly earlierGroups: readonly Group[];
  /** Every mandate ever given, by number. */
  readonly mandates: readonly Mandate[];
  readonly help: readonly HelpRequest[];
  /** The register of letters and circulars, by number. */
  readonly letters: readonly Letter[];
  /** The conference's books. */
  readonly means: Means;
  /** Everything that was communicated to those entitled to it, by number. */
  readonly circulations: readonly Circulation[];
  /** What organisations report of where they are, by number. */
  readonly reports: readonly Report[];
  /** Appeals for support, and joint actions, by number. */
  readonly appeals: readonly Appeal[];
  readonly actions: readonly Action[];
  /** What was ever brought beside the record, by its salted hash. */
  readonly attachments: ReadonlyMap<AttachmentHash, Kept>;
  /** What falls due, soonest first. */
  readonly deadlines: readonly Deadline[];
  /** What entries changed beyond what their acts are about, in the order of the entries. */
  readonly consequences: readonly Consequence[];
  /** The index of each act's entry by its hash, against a second sending. */
  readonly acts: ReadonlyMap<ActHash, number>;
}

export const emptyState = (): State => ({
  ...noIndexes(),
  conference: null,
  size: 0,
  time: 0 as Instant,
  host: null,
  founded: null,
  foundingMeeting: null,
  charter: null,
  earlierCharters: [],
  organisations: new Map(),
  likenesses: new Map(),
  keys: new Map(),
  publicKeys: new Set(),
  texts: [],
  statements: [],
  observations: [],
  archive: [],
  recoveries: [],
  meetings: [],
  periodicals: [],
  group: null,
  earlierGroups: [],
  mandates: [],
  help: [],
  letters: [],
  reports: [],
  means: noMeans(),
  appeals: [],
  actions: [],
  attachments: new Map(),
  circulations: [],
  deadlines: [],
  consequences: [],
  acts: new Map(),
});
