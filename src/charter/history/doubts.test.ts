import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { MOST } from '../law/limits.ts';
import { act, founded, leave } from '../spec/acts.ts';
import { bringPiece, correctPiece, disagreeWithDoubt, doubtPiece } from '../spec/archive.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';

suite('8.1 whoever thinks that a piece is wrong', () => {
  const there = all(founded(3), bringPiece('ada'));
  const days = (count: number): Step => wait(count * DAY);
  const period = 14;

  test('says so, and everyone else is told', () => {
    const { archive, circulations } = given(there)
      .when(doubtPiece('bor', 1, null))
      .allowed();
    const [doubt] = archive[0]?.doubts ?? [];
    assert.deepEqual([doubt?.by, doubt?.instead, doubt?.outcome, doubt?.deadline], ['bor', null, null, null]);
    assert.deepEqual([...(circulations.at(-1)?.recipients.keys() ?? [])], ['ada', 'cvet']);
    assert.deepEqual(circulations.at(-1)?.what, { kind: 'doubt', piece: 1, doubt: 1 });
  });

  test('has it read otherwise where nobody disagrees, also when its bringer has left', () => {
    const { state } = given(there, leave('ada'), doubtPiece('bor', 1, { title: 'On the lake' }), days(period + 1));
    const { versions, doubts } = state.archive[0] ?? assert.fail();
    assert.deepEqual(
      versions.map(({ by, what }) => `${by}: ${what.title}`),
      ['ada: On the dams', 'bor: On the lake'],
    );
    assert.deepEqual(versions[1]?.papers, versions[0]?.papers);
    assert.equal(doubts[0]?.outcome, 'taken-in');
  });

  test('has nothing changed while somebody disagrees, and again when that is taken back', () => {
    const open = all(there, doubtPiece('bor', 1, { title: 'On the lake' }), disagreeWithDoubt('cvet'));
    const refused = given(open, days(period + 1)).state.archive[0];
    assert.deepEqual([refused?.versions.length, refused?.doubts[0]?.outcome], [1, 'refused']);
    const back = given(open, disagreeWithDoubt('cvet', null), days(period + 1)).state.archive[0];
    assert.equal(back?.doubts[0]?.outcome, 'taken-in');
    const left = given(open, leave('cvet'), days(period + 1)).state.archive[0];
    assert.equal(left?.doubts[0]?.outcome, 'taken-in', 'whoever has left no longer holds it up');
    given(open).when(disagreeWithDoubt('cvet')).refused('11.1', 'already', { what: 'disagreed' });
    given(open).when(disagreeWithDoubt('ada', null)).refused('11.1', 'unknown', { thing: 'disagreement' });
    given(open, days(period + 1))
      .when(disagreeWithDoubt('ada'))
      .refused('11.1', 'unknown', { thing: 'proposal' });
  });

  test('has nothing changed that was said anew since, or would be called as another piece is', () => {
    const over = given(there, doubtPiece('bor', 1, { title: 'On the lake' }), correctPiece('ada'), days(period + 1));
    assert.deepEqual(over.state.archive[0]?.doubts[0]?.outcome, 'refused');
    const taken = doubtPiece('bor', 1, { reference: 'B' });
    const late = given(there, taken, bringPiece('cvet', { reference: 'B' }), days(period + 1)).state;
    assert.deepEqual([late.archive[0]?.doubts[0]?.outcome, late.pieceOf.get('B')], ['refused', 2]);
    given(there, bringPiece('cvet', { reference: 'B' }))
      .when(taken)
      .refused('11.1', 'taken', { field: 'instead/reference' });
    given(there, correctPiece('ada'))
      .when(act('archive.doubt', 'bor', { piece: 1, version: 1, words: 'No.', instead: null }))
      .refused('8.1', 'superseded', { current: 2 });
    given(there)
      .when(doubtPiece('bor', 1, { on: '2999' }))
      .refused('11.1', 'bad-field', { field: 'instead/on' });
  });

  test('says so ten times and no oftener', () => {
    const { world } = given(there);
    for (let i = 0; i < MOST['own-doubts']; i += 1) assert.equal(doubtPiece('bor')(world), null);
    assert.equal(doubtPiece('bor')(world)?.kind, 'limit');
    assert.equal(doubtPiece('cvet')(world), null);
  });
});
