import { printed } from '../spec/names.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../../base/keys.ts';
import type { Json } from '../../base/json.ts';
import { DAY, type Day, after } from '../../base/time.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  act,
  applyFor,
  appoint,
  clauses,
  disagree,
  enrol,
  founded,
  leave,
  otherCharter,
  presented,
} from '../spec/acts.ts';
import {
  EVENT,
  inviteGuest,
  inviteKnown,
  openStatement,
  signStatement,
  vouching,
  withdrawStatement,
} from '../spec/statements.ts';
import { START, fakeKey, signer } from '../spec/world.ts';
import { readAct } from '../read.ts';
import { statementHash } from './statements.ts';
import type { State } from '../state.ts';

/** A signature on other words. */
const others = (name: string) => ({ statement: 1, printed: printed(name), version: otherCharter });
const signers = (state: State, number = 1) => [...(state.statements[number - 1]?.signatures.keys() ?? [])];
/** Where an act of this kind with this body is malformed, or `null`. */
const faultIn = (kind: string, body: unknown): string | null => {
  const head = {
    v: 1,
    conference: 'A'.repeat(22),
    nonce: 'A'.repeat(22),
    made: START,
    by: { organisation: 'ada', delegate: 1 },
  };
  const read = readAct(JSON.parse(JSON.stringify({ ...head, kind, body })) as Json);
  return read.ok ? null : read.error.field;
};
const faultOf = (vouching: unknown): string | null =>
  faultIn('statement.invite', { statement: 1, organisation: 'gost', newcomer: null, vouching });

const opened = { title: 'On the flood', event: EVENT, clauses: clauses('It rained.'), lead: null, calls: ['Help.'] };

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

  test('is known by a hash over all that it says', () => {
    const statement = given(founded(2), openStatement('ada')).state.statements[0] ?? assert.fail();
    assert.equal(statement.hash, statementHash(statement));
    for (const change of [
      { title: 'Other' },
      { calls: [] },
      { calls: ['Help.', 'Help.'] },
      { lead: 'We call:' },
      { event: { ...statement.event, name: 'The other flood' } },
      { event: { ...statement.event, on: '2026-01-02' as Day } },
      { clauses: clauses('It snowed.') },
    ])
      assert.notEqual(statementHash({ ...statement, ...change }), statement.hash);
  });

  test('is about an event of a day that there is, which may be announced and no farther ahead than people plan', () => {
    const on = (day: string) => openStatement('ada', [], { event: { name: 'The flood', on: day } });
    for (const day of ['1026-05-16', '2024-02-29', '2027-01-01']) given(founded(2)).when(on(day)).allowed();
    given(founded(2)).when(on('2027-01-02')).refused('14.1', 'bad-field', { field: 'event/on', why: 'too-far-ahead' });
    for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', '0999-01-01', '2026-01-01T00:00', ''])
      assert.equal(faultIn('statement.open', { ...opened, event: { name: 'The flood', on: day } }), '/body/event/on');
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(301)])
      assert.equal(faultIn('statement.open', { ...opened, event: { name, on: '2026-01-01' } }), '/body/event/name');
  });

  test('has a title, a line before its calls and calls within their limits, and no line that leads in to nothing', () => {
    const { title, calls } = opened;
    assert.equal(faultIn('statement.open', { ...opened, title: title.padEnd(500, '.') }), '/body/title');
    assert.equal(faultIn('statement.open', { ...opened, lead: 'x'.repeat(501) }), '/body/lead');
    assert.equal(
      faultIn('statement.open', { ...opened, calls: Array.from({ length: 100 }, () => 'Help.') }),
      '/body/calls',
    );
    assert.equal(faultIn('statement.open', { ...opened, lead: undefined }), '/body/lead');
    assert.equal(faultIn('statement.open', { ...opened, calls }), null);
    given(founded(2))
      .when(openStatement('ada', [], { calls: [] }))
      .allowed();
    given(founded(2))
      .when(openStatement('ada', [], { lead: 'We call:', calls: [] }))
      .refused('14.1', 'bad-field', { field: 'lead', why: 'leads-to-nothing' });
  });

  test('is signed by participants at once', () => {
    const { state } = given(founded(3), openStatement('ada'), signStatement('bor'), signStatement('ada'));
    assert.deepEqual(signers(state), ['bor', 'ada']);
    given(founded(3), openStatement('ada'), signStatement('bor'))
      .when(signStatement('bor'))
      .refused('14.1', 'already', { what: 'signed' });
    given(founded(3)).when(signStatement('bor')).refused('14.1', 'unknown', { thing: 'statement', ref: '1' });
    given(founded(3), openStatement('ada'))
      .when(act('statement.sign', 'bor', others('Bor')))
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
      all(applyFor('nova'), wait(30 * DAY)),
      all(presented('nova'), disagree('ada', 'nova'), wait(30 * DAY)),
      all(applyFor('nova'), act('participation.withdraw', 'nova', {})),
      all(presented('nova'), wait(30 * DAY), leave('nova')),
    ];
    for (const step of standings) {
      given(founded(2), step, openStatement('ada')).when(signStatement('nova')).refused('14.1', 'not-allowed-to');
      given(founded(2), step, openStatement('ada'), inviteKnown('ada', 'nova')).when(signStatement('nova')).allowed();
    }
  });

  test('keeps the signature of one that leaves', () => {
    assert.deepEqual(signers(given(founded(3), openStatement('ada'), signStatement('bor'), leave('bor')).state), [
      'bor',
    ]);
  });
});

