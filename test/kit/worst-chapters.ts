import { DAY } from '../../src/base/time.ts';
import { MOST } from '../../src/charter/law/limits.ts';
import { MOST_PAST_NAMES } from '../../src/charter/history/piece.ts';
import { MOST_WORDS } from '../../src/charter/purpose/reports.ts';
import { act } from '../../src/charter/spec/acts.ts';
import { bringPiece, correctPiece, doubtPiece } from '../../src/charter/spec/archive.ts';
import { account, asks, finds, line, pledges, recorded } from '../../src/charter/spec/means.ts';
import {
  SILENCE,
  correct,
  decided,
  edits,
  onPut,
  put,
  translateArticle,
  write,
} from '../../src/charter/spec/publications.ts';
import {
  action,
  appeal,
  closeAppeal,
  commentOn,
  correctReport,
  endAction,
  giveHelp,
  joinAction,
  report,
  taskOf,
  translateReport,
} from '../../src/charter/spec/purpose.ts';
import { type Step, all, wait } from '../../src/charter/spec/spec.ts';
import { fakeHash } from '../../src/charter/spec/world.ts';

/** The worst of the archive, of what organisations tell each other and do together, of publications, and of the books. */

const times = (count: number, step: (i: number) => Step): Step =>
  all(...Array.from({ length: count }, (_, i) => step(i)));

const sentence = 'It goes further than our members could carry home. ';
const wordsOf = (length: number): string =>
  sentence
    .repeat(Math.ceil(length / sentence.length))
    .slice(0, length - 1)
    .trimEnd();

const LANGUAGES = 'el sr mk sq bg ro hu sl hr bs tr uk ru de fr es it pt nl sv da fi cs sk'.split(' ');

const files = Array.from({ length: 10 }, (_, i) => ({
  name: `level-${i}.csv`,
  type: 'text/csv',
  hash: fakeHash(`level ${i}`),
}));

export const archive = (who: readonly string[]): Step => {
  const names = Array.from({ length: MOST_PAST_NAMES }, (_, i) => ({
    name: `The Fishers of the ${i}th Bridge`,
    country: 'Serbia',
  }));
  return all(
    bringPiece(who[0] ?? '', { names, source: wordsOf(2000) }),
    times(MOST['piece-versions'] - 1, (i) => correctPiece(who[0] ?? '', 1, { place: `Ohrid ${i}` })),
    ...who.map((by) => times(2, () => doubtPiece(by, 1, null))),
    ...who.map((by, o) =>
      times(6, (i) =>
        bringPiece(by, { reference: `AC/${o}/${i}`, on: `${1950 + (i % 60)}-06-02`, names: names.slice(0, 20) }),
      ),
    ),
  );
};

export const told = (who: readonly string[]): Step => {
  const [ada = '', bor = ''] = who;
  const words = wordsOf(MOST_WORDS);
  return all(
    report(ada, { words, files }),
    times(MOST['report-versions'] - 1, (i) =>
      correctReport(ada, { version: i + 1, words: i % 10 === 8 ? words : sentence.trim(), files }),
    ),
    ...LANGUAGES.map((language) => translateReport(bor, { version: MOST['report-versions'], language, words })),
    ...who.map((by) => times(4, () => commentOn(by, wordsOf(800)))),
    ...who.map((by) => times(3, (i) => report(by, { title: `Report ${i}`, public: i === 0 }))),
  );
};

