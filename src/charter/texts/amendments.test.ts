import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { all, given } from '../spec/spec.ts';
import { act, amend, clauses, decide, founded, onAmendment, revise, table, take } from '../spec/acts.ts';
import { asClauseId } from '../spec/world.ts';

const [c1, none] = [asClauseId('c1'), asClauseId('none')];
const withdraw = (by: string, amendment = 1) => act('amendment.withdraw', by, { text: 1, amendment });
const deletion = amend('bor', { kind: 'delete', clause: c1 });

suite('13.2 amending', () => {
  test('is open to every participant, the proposer too', () => {
    const state = given(founded(2), table('ada'), deletion)
      .when(amend('ada', { kind: 'replace', clause: c1, words: 'Other.' }))
      .allowed();
    assert.deepEqual(
      state.texts[0]?.amendments.map(({ number, by, revision, fate }) => [number, by, revision, fate.kind]),
      [
        [1, 'bor', 1, 'open'],
        [2, 'ada', 1, 'open'],
      ],
    );
  });

  test('may replace, add, delete, move, split and join', () => {
    const [added] = clauses('New.');
    const clause = { ...(added ?? assert.fail()), id: asClauseId('new') };
    for (const change of [
      { kind: 'replace', clause: c1, words: 'Other.' },
      { kind: 'add', after: null, clause },
      { kind: 'delete', clause: c1 },
      { kind: 'move', clause: c1, after: asClauseId('c3') },
      { kind: 'replace', clause: c1, words: 'One.', as: { kind: 'point', level: 2 } },
      { kind: 'split', clause: c1, words: 'One', into: [clause] },
      { kind: 'join', clauses: [c1, asClauseId('c2')], words: 'One and two.' },
    ] as const)
      given(founded(2), table('ada')).when(amend('bor', change)).allowed();
  });

  test('must fit the text', () => {
    const refused = (change: Parameters<typeof amend>[1], clause: string | null, why: string) =>
      given(founded(2), table('ada')).when(amend('bor', change)).refused('13.2', 'clause-order', { clause, why });
    refused({ kind: 'delete', clause: none }, 'none', 'no-such-clause');
    refused({ kind: 'add', after: null, clause: clauses('New.')[0] ?? assert.fail() }, 'c1', 'clause-exists');
    refused({ kind: 'replace', clause: c1, words: 'One.' }, null, 'changes-nothing');
    refused({ kind: 'move', clause: c1, after: null }, null, 'changes-nothing');
    refused({ kind: 'join', clauses: [c1, asClauseId('c3')], words: 'Both.' }, 'c3', 'not-adjacent');
  });

  test('is of the present revision of a text under negotiation', () => {
    given(founded(2)).when(deletion).refused('13.2', 'unknown', { thing: 'text' });
    given(founded(2), table('ada'), decide('ada')).when(deletion).refused('13.2', 'wrong-stage', { stage: 'decision' });
    given(founded(2), table('ada'), revise('ada', ['Two.']))
      .when(
        act('amendment.propose', 'bor', {
          text: 1,
          revision: 1,
          change: { kind: 'delete', clause: c1 },
          reason: 'Less.',
        }),
      )
      .refused('13.2', 'superseded', { field: 'revision', current: 2 });
  });

  test('ends when the text is put to decision', () => {
    const { state } = given(
      founded(2),
      table('ada'),
      deletion,
      take('ada', 'stand-aside', onAmendment(1)),
      decide('ada'),
    );
    assert.equal(state.texts[0]?.amendments[0]?.fate.kind, 'fallen');
    assert.equal(state.texts[0]?.standing.has('amendment:1'), false);
  });
});

suite('13.2 withdrawing an amendment', () => {
  test('is its author’s, once, and takes the positions on it along', () => {
    const amended = all(founded(2), table('ada'), deletion, take('ada', 'object', onAmendment(1)));
    const state = given(amended).when(withdraw('bor')).allowed();
    assert.equal(state.texts[0]?.amendments[0]?.fate.kind, 'withdrawn');
    assert.equal(state.texts[0]?.standing.has('amendment:1'), false);
    given(amended).when(withdraw('ada')).refused('13.2', 'not-yours', { owner: 'bor' });
    given(amended, withdraw('bor')).when(withdraw('bor')).refused('13.2', 'already', { what: 'withdrawn' });
    given(amended).when(withdraw('bor', 2)).refused('13.2', 'unknown', { thing: 'amendment', ref: '2' });
    given(amended, decide('ada')).when(withdraw('bor')).refused('13.2', 'wrong-stage', { stage: 'decision' });
  });
});
