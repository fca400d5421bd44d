import type { OrganisationId } from '../../base/ids.ts';
import type { Lack, ToPass } from '../law/to-pass.ts';
import type { State } from '../state.ts';
import { consentsTo, rivalsOf } from './agreement.ts';
import { isSeconded, secondsNeeded, secondsOf } from './seconding.ts';
import type { Amendment, Text } from './state.ts';

/** What an open amendment of a text under negotiation still needs to be agreed (13.2); `null` of any other. */
export const amendmentToPass = (state: State, text: Text, amendment: Amendment): ToPass | null => {
  if (amendment.fate.kind !== 'open' || text.stage !== 'negotiation') return null;
  const { bySilence, joint, period } = amendment;
  const stands = consentsTo(state, text, amendment);
  const awaited = state.participants.filter((id) => stands.get(id) !== 'accepts');
  const objecting = state.participants.filter((id) => stands.get(id) === 'objects');
  const rivals = rivalsOf(text, amendment).filter((other) => isSeconded(state, other));
  const lacks: readonly Lack[] = [
    ...(bySilence ? [] : [{ kind: 'unanimity' as const }]),
    ...seconds(state, joint),
    ...(objecting.length === 0 ? [] : [{ kind: 'objection' as const, count: objecting.length, by: objecting }]),
    ...(rivals.length === 0 ? [] : [{ kind: 'rivals' as const, amendments: rivals.map(({ number }) => number) }]),
  ];
  return { atOnce: awaited, at: lacks.length === 0 ? period : null, lacks };
};

const seconds = (state: State, joint: readonly OrganisationId[]): readonly Lack[] => {
  const count = secondsNeeded(state) - secondsOf(state, joint).length;
  return count > 0 ? [{ kind: 'seconds', count }] : [];
};
