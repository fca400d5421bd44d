import assert from 'node:assert/strict';
import { DAY, instant } from '../../base/time.ts';
import type { Ledger } from '../../conference/post/ledger.ts';

/** A fresh ledger, and the way to it after its process has ended; `null` where nothing outlives it. */
export interface LedgerUnderTest {
  readonly ledger: Ledger;
  readonly reopen: (() => Ledger) | null;
}

const NOW = instant(10 * DAY);
const anna = { of: 'anna', most: 2 };

/** What every ledger must do, by name. */
export const LEDGER_CONTRACT: Readonly<Record<string, (under: LedgerUnderTest) => void>> = {
  'counts up to the share, for a day': ({ ledger }) => {
    assert.ok(ledger.take([anna], NOW));
    assert.ok(ledger.take([anna], instant(NOW + 1)));
    assert.ok(!ledger.take([anna], instant(NOW + DAY - 1)));
    assert.ok(ledger.take([anna], instant(NOW + DAY)), 'the first was a day ago');
    assert.ok(!ledger.take([anna], instant(NOW + DAY)));
    assert.ok(ledger.take([{ of: 'ivan', most: 1 }], instant(NOW + DAY)), 'another has its own');
  },

  'counts for all of them or for none': ({ ledger }) => {
    const all = { of: 'all', most: 3 };
    for (let i = 0; i < 2; i += 1) assert.ok(ledger.take([anna, all], NOW));
    assert.ok(!ledger.take([anna, all], NOW));
    assert.ok(ledger.take([{ of: 'ivan', most: 1 }, all], NOW), 'nothing was counted of all');
    assert.ok(!ledger.take([{ of: 'vera', most: 1 }, all], NOW));
  },

  'waits for no clock that was ahead': ({ ledger }) => {
    for (let i = 0; i < 2; i += 1) assert.ok(ledger.take([anna], instant(NOW + 365 * DAY)));
    assert.ok(ledger.take([anna], NOW));
  },

  'has it all when opened again': ({ ledger, reopen }) => {
    if (reopen === null) return;
    for (let i = 0; i < 2; i += 1) ledger.take([anna], NOW);
    assert.ok(!reopen().take([anna], NOW));
  },
};
