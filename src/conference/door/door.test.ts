import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, refusal, rejection, startRivers } from '../../../test/kit/rivers.ts';
import { accepted, newPen, someText, write } from '../../../test/kit/small-conference.ts';
import { type Bytes, base64, utf8 } from '../../base/bytes.ts';
import { canonicalBytes } from '../../base/json.ts';
import type { AttachmentHash, PublicKey } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { HOUR, type Instant, MINUTE, after } from '../../base/time.ts';
import { attach } from '../../record/envelope.ts';
import type { Attachment } from '../../base/act.ts';
import { printPublicKey } from '../../record/public-key.ts';
import { createAuthenticator } from '../../../test/kit/passkey.ts';
import { ACT_NAMESPACE, verifySignature } from '../../record/verify-signature.ts';
import { passkeyChallenge, sshSigFromAssertion } from '../../record/webauthn.ts';
import type { Rejection } from '../types.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

const fieldAndWhy = (result: Result<unknown, Rejection>): readonly string[] => {
  const error = rejection(result);
  return error.kind === 'malformed' ? [error.fault.field, error.fault.why] : [error.kind];
};

describe('an act is refused', () => {
  const submitted = (value: unknown) =>
    rivers.conference.submit(utf8(typeof value === 'string' ? value : JSON.stringify(value)));

  it('for its form, naming the field', async () => {
    const { who, head } = rivers;
    assert.deepEqual(fieldAndWhy(await submitted('{')), ['', 'not-json']);
    const { act } = write(who(0), head(), 'text.table', { ...someText(), title: '' });
    const unsigned = { act, signatures: [] };
    assert.deepEqual(fieldAndWhy(await submitted(unsigned)), ['/body/title', 'too_small']);
    assert.deepEqual(fieldAndWhy(await submitted({ ...unsigned, act: { ...act, more: 1 } })), ['/more', 'unknown']);
    assert.deepEqual(fieldAndWhy(await submitted({ ...unsigned, more: 1 })), ['/more', 'unknown']);
    assert.deepEqual(fieldAndWhy(await submitted({ ...unsigned, act: { ...act, kind: 'text.burn' } })), [
      '/kind',
      'unknown',
    ]);
    const hidden = '{"__proto__":{"text":1},"text":1}';
    const text = JSON.stringify({ ...unsigned, act: { ...act, kind: 'text.cosponsor', body: 'BODY' } });
    assert.deepEqual(fieldAndWhy(await submitted(text.replace('"BODY"', hidden))), [
      '/body/__proto__',
      'unrecognized_keys',
    ]);
  });

  it('when it is too large', async () => {
    const { conference, who, head } = rivers;
    const body = someText(9);
    const clauses = body.clauses.map((clause) => ({ ...clause, words: 'x'.repeat(8000) }));
    const { envelope } = write(who(0), head(), 'text.table', { ...body, clauses });
    assert.equal(rejection(await conference.submit(envelope)).kind, 'too-large');
  });

  it('when the signature is not for these bytes, or there is none', async () => {
    const { who, head } = rivers;
    const { act, envelope } = write(who(0), head(), 'text.table', someText());
    const changed = new TextDecoder().decode(envelope).replace('On the river', 'On the mouth');
    assert.deepEqual(rejection(await submitted(changed)), { kind: 'bad-signature', index: 0, why: 'wrong-signature' });
    assert.equal(refusal(await submitted({ act, signatures: [] })), 'bad-field');
    const broken = utf8('SSHSIG but not really').toBase64();
    assert.deepEqual(rejection(await submitted({ act, signatures: [broken] })), {
      kind: 'bad-signature',
      index: 0,
      why: 'not-sshsig',
    });
  });

  it('when the key is unknown, another’s or revoked', async () => {
    const { conference, who, head, submit, table } = rivers;
    const by = (pen: ReturnType<typeof newPen>) =>
      conference.submit(write(who(0), head(), 'text.table', someText(), { pens: [pen] }).envelope);
    assert.equal(refusal(await by(newPen())), 'unknown-key');
    assert.equal(refusal(await by(who(1).pen)), 'key-of-another');
    const own = [...conference.state().keys.values()].find(({ key }) => key === who(0).pen.publicKey);
    assert.ok(own !== undefined);
    accepted(await submit(who(0), 'key.revoke', { key: own.fingerprint }));
    assert.equal(refusal(await table()), 'revoked-key');
  });

  it('when it was made too long ago, or is yet to be made', async () => {
    const { conference, who, id, clock } = rivers;
    const made = (at: Instant) =>
      conference.submit(write(who(0), { conference: id, made: at }, 'text.table', someText()).envelope);
    assert.equal(refusal(await made(after(clock.now(), -24 * HOUR - 1))), 'out-of-time');
    assert.equal(refusal(await made(after(clock.now(), 5 * MINUTE + 1))), 'out-of-time');
    accepted(await made(after(clock.now(), -24 * HOUR)));
  });

  it('and leaves nothing behind', async () => {
    const { conference, submit, who } = rivers;
    const before = structuredClone(conference.state());
    await submitted('{}');
    await submit(who(0), 'text.cosponsor', { text: 7 });
    assert.deepEqual(conference.state(), before);
  });
});

