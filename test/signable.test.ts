import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import fc from 'fast-check';
import { commonProblem } from '../src/charter/common/problem.ts';
import { commonClauses } from '../src/charter/common/text.ts';
import { type Step, all, given } from '../src/charter/spec/spec.ts';
import { amend, founded, onAmendment, onClause, table, take, whole } from '../src/charter/spec/acts.ts';
import { asClauseId } from '../src/charter/spec/world.ts';
import type { State } from '../src/charter/state.ts';
import type { Condition } from '../src/charter/texts/position-state.ts';
import type { Text } from '../src/charter/texts/state.ts';
import { createHighs } from '../src/solver/highs.ts';
import type { Change } from '../src/text/change.ts';
import { createChance } from '../src/text/common/chance.ts';
import { createFrontier } from '../src/text/common/frontier.ts';
import { type Choice, type Point, isProven, problemFault } from '../src/text/common/problem.ts';
import type { LinearSolver } from '../src/text/common/program.ts';
import { type Judge, type Offer, createJudge } from './kit/signable.ts';

/** What is offered for signing, judged on its words by code that shares nothing with the search. Longer by `npm run torture`. */

const RUNS = process.env['LONG'] === undefined ? 60 : 4000;

const NAMES = ['ada', 'bor', 'cvet', 'dora'] as const;

let solver: LinearSolver;
before(async () => {
  solver = await createHighs();
});

const textIn = (state: State): Text => state.texts[0] ?? assert.fail('no text');

const solved = (state: State) => {
  const text = textIn(state);
  const common = commonProblem(state, text);
  assert.equal(problemFault(common.problem), null);
  const frontier = createFrontier(common.problem, solver);
  frontier.search(2000);
  while (frontier.prove());
  const points = frontier.points();
  frontier.dispose();
  return { text, ...common, points };
};

/** What a choice says has been chosen. */
const offerOf = ({ units }: ReturnType<typeof solved>, choice: Choice): Offer => {
  const chosen = units.map(({ wordings }, at) => wordings.find(({ id }) => id === choice[at]));
  return {
    chosen: new Set(chosen.flatMap((wording) => (wording?.into === null ? wording.amendments : []))),
    out: new Set(
      units.flatMap(({ id, kind }, at) => (kind === 'clause' && chosen[at] === undefined ? [asClauseId(id)] : [])),
    ),
  };
};

/** Every offered text is one, says what was merged, weighs what it says, and those sign it who are said to; nothing larger is there. */
const checked = (state: State): ReturnType<typeof solved> & { readonly judge: Judge } => {
  const found = solved(state);
  const { text, units, points, refusing } = found;
  const judge = createJudge(state, text);
  const best = judge.frontier();
  for (const [at, point] of points.entries()) {
    assert.ok(isProven(point), `${point.k} signers are not proven`);
    assert.equal(point.text?.weight ?? null, best[at] ?? null, `${point.k} signers`);
    if (point.text === null) continue;
    const offer = offerOf(found, point.text.choice);
    const words = judge.words(offer);
    assert.ok(words !== null, `what is offered to ${point.k} is no text`);
    assert.deepEqual(
      commonClauses(text, units, point.text.choice).map(({ clause }) => clause),
      words,
    );
    assert.equal(judge.weight(offer), point.text.weight);
    assert.deepEqual(judge.signers(offer, words), point.text.signers);
  }
  assert.equal(points.length + refusing.length, best.length);
  return { ...found, judge };
};

const c = asClauseId;
const replace = (clause: string, words: string): Change => ({ kind: 'replace', clause: c(clause), words });
const accept = (by: string, amendment: number, ...conditions: readonly Condition[]): Step =>
  take(by, 'accept', onAmendment(amendment), null, 1, conditions);

const amendmentsOf = ({ text, units }: ReturnType<typeof solved>, point: Point | undefined): readonly number[] => [
  ...new Set(commonClauses(text, units, point?.text?.choice ?? []).flatMap(({ amendments }) => amendments)),
];

