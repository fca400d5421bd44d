import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { founded, leave } from '../spec/acts.ts';
import { commentOn, correctReport, report, translateReport } from '../spec/purpose.ts';
import { all, given, wait } from '../spec/spec.ts';
import { fakeHash } from '../spec/world.ts';
import { MOST } from '../law/limits.ts';
import { PUBLIC } from '../visibility.ts';
import { maySeeEntry } from '../sight/visibility-entries.ts';
import { lastVersion } from './reports.ts';

const first = (state: ReturnType<typeof given>['state']) => state.reports[0] ?? assert.fail();

suite('1.2 a report', () => {
  test('is its author’s word, and of those alone who take part', () => {
    const state = given(founded(2)).when(report('ada')).allowed();
    assert.deepEqual([first(state).number, first(state).by], [1, 'ada']);
    given(founded(2), leave('bor')).when(report('bor')).refused('1.2', 'not-allowed-to', { standing: 'former' });
    given(founded(2)).when(report('nobody')).refused('4.1', 'unknown-key');
  });

  test('tells what was, from its beginning to its end', () => {
    const { when } = given(founded(2));
    const told = (from: string, to: string) => when(report('ada', { period: { from, to } }));
    told('2025-03-12', '2025-03-11').refused('1.2', 'bad-field', { field: 'period/to' });
    told('2999-03-12', '2999-03-13').refused('1.2', 'bad-field', { field: 'period/from', why: 'not-yet' });
    told('2025-03-12', '2025-03-12').allowed();
  });

  test('is corrected by its author alone, over the version that it has read, and every version is kept', () => {
    const { state, when } = given(founded(3), report('ada'), correctReport('ada'));
    assert.deepEqual(
      first(state).versions.map(({ number, words }) => [number, words]),
      [
        [1, 'The dyke is open.'],
        [2, 'The dyke is closed.'],
      ],
    );
    when(correctReport('bor', { version: 2 })).refused('1.2', 'not-yours', { owner: 'ada' });
    when(correctReport('ada')).refused('1.2', 'superseded', { field: 'version', current: 2 });
    when(correctReport('ada', { report: 2 })).refused('1.2', 'unknown', { thing: 'report', ref: '2' });
  });

  test('has so many versions at most', () => {
    const versions = Array.from({ length: MOST['report-versions'] - 1 }, (_, i) =>
      correctReport('ada', { version: i + 1 }),
    );
    given(founded(2), report('ada'), ...versions)
      .when(correctReport('ada', { version: MOST['report-versions'] }))
      .refused('1.2', 'limit', { what: 'report-versions' });
  });

  test('stays public once it was', () => {
    const kept = { public: false };
    given(founded(2), report('ada'))
      .when(correctReport('ada', kept))
      .refused('1.2', 'bad-field', { field: 'public', why: 'public-already' });
    const opened = given(founded(2), report('ada', kept), correctReport('ada')).state;
    assert.deepEqual(
      first(opened).versions.map((version) => version.public),
      [false, true],
    );
  });

  test('stays where it is when its author leaves, who says nothing more', () => {
    const { state, when } = given(founded(3), report('ada'), leave('ada'));
    assert.equal(first(state).by, 'ada');
    when(correctReport('ada')).refused('1.2', 'not-allowed-to');
    when(commentOn('bor')).allowed();
  });

  test('keeps its files with its author, who may name them again', () => {
    const files = [{ name: 'level.csv', type: 'text/csv', hash: fakeHash('a level') }];
    const { when } = given(founded(2), report('ada', { files }));
    when(correctReport('ada', { files })).allowed();
    given(founded(2), report('ada', { files })).when(report('bor', { files })).refused('4.1', 'taken');
  });
});

suite('1.1 a report in other languages', () => {
  test('is brought by anybody, and replaced by who brought it or by its author', () => {
    const brought = all(founded(3), report('ada'), translateReport('bor'));
    const { when } = given(brought);
    when(translateReport('cvet')).refused('1.1', 'not-yours', { owner: 'bor' });
    given(brought)
      .when(translateReport('bor', { title: 'Η πλημμύρα' }))
      .allowed();
    const state = given(brought).when(translateReport('ada')).allowed();
    assert.equal(lastVersion(first(state)).renderings.get('el')?.by, 'ada');
    given(brought, translateReport('ada')).when(translateReport('bor')).refused('1.1', 'not-yours', { owner: 'ada' });
  });

  test('renders the version that was read, and no other', () => {
    const { when } = given(founded(3), report('ada'), correctReport('ada'));
    when(translateReport('bor')).refused('1.1', 'superseded', { current: 2 });
    when(translateReport('bor', { version: 2, language: 'en' })).refused('1.1', 'bad-field', { field: 'language' });
    const state = given(founded(3), report('ada'), translateReport('bor'), correctReport('ada')).state;
    assert.deepEqual(
      first(state).versions.map(({ renderings }) => renderings.size),
      [1, 0],
    );
  });
});

test('what everybody may read of reports is what its author made public', () => {
  const { state, world } = given(
    founded(3),
    report('ada', { public: false }),
    translateReport('bor'),
    correctReport('ada'),
    translateReport('bor', { version: 2 }),
    wait(DAY),
    commentOn('cvet'),
  );
  const seen = world.entries.flatMap(({ act }, index) =>
    act.kind.startsWith('report.') ? [[act.kind, maySeeEntry(state, PUBLIC, index, act)]] : [],
  );
  assert.deepEqual(seen, [
    ['report.make', false],
    ['report.translate', false],
    ['report.correct', true],
    ['report.translate', true],
    ['report.comment', false],
  ]);
});
