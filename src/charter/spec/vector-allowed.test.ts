import { MEETING_ALLOWED, type Case } from './vector-meetings.test.ts';
import { PUBLICATION_ALLOWED } from './vector-publications.test.ts';
import { PRINCIPLE_ALLOWED } from './vector-principle.test.ts';
import { DAY } from '../../base/time.ts';
import { MOST } from '../law/limits.ts';
import { CONSENT_RULES } from '../law/rules.ts';
import { all, idle } from './spec.ts';
import {
  NAMES,
  act,
  adopt,
  amend,
  answered,
  applyFor,
  signCharter,
  consult,
  decide,
  disagree,
  enrol,
  found,
  founded,
  leave,
  lose,
  onAmendment,
  onClause,
  present,
  presented,
  renew,
  revise,
  rulesWith,
  sign,
  table,
  take,
  tick,
  unpresent,
  vouch,
} from './acts.ts';
import { inviteGuest, openStatement, signStatement } from './statements.ts';
import { suggest } from './negotiation.ts';
import { asClauseId } from './world.ts';

/** Cases of `vectors/charter/` of acts that are let in: what the rules make of silence, objections and time. */

const tabled = all(founded(3), table('ada'));
const late = (ms: number) => all(idle(ms), tick);
const support = (...names: readonly string[]) => all(...names.map((name) => take(name, 'support')));

