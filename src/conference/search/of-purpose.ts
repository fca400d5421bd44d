import { lastVersion } from '../../charter/purpose/reports.ts';
import type { Report } from '../../charter/purpose/state.ts';
import type { Document } from './document.ts';
import { joined } from './of-texts.ts';

/** What can be found of what organisations report: the report as it reads now in each language, and what is said to it. */

export const documentsOfReport = (report: Report): readonly Document[] => {
  const { number, by, comments } = report;
  const { title, words, occasion, files, renderings, on } = lastVersion(report);
  const thing = (language: string | null) => ({ of: 'report', report: number, language, by }) as const;
  return [
    {
      key: `reports/${number}`,
      kind: 'report',
      thing: thing(null),
      entry: on.index,
      title,
      words: joined(words, occasion ?? '', ...files.map(({ name }) => name)),
    },
    ...[...renderings].map(([language, rendering]): Document => ({
      key: `reports/${number}/${language}`,
      kind: 'report',
      thing: thing(language),
      entry: rendering.on.index,
      title: rendering.title,
      words: rendering.words,
    })),
    ...comments.map((post): Document => ({
      key: `reports/${number}/comments/${post.mark.index}`,
      kind: 'report',
      thing: { of: 'comment', report: number, at: post.mark.index, by: post.by },
      entry: post.mark.index,
      title: '',
      words: post.words,
    })),
  ];
};
