import type { PublicationNeed } from '../../../conference/reading/publication-needs.ts';
import type { Context } from '../../kit/context.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { dayText } from '../../kit/words.ts';
import { issuePath, periodicalPath } from './paths.ts';

/** What is to be published and lies open to disagreement, in words. */
export const publicationNeedRow = (context: Context, need: PublicationNeed): NeedRow => {
  const words = context.t.publications.need;
  const periodical = context.reader.periodical(need.periodical);
  const issue = need.issue === null ? undefined : periodical?.issues[need.issue - 1];
  const title = periodical?.title ?? '';
  return {
    what: issue === undefined ? words.periodical(title) : words.issue(title),
    why: words.why(dayText(context, need.deadline)),
    act: words.act,
    href:
      periodical === null
        ? `${context.base}/publications`
        : issue === undefined
          ? periodicalPath(context, periodical)
          : issuePath(context, periodical, issue),
    second: true,
  };
};
