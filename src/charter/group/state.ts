import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';
import type { KeptFile } from '../law/kept.ts';

/** The part of the state that chapter 9 works on: the coordinating group, its mandates, the help it asks for, the post. */

/** The coordinating group as one assembly elected it, and as it stands now. */
export interface Group {
  /** The assembly that elected it, and when. */
  readonly meeting: number;
  readonly elected: Mark;
  /** When its term ends; `null`: the rules set none. It works on until another is elected. */
  readonly until: Instant | null;
  readonly members: readonly OrganisationId[];
  /** In the order in which they step in. */
  readonly substitutes: readonly OrganisationId[];
  readonly changes: readonly GroupChange[];
}

export interface GroupChange {
  readonly on: Mark;
  readonly organisation: OrganisationId;
  readonly seat: 'member' | 'substitute';
  readonly why: 'resigned' | 'left';
  readonly reason: string | null;
  /** The substitute that stepped in; `null`: none was left, or a substitute went. */
  readonly successor: OrganisationId | null;
}

/** A request for secretarial or technical help (9.6). */
export interface HelpRequest {
  readonly number: number;
  readonly by: OrganisationId;
  readonly what: 'secretarial' | 'technical';
  readonly words: string;
  readonly until: Instant | null;
  readonly on: Mark;
  readonly offers: readonly { readonly by: OrganisationId; readonly words: string; readonly on: Mark }[];
  /** `words`: thanks to those who helped. */
  readonly closed: { readonly on: Mark; readonly words: string | null } | null;
}

/**
 * - *circular*: from the coordinating group to a circulation list.
 * - *letter*: from a participant to a circulation list.
 * - *in*, *out*: the conference's correspondence with others, registered by the group.
 * - *reply*: a participant's answer by mail, taken in by the host in its own name.
 */
export type LetterKind = 'circular' | 'letter' | 'in' | 'out' | 'reply';

export interface Letter {
  /** From 1, all kinds together. */
  readonly number: number;
  readonly kind: LetterKind;
  /** The reference: the kind's letter, the year, and the number in that year: `C/2026/3`. */
  readonly reference: string;
  readonly by: OrganisationId;
  readonly subject: string;
  readonly language: string;
  /** The office or body written to, or that wrote; `null`: none outside the conference. */
  readonly correspondent: string | null;
  /** The circulation that it answers, by number. */
  readonly answers: number | null;
  /** The salted hash of its words, kept beside the record; `null`: it is in its files. */
  readonly words: AttachmentHash | null;
  readonly files: readonly KeptFile[];
  readonly on: Mark;
  /** For a reply by mail, which delegate's address it came from. */
  readonly delegate: number | null;
  /** `false` for a reply by mail that nobody vouches for: whoever came by a reply address could have written it. */
  readonly proven: boolean;
  /** The circulation it went out by; `null`: it stands in the register alone. */
  readonly circulation: number | null;
}

/** Those entitled to something, computed from the rules and never typed by hand. */
export type CirculationList =
  | { readonly kind: 'participants' }
  | { readonly kind: 'group' }
  | { readonly kind: 'signatories'; readonly text: number }
  /** Those that have not said where they stand on a text. */
  | { readonly kind: 'unanswered'; readonly text: number }
  /** Those to which something went and that have not confirmed that they have it. */
  | { readonly kind: 'unacknowledged'; readonly circulation: number }
  /** Those who named delegates for a meeting. */
  | { readonly kind: 'meeting'; readonly meeting: number };

/** What is communicated to everyone entitled to it. */
export type Circulated =
  | { readonly kind: 'letter'; readonly letter: number }
  | { readonly kind: 'notice'; readonly meeting: number; readonly notice: number }
  | { readonly kind: 'cancellation'; readonly meeting: number }
  | { readonly kind: 'summary'; readonly meeting: number; readonly version: number }
  | { readonly kind: 'observation'; readonly observation: number }
  | { readonly kind: 'text'; readonly text: number }
  | { readonly kind: 'help'; readonly help: number }
  | { readonly kind: 'appeal'; readonly appeal: number }
  /** That a piece from the archive is wrong. */
  | { readonly kind: 'doubt'; readonly piece: number; readonly doubt: number }
  /** What a participant found in the books of a period. */
  | { readonly kind: 'finding'; readonly period: number; readonly finding: number }
  | { readonly kind: 'outcome'; readonly of: Ended };

/** A silence procedure whose time has passed: what came of it is told to all. */
export type Ended =
  | { readonly kind: 'proposal'; readonly text: number; readonly proposal: number }
  /** The how manyth application of the organisation. */
  | { readonly kind: 'application'; readonly organisation: OrganisationId; readonly application: number }
  /** A request for a new key that was vouched for, by its number. */
  | { readonly kind: 'recovery'; readonly recovery: number }
  /** The summary record of a meeting. */
  | { readonly kind: 'summary'; readonly meeting: number }
  /** A periodical that was proposed, or (`issue`) one of its issues, by the number under which it was put. */
  | { readonly kind: 'publication'; readonly periodical: number; readonly issue: number | null };

/** One sending, recipient by recipient (8.4, 9.2). */
export interface Circulation {
  /** From 1. */
  readonly number: number;
  readonly what: Circulated;
  readonly on: Mark;
  readonly recipients: ReadonlyMap<OrganisationId, Delivery>;
}

/** How something reached one organisation. It stands in the application from the circulation's own time. */
export interface Delivery {
  /** What became of the mail to its delegates, as the host says; `null`: nothing is known yet. */
  readonly mail: { readonly result: MailResult; readonly code: number | null; readonly on: Mark } | null;
  /** When the host showed it to a signed-in delegate; the host says so. */
  readonly opened: Mark | null;
  /** When the organisation said that it has it. */
  readonly acknowledged: Mark | null;
  /** Another way by which it was sent, as the group says. */
  readonly otherwise: { readonly how: string; readonly by: OrganisationId; readonly on: Mark } | null;
}

/**
 * - *handed-over*: a receiving server took it for at least one delegate.
 * - *bounced*: every address was refused.
 * - *no-address*: no delegate has given one.
 */
export type MailResult = 'handed-over' | 'bounced' | 'no-address';

/** What the coordinating group may do without a mandate of its own. */
export type GroupTask = '9.2' | '9.3' | '9.4' | '9.6';
