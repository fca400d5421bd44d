import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '../base/bytes.ts';
import type { Instant } from '../base/time.ts';
import {
  type AllowedSigner,
  opensshTime,
  principalAt,
  principalOf,
  readAllowedSigners,
  writeAllowedSigners,
} from './allowed-signers.ts';
import { generateSigningKey, signEd25519 } from './sign-ed25519.ts';
import { armour } from './sshsig.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

const noKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined ? false : 'ssh-keygen is not installed';
const at = (text: string) => Date.parse(text) as Instant;
const [one, other] = [await generateSigningKey(), await generateSigningKey()];

test('the file is sorted and exact', () => {
  const signers: readonly AllowedSigner[] = [
    {
      principal: principalOf({ organisation: 'potamon', delegate: 2 }),
      key: other.publicKey,
      validAfter: at('2026-11-22T03:40:49.999Z'),
    },
    {
      principal: 'dasi/1',
      key: one.publicKey,
      validAfter: at('2026-01-02T00:00:00Z'),
      validBefore: at('2026-11-22T03:40:49.001Z'),
    },
  ];
  const text = writeAllowedSigners(signers);
  assert.equal(
    text,
    `dasi/1 namespaces="isonomia-act-v1",valid-after="20260102000000Z",valid-before="20261122034049Z" ${one.publicKey}\n` +
      `potamon/2 namespaces="isonomia-act-v1",valid-after="20261122034049Z" ${other.publicKey}\n`,
  );
  assert.equal(writeAllowedSigners([...signers, ...signers].toReversed()), text);
  assert.equal(writeAllowedSigners(readAllowedSigners(text) ?? []), text);
  assert.equal(writeAllowedSigners([]), '');
});

test('the host has a name that no delegate can have', () => {
  assert.equal(principalOf({ organisation: '', delegate: 0 }), 'host');
  assert.equal(principalOf({ organisation: 'host', delegate: 1 }), 'host/1');
});

test('what the file would take for a pattern, a list or an option is no principal', () => {
  for (const principal of ['', '*', 'a,b', 'a b', '!a', '#a', 'a?', '"a"', 'ä', 'a\nb']) {
    assert.throws(
      () => writeAllowedSigners([{ principal, key: one.publicKey, validAfter: at('2026-01-01T00:00:00Z') }]),
      TypeError,
    );
  }
});

test('only what is written is read', () => {
  const line = writeAllowedSigners([{ principal: 'a/1', key: one.publicKey, validAfter: at('2026-02-03T04:05:06Z') }]);
  for (const text of [
    line.slice(0, -1),
    `${line}\n`,
    `${line}${line}`,
    `# note\n${line}`,
    line.replace('a/1', 'a/*'),
    line.replace('act-v1', 'act-v2'),
    line.replace('20260203', '20260230'),
    line.replace('Z"', '"'),
    line.replace('\n', ' comment\n'),
    line.replace('AAAAC3', 'AAAAC4'),
  ]) {
    assert.equal(readAllowedSigners(text), null, text);
  }
});

test('ssh-keygen and we agree on when a key was valid', { skip: noKeygen }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-signers-'));
  try {
    const message = utf8('{}');
    writeFileSync(join(folder, 'sig'), armour(await signEd25519(one, { message, namespace: ACT_NAMESPACE })));
    const until = (validAfter: string, validBefore?: string): AllowedSigner => ({
      principal: 'a/1',
      key: one.publicKey,
      validAfter: at(validAfter),
      ...(validBefore !== undefined && { validBefore: at(validBefore) }),
    });
    const cases = [
      until('2026-03-01T12:00:00.500Z'),
      until('2026-03-01T11:00:00.000Z', '2026-03-01T12:00:00.500Z'),
      until('2026-03-01T12:00:00.100Z', '2026-03-01T12:00:00.200Z'),
    ];
    for (const signer of cases) {
      writeFileSync(join(folder, 'allowed_signers'), writeAllowedSigners([signer]));
      for (const time of ['11:59:59.999', '12:00:00.000', '12:00:00.999', '12:00:01.000', '12:00:02.000'].map((t) =>
        at(`2026-03-01T${t}Z`),
      )) {
        const args = [
          '-Y',
          'verify',
          '-f',
          'allowed_signers',
          '-I',
          'a/1',
          '-n',
          ACT_NAMESPACE,
          `-Overify-time=${opensshTime(time)}`,
          '-s',
          'sig',
        ];
        const good = spawnSync('ssh-keygen', args, { cwd: folder, input: message }).status === 0;
        assert.equal(principalAt([signer], one.publicKey, time) !== null, good, `${JSON.stringify(signer)} at ${time}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a key that is valid by the millisecond is valid in the file', () => {
  const time = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_009_999 });
  fc.assert(
    fc.property(time, time, time, (from, until, now) => {
      fc.pre(from <= now && now < until);
      const signer = {
        principal: 'a/1',
        key: one.publicKey,
        validAfter: from as Instant,
        validBefore: until as Instant,
      };
      const read = readAllowedSigners(writeAllowedSigners([signer])) ?? assert.fail();
      assert.equal(principalAt(read, one.publicKey, now as Instant), 'a/1');
      assert.equal(principalAt([signer], one.publicKey, now as Instant), 'a/1');
      assert.equal(principalAt(read, other.publicKey, now as Instant), null);
    }),
  );
});
