import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { type OrganisationId, countrySchema, languageSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { daySchema, line, numberSchema, placeSchema, prose } from '../../base/schema.ts';
import { dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { filesSchema, toldIn } from '../law/kept.ts';
import type { Matter } from '../law/matter.ts';
import type { Refusal } from '../law/refusal.ts';
import { type Resource, broughtAt } from '../law/resource.ts';
import { isParticipant } from '../members/organisations.ts';
import type { State } from '../state.ts';
import type { Action } from './action-state.ts';

/** Articles 1.4 and 1.5: any participant proposes what some could do together, and each joins as far as it wishes. Joining binds nobody else, and the conference not at all. */

type Numbered = { readonly body: { readonly action: number } };

const itsAction = ({ body }: Numbered): readonly Resource[] => [`actions/${body.action}`];

export const matterOfAction = (action: Pick<Action, 'public'> | undefined): Matter =>
  action?.public === true ? 'public-action' : 'action';

const itsMatter = ({ actions }: State, { body }: Numbered): Matter => matterOfAction(actions[body.action - 1]);

const isOpenly = ({ actions }: State, { body }: Numbered): boolean => actions[body.action - 1]?.public === true;

/** The action, or why nothing can be done about it: unknown, or over. */
const openAction = ({ actions }: Pick<State, 'actions'>, number: number): Result<Action, Refusal> => {
  const action = actions[number - 1];
  return action?.ended === null
    ? ok(action)
    : err({ article: '1.5', kind: 'unknown', thing: 'action', ref: `${number}` });
};

const bad = (field: string, why: string): Refusal => ({ article: '1.5', kind: 'bad-field', field, why });

const partSchema = z
  .strictObject({ title: line(200), country: countrySchema, place: placeSchema(200), from: daySchema, to: daySchema })
  .readonly();

/** Whoever proposes an action takes part in all of it. */
export const propose = defineAct({
  kind: 'action.propose',
  article: '1.5',
  strength: 'ordinary',
  from: ['participant'],
  matter: (_state, { body }) => matterOfAction(body),
  subjects: (_act, { actions }, index) => [`actions/${broughtAt(actions, ({ on }) => on, index)}`],
  signedInPublic: (_state, { body }) => body.public,
  body: z
    .strictObject({
      title: line(300),
      language: languageSchema,
      words: prose(16_000),
      parts: z.array(partSchema).min(1).max(40).readonly(),
      tasks: z.array(line(300)).max(40).readonly(),
      /** The number of a text that it is about. */
      text: numberSchema.nullable(),
      files: filesSchema,
      public: z.boolean(),
    })
    .readonly(),
  names: ({ files }) => toldIn(files),
  judge: (state, { body: { parts, text } }, at) => {
    for (const [i, { from, to }] of parts.entries()) {
      if (to < from) return bad(`parts/${i}/to`, 'before-start');
      if (to < dayOf(at)) return bad(`parts/${i}/to`, 'past');
    }
    return text === null || state.texts[text - 1] !== undefined
      ? null
      : { article: '1.5', kind: 'unknown', thing: 'text', ref: `${text}` };
  },
  apply: (state, { by, body: { tasks, ...body } }, on) => {
    state.actions.push({
      number: state.actions.length + 1,
      by: by.organisation,
      ...mutable(body),
      tasks: tasks.map((words) => ({ words, owners: [] })),
      on,
      joined: new Map([[by.organisation, { parts: null, words: null, on }]]),
      ended: null,
    });
  },
  example: {
    title: 'A day at the gauges',
    language: 'en',
    words: 'On one day we all read a gauge in public, at the same hour, and say what it shows.',
    parts: [
      { title: 'At the bridge of Florina', country: 'GR', place: 'Florina', from: '2026-06-05', to: '2026-06-05' },
      { title: 'A walk up the river', country: 'MK', place: 'Bitola', from: '2026-06-06', to: '2026-06-07' },
    ],
    tasks: ['Print the sheet with the figures'],
    text: 1,
    files: [],
    public: true,
  },
});

/** An organisation takes part in all of it, or in the parts that it names; doing so anew says otherwise. */
export const join = defineAct({
  kind: 'action.join',
  article: '1.5',
  strength: 'ordinary',
  from: ['participant'],
  matter: itsMatter,
  subjects: itsAction,
  signedInPublic: (state, act) => isOpenly(state, act),
  body: z
    .strictObject({
      action: numberSchema,
      /** `null`: all of it. */
      parts: z.array(z.int().min(1).max(40)).min(1).max(40).readonly().nullable(),
      words: prose(2000).nullable(),
    })
    .readonly(),
  judge: (state, { body: { action: number, parts } }) => {
    const found = openAction(state, number);
    if (!found.ok) return found.error;
    const strange = parts?.find((part) => part > found.value.parts.length);
    if (strange !== undefined) return { article: '1.5', kind: 'unknown', thing: 'part', ref: `${strange}` };
    return new Set(parts).size < (parts?.length ?? 0) ? bad('parts', 'repeated') : null;
  },
  apply: (state, { by, body: { action, parts, words } }, on) => {
    const sorted = parts === null ? null : parts.toSorted((a, b) => a - b);
    state.actions[action - 1]?.joined.set(by.organisation, { parts: sorted, words, on });
  },
  example: { action: 1, parts: [2], words: 'We come on foot, and only on Sunday.' },
});

const whoJoined = (state: State, number: number, by: OrganisationId): Result<Action, Refusal> => {
  const found = openAction(state, number);
  if (!found.ok || found.value.joined.has(by)) return found;
  return err({ article: '1.5', kind: 'unknown', thing: 'action', ref: `${number}` });
};

/** It takes part no more; tasks that it took are open again. */
export const leaveAction = defineAct({
  kind: 'action.leave',
  article: '1.5',
  strength: 'ordinary',
  from: ['participant'],
  matter: itsMatter,
  subjects: itsAction,
  signedInPublic: (state, act) => isOpenly(state, act),
  body: z.strictObject({ action: numberSchema, reason: prose(2000).nullable() }).readonly(),
  judge: (state, { by, body }) => {
    const found = whoJoined(state, body.action, by.organisation);
    return found.ok ? null : found.error;
  },
  apply: (state, { by, body }) => {
    const action = state.actions[body.action - 1];
    action?.joined.delete(by.organisation);
    for (const task of action?.tasks ?? []) task.owners = task.owners.filter((id) => id !== by.organisation);
  },
  example: { action: 1, reason: 'The road is closed on our side.' },
});

/** Whoever takes part takes a task upon itself, or gives it back. */
export const takeTask = defineAct({
  kind: 'action.task',
  article: '1.5',
  strength: 'ordinary',
  from: ['participant'],
  matter: itsMatter,
  subjects: itsAction,
  signedInPublic: (state, act) => isOpenly(state, act),
  body: z.strictObject({ action: numberSchema, task: z.int().min(1).max(40), takes: z.boolean() }).readonly(),
  judge: (state, { by, body: { action: number, task: nth, takes } }) => {
    const found = whoJoined(state, number, by.organisation);
    if (!found.ok) return found.error;
    const task = found.value.tasks[nth - 1];
    if (task === undefined) return { article: '1.5', kind: 'unknown', thing: 'task', ref: `${nth}` };
    return task.owners.includes(by.organisation) === takes ? { article: '1.5', kind: 'nothing-due' } : null;
  },
  apply: (state, { by, body: { action, task: nth, takes } }) => {
    const task = state.actions[action - 1]?.tasks[nth - 1];
    if (task === undefined) return;
    const others = task.owners.filter((id) => id !== by.organisation);
    task.owners = takes ? [...others, by.organisation] : others;
  },
  example: { action: 1, task: 1, takes: true },
});

/** Who may say that it is over: whoever proposed it; once that organisation takes part in the conference no more, anyone. */
export const mayEnd = (state: State, action: Pick<Action, 'by'>, by: OrganisationId): boolean =>
  action.by === by || !isParticipant(state, action.by);

/** It was held, with the report on it, or it is called off. */
export const end = defineAct({
  kind: 'action.end',
  article: '1.5',
  strength: 'ordinary',
  from: ['participant'],
  matter: itsMatter,
  subjects: itsAction,
  signedInPublic: (state, act) => isOpenly(state, act),
  body: z
    .strictObject({
      action: numberSchema,
      outcome: z.enum(['held', 'called-off']),
      /** The number of the report on it. */
      report: numberSchema.nullable(),
      words: prose(4000).nullable(),
    })
    .readonly(),
  judge: (state, { by, body: { action: number, report } }) => {
    const found = openAction(state, number);
    if (!found.ok) return found.error;
    if (!mayEnd(state, found.value, by.organisation))
      return { article: '1.5', kind: 'not-yours', owner: found.value.by };
    return report === null || state.reports[report - 1] !== undefined
      ? null
      : { article: '1.5', kind: 'unknown', thing: 'report', ref: `${report}` };
  },
  apply: (state, { body: { action: number, outcome, report, words } }, on) => {
    const action = state.actions[number - 1];
    if (action !== undefined) action.ended = { outcome, report, words, on };
  },
  example: { action: 1, outcome: 'held', report: 1, words: 'Thank you, all who read a gauge.' },
});
