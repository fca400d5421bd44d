import { type Mutable, mutable } from '../../base/brand.ts';
import { unreachable } from '../../base/result.ts';
import { type Instant, monthsAfter } from '../../base/time.ts';
import { follows } from '../law/consequences.ts';
import { giveMandate, isInForce } from '../group/mandates.ts';
import { admissionRefusal, admitNow } from '../members/admission-by-assembly.ts';
import { comeIntoForce } from '../members/in-force.ts';
import type { Article } from '../law/articles.ts';
import { vacate } from '../group/group.ts';
import type { Mark } from '../law/mark.ts';
import type { Call, Meeting, Question } from './state.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import { rulesInForce } from '../law/charter.ts';
import { mayTakeChair, takeChair } from './sittings.ts';
import { weighEverywhere } from '../texts/voices.ts';
import type { State } from '../state.ts';
import { isOvertaken, principleRefusal, takeInPrinciple } from '../texts/principle.ts';
import { textAt, textOf } from '../texts/texts.ts';

/** What a meeting can be asked in the room, and what follows when it agrees (5.3, 5.4, 9.1). */

/** Why this cannot be asked of this meeting now. */
export const questionRefusal = (state: State, meeting: Meeting, question: Question, at: Instant): Refusal | null => {
  switch (question.kind) {
    case 'agenda':
      return agendaRefusal(meeting, question.items);
    case 'chair':
      return mayTakeChair(state, meeting, question);
    case 'election':
      return assemblyRefusal(meeting) ?? slateRefusal(state, question);
    case 'admission':
      return assemblyRefusal(meeting, '2.3') ?? admissionRefusal(state, question);
    case 'seat':
      return assemblyRefusal(meeting, '10.1') ?? seatRefusal(state, question.seat);
    case 'mandate':
      if (question.until <= at) return { article: '9.1', kind: 'bad-field', field: 'until', why: 'past' };
      return assemblyRefusal(meeting);
    case 'treasurer':
      return assemblyRefusal(meeting, '12.1') ?? treasurerRefusal(state, question, at);
    case 'principle':
      return assemblyRefusal(meeting) ?? textRefusal(state, meeting, question, at);
    case 'words':
      return meeting.agenda === null
        ? { article: '5.3', kind: 'agenda-first' }
        : underRefusal(state, meeting, question, at);
    default:
      return unreachable(question);
  }
};

const agendaRefusal = (meeting: Meeting, items: readonly number[]): Refusal | null => {
  if (new Set(items).size < items.length) return { article: '5.3', kind: 'bad-field', field: 'items', why: 'repeated' };
  const missing = items.find((number) => meeting.items[number - 1]?.withdrawn !== null);
  return missing === undefined ? null : { article: '5.3', kind: 'unknown', thing: 'item', ref: `${missing}` };
};

/** Only an assembly elects, gives mandates and moves the seat, and only once it has its agenda. */
const assemblyRefusal = (meeting: Meeting, article: Article = '9.1'): Refusal | null => {
  if (meeting.kind !== 'assembly') return { article, kind: 'mandate-needed' };
  return meeting.agenda === null ? { article: '5.3', kind: 'agenda-first' } : null;
};

type Treasurer = Extract<Question, { readonly kind: 'treasurer' }>;

const treasurerRefusal = (state: State, { organisation, until }: Treasurer, at: Instant): Refusal | null => {
  if (organisation !== null && !isParticipant(state, organisation))
    return { article: '12.1', kind: 'unknown', thing: 'organisation', ref: organisation };
  return until <= at ? { article: '12.1', kind: 'bad-field', field: 'until', why: 'past' } : null;
};

type Principle = Extract<Question, { readonly kind: 'principle' }>;

/** The text that the meeting is at. */
const textRefusal = (state: State, meeting: Meeting, question: Principle, at: Instant): Refusal | null => {
  const found = textAt(state, question.text, '13.3', 'negotiation');
  if (!found.ok) return found.error;
  const item = meeting.items[(meeting.item ?? 0) - 1];
  return item?.texts.includes(question.text) === true
    ? principleRefusal(state, found.value, question, at)
    : { article: '5.3', kind: 'not-on-agenda', item: meeting.item };
};

/** Whether what is asked is overtaken by what happened since. */
export const isMoot = (state: State, question: Question, at: Instant): boolean =>
  (question.kind === 'principle' && isOvertaken(state.texts[question.text - 1], question, at)) ||
  (question.kind === 'admission' && admissionRefusal(state, question) !== null);

const seatRefusal = ({ charter }: State, seat: string): Refusal | null =>
  charter?.charter.seat === seat ? { article: '10.1', kind: 'already', what: 'seat' } : null;

