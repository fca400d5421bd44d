import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { DAY, HOUR, after } from '../../base/time.ts';
import { charterWith, enrol, found, rulesWith, signCharter, table } from '../spec/acts.ts';
import { ROOM_RULES, agreed, answer, ask, arrive, closeCall, inMeeting, item, slate } from '../spec/meetings.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';

const four = ['ada', 'bor', 'cvet', 'dora'] as const;

const held = (now: number, fields: Readonly<Record<string, unknown>> = {}) => ({
  starts: now,
  ends: now + 2 * DAY,
  zone: 'Europe/Skopje',
  place: 'Ohrid, the school',
  agenda: ['The coordinating group'],
  ...fields,
});

const signing = (...names: readonly string[]): Step => all(...names.map((name) => signCharter(name)));

/** Four found a conference at a meeting that begins now; all have signed. */
const founded =
  (rules = ROOM_RULES, fields: Readonly<Record<string, unknown>> = {}, order: readonly string[] = four): Step =>
  (world) =>
    all(
      found(four, charterWith(rules), { meeting: held(world.now, fields) }),
      ...four.slice(1).map((name) => enrol(name)),
      signing(...order),
    )(world);

const inRoom = all(founded(), inMeeting('sitting.open', 'bor'), arrive('ada'), arrive('cvet'), arrive('dora'));

suite('13.1 the founding meeting is the first assembly', () => {
  test('from the last founder’s signature on, at its place and on its days, without notice', () => {
    const before = given((world) => found(four, charterWith(), { meeting: held(world.now) })(world));
    assert.deepEqual([before.state.meetings.length, before.state.foundingMeeting?.place], [0, 'Ohrid, the school']);
    const { state } = given(founded());
    const [meeting] = state.meetings;
    assert.deepEqual([meeting?.kind, meeting?.stage, meeting?.byGroup], ['assembly', 'convened', false]);
    const { starts, ends, place, zone } = meeting?.notices[0] ?? assert.fail();
    assert.deepEqual([ends - starts, place, zone], [2 * DAY, 'Ohrid, the school', 'Europe/Skopje']);
    assert.deepEqual([...(meeting?.credentials.keys() ?? [])].toSorted(), [...four]);
    assert.deepEqual(
      meeting?.items.map(({ title }) => title),
      ['The coordinating group'],
    );
  });

  test('adopts its agenda, deals with what is proposed there, and elects the group on the spot', () => {
    const { state } = given(
      inRoom,
      table('cvet'),
      item('cvet', 'On rivers', [1]),
      agreed('bor', { kind: 'agenda', items: [1, 2] }),
      inMeeting('sitting.item', 'bor', { item: 1 }),
      agreed('bor', slate(['ada', 'bor', 'cvet'], ['dora'])),
    );
    const [meeting] = state.meetings;
    assert.deepEqual(state.group?.members, ['ada', 'bor', 'cvet']);
    assert.deepEqual([meeting?.nth, meeting?.items[1]?.late], [1, false]);
  });

  test('takes nothing of the equality of those who are there: any of them opens it, one objection stops it', () => {
    for (const name of four) given(founded()).when(inMeeting('sitting.open', name)).allowed();
    const asked = all(inRoom, ask('bor', { kind: 'agenda', items: [1] }), answer('dora', 'object'), wait(HOUR));
    assert.equal(given(asked, closeCall('bor')).state.meetings[0]?.agenda, null);
  });

  test('is the same whoever signs first', () => {
    const orders = fc.shuffledSubarray([...four], { minLength: 4 });
    const seen = (order?: readonly string[]) => {
      const { items, notices, stage, by } = given(founded(ROOM_RULES, {}, order)).state.meetings[0] ?? assert.fail();
      return {
        titles: items.map(({ title }) => title),
        notices: notices.map(({ on: _on, ...rest }) => rest),
        stage,
        by,
      };
    };
    fc.assert(
      fc.property(orders, (order) => {
        assert.deepEqual(seen(order), seen());
      }),
      { numRuns: 10 },
    );
  });

  test('has the standing item of the charter first, and counts as the assembly of its year', () => {
    const rules = { ...ROOM_RULES, meetings: { ...rulesWith({}).meetings, standingItem: 'Agenda and rules' } };
    const { state } = given(founded(rules));
    assert.deepEqual(
      state.meetings[0]?.items.map(({ title, standing }) => [title, standing]),
      [
        ['Agenda and rules', true],
        ['The coordinating group', false],
      ],
    );
  });

  test('does not end before it begins, nor last longer than a month; in writing there is none', () => {
    for (const [fields, why] of [
      [{ ends: 0 }, 'before-start'],
      [{ ends: after(0 as never, 40 * 365 * 2 * DAY) }, 'too-long'],
    ] as const)
      given()
        .when((world) => found(four, charterWith(), { meeting: held(world.now, fields) })(world))
        .refused('13.1', 'bad-field', { field: 'meeting/ends', why });
    assert.deepEqual(given(found(['ada', 'bor']), enrol('bor'), signing('ada', 'bor')).state.meetings, []);
  });
});
