import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR, after, monthsAfter } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, applyFor, leave, rulesWith } from '../spec/acts.ts';
import {
  AHEAD,
  agreed,
  answer,
  ask,
  closeCall,
  convene,
  convened,
  elected,
  help,
  inMeeting,
  letter,
  sitting,
  slate,
} from '../spec/meetings.ts';
import type { State } from '../state.ts';

const six = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'];
const seats = (state: State): readonly [readonly string[], readonly string[]] => [
  state.group?.members ?? [],
  state.group?.substitutes ?? [],
];
const resign = (by: string, reason: string | null = null): Step => act('group.resign', by, { reason });

suite('9.1 an assembly elects the coordinating group', () => {
  const room = sitting(six);
  const asks = (members: readonly string[], substitutes: readonly string[] = []) =>
    ask('ada', slate(members, substitutes));

  test('as a slate of members and substitutes in order, by consensus, for the rules’ term', () => {
    const { state } = given(room, agreed('ada', slate(['cvet', 'ada', 'bor'], ['eli', 'dora'])));
    assert.deepEqual(seats(state), [
      ['cvet', 'ada', 'bor'],
      ['eli', 'dora'],
    ]);
    assert.equal(state.group?.until, monthsAfter(state.group?.elected.at ?? state.time, 12));
    assert.equal(state.group?.meeting, 1);
  });

  test('and does not, where one objects', () => {
    const objected = all(asks(['ada', 'bor', 'cvet']), answer('fani', 'object'), wait(HOUR), closeCall('ada'));
    assert.equal(given(room, objected).state.group, null);
  });

  test('with exactly as many members as the rules say, and no more substitutes', () => {
    given(room)
      .when(asks(['ada', 'bor']))
      .refused('9.1', 'bad-field', { field: 'members', why: 'count' });
    given(room)
      .when(asks(six.slice(0, 4)))
      .refused('9.1', 'bad-field', { field: 'members', why: 'count' });
    given(room)
      .when(asks(six.slice(0, 3), six.slice(3)))
      .refused('9.1', 'bad-field', { field: 'substitutes' });
    given(room)
      .when(asks(six.slice(0, 3)))
      .allowed();
  });

  test('with one seat an organisation', () => {
    given(room)
      .when(asks(['ada', 'bor', 'ada']))
      .refused('9.1', 'bad-field', { why: 'repeated' });
    given(room)
      .when(asks(['ada', 'bor', 'cvet'], ['cvet']))
      .refused('9.1', 'bad-field', { why: 'repeated' });
  });

  test('with no more seats to a country than the rules allow, substitutes included', () => {
    const two = sitting(six, rulesWith({ coordinatingGroup: { perCountry: 4 } }));
    given(two)
      .when(asks(['ada', 'bor', 'cvet'], ['dora']))
      .allowed();
    given(two)
      .when(asks(['ada', 'bor', 'cvet'], ['dora', 'eli']))
      .refused('9.1', 'bad-field', { why: 'country' });
  });

  test('of participants: no applicant, and none that has left', () => {
    const open = all(room, applyFor('nova'));
    given(open)
      .when(asks(['ada', 'bor', 'nova']))
      .refused('9.1', 'unknown', { thing: 'organisation', ref: 'nova' });
    given(room, leave('fani'))
      .when(asks(['ada', 'bor', 'fani']))
      .refused('9.1', 'unknown', { ref: 'fani' });
  });

  test('where one leaves between the call and its close, with the next substitute in its seat', () => {
    const { state } = given(room, asks(['ada', 'bor', 'fani'], ['eli']), leave('fani'), wait(HOUR), closeCall('ada'));
    assert.deepEqual(seats(state), [['ada', 'bor', 'eli'], []]);
    assert.deepEqual(
      state.group?.changes.map(({ why, successor }) => [why, successor]),
      [['left', 'eli']],
    );
  });

  test('after it has its agenda, and no meeting of the group does', () => {
    const early = all(convened(six), inMeeting('sitting.open', 'ada'));
    given(early)
      .when(asks(['ada', 'bor', 'cvet']))
      .refused('5.3', 'agenda-first');
    const own = all(
      elected(six),
      convene('ada', { kind: 'group' }),
      wait(AHEAD),
      inMeeting('sitting.open', 'ada', {}, 2),
    );
    given(own)
      .when(ask('ada', slate(['ada', 'bor', 'cvet'], []), 2))
      .refused('9.1', 'mandate-needed');
  });

  test('and another assembly elects another; the earlier stays known', () => {
    const { state } = given(room, agreed('ada', slate(six.slice(0, 3), [])), agreed('ada', slate(six.slice(3), [])));
    assert.deepEqual(seats(state), [['dora', 'eli', 'fani'], []]);
    assert.deepEqual(
      state.earlierGroups.map(({ members }) => members),
      [['ada', 'bor', 'cvet']],
    );
  });

  test('without an end where the rules set none, and goes on when its term has passed', () => {
    const endless = rulesWith({ coordinatingGroup: { perCountry: 10, termMonths: null } });
    assert.equal(given(elected(six, endless)).state.group?.until, null);
    const later = given(elected(six), wait(400 * DAY));
    assert.ok((later.state.group?.until ?? Infinity) < later.world.now);
    later.when(help('ada')).allowed();
    later.when(help('fani')).refused('9.6', 'group-only');
  });

  test('until the same day so many months later, or the last of a shorter month', () => {
    const day = (text: string) => after(Date.parse(text) as never, 0);
    assert.equal(monthsAfter(day('2026-01-31T10:00:00Z'), 1), day('2026-02-28T10:00:00Z'));
    assert.equal(monthsAfter(day('2027-08-31T10:00:00Z'), 6), day('2028-02-29T10:00:00Z'));
    assert.equal(monthsAfter(day('2026-11-15T10:00:00Z'), 14), day('2028-01-15T10:00:00Z'));
  });
});

