import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import type { Instant } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { holdersOf, isInForce } from '../group/mandates.ts';
import { follows } from '../law/consequences.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import { isContested } from '../law/disagreement.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { broughtAt, itsPeriodical } from '../law/resource.ts';
import type { State } from '../state.ts';
import { endWaiting } from './articles.ts';
import { isOvertaken, issueHash, itemsOf, itemsSchema, tooLong } from './contents.ts';
import { openKeys } from './open-keys.ts';
import { decidedPeriodical } from './periodicals.ts';
import { settleEarly, settlePut, silenceFrom } from './silence.ts';
import type { Issue, Periodical } from './state.ts';

/** An issue of a periodical: put to silence by one on the editorial list, and published when nobody has disagreed, or at once under the mandate. */

export const putIssue = defineAct({
  kind: 'issue.put',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: ({ periodicals }, { body }, index) => {
    const issues = periodicals[body.periodical - 1]?.issues ?? [];
    const issue = issues[broughtAt(issues, ({ on }) => on, index) - 1];
    return (issue?.published ?? null) === null ? 'publishing' : 'publication';
  },
  subjects: itsPeriodical,
  limits: ['own-issues', 'issue-words'],
  body: z.strictObject({ periodical: numberSchema, title: line(200).nullable(), items: itemsSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = decidedPeriodical(state, body.periodical);
    if (!found.ok) return found.error;
    const periodical = found.value;
    if (!periodical.editors.has(by.organisation)) return { article: '11.1', kind: 'editors-only' };
    const own = periodical.openIssues.filter((one) => periodical.issues[one - 1]?.by === by.organisation);
    const items = itemsOf(state, periodical, body.items);
    return items.ok ? (beyond('11.1', 'own-issues', own.length + 1) ?? tooLong(state, items.value)) : items.error;
  },
  apply: (state, { by, body: { periodical: of, title, items: named } }, on, signer) => {
    const periodical = state.periodicals[of - 1];
    if (periodical === undefined) return;
    const items = itemsOf(state, periodical, named);
    if (!items.ok) return;
    const number = periodical.issues.length + 1;
    const deadline = silenceFrom(state, on.at);
    const issue: Issue = {
      number,
      by: by.organisation,
      on,
      signer,
      title,
      items: items.value,
      hash: issueHash(title, named),
      deadline,
      disagreements: [],
      outcome: 'open',
      agreed: new Map(),
      published: null,
      errata: [],
    };
    periodical.issues.push(mutable(issue));
    periodical.openIssues.push(number);
    scheduleDeadline(state, { kind: 'publication', periodical: of, issue: number, at: deadline });
  },
  example: {
    periodical: 1,
    title: 'After the flood',
    items: [
      { kind: 'article', number: 1, version: EXAMPLE.hash },
      { kind: 'text', number: 2, version: EXAMPLE.hash },
    ],
  },
});

const openIssue = (state: State, of: number, number: number): Result<readonly [Periodical, Issue], Refusal> => {
  const found = decidedPeriodical(state, of);
  if (!found.ok) return found;
  const issue = found.value.issues[number - 1];
  return issue?.outcome === 'open'
    ? ok([found.value, issue])
    : err({ article: '11.1', kind: 'unknown', thing: 'issue', ref: `${number}` });
};

/** Those who may publish an issue at once, under the mandate that is in force at `at`. */
export const mandatedFor = (state: State, { mandate: number }: Periodical, at: Instant): readonly OrganisationId[] => {
  const mandate = state.mandates[(number ?? 0) - 1];
  return mandate !== undefined && isInForce(state, mandate, at) ? [...new Set(holdersOf(state, mandate.to))] : [];
};

/** How many of so many must want an issue at once: more than half, two at least. */
export const neededAtOnce = (holders: number): number => Math.max(2, Math.floor(holders / 2) + 1);

/** One of those who have the mandate would publish it now. */
export const agreeToIssue = defineAct({
  kind: 'issue.agree',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'publishing',
  subjects: itsPeriodical,
  body: z.strictObject({ periodical: numberSchema, issue: numberSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const found = openIssue(state, body.periodical, body.issue);
    if (!found.ok) return found.error;
    const [periodical, issue] = found.value;
    if (!mandatedFor(state, periodical, at).includes(by.organisation))
      return { article: '11.1', kind: 'not-mandated', mandate: periodical.mandate };
    // It comes to nothing at its deadline.
    if (isOvertaken(periodical, issue)) return { article: '11.1', kind: 'already', what: 'overtaken' };
    return issue.agreed.has(by.organisation) ? { article: '11.1', kind: 'already', what: 'agreed' } : null;
  },
  apply: (state, { by, body }, on) => {
    const periodical = state.periodicals[body.periodical - 1];
    const issue = periodical?.issues[body.issue - 1];
    if (periodical === undefined || issue === undefined) return;
    issue.agreed.set(by.organisation, on);
    const holders = mandatedFor(state, periodical, on.at);
    const under = holders.filter((id) => issue.agreed.has(id));
    if (under.length < neededAtOnce(holders.length)) return;
    settleEarly(state, body, 'agreed');
    publish(state, periodical, issue, { mandate: periodical.mandate, under }, on);
    announce(state, periodical.number, issue.number, on);
  },
  example: { periodical: 1, issue: 2 },
});

/** At its deadline an issue is published, unless somebody disagrees or it is overtaken; and everyone is told. */
export const closeIssue = (state: Mutable<State>, of: number, number: number, on: Mark): void => {
  const periodical = state.periodicals[of - 1];
  const issue = periodical?.issues[number - 1];
  if (periodical === undefined || issue?.outcome !== 'open') return;
  const moot = isOvertaken(periodical, issue);
  const outcome = isContested(issue) ? 'refused' : moot ? 'overtaken' : 'agreed';
  settlePut(state, { periodical: of, issue: number }, outcome);
  if (outcome === 'agreed') publish(state, periodical, issue, { mandate: null, under: [] }, on);
  else follows(state, on, `publications/${of}`, 'publishing');
  announce(state, of, number, on);
};

const announce = (state: Mutable<State>, periodical: number, issue: number, on: Mark): void => {
  const of = { kind: 'publication', periodical, issue } as const;
  circulate(state, { kind: 'outcome', of }, toParticipants(state, null), on);
};

/** From now on it is everybody’s, and so is every entry by which its words were written. */
const publish = (
  state: Mutable<State>,
  periodical: Mutable<Periodical>,
  issue: Mutable<Issue>,
  how: { readonly mandate: number | null; readonly under: readonly OrganisationId[] },
  on: Mark,
): void => {
  const nth = periodical.published.length + 1;
  issue.published = mutable({ nth, on, ...how, editors: [...periodical.editors.keys()] });
  periodical.published.push(issue.number);
  const wordings = issue.items.flatMap((item) => (item.kind === 'article' ? [...item.wordings.values()] : []));
  for (const { on: written } of wordings) periodical.opened.add(written.index);
  for (const { kind, number } of issue.items) {
    const article = kind === 'article' ? periodical.articles[number - 1] : undefined;
    if (article === undefined) continue;
    article.issue = issue.number;
    endWaiting(periodical, article.number);
  }
  openKeys(state, [issue.signer, ...wordings.map(({ signer }) => signer)]);
  follows(state, on, `publications/${periodical.number}`, 'publication');
};

/** Something is wrong in an issue that was published: it stays, and this stands beside it. */
export const correctIssue = defineAct({
  kind: 'issue.correct',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'publication',
  signedInPublic: true,
  subjects: itsPeriodical,
  limits: ['errata', 'own-errata'],
  body: z
    .strictObject({
      periodical: numberSchema,
      /** By the number under which it was published. */
      nth: numberSchema,
      /** The item that it is about, by its place; `null`: the whole. */
      item: numberSchema.nullable(),
      words: prose(2000),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = decidedPeriodical(state, body.periodical);
    if (!found.ok) return found.error;
    const { editors, issues, published } = found.value;
    const issue = issues[(published[body.nth - 1] ?? 0) - 1];
    if (issue === undefined) return { article: '11.1', kind: 'unknown', thing: 'issue', ref: `${body.nth}` };
    const item = body.item === null ? undefined : issue.items[body.item - 1];
    if (body.item !== null && item === undefined)
      return { article: '11.1', kind: 'unknown', thing: 'item', ref: `${body.item}` };
    const isItsOwn = item?.kind === 'article' && item.by === by.organisation;
    if (!isItsOwn && !editors.has(by.organisation)) return { article: '11.1', kind: 'editors-only' };
    const own = issue.errata.filter((one) => one.by === by.organisation);
    return beyond('11.1', 'errata', issue.errata.length + 1) ?? beyond('11.1', 'own-errata', own.length + 1);
  },
  apply: (state, { by, body: { periodical: of, nth, item, words } }, on) => {
    const periodical = state.periodicals[of - 1];
    periodical?.issues[(periodical.published[nth - 1] ?? 0) - 1]?.errata.push({
      by: by.organisation,
      on,
      item,
      words,
    });
  },
  example: { periodical: 1, nth: 1, item: 1, words: 'The gauge at Prespa was out of order on the 3rd, not the 13th.' },
});
