import type { Issue, Periodical, Wording } from '../../charter/publications/state.ts';
import type { Document } from './document.ts';
import { joined } from './of-texts.ts';

/** What can be found of a periodical: what it is for, its issues with their articles, those that wait. What its reader may not see is not in it. */
export const documentsOfPeriodical = (periodical: Periodical): readonly Document[] => [
  {
    key: `publications/${periodical.number}`,
    kind: 'publication',
    thing: { of: 'periodical', periodical: periodical.number },
    entry: periodical.on.index,
    title: periodical.title,
    words: joined(periodical.purpose, ...periodical.disagreements.map(({ reasons }) => reasons)),
  },
  ...periodical.published.flatMap((number) => {
    const issue = periodical.issues[number - 1];
    return issue === undefined || issue.published === null
      ? []
      : documentsOfIssue(periodical, issue, issue.published.nth);
  }),
  ...periodical.issues.flatMap((issue) => (issue.published === null ? documentOfPut(periodical, issue) : [])),
  ...periodical.waiting.flatMap((number) => {
    const article = periodical.articles[number - 1];
    return article === undefined
      ? []
      : [...article.wordings].map(([language, wording]): Document => ({
          key: `publications/${periodical.number}/articles/${number}/${language}`,
          kind: 'publication',
          thing: { of: 'article', periodical: periodical.number, article: number, by: article.by },
          ...saidBy(wording),
        }));
  }),
];

const documentOfPut = ({ number }: Periodical, { number: issue, title, disagreements, on }: Issue): Document => ({
  key: `publications/${number}/issues/${issue}`,
  kind: 'publication',
  thing: { of: 'put', periodical: number, issue },
  entry: on.index,
  title: title ?? '',
  words: joined(...disagreements.map(({ reasons }) => reasons)),
});

const documentsOfIssue = ({ number }: Periodical, issue: Issue, nth: number): readonly Document[] => {
  const key = `publications/${number}/${nth}`;
  const errata = issue.errata.map(({ words }) => words);
  return [
    {
      key,
      kind: 'publication',
      thing: { of: 'issue', periodical: number, nth, item: null },
      entry: issue.errata.at(-1)?.on.index ?? issue.published?.on.index ?? issue.on.index,
      title: issue.title ?? '',
      words: joined(...errata),
    },
    ...issue.items.flatMap((item, i) =>
      item.kind === 'article'
        ? [...item.wordings].map(([language, wording]): Document => ({
            key: `${key}/${i + 1}/${language}`,
            kind: 'publication',
            thing: { of: 'issue', periodical: number, nth, item: i + 1 },
            ...saidBy(wording),
          }))
        : [],
    ),
  ];
};

const saidBy = ({ title, clauses, on }: Wording): Pick<Document, 'entry' | 'title' | 'words'> => ({
  entry: on.index,
  title,
  words: joined(...clauses.map(({ words }) => words)),
});
