import { DAY, HOUR, after } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { type Step, all, wait } from './spec.ts';
import { act, acting, rulesWith, table } from './acts.ts';
import {
  ROOM_RULES,
  answer,
  ask,
  circulate,
  closeCall,
  convene,
  convened,
  correction,
  credentials,
  elected,
  erase,
  help,
  inMeeting,
  item,
  letter,
  noticeIn,
  sitting,
} from './meetings.ts';
import { fakeHash } from './world.ts';

/** Conferences with meetings, for the acts of chapters 5 and 9. */

const four = ['ada', 'bor', 'cvet', 'dora'];

/** An assembly is called for by a participant that is not in the group, which let its time pass. */
const called = all(
  elected([...four, 'eli', 'fani'], rulesWith({ coordinatingGroup: { perCountry: 10 }, meetings: { conveners: 3 } })),
  wait(340 * DAY),
  convene('fani'),
);

const decidedInRoom = all(
  sitting(four, ROOM_RULES, table('ada')),
  acting('decision.open', 'ada', ({ state, now }) => ({
    text: 1,
    version: state.texts[0]?.revisions.at(-1)?.hash,
    deadline: after(now, HOUR),
    meeting: 1,
  })),
  wait(HOUR / 2),
);

const recorded = all(elected(four), circulate('ada'), correction('bor'));
const asked = all(elected(four), help('ada'));
const posted = all(elected(four), letter('ada'));

export const MEETING_EXAMPLES = {
  'decision.close': { given: decidedInRoom, next: act('decision.close', 'ada', { text: 1 }) },
  'meeting.convene': { given: elected(four), next: convene('ada') },
  'meeting.second': { given: called, next: inMeeting('meeting.second', 'cvet', {}, 2) },
  'meeting.change': {
    given: all(elected(four), convene('ada')),
    next: acting('meeting.change', 'bor', ({ now }) => ({ meeting: 2, notice: noticeIn(now, { place: 'Bitola' }) })),
  },
  'meeting.cancel': {
    given: all(elected(four), convene('ada')),
    next: act('meeting.cancel', 'ada', { meeting: 2, reason: 'The roads are closed.' }),
  },
  'meeting.reply': { given: convened(four), next: inMeeting('meeting.reply', 'cvet', { reply: 'coming' }) },
  'meeting.credentials': { given: convened(four), next: credentials('cvet', []) },
  'meeting.guest': {
    given: convened(four),
    next: act('meeting.guest', 'cvet', { meeting: 1, name: fakeHash('a guest'), capacity: 'observer', from: null }),
  },
  'agenda.propose': { given: all(elected(four), convene('ada')), next: item('dora', 'Roads', [], 2) },
  'agenda.withdraw': { given: convened(four), next: act('agenda.withdraw', 'bor', { meeting: 1, item: 2 }) },
  'sitting.open': { given: convened(four), next: inMeeting('sitting.open', 'ada') },
  'sitting.arrive': { given: sitting(four), next: inMeeting('sitting.arrive', 'dora', { present: false }) },
  'sitting.chair': {
    given: sitting(four),
    next: inMeeting('sitting.chair', 'ada', { organisation: 'bor', delegate: 1 }),
  },
  'sitting.item': { given: sitting(four), next: inMeeting('sitting.item', 'ada', { item: 2 }) },
  'sitting.close': { given: sitting(four), next: inMeeting('sitting.close', 'ada', { resumes: null }) },
  'speech.request': { given: sitting(four), next: inMeeting('speech.request', 'bor', { kind: 'speech' }) },
  'speech.end': {
    given: all(sitting(four), inMeeting('speech.request', 'bor', { kind: 'speech' })),
    next: inMeeting('speech.end', 'bor', { speech: 1 }),
  },
  'speech.call': {
    given: all(sitting(four), inMeeting('speech.request', 'bor', { kind: 'speech' })),
    next: inMeeting('speech.call', 'ada', { speech: 1 }),
  },
  'card.show': { given: sitting(four), next: inMeeting('card.show', 'bor', { card: 'warm' }) },
  'call.open': { given: sitting(four), next: ask('ada', { kind: 'words', words: 'We meet in Bitola.', under: null }) },
  'call.answer': {
    given: all(sitting(four), ask('ada', { kind: 'words', words: 'We meet in Bitola.', under: null })),
    next: answer('bor', 'stand-aside'),
  },
  'call.close': {
    given: all(sitting(four), ask('ada', { kind: 'words', words: 'We meet in Bitola.', under: null }), wait(HOUR)),
    next: closeCall('ada'),
  },
  'summary.circulate': { given: recorded, next: circulate('ada', ['We met.', 'We nearly agreed.']) },
  'summary.correct': { given: recorded, next: correction('cvet', 'We agreed on much.') },
  'summary.withdraw-correction': {
    given: recorded,
    next: act('summary.withdraw-correction', 'bor', { meeting: 1, correction: 1 }),
  },
  'group.resign': { given: elected(four), next: act('group.resign', 'bor', { reason: null }) },
  'help.ask': { given: elected(four), next: help('ada') },
  'help.offer': { given: asked, next: act('help.offer', 'dora', { help: 1, words: 'We can write them.' }) },
  'help.close': { given: asked, next: act('help.close', 'bor', { help: 1, words: 'Thank you all.' }) },
  'letter.send': { given: posted, next: letter('dora', { kind: 'letter', answers: 1 }) },
  'attachment.erase': { given: posted, next: erase('ada', 'letter of ada') },
  'post.acknowledge': { given: posted, next: act('post.acknowledge', 'bor', { circulation: 1 }) },
  'post.otherwise': {
    given: posted,
    next: act('post.otherwise', 'ada', { circulation: 1, organisation: 'dora', how: 'a printed letter' }),
  },
  'host.delivered': {
    given: posted,
    next: act('host.delivered', '', {
      circulation: 1,
      outcomes: [{ organisation: 'bor', result: 'handed-over', code: 250 }],
    }),
  },
  'host.erased': {
    given: posted,
    next: act('host.erased', '', { attachment: fakeHash('letter of ada'), reason: 'A court has ordered it.' }),
  },
  'host.opened': { given: posted, next: act('host.opened', '', { organisation: 'bor', circulations: [1] }) },
  'host.received': {
    given: posted,
    next: act('host.received', '', {
      organisation: 'bor',
      delegate: 1,
      proven: true,
      subject: 'Re: The next assembly',
      language: 'sr',
      answers: 1,
      words: fakeHash('a reply'),
      files: [],
    }),
  },
  'host.replied': {
    given: convened(four),
    next: act('host.replied', '', { meeting: 1, organisation: 'bor', delegate: 1, proven: true, reply: 'online' }),
  },
} as const satisfies { readonly [K in ActKind]?: { readonly given: Step; readonly next: Step } };