/** The group decides what the charter or a mandate in force gives it to decide; an assembly needs none. */
const underRefusal = (
  state: State,
  meeting: Meeting,
  { under }: Extract<Question, { readonly kind: 'words' }>,
  at: Instant,
): Refusal | null => {
  if (meeting.kind === 'assembly') {
    return under === null ? null : { article: '9.1', kind: 'bad-field', field: 'under', why: 'assembly' };
  }
  if (under === null) return { article: '9.1', kind: 'mandate-needed' };
  if (typeof under === 'string') return null;
  const mandate = state.mandates[under - 1];
  if (mandate?.to !== 'group') return { article: '9.1', kind: 'unknown', thing: 'mandate', ref: `${under}` };
  return isInForce(state, mandate, at) ? null : { article: '9.1', kind: 'mandate-ends', until: mandate.until };
};

type Slate = Extract<Question, { readonly kind: 'election' }>;

/** One seat an organisation, as many seats as the rules say, no more of them to one country than they allow (9.1). */
export const slateRefusal = (state: State, { members, substitutes }: Slate): Refusal | null => {
  const rules = rulesInForce(state).coordinatingGroup;
  const all = [...members, ...substitutes];
  const stranger = all.find((id) => !isParticipant(state, id));
  if (stranger !== undefined) return { article: '9.1', kind: 'unknown', thing: 'organisation', ref: stranger };
  if (new Set(all).size < all.length) return { article: '9.1', kind: 'bad-field', field: 'members', why: 'repeated' };
  if (members.length !== rules.members) return { article: '9.1', kind: 'bad-field', field: 'members', why: 'count' };
  if (substitutes.length > rules.substitutes) {
    return { article: '9.1', kind: 'bad-field', field: 'substitutes', why: 'count' };
  }
  const countries = new Map<string, number>();
  for (const id of all) {
    const country = state.organisations.get(id)?.country ?? '';
    countries.set(country, (countries.get(country) ?? 0) + 1);
  }
  const most = rules.perCountry;
  return most !== null && Math.max(0, ...countries.values()) > most
    ? { article: '9.1', kind: 'bad-field', field: 'members', why: 'country' }
    : null;
};

/** What follows from the meeting's consensus, from the next entry on. */
export const carryOut = (
  state: Mutable<State>,
  meeting: Mutable<Meeting>,
  { number: call, question }: Call,
  on: Mark,
): void => {
  const given = { kind: 'call', meeting: meeting.number, call } as const;
  switch (question.kind) {
    case 'agenda':
      meeting.agenda = mutable({ items: question.items, adopted: on });
      if (meeting.item !== null && !question.items.includes(meeting.item)) meeting.item = null;
      return;
    case 'chair':
      return takeChair(meeting, question, on);
    case 'election':
      return elect(state, meeting.number, question, on);
    case 'admission':
      if (admitNow(state, question, on)) weighEverywhere(state, question.organisation);
      return;
    case 'seat':
      if (state.charter !== null)
        comeIntoForce(
          state,
          { ...state.charter.charter, seat: question.seat },
          { kind: 'seat', meeting: meeting.number, call: meeting.calls.length },
          on,
        );
      return;
    case 'mandate': {
      const { task, until } = question;
      giveMandate(state, { what: { kind: 'task', words: task }, to: 'group', until, latest: null, given, on });
      return;
    }
    case 'treasurer': {
      const { organisation, until } = question;
      const to = organisation === null ? 'group' : [organisation];
      giveMandate(state, { what: { kind: 'books' }, to, until, latest: null, given, on });
      return;
    }
    case 'principle':
      takeInPrinciple(state, textOf(state, question.text), question, given, on);
      return follows(state, on, `texts/${question.text}`, 'text');
    case 'words':
      return;
    default:
      return unreachable(question);
  }
};

const elect = (state: Mutable<State>, meeting: number, { members, substitutes }: Slate, on: Mark): void => {
  if (state.group !== null) state.earlierGroups.push(state.group);
  const months = rulesInForce(state).coordinatingGroup.termMonths;
  state.group = mutable({
    meeting,
    elected: on,
    until: months === null ? null : monthsAfter(on.at, months),
    members: [...members],
    substitutes: [...substitutes],
    changes: [],
  });
  follows(state, on, 'group', 'group');
  // An organisation may have left between the call and its close.
  const gone = [...members, ...substitutes].filter((id) => !isParticipant(state, id));
  for (const id of gone) vacate(state, id, { why: 'left', reason: null }, on);
};
