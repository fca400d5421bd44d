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

const found = (id: string) => ALL.find(([one]) => one === id) ?? ALL[0];
const countryOf = (id: string): string => found(id)[2];
const signedIn = (order: readonly string[], nameOf = (id: string): string => found(id)[1]) =>
  order.map((id, index) => ({
    by: id as OrganisationId,
    printed: [{ name: nameOf(id), country: 'Where it is' }],
    on: { index, at: 0 as Instant },
  }));

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
            inPrintedOrder(signedIn(order), by, countryOf).map((one) => one.by);
          assert.deepEqual(ids('name'), ['alfa', 'beta', 'omega', 'vita']);
          assert.deepEqual(ids('country'), ['beta', 'omega', 'alfa', 'vita']);
          assert.deepEqual(ids('signing'), order);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('under other names follows the names, and nothing else', () => {
    const other = (id: string) => `${9 - ALL.findIndex(([one]) => one === id)}`;
    const ids = inPrintedOrder(
      signedIn(
        ALL.map(([id]) => id),
        other,
      ),
      'name',
      countryOf,
    ).map(({ by }) => by);
    assert.deepEqual(ids, ALL.map(([id]) => id).toReversed());
  });
});
