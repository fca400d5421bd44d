import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Language, OrganisationId } from '../src/base/ids.ts';
import { utf8 } from '../src/base/bytes.ts';
import { DAY, HOUR, MINUTE, SECOND, after } from '../src/base/time.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Contacts } from '../src/conference/post/contacts.ts';
import type { Outbox, OutboxState } from '../src/conference/post/outbox.ts';
import type { Conference } from '../src/conference/types.ts';
import { reachedAt } from '../src/post/entitled.ts';
import { type Postmaster, createPostmaster } from '../src/post/postmaster.ts';
import { attach } from '../src/record/envelope.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { testMailings } from './kit/mail.ts';
import { type Rivers, SLUG, START, startRivers, turns } from './kit/rivers.ts';
import { accepted, write } from './kit/small-conference.ts';

let rivers: Rivers;
let outbox: Outbox;
let contacts: Contacts;
let postmaster: Postmaster;

const id = (name: string): OrganisationId => name as OrganisationId;

const reach = (organisation: string, delegate: number, address = `${organisation}${delegate}@example.org`): void =>
  contacts.put({
    slug: SLUG,
    organisation: id(organisation),
    delegate,
    address: address as MailAddress,
    confirmation: { kind: 'confirmed', at: START },
    language: 'en' as Language,
    zone: 'UTC',
    digest: 'never',
    lastDigest: null,
    bulletins: true,
    push: null,
  });

const unexpected = (fault: unknown): void => {
  throw fault;
};

const open = (conference: Conference, { since = START, onFault = unexpected } = {}): Postmaster => {
  const made = createPostmaster({
    outbox,
    contacts,
    clock: rivers.clock,
    send: (mailings) => outbox.put(mailings),
    mailing: testMailings().of,
    since,
    onFault,
  });
  made.watch(conference);
  return made;
};

const circular = async (): Promise<void> => {
  const words = attach(utf8('We meet in Ohrid.'));
  const body = {
    kind: 'circular',
    subject: 'The next assembly',
    language: 'en' as Language,
    answers: null,
    words: words.hash,
    files: [],
    correspondent: null,
    list: { kind: 'participants' },
  } as const;
  const { envelope } = write(rivers.who(0), rivers.head(), 'letter.send', body, { attachments: [words] });
  accepted(await rivers.conference.submit(envelope));
};

const answer = async (key: string, state: Extract<OutboxState, { readonly kind: 'handed-over' | 'bounced' }>) => {
  await outbox.claim(rivers.clock.now(), 100);
  const attempts = outbox.get(SLUG, key)?.attempts ?? assert.fail(key);
  await outbox.settle([{ slug: SLUG, key, attempts, state }]);
};

const taken = { kind: 'handed-over', answer: '250 2.0.0 Ok', at: START } as const;
const refused = { kind: 'bounced', answer: '550 5.1.1 No such user', at: START } as const;

const mailOf = (conference: Conference, organisation: string) =>
  conference.state().circulations[0]?.recipients.get(id(organisation))?.mail;

beforeEach(async () => {
  rivers = await startRivers();
  outbox = createMemoryOutbox();
  contacts = createMemoryContacts();
  reach('beta', 0);
  reach('beta', 1);
  postmaster = open(rivers.conference);
});

