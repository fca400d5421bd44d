import { DAY } from '../../base/time.ts';
import { type Step, all, wait } from './spec.ts';
import { act, acting, clauses } from './acts.ts';
import { elected } from './meetings.ts';
import { fakeHash } from './world.ts';
import { itemNow } from '../publications/contents.ts';
import type { Item } from '../publications/state.ts';

/** Acts of publications, likewise. */

export const propose = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('periodical.propose', by, {
    title: 'Rivers',
    purpose: 'What we measure.',
    languages: ['en', 'el'],
    byGroup: null,
    ...fields,
  });

/** The rules of tests give so long to disagree. */
export const SILENCE = 15 * DAY;

/** A periodical with which nobody disagrees. */
export const decided = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  all(propose(by, fields), wait(SILENCE));

export const edits = (by: string, is = true, periodical = 1): Step =>
  act('periodical.edit', by, { periodical, edits: is });

export const write = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('article.write', by, {
    periodical: 1,
    article: null,
    language: 'en',
    title: `By ${by}`,
    clauses: clauses('One.', 'Two.'),
    ...fields,
  });

export const translateArticle = (by: string, article: number, words = 'Ένα.'): Step =>
  write(by, { article, language: 'el', title: 'Ελληνικά', clauses: clauses(words) });

type Named = readonly [Item['kind'], number];

/** Puts an issue of these, each as it stands. */
export const put = (by: string, items: readonly Named[], fields: Readonly<Record<string, unknown>> = {}): Step =>
  acting('issue.put', by, ({ state }) => {
    const { periodical: of = 1 } = fields;
    const periodical = state.periodicals[Number(of) - 1];
    return {
      periodical: of,
      title: null,
      items: items.map(([kind, number]) => ({
        kind,
        number,
        version:
          (periodical === undefined ? null : itemNow(state, periodical, { kind, number }))?.version ?? fakeHash('none'),
      })),
      ...fields,
    };
  });

export const onPut = (
  kind: 'publication.disagree' | 'publication.withdraw-disagreement' | 'publication.withdraw',
  by: string,
  issue: number | null = null,
  periodical = 1,
): Step =>
  act(kind, by, {
    periodical,
    issue,
    ...(kind === 'publication.disagree' ? { reasons: 'It is not ours to say.' } : {}),
  });

/** The coordinating group has the mandate to publish at once, and an issue is put. */
export const mandated: Step = all(
  elected(['ada', 'bor', 'cvet', 'dora']),
  acting('periodical.propose', 'ada', ({ now }) => ({
    title: 'Rivers',
    purpose: 'What we measure.',
    languages: ['en'],
    byGroup: now + 100 * DAY,
  })),
  wait(SILENCE),
  write('dora'),
  put('ada', [['article', 1]]),
);

export const agreeTo = (by: string, issue = 1): Step => act('issue.agree', by, { periodical: 1, issue });

export const correct = (by: string, item: number | null = 1, nth = 1): Step =>
  act('issue.correct', by, { periodical: 1, nth, item, words: 'The third, not the thirteenth.' });
