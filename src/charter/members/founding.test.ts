import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { charterHash } from '../law/charter.ts';
import { CONSENT_RULES, REGIONAL_RULES, rulesSchema } from '../law/rules.ts';
import { all, given } from '../spec/spec.ts';
import { charterWith, enrol, found, founded, otherCharter, rulesWith, signCharter, table, act } from '../spec/acts.ts';
import { printed, profile } from '../spec/names.ts';
import { HOST, fakeKey } from '../spec/world.ts';

const names = ['ada', 'bor', 'cvet'];
const founder = (id: string, invitation: string | null) => ({
  id,
  ...profile(id),
  invitation: invitation === null ? null : fakeKey(invitation),
});

suite('13.1 founding', () => {
  test('begins with a charter and those who are to sign it', () => {
    const state = given().when(found(names)).allowed();
    assert.deepEqual([...state.organisations.keys()], names);
    assert.deepEqual(
      new Set([...state.organisations.values()].map(({ standing }) => standing.kind)),
      new Set(['founder']),
    );
    assert.equal(state.charter?.hash, charterHash(charterWith()));
    assert.equal(state.founded, null);
    assert.equal(state.host, HOST);
    assert.equal(state.conference?.length, 22);
  });

  test('ends when the last founder has signed, whatever their order', () => {
    const before = given(found(names), enrol('cvet'), signCharter('cvet'), signCharter('ada'), enrol('bor'));
    assert.equal(before.state.founded, null);
    const state = before.when(signCharter('bor')).allowed();
    assert.equal(state.founded?.index, 5);
    assert.deepEqual(state.charter?.since, state.founded);
    for (const { standing, accepted } of state.organisations.values()) {
      assert.deepEqual(standing, { kind: 'participant', since: state.founded });
      assert.equal(accepted?.charter, state.charter?.hash);
    }
  });

  test('gives its maker no more than the others: nothing may be done before all have signed', () => {
    const step = all(found(names), signCharter('ada'));
    given(step).when(table('ada')).refused('13.1', 'not-founded');
    given(step)
      .when(act('participation.leave', 'ada', { reason: null }))
      .refused('13.1', 'not-founded');
  });

  test('happens once', () => {
    given(founded(2))
      .when(found(['new', 'newer']))
      .refused('13.1', 'already-founded');
    given(founded(2)).when(found(names)).refused('2.1', 'taken', { field: 'by', value: 'ada' });
  });

  test('comes before everything else', () => {
    given().when(table('ada')).refused('13.1', 'not-founded');
  });

  test('needs each founder once, each with a link of its own but the one that is there', () => {
    const founding = (founders: readonly object[]) => given().when(found(names, charterWith(), { founders }));
    const refused = (founders: readonly object[], why: string) =>
      founding(founders).refused('13.1', 'bad-field', {
        field: why === 'repeated' ? 'founders/1/id' : 'founders',
        why,
      });
    const repeated = (field: string, founders: readonly object[]) =>
      founding(founders).refused('4.1', 'bad-field', { field, why: 'repeated-key' });
    refused([founder('ada', null), founder('ada', 'b')], 'repeated');
    repeated('founders/2/invitation', [founder('ada', null), founder('bor', 'b'), founder('cvet', 'b')]);
    refused([founder('ada', null), founder('bor', null)], 'invitation');
    refused([founder('ada', 'a'), founder('bor', null)], 'invitation');
    refused([founder('ada', 'a'), founder('bor', 'b')], 'invitation');
    repeated('founders/1/invitation', [founder('ada', null), founder('bor', 'ada')]);
    repeated('host', [founder('ada', null), founder('bor', 'host')]);
  });

  test('is made by the first delegate of its maker', () => {
    given()
      .when((world) => world.send({ ...attempt(), delegate: 2 }))
      .refused('13.1', 'bad-field', { field: 'founders' });
  });

  test('takes sound keys alone', () => {
    given()
      .when(found(names, charterWith(), { host: 'ssh-ed25519 AAAA' }))
      .refused('13.1', 'bad-field', { field: 'host' });
    given()
      .when(found(names, charterWith(), { host: fakeKey('host', 'passkey') }))
      .refused('13.1', 'bad-field', { field: 'host' });
    const founders = [founder('ada', null), { ...founder('bor', 'b'), invitation: 'ssh-ed25519 AAAB' }];
    given()
      .when(found(names, charterWith(), { founders }))
      .refused('4.1', 'bad-field', { field: 'founders/1/invitation', why: 'not-a-key' });
    const hardware = [founder('ada', null), { ...founder('bor', 'b'), invitation: fakeKey('b', 'passkey') }];
    given()
      .when(found(names, charterWith(), { founders: hardware }))
      .refused('4.1', 'bad-field', { field: 'founders/1/invitation', why: 'has-not-signed' });
  });

  test('takes a device key only where its own rules do', () => {
    const without = charterWith(rulesWith({ keys: { deviceKeys: false } }));
    given()
      .when(found(names, without, { use: 'device' }))
      .refused('4.1', 'key-kind-not-allowed', { given: 'device' });
    given()
      .when(found(names, charterWith(), { use: 'device' }))
      .allowed();
  });

  test('is for the region that its charter names', () => {
    const abroad = { ...founder('bor', 'b'), country: 'FI' };
    given()
      .when(found(names, charterWith(), { founders: [founder('ada', null), abroad] }))
      .refused('2.1', 'outside-region', { country: 'FI' });
    const anywhere = charterWith(REGIONAL_RULES, { region: [] });
    given()
      .when(found(names, anywhere, { founders: [founder('ada', null), abroad] }))
      .allowed();
  });

  test('is signed once, and only in this version of the charter', () => {
    given(found(names), signCharter('ada')).when(signCharter('ada')).refused('13.1', 'already', { what: 'signed' });
    given(found(names))
      .when(act('charter.sign', 'ada', { charter: otherCharter, printed: printed('Ada') }))
      .refused('13.1', 'superseded', { field: 'charter', current: charterHash(charterWith()) });
    given(founded(2)).when(signCharter('ada')).refused('13.1', 'not-allowed-to', { standing: 'participant' });
  });

  const attempt = () => ({
    kind: 'conference.found' as const,
    by: 'ada',
    body: {
      charter: charterWith(),
      host: HOST,
      meeting: null,
      founders: names.map((id, i) => founder(id, i === 0 ? null : id + id)),
      delegate: null,
      key: fakeKey('ada'),
      use: 'ssh',
    },
  });
});

suite('5.4 rules', () => {
  test('that ship are sound, and differ', () => {
    assert.deepEqual(rulesSchema.parse(REGIONAL_RULES), REGIONAL_RULES);
    assert.deepEqual(rulesSchema.parse(CONSENT_RULES), CONSENT_RULES);
    assert.notDeepEqual(REGIONAL_RULES.decision, CONSENT_RULES.decision);
  });
});
