import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, after } from '../../base/time.ts';
import { all, given, wait } from '../spec/spec.ts';
import { act, adopt, applyFor, decide, founded, leave, observe, presented, revise, table } from '../spec/acts.ts';
import { START } from '../spec/world.ts';

const tabled = all(founded(3), table('ada'));
const shown = (organisation: string, observations: readonly number[] = [1]) =>
  act('host.shown', '', { organisation, observations });

suite('8.1 observations', () => {
  test('are made by any participant on a text at any stage', () => {
    const stages = [
      tabled,
      all(tabled, decide('ada')),
      all(tabled, decide('ada'), wait(7 * DAY)),
      all(founded(3), adopt(['ada', 'bor', 'cvet'])),
      all(tabled, act('text.withdraw', 'ada', { text: 1 })),
    ];
    for (const stage of stages) given(stage).when(observe('bor')).allowed();
    given(founded(3)).when(observe('bor')).refused('8.1', 'unknown', { thing: 'text' });
    given(tabled, applyFor('nova')).when(observe('nova')).refused('8.1', 'not-allowed-to', { standing: 'applicant' });
  });

  test('clarify, state a view or disagree', () => {
    const kinds = ['clarification', 'view', 'disagreement'] as const;
    const { state } = given(tabled, ...kinds.map((kind) => observe('bor', { kind })));
    assert.deepEqual(
      state.observations.map(({ number, kind }) => [number, kind]),
      [
        [1, 'clarification'],
        [2, 'view'],
        [3, 'disagreement'],
      ],
    );
  });
});

suite('An observation', () => {
  test('names the version that it speaks of, so that it never stands beside words that its author had not read', () => {
    const { state, when } = given(tabled);
    const before = state.texts[0]?.revisions[0]?.hash;
    when(all(revise('ada', ['Another.']), observe('bor', { version: before }))).refused('8.1', 'superseded', {
      field: 'version',
    });
    const { observations, texts } = given(tabled, observe('bor'), revise('ada', ['Another.'])).state;
    assert.notEqual(observations[0]?.version, texts[0]?.revisions.at(-1)?.hash);
  });
});

suite('8.2 observations on clauses', () => {
  test('name clauses that are there, each once', () => {
    assert.deepEqual(given(tabled, observe('bor', { clauses: ['c1', 'c2'] })).state.observations[0]?.clauses, [
      'c1',
      'c2',
    ]);
    given(tabled)
      .when(observe('bor', { clauses: ['none'] }))
      .refused('8.2', 'unknown', { thing: 'clause', ref: 'none' });
    given(tabled)
      .when(observe('bor', { clauses: ['c1', 'c1'] }))
      .refused('8.2', 'bad-field', { field: 'clauses', why: 'repeated' });
  });
});

suite('8.4 communication', () => {
  test('is to every other participant of that moment, at that moment', () => {
    const { state } = given(founded(4), leave('dora'), presented('nova'), table('ada'), wait(DAY), observe('bor'));
    const on = { index: 12, at: after(START, DAY) };
    assert.deepEqual(state.observations[0]?.circulation, [
      { organisation: 'ada', communicated: on, shown: null },
      { organisation: 'cvet', communicated: on, shown: null },
    ]);
  });

  test('the host says to whom it has shown them, each once', () => {
    const observed = all(tabled, observe('bor'), observe('bor'));
    const { state } = given(observed, wait(DAY), shown('cvet', [1, 2]));
    assert.deepEqual(
      state.observations.map(({ circulation }) =>
        circulation.map(({ organisation, shown }) => [organisation, shown?.at ?? null]),
      ),
      [
        [
          ['ada', null],
          ['cvet', after(START, DAY)],
        ],
        [
          ['ada', null],
          ['cvet', after(START, DAY)],
        ],
      ],
    );
    given(observed, shown('cvet')).when(shown('cvet')).refused('8.4', 'nothing-due');
    given(observed).when(shown('bor')).refused('8.4', 'nothing-due');
    given(observed)
      .when(shown('cvet', [3]))
      .refused('8.4', 'nothing-due');
    given(observed)
      .when(shown('cvet', [1, 1]))
      .refused('8.4', 'bad-field', { field: 'observations', why: 'repeated' });
  });
});
