import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { applyChange } from './apply-change.ts';
import { clausesArbitrary, formArbitrary, proseArbitrary } from './arbitrary.test.ts';
import type { Change, Proposed } from './change.ts';
import { ofForm } from './clause-form.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { tokensOf } from './tokens.ts';

/** Arbitrary changes of a text, and texts after many of them: words mostly kept, as people leave them. */

/** Numbers that the choices of one change are made with. */
export interface Dice {
  readonly what: number;
  readonly at: number;
  readonly to: number;
  readonly words: string;
  readonly form: ClauseForm;
}

export const diceArbitrary: fc.Arbitrary<Dice> = fc.record({
  what: fc.nat(),
  at: fc.nat(),
  to: fc.nat(),
  words: proseArbitrary,
  form: formArbitrary,
});

const sound = (words: string, otherwise: string): string => words.normalize('NFC').trim() || otherwise;

/** The words with a stretch of them replaced, dropped or put in. */
const reworded = (words: string, { at, to, words: put }: Dice): string => {
  const tokens = tokensOf(words);
  const start = at % (tokens.length + 1);
  return sound(
    [...tokens.slice(0, start), to % 3 === 0 ? '' : ` ${put} `, ...tokens.slice(start + (to % 5))].join(''),
    put,
  );
};

/** Words cut in up to three, none of them empty. */
const cut = (words: string, { at, to, words: put }: Dice): readonly [string, ...string[]] => {
  const tokens = tokensOf(words);
  const [first, second] = [at % (tokens.length + 1), to % (tokens.length + 1)].toSorted((a, b) => a - b);
  const parts = [tokens.slice(0, first), tokens.slice(first, second), tokens.slice(second)];
  const [head = put, ...rest] = parts.map((part) => part.join('').trim()).filter((part) => part !== '');
  return rest.length > 0 ? [sound(head, put), ...rest.map((part) => sound(part, put))] : [sound(head, put), put];
};

/** A change to these clauses that may not fit, or may change nothing. New ids begin with `n` and `name`. */
export const changeBy = (clauses: readonly Clause[], dice: Dice, name: string): Change => {
  const { what, at, to, words, form } = dice;
  const place = at % clauses.length;
  const { id = 'none' as ClauseId, words: own = '' } = clauses[place] ?? {};
  const behind = to % (clauses.length + 1) === 0 ? null : (clauses[to % clauses.length]?.id ?? null);
  const fresh = (i: number, text: string): Clause => ofForm({ id: `n${name}-${i}` as ClauseId, words: text }, form);
  switch (what % 8) {
    case 0:
      return { kind: 'add', after: behind, clause: fresh(0, words) };
    case 1:
      return { kind: 'delete', clause: id };
    case 2:
      return { kind: 'move', clause: id, after: behind };
    case 3: {
      const [first, ...rest] = cut(own, dice);
      return { kind: 'split', clause: id, words: first, into: rest.map((part, i) => fresh(i, part)) };
    }
    case 4: {
      const joined = clauses.slice(place, place + 2 + (to % 2));
      if (joined.length < 2) return { kind: 'delete', clause: id };
      return { kind: 'join', clauses: joined.map((one) => one.id), words: joined.map((one) => one.words).join(' ') };
    }
    case 5:
      return { kind: 'replace', clause: id, words: to % 2 === 0 ? own : reworded(own, dice), as: form };
    default:
      return { kind: 'replace', clause: id, words: reworded(own, dice) };
  }
};

/** A text, and changes to it that are numbered from 1 in an order of their own. Some do not fit, many collide. */
export const amendedArbitrary: fc.Arbitrary<readonly [readonly Clause[], readonly Proposed[]]> = fc
  .tuple(clausesArbitrary, fc.array(diceArbitrary, { maxLength: 10 }))
  .map(([clauses, dice]) => [
    clauses,
    dice.map((one, i) => ({ number: i + 1, change: changeBy(clauses, one, `${i}`) })),
  ]);

/** A text, and what many changes one after the other have made of it. */
export const editedArbitrary: fc.Arbitrary<readonly [before: readonly Clause[], after: readonly Clause[]]> = fc
  .tuple(clausesArbitrary, fc.array(diceArbitrary, { maxLength: 10 }))
  .map(([before, dice]) => {
    let after = before;
    for (const [i, one] of dice.entries()) {
      const changed = applyChange(after, changeBy(after, one, `${i}`));
      if (changed.ok && changed.value.length > 0) after = changed.value;
    }
    return [before, after];
  });
