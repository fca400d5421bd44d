import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, SLUG, refusal, rejection, startRivers, turns } from '../../test/kit/rivers.ts';
import { accepted, smallConference, someText, write } from '../../test/kit/small-conference.ts';
import { utf8 } from '../base/bytes.ts';
import { originOf, verifyCheckpoint } from '../record/checkpoint.ts';
import { verifyInclusion } from '../record/proofs.ts';
import { leafHash } from '../record/tree.ts';
import type { Language } from '../base/ids.ts';
import { attach } from '../record/envelope.ts';
import { generateHostKey } from './host-key.ts';
import { createHost } from './host.ts';
import type { Happened } from './types.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

const listen = (): Happened[] => {
  const told: Happened[] = [];
  rivers.conference.subscribe((happened) => told.push(happened));
  return told;
};

describe('one act', () => {
  it('is settled, provable and told once it is durable', async () => {
    const { conference, table, hostKey, id } = rivers;
    const told = listen();
    const { size } = conference.state();
    const receipt = accepted(await table());
    assert.equal(receipt.index, size);
    assert.equal(conference.state().texts.length, 1);
    assert.deepEqual(
      told.map((happened) => [happened.size, happened.entries.map(({ index }) => index)]),
      [[size + 1, [size]]],
    );
    const entry = await conference.entry(receipt.index);
    assert.equal(entry?.hash, receipt.hash);
    const root = conference.root(size + 1);
    const proof = conference.inclusionProof(size, size + 1);
    const leaf = leafHash(entry?.bytes ?? new Uint8Array());
    assert.ok(verifyInclusion({ index: size, size: size + 1, leaf, root, proof }));
    const note = utf8(await conference.checkpoint());
    const checked = await verifyCheckpoint(note, { origin: originOf(id), hostKey: hostKey.publicKey });
    assert.deepEqual(checked.ok && [checked.value.size, checked.value.root], [size + 1, root]);
  });

  it('changes nothing and tells nobody before it is durable', async () => {
    const { conference, store, table } = rivers;
    const release = store.hold();
    const told = listen();
    const { size } = conference.state();
    const submitted = table();
    await turns();
    assert.equal(conference.state().size, size);
    assert.equal(await conference.entry(size), null);
    assert.equal(told.length, 0);
    release();
    accepted(await submitted);
    assert.equal(told.length, 1);
  });

  it('shares one append with all that came meanwhile', async () => {
    const { store, table } = rivers;
    const release = store.hold();
    store.appends.length = 0;
    const submitted = Array.from({ length: 10 }, table);
    await turns();
    release();
    for (const result of await Promise.all(submitted)) accepted(result);
    assert.deepEqual(store.appends, [1, 9]);
  });

  it('of two that exclude each other lets one through', async () => {
    const { submit, table, who } = rivers;
    accepted(await table());
    const { title, clauses } = someText();
    const revision = { text: 1, revision: 1, title, clauses, charter: null, tookIn: [], note: null };
    const outcomes = await Promise.all([
      submit(who(0), 'text.revise', { ...revision, title: 'First' }),
      submit(who(0), 'text.revise', { ...revision, title: 'Second' }),
    ]);
    const [late, ...others] = outcomes.filter(({ ok }) => !ok);
    assert.ok(late !== undefined && others.length === 0);
    assert.equal(refusal(late), 'superseded');
  });

  it('is told to everyone although one listener throws', async () => {
    rivers.conference.subscribe(() => {
      throw new Error('a broken page');
    });
    const told = listen();
    accepted(await rivers.table());
    assert.equal(told.length, 1);
  });
});

