import { DAY, after } from '../../base/time.ts';
import { termsOf } from '../law/charter.ts';
import type { RefusalKind } from '../law/refusal.ts';
import { CONSENT_RULES } from '../law/rules.ts';
import { all, idle, wait } from './spec.ts';
import { PUBLICATION_REFUSED } from './vector-publications.test.ts';
import { MEETING_REFUSED, type Case } from './vector-meetings.test.ts';
import { MEANS_REFUSED } from './vector-means.test.ts';
import { PRINCIPLE_REFUSED } from './vector-principle.test.ts';
import {
  act,
  adopt,
  amend,
  appoint,
  charterWith,
  agreeAgain,
  applyFor,
  decide,
  disagree,
  enrol,
  found,
  founded,
  lose,
  onAmendment,
  onClause,
  otherCharter,
  revise,
  rulesWith,
  sign,
  table,
  take,
  tick,
  vouch,
  acting,
} from './acts.ts';
import { printed, rename } from './names.ts';
import { openStatement } from './statements.ts';
import { contest, onAmendmentAct } from './negotiation.ts';
import { asClauseId, fakeKey, signer } from './world.ts';

/** The cases of `vectors/charter/`: one for each kind of refusal, and what the rules make of silence, objections and time. */

const tabled = all(founded(3), table('ada'));
const TEXT = {
  kind: 'resolution',
  title: 'A text',
  clauses: [{ id: 'c1', kind: 'paragraph', words: 'Peace.' }],
  charter: null,
  language: null,
};

/** By the kind of refusal that `when` meets. */
export const REFUSED: Readonly<Record<Exclude<RefusalKind, 'withheld'>, Case>> = {
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
  limit: {
    name: 'a sixth disagreement with one applicant',
    given: all(
      founded(2),
      applyFor('nova'),
      ...Array.from({ length: 5 }, () => all(disagree('bor', 'nova'), agreeAgain('bor', 'nova'))),
    ),
    when: disagree('bor', 'nova'),
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
  alike: {
    name: 'an application under a name that looks like another’s',
    given: founded(2),
    when: applyFor('nova', { printed: printed('ΟRGANISATION b0r') }),
  },
  'not-as-stated': {
    name: 'a signature under names that are not stated any more',
    given: all(founded(2), openStatement('ada'), rename('ada', printed('Ada anew'))),
    when: acting('statement.sign', 'ada', ({ state }) => ({
      statement: 1,
      printed: printed('Organisation ada'),
      version: state.statements[0]?.hash,
    })),
  },
  'not-yours': { name: 'another’s text is put to decision', given: tabled, when: decide('bor') },
  'own-matter': {
    name: 'the host ticks in an organisation’s name',
    given: founded(2),
    when: act('host.tick', 'ada', {}, { signers: [signer(fakeKey('host'))] }),
  },
  'vouches-for-itself': {
    name: 'an organisation vouches for a new key of its own',
    given: all(founded(2), lose('ada')),
    when: vouch('ada', 'ada'),
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
    when: table('ada', ['One.'], { charter: termsOf(charterWith()) }),
  },
  'not-agreed': {
    name: 'a revision that takes in an amendment nobody has agreed to',
    given: all(tabled, amend('bor', { kind: 'delete', clause: asClauseId('c3') })),
    when: revise('ada', ['One.', 'Two.'], { tookIn: [1] }),
  },
  'amendment-is': {
    name: 'an agreed amendment is withdrawn',
    given: all(
      tabled,
      amend('bor', { kind: 'delete', clause: asClauseId('c3') }),
      take('ada', 'accept', onAmendment(1)),
      take('cvet', 'accept', onAmendment(1)),
    ),
    when: onAmendmentAct('amendment.withdraw', 'bor'),
  },
  'against-agreed': {
    name: 'a revision that rewords what an agreed amendment rewords, and does not take it in',
    given: all(
      tabled,
      amend('bor', { kind: 'replace', clause: asClauseId('c3'), words: 'Four.' }),
      take('ada', 'accept', onAmendment(1)),
      take('cvet', 'accept', onAmendment(1)),
    ),
    when: revise('ada', ['One.', 'Two.', 'Five.']),
  },
  'not-taken-in': {
    name: 'a revision that says it takes in an agreed amendment, and writes something else',
    given: all(
      tabled,
      amend('bor', { kind: 'replace', clause: asClauseId('c3'), words: 'Four.' }),
      take('ada', 'accept', onAmendment(1)),
      take('cvet', 'accept', onAmendment(1)),
    ),
    when: revise('ada', ['One.', 'Two.', 'Five.'], { tookIn: [1] }),
  },
  outdated: {
    name: 'an amendment is taken over whose words were changed otherwise since it was withdrawn',
    given: all(
      tabled,
      amend('bor', { kind: 'replace', clause: asClauseId('c3'), words: 'Four.' }),
      onAmendmentAct('amendment.withdraw', 'bor'),
      revise('ada', ['One.', 'Two.', 'Five.']),
    ),
    when: onAmendmentAct('amendment.take-over', 'cvet'),
  },
  'agreed-waiting': {
    name: 'a decision on a revision that leaves out what was agreed',
    given: all(
      tabled,
      amend('bor', { kind: 'delete', clause: asClauseId('c3') }),
      take('ada', 'accept', onAmendment(1)),
      take('cvet', 'accept', onAmendment(1)),
    ),
    when: decide('ada'),
  },
  'revision-contested': {
    name: 'a decision on a revision that is objected to',
    given: all(tabled, revise('ada', ['One.', 'Two!']), contest('bor')),
    when: decide('ada'),
  },
  ...PRINCIPLE_REFUSED,
  ...PUBLICATION_REFUSED,
  ...MEETING_REFUSED,
  ...MEANS_REFUSED,
  'bad-field': {
    name: 'a founding that names an organisation twice',
    given: all(),
    when: found(['ada', 'bor', 'bor']),
  },
};
