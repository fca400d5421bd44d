import { utf8 } from '../../base/bytes.ts';
import { type Clause, MOST_CLAUSES, MOST_WORDS } from '../../text/clause.ts';
import { unreachable } from '../../base/result.ts';
import { MOST_TITLE, type MarkdownFault } from '../../text/markdown.ts';
import { type Typed, settledBody } from './typed-source.ts';

/** How long what is written may be, one definition for the page that says so while somebody writes, for the form, the draft and the act. */

/** The most UTF-16 units of a draft's text: more than any act may hold. */
export const MOST_DRAFT = 120_000;

/** The most bytes of clauses in an act, which holds at most 65,535 with its head and signatures. */
export const MOST_ACT_BYTES = 60_000;

/** What is too long, and by how much. */
export type TooLong =
  | { readonly kind: 'title' | 'clauses' | 'bytes' | 'draft'; readonly now: number; readonly most: number }
  /** `place`: the clause, from 1; `begins`: its first words, without marks of emphasis. */
  | {
      readonly kind: 'clause';
      readonly now: number;
      readonly most: number;
      readonly place: number;
      readonly begins: string;
    };

/** The first thing that is too long, the smallest first; `null`: nothing is. `sent`: of the clauses those that the act says anew; the others stand in it by their ids. */
export const tooLong = (
  { title, body }: Typed,
  clauses: readonly Clause[],
  isSent: (clause: Clause) => boolean = () => true,
): TooLong | null => {
  const place = clauses.findIndex(({ words }) => words.length > MOST_WORDS);
  const clause = clauses[place];
  if (clause !== undefined) return longClause(place + 1, clause.words);
  const sizes = [
    ['title', title.length, MOST_TITLE],
    ['clauses', clauses.length, MOST_CLAUSES],
    ['bytes', bytesOf(clauses, isSent), MOST_ACT_BYTES],
    ['draft', settledBody(body).length, MOST_DRAFT],
  ] as const;
  const [kind, now, most] = sizes.find(([, size, limit]) => size > limit) ?? [];
  return kind === undefined ? null : { kind, now, most };
};

const longClause = (place: number, words: string): TooLong => ({
  kind: 'clause',
  now: words.length,
  most: MOST_WORDS,
  place,
  begins: words.replaceAll('*', '').slice(0, 40),
});

/** What is too long to be read as clauses at all. */
export const tooLongToRead = (fault: MarkdownFault): TooLong | null => {
  switch (fault.kind) {
    case 'clause-too-long':
      return longClause(fault.number, fault.words);
    case 'too-many-clauses':
      return { kind: 'clauses', now: fault.now, most: fault.most };
    case 'source-too-long':
    case 'title-too-long':
    case 'no-clauses':
    case 'empty-clause':
    case 'repeated-id':
      return null;
    default:
      return unreachable(fault);
  }
};

/** The bytes of the clauses as an act holds them (RFC 8785). */
export const bytesOf = (clauses: readonly Clause[], isSent: (clause: Clause) => boolean): number =>
  utf8(JSON.stringify(clauses.map((clause) => (isSent(clause) ? clause : clause.id)))).length;
