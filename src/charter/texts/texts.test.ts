import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { termsOf, versionHash } from '../law/charter.ts';
import { REGIONAL_RULES } from '../law/rules.ts';
import { all, given } from '../spec/spec.ts';
import {
  act,
  adopt,
  amend,
  applyFor,
  charterWith,
  clauses,
  cosponsorship,
  decide,
  founded,
  leave,
  onAmendment,
  onClause,
  revise,
  table,
  tableCharter,
  take,
  whole,
} from '../spec/acts.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import { targetKey } from './position-state.ts';

const text = (state: State, number = 1) => state.texts[number - 1] ?? assert.fail('No such text');
const held = (state: State, on: Parameters<typeof targetKey>[0]) => [
  ...(text(state).standing.get(targetKey(on))?.keys() ?? []),
];
const fates = (state: State) => text(state).amendments.map(({ fate }) => fate.kind);
const withdraw = (by: string) => act('text.withdraw', by, { text: 1 });

suite('13.2 tabling', () => {
  test('is any participant’s right', () => {
    const state = given(founded(2))
      .when(table('bor', ['One.', 'Two.']))
      .allowed();
    const { number, by, stage, revisions } = text(state);
    assert.deepEqual([number, by, stage, revisions.length], [1, 'bor', 'negotiation', 1]);
    assert.equal(revisions[0]?.hash, versionHash({ title: 'A text', clauses: clauses('One.', 'Two.') }));
    given(founded(2), applyFor('nova'))
      .when(table('nova'))
      .refused('13.2', 'not-allowed-to', { standing: 'applicant' });
  });

  test('brings rules with a charter and with nothing else', () => {
    given(founded(2))
      .when(table('ada', ['One.'], { kind: 'charter' }))
      .refused('5.4', 'rules-with-charter-only');
    given(founded(2))
      .when(table('ada', ['One.'], { charter: termsOf(charterWith()) }))
      .refused('5.4', 'rules-with-charter-only');
    given(founded(2)).when(tableCharter('ada', REGIONAL_RULES)).allowed();
    given(founded(2), tableCharter('ada', REGIONAL_RULES))
      .when(revise('ada', ['One.'], { charter: null }))
      .refused('5.4', 'rules-with-charter-only');
  });

  test('is joined by co-sponsors, each once', () => {
    const state = given(founded(3), table('ada')).when(cosponsorship('bor')).allowed();
    assert.deepEqual(text(state).cosponsors, ['bor']);
    given(founded(3), table('ada')).when(cosponsorship('ada')).refused('13.2', 'already', { what: 'co-sponsor' });
    given(founded(3), table('ada'), cosponsorship('bor'))
      .when(cosponsorship('bor'))
      .refused('13.2', 'already', { what: 'co-sponsor' });
    given(founded(3), adopt(['ada', 'bor', 'cvet']))
      .when(cosponsorship('bor'))
      .refused('13.2', 'wrong-stage', { stage: 'adopted' });
    given(founded(3)).when(cosponsorship('bor')).refused('13.2', 'unknown', { thing: 'text', ref: '1' });
  });
});

