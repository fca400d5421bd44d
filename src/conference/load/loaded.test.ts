import assert from 'node:assert/strict';
import { it } from 'node:test';
import { playSample } from '../../../sample/play.ts';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { instant } from '../../base/time.ts';
import { apply } from '../../charter/apply.ts';
import { emptyState } from '../../charter/state.ts';
import { createManualClock } from '../clock.ts';
import { generateHostKey } from '../host-key.ts';
import { createHost } from '../host.ts';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

it('two states that are moved on by the same entries do not touch each other', async () => {
  const clock = createManualClock(instant(0));
  const host = await createHost({
    store: createFaultyStore(),
    hostKey: generateHostKey(),
    clock,
    origin: 'http://localhost',
  });
  const conference = await playSample({ host, clock, now: instant(Date.UTC(2026, 10, 22)) });
  const entries = frozen(await conference.entries(0, Infinity));
  const [ahead, behind, alone] = [emptyState(), emptyState(), emptyState()];
  for (const entry of entries) apply(ahead, entry);
  for (const entry of entries.slice(0, -40)) apply(behind, entry);
  for (const entry of structuredClone(entries).slice(0, -40)) apply(alone, entry);
  assert.deepEqual(behind, alone);
  for (const entry of entries.slice(-40)) apply(behind, entry);
  assert.deepEqual(behind, ahead);
});
