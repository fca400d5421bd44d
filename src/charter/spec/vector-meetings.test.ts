import type { OrganisationId } from '../../base/ids.ts';
import { DAY, HOUR, after } from '../../base/time.ts';
import type { RefusalKind } from '../law/refusal.ts';
import { type Step, all, wait } from './spec.ts';
import { act, acting, adopt, founded, leave, presented, rulesWith, table, take } from './acts.ts';
import {
  ROOM_RULES,
  agreed,
  answer,
  arrive,
  ask,
  circulate,
  closeCall,
  convene,
  convened,
  correction,
  credentials,
  elected,
  inMeeting,
  item,
  letter,
  sitting,
  slate,
} from './meetings.ts';

export interface Case {
  readonly name: string;
  readonly given: Step;
  readonly when: Step;
}

/** The cases of meetings, of the coordinating group and of the post. */

const four = ['ada', 'bor', 'cvet', 'dora'];
const five = [...four, 'eli'];
const WORDS = { kind: 'words', words: 'We meet in Bitola.', under: null };
const groupMeeting = all(elected(five), convene('ada', { kind: 'group', in: DAY }), wait(DAY));

export const MEETING_REFUSED = {
  'meeting-stage': {
    name: '5.2 a sitting of a meeting that has ended',
    given: all(elected(four), wait(DAY)),
    when: inMeeting('sitting.open', 'ada'),
  },
  'rules-otherwise': {
    name: '2.3 an admission at once under rules that know none',
    given: all(sitting(four), presented('nova')),
    when: acting('call.open', 'ada', ({ state }) => ({
      meeting: 1,
      question: {
        kind: 'admission',
        organisation: 'nova',
        application: state.organisations.get('nova' as OrganisationId)?.applications.at(-1)?.act,
      },
    })),
  },
  'group-convenes': {
    name: '5.1 a participant convenes an assembly while the group still can',
    given: elected([...five, 'fani']),
    when: convene('fani'),
  },
  'group-only': {
    name: '9.2 a circular from outside the group',
    given: elected(['ada', 'bor', 'cvet', 'dora', 'eli', 'fani']),
    when: letter('fani'),
  },
  'no-credentials': {
    name: '5.2 somebody without credentials opens a sitting',
    given: all(convened(four), credentials('ada', [])),
    when: inMeeting('sitting.open', 'ada'),
  },
  'not-present': {
    name: '3.1 somebody asks to speak who is not in the room',
    given: all(sitting(four), inMeeting('sitting.arrive', 'dora', { present: false })),
    when: inMeeting('speech.request', 'dora', { kind: 'speech' }),
  },
  'not-the-chair': {
    name: '3.1 two chairs at once',
    given: all(sitting(four), inMeeting('sitting.chair', 'ada', { organisation: 'bor', delegate: 1 })),
    when: inMeeting('sitting.item', 'ada', { item: 2 }),
  },
  'not-next': {
    name: '3.1 the chair gives the floor out of turn',
    given: all(
      sitting(four),
      inMeeting('speech.request', 'bor', { kind: 'speech' }),
      inMeeting('speech.request', 'cvet', { kind: 'speech' }),
    ),
    when: inMeeting('speech.call', 'ada', { speech: 2 }),
  },
  'agenda-first': {
    name: '5.3 an item is taken up before the agenda is adopted',
    given: all(convened(four), inMeeting('sitting.open', 'ada')),
    when: inMeeting('sitting.item', 'ada', { item: 1 }),
  },
  'not-on-agenda': {
    name: '5.3 an item is taken up that the assembly left out',
    given: all(sitting(four), agreed('ada', { kind: 'agenda', items: [1] })),
    when: inMeeting('sitting.item', 'ada', { item: 2 }),
  },
  'no-quorum': {
    name: '6.1 a decision in the room without a quorum',
    given: all(
      sitting(four, ROOM_RULES, table('ada')),
      acting('decision.open', 'ada', ({ state, now }) => ({
        text: 1,
        version: state.texts[0]?.revisions.at(-1)?.hash,
        deadline: after(now, DAY),
        meeting: 1,
      })),
      ...['bor', 'cvet', 'dora'].map((name) => inMeeting('sitting.arrive', name, { present: false })),
      wait(HOUR),
    ),
    when: act('decision.close', 'ada', { text: 1 }),
  },
  'mandate-needed': {
    name: '9.1 the group decides what nobody gave it to decide',
    given: all(
      groupMeeting,
      inMeeting('sitting.open', 'ada', {}, 2),
      arrive('bor', 2),
      item('ada', 'Roads', [], 2),
      agreed('ada', { kind: 'agenda', items: [1] }, 2),
    ),
    when: ask('ada', WORDS, 2),
  },
} as const satisfies { readonly [K in RefusalKind]?: Case };

