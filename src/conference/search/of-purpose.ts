import type { Action } from '../../charter/purpose/action-state.ts';
import type { Appeal } from '../../charter/purpose/appeal-state.ts';
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

export const documentsOfAppeal = (appeal: Appeal): readonly Document[] => {
  const { number, by, title, words, needs, how, help, closed, on } = appeal;
  return [
    {
      key: `appeals/${number}`,
      kind: 'appeal',
      thing: { of: 'appeal', appeal: number, by },
      entry: on.index,
      title,
      words: joined(
        words,
        how,
        ...needs.map((need) => need.words),
        ...help.map((one) => one.words),
        closed?.words ?? '',
      ),
    },
  ];
};

export const documentsOfAction = (action: Action): readonly Document[] => {
  const { number, by, title, words, parts, tasks, files, joined: takesPart, ended, on } = action;
  return [
    {
      key: `actions/${number}`,
      kind: 'action',
      thing: { of: 'action', action: number, by },
      entry: on.index,
      title,
      words: joined(
        words,
        ...parts.flatMap((part) => [part.title, part.place]),
        ...tasks.map((task) => task.words),
        ...files.map(({ name }) => name),
        ...[...takesPart.values()].map((one) => one.words ?? ''),
        ended?.words ?? '',
      ),
    },
  ];
};