suite('9.1 the next substitute steps in', () => {
  test('for a member that resigns; and the record shows it', () => {
    const { state } = given(elected(six), resign('bor', 'We are tired.'));
    assert.deepEqual(seats(state), [['ada', 'dora', 'cvet'], ['eli']]);
    const [change] = state.group?.changes ?? [];
    const { on: _, ...shown } = change ?? assert.fail();
    assert.deepEqual(shown, {
      organisation: 'bor',
      seat: 'member',
      why: 'resigned',
      reason: 'We are tired.',
      successor: 'dora',
    });
  });

  test('for a member that leaves the conference, and a substitute that leaves is not replaced', () => {
    const { state } = given(elected(six), leave('dora'), leave('ada'));
    assert.deepEqual(seats(state), [['eli', 'bor', 'cvet'], []]);
    assert.deepEqual(
      state.group?.changes.map(({ seat, why, successor }) => [seat, why, successor]),
      [
        ['substitute', 'left', null],
        ['member', 'left', 'eli'],
      ],
    );
  });

  test('until none is left; then the seat is empty', () => {
    const { state } = given(elected(six), ...['ada', 'bor', 'cvet'].map((name) => resign(name)));
    assert.deepEqual(seats(state), [['dora', 'eli'], []]);
    assert.equal(state.group?.changes.at(-1)?.successor, null);
  });

  test('and when the last has gone any participant serves, as before the first election', () => {
    const gone = all(elected(six), ...['ada', 'bor', 'cvet', 'dora', 'eli'].map((name) => resign(name)));
    given(gone).when(help('fani')).allowed();
    given(gone).when(letter('ada')).allowed();
    given(gone).when(convene('fani')).allowed();
  });

  test('one without a seat has none to give up, and one that has given it up is no more in the group', () => {
    given(elected(six)).when(resign('fani')).refused('9.1', 'group-only');
    given(elected(six), resign('eli')).when(resign('eli')).refused('9.1', 'group-only');
    given(elected(six), resign('ada')).when(help('ada')).refused('9.6', 'group-only');
    given(elected(six), resign('ada')).when(help('dora')).allowed();
  });
});
