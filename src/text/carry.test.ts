import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { placesOf } from './apply-change.ts';
import { amendedArbitrary } from './arbitrary-changes.test.ts';
import { courseOf } from './carry.ts';
import type { Change, Proposed } from './change.ts';
import { changesOf } from './changes-of.ts';
import type { Clause, ClauseForm } from './clause.ts';
import type { Footprints } from './effects.ts';
import { type Footprint, clash, footprintOf } from './footprint.ts';
import { combine, merge } from './merge.ts';

const id = (text: string) => text as ClauseId;
const clause = (name: string, words: string): Clause => ({ id: id(name), kind: 'paragraph', words });
const replace = (name: string, words: string): Change => ({ kind: 'replace', clause: id(name), words });

const footprints = (clauses: readonly Clause[], amendments: readonly Proposed[]): Footprints => {
  const places = placesOf(clauses);
  return new Map(
    amendments.flatMap(({ number, change }) => {
      const footprint = footprintOf(clauses, places, change);
      return footprint === null ? [] : [[number, footprint]];
    }),
  );
};

const textOf = (clauses: readonly Clause[], made: Footprints) => combine(clauses, placesOf(clauses), made).clauses;

/** What a change reads like once others were made, or why there is nothing left of it. */
const after = (clauses: readonly Clause[], done: readonly Change[], change: Change) => {
  const before = footprints(
    clauses,
    done.map((one, i) => ({ number: i + 1, change: one })),
  );
  const course = courseOf(clauses, before);
  const [[, footprint] = assert.fail()] = footprints(clauses, [{ number: 100, change }]);
  const carried = course.carry(100, footprint);
  return carried.kind === 'ended' ? carried.why : [carried.kind, changesOf(course.clauses, carried.footprint)];
};

suite('an amendment over what others have changed', () => {
  const river = [
    clause('a', 'The river is kept free, by law. The lake is kept clean, by custom.'),
    clause('b', 'Two.'),
  ];
  const split: Change = {
    kind: 'split',
    clause: id('a'),
    words: 'The river is kept free, by law.',
    into: [clause('n', 'The lake is kept clean, by custom.')],
  };
  const pure = replace('a', 'The river is kept free, by law. The lake is kept pure, by custom.');

  test('goes where its words went', () => {
    assert.deepEqual(after(river, [split], pure), ['carried', [replace('n', 'The lake is kept pure, by custom.')]]);
    const all = replace('a', 'Every river is kept free, by law. The lake is kept pure, by custom.');
    assert.deepEqual(after(river, [split], all), [
      'carried',
      [replace('a', 'Every river is kept free, by law.'), replace('n', 'The lake is kept pure, by custom.')],
    ]);
    const join: Change = { kind: 'join', clauses: [id('a'), id('b')], words: `${river[0]?.words} Two.` };
    assert.deepEqual(after(river, [join], replace('b', 'Two, or three.')), [
      'carried',
      [replace('a', `${river[0]?.words} Two, or three.`)],
    ]);
  });

  test('that stands against what was done prevails over that, and takes back nothing else', () => {
    const done = replace('a', 'The river is kept open, by law. The lake is kept pure, by custom.');
    assert.deepEqual(
      after(river, [done], replace('a', 'The river is kept wild, by law. The lake is kept clean, by custom.')),
      ['contested', [replace('a', 'The river is kept wild, by law. The lake is kept pure, by custom.')]],
    );
    assert.deepEqual(after(river, [done], { kind: 'delete', clause: id('a') }), [
      'contested',
      [{ kind: 'delete', clause: id('a') }],
    ]);
    const open = replace('a', 'The river is kept free, by law and treaty. The lake is kept clean, by custom.');
    assert.deepEqual(after(river, [split], open), [
      'carried',
      [replace('a', 'The river is kept free, by law and treaty.')],
    ]);
  });

  test('ends where nothing of it is left, its clause is gone or was shaped otherwise', () => {
    assert.equal(after(river, [pure], pure), 'done');
    assert.equal(after(river, [{ kind: 'delete', clause: id('a') }], pure), 'gone');
    const other: Change = { ...split, into: [clause('m', 'The lake is kept clean, by custom.')] };
    assert.equal(after(river, [other], split), 'reshaped');
    assert.equal(
      after(river, [split], { kind: 'join', clauses: [id('a'), id('b')], words: `${river[0]?.words} Two.` }),
      'reshaped',
    );
  });

  test('stays a rival of who wants another kind of a clause, also once that is joined and can be of none', () => {
    const words = 'Two, or three.';
    const as = (form: ClauseForm, to = words): Change => ({ kind: 'replace', clause: id('b'), words: to, as: form });
    const point = as({ kind: 'point', level: 1 });
    const heading = as({ kind: 'heading' });
    const join: Change = { kind: 'join', clauses: [id('a'), id('b')], words: `${river[0]?.words} Two.` };
    const wanted = footprints(river, [
      { number: 1, change: point },
      { number: 2, change: heading },
    ]);
    const both = courseOf(river, footprints(river, [{ number: 3, change: join }]));
    const [one, other] = [...wanted].map(([number, footprint]) => both.carry(number, footprint));
    assert.ok(one?.kind === 'carried' && other?.kind === 'carried' && clash(one.footprint, other.footprint));
    assert.deepEqual(changesOf(both.clauses, one.footprint), [replace('a', `${river[0]?.words} ${words}`)]);
    const [verdict] = after(river, [join, as({ kind: 'heading' }, 'Two.')], point);
    assert.equal(verdict, 'contested');
  });

  test('reads as moves that come to the same, where what moves was split and its first part stands there already', () => {
    const second: Change = { kind: 'split', clause: id('b'), words: 'Two.', into: [clause('n', 'Three.')] };
    const first: Change = { kind: 'move', clause: id('b'), after: null };
    assert.deepEqual(after(river, [second, { kind: 'delete', clause: id('a') }], first), [
      'carried',
      [first, { kind: 'move', clause: 'n', after: 'b' }],
    ]);
    const last: Change = { kind: 'move', clause: id('a'), after: id('b') };
    assert.deepEqual(after(river, [split, { kind: 'delete', clause: id('b') }], last), [
      'carried',
      [
        { ...last, after: null },
        { kind: 'move', clause: 'n', after: 'a' },
      ],
    ]);
    assert.deepEqual(after(river, [second], first), ['carried', [first, { kind: 'move', clause: 'n', after: null }]]);
  });

  test('keeps its place where the clause before it went, and a join what came between', () => {
    const add: Change = { kind: 'add', after: id('b'), clause: clause('n', 'New.') };
    assert.deepEqual(after(river, [{ kind: 'delete', clause: id('b') }], add), [
      'carried',
      [{ ...add, after: id('a') }],
    ]);
    const between: Change = { kind: 'add', after: id('a'), clause: clause('n', 'New.') };
    const join: Change = { kind: 'join', clauses: [id('a'), id('b')], words: `${river[0]?.words} Two.` };
    assert.deepEqual(after(river, [between], join), [
      'carried',
      [replace('a', `${river[0]?.words} Two.`), { kind: 'delete', clause: id('b') }],
    ]);
  });
});

