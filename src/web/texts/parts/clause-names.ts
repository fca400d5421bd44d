import type { ClauseId } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import type { Clause, ClauseForm } from '../../../text/clause.ts';
import { plain } from '../../../text/runs.ts';
import { numbering } from '../../../text/numbering.ts';
import type { SiteContext } from '../../kit/context.ts';
import { quotable } from '../../kit/theirs.ts';

/** What clauses are called where they do not stand themselves: `clause 3(a)`, `preambular clause 2`. */

export interface ClauseName {
  /** For the head of a column: `3(a)`, `P2`. */
  readonly short: string;
  readonly long: string;
}

export type ClauseNames = ReadonlyMap<ClauseId, ClauseName>;

export const clauseNames = ({ t }: SiteContext, clauses: readonly Clause[]): ClauseNames => {
  const words = t.texts.clause;
  const numbers = numbering(clauses);
  const names = new Map<ClauseId, ClauseName>();
  let head = '';
  let path: readonly string[] = [];
  const counts = { heading: 0, preambular: 0, paragraph: 0 };
  for (const { id, kind, level, words: own } of clauses) {
    const number = numbers.get(id) ?? '';
    path = kind === 'point' ? [...path.slice(0, (level ?? 1) - 1), number] : [];
    switch (kind) {
      case 'point': {
        const short = `${head}${path.join('')}`;
        names.set(id, { short, long: t.common.clause(short) });
        break;
      }
      case 'operative':
        head = number;
        names.set(id, { short: number, long: t.common.clause(number) });
        break;
      case 'heading':
        head = '';
        counts.heading += 1;
        names.set(id, { short: words.headingShort(counts.heading), long: words.heading(quotable(plain(own))) });
        break;
      case 'preambular':
      case 'paragraph':
        counts[kind] += 1;
        head = words.short[kind](counts[kind]);
        names.set(id, { short: head, long: words.long[kind](counts[kind]) });
        break;
      default:
        return unreachable(kind);
    }
  }
  return names;
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
