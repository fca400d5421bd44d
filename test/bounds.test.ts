import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { BOUNDS, security } from '../bin/bounds.ts';

test('docs/SECURITY.md lists every bound with the number that the code has: `node bin/bounds.ts` writes it', async () => {
  const { is, shouldBe } = await security();
  assert.equal(is, shouldBe);
  for (const { what, bound } of BOUNDS) assert.ok(is.includes(what) && is.includes(bound), what);
});

test('every bound names a test that there is', () => {
  for (const { what, test: path } of BOUNDS.filter(({ test }) => test !== null))
    assert.ok(existsSync(new URL(`../${path}`, import.meta.url)), `${what}: ${path}`);
});
