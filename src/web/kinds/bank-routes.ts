import { type Context as Call, Hono } from 'hono';
import { firstDay } from '../../charter/means/months.ts';
import type { Account } from '../../charter/means/state.ts';
import { askerOf } from '../../conference/work/turns.ts';
import { conferenceVenue } from '../act/conference-venue.ts';
import { fieldsIn, uploadIn } from '../act/form-data.ts';
import { fieldsOfPrepared, makerOf } from '../act/hand-over.ts';
import { unsignedFrom } from '../act/steps.ts';
import type { Context } from '../kit/context.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import { MOST_PREPARED } from '../kit/prepared.ts';
import { type FormProblem, fieldProblem, refusalText } from '../kit/problem.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { NO_SHEET, bankPage, typedAmount } from '../means/pages/bank.ts';
import { type BankRow, rowsIn, sorted } from '../means/parts/bank-rows.ts';
import { formOf } from './forms.ts';

/**
 * Statements of a bank: read, and nothing of them kept. Of what whoever keeps the books has filled in, transactions are prepared as their form would, all or none, to be read over and signed
 * as whatever is prepared (decision 69).
 */
export const bankRoutes = new Hono<WebEnv>();

const PATH = '/means/accounts/:number{[1-9][0-9]{0,5}}/bank';

const KIND = 'transaction.record';

interface Asked {
  readonly context: Context;
  readonly account: Account;
}

/** Whoever keeps the books, and an open account where money lies. */
const askedIn = (c: Call<WebEnv>): Asked | Response | Promise<Response> => {
  const context = c.var.context();
  const { me, reader, now } = context;
  if (me === null) return sendPage(c, signInFirst(context), 401);
  const account = reader.account(Number(c.req.param('number')));
  return account?.kind === 'asset' && account.closed === null && reader.keepsBooks(me.organisation.id, now)
    ? { context, account }
    : c.notFound();
};

const isAsked = (asked: Asked | Response | Promise<Response>): asked is Asked => 'account' in asked;

bankRoutes.get(PATH, (c) => {
  const asked = askedIn(c);
  return isAsked(asked) ? sendPage(c, bankPage(asked.context, asked.account, NO_SHEET)) : asked;
});

/** The lines for which a transaction is prepared already. */
const preparedFor = (context: Context, account: Account): ReadonlySet<string> =>
  new Set(
    (context.prepared?.waiting() ?? []).flatMap(({ id, kind }) => {
      const fields = kind === KIND ? fieldsOfPrepared(context, id) : null;
      return fields?.integer('asset') === account.number ? [fields.text('bank')] : [];
    }),
  );

bankRoutes.post(PATH, async (c) => {
  const first = askedIn(c);
  if (!isAsked(first)) return first;
  const { file } = await uploadIn(c);
  const press = await c.var.deps.documents();
  const { conference, reader } = first.context;
  const { currency } = first.account;
  const read =
    file === null || currency === null
      ? ({ ok: false, error: { kind: 'unknown-format' } } as const)
      : await press.bank(file, currency, askerOf(conference.slug, reader));
  const asked = askedIn(c);
  if (!isAsked(asked)) return asked;
  const { context, account } = asked;
  const faulty = (fault: (typeof NO_SHEET)['fault']) =>
    sendPage(c, bankPage(context, account, { ...NO_SHEET, fault }), fault?.kind === 'busy' ? 503 : 422);
  if (!read.ok) return faulty(read.error);
  const other = read.value.find(({ currency }) => currency !== account.currency);
  if (other !== undefined) return faulty({ kind: 'other-currency', code: other.currency });
  const openFrom = context.reader.booksOpenFrom();
  const what = sorted(
    read.value,
    account,
    openFrom === null ? null : firstDay(openFrom),
    preparedFor(context, account),
  );
  const sheet = { ...NO_SHEET, read: { statements: read.value, sorted: what }, rows: what.rows };
  return sendPage(c, bankPage(context, account, sheet));
});

/** What its form would be filled in with. */
const fieldsOfRow = (row: BankRow, i: number, account: Account, fields: Fields): Fields => {
  const comesIn = row.amount > 0n;
  return createFields([
    ['as', comesIn ? 'in' : 'out'],
    ['day', row.day],
    ['words', fields.text(`words-${i}`)],
    ['amount', typedAmount(row, account)],
    ['asset', `${account.number}`],
    [comesIn ? 'income' : 'expense', fields.text(`as-${i}`)],
    ['fund', fields.text(`fund-${i}`)],
    ...(comesIn ? ([['giver', fields.text(`giver-${i}`)]] as const) : []),
    ['bank', row.reference],
  ]);
};

/** Why it cannot be recorded so, in a sentence. */
const problemText = (context: Context, problem: FormProblem): string => {
  if (problem.kind === 'refused') return refusalText(context, problem.refusal);
  const field = problem.field.split('/').at(-1) ?? '';
  return fieldProblem(context, problem, field, problem.field) ?? context.t.means.bank.incomplete;
};

bankRoutes.post(`${PATH}/prepare`, async (c) => {
  const fields = await fieldsIn(c);
  const asked = askedIn(c);
  if (!isAsked(asked)) return asked;
  const { context, account } = asked;
  const form = formOf(KIND);
  const by = makerOf(context, KIND);
  const { prepared } = context;
  if (form === null || by === null || prepared === null) return c.notFound();
  const rows = rowsIn(fields, account);
  const venue = conferenceVenue(context, form);
  const problems = new Map<number, string>();
  const made: { readonly title: string; readonly typed: string }[] = [];
  for (const [at, row] of rows.entries()) {
    const i = at + 1;
    if (fields.text(`as-${i}`) === '') continue;
    const filled = fieldsOfRow(row, i, account, fields);
    const unsigned = unsignedFrom({ context, form, venue }, filled, by);
    if (unsigned.ok) made.push({ title: filled.text('words'), typed: unsigned.value.typed });
    else problems.set(i, problemText(context, unsigned.error));
  }
  const room = MOST_PREPARED - prepared.waiting().length - prepared.aside().length;
  if (made.length === 0 && problems.size === 0 && rows[0] !== undefined) problems.set(1, context.t.means.bank.none);
  if (made.length > room) problems.set(1, context.t.means.bank.noRoom(room));
  if (problems.size > 0) return sendPage(c, bankPage(context, account, { ...NO_SHEET, rows, fields, problems }), 422);
  for (const { title, typed } of made)
    prepared.handOver('', { kind: KIND, title, text: null, revision: null, note: '', typed });
  return c.redirect(`${context.base}/prepared?handed=${made.length}`, 303);
});
