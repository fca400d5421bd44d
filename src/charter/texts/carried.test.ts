import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import { agreedClauses } from './agreement.ts';
import { effectOf, textWith } from './effect.ts';
import { type Given, type Step, all, given, wait } from '../spec/spec.ts';
import { acting, amend, decide, founded, onAmendment, table, take } from '../spec/acts.ts';
import { amendAll, onAmendmentAct, renewAmendment } from '../spec/negotiation.ts';
import { asClauseId } from '../spec/world.ts';

/** What becomes of amendments, and of what was said of them, at a revision. */

const EVERYONE = ['ada', 'bor', 'cvet'];
const words = (clause: string, to: string): Change => ({ kind: 'replace', clause: asClauseId(clause), words: to });
const tabled = (...clauses: readonly string[]): Step => all(founded(3), table('ada', clauses));
const accepted = (amendment: number, ...names: readonly string[]): Step =>
  all(...names.map((name) => take(name, 'accept', onAmendment(amendment))));
/** All but its mover accept it. */
const agreed = (amendment: number, mover = 'bor'): Step =>
  accepted(amendment, ...EVERYONE.filter((name) => name !== mover));

/** The rapporteur publishes what is agreed, and nothing else; or, with `to`, other clauses. */
const publish = (to: (clauses: readonly Clause[]) => readonly Clause[] = (clauses) => clauses): Step =>
  acting('text.revise', 'ada', ({ state }) => {
    const text = state.texts[0] ?? assert.fail();
    return {
      text: 1,
      revision: text.revisions.length,
      title: 'A text',
      clauses: to(agreedClauses(text)),
      charter: null,
      tookIn: text.amendments.filter(({ fate }) => fate.kind === 'agreed').map(({ number }) => number),
      note: null,
    };
  });

const piece = (id: string, text: string): Clause => ({ id: asClauseId(id), kind: 'operative', words: text });

const textIn = ({ state }: Pick<Given, 'state'>) => state.texts[0] ?? assert.fail();
const fates = (scene: Given) => textIn(scene).amendments.map(({ fate }) => fate.kind);
const amendmentIn = (scene: Given, number: number) => textIn(scene).amendments[number - 1] ?? assert.fail();
const wordsWith = (scene: Given, ...numbers: readonly number[]) =>
  textWith(textIn(scene), numbers).clauses.map((clause) => clause.words);

suite('13.2 an open amendment after a revision', () => {
  const lake = 'The river shall be clean in five years, and the lake shall be kept open for all.';
  const laws = 'The river is kept free, by law. The lake is kept clean, by custom.';

  test('that splits a clause keeps what was agreed of its words', () => {
    const scene = given(
      tabled(lake),
      amend('bor', words('c1', lake.replace('five', 'ten'))),
      amend('cvet', {
        kind: 'split',
        clause: asClauseId('c1'),
        words: 'The river shall be clean in five years,',
        into: [piece('n', 'and the lake shall be kept open for all.')],
      }),
      agreed(1),
      publish(),
    );
    assert.deepEqual(wordsWith(scene, 2), [
      'The river shall be clean in ten years,',
      'and the lake shall be kept open for all.',
    ]);
  });

  test('goes where its words went, and leaves no sentence twice', () => {
    const split = all(
      tabled(laws),
      amend('bor', {
        kind: 'split',
        clause: asClauseId('c1'),
        words: 'The river is kept free, by law.',
        into: [piece('n', 'The lake is kept clean, by custom.')],
      }),
      amend('cvet', words('c1', laws.replace('clean', 'pure'))),
      agreed(1),
      publish(),
    );
    const scene = given(split);
    assert.deepEqual(wordsWith(scene, 2), ['The river is kept free, by law.', 'The lake is kept pure, by custom.']);
    assert.deepEqual(effectOf(textIn(scene), amendmentIn(scene, 2)).changes, [
      words('n', 'The lake is kept pure, by custom.'),
    ]);
    assert.deepEqual(fates(given(split, wait(14 * DAY))), ['taken-in', 'agreed']);
  });

  test('takes nothing back that it never touched, not even where it is renewed', () => {
    const text = 'The river shall be clean in five years.';
    const scene = given(
      tabled(text),
      amend('bor', words('c1', text.replace('five', 'ten'))),
      amend('bor', words('c1', text.replace('clean', 'pure'))),
      amend('cvet', words('c1', text.replace('five', 'six'))),
      agreed(1),
      agreed(2),
      publish(),
    );
    assert.deepEqual(fates(scene), ['taken-in', 'taken-in', 'to-renew']);
    assert.deepEqual(wordsWith(scene, 3), ['The river shall be pure in six years.']);
  });
});

