import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Voice } from './live-state.ts';
import { hang, unhang } from './live.ts';
import { isParticipant } from '../members/organisations.ts';
import type { State } from '../state.ts';
import { targetKey } from './position-state.ts';
import type { Amendment, Text } from './state.ts';

/** Who accepts an amendment and who objects to it, counted as they say so. */

/** Whatever this organisation says of an amendment has changed, or what it is to the conference. */
export const weigh = (state: State, text: Mutable<Text>, number: number, id: OrganisationId): void => {
  const { live } = text;
  const [amendment, voices] = [text.amendments[number - 1], live.voices.get(number)];
  if (amendment === undefined || voices === undefined) return;
  const before = voices.of.get(id);
  const now = voiceOf(state, text, amendment, id);
  for (const [voice, by] of [
    [before, -1],
    [now, 1],
  ] as const) {
    if (voice?.kind === 'accepts') voices.accepting += by;
    if (voice?.kind === 'objects') voices.objecting += by;
  }
  if (before !== undefined) unhang(live, number, before.conditions);
  if (now === null) voices.of.delete(id);
  else {
    voices.of.set(id, now as Mutable<Voice>);
    hang(live, number, now.conditions);
  }
  if (now?.kind === 'conditional') voices.conditional.add(id);
  else voices.conditional.delete(id);
};

/** Movers accept what they move unless they say otherwise; who takes no part has no voice. */
const voiceOf = (state: State, text: Text, { number, by, joint }: Amendment, id: OrganisationId): Voice | null => {
  if (!isParticipant(state, id)) return null;
  const position = text.standing.get(targetKey({ kind: 'amendment', amendment: number }))?.get(id);
  if (position === undefined) return by === id || joint.includes(id) ? { kind: 'accepts', conditions: [] } : null;
  if (position.conditions.length > 0) return { kind: 'conditional', conditions: position.conditions };
  if (position.stand === 'object') return { kind: 'objects', conditions: [] };
  return position.stand === 'support' || position.stand === 'accept' ? { kind: 'accepts', conditions: [] } : null;
};

/** An organisation takes part from now on, or no longer does. */
export const weighEverywhere = (state: Mutable<State>, id: OrganisationId): void => {
  for (const number of state.openTexts) {
    const text = state.texts[number - 1];
    for (const amendment of text?.live.numbers ?? []) if (text !== undefined) weigh(state, text, amendment, id);
  }
};
