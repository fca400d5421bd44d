import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR, after } from '../../base/time.ts';
import { CONSENT_RULES } from '../law/rules.ts';
import { nextAssemblyDue, noticeOf } from './meeting-rules.ts';
import type { State } from '../state.ts';
import { all, given, wait } from '../spec/spec.ts';
import { act, acting, appoint, enrol, founded, leave, rulesWith, table } from '../spec/acts.ts';
import {
  AHEAD,
  ALONE_RULES,
  ROOM_RULES,
  convene,
  convened,
  credentials,
  elected,
  inMeeting,
  item,
  noticeIn,
  sitting,
} from '../spec/meetings.ts';
import { START, fakeHash, fakeKey } from '../spec/world.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const six = [...four, 'eli', 'fani'];

suite('5.1 the next assembly', () => {
  test('is due a year after the founding, and then after the last one', () => {
    const { state } = given(founded(2));
    assert.equal(nextAssemblyDue(state), after(state.founded?.at ?? START, 365 * DAY));
    const later = given(elected(four)).state;
    assert.equal(nextAssemblyDue(later), after(later.meetings[0]?.closed?.at ?? START, 365 * DAY));
  });

  test('is due twice a year where the rules say so, and never where they ask for none', () => {
    const { state } = given(founded(2, CONSENT_RULES));
    assert.equal(nextAssemblyDue(state), after(state.founded?.at ?? START, 182 * DAY));
    assert.equal(nextAssemblyDue(given(founded(2, rulesWith({}))).state) === null, false);
    assert.equal(nextAssemblyDue(given(founded(2, { ...ROOM_RULES, assembliesPerYear: 0 })).state), null);
  });

  test('is convened by as many as the rules say while no group is elected, and by all where there are fewer', () => {
    const begun = given(founded(3), convene('cvet'));
    assert.equal(begun.state.meetings[0]?.stage, 'called');
    assert.equal(begun.when(inMeeting('meeting.second', 'ada')).allowed().meetings[0]?.stage, 'convened');
    const two = given(
      founded(2, rulesWith({ meetings: { conveners: 10 } })),
      convene('ada'),
      inMeeting('meeting.second', 'bor'),
    );
    assert.equal(two.state.meetings[0]?.stage, 'convened');
    assert.equal(given(founded(3, ALONE_RULES), convene('ada')).state.meetings[0]?.stage, 'convened');
  });

  test('is convened by a member or a substitute of the group', () => {
    for (const name of ['bor', 'eli']) {
      assert.equal(given(elected(six)).when(convene(name)).allowed().meetings[1]?.stage, 'convened', name);
    }
  });

  test('is convened by others once the group no longer can in time, and by as many as the rules say', () => {
    const due = 365 - 30;
    const before = given(elected(six), wait((due - 1) * DAY));
    const closed = before.state.meetings[0]?.closed?.at ?? START;
    before.when(convene('fani')).refused('5.1', 'group-convenes', { from: after(closed, due * DAY) });
    const { state, when } = given(elected(six), wait(due * DAY + HOUR), convene('fani'));
    assert.equal(state.meetings[1]?.stage, 'called');
    assert.equal(when(inMeeting('meeting.second', 'cvet', {}, 2)).allowed().meetings[1]?.stage, 'convened');
  });

  test('is seconded once by each, and not by the one that began', () => {
    const called = all(elected(six), wait(340 * DAY), convene('fani'));
    given(called)
      .when(inMeeting('meeting.second', 'fani', {}, 2))
      .refused('5.1', 'already', { what: 'joined' });
  });

  test('is not convened by others while one is on its way', () => {
    const { world } = given(elected(six), wait(320 * DAY), convene('ada', { in: 40 * DAY }), wait(20 * DAY));
    const from = after(world.state.meetings.at(-1)?.notices[0]?.ends ?? START, DAY);
    const refusal = convene('fani')(world);
    assert.deepEqual(refusal, { article: '5.1', kind: 'group-convenes', from });
  });

  test('is convened as long before as the rules say', () => {
    given(founded(2))
      .when(convene('ada', { in: 29 * DAY }))
      .refused('5.1', 'deadline-too-early', {
        earliest: after(START, 30 * DAY),
      });
    given(founded(2, rulesWith({ meetings: { noticeDays: 3 } })))
      .when(convene('ada', { in: 3 * DAY }))
      .allowed();
  });
});

