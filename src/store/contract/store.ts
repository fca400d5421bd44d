import assert from 'node:assert/strict';
import { utf8 } from '../../base/bytes.ts';
import type { AttachmentHash, ConferenceId, Slug } from '../../base/ids.ts';
import type { Hash } from '../../base/sha256.ts';
import { SizeConflict, type Store, type Stored, Taken } from '../../conference/ports.ts';
import type { Attachment } from '../../base/act.ts';

/** A fresh store, and the way to it after its process has ended. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes the store and opens it again on the same data; `null` where nothing outlives the store. */
  readonly reopen: (() => Promise<Store>) | null;
}

const SLUG = 'rivers' as Slug;
const OTHER = 'forests' as Slug;
const CONFERENCE = 'AAAAAAAAAAAAAAAAAAAAAA' as ConferenceId;
const ANOTHER = 'BBBBBBBBBBBBBBBBBBBBBA' as ConferenceId;

const entry = (text: string, attachments: readonly Attachment[] = []): Stored => ({
  entry: utf8(text),
  attachments,
  erases: [],
});

const attachment = (fill: number, words: string): Attachment => ({
  hash: new Uint8Array(32).fill(fill).toBase64({ alphabet: 'base64url', omitPadding: true }) as AttachmentHash,
  salt: new Uint8Array(16).fill(fill),
  content: utf8(words),
});

const texts = async (store: Store, slug: Slug, from = 0, to = Infinity): Promise<readonly string[]> =>
  (await store.read(slug, from, to)).map((bytes) => new TextDecoder().decode(bytes));

const root = (fill: number): Hash => new Uint8Array(32).fill(fill) as Hash;

const plain = (signed: Awaited<ReturnType<Store['lastSigned']>>) =>
  signed === null ? null : { size: signed.size, root: [...signed.root] };

