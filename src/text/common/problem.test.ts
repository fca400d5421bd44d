import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstaclesOf, pointFault, signersOf } from './check.ts';
import { type Point, type Problem, isProven, problemFault } from './problem.ts';

const problem: Problem = {
  clauses: [
    { id: 'rent', weight: 2, variants: ['as-is', 'capped'] },
    { id: 'water', weight: 1, variants: ['as-is'] },
  ],
  rules: [],
  signers: [
    { id: 'A', objects: [{ clause: 'rent', variant: 'as-is' }], conditions: [] },
    {
      id: 'B',
      objects: [],
      conditions: [{ when: [{ clause: 'rent', variant: 'capped' }], needs: [{ clause: 'water', variant: 'as-is' }] }],
    },
    { id: 'C', objects: [], conditions: [{ when: null, forbids: [{ clause: 'water', variant: 'as-is' }] }] },
  ],
};

test('who can sign follows from objections and conditions', () => {
  assert.deepEqual(signersOf(problem, ['as-is', null]), ['B', 'C']);
  assert.deepEqual(signersOf(problem, ['capped', null]), ['A', 'C']);
  assert.deepEqual(signersOf(problem, ['capped', 'as-is']), ['A', 'B']);
  assert.deepEqual(signersOf(problem, [null, null]), ['A', 'B', 'C']);
  const [, second] = problem.signers;
  assert.ok(second !== undefined);
  assert.equal(obstaclesOf(problem, second, ['capped', null])[0]?.kind, 'condition');
});

const point: Point = { k: 2, text: { choice: ['capped', 'as-is'], signers: ['A', 'B'], weight: 3 }, bound: 3 };

test('a point that says what is so passes the check, and no other', () => {
  assert.equal(pointFault(problem, point), null);
  const { text } = point;
  assert.ok(text !== null);
  const wrong = (change: Partial<typeof text>, more: Partial<Point> = {}) =>
    pointFault(problem, { ...point, text: { ...text, ...change }, ...more });
  assert.equal(wrong({ choice: ['capped'] }), 'not-a-choice');
  assert.equal(wrong({ choice: ['other', 'as-is'] }), 'not-a-choice');
  assert.equal(wrong({ signers: ['A', 'C'] }), 'wrong-signers');
  assert.equal(wrong({ weight: 2 }), 'wrong-weight');
  assert.equal(wrong({}, { k: 3 }), 'too-few-signers');
  assert.equal(wrong({}, { bound: 2 }), 'bound-below-text');
  assert.ok(isProven(point) && !isProven({ ...point, bound: 4 }) && isProven({ k: 3, text: null, bound: null }));
});

test('problems that contradict themselves or are too large are refused', () => {
  assert.equal(problemFault(problem), null);
  const [clause] = problem.clauses;
  assert.ok(clause !== undefined);
  assert.equal(problemFault({ ...problem, clauses: [clause, clause] })?.kind, 'repeated');
  assert.equal(problemFault({ ...problem, clauses: [{ ...clause, weight: 1.5 }] })?.kind, 'bad-weight');
  assert.equal(problemFault({ ...problem, clauses: [clause] })?.kind, 'unknown-variant');
  const many = Array.from({ length: 501 }, (_, at) => ({ ...clause, id: `${at}` }));
  assert.deepEqual(problemFault({ clauses: many, rules: [], signers: [] }), {
    kind: 'too-large',
    what: 'clauses',
    most: 500,
  });
});