const rivals = all(
  tabled('The river shall be clean in five years.', 'Two.', 'Three.'),
  amend('bor', words('c1', 'The river shall be clean in ten years.')),
  amend('cvet', words('c1', 'The river shall be clean in six years.')),
);

suite('13.2 an amendment that a revision stands against', () => {
  const taken = all(rivals, agreed(1), publish());

  test('waits until its mover renews it, however long nobody objects', () => {
    assert.deepEqual(fates(given(taken, wait(60 * DAY))), ['taken-in', 'to-renew']);
    const { fate, bySilence } = amendmentIn(given(taken), 2);
    assert.ok(fate.kind === 'to-renew' && !bySilence);
    assert.deepEqual([fate.revision, fate.against], [2, [1]]);
    assert.equal(textIn(given(taken, wait(60 * DAY))).revisions.length, 2);
  });

  test('is not agreed in the act of the revision, though everyone accepted it', () => {
    const scene = given(rivals, agreed(1), agreed(2, 'cvet'), publish());
    assert.deepEqual(fates(scene), ['taken-in', 'to-renew']);
    assert.deepEqual(amendmentIn(scene, 2).lapsed, ['ada', 'bor']);
    assert.equal(textIn(scene).standing.has('amendment:2'), false);
  });

  test('once renewed is agreed when everyone accepts it anew, and by no silence', () => {
    const renewed = all(rivals, agreed(1), agreed(2, 'cvet'), publish(), renewAmendment('cvet', 2));
    assert.deepEqual(fates(given(renewed, wait(60 * DAY))), ['taken-in', 'open']);
    const scene = given(renewed, accepted(2, 'ada'), accepted(2, 'bor'), publish());
    assert.deepEqual(fates(scene), ['taken-in', 'taken-in']);
    assert.deepEqual(amendmentIn(given(renewed, accepted(2, 'ada')), 2).lapsed, ['bor']);
    assert.equal(wordsWith(scene)[0], 'The river shall be clean in six years.');
  });

  test('is renewed by those who move it, over the present revision, and by nobody else', () => {
    given(taken).when(renewAmendment('bor', 2)).refused('13.2', 'not-yours', { owner: 'cvet' });
    given(taken)
      .when(acting('amendment.renew', 'cvet', () => ({ text: 1, revision: 1, amendment: 2 })))
      .refused('13.2', 'superseded', { current: 2 });
    given(rivals).when(renewAmendment('cvet', 2)).refused('13.2', 'already', { what: 'open' });
    given(taken, renewAmendment('cvet', 2)).when(renewAmendment('cvet', 2)).refused('13.2', 'already');
  });

  test('takes no positions, no movers and no sub-amendments meanwhile, and may be withdrawn', () => {
    const is = { amendment: 2, fate: 'to-renew' };
    given(taken)
      .when(take('bor', 'object', onAmendment(2)))
      .refused('6.2', 'amendment-is', is);
    given(taken)
      .when(onAmendmentAct('amendment.join', 'bor', 2))
      .refused('13.2', 'amendment-is', is);
    given(taken)
      .when(amendAll('bor', [{ change: words('c1', 'Other.'), to: 2 }]))
      .refused('13.2', 'amendment-is', is);
    const dropped = all(taken, onAmendmentAct('amendment.withdraw', 'cvet', 2));
    assert.deepEqual(fates(given(dropped)), ['taken-in', 'withdrawn']);
    // Whoever takes it over then has no more of silence than its mover had.
    const over = given(dropped, onAmendmentAct('amendment.take-over', 'bor', 2), wait(60 * DAY));
    assert.deepEqual(fates(over), ['taken-in', 'open']);
  });

  test('waits on over further revisions, and falls with a decision', () => {
    const later = all(taken, amend('ada', words('c1', 'Every river shall be clean in ten years.')));
    const scene = given(later, accepted(3, 'bor', 'cvet'), publish());
    assert.deepEqual(fates(scene), ['taken-in', 'to-renew', 'taken-in']);
    assert.equal(wordsWith(scene, 2)[0], 'Every river shall be clean in six years.');
    const { fate } = amendmentIn(given(taken, decide('ada')), 2);
    assert.ok(fate.kind === 'fallen' && fate.why === 'decision');
  });
});

