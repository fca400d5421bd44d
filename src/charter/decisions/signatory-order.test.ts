import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { inPrintedOrder } from './signatory-order.ts';

const ALL = [
  ['vita', 'Вита', 'RS'],
  ['alfa', 'Alfa', 'MK'],
  ['omega', 'Ωμέγα', 'GR'],
  ['beta', 'Beta', 'GR'],
] as const;

const named = (id: OrganisationId) => {
  const found = ALL.find(([one]) => one === id);
  return found === undefined ? null : { name: found[1], country: found[2] as never };
};
const signedIn = (order: readonly string[]) =>
  order.map((id, index) => ({ by: id as OrganisationId, on: { index, at: 0 as Instant } }));

suite('13.4 the order of signatories', () => {
  test('by name and by country is the same whoever signs first; in order of signing it is that', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          ALL.map(([id]) => id),
          { minLength: 4 },
        ),
        (order) => {
          const ids = (by: 'name' | 'country' | 'signing') =>
            inPrintedOrder(signedIn(order), by, named).map((one) => one.by);
          assert.deepEqual(ids('name'), ['alfa', 'beta', 'omega', 'vita']);
          assert.deepEqual(ids('country'), ['beta', 'omega', 'alfa', 'vita']);
          assert.deepEqual(ids('signing'), order);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('under other names follows the names, and nothing else', () => {
    const other = (id: OrganisationId) => ({
      name: `${9 - ALL.findIndex(([one]) => one === id)}`,
      country: 'RS' as never,
    });
    const ids = inPrintedOrder(signedIn(ALL.map(([id]) => id)), 'name', other).map(({ by }) => by);
    assert.deepEqual(ids, ALL.map(([id]) => id).toReversed());
  });
});
