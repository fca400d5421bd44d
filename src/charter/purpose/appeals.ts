import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { type OrganisationId, countrySchema, languageSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { daySchema, line, numberSchema, prose } from '../../base/schema.ts';
import { dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import type { Matter } from '../law/matter.ts';
import type { Refusal } from '../law/refusal.ts';
import { type Resource, broughtAt } from '../law/resource.ts';
import { isParticipant } from '../members/organisations.ts';
import type { State } from '../state.ts';
import { type Appeal, NEEDS } from './appeal-state.ts';

/** Article 1.3: organisations stand by each other in deed. One appeals, the others do what they can, and say what they did; nobody owes an answer. */

const appealAt = ({ appeals }: Pick<State, 'appeals'>, number: number): Result<Appeal, Refusal> => {
  const appeal = appeals[number - 1];
  return appeal === undefined
    ? err({ article: '1.3', kind: 'unknown', thing: 'appeal', ref: `${number}` })
    : ok(appeal);
};

/** What an appeal is to those who look at it; and what somebody did, where its maker says so too. */
export const matterOfAppeal = (...said: readonly ({ readonly public: boolean } | undefined)[]): Matter =>
  said.every((one) => one?.public === true) ? 'public-appeal' : 'appeal';

const itsAppeal = ({ body }: { readonly body: { readonly appeal: number } }): readonly Resource[] => [
  `appeals/${body.appeal}`,
];

export const makeAppeal = defineAct({
  kind: 'appeal.make',
  article: '1.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: (_state, { body }) => matterOfAppeal(body),
  subjects: (_act, { appeals }, index) => [`appeals/${broughtAt(appeals, ({ on }) => on, index)}`],
  signedInPublic: (_state, { body }) => body.public,
  body: z
    .strictObject({
      title: line(300),
      country: countrySchema,
      /** The number of the report that tells more. */
      report: numberSchema.nullable(),
      language: languageSchema,
      words: prose(16_000),
      needs: z
        .array(z.strictObject({ kind: z.enum(NEEDS), words: line(500) }).readonly())
        .min(1)
        .max(20)
        .readonly(),
      how: prose(4000),
      until: daySchema.nullable(),
      public: z.boolean(),
    })
    .readonly(),
  judge: (state, { body: { report, until } }, at) => {
    if (report !== null && state.reports[report - 1] === undefined)
      return { article: '1.3', kind: 'unknown', thing: 'report', ref: `${report}` };
    return until !== null && until < dayOf(at)
      ? { article: '1.3', kind: 'bad-field', field: 'until', why: 'past' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    const number = state.appeals.length + 1;
    const circulation = circulate(
      state,
      { kind: 'appeal', appeal: number },
      toParticipants(state, by.organisation),
      on,
    );
    const appeal = { number, by: by.organisation, ...mutable(body), on, circulation, help: [], closed: null };
    state.appeals.push(appeal);
  },
  example: {
    title: 'Lamps and hands for the dyke',
    country: 'GR',
    report: 1,
    language: 'en',
    words: 'The dyke at the second bridge is open over forty metres, and people fill sacks in the dark.',
    needs: [
      { kind: 'goods', words: 'Lamps, a generator, sacks' },
      { kind: 'presence', words: 'Twenty people a night' },
    ],
    how: 'The school at the second bridge takes in whoever comes.',
    until: '2026-04-15',
    public: true,
  },
});

/** An organisation says what it did. It may do so more than once, also when the appeal is closed: what was done was done. */
export const giveHelp = defineAct({
  kind: 'appeal.help',
  article: '1.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: ({ appeals }, { body }) => matterOfAppeal(body, appeals[body.appeal - 1]),
  subjects: itsAppeal,
  signedInPublic: ({ appeals }, { body }) => body.public && appeals[body.appeal - 1]?.public === true,
  body: z
    .strictObject({
      appeal: numberSchema,
      kind: z.enum(NEEDS),
      words: prose(4000),
      /** Whether everybody may read it, where the appeal is public. */
      public: z.boolean(),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = appealAt(state, body.appeal);
    if (!found.ok) return found.error;
    return found.value.by === by.organisation
      ? { article: '1.3', kind: 'bad-field', field: 'appeal', why: 'own-appeal' }
      : null;
  },
  apply: (state, { by, body: { appeal: number, kind, words, public: open } }, on) => {
    const help = state.appeals[number - 1]?.help;
    help?.push({ number: help.length + 1, by: by.organisation, kind, words, public: open, on });
  },
  example: { appeal: 1, kind: 'goods', words: 'Six lamps and a generator leave Sisak at noon.', public: true },
});

/** Who may close an appeal: whoever made it; once that organisation takes part no more, anyone. */
export const mayClose = (state: State, appeal: Pick<Appeal, 'by'>, by: OrganisationId): boolean =>
  appeal.by === by || !isParticipant(state, appeal.by);

/** It needs nothing more, and thanks those who helped. */
export const closeAppeal = defineAct({
  kind: 'appeal.close',
  article: '1.3',
  strength: 'ordinary',
  from: ['participant'],
  matter: ({ appeals }, { body }) => matterOfAppeal(appeals[body.appeal - 1]),
  subjects: itsAppeal,
  signedInPublic: ({ appeals }, { body }) => appeals[body.appeal - 1]?.public === true,
  body: z.strictObject({ appeal: numberSchema, words: prose(4000).nullable() }).readonly(),
  judge: (state, { by, body }) => {
    const found = appealAt(state, body.appeal);
    if (!found.ok) return found.error;
    const appeal = found.value;
    if (appeal.closed !== null) return { article: '1.3', kind: 'already', what: 'closed' };
    return mayClose(state, appeal, by.organisation) ? null : { article: '1.3', kind: 'not-yours', owner: appeal.by };
  },
  apply: (state, { body: { appeal: number, words } }, on) => {
    const appeal = state.appeals[number - 1];
    if (appeal !== undefined) appeal.closed = { words, on };
  },
  example: { appeal: 1, words: 'The dyke is closed. Thank you, all who came and all who sent.' },
});
