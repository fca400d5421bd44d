import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language, Slug } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { founded } from '../src/charter/spec/acts.ts';
import { SILENCE, decided, put, write } from '../src/charter/spec/publications.ts';
import { all, wait } from '../src/charter/spec/spec.ts';
import { createWorld } from '../src/charter/spec/world.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Mailing } from '../src/conference/post/outbox.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemorySubscriptions } from '../src/store/memory/subscriptions.ts';
import { createMailings } from '../src/post/mail/mailings.ts';
import { createTokens } from '../src/post/mail/token.ts';
import { createDistribution } from '../src/post/subscribed/distribution.ts';
import { createSubscriptionLinks } from '../src/post/subscribed/links.ts';

const SLUG = 'rivers' as Slug;
const KEY = new Uint8Array(32).fill(3);
const READERS = 450;

/** Two issues are out, and readers who have had none of them; `breaks` says when a step fails. */
const scene = () => {
  const world = createWorld();
  const issue = (n: number) => all(write('bor'), put('ada', [['article', n]]), wait(SILENCE));
  assert.equal(all(founded(3), decided('ada'), issue(1), issue(2))(world), null);
  const subscriptions = createMemorySubscriptions();
  for (let i = 0; i < READERS; i += 1)
    subscriptions.put({
      slug: SLUG,
      periodical: 1,
      address: `reader-${i}@example.org` as MailAddress,
      language: 'en' as Language,
      since: instant(1),
      upTo: i % 2,
      bounced: 0,
    });
  const outbox = createMemoryOutbox();
  const faults: unknown[] = [];
  const conference = { slug: SLUG, state: () => world.state } as never;
  const links = createSubscriptionLinks(KEY);
  const started = (send: (mailings: readonly Mailing[]) => Promise<number> = outbox.put) =>
    createDistribution({
      host: { conferences: () => [conference], conference: () => conference },
      subscriptions,
      outbox,
      send,
      mailings: createMailings(
        KEY,
        createTokens(KEY, () => []),
        'post.example.org',
      ),
      links,
      key: KEY,
      clock: { now: () => world.now },
      origin: 'https://conference.example',
      onFault: (fault) => faults.push(fault),
    });
  const waiting = () => outbox.inState(SLUG, 'queued', 10_000);
  return { subscriptions, outbox, started, waiting, faults, links };
};

describe('the issues of a periodical', () => {
  it('are queued once for each who has not had them, however often a round is made', async () => {
    const { started, waiting } = scene();
    const distribution = started();
    assert.equal(await distribution.round(), null);
    await distribution.round();
    assert.equal(waiting().length, READERS * 1.5);
    assert.equal(new Set(waiting().map(({ key }) => key)).size, READERS * 1.5);
  });

  it('are queued once where a round broke off after what it wrote, and before it could note so', async () => {
    const { started, waiting, outbox, subscriptions, faults } = scene();
    for (const at of [0, 1, 0]) {
      let sends = 0;
      const broken = started(async (mailings) => {
        await outbox.put(mailings);
        if (sends++ === at) throw new Error('the power went');
        return mailings.length;
      });
      assert.notEqual(await broken.round(), null, 'it is tried again');
    }
    assert.equal(faults.length, 3);
    await started().round();
    assert.equal(waiting().length, READERS * 1.5);
    assert.deepEqual(subscriptions.behind(SLUG, 1, 2, 1), []);
  });

  it('are not sent to whoever has ended it after they were queued, nor to whom three have come back', async () => {
    const { started, waiting, subscriptions } = scene();
    const distribution = started();
    await distribution.round();
    const [first, second] = waiting();
    assert.ok(first !== undefined && second !== undefined);
    assert.match(distribution.mail(first)?.subject ?? '', /^Rivers, No\. [12]$/u);
    subscriptions.remove({ slug: SLUG, periodical: 1, address: first.address });
    assert.equal(distribution.mail(first), null);
    const bounced = { slug: SLUG, key: second.key, state: { kind: 'bounced', answer: '550', at: instant(2) } } as const;
    for (let i = 0; i < 3; i += 1) distribution.settled([bounced]);
    assert.equal(distribution.mail(second), null);
  });
});

describe('the link in a mail', () => {
  it('says what it said, and nothing once it was altered', () => {
    const { links } = scene();
    const link = {
      kind: 'begin',
      slug: SLUG,
      periodical: 3,
      address: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.org` as MailAddress,
      language: 'sr-Latn' as Language,
      until: instant(9),
    } as const;
    const token = links.of(link);
    assert.deepEqual(links.read(token), link);
    for (let i = 0; i < token.length; i += 1)
      assert.equal(
        links.read(`${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`),
        null,
        `${i}`,
      );
    for (const wrong of ['', 'a', token.slice(0, -1), `${token}A`, token.repeat(9), '%00'])
      assert.equal(links.read(wrong), null, wrong);
    assert.equal(createSubscriptionLinks(new Uint8Array(32).fill(4)).read(token), null);
  });
});
