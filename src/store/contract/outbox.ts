import assert from 'node:assert/strict';
import type { Language, OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { FORGOTTEN, type Person } from '../../conference/post/personal.ts';
import type { Mailing, Outbox, OutboxItem, OutboxState } from '../../conference/post/outbox.ts';

/** A fresh outbox, and the way to it after its process has ended; `null` where nothing outlives it. */
export interface OutboxUnderTest {
  readonly outbox: Outbox;
  readonly reopen: (() => Outbox) | null;
}

const SLUG = 'rivers' as Slug;

const mailing = (delegate: number, more: Partial<Mailing> = {}): Mailing => ({
  slug: SLUG,
  key: `7/diktyo/${delegate}`,
  kind: 'circular',
  entry: 7,
  organisation: 'diktyo' as OrganisationId,
  delegate,
  data: null,
  address: `anna${delegate}@example.org` as MailAddress,
  language: 'el' as Language,
  messageId: `<rivers.7.diktyo.${delegate}@post.example>`,
  token: `token-${delegate}`,
  urgent: false,
  queued: instant(1000 + delegate),
  ...more,
});

/** A mail to put in. */
export const OUTBOX_MAIL = (delegate: number): Mailing => mailing(delegate);

const queued = (mailing: Mailing): OutboxItem => ({
  ...mailing,
  attempts: 0,
  state: { kind: 'queued', next: mailing.queued, answer: null },
});

const keys = (items: readonly OutboxItem[]): readonly string[] => items.map(({ key }) => key);

const NOW = instant(5000);
const LATE = instant(1_000_000);
const HANDED = { kind: 'handed-over', answer: '250 2.0.0 Καλώς', at: instant(6000) } as const;

/** Puts one mail in and sends it, to this outcome. */
const sent = async (
  outbox: Outbox,
  delegate: number,
  state: Exclude<OutboxState, { kind: 'sending' }>,
): Promise<Mailing> => {
  const one = mailing(delegate);
  await outbox.put([one]);
  await outbox.claim(NOW, 10);
  await outbox.settle([{ slug: SLUG, key: one.key, attempts: 1, state }]);
  return one;
};

/** What every outbox must do, by name. */
export const OUTBOX_CONTRACT: Readonly<Record<string, (under: OutboxUnderTest) => Promise<void>>> = {
  'has nothing at first': async ({ outbox }) => {
    assert.equal(outbox.nextDue(), null);
    assert.deepEqual(await outbox.claim(NOW, 10), []);
    assert.equal(outbox.get(SLUG, '7/diktyo/1'), null);
    assert.equal(outbox.byToken('token-1'), null);
    assert.equal(await outbox.release(NOW), 0);
    assert.equal(await outbox.bounce('token-1', '550', NOW), null);
  },

  'gives back what went in': async ({ outbox }) => {
    const circular = mailing(1);
    assert.deepEqual(outbox.backlog(), { waiting: 0, since: null });
    const code = mailing(2, {
      kind: 'code',
      entry: null,
      organisation: null,
      delegate: null,
      data: '{"a":1}',
      urgent: true,
    });
    assert.equal(await outbox.put([circular, code]), 2);
    assert.deepEqual(outbox.get(SLUG, circular.key), queued(circular));
    assert.deepEqual(outbox.byToken('token-2'), queued(code));
    assert.deepEqual(outbox.byMessageId(circular.messageId), queued(circular));
    assert.deepEqual(outbox.of(SLUG, 7), [queued(circular)]);
    assert.equal(outbox.nextDue(), circular.queued);
    assert.deepEqual(outbox.backlog(), { waiting: 2, since: circular.queued });
  },

  'takes a key once in a conference, however often it is put': async ({ outbox }) => {
    assert.equal(await outbox.put([mailing(1), mailing(1)]), 1);
    assert.equal(await outbox.put([mailing(1, { address: 'other@example.org' as MailAddress }), mailing(2)]), 1);
    assert.equal(outbox.get(SLUG, '7/diktyo/1')?.address, 'anna1@example.org');
    const elsewhere = mailing(1, { slug: 'forests' as Slug, messageId: '<forests.7@x>', token: 'forests' });
    assert.equal(await outbox.put([elsewhere]), 1);
    assert.deepEqual(keys(outbox.of(SLUG, 7)), ['7/diktyo/1', '7/diktyo/2']);
  },

  'takes all of them or none': async ({ outbox }) => {
    await outbox.put([mailing(1)]);
    await assert.rejects(outbox.put([mailing(2), mailing(3, { token: 'token-1' })]));
    assert.equal(outbox.get(SLUG, '7/diktyo/2'), null);
    assert.deepEqual(keys(outbox.of(SLUG, 7)), ['7/diktyo/1']);
  },

  'hands out what is due, once, urgent ones first': async ({ outbox }) => {
    const late = mailing(3, { queued: instant(6000) });
    await outbox.put([mailing(2), mailing(1), late, mailing(4, { urgent: true, queued: instant(4000) })]);
    const first = await outbox.claim(NOW, 2);
    assert.deepEqual(keys(first), ['7/diktyo/4', '7/diktyo/1']);
    assert.deepEqual(first[1], { ...queued(mailing(1)), attempts: 1, state: { kind: 'sending', since: NOW } });
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/1'), first[1]);
    assert.deepEqual(keys(await outbox.claim(NOW, 10)), ['7/diktyo/2']);
    assert.deepEqual(await outbox.claim(NOW, 10), []);
    assert.equal(outbox.nextDue(), late.queued);
    assert.deepEqual(keys(await outbox.claim(late.queued, 10)), ['7/diktyo/3']);
    assert.equal(outbox.nextDue(), null);
  },

  'writes down what became of each': async ({ outbox }) => {
    await outbox.put([1, 2, 3, 4].map((delegate) => mailing(delegate)));
    await outbox.claim(NOW, 4);
    const put = { kind: 'queued', next: instant(9000), answer: '451 later' } as const;
    const states = [
      HANDED,
      { kind: 'bounced', answer: '550 no such user', at: NOW },
      put,
      { kind: 'given-up', answer: '451 later', at: NOW },
    ] as const;
    await outbox.settle(states.map((state, i) => ({ slug: SLUG, key: `7/diktyo/${i + 1}`, attempts: 1, state })));
    assert.deepEqual(
      outbox.of(SLUG, 7).map(({ state }) => state),
      states,
    );
    assert.deepEqual(outbox.tally(SLUG, 7), { queued: 1, sending: 0, 'handed-over': 1, bounced: 1, 'given-up': 1 });
    assert.deepEqual(keys(outbox.inState(SLUG, 'bounced', 10)), ['7/diktyo/2']);
    assert.deepEqual(await outbox.claim(instant(8999), 10), []);
    assert.deepEqual(
      (await outbox.claim(put.next, 10)).map(({ attempts }) => attempts),
      [2],
    );
  },

  'changes nothing that is not being sent': async ({ outbox }) => {
    const { key } = await sent(outbox, 1, HANDED);
    await outbox.put([mailing(2)]);
    const over = { kind: 'given-up', answer: 'late', at: NOW } as const;
    await outbox.settle([key, '7/diktyo/2', 'nobody'].map((key) => ({ slug: SLUG, key, attempts: 1, state: over })));
    assert.deepEqual(
      outbox.of(SLUG, 7).map(({ state }) => state.kind),
      ['handed-over', 'queued'],
    );
  },

  'takes an answer for that of its own attempt alone': async ({ outbox }) => {
    await sent(outbox, 1, { kind: 'queued', next: NOW, answer: '451 later' });
    const [again] = await outbox.claim(NOW, 1);
    await outbox.settle([{ slug: SLUG, key: '7/diktyo/1', attempts: 1, state: HANDED }]);
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/1'), again);
    await outbox.settle([{ slug: SLUG, key: '7/diktyo/1', attempts: 2, state: HANDED }]);
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/1')?.state, HANDED);
  },

  'queues again what nobody knows the outcome of': async ({ outbox }) => {
    await sent(outbox, 1, HANDED);
    await outbox.put([mailing(2), mailing(3)]);
    await outbox.claim(NOW, 1);
    assert.equal(await outbox.release(instant(7000)), 1);
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/2'), {
      ...mailing(2),
      attempts: 1,
      state: { kind: 'queued', next: instant(7000), answer: null },
    });
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/1')?.state, HANDED);
  },

  'believes a bounce that comes later, once': async ({ outbox }) => {
    const one = await sent(outbox, 1, HANDED);
    const bounced = { kind: 'bounced', answer: '550 5.1.1', at: instant(8000) } as const;
    assert.deepEqual(await outbox.bounce(one.token, bounced.answer, bounced.at), {
      ...one,
      attempts: 1,
      state: bounced,
    });
    assert.equal(await outbox.bounce(one.token, 'again', instant(9000)), null);
    assert.deepEqual(outbox.get(SLUG, one.key)?.state, bounced);
  },

  'keeps a bounce that comes before the answer is written': async ({ outbox }) => {
    await outbox.put([mailing(1)]);
    await outbox.claim(NOW, 1);
    await outbox.bounce('token-1', '550', NOW);
    await outbox.settle([{ slug: SLUG, key: '7/diktyo/1', attempts: 1, state: HANDED }]);
    assert.equal(outbox.get(SLUG, '7/diktyo/1')?.state.kind, 'bounced');
  },

  'sends again what did not arrive, to another address': async ({ outbox }) => {
    const other = 'anna@example.net' as MailAddress;
    const one = await sent(outbox, 1, { kind: 'bounced', answer: '550', at: NOW });
    assert.ok(await outbox.again(SLUG, one.key, other, instant(9000)));
    assert.deepEqual(outbox.get(SLUG, one.key), {
      ...one,
      address: other,
      queued: instant(9000),
      attempts: 0,
      state: { kind: 'queued', next: instant(9000), answer: null },
    });
    assert.ok(!(await outbox.again(SLUG, one.key, other, instant(9000))), 'it is queued');
    assert.ok(!(await outbox.again(SLUG, 'nobody', other, instant(9000))));
  },

  'shows the last queued first, up to a number': async ({ outbox }) => {
    await outbox.put([1, 2, 3].map((delegate) => mailing(delegate)));
    assert.deepEqual(keys(outbox.inState(SLUG, 'queued', 2)), ['7/diktyo/3', '7/diktyo/2']);
    assert.deepEqual(outbox.inState('forests' as Slug, 'queued', 2), []);
  },

  'forgets where mails to somebody went, and sends none of them again': async ({ outbox }) => {
    const code = {
      key: 'code/1',
      entry: null,
      organisation: null,
      delegate: null,
      data: '123456',
      token: 'code',
    } as const;
    await sent(outbox, 1, HANDED);
    await outbox.put([mailing(5, { address: 'anna1@example.org' as MailAddress })]);
    await sent(outbox, 3, HANDED);
    await outbox.put([mailing(1, code), mailing(1, { key: '8/diktyo/1', entry: 8, token: 'later' })]);
    const anna: Person = {
      slug: SLUG,
      delegate: { organisation: 'diktyo' as OrganisationId, number: 1 },
      addresses: ['ANNA1@example.org '],
    };
    assert.deepEqual(keys(outbox.concerning(anna)), ['7/diktyo/1', 'code/1', '8/diktyo/1']);
    assert.deepEqual(outbox.concerning({ ...anna, slug: 'forests' as Slug }), []);
    await outbox.forget(anna, instant(7000));
    assert.equal(outbox.get(SLUG, 'code/1'), null);
    const given = outbox.get(SLUG, '7/diktyo/1');
    assert.deepEqual([given?.address, given?.data, given?.state], [FORGOTTEN, null, { ...HANDED, answer: '' }]);
    assert.deepEqual(outbox.get(SLUG, '8/diktyo/1')?.state, { kind: 'given-up', answer: '', at: instant(7000) });
    assert.equal(outbox.get(SLUG, '7/diktyo/3')?.address, 'anna3@example.org');
    assert.equal(await outbox.put([mailing(1)]), 0, 'it went out once');
    assert.deepEqual(keys(await outbox.claim(LATE, 10)), [], 'a colleague’s at the same address went');
    assert.equal(outbox.get(SLUG, '7/diktyo/5')?.address, 'anna1@example.org');
    assert.equal(outbox.byToken('token-1')?.key, '7/diktyo/1', 'an answer to it is known still');
  },

  'forgets by itself what was settled long ago, and nothing that waits': async ({ outbox }) => {
    await sent(outbox, 1, HANDED);
    await sent(outbox, 2, { ...HANDED, at: instant(8000) });
    await outbox.put([mailing(3), mailing(4, { key: 'digest/4', entry: null, urgent: true })]);
    await outbox.claim(NOW, 1);
    await outbox.settle([{ slug: SLUG, key: 'digest/4', attempts: 1, state: HANDED }]);
    await outbox.expire(instant(8000), LATE);
    const addresses = ['7/diktyo/1', '7/diktyo/2', '7/diktyo/3'].map((key) => outbox.get(SLUG, key)?.address);
    assert.deepEqual(addresses, [FORGOTTEN, 'anna2@example.org', 'anna3@example.org']);
    assert.equal(outbox.get(SLUG, 'digest/4'), null);
    assert.deepEqual(keys(await outbox.claim(LATE, 10)), ['7/diktyo/3']);
  },

  'lets what a clock that was ahead has dated count from now on': async ({ outbox }) => {
    await sent(outbox, 1, { ...HANDED, at: LATE });
    await outbox.expire(instant(1000), instant(8000));
    assert.deepEqual(outbox.get(SLUG, '7/diktyo/1')?.state, { ...HANDED, at: instant(8000) });
    await outbox.expire(instant(8001), instant(9000));
    assert.equal(outbox.get(SLUG, '7/diktyo/1')?.address, FORGOTTEN);
  },

  'has it all when opened again': async ({ outbox, reopen }) => {
    if (reopen === null) return;
    await sent(outbox, 1, HANDED);
    await outbox.put([mailing(2)]);
    await outbox.claim(NOW, 1);
    const again = reopen();
    assert.deepEqual(again.get(SLUG, '7/diktyo/1')?.state, HANDED);
    assert.deepEqual(again.get(SLUG, '7/diktyo/2')?.state, { kind: 'sending', since: NOW });
  },
};
