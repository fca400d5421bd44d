import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../base/keys.ts';
import { DAY, after } from '../base/time.ts';
import { AHEAD, OLDEST, nextDeadline } from './judge.ts';
import { all, given, wait } from './spec/spec.ts';
import { act, appoint, applyFor, enrol, founded, leave, table, tick } from './spec/acts.ts';
import { START, fakeHash, fakeKey, signer } from './spec/world.ts';

const print = (label: string) => fingerprint(fakeKey(label));
const tabling = {
  kind: 'resolution',
  title: 'A text',
  clauses: [{ id: 'c1', kind: 'paragraph', words: 'Peace.' }],
  charter: null,
  language: null,
};
const by = (id: string, more: Parameters<typeof act>[3]) => act('text.table', id, tabling, more);

suite('4.1 an act', () => {
  test('is for this conference', () => {
    given(founded(2))
      .when(by('ada', { conference: fakeHash('x').slice(0, 21) + 'A' }))
      .refused('4.1', 'wrong-conference');
    given(founded(2))
      .when(by('ada', { conference: '' }))
      .refused('4.1', 'wrong-conference');
  });

  test('arrives within a day of its making, and not much before', () => {
    const late = given(founded(2), wait(2 * DAY));
    const now = after(START, 2 * DAY);
    late
      .when(by('ada', { made: after(now, -OLDEST - 1) }))
      .refused('4.1', 'out-of-time', { made: after(now, -OLDEST - 1), received: now });
    late.when(by('ada', { made: after(now, AHEAD + 1) })).refused('4.1', 'out-of-time');
    late.when(by('ada', { made: after(now, -OLDEST) })).allowed();
    late.when(by('ada', { made: after(now, AHEAD) })).allowed();
  });

  test('is taken once', () => {
    const nonce = 'AAAAAAAAAAAAAAAAAAAAAA';
    given(founded(2), by('ada', { nonce })).when(by('ada', { nonce })).refused('4.1', 'replayed');
  });

  test('is signed by one key of its delegate', () => {
    const key = (label: string) => ({ signers: [signer(fakeKey(label))] });
    given(founded(2))
      .when(by('ada', key('nobody')))
      .refused('4.1', 'unknown-key', { key: print('nobody') });
    given(founded(2))
      .when(by('ada', key('bor')))
      .refused('4.1', 'key-of-another', { key: print('bor') });
    given(founded(2))
      .when(by('ada', { signers: [] }))
      .refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
    given(founded(2))
      .when(by('ada', { signers: [signer(fakeKey('ada')), signer(fakeKey('bor'))] }))
      .refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
    const two = all(founded(2), appoint('ada', 'second'), enrol('ada', fakeKey('second'), { delegate: 2 }));
    given(two)
      .when(by('ada', { ...key('ada'), delegate: 2 }))
      .refused('4.1', 'key-of-another');
    given(two)
      .when(by('ada', key('second')))
      .refused('4.1', 'key-of-another');
    given(two)
      .when(by('ada', { ...key('second'), delegate: 2 }))
      .allowed();
  });

  test('is signed by a passkey through its authenticator, and by no other key so', () => {
    const passkey = fakeKey('pass', 'passkey');
    const enrolled = all(founded(2), enrol('ada', passkey, { use: 'passkey' }));
    given(enrolled)
      .when(by('ada', { signers: [signer(passkey)] }))
      .allowed();
    given(enrolled)
      .when(by('ada', { signers: [{ ...signer(passkey), webauthn: false }] }))
      .refused('4.1', 'key-kind-not-allowed', { given: 'ssh' });
    given(enrolled)
      .when(by('ada', { signers: [{ ...signer(fakeKey('ada')), webauthn: true }] }))
      .refused('4.1', 'key-kind-not-allowed', { given: 'passkey' });
  });

  test('that brings a key is signed by it last, and by the one before it that may', () => {
    const body = { delegate: 1, key: fakeKey('x'), use: 'ssh', name: null };
    const enrolment = (...labels: readonly string[]) =>
      given(founded(2)).when(act('key.enrol', 'ada', body, { signers: labels.map((label) => signer(fakeKey(label))) }));
    enrolment('ada', 'x').allowed();
    enrolment('ada', 'y').refused('4.1', 'bad-field', { field: 'key', why: 'has-not-signed' });
    enrolment('ada').refused('4.1', 'bad-field', { field: 'key', why: 'has-not-signed' });
    enrolment('x', 'ada').refused('4.1', 'bad-field', { field: 'signatures', why: 'order' });
    enrolment('x').refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
    enrolment('x', 'x').refused('4.1', 'unknown-key');
    enrolment('bor', 'x').refused('4.1', 'key-of-another');
  });

  test('that brings the only key is signed by it alone', () => {
    const signers = [signer(fakeKey('ada')), signer(fakeKey('nova'))];
    given(founded(2))
      .when((world) => applyFor('nova')({ ...world, send: (attempt) => world.send({ ...attempt, signers }) }))
      .refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
  });

  test('is in the name of an organisation that the record knows', () => {
    given(founded(2))
      .when(by('nobody', { signers: [signer(fakeKey('ada'))] }))
      .refused('4.1', 'key-of-another');
    given(founded(2))
      .when(act('recovery.request', 'nobody', { key: fakeKey('x'), use: 'ssh', explanation: fakeHash('Lost.') }))
      .refused('3.1', 'unknown', { thing: 'organisation', ref: 'nobody' });
  });
});

