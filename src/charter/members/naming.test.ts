import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { finalOf } from '../final/final-of.ts';
import { sheetOf } from '../final/sheet.ts';
import { linesOfSheet } from '../final/markdown.ts';
import { IN_ENGLISH } from '../final/words.ts';
import { MOST } from '../law/limits.ts';
import { acting, adopt, applyFor, disagree, enrol, found, founded, observe, presented, sign } from '../spec/acts.ts';
import { printed, rename } from '../spec/names.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { DAY } from '../../base/time.ts';
import type { State } from '../state.ts';

const ADA = printed('Ада', 'Ada');
const named = (state: State, id: string) => state.organisations.get(id as OrganisationId) ?? assert.fail(id);
const adopted = all(founded(3), adopt(['ada', 'bor', 'cvet']));

/** The first adopted text as it is printed. */
const document = (state: State): readonly string[] => {
  const final = finalOf(state, state.texts[0] ?? assert.fail()) ?? assert.fail();
  return linesOfSheet(sheetOf(final, IN_ENGLISH, null));
};

suite('4.1 how an organisation and its country are printed', () => {
  test('is its own affair: it says so anew in any standing but an applicant’s', () => {
    const { state } = given(founded(3), rename('ada', ADA));
    assert.deepEqual([named(state, 'ada').name, named(state, 'ada').gloss], ['Ада', 'Ada']);
    given(founded(2), applyFor('nova')).when(rename('nova', ADA)).refused('4.1', 'not-allowed-to');
    given(founded(2), presented('nova'), disagree('bor', 'nova'), wait(30 * DAY))
      .when(rename('nova', printed('Нова')))
      .allowed();
    given(founded(2), openStatement('ada', ['gost']), enrol('gost'))
      .when(rename('gost', printed('Гост')))
      .allowed();
    given(found(['ada', 'bor']))
      .when(rename('ada', ADA))
      .allowed();
    given(founded(2), rename('ada', ADA)).when(rename('ada', ADA)).refused('4.1', 'already', { what: 'stated' });
  });

  test('is never another’s name, nor the conference’s, and what it was called stays its own', () => {
    const field = { field: 'printed/0/name' };
    for (const name of ['Organisation bor', 'ОRGANISATION b0r', 'Bor', 'A conference'])
      given(founded(3))
        .when(rename('ada', printed(name)))
        .refused('4.1', 'alike', field);
    const renamed = all(founded(3), rename('ada', ADA));
    for (const name of ['Organisation ada', 'Ада', 'Ada'])
      given(renamed)
        .when(rename('bor', printed(name)))
        .refused('4.1', 'alike', field);
    given(renamed)
      .when(rename('ada', printed('Organisation ada')))
      .allowed();
  });

  test('may be the country that another writes, and any words for one’s own', () => {
    const mine = [{ name: 'Ada', country: 'Организација' }];
    given(
      founded(3),
      rename(
        'bor',
        mine.map((one) => ({ ...one, name: 'Bor' })),
      ),
    )
      .when(rename('ada', mine))
      .allowed();
  });

  test('is said so often and no more', () => {
    const often = (count: number): Step =>
      all(...Array.from({ length: count }, (_, i) => rename('ada', printed(`Ada ${'x'.repeat(i + 1)}`))));
    given(founded(2), often(MOST.namings)).when(rename('ada', ADA)).refused('4.1', 'limit', { what: 'namings' });
  });
});

suite('13.4 a signature', () => {
  const signing = (by: string, names: unknown): Step =>
    acting('text.sign', by, ({ state }) => ({
      text: 1,
      printed: names,
      version: state.texts[0]?.revisions.at(-1)?.hash,
      clauses: null,
      riders: [],
      adReferendum: false,
    }));

  test('prints what its maker has stated last, and nothing else', () => {
    given(adopted).when(signing('ada', ADA)).refused('4.1', 'not-as-stated');
    given(adopted)
      .when(signing('ada', printed('Organisation bor')))
      .refused('4.1', 'not-as-stated');
    given(adopted, rename('ada', ADA))
      .when(signing('ada', printed('Organisation ada')))
      .refused('4.1', 'not-as-stated');
    given(adopted, rename('ada', ADA)).when(signing('ada', ADA)).allowed();
    given(founded(2), openStatement('ada'))
      .when(
        acting('statement.sign', 'ada', ({ state }) => ({
          statement: 1,
          printed: ADA,
          version: state.statements[0]?.hash,
        })),
      )
      .refused('4.1', 'not-as-stated');
    given(found(['ada', 'bor']))
      .when(acting('charter.sign', 'ada', ({ state }) => ({ printed: ADA, charter: state.charter?.hash })))
      .refused('4.1', 'not-as-stated');
  });

  test('stays as it was printed, with whatever was said beside it, when its maker is called otherwise', () => {
    const world = given(adopted, sign('ada'), sign('bor'), observe('ada', { public: true }));
    const before = document(world.state);
    assert.ok(before.includes('Organisation ada') && before.includes('Србија'));
    const after = given(
      adopted,
      sign('ada'),
      sign('bor'),
      observe('ada', { public: true }),
      rename('ada', [{ name: 'Zora', country: 'Zemlja' }]),
    );
    assert.deepEqual(document(after.state), before);
    assert.equal(named(after.state, 'ada').name, 'Zora');
  });

  test('of a statement stays so, too', () => {
    const { state } = given(
      founded(2),
      openStatement('ada'),
      signStatement('ada'),
      rename('ada', ADA),
      signStatement('bor'),
    );
    const [one] = state.statements[0]?.signatures.values() ?? [];
    assert.deepEqual(one?.printed, printed('Organisation ada'));
  });
});
