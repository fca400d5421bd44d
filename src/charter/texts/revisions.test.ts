import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, cosponsorship, decide, founded, leave, revise, table } from '../spec/acts.ts';
import { contest, suggest } from '../spec/negotiation.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { present } from './texts.ts';

const tabled = all(founded(3), table('ada'));
const revised = all(tabled, revise('ada', ['One.', 'Two!']));
const listed = (clauses: readonly unknown[]): Step =>
  act('text.revise', 'ada', { text: 1, revision: 1, title: 'A text', clauses, charter: null, tookIn: [], note: null });

suite('13.2 a revision', () => {
  test('may name the clauses that stay by their ids', () => {
    const four = { id: 'c4', kind: 'operative', words: 'Four.' };
    const state = given(tabled)
      .when(listed(['c3', four, 'c1']))
      .allowed();
    const text = state.texts[0] ?? assert.fail();
    assert.deepEqual(
      present(text).clauses.map(({ words }) => words),
      ['Three.', 'Four.', 'One.'],
    );
    given(tabled)
      .when(listed(['c3', 'c9']))
      .refused('13.2', 'clause-order', { clause: 'c9', why: 'no-such-clause' });
    given(tabled)
      .when(listed(['c1', 'c2', 'c3']))
      .refused('13.2', 'clause-order', { why: 'changes-nothing' });
  });

  test('is not decided upon while a participant objects that it does not reflect what was agreed', () => {
    const contested = all(revised, contest('bor'));
    given(contested).when(decide('ada')).refused('13.2', 'revision-contested', { by: 'bor' });
    given(contested, contest('bor', { kind: 'revision.withdraw-objection' }))
      .when(decide('ada'))
      .allowed();
    given(contested, revise('ada', ['One.', 'Two.']))
      .when(decide('ada'))
      .allowed();
    given(contested, leave('bor')).when(decide('ada')).allowed();
  });

  test('is objected to once by each, the present one, and not by its maker', () => {
    given(revised, contest('bor')).when(contest('bor')).refused('13.2', 'already', { what: 'disagreed' });
    given(revised).when(contest('ada')).refused('13.2', 'own-matter');
    given(tabled).when(contest('bor')).refused('13.2', 'bad-field', { field: 'revision', why: 'first' });
    given(revised)
      .when(act('revision.object', 'bor', { text: 1, revision: 1, reasons: 'No.' }))
      .refused('13.2', 'bad-field');
    given(revised)
      .when(contest('bor', { kind: 'revision.withdraw-objection' }))
      .refused('13.2', 'unknown', { thing: 'disagreement' });
  });

  test('is the rapporteur’s whom the participants named, and the proposer’s again when that one leaves', () => {
    const named = all(
      tabled,
      cosponsorship('bor'),
      suggest('bor', { kind: 'rapporteur', organisation: 'cvet' as OrganisationId }),
      wait(14 * DAY),
    );
    given(named)
      .when(revise('ada', ['One.']))
      .refused('13.2', 'not-yours', { owner: 'cvet' });
    given(named)
      .when(revise('cvet', ['One.']))
      .allowed();
    given(named).when(decide('cvet')).allowed();
    given(named).when(decide('ada')).allowed();
    given(named, leave('cvet'))
      .when(revise('ada', ['One.']))
      .allowed();
  });
});
