import type { ClauseId } from '../../../base/ids.ts';
import { type Cited, citedAs } from '../../../text/cited.ts';
import type { Clause, ClauseForm } from '../../../text/clause.ts';
import { plain } from '../../../text/runs.ts';
import type { SiteContext } from '../../kit/context.ts';
import { quotable } from '../../../base/quotable.ts';

/** What clauses are called where they do not stand themselves: `clause 3(a)`, `preambular clause 2`. */

export interface ClauseName {
  /** For the head of a column: `3(a)`, `P2`. */
  readonly short: string;
  readonly long: string;
}

export type ClauseNames = ReadonlyMap<ClauseId, ClauseName>;

export const clauseNames = (context: SiteContext, clauses: readonly Clause[]): ClauseNames =>
  new Map([...citedAs(clauses)].map(([id, cited]) => [id, nameOf(context, cited)]));

const nameOf = ({ t }: SiteContext, cited: Cited): ClauseName => {
  const { short, headingShort } = t.texts.clause;
  const { clause } = t.texts.final;
  switch (cited.kind) {
    case 'number':
      return { short: cited.number, long: clause.number(cited.number) };
    case 'heading':
      return { short: headingShort(cited.nth), long: clause.heading(quotable(plain(cited.words))) };
    case 'preambular':
    case 'paragraph':
      return { short: short[cited.kind](cited.nth), long: clause[cited.kind](cited.nth) };
    case 'point':
      return {
        short: `${short[cited.of](cited.nth)}${cited.number}`,
        long: clause.point(cited.number, clause[cited.of](cited.nth)),
      };
  }
};

/** The clause's name in running text; a clause of an earlier revision that is gone goes by its id. */
export const longName = (names: ClauseNames, id: ClauseId): string => names.get(id)?.long ?? id;

/** What a clause is, in words: `operative clause (numbered)`, `point, (a), (b) …, level 2`. */
export const formName = ({ t }: SiteContext, { kind, level }: ClauseForm): string =>
  level === undefined ? t.texts.clause.kind[kind] : `${t.texts.clause.kind[kind]}, ${t.texts.clause.level(level)}`;

/** The beginning of a clause's words, cut at a space. */
export const firstWords = (words: string, most = 70): string => {
  const text = plain(words).replaceAll('\n', ' ');
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
};
