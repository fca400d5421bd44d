import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { base64url } from '../../base/bytes.ts';
import type { ActHash, PublicKey } from '../../base/ids.ts';
import { type Json, canonicalBytes } from '../../base/json.ts';
import { fingerprint } from '../../base/keys.ts';
import { sha256 } from '../../base/sha256.ts';
import type { Instant } from '../../base/time.ts';
import type { ReceivedAct } from '../act.ts';
import type { AnyAct } from '../acts.ts';
import { apply } from '../apply.ts';
import { judge } from '../judge.ts';
import { readAct } from '../read.ts';
import type { Refusal } from '../law/refusal.ts';
import { given } from './spec.ts';
import type { Attempt } from './world.ts';
import { type State, emptyState } from '../state.ts';
import { ALLOWED } from './vector-allowed.test.ts';
import { REFUSED } from './vector-cases.test.ts';
import type { Case } from './vector-meetings.test.ts';

/**
 * The cases of `vectors/charter/`, which any implementation of the charter can run: see the README there. After a change of the rules,
 * `node src/charter/spec/vectors.test.ts --write` writes them anew; read the difference.
 */

interface VectorEntry {
  readonly act: Json;
  readonly signers: readonly { readonly key: PublicKey; readonly webauthn: boolean }[];
  readonly time: Instant;
}

interface Vector {
  readonly name: string;
  readonly given: readonly VectorEntry[];
  readonly when: VectorEntry;
  readonly expected: { readonly refused: Refusal } | { readonly state: Json };
}

const file = (name: string): URL => new URL(`../../../vectors/charter/${name}.json`, import.meta.url);

/** What a state comes to, as far as the cases tell. */
const digest = (state: State): Json => ({
  size: state.size,
  founded: state.founded !== null,
  charter: state.charter?.number ?? null,
  standings: Object.fromEntries([...state.organisations.values()].map(({ id, standing }) => [id, standing.kind])),
  keysInForce: [...state.keys.values()].filter(({ until }) => until === null).length,
  recoveries: state.recoveries.map(({ stage }) => stage.kind),
  texts: state.texts.map(({ stage, principle, decision, consultations, signatures }) => ({
    stage,
    ...(principle === null ? {} : { inPrinciple: true }),
    consultations: consultations.length,
    outcome: outcomeOf(decision?.outcome ?? null),
    signatures: [...signatures.values()].map(({ by, clauses, riders, accession }) => ({
      by,
      clauses,
      riders: riders.length,
      accession,
    })),
  })),
  statements: state.statements.map(({ signatures }) => [...signatures.keys()]),
  ...(state.meetings.length === 0 ? {} : meetingsDigest(state)),
});

/** Left out where no meeting was ever convened. */
const meetingsDigest = ({ meetings, group, mandates, letters, circulations }: State) => ({
  meetings: meetings.map(({ kind, stage, agenda, calls, stoodIn, summary }) => ({
    kind,
    stage,
    agenda: agenda?.items ?? null,
    calls: calls.map(({ outcome }) => outcome?.result ?? null),
    stoodIn,
    approved: summary === null ? null : summary.approved !== null,
  })),
  group: group && { members: group.members, substitutes: group.substitutes },
  mandates: mandates.map(({ what, ended }) => [what.kind, ended?.why ?? null]),
  letters: letters.map(({ reference }) => reference),
  circulations: circulations.map(({ what, recipients }) => [what.kind, recipients.size]),
});

const outcomeOf = (outcome: NonNullable<State['texts'][number]['decision']>['outcome']): Json =>
  outcome && {
    result: outcome.result,
    symbol: outcome.symbol,
    answers: outcome.answers.map(({ organisation, stand, silent }) => ({ organisation, stand, silent })),
    obstacles: outcome.obstacles as unknown as Json,
  };

const entryOf = ({ act: json, signers, time }: VectorEntry): ReceivedAct<AnyAct> => {
  const act = readAct(json);
  assert.ok(act.ok, JSON.stringify(act));
  return {
    act: act.value,
    hash: base64url(sha256(canonicalBytes(json))) as ActHash,
    signers: signers.map(({ key, webauthn }) => ({ key, fingerprint: fingerprint(key), webauthn })),
    time,
  };
};

const run = ({ given, when }: Pick<Vector, 'given' | 'when'>): Vector['expected'] => {
  const state = emptyState();
  for (const entry of given.map(entryOf)) {
    assert.equal(judge(state, entry), null);
    apply(state, entry);
  }
  const entry = entryOf(when);
  const refused = judge(state, entry);
  return refused === null ? { state: digest(apply(state, entry)) } : { refused };
};

const vectorOf = ({ name, given: before, when }: Case): Vector => {
  const { world } = given(before);
  const written = ({ act, signers, time }: ReceivedAct<AnyAct>): VectorEntry => ({
    act: act as unknown as Json,
    signers: signers.map(({ key, webauthn }) => ({ key, webauthn })),
    time,
  });
  const sent: Attempt[] = [];
  when({
    ...world,
    get now() {
      return world.now;
    },
    send: (attempt) => {
      sent.push(attempt);
      return null;
    },
  });
  const [attempt] = sent;
  assert.ok(attempt !== undefined && sent.length === 1, name);
  const vector = { name, given: world.entries.map(written), when: written(world.entryOf(attempt)) };
  return { ...vector, expected: run(vector) };
};

const CASES: Readonly<Record<string, readonly Case[]>> = { refused: Object.values(REFUSED), allowed: ALLOWED };

if (process.argv.includes('--write')) {
  for (const [name, cases] of Object.entries(CASES)) {
    writeFileSync(file(name), `[\n${cases.map((each) => JSON.stringify(vectorOf(each))).join(',\n')}\n]\n`);
  }
}

const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as readonly Vector[];

suite('the cases of vectors/charter', () => {
  for (const name of Object.keys(CASES)) {
    for (const vector of read(name)) {
      test(`${name}: ${vector.name}`, () => assert.deepEqual(run(vector), vector.expected));
    }

    test(`${name}: stand as they are written`, () => {
      const now = (CASES[name] ?? []).map((each) => JSON.parse(JSON.stringify(vectorOf(each))) as Vector);
      assert.deepEqual(read(name), now);
    });
  }

  test('reach every kind of refusal', () => {
    for (const [kind, each] of Object.entries(REFUSED)) {
      const { expected } = vectorOf(each);
      assert.equal('refused' in expected && expected.refused.kind, kind);
    }
  });

  test('are let in where they should be', () => {
    for (const each of ALLOWED) assert.ok('state' in vectorOf(each).expected, each.name);
  });
});
