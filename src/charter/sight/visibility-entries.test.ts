import { printed } from '../spec/names.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { ACT_KINDS, type ActKind } from '../acts.ts';
import { changedBy } from './changes.ts';
import { matterOfSitting } from '../meetings/in-room.ts';
import type { Matter } from '../law/matter.ts';
import { chainOf } from './provenance.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, acting, applyFor, enrol, found, founded, signCharter } from '../spec/acts.ts';
import { inviteKnown, openStatement, signStatement } from '../spec/statements.ts';
import { EXAMPLES, example } from '../spec/example.ts';
import {
  AHEAD,
  calledByEnough,
  convene,
  convened,
  credentials,
  inMeeting,
  noticeIn,
  sitting,
} from '../spec/meetings.ts';
import { fakeKey, signer } from '../spec/world.ts';
import type { State } from '../state.ts';
import { matterOfEntry, maySeeEntry } from './visibility-entries.ts';
import { AUDIENCE, PUBLIC, type Viewer } from '../visibility.ts';

const as = (id: string): Viewer => ({ kind: 'organisation', id: id as OrganisationId });

/** Beside the members: `everyone`, or the organisations named; of every other kind nobody. */
const SEEN_BY: { readonly [K in ActKind]?: readonly string[] | 'everyone' } = {
  'organisation.describe': 'everyone',
  'organisation.rename': 'everyone',
  'participation.apply': ['nika'],
  'participation.reapply': ['stara'],
  'participation.withdraw': ['nova'],
  'participation.present': ['nova'],
  'participation.withdraw-presentation': ['nova'],
  'participation.disagree': ['nova'],
  'participation.withdraw-disagreement': ['nova'],
  'participation.leave': ['bor'],
  // They name somebody who is invited and has not signed.
  'invitation.renew': ['drugi'],
  // Bor's key has signed in public: strangers must know until when it was good.
  'key.revoke': 'everyone',
  'text.sign': 'everyone',
  'signature.confirm': 'everyone',
  'signature.withdraw': 'everyone',
  'archive.bring': 'everyone',
  'archive.correct': 'everyone',
  'archive.disagree': 'everyone',
  'archive.doubt': 'everyone',
  'statement.open': 'everyone',
  'statement.invite': ['treci'],
  'statement.sign': 'everyone',
  'statement.withdraw': 'everyone',
  // Its author makes it public.
  'report.correct': 'everyone',
  'report.translate': 'everyone',
  'issue.correct': 'everyone',
  'appeal.help': 'everyone',
  'appeal.close': 'everyone',
  'action.join': 'everyone',
  'action.leave': 'everyone',
  'action.task': 'everyone',
  'action.end': 'everyone',
};

