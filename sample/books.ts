import { DAY, type Instant, MINUTE, after, dayOf } from '../src/base/time.ts';
import type { Attachment } from '../src/base/act.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { monthAt, monthLater, monthsThrough } from '../src/charter/means/months.ts';
import type { Month } from '../src/charter/means/state.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, attached, moment } from './steps.ts';

/** The conference's books as steps: the notebook written in at one sitting, what came since on its day, one slip taken back, and what was over closed. */

const NAMES = Object.keys(content.ACCOUNTS) as readonly content.AccountName[];

const numberOf = (name: content.AccountName): number => NAMES.indexOf(name) + 1;

const line = (name: content.AccountName, fund: content.AccountName | null, currency: string, amount: number) => ({
  account: numberOf(name),
  fund: fund === null ? null : numberOf(fund),
  currency,
  amount,
});

type Lines = Pick<BodyIn<'transaction.record'>, 'postings' | 'conversions'>;

const linesOf = (booked: content.Booked, day: string): Lines => {
  switch (booked.kind) {
    case 'in': {
      const { amount, as, fund = 'general' } = booked;
      return { postings: [line('bank', null, 'EUR', amount), line(as, fund, 'EUR', -amount)], conversions: [] };
    }
    case 'out': {
      const { amount, as, fund = 'general', inMarks = false } = booked;
      const currency = inMarks ? 'BAM' : 'EUR';
      const from = line(inMarks ? 'box' : 'bank', null, currency, -amount);
      return { postings: [line(as, fund, currency, amount), from], conversions: [] };
    }
    case 'change': {
      const { euros, marks, rate, source } = booked;
      const conversion = {
        fund: numberOf('general'),
        from: { currency: 'EUR', amount: euros },
        to: { currency: 'BAM', amount: marks },
        rate,
        day,
        source,
      };
      const postings = [line('bank', null, 'EUR', -euros), line('box', null, 'BAM', marks)];
      return { postings, conversions: [conversion] };
    }
  }
};

const giverOf = (booked: content.Booked): BodyIn<'transaction.record'>['giver'] => {
  if (booked.kind !== 'in') return null;
  if (booked.from !== undefined) return { kind: 'organisation', organisation: booked.from };
  return booked.outside === undefined ? null : { kind: 'outside', name: booked.outside };
};

const receiptOf = (booked: content.Booked): readonly (readonly [name: string, attachment: Attachment])[] => {
  const name = booked.kind === 'out' ? booked.receipt : undefined;
  return name === undefined ? [] : [[name, attached(`receipt ${name}`, content.RECEIPTS[name] ?? '')]];
};

export const books = (keys: Keyring, today: Instant): readonly Step[] => {
  const { by } = content.KEEPER;
  const act = <const K extends ActKind>(
    at: Instant,
    kind: K,
    body: BodyIn<K>,
    attachments: readonly Attachment[] = [],
  ): Step => actStep(at, kind, [by, 1], body, [keys.key(by, 1)], attachments);
  const record = (at: Instant, booked: content.Booked): Step => {
    const day = dayOf(after(today, booked.day * DAY));
    const receipts = receiptOf(booked);
    const body = {
      day,
      words: booked.words,
      ...linesOf(booked, day),
      giver: giverOf(booked),
      booked: [],
      expense: null,
      receipts: receipts.map(([name, { hash }]) => ({ name, type: 'text/plain', hash })),
    };
    return act(
      at,
      'transaction.record',
      body,
      receipts.map(([, attachment]) => attachment),
    );
  };
  const written = moment(today, content.WRITTEN_IN);
  const before = [...content.NOTEBOOK, ...content.SINCE.filter(({ day }) => day < content.WRITTEN_IN[0])];
  const since = content.SINCE.filter(({ day }) => day >= content.WRITTEN_IN[0]);
  const slip = before.findLastIndex(({ words }) => words === content.TAKEN_BACK.of) + 1;
  const back = moment(today, content.TAKEN_BACK.at);
  return [
    ...NAMES.map((name, i) => act(after(written, i * MINUTE), 'account.open', content.ACCOUNTS[name])),
    ...before.map((booked, i) => record(after(written, (30 + 2 * i) * MINUTE), booked)),
    ...since.map((booked) => record(moment(today, [booked.day, 17, 40]), booked)),
    act(back, 'transaction.reverse', { transaction: slip, day: dayOf(back), words: content.TAKEN_BACK.words }),
    ...periods(today).map((through, i) =>
      act(after(moment(today, content.CLOSED), i * MINUTE), 'period.close', { through }),
    ),
    ...content.ASKED.map(({ by: who, at, words, amount, fund, receipt }) => {
      const file = attached(`receipt ${receipt}`, content.RECEIPTS[receipt] ?? '');
      const asked = {
        words,
        currency: 'EUR',
        amount,
        fund: fund === null ? null : numberOf(fund),
        payee: { kind: 'organisation', organisation: who },
        receipts: [{ name: receipt, type: 'text/plain', hash: file.hash }],
      } as const;
      return actStep(moment(today, at), 'expense.propose', [who, 1], asked, [keys.key(who, 1)], [file]);
    }),
    act(moment(today, content.PAID), 'transaction.record', {
      day: dayOf(moment(today, content.PAID)),
      words: content.ASKED[0].words,
      postings: [
        line('printing', 'general', 'EUR', content.ASKED[0].amount),
        line('bank', null, 'EUR', -content.ASKED[0].amount),
      ],
      conversions: [],
      giver: null,
      booked: [],
      expense: 1,
      receipts: [],
    }),
    ...content.PLEDGED.map(({ by: who, at, amount, every, fund }) => {
      const said = {
        pledge: null,
        currency: 'EUR',
        amount,
        every,
        fund: fund === null ? null : numberOf(fund),
        until: null,
      };
      return actStep(moment(today, at), 'pledge.make', [who, 1], said, [keys.key(who, 1)], []);
    }),
    ...content.FOUND.map(({ by: who, at, period, result, words }) =>
      actStep(moment(today, at), 'period.audit', [who, 1], { period, result, words }, [keys.key(who, 1)], []),
    ),
  ];
};

/** The last months of the two periods that are closed: the year of the founding, or half of it where no more is over, and what is over since. */
const periods = (today: Instant): readonly Month[] => {
  const from = `${monthAt(moment(today, content.STORY[0].at)).slice(0, 4)}-01` as Month;
  const over = monthLater(monthAt(moment(today, content.ASSEMBLY.starts)), -1);
  return [monthLater(from, monthsThrough(from, over) > 12 ? 11 : 5), over];
};
