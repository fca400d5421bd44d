import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later, dayOf } from '../src/base/time.ts';
import * as content from '../sample/content/index.ts';
import { type Statement, camtOf } from './kit/camt.ts';
import { actIn, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** A bank's file on its way into the books: read, filled in line by line, prepared, signed, and recorded once. */

const scene = await createSampleScene();
after(scene.close);

const TREASURER = 'pro-delta';
const names = Object.keys(content.ACCOUNTS);
const numberOf = (name: keyof typeof content.ACCOUNTS): number => names.indexOf(name) + 1;
const BANK = `/sample/means/accounts/${numberOf('bank')}/bank`;
const day = (back: number): string => dayOf(later(scene.clock.now(), -back * DAY));
const { state } = scene.conference;
const heldInBank = (): number =>
  Number(state().means.accounts[numberOf('bank') - 1]?.balances.get('EUR' as never) ?? 0n);

const sent = async (path: string, body: FormData | URLSearchParams, by: string | null = TREASURER, status = 200) => {
  const response = await scene.ask(path, {
    method: 'POST',
    headers: await scene.headers(by),
    body,
    redirect: 'manual',
  });
  assert.equal(response.status, status, wordsIn(await response.clone().text()).slice(0, 600));
  return response;
};

const read = async (file: string, status = 200, by: string | null = TREASURER): Promise<string> => {
  const form = new FormData();
  form.set('file', new File([file], 'statement.xml'));
  return (await sent(BANK, form, by, status)).text();
};

const opening = heldInBank();
const statement: Statement = {
  opening,
  opens: day(2),
  lines: [
    {
      day: day(2),
      amount: 12_550,
      reference: 'BK-1',
      name: 'Моравски круг',
      words: 'Annual contribution, from M. Petrović',
    },
    { day: day(1), amount: -1490, reference: 'BK-2', name: 'Banka', words: 'Fee <script>alert(1)</script>' },
    { day: day(1), amount: 900, reference: 'BK-3', name: 'Somebody', words: 'Leaflets' },
  ],
};

/** The rows as the page would send them, with what was filled in. */
const rows = (html: string, filled: Readonly<Record<string, string | number>>): URLSearchParams => {
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([a-z]+-\d+)" value="([^"]*)"/gu))
    fields.set(
      name,
      value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
  for (const [name, value] of Object.entries(filled)) fields.set(name, `${value}`);
  return fields;
};

const signAll = async (): Promise<void> => {
  const headers = await scene.headers(TREASURER);
  const list = await (await scene.ask('/sample/prepared', { headers })).text();
  for (const [, id = ''] of list.matchAll(/name="p" value="([^"]+)"/gu)) {
    const page = await (await scene.ask(`/sample/prepared/${id}`, { headers })).text();
    await scene.act([TREASURER, 1], 'transaction.record', actIn(page).body as never);
    await sent(`/sample/prepared/${id}/remove`, new URLSearchParams(), TREASURER, 303);
  }
};

describe('a bank statement', () => {
  it('is asked for by whoever keeps the books, of an account where money lies, and of nobody else', async () => {
    const account = await scene.ask(`/sample/means/accounts/${numberOf('bank')}`, {
      headers: await scene.headers(TREASURER),
    });
    assert.ok((await account.text()).includes(`href="${BANK}"`));
    await read(camtOf(statement), 404, 'zelena-sava');
    await read(camtOf(statement), 401, null);
    const fund = await scene.ask(`/sample/means/accounts/${numberOf('general')}/bank`, {
      headers: await scene.headers(TREASURER),
    });
    assert.equal(fund.status, 404);
  });

  it('that cannot be is refused with the reason, and nothing of it is taken in', async () => {
    assert.match(
      wordsIn(await read(camtOf({ ...statement, closing: 1 }), 422)),
      /contradicts itself: from .* it says 0\.01/u,
    );
    assert.match(wordsIn(await read(camtOf({ ...statement, currency: 'RSD' }), 422)), /account in RSD/u);
    assert.match(wordsIn(await read('when;how much', 422)), /has a heading that is known/u);
    assert.match(wordsIn(await read(camtOf(statement).slice(0, -50), 422)), /damaged/u);
  });

  it('shows what is not in the books, proposes who is named, and acts on nothing that it says', async () => {
    const html = await read(camtOf(statement));
    const words = wordsIn(html);
    assert.match(words, /to that\. 3 lines are not in the books\./u);
    assert.match(words, /Моравски круг Annual contribution, from M\. Petrović/u);
    assert.ok(!html.includes('<script>alert'));
    assert.match(html, /name="giver-1"[^]*?<option value="moravski-krug" selected/u);
    assert.doesNotMatch(html, /name="giver-2"/u);
    assert.match(words, /On that day the books hold .* EUR, and the bank says .* EUR\./u);
  });

  it('prepares all that was filled in, or none of it', async () => {
    const html = await read(camtOf(statement));
    const good = {
      'words-1': 'Contribution',
      'as-1': numberOf('contributions'),
      'fund-1': numberOf('general'),
      'giver-1': 'moravski-krug',
      'as-2': numberOf('fees'),
      'fund-2': numberOf('general'),
    };
    const wrong = await (await sent(`${BANK}/prepare`, rows(html, good), TREASURER, 422)).text();
    assert.match(wordsIn(wrong), /1 line cannot be recorded so.* Nothing was prepared/u);
    assert.match(wrong, /name="words-1"[^>]*value="Contribution"|value="Contribution"[^>]*name="words-1"/u);
    const none = await (await sent(`${BANK}/prepare`, rows(html, {}), TREASURER, 422)).text();
    assert.match(wordsIn(none), /Choose for at least one line what it is/u);
    await sent(`${BANK}/prepare`, rows(html, { ...good, 'words-2': 'Account kept' }), 'zelena-sava', 404);
    const done = await sent(`${BANK}/prepare`, rows(html, { ...good, 'words-2': 'Account kept' }), TREASURER, 303);
    assert.equal(done.headers.get('location'), '/sample/prepared?handed=2');
    assert.match(
      wordsIn(await read(camtOf(statement))),
      /2 lines are in the books or prepared already\. 1 line is not/u,
    );
  });

  it('is in the books once it is signed, under the bank’s reference, and never twice', async () => {
    await signAll();
    assert.equal(heldInBank(), opening + 12_550 - 1490);
    const [contribution, fee] = state()
      .means.transactions.slice(-2)
      .toSorted((a, b) => a.words.length - b.words.length);
    assert.deepEqual(new Set([contribution?.words, fee?.words]), new Set(['Contribution', 'Account kept']));
    assert.ok(
      !JSON.stringify(state().means.transactions.map(({ words, giver }) => [words, giver])).includes('Petrović'),
    );
    const left = await read(camtOf(statement));
    assert.match(wordsIn(left), /2 lines are in the books .* 1 line is not in the books\..*Leaflets/u);
    const fields = { 'words-1': 'Leaflets', 'as-1': numberOf('leaflets'), 'fund-1': numberOf('general') };
    await sent(`${BANK}/prepare`, rows(left, fields), TREASURER, 303);
    await signAll();
    assert.match(wordsIn(await read(camtOf(statement))), /3 lines are in the books.*Bank and books agree: /u);
    const again = await sent(`${BANK}/prepare`, rows(left, fields), TREASURER, 422);
    assert.match(wordsIn(await again.text()), /in the books already/u);
    const csv = await scene.ask('/sample/means/books.csv', { headers: await scene.headers(TREASURER) });
    assert.match(await csv.text(), /asset,Bank account in Niš,,125\.50,EUR,,,\d{4}-\d\d-\d\d BK-1/u);
  });

  it('is recorded anew under the same reference once the wrong record was taken back', async () => {
    const wrong = state().means.transactions.at(-1)?.number ?? 0;
    await scene.act([TREASURER, 1], 'transaction.reverse', {
      transaction: wrong,
      day: day(0),
      words: 'As it was not.',
    });
    assert.match(wordsIn(await read(camtOf(statement))), /2 lines are in the books .* 1 line is not in the books/u);
  });

  it('is as long as a page may be, and the rest comes when the file is given again', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ day: day(1), amount: 100 + i, reference: `N-${i}` }));
    const html = await read(camtOf({ opening: 0, lines: many }));
    assert.equal([...html.matchAll(/<fieldset class="bank-row"/gu)].length, 40);
    assert.match(wordsIn(html), /60 lines are not in the books.*20 more follow/u);
    const closed = await read(camtOf({ opening: 0, lines: [{ day: '2001-02-03', amount: 5 }] }));
    assert.match(wordsIn(closed), /1 line lies in a period that is closed/u);
  });
});
