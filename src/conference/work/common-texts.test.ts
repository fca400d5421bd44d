import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point, Problem } from '../../text/common/problem.ts';
import { createCommonTexts } from './common-texts.ts';
import type { Solver } from '../ports.ts';
import { type Asker, WorkBusy } from './turns.ts';

const problem: Problem = {
  clauses: [{ id: 'c1', weight: 1, variants: ['now'] }],
  rules: [],
  signers: [{ id: 'ada', objects: [], conditions: [] }],
};
const question = { problem, present: ['now'] };
const found: Point = { k: 1, text: { choice: ['now'], signers: ['ada'], weight: 1 }, bound: 1 };
const looser: Point = { ...found, bound: 5 };
const asking = (key: string | null, limitMs = 100) => ({
  key,
  limitMs,
  signal: new AbortController().signal,
  asker: 'ada' as Asker,
});

/** A solver that gives these answers, one after the other, and counts how often it was asked. */
const scripted = (...answers: readonly (Point | 'busy')[]) => {
  let asked = 0;
  const solver: Solver = {
    frontier: async function* frontier() {
      const answer = answers[asked++];
      if (answer !== undefined && answer !== 'busy') yield [answer];
    },
    unity: async () => ({ clauses: [], least: 0, contradictions: { found: [], complete: true } }),
    close: async () => undefined,
  };
  const turn = async () => {
    if (answers[asked] !== 'busy') return () => undefined;
    asked += 1;
    throw new WorkBusy(7);
  };
  return { texts: createCommonTexts(async () => solver, { take: turn, full: () => null }), asked: () => asked };
};

test('what is proven is worked out once, until the question changes', async () => {
  const { texts, asked } = scripted(found, found);
  assert.deepEqual((await texts.answer(question, asking('a'))).points, [found]);
  await texts.answer(question, asking('a', 5000));
  assert.equal(asked(), 1);
  await texts.answer({ ...question, present: [null] }, asking('a'));
  assert.equal(asked(), 2);
});

test('what is not proven is looked for again only when there is more time, and gets no worse', async () => {
  const { texts, asked } = scripted(looser, { ...looser, bound: 3 }, { ...looser, bound: 4 });
  await texts.answer(question, asking('a', 100));
  await texts.answer(question, asking('a', 100));
  assert.equal(asked(), 1);
  assert.equal((await texts.answer(question, asking('a', 200))).points[0]?.bound, 3);
  assert.equal((await texts.answer(question, asking('a', 300))).points[0]?.bound, 3);
});

test('nothing stays of a question without a key', async () => {
  const { texts, asked } = scripted(found, found);
  await texts.answer(question, asking(null));
  await texts.answer(question, asking(null));
  assert.equal(asked(), 2);
});

test('where the solver has too much to do, what was known before is the answer', async () => {
  const { texts } = scripted(looser, 'busy', 'busy');
  await texts.answer(question, asking('a', 100));
  const again = await texts.answer(question, asking('a', 200));
  assert.deepEqual([again.busy, again.points], [7, [looser]]);
  assert.deepEqual((await texts.answer(question, asking('b'))).points, []);
});

test('an answer that fails the check never leaves', async () => {
  const { texts } = scripted({ ...found, text: { choice: ['now'], signers: [], weight: 1 } });
  await assert.rejects(async () => texts.answer(question, asking('a')), /failed the check/u);
});

test('asked by many at once it is worked out once, each in their turn', async () => {
  const { texts, asked } = scripted(found, found, found);
  await Promise.all([texts.answer(question, asking('a')), texts.answer(question, asking('a'))]);
  assert.equal(asked(), 2);
  await texts.answer(question, asking('a'));
  assert.equal(asked(), 2);
});
