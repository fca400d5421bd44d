import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { DAY } from '../../base/time.ts';
import { amend, consult, decide, founded, onAmendment, rulesWith, table, take } from '../spec/acts.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import { amendmentToPass } from '../texts/to-pass.ts';
import { textToPass } from './to-pass.ts';

const FOUR = ['ada', 'bor', 'cvet', 'dora'] as const;
const textOf = (state: State) => state.texts[0] ?? assert.fail('No text');
const stands = fc.array(fc.constantFrom('accept', 'stand-aside', 'object', null), { minLength: 4, maxLength: 4 });
const said = (all4: readonly ('accept' | 'stand-aside' | 'object' | null)[], on = onAmendment(1)): readonly Step[] =>
  all4.flatMap((stand, i) => (stand === null ? [] : [take(FOUR[i] ?? '', stand, on)]));

suite('what a decision still needs', () => {
  const opened = all(founded(FOUR), table('ada'), decide('ada'));
  const whole = { kind: 'whole' } as const;

  test('is so: those named bring it about at once, and without a lack it is adopted when its time is up', () => {
    fc.assert(
      fc.property(stands, fc.boolean(), (answers, talked) => {
        const steps = [opened, ...(talked ? [consult('ada', ['bor'])] : []), ...said(answers, whole)];
        const { state } = given(...steps);
        const needs = textToPass(state, textOf(state));
        if (needs === null) return assert.equal(textOf(state).stage, 'adopted');
        const later = given(...steps, wait(8 * DAY)).state;
        assert.equal(textOf(later).stage, needs.lacks.length === 0 ? 'adopted' : 'not-adopted');
        const agreed = given(...steps, ...(needs.atOnce ?? []).map((name) => take(name, 'accept'))).state;
        assert.equal(textOf(agreed).decision?.outcome?.result, 'unanimous');
      }),
      { numRuns: 40 },
    );
  });

  test('names who objects, who does not agree, and what was not talked about', () => {
    const { state } = given(opened, take('bor', 'object'), take('cvet', 'stand-aside'), take('ada', 'accept'));
    const needs = textToPass(state, textOf(state));
    assert.deepEqual(needs?.atOnce, ['bor', 'cvet', 'dora']);
    assert.deepEqual(needs.lacks, [
      { kind: 'objection', count: 1, by: ['bor'] },
      { kind: 'agreement', count: 2, from: ['bor', 'cvet', 'dora'] },
      { kind: 'consultation', points: 1 },
    ]);
  });
});

suite('what a text under negotiation still needs', () => {
  const tabled = all(founded(FOUR), table('ada'));
  const needsOf = (...steps: readonly Step[]) => {
    const { state } = given(tabled, ...steps);
    return textToPass(state, textOf(state));
  };

  test('is what it needs once it is put to decision, but that enough agree then', () => {
    fc.assert(
      fc.property(stands, fc.boolean(), (clause, talked) => {
        const on = { kind: 'clause', clause: asClauseId('c2') } as const;
        const steps = [...said(clause, on), ...(talked ? [consult('ada', ['bor'])] : [])];
        const before = needsOf(...steps);
        assert.deepEqual([before?.at, before?.atOnce], [null, null]);
        const after = needsOf(...steps, decide('ada'));
        const others = after?.lacks.filter(({ kind }) => kind !== 'agreement');
        assert.deepEqual(before?.lacks, others);
      }),
      { numRuns: 40 },
    );
  });

  test('is to be seconded first, where the rules ask that of it', () => {
    const seconded = rulesWith({ texts: { seconding: 2 } });
    const { state } = given(founded(FOUR, seconded), table('ada'));
    assert.deepEqual(textToPass(state, textOf(state))?.lacks[0], { kind: 'seconds', count: 2 });
  });
});

suite('what an amendment still needs', () => {
  const change = { kind: 'replace' as const, clause: asClauseId('c2'), words: 'Two!' };
  const moved = all(founded(FOUR), table('ada'), amend('bor', change));
  const needsOf = (state: State) => {
    const text = textOf(state);
    return amendmentToPass(state, text, text.amendments[0] ?? assert.fail());
  };
  const fateOf = (state: State) => textOf(state).amendments[0]?.fate.kind;

  test('is so', () => {
    fc.assert(
      fc.property(stands, (answers) => {
        const steps = [moved, ...said(answers)];
        const { state } = given(...steps);
        const needs = needsOf(state);
        if (needs === null) return assert.equal(fateOf(state), 'agreed');
        assert.equal(needs.at === null, needs.lacks.length > 0);
        const later = given(...steps, wait(15 * DAY)).state;
        assert.equal(fateOf(later), needs.lacks.length === 0 ? 'agreed' : 'open');
        const accepted = (needs.atOnce ?? []).map((name) => take(name, 'accept', onAmendment(1)));
        assert.equal(fateOf(given(...steps, ...accepted).state), 'agreed');
      }),
      { numRuns: 40 },
    );
  });

  test('says who stands against it, and what', () => {
    const rival = amend('dora', { ...change, words: 'Two rivers.' });
    assert.deepEqual(needsOf(given(moved, rival, take('ada', 'object', onAmendment(1))).state)?.lacks, [
      { kind: 'objection', count: 1, by: ['ada'] },
      { kind: 'rivals', amendments: [2] },
    ]);
    const rules = rulesWith({ texts: { seconding: 2 } });
    assert.deepEqual(needsOf(given(founded(FOUR, rules), table('ada'), amend('bor', change)).state)?.lacks, [
      { kind: 'seconds', count: 2 },
    ]);
  });
});
