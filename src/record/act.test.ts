import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, utf8 } from '../base/bytes.ts';
import type { OrganisationId } from '../base/ids.ts';
import { type Json, canonical, canonicalBytes } from '../base/json.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf } from '../base/act.ts';
import { type UnreadAct, actHash, isByHost, newNonce, readAct } from './act.ts';
import { MAX_ENTRY, MAX_SIGNATURES, actBytesOf, entrySize, readEntry, readTrustedEntry, writeEntry } from './entry.ts';

const act: UnreadAct = {
  body: { text: 'Αρχή', list: [1, { ',"signatures":[': ',"signatures":[' }] },
  by: { delegate: 1, organisation: 'diktyo-potamon' as OrganisationId },
  conference: '',
  kind: 'positions.take',
  made: 1_795_312_345_678 as Instant,
  nonce: newNonce(),
  v: 1,
};
const time = 1_795_312_345_999 as Instant;

/** An act with one field set to another value, or taken out. */
const but = (path: string, value?: Json): Uint8Array => {
  const copy = structuredClone(act) as unknown as Record<string, Json>;
  const names = path.split('/');
  const last = names.pop() ?? '';
  const object = names.reduce((at, name) => at[name] as unknown as Record<string, Json>, copy);
  if (value === undefined) delete object[last];
  else object[last] = value;
  return canonicalBytes(copy);
};

test('an act is read from its own bytes', () => {
  assert.deepEqual(readAct(canonicalBytes(act)), { ok: true, value: act });
  assert.match(actHash(canonicalBytes(act)), /^[\w-]{43}$/u);
  assert.match(conferenceIdOf(actHash(canonicalBytes(act))), /^[\w-]{22}$/u);
  assert(actHash(canonicalBytes(act)).startsWith(conferenceIdOf(actHash(canonicalBytes(act))).slice(0, 21)));
  assert.equal(isByHost(act), false);
  assert.equal(isByHost({ ...act, by: { delegate: 0, organisation: '' as OrganisationId } }), true);
});

test('each fault of an act names its field', () => {
  const cases: readonly (readonly [string, string, Uint8Array])[] = [
    ['', 'json', utf8('{')],
    ['', 'json', utf8(JSON.stringify(act))],
    ['', 'json', but('made', 1.5)],
    ['', 'type', utf8('[]')],
    ['', 'type', utf8('null')],
    ['/nonce', 'missing', but('nonce')],
    ['/more', 'unknown', but('more', 1)],
    ['/a~1b~0', 'unknown', canonicalBytes({ ...act, 'a/b~': 1 })],
    ['/body', 'type', but('body', [])],
    ['/by', 'type', but('by', 'me')],
    ['/by/delegate', 'missing', but('by/delegate')],
    ['/by/delegate', 'value', but('by/delegate', -1)],
    ['/by/organisation', 'type', but('by/organisation', 1)],
    ['/conference', 'value', but('conference', 'AAAA')],
    ['/conference', 'value', but('conference', 'AAAAAAAAAAAAAAAAAAAAAB')],
    ['/kind', 'value', but('kind', '')],
    ['/made', 'value', but('made', -1)],
    ['/made', 'value', but('made', 253_402_300_800_000)],
    ['/nonce', 'value', but('nonce', 'AAAAAAAAAAAAAAAAAAAAAA==')],
    ['/v', 'value', but('v', 2)],
  ];
  for (const [field, kind, bytes] of cases) {
    const read = readAct(bytes);
    assert(!read.ok, field);
    assert.deepEqual([read.error.field, read.error.kind], [field, kind]);
  }
});

test('an entry holds the act’s bytes letter for letter', () => {
  const actBytes = canonicalBytes(act);
  const signatures = [utf8('one'), utf8('two'), new Uint8Array(2000).fill(0xff)];
  for (const count of [0, 1, 3]) {
    const bytes = writeEntry(actBytes, signatures.slice(0, count), time);
    const entry = readEntry(bytes);
    assert(entry.ok);
    assert.equal(canonical(entry.value), new TextDecoder().decode(bytes));
    assert.deepEqual(entry.value.act, act);
    assert.deepEqual(actBytesOf(bytes), actBytes);
    assert.deepEqual(readTrustedEntry(bytes), entry.value);
    assert.equal(entrySize(actBytes, signatures.slice(0, count)), bytes.length + 2);
  }
});

test('any body comes back out of its entry', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 9 }), (text, key) => {
      const actBytes = canonicalBytes({ ...act, body: { [key]: text.normalize('NFC') } });
      const bytes = writeEntry(actBytes, [utf8(text)], time);
      assert.deepEqual(actBytesOf(bytes), actBytes);
      assert(readEntry(bytes).ok);
    }),
  );
});

test('what is read is what would be written', () => {
  const bytes = writeEntry(canonicalBytes(act), [utf8('signature')], time);
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x04;
    const entry = readEntry(changed);
    if (!entry.ok) continue;
    const signatures = entry.value.signatures.map((text) => fromBase64(text) ?? assert.fail());
    assert.deepEqual(writeEntry(canonicalBytes(entry.value.act), signatures, entry.value.time), changed);
  }
});

test('an entry’s limits', () => {
  const fault = (bytes: Uint8Array) => {
    const entry = readEntry(bytes);
    return entry.ok ? null : `${entry.error.kind} ${entry.error.field}`;
  };
  const actBytes = canonicalBytes(act);
  assert.throws(() => writeEntry(new Uint8Array(MAX_ENTRY), [], time), RangeError);
  assert.equal(fault(new Uint8Array(MAX_ENTRY + 1)), 'too-large ');
  assert.equal(
    fault(
      writeEntry(
        actBytes,
        Array.from({ length: MAX_SIGNATURES + 1 }, () => utf8('s')),
        time,
      ),
    ),
    'too-many /signatures',
  );
  assert.equal(fault(canonicalBytes({ act, signatures: ['YQ'], time, v: 1 })), 'value /signatures/0');
  assert.equal(fault(canonicalBytes({ act: {}, signatures: [], time, v: 1 })), 'missing /act/body');
  assert.equal(fault(canonicalBytes({ act, signatures: [], time: -1, v: 1 })), 'value /time');
  assert.throws(() => actBytesOf(utf8('{"act":{}}')), TypeError);
});
