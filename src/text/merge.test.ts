import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { applyChange } from './apply-change.ts';
import { amendedArbitrary } from './arbitrary-changes.test.ts';
import { broughtBy } from './change-parts.ts';
import type { Change } from './change.ts';
import { type Clause, clauseSchema } from './clause.ts';
import { collides, merge } from './merge.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string, words = `Words of ${name}.`): Clause => ({ id: id(name), kind: 'paragraph', words });

const WORDS = 'All rivers of the region are kept clean by those who live on them.';
const text = [clause('a', WORDS), clause('b'), clause('c'), clause('d')];

const replace = (words: string, name = 'a'): Change => ({ kind: 'replace', clause: id(name), words });
const move = (name: string, after: string | null): Change => ({
  kind: 'move',
  clause: id(name),
  after: after === null ? null : id(after),
});
const add = (name: string, after: string | null): Change => ({
  kind: 'add',
  after: after === null ? null : id(after),
  clause: clause(name),
});
const numbered = (...changes: readonly Change[]) => changes.map((change, i) => ({ number: i + 1, change }));

/** What comes of changes: the ids in order or, with a name, the words of that clause; and who collides. */
const outcome = (changes: readonly Change[], name?: string): string => {
  const { clauses, collisions, unfit } = merge(text, numbered(...changes));
  const shown =
    name === undefined ? clauses.map((one) => one.id).join('') : (clauses.find((one) => one.id === name)?.words ?? '–');
  const fights = collisions.map((one) => ` !${one.clauses.join('')}:${one.amendments.join(',')}`).join('');
  return `${shown}${fights}${unfit.length > 0 ? ` ?${unfit.join(',')}` : ''}`;
};

suite('merging words', () => {
  test('takes in changes of different words', () => {
    assert.equal(
      outcome(
        [
          replace(WORDS.replace('All', 'The')),
          replace(WORDS.replace('clean', 'clean and full')),
          replace(WORDS.replace(' of the region', '')),
          replace(WORDS.replace('them.', 'their banks.')),
        ],
        'a',
      ),
      'The rivers are kept clean and full by those who live on their banks.',
    );
  });

  test('finds a collision where words overlap or meet', () => {
    const ours = replace(WORDS.replace('clean', 'pure'));
    for (const theirs of ['kept pure and clean', 'kept clear', 'held clean and full', 'kept so'])
      assert.equal(outcome([ours, replace(WORDS.replace('kept clean', theirs))], 'a'), `${WORDS} !a:1,2`, theirs);
  });

  test('does once what several want alike', () => {
    const both = WORDS.replace('clean', 'pure');
    assert.equal(outcome([replace(both), replace(both)], 'a'), both);
    assert.equal(outcome([replace(both), replace(both.replace('All', 'The'))], 'a'), both.replace('All', 'The'));
  });

  test('takes new words for all of them where little stays', () => {
    const ours = 'Whoever lives on a river answers for it.';
    assert.equal(outcome([replace(ours)], 'a'), ours);
    assert.equal(outcome([replace(ours), replace(WORDS.replace('All', 'The'))], 'a'), `${WORDS} !a:1,2`);
  });

  test('names those that collide at second hand as one group, and makes the others', () => {
    assert.equal(
      outcome(
        [
          replace(WORDS.replace('rivers', 'lakes')),
          replace(WORDS.replace('rivers of the region', 'waters')),
          replace(WORDS.replace('region', 'basin')),
          replace(WORDS.replace('live', 'dwell')),
        ],
        'a',
      ),
      `${WORDS.replace('live', 'dwell')} !a:1,2,3`,
    );
  });

  test('knows every script', () => {
    const clauses = [clause('a', '👩‍🌾 كل الأنهار في المنطقة نظيفة، 平和を守る。 e\u0301tat क्षि')];
    const words = clauses[0]?.words ?? '';
    const merged = merge(
      clauses,
      numbered(
        replace(words.replace('الأنهار', 'البحيرات')),
        replace(words.replace('守る', '作る')),
        replace(words.replace('👩‍🌾', '👨‍🌾')),
      ),
    );
    assert.equal(merged.clauses[0]?.words, '👨‍🌾 كل البحيرات في المنطقة نظيفة، 平和を作る。 e\u0301tat क्षि');
    assert.deepEqual(merged.collisions, []);
  });
});

