import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { founded, leave } from '../spec/acts.ts';
import { appeal, closeAppeal, giveHelp, report } from '../spec/purpose.ts';
import { given, wait } from '../spec/spec.ts';
import { PUBLIC } from '../visibility.ts';
import { maySeeEntry } from '../sight/visibility-entries.ts';

type State = ReturnType<typeof given>['state'];
const first = ({ appeals }: State) => appeals[0] ?? assert.fail();

suite('1.3 an appeal for support', () => {
  test('is told to all others at once', () => {
    const state = given(founded(3)).when(appeal('ada')).allowed();
    const { what, recipients } = state.circulations[first(state).circulation - 1] ?? assert.fail();
    assert.deepEqual([what, [...recipients.keys()]], [{ kind: 'appeal', appeal: 1 }, ['bor', 'cvet']]);
  });

  test('asks for something, until a day that is still to come, and leads to a report that is there', () => {
    const { when } = given(founded(2));
    when(appeal('ada', { until: '2020-01-01' })).refused('1.3', 'bad-field', { field: 'until', why: 'past' });
    when(appeal('ada', { report: 1 })).refused('1.3', 'unknown', { thing: 'report' });
    given(founded(2), report('bor'))
      .when(appeal('ada', { report: 1 }))
      .allowed();
  });

  test('is answered by whoever did something, in the order in which it is said, and by nobody else', () => {
    const { state } = given(founded(4), appeal('ada'), giveHelp('cvet'), giveHelp('bor', { kind: 'presence' }));
    assert.deepEqual(
      first(state).help.map(({ number, by, kind }) => [number, by, kind]),
      [
        [1, 'cvet', 'goods'],
        [2, 'bor', 'presence'],
      ],
    );
  });

  test('is not answered by whoever made it, nor one that is not there', () => {
    const { when } = given(founded(2), appeal('ada'));
    when(giveHelp('ada')).refused('1.3', 'bad-field', { field: 'appeal', why: 'own-appeal' });
    when(giveHelp('bor', { appeal: 2 })).refused('1.3', 'unknown', { thing: 'appeal', ref: '2' });
  });

  test('is closed once, by whoever made it; what was done can be said after', () => {
    const { when } = given(founded(3), appeal('ada'));
    when(closeAppeal('bor')).refused('1.3', 'not-yours', { owner: 'ada' });
    const closed = given(founded(3), appeal('ada'), closeAppeal('ada'));
    assert.equal(first(closed.state).closed?.words, 'Thank you.');
    closed.when(closeAppeal('ada')).refused('1.3', 'already', { what: 'closed' });
    closed.when(giveHelp('bor')).allowed();
  });

  test('of one that has left is closed by anybody, and what others did stays', () => {
    const { state, when } = given(founded(3), appeal('ada'), giveHelp('bor'), leave('bor'), leave('ada'));
    assert.deepEqual([first(state).by, first(state).help.length], ['ada', 1]);
    when(closeAppeal('cvet')).allowed();
  });

  test('means nothing by silence: time does not change it', () => {
    const { state } = given(founded(3), appeal('ada'), wait(400 * DAY));
    assert.deepEqual([first(state).help, first(state).closed], [[], null]);
  });

  test('is everyone’s where its maker says so, and what was done where both do', () => {
    const seen = (open: boolean, helped: boolean): readonly boolean[] => {
      const { state, world } = given(founded(2), appeal('ada', { public: open }), giveHelp('bor', { public: helped }));
      return [2, 1].map((from) => {
        const index = world.entries.length - from;
        return maySeeEntry(state, PUBLIC, index, world.entries[index]?.act ?? assert.fail());
      });
    };
    assert.deepEqual(seen(true, true), [true, true]);
    assert.deepEqual(seen(true, false), [true, false]);
    assert.deepEqual(seen(false, true), [false, false]);
  });
});