export const MEETING_ALLOWED: readonly Case[] = [
  {
    name: '5.1 where the group lets its time pass, two participants convene an assembly',
    given: all(elected([...five, 'fani']), wait(340 * DAY), convene('fani')),
    when: inMeeting('meeting.second', 'eli', {}, 2),
  },
  {
    name: '5.2 the agenda of a new assembly is adopted',
    given: all(
      convened(four),
      inMeeting('sitting.open', 'ada'),
      arrive('bor'),
      ask('ada', { kind: 'agenda', items: [2, 1] }),
      wait(HOUR),
    ),
    when: closeCall('ada'),
  },
  {
    name: '6.1 one objection in the room is enough',
    given: all(sitting(four), ask('ada', WORDS), answer('cvet', 'object'), wait(HOUR)),
    when: closeCall('ada'),
  },
  {
    name: '6.1 a call without a quorum decides nothing',
    given: all(
      sitting(four, rulesWith({ coordinatingGroup: { perCountry: 10 }, meetings: { quorumPercent: 100 } })),
      ask('ada', WORDS),
      inMeeting('sitting.arrive', 'bor', { present: false }),
      wait(HOUR),
    ),
    when: closeCall('ada'),
  },
  {
    name: '6.1 a text is adopted in the room, and the silence of the absent counts as the rules say',
    given: all(
      sitting(four, ROOM_RULES, table('ada')),
      inMeeting('sitting.arrive', 'dora', { present: false }),
      acting('decision.open', 'ada', ({ state, now }) => ({
        text: 1,
        version: state.texts[0]?.revisions.at(-1)?.hash,
        deadline: after(now, DAY),
        meeting: 1,
      })),
      ...['ada', 'bor', 'cvet'].map((name) => take(name, 'support')),
    ),
    when: act('decision.close', 'ada', { text: 1 }),
  },
  {
    name: '9.1 an assembly elects the coordinating group',
    given: all(sitting(five), ask('ada', slate(['ada', 'bor', 'cvet'], ['dora', 'eli'])), wait(HOUR)),
    when: closeCall('ada'),
  },
  {
    name: '9.1 a member resigns, and the first substitute steps in',
    given: elected(five),
    when: act('group.resign', 'bor', { reason: null }),
  },
  {
    name: '9.1 a member leaves the conference, and the first substitute steps in',
    given: elected(five),
    when: leave('bor'),
  },
  {
    name: '9.1 a member leaves between the call and its close, and a substitute has its seat from the beginning',
    given: all(sitting(five), ask('ada', slate(['ada', 'bor', 'cvet'], ['dora'])), leave('bor'), wait(HOUR)),
    when: closeCall('ada'),
  },
  {
    name: '9.2 when the whole group has gone, any participant serves',
    given: all(elected(five), ...five.map((name) => act('group.resign', name, { reason: null }))),
    when: letter('eli'),
  },
  {
    name: '9.1 a substitute sits for a member who is absent from a meeting',
    given: all(groupMeeting, inMeeting('sitting.open', 'ada', {}, 2), arrive('cvet', 2), arrive('eli', 2)),
    when: inMeeting('sitting.close', 'ada', { resumes: null }, 2),
  },
  {
    name: '5.2 a summary record is approved when its time has passed and no correction stands against it',
    given: all(elected(four), circulate('ada'), correction('bor'), circulate('ada', ['We met.', 'We nearly agreed.'])),
    when: (world) => {
      world.wait(30 * DAY, false);
      return world.send({ kind: 'host.tick', by: '', body: {} });
    },
  },
  {
    name: '5.2 a summary record that a correction stands against is not approved',
    given: all(elected(four), circulate('ada'), correction('bor')),
    when: (world) => {
      world.wait(30 * DAY, false);
      return world.send({ kind: 'host.tick', by: '', body: {} });
    },
  },
  {
    name: '9.2 a circular goes to those who signed a text',
    given: all(founded(3), adopt(['ada', 'bor', 'cvet'])),
    when: letter('ada', { list: { kind: 'signatories', text: 1 } }),
  },
];
