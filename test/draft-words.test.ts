import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { utf8 } from '../src/base/bytes.ts';
import type { ClauseId } from '../src/base/ids.ts';
import { proseArbitrary } from '../src/text/arbitrary.test.ts';
import { type Clause, clausesSchema } from '../src/text/clause.ts';
import { createFields } from '../src/web/kit/fields.ts';
import { withFields } from '../src/web/act/change-fields.ts';
import { NOTHING_EARLIER } from '../src/web/act/continued.ts';
import { readSource } from '../src/web/act/source.ts';
import { clausesOf, documentOf } from '../src/web/islands/editor/document.ts';
import { schema } from '../src/web/islands/editor/schema.ts';
import { bodyOf, readTyped, settledBody } from '../src/web/shared/typed-source.ts';

/** What is shown in the editor is what its form sends, what a draft keeps, what is read over and what is signed, byte for byte. */

const STRANGE = [
  '\t',
  '\u00a0',
  '\u2028',
  '\r',
  '\u200b',
  '\ufeff',
  'e\u0301',
  '   ',
  '\n \n',
  '   (a) x',
  '# y',
  '\\',
  ' {#a}',
];

/** Words as somebody may type or paste them, fit or not. */
const words = fc
  .tuple(
    fc.array(fc.constantFrom(...STRANGE), { maxLength: 2 }),
    proseArbitrary,
    fc.array(fc.constantFrom(...STRANGE), { maxLength: 2 }),
  )
  .map(([before, text, behind]) => [...before, text, ...behind].join(''));

const form = fc.oneof(
  fc.constantFrom('heading', 'preambular', 'operative', 'paragraph').map((kind) => ({ kind: kind as Clause['kind'] })),
  fc.integer({ min: 1, max: 4 }).map((level) => ({ kind: 'point' as const, level })),
);

const clauses = fc
  .array(fc.tuple(form, words), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(([own, text], i): Clause => ({ id: `c${i}` as ClauseId, ...own, words: text })));

/** What a browser sends of a field: every line ended by both signs. */
const sent = (text: string): string => text.replaceAll('\n', '\r\n');

describe('a text', () => {
  it('is one in the editor, in the form, as a draft, read over and signed', () => {
    fc.assert(
      fc.property(clauses, fc.constantFrom('', 'On springs'), (typed, title) => {
        const shown = clausesOf(typedDocument(typed));
        fc.pre(shown.length > 0);
        const body = bodyOf(shown);
        const fields = createFields([
          ['title', title],
          ['body', sent(body)],
          ['draft-body', sent(body)],
        ]);
        assert.equal(fields.source('body'), body, 'the form sends what is shown');
        assert.equal(settledBody(body), body);
        // Carried along from page to page, and opened again.
        const carried = withFields(createFields(createFields(fields.entries()).entries()), { step: 'preview' });
        assert.equal(carried.source('draft-body'), body);
        const again = readTyped({ title, body: carried.source('body') });
        const titled = title === '' && body.startsWith('# ');
        if (!titled) {
          assert.deepEqual(again.ok && again.value.clauses, shown);
          assert.deepEqual(clausesOf(documentOf(again.ok ? again.value.clauses : [])), shown);
        }
        const read = readSource(carried, NOTHING_EARLIER);
        if (titled) return;
        assert.ok(read.ok);
        assert.deepEqual(utf8(JSON.stringify(read.value.clauses)), utf8(JSON.stringify(shown)));
        assert.ok(clausesSchema.safeParse(read.value.clauses).success, 'an act holds it as it stands');
      }),
      {
        numRuns: 500,
        examples: [
          [
            [
              { id: 'c0' as ClauseId, kind: 'point', level: 1, words: 'a' },
              { id: 'c1' as ClauseId, kind: 'point', level: 2, words: 'b' },
            ],
            '',
          ],
        ],
      },
    );
  });

  /** Typed in: words as they come, with nothing read from them. */
  function typedDocument(all: readonly Clause[]) {
    const nodes = all.map(({ id, kind, level, words: text }) =>
      (schema.nodes[kind] ?? assert.fail()).create(
        level === undefined ? { id } : { id, level },
        text === '' ? null : schema.text(text),
      ),
    );
    return schema.nodes.doc.create(null, nodes);
  }

  it('has one title: its field, or the heading it begins with where that is empty; no heading is lost', () => {
    const read = (title: string, body: string) => {
      const typed = readSource(
        createFields([
          ['title', title],
          ['body', body],
        ]),
        NOTHING_EARLIER,
      );
      assert.ok(typed.ok);
      return [typed.value.title, ...typed.value.clauses.map((clause) => `${clause.kind}: ${clause.words}`)];
    };
    assert.deepEqual(read('', '# A\n\n1. One.'), ['A', 'operative: One.']);
    assert.deepEqual(read('T', '# A\n\n1. One.'), ['T', 'heading: A', 'operative: One.']);
    assert.deepEqual(read('T', '  # A\n\n1. One.'), ['T', 'heading: A', 'operative: One.']);
  });
});
