import assert from 'node:assert/strict';
import type { Language, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { type Subscription, type Subscriptions, bounce } from '../../conference/post/subscriptions.ts';

/** Fresh subscriptions, and the way to them after their process has ended; `null` where nothing outlives it. */
export interface SubscriptionsUnderTest {
  readonly subscriptions: Subscriptions;
  readonly reopen: (() => Subscriptions) | null;
}

const SLUG = 'rivers' as Slug;

const subscription = (name: string, more: Partial<Subscription> = {}): Subscription => ({
  slug: SLUG,
  periodical: 1,
  address: `${name}@example.org` as MailAddress,
  language: 'el' as Language,
  since: instant(5),
  upTo: 0,
  bounced: 0,
  ...more,
});

const addresses = (list: readonly Subscription[]): readonly string[] =>
  list.map(({ address, periodical }) => `${address.split('@')[0]}/${periodical}`);

/** What every keeper of subscriptions must do, by name. */
export const SUBSCRIPTIONS_CONTRACT: Readonly<Record<string, (under: SubscriptionsUnderTest) => void>> = {
  'has nothing at first': ({ subscriptions }) => {
    const none = subscription('anna');
    subscriptions.remove(none);
    subscriptions.told([none], 3);
    assert.equal(subscriptions.get(none), null);
    assert.deepEqual([subscriptions.behind(SLUG, 1, 9, 10), subscriptions.count(SLUG)], [[], 0]);
  },

  'keeps one for each address and periodical, however the address is spelled': ({ subscriptions }) => {
    const anna = subscription('anna');
    subscriptions.put(anna);
    assert.deepEqual(subscriptions.get(anna), anna);
    const again = subscription('Anna', { language: 'en' as Language, upTo: 2 });
    subscriptions.put(again);
    subscriptions.put(subscription('anna', { periodical: 2 }));
    subscriptions.put(subscription('anna', { slug: 'forests' as Slug }));
    assert.deepEqual(subscriptions.get(anna), again);
    assert.equal(subscriptions.count(SLUG), 2);
    assert.deepEqual(addresses(subscriptions.byAddress(SLUG, 'ANNA@example.org')), ['Anna/1', 'anna/2']);
  },

  'names those who are behind, so many at a time, until they were told': ({ subscriptions }) => {
    for (const name of ['a', 'b', 'c']) subscriptions.put(subscription(name));
    subscriptions.put(subscription('d', { upTo: 1 }));
    subscriptions.put(subscription('e', { periodical: 2 }));
    const first = subscriptions.behind(SLUG, 1, 1, 2);
    assert.deepEqual(addresses(first), ['a/1', 'b/1']);
    subscriptions.told(first, 1);
    assert.deepEqual(addresses(subscriptions.behind(SLUG, 1, 1, 2)), ['c/1']);
    subscriptions.told(first, 0);
    assert.deepEqual(addresses(subscriptions.behind(SLUG, 1, 1, 2)), ['c/1'], 'nobody is told a second time');
    assert.deepEqual(addresses(subscriptions.behind(SLUG, 1, 2, 9)), ['c/1', 'a/1', 'b/1', 'd/1']);
  },

  'ends one that was ended, and one whose mail came back three times': ({ subscriptions }) => {
    const [a, b] = [subscription('a'), subscription('b')];
    subscriptions.put(a);
    subscriptions.put(b);
    subscriptions.remove({ ...a, address: 'A@example.org' as MailAddress });
    assert.deepEqual(addresses(subscriptions.byAddress(SLUG, a.address)), []);
    bounce(subscriptions, b);
    bounce(subscriptions, b);
    assert.equal(subscriptions.get(b)?.bounced, 2);
    bounce(subscriptions, b);
    bounce(subscriptions, b);
    assert.equal(subscriptions.get(b), null);
  },

  'has it all when opened again': ({ subscriptions, reopen }) => {
    if (reopen === null) return;
    const anna = subscription('anna', { upTo: 4, bounced: 1 });
    subscriptions.put(anna);
    subscriptions.put(subscription('ivan'));
    subscriptions.remove(subscription('ivan'));
    const again = reopen();
    assert.deepEqual([again.get(anna), again.count(SLUG)], [anna, 1]);
  },
};