suite('13.2 an amendment that comes to nothing at a revision', () => {
  const why = (scene: Given, number: number) => {
    const { fate } = amendmentIn(scene, number);
    return fate.kind === 'fallen' ? fate.why : fate.kind;
  };

  test('is told why', () => {
    const gone = all(rivals, amend('ada', { kind: 'delete', clause: asClauseId('c1') }), agreed(3, 'ada'), publish());
    assert.deepEqual([why(given(gone), 1), why(given(gone), 2)], ['gone', 'gone']);
    const done = all(rivals, amend('ada', words('c1', 'The river shall be clean in six years.')), agreed(3, 'ada'));
    assert.equal(why(given(done, publish()), 2), 'done');
    const move = (after: string): Change => ({ kind: 'move', clause: asClauseId('c1'), after: asClauseId(after) });
    const join: Change = { kind: 'join', clauses: [asClauseId('c1'), asClauseId('c2')], words: 'One and two.' };
    const joined = all(tabled('One.', 'Two.', 'Three.'), amend('bor', join), amend('cvet', move('c3')), agreed(1));
    assert.equal(why(given(joined, publish()), 2), 'reshaped');
  });

  test('is noted to those who had spoken', () => {
    const said = all(rivals, take('bor', 'accept', onAmendment(2)), take('ada', 'object', onAmendment(2)));
    const gone = given(said, amend('ada', { kind: 'delete', clause: asClauseId('c1') }), agreed(3, 'ada'), publish());
    assert.deepEqual(amendmentIn(gone, 2).lapsed, ['bor', 'ada']);
  });
});

