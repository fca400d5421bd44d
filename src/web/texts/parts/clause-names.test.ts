import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClauseId } from '../../../base/ids.ts';
import type { Clause } from '../../../text/clause.ts';
import { messagesIn } from '../../messages/index.ts';
import { clauseNames, firstWords } from './clause-names.ts';

const clause = (kind: Clause['kind'], level?: number): Omit<Clause, 'id'> => ({
  kind,
  ...(level === undefined ? {} : { level }),
  words: 'What *we* hold',
});

const named = (clauses: readonly Omit<Clause, 'id'>[], language: 'en' | 'el' = 'en') =>
  [
    ...clauseNames(
      { t: messagesIn(language) } as Parameters<typeof clauseNames>[0],
      clauses.map((one, i) => ({ ...one, id: `c${i}` as ClauseId })),
    ).values(),
  ].map(({ short, long }) => `${short}: ${long}`);

suite('the names of clauses', () => {
  test('go by number, points by the clause that they stand below', () => {
    const clauses = [
      clause('preambular'),
      clause('operative'),
      clause('point', 1),
      clause('point', 2),
      clause('point', 2),
    ];
    assert.deepEqual(named([...clauses, clause('point', 1), clause('operative')]), [
      'P1: preambular clause 1',
      '1: clause 1',
      '1(a): clause 1(a)',
      '1(a)(i): clause 1(a)(i)',
      '1(a)(ii): clause 1(a)(ii)',
      '1(b): clause 1(b)',
      '2: clause 2',
    ]);
  });

  test('go by kind and place where there is no number', () => {
    assert.deepEqual(named([clause('heading'), clause('paragraph'), clause('point', 1), clause('paragraph')]), [
      'H1: heading “What we hold”',
      '§1: paragraph 1',
      '§1(a): point (a) of paragraph 1',
      '§2: paragraph 2',
    ]);
  });

  test('are the reader’s language’s', () => {
    assert.deepEqual(named([clause('operative')], 'el'), ['1: διάταξη 1']);
  });
});

test('the first words of a clause end between two words', () => {
  assert.equal(firstWords('*Recalling* the principle', 14), 'Recalling the …');
  assert.equal(firstWords('short'), 'short');
});
