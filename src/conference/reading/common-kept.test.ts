import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { type CommonProblem, type Tried, commonProblem } from '../../charter/common/problem.ts';
import { founded, onClause, table, take } from '../../charter/spec/acts.ts';
import { type Given, given } from '../../charter/spec/spec.ts';
import { createCounter } from '../../charter/spec/steps.test.ts';
import { CROWD, crowded } from '../../charter/spec/worst.ts';
import { asClauseId } from '../../charter/spec/world.ts';
import { createReader } from './reader.ts';

const TRIED: readonly Tried[] = Array.from({ length: 16 }, (_, i) => ({
  on: { kind: 'clause', clause: asClauseId(`c${i + 1}`) },
  stand: 'object',
}));

const asked = ({ world }: Given, by: string, number = 1, tried: readonly Tried[] = []): CommonProblem => {
  const reader = createReader(world.state, { kind: 'organisation', id: by as OrganisationId });
  return reader.common(world.state.texts[number - 1] ?? assert.fail(), tried) ?? assert.fail();
};

test('what could be signed is asked once until the record grows, whoever asks', () => {
  const scene = given(founded(3), ...Array.from({ length: 9 }, () => table('ada')));
  const first = asked(scene, 'ada');
  assert.equal(asked(scene, 'bor'), first);
  assert.notEqual(asked(scene, 'bor', 1, TRIED), first);
  assert.equal(take('cvet', 'object', onClause('c1'))(scene.world), null);
  const later = asked(scene, 'ada');
  assert.notDeepEqual(later.problem, first.problem);
  const { state } = scene.world;
  assert.deepEqual(later.problem, commonProblem(state, state.texts[0] ?? assert.fail()).problem);
  for (let number = 2; number <= 9; number += 1) asked(scene, 'ada', number);
  assert.notEqual(asked(scene, 'ada'), later, 'few are kept');
});

test('who tries a stand on everything has nothing worked out again but what it says itself', () => {
  const counter = createCounter();
  after(counter.end);
  const scene = given(crowded);
  counter.ready();
  const made = counter.counting(() => asked(scene, 'ada'));
  const again = counter.counting(() => asked(scene, 'bor'));
  assert.ok(again.steps < 30, `${again.steps} steps`);
  const tried = counter.counting(() => asked(scene, 'bor', 1, TRIED));
  assert.equal(tried.value.problem.signers.length, CROWD.length);
  assert.ok(tried.steps * 20 < made.steps, `${tried.steps} steps of ${made.steps}`);
});
