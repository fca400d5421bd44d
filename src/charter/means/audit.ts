import { z } from 'zod';
import type { OrganisationId } from '../../base/ids.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { BOOKS } from './accounts.ts';
import { monthsBetween } from './months.ts';
import type { Finding, Means, Period } from './state.ts';

/**
 * Chapter 12: participants other than those who kept the books look them over when a period is closed, and say on the record what they found. Nobody is appointed to: it is a right of each, and
 * once two have done it everybody can see that the books were looked over.
 */

/** How many participants make it that. */
export const AUDITORS = 2;

/** What somebody found: the books in order, in order but for what they say, or not in order. */
export const RESULTS = ['in-order', 'in-order-but', 'not-in-order'] as const;

/** Whoever closed the period, and all who had the mandate when anything was recorded in its months: of the coordinating group each member, whichever of them wrote it down. */
export const keptBooksIn = (
  { keepers }: Pick<Means, 'keepers'>,
  { from, through, by }: Period,
): ReadonlySet<OrganisationId> =>
  new Set([by, ...monthsBetween(from, through).flatMap((month) => [...(keepers.get(month) ?? [])])]);

/** The last finding of each, in the order in which they first found. */
export const findingsNow = ({ findings }: Pick<Period, 'findings'>): readonly Finding[] => [
  ...new Map(findings.map((one) => [one.by, one])).values(),
];

/** Whether enough have looked it over, whatever they found. */
export const isAudited = (period: Pick<Period, 'findings'>): boolean => findingsNow(period).length >= AUDITORS;

const noPeriod = (number: number): Refusal => ({
  article: '12.1',
  kind: 'unknown',
  thing: 'period',
  ref: `${number}`,
});

export const audit = defineAct({
  kind: 'period.audit',
  ...BOOKS,
  strength: 'binding',
  limits: ['own-findings'],
  body: z
    .strictObject({
      period: numberSchema,
      result: z.enum(RESULTS),
      /** What was looked at, and what was found; `null`: nothing to add to books in order. */
      words: prose(4000).nullable(),
    })
    .readonly(),
  judge: ({ means }, { by, body: { period: number, result, words } }) => {
    const period = means.periods[number - 1];
    if (period === undefined) return noPeriod(number);
    if (keptBooksIn(means, period).has(by.organisation)) return { article: '12.1', kind: 'own-books' };
    if (result !== 'in-order' && words === null)
      return { article: '12.1', kind: 'bad-field', field: 'words', why: 'missing' };
    const own = period.findings.filter((one) => one.by === by.organisation).length;
    return beyond('12.1', 'own-findings', own + 1);
  },
  apply: (state, { by, body: { period: number, result, words } }, on) => {
    const findings = state.means.periods[number - 1]?.findings;
    if (findings === undefined) return;
    const finding = findings.length + 1;
    const circulation = circulate(
      state,
      { kind: 'finding', period: number, finding },
      toParticipants(state, by.organisation),
      on,
    );
    findings.push({ number: finding, by: by.organisation, result, words, on, circulation });
  },
  example: {
    period: 1,
    result: 'in-order-but',
    words: 'We compared every line with the bank’s statements. Two receipts of March are missing.',
  },
});
