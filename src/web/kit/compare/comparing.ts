import { MAX_ENTRY } from '../../../record/entry.ts';
import { createAnswers } from '../../../conference/work/answers.ts';
import { jobOf } from '../../../conference/work/job.ts';
import { WorkEnded } from '../../../conference/work/runner.ts';
import { type Asker, STRANGERS, WorkBusy } from '../../../conference/work/turns.ts';
import type { Work } from '../../../conference/work/work.ts';
import type * as Jobs from './compared.ts';
import { type Compared, comparedHtml, lengthOf } from './compared.ts';
import type { PageLanguage } from '../../messages/index.ts';

/**
 * What a page compares. A little is compared where the page is made; what is more it does without, a worker compares that, and the page is made again. What cannot be had in time is
 * shown as one wording in place of another. Kept under the words themselves: nobody is shown what they did not bring.
 */
export interface Comparing {
  /** The comparison as HTML; `null`: brackets that help nobody; `undefined`: it is not there. */
  readonly shown: (what: Compared) => string | null | undefined;
  /** Whether the page is made again where something is missing. */
  readonly again: boolean;
  /** For whom this page is made, once that is known. */
  readonly asker: { of: Asker };
  /** What the page did without, by its key. */
  readonly missing: ReadonlyMap<string, Compared>;
}

interface Comparisons {
  /** For one page in this language, where at most so many characters are compared on the spot. */
  readonly begin: (language: PageLanguage, again: boolean, here?: number) => Comparing;
  /** Has what that page did without compared. `false`: it cannot be had now. */
  readonly complete: (page: Comparing, language: PageLanguage) => Promise<boolean>;
}

/** The most characters that are compared where a page is made: some milliseconds. */
export const MOST_HERE = 4000;
/** The same of a page that answers what was sent, which is sent once: what one act can bring, beside what stands. What else is there to compare was asked for before, and is kept. */
export const MOST_SENT = 2 * MAX_ENTRY;
/** The most bytes of comparisons that are kept. */
export const COMPARED_ROOM = 64 * 1024 * 1024;

const ALL = jobOf<typeof Jobs.allCompared>(new URL('compared.ts', import.meta.url), 'allCompared');

const keyOf = (language: PageLanguage, what: Compared): string =>
  what.kind === 'words'
    ? `${language}\u0000${what.before}\u0000${what.after}`
    : `${language}\u0000${JSON.stringify([what.words, what.wordings])}`;

export const createComparisons = (work: Pick<Work, 'ask'>): Comparisons => {
  const kept = createAnswers<{ readonly html: string | null }>(COMPARED_ROOM);
  const keep = (key: string, html: string | null): void =>
    kept.keep(key, { html }, 2 * (key.length + (html?.length ?? 0)));
  return {
    begin: (language, again, here = MOST_HERE) => {
      const missing = new Map<string, Compared>();
      let left = here;
      return {
        again,
        asker: { of: STRANGERS },
        missing,
        shown: (what) => {
          const key = keyOf(language, what);
          const known = kept.get(key);
          if (known !== undefined) return known.html;
          const length = lengthOf(what);
          if (length > left) {
            missing.set(key, what);
            return undefined;
          }
          left -= length;
          const html = comparedHtml(language, what);
          keep(key, html);
          return html;
        },
      };
    },
    complete: async ({ asker, missing }, language) => {
      try {
        const all = await work.ask(ALL, { language, all: [...missing.values()] }, asker.of);
        for (const [i, key] of [...missing.keys()].entries()) keep(key, all[i] ?? null);
        return true;
      } catch (fault) {
        if (fault instanceof WorkBusy || fault instanceof WorkEnded) return false;
        throw fault;
      }
    },
  };
};

/** Compares everything on the spot, however long it takes: where no page is waited for. */
export const compareHere = (language: PageLanguage): Comparing => ({
  again: false,
  asker: { of: STRANGERS },
  missing: new Map(),
  shown: (what) => comparedHtml(language, what),
});
