import type { OrganisationId } from '../../base/ids.ts';
import { holdersOf } from '../group/mandates.ts';
import { rulesInForce } from '../law/charter.ts';
import type { Refusal } from '../law/refusal.ts';
import { deciding, isPresent, presentNow, quorumOf } from '../members/presence.ts';
import type { Mandate } from '../group/mandate-state.ts';
import type { Meeting } from '../meetings/state.ts';
import type { State } from '../state.ts';
import type { Text } from './state.ts';
import { ownerOnly, rapporteurOf } from './texts.ts';

/**
 * Who may do what with a text. Until it is taken in principle it is its tabler's; from then on nobody has a power over it that others lack. The table stands in
 * docs/decisions/0057-a-text-taken-in-principle-belongs-to-all.md.
 */

/** The mandate under which a text is completed now; `null`: none is in force, or it is not taken in principle. What one alone would have is with all. */
export const mandateOf = (state: State, text: Text): Mandate | null => {
  const mandate = state.mandates[(text.principle?.mandates.at(-1) ?? 0) - 1];
  return mandate?.ended === null && holdersOf(state, mandate.to).length > 1 ? mandate : null;
};

/** Whether the organisation is in the room of an assembly that sits. There everyone is, and every text is at home. */
const isInAssembly = ({ meetings, openMeetings }: State, id: OrganisationId): boolean =>
  openMeetings.some((number) => {
    const meeting = meetings[number - 1];
    return meeting?.kind === 'assembly' && meeting.stage === 'open' && isPresent(meeting, id);
  });

/** Refused unless it has the mandate to complete the text, or the matter is with all again. */
const mandatedOnly = (state: State, text: Text, id: OrganisationId): Refusal | null => {
  const mandate = mandateOf(state, text);
  if (mandate === null || holdersOf(state, mandate.to).includes(id)) return null;
  return { article: '13.3', kind: 'not-mandated', mandate: mandate.number };
};

/** Who publishes a revision: its rapporteur; of a text taken in principle whoever has the mandate, and any participant in an assembly or when it has ended. */
export const reviseRefusal = (state: State, text: Text, id: OrganisationId): Refusal | null => {
  if (text.principle !== null) return isInAssembly(state, id) ? null : mandatedOnly(state, text, id);
  const owner = rapporteurOf(state, text);
  return owner === id ? null : { article: '13.2', kind: 'not-yours', owner };
};

/** Refused where all took it in principle. */
export const principleHolds = (text: Text): Refusal | null =>
  text.principle === null ? null : { article: '13.3', kind: 'taken-in-principle' };

/** Who withdraws a text: whose it is, while it is anybody's. */
export const withdrawRefusal = (state: State, text: Text, id: OrganisationId): Refusal | null =>
  principleHolds(text) ?? ownerOnly(state, text, id);

/** Who puts a text to decision, in this meeting's room or (`null`) in writing: whose it is and whoever else the rules name; once it is taken in principle see {@link completeRefusal}. */
export const openRefusal = (state: State, text: Text, id: OrganisationId, meeting: Meeting | null): Refusal | null => {
  const openers = rulesInForce(state).decision.openers;
  if (text.principle !== null) return completeRefusal(state, text, id, meeting, openers === 'participant');
  const isOpen = openers === 'participant' || (openers === 'assembly' && meeting?.kind === 'assembly');
  const byRapporteur = openers !== 'tabler' && rapporteurOf(state, text) === id;
  return isOpen || byRapporteur ? null : ownerOnly(state, text, id);
};

/** The final version is put to decision by any participant in an assembly, by whoever has the mandate in a meeting; without one in an assembly, or in writing where the rules let anybody. */
const completeRefusal = (
  state: State,
  text: Text,
  id: OrganisationId,
  meeting: Meeting | null,
  anybody: boolean,
): Refusal | null => {
  if (meeting?.kind === 'assembly') return null;
  const mandate = mandateOf(state, text);
  if (mandate === null)
    return anybody && meeting === null ? null : { article: '13.3', kind: 'not-mandated', mandate: null };
  return meeting === null ? { article: '13.3', kind: 'not-mandated', mandate: null } : mandatedOnly(state, text, id);
};

/**
 * How many must be in the room that is to complete a text, and how many are: half of those who have the mandate, the quorum, and never one alone; but never everyone, so that nobody holds it up
 * by staying away.
 */
export const completing = (
  state: State,
  text: Text,
  meeting: Meeting,
): { readonly present: number; readonly needed: number } => {
  const mandate = mandateOf(state, text);
  const here = presentNow(state, meeting);
  if (meeting.kind === 'assembly' || mandate === null)
    return {
      present: here.length,
      needed: Math.max(2, allButOne(quorumOf(state, meeting), state.participants.length)),
    };
  if (here.length < 2) return { present: here.length, needed: 2 };
  if (mandate.to === 'group') {
    const seats = state.group?.members.length ?? 0;
    const needed = Math.max(Math.ceil(seats / 2), quorumOf(state, meeting));
    return { present: deciding(state, meeting).length, needed: allButOne(needed, seats) };
  }
  const holders = holdersOf(state, mandate.to);
  return { present: holders.filter((id) => here.includes(id)).length, needed: Math.ceil(holders.length / 2) };
};

const allButOne = (needed: number, of: number): number => Math.min(needed, Math.max(1, of - 1));

/** Whether this organisation may end a decision in the room though it has not the chair: of a text taken in principle, whoever may put it to decision there. */
export const mayEnd = (state: State, text: Text, id: OrganisationId, meeting: Meeting): boolean =>
  text.principle !== null && isPresent(meeting, id) && completeRefusal(state, text, id, meeting, false) === null;
