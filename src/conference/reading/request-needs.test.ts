import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY } from '../../base/time.ts';
import { type Step, given, wait } from '../../charter/spec/spec.ts';
import { act, applyFor, disagree, enrol, founded, lose, present, presented, vouch } from '../../charter/spec/acts.ts';
import { openStatement, signStatement } from '../../charter/spec/statements.ts';
import { deskOf } from './group-desk.ts';
import { needsOf } from './needs.ts';
import { createReader } from './reader.ts';

/** What needs an organisation after these steps, in order. */
const needs = (name: string, ...steps: readonly Step[]) => {
  const { state, world } = given(...steps);
  const id = name as OrganisationId;
  return needsOf(createReader(state, { kind: 'organisation', id }), id, world.now);
};
const kinds = (name: string, ...steps: readonly Step[]) => needs(name, ...steps).map(({ kind }) => kind);

const strangers = Array.from({ length: 100 }, (_, i) => applyFor(`stranger-${i}`));
const askers = Array.from({ length: 40 }, (_, i) => lose(i % 2 === 0 ? 'ada' : 'bor', `asker ${i}`));

test('what anybody can ask for is one matter each, however often, and behind all that presses', () => {
  const flooded = needs('cvet', founded(3), presented('nova'), ...strangers, ...askers);
  assert.deepEqual(
    flooded.map((need) => ({ ...need, deadline: null })),
    [
      { kind: 'application', organisation: 'nova', deadline: null },
      { kind: 'unpresented', applications: 100, deadline: null },
      { kind: 'unvouched', requests: 40, organisations: ['ada', 'bor'], deadline: null },
    ],
  );
});

test('the desk of the group holds none of it', () => {
  const { state, world } = given(
    founded(3),
    presented('nova'),
    ...strangers,
    lose('ada'),
    vouch('bor', 'ada'),
    ...askers.slice(0, 30),
  );
  const reader = createReader(state, { kind: 'organisation', id: 'ada' as OrganisationId });
  const desk = deskOf(reader, world.now).filter(({ kind }) => kind === 'application' || kind === 'recovery');
  assert.deepEqual(desk.map(({ kind }) => kind).toSorted(), ['application', 'recovery']);
});

test('whoever has answered is not asked again', () => {
  assert.deepEqual(kinds('ada', founded(2), presented('nova')), []);
  assert.deepEqual(kinds('bor', founded(2), presented('nova')), ['application']);
  assert.deepEqual(kinds('bor', founded(2), presented('nova'), disagree('bor', 'nova')), []);
  assert.deepEqual(kinds('bor', founded(2), applyFor('nova'), disagree('bor', 'nova')), []);
  const asked = [founded(3), lose('ada')];
  assert.deepEqual(kinds('bor', ...asked, vouch('bor', 'ada')), []);
  assert.deepEqual(kinds('cvet', ...asked, vouch('bor', 'ada')), ['recovery']);
  const against = act('recovery.disagree', 'cvet', { recovery: 1, reasons: 'They have lost nothing.' });
  assert.deepEqual(kinds('cvet', ...asked, vouch('bor', 'ada'), against), []);
});

test('whoever is asked for in its own name hears of it as of its own matter, and once', () => {
  const asked = [founded(3), lose('ada'), lose('ada', 'a stranger')];
  assert.deepEqual(needs('ada', ...asked), [{ kind: 'own-keys', requests: 2, deadline: null }]);
  const vouched = [...asked, vouch('bor', 'ada')];
  const [recovery] = needs('cvet', ...vouched);
  assert.deepEqual(needs('ada', ...vouched), [{ kind: 'own-keys', requests: 2, deadline: recovery?.deadline }]);
});

test('an applicant hears that it must be presented, until it is', () => {
  assert.deepEqual(kinds('nova', founded(2), applyFor('nova')), ['be-presented']);
  assert.deepEqual(kinds('nova', founded(2), presented('nova')), []);
  assert.deepEqual(kinds('nova', founded(2), applyFor('nova'), wait(31 * DAY)), []);
});

test('whoever is invited to sign a statement hears of it, until it has signed', () => {
  const invited = [founded(2), openStatement('ada', ['sava']), enrol('sava')];
  assert.deepEqual(needs('sava', ...invited), [{ kind: 'sign-statement', statement: 1, deadline: null }]);
  assert.deepEqual(kinds('sava', ...invited, signStatement('sava')), []);
});

test('what has lapsed needs nobody', () => {
  assert.deepEqual(kinds('bor', founded(2), applyFor('nova'), lose('ada'), wait(30 * DAY)), []);
  assert.deepEqual(kinds('bor', founded(2), applyFor('nova'), wait(29 * DAY), present('ada', 'nova')), ['application']);
});