suite('10.1 a notice', () => {
  const { when } = given(founded(2));

  test('names a place or how it is joined', () => {
    when(convene('ada', { place: null })).refused('5.1', 'bad-field', { field: 'place', why: 'missing' });
    const online = given(founded(2)).when(convene('ada', { place: null, link: 'https://meet.example/ohrid' }));
    assert.equal(online.allowed().meetings[0]?.notices[0]?.place, null);
  });

  test('ends after it begins, and within thirty days', () => {
    when(convene('ada', { ends: START })).refused('5.1', 'bad-field', { field: 'ends', why: 'before-start' });
    when(convene('ada', { ends: after(START, AHEAD + 31 * DAY) })).refused('5.1', 'bad-field', {
      field: 'ends',
      why: 'too-long',
    });
  });

  const change = (by: string, fields = {}, meeting = 2) =>
    acting('meeting.change', by, ({ state }) => {
      const { by: _by, on: _on, ...before } = noticeOf(state.meetings[meeting - 1] ?? assert.fail());
      return { meeting, notice: { ...before, place: 'Bitola', ...fields } };
    });
  const cancel = (by: string, meeting = 2) => act('meeting.cancel', by, { meeting, reason: 'Snow.' });
  const places = (state: State) => state.meetings.at(-1)?.notices.map(({ place }) => place);
  const stage = (state: State) => state.meetings.at(-1)?.stage;

  test('is changed, and the meeting called off, by whoever convened it alone', () => {
    const alone = given(elected(six), convene('ada'));
    assert.deepEqual(places(alone.when(change('ada')).allowed()), ['Ohrid, the school', 'Bitola']);
    assert.equal(stage(given(elected(six), convene('ada')).when(cancel('ada')).allowed()), 'cancelled');
  });

  test('else by as many as the rules say, who ask the same: nobody calls off another’s assembly alone', () => {
    const asked = all(elected(six), convene('ada'), cancel('bor'));
    assert.equal(stage(given(asked).state), 'convened');
    given(asked).when(cancel('bor')).refused('5.1', 'already', { what: 'joined' });
    assert.equal(stage(given(asked).when(cancel('fani')).allowed()), 'cancelled');
    assert.equal(stage(given(asked, change('bor')).when(cancel('fani')).allowed()), 'convened');
    assert.equal(stage(given(asked, leave('bor')).when(cancel('fani')).allowed()), 'convened');
    const moved = all(elected(six), convene('ada'), change('bor'));
    assert.deepEqual(
      places(
        given(moved)
          .when(change('fani', { place: 'Struga' }))
          .allowed(),
      ),
      ['Ohrid, the school'],
    );
    const { meetings } = given(moved).when(change('fani')).allowed();
    assert.deepEqual([meetings.at(-1)?.notices.length, meetings.at(-1)?.asks], [2, []]);
    const one = { ...ALONE_RULES };
    assert.equal(stage(given(elected(six, one), convene('ada')).when(cancel('fani')).allowed()), 'convened');
  });

  test('of several is theirs together', () => {
    const called = all(founded(4), convene('ada'), inMeeting('meeting.second', 'bor'));
    assert.equal(stage(given(called).when(cancel('ada', 1)).allowed()), 'convened');
    assert.equal(stage(given(called, cancel('ada', 1)).when(cancel('dora', 1)).allowed()), 'cancelled');
  });

  test('brings a meeting forward no nearer than the rules allow', () => {
    given(founded(2), convene('ada'))
      .when(
        acting('meeting.change', 'ada', ({ now }) => ({
          meeting: 1,
          notice: noticeIn(now, { starts: now + DAY, ends: now + DAY + HOUR }),
        })),
      )
      .refused('5.1', 'deadline-too-early');
  });

  test('and a cancellation go to everyone else', () => {
    const { circulations, meetings } = given(founded(3), convene('ada'))
      .when(act('meeting.cancel', 'ada', { meeting: 1, reason: 'Snow.' }))
      .allowed();
    assert.equal(meetings[0]?.stage, 'cancelled');
    assert.deepEqual(
      circulations.map(({ what, recipients }) => [what.kind, ...recipients.keys()]),
      [
        ['notice', 'bor', 'cvet'],
        ['cancellation', 'bor', 'cvet'],
      ],
    );
  });
});

