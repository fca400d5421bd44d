import type { ActHash, ClauseId, Country, Fingerprint, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Currency } from '../../base/currency.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Mandated } from '../group/mandate-state.ts';
import type { Article } from './articles.ts';
import { type LimitName, MOST } from './limits.ts';
import type { MeetingStage } from '../meetings/state.ts';
import type { Target } from '../texts/position-state.ts';
import type { Standing } from '../members/organisation-state.ts';
import type { FateKind, Stage } from '../texts/state.ts';

/** What an act can point at and not find. */
export type Thing =
  | 'organisation'
  | 'delegate'
  | 'key'
  | 'text'
  | 'clause'
  | 'amendment'
  | 'statement'
  | 'thread'
  | 'proposal'
  | 'signature'
  | 'disagreement'
  | 'recovery'
  | 'presentation'
  | 'voucher'
  | 'meeting'
  | 'item'
  | 'speech'
  | 'call'
  | 'correction'
  | 'mandate'
  | 'help'
  | 'report'
  | 'account'
  | 'period'
  | 'pledge'
  | 'expense'
  | 'transaction'
  | 'appeal'
  | 'action'
  | 'part'
  | 'task'
  | 'letter'
  | 'periodical'
  | 'article'
  | 'issue'
  | 'circulation'
  | 'attachment'
  | 'piece';

/**
 * Why the charter does not allow an act now. A closed list of plain values: `api/` and `web/` put them into words. `article`
 * is the one it is refused under; `field` names a field of the body at fault, by its path: `key`, `invited/0/name`; `on` of several positions the one at fault.
 */
