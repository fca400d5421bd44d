import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../../base/keys.ts';
import { DAY } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { chainOf } from './provenance.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { applyFor, enrol, founded, leave, lose, present, reapply, unpresent, vouch } from '../spec/acts.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { fakeKey } from '../spec/world.ts';
import type { State } from '../state.ts';
import { matterOfEntry } from './visibility-entries.ts';
import { AUDIENCE } from '../visibility.ts';

/** The `nth` act of a kind, as it is shown after these steps. */
const matterAfter = (step: Step, kind: ActKind, nth = 0) => {
  const { world, state } = given(step);
  const entry = world.entries.flatMap(({ act }, index) => (act.kind === kind ? [{ act, index }] : []))[nth];
  return entry === undefined ? assert.fail() : matterOfEntry(state, entry.index, entry.act);
};
const key = (label: string) => fingerprint(fakeKey(label));
const chain = (state: State) => chainOf(state, state.publicKeys);

suite('the entries', () => {
  test('by which a signatory became a participant is everyone’s, with the key of whoever presented it', () => {
    const MONTH = wait(30 * DAY);
    const member = all(founded(3), applyFor('nova'), present('bor', 'nova'), present('cvet', 'nova'));
    const admitted = all(member, unpresent('cvet', 'nova'), MONTH);
    const signed = all(admitted, openStatement('nova'));
    const shown = (step: Step, kind: ActKind, nth = 0) => {
      return AUDIENCE[matterAfter(step, kind, nth)] === 'everyone';
    };
    for (const kind of ['participation.apply', 'participation.present'] as const) {
      assert.equal(shown(admitted, kind), false);
      assert.equal(shown(signed, kind), true);
    }
    // Taken back, it is part of no proof.
    assert.equal(shown(signed, 'participation.present', 1), false);
    assert.equal(shown(signed, 'participation.withdraw-presentation'), false);
    const shownKeys = chain(given(signed).state);
    for (const label of ['nova', 'bor', 'invitation bor']) assert.ok(shownKeys.has(key(label)), label);
    // It may have signed in public before.
    const guest = all(
      founded(2),
      openStatement('ada', ['gost']),
      enrol('gost'),
      signStatement('gost'),
      reapply('gost'),
      present('bor', 'gost'),
      MONTH,
    );
    for (const kind of ['participation.reapply', 'participation.present'] as const) {
      assert.equal(shown(guest, kind), true);
    }
    assert.ok(chain(given(guest).state).has(key('bor')));
    // An application that came to nothing stays among those who read it.
    const second = all(founded(2), applyFor('nova'), MONTH, reapply('nova'), present('bor', 'nova'), MONTH);
    assert.equal(shown(all(second, leave('nova'), reapply('nova'), MONTH), 'participation.reapply', 1), false);
    assert.equal(shown(all(second, openStatement('nova')), 'participation.reapply'), true);
  });

  test('lead from one presenter to the next, back to those who founded the conference', () => {
    const MONTH = wait(30 * DAY);
    const admitted = (id: string, by: string) => all(applyFor(id), present(by, id), MONTH);
    const three = all(founded(2), admitted('nova', 'ada'), admitted('stara', 'nova'), admitted('treca', 'stara'));
    const lost = all(three, lose('treca'), vouch('nova', 'treca'), wait(14 * DAY));
    const shown = (step: Step, kind: ActKind) =>
      [0, 1, 2].map((nth) => AUDIENCE[matterAfter(step, kind, nth)] === 'everyone');
    assert.deepEqual(shown(lost, 'participation.present'), [false, false, false]);
    const signed = all(lost, openStatement('treca'));
    assert.deepEqual(shown(signed, 'participation.present'), [true, true, true]);
    assert.deepEqual(shown(signed, 'participation.apply'), [true, true, true]);
    for (const label of ['new treca', 'treca', 'stara', 'nova'])
      assert.ok(chain(given(signed).state).has(key(label)), label);
    const other = all(three, openStatement('nova'));
    assert.deepEqual(shown(other, 'participation.present'), [true, false, false]);
  });

  test('by which a lost key was replaced is everyone’s once the new one has signed in public, with the voucher’s key', () => {
    const replaced = all(founded(4), lose('dora'), vouch('cvet', 'dora'), wait(14 * DAY));
    const signed = all(replaced, openStatement('dora'));
    for (const kind of ['recovery.request', 'recovery.vouch'] as const) {
      assert.equal(matterAfter(replaced, kind), 'recovery');
      assert.equal(matterAfter(signed, kind), 'signing-key');
    }
    const shownKeys = chain(given(signed).state);
    for (const label of ['new dora', 'cvet', 'invitation cvet']) assert.ok(shownKeys.has(key(label)), label);
    assert.equal(matterAfter(all(signed, lose('dora', 'other')), 'recovery.request'), 'signing-key');
  });
});
