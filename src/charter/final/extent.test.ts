import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { clausesSchema } from '../../text/clause.ts';
import { decide, founded, sign, table, take } from '../spec/acts.ts';
import { all, given } from '../spec/spec.ts';
import { finalOf } from './final-of.ts';
import { plainly } from './said.ts';
import { extentOf, namesIn } from './sheet.ts';
import { IN_ENGLISH } from './words.ts';

const TEXT = clausesSchema.parse([
  { id: 'h1', kind: 'heading', words: 'Rivers' },
  { id: 'c1', kind: 'operative', words: 'One.' },
  { id: 'c2', kind: 'operative', words: 'Two.' },
  { id: 'h2', kind: 'heading', words: 'Woods' },
  { id: 'c3', kind: 'operative', words: 'Three.' },
]);
const adopted = all(
  founded(2),
  table('ada', [], { clauses: TEXT }),
  decide('ada'),
  take('ada', 'support'),
  take('bor', 'support'),
);

/** What is printed beside a signature on these clauses. */
const said = (...ids: readonly string[]): string =>
  plainly(extentOf({ clauses: ids as readonly ClauseId[] }, TEXT, IN_ENGLISH, namesIn(TEXT, IN_ENGLISH)));

suite('7.2 how much an organisation has signed', () => {
  test('is told by the numbers that are printed, and “all but” is never followed by nothing', () => {
    assert.equal(said('h1', 'c1', 'h2', 'c3'), 'all but clause 2');
    assert.equal(said('c1', 'c3'), 'all but clause 2');
    assert.equal(said('c2', 'h2'), 'in part: clause 2');
    assert.equal(said('c1', 'c2', 'c3'), 'the whole');
    assert.equal(said('h1', 'c1', 'c2', 'c3'), 'the whole');
    assert.equal(said('h1'), 'in part: heading “Rivers”');
  });

  test('is the whole, which is signed in one way, where headings alone are left out', () => {
    for (const clauses of [['c1', 'c2', 'c3'], ['h1', 'c1', 'c2', 'c3'], TEXT.map(({ id }) => id)])
      given(adopted)
        .when(sign('ada', { clauses }))
        .refused('7.2', 'bad-field', { field: 'clauses', why: 'all-clauses' });
    const { state } = given(adopted, sign('bor', { clauses: ['h1', 'c1', 'c3'] }));
    const final = finalOf(state, state.texts[0] ?? assert.fail()) ?? assert.fail();
    assert.deepEqual(final.signatories[0]?.organisation.id, 'bor' as OrganisationId);
  });
});
