import { printedAs } from '../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { START, refusal } from '../../test/kit/rivers.ts';
import { type FaultyStore, createFaultyStore } from '../../test/kit/faulty-store.ts';
import { CHARTER, accepted, newPen, newSpeaker, write } from '../../test/kit/small-conference.ts';
import type { Bytes } from '../base/bytes.ts';
import type { Country, OrganisationId, Slug } from '../base/ids.ts';
import { createManualClock } from './clock.ts';
import { type HostKey, generateHostKey } from './host-key.ts';
import { createHost } from './host.ts';
import type { FoundingRight, Host } from './types.ts';

let store: FaultyStore;
let host: Host;
let hostKey: HostKey;
beforeEach(async () => {
  store = createFaultyStore();
  hostKey = generateHostKey();
  host = await started();
});

const started = (): Promise<Host> =>
  createHost({ store, hostKey, clock: createManualClock(START), origin: 'http://localhost', onFault: () => undefined });

const [LAKES, SEAS] = ['lakes' as Slug, 'seas' as Slug];

const founding = (): Bytes => {
  const first = newSpeaker('one');
  const link = newPen();
  const profile = { country: 'MK' as Country, about: null, website: null };
  const founders = [
    { id: first.organisation, printed: printedAs('One'), ...profile, invitation: null },
    { id: 'two' as OrganisationId, printed: printedAs('Two'), ...profile, invitation: link.publicKey },
  ];
  const body = { charter: CHARTER, host: host.publicKey, founders, meeting: null, delegate: null } as const;
  const own = { key: first.pen.publicKey, use: 'ssh' } as const;
  const pens = [first.pen, link];
  return write(first, { conference: '', made: START }, 'conference.found', { ...body, ...own }, { pens }).envelope;
};

/** A right that says what became of it. */
const oneRight = (): FoundingRight & { readonly spent: () => boolean } => {
  let open = true;
  const spend = (): boolean => {
    const was = open;
    open = false;
    return was;
  };
  return { isOpen: () => open, spend, spent: () => !open };
};

const slugs = () => host.conferences().map(({ slug }) => slug);

describe('the right to found', () => {
  it('founds one conference, however many come with it at once', async () => {
    const right = oneRight();
    const outcomes = await Promise.all([
      host.found(LAKES, founding(), right),
      host.found(SEAS, founding(), right),
      host.found('deltas' as Slug, founding(), right),
    ]);
    assert.deepEqual(
      outcomes.map(({ ok }) => ok),
      [true, false, false],
    );
    assert.deepEqual(outcomes.slice(1).map(refusal), ['founding-token', 'founding-token']);
    assert.deepEqual(await store.conferences(), [LAKES]);
  });

  it('is not spent by what is refused', async () => {
    const right = oneRight();
    accepted(await host.found(LAKES, founding()));
    const act = JSON.parse(new TextDecoder().decode(founding())) as { act: { body: { host: string } } };
    assert.equal(refusal(await host.found(LAKES, founding(), right)), 'taken');
    assert.equal(refusal(await host.found(SEAS, new Uint8Array(), right)), 'malformed');
    const unsigned = new TextEncoder().encode(JSON.stringify({ ...act, signatures: [] }));
    assert.equal(refusal(await host.found(SEAS, unsigned, right)), 'bad-field');
    assert.equal(right.spent(), false);
    accepted(await host.found(SEAS, founding(), right));
    assert.equal(right.spent(), true);
  });

  it('is spent before anything is written, and stays so where that fails', async () => {
    const right = oneRight();
    const release = store.hold();
    const first = host.found(LAKES, founding(), right);
    store.fail = 'before-writing';
    release();
    await assert.rejects(first);
    store.fail = 'never';
    assert.equal(right.spent(), true);
    assert.equal(refusal(await host.found(LAKES, founding(), right)), 'founding-token');
    accepted(await host.found(LAKES, founding(), oneRight()));
  });
});

describe('one founding act', () => {
  it('sent twice at once founds one conference, and both senders hear so', async () => {
    const right = oneRight();
    const envelope = founding();
    const outcomes = await Promise.all([host.found(LAKES, envelope, right), host.found(LAKES, envelope, right)]);
    const [first, second] = outcomes.map(accepted);
    assert.deepEqual(second, { ...first, replayed: true });
    assert.deepEqual(slugs(), [LAKES]);
  });

  it('founds one conference, whatever rights and addresses it comes with', async () => {
    const envelope = founding();
    const [one, other] = [oneRight(), oneRight()];
    const outcomes = await Promise.all([host.found(LAKES, envelope, one), host.found(SEAS, envelope, other)]);
    accepted(outcomes[0]);
    assert.equal(refusal(outcomes[1]), 'already-founded');
    assert.deepEqual([slugs(), await store.conferences(), other.spent()], [[LAKES], [LAKES], false]);
  });

  it('is told once it is there by a host that never heard of its writing', async () => {
    const right = oneRight();
    const envelope = founding();
    store.fail = 'after-writing';
    await assert.rejects(host.found(LAKES, envelope, right));
    store.fail = 'never';
    assert.equal(accepted(await host.found(LAKES, envelope, right)).replayed, true);
    assert.deepEqual(slugs(), [LAKES]);
  });
});
