import type { Kind } from '../../conference/search/document.ts';
import { KIND } from '../../conference/search/folding.ts';
import type { Query, Term } from '../../conference/search/query.ts';

/** A question as FTS5 reads it. All that somebody typed stands in quotes, and holds letters and digits alone. */
export const expressionOf = ({ terms }: Query): string =>
  terms.map((term) => `(${ways(term).join(' OR ')})`).join(' AND ');

export const kindIs = (kind: Kind): string => quoted(`${KIND}${kind}`);

const ways = (term: Term): readonly string[] =>
  term.kind === 'row'
    ? [quoted(term.words.join(' '))]
    : term.forms.map((form) => `${quoted(form)}${term.begins ? ' *' : ''}`);

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
