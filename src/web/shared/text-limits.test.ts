import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalBytes } from '../../base/json.ts';
import type { ClauseId } from '../../base/ids.ts';
import { type Clause, MOST_CLAUSES, MOST_WORDS, clausesSchema } from '../../text/clause.ts';
import { MOST_TITLE } from '../../text/markdown.ts';
import { MOST_ACT_BYTES, MOST_DRAFT, bytesOf, tooLong, tooLongToRead } from './text-limits.ts';
import { bodyOf, readTyped } from './typed-source.ts';

const clauses = (count: number, words: string): readonly Clause[] =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}` as ClauseId, kind: 'operative', words }));

const found = (all: readonly Clause[], title = 'T', isSent?: (clause: Clause) => boolean) =>
  tooLong({ title, body: bodyOf(all) }, all, isSent);

describe('what is too long to be sent', () => {
  it('is a clause, a title, too many clauses, an act or a draft, each from one unit more than fits', () => {
    assert.equal(found(clauses(1, 'a'.repeat(MOST_WORDS))), null);
    assert.ok(clausesSchema.safeParse(clauses(1, 'a'.repeat(MOST_WORDS))).success);
    assert.deepEqual(found(clauses(2, `*a*${'a'.repeat(MOST_WORDS - 2)}`)), {
      kind: 'clause',
      now: MOST_WORDS + 1,
      most: MOST_WORDS,
      place: 1,
      begins: 'a'.repeat(40),
    });
    assert.deepEqual(found(clauses(1, 'a'), 't'.repeat(MOST_TITLE + 1)), {
      kind: 'title',
      now: MOST_TITLE + 1,
      most: MOST_TITLE,
    });
    assert.equal(found(clauses(MOST_CLAUSES, 'a')), null);
    assert.equal(found(clauses(MOST_CLAUSES + 1, 'a'))?.kind, 'clauses');
    const long = clauses(10, 'α'.repeat(4000));
    assert.equal(
      bytesOf(long, () => true),
      canonicalBytes(long).length,
    );
    assert.deepEqual(found(long), { kind: 'bytes', now: bytesOf(long, () => true), most: MOST_ACT_BYTES });
    assert.equal(found(clauses(40, 'a'.repeat(4000)), 'T', () => false)?.kind, 'draft');
    assert.ok(bodyOf(clauses(40, 'a'.repeat(4000))).length > MOST_DRAFT);
  });

  it('is not what a revision leaves as it was', () => {
    const long = clauses(10, 'α'.repeat(4000));
    assert.equal(
      found(long, 'T', ({ id }) => id === ('c1' as ClauseId)),
      null,
    );
  });

  it('is named by its clause where it cannot be read at all', () => {
    const told = (body: string) => {
      const read = readTyped({ title: 'T', body });
      return read.ok ? null : tooLongToRead(read.error);
    };
    assert.deepEqual(told(`1. One.\n\n2. *${'x'.repeat(MOST_WORDS)}*`), {
      kind: 'clause',
      now: MOST_WORDS + 2,
      most: MOST_WORDS,
      place: 2,
      begins: 'x'.repeat(40),
    });
    assert.deepEqual(told('1. One.\n\n'.repeat(MOST_CLAUSES + 3)), {
      kind: 'clauses',
      now: MOST_CLAUSES + 3,
      most: MOST_CLAUSES,
    });
    assert.equal(told('1. One.\n\n2.'), null);
  });
});