describe('attachments', () => {
  const submit = (name: AttachmentHash | null, attachments: readonly Attachment[], delegate = 2) => {
    const { conference, who, head } = rivers;
    const link = newPen();
    const body = { delegate, name, role: 'assisting', invitation: link.publicKey } as const;
    const pens = [who(0).pen, link];
    return conference.submit(write(who(0), head(), 'delegate.appoint', body, { pens, attachments }).envelope);
  };

  it('are kept when the act names them, and can be erased', async () => {
    const { conference } = rivers;
    const name = attach(utf8('Ελένη Παπαδοπούλου'));
    accepted(await submit(name.hash, [name]));
    assert.deepEqual(await conference.attachment(name.hash), name);
    assert.deepEqual(await conference.attachmentHashes(), [name.hash]);
    const { who, head } = rivers;
    const erasure = { attachment: name.hash, reason: 'She has asked us to.' };
    accepted(await conference.submit(write(who(0), head(), 'attachment.erase', erasure).envelope));
    assert.equal(await conference.attachment(name.hash), null);
    assert.deepEqual(await conference.attachmentHashes(), []);
    const again = {
      kind: 'refused',
      refusal: { article: '4.1', kind: 'taken', field: 'attachments', value: name.hash },
    };
    assert.deepEqual(rejection(await submit(name.hash, [name], 3)), again, 'it does not come back');
  });

  it('are refused when one is missing or one too many', async () => {
    const name = attach(utf8('Jovan'));
    const expected = { kind: 'bad-attachment', hash: name.hash };
    assert.deepEqual(rejection(await submit(name.hash, [])), expected);
    assert.deepEqual(rejection(await submit(null, [name])), expected);
    assert.deepEqual(rejection(await submit(name.hash, [name, name])), expected);
  });

  it('are refused when a name is too long, hides characters or is no text', async () => {
    const why = async (content: Bytes) => {
      const name = attach(content);
      return fieldAndWhy(await submit(name.hash, [name])).at(-1);
    };
    assert.equal(await why(utf8('x'.repeat(401))), 'too-large');
    assert.equal(await why(utf8('Jo\u202evan')), 'hidden-characters');
    assert.equal(await why(utf8('two\nlines')), 'hidden-characters');
    assert.equal(await why(Uint8Array.of(0xff, 0xfe)), 'not-utf8');
    assert.equal(await why(utf8('e\u0301')), 'not-well-formed');
  });
});

describe('keys that an act brings in', () => {
  const enrol = (key: PublicKey, use: 'ssh' | 'passkey') => {
    const { conference, who, head } = rivers;
    return conference.submit(write(who(0), head(), 'key.enrol', { delegate: 1, key, use, name: null }).envelope);
  };

  it('are refused when they are of a type that nobody signs with here', async () => {
    const rsa = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==' as PublicKey;
    assert.deepEqual(fieldAndWhy(await enrol(rsa, 'ssh')), ['/body/key', 'key-type']);
  });

  it('are refused when they are passkeys of another site', async () => {
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
    const passkey = (application: string) =>
      printPublicKey({ type: 'sk-ecdsa-sha2-nistp256@openssh.com', point, application });
    assert.deepEqual(fieldAndWhy(await enrol(passkey('elsewhere.example'), 'passkey')), ['/body/key', 'other-site']);
    assert.equal(refusal(await enrol(passkey('localhost'), 'passkey')), 'bad-field');
  });
});

describe('a passkey signs', () => {
  it('on the site of the conference alone, not on a neighbour or another port that its id covers', async () => {
    const { conference, who, head } = rivers;
    const { key, get } = await createAuthenticator('localhost');
    const { act } = write(who(0), head(), 'text.table', someText());
    const bytes = canonicalBytes(act);
    const sent = async (origin: string) => {
      const challenge = passkeyChallenge({ message: bytes, namespace: ACT_NAMESPACE });
      const blob = sshSigFromAssertion(key, await get({ challenge, origin }), { namespace: ACT_NAMESPACE });
      assert(blob.ok);
      // Who reads the record later knows the id alone.
      assert.ok((await verifySignature({ blob: blob.value, message: bytes, namespace: ACT_NAMESPACE })).ok);
      return conference.submit(utf8(JSON.stringify({ act, signatures: [base64(blob.value)] })));
    };
    assert.equal(refusal(await sent('http://localhost')), 'unknown-key');
    for (const origin of ['http://localhost:8443', 'https://localhost', 'https://wiki.localhost'])
      assert.deepEqual(rejection(await sent(origin)), { kind: 'bad-signature', index: 0, why: 'origin' }, origin);
  });
});