describe('a circular', () => {
  it('is queued once for each address of everyone entitled, and who has none is said on the record', async () => {
    await circular();
    await postmaster.idle();
    assert.deepEqual(
      outbox.of(SLUG, 1).map(({ key }) => key),
      ['1/beta/0', '1/beta/1'],
    );
    assert.equal(mailOf(rivers.conference, 'gama')?.result, 'no-address');
    assert.equal(mailOf(rivers.conference, 'beta'), null);
  });

  it('goes to no address that is unconfirmed, and to no delegate who was recalled', async () => {
    reach('gama', 1);
    const [contact] = contacts.of(SLUG, id('gama'));
    assert.ok(contact !== undefined);
    contacts.put({ ...contact, confirmation: { kind: 'unconfirmed' } });
    await circular();
    await postmaster.idle();
    assert.equal(mailOf(rivers.conference, 'gama')?.result, 'no-address');
  });

  it('goes to nobody, and lacks no address, where the organisation has left before it goes', async () => {
    await postmaster.close();
    await circular();
    accepted(await rivers.submit(rivers.who(1), 'participation.leave', { reason: null }));
    postmaster = open(rivers.conference);
    await postmaster.idle();
    assert.deepEqual(outbox.of(SLUG, 1), []);
    assert.equal(mailOf(rivers.conference, 'beta'), null);
    assert.equal(mailOf(rivers.conference, 'gama')?.result, 'no-address');
    assert.deepEqual(reachedAt(contacts, rivers.conference.state(), SLUG, id('beta')), [], 'nor what is queued');
  });

  it('is handed over when one delegate’s server has taken it, and bounced when all have refused it', async () => {
    await circular();
    await postmaster.idle();
    await answer('1/beta/0', refused);
    postmaster.settled([{ slug: SLUG, key: '1/beta/0', state: refused }]);
    rivers.clock.set(after(START, 2 * SECOND));
    await postmaster.idle();
    assert.equal(mailOf(rivers.conference, 'beta'), null);
    await answer('1/beta/1', taken);
    postmaster.settled([{ slug: SLUG, key: '1/beta/1', state: taken }]);
    rivers.clock.set(after(START, 4 * SECOND));
    await postmaster.idle();
    assert.deepEqual(
      [mailOf(rivers.conference, 'beta')?.result, mailOf(rivers.conference, 'beta')?.code],
      ['handed-over', 250],
    );
  });

  it('whose report of failure comes back later has bounced', async () => {
    await circular();
    await postmaster.idle();
    for (const key of ['1/beta/0', '1/beta/1']) await answer(key, taken);
    postmaster.settled([{ slug: SLUG, key: '1/beta/1', state: taken }]);
    await postmaster.idle();
    for (const { token } of outbox.of(SLUG, 1)) await outbox.bounce(token, '5.1.1 550 gone', START);
    postmaster.settled([{ slug: SLUG, key: '1/beta/1', state: refused }]);
    await postmaster.idle();
    assert.equal(mailOf(rivers.conference, 'beta')?.result, 'bounced');
  });
});

describe('a restart', () => {
  it('queues what was not queued, and reports what was not reported, each once', async () => {
    await postmaster.close();
    await circular();
    const again = await rivers.restarted(after(START, HOUR));
    postmaster = open(again);
    await postmaster.idle();
    assert.equal(outbox.of(SLUG, 1).length, 2);
    await postmaster.close();
    for (const key of ['1/beta/0', '1/beta/1']) await answer(key, taken);
    postmaster = open(again);
    await postmaster.idle();
    assert.equal(mailOf(again, 'beta')?.result, 'handed-over');
    const { size } = again.state();
    await postmaster.close();
    postmaster = open(again);
    await postmaster.idle();
    assert.equal(again.state().size, size);
    assert.equal(outbox.of(SLUG, 1).length, 2);
  });

  it('with a post for the first time mails nothing that was circulated before', async () => {
    await postmaster.close();
    await circular();
    postmaster = open(rivers.conference, { since: after(START, DAY) });
    await postmaster.idle();
    assert.deepEqual(outbox.of(SLUG, 1), []);
    assert.equal(mailOf(rivers.conference, 'gama'), null);
  });
});

