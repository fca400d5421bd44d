import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64, base64url, utf8 } from '../base/bytes.ts';
import type { OrganisationId } from '../base/ids.ts';
import { canonical, canonicalBytes } from '../base/json.ts';
import type { Instant } from '../base/time.ts';
import { type UnreadAct, newNonce } from './act.ts';
import { MAX_ENTRY, MAX_SIGNATURES } from './entry.ts';
import { ENVELOPE_LIMITS, attach, maxEnvelopeBytes, readEnvelope, saltedHash, writeEnvelope } from './envelope.ts';
import { generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

const act: UnreadAct = {
  body: {},
  by: { delegate: 1, organisation: 'one' as OrganisationId },
  conference: '',
  kind: 'positions.take',
  made: 1_795_312_345_678 as Instant,
  nonce: newNonce(),
  v: 1,
};
const key = await generateSigningKey();
const blob = await signEd25519(key, { message: canonicalBytes(act), namespace: ACT_NAMESPACE });

const fault = (envelope: unknown, limits = ENVELOPE_LIMITS): string | null => {
  const read = readEnvelope(JSON.stringify(envelope), limits);
  return read.ok ? null : `${read.error.kind} ${read.error.field}`;
};

test('an envelope is read as it was written', () => {
  const attachments = [attach(utf8('a name')), attach(utf8(''))];
  const read = readEnvelope(writeEnvelope({ act, signatures: [blob], attachments }));
  assert(read.ok);
  assert.deepEqual(read.value.act, act);
  assert.deepEqual(read.value.actBytes, canonicalBytes(act));
  assert.deepEqual(read.value.signatures[0]?.blob, blob);
  assert.equal(read.value.signatures[0]?.sshsig.namespace, ACT_NAMESPACE);
  assert.deepEqual(read.value.attachments, attachments);
  assert.deepEqual(readEnvelope(utf8(writeEnvelope({ act, signatures: [], attachments: [] }))).ok, true);
});

test('the act may be written in any way; its canonical form counts', () => {
  const { v, ...rest } = act;
  const read = readEnvelope(JSON.stringify({ signatures: [], act: { v, ...rest } }, null, 2));
  assert(read.ok);
  assert.deepEqual(read.value.actBytes, canonicalBytes(act));
});

test('each fault of an envelope names its field', () => {
  const salt = base64url(new Uint8Array(16));
  const item = { content: 'YQ==', salt };
  assert.equal(fault({ act, signatures: [] }), null);
  assert.equal(fault({ act }), 'missing /signatures');
  assert.equal(fault({ act, signatures: [], more: 1 }), 'unknown /more');
  assert.equal(fault({ act: { ...act, made: '1' }, signatures: [] }), 'type /act/made');
  assert.equal(fault({ act, signatures: Array(MAX_SIGNATURES + 1).fill(base64(blob)) }), 'too-many /signatures');
  assert.equal(fault({ act, signatures: [base64(blob), 'YQ=='] }), 'signature /signatures/1');
  assert.equal(fault({ act, signatures: ['YQ'] }), 'value /signatures/0');
  assert.equal(fault({ act, signatures: [], attachments: {} }), 'type /attachments');
  assert.equal(fault({ act, signatures: [], attachments: [{ content: 'YQ==' }] }), 'missing /attachments/0/salt');
  assert.equal(fault({ act, signatures: [], attachments: [{ content: 'Y', salt }] }), 'value /attachments/0/content');
  assert.equal(
    fault({ act, signatures: [], attachments: [{ content: 'YQ==', salt: 'AA' }] }),
    'value /attachments/0/salt',
  );
  const limits = { attachments: 2, attachmentBytes: 1 };
  assert.equal(fault({ act, signatures: [], attachments: [item, item, item] }, limits), 'too-many /attachments');
  assert.equal(fault({ act, signatures: [], attachments: [item, item] }, limits), 'too-large /attachments/1/content');
});

test('what is not JSON, not UTF-8 or not within the limits is refused', () => {
  assert.deepEqual(readEnvelope('{'), { ok: false, error: { field: '', kind: 'json', fault: { kind: 'not-json' } } });
  assert.deepEqual(readEnvelope(Uint8Array.of(0xff)), {
    ok: false,
    error: { field: '', kind: 'json', fault: { kind: 'not-utf8' } },
  });
  const limit = maxEnvelopeBytes(ENVELOPE_LIMITS);
  assert.deepEqual(readEnvelope(' '.repeat(limit + 1)), { ok: false, error: { field: '', kind: 'too-large', limit } });
});

test('an act that would not fit into an entry is refused, the largest that fits is not', () => {
  const sized = (length: number) => ({ ...act, body: { text: 'x'.repeat(length) } });
  const overhead = canonical({ act: sized(0), signatures: [], time: 253_402_300_799_999, v: 1 }).length;
  assert.equal(fault({ act: sized(MAX_ENTRY - overhead), signatures: [] }), null);
  assert.equal(fault({ act: sized(MAX_ENTRY - overhead + 1), signatures: [] }), 'too-large /act');
});

test('an attachment is named by its salted hash', () => {
  const one = attach(utf8('Ana'));
  const other = attach(utf8('Ana'));
  assert.notEqual(one.hash, other.hash);
  assert.equal(one.hash, saltedHash(one.salt, one.content));
});
