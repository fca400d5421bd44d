import { DAY, after } from '../base/time.ts';
import { charterHash } from './charter.ts';
import type { RefusalKind } from './refusal.ts';
import { CONSENT_RULES, REGIONAL_RULES } from './rules.ts';
import { type Step, all, idle, wait } from './spec.ts';
import {
  NAMES,
  act,
  adopt,
  amend,
  answered,
  appoint,
  applyFor,
  charterWith,
  consult,
  decide,
  disagree,
  enrol,
  found,
  founded,
  leave,
  lose,
  onClause,
  openStatement,
  otherCharter,
  rulesWith,
  sign,
  signStatement,
  table,
  take,
  tick,
} from './spec-acts.ts';
import { asClauseId, fakeKey, signer } from './spec-world.ts';

/** The cases of `vectors/charter/`: one for each kind of refusal, and what the rules make of silence, objections and time. */

export interface Case {
  readonly name: string;
  readonly given: Step;
  readonly when: Step;
}

const tabled = all(founded(3), table('ada'));
const late = (ms: number) => all(idle(ms), tick);
const TEXT = {
  kind: 'resolution',
  title: 'A text',
  clauses: [{ id: 'c1', kind: 'paragraph', words: 'Peace.' }],
  rules: null,
};
const support = (...names: readonly string[]) => all(...names.map((name) => take(name, 'support')));