describe('a new address', () => {
  it('is sent what did not reach the organisation', async () => {
    await circular();
    await postmaster.idle();
    for (const key of ['1/beta/0', '1/beta/1']) {
      await answer(key, refused);
      postmaster.settled([{ slug: SLUG, key, state: refused }]);
    }
    await postmaster.idle();
    assert.equal(mailOf(rivers.conference, 'beta')?.result, 'bounced');
    reach('beta', 1, 'new@example.org');
    reach('gama', 1);
    postmaster.readdressed(SLUG, id('beta'));
    postmaster.readdressed(SLUG, id('gama'));
    await postmaster.idle();
    const queued = outbox.of(SLUG, 1).filter(({ state }) => state.kind === 'queued');
    assert.deepEqual(queued.map(({ address }) => address).toSorted(), ['gama1@example.org', 'new@example.org']);
  });
});

describe('a store that refuses', () => {
  /** What the postmaster asks of its stores that fails: the `nth` time, or until it is mended. */
  const refusing = (refuse: (write: string) => boolean): Outbox => {
    const memory = outbox;
    const attempted = <T>(write: string, work: () => T): T => {
      if (refuse(write)) throw new Error('disk full');
      return work();
    };
    outbox = {
      ...memory,
      put: async (...given) => attempted('put', () => memory.put(...given)),
      of: (...given) => attempted('of', () => memory.of(...given)),
      tally: (...given) => attempted('tally', () => memory.tally(...given)),
    };
    return memory;
  };

  beforeEach(() => postmaster.close());

  /** Lets time pass until nothing more is tried again. */
  const settledDown = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) {
      await turns();
      rivers.clock.set(after(rivers.clock.now(), MINUTE));
    }
    await postmaster.idle();
  };

  /** A circular is sent while this fails for the `nth` time, and reported; each is done once. */
  const survives = async (write: string, nth: number): Promise<void> => {
    rivers = await startRivers();
    outbox = createMemoryOutbox();
    const faults: unknown[] = [];
    const counts = { asked: 0 };
    const memory = refusing((name) => name === write && ++counts.asked === nth);
    postmaster = open(rivers.conference, { onFault: (fault) => faults.push(fault) });
    await circular();
    if (write === 'record') rivers.store.fail = nth === 1 ? 'before-writing' : 'after-writing';
    await turns();
    rivers.store.fail = 'never';
    await settledDown();
    assert.equal(memory.of(SLUG, 1).length, 2, `${nth}`);
    for (const key of ['1/beta/0', '1/beta/1']) await answer(key, taken);
    postmaster.settled([{ slug: SLUG, key: '1/beta/0', state: taken }]);
    await settledDown();
    assert.equal(mailOf(rivers.conference, 'gama')?.result, 'no-address', `${nth}`);
    assert.equal(mailOf(rivers.conference, 'beta')?.result, 'handed-over', `${nth}`);
    const { size } = rivers.conference.state();
    const said = (await rivers.conference.entries(0, size)).filter(({ act }) => act.kind === 'host.delivered');
    assert.equal(said.length, 2, `${nth}`);
    assert.ok(faults.length <= 1);
    await postmaster.close();
  };

  for (const write of ['put', 'of', 'tally', 'record'])
    it(`once, at any ${write}: a circular is queued and reported all the same, once`, async () => {
      for (let nth = 1; nth <= 3; nth++) await survives(write, nth);
    });

  it('for long: nothing is skipped, and it says since when', async () => {
    let full = true;
    refusing((name) => full && name === 'put');
    postmaster = open(rivers.conference, { onFault: () => undefined });
    await circular();
    await turns();
    assert.equal(postmaster.unwritten(SLUG), START);
    for (let i = 0; i < 5; i++) {
      rivers.clock.set(after(rivers.clock.now(), HOUR));
      await turns();
    }
    await circular();
    full = false;
    await settledDown();
    assert.equal(postmaster.unwritten(SLUG), null);
    assert.deepEqual([outbox.of(SLUG, 1).length, outbox.of(SLUG, 2).length], [2, 2]);
  });

  it('to the end keeps nobody from closing', async () => {
    refusing((name) => name === 'put');
    postmaster = open(rivers.conference, { onFault: () => undefined });
    await circular();
    await turns();
    await postmaster.close();
  });
});
