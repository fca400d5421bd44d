import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { publicKeySchema } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { NewKey } from '../act.ts';
import { ACT_KINDS, ACT_RULES, type ActKind } from '../acts.ts';
import { isByNewKey, newKeysOf } from './keys.ts';
import type { Refusal } from '../law/refusal.ts';
import { type Step, given } from '../spec/spec.ts';
import { act, charterWith, found, founded, lose } from '../spec/acts.ts';
import { profile } from '../spec/names.ts';
import { EXAMPLES } from '../spec/example.ts';
import { type Attempt, HOST, createWorld, fakeKey, signer } from '../spec/world.ts';
import { kindsNaming } from '../spec/schemas.ts';
import { judge } from '../judge.ts';

/** Whoever names a key must hold it: shown for every kind of act that brings one in, so that a new kind cannot forget it. */

const BRINGING = ACT_KINDS.filter((kind) => 'newKeys' in ACT_RULES[kind]);

/** What would be sent in a step, where it was made. */
const attemptIn = (step: Step, world = createWorld()): Attempt => {
  const sent: Attempt[] = [];
  step({
    ...world,
    send: (attempt) => {
      sent.push(attempt);
      return null;
    },
  });
  return sent.at(-1) ?? assert.fail('nothing was sent');
};

/** The body with another value where the path leads. */
const withField = (body: unknown, path: string, value: unknown): unknown => {
  const [name = '', ...rest] = path.split('/');
  const set = (old: unknown): unknown => (rest.length === 0 ? value : withField(old, rest.join('/'), value));
  if (Array.isArray(body)) return body.map((item: unknown, i) => (`${i}` === name ? set(item) : item));
  const fields = body as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: set(fields[name]) };
};

/** The example of a kind, and what the rules say to it with its body or its signers changed. */
const exampleOf = (kind: ActKind) => {
  const { world } = given(EXAMPLES[kind].given);
  const attempt = attemptIn(EXAMPLES[kind].next, world);
  const refusal = (change: Partial<Attempt>): Refusal | null =>
    judge(world.state, world.entryOf({ ...attempt, ...change }));
  const entry = world.entryOf(attempt);
  return { attempt, refusal, signers: entry.signers, brought: newKeysOf(entry.act) };
};

const stranger = signer(fakeKey('a stranger'));
const unsigned = ({ field }: NewKey): Refusal => ({
  article: '4.1',
  kind: 'bad-field',
  field,
  why: 'has-not-signed',
});

suite('4.1 a key that an act brings in', () => {
  test('is told of every kind that names a public key; but for the host’s, which signs the checkpoints', () => {
    assert.deepEqual(kindsNaming(publicKeySchema), [...BRINGING].sort());
    for (const kind of BRINGING) assert.ok(exampleOf(kind).brought.length > 0, kind);
  });

  for (const kind of BRINGING) {
    test(`has signed it: ${kind}`, () => {
      const { refusal, signers, brought } = exampleOf(kind);
      assert.equal(refusal({ signers }), null);
      for (const key of brought) {
        const others = signers.filter((signer) => signer.key !== key.key);
        assert.deepEqual(refusal({ signers: others }), unsigned(key));
        assert.deepEqual(refusal({ signers: [...others, stranger] }), unsigned(key));
        const otherWay = signers.map((signer) =>
          signer.key === key.key ? { ...signer, webauthn: !signer.webauthn } : signer,
        );
        assert.deepEqual(refusal({ signers: otherWay }), unsigned(key));
      }
    });

    test(`signs behind the maker, in order, and nobody else does: ${kind}`, () => {
      const { refusal, signers } = exampleOf(kind);
      const bad = (why: string): Refusal => ({ article: '4.1', kind: 'bad-field', field: 'signatures', why });
      assert.deepEqual(refusal({ signers: [...signers, stranger] }), bad('signers'));
      assert.deepEqual(refusal({ signers: [stranger, ...signers] }), bad('signers'));
      if (!isByNewKey(kind)) assert.deepEqual(refusal({ signers: signers.slice(1) }), bad('signers'));
      if (signers.length > 1) assert.deepEqual(refusal({ signers: signers.toReversed() }), bad('order'));
    });

    test(`is nobody’s yet, in whatever role: ${kind}`, () => {
      // The founding act comes before all others, and is told in founding.test.ts.
      if (kind === 'conference.found') return;
      const { attempt, brought } = exampleOf(kind);
      const { world } = given(EXAMPLES[kind].given);
      for (const { key, field } of brought) {
        for (const [whose, owned] of Object.entries({
          'a delegate’s': fakeKey('bor'),
          'one that has ended': fakeKey('invitation bor'),
          'an invitation’s': fakeKey('invitation drugi'),
          'the host’s': HOST,
        })) {
          const body = withField(attempt.body, field, owned);
          const signers = world.entryOf(attempt).signers.map((each) => (each.key === key ? signer(owned) : each));
          const refusal = judge(world.state, world.entryOf({ ...attempt, body, signers }));
          assert.deepEqual(refusal, { article: '4.1', kind: 'key-in-use', key: fingerprint(owned) }, whose);
        }
      }
    });
  }

  test('is named once in an act', () => {
    const founder = (id: string, invitation: string | null) => ({
      id,
      ...profile(id),
      invitation: invitation === null ? null : fakeKey(invitation),
    });
    const founders = [founder('ada', null), founder('bor', 'same'), founder('cvet', 'same')];
    given()
      .when(found(['ada'], charterWith(), { founders, delegate: null, key: fakeKey('ada') }))
      .refused('4.1', 'bad-field', { field: 'founders/2/invitation', why: 'repeated-key' });
  });

  test('does not stand in the way of a recovery: the new key is its owner’s alone', () => {
    const squat = act(
      'delegate.appoint',
      'bor',
      { delegate: 2, name: null, role: 'assisting', invitation: fakeKey('new ada') },
      {
        signers: [signer(fakeKey('bor')), stranger],
      },
    );
    given(founded(3)).when(squat).refused('4.1', 'bad-field', { field: 'invitation', why: 'has-not-signed' });
    given(founded(3), lose('ada'))
      .when(squat)
      .refused('4.1', 'bad-field', { field: 'invitation', why: 'has-not-signed' });
  });
});
