import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { Country, Language } from '../../base/ids.ts';
import { DAY, HOUR } from '../../base/time.ts';
import { adopt, applyFor, decide, founded, present, table, tableCharter, take } from '../spec/acts.ts';
import { ROOM_RULES, answer, ask, closeCall, sitting } from '../spec/meetings.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { type Head, charterHash, headOf, termsOf, versionHash } from './charter.ts';
import { REGIONAL_RULES } from './rules.ts';

const NEW_HEAD: Head = {
  name: 'Conference of All Rivers',
  abbreviation: 'CAR',
  region: ['RS', 'GR', 'IT'] as Country[],
  seat: 'Trieste',
  languages: ['it', 'el'] as Language[],
};

const agreeing = (text = 1): Step =>
  all(take('ada', 'support', undefined, null, text), take('bor', 'support', undefined, null, text));
const changed = (head: Partial<Head> = NEW_HEAD): Step =>
  all(founded(2), tableCharter('ada', REGIONAL_RULES, head), decide('ada'), agreeing());

const fromItaly = { country: 'IT' };

suite('5.4 an assembly of all redefines who the conference is', () => {
  test('name, abbreviation, seat, region and languages come into force with the charter that says them', () => {
    const { state } = given(changed());
    const charter = state.charter?.charter ?? assert.fail();
    assert.deepEqual(headOf(charter), NEW_HEAD);
    assert.deepEqual([state.charter?.source, charter.title], [{ kind: 'text', text: 1 }, 'A text']);
  });

  test('what founders and applicants accept is the document itself, by the same hash', () => {
    const { state } = given(changed());
    const [text] = state.texts;
    assert.equal(state.charter?.hash, text?.decision?.version);
    const [first] = state.earlierCharters;
    const { title, principles, ...rest } = first?.charter ?? assert.fail();
    const founding = versionHash({ title, clauses: principles, charter: termsOf({ title, principles, ...rest }) });
    assert.deepEqual([first?.hash, charterHash(first?.charter ?? assert.fail())], [founding, founding]);
  });

  test('an applicant from a country that joined the region is then let in, and none from one that left', () => {
    given(founded(2)).when(applyFor('nova', fromItaly)).refused('2.1', 'outside-region', { country: 'IT' });
    const { state } = given(changed(), applyFor('nova', fromItaly), present('ada', 'nova'), wait(31 * DAY));
    assert.equal(state.organisations.get('nova' as never)?.standing.kind, 'participant');
    given(changed())
      .when(applyFor('nova', { country: 'BA' }))
      .refused('2.1', 'outside-region', { country: 'BA' });
  });

  test('texts keep the abbreviation under which they were adopted, the charter itself among them', () => {
    const { state } = given(
      founded(2),
      adopt(['ada', 'bor']),
      tableCharter('ada', REGIONAL_RULES, NEW_HEAD),
      decide('ada', { text: 2 }),
      agreeing(2),
      table('ada'),
      decide('ada', { text: 3 }),
      agreeing(3),
    );
    assert.deepEqual(
      state.texts.map(({ decision }) => decision?.outcome?.symbol),
      ['AC/2026/1', 'AC/2026/2', 'CAR/2026/3'],
    );
  });

  test('whatever of the head a charter leaves as it is stays, and nothing else changes with it', () => {
    const fields = fc.subarray(Object.keys(NEW_HEAD) as (keyof Head)[]);
    fc.assert(
      fc.property(fields, (names) => {
        const some = Object.fromEntries(names.map((name) => [name, NEW_HEAD[name]]));
        const before = given(founded(2)).state.charter?.charter ?? assert.fail();
        const after = given(changed(some)).state.charter?.charter ?? assert.fail();
        assert.deepEqual(headOf(after), { ...headOf(before), ...some });
        assert.deepEqual(after.rules, before.rules);
      }),
      { numRuns: 20 },
    );
  });
});

suite('4.1 the name that a charter gives the conference', () => {
  test('is nobody else’s, at its tabling, when it is put to decision and from then on', () => {
    const named = (name: string): Step => tableCharter('ada', REGIONAL_RULES, { name });
    given(founded(2)).when(named('Organisation bor')).refused('5.4', 'alike', { field: 'charter/head/name' });
    const late = given(founded(2), named('Nova'), applyFor('nova', { name: 'Nova' }), present('bor', 'nova'));
    late.when(decide('ada')).refused('5.4', 'alike');
    const open = given(founded(2), named('New Rivers'), decide('ada'));
    open.when(applyFor('nova', { name: 'New Rivers' })).refused('2.1', 'alike');
    given(changed({ name: 'New Rivers' }))
      .when(applyFor('nova', { name: 'New Rivers' }))
      .refused('2.1', 'alike');
    // What it was called before stays its own.
    given(changed({ name: 'New Rivers' }))
      .when(applyFor('nova', { name: 'A conference' }))
      .refused('2.1', 'alike');
  });

  test('is free again where the charter is not adopted', () => {
    const failed = given(
      founded(2),
      tableCharter('ada', REGIONAL_RULES, { name: 'New Rivers' }),
      decide('ada'),
      take('bor', 'object'),
      wait(8 * DAY),
    );
    failed.when(applyFor('nova', { name: 'A conference' })).refused('2.1', 'alike');
    failed.when(applyFor('nova', { name: 'New Rivers' })).allowed();
  });
});

suite('10.1 the seat', () => {
  const four = ['ada', 'bor', 'cvet', 'dora'];
  const room = sitting(four, ROOM_RULES);
  const toTrieste = ask('ada', { kind: 'seat', seat: 'Trieste' });

  test('is moved by an assembly that calls for it, and nothing else of the charter with it', () => {
    const before = given(room).state.charter ?? assert.fail();
    const after = given(room, toTrieste, wait(HOUR), closeCall('ada')).state.charter ?? assert.fail();
    assert.deepEqual(after.charter, { ...before.charter, seat: 'Trieste' });
    assert.deepEqual([after.number, after.source], [2, { kind: 'seat', meeting: 1, call: 2 }]);
    assert.equal(after.hash, charterHash(after.charter));
  });

  test('stays where one objects', () => {
    const { state } = given(room, toTrieste, answer('bor', 'object'), wait(HOUR), closeCall('ada'));
    assert.deepEqual([state.charter?.number, state.charter?.charter.seat], [1, 'Ohrid']);
  });

  test('is not moved to where it is', () => {
    given(room)
      .when(ask('ada', { kind: 'seat', seat: 'Ohrid' }))
      .refused('10.1', 'already', { what: 'seat' });
  });
});
