import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../base/time.ts';
import { all, given, wait } from './spec.ts';
import {
  act,
  appoint,
  applyFor,
  clauses,
  disagree,
  enrol,
  founded,
  guest,
  leave,
  openStatement,
  otherCharter,
  signStatement,
} from './spec-acts.ts';
import { fakeKey } from './spec-world.ts';
import { statementHash } from './statements.ts';
import type { State } from './state.ts';

const signers = (state: State, number = 1) => [...(state.statements[number - 1]?.signatures.keys() ?? [])];
const invite = (by: string, known: readonly string[], guests: readonly string[] = []) =>
  act('statement.invite', by, { statement: 1, invited: guests.map(guest), known });
const invited = all(founded(3), openStatement('ada', ['nova']), enrol('nova'));

suite('14.1 a statement', () => {
  test('is opened by any participant, and signed by nobody thereby', () => {
    const state = given(founded(2)).when(openStatement('bor')).allowed();
    assert.equal(state.statements[0]?.by, 'bor');
    assert.deepEqual(signers(state), []);
    given(founded(2), applyFor('nova'))
      .when(openStatement('nova'))
      .refused('14.1', 'not-allowed-to', { standing: 'applicant' });
  });

  test('is known by a hash over its title, words and calls', () => {
    const statement = given(founded(2), openStatement('ada')).state.statements[0] ?? assert.fail();
    assert.equal(statement.hash, statementHash(statement));
    for (const change of [
      { title: 'Other' },
      { calls: [] },
      { calls: ['Help.', 'Help.'] },
      { clauses: clauses('It snowed.') },
    ])
      assert.notEqual(statementHash({ ...statement, ...change }), statement.hash);
  });

  test('has no clause that could be taken for one of its calls', () => {
    const [clause] = clauses('It rained.');
    given(founded(2))
      .when(openStatement('ada', [], { clauses: [{ ...clause, id: 'call-1' }] }))
      .refused('14.1', 'taken', { field: 'clauses', value: 'call-1' });
  });

  test('is signed by participants at once', () => {
    const { state } = given(founded(3), openStatement('ada'), signStatement('bor'), signStatement('ada'));
    assert.deepEqual(signers(state), ['bor', 'ada']);
    given(founded(3), openStatement('ada'), signStatement('bor'))
      .when(signStatement('bor'))
      .refused('14.1', 'already', { what: 'signed' });
    given(founded(3)).when(signStatement('bor')).refused('14.1', 'unknown', { thing: 'statement', ref: '1' });
    given(founded(3), openStatement('ada'))
      .when(act('statement.sign', 'bor', { statement: 1, version: otherCharter }))
      .refused('14.1', 'superseded', { field: 'version' });
  });

  test('is signed by outside organisations that are invited, with a key of their own', () => {
    assert.deepEqual(signers(given(invited).when(signStatement('nova')).allowed()), ['nova']);
    given(founded(3), openStatement('ada', ['nova']))
      .when(signStatement('nova'))
      .refused('4.1', 'unknown-key');
    given(invited, openStatement('bor'))
      .when(signStatement('nova', 2))
      .refused('14.1', 'not-allowed-to', { standing: 'outside' });
  });

  test('is signed, where invited, in every standing', () => {
    const standings = [
      all(applyFor('nova')),
      all(applyFor('nova'), disagree('ada', 'nova'), wait(30 * DAY)),
      all(applyFor('nova'), act('participation.withdraw', 'nova', {})),
      all(applyFor('nova'), wait(30 * DAY), leave('nova')),
    ];
    for (const step of standings) {
      given(founded(2), step, openStatement('ada')).when(signStatement('nova')).refused('14.1', 'not-allowed-to');
      given(founded(2), step, openStatement('ada'), invite('ada', ['nova']))
        .when(signStatement('nova'))
        .allowed();
    }
  });

  test('keeps the signature of one that leaves', () => {
    assert.deepEqual(signers(given(founded(3), openStatement('ada'), signStatement('bor'), leave('bor')).state), [
      'bor',
    ]);
  });
});

suite('14.1 inviting', () => {
  test('brings organisations in as outside ones, each with a link', () => {
    const { state } = given(founded(2), openStatement('ada', ['nova', 'stara']));
    const nova = [...state.organisations.values()].find(({ id }) => id === 'nova');
    assert.equal(nova?.standing.kind, 'outside');
    assert.equal(nova.delegates[0]?.invitation, fakeKey('invitation nova'));
    assert.deepEqual(state.statements[0]?.invited, ['nova', 'stara']);
  });

  test('is for names and links that are new', () => {
    given(founded(2))
      .when(openStatement('ada', ['bor']))
      .refused('14.1', 'taken', { field: 'id', value: 'bor' });
    given(founded(2))
      .when(openStatement('ada', ['nova', 'nova']))
      .refused('14.1', 'taken', { value: 'nova' });
    const two = [guest('nova'), { ...guest('stara'), invitation: fakeKey('invitation nova') }];
    given(founded(2))
      .when(openStatement('ada', [], { invited: two }))
      .refused('4.1', 'bad-field', { field: 'invited/1/invitation', why: 'repeated-key' });
    given(founded(2))
      .when(openStatement('ada', [], { invited: [{ ...guest('nova'), invitation: fakeKey('bor') }] }))
      .refused('4.1', 'key-in-use');
  });

  test('goes on later, by the one who opened the statement', () => {
    assert.deepEqual(
      given(invited)
        .when(invite('ada', [], ['stara']))
        .allowed().statements[0]?.invited,
      ['nova', 'stara'],
    );
    given(invited)
      .when(invite('bor', [], ['stara']))
      .refused('14.1', 'not-yours', { owner: 'ada' });
    given(founded(2))
      .when(invite('ada', [], ['stara']))
      .refused('14.1', 'unknown', { thing: 'statement' });
    given(invited)
      .when(invite('ada', [], ['nova']))
      .refused('14.1', 'taken', { value: 'nova' });
  });

  test('names those known already by their id, once', () => {
    given(founded(2), applyFor('nova'), openStatement('ada'))
      .when(invite('ada', ['nova']))
      .allowed();
    given(invited)
      .when(invite('ada', ['nova']))
      .refused('14.1', 'unknown', { thing: 'organisation', ref: 'nova' });
    given(invited)
      .when(invite('ada', ['bor']))
      .refused('14.1', 'unknown', { thing: 'organisation', ref: 'bor' });
    given(invited)
      .when(invite('ada', ['nobody']))
      .refused('14.1', 'unknown', { thing: 'organisation', ref: 'nobody' });
    given(founded(2), applyFor('nova'), openStatement('ada'))
      .when(invite('ada', ['nova', 'nova']))
      .refused('14.1', 'unknown', { ref: 'nova' });
  });

  test('leaves the guest to appoint whom it will', () => {
    given(invited).when(appoint('nova', 'second')).allowed();
    given(invited)
      .when(act('delegate.recall', 'ada', { delegate: 1 }, { by: 'nova' }))
      .refused('4.1', 'bad-field', { why: 'last' });
  });
});

suite('14.2 a statement', () => {
  test('is no text of the conference: it has no number there, no decision and no symbol', () => {
    assert.deepEqual(
      given(founded(2), openStatement('ada'), signStatement('ada'), signStatement('bor')).state.texts,
      [],
    );
  });
});
