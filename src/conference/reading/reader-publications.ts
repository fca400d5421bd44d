import type { OrganisationId } from '../../base/ids.ts';
import type { ToPass } from '../../charter/law/to-pass.ts';
import type { Matter } from '../../charter/law/matter.ts';
import { type FinalIssue, finalIssueOf } from '../../charter/final/issue.ts';
import { itemNow } from '../../charter/publications/contents.ts';
import { openPuts } from '../../charter/publications/periodicals.ts';
import type { Issue, Item, Periodical, Put } from '../../charter/publications/state.ts';
import { atOnce, putToPass } from '../../charter/publications/to-pass.ts';
import type { State } from '../../charter/state.ts';

/** Periodicals, as one viewer may see them. */
export interface PublicationReader {
  /** To everybody those that were decided, with the issues that were published; to members all. */
  readonly periodicals: () => readonly Periodical[];
  readonly periodical: (number: number) => Periodical | null;
  /** An issue by the number under which it was published. */
  readonly publishedIssue: (periodical: Periodical, nth: number) => Issue | null;
  /** An issue as all its forms say it, in this language as far as it has it. */
  readonly finalIssue: (periodical: Periodical, issue: Issue, language: string) => FinalIssue;
  /** What lies open to disagreement, the soonest deadline first: periodicals and (`issue`) issues; none to those who may not see it. */
  readonly openPuts: () => readonly { readonly periodical: number; readonly issue: number | null }[];
  /** What it still needs, while it is open. */
  readonly putToPass: (put: Put) => ToPass | null;
  /** Who may publish an open issue at once, how many of them must want it, and who does; `null`: nobody may, or that is not for the viewer. */
  readonly atOnce: (
    periodical: Periodical,
    issue: Issue,
  ) => {
    readonly holders: readonly OrganisationId[];
    readonly needed: number;
    readonly agreed: readonly OrganisationId[];
  } | null;
  /** An item as it would go into an issue now; `null`: there is no such thing, or not to the viewer. */
  readonly itemNow: (periodical: Periodical, item: Pick<Item, 'kind' | 'number'>) => Item | null;
}

/**
 * A periodical as everybody sees it: as if nothing had ever been put but what was published. Numbers count that alone, so that they do not tell how much was
 * not agreed.
 */
const published = (periodical: Periodical): Periodical => ({
  ...periodical,
  disagreements: [],
  editors: new Map(),
  articles: [],
  waiting: [],
  openIssues: [],
  issues: periodical.published.flatMap((number, i) => {
    const issue = periodical.issues[number - 1];
    return issue === undefined ? [] : [publishedIssue(issue, i + 1)];
  }),
  published: periodical.published.map((_, i) => i + 1),
});

const publishedIssue = (issue: Issue, number: number): Issue => ({
  ...issue,
  number,
  disagreements: [],
  agreed: new Map(),
  items: issue.items.map((item, i) => (item.kind === 'article' ? { ...item, number: i + 1 } : item)),
});

export const createPublicationReader = (state: State, may: (matter: Matter) => boolean): PublicationReader => {
  const seen = (periodical: Periodical | undefined): Periodical | null => {
    if (periodical === undefined) return null;
    if (may('publishing')) return periodical;
    return periodical.decided !== null && may('publication') ? published(periodical) : null;
  };
  return {
    periodicals: () => state.periodicals.flatMap((one) => seen(one) ?? []),
    periodical: (number) => seen(state.periodicals[number - 1]),
    publishedIssue: ({ issues, published: numbers }, nth) => issues[(numbers[nth - 1] ?? 0) - 1] ?? null,
    finalIssue: (periodical, issue, language) => finalIssueOf(state, periodical, issue, language),
    openPuts: () => (may('publishing') ? openPuts(state) : []),
    putToPass: (put) => (may('publishing') ? putToPass(put) : null),
    atOnce: (periodical, issue) => (may('publishing') ? atOnce(state, periodical, issue) : null),
    itemNow: (periodical, item) => (may('publishing') ? itemNow(state, periodical, item) : null),
  };
};
