import { type Mutable, mutable } from '../../base/brand.ts';
import { after } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';
import type { Decision, Fallen, Text } from '../texts/state.ts';
import type { State } from '../state.ts';
import { targetKey } from '../texts/position-state.ts';
import { endPeriod, runPeriod, settleAmendment } from '../texts/agreement.ts';
import { comeAlive, numbersOf, passAway, wait } from '../texts/live.ts';
import { weigh } from '../texts/voices.ts';

/** What becomes of amendments when a text is put to decision, and when a decision that came to nothing gives it back (13.3). */

/** Whatever is open falls with the decision; gives what it was, and what was said of it. */
export const fallAll = (state: Mutable<State>, text: Mutable<Text>, on: Mark): readonly Fallen[] =>
  [...numbersOf(text), ...text.live.toRenew].flatMap((number): readonly Fallen[] => {
    const amendment = text.amendments[number - 1];
    if (amendment === undefined) return [];
    const { fate } = amendment;
    const key = targetKey({ kind: 'amendment', amendment: number });
    const positions: Fallen['positions'] = text.standing.get(key) ?? new Map();
    const left = amendment.period === null ? null : amendment.period - on.at;
    endPeriod(state, amendment, text.number);
    amendment.fate = { kind: 'fallen', on, why: 'decision' };
    passAway(text, number);
    text.standing.delete(key);
    return fate.kind === 'open' || fate.kind === 'to-renew' ? [{ amendment: number, fate, positions, left }] : [];
  });

/** Everything that fell with it stands where it stood, and periods go on: no decision takes the time away that has passed. */
export const riseAll = (state: Mutable<State>, text: Mutable<Text>, { fell }: Decision, on: Mark): void => {
  for (const { amendment: number, fate, positions } of fell) {
    const amendment = text.amendments[number - 1];
    if (amendment === undefined) continue;
    amendment.fate = mutable(fate);
    text.standing.set(
      targetKey({ kind: 'amendment', amendment: number }),
      new Map([...positions].map(([id, position]) => [id, mutable(position)])),
    );
    if (fate.kind === 'to-renew') {
      wait(text, number);
      continue;
    }
    comeAlive(text, amendment);
    for (const id of new Set([amendment.by, ...amendment.joint, ...positions.keys()])) weigh(state, text, number, id);
  }
  for (const { amendment, fate, left } of fell) {
    if (fate.kind !== 'open') continue;
    if (left !== null) runPeriod(state, text, amendment, after(on.at, left));
    settleAmendment(state, text, amendment, on);
  }
};
