import { DAY, type Instant, after } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { statementHash } from '../src/charter/decisions/statements.ts';
import { versionHash, versionOf } from '../src/charter/law/charter.ts';
import { articleVersion } from '../src/charter/publications/articles.ts';
import { clausesSchema } from '../src/text/clause.ts';
import type { VersionHash } from '../src/base/ids.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, moment } from './steps.ts';

/** The periodical as steps: decided, written, one issue published and one put to all. */

const NAMES = Object.keys(content.ARTICLES) as readonly (keyof typeof content.ARTICLES)[];

const numberOf = (name: keyof typeof content.ARTICLES): number => NAMES.indexOf(name) + 1;

/** @param flood the statement's words on that day */
export const publications = (
  keys: Keyring,
  today: Instant,
  flood: Parameters<typeof statementHash>[0],
): readonly Step[] => {
  const act = <const K extends ActKind>(at: Instant, by: string, kind: K, body: BodyIn<K>): Step =>
    actStep(at, kind, [by, 1], body, [keys.key(by, 1)]);
  const { by, at, days, title, purpose, languages, joins } = content.PERIODICAL;
  const begun = moment(today, at);
  const itemOf = (item: (typeof content.ISSUES)[number]['items'][number]) => {
    switch (item.kind) {
      case 'article':
        return { kind: item.kind, number: numberOf(item.name), version: versionOfArticle(item.name) };
      case 'text':
        return { kind: item.kind, ...adopted(item.text) };
      case 'statement':
        return { kind: item.kind, number: 1, version: statementHash(flood) };
    }
  };
  return [
    act(begun, by, 'periodical.propose', { title, purpose, languages, byGroup: null }),
    { kind: 'wait', at: after(begun, days * DAY) },
    act(moment(today, joins.at), joins.by, 'periodical.edit', { periodical: 1, edits: true }),
    ...NAMES.flatMap((name) =>
      content.ARTICLES[name].map((told, i) =>
        act(moment(today, told.at), told.by, 'article.write', {
          periodical: 1,
          article: i === 0 ? null : numberOf(name),
          language: told.language,
          title: told.title,
          clauses: clausesSchema.parse(told.clauses),
        }),
      ),
    ),
    ...content.ISSUES.flatMap((issue): readonly Step[] => {
      const put = moment(today, issue.at);
      const ends = after(put, days * DAY);
      return [
        act(put, issue.by, 'issue.put', { periodical: 1, title: issue.title, items: issue.items.map(itemOf) }),
        ...(ends <= today ? [{ kind: 'wait', at: ends } as const] : []),
      ];
    }),
    act(moment(today, content.ERRATUM.at), content.ERRATUM.by, 'issue.correct', {
      periodical: 1,
      nth: 1,
      item: content.ERRATUM.item,
      words: content.ERRATUM.words,
    }),
  ];
};

const versionOfArticle = (name: keyof typeof content.ARTICLES): VersionHash =>
  articleVersion(
    new Map(
      content.ARTICLES[name].map(({ language, title, clauses }) => [
        language,
        { hash: versionHash({ title, clauses: clausesSchema.parse(clauses) }) },
      ]),
    ),
  );

/** Texts are numbered as they are tabled: the charter came before. */
const adopted = (text: 'forests' | 'drinking-water'): { readonly number: number; readonly version: VersionHash } => {
  const [number, of] = text === 'forests' ? ([2, content.FORESTS] as const) : ([3, content.WATER] as const);
  return {
    number,
    version: versionHash(versionOf({ title: of.title, clauses: content.clausesOf(of), charter: null })),
  };
};
