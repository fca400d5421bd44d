import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type OrganisationId, organisationIdSchema } from '../../base/ids.ts';
import { unreachable } from '../../base/result.ts';
import { defineAct } from '../act.ts';
import { follows } from '../law/consequences.ts';
import type { Circulated, Circulation, CirculationList, Delivery } from './state.ts';
import type { Mark } from '../law/mark.ts';
import { mayServe } from './group.ts';
import { noteDelivery } from './owed.ts';
import { isParticipant, participants } from '../members/organisations.ts';
import { hasAnswered, unacknowledged } from './unanswered.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { line, numberSchema } from '../../base/schema.ts';
import { itsCirculation } from '../law/resource.ts';

/**
 * Chapters 8.4 and 9.2: what concerns everyone is communicated to everyone entitled to it. Who that is follows from the rules, and what became of it, recipient by recipient,
 * is on the record.
 */

/** Every participant but `except`, whose own act it is. */
export const toParticipants = (state: State, except: OrganisationId | null): readonly OrganisationId[] =>
  participants(state)
    .map(({ id }) => id)
    .filter((id) => id !== except);

/** The participants on a list, in the order of their entering. */
export const listed = (state: State, list: CirculationList): readonly OrganisationId[] => {
  const all = toParticipants(state, null);
  switch (list.kind) {
    case 'participants':
      return all;
    case 'group':
      return inGroup(state, all);
    case 'signatories':
      return all.filter((id) => state.texts[list.text - 1]?.signatures.has(id) === true);
    case 'unanswered':
      return unansweredIn(state, list.text, all);
    case 'unacknowledged': {
      const circulation = state.circulations[list.circulation - 1];
      const waiting = new Set(circulation === undefined ? [] : unacknowledged(circulation));
      return all.filter((id) => waiting.has(id));
    }
    case 'meeting':
      return all.filter((id) => (state.meetings[list.meeting - 1]?.credentials.get(id)?.delegates.length ?? 0) > 0);
    default:
      return unreachable(list);
  }
};

const unansweredIn = ({ texts }: State, number: number, all: readonly OrganisationId[]): readonly OrganisationId[] => {
  const text = texts[number - 1];
  return text === undefined ? [] : all.filter((id) => !hasAnswered(text, id));
};

const inGroup = ({ group }: State, all: readonly OrganisationId[]): readonly OrganisationId[] => {
  const seated = new Set([...(group?.members ?? []), ...(group?.substitutes ?? [])]);
  return all.filter((id) => seated.has(id));
};

/** Puts something before its recipients: from now on it stands in their workspaces, and the post takes it to them. Gives the circulation's number. */
export const circulate = (
  state: Mutable<State>,
  what: Circulated,
  recipients: readonly OrganisationId[],
  on: Mark,
): number => {
  const number = state.circulations.length + 1;
  const delivery: Delivery = { mail: null, opened: null, acknowledged: null, otherwise: null };
  const circulation: Circulation = {
    number,
    what,
    on,
    recipients: new Map(recipients.map((id) => [id, { ...delivery }])),
  };
  state.circulations.push(mutable(circulation));
  for (const id of recipients) noteDelivery(state, circulation, id);
  follows(state, on, `circulations/${number}`, 'circulation');
  return number;
};

const deliveryOf = (state: State, circulation: number, organisation: OrganisationId): Delivery | undefined =>
  state.circulations[circulation - 1]?.recipients.get(organisation);

const noCirculation = (number: number): Refusal => ({
  article: '8.4',
  kind: 'unknown',
  thing: 'circulation',
  ref: `${number}`,
});

/** Writes down what became of a circulation on its way to one of its recipients. */
const note = (state: Mutable<State>, number: number, organisation: OrganisationId, became: Partial<Delivery>): void => {
  const circulation = state.circulations[number - 1];
  const found = circulation?.recipients.get(organisation);
  if (circulation === undefined || found === undefined)
    throw new TypeError(`Circulation ${number} did not go to ${organisation}`);
  Object.assign(found, became);
  noteDelivery(state, circulation, organisation);
};

