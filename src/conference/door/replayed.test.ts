import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { type Rivers, START, refusal, rejection, startRivers, turns } from '../../../test/kit/rivers.ts';
import { accepted, newPen, someText, write } from '../../../test/kit/small-conference.ts';
import { type Bytes, base64, utf8 } from '../../base/bytes.ts';
import { canonicalBytes } from '../../base/json.ts';
import { DAY, after } from '../../base/time.ts';
import type { UnreadAct } from '../../record/act.ts';
import { parsed } from '../../record/public-key.ts';
import { serialiseSshSig, toBeSigned } from '../../record/sshsig.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import type { HostKey } from '../host-key.ts';

let rivers: Rivers;
beforeEach(async () => {
  rivers = await startRivers();
});

const tabled = () => write(rivers.who(0), rivers.head(), 'text.table', someText());

const enveloped = (act: UnreadAct, ...signatures: readonly Bytes[]): Bytes =>
  utf8(JSON.stringify({ act, signatures: signatures.map(base64) }));

/** Another good signature of the same key over the same act: OpenSSH may hash with either. */
const signedAnew = async (act: UnreadAct, key: Pick<HostKey, 'privateKey' | 'publicKey'>): Promise<Bytes> => {
  const digest = new Uint8Array(await webcrypto.subtle.digest('SHA-256', canonicalBytes(act)));
  const data = toBeSigned(ACT_NAMESPACE, 'sha256', digest);
  const bytes = new Uint8Array(await webcrypto.subtle.sign('Ed25519', key.privateKey, data));
  const signature = { algorithm: 'ssh-ed25519', bytes } as const;
  return serialiseSshSig({ key: parsed(key.publicKey), namespace: ACT_NAMESPACE, hash: 'sha256', signature });
};

describe('an act sent a second time', () => {
  it('is on the record once, and answered with its first receipt', async () => {
    const { conference } = rivers;
    const { envelope } = tabled();
    const first = accepted(await conference.submit(envelope));
    const { size } = conference.state();
    assert.deepEqual(accepted(await conference.submit(envelope)), { ...first, replayed: true });
    assert.deepEqual([conference.state().size, first.replayed], [size, false]);
  });

  it('while the first is on its way waits until that is durable', async () => {
    const { conference, store } = rivers;
    const release = store.hold();
    const { envelope } = tabled();
    const first = conference.submit(envelope);
    await turns();
    let answered = false;
    const second = conference.submit(envelope).finally(() => (answered = true));
    await turns();
    assert.equal(answered, false);
    release();
    assert.deepEqual(accepted(await second), { ...accepted(await first), replayed: true });
  });

  it('at the very same moment is let in once', async () => {
    const { conference } = rivers;
    const { envelope } = tabled();
    const outcomes = (await Promise.all([1, 2, 3].map(() => conference.submit(envelope)))).map(accepted);
    assert.equal(outcomes.filter(({ replayed }) => !replayed).length, 1);
    assert.equal(new Set(outcomes.map(({ index }) => index)).size, 1);
  });

  it('is taken anew where the first could not be written', async () => {
    const { conference, store } = rivers;
    const { envelope } = tabled();
    store.fail = 'before-writing';
    await assert.rejects(conference.submit(envelope));
    store.fail = 'never';
    assert.equal(accepted(await conference.submit(envelope)).replayed, false);
  });

  it('is answered so long after, and by a host that has started again', async () => {
    const { envelope } = tabled();
    const { index, hash, time } = accepted(await rivers.conference.submit(envelope));
    const again = await rivers.restarted(after(START, 30 * DAY));
    assert.deepEqual(accepted(await again.submit(envelope)), { index, hash, time, replayed: true });
  });

  it('may carry another good signature by the same key', async () => {
    const { act, envelope } = tabled();
    const { index } = accepted(await rivers.conference.submit(envelope));
    const key = rivers.who(0).pen as HostKey;
    const again = accepted(await rivers.conference.submit(enveloped(act, await signedAnew(act, key))));
    assert.deepEqual([again.index, again.replayed], [index, true]);
  });

  it('tells whoever has no good signatures nothing of where it stands', async () => {
    const { conference, who } = rivers;
    const { act, envelope } = tabled();
    accepted(await conference.submit(envelope));
    const bytes = canonicalBytes(act);
    const good = who(0).pen.signAct(bytes);
    const broken = good.with(good.length - 1, (good.at(-1) ?? 0) ^ 1);
    for (const signatures of [
      [],
      [newPen().signAct(bytes)],
      [who(1).pen.signAct(bytes)],
      [broken],
      [good, good],
      [good, newPen().signAct(bytes)],
    ]) {
      const result = await conference.submit(enveloped(act, ...signatures));
      assert.equal(refusal(result), 'replayed');
      assert.deepEqual(rejection(result), { kind: 'refused', refusal: { article: '4.1', kind: 'replayed' } });
    }
  });
});
