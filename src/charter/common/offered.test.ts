import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { clausesArbitrary } from '../../text/arbitrary.test.ts';
import { type Dice, changeBy, diceArbitrary } from '../../text/arbitrary-changes.test.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import { signersOf } from '../../text/common/check.ts';
import type { Choice } from '../../text/common/problem.ts';
import { agreedClauses, agreedIn } from '../texts/agreement.ts';
import { commonProblem } from './problem.ts';
import { commonClauses } from './text.ts';
import type { Unit } from './units.ts';
import { consolidated } from '../texts/consolidated.ts';
import { textWith } from '../texts/effect.ts';
import { type Step, all, given } from '../spec/spec.ts';
import { act, amend, founded, onAmendment, table, take } from '../spec/acts.ts';
import { amendAll } from '../spec/negotiation.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { Text } from '../texts/state.ts';
import { present } from '../texts/texts.ts';

/** What is offered for signing is, word for word, the agreed text with what was chosen in it. */

const NAMES = ['ada', 'bor', 'cvet'] as const;
const nameOf = (who: number): string => NAMES[who % NAMES.length] ?? 'ada';
const textIn = (state: State): Text => state.texts[0] ?? assert.fail('no text');

const accepted = (amendment: number, mover: string): Step =>
  all(...NAMES.filter((name) => name !== mover).map((name) => take(name, 'accept', onAmendment(amendment))));

const offered = (text: Text, units: readonly Unit[], choice: Choice): readonly Clause[] =>
  commonClauses(text, units, choice).map(({ clause }) => clause);

const words = (clauses: readonly Clause[]): readonly string[] => clauses.map((clause) => clause.words);

suite('6.3 what is offered', () => {
  const c = asClauseId;
  const change = (clause: string, to: string): Change => ({ kind: 'replace', clause: c(clause), words: to });
  const join = (to: string, ...clauses: readonly string[]): Change => ({
    kind: 'join',
    clauses: clauses.map(c),
    words: to,
  });
  const move = (clause: string, after: string | null): Change => ({
    kind: 'move',
    clause: c(clause),
    after: after === null ? null : c(after),
  });
  const tabled = all(founded(3), table('ada', ['Rivers are free in five years.', 'Forests stand.', 'Springs flow.']));
  const asked = (...steps: readonly Step[]) => {
    const { state } = given(tabled, ...steps);
    const { units, problem } = commonProblem(state, textIn(state));
    return {
      ids: units.map(({ id }) => id),
      able: (choice: Choice) => signersOf(problem, choice).join(' '),
      words: (choice: Choice) => words(offered(textIn(state), units, choice)),
    };
  };

  test('keeps what is agreed, though no revision has taken it in, whatever else is chosen', () => {
    const question = asked(
      amend('bor', change('c1', 'Rivers are free in ten years.')),
      amend('cvet', change('c1', 'All rivers are free in five years.')),
      amend('bor', { kind: 'delete', clause: c('c3') }),
      accepted(1, 'bor'),
      accepted(3, 'bor'),
    );
    assert.deepEqual(question.words(['now', 'now']), ['Rivers are free in ten years.', 'Forests stand.']);
    assert.deepEqual(question.words(['a2', 'now']), ['All rivers are free in ten years.', 'Forests stand.']);
  });

  test('has clauses joined over one that was agreed to come between, and none of them twice', () => {
    const question = asked(
      amend('bor', move('c3', 'c1')),
      amend('cvet', join('Rivers are free in five years. Forests stand.', 'c1', 'c2')),
      accepted(1, 'bor'),
    );
    const joined = ['Rivers are free in five years. Forests stand.', 'Springs flow.'];
    assert.deepEqual(question.ids, ['c1', 'c3', 'c2']);
    assert.deepEqual(question.words(['a2', 'now', 'a2']), joined);
    assert.deepEqual(
      [
        ['a2', 'now', 'a2'],
        ['a2', 'now', null],
        ['a2', 'now', 'now'],
        [null, 'now', 'now'],
      ].map(question.able),
      ['ada bor cvet', '', '', 'ada bor cvet'],
    );
  });

  test('has not both of two that cannot go in together', () => {
    const question = asked(
      amend('bor', join('Rivers are free in five years. Forests stand.', 'c1', 'c2')),
      amend('cvet', move('c2', null)),
      amend('ada', move('c2', 'c3')),
    );
    assert.deepEqual(question.ids, ['c1', 'c2', 'c3', '~c2']);
    const able = (moved: string | null): string => question.able(['a1', 'a1', 'now', moved]);
    assert.deepEqual([able(null), able('a2'), able('a3')], ['ada bor cvet', '', '']);
    assert.equal(question.able(['now', 'now', 'now', 'a2']), 'ada bor cvet');
    assert.equal(question.words(['now', 'now', 'now', 'a2'])[0], 'Forests stand.');
  });
});

