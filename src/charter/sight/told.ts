import type { AnyAct } from '../acts.ts';
import type { ReceivedAct } from '../act.ts';
import { asSeen } from './as-seen.ts';
import { judge } from '../judge.ts';
import { isByNewKey } from '../brought/keys.ts';
import type { Refusal, RefusalKind } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { PUBLIC, type Viewer, isMember } from '../visibility.ts';

/**
 * What the maker of a refused act is told. The true reason may lie in what they may not see, so they hear why it would be refused if that were not
 * there: hidden and missing are the same to them, in words and in what it takes to find out.
 */
export const told = (state: State, viewer: Viewer, entry: ReceivedAct<AnyAct>, reason: Refusal): Refusal =>
  isMember(state, viewer) ? reason : (judge(asSeen(state, viewer), entry) ?? heldBack(reason));

/** For whom an act speaks whose signatures hold: the organisation of the key that made it, whatever the act says. */
export const speakerOf = (state: State, { act, signers }: Pick<ReceivedAct<AnyAct>, 'act' | 'signers'>): Viewer => {
  const [first] = signers;
  const key = first === undefined || isByNewKey(act.kind) ? undefined : state.keys.get(first.fingerprint);
  return key === undefined ? PUBLIC : { kind: 'organisation', id: key.organisation };
};

/**
 * What must be said although the reason is hidden, and no more of it: that a name cannot be had, and not by whom it is; that a key which has just signed is
 * in use; what its maker did already; that there is as much as there may be.
 */
const heldBack = (reason: Refusal): Refusal => {
  if (reason.kind === 'taken') return { ...reason, kind: 'alike' };
  return SAID.has(reason.kind) ? reason : { article: reason.article, kind: 'withheld' };
};

const SAID: ReadonlySet<RefusalKind> = new Set(['alike', 'already', 'key-in-use', 'limit']);