/** What every store must do, by name. Each adapter's test runs them all, each on a fresh store. */
export const STORE_CONTRACT: Readonly<Record<string, (under: StoreUnderTest) => Promise<void>>> = {
  'has nothing at first': async ({ store }) => {
    assert.deepEqual(await store.conferences(), []);
    assert.equal(await store.size(SLUG), 0);
    assert.deepEqual(await store.read(SLUG, 0, 10), []);
    assert.equal(await store.attachment(SLUG, attachment(1, '').hash), null);
  },

  'gives back the bytes that went in, in order': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a'), entry('Ποταμός')]);
    await store.append(SLUG, 2, [entry('c')]);
    assert.deepEqual(await texts(store, SLUG), ['a', 'Ποταμός', 'c']);
    assert.deepEqual(await texts(store, SLUG, 1, 2), ['Ποταμός']);
    assert.deepEqual(await texts(store, SLUG, 2, 100), ['c']);
    assert.deepEqual(await texts(store, SLUG, 3, 9), []);
    assert.equal(await store.size(SLUG), 3);
  },

  'keeps conferences apart': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    await store.begin(OTHER, ANOTHER, [entry('b'), entry('c')]);
    assert.deepEqual(await store.conferences(), [SLUG, OTHER]);
    assert.deepEqual([await texts(store, SLUG), await texts(store, OTHER)], [['a'], ['b', 'c']]);
    assert.deepEqual([await store.size(SLUG), await store.size(OTHER)], [1, 2]);
  },

  'writes nothing when the size is another': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    const surplus = [entry('b', [attachment(1, 'x')])];
    await assert.rejects(store.append(SLUG, 0, surplus), SizeConflict);
    await assert.rejects(store.append(SLUG, 2, surplus), SizeConflict);
    await assert.rejects(store.append(OTHER, 0, surplus), SizeConflict);
    await assert.rejects(store.append(OTHER, 1, surplus), SizeConflict);
    assert.deepEqual(await texts(store, SLUG), ['a']);
    assert.deepEqual(await store.conferences(), [SLUG]);
    assert.deepEqual(await store.attachmentHashes(SLUG), []);
  },

  'holds a conference once, under one slug': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    const surplus = [entry('b', [attachment(1, 'x')])];
    const inTheWay = async (begun: Promise<void>): Promise<string> => {
      const error: unknown = await begun.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof Taken, String(error));
      return error.slug;
    };
    assert.equal(await inTheWay(store.begin(OTHER, CONFERENCE, surplus)), SLUG);
    assert.equal(await inTheWay(store.begin(SLUG, ANOTHER, surplus)), SLUG);
    assert.equal(await inTheWay(store.begin(SLUG, CONFERENCE, surplus)), SLUG);
    assert.deepEqual([await store.conferences(), await texts(store, SLUG)], [[SLUG], ['a']]);
    assert.deepEqual(await store.attachmentHashes(SLUG), []);
  },

  'lets one of two racing beginnings win': async ({ store }) => {
    const outcomes = await Promise.allSettled([
      store.begin(SLUG, CONFERENCE, [entry('a')]),
      store.begin(OTHER, CONFERENCE, [entry('b')]),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal((await store.conferences()).length, 1);
  },

  'notes one signed root for each size, and keeps the first': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    await store.begin(OTHER, ANOTHER, [entry('b')]);
    assert.equal(await store.lastSigned(SLUG), null);
    const note = async (size: number, fill: number): Promise<number | undefined> =>
      (await store.noteSigned(SLUG, { size, root: root(fill) }))[0];
    assert.deepEqual(await Promise.all([note(3, 3), note(1, 1), note(3, 4)]), [3, 1, 3]);
    assert.deepEqual([await note(1, 1), await note(1, 2)], [1, 1]);
    assert.deepEqual(plain(await store.lastSigned(SLUG)), { size: 3, root: [...root(3)] });
    assert.equal(await store.lastSigned(OTHER), null);
  },

  'notes how far each record has come, and no less than it had': async ({ store }) => {
    assert.deepEqual(await store.acknowledged(), []);
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    const heads = async () => (await store.acknowledged()).map(({ slug, size, root: at }) => [slug, size, at[0]]);
    assert.deepEqual(
      (await heads()).map(([slug, size]) => [slug, size]),
      [[SLUG, 0]],
    );
    await store.acknowledge(SLUG, { size: 3, root: root(3) });
    await store.acknowledge(SLUG, { size: 2, root: root(2) });
    assert.deepEqual(await heads(), [[SLUG, 3, 3]]);
    await store.acceptLoss(SLUG, { size: 1, root: root(1) });
    assert.deepEqual(await heads(), [[SLUG, 1, 1]]);
  },

  'lets one of two racing appends win': async ({ store }) => {
    await store.begin(SLUG, CONFERENCE, [entry('a')]);
    const outcomes = await Promise.allSettled([
      store.append(SLUG, 1, [entry('b')]),
      store.append(SLUG, 1, [entry('c')]),
      store.begin(OTHER, ANOTHER, [entry('d')]),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'fulfilled', 'rejected']);
    assert.equal(await store.size(SLUG), 2);
    assert.deepEqual(await texts(store, OTHER), ['d']);
  },

  'takes entries of every length up to the largest, and many': async ({ store }) => {
    const lengths = [1, 255, 4096, 65_535];
    const many = Array.from({ length: 3000 }, (_, i) => entry(`entry ${i}`));
    await store.begin(SLUG, CONFERENCE, [
      ...lengths.map((length) => ({ entry: new Uint8Array(length).fill(7), attachments: [], erases: [] })),
      ...many,
    ]);
    const back = await store.read(SLUG, 0, 4);
    assert.deepEqual(
      back.map((bytes) => [bytes.length, bytes.at(-1)]),
      lengths.map((length) => [length, 7]),
    );
    assert.equal((await texts(store, SLUG)).at(-1), 'entry 2999');
  },

  'keeps attachments beside the entries, and erases them alone': async ({ store }) => {
    const [kept, erased] = [attachment(1, 'Ελένη'), attachment(2, 'Jovan')];
    await store.begin(SLUG, CONFERENCE, [entry('a', [kept]), entry('b', [erased])]);
    assert.deepEqual(await store.attachmentHashes(SLUG), [kept.hash, erased.hash].sort());
    const erasure = { ...entry('c'), erases: [erased.hash] };
    await assert.rejects(store.append(SLUG, 1, [erasure]), SizeConflict);
    assert.deepEqual((await store.attachmentHashes(SLUG)).length, 2, 'what is not appended erases nothing');
    await store.append(SLUG, 2, [erasure, { ...entry('d'), erases: [erased.hash] }]);
    const found = await store.attachment(SLUG, kept.hash);
    assert.equal(found?.hash, kept.hash);
    assert.deepEqual(
      [found?.salt, found?.content].map((bytes) => [...(bytes ?? [])]),
      [kept.salt, kept.content].map((bytes) => [...bytes]),
    );
    assert.equal(await store.attachment(SLUG, erased.hash), null);
    assert.equal(await store.attachment(OTHER, kept.hash), null);
    assert.deepEqual(await store.attachmentHashes(SLUG), [kept.hash]);
    assert.deepEqual(await texts(store, SLUG), ['a', 'b', 'c', 'd']);
  },

  'has it all when opened again': async ({ store, reopen }) => {
    if (reopen === null) return;
    await store.begin(SLUG, CONFERENCE, [entry('a', [attachment(3, 'letter')])]);
    await store.append(SLUG, 1, [entry('b')]);
    await store.noteSigned(SLUG, { size: 2, root: root(2) });
    const again = await reopen();
    assert.deepEqual(plain(await again.lastSigned(SLUG)), { size: 2, root: [...root(2)] });
    await assert.rejects(again.begin(OTHER, CONFERENCE, [entry('c')]), Taken);
    assert.deepEqual(await again.conferences(), [SLUG]);
    assert.deepEqual(await texts(again, SLUG), ['a', 'b']);
    assert.deepEqual(await again.attachmentHashes(SLUG), [attachment(3, '').hash]);
  },
};
