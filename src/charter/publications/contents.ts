import { z } from 'zod';
import { base64url } from '../../base/bytes.ts';
import { type VersionHash, versionHashSchema } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { numberSchema } from '../../base/schema.ts';
import { sha256 } from '../../base/sha256.ts';
import { lengthOf } from '../../text/clause.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { present } from '../texts/texts.ts';
import type { State } from '../state.ts';
import type { Issue, Item, Periodical } from './state.ts';

/** What an issue is made of: articles that wait, adopted texts, statements; each once, in order. */

export const itemsSchema = z
  .array(
    z
      .strictObject({
        kind: z.enum(['article', 'text', 'statement']),
        number: numberSchema,
        /** What its editor saw: of an article all its wordings, of a text its final version. */
        version: versionHashSchema,
      })
      .readonly(),
  )
  .min(1)
  .max(60)
  .refine((items) => new Set(items.map(({ kind, number }) => `${kind} ${number}`)).size === items.length, {
    error: 'repeated',
  })
  .readonly();

/** The characters of an item, in UTF-16 units: of an article in the language in which it has most. */
const lengthOfItem = (state: State, item: Item): number => {
  switch (item.kind) {
    case 'article':
      return Math.max(...[...item.wordings.values()].map(({ clauses }) => lengthOf(clauses)));
    case 'text': {
      const text = state.texts[item.number - 1];
      return text === undefined ? 0 : lengthOf(present(text).clauses);
    }
    case 'statement':
      return lengthOf(state.statements[item.number - 1]?.clauses ?? []);
  }
};

/** An issue is a page, too: it is as long as one may be. */
export const tooLong = (state: State, items: readonly Item[]): Refusal | null =>
  beyond(
    '11.1',
    'issue-words',
    items.reduce((sum, item) => sum + lengthOfItem(state, item), 0),
  );

export type Named = z.infer<typeof itemsSchema>[number];

/** Covers what an issue is called and each of its items, in order. */
export const issueHash = (title: string | null, items: readonly Named[]): VersionHash =>
  base64url(
    sha256(canonicalBytes({ title, items: items.map(({ kind, number, version }) => ({ kind, number, version })) })),
  ) as VersionHash;

/** An item as it stands now: an article that waits, a text that is adopted, a statement; `null`: there is none. */
export const itemNow = (
  state: State,
  periodical: Periodical,
  { kind, number }: Pick<Named, 'kind' | 'number'>,
): Item | null => {
  switch (kind) {
    case 'article': {
      const article = periodical.articles[number - 1];
      if (article === undefined || article.withdrawn !== null || article.issue !== null) return null;
      const { version, by, language, wordings } = article;
      return { kind, number, version, by, language, wordings: new Map(wordings) };
    }
    case 'text': {
      const text = state.texts[number - 1];
      return text?.stage === 'adopted' ? { kind, number, version: present(text).hash } : null;
    }
    case 'statement': {
      const statement = state.statements[number - 1];
      return statement === undefined ? null : { kind, number, version: statement.hash };
    }
  }
};

/** The items that an act names, each as its maker saw it. */
export const itemsOf = (
  state: State,
  periodical: Periodical,
  named: readonly Named[],
): Result<readonly Item[], Refusal> => {
  const items: Item[] = [];
  for (const [i, one] of named.entries()) {
    const item = itemNow(state, periodical, one);
    if (item === null) return err({ article: '11.1', kind: 'unknown', thing: one.kind, ref: `${one.number}` });
    if (item.version !== one.version)
      return err({ article: '11.1', kind: 'superseded', field: `items/${i}/version`, current: item.version });
    items.push(item);
  }
  return ok(items);
};

/** Whether an article in it was taken back, or published in another, since it was put. */
export const isOvertaken = ({ articles }: Periodical, { items }: Issue): boolean =>
  items.some(({ kind, number }) => {
    const article = kind === 'article' ? articles[number - 1] : undefined;
    return article !== undefined && (article.withdrawn !== null || article.issue !== null);
  });
