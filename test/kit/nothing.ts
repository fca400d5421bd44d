import type { Answered } from './crawl.ts';

/** Addresses of what is there, and of what there never was. */
export const addressesOf = (ids: readonly string[]) => {
  /** The part of an address that names one thing of its kind: a number, a hash, an organisation. */
  const one = new RegExp(`(?<=/)(?:\\d+|[\\w-]{43}|${ids.join('|')})(?=/|$)`, 'gu');
  return {
    /** The same address of something that there is not. */
    ofNothing: (path: string): string =>
      path.replaceAll(one, (name) =>
        /^\d+$/u.test(name) ? '9999' : name.length === 43 ? `${'A'.repeat(42)}E` : 'nikogar-ni',
      ),
    /** What was refused, one of each kind of address; how large the tree is everybody may know. */
    refusedOf: (answers: readonly Answered[]): readonly Answered[] => {
      const refused = answers.filter(({ status, path }) => status >= 400 && !/\?|\/log\//u.test(path));
      return [...new Map(refused.map((answer) => [answer.path.replaceAll(one, '*'), answer])).values()];
    },
    /** An answer without the address that was asked for. */
    without: (body: string, path: string): string =>
      body.replaceAll(path, '…').replaceAll(encodeURIComponent(path), '…'),
  };
};