suite('3.1 the host', () => {
  const host = [signer(fakeKey('host'))];

  test('ticks when something is due, and not else', () => {
    given(founded(2)).when(tick).refused('3.1', 'nothing-due');
    given(founded(2), applyFor('nova')).when(tick).refused('3.1', 'nothing-due');
    const { world, state } = given(founded(2), applyFor('nova'));
    assert.equal(nextDeadline(state), after(START, 30 * DAY));
    world.wait(30 * DAY);
    assert.equal(world.entries.at(-1)?.act.kind, 'host.tick');
    assert.equal(nextDeadline(state), null);
  });

  test('speaks in its own name alone', () => {
    given(founded(2))
      .when(act('host.tick', 'ada', {}, { signers: host }))
      .refused('3.1', 'own-matter');
    given(founded(2))
      .when(act('host.tick', '', {}, { signers: host, delegate: 1 }))
      .refused('3.1', 'own-matter');
    given(founded(2))
      .when(act('host.shown', 'ada', { organisation: 'bor', observations: [1] }, { signers: host }))
      .refused('3.1', 'own-matter');
  });

  test('signs nothing else, in nobody’s name', () => {
    given(founded(2))
      .when(by('ada', { signers: host }))
      .refused('4.1', 'unknown-key');
    given(founded(2))
      .when(by('', { signers: host, delegate: 0 }))
      .refused('4.1', 'unknown-key');
    given(founded(2))
      .when(act('key.enrol', 'ada', { delegate: 1, key: fakeKey('host'), use: 'ssh', name: null }))
      .refused('4.1', 'key-in-use');
  });

  test('is the only one to speak for the host', () => {
    given(founded(2))
      .when(act('host.tick', '', {}, { signers: [signer(fakeKey('ada'))] }))
      .refused('3.1', 'unknown-key', { key: print('ada') });
    given(founded(2))
      .when(act('host.tick', '', {}, { signers: [...host, signer(fakeKey('ada'))] }))
      .refused('4.1', 'bad-field', { field: 'signatures' });
  });
});

suite('2.4 one that has left', () => {
  test('keeps its keys for what it may still do', () => {
    given(founded(2), leave('ada'))
      .when(act('key.revoke', 'ada', { key: print('ada') }))
      .allowed();
    given(founded(2), leave('ada')).when(table('ada')).refused('13.2', 'not-allowed-to', { standing: 'former' });
  });
});