suite('6.3 amendments that go together', () => {
  const clause = 'The river shall be clean in five years, and the lake shall be full by spring.';
  const two = all(
    founded(3),
    table('ada', [clause, 'Forests stand.']),
    amend('bor', replace('c1', clause.replace('five', 'ten'))),
    amend('cvet', replace('c1', clause.replace('spring', 'autumn'))),
  );

  test('two compatible ones of a clause are in one text, where one wants the first and another the second', () => {
    const { state } = given(
      two,
      take('bor', 'support', whole, null, 1, [{ kind: 'with', amendment: 1 }]),
      take('cvet', 'support', whole, null, 1, [{ kind: 'with', amendment: 2 }]),
    );
    const found = checked(state);
    assert.equal(found.points.at(-1)?.text?.weight, 2);
    assert.deepEqual(amendmentsOf(found, found.points.at(-1)), [1, 2]);
  });

  test('words that only come of both together can be asked for', () => {
    const { state } = given(
      two,
      take('bor', 'support', whole, null, 1, [
        { kind: 'words', clause: c('c1'), words: 'ten years, and the lake shall be full by autumn' },
      ]),
    );
    const found = checked(state);
    assert.deepEqual(amendmentsOf(found, found.points.at(-1)), [1, 2]);
  });

  test('clauses are joined with what others say of each of them', () => {
    const { state } = given(
      two,
      amend('ada', { kind: 'join', clauses: [c('c1'), c('c2')], words: `${clause} Forests stand.` }),
      amend('bor', replace('c2', 'All forests stand.')),
      ...[1, 2, 3, 4].map((amendment, at) =>
        take(NAMES[at % 3] ?? 'ada', 'support', at < 3 ? whole : onClause('c1'), null, 1, [
          { kind: 'with', amendment },
        ]),
      ),
      accept('bor', 3, { kind: 'with', amendment: 4 }),
    );
    const found = checked(state);
    assert.equal(found.points.at(-1)?.text?.weight, 2);
    assert.deepEqual(amendmentsOf(found, found.points.at(-1)), [1, 2, 3, 4]);
  });

  test('those that wait for each other in a circle go in together or not at all', () => {
    const { state } = given(
      two,
      accept('ada', 1, { kind: 'with', amendment: 2 }),
      accept('bor', 2, { kind: 'with', amendment: 1 }),
      take('cvet', 'object', onClause('c1')),
    );
    const found = checked(state);
    assert.deepEqual(amendmentsOf(found, found.points.at(-1)), [1, 2]);
  });
});

/** A negotiation over a few clauses of many words, by chance: most amendments change one word, so that many go together. */
const negotiated = (seed: number): State => {
  const chance = createChance(seed);
  const below = (end: number): number => Math.floor(chance() * end);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] ?? assert.fail('nothing to pick');
  const clauses = Array.from({ length: 2 + below(2) }, (_, at) =>
    Array.from({ length: 6 }, (_, word) => `word${at}${word}`).join(' '),
  );
  const ids = clauses.map((_, at) => `c${at + 1}`);
  const wordsOf = (id: string): readonly string[] => (clauses[ids.indexOf(id)] ?? '').split(' ');
  const change = (at: number): Change => {
    const id = pick(ids);
    const words = wordsOf(id);
    const word = below(words.length);
    const kind = below(14);
    if (kind === 0) return { kind: 'delete', clause: c(id) };
    if (kind === 1) return { kind: 'move', clause: c(id), after: null };
    if (kind === 2)
      return { kind: 'join', clauses: [c('c1'), c('c2')], words: clauses.slice(0, 2).join(pick([' ', ' and '])) };
    if (kind === 3)
      return { kind: 'add', after: c(id), clause: { id: c(`new${below(3)}`), kind: 'operative', words: `New ${at}.` } };
    if (kind === 4)
      return {
        kind: 'split',
        clause: c(id),
        words: words.slice(0, 3).join(' '),
        into: [{ id: c(`part${at}`), kind: 'operative', words: words.slice(3).join(' ') }],
      };
    return replace(id, words.with(word, `other${below(2)}`).join(' '));
  };
  const condition = (amendments: number): Condition => {
    const kind = below(7);
    const clause = c(pick(ids));
    if (kind === 0) return { kind: 'stays', clause };
    if (kind === 1) return { kind: 'goes', clause };
    if (kind === 2) return { kind: 'words', clause, words: pick([...wordsOf(clause), 'other0', 'other1']) };
    return { kind: kind === 3 ? 'without' : 'with', amendment: 1 + below(amendments) };
  };
  return given(founded(4), table('ada', clauses), (world) => {
    for (let at = 0; at < 3 + below(3); at++) amend(pick(NAMES), change(at))(world);
    const { amendments } = textIn(world.state);
    const many = Math.max(1, amendments.length);
    // Most of what is agreed is agreed by all.
    for (const { number } of amendments)
      if (chance() < 0.2) for (const by of NAMES) if (chance() < 0.9) accept(by, number)(world);
    for (const by of NAMES) {
      for (let at = 0; at < 1 + below(4); at++) {
        const kind = below(8);
        const on = kind === 0 ? whole : kind < 3 ? onClause(pick(ids)) : onAmendment(1 + below(many));
        const drawn = Array.from({ length: below(3) }, () => condition(many));
        const conditions = [...new Map(drawn.map((one) => [JSON.stringify(one), one])).values()];
        const step = chance() < 0.35 && kind > 0 ? take(by, 'object', on) : take(by, 'accept', on, null, 1, conditions);
        // What the rules refuse has not been said.
        step(world);
      }
    }
    return null;
  }).state;
};

test('whatever is offered is what trying everything finds, word for word, in random negotiations', () => {
  let together = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const found = checked(negotiated(seed));
      if (
        found.units.some(({ wordings }) =>
          wordings.some(({ amendments, into }) => into === null && amendments.length > 1),
        )
      )
        together += 1;
    }),
    { numRuns: RUNS },
  );
  assert.ok(together > RUNS / 3, `${together} of ${RUNS} had amendments that go together`);
});
