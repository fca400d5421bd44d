import { conferenceIdOf } from '../base/act.ts';
import type { Mutable } from '../base/brand.ts';
import { unreachable } from '../base/result.ts';
import type { ReceivedAct } from './act.ts';
import { type AnyAct, ruleOf } from './acts.ts';
import type { OrganisationId } from '../base/ids.ts';
import type { Mark } from './law/mark.ts';
import { circulate, toParticipants } from './group/circulation.ts';
import { organisationOf } from './members/organisations.ts';
import { closeApplication } from './members/admission.ts';
import { keep } from './brought/attachments.ts';
import { closePeriod } from './texts/agreement.ts';
import { closeDoubt } from './history/doubts.ts';
import { isDue } from './law/deadlines.ts';
import { closeDecision } from './decisions/outcome.ts';
import { closeProposal } from './texts/proposals.ts';
import { weighEverywhere } from './texts/voices.ts';
import { endMandate } from './group/mandates.ts';
import { holdFoundingMeeting } from './meetings/founding.ts';
import { meetingOf } from './meetings/meeting-rules.ts';
import { closeRecovery, openRequestsOf } from './members/recoveries.ts';
import { closeIssue } from './publications/issues.ts';
import { closePeriodical } from './publications/periodicals.ts';
import type { Deadline } from './law/deadline.ts';
import type { State } from './state.ts';
import { approveWhenDue } from './meetings/summaries.ts';
import { textOf } from './texts/texts.ts';

/**
 * Moves a state on by one entry: first by what has fallen due by its time, then by its act. Deterministic: no clock, no chance, no I/O. The state is changed in place, and
 * given back; the caller owns it and has judged the entry allowed in it.
 */
export const apply = (state: State, entry: ReceivedAct<AnyAct>): State => {
  const owned = state as Mutable<State>;
  const { act, hash, time } = entry;
  settle(owned, entry);
  if (act.kind === 'conference.found') owned.conference = conferenceIdOf(hash);
  const on = { index: owned.size, at: time };
  const signer = entry.signers[0]?.fingerprint;
  if (signer === undefined) throw new TypeError('An entry without a signer');
  ruleOf(act).apply(owned, act, on, signer);
  if (owned.founded?.index === on.index) holdFoundingMeeting(owned, on);
  keep(owned, act, on);
  if (isSignedInPublic(owned, act) && !owned.publicKeys.has(signer)) {
    owned.publicKeys.add(signer);
    owned.keyChanges += 1;
  }
  owned.acts.set(hash, owned.size);
  owned.size += 1;
  owned.time = time;
  return state;
};

/** Whether the public may see the signature of the act that is applied last, and so must be able to check it. */
const isSignedInPublic = (state: State, act: AnyAct): boolean => {
  const { signedInPublic = false } = ruleOf(act);
  return typeof signedInPublic === 'boolean' ? signedInPublic : signedInPublic(state, act, state.size);
};

const settle = (state: Mutable<State>, { time }: ReceivedAct): void => {
  while (isDue(state, time)) {
    const deadline = state.deadlines.shift();
    if (deadline !== undefined) fallDue(state, deadline);
  }
};

/** The time in which anybody could disagree with an application has passed, and everyone is told what came of it; of one that too few presented there is nothing to tell. */
const endApplication = (state: Mutable<State>, id: OrganisationId, on: Mark): void => {
  const organisation = organisationOf(state, id);
  const { standing, applications } = organisation;
  if (closeApplication(state, id, on)) weighEverywhere(state, id);
  if (standing.kind !== 'applicant' || standing.period.kind !== 'running') return;
  const of = { kind: 'application', organisation: id, application: applications.length } as const;
  circulate(state, { kind: 'outcome', of }, toParticipants(state, null), on);
};

/** Likewise for a new key that was vouched for; what it ends beside it, it ends for everyone to hear. */
const endRecovery = (state: Mutable<State>, number: number, on: Mark): void => {
  const recovery = state.recoveries[number - 1];
  if (recovery?.stage.kind !== 'running') return closeRecovery(state, number, on);
  const running = openRequestsOf(state, recovery.organisation).filter(({ stage }) => stage.kind === 'running');
  const numbers = running.map((one) => one.number);
  closeRecovery(state, number, on);
  for (const ended of numbers)
    if (state.recoveries[ended - 1]?.stage.kind !== 'running')
      circulate(state, { kind: 'outcome', of: { kind: 'recovery', recovery: ended } }, toParticipants(state, null), on);
};

/** What happens at a deadline happens at its own time, and is on the record by the entry after it. */
const fallDue = (state: Mutable<State>, deadline: Deadline): void => {
  const on = { index: state.size, at: deadline.at };
  switch (deadline.kind) {
    case 'admission':
      return endApplication(state, deadline.organisation, on);
    case 'recovery':
      return endRecovery(state, deadline.recovery, on);
    case 'decision':
      return closeDecision(state, textOf(state, deadline.text), on);
    case 'amendment':
      return closePeriod(state, textOf(state, deadline.text), deadline.amendment, on);
    case 'proposal':
      return closeProposal(state, textOf(state, deadline.text), deadline.proposal, on);
    case 'mandate':
      return endMandate(state, deadline.mandate, 'time', on);
    case 'publication':
      return deadline.issue === null
        ? closePeriodical(state, deadline.periodical, on)
        : closeIssue(state, deadline.periodical, deadline.issue, on);
    case 'summary':
      return approveWhenDue(state, meetingOf(state, deadline.meeting), on);
    case 'doubt':
      return closeDoubt(state, deadline.piece, deadline.doubt, on);
    default:
      return unreachable(deadline);
  }
};
