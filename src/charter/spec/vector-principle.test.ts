import { DAY, HOUR } from '../../base/time.ts';
import type { RefusalKind } from '../law/refusal.ts';
import { act, decide, founded, rulesWith, table, revise, take, tick } from './acts.ts';
import { closeCall, inMeeting } from './meetings.ts';
import { askPrinciple, atText, decideIn, groupSits, inPrinciple } from './principle.ts';
import { type Step, all, idle, wait } from './spec.ts';
import type { Case } from './vector-meetings.test.ts';

/** The cases of texts that were taken in principle. */

const five = ['ada', 'bor', 'cvet', 'dora', 'eli'];
const ready = all(inPrinciple(five), groupSits(['bor', 'cvet']));
const supported = (...names: readonly string[]): Step => all(...names.map((name) => take(name, 'support')));

export const PRINCIPLE_REFUSED = {
  'mandate-ends': {
    name: '13.3 a decision that falls after the mandate has ended',
    given: all(inPrinciple(five), wait(81 * DAY), groupSits(['bor', 'cvet'])),
    when: decideIn('bor', 2, 2 * DAY),
  },
  'taken-in-principle': {
    name: '13.3 the tabler takes back what all took in principle',
    given: inPrinciple(five),
    when: act('text.withdraw', 'ada', { text: 1 }),
  },
  'not-mandated': {
    name: '13.3 a text taken in principle is put to decision in writing, past its mandate',
    given: inPrinciple(five),
    when: decide('ada'),
  },
  'beyond-agreed': {
    name: '13.3 a member of the group writes into a text taken in principle what nobody agreed',
    given: inPrinciple(five),
    when: revise('bor', ['One!']),
  },
  unseconded: {
    name: '13.2 a text that nobody seconds is put to decision where the rules ask for one',
    given: all(founded(3, rulesWith({ texts: { seconding: 1 } })), table('ada')),
    when: decide('ada'),
  },
  'too-few': {
    name: '13.3 one organisation alone in the room completes a text',
    given: all(inPrinciple(five), groupSits(['bor'])),
    when: decideIn('bor', 2),
  },
} as const satisfies { readonly [K in RefusalKind]?: Case };

export const PRINCIPLE_ALLOWED: readonly Case[] = [
  {
    name: '13.3 an assembly takes a text in principle, and gives the group the mandate to complete it',
    given: all(atText(five), askPrinciple('ada'), wait(HOUR)),
    when: closeCall('ada'),
  },
  {
    name: '13.3 a member of the group puts it to decision in its meeting',
    given: ready,
    when: decideIn('cvet', 2),
  },
  {
    name: '13.3 it is adopted unanimously, without its tabler',
    given: all(ready, decideIn('cvet', 2), supported('ada', 'bor', 'cvet', 'dora')),
    when: take('eli', 'accept'),
  },
  {
    name: '13.3 a decision that comes to nothing takes nothing away',
    given: all(ready, decideIn('cvet', 2), take('eli', 'object')),
    when: all(idle(HOUR), tick),
  },
  {
    name: '13.3 the mandate ends with the meeting in which the text was not adopted',
    given: all(
      inPrinciple(five, { latest: { of: 'group', nth: 1 } }),
      groupSits(['bor', 'cvet']),
      decideIn('bor', 2),
      wait(HOUR),
      decideIn('cvet', 2),
      wait(HOUR),
    ),
    when: inMeeting('sitting.close', 'bor', { resumes: null }, 2),
  },
  { name: '13.3 the mandate ends with its time', given: inPrinciple(five), when: all(idle(90 * DAY), tick) },
];
