import type { ActHash, AttachmentHash, ClauseId, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import type { InPrinciple } from '../group/mandate-state.ts';
import type { GroupTask } from '../group/state.ts';
import type { KeptFile } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';

/** The part of the state that chapters 5 and 9 work on: meetings, from the convocation to the approved summary record. */

/**
 * `called`: some participants call for it, and not yet enough of them (5.1). `adjourned`: between two sittings.
 */
export type MeetingStage = 'called' | 'convened' | 'open' | 'adjourned' | 'closed' | 'cancelled';

export interface Meeting {
  /** From 1, assemblies and meetings of the coordinating group together. */
  readonly number: number;
  readonly kind: 'assembly' | 'group';
  /** The how manyth of its kind to be held: from its first sitting on. */
  readonly nth: number | null;
  readonly by: OrganisationId;
  /** Whether the coordinating group convened it: then any member of the group may change it, else `by` alone. */
  readonly byGroup: boolean;
  readonly on: Mark;
  readonly stage: MeetingStage;
  /** Who calls for it together with `by`. */
  readonly seconds: readonly OrganisationId[];
  /** What some ask together that did not convene it alone: that it be called off, or moved. */
  readonly asks: readonly MeetingAsk[];
  /** Where, when, how: the last one counts. A notice's place in the list is its sequence number. */
  readonly notices: readonly Notice[];
  /** `reason`: in its maker's words; `null` to those who follow it and are no members. */
  readonly cancelled: { readonly reason: string | null; readonly on: Mark } | null;
  readonly replies: ReadonlyMap<OrganisationId, Reply>;
  /** Whom each organisation sends, by the numbers of its delegates. */
  readonly credentials: ReadonlyMap<OrganisationId, Credentials>;
  readonly guests: readonly Guest[];
  /** Every item ever proposed, by number from 1. */
  readonly items: readonly Item[];
  /** The agenda as the meeting adopted it, by the numbers of its items; `null`: it is provisional. */
  readonly agenda: { readonly items: readonly number[]; readonly adopted: Mark } | null;
  readonly sittings: readonly Sitting[];
  readonly chair: { readonly organisation: OrganisationId; readonly delegate: number } | null;
  /** Everyone who ever took the chair, in order. */
  readonly chairs: readonly Chair[];
  /** Everyone who came, in the order in which they did. */
  readonly present: ReadonlyMap<OrganisationId, Presence>;
  /** The item under discussion. */
  readonly item: number | null;
  /** Every speech asked for, by number from 1. */
  readonly speeches: readonly Speech[];
  /** The indicator cards shown now. */
  readonly cards: ReadonlyMap<OrganisationId, Card>;
  readonly calls: readonly Call[];
  /** Substitutes that sat in the place of a member who was absent from this meeting of the group. */
  readonly stoodIn: readonly { readonly member: OrganisationId; readonly substitute: OrganisationId }[];
  readonly closed: Mark | null;
  readonly summary: Summary | null;
}

/** One participant asks that a meeting be called off (`notice: null`) or held as another notice says; it is done when enough ask the same. */
export interface MeetingAsk {
  readonly by: OrganisationId;
  readonly on: Mark;
  readonly notice: Omit<Notice, 'by' | 'on'> | null;
  /** Why it is to be called off; `null` to those who follow it and are no members. */
  readonly reason: string | null;
}

export interface Notice {
  readonly starts: Instant;
  readonly ends: Instant;
  /** The IANA name of the place's time zone. */
  readonly zone: string;
  /** `null`: online only. */
  readonly place: string | null;
  /** Where it is joined online. */
  readonly link: string | null;
  readonly languages: readonly string[];
  readonly words: string | null;
  /** Whether anybody may follow its sittings. */
  readonly public: boolean;
  readonly by: OrganisationId;
  readonly on: Mark;
}

export type Attendance = 'coming' | 'online' | 'perhaps' | 'not-coming';

export interface Reply {
  readonly reply: Attendance;
  readonly on: Mark;
  /** Whether the host took it from a calendar's or a mail's answer. */
  readonly byMail: boolean;
  /** `false` where nobody vouches for the mail that brought it. */
  readonly proven: boolean;
}

export interface Credentials {
  readonly delegates: readonly number[];
  readonly on: Mark;
}

export interface Guest {
  readonly number: number;
  readonly by: OrganisationId;
  /** The salted hash of the name, kept beside the record. */
  readonly name: AttachmentHash;
  readonly capacity: 'guest' | 'observer';
  /** The body that the guest comes from. */
  readonly from: string | null;
  readonly on: Mark;
}

export interface Item {
  readonly number: number;
  readonly by: OrganisationId;
  readonly title: string;
  readonly words: string | null;
  /** The texts it is about, by number. */
  readonly texts: readonly number[];
  readonly files: readonly KeptFile[];
  readonly on: Mark;
  /** Put there by the charter itself (5.3, 5.4), and nobody's to withdraw; `by` is who convened the meeting. */
  readonly standing: boolean;
  /** Proposed after the provisional agenda was closed. */
  readonly late: boolean;
  readonly withdrawn: Mark | null;
  /** Every time that it was taken up. */
  readonly taken: readonly Mark[];
}

export interface Sitting {
  readonly opened: Mark;
  readonly by: OrganisationId;
  readonly closed: Mark | null;
  /** When it goes on, where it was adjourned to a time. */
  readonly resumes: Instant | null;
}

export interface Chair {
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly on: Mark;
}

export interface Presence {
  readonly delegate: number;
  readonly came: Mark;
  readonly left: Mark | null;
}

export interface Speech {
  readonly number: number;
  readonly by: OrganisationId;
  readonly delegate: number;
  readonly kind: 'speech' | 'point-of-order';
  readonly item: number | null;
  readonly asked: Mark;
  /** When the floor was given. */
  readonly given: Mark | null;
  /** When it ended, or was withdrawn, or fell with its item. */
  readonly ended: Mark | null;
}

/** As the World Council of Churches shows them: warm to what is said, cool to it, or time to move on. */
export type Card = 'warm' | 'cool' | 'move-on';

/** What the meeting is asked to decide in the room. */
export type Question =
  | { readonly kind: 'agenda'; readonly items: readonly number[] }
  | { readonly kind: 'chair'; readonly organisation: OrganisationId; readonly delegate: number }
  | {
      readonly kind: 'election';
      readonly members: readonly OrganisationId[];
      readonly substitutes: readonly OrganisationId[];
    }
  | { readonly kind: 'mandate'; readonly task: string; readonly until: Instant }
  /** Who keeps the conference's books until then; `null`: the coordinating group. */
  | { readonly kind: 'treasurer'; readonly organisation: OrganisationId | null; readonly until: Instant }
  /** Whether a text is taken in principle, and who completes it: the mandate. */
  | ({ readonly kind: 'principle'; readonly text: number } & InPrinciple)
  /** Whether this applicant, by this application, takes part at once. */
  | { readonly kind: 'admission'; readonly organisation: OrganisationId; readonly application: ActHash }
  /** Where the conference has its seat from then on. */
  | { readonly kind: 'seat'; readonly seat: string }
  /** `under`: in a meeting of the group, the article or the number of the mandate by which it may decide this. */
  | { readonly kind: 'words'; readonly words: string; readonly under: GroupTask | number | null };

export interface Call {
  readonly number: number;
  readonly item: number | null;
  readonly by: OrganisationId;
  readonly question: Question;
  readonly opened: Mark;
  readonly answers: ReadonlyMap<OrganisationId, CallAnswer>;
  readonly closed: Mark | null;
  readonly outcome: CallOutcome | null;
}

export interface CallAnswer {
  readonly stand: 'agree' | 'stand-aside' | 'object';
  readonly reason: string | null;
  readonly on: Mark;
}

export interface CallOutcome {
  /** `overtaken`: the text has other words by now; `too-few-answers`: who has the chair is not decided by a room that is not looking. */
  readonly result: 'consensus' | 'not-agreed' | 'no-quorum' | 'overtaken' | 'too-few-answers';
  /** Who decided: everyone present who may. */
  readonly present: readonly OrganisationId[];
  /** How many had to be there. */
  readonly quorum: number;
}

/** The minutes, open to correction until approved. */
export interface Summary {
  readonly versions: readonly SummaryVersion[];
  readonly corrections: readonly Correction[];
  /** When it is approved unless a correction stands against it; `null`: approved, or contested when its time came. */
  readonly deadline: Instant | null;
  readonly approved: Mark | null;
}

export interface SummaryVersion {
  readonly number: number;
  readonly by: OrganisationId;
  readonly language: string;
  readonly clauses: readonly Clause[];
  readonly hash: VersionHash;
  readonly on: Mark;
}

export interface Correction {
  readonly number: number;
  readonly by: OrganisationId;
  /** The version it was asked of. */
  readonly version: number;
  readonly clause: ClauseId;
  readonly words: string;
  readonly reason: string;
  readonly on: Mark;
  readonly fate:
    | { readonly kind: 'open' }
    | { readonly kind: 'withdrawn'; readonly on: Mark }
    | { readonly kind: 'taken-in'; readonly version: number };
}