/** A text, what amendments that fit do to it, and those of them that collide with none; of those that move a clause alike, the first. */
const negotiated = amendedArbitrary.map(([clauses, amendments]) => {
  const all = footprints(clauses, amendments);
  const moved = new Set<string>();
  const free = [...all].filter(([number, footprint]) => {
    const move = footprint.touches.find((touch) => touch.move !== null)?.clause ?? '';
    const isFirst = move === '' || !moved.has(move);
    moved.add(move);
    return isFirst && ![...all].some(([other, theirs]) => other !== number && clash(footprint, theirs));
  });
  return { clauses, all, free: new Map(free) };
});

const halves = fc.tuple(negotiated, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }));

const runs = { numRuns: process.env['LONG'] === '1' ? 20_000 : 700 };

suite('carrying', () => {
  test('and then making comes to the same as making at once', () => {
    fc.assert(
      fc.property(halves, ([{ clauses, free }, picks]) => {
        const first = new Map([...free].filter((_, i) => picks[i]));
        const course = courseOf(clauses, first);
        assert.deepEqual(course.clauses, textOf(clauses, first));
        const carried = new Map<number, Footprint>();
        const ended = new Set<number>();
        for (const [number, footprint] of free) {
          if (first.has(number)) continue;
          const one = course.carry(number, footprint);
          const together = textOf(clauses, new Map([...first, [number, footprint]]));
          assert.notEqual(one.kind, 'contested');
          if (one.kind === 'ended') {
            ended.add(number);
            assert.deepEqual(together, course.clauses);
            continue;
          }
          carried.set(number, one.footprint);
          assert.deepEqual(textOf(course.clauses, new Map([[number, one.footprint]])), together);
          const read = changesOf(course.clauses, one.footprint).map((change, i) => ({ number: i + 1, change }));
          assert.deepEqual(merge(course.clauses, read), { clauses: together, collisions: [], unfit: [] });
        }
        const rest = new Map([...free].filter(([number]) => !ended.has(number)));
        assert.deepEqual(textOf(course.clauses, carried), textOf(clauses, rest));
      }),
      runs,
    );
  });

  test('leaves who collides with whom as it was', () => {
    fc.assert(
      fc.property(halves, ([{ clauses, all, free }, picks]) => {
        const first = new Map([...free].filter((_, i) => picks[i]));
        const course = courseOf(clauses, first);
        const rest = [...all].flatMap(([number, before]) => {
          const one = first.has(number) ? null : course.carry(number, before);
          return one?.kind === 'carried' ? [{ before, now: one.footprint }] : [];
        });
        for (const one of rest)
          for (const other of rest)
            if (one !== other && clash(one.before, other.before)) assert.ok(clash(one.now, other.now));
      }),
      runs,
    );
  });

  test('tells of all that collide, and of nothing else', () => {
    fc.assert(
      fc.property(negotiated, ({ clauses, all }) => {
        const [made, ...others] = all;
        if (made === undefined) return;
        const course = courseOf(clauses, new Map([made]));
        for (const [number, footprint] of others) {
          const one = course.carry(number, footprint);
          const isTold = one.kind === 'contested' || (one.kind === 'ended' && one.why !== 'done');
          if (clash(made[1], footprint)) assert.ok(isTold);
          else assert.ok(one.kind !== 'contested');
        }
      }),
      runs,
    );
  });
});
