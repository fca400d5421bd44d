import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { languageSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { instantSchema, line, numberSchema, prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { giveMandate, holdersOf } from '../group/mandates.ts';
import { follows } from '../law/consequences.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import { isContested } from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import type { Matter } from '../law/matter.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { broughtAt, itsPeriodical } from '../law/resource.ts';
import { isParticipant } from '../members/organisations.ts';
import { likenessesOf } from '../names/likeness.ts';
import type { State } from '../state.ts';
import { openKeys } from './open-keys.ts';
import { settlePut, silenceFrom } from './silence.ts';
import type { Periodical } from './state.ts';

/** Article 11.1: that a periodical be published is decided by the conference, and its editorial list is open to all. */

const NO_PERIODICAL = (number: number): Refusal => ({
  article: '11.1',
  kind: 'unknown',
  thing: 'periodical',
  ref: `${number}`,
});

/** A periodical that was decided. */
export const decidedPeriodical = ({ periodicals }: State, number: number): Result<Periodical, Refusal> => {
  const periodical = periodicals[number - 1];
  return periodical === undefined || periodical.decided === null ? err(NO_PERIODICAL(number)) : ok(periodical);
};

/** The one that the entry at `index` brought. */
const brought = ({ periodicals }: State, index: number): Periodical | undefined =>
  periodicals[broughtAt(periodicals, ({ on }) => on, index) - 1];

/** What a periodical is to those who look at it. */
export const matterOfPeriodical = (periodical: Periodical | undefined): Matter =>
  (periodical?.decided ?? null) === null ? 'publishing' : 'publication';

/** Whether another that was decided is called so, or what readers take for the same. */
const isTitled = ({ periodicals, decidedPeriodicals }: State, title: string): boolean => {
  const likenesses = new Set(likenessesOf(title));
  return decidedPeriodicals.some((number) =>
    likenessesOf(periodicals[number - 1]?.title ?? '').some((one) => likenesses.has(one)),
  );
};

/** What lies open to disagreement now: periodicals, and (`issue`) issues. */
export const openPuts = ({ deadlines }: Pick<State, 'deadlines'>) =>
  deadlines.flatMap((deadline) => (deadline.kind === 'publication' ? [deadline] : []));

export const proposePeriodical = defineAct({
  kind: 'periodical.propose',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: (state, _act, index) => matterOfPeriodical(brought(state, index)),
  subjects: (_act, { periodicals }, index) => [`publications/${broughtAt(periodicals, ({ on }) => on, index)}`],
  limits: ['own-periodicals'],
  body: z
    .strictObject({
      title: line(120),
      purpose: prose(4000),
      /** Those in which it appears; the first is that of title and purpose. */
      languages: z
        .array(languageSchema)
        .min(1)
        .max(24)
        .refine((list) => new Set(list).size === list.length, { error: 'repeated' })
        .readonly(),
      /** Until when the coordinating group may publish issues at once. */
      byGroup: instantSchema.nullable(),
    })
    .readonly(),
  judge: (state, { by, body: { title, byGroup } }, at) => {
    if (isTitled(state, title)) return { article: '11.1', kind: 'taken', field: 'title', value: title };
    const open = openPuts(state).filter(
      ({ periodical, issue }) => issue === null && state.periodicals[periodical - 1]?.by === by.organisation,
    );
    return byGroupRefusal(state, byGroup, silenceFrom(state, at)) ?? beyond('11.1', 'own-periodicals', open.length + 1);
  },
  apply: (state, { by, body }, on, signer) => {
    const number = state.periodicals.length + 1;
    const deadline = silenceFrom(state, on.at);
    const periodical: Periodical = {
      number,
      by: by.organisation,
      on,
      signer,
      ...body,
      deadline,
      disagreements: [],
      outcome: 'open',
      decided: null,
      mandate: null,
      editors: new Map(),
      articles: [],
      waiting: [],
      opened: new Set(),
      issues: [],
      openIssues: [],
      published: [],
    };
    state.periodicals.push(mutable(periodical));
    scheduleDeadline(state, { kind: 'publication', periodical: number, issue: null, at: deadline });
  },
  example: {
    title: 'Rivers and Woods',
    purpose: 'What is measured, tried and agreed along our rivers, for those who live there.',
    languages: ['en', 'el'],
    byGroup: null,
  },
});

/** A mandate is given for a time that is ahead when it is given, and to two at least. */
const byGroupRefusal = (state: State, until: number | null, decided: number): Refusal | null => {
  if (until === null) return null;
  const why = until <= decided ? 'past' : state.group === null ? 'no-group' : null;
  if (why !== null) return { article: '11.1', kind: 'bad-field', field: 'byGroup', why };
  return holdersOf(state, 'group').length < 2
    ? { article: '11.1', kind: 'bad-field', field: 'byGroup', why: 'one-alone' }
    : null;
};

/** At its deadline it is decided, unless somebody disagrees or another has its title by now; and everyone is told. */
export const closePeriodical = (state: Mutable<State>, number: number, on: Mark): void => {
  const periodical = state.periodicals[number - 1];
  if (periodical?.outcome !== 'open') return;
  const outcome = isContested(periodical) ? 'refused' : isTitled(state, periodical.title) ? 'overtaken' : 'agreed';
  settlePut(state, { periodical: number, issue: null }, outcome);
  if (outcome === 'agreed') decide(state, periodical, on);
  follows(state, on, `publications/${number}`, matterOfPeriodical(periodical));
  const of = { kind: 'publication', periodical: number, issue: null } as const;
  circulate(state, { kind: 'outcome', of }, toParticipants(state, null), on);
};

const decide = (state: Mutable<State>, periodical: Mutable<Periodical>, on: Mark): void => {
  const { number, by, byGroup, signer } = periodical;
  periodical.decided = on;
  state.decidedPeriodicals.push(number);
  if (isParticipant(state, by)) periodical.editors.set(by, on);
  openKeys(state, [signer]);
  if (byGroup === null || byGroup <= on.at) return;
  const [what, given] = [
    { kind: 'publication', periodical: number } as const,
    { kind: 'publication', periodical: number } as const,
  ];
  periodical.mandate = giveMandate(state, { what, to: 'group', until: byGroup, latest: null, given, on });
};

/** A participant puts itself on the editorial list, or takes itself off. */
export const editPeriodical = defineAct({
  kind: 'periodical.edit',
  article: '3.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'publishing',
  subjects: itsPeriodical,
  body: z.strictObject({ periodical: numberSchema, edits: z.boolean() }).readonly(),
  judge: (state, { by, body }) => {
    const found = decidedPeriodical(state, body.periodical);
    if (!found.ok) return found.error;
    const isOn = found.value.editors.has(by.organisation);
    if (body.edits) return isOn ? { article: '3.1', kind: 'already', what: 'editor' } : null;
    return isOn ? null : { article: '3.1', kind: 'editors-only' };
  },
  apply: (state, { by, body }, on) => {
    const editors = state.periodicals[body.periodical - 1]?.editors;
    if (body.edits) editors?.set(by.organisation, on);
    else editors?.delete(by.organisation);
  },
  example: { periodical: 1, edits: true },
});
