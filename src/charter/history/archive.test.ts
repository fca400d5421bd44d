import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { apply } from '../apply.ts';
import type { AnyAct } from '../acts.ts';
import type { ReceivedAct } from '../act.ts';
import { type PastDay, isBefore, isPastDay } from './past-day.ts';
import { bringPiece, correctPiece } from '../spec/archive.ts';
import { founded } from '../spec/acts.ts';
import { example } from '../spec/example.ts';
import { all, given, lastSent, snapshot } from '../spec/spec.ts';
import { printed, rename } from '../spec/names.ts';
import type { State } from '../state.ts';
import { MOST } from '../law/limits.ts';
import { standing } from './archive.ts';

const kind = fc.constantFrom('decision', 'statement', 'charter', 'report', 'meeting', 'participant');

/** All that a rule could read, without what brings the archive and what every entry counts. */
const withoutArchive = (state: State): string => {
  const counted = { archive: 0, pieceOf: 0, archivedBy: 0, attachments: 0, acts: 0, publicKeys: 0, keyChanges: 0 };
  return snapshot({ ...state, ...counted, size: 0, time: 0 });
};

suite('11.1 what comes from the archive', () => {
  test('stands with who brought it, and moves nothing else whatever it says', () => {
    const { world, state } = given(example);
    const before = withoutArchive(state);
    fc.assert(
      fc.property(kind, fc.constantFrom('ada', 'bor', 'cvet'), (kind, by) => {
        // It names every participant as its signatory, and is as large as any text.
        const names = [...state.organisations.values()].map(({ name }) => ({ name, country: 'Serbia' }));
        const what = { kind, reference: `AC/${state.archive.length}`, names: kind === 'participant' ? [] : names };
        assert.equal(bringPiece(by, what)(world), null);
        assert.equal(withoutArchive(world.state), before);
        assert.equal(world.state.archive.at(-1)?.by, by);
      }),
      { numRuns: 24 },
    );
  });

  test('is called by what nothing else there is called by, and frees it when that is corrected', () => {
    const there = all(founded(3), bringPiece('ada'));
    given(there).when(bringPiece('bor')).refused('11.1', 'taken', { field: 'what/reference', value: 'AC/2019/1' });
    given(there, correctPiece('ada', 1, { reference: 'AC/2019/2' }))
      .when(bringPiece('bor'))
      .allowed();
    given(there, bringPiece('bor', { reference: 'B' }))
      .when(correctPiece('bor', 2, { reference: 'AC/2019/1' }))
      .refused('11.1', 'taken', { field: 'what/reference' });
  });

  test('is corrected by whoever brought it, over the version that stands, and every version stays', () => {
    const there = all(founded(3), bringPiece('ada'));
    given(there).when(correctPiece('bor')).refused('11.1', 'not-yours', { owner: 'ada' });
    given(there).when(correctPiece('ada', 2)).refused('11.1', 'unknown', { thing: 'piece', ref: '2' });
    given(there, correctPiece('ada'))
      .when(correctPiece('ada', 1, {}, { version: 1 }))
      .refused('11.1', 'superseded', { field: 'version', current: 2 });
    const { archive } = given(there)
      .when(correctPiece('ada', 1, { title: 'On the two dams' }))
      .allowed();
    const [first, second] = archive[0]?.versions ?? [];
    assert.deepEqual([first?.what.title, second?.what.title], ['On the dams', 'On the two dams']);
    assert.deepEqual(second?.papers, first?.papers, 'its papers stay where nothing is said of them');
  });

  test('was: it is of a day that has come, and ends when it has begun', () => {
    const at = (fields: Readonly<Record<string, unknown>>) => given(founded(2)).when(bringPiece('ada', fields));
    at({ on: '2999' }).refused('11.1', 'bad-field', { field: 'what/on', why: 'in-the-future' });
    at({ kind: 'meeting', until: '2999-01' }).refused('11.1', 'bad-field', { field: 'what/until' });
    at({ kind: 'meeting', until: '2019-06-01' }).refused('11.1', 'bad-field', { why: 'before-start' });
    at({ kind: 'meeting', until: '2019-06' }).allowed();
    at({ until: '2019-06-03' }).refused('11.1', 'bad-field', { field: 'what/until', why: 'does-not-last' });
    at({ kind: 'participant' }).refused('11.1', 'bad-field', { field: 'what/names', why: 'no-names' });
    at({ kind: 'participant', names: [], until: '2020' }).allowed();
  });

  test('holds so many pieces of each, and nobody shuts the others out', () => {
    const { world } = given(founded(2));
    const entry = lastSent(world, bringPiece('ada'));
    for (let i = 0; i < MOST['own-archived']; i += 1) apply(world.state, calledSo(entry, i));
    const own = bringPiece('ada', { reference: 'one more' })(world);
    assert.deepEqual([own?.kind, own?.article], ['limit', '11.1']);
    assert.equal(bringPiece('bor', { reference: 'one more' })(world), null);
  });

  test('is said anew so often and no oftener', () => {
    const { world } = given(founded(2), bringPiece('ada'));
    for (let i = 1; i < MOST['piece-versions']; i += 1) assert.equal(correctPiece('ada')(world), null);
    assert.equal(correctPiece('ada')(world)?.kind, 'limit');
  });

  test('keeps its names as print, whatever organisations are called', () => {
    const names = [{ name: 'The Fishers', country: null }];
    const { world } = given(founded(2), bringPiece('ada', { names }));
    assert.equal(rename('bor', printed('The Fishers'))(world), null, 'print takes no name from anybody');
    assert.deepEqual(standing(world.state.archive[0] ?? assert.fail()).what.names, names);
  });
});

/** The same act of another hash and reference. */
const calledSo = (entry: ReceivedAct<AnyAct>, i: number): ReceivedAct<AnyAct> => {
  const body = entry.act.body as { readonly what: object };
  const act = { ...entry.act, body: { ...body, what: { ...body.what, reference: `piece ${i}` } } } as AnyAct;
  return { ...entry, act, hash: `${entry.hash} ${i}` as typeof entry.hash };
};

test('a day of the past is known to the day, the month or the year', () => {
  for (const day of ['2019-06-02', '2019-06', '2019', '2020-02-29', '1000']) assert.ok(isPastDay(day), day);
  for (const day of ['2019-13', '2019-02-29', '2019-6-2', '19', '0999', '2019-06-', ' 2019', '2019-06-02T00', '']) {
    assert.ok(!isPastDay(day), day);
  }
  const before = (one: string, other: string): boolean => isBefore(one as PastDay, other as PastDay);
  assert.ok(before('2018', '2019-01-01') && before('2019-05', '2019-06-01'));
  assert.ok(!before('2019', '2019-06') && !before('2019-06', '2019') && !before('2019-06-01', '2019-06-01'));
});
