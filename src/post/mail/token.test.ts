import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { type Addressed, type Addressee, PURPOSES, createTokens } from './token.ts';
import { loadOrCreateTokenKey } from './token-key.ts';

const KEY = new Uint8Array(32).fill(7);
const RIVERS = 'rivers' as Slug;
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,39}$/u);
const addressed = fc.record({
  slug: name.map((text) => text as Slug),
  organisation: name.map((text) => text as OrganisationId),
  circulation: fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
  delegate: fc.integer({ min: 0, max: 100_000 }),
});

const tokensOf = (...known: readonly Addressee[]) => createTokens(KEY, () => known);

describe('the post’s addresses', () => {
  it('come back as what they stand for, in a local part that every server takes', () => {
    fc.assert(
      fc.property(addressed, fc.constantFrom(...PURPOSES), (meaning, purpose) => {
        const local = tokensOf().local(purpose, meaning);
        assert.match(local, /^[a-z]+\+[a-z2-7]{40}$/u);
        assert.ok(local.length <= 64);
        // Another process, which has given nothing out yet; and a server that folds case.
        assert.deepEqual(tokensOf(meaning).read(local.toUpperCase()), { ...meaning, purpose });
      }),
    );
  });

  it('are read as nothing once anything in them is changed', () => {
    fc.assert(
      fc.property(addressed, fc.nat({ max: 39 }), fc.integer({ min: 1, max: 31 }), (meaning, at, by) => {
        const tokens = tokensOf(meaning);
        const [purpose, token = ''] = tokens.local('reply', meaning).split('+');
        const bytes = Array.from(token, (letter) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter));
        const changed = bytes.map((value, i) => 'abcdefghijklmnopqrstuvwxyz234567'[i === at ? value ^ by : value]);
        assert.equal(tokens.read(`${purpose}+${changed.join('')}`), null);
        assert.equal(tokens.read(`bounce+${token}`), null, 'an address is good for one purpose');
      }),
    );
  });

  it('are another node’s under another key, and nobody’s in another form', () => {
    const meaning: Addressed = { slug: RIVERS, organisation: 'drina' as OrganisationId, circulation: 4, delegate: 1 };
    const other = createTokens(new Uint8Array(32).fill(8), () => [meaning]);
    assert.equal(other.read(tokensOf().local('reply', meaning)), null);
    for (const local of ['', 'reply', 'reply+', 'rivers', `reply+${'a'.repeat(40)}`, `reply+${'a'.repeat(4000)}`])
      assert.equal(tokensOf(meaning).read(local), null, local);
    assert.throws(() => tokensOf().local('reply', { ...meaning, circulation: -1 }), RangeError);
    assert.throws(() => tokensOf().local('reply', { ...meaning, delegate: 2 ** 24 }), RangeError);
  });

  it('find an organisation that came after the first was asked for', () => {
    const list: Addressee[] = [];
    const tokens = createTokens(KEY, () => list);
    const meaning: Addressed = { slug: RIVERS, organisation: 'tigris' as OrganisationId, circulation: 9, delegate: 2 };
    const local = tokensOf().local('calendar', meaning);
    assert.equal(tokens.read(local), null);
    list.push(meaning);
    assert.deepEqual(tokens.read(local), { ...meaning, purpose: 'calendar' });
  });
});

it('base32 comes back as it went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const whole = new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % 5)));
      assert.deepEqual(fromBase32(toBase32(whole)), whole);
    }),
  );
  // RFC 4648, section 10.
  assert.equal(toBase32(new TextEncoder().encode('fooba')), 'mzxw6ytb');
  assert.equal(fromBase32('mzxw6yt1'), null);
});

describe('the key of the addresses', () => {
  it('is made once, for the owner’s eyes alone', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'mail-key');
    const key = await loadOrCreateTokenKey(file);
    assert.equal(key.length, 32);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(await loadOrCreateTokenKey(file), key);
    await writeFile(file, `${await readFile(file, 'latin1')}00`);
    await assert.rejects(loadOrCreateTokenKey(file));
  });
});
