import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import type { ReceivedAct } from '../act.ts';
import { ACT_KINDS, type AnyAct } from '../acts.ts';
import { apply } from '../apply.ts';
import { judge } from '../judge.ts';
import { isByNewKey } from '../brought/keys.ts';
import { MOST_ORGANISATIONS, type Run, play, runArbitrary } from './moves.test.ts';
import { given, snapshot } from './spec.ts';
import { EXAMPLES } from './example.ts';
import { type Attempt, HOST, type World, signer } from './world.ts';
import type { Organisation } from '../members/organisation-state.ts';
import { emptyState, type State } from '../state.ts';

const NAMES = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'goran', 'hera'].slice(0, MOST_ORGANISATIONS);
const OTHERS = ['zeus', 'yael', 'xenia', 'wim', 'vera', 'urs', 'tea', 'sava'].slice(0, MOST_ORGANISATIONS);

const permutation = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

/** Whatever hangs on names alone left out (hashes of acts, likenesses), names as their places, and no order where order means nothing. */
const unnamed = (state: State, names: readonly string[]): string => {
  const ordered = (key: string, item: unknown): unknown => {
    if (!Array.isArray(item)) return item;
    const ofOrganisations =
      key === 'map'
        ? item.every((each: unknown) => Array.isArray(each) && String(each[0]).startsWith('#'))
        : item.every((each: unknown) => typeof each === 'object' && each !== null && 'organisation' in each);
    if (!ofOrganisations) return item;
    return item.map((each: unknown) => snapshot(each)).toSorted((a, b) => (a < b ? -1 : 1));
  };
  const placed = (value: unknown): string =>
    names.reduce(
      (text, name, place) =>
        text
          .replaceAll(JSON.stringify(name), JSON.stringify(`#${place}`))
          .replaceAll(`"organisations/${name}"`, `"organisations/#${place}"`)
          // What the books have received of it, in one word with the account and the currency.
          .replaceAll(`"organisation ${name} `, `"organisation #${place} `),
      snapshot(value).replaceAll(/"act":"[\w-]{43}"/gu, '"act":"…"'),
    );
  const { acts, conference, organisations, likenesses, keys, publicKeys, consequences, participants, ...rest } = state;
  const sorted = (list: Iterable<unknown>): readonly string[] =>
    Array.from(list, placed).toSorted((a, b) => (a < b ? -1 : 1));
  const parts = {
    acts: acts.size,
    conference: conference?.length,
    organisations: sorted(organisations),
    likenesses: sorted(likenesses.values()),
    keys: sorted(keys),
    publicKeys: sorted(publicKeys),
    consequences: sorted(consequences),
    participants: sorted(participants),
  };
  return JSON.stringify({ ...parts, rest: JSON.parse(placed(rest)) as unknown }, ordered);
};

