import type { z } from 'zod';
import type { Act, ActRule } from './act.ts';
import * as accounts from './means/accounts.ts';
import * as actions from './purpose/actions.ts';
import * as admission from './members/admission.ts';
import * as agenda from './meetings/agenda.ts';
import * as amendmentsAnew from './texts/amendments-anew.ts';
import * as amendments from './texts/amendments.ts';
import * as attendance from './meetings/attendance.ts';
import * as calls from './meetings/calls.ts';
import * as circulation from './group/circulation.ts';
import * as debate from './texts/debate.ts';
import * as decision from './decisions/decision.ts';
import * as delegates from './members/delegates.ts';
import * as describing from './members/describing.ts';
import * as erasure from './members/erasure.ts';
import * as founding from './members/founding.ts';
import * as group from './group/group.ts';
import * as help from './group/help.ts';
import * as appeals from './purpose/appeals.ts';
import * as archive from './history/archive.ts';
import * as doubts from './history/doubts.ts';
import * as host from './law/host.ts';
import * as leaving from './leave.ts';
import * as invitations from './members/invitations.ts';
import * as letters from './group/letters.ts';
import * as meetings from './meetings/meetings.ts';
import * as naming from './members/naming.ts';
import * as observations from './decisions/observations.ts';
import * as participation from './members/participation.ts';
import * as consultations from './decisions/consultations.ts';
import * as positions from './decisions/positions.ts';
import * as audit from './means/audit.ts';
import * as expenses from './means/expenses.ts';
import * as pledges from './means/pledges.ts';
import * as periods from './means/periods.ts';
import * as proposals from './texts/proposals.ts';
import * as articles from './publications/articles.ts';
import * as issues from './publications/issues.ts';
import * as periodicals from './publications/periodicals.ts';
import * as silence from './publications/silence.ts';
import * as recovery from './members/recovery.ts';
import * as reports from './purpose/reports.ts';
import * as revisions from './texts/revisions.ts';
import * as signature from './decisions/signature.ts';
import * as sittings from './meetings/sittings.ts';
import * as speeches from './meetings/speeches.ts';
import * as statements from './decisions/statements.ts';
import * as summaries from './meetings/summaries.ts';
import * as texts from './texts/texts.ts';
import * as withdrawal from './texts/withdrawal.ts';
import * as transactions from './means/transactions.ts';
import * as translations from './texts/translations.ts';

/** The kinds of act that a chapter defines. */
type Defined<Chapter> = {
  readonly [
    Name in keyof Chapter as Chapter[Name] extends {
      readonly kind: infer Kind extends string;
      readonly example: unknown;
    }
      ? Kind
      : never
  ]: Chapter[Name];
};

const definedIn = <Chapter extends object>(chapter: Chapter): Defined<Chapter> =>
  Object.fromEntries(
    Object.values(chapter).flatMap((one: unknown) => (isDefinition(one) ? [[one.kind, one]] : [])),
  ) as Defined<Chapter>;

const isDefinition = (one: unknown): one is { readonly kind: string } =>
  typeof one === 'object' && one !== null && 'kind' in one && 'example' in one;

/** Every kind of act there is: whatever the files of the chapters define and let others see. */
export const ACT_RULES = {
  ...definedIn(founding),
  ...definedIn(participation),
  ...definedIn(leaving),
  ...definedIn(admission),
  ...definedIn(delegates),
  ...definedIn(invitations),
  ...definedIn(describing),
  ...definedIn(naming),
  ...definedIn(recovery),
  ...definedIn(texts),
  ...definedIn(withdrawal),
  ...definedIn(revisions),
  ...definedIn(amendments),
  ...definedIn(amendmentsAnew),
  ...definedIn(positions),
  ...definedIn(consultations),
  ...definedIn(debate),
  ...definedIn(proposals),
  ...definedIn(translations),
  ...definedIn(decision),
  ...definedIn(signature),
  ...definedIn(observations),
  ...definedIn(statements),
  ...definedIn(periodicals),
  ...definedIn(articles),
  ...definedIn(issues),
  ...definedIn(silence),
  ...definedIn(meetings),
  ...definedIn(attendance),
  ...definedIn(agenda),
  ...definedIn(sittings),
  ...definedIn(speeches),
  ...definedIn(calls),
  ...definedIn(summaries),
  ...definedIn(group),
  ...definedIn(help),
  ...definedIn(letters),
  ...definedIn(archive),
  ...definedIn(doubts),
  ...definedIn(reports),
  ...definedIn(appeals),
  ...definedIn(actions),
  ...definedIn(erasure),
  ...definedIn(circulation),
  ...definedIn(accounts),
  ...definedIn(transactions),
  ...definedIn(periods),
  ...definedIn(audit),
  ...definedIn(pledges),
  ...definedIn(expenses),
  ...definedIn(host),
} as const;

export type ActKind = keyof typeof ACT_RULES;

export type BodyOf<K extends ActKind> = z.infer<(typeof ACT_RULES)[K]['body']>;

/** An act of any kind that the charter knows: a union discriminated by `kind`. */
export type AnyAct = { readonly [K in ActKind]: Act<K, BodyOf<K>> }[ActKind];

export const ACT_KINDS = Object.keys(ACT_RULES) as readonly ActKind[];

export const isActKind = (kind: string): kind is ActKind => Object.hasOwn(ACT_RULES, kind);

/** A kind's rule as those ask it who ask of any kind. */
export type AnyRule = ActRule<string, z.ZodType>;

/**
 * The rule of an act's kind. It is asked of acts of that very kind: what `readAct` has read, or what stands on the record. The compiler cannot tell
 * that the kind of an act and of its rule are the same, so it is said here once.
 */
export const ruleOf = ({ kind }: { readonly kind: ActKind }): AnyRule => ACT_RULES[kind] as unknown as AnyRule;

/** The kinds that the host makes in its own name. */
export const isOfHost = (kind: ActKind): boolean => ACT_RULES[kind].strength === 'host';