/** The host says what became of the mails of a circulation. A later report counts: a bounce may come after the handing over. */
export const delivered = defineAct({
  kind: 'host.delivered',
  article: '8.4',
  strength: 'host',
  from: ['host'],
  matter: 'circulation',
  subjects: itsCirculation,
  quiet: true,
  body: z
    .strictObject({
      circulation: numberSchema,
      outcomes: z
        .array(
          z
            .strictObject({
              organisation: organisationIdSchema,
              result: z.enum(['handed-over', 'bounced', 'no-address']),
              /** The receiving server's reply code (RFC 5321, 4.2), where there was one. */
              code: z.int().min(200).max(599).nullable(),
            })
            .readonly(),
        )
        .min(1)
        .max(500)
        .readonly(),
    })
    .readonly(),
  judge: (state, { body: { circulation, outcomes } }) => {
    if (new Set(outcomes.map(({ organisation }) => organisation)).size < outcomes.length) {
      return { article: '8.4', kind: 'bad-field', field: 'outcomes', why: 'repeated' };
    }
    for (const { organisation, result, code } of outcomes) {
      const delivery = deliveryOf(state, circulation, organisation);
      if (delivery === undefined) return noCirculation(circulation);
      if (delivery.mail?.result === result && delivery.mail.code === code)
        return { article: '8.4', kind: 'nothing-due' };
    }
    return null;
  },
  apply: (state, { body: { circulation, outcomes } }, on) => {
    for (const { organisation, result, code } of outcomes) {
      note(state, circulation, organisation, { mail: { result, code, on } });
    }
  },
  example: {
    circulation: 1,
    outcomes: [
      { organisation: 'diktyo-potamon', result: 'handed-over', code: 250 },
      { organisation: 'reka', result: 'no-address', code: null },
    ],
  },
});

/** The host says that it has shown circulated things to a signed-in delegate of an organisation. */
export const opened = defineAct({
  kind: 'host.opened',
  article: '8.4',
  strength: 'host',
  from: ['host'],
  matter: 'circulation',
  subjects: ({ body }) => body.circulations.map((number) => `circulations/${number}` as const),
  quiet: true,
  body: z
    .strictObject({
      organisation: organisationIdSchema,
      circulations: z.array(numberSchema).min(1).max(1000).readonly(),
    })
    .readonly(),
  judge: (state, { body: { organisation, circulations } }) => {
    if (new Set(circulations).size < circulations.length) {
      return { article: '8.4', kind: 'bad-field', field: 'circulations', why: 'repeated' };
    }
    for (const number of circulations) {
      const delivery = deliveryOf(state, number, organisation);
      if (delivery === undefined) return noCirculation(number);
      if (delivery.opened !== null) return { article: '8.4', kind: 'nothing-due' };
    }
    return null;
  },
  apply: (state, { body: { organisation, circulations } }, on) => {
    for (const number of circulations) note(state, number, organisation, { opened: on });
  },
  example: { organisation: 'reka', circulations: [1, 2] },
});

/** An organisation says that it has what was circulated. */
export const acknowledge = defineAct({
  kind: 'post.acknowledge',
  article: '8.4',
  strength: 'ordinary',
  from: ['participant', 'former'],
  matter: 'circulation',
  subjects: itsCirculation,
  quiet: true,
  body: z.strictObject({ circulation: numberSchema }).readonly(),
  judge: (state, { by, body: { circulation } }) => {
    const delivery = deliveryOf(state, circulation, by.organisation);
    if (delivery === undefined) return noCirculation(circulation);
    return delivery.acknowledged === null ? null : { article: '8.4', kind: 'already', what: 'acknowledged' };
  },
  apply: (state, { by, body: { circulation } }, on) => {
    note(state, circulation, by.organisation, { acknowledged: on });
  },
  example: { circulation: 1 },
});

/** The group says by which other way it sent something to an organisation that no mail reaches. */
export const sendOtherwise = defineAct({
  kind: 'post.otherwise',
  article: '9.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'circulation',
  subjects: itsCirculation,
  body: z.strictObject({ circulation: numberSchema, organisation: organisationIdSchema, how: line(200) }).readonly(),
  judge: (state, { by, body: { circulation, organisation } }) => {
    if (!mayServe(state, by.organisation)) return { article: '9.2', kind: 'group-only' };
    if (!isParticipant(state, organisation) || deliveryOf(state, circulation, organisation) === undefined) {
      return noCirculation(circulation);
    }
    return null;
  },
  apply: (state, { by, body: { circulation, organisation, how } }, on) => {
    note(state, circulation, organisation, { otherwise: { how, by: by.organisation, on } });
  },
  example: { circulation: 1, organisation: 'reka', how: 'By registered letter' },
});