suite('merging clauses', () => {
  test('puts what comes to one place in the order of the numbers', () => {
    assert.equal(outcome([add('x', 'b'), move('d', 'b'), add('y', 'b'), add('z', null)]), 'zabxdyc');
  });

  test('keeps the place behind a clause that goes or moves', () => {
    assert.equal(outcome([{ kind: 'delete', clause: id('b') }, add('x', 'b')]), 'axcd');
    assert.equal(outcome([move('b', 'd'), add('x', 'b')]), 'axcdb');
    assert.equal(outcome([move('a', 'b'), move('b', 'a')]), 'bacd');
  });

  test('lets a clause be moved and reworded, and made another kind', () => {
    const as = { kind: 'operative' } as const;
    const { clauses, collisions } = merge(
      text,
      numbered(replace('Other words of b.', 'b'), move('b', null), {
        kind: 'replace',
        clause: id('b'),
        words: 'Words of b.',
        as,
      }),
    );
    assert.deepEqual(clauses[0], { id: 'b', kind: 'operative', words: 'Other words of b.' });
    assert.deepEqual(collisions, []);
  });

  test('splits and rewords where the words differ', () => {
    const into = [clause('x', 'They are kept clean by those who live on them.')];
    const split: Change = { kind: 'split', clause: id('a'), words: 'All rivers of the region are free.', into };
    const changes = [split, replace(WORDS.replace('those who live on', 'the people of')), move('a', 'd')];
    assert.equal(outcome(changes), 'bcdax');
    assert.equal(outcome(changes, 'x'), 'They are kept clean by the people of them.');
    assert.equal(outcome([split, replace(WORDS.replace('kept', 'held'))]), 'abcd !a:1,2');
  });

  test('joins, unless the words are touched', () => {
    const join: Change = { kind: 'join', clauses: [id('b'), id('c')], words: 'Words of b and c.' };
    assert.equal(outcome([join, add('x', 'b')], 'b'), 'Words of b and c.');
    assert.equal(outcome([join, add('x', 'b')]), 'abxd');
    assert.equal(outcome([join, join]), 'abd');
    for (const other of [replace('Others.', 'c'), move('b', 'd'), { kind: 'delete', clause: id('c') } as const])
      assert.match(outcome([join, other]), /^abcd !bc:1,2$/u);
  });

  test('finds what cannot be done together', () => {
    const deletion: Change = { kind: 'delete', clause: id('b') };
    assert.equal(outcome([deletion, deletion]), 'acd');
    assert.equal(outcome([deletion, replace('Others.', 'b')]), 'abcd !b:1,2');
    assert.equal(outcome([deletion, move('b', 'd')]), 'abcd !b:1,2');
    assert.equal(outcome([move('b', 'd'), move('b', null)]), 'abcd !b:1,2');
    assert.equal(outcome([move('b', 'd'), move('b', 'd')]), 'acdb');
    const as = (kind: 'heading' | 'operative'): Change => ({
      kind: 'replace',
      clause: id('b'),
      words: 'Words of b.',
      as: { kind },
    });
    assert.equal(outcome([as('heading'), as('operative')]), 'abcd !b:1,2');
    assert.equal(outcome([as('heading'), as('heading')]), 'abcd');
  });

  test('gives one id to one clause', () => {
    assert.equal(outcome([add('x', 'a'), add('x', 'a')]), 'axbcd');
    assert.equal(outcome([add('x', 'a'), add('x', 'b')]), 'abcd !x:1,2');
    const split: Change = { kind: 'split', clause: id('b'), words: 'Words', into: [clause('x', 'of b.')] };
    assert.equal(outcome([split, add('x', 'c')]), 'abcd !bx:1,2');
  });

  test('sets aside what does not fit', () => {
    assert.equal(outcome([replace('x', 'none'), add('a', null), add('x', 'b'), move('a', 'none')]), 'abxcd ?1,2,4');
    assert.equal(outcome([replace(WORDS), move('b', 'a'), add('x', 'b')]), 'abxcd');
  });
});

