import { unreachable } from '../base/result.ts';
import type { State } from '../charter/state.ts';
import { type Viewer } from '../charter/visibility.ts';
import { maySeeEntry } from '../charter/visibility-entries.ts';
import type { RecordEntry } from '../conference/types.ts';

/** What one viewer is told when something was appended. */
export interface Happening {
  /** How many entries the record has now. */
  readonly size: number;
  /** The resources that are not as they were, as paths below the conference's own; `''` is the conference itself. */
  readonly about: readonly string[];
  readonly kinds: readonly string[];
}

/** The most entries that are told of one by one; of more it is said only that much has changed. */
export const MOST_TOLD = 500;

/** What `viewer` may hear of these entries, or `null` where it is nothing. */
export const happening = (
  state: State,
  viewer: Viewer,
  entries: readonly RecordEntry[],
  missed: boolean,
): Happening | null => {
  if (missed) return { size: state.size, about: [''], kinds: [] };
  const seen = entries.filter(({ index, act }) => maySeeEntry(state, viewer, index, act));
  const last = seen.at(-1);
  if (last === undefined) return null;
  return {
    size: last.index + 1,
    about: [...new Set(seen.flatMap((entry) => aboutOf(state, entry)))],
    kinds: [...new Set(seen.map(({ act }) => act.kind))],
  };
};

/** The resources that an entry changes. */
const aboutOf = (state: State, { act, index }: RecordEntry): readonly string[] => {
  switch (act.kind) {
    case 'conference.found':
    case 'charter.sign':
    case 'host.tick':
      // With a tick, what fell due may be anything.
      return [''];
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
    case 'participation.disagree':
    case 'participation.withdraw-disagreement':
      return [`organisations/${act.body.organisation}`];
    case 'recovery.request':
    case 'recovery.disagree':
    case 'recovery.withdraw-disagreement':
      return ['recoveries'];
    case 'text.table':
      return [`texts/${state.texts.findLast(({ tabled }) => tabled.index === index)?.number ?? ''}`];
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
      return [`texts/${act.body.text}`, 'observations', 'circulations'];
    case 'statement.open':
      return [`statements/${state.statements.findLast(({ opened }) => opened.index === index)?.number ?? ''}`];
    case 'statement.invite':
    case 'statement.sign':
      return [`statements/${act.body.statement}`];
    case 'meeting.convene':
      return [`meetings/${state.meetings.findLast(({ on }) => on.index === index)?.number ?? ''}`, 'circulations'];
    case 'meeting.change':
    case 'meeting.cancel':
    case 'summary.circulate':
      return [`meetings/${act.body.meeting}`, 'circulations'];
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
    case 'summary.correct':
    case 'summary.withdraw-correction':
    case 'host.replied':
      return [`meetings/${act.body.meeting}`];
    case 'call.close':
      // What was agreed may be who is in the group, or what it may do.
      return [`meetings/${act.body.meeting}`, 'group'];
    case 'group.resign':
      return ['group'];
    case 'help.ask':
      return ['help', 'circulations'];
    case 'help.offer':
    case 'help.close':
      return ['help'];
    case 'letter.send':
      return ['letters', 'circulations'];
    case 'host.received':
      return ['letters'];
    case 'post.acknowledge':
    case 'post.otherwise':
    case 'host.delivered':
      return [`circulations/${act.body.circulation}`];
    case 'host.opened':
      return act.body.circulations.map((number) => `circulations/${number}`);
    case 'host.shown':
      return ['observations'];
    default:
      return unreachable(act);
  }
};
