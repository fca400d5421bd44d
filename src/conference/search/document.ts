import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import type { ActKind } from '../../charter/acts.ts';
import { plain } from '../../text/runs.ts';
import { KIND, formsOf, tokensIn } from './folding.ts';
import type { Target } from '../../charter/texts/position-state.ts';

/** What can be found: a part of the conference that has words of its own and an address. */

export const KINDS = [
  'text',
  'amendment',
  'position',
  'debate',
  'observation',
  'statement',
  'publication',
  'organisation',
  'letter',
  'report',
  'appeal',
  'action',
  'meeting',
  'archive',
  'group',
  'books',
  'entry',
] as const;

export type Kind = (typeof KINDS)[number];

export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** Documents that are made together, whenever something changes in what they are of. */
export type Cluster =
  | 'principles'
  | 'group'
  | `texts/${number}`
  | `statements/${number}`
  | `publications/${number}`
  | `observations/${number}`
  | `letters/${number}`
  | `archive/${number}`
  | `reports/${number}`
  | `appeals/${number}`
  | `actions/${number}`
  | `help/${number}`
  | `accounts/${number}`
  | `transactions/${number}`
  | `periods/${number}`
  | `expenses/${number}`
  | `meetings/${number}`
  | `entries/${number}`
  | `organisations/${OrganisationId}`;

/** What a document is, so that a page can say so and lead there. */
export type Thing =
  | { readonly of: 'principle'; readonly clause: ClauseId | null }
  | { readonly of: 'text'; readonly text: number; readonly clause: ClauseId | null; readonly language: string | null }
  | { readonly of: 'amendment'; readonly text: number; readonly amendment: number }
  | { readonly of: 'proposal'; readonly text: number; readonly proposal: number; readonly by: OrganisationId }
  | { readonly of: 'position'; readonly text: number; readonly on: Target; readonly by: OrganisationId }
  | {
      readonly of: 'consultation';
      readonly text: number;
      readonly on: Target;
      readonly consultation: number;
      readonly by: OrganisationId;
    }
  | { readonly of: 'revision-objection'; readonly text: number; readonly by: OrganisationId }
  | { readonly of: 'signature'; readonly text: number; readonly by: OrganisationId }
  | { readonly of: 'post'; readonly text: number; readonly thread: number; readonly by: OrganisationId }
  | { readonly of: 'observation'; readonly text: number; readonly observation: number; readonly by: OrganisationId }
  | { readonly of: 'statement'; readonly statement: number; readonly clause: ClauseId | null }
  | { readonly of: 'periodical'; readonly periodical: number }
  /** An issue that was published, by that number, or (`item`) an article in it; by its place. */
  | { readonly of: 'issue'; readonly periodical: number; readonly nth: number; readonly item: number | null }
  /** An issue that is put to all, by the number under which it was put. */
  | { readonly of: 'put'; readonly periodical: number; readonly issue: number }
  /** An article that waits. */
  | { readonly of: 'article'; readonly periodical: number; readonly article: number; readonly by: OrganisationId }
  | { readonly of: 'organisation'; readonly organisation: OrganisationId }
  | { readonly of: 'letter'; readonly letter: number; readonly by: OrganisationId }
  | { readonly of: 'report'; readonly report: number; readonly language: string | null; readonly by: OrganisationId }
  /** `at`: the entry that brought it. */
  | { readonly of: 'comment'; readonly report: number; readonly at: number; readonly by: OrganisationId }
  | { readonly of: 'appeal'; readonly appeal: number; readonly by: OrganisationId }
  | { readonly of: 'action'; readonly action: number; readonly by: OrganisationId }
  | { readonly of: 'meeting'; readonly meeting: number }
  | { readonly of: 'item'; readonly meeting: number; readonly item: number }
  | { readonly of: 'call'; readonly meeting: number; readonly call: number }
  | { readonly of: 'summary'; readonly meeting: number; readonly clause: ClauseId }
  | { readonly of: 'archive'; readonly piece: number }
  | { readonly of: 'help'; readonly help: number; readonly by: OrganisationId }
  | { readonly of: 'mandate'; readonly mandate: number }
  | { readonly of: 'account'; readonly account: number }
  | { readonly of: 'transaction'; readonly transaction: number; readonly by: OrganisationId }
  | { readonly of: 'expense'; readonly expense: number; readonly by: OrganisationId }
  /** What somebody found in the books of a period. */
  | { readonly of: 'finding'; readonly period: number; readonly by: OrganisationId }
  | { readonly of: 'group-change'; readonly by: OrganisationId }
  | { readonly of: 'entry'; readonly entry: number; readonly kind: ActKind; readonly by: OrganisationId | '' };

export interface Document {
  /** Its name among all, a path that begins with its cluster's. */
  readonly key: string;
  readonly kind: Kind;
  readonly thing: Thing;
  /** The entry that brought it; the newest are found first. */
  readonly entry: number;
  /** What it is called, where it has a name; what is called so is found before what only says so. */
  readonly title: string;
  /** What it says, with the marks of clauses. */
  readonly words: string;
}

/** What an index is given of a document. */
export type Source = Omit<Document, 'thing'>;

export const sourceOf = ({ key, kind, entry, title, words }: Document): Source => ({ key, kind, entry, title, words });

/** A document as it is kept in an index. It is put together there, as that takes longer than all else. */
export interface Indexed extends Pick<Document, 'key' | 'kind' | 'entry'> {
  /** The forms of the words of its title; empty where it has none. */
  readonly title: string;
  /** The forms of all its words. */
  readonly words: string;
}

export const indexed = ({ key, kind, entry, title, words }: Source): Indexed => {
  const own = `${KIND}${kind}`;
  const named = formsIn(title);
  return {
    key,
    kind,
    entry,
    title: named === '' ? '' : `${named} ${own}`,
    words: `${named} ${formsIn(plain(words))} ${own}`,
  };
};

/** Words in their own letters first, so that those that follow each other do so here, then as they sound. */
const formsIn = (text: string): string => {
  const words = tokensIn(text).map(({ word }) => word);
  return [...words, ...words.flatMap((word) => formsOf(word).slice(1))].join(' ');
};
