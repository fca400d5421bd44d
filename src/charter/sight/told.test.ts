import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ConferenceId, OrganisationId } from '../../base/ids.ts';
import { asSeen } from './as-seen.ts';
import { applyFor, founded } from '../spec/acts.ts';
import { example } from '../spec/example.ts';
import { given } from '../spec/spec.ts';
import { told } from './told.ts';
import { PUBLIC, type Viewer } from '../visibility.ts';

const { state } = given(example);
const as = (id: string): Viewer => ({ kind: 'organisation', id: id as OrganisationId });

suite('the state as somebody may see it', () => {
  test('is the state itself to members', () => {
    assert.equal(asSeen(state, as('ada')), state);
  });

  test('has for others nothing that is not for them', () => {
    const seen = asSeen(state, PUBLIC);
    assert.deepEqual(
      [...seen.organisations.keys()],
      ['ada', 'bor', 'cvet', 'dora', 'gost'].map((id) => id as OrganisationId),
    );
    assert.ok([...seen.organisations.values()].every(({ delegates }) => delegates.length === 0));
    assert.deepEqual(
      Object.values(seen.texts).map(({ number }) => number),
      [1],
    );
    assert.deepEqual(new Set(seen.keys.keys()), state.publicKeys);
    assert.ok(asSeen(state, as('nova')).organisations.has('nova' as OrganisationId));
    assert.deepEqual(seen.circulations, []);
    const own = asSeen(state, as('dora')).circulations.filter(() => true);
    assert.deepEqual(
      own,
      state.circulations.filter(({ recipients }) => recipients.has('dora' as OrganisationId)),
    );
  });
});

suite('the maker of a refused act', () => {
  const { world: later } = given(founded(2), applyFor('nika'));
  const application = later.entries.at(-1);
  assert.ok(application !== undefined);
  const before = given(founded(2)).state;
  const hidden = { article: '13.2', kind: 'wrong-stage', stage: 'negotiation' } as const;

  test('hears a reason that lies in what they may not see as a member alone', () => {
    assert.deepEqual(told(before, as('ada'), application, hidden), hidden);
    assert.deepEqual(told(before, PUBLIC, application, hidden), { article: '13.2', kind: 'withheld' });
  });

  test('hears that a name cannot be had, and not whose it is', () => {
    const taken = { article: '2.1', kind: 'taken', field: 'by', value: 'nika' } as const;
    assert.deepEqual(told(before, PUBLIC, application, taken), { ...taken, kind: 'alike' });
  });

  test('hears what anybody may see as it is', () => {
    const again = { ...application, act: { ...application.act, conference: '' as ConferenceId } };
    assert.equal(told(before, PUBLIC, again, hidden).kind, 'wrong-conference');
  });
});
