import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { MOST } from '../law/limits.ts';
import { applyFor, enrol, founded } from '../spec/acts.ts';
import { describeAs } from '../spec/names.ts';
import { all, given } from '../spec/spec.ts';
import { openStatement } from '../spec/statements.ts';
import { fakeHash } from '../spec/world.ts';
import type { State } from '../state.ts';

const said = ({ organisations }: State) => {
  const { about, website, picture } = organisations.get('ada' as OrganisationId) ?? assert.fail();
  return [about.map(({ language }) => language), website, picture?.hash ?? null];
};
const ONE_MORE = describeAs('ada', 'same');

suite('4.1 what an organisation says of itself', () => {
  test('is said anew as a whole, and its picture stays, goes or is another', () => {
    const first = all(founded(2), describeAs('ada'));
    const picture = fakeHash('picture of ada');
    assert.deepEqual(said(given(founded(2)).state), [[], null, null]);
    assert.deepEqual(said(given(first).state), [['sr', 'en'], 'https://example.org/ada', picture]);
    assert.deepEqual(said(given(first, describeAs('ada', 'same')).state)[2], picture);
    assert.deepEqual(said(given(first, describeAs('ada', 'none')).state)[2], null);
  });

  test('is for those who take part, did, or sign from outside; whoever applies has said it in the application', () => {
    given(founded(2), openStatement('ada', ['gost']), enrol('gost'))
      .when(describeAs('gost'))
      .allowed();
    given(founded(2), applyFor('nova')).when(describeAs('nova')).refused('4.1', 'not-allowed-to');
  });

  test('is never another’s picture, and one language is said once', () => {
    const theirs = { kind: 'new', type: 'image/png', hash: fakeHash('picture of bor') };
    const body = (about: readonly object[], picture: object) => (world: Parameters<typeof ONE_MORE>[0]) =>
      world.send({ kind: 'organisation.describe', by: 'ada', body: { about, website: null, picture } });
    given(founded(2), describeAs('bor')).when(body([], theirs)).refused('4.1', 'taken');
    const twice = { language: 'en', words: 'Twice' };
    given(founded(2))
      .when(body([twice, twice], { kind: 'none' }))
      .refused('4.1', 'bad-field', { field: 'about' });
  });

  test('is said so often and no oftener', () => {
    const often = all(founded(2), ...Array.from({ length: MOST.descriptions }, () => ONE_MORE));
    given(often).when(ONE_MORE).refused('4.1', 'limit', { what: 'descriptions' });
  });
});