/** Every clause stands in the words that were chosen for it, once, or has fallen out. */
const saysWhatWasChosen = (units: readonly Unit[], choice: Choice, text: readonly Clause[]): void => {
  for (const [at, { id, kind, wordings }] of units.entries()) {
    if (kind === 'move') continue;
    const chosen = wordings.find((one) => one.id === choice[at]);
    // One that is joined to another is said by that one.
    const wanted = chosen === undefined || chosen.into !== null ? undefined : chosen.clause;
    const found = text.filter((clause) => clause.id === (wanted?.id ?? id));
    assert.deepEqual(found, wanted === undefined ? [] : [{ ...found[0], ...wanted }], `${id}: ${choice[at]}`);
  }
};

interface Proposal {
  readonly dice: Dice;
  readonly isAgreed: boolean;
  /** To which amendment it is another wording, where there is one. */
  readonly to: number | null;
}

const proposed =
  (clauses: readonly Clause[], proposals: readonly Proposal[]): Step =>
  (world) => {
    const tabling = {
      kind: 'resolution',
      title: 'A text',
      clauses: clauses.map((one) => ({ ...one })),
      charter: null,
      language: null,
    };
    act('text.table', 'ada', tabling)(world);
    for (const [i, { dice, isAgreed, to }] of proposals.entries()) {
      const text = textIn(world.state);
      const change = changeBy(present(text).clauses, dice, `${i}`);
      const parent = to === null ? undefined : text.amendments[to];
      const by = nameOf(i);
      const step = parent === undefined ? amend(by, change) : amendAll(by, [{ change, to: parent.number }]);
      step(world);
      const last = text.amendments.at(-1);
      if (isAgreed && last !== undefined) accepted(last.number, last.by)(world);
    }
    return null;
  };

const proposalArbitrary: fc.Arbitrary<Proposal> = fc.record({
  dice: diceArbitrary,
  isAgreed: fc.boolean(),
  to: fc.option(fc.nat({ max: 6 }), { freq: 3 }),
});

const runs = { numRuns: process.env['LONG'] === '1' ? 4000 : 200 };

test('whatever is chosen and can be signed is offered as it was chosen, as the consolidated text and a revision would say it', () => {
  let [compared, beside] = [0, 0];
  fc.assert(
    fc.property(
      clausesArbitrary,
      fc.array(proposalArbitrary, { minLength: 3, maxLength: 9 }),
      fc.array(fc.infiniteStream(fc.nat({ max: 1000 })), { minLength: 8, maxLength: 8 }),
      (clauses, proposals, choosing) => {
        const { state } = given(founded(3), proposed(clauses, proposals));
        const text = textIn(state);
        const { problem, units, present: asAgreed } = commonProblem(state, text);
        assert.deepEqual(offered(text, units, asAgreed), consolidated(text).clauses);
        assert.deepEqual(agreedClauses(text), consolidated(text).clauses);
        const agreed = agreedIn(text);
        for (const stream of choosing) {
          const choice = units.map(({ wordings }) => {
            const which = (stream.next().value ?? 0) % (wordings.length + 1);
            return wordings[which]?.id ?? null;
          });
          if (signersOf(problem, choice).length === 0) continue;
          const clauses = offered(text, units, choice);
          saysWhatWasChosen(units, choice, clauses);
          const chosen = units.flatMap(
            ({ wordings }, at) => wordings.find(({ id, into }) => into === null && id === choice[at])?.amendments ?? [],
          );
          const together = textWith(text, new Set([...agreed, ...chosen]));
          // What stands against an agreed one in a clause that is gone with another may go in over both.
          for (const { amendments } of together.collisions) assert.ok(amendments.some((one) => agreed.includes(one)));
          if (together.collisions.length > 0) continue;
          const out = new Set(
            units.flatMap(({ id, kind }, at) => (kind === 'clause' && choice[at] === null ? [id] : [])),
          );
          assert.deepEqual(
            clauses,
            together.clauses.filter(({ id }) => !out.has(id)),
          );
          compared += 1;
          if (agreed.length > 0 && chosen.length > 0) beside += 1;
        }
      },
    ),
    runs,
  );
  assert.ok(beside > runs.numRuns / 2, `${compared} compared, ${beside} of them over agreed ones`);
});
