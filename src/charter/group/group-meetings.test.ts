import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { HOUR, MINUTE } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, founded } from '../spec/acts.ts';
import {
  AHEAD,
  ROOM_RULES,
  agreed,
  answer,
  arrive,
  ask,
  closeCall,
  convene,
  elected,
  inMeeting,
  sitting,
} from '../spec/meetings.ts';
import type { State } from '../state.ts';

const six = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'];
const seats = (state: State): readonly [readonly string[], readonly string[]] => [
  state.group?.members ?? [],
  state.group?.substitutes ?? [],
];

suite('9.5 meetings of the group', () => {
  const opened = (...here: readonly string[]): Step =>
    all(
      elected(six),
      convene('ada', { kind: 'group' }),
      wait(AHEAD),
      inMeeting('sitting.open', here[0] ?? '', {}, 2),
      ...here.slice(1).map((name) => arrive(name, 2)),
      act('agenda.propose', 'ada', { meeting: 2, title: 'The post', words: null, texts: [], files: [] }),
      agreed(here[0] ?? '', { kind: 'agenda', items: [1] }, 2),
    );
  const decides = (under: string | number | null): Step =>
    ask('ada', { kind: 'words', words: 'We send a circular.', under }, 2);
  const says = (by: string, stand: 'agree' | 'object' = 'agree'): Step => answer(by, stand, { meeting: 2 });

  test('are announced by members and substitutes, to all', () => {
    const { state } = given(elected(six), convene('dora', { kind: 'group' }));
    assert.deepEqual(
      [...(state.circulations.at(-1)?.recipients.keys() ?? [])],
      six.filter((name) => name !== 'dora'),
    );
    given(elected(six))
      .when(convene('fani', { kind: 'group' }))
      .refused('9.1', 'group-only');
    given(founded(six, ROOM_RULES))
      .when(convene('ada', { kind: 'group' }))
      .refused('9.1', 'group-only');
  });

  test('hear every participant, and decide by their members', () => {
    const meeting = all(opened('ada', 'bor', 'cvet', 'fani'), decides('9.2'));
    given(meeting)
      .when(inMeeting('speech.request', 'fani', { kind: 'speech' }, 2))
      .allowed();
    given(meeting).when(says('fani', 'object')).refused('9.1', 'group-only');
    const { state } = given(meeting, says('ada'), says('bor'), says('cvet'), closeCall('ada', 2));
    assert.deepEqual(state.meetings[1]?.calls.at(-1)?.outcome?.present, ['ada', 'bor', 'cvet']);
    const objected = given(meeting, says('bor', 'object'), wait(HOUR), closeCall('ada', 2)).state;
    assert.equal(objected.meetings[1]?.calls.at(-1)?.outcome?.result, 'not-agreed');
  });

  test('seat the next substitute that is there for a member that is not, and no second one', () => {
    const meeting = all(opened('ada', 'bor', 'eli', 'dora'), decides('9.2'));
    given(meeting).when(says('dora')).allowed();
    given(meeting).when(says('eli')).refused('9.1', 'group-only');
    const { state } = given(
      all(meeting, wait(HOUR), closeCall('ada', 2)),
      inMeeting('sitting.close', 'ada', { resumes: null }, 2),
    );
    assert.deepEqual(state.meetings[1]?.stoodIn, [{ member: 'cvet', substitute: 'dora' }]);
    assert.deepEqual(seats(state), [
      ['ada', 'bor', 'cvet'],
      ['dora', 'eli'],
    ]);
  });

  test('give the seat back to a member that comes later', () => {
    const meeting = all(opened('ada', 'bor', 'dora'), arrive('cvet', 2), decides('9.2'));
    given(meeting).when(says('dora')).refused('9.1', 'group-only');
    given(meeting).when(says('cvet')).allowed();
  });

  test('decide what the charter or a mandate in force gives them, and nothing else', () => {
    const meeting = opened('ada', 'bor', 'cvet');
    for (const under of ['9.2', '9.3', '9.4', '9.6', 1]) given(meeting).when(decides(under)).allowed();
    given(meeting).when(decides(null)).refused('9.1', 'mandate-needed');
    given(meeting).when(decides(2)).refused('9.1', 'unknown', { thing: 'mandate', ref: '2' });
    const until =
      (at: number): Step =>
      (world) =>
        wait(at - world.now)(world);
    const mandate = given(meeting).state.mandates[0] ?? assert.fail();
    const late = given(meeting, until(mandate.until - MINUTE));
    late.when(decides(1)).allowed();
    given(meeting, until(mandate.until)).when(decides(1)).refused('9.1', 'mandate-ends', { until: mandate.until });
    given(meeting)
      .when(ask('ada', { kind: 'mandate', task: 'Everything.', until: mandate.until }, 2))
      .refused('9.1', 'mandate-needed');
  });

  test('an assembly needs no mandate, and gives none that has ended', () => {
    const room = sitting(six);
    given(room)
      .when(ask('ada', { kind: 'words', words: 'So be it.', under: '9.2' }))
      .refused('9.1', 'bad-field');
    given(room)
      .when((world) => ask('ada', { kind: 'mandate', task: 'Finish.', until: world.now })(world))
      .refused('9.1', 'bad-field', { field: 'until', why: 'past' });
  });
});