suite('an entry', () => {
  for (const kind of ACT_KINDS) {
    test(`${kind} is shown to exactly those who may see it`, () => {
      const { world, state } = given(EXAMPLES[kind].given, EXAMPLES[kind].next);
      const index = world.entries.length - 1;
      const entry = world.entries[index] ?? assert.fail();
      const seen = [PUBLIC, ...[...state.organisations.keys()].map(as)].filter((viewer) =>
        maySeeEntry(state, viewer, index, entry.act),
      );
      const expected = SEEN_BY[kind] ?? [];
      const members = [...state.organisations.values()]
        .filter(({ standing }) => standing.kind === 'participant' || standing.kind === 'founder')
        .map(({ id }) => id);
      const may =
        expected === 'everyone' ? ['public', ...state.organisations.keys()] : [...new Set([...members, ...expected])];
      assert.deepEqual(
        seen.map((viewer) => (viewer.kind === 'public' ? 'public' : viewer.id)).toSorted(),
        may.toSorted(),
      );
    });
  }

  const matterAt = (state: State, world: ReturnType<typeof given>['world'], kind: ActKind, nth = 0): Matter => {
    const [found = assert.fail()] = world.entries
      .flatMap(({ act }, index) => (act.kind === kind ? [{ act, index }] : []))
      .slice(nth);
    return matterOfEntry(state, found.index, found.act);
  };
  const matter = (kind: ActKind, ...steps: readonly Step[]): Matter => {
    const { world, state } = given(...steps);
    return matterAt(state, world, kind);
  };

  test('of the founding is the charter’s once there is a conference', () => {
    assert.equal(AUDIENCE[matter('charter.sign', founded(2))], 'everyone');
    assert.equal(AUDIENCE[matter('conference.found', founded(2))], 'everyone');
  });

  test('of the founding can be checked by everyone, though its maker signed the charter with another key', () => {
    const [first, second] = [fakeKey('ada'), fakeKey('other')];
    const charter = {
      charter: given(found(['ada', 'bor'])).state.charter?.hash,
      printed: printed('Organisation ada'),
    };
    const sign = act('charter.sign', 'ada', charter, { signers: [signer(second)] });
    const { state } = given(found(['ada', 'bor']), enrol('bor'), signCharter('bor'), enrol('ada', second), sign);
    for (const key of [first, second, fakeKey('bor'), fakeKey('invitation bor')])
      assert.ok(chain(state).has(signer(key).fingerprint));
  });

  test('that brought in a key which signed in public is everyone’s, with those that brought that one in', () => {
    const { world, state } = given(example);
    assert.deepEqual(
      [0, 1, 2].map((nth) => matterAt(state, world, 'key.enrol', nth)),
      ['signing-key', 'signing-key', 'signing-key'],
    );
    assert.equal(matter('delegate.appoint', example), 'delegate');
    const signed = all(
      example,
      enrol('ada', fakeKey('second'), { delegate: 2 }),
      act('statement.sign', 'ada', statementOf(example), { delegate: 2 }),
    );
    assert.equal(matter('delegate.appoint', signed), 'signing-key');
    assert.equal(matter('participation.apply', founded(2), applyFor('nova')), 'application');
  });

  test('that invites is everyone’s once whom it invites has signed; until then it is for members, and for that one', () => {
    const three = all(founded(2), applyFor('nova'), openStatement('ada', ['gost', 'drugi']));
    const open = all(three, inviteKnown('ada', 'nova'), enrol('gost'), enrol('drugi'));
    const { world, state } = given(open, signStatement('gost'));
    const invitations = world.entries.flatMap(({ act }, index) => (act.kind === 'statement.invite' ? [index] : []));
    const seenBy = (viewer: Viewer) =>
      invitations.map((index) => maySeeEntry(state, viewer, index, world.entries[index]?.act ?? assert.fail()));
    assert.equal(matter('statement.open', open), 'statement');
    assert.equal(matter('statement.invite', open), 'invited');
    assert.deepEqual(seenBy(PUBLIC), [true, false, false]);
    assert.deepEqual(seenBy(as('bor')), [true, true, true]);
    assert.deepEqual(seenBy(as('drugi')), [true, true, false]);
    assert.deepEqual(seenBy(as('nova')), [true, false, true]);
  });

  test('that invites to a statement is no more everyone’s for another statement’s sake than keys demand', () => {
    const signed = all(founded(2), openStatement('ada', ['gost']), enrol('gost'), openStatement('ada'));
    const { world, state } = given(signed, inviteKnown('ada', 'gost', 2), openStatement('ada'));
    const third = given(signed, inviteKnown('ada', 'gost', 2), signStatement('gost', 2), openStatement('ada'));
    inviteKnown('ada', 'gost', 3)(third.world);
    const matters = (of: State, { entries }: typeof world) =>
      entries.flatMap(({ act }, index) => (act.kind === 'statement.invite' ? [matterOfEntry(of, index, act)] : []));
    assert.deepEqual(matters(state, world), ['invited', 'invited']);
    // The first brought in the key that signed the second.
    assert.deepEqual(matters(third.world.state, third.world), ['signing-key', 'statement', 'invited']);
  });

  test('that tells a change tells nobody of an invitation who may not see it', () => {
    const { world, state } = given(founded(2), openStatement('ada', ['gost']));
    const index = state.size - 1;
    const heard = (viewer: Viewer) =>
      changedBy(state, viewer, [{ index, act: world.entries[index]?.act ?? assert.fail() }]);
    assert.deepEqual(heard(PUBLIC), []);
    for (const id of ['ada', 'bor', 'gost']) assert.deepEqual(heard(as(id)), ['statements/1', 'organisations/gost']);
  });

  test('of an observation is everyone’s where its author says so and its text is adopted', () => {
    const { world, state } = given(example);
    assert.deepEqual(
      [0, 1, 2].map((nth) => matterAt(state, world, 'observation.make', nth)),
      ['observation', 'public-observation', 'observation'],
    );
  });

  test('of a sitting is everyone’s where anybody may follow it, and can be checked by them', () => {
    const names = ['ada', 'bor'];
    const closed = all(convened(names), inMeeting('sitting.open', 'ada'));
    assert.equal(matter('sitting.open', closed), 'meeting');
    const open = all(
      founded(names),
      convene('ada', { public: true }),
      calledByEnough(['bor']),
      credentials('ada'),
      wait(AHEAD),
      inMeeting('sitting.open', 'ada'),
    );
    assert.equal(matter('sitting.open', open), 'public-sitting');
    assert.equal(matter('meeting.convene', open), 'meeting');
    assert.ok(given(open).state.publicKeys.has(signer(fakeKey('ada')).fingerprint));
  });

  test('of a sitting stays what it was when it was made, whatever a later notice says', () => {
    const { state } = given(
      founded(['ada', 'bor']),
      convene('ada'),
      change(true),
      change(false),
      change(true),
      credentials('ada'),
    );
    const [meeting = assert.fail()] = state.meetings;
    const [first = 0, ...later] = meeting.notices.map(({ on }) => on.index);
    const at = [first - 1, first, ...later, state.size].map((index) => matterOfSitting(state, 1, index));
    assert.deepEqual(at, ['meeting', 'meeting', 'public-sitting', 'meeting', 'public-sitting', 'public-sitting']);
    given(sitting(['ada', 'bor']))
      .when(change(true))
      .refused('5.1', 'meeting-stage');
  });

  const change = (open: boolean): Step =>
    acting('meeting.change', 'ada', ({ now }) => ({ meeting: 1, notice: noticeIn(now, { public: open }) }));
  const chain = (state: State) => chainOf(state, state.publicKeys);

  const statementOf = (step: Step) => ({
    statement: 1,
    printed: printed('Organisation ada'),
    version: given(step).state.statements[0]?.hash,
  });
});