/** By the kind of refusal that `when` meets. */
export const REFUSED: Readonly<Record<RefusalKind, Case>> = {
  'not-founded': { name: 'a text before all founders have signed', given: found(['ada', 'bor']), when: table('ada') },
  'already-founded': { name: 'a second founding', given: founded(2), when: found(['new', 'newer']) },
  'wrong-conference': {
    name: 'an act for another conference',
    given: founded(2),
    when: act('participation.leave', 'ada', { reason: null }, { conference: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  },
  'out-of-time': {
    name: 'an act made more than a day before it arrives',
    given: all(founded(2), wait(2 * DAY)),
    when: (world) =>
      world.send({ kind: 'participation.leave', by: 'ada', body: { reason: null }, made: after(world.now, -DAY - 1) }),
  },
  replayed: {
    name: 'the same act twice',
    given: all(founded(2), act('text.table', 'ada', TEXT, { nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })),
    when: act('text.table', 'ada', TEXT, { nonce: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  },
  'not-allowed-to': {
    name: 'an applicant tables a text',
    given: all(founded(2), applyFor('nova')),
    when: table('nova'),
  },
  'representing-only': {
    name: 'an assisting delegate leaves in the name of the organisation',
    given: all(founded(2), appoint('ada', 'second', 'assisting'), enrol('ada', fakeKey('second'), { delegate: 2 })),
    when: act('participation.leave', 'ada', { reason: null }, { delegate: 2 }),
  },
  'unknown-key': {
    name: 'an act signed by the host in an organisation’s name',
    given: founded(2),
    when: act('participation.leave', 'ada', { reason: null }, { signers: [signer(fakeKey('host'))] }),
  },
  'revoked-key': {
    name: 'an act signed with a revoked key',
    given: all(
      founded(2),
      enrol('ada', fakeKey('second')),
      act('key.revoke', 'ada', { key: signer(fakeKey('ada')).fingerprint }, { signers: [signer(fakeKey('second'))] }),
    ),
    when: act('participation.leave', 'ada', { reason: null }, { signers: [signer(fakeKey('ada'))] }),
  },
  'key-of-another': {
    name: 'an act signed with another organisation’s key',
    given: founded(2),
    when: act('participation.leave', 'ada', { reason: null }, { signers: [signer(fakeKey('bor'))] }),
  },
  'key-in-use': { name: 'a key that is somebody else’s', given: founded(2), when: enrol('ada', fakeKey('bor')) },
  'key-kind-not-allowed': {
    name: 'a device key where the rules allow none',
    given: founded(2, rulesWith({ keys: { deviceKeys: false } })),
    when: enrol('ada', fakeKey('device'), { use: 'device' }),
  },
  'recalled-delegate': {
    name: 'a delegate is recalled twice',
    given: all(founded(2), appoint('ada', 'second'), act('delegate.recall', 'ada', { delegate: 2 })),
    when: act('delegate.recall', 'ada', { delegate: 2 }),
  },
  'nothing-due': { name: 'a tick when nothing is due', given: founded(2), when: tick },
  unknown: {
    name: 'a position on a clause that is not there',
    given: tabled,
    when: take('bor', 'accept', onClause('none')),
  },
  taken: { name: 'an application under a name in use', given: founded(2), when: applyFor('bor') },
  'not-yours': { name: 'another’s text is put to decision', given: tabled, when: decide('bor') },
  'own-matter': {
    name: 'the host ticks in an organisation’s name',
    given: founded(2),
    when: act('host.tick', 'ada', {}, { signers: [signer(fakeKey('host'))] }),
  },
  superseded: {
    name: 'an application to another charter',
    given: founded(2),
    when: applyFor('nova', { charter: otherCharter }),
  },
  'wrong-stage': { name: 'a text under negotiation is signed', given: tabled, when: sign('ada') },
  already: {
    name: 'a text is signed twice',
    given: all(founded(2), adopt(['ada', 'bor']), sign('ada')),
    when: sign('ada'),
  },
  'reason-needed': {
    name: 'an objection without a reason',
    given: tabled,
    when: take('bor', 'object', { kind: 'whole' }, null),
  },
  'deadline-passed': {
    name: 'an answer after the deadline, before the host has ticked',
    given: all(tabled, decide('ada')),
    when: all(idle(7 * DAY), take('bor', 'accept')),
  },
  'deadline-too-early': {
    name: 'a decision with less time than the rules give',
    given: tabled,
    when: decide('ada', { days: 6 }),
  },
  'outside-region': {
    name: 'an applicant from outside the region',
    given: founded(2),
    when: applyFor('nova', { country: 'FI' }),
  },
  'clause-order': {
    name: 'an amendment to a clause that is not there',
    given: tabled,
    when: amend('bor', { kind: 'delete', clause: asClauseId('none') }),
  },
  'reservations-not-allowed': {
    name: 'a reservation where the rules allow none',
    given: all(founded(2, CONSENT_RULES), adopt(['ada', 'bor'])),
    when: sign('ada', { riders: [{ kind: 'reservation', clause: null, words: 'Not for us.' }] }),
  },
  'rules-with-charter-only': {
    name: 'a resolution that brings rules',
    given: founded(2),
    when: table('ada', ['One.'], { rules: REGIONAL_RULES }),
  },
  'bad-field': {
    name: 'a founding that names an organisation twice',
    given: all(),
    when: found(['ada', 'bor', 'bor']),
  },
};

/** Acts that are let in, for what follows from them. */
export const ALLOWED: readonly Case[] = [
  {
    name: '13.1 the last founder signs',
    given: all(
      found(['ada', 'bor']),
      enrol('bor'),
      act('charter.sign', 'bor', { charter: charterHash(charterWith()) }),
    ),
    when: act('charter.sign', 'ada', { charter: charterHash(charterWith()) }),
  },
  { name: '2.3 nobody disagrees', given: all(founded(2), applyFor('nova')), when: late(30 * DAY) },
  {
    name: '2.3 one disagrees',
    given: all(founded(2), applyFor('nova'), disagree('bor', 'nova')),
    when: late(30 * DAY),
  },
  {
    name: '2.3 a disagreement is withdrawn in time',
    given: all(
      founded(2),
      applyFor('nova'),
      disagree('bor', 'nova'),
      act('participation.withdraw-disagreement', 'bor', { organisation: 'nova' }),
    ),
    when: late(30 * DAY),
  },
  { name: '4.1 a lost key is replaced', given: all(founded(2), lose('ada')), when: late(14 * DAY) },
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
  { name: '6.2 a consultation is recorded', given: all(tabled, take('bor', 'object')), when: consult('ada', ['bor']) },
  {
    name: '14.1 a guest signs a statement',
    given: all(founded(2), openStatement('ada', ['gost']), enrol('gost')),
    when: signStatement('gost'),
  },
];