/** Acts that are let in, for what follows from them. */
export const ALLOWED: readonly Case[] = [
  ...PRINCIPLE_ALLOWED,
  {
    name: '13.1 the last founder signs',
    given: all(found(['ada', 'bor']), enrol('bor'), signCharter('bor')),
    when: signCharter('ada'),
  },
  { name: '2.3 nobody presents the applicant', given: all(founded(2), applyFor('nova')), when: late(30 * DAY) },
  { name: '2.3 one presents it and nobody disagrees', given: all(founded(2), presented('nova')), when: late(30 * DAY) },
  {
    name: '2.3 it is presented though one from outside was invited under its name',
    given: all(
      founded(2),
      applyFor('nova'),
      openStatement('ada'),
      inviteGuest('ada', 'stara', { name: 'Organisation nova' }),
    ),
    when: present('bor', 'nova'),
  },
  {
    name: '2.1 a stranger’s place is free after thirty days',
    given: all(
      founded(2, rulesWith({ participation: { noDisagreementDays: 1 } })),
      ...Array.from({ length: MOST['strangers-applications'] }, (_, i) => applyFor(`stranger-${i}`)),
      idle(30 * DAY),
      tick,
    ),
    when: applyFor('nova'),
  },
  {
    name: '2.3 the one that presented it takes that back',
    given: all(founded(2), presented('nova'), idle(29 * DAY), unpresent('ada', 'nova')),
    when: late(30 * DAY),
  },
  {
    name: '2.3 one disagrees',
    given: all(founded(2), presented('nova'), disagree('bor', 'nova')),
    when: late(30 * DAY),
  },
  {
    name: '2.3 a disagreement is withdrawn in time',
    given: all(
      founded(2),
      presented('nova'),
      disagree('bor', 'nova'),
      act('participation.withdraw-disagreement', 'bor', { organisation: 'nova' }),
    ),
    when: late(30 * DAY),
  },
  {
    name: '4.1 a founder whose link was lost gets another',
    given: found(['ada', 'bor']),
    when: renew('ada', 'bor'),
  },
  { name: '4.1 nobody vouches for a new key', given: all(founded(2), lose('ada')), when: late(14 * DAY) },
  {
    name: '4.1 a lost key is replaced',
    given: all(founded(2), lose('ada'), vouch('bor', 'ada')),
    when: late(14 * DAY),
  },
  {
    name: '6.1 all support: the decision is taken at once',
    given: all(tabled, decide('ada'), support('ada', 'bor')),
    when: take('cvet', 'accept'),
  },
  {
    name: '6.1 silence stands aside',
    given: all(founded(3), table('ada'), decide('ada'), support('ada', 'bor')),
    when: late(7 * DAY),
  },
  {
    name: '6.1 silence consents',
    given: all(founded(3, CONSENT_RULES), table('ada'), decide('ada'), support('ada')),
    when: late(7 * DAY),
  },
  {
    name: '6.1 silence takes no objection to a clause back',
    given: all(
      founded(3, CONSENT_RULES),
      table('ada'),
      take('bor', 'object', onClause('c1')),
      decide('ada'),
      support('ada', 'cvet'),
    ),
    when: late(7 * DAY),
  },
  {
    name: '7.2 broad consensus bears one objection of ten, once it was consulted on',
    given: all(founded(10), table('ada'), answered(['object', ...Array<'support'>(9).fill('support')])),
    when: late(7 * DAY),
  },
  {
    name: '7.2 but not without a consultation',
    given: all(founded(10), table('ada'), decide('ada'), take('jan', 'object'), support(...NAMES.slice(0, 9))),
    when: late(7 * DAY),
  },
  {
    name: '7.2 nor two objections',
    given: all(founded(10), table('ada'), answered(['object', 'object', ...Array<'support'>(8).fill('support')])),
    when: late(7 * DAY),
  },
  {
    name: '2.4 the one whom a decision waited for leaves',
    given: all(tabled, decide('ada'), support('ada', 'bor')),
    when: leave('cvet'),
  },
  {
    name: '7.2 a partial signature with a reservation',
    given: all(founded(2), adopt(['ada', 'bor'])),
    when: sign('bor', {
      clauses: ['c1'],
      riders: [{ kind: 'reservation', clause: asClauseId('c1'), words: 'Not for us.' }],
    }),
  },
  {
    name: '13.2 everyone accepts an amendment: it is agreed at once',
    given: all(
      tabled,
      amend('bor', { kind: 'delete', clause: asClauseId('c3') }),
      take('ada', 'accept', onAmendment(1)),
    ),
    when: take('cvet', 'support', onAmendment(1)),
  },
  {
    name: '13.2 nobody objects to an amendment in time',
    given: all(tabled, amend('bor', { kind: 'delete', clause: asClauseId('c3') })),
    when: late(14 * DAY),
  },
  {
    name: '13.2 an objection stops it',
    given: all(
      tabled,
      amend('bor', { kind: 'delete', clause: asClauseId('c3') }),
      take('ada', 'object', onAmendment(1)),
    ),
    when: late(14 * DAY),
  },
  {
    name: '13.2 silence does not choose between rivals',
    given: all(
      tabled,
      amend('bor', { kind: 'replace', clause: asClauseId('c3'), words: 'Four.' }),
      amend('cvet', { kind: 'replace', clause: asClauseId('c3'), words: 'Five.' }),
    ),
    when: late(14 * DAY),
  },
  {
    name: '6.2 consent on a condition that no longer holds counts as an objection',
    given: all(
      founded(3, CONSENT_RULES),
      table('ada'),
      take('bor', 'accept', onClause('c1'), null, 1, [{ kind: 'stays', clause: asClauseId('c2') }]),
      revise('ada', ['One.', 'Two!', 'Three.']),
      decide('ada'),
      support('ada', 'cvet'),
    ),
    when: late(7 * DAY),
  },
  {
    name: '13.3 a slip in a final version is put right by silence',
    given: all(
      founded(2),
      adopt(['ada', 'bor']),
      suggest('ada', { kind: 'rectification', clause: asClauseId('c1'), words: 'Once.' }),
    ),
    when: late(14 * DAY),
  },
  { name: '6.2 a consultation is recorded', given: all(tabled, take('bor', 'object')), when: consult('ada', ['bor']) },
  {
    name: '14.1 a guest signs a statement',
    given: all(founded(2), openStatement('ada', ['gost']), enrol('gost')),
    when: signStatement('gost'),
  },
  ...PUBLICATION_ALLOWED,
  ...MEETING_ALLOWED,
];
