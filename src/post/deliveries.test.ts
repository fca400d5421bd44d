import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';
import type { OutboxState } from '../conference/post/outbox.ts';
import { outcomeFor } from './deliveries.ts';

const ALFA = 'alfa' as OrganisationId;
const at = 0 as Instant;
const STATES = {
  queued: { kind: 'queued', next: at, answer: null },
  taken: { kind: 'handed-over', at, answer: '250 taken' },
  refused: { kind: 'bounced', at, answer: '550 5.1.1 no such user' },
} as const satisfies Readonly<Record<string, OutboxState>>;

const outcome = (...states: readonly (keyof typeof STATES)[]) =>
  outcomeFor(
    ALFA,
    states.map((state) => ({ state: STATES[state] })),
  );

test('mail to an organisation is handed over with the first that a server takes, and bounced when none is left to try', () => {
  assert.equal(outcome(), null);
  assert.equal(outcome('queued'), null);
  assert.equal(outcome('refused', 'queued'), null);
  assert.deepEqual(outcome('refused', 'queued', 'taken'), { organisation: ALFA, result: 'handed-over', code: 250 });
  assert.deepEqual(outcome('refused', 'refused'), { organisation: ALFA, result: 'bounced', code: 550 });
});
