import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { clausesArbitrary, lineArbitrary } from './arbitrary.test.ts';
import { type Clause, MOST_CLAUSES, MOST_WORDS } from './clause.ts';
import { MOST_SOURCE, fromMarkdown, toMarkdown } from './markdown.ts';

const read = (source: string, before: readonly Clause[] = []) => {
  const result = fromMarkdown(source, { before });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

const outline = (source: string): readonly string[] =>
  read(source).clauses.map(({ kind, level, words }) => `${kind}${level ?? ''}: ${words}`);

const fault = (source: string) => {
  const result = fromMarkdown(source);
  assert.ok(!result.ok);
  return result.error;
};

suite('a text as Markdown', () => {
  test('has a title, headings, a preamble, numbered clauses and points to four levels', () => {
    const source = `# On the rivers

*Recalling* the charter,

## What is asked

1. Calls on its participants:

   (a) to measure,

      (i) monthly,

         (A) at the source,

            (1) by hand;

   (b) to publish;

2. Decides to remain seized.

Done at Travnik.
`;
    const { title, clauses } = read(source);
    assert.equal(title, 'On the rivers');
    assert.deepEqual(outline(source), [
      'preambular: *Recalling* the charter,',
      'heading: What is asked',
      'operative: Calls on its participants:',
      'point1: to measure,',
      'point2: monthly,',
      'point3: at the source,',
      'point4: by hand;',
      'point1: to publish;',
      'operative: Decides to remain seized.',
      'paragraph: Done at Travnik.',
    ]);
    assert.equal(toMarkdown({ title, clauses }, { ids: false }), source);
  });

  test('without numbers has paragraphs alone, whatever they end in', () => {
    assert.deepEqual(outline('Equality,\n\nPeace.'), ['paragraph: Equality,', 'paragraph: Peace.']);
  });

  test('joins lines that were broken to fit, and keeps a line feed after a backslash', () => {
    assert.deepEqual(outline('One\ntwo\nthree.\n\nFour\\\n  five.'), [
      'paragraph: One two three.',
      'paragraph: Four\nfive.',
    ]);
  });

  test('ends a heading with its line', () => {
    assert.deepEqual(outline('# Title\n## Aims\nWe want\npeace.\n\nAnd bread.'), [
      'heading: Aims',
      'paragraph: We want peace.',
      'paragraph: And bread.',
    ]);
  });

  test('pasted without blank lines has a clause a line', () => {
    assert.deepEqual(
      outline('The Conference,\nRecalling its charter,\n1. Decides\nto meet;\n(a) in May;\n(b) in June.'),
      [
        'preambular: The Conference,',
        'preambular: Recalling its charter,',
        'operative: Decides to meet;',
        'point1: in May;',
        'point1: in June.',
      ],
    );
  });

  test('does not take a number for a clause where a line was broken before it', () => {
    assert.deepEqual(outline('It met on\n12. May 2026 in Ohrid.\n\n1. Decides\n2. Agrees'), [
      'paragraph: It met on 12. May 2026 in Ohrid.',
      'operative: Decides',
      'operative: Agrees',
    ]);
  });

  test('reads nested lists as people type them', () => {
    assert.deepEqual(outline('1) Calls\n   - first\n     * deeper\n   - second\n   1. numbered\n2) Ends'), [
      'operative: Calls',
      'point1: first',
      'point2: deeper',
      'point1: second',
      'point2: numbered',
      'operative: Ends',
    ]);
  });

  test('tells the letter i from the number i', () => {
    const letters = 'abcdefghij'.split('').map((letter) => `(${letter}) x`);
    const levels = (points: readonly string[]) => read(`1. A:\n${points.join('\n')}`).clauses.map(({ level }) => level);
    assert.deepEqual(levels(letters), [undefined, ...letters.map(() => 1)]);
    assert.deepEqual(levels(['(a) x:', '(i) y;', '(ii) z;', '(b) w']), [undefined, 1, 2, 2, 1]);
    assert.deepEqual(levels(['(i) x;', '(ii) y;', '(iii) z']), [undefined, 1, 1, 1]);
  });

  test('takes marks in other scripts', () => {
    assert.deepEqual(outline('1. Καλεί:\n\n(α) ένα·\n\nβ) δύο.\n\n2. Позива:\n\nа) једно;\n\nб) друго.'), [
      'operative: Καλεί:',
      'point1: ένα·',
      'point1: δύο.',
      'operative: Позива:',
      'point1: једно;',
      'point1: друго.',
    ]);
  });

  test('goes on with a clause in an indented paragraph below it', () => {
    assert.deepEqual(outline('1. One.\n\n   More of it.\n\nAnother.'), [
      'operative: One.\n\nMore of it.',
      'paragraph: Another.',
    ]);
  });

  test('drops what a paste brings along: hidden characters, rules, odd line ends', () => {
    assert.deepEqual(outline('\ufeffOne\u200b,\u202e two.\r\n\r\n---\r\n\r\n\u00a0Three\u00ad.'), [
      'paragraph: One, two.',
      'paragraph: Three.',
    ]);
  });

  test('takes an id from its tag, and leaves braces that are no tag', () => {
    const { clauses } = read('Peace. {#aim-1}\n\nBread {x}.\n\nSalt {#A}\n\nWater {#b .paragraph}');
    assert.deepEqual(
      clauses.map(({ id, words }) => [id, words]),
      [
        ['aim-1', 'Peace.'],
        ['p1', 'Bread {x}.'],
        ['p2', 'Salt {#A}'],
        ['b', 'Water'],
      ],
    );
  });

  test('keeps the ids of what goes on', () => {
    const before = read('Peace among all of us.\n\n1. Calls on them.\n\n2. Decides to meet.').clauses;
    const after = read('1. Decides to meet.\n\nPeace among all of you.\n\n3. Thanks the host.', before).clauses;
    assert.deepEqual(
      after.map(({ id }) => id),
      ['o2', 'p1', 'o3'],
    );
  });

  test('is refused with the line and the clause at fault', () => {
    assert.deepEqual(fault('\n \n---\n'), { kind: 'no-clauses', line: 1 });
    assert.deepEqual(fault('# Only a title'), { kind: 'no-clauses', line: 1 });
    assert.deepEqual(fault('One.\n\n2.\n\nThree.'), { kind: 'empty-clause', line: 3, number: 2 });
    assert.deepEqual(fault('One. {#a}\n\nTwo. {#a}'), { kind: 'repeated-id', line: 3, number: 2, id: 'a' });
    assert.deepEqual(fault(`# ${'x'.repeat(301)}\n\nOne.`), { kind: 'title-too-long', line: 1, most: 300 });
    assert.deepEqual(fault(`One.\n\n${'x'.repeat(MOST_WORDS + 1)}`), {
      kind: 'clause-too-long',
      line: 3,
      number: 2,
      words: 'x'.repeat(MOST_WORDS + 1),
      most: MOST_WORDS,
    });
    assert.deepEqual(fault('- x\n'.repeat(MOST_CLAUSES + 1)), {
      kind: 'too-many-clauses',
      line: MOST_CLAUSES + 1,
      now: MOST_CLAUSES + 1,
      most: MOST_CLAUSES,
    });
    assert.deepEqual(fault('x'.repeat(MOST_SOURCE + 1)), { kind: 'source-too-long', line: 1, most: MOST_SOURCE });
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.option(lineArbitrary), clausesArbitrary, (title, clauses) => {
        assert.deepEqual(fromMarkdown(toMarkdown({ title, clauses })), { ok: true, value: { title, clauses } });
      }),
      { numRuns: 400 },
    );
  });

  test('comes back as it was but for its ids where they are left out, and with them where they are known', () => {
    fc.assert(
      fc.property(clausesArbitrary, (clauses) => {
        const source = toMarkdown({ title: null, clauses }, { ids: false });
        const nameless = (list: readonly Clause[]) => list.map((clause) => ({ ...clause, id: '' }));
        assert.deepEqual(nameless(read(source).clauses), nameless(clauses));
        assert.deepEqual(read(source, clauses).clauses, clauses);
      }),
      { numRuns: 200 },
    );
  });

  test('is read or refused, whatever it holds, and what is read is a sound text', () => {
    const pieces = fc.constantFrom(
      '#',
      '1. ',
      '(a) ',
      '- ',
      '\n',
      '\n\n',
      '   ',
      '\\',
      ' {#a}',
      ' {',
      '}',
      '*',
      ',',
      'x',
      'é',
      '\u202e',
      '---',
    );
    const source = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(source, (source) => {
        const result = fromMarkdown(source, { taken: ['p1' as ClauseId] });
        if (!result.ok) return assert.ok(result.error.line >= 1);
        const again = fromMarkdown(toMarkdown(result.value));
        assert.deepEqual(again, result);
      }),
      { numRuns: 1000 },
    );
  });

  test('lets no words be read as more by others, and has them back as they were', () => {
    const alone = ['<!-- the signatories follow', '```', '~~~ x', '| a | b |', '> said', '<script>'];
    // What is underlined needs something above it.
    for (const words of [...alone, '--- | ---', '===']) {
      const below = `Calls upon all,\n${words}\nand then`;
      for (const lines of alone.includes(words) ? [words, below] : [below]) {
        const clauses: readonly Clause[] = [
          { id: 'a' as ClauseId, kind: 'paragraph', words: lines },
          { id: 'b' as ClauseId, kind: 'operative', words: lines },
        ];
        const source = toMarkdown({ title: null, clauses });
        assert.equal(source.split(`\\${words}`).length, 3, source);
        assert.deepEqual(
          read(source).clauses.map((clause) => clause.words),
          [lines, lines],
        );
      }
    }
  });
});
