import type { OrganisationId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { AnyAct } from './acts.ts';
import type { Resource } from './consequences.ts';
import type { State } from './state.ts';

/** What an act is about: what it changes by itself, whatever follows. `index`: that of its entry. */
export const subjectsOf = (state: State, act: AnyAct, index: number): readonly Resource[] => {
  switch (act.kind) {
    case 'conference.found':
      return ['', ...named(enteredAt(state, index))];
    case 'charter.sign':
      return ['', `organisations/${act.by.organisation}`];
    case 'host.tick':
      return [];
    case 'participation.apply':
    case 'participation.reapply':
    case 'participation.withdraw':
    case 'participation.leave':
    case 'delegate.appoint':
    case 'delegate.recall':
    case 'key.enrol':
    case 'key.revoke':
      return [`organisations/${act.by.organisation}`];
    case 'invitation.renew':
    case 'participation.present':
    case 'participation.withdraw-presentation':
    case 'participation.disagree':
    case 'participation.withdraw-disagreement':
      return [`organisations/${act.body.organisation}`];
    case 'recovery.request':
    case 'recovery.vouch':
    case 'recovery.withdraw-voucher':
    case 'recovery.disagree':
    case 'recovery.withdraw-disagreement':
      return ['recoveries'];
    case 'text.table':
      return [`texts/${numberAt(state.texts, index)}`];
    case 'text.cosponsor':
    case 'text.revise':
    case 'text.withdraw':
    case 'revision.object':
    case 'revision.withdraw-objection':
    case 'amendment.propose':
    case 'amendments.propose':
    case 'amendment.join':
    case 'amendment.withdraw':
    case 'amendment.take-over':
    case 'amendment.renew':
    case 'debate.open':
    case 'debate.reply':
    case 'debate.resolve':
    case 'proposal.make':
    case 'proposal.disagree':
    case 'proposal.withdraw-disagreement':
    case 'proposal.withdraw':
    case 'translation.publish':
    case 'translation.check':
    case 'position.take':
    case 'consultation.record':
    case 'decision.open':
    case 'decision.close':
    case 'text.sign':
    case 'signature.confirm':
    case 'signature.withdraw':
      return [`texts/${act.body.text}`];
    case 'observation.make':
      return [`texts/${act.body.text}`, 'observations'];
    case 'statement.open':
      return [`statements/${numberAt(state.statements, index)}`];
    case 'statement.invite':
      return [`statements/${act.body.statement}`, `organisations/${act.body.organisation}`];
    case 'statement.sign':
      // By its first signature an outside organisation is there for everyone.
      return [`statements/${act.body.statement}`, `organisations/${act.by.organisation}`];
    case 'meeting.convene':
      return [`meetings/${numberAt(state.meetings, index)}`];
    case 'meeting.change':
    case 'meeting.cancel':
    case 'summary.circulate':
      return [`meetings/${act.body.meeting}`];
    case 'meeting.second':
    case 'meeting.reply':
    case 'meeting.credentials':
    case 'meeting.guest':
    case 'agenda.propose':
    case 'agenda.withdraw':
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
    case 'summary.correct':
    case 'summary.withdraw-correction':
    case 'host.replied':
      return [`meetings/${act.body.meeting}`];
    case 'group.resign':
      return ['group'];
    case 'help.ask':
      return ['help'];
    case 'help.offer':
    case 'help.close':
      return ['help'];
    case 'letter.send':
      return ['letters'];
    case 'host.received':
      return ['letters'];
    case 'attachment.erase':
    case 'host.erased':
      return state.attachments.get(act.body.attachment)?.subjects ?? [];
    case 'post.acknowledge':
    case 'post.otherwise':
    case 'host.delivered':
      return [`circulations/${act.body.circulation}`];
    case 'host.opened':
      return act.body.circulations.map((number) => `circulations/${number}` as const);
    case 'host.shown':
      return ['observations'];
    default:
      return unreachable(act);
  }
};

/** The organisations that an act brought onto the record. */
const enteredAt = (state: State, index: number): readonly OrganisationId[] => {
  const ids: OrganisationId[] = [];
  // They stand in the order in which they entered.
  for (const { id, entered } of state.organisations.values()) {
    if (entered.index > index) break;
    if (entered.index === index) ids.push(id);
  }
  return ids;
};

type Numbered = State['texts'][number] | State['statements'][number] | State['meetings'][number];

const broughtAt = (one: Numbered): number =>
  ('tabled' in one ? one.tabled : 'opened' in one ? one.opened : one.on).index;

/** The number of what an act brought; 0: it brought none. They stand in the order of their entries. */
export const numberAt = (list: readonly Numbered[], index: number): number => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = list[middle];
    if (one !== undefined && broughtAt(one) < index) from = middle + 1;
    else to = middle;
  }
  const found = list[from];
  return found !== undefined && broughtAt(found) === index ? found.number : 0;
};

const named = (ids: readonly OrganisationId[]): readonly Resource[] => ids.map((id) => `organisations/${id}` as const);
