import type { OrganisationId } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { DAY } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { type Step, all, idle, wait } from './spec.ts';
import {
  act,
  adopt,
  amend,
  appoint,
  applyFor,
  consult,
  cosponsorship,
  decide,
  disagree,
  enrol,
  found,
  founded,
  leave,
  lose,
  observe,
  onClause,
  present,
  presented,
  reapply,
  renew,
  revise,
  sign,
  signCharter,
  table,
  take,
  tick,
  unpresent,
  unvouch,
  vouch,
} from './acts.ts';
import { describeAs, printed, rename } from './names.ts';
import { inviteGuest, openStatement, signStatement, withdrawStatement } from './statements.ts';
import {
  amendAll,
  checkWords,
  contest,
  debate,
  onAmendmentAct,
  renewAmendment,
  suggest,
  translate,
} from './negotiation.ts';
import { bringPiece, correctPiece } from './archive.ts';
import { MEETING_EXAMPLES } from './example-meetings.ts';
import { PURPOSE_EXAMPLES } from './purpose.ts';
import { asClauseId, fakeKey } from './world.ts';

/**
 * A conference with something of everything: a participant that has left (`dora`), an applicant that is disagreed with (`nova`), one not admitted
 * (`stara`), a guest that has signed a statement (`gost`) and one that has not (`drugi`), an adopted text (1), one under negotiation
 * (2), one with a contested revision and an amendment to be renewed (3) and one being decided (4), observations public and not, a lost key. `ada` has presented the applicants and vouches for the new key.
 */
export const example: Step = all(
  founded(4),
  presented('stara'),
  disagree('bor', 'stara'),
  wait(30 * DAY),
  adopt(['ada', 'bor', 'cvet', 'dora']),
  sign('dora'),
  sign('bor', { adReferendum: true }),
  leave('dora'),
  table('ada'),
  amend('bor', { kind: 'delete', clause: asClauseId('c1') }, 2),
  take('cvet', 'object', onClause('c2'), 'It harms us.', 2),
  consult('ada', ['cvet'], onClause('c2'), 2),
  amend('cvet', { kind: 'replace', clause: asClauseId('c3'), words: 'Three rivers.' }, 2),
  onAmendmentAct('amendment.withdraw', 'cvet', 2, 2),
  debate('bor', onClause('c2'), { text: 2, quote: 'Two' }),
  suggest('bor', { kind: 'rapporteur', organisation: 'cvet' as OrganisationId }, 2),
  act('proposal.disagree', 'ada', { text: 2, proposal: 1, reasons: 'We would rather do it.' }),
  translate('bor', { c1: 'Ένα.' }, { text: 2 }),
  table('ada'),
  amend('bor', { kind: 'replace', clause: asClauseId('c2'), words: 'Two lakes.' }, 3),
  revise('ada', ['One.', 'Two rivers.'], { text: 3 }),
  contest('bor', { text: 3 }),
  table('bor'),
  decide('bor', { text: 4 }),
  observe('bor'),
  observe('bor', { public: true }),
  observe('bor', { text: 2, public: true }),
  openStatement('ada', ['gost', 'drugi']),
  enrol('gost'),
  signStatement('gost'),
  lose('cvet'),
  vouch('ada', 'cvet'),
  act('recovery.disagree', 'bor', { recovery: 1, reasons: 'We do not believe it.' }),
  presented('nova'),
  disagree('bor', 'nova'),
  appoint('ada', 'second'),
  bringPiece('ada'),
);

