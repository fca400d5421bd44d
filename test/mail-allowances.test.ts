import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId, Slug } from '../src/base/ids.ts';
import { DAY, after, instant } from '../src/base/time.ts';
import { createManualClock } from '../src/conference/clock.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { createMemoryLedger } from '../src/store/memory/ledger.ts';
import { type Allowances, DAILY, createAllowances } from '../src/post/allowances.ts';

const asked = (organisation: string, address = `${organisation}@example.org`, slug = 'rivers') => ({
  slug: slug as Slug,
  organisation: organisation as OrganisationId,
  address: address as MailAddress,
});

const started = () => {
  const clock = createManualClock(instant(10 * DAY));
  const isMember = (_slug: Slug, organisation: OrganisationId): boolean => organisation.startsWith('member');
  return { clock, ...createAllowances({ ledger: createMemoryLedger(), key: new Uint8Array(32), clock, isMember }) };
};

const count = (code: Allowances['code'], many: readonly ReturnType<typeof asked>[]): number =>
  many.filter((one) => code(one)).length;
const fifty = (make: (i: number) => ReturnType<typeof asked>) => Array.from({ length: 50 }, (_, i) => make(i));

test('codes go to one address a few times a day, whoever asks, and however it is spelled', () => {
  const { code, clock } = started();
  const { members, strangers } = DAILY.codes;
  const spelled = (i: number): string => `Victim${i % 2 === 0 ? '' : `+${i}`}@example.org`;
  assert.equal(
    count(
      code,
      fifty((i) => asked(`stranger-${i}`, spelled(i))),
    ),
    strangers.address,
  );
  assert.equal(
    count(
      code,
      fifty((i) => asked(`member-${i}`, spelled(i))),
    ),
    members.address,
    'strangers use up nothing of members',
  );
  clock.set(after(clock.now(), DAY));
  assert.ok(code(asked('stranger-1', spelled(0))));
});

test('strangers have a share of their own, by organisation, conference and node', () => {
  const { code } = started();
  const { strangers } = DAILY.codes;
  assert.equal(
    count(
      code,
      fifty((i) => asked('stranger', `a${i}@example.org`)),
    ),
    strangers.organisation,
  );
  assert.equal(
    count(
      code,
      fifty((i) => asked(`stranger-${i}`)),
    ),
    strangers.conference - strangers.organisation,
  );
  const elsewhere = Array.from({ length: 10 }, (_, c) =>
    fifty((i) => asked(`stranger-${i}`, `${c}-${i}@example.org`, `c${c}`)),
  );
  assert.equal(count(code, elsewhere.flat()), strangers.node - strangers.conference);
  assert.equal(
    count(
      code,
      fifty((i) => asked(`member-${i}`)),
    ),
    50,
  );
});

test('an address is answered, and an organisation spoken for without proof, so many times a day', () => {
  const { answer, unproven } = started();
  const times = (done: () => boolean): number => Array.from({ length: 50 }, done).filter(Boolean).length;
  assert.equal(
    times(() => answer('anna@example.org' as MailAddress)),
    DAILY.answers.address,
  );
  assert.equal(
    times(() => unproven('rivers' as Slug, 'reki' as OrganisationId)),
    DAILY.unproven.organisation,
  );
  assert.ok(answer('ivan@example.org' as MailAddress) && unproven('rivers' as Slug, 'diktyo' as OrganisationId));
});
