import type { Context } from 'hono';
import { answerJson } from './asking.ts';
import { halt, problem } from './problem.ts';

/**
 * Every list is answered in pages: the next one begins after the item that `after` names, and a `Link` to it (RFC 8288) comes with every page but the last.
 * What names an item stays its name, and whoever asks has seen it: no page skips what was there or gives it twice while the record grows, and none says
 * how much is hidden.
 */

/** The most items of one page, and the characters of JSON after which it takes no more. */
export const PAGE = { items: 100, characters: 256 * 1024 } as const;

export interface Page<V = unknown> {
  readonly items: readonly V[];
  /** What the next page begins after; `null`: this is the last one. */
  readonly next: string | null;
}

/** What is listed, from the item after the one that is named; `null`: this names none of the list. */
export type Listing<V = unknown> = (after: string | undefined) => Page<V> | null;

const fill = <T, V>(items: readonly T[], nameOf: (item: T) => string | number, view: (item: T) => V): Page<V> => {
  const shown: V[] = [];
  let room: number = PAGE.characters;
  for (const [i, item] of items.entries()) {
    const last = items[i - 1];
    if (last !== undefined && (i === PAGE.items || room <= 0)) return { items: shown, next: `${nameOf(last)}` };
    const seen = view(item);
    room -= JSON.stringify(seen).length;
    shown.push(seen);
  }
  return { items: shown, next: null };
};

const NUMBER = /^(0|[1-9][0-9]{0,14})$/u;

/** Things in the order of their numbers, from 1. They need not follow each other. */
export const byNumber =
  <T, V>(items: readonly T[], numberOf: (item: T) => number, view: (item: T) => V): Listing<V> =>
  (after = '0') =>
    NUMBER.test(after)
      ? fill(
          items.filter((item) => numberOf(item) > Number(after)),
          numberOf,
          view,
        )
      : null;

export const numbered = <T extends { readonly number: number }, V>(
  items: readonly T[],
  view: (item: T) => V,
): Listing<V> => byNumber(items, ({ number }) => number, view);

/** Things that have names, in an order in which new ones come last; of them those that are to be listed. */
export const byName =
  <T, V>(
    items: readonly T[],
    nameOf: (item: T) => string,
    view: (item: T) => V,
    listed: (item: T) => boolean = () => true,
  ): Listing<V> =>
  (after) => {
    const at = after === undefined ? -1 : items.findIndex((item) => nameOf(item) === after);
    return after !== undefined && at < 0 ? null : fill(items.slice(at + 1).filter(listed), nameOf, view);
  };

/** The page that is asked for; a problem where the caller may not know the item that it names, or there is none. */
export const pageAsked = <V>(c: Context, listing: Listing<V>): Page<V> =>
  listing(c.req.query('after')) ??
  halt(
    problem(400, 'malformed', 'The parameter after must name the last item of a page of this list.', {
      field: 'after',
    }),
  );

export const answerPage = (
  c: Context,
  { items, next }: Page,
  visible: 'to-all' | 'to-some' = 'to-some',
  whole: (items: readonly unknown[]) => unknown = (all) => all,
): Response => {
  const answer = answerJson(c, whole(items), visible);
  if (next === null) return answer;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('after', next);
  answer.headers.set('link', `<${pathname}?${searchParams.toString()}>; rel="next"`);
  return answer;
};