export const actedTogether = (who: readonly string[]): Step => {
  const [ada = ''] = who;
  const parts = Array.from({ length: 40 }, (_, i) => ({
    title: `At bridge ${i}`,
    country: ['GR', 'MK', 'AL', 'RS', 'BG'][i % 5],
    place: wordsOf(100),
    from: '2096-06-05',
    to: '2096-06-06',
  }));
  const others = who.slice(1);
  return all(
    appeal(ada, {
      words: wordsOf(8000),
      needs: Array.from({ length: 20 }, () => ({ kind: 'goods', words: wordsOf(200) })),
    }),
    ...others.map((by) => times(4, (i) => giveHelp(by, { words: wordsOf(800), public: i < 2 }))),
    closeAppeal(ada),
    ...who.map((by) => appeal(by, { title: `An appeal of ${by}` })),
    action(ada, { parts, tasks: Array.from({ length: 40 }, (_, i) => `Task ${i}`), words: wordsOf(8000), files }),
    ...others.map((by) => joinAction(by, null, wordsOf(800))),
    ...others.map((by) => times(10, (i) => taskOf(by, ((i * 7) % 40) + 1))),
    endAction(ada, { words: wordsOf(4000) }),
    ...who.map((by) => action(by, { title: `An action of ${by}` })),
  );
};

/** A first issue as long as may be, in two languages, with all that may be found wrong in it; issues that are put, and one with which everybody disagrees. */
export const published = (who: readonly string[]): Step => {
  const [ada = '', bor = ''] = who;
  const clauses = Array.from({ length: 200 }, (_, i) => ({
    id: `c${i + 1}`,
    kind: 'paragraph',
    words: wordsOf(33),
  }));
  const writers = who.slice(0, 60);
  const waiting = who.slice(60);
  return all(
    decided(ada),
    ...who.slice(1).map((by) => edits(by)),
    ...writers.map((by) => write(by, { clauses })),
    ...writers.map((by, i) => translateArticle(by, i + 1, wordsOf(6000))),
    ...waiting.map((by) => times(5, () => write(by))),
    put(
      ada,
      writers.map((_, i) => ['article', i + 1] as const),
    ),
    wait(SILENCE),
    ...who.slice(0, 40).map((by) => times(5, (i) => correct(by, i + 1))),
    ...who.map((by, i) => times(2, () => put(by, [['article', 61 + i]]))),
    ...who.filter((by) => by !== bor).map((by) => onPut('publication.disagree', by, 4)),
  );
};

const CURRENCIES =
  'EUR RSD MKD ALL BGN RON HUF TRY UAH USD CHF GBP SEK DKK NOK CZK PLN JPY CNY INR BRL CAD AUD NZD ZAR MXN KRW ILS'.split(
    ' ',
  );

/** A page of the conference's own, in the longest text; it stands once the books have gone on for two years. */
export const placed = (by: string, text: number): Step =>
  act('proposal.make', by, { text, what: { kind: 'page', address: 'contact' }, reason: sentence.trim() });

/** Accounts of every kind in every currency, and two years in which something stands on each of them in each month. */
export const booked = (treasurer: string, who: readonly string[]): Step => {
  const of = MOST.accounts / 4;
  const months = 24;
  return all(
    times(of, (i) => account(treasurer, 'asset', `Bank ${i}`, CURRENCIES[i % CURRENCIES.length] ?? 'EUR')),
    times(of, (i) => account(treasurer, 'fund', `Fund ${i}`)),
    times(of, (i) => account(treasurer, 'income', `Income ${i}`)),
    times(of, (i) => account(treasurer, 'expense', `Expense ${i}`)),
    times(months, (m) =>
      all(
        times(of, (i) => {
          const currency = CURRENCIES[i % CURRENCIES.length] ?? 'EUR';
          const giver = { kind: 'organisation', organisation: who[(i * 3 + m) % who.length] };
          const postings = Array.from({ length: 24 }, (_, k) =>
            line(2 * of + ((i + k) % of) + 1, -1000 * (k + 1), of + ((i + k) % of) + 1, currency),
          );
          const sum = postings.reduce((total, { amount }) => total - amount, 0);
          return recorded(treasurer, [...postings, line(i + 1, sum, null, currency)], { giver, words: wordsOf(300) });
        }),
        wait(31 * DAY),
      ),
    ),
    act('period.close', treasurer, { through: '2026-12' }),
    ...who.map((by) => times(10, () => all(pledges(by), asks(by, { words: wordsOf(300) })))),
    ...who
      .filter((by) => by !== treasurer)
      .map((by) => times(2, () => finds(by, { result: 'not-in-order', words: wordsOf(4000) }))),
  );
};
