import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { founded, leave, table } from '../spec/acts.ts';
import { action, endAction, joinAction, leaveAction, report, taskOf } from '../spec/purpose.ts';
import { all, given } from '../spec/spec.ts';

type State = ReturnType<typeof given>['state'];
const first = ({ actions }: State) => actions[0] ?? assert.fail();
const takingPart = (state: State) => [...first(state).joined].map(([id, { parts }]) => [id, parts]);

const part = { title: 'There', country: 'GR', place: 'A bridge', from: '2096-06-05', to: '2096-06-05' };
const proposed = all(founded(4), action('ada'));

suite('1.5 a joint action', () => {
  test('is joined as far as each wishes, and by nobody else', () => {
    const { state } = given(proposed, joinAction('cvet', [3, 1]), joinAction('bor'));
    assert.deepEqual(takingPart(state), [
      ['ada', null],
      ['cvet', [1, 3]],
      ['bor', null],
    ]);
  });

  test('is joined otherwise by joining anew, which keeps the place', () => {
    const { state } = given(proposed, joinAction('cvet'), joinAction('bor'), joinAction('cvet', [2]));
    assert.deepEqual(takingPart(state), [
      ['ada', null],
      ['cvet', [2]],
      ['bor', null],
    ]);
  });

  test('has the parts that it has', () => {
    const { when } = given(proposed);
    when(joinAction('bor', [4])).refused('1.5', 'unknown', { thing: 'part', ref: '4' });
    when(joinAction('bor', [1, 1])).refused('1.5', 'bad-field', { field: 'parts', why: 'repeated' });
    when(action('bor', { parts: [{ ...part, to: '2096-06-04' }] })).refused('1.5', 'bad-field', {
      field: 'parts/0/to',
      why: 'before-start',
    });
    when(action('bor', { parts: [part, { ...part, from: '2020-01-01', to: '2020-01-02' }] })).refused(
      '1.5',
      'bad-field',
      { field: 'parts/1/to', why: 'past' },
    );
  });

  test('gives nobody a task: each takes some upon itself, and gives them back by going', () => {
    const joined = all(proposed, joinAction('bor'));
    given(joined).when(taskOf('cvet')).refused('1.5', 'unknown', { thing: 'action' });
    given(joined).when(taskOf('bor', 3)).refused('1.5', 'unknown', { thing: 'task', ref: '3' });
    given(joined)
      .when(taskOf('bor', 1, false))
      .refused('1.5', 'nothing-due');
    const both = given(joined, taskOf('bor'), taskOf('ada'));
    assert.deepEqual(first(both.state).tasks[0]?.owners, ['bor', 'ada']);
    const gone = given(joined, taskOf('bor'), taskOf('ada'), leaveAction('bor')).state;
    assert.deepEqual([first(gone).tasks[0]?.owners, first(gone).joined.has('bor' as never)], [['ada'], false]);
  });

  test('is left by those who take part', () => {
    given(proposed).when(leaveAction('bor')).refused('1.5', 'unknown', { thing: 'action' });
    given(proposed).when(leaveAction('ada')).allowed();
  });

  test('is said to be over by whoever proposed it, with a report that is there; nobody joins it then', () => {
    given(proposed).when(endAction('bor')).refused('1.5', 'not-yours', { owner: 'ada' });
    given(proposed)
      .when(endAction('ada', { report: 1 }))
      .refused('1.5', 'unknown', { thing: 'report' });
    const over = given(proposed, report('ada'), endAction('ada', { report: 1 }));
    assert.deepEqual([first(over.state).ended?.outcome, first(over.state).ended?.report], ['held', 1]);
    over.when(joinAction('bor')).refused('1.5', 'unknown', { thing: 'action', ref: '1' });
    over.when(endAction('ada')).refused('1.5', 'unknown', { thing: 'action' });
  });

  test('of one that has left the conference goes on, with who took part', () => {
    const { state, when } = given(proposed, joinAction('bor'), leave('ada'));
    assert.deepEqual([...first(state).joined.keys()], ['ada', 'bor']);
    when(endAction('cvet')).allowed();
  });

  test('is about a text that is there, and changes nothing of it', () => {
    given(proposed)
      .when(action('bor', { text: 1 }))
      .refused('1.5', 'unknown', { thing: 'text', ref: '1' });
    const tabled = given(founded(3), table('ada'));
    const before = JSON.stringify(tabled.state.texts[0]?.revisions);
    const after = tabled.when(all(action('bor', { text: 1 }), joinAction('cvet'))).allowed();
    assert.equal(JSON.stringify(after.texts[0]?.revisions), before);
  });
});