suite('14.1 a signature under a statement', () => {
  const signed = all(invited, signStatement('nova'), signStatement('bor'));

  test('is withdrawn by whoever gave it, participant or not, and both stand', () => {
    for (const by of ['nova', 'bor']) {
      const { statements, size, time } = given(signed).when(withdrawStatement(by, 'No more.')).allowed();
      const signature = statements[0]?.signatures.get(by as never) ?? assert.fail();
      assert.deepEqual(signature.withdrawn, { on: { index: size - 1, at: time }, reason: 'No more.' });
      assert.deepEqual(signers({ statements } as State), ['nova', 'bor']);
    }
  });

  test('is withdrawn once, and not given again', () => {
    const withdrawn = all(signed, withdrawStatement('nova'), withdrawStatement('bor'));
    for (const by of ['nova', 'bor']) {
      given(withdrawn).when(withdrawStatement(by)).refused('14.1', 'already', { what: 'withdrawn' });
      given(withdrawn).when(signStatement(by)).refused('14.1', 'already', { what: 'withdrawn' });
    }
  });

  test('is withdrawn by nobody else, and where there is none', () => {
    given(signed).when(withdrawStatement('ada')).refused('14.1', 'unknown', { thing: 'signature', ref: 'ada' });
    given(signed)
      .when(act('statement.withdraw', 'nova', { statement: 1, reason: null }, { signers: [signer(fakeKey('ada'))] }))
      .refused('4.1', 'key-of-another');
    given(signed)
      .when(withdrawStatement('nova', null, 2))
      .refused('14.1', 'unknown', { thing: 'statement' });
  });

  test('is withdrawn by one who has left, and by no act that was made before it', () => {
    given(signed, leave('bor')).when(withdrawStatement('bor')).allowed();
    given(signed)
      .when(act('statement.withdraw', 'bor', { statement: 1, reason: null }, { made: after(START, -1) }))
      .refused('14.1', 'bad-field', { field: 'made' });
  });
});