suite('13.2 revising', () => {
  test('is its proposer’s, on top of the present revision', () => {
    const state = given(founded(2), table('ada'))
      .when(revise('ada', ['One.', 'Other.']))
      .allowed();
    assert.deepEqual(
      text(state).revisions.map(({ number }) => number),
      [1, 2],
    );
    given(founded(2), table('ada'))
      .when(revise('bor', ['One.']))
      .refused('13.2', 'not-yours', { owner: 'ada' });
    given(founded(2), table('ada'), revise('ada', ['One.']))
      .when(revise('ada', ['Two.'], { revision: 1 }))
      .refused('13.2', 'superseded', { field: 'revision', current: 2 });
    given(founded(2), table('ada'), decide('ada'))
      .when(revise('ada', ['One.']))
      .refused('13.2', 'wrong-stage', { stage: 'decision' });
  });

  test('changes something', () => {
    given(founded(2), table('ada'))
      .when(revise('ada', ['One.', 'Two.', 'Three.']))
      .refused('13.2', 'clause-order', { why: 'changes-nothing' });
    given(founded(2), table('ada'))
      .when(revise('ada', ['One.', 'Two.', 'Three.'], { title: 'Another title' }))
      .allowed();
  });

  test('passes to the first co-sponsor still there when the proposer has left', () => {
    const orphan = all(
      founded(4),
      table('ada'),
      cosponsorship('bor'),
      cosponsorship('cvet'),
      cosponsorship('dora'),
      leave('bor'),
      leave('ada'),
    );
    given(orphan)
      .when(revise('dora', ['One.']))
      .refused('13.2', 'not-yours', { owner: 'cvet' });
    given(orphan)
      .when(revise('cvet', ['One.']))
      .allowed();
    given(orphan).when(decide('cvet')).allowed();
    given(founded(3), table('ada'), leave('ada'))
      .when(revise('bor', ['One.']))
      .refused('13.2', 'not-yours', { owner: 'ada' });
  });

  test('lets positions on changed wording lapse, and keeps the others and all of them in the history', () => {
    const before = given(
      founded(3),
      table('ada'),
      take('bor', 'support'),
      take('bor', 'object', onClause('c1')),
      take('bor', 'accept', onClause('c2')),
      take('cvet', 'accept', onClause('c3')),
    );
    const state = before.when(revise('ada', ['One, changed.', 'Two.'])).allowed();
    assert.deepEqual(
      [held(state, whole), held(state, onClause('c1')), held(state, onClause('c2')), held(state, onClause('c3'))],
      [[], [], ['bor'], []],
    );
    assert.equal(text(state).positions.length, 4);
  });

  test('lets a position lapse where the kind of the clause changes', () => {
    const other = [{ ...clauses('One.')[0], kind: 'paragraph' }];
    const state = given(founded(2), table('ada', ['One.']), take('bor', 'object', onClause('c1')))
      .when(revise('ada', ['One.'], { clauses: other }))
      .allowed();
    assert.deepEqual(held(state, onClause('c1')), []);
  });

  test('says which amendments it took in; those that are in it otherwise fall, with the positions on them', () => {
    const [one, two, three, four] = ['c1', 'c2', 'c3', 'c4'].map((id) => asClauseId(id)) as [
      never,
      never,
      never,
      never,
    ];
    const before = given(
      founded(2),
      table('ada'),
      amend('bor', { kind: 'replace', clause: one, words: 'Better.' }),
      amend('bor', { kind: 'delete', clause: three }),
      amend('bor', { kind: 'replace', clause: two, words: 'Others.' }),
      amend('bor', { kind: 'add', after: three, clause: { id: four, kind: 'operative', words: 'Four.' } }),
      amend('bor', { kind: 'move', clause: two, after: null }),
      take('ada', 'accept', onAmendment(1)),
      ...[2, 3].map((amendment) => take('ada', 'stand-aside', onAmendment(amendment))),
    );
    const state = before.when(revise('ada', ['Better.', 'Two.'], { tookIn: [1] })).allowed();
    assert.deepEqual(fates(state), ['taken-in', 'fallen', 'open', 'open', 'open']);
    assert.deepEqual(
      [1, 2, 3].map((amendment) => held(state, onAmendment(amendment)).length),
      [0, 0, 1],
    );
    assert.deepEqual(text(state).revisions[1]?.tookIn, [1]);
  });

  test('makes an amendment fall that would change nothing any more', () => {
    const replace = amend('bor', { kind: 'replace', clause: asClauseId('c1'), words: 'Better.' });
    assert.deepEqual(fates(given(founded(2), table('ada'), replace, revise('ada', ['Better.', 'Two.'])).state), [
      'fallen',
    ]);
  });

  test('takes in open amendments alone, each once', () => {
    const amended = all(founded(2), table('ada'), amend('bor', { kind: 'delete', clause: asClauseId('c1') }));
    given(amended)
      .when(revise('ada', ['Two.'], { tookIn: [2] }))
      .refused('13.2', 'unknown', { thing: 'amendment', ref: '2' });
    given(amended)
      .when(revise('ada', ['Two.'], { tookIn: [1, 1] }))
      .refused('13.2', 'bad-field', { field: 'tookIn', why: 'repeated' });
    given(amended, act('amendment.withdraw', 'bor', { text: 1, amendment: 1 }))
      .when(revise('ada', ['Two.'], { tookIn: [1] }))
      .refused('13.2', 'unknown', { thing: 'amendment', ref: '1' });
  });
});

suite('13.2 withdrawing a text', () => {
  test('is its proposer’s, while it is under negotiation', () => {
    assert.equal(text(given(founded(2), table('ada')).when(withdraw('ada')).allowed()).stage, 'withdrawn');
    given(founded(2), table('ada')).when(withdraw('bor')).refused('13.2', 'not-yours', { owner: 'ada' });
    given(founded(2), table('ada'), decide('ada'))
      .when(withdraw('ada'))
      .refused('13.2', 'wrong-stage', { stage: 'decision' });
    given(founded(2)).when(withdraw('ada')).refused('13.2', 'unknown', { thing: 'text' });
  });

  test('ends work on it', () => {
    given(founded(2), table('ada'), withdraw('ada'))
      .when(take('bor', 'support'))
      .refused('6.2', 'wrong-stage', { stage: 'withdrawn' });
    given(founded(2), table('ada'), withdraw('ada'))
      .when(decide('ada'))
      .refused('6.1', 'wrong-stage', { stage: 'withdrawn' });
  });
});
