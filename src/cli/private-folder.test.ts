import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePrivate } from './private-folder.ts';

test('a data folder and all that lies in it is its owner’s alone, however it came there', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  const outside = join(folder, 'outside');
  mkdirSync(data);
  chmodSync(data, 0o777);
  for (const file of [join(data, 'records.sqlite'), join(data, 'mail-key'), outside]) {
    writeFileSync(file, '');
    chmodSync(file, 0o666);
  }
  writeFileSync(join(data, 'only-read'), '');
  chmodSync(join(data, 'only-read'), 0o400);
  mkdirSync(join(data, 'kept'));
  symlinkSync(outside, join(data, 'link'));
  makePrivate(data);
  const mode = (path: string): number => statSync(path).mode & 0o777;
  assert.deepEqual(
    ['', 'records.sqlite', 'mail-key', 'kept'].map((name) => mode(join(data, name))),
    [0o700, 0o600, 0o600, 0o700],
  );
  assert.equal(mode(join(data, 'only-read')), 0o400, 'what is its owner’s alone stays as it is');
  assert.equal(mode(outside), 0o666, 'what lies elsewhere is not ours');
});