suite('14.1 inviting', () => {
  test('brings organisations in as outside ones, each with a link', () => {
    const { state } = given(founded(2), openStatement('ada', ['nova', 'stara']));
    const nova = [...state.organisations.values()].find(({ id }) => id === 'nova');
    assert.equal(nova?.standing.kind, 'outside');
    assert.equal(nova.delegates[0]?.invitation, fakeKey('invitation nova'));
    assert.deepEqual([...(state.statements[0]?.invited.keys() ?? [])], ['nova', 'stara']);
  });

  test('is for names and links that are new', () => {
    const open = given(founded(2), openStatement('ada', ['nova']));
    for (const id of ['bor', 'nova'])
      given(founded(2), openStatement('ada', ['nova']))
        .when(inviteGuest('ada', id, { invitation: fakeKey('another') }))
        .refused('14.1', 'taken', { field: 'organisation', value: id });
    for (const key of ['bor', 'invitation nova'])
      open.when(inviteGuest('ada', 'stara', { invitation: fakeKey(key) })).refused('4.1', 'key-in-use');
  });

  test('goes on for as long as the one who opened the statement likes, and is its own affair', () => {
    const later = given(invited).when(inviteGuest('ada', 'stara')).allowed();
    assert.deepEqual([...(later.statements[0]?.invited.keys() ?? [])], ['nova', 'stara']);
    given(invited).when(inviteGuest('bor', 'stara')).refused('14.1', 'not-yours', { owner: 'ada' });
    given(founded(2)).when(inviteGuest('ada', 'stara')).refused('14.1', 'unknown', { thing: 'statement' });
  });

  test('names one that is known already by its id, once', () => {
    given(founded(2), applyFor('nova'), openStatement('ada')).when(inviteKnown('ada', 'nova')).allowed();
    for (const id of ['nova', 'bor', 'nobody'])
      given(invited).when(inviteKnown('ada', id)).refused('14.1', 'unknown', { thing: 'organisation', ref: id });
  });

  test('is for nobody who has signed', () => {
    given(founded(3), openStatement('ada'), signStatement('bor'), leave('bor'))
      .when(inviteKnown('ada', 'bor'))
      .refused('14.1', 'already', { what: 'signed' });
  });

  test('is in the open: who invited whom, how it vouches, and when', () => {
    const { state } = given(founded(2), applyFor('nova'), openStatement('ada', ['gost']), inviteKnown('ada', 'nova'));
    const { invited } = state.statements[0] ?? assert.fail();
    const [gost, nova] = [...invited.values()];
    const on = (index: number) => ({ by: 'ada', vouching, on: { index, at: state.time } });
    assert.deepEqual([gost, nova], [on(state.size - 2), on(state.size - 1)]);
  });

  test('says how the inviter knows whom it invites, in one of the ways that there are', () => {
    const sound = [
      { kind: 'mail-domain', domain: 'auenkunde.example.org' },
      { kind: 'web-page', address: 'https://example.org/statement' },
      { kind: 'published-key', address: 'https://example.org/key', key: fingerprint(fakeKey('gost')) },
      { kind: 'in-person', words: 'We share a house.' },
    ];
    for (const one of sound) assert.equal(faultOf(one), null);
    for (const one of [
      undefined,
      null,
      {},
      { kind: 'trust-me' },
      { kind: 'mail-domain', domain: 'Example.org' },
      { kind: 'mail-domain', domain: 'localhost' },
      { kind: 'mail-domain', domain: 'a@example.org' },
      { kind: 'mail-domain', domain: 'еxample.org' },
      { kind: 'web-page', address: 'http://example.org/' },
      { kind: 'web-page', address: 'https://example.org@evil.example/' },
      { kind: 'web-page', address: 'https://еxample.org/' },
      { kind: 'web-page', address: 'https://example.org\\@evil.example/' },
      { kind: 'published-key', address: 'https://example.org/key' },
      { kind: 'published-key', address: 'https://example.org/key', key: 'SHA256:x' },
      { kind: 'in-person', words: '' },
      { kind: 'in-person', words: 'We know\nthem.' },
      { kind: 'in-person', words: 'We know them.', domain: 'example.org' },
    ])
      assert.match(faultOf(one) ?? assert.fail(JSON.stringify(one)), /^\/body\/vouching/u);
  });

  test('never makes an outside signatory of a key that is somebody’s, nor lets it become one', () => {
    given(founded(2), openStatement('ada'))
      .when(inviteGuest('ada', 'gost', { invitation: fakeKey('ada') }))
      .refused('4.1', 'key-in-use');
    const open = all(founded(2), openStatement('ada', ['gost']));
    for (const key of ['ada', 'bor', 'host', 'invitation gost'])
      given(open)
        .when(enrol('gost', fakeKey(key)))
        .refused('4.1', 'key-in-use');
    given(open, enrol('gost'))
      .when(enrol('ada', fakeKey('gost')))
      .refused('4.1', 'key-in-use');
    given(open, enrol('gost'))
      .when(act('statement.sign', 'gost', others('Gost'), { signers: [signer(fakeKey('ada'))] }))
      .refused('4.1', 'key-of-another');
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
