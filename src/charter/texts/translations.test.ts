import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { all, given } from '../spec/spec.ts';
import { act, adopt, founded, revise, table } from '../spec/acts.ts';
import { checkWords, translate } from '../spec/negotiation.ts';
import type { State } from '../state.ts';
import { alignedWith } from './translations.ts';

const tabled = all(founded(3), table('ada', ['Rivers.', 'Forests.', 'Springs.'], { language: 'en' }));
const greek = translate('bor', { c1: 'Ποτάμια.', c2: 'Δάση.' });
const states = (state: State) => {
  const text = state.texts[0] ?? assert.fail();
  const translation = text.translations.get('el') ?? assert.fail('No translation');
  return alignedWith(text, translation).map((clause) => clause.state);
};

suite('language versions', () => {
  test('are given clause by clause, and stand beside the original', () => {
    assert.deepEqual(states(given(tabled, greek).state), ['draft', 'draft', 'missing']);
    assert.deepEqual(states(given(tabled, greek, translate('cvet', { c3: 'Πηγές.' })).state), [
      'draft',
      'draft',
      'draft',
    ]);
  });

  test('are checked by another than the one that gave them', () => {
    assert.deepEqual(states(given(tabled, greek, checkWords('cvet', ['c1'])).state), ['checked', 'draft', 'missing']);
    given(tabled, greek)
      .when(checkWords('bor', ['c1']))
      .refused('13.3', 'own-matter');
    given(tabled, greek)
      .when(checkWords('cvet', ['c3']))
      .refused('13.3', 'unknown', { thing: 'clause', ref: 'c3' });
    given(tabled, greek, checkWords('cvet', ['c1']))
      .when(checkWords('ada', ['c1']))
      .refused('13.3', 'already', { what: 'checked' });
    assert.deepEqual(
      states(given(tabled, greek, checkWords('cvet', ['c1']), translate('ada', { c1: 'Τα ποτάμια.' })).state),
      ['draft', 'draft', 'missing'],
    );
  });

  test('are out of date for the clauses whose original has changed, and no others', () => {
    const changed = all(
      tabled,
      greek,
      checkWords('cvet', ['c1', 'c2']),
      revise('ada', ['Rivers.', 'Old forests.', 'Springs.']),
    );
    assert.deepEqual(states(given(changed).state), ['checked', 'outdated', 'missing']);
    given(changed)
      .when(checkWords('ada', ['c2']))
      .refused('13.3', 'superseded', { field: 'clauses' });
    assert.deepEqual(states(given(changed, translate('bor', { c2: 'Παλιά δάση.' })).state), [
      'checked',
      'draft',
      'missing',
    ]);
  });

  test('are of the present revision, of clauses that are there, and not of the original’s own language', () => {
    given(tabled)
      .when(translate('bor', { c1: 'Rivers!' }, { language: 'en' }))
      .refused('13.3', 'bad-field', { why: 'original' });
    given(tabled)
      .when(translate('bor', { c9: 'Τίποτε.' }))
      .refused('13.3', 'unknown', { ref: 'c9' });
    given(tabled, greek).when(greek).refused('13.3', 'clause-order', { why: 'changes-nothing' });
    const body = { text: 1, revision: 1, language: 'el', title: 'Κείμενο', clauses: [] };
    given(tabled, revise('ada', ['Rivers!']))
      .when(act('translation.publish', 'bor', body))
      .refused('13.2', 'superseded');
  });

  test('are made of adopted texts too', () => {
    given(founded(2), adopt(['ada', 'bor']))
      .when(translate('bor', { c1: 'Ένα.' }))
      .allowed();
  });
});
