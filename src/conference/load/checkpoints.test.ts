import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { type Rivers, SLUG, START, rejection, startRivers, turns } from '../../../test/kit/rivers.ts';
import { accepted, someText, write } from '../../../test/kit/small-conference.ts';
import { utf8 } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import type { Hash } from '../../base/sha256.ts';
import { HOUR, after } from '../../base/time.ts';
import { readCheckpoint } from '../../record/checkpoint.ts';
import { SigningStopped } from './checkpoints.ts';
import { createManualClock } from '../clock.ts';
import { createHost } from '../host.ts';
import type { Store } from '../ports.ts';
import type { Conference } from '../types.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

const sizeOf = async (conference: Conference): Promise<number> => {
  const read = readCheckpoint(utf8(await conference.checkpoint()));
  assert.ok(read.ok);
  return read.value.size;
};

/** The conference as a host opens it that has these records and this note of what it signed. */
const openedWith = async (records: Store, noted: Pick<Store, 'lastSigned' | 'noteSigned'>) => {
  const faults: unknown[] = [];
  const { lastSigned, noteSigned } = noted;
  const host = await createHost({
    store: { ...records, lastSigned, noteSigned },
    hostKey: rivers.hostKey,
    clock: createManualClock(after(START, HOUR)),
    origin: 'http://localhost',
    onFault: (fault) => faults.push(fault),
  });
  const conference = host.conference(SLUG);
  assert.ok(conference !== null);
  return { conference, faults };
};

/** The records up to a size, as an old copy has them. */
const copyOf = async (size: number): Promise<Store> => {
  const copy = createFaultyStore();
  const entries = await rivers.store.read(SLUG, 0, size);
  await copy.begin(
    SLUG,
    rivers.id,
    entries.map((entry) => ({ entry, attachments: [], erases: [] })),
  );
  return copy;
};

const STOPPED = { kind: 'signing-stopped' };

describe('a checkpoint', () => {
  it('is signed once its root is noted durably, and not before', async () => {
    const { conference, store } = rivers;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { noteSigned } = store;
    Object.assign(store, {
      noteSigned: async (...given: Parameters<Store['noteSigned']>) => {
        await promise;
        return noteSigned(...given);
      },
    });
    let signed = false;
    const checkpoint = conference.checkpoint().finally(() => (signed = true));
    await turns();
    assert.equal(signed, false);
    resolve(undefined);
    await checkpoint;
    const { size } = conference.state();
    assert.deepEqual(await store.lastSigned(SLUG), { size, root: conference.root(size) });
  });

  it('is noted once for each size that somebody asks for', async () => {
    const { conference, store, table } = rivers;
    const sizes: number[] = [];
    const { noteSigned } = store;
    const counted: Store['noteSigned'] = (slug, signed) => {
      sizes.push(signed.size);
      return noteSigned(slug, signed);
    };
    Object.assign(store, { noteSigned: counted });
    const { size } = conference.state();
    await Promise.all([conference.checkpoint(), conference.checkpoint()]);
    for (let i = 0; i < 3; i++) accepted(await table());
    await Promise.all([conference.checkpoint(), conference.checkpoint()]);
    assert.deepEqual(sizes, [size, size + 3]);
  });

  it('that could not be noted is not signed, and is tried again', async () => {
    const { conference, store } = rivers;
    const { noteSigned } = store;
    Object.assign(store, { noteSigned: () => Promise.reject(new Error('disk full')) });
    await assert.rejects(conference.checkpoint(), /disk full/u);
    Object.assign(store, { noteSigned });
    assert.equal(await sizeOf(conference), conference.state().size);
  });

  it('noted before a crash is the same after it', async () => {
    const { conference, store, restarted } = rivers;
    const { size } = conference.state();
    await store.noteSigned(SLUG, { size, root: conference.root(size) });
    assert.equal(await sizeOf(await restarted()), size);
  });
});

describe('a record that is not the one that was signed', () => {
  it('for being shorter is neither signed nor carried on', async () => {
    const { conference, table, store, who, head } = rivers;
    const old = await copyOf(conference.state().size);
    accepted(await table());
    await conference.checkpoint();
    const { conference: back, faults } = await openedWith(old, store);
    assert.ok(faults[0] instanceof SigningStopped);
    assert.match(
      faults[0].message,
      /“rivers”.*has signed 7 entries with the root \S+, and the record here has 6 entries/u,
    );
    await assert.rejects(back.checkpoint(), SigningStopped);
    const { envelope } = write(who(0), head(), 'text.table', someText());
    assert.deepEqual(rejection(await back.submit(envelope)), STOPPED);
    assert.deepEqual(
      rejection(await back.attest('host.opened', { organisation: who(0).organisation, circulations: [1] })),
      STOPPED,
    );
  });

  it('for having gone on otherwise is neither, however long it has grown', async () => {
    const { conference, table, store } = rivers;
    const old = await copyOf(conference.state().size);
    accepted(await table());
    await conference.checkpoint();
    // Without the note nothing can be known, and the record goes on.
    const { conference: forked } = await openedWith(old, emptyNote());
    for (let i = 0; i < 3; i++)
      accepted(
        await forked.submit(
          write(rivers.who(0), { ...rivers.head(), made: after(START, HOUR) }, 'text.table', someText()).envelope,
        ),
      );
    const { conference: back, faults } = await openedWith(old, store);
    assert.match(String(faults[0]), /has the root \S+ there/u);
    await assert.rejects(back.checkpoint(), SigningStopped);
  });

  it('is found out when another process has noted another root meanwhile', async () => {
    const { conference, store, table, who, head } = rivers;
    accepted(await table());
    const { size } = conference.state();
    await store.noteSigned(SLUG, { size, root: new Uint8Array(32) as Hash });
    await assert.rejects(conference.checkpoint(), SigningStopped);
    await assert.rejects(conference.checkpoint(), SigningStopped);
    const { envelope } = write(who(0), head(), 'text.table', someText());
    assert.deepEqual(rejection(await conference.submit(envelope)), STOPPED);
  });

  it('is found out when its founding act comes again to a host that has lost the record', async () => {
    const { conference, store } = rivers;
    await conference.checkpoint();
    const [entry] = await conference.entries(0, 1);
    assert.ok(entry !== undefined);
    const envelope = utf8(
      JSON.stringify({ act: entry.act, signatures: entry.signatures.map((one) => one.toBase64()) }),
    );
    const empty = createFaultyStore();
    const { lastSigned, noteSigned } = store;
    const host = await createHost({
      // The note hangs on the conference and not on the slug.
      store: { ...empty, lastSigned: () => lastSigned(SLUG), noteSigned: (_slug, signed) => noteSigned(SLUG, signed) },
      hostKey: rivers.hostKey,
      clock: createManualClock(after(START, HOUR)),
      origin: 'http://localhost',
    });
    accepted(await host.found('again' as Slug, envelope));
    await assert.rejects(host.conference('again' as Slug)?.checkpoint() ?? assert.fail(), SigningStopped);
  });

  it('can be read on', async () => {
    const { conference, table, store } = rivers;
    const old = await copyOf(conference.state().size);
    accepted(await table());
    await conference.checkpoint();
    const { conference: back } = await openedWith(old, store);
    assert.equal((await back.entries(0, Infinity)).length, back.state().size);
  });
});

/** A note that was lost together with the records. */
const emptyNote = (): Pick<Store, 'lastSigned' | 'noteSigned'> => ({
  lastSigned: async () => null,
  noteSigned: async (_slug, { root }) => root,
});