describe('when the store fails', () => {
  it('rejects all who wait, keeps nothing of theirs, and goes on once it answers again', async () => {
    const { conference, store, table } = rivers;
    const before = structuredClone(conference.state());
    const release = store.hold();
    store.fail = 'before-writing';
    const outcomes = Promise.allSettled([table(), table(), table()]);
    await turns();
    release();
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
    assert.deepEqual(conference.state(), before);
    store.fail = 'never';
    const receipt = accepted(await table());
    assert.equal(receipt.index, before.size);
    assert.equal(conference.state().texts.length, 1);
  });

  it('writes nothing later of those who came while it failed, and were told so', async () => {
    const { conference, store, table } = rivers;
    const before = conference.state().size;
    const release = store.hold();
    store.fail = 'before-writing';
    const first = table();
    await turns();
    // These come while the first is being written, and would be in the next append.
    const others = [table(), table()];
    await turns();
    const outcomes = Promise.allSettled([first, ...others]);
    // It fails for the first alone: whatever were appended afterwards would stand in the record.
    void first.catch(() => (store.fail = 'never'));
    release();
    for (const { status } of await outcomes) assert.equal(status, 'rejected');
    assert.equal(accepted(await table()).index, before);
    assert.equal((await conference.entries(0, before + 9)).length, before + 1);
  });

  it('takes in what was written although the answer was lost', async () => {
    const { conference, store, submit, who, head } = rivers;
    store.fail = 'after-writing';
    const { envelope } = write(who(0), head(), 'text.table', someText());
    await assert.rejects(conference.submit(envelope));
    store.fail = 'never';
    const told = listen();
    assert.equal(refusal(await submit(who(0), 'text.cosponsor', { text: 1 })), 'already');
    assert.equal(conference.state().texts.length, 1);
    assert.equal(told.length, 1);
    assert.equal(accepted(await conference.submit(envelope)).replayed, true);
  });

  it('accepts nothing while it does not answer', async () => {
    const { conference, store, table } = rivers;
    store.fail = 'before-writing';
    await assert.rejects(table());
    await assert.rejects(table());
    assert.equal(conference.state().texts.length, 0);
  });
});

describe('after a restart', () => {
  it('has the same state, tree and checkpoint', async () => {
    const { conference, submit, table, who, restarted } = rivers;
    for (let i = 0; i < 5; i++) accepted(await table());
    accepted(await submit(who(1), 'text.cosponsor', { text: 2 }));
    const again = await restarted();
    const { size } = conference.state();
    assert.deepEqual(again.state(), conference.state());
    assert.deepEqual(again.root(size), conference.root(size));
    assert.deepEqual(again.tile(0, 0, size), conference.tile(0, 0, size));
    assert.equal(await again.checkpoint(), await conference.checkpoint());
  });

  it('judges as it did before', async () => {
    const { who, head, table, restarted } = rivers;
    accepted(await table());
    const again = await restarted();
    const envelope = (kind: 'text.table') => write(who(0), head(), kind, someText()).envelope;
    accepted(await again.submit(envelope('text.table')));
    const { envelope: twice } = write(who(1), head(), 'text.cosponsor', { text: 1 });
    accepted(await again.submit(twice));
    assert.equal(accepted(await again.submit(twice)).replayed, true);
  });

  it('can only be read where another host has the record', async () => {
    const { who, head, restarted } = rivers;
    const elsewhere = await restarted(undefined, generateHostKey());
    const { envelope } = write(who(0), head(), 'text.table', someText());
    assert.equal(rejection(await elsewhere.submit(envelope)).kind, 'kept-elsewhere');
  });
});

describe('several conferences', () => {
  it('live in one installation, each under its own slug', async () => {
    const { host, id, clock, who, head } = rivers;
    const other = await smallConference(host, clock.now, ['omega', 'psi'], { slug: 'forests' });
    assert.equal(host.conferences().length, 2);
    assert.notEqual(other.id, id);
    const { envelope } = write(who(0), head(), 'text.table', someText());
    assert.equal(refusal(await other.conference.submit(envelope)), 'unknown-key');
    await assert.rejects(smallConference(host, clock.now, ['omega', 'psi'], { slug: SLUG }), /taken/u);
  });
});

describe('what was erased', () => {
  it('is not given out, though a store has it again', async () => {
    const { conference, submit, who, head, store, hostKey, clock } = rivers;
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
    accepted(await conference.submit(write(who(0), head(), 'letter.send', body, { attachments: [words] }).envelope));
    const found = await conference.attachment(words.hash);
    assert.ok(found);
    accepted(await submit(who(0), 'attachment.erase', { attachment: words.hash, reason: 'Our own matter.' }));
    await rivers.host.close();
    const restored = { ...store, attachment: async () => found };
    const host = await createHost({ store: restored, clock, hostKey, origin: 'http://localhost' });
    assert.equal(await host.conference(SLUG)?.attachment(words.hash), null);
    await host.close();
  });
});