export type Refusal = { readonly article: Article; readonly on?: Target } & (
  | { readonly kind: 'not-founded' }
  | { readonly kind: 'already-founded' }
  | { readonly kind: 'wrong-conference' }
  | { readonly kind: 'out-of-time'; readonly made: Instant; readonly received: Instant }
  | { readonly kind: 'replayed' }
  | { readonly kind: 'not-allowed-to'; readonly standing: Standing['kind'] }
  | { readonly kind: 'representing-only' }
  | { readonly kind: 'unknown-key'; readonly key: Fingerprint }
  | { readonly kind: 'revoked-key'; readonly key: Fingerprint }
  | { readonly kind: 'key-of-another'; readonly key: Fingerprint }
  | { readonly kind: 'key-in-use'; readonly key: Fingerprint }
  | { readonly kind: 'key-kind-not-allowed'; readonly given: string }
  | { readonly kind: 'recalled-delegate'; readonly delegate: number }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'unknown'; readonly thing: Thing; readonly ref: string }
  | { readonly kind: 'taken'; readonly field: string; readonly value: string }
  /** What another organisation on the record is called, or what looks the same. */
  | { readonly kind: 'alike'; readonly field: string; readonly value: string }
  /** An organisation would sign under other names than it has stated last. */
  | { readonly kind: 'not-as-stated'; readonly field: string }
  | { readonly kind: 'not-yours'; readonly owner: OrganisationId }
  | { readonly kind: 'own-matter' }
  /** Others vouch for an organisation's new key. */
  | { readonly kind: 'vouches-for-itself' }
  | { readonly kind: 'superseded'; readonly field: string; readonly current: VersionHash | ActHash | number }
  | { readonly kind: 'wrong-stage'; readonly stage: Stage }
  | {
      readonly kind: 'already';
      readonly what:
        | 'signed'
        | 'confirmed'
        | 'disagreed'
        | 'presented'
        | 'vouched'
        | 'co-sponsor'
        | 'withdrawn'
        | 'booked'
        | 'open'
        | 'same-position'
        | 'joined'
        | 'resolved'
        | 'checked'
        | 'same-reply'
        | 'replied'
        | 'present'
        | 'asked-to-speak'
        | 'same-card'
        | 'acknowledged'
        | 'approved'
        | 'entered'
        | 'erased'
        | 'decided'
        | 'seat'
        | 'contested'
        | 'closed'
        | 'stated'
        | 'editor'
        | 'published'
        | 'overtaken'
        | 'agreed'
        | 'reversed';
    }
  /** There is as much of it as there may be. */
  | { readonly kind: 'limit'; readonly what: LimitName; readonly most: number }
  | { readonly kind: 'reason-needed' }
  | { readonly kind: 'deadline-passed'; readonly deadline: Instant }
  | { readonly kind: 'deadline-too-early'; readonly earliest: Instant }
  | { readonly kind: 'outside-region'; readonly country: Country }
  | {
      readonly kind: 'clause-order';
      readonly clause: ClauseId | null;
      readonly why: 'no-such-clause' | 'clause-exists' | 'not-adjacent' | 'changes-nothing';
    }
  /** An amendment that is not agreed goes into no revision. */
  | { readonly kind: 'not-agreed'; readonly amendment: number }
  /** What is said or done about an amendment comes too late, or too soon: this is what it is. */
  | { readonly kind: 'amendment-is'; readonly amendment: number; readonly fate: FateKind }
  /** A revision changes otherwise what an agreed amendment is about, and does not take it in. */
  | { readonly kind: 'against-agreed'; readonly amendment: number }
  /** A revision says that it took an amendment in, and its clauses do not say it. */
  | { readonly kind: 'not-taken-in'; readonly amendment: number }
  /** What an amendment is about is there no more, or was changed otherwise since it was last open. */
  | { readonly kind: 'outdated'; readonly amendment: number }
  /** An agreed amendment is not in the present revision yet. */
  | { readonly kind: 'agreed-waiting'; readonly amendment: number }
  | { readonly kind: 'revision-contested'; readonly by: OrganisationId }
  | { readonly kind: 'mandate-ends'; readonly until: Instant }
  /** A text that all took in principle belongs to all: this one organisation cannot do alone. */
  | { readonly kind: 'taken-in-principle' }
  /** It is completed by those who have the mandate, by number; `null`: by everyone, in an assembly. */
  | { readonly kind: 'not-mandated'; readonly mandate: number | null }
  /** A revision of a text taken in principle takes in what is agreed, and nothing else. */
  | { readonly kind: 'beyond-agreed' }
  /** Whoever decides in a room is there: `needed` of those who complete the text. */
  /** So few stand behind a text besides its tabler, and so many must. */
  | { readonly kind: 'unseconded'; readonly seconds: number; readonly needed: number }
  | { readonly kind: 'too-few'; readonly present: number; readonly needed: number }
  | { readonly kind: 'reservations-not-allowed' }
  /** The charter's rules know no such way. */
  | { readonly kind: 'rules-otherwise' }
  | { readonly kind: 'rules-with-charter-only' }
  | { readonly kind: 'meeting-stage'; readonly stage: MeetingStage }
  /** The coordinating group convenes the assembly; from `from` on, others may. */
  | { readonly kind: 'group-convenes'; readonly from: Instant | null }
  /** Only the coordinating group's members do this. */
  | { readonly kind: 'group-only' }
  /** Only those on the editorial list put an issue, and anybody may put itself on it. */
  | { readonly kind: 'editors-only' }
  /** Whoever kept the books then does not say how they were kept. */
  | { readonly kind: 'own-books' }
  | { readonly kind: 'no-credentials' }
  | { readonly kind: 'not-present' }
  | { readonly kind: 'not-the-chair'; readonly chair: OrganisationId | null }
  /** Who speaks next follows from the list. */
  | { readonly kind: 'not-next'; readonly next: number | null }
  /** Nothing else is done before the agenda is adopted. */
  | { readonly kind: 'agenda-first' }
  | { readonly kind: 'not-on-agenda'; readonly item: number | null }
  | { readonly kind: 'no-quorum'; readonly present: number; readonly quorum: number }
  | { readonly kind: 'mandate-needed' }
  /** Only whoever keeps the books does this; `null`: nobody has the mandate. */
  | { readonly kind: 'treasurer-only'; readonly treasurer: Mandated | null }
  /** What was closed stays: the first day that is open. */
  | { readonly kind: 'period-closed'; readonly from: Day }
  /** Postings come to something in a currency: by how many minor units. */
  | { readonly kind: 'unbalanced'; readonly currency: Currency; readonly by: string }
  /** An account that holds something is not closed. */
  | { readonly kind: 'not-empty'; readonly account: number }
  /** Why is not for its maker to see. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'bad-field'; readonly field: string; readonly why: string }
);

export type RefusalKind = Refusal['kind'];

/** Refused where there would be more of it than there may be. */
export const beyond = (article: Article, what: LimitName, count: number): Refusal | null =>
  count > MOST[what] ? { article, kind: 'limit', what, most: MOST[what] } : null;
