import type { z } from 'zod';
import type { Act, ActRule } from './act.ts';
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
import * as erasure from './sight/erasure.ts';
import * as founding from './members/founding.ts';
import * as group from './group/group.ts';
import * as help from './group/help.ts';
import * as host from './law/host.ts';
import * as invitations from './members/invitations.ts';
import * as letters from './group/letters.ts';
import * as meetings from './meetings/meetings.ts';
import * as observations from './decisions/observations.ts';
import * as participation from './members/participation.ts';
import * as positions from './texts/positions.ts';
import * as proposals from './texts/proposals.ts';
import * as recovery from './members/recovery.ts';
import * as revisions from './texts/revisions.ts';
import * as signature from './decisions/signature.ts';
import * as sittings from './meetings/sittings.ts';
import * as speeches from './meetings/speeches.ts';
import * as statements from './decisions/statements.ts';
import * as summaries from './meetings/summaries.ts';
import * as texts from './texts/texts.ts';
import * as translations from './texts/translations.ts';

/** Every kind of act there is, by the chapter it is made under. A new kind is added here and nowhere else. */
export const ACT_RULES = {
  'conference.found': founding.found,
  'charter.sign': founding.signCharter,
  'participation.apply': participation.apply,
  'participation.reapply': participation.reapply,
  'participation.withdraw': participation.withdrawApplication,
  'participation.present': admission.present,
  'participation.withdraw-presentation': admission.withdrawPresentation,
  'participation.disagree': admission.disagree,
  'participation.withdraw-disagreement': admission.withdrawDisagreementWith,
  'participation.leave': participation.leave,
  'delegate.appoint': delegates.appoint,
  'delegate.recall': delegates.recall,
  'invitation.renew': invitations.renew,
  'key.enrol': delegates.enrolKey,
  'key.revoke': delegates.revokeKey,
  'recovery.request': recovery.requestRecovery,
  'recovery.vouch': recovery.vouchForRecovery,
  'recovery.withdraw-voucher': recovery.withdrawRecoveryVoucher,
  'recovery.disagree': recovery.disagreeWithRecovery,
  'recovery.withdraw-disagreement': recovery.withdrawRecoveryDisagreement,
  'text.table': texts.table,
  'text.cosponsor': texts.cosponsor,
  'text.revise': revisions.publishRevision,
  'revision.object': revisions.objectToRevision,
  'revision.withdraw-objection': revisions.withdrawRevisionObjection,
  'text.withdraw': texts.withdrawText,
  'amendment.propose': amendments.propose,
  'amendments.propose': amendments.proposeSeveral,
  'amendment.join': amendments.join,
  'amendment.withdraw': amendments.withdraw,
  'amendment.take-over': amendmentsAnew.takeOver,
  'amendment.renew': amendmentsAnew.renew,
  'position.take': positions.take,
  'consultation.record': positions.recordConsultation,
  'debate.open': debate.openThread,
  'debate.reply': debate.reply,
  'debate.resolve': debate.resolveThread,
  'proposal.make': proposals.makeProposal,
  'proposal.disagree': proposals.disagreeWithProposal,
  'proposal.withdraw-disagreement': proposals.withdrawProposalDisagreement,
  'proposal.withdraw': proposals.withdrawProposal,
  'translation.publish': translations.publishTranslation,
  'translation.check': translations.checkTranslation,
  'decision.open': decision.open,
  'decision.close': decision.close,
  'text.sign': signature.sign,
  'signature.confirm': signature.confirm,
  'signature.withdraw': signature.withdraw,
  'observation.make': observations.make,
  'statement.open': statements.open,
  'statement.invite': statements.invite,
  'statement.sign': statements.sign,
  'meeting.convene': meetings.convene,
  'meeting.second': meetings.second,
  'meeting.change': meetings.change,
  'meeting.cancel': meetings.cancel,
  'meeting.reply': attendance.reply,
  'meeting.credentials': attendance.giveCredentials,
  'meeting.guest': attendance.bringGuest,
  'agenda.propose': agenda.proposeItem,
  'agenda.withdraw': agenda.withdrawItem,
  'sitting.open': sittings.openSitting,
  'sitting.arrive': sittings.arrive,
  'sitting.chair': sittings.handOver,
  'sitting.item': sittings.takeItem,
  'sitting.close': sittings.closeSitting,
  'speech.request': speeches.askToSpeak,
  'speech.end': speeches.endSpeech,
  'speech.call': speeches.giveFloor,
  'card.show': speeches.showCard,
  'call.open': calls.openCall,
  'call.answer': calls.answerCall,
  'call.close': calls.closeCall,
  'summary.circulate': summaries.circulateSummary,
  'summary.correct': summaries.correct,
  'summary.withdraw-correction': summaries.withdrawCorrection,
  'group.resign': group.resign,
  'help.ask': help.askForHelp,
  'help.offer': help.offerHelp,
  'help.close': help.closeHelp,
  'letter.send': letters.send,
  'attachment.erase': erasure.erase,
  'post.acknowledge': circulation.acknowledge,
  'post.otherwise': circulation.sendOtherwise,
  'host.delivered': circulation.delivered,
  'host.erased': erasure.erased,
  'host.opened': circulation.opened,
  'host.received': letters.received,
  'host.replied': attendance.replied,
  'host.shown': observations.shown,
  'host.tick': host.tick,
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
