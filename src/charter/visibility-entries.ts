import type { OrganisationId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { ActKind, AnyAct } from './acts.ts';
import { wasPublic } from './meeting-rules.ts';
import { chainOf, provenanceIn } from './provenance.ts';
import type { Observation, State } from './state.ts';
import { isAdopted } from './texts.ts';
import { AUDIENCE, type Matter, type Viewer, matterOfOrganisation, maySee } from './visibility.ts';

/** Who sees which entries of the record: each is shown as its act's matter is. */

/**
 * What an entry of the record is to those who look at it: it is shown as its act's matter is, but to everyone where it brought
 * in a key that made a public signature.
 */
export const matterOfEntry = (state: State, index: number, act: AnyAct): Matter => {
  if (isOfKeys(act.kind) && opensKeys(state, index)) return 'signing-key';
  switch (act.kind) {
    case 'conference.found':
    case 'charter.sign':
      return state.founded === null ? 'founding' : 'charter';
    case 'participation.apply':
    case 'participation.reapply':
    case 'participation.withdraw':
    case 'participation.present':
    case 'participation.withdraw-presentation':
    case 'participation.disagree':
    case 'participation.withdraw-disagreement':
    case 'participation.leave':
      return 'application';
    case 'delegate.appoint':
    case 'delegate.recall':
      return 'delegate';
    case 'invitation.renew':
      return isForEveryone(state, act.body.organisation) ? 'delegate' : 'invited';
    case 'key.enrol':
    case 'key.revoke':
      return 'key';
    case 'recovery.request':
    case 'recovery.vouch':
    case 'recovery.withdraw-voucher':
    case 'recovery.disagree':
    case 'recovery.withdraw-disagreement':
      return 'recovery';
    case 'text.table':
    case 'text.cosponsor':
    case 'text.revise':
    case 'text.withdraw':
    case 'revision.object':
    case 'revision.withdraw-objection':
    case 'proposal.make':
    case 'proposal.disagree':
    case 'proposal.withdraw-disagreement':
    case 'proposal.withdraw':
    case 'translation.publish':
    case 'translation.check':
    case 'decision.open':
    case 'decision.close':
      return 'text';
    case 'debate.open':
    case 'debate.reply':
    case 'debate.resolve':
      return 'debate';
    case 'amendment.propose':
    case 'amendments.propose':
    case 'amendment.join':
    case 'amendment.withdraw':
    case 'amendment.take-over':
    case 'amendment.renew':
      return 'amendment';
    case 'position.take':
      return 'position';
    case 'consultation.record':
      return 'consultation';
    case 'text.sign':
    case 'signature.confirm':
    case 'signature.withdraw':
      return 'signature';
    case 'observation.make':
      return matterOfObservation(state, act.body);
    case 'statement.open':
    case 'statement.sign':
      return 'statement';
    case 'statement.invite':
      return state.statements[act.body.statement - 1]?.signatures.has(act.body.organisation) === true
        ? 'statement'
        : 'invited';
    case 'meeting.convene':
    case 'meeting.second':
    case 'meeting.change':
    case 'meeting.cancel':
    case 'meeting.reply':
    case 'meeting.credentials':
    case 'meeting.guest':
    case 'agenda.propose':
    case 'agenda.withdraw':
    case 'summary.circulate':
    case 'summary.correct':
    case 'summary.withdraw-correction':
    case 'group.resign':
    case 'host.replied':
      return 'meeting';
    case 'sitting.open':
    case 'sitting.arrive':
    case 'sitting.chair':
    case 'sitting.item':
    case 'sitting.close':
    case 'speech.request':
    case 'speech.end':
    case 'speech.call':
    case 'card.show':
    case 'call.open':
    case 'call.answer':
    case 'call.close':
      return matterOfSitting(state, act.body.meeting, index);
    case 'help.ask':
    case 'help.offer':
    case 'help.close':
      return 'help';
    case 'letter.send':
    case 'host.received':
      return 'letter';
    case 'attachment.erase':
    case 'host.erased':
      return 'erasure';
    case 'post.acknowledge':
    case 'post.otherwise':
    case 'host.delivered':
    case 'host.opened':
    case 'host.shown':
      return 'circulation';
    case 'host.tick':
      return 'tick';
    default:
      return unreachable(act);
  }
};

/** One on an earlier revision stays with it: it names its words by their hash, and may quote them. */
export const matterOfObservation = (
  { texts }: Pick<State, 'texts'>,
  { text, version, public: open }: Pick<Observation, 'text' | 'version' | 'public'>,
): Matter => (open && isAdopted(texts[text - 1], version) ? 'public-observation' : 'observation');

/** Acts in the room. */
const IN_SITTING = [
  'sitting.open',
  'sitting.arrive',
  'sitting.chair',
  'sitting.item',
  'sitting.close',
  'speech.request',
  'speech.end',
  'speech.call',
  'card.show',
  'call.open',
  'call.answer',
  'call.close',
] as const;

export const isInSitting = (act: AnyAct): act is Extract<AnyAct, { readonly kind: (typeof IN_SITTING)[number] }> =>
  (IN_SITTING as readonly string[]).includes(act.kind);

/**
 * What went on in a meeting's sittings: anybody may follow it where the notice in force said so. What was said among members stays theirs when the meeting is
 * made public, and what anybody could hear is not taken back.
 */
export const matterOfSitting = ({ meetings }: State, number: number, index: number): Matter => {
  const meeting = meetings[number - 1];
  return meeting !== undefined && wasPublic(meeting, index) ? 'public-sitting' : 'meeting';
};

/** Whether `viewer` may read the entry at `index`. */
export const maySeeEntry = (state: State, viewer: Viewer, index: number, act: AnyAct): boolean => {
  const matter = matterOfEntry(state, index, act);
  return aboutOf(state, act).some((about) => maySee(state, viewer, matter, about));
};

/** Whom an act is about: its maker, or in what participants say of an application the applicant; whom it invites, and whose it erases. */
const aboutOf = (state: State, act: AnyAct): readonly OrganisationId[] => {
  const { kind, by } = act;
  if (kind === 'statement.invite' || kind === 'invitation.renew') return [by.organisation, act.body.organisation];
  if (kind === 'host.erased') {
    const owner = state.attachments.get(act.body.attachment)?.by;
    return owner === undefined ? [] : [owner];
  }
  const isOfApplicant =
    kind === 'participation.present' ||
    kind === 'participation.withdraw-presentation' ||
    kind === 'participation.disagree' ||
    kind === 'participation.withdraw-disagreement';
  return [isOfApplicant ? act.body.organisation : by.organisation];
};

const isForEveryone = (state: State, id: OrganisationId): boolean => {
  const organisation = state.organisations.get(id);
  return organisation !== undefined && AUDIENCE[matterOfOrganisation(state, organisation)] === 'everyone';
};

/**
 * The kinds of act by which keys, and those for whom they speak, come in and go out. One becomes everyone's when such a key signs something public, whatever its maker
 * meant it for. So none holds what people wrote to the others: a letter or an explanation is an attachment, and a reason stands in an act of its own.
 */
export const OF_KEYS = [
  'conference.found',
  'charter.sign',
  'participation.apply',
  'participation.reapply',
  'participation.present',
  'delegate.appoint',
  'delegate.recall',
  'key.enrol',
  'key.revoke',
  'invitation.renew',
  'statement.invite',
  'recovery.request',
  'recovery.vouch',
  'host.tick',
] as const satisfies readonly ActKind[];

const isOfKeys = (kind: ActKind): boolean => (OF_KEYS as readonly ActKind[]).includes(kind);

/** Whether a key that made a public signature, or one on whose word it came in, came in or went out by this entry. */
const opensKeys = (state: State, index: number): boolean => {
  const known = opening.get(state);
  if (known?.changes === state.keyChanges) return known.entries.has(index);
  const entries = entriesOfPublicKeys(state);
  opening.set(state, { changes: state.keyChanges, entries });
  return entries.has(index);
};

/** Asked for every entry and every listener, and the same until something changes whose a key is. */
const opening = new WeakMap<State, { readonly changes: number; readonly entries: ReadonlySet<number> }>();

const entriesOfPublicKeys = (state: State): ReadonlySet<number> => {
  const provenance = provenanceIn(state);
  const chain = [...chainOf(state, state.publicKeys)];
  return new Set(
    chain.flatMap((print) => {
      const { marks, ended } = provenance(print);
      return [...marks, ...(ended === null ? [] : [ended])].map(({ index }) => index);
    }),
  );
};