suite('3.1 all participants are equal', () => {
  test('under other names everything comes out the same', () => {
    fc.assert(
      fc.property(runArbitrary, permutation(OTHERS), (run, others) => {
        assert.equal(unnamed(play(run, others).state, others), unnamed(play(run, NAMES).state, NAMES));
      }),
      { numRuns: 60 },
    );
  });

  test('in whatever order they are listed everything comes out the same', () => {
    const run = runArbitrary.chain((run) => fc.tuple(fc.constant(run), permutation(NAMES.slice(0, run.founders))));
    fc.assert(
      fc.property(run, ([run, listing]) => {
        assert.equal(unnamed(play(run, NAMES, { listing }).state, NAMES), unnamed(play(run, NAMES).state, NAMES));
      }),
      { numRuns: 60 },
    );
  });

  test('no act of one changes what another alone decides, but where all let a lost key be replaced', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        let before = new Map<string, string>();
        play(run, NAMES, {
          offered: ({ state }) => {
            before = ownMatters(state);
          },
          sent: ({ state, entries }, { kind }, refusal) => {
            if (refusal !== null || kind === 'host.tick') return;
            // What fell due was settled by a tick of its own before: only this act counts.
            if (entries.at(-2)?.act.kind === 'host.tick') return;
            const by = entries.at(-1)?.act.by.organisation;
            for (const [id, matters] of ownMatters(state))
              if (id !== by && before.has(id)) assert.equal(matters, before.get(id), `${kind} by ${by} changed ${id}`);
          },
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the host’s key makes no act but its own, whatever stands in it', () => {
    for (const kind of ACT_KINDS) {
      const { world } = given(EXAMPLES[kind].given);
      const attempt = attemptIn(world, EXAMPLES[kind].next);
      const { signers } = world.entryOf(attempt);
      const host = signer(world.state.host ?? HOST);
      for (const by of [attempt.by, '', ...world.state.organisations.keys()]) {
        for (const delegate of [0, 1, 2]) {
          for (const forged of [
            [host],
            [host, ...signers],
            [...signers, host],
            [...signers.slice(0, -1), host],
            [host, ...signers.slice(1)],
          ]) {
            const entry = world.entryOf({ ...attempt, by, delegate, signers: forged });
            const itsOwn = kind.startsWith('host.') && by === '' && delegate === 0 && forged.length === 1;
            assert.equal(judge(world.state, entry) === null, itsOwn, `${kind} by ${by}`);
          }
        }
      }
    }
  });

  test('no organisation’s key makes the host’s acts', () => {
    for (const kind of ['host.tick', 'host.shown'] as const) {
      const { world } = given(EXAMPLES[kind].given);
      const attempt = attemptIn(world, EXAMPLES[kind].next);
      for (const { key } of world.state.keys.values())
        for (const by of ['', 'ada'])
          assert.notEqual(judge(world.state, world.entryOf({ ...attempt, by, signers: [signer(key)] })), null);
    }
  });

  test('nobody acts with another’s key', () => {
    for (const kind of ACT_KINDS) {
      const { world } = given(EXAMPLES[kind].given);
      const attempt = attemptIn(world, EXAMPLES[kind].next);
      const entry = world.entryOf(attempt);
      // The first act, an application and a lost key's replacement are signed by the key they bring, which is nobody's.
      if (isByNewKey(kind)) continue;
      const [, ...brought] = entry.signers;
      for (const key of world.state.keys.values()) {
        if (key.organisation === attempt.by) continue;
        assert.notEqual(judge(world.state, { ...entry, signers: [signer(key.key), ...brought] }), null, kind);
      }
    }
  });
});

suite('the rules are a function of the record', () => {
  const fold = (entries: readonly ReceivedAct<AnyAct>[]): State =>
    entries.reduce((state, entry) => {
      assert.equal(judge(state, entry), null);
      return apply(state, entry);
    }, emptyState());

  test('two who read the same record know the same', () => {
    fc.assert(
      fc.property(runArbitrary, (run: Run) => {
        const { state, entries } = play(run, NAMES);
        const [one, two] = [fold(structuredClone(entries)), fold(structuredClone(entries))];
        assert.deepEqual(one, two);
        assert.deepEqual(one, state);
      }),
      { numRuns: 60 },
    );
  });

  test('judging changes nothing, and what is refused leaves everything as it was', () => {
    fc.assert(
      fc.property(runArbitrary, (run: Run) => {
        let before = '';
        let size = 0;
        play(run, NAMES, {
          offered: (world, attempt) => {
            before = snapshot(world.state);
            size = world.state.size;
            judge(world.state, world.entryOf(attempt));
            assert.equal(snapshot(world.state), before);
          },
          sent: ({ state }, _attempt, refusal) => {
            // A tick that was owed may have been let in before.
            if (refusal !== null && state.size === size) assert.equal(snapshot(state), before);
          },
        });
      }),
      { numRuns: 30 },
    );
  });

  test('random conferences are lively: most kinds of act are let in, and most kinds of outcome come about', () => {
    // That a group lets its time pass while somebody stands outside it, and that an issue comes out, chance brings about too seldom.
    const likely = ACT_KINDS.filter((kind) => !['meeting.second', 'issue.agree', 'issue.correct'].includes(kind));
    const missing = new Set<string>([
      ...likely,
      'unanimous',
      'broad-consensus',
      'not-adopted',
      'replaced',
      'refused',
      'lapsed',
    ]);
    for (let seed = 1; seed <= 40 && missing.size > 0; seed += 1)
      for (const run of fc.sample(runArbitrary, { numRuns: 100, seed })) {
        const { entries, state } = play(run, NAMES);
        for (const { act } of entries) missing.delete(act.kind);
        for (const { decision } of state.texts) missing.delete(decision?.outcome?.result ?? 'open');
        for (const { stage } of state.recoveries) missing.delete(stage.kind);
        for (const { standing } of state.organisations.values()) missing.delete(standing.kind);
      }
    assert.deepEqual([...missing], []);
  });
});

/**
 * What each organisation decides by itself, as text: who speaks for it, with which keys, and what it has said and signed. While nobody speaks for it
 * yet, its invitation is still its giver's.
 */
const ownMatters = (state: State): Map<string, string> =>
  new Map(
    [...state.organisations.values()].filter(speaks(state)).map((organisation) => {
      const { id, stated, country, about, website, accepted, delegates } = organisation;
      const by = (item: { readonly by: OrganisationId }): boolean => item.by === id;
      const own = {
        profile: { stated: stated.map((one) => one.printed), country, about, website },
        accepted,
        delegates,
        keys: [...state.keys.values()].filter((key) => key.organisation === id),
        positions: state.texts.flatMap(({ positions }) => positions.filter(by)),
        amendments: state.texts.flatMap(({ amendments }) =>
          amendments.filter(({ author }) => author === id).map(({ change, reason }) => ({ change, reason })),
        ),
        consultations: state.texts.flatMap(({ consultations }) => consultations.filter(by)),
        signatures: state.texts.flatMap(({ signatures }) => signatures.get(id) ?? []),
        observations: state.observations.filter(by).map((made) => ({ ...made, circulation: null })),
        statements: state.statements.flatMap(({ signatures }) => signatures.get(id) ?? []),
        presented: [...state.organisations.values()].flatMap(({ applications }) =>
          applications.flatMap(({ vouchers, disagreements }) => [...vouchers, ...disagreements].filter(by)),
        ),
        recoveries: state.recoveries.flatMap(({ vouchers, disagreements }) =>
          [...vouchers, ...disagreements].filter(by),
        ),
      };
      return [id, snapshot(own)];
    }),
  );

const speaks =
  (state: State) =>
  ({ id }: Organisation): boolean =>
    [...state.keys.values()].some(({ organisation, use }) => organisation === id && use !== 'invitation');

/** The attempt that a step would make, not sent. */
const attemptIn = (world: World, step: (world: World) => unknown): Attempt => {
  let made: Attempt | undefined;
  step({
    ...world,
    now: world.now,
    send: (attempt) => {
      made = attempt;
      return null;
    },
  });
  return made ?? assert.fail('It made nothing');
};