suite('merging', () => {
  test('does not depend on the order in which amendments arrive', () => {
    fc.assert(
      fc.property(
        amendedArbitrary.chain(([clauses, amendments]) =>
          fc.tuple(
            fc.constant(clauses),
            fc.constant(amendments),
            fc.shuffledSubarray([...amendments], { minLength: amendments.length }),
          ),
        ),
        ([clauses, amendments, shuffled]) => {
          assert.deepEqual(merge(clauses, shuffled), merge(clauses, amendments));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('makes what collides with nothing, and of one amendment what it says', () => {
    fc.assert(
      fc.property(amendedArbitrary, ([clauses, amendments]) => {
        const { collisions, unfit } = merge(clauses, amendments);
        for (const [i, one] of amendments.entries()) {
          const alone = merge(clauses, [one]);
          const applied = applyChange(clauses, one.change);
          if (applied.ok) assert.deepEqual(alone.clauses, applied.value);
          assert.equal(unfit.includes(one.number), !applied.ok && applied.error.kind !== 'changes-nothing');
          const rivals = amendments.filter((other, j) => j !== i && collides(clauses, one.change, other.change));
          const group = collisions.find((collision) => collision.amendments.includes(one.number));
          assert.equal(group !== undefined, rivals.length > 0);
          for (const { number } of rivals) assert.ok(group?.amendments.includes(number));
        }
        assert.deepEqual(
          merge(
            clauses,
            amendments.filter(({ number }) => !collisions.flatMap((one) => one.amendments).includes(number)),
          ).collisions,
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  test('loses no clause, brings in each once, and leaves sound words', () => {
    fc.assert(
      fc.property(amendedArbitrary, ([clauses, amendments]) => {
        const { clauses: after, collisions, unfit } = merge(clauses, amendments);
        const left = new Set([...unfit, ...collisions.flatMap((one) => one.amendments)]);
        const made = amendments.filter(({ number }) => !left.has(number)).map(({ change }) => change);
        const gone = new Set(
          made.flatMap((change) =>
            change.kind === 'delete' ? [change.clause] : change.kind === 'join' ? change.clauses.slice(1) : [],
          ),
        );
        const wanted = [...clauses, ...made.flatMap(broughtBy)].map((one) => one.id).filter((one) => !gone.has(one));
        assert.deepEqual(after.map((one) => one.id).toSorted(), [...new Set(wanted)].toSorted());
        for (const one of after) assert.deepEqual(clauseSchema.parse(one), one);
      }),
      { numRuns: 500 },
    );
  });

  test('ends soon, however much is wanted', () => {
    const long = Array.from({ length: 5000 }, (_, i) => clause(`p${i}`, `${WORDS} ${i} ${WORDS}`));
    const reworded = long.map(({ id: name, words }, i) => replace(words.replace('clean', `so ${i}`), name));
    const many = merge(long, numbered(...reworded));
    assert.deepEqual(many.collisions, []);
    assert.ok(many.clauses.every(({ words }, i) => words.includes(`so ${i}`)));

    const one = [clause('a', Array.from({ length: 1000 }, (_, i) => `w${i}`).join(' '))];
    const words = one[0]?.words ?? '';
    const apart = Array.from({ length: 999 }, (_, i) => replace(words.replace(`w${i} `, `v${i} `)));
    assert.equal(merge(one, numbered(...apart)).clauses[0]?.words, words.replaceAll('w', 'v').replace('v999', 'w999'));

    const rival = Array.from({ length: 500 }, (_, i) => replace(`x${i} `.repeat(1000).trim()));
    assert.equal(merge(one, numbered(...rival)).collisions[0]?.amendments.length, 500);
    const placed = Array.from({ length: 2000 }, (_, i) => add(`n${i}`, 'a'));
    assert.equal(merge(one, numbered(...placed)).clauses.length, 2001);
  });
});
