import assert from 'node:assert/strict';
import { utf8 } from '../base/bytes.ts';
import type { AttachmentHash, Slug } from '../base/ids.ts';
import { type Attachment, SizeConflict, type Store, type Stored } from '../conference/ports.ts';

/** A fresh store, and the way to it after its process has ended. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes the store and opens it again on the same data; `null` where nothing outlives the store. */
  readonly reopen: (() => Promise<Store>) | null;
}

const SLUG = 'rivers' as Slug;
const OTHER = 'forests' as Slug;

const entry = (text: string, attachments: readonly Attachment[] = []): Stored => ({ entry: utf8(text), attachments });

const attachment = (fill: number, words: string): Attachment => ({
  hash: new Uint8Array(32).fill(fill).toBase64({ alphabet: 'base64url', omitPadding: true }) as AttachmentHash,
  salt: new Uint8Array(16).fill(fill),
  content: utf8(words),
});

const texts = async (store: Store, slug: Slug, from = 0, to = Infinity): Promise<readonly string[]> =>
  (await store.read(slug, from, to)).map((bytes) => new TextDecoder().decode(bytes));

/** What every store must do, by name. Each adapter's test runs them all, each on a fresh store. */
export const STORE_CONTRACT: Readonly<Record<string, (under: StoreUnderTest) => Promise<void>>> = {
  'has nothing at first': async ({ store }) => {
    assert.deepEqual(await store.conferences(), []);
    assert.equal(await store.size(SLUG), 0);
    assert.deepEqual(await store.read(SLUG, 0, 10), []);
    assert.equal(await store.attachment(SLUG, attachment(1, '').hash), null);
  },

  'gives back the bytes that went in, in order': async ({ store }) => {
    await store.append(SLUG, 0, [entry('a'), entry('Ποταμός')]);
    await store.append(SLUG, 2, [entry('c')]);
    assert.deepEqual(await texts(store, SLUG), ['a', 'Ποταμός', 'c']);
    assert.deepEqual(await texts(store, SLUG, 1, 2), ['Ποταμός']);
    assert.deepEqual(await texts(store, SLUG, 2, 100), ['c']);
    assert.deepEqual(await texts(store, SLUG, 3, 9), []);
    assert.equal(await store.size(SLUG), 3);
  },

  'keeps conferences apart': async ({ store }) => {
    await store.append(SLUG, 0, [entry('a')]);
    await store.append(OTHER, 0, [entry('b'), entry('c')]);
    assert.deepEqual(await store.conferences(), [SLUG, OTHER]);
    assert.deepEqual([await texts(store, SLUG), await texts(store, OTHER)], [['a'], ['b', 'c']]);
    assert.deepEqual([await store.size(SLUG), await store.size(OTHER)], [1, 2]);
  },

  'writes nothing when the size is another': async ({ store }) => {
    await store.append(SLUG, 0, [entry('a')]);
    const surplus = [entry('b', [attachment(1, 'x')])];
    await assert.rejects(store.append(SLUG, 0, surplus), SizeConflict);
    await assert.rejects(store.append(SLUG, 2, surplus), SizeConflict);
    await assert.rejects(store.append(OTHER, 1, surplus), SizeConflict);
    assert.deepEqual(await texts(store, SLUG), ['a']);
    assert.deepEqual(await store.conferences(), [SLUG]);
    assert.deepEqual(await store.attachmentHashes(SLUG), []);
  },

  'lets one of two racing appends win': async ({ store }) => {
    await store.append(SLUG, 0, [entry('a')]);
    const outcomes = await Promise.allSettled([
      store.append(SLUG, 1, [entry('b')]),
      store.append(SLUG, 1, [entry('c')]),
      store.append(OTHER, 0, [entry('d')]),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'fulfilled', 'rejected']);
    assert.equal(await store.size(SLUG), 2);
    assert.deepEqual(await texts(store, OTHER), ['d']);
  },

  'takes entries of every length up to the largest, and many': async ({ store }) => {
    const lengths = [1, 255, 4096, 65_535];
    const many = Array.from({ length: 3000 }, (_, i) => entry(`entry ${i}`));
    await store.append(SLUG, 0, [
      ...lengths.map((length) => ({ entry: new Uint8Array(length).fill(7), attachments: [] })),
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
    await store.append(SLUG, 0, [entry('a', [kept]), entry('b', [erased])]);
    assert.deepEqual(await store.attachmentHashes(SLUG), [kept.hash, erased.hash].sort());
    await store.erase(SLUG, erased.hash);
    await store.erase(SLUG, erased.hash);
    const found = await store.attachment(SLUG, kept.hash);
    assert.equal(found?.hash, kept.hash);
    assert.deepEqual(
      [found?.salt, found?.content].map((bytes) => [...(bytes ?? [])]),
      [kept.salt, kept.content].map((bytes) => [...bytes]),
    );
    assert.equal(await store.attachment(SLUG, erased.hash), null);
    assert.equal(await store.attachment(OTHER, kept.hash), null);
    assert.deepEqual(await store.attachmentHashes(SLUG), [kept.hash]);
    assert.deepEqual(await texts(store, SLUG), ['a', 'b']);
  },

  'has it all when opened again': async ({ store, reopen }) => {
    if (reopen === null) return;
    await store.append(SLUG, 0, [entry('a', [attachment(3, 'letter')])]);
    await store.append(SLUG, 1, [entry('b')]);
    const again = await reopen();
    assert.deepEqual(await again.conferences(), [SLUG]);
    assert.deepEqual(await texts(again, SLUG), ['a', 'b']);
    assert.deepEqual(await again.attachmentHashes(SLUG), [attachment(3, '').hash]);
  },
};