suite('4.1 credentials', () => {
  test('name an organisation’s own delegates, and nobody recalled', () => {
    given(convened(four))
      .when(credentials('ada', [2]))
      .refused('4.1', 'unknown', { thing: 'delegate' });
    given(convened(four), appoint('ada', 'second'), act('delegate.recall', 'ada', { delegate: 2 }))
      .when(credentials('ada', [2]))
      .refused('4.1', 'recalled-delegate', { delegate: 2 });
  });

  test('are given by a delegate who represents the organisation, and let an assisting one in', () => {
    const assisting = all(
      convened(four),
      appoint('bor', 'second', 'assisting'),
      enrol('bor', fakeKey('second'), { delegate: 2 }),
    );
    given(assisting)
      .when(act('meeting.credentials', 'bor', { meeting: 1, delegates: [2] }, { delegate: 2 }))
      .refused('4.1', 'representing-only');
    const open = given(assisting, credentials('bor', [2]), inMeeting('sitting.open', 'ada'));
    open.when(act('sitting.arrive', 'bor', { meeting: 1, present: true })).refused('5.2', 'no-credentials');
    open.when(act('sitting.arrive', 'bor', { meeting: 1, present: true }, { delegate: 2 })).allowed();
  });

  test('are not needed in a meeting of the group, which is open to all (9.5)', () => {
    const { when } = given(
      elected(six),
      convene('ada', { kind: 'group', in: DAY }),
      wait(DAY),
      inMeeting('sitting.open', 'ada', {}, 2),
    );
    when(inMeeting('sitting.arrive', 'fani', { present: true }, 2)).allowed();
  });
});

suite('5.2 who comes', () => {
  test('is said by each organisation, and what it says last counts', () => {
    const { meetings } = given(convened(four), inMeeting('meeting.reply', 'bor', { reply: 'perhaps' }))
      .when(inMeeting('meeting.reply', 'bor', { reply: 'coming' }))
      .allowed();
    const reply = [...(meetings[0]?.replies ?? [])].find(([id]) => id === 'bor')?.[1];
    assert.deepEqual([reply?.reply, reply?.byMail], ['coming', false]);
  });

  test('that nobody vouches for takes the place of none that is the organisation’s own', () => {
    const byMail = (proven: boolean, reply: string) =>
      act('host.replied', '', { meeting: 1, organisation: 'bor', delegate: 1, proven, reply });
    const own = inMeeting('meeting.reply', 'bor', { reply: 'coming' });
    for (const first of [own, byMail(true, 'coming')])
      given(convened(four), first).when(byMail(false, 'not-coming')).refused('5.2', 'already', { what: 'replied' });
    given(convened(four), byMail(false, 'not-coming')).when(own).allowed();
    given(convened(four), own).when(byMail(true, 'not-coming')).allowed();
  });

  test('is taken by the host from a calendar’s answer, and not for a delegate who is none', () => {
    const replied = (delegate: number) =>
      act('host.replied', '', { meeting: 1, organisation: 'bor', delegate, proven: false, reply: 'online' });
    const { meetings } = given(convened(four)).when(replied(1)).allowed();
    assert.equal([...(meetings[0]?.replies ?? [])][0]?.[1].byMail, true);
    given(convened(four)).when(replied(3)).refused('4.1', 'unknown', { thing: 'delegate' });
    given(convened(four), leave('bor')).when(replied(1)).refused('5.2', 'unknown', { thing: 'organisation' });
  });
});

suite('5.3 the agenda', () => {
  test('takes items of every participant until it closes', () => {
    const ahead = all(founded(3), convene('ada'));
    given(ahead, wait(AHEAD - 14 * DAY))
      .when(item('cvet'))
      .allowed();
    given(ahead, wait(AHEAD - 13 * DAY))
      .when(item('cvet'))
      .refused('5.3', 'deadline-passed');
  });

  test('takes an item in the room, as a late one, for the assembly to decide upon', () => {
    const { meetings } = given(sitting(four)).when(item('dora', 'Roads')).allowed();
    assert.equal(meetings[0]?.items[2]?.late, true);
    assert.deepEqual(meetings[0]?.agenda?.items, [1, 2]);
  });

  test('knows the texts that an item is about', () => {
    given(founded(2), convene('ada'))
      .when(item('ada', 'A text', [1]))
      .refused('5.3', 'unknown', { thing: 'text' });
    given(founded(2), table('ada'), convene('ada'))
      .when(item('ada', 'A text', [1]))
      .allowed();
  });

  test('loses an item that its proposer takes back, but not once the assembly has put it there', () => {
    const withdraw = (by: string) => act('agenda.withdraw', by, { meeting: 1, item: 2 });
    given(convened(four)).when(withdraw('bor')).allowed();
    given(convened(four)).when(withdraw('ada')).refused('5.3', 'not-yours', { owner: 'bor' });
    given(sitting(four)).when(withdraw('bor')).refused('5.3', 'meeting-stage', { stage: 'open' });
  });
});

suite('5.2 guests', () => {
  test('are brought by any participant, by the hash of their names', () => {
    const guest = { meeting: 1, name: fakeHash('guest'), capacity: 'observer', from: 'A river board' };
    const { meetings } = given(convened(four))
      .when(act('meeting.guest', 'dora', guest))
      .allowed();
    assert.equal(meetings[0]?.guests[0]?.by, 'dora');
  });
});
