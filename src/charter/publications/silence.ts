import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { defineAct } from '../act.ts';
import { rulesInForce } from '../law/charter.ts';
import { dropDeadline } from '../law/deadlines.ts';
import { disagreeRefusal, disagreeWith, noDisagreementRefusal, withdrawDisagreement } from '../law/disagreement.ts';
import type { Refusal } from '../law/refusal.ts';
import { itsPeriodical } from '../law/resource.ts';
import type { State } from '../state.ts';
import type { Issue, Periodical, PutOutcome } from './state.ts';

/** What is put to the silence of all (11.1): that a periodical be published, and each of its issues. */

/** Names what is put: a periodical, or (`issue`) one of its issues. */
const onePut = z.strictObject({ periodical: numberSchema, issue: numberSchema.nullable() });

type Named = z.infer<typeof onePut>;

/** Until when anybody may disagree with what is put at `at`. */
export const silenceFrom = (state: State, at: Instant): Instant =>
  after(at, rulesInForce(state).texts.silenceDays * DAY);

const putIn = (
  { periodicals }: Pick<State, 'periodicals'>,
  { periodical, issue }: Named,
): Periodical | Issue | undefined => {
  const found = periodicals[periodical - 1];
  return issue === null ? found : found?.issues[issue - 1];
};

const openPut = (state: State, named: Named): Result<Periodical | Issue, Refusal> => {
  const put = putIn(state, named);
  if (put?.outcome === 'open') return ok(put);
  return named.issue === null || state.periodicals[named.periodical - 1]?.decided === null
    ? err({ article: '11.1', kind: 'unknown', thing: 'periodical', ref: `${named.periodical}` })
    : err({ article: '11.1', kind: 'unknown', thing: 'issue', ref: `${named.issue}` });
};

const mutablePut = (state: Mutable<State>, named: Named): Mutable<Periodical | Issue> | undefined =>
  putIn(state, named) as Mutable<Periodical | Issue> | undefined;

/** What was put is open no more; its deadline has passed. */
export const settlePut = (
  state: Mutable<State>,
  { periodical: number, issue }: Named,
  outcome: Exclude<PutOutcome, 'open'>,
): void => {
  const put = mutablePut(state, { periodical: number, issue });
  const periodical = state.periodicals[number - 1];
  if (put === undefined || periodical === undefined) return;
  put.outcome = outcome;
  if (issue !== null) periodical.openIssues = periodical.openIssues.filter((one) => one !== issue);
};

/** The same before its deadline. */
export const settleEarly = (state: Mutable<State>, named: Named, outcome: Exclude<PutOutcome, 'open'>): void => {
  const put = putIn(state, named);
  settlePut(state, named, outcome);
  if (put !== undefined)
    dropDeadline(state, { kind: 'publication', periodical: named.periodical, issue: named.issue, at: put.deadline });
};

export const disagreeWithPublication = defineAct({
  kind: 'publication.disagree',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'publishing',
  subjects: itsPeriodical,
  limits: ['disagreements'],
  body: onePut.extend({ reasons: prose(4000) }).readonly(),
  judge: (state, { by, body }) => {
    const found = openPut(state, body);
    return found.ok ? disagreeRefusal(found.value, by.organisation, '11.1') : found.error;
  },
  apply: (state, { by, body }, on) => {
    disagreeWith(mutablePut(state, body), by.organisation, body.reasons, on);
  },
  example: { periodical: 1, issue: null, reasons: 'Nobody has time to edit it.' },
});

export const withdrawPublicationDisagreement = defineAct({
  kind: 'publication.withdraw-disagreement',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'publishing',
  subjects: itsPeriodical,
  body: onePut.readonly(),
  judge: (state, { by, body }) => {
    const found = openPut(state, body);
    return found.ok
      ? noDisagreementRefusal(found.value, by.organisation, '11.1', body.issue ?? body.periodical)
      : found.error;
  },
  apply: (state, { by, body }, on) => {
    withdrawDisagreement(mutablePut(state, body), by.organisation, on);
  },
  example: { periodical: 1, issue: 2 },
});

/** Whoever put something takes it back while it is open. */
export const withdrawPublication = defineAct({
  kind: 'publication.withdraw',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'publishing',
  subjects: itsPeriodical,
  body: onePut.readonly(),
  judge: (state, { by, body }) => {
    const found = openPut(state, body);
    if (!found.ok) return found.error;
    const { by: owner } = found.value;
    return owner === by.organisation ? null : { article: '11.1', kind: 'not-yours', owner };
  },
  apply: (state, { body }) => settleEarly(state, body, 'withdrawn'),
  example: { periodical: 1, issue: 2 },
});