suite('13.2 a revision', () => {
  test('leaves what is agreed as it is, or takes it in', () => {
    const reworded = (clauses: readonly Clause[]) =>
      clauses.map((clause) =>
        clause.id === 'c1' ? { ...clause, words: 'The river shall be clean in two years.' } : clause,
      );
    const both = all(rivals, agreed(1));
    const leaving = acting('text.revise', 'ada', ({ state }) => ({
      text: 1,
      revision: 1,
      title: 'A text',
      clauses: reworded(state.texts[0]?.revisions[0]?.clauses ?? []),
      charter: null,
      tookIn: [],
      note: null,
    }));
    given(both).when(leaving).refused('13.2', 'against-agreed', { amendment: 1 });
    given(both).when(publish(reworded)).refused('13.2', 'not-taken-in', { amendment: 1 });
  });

  test('says what it takes in, all of it, whatever else it says', () => {
    const text = 'The river shall be clean in five years, and the lake shall be kept open for all.';
    const both = all(
      tabled(text, 'Two.', 'Three.'),
      amend('bor', words('c1', text.replace('five', 'ten').replace('open', 'free'))),
      amend('bor', { kind: 'move', clause: asClauseId('c3'), after: null }),
      amend('bor', { kind: 'delete', clause: asClauseId('c2') }),
      agreed(1),
      agreed(2),
      agreed(3),
    );
    const writing = (to: (words: string) => string) =>
      publish((clauses) => clauses.map((one) => (one.id === 'c1' ? { ...one, words: to(one.words) } : one)));
    const [c1, c2] = [piece('c1', text.replace('five', 'ten').replace('open', 'free')), piece('c2', 'Two.')];
    const allowed = [
      writing((now) => now.replace('river', 'stream')),
      writing((now) => `Now ${now}`),
      publish((clauses) => [...clauses, piece('new', 'A new clause.')]),
      publish((clauses) => [piece('new', 'A new clause.'), ...clauses]),
    ];
    for (const step of allowed) given(both).when(step).allowed();
    const refused: readonly (readonly [Step, number])[] = [
      [writing((now) => now.replace('ten', 'twenty')), 1],
      [writing((now) => now.replace('ten', 'five')), 1],
      [writing((now) => now.replace('free', 'open')), 1],
      [writing(() => 'Nothing of the kind.'), 1],
      [publish((clauses) => clauses.filter(({ id }) => id !== 'c1')), 1],
      [publish((clauses) => clauses.toReversed()), 2],
      [publish(() => [piece('c3', 'Three.'), c1, c2]), 3],
    ];
    for (const [step, amendment] of refused) given(both).when(step).refused('13.2', 'not-taken-in', { amendment });
  });

  test('names the amendment that it does not say among those of one clause', () => {
    const text = 'The river shall be clean in five years, and the lake shall be kept open for all.';
    given(
      tabled(text),
      amend('bor', words('c1', text.replace('five', 'ten'))),
      amend('bor', words('c1', text.replace('open', 'free'))),
      agreed(1),
      agreed(2),
    )
      .when(publish((clauses) => clauses.map((one) => ({ ...one, words: one.words.replace('free', 'shut') }))))
      .refused('13.2', 'not-taken-in', { amendment: 2 });
  });

  test('before or after an agreement makes no difference to the text', () => {
    const scene = all(
      tabled('Rivers are free, by law.', 'Two.', 'Three.'),
      amend('bor', { kind: 'delete', clause: asClauseId('c2') }),
      amend('cvet', {
        kind: 'add',
        after: asClauseId('c2'),
        clause: { id: asClauseId('n'), kind: 'operative', words: 'New.' },
      }),
      amend('cvet', { kind: 'join', clauses: [asClauseId('c1'), asClauseId('c2')], words: 'Rivers are free. Two.' }),
      amend('ada', words('c1', 'All rivers are free, by law.')),
    );
    const orders = [
      all(scene, agreed(1), publish(), agreed(2, 'cvet'), publish(), agreed(4, 'ada'), publish()),
      all(scene, agreed(4, 'ada'), agreed(2, 'cvet'), publish(), agreed(1), publish()),
      all(scene, agreed(1), agreed(2, 'cvet'), agreed(4, 'ada'), publish()),
    ];
    for (const order of orders) {
      assert.deepEqual(wordsWith(given(order)), ['All rivers are free, by law.', 'New.', 'Three.']);
      assert.deepEqual(fates(given(order)), ['taken-in', 'taken-in', 'fallen', 'taken-in']);
    }
  });
});

suite('13.2 an agreed amendment', () => {
  test('is everyone’s, and not withdrawn', () => {
    given(rivals, agreed(1))
      .when(onAmendmentAct('amendment.withdraw', 'bor'))
      .refused('13.2', 'amendment-is', { amendment: 1, fate: 'agreed' });
    given(rivals, agreed(1), publish())
      .when(onAmendmentAct('amendment.withdraw', 'bor'))
      .refused('13.2', 'amendment-is', { amendment: 1, fate: 'taken-in' });
  });
});