/** For every kind of act, a conference in which it may be made, and one that is. */
export const EXAMPLES: { readonly [K in ActKind]: { readonly given: Step; readonly next: Step } } = {
  'conference.found': { given: all(), next: found(['ada', 'bor']) },
  'charter.sign': { given: found(['ada', 'bor']), next: signCharter('ada') },
  'organisation.rename': { given: example, next: rename('ada', printed('Organisation Ada', 'Ada')) },
  'organisation.describe': { given: example, next: describeAs('ada') },
  'participation.apply': { given: example, next: applyFor('nika') },
  'participation.reapply': { given: example, next: reapply('stara') },
  'participation.withdraw': { given: example, next: act('participation.withdraw', 'nova', {}) },
  'participation.present': { given: example, next: present('cvet', 'nova') },
  'participation.withdraw-presentation': { given: example, next: unpresent('ada', 'nova') },
  'participation.disagree': { given: example, next: disagree('cvet', 'nova') },
  'participation.withdraw-disagreement': {
    given: example,
    next: act('participation.withdraw-disagreement', 'bor', { organisation: 'nova' }),
  },
  'participation.leave': { given: example, next: leave('bor') },
  'delegate.appoint': { given: example, next: appoint('bor', 'third') },
  'delegate.recall': { given: example, next: act('delegate.recall', 'ada', { delegate: 2 }) },
  'invitation.renew': { given: example, next: renew('ada', 'drugi') },
  'key.enrol': { given: example, next: enrol('ada', fakeKey('second'), { delegate: 2 }) },
  'key.revoke': {
    given: example,
    next: act('key.revoke', 'bor', { key: fingerprint(fakeKey('bor')) }),
  },
  'recovery.request': { given: example, next: lose('bor') },
  'recovery.vouch': { given: all(example, lose('bor')), next: vouch('ada', 'bor') },
  'recovery.withdraw-voucher': { given: example, next: unvouch('ada') },
  'recovery.disagree': {
    given: example,
    next: act('recovery.disagree', 'ada', { recovery: 1, reasons: 'Nor do we.' }),
  },
  'recovery.withdraw-disagreement': {
    given: example,
    next: act('recovery.withdraw-disagreement', 'bor', { recovery: 1 }),
  },
  'text.table': { given: example, next: table('cvet') },
  'text.cosponsor': { given: example, next: cosponsorship('bor', 2) },
  'text.revise': { given: example, next: revise('ada', ['One.', 'New.'], { text: 2 }) },
  'revision.object': { given: example, next: contest('cvet', { text: 3 }) },
  'revision.withdraw-objection': {
    given: example,
    next: contest('bor', { text: 3, kind: 'revision.withdraw-objection' }),
  },
  'text.withdraw': { given: example, next: act('text.withdraw', 'ada', { text: 2 }) },
  'amendment.propose': { given: example, next: amend('ada', { kind: 'delete', clause: asClauseId('c3') }, 2) },
  'amendments.propose': {
    given: example,
    next: amendAll(
      'ada',
      [{ change: { kind: 'delete', clause: 'c3' } }, { change: { kind: 'delete', clause: 'c2' } }],
      2,
    ),
  },
  'amendment.join': { given: example, next: onAmendmentAct('amendment.join', 'cvet', 1, 2) },
  'amendment.take-over': { given: example, next: onAmendmentAct('amendment.take-over', 'bor', 2, 2) },
  'amendment.renew': { given: example, next: renewAmendment('bor', 1, 3) },
  'amendment.withdraw': { given: example, next: act('amendment.withdraw', 'bor', { text: 2, amendment: 1 }) },
  'positions.take': { given: example, next: take('ada', 'support', { kind: 'whole' }, null, 4) },
  'consultation.record': { given: example, next: consult('bor', ['cvet'], onClause('c2'), 2) },
  'debate.open': { given: example, next: debate('cvet', onClause('c1'), { text: 2 }) },
  'debate.reply': {
    given: example,
    next: act('debate.reply', 'ada', { text: 2, thread: 1, words: 'The same as you.', language: null }),
  },
  'debate.resolve': { given: example, next: act('debate.resolve', 'bor', { text: 2, thread: 1 }) },
  'proposal.make': { given: example, next: suggest('cvet', { kind: 'languages', authentic: ['en', 'el'] }, 2) },
  'proposal.disagree': {
    given: example,
    next: act('proposal.disagree', 'cvet', { text: 2, proposal: 1, reasons: 'We have no time.' }),
  },
  'proposal.withdraw-disagreement': {
    given: example,
    next: act('proposal.withdraw-disagreement', 'ada', { text: 2, proposal: 1 }),
  },
  'proposal.withdraw': { given: example, next: act('proposal.withdraw', 'bor', { text: 2, proposal: 1 }) },
  'translation.publish': { given: example, next: translate('ada', { c2: 'Δύο.' }, { text: 2 }) },
  'translation.check': { given: example, next: checkWords('cvet', ['c1'], { text: 2 }) },
  'decision.open': { given: example, next: decide('ada', { text: 2 }) },
  'text.sign': { given: example, next: sign('ada') },
  'signature.confirm': { given: example, next: act('signature.confirm', 'bor', { text: 1 }) },
  'signature.withdraw': {
    given: example,
    next: act('signature.withdraw', 'dora', { text: 1, reason: 'We think otherwise now.' }),
  },
  'observation.make': { given: example, next: observe('ada') },
  'statement.open': { given: example, next: openStatement('bor') },
  'statement.invite': {
    given: example,
    next: inviteGuest('ada', 'treci'),
  },
  'statement.sign': { given: example, next: signStatement('bor') },
  'statement.withdraw': { given: example, next: withdrawStatement('gost', 'We were asked too late.') },
  'archive.bring': { given: example, next: bringPiece('bor', { reference: 'AC/2018/1' }) },
  'archive.correct': { given: example, next: correctPiece('ada', 1, { title: 'On the two dams' }) },
  ...MEETING_EXAMPLES,
  ...PURPOSE_EXAMPLES,
  'host.shown': { given: example, next: act('host.shown', '', { organisation: 'ada', observations: [1, 2] }) },
  'host.tick': { given: example, next: all(idle(30 * DAY), tick) },
};
