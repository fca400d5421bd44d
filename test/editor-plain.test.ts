import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import { AllSelection, EditorState, TextSelection } from 'prosemirror-state';
import type { ClauseId } from '../src/base/ids.ts';
import { clausesArbitrary } from '../src/text/arbitrary.test.ts';
import type { Clause } from '../src/text/clause.ts';
import { clausesOf, documentOf, idOf, wordsOf } from '../src/web/islands/editor/document.ts';
import { asKnown, isKnown, knownWords } from '../src/web/islands/editor/known-words.ts';
import { plainTextOf, sliceOf } from '../src/web/islands/editor/plain-text.ts';

/** Clauses by way of programs that keep words alone, without a browser. */

const clause = (id: string, words: string, kind: Clause['kind'] = 'operative', level?: number): Clause => ({
  id: id as ClauseId,
  kind,
  ...(level === undefined ? {} : { level }),
  words,
});

const river = [
  clause('know', '*Knowing* the river,', 'preambular'),
  clause('keep', 'Keeps it free;'),
  clause('how', 'by day;', 'point', 1),
];

describe('what is copied and pasted as plain text', () => {
  it('comes back from any program that keeps plain text, as what it was', () => {
    fc.assert(
      fc.property(clausesArbitrary, (clauses) => {
        const whole = documentOf(clauses);
        const text = plainTextOf(whole.slice(0, whole.content.size));
        const nodes = sliceOf(text, () => false).content.content.map((node, i) =>
          node.type.create({ ...node.attrs, id: `c${i}` }, node.content),
        );
        const back = clausesOf(whole.copy(Fragment.from(nodes)));
        const bare = (all: readonly Clause[]) => all.map(({ kind, level, words }) => ({ kind, level, words }));
        if (clauses.length > 1) assert.deepEqual(bare(back), bare(clauses));
        else
          assert.deepEqual(
            back.map(({ words }) => words),
            clauses.map(({ words }) => words),
          );
      }),
    );
  });

  it('is of the kind of a clause that says the same, with its marks, where a program kept the words alone', () => {
    const heading = clause('aims', 'Aims', 'heading');
    const text = [...river, heading, clause('note', 'See the map^[*Map* 1].', 'point', 2)];
    const plugin = knownWords();
    const state = EditorState.create({ doc: documentOf(text), plugins: [plugin] });
    const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
    const pasted = (words: string, at = all): readonly string[] => {
      const given = asKnown(at, sliceOf(words, isKnown(at)));
      return given.content.content.map((node) => `${idOf(node) ?? 'new'} ${node.type.name} ${wordsOf(node.content)}`);
    };
    const lines = ['Knowing the river,', 'Keeps it free;', 'by day;', 'Aims', 'See the map.', 'Something new.'];
    const shown = [
      'new preambular *Knowing* the river,',
      'new operative Keeps it free;',
      'new point by day;',
      'new heading Aims',
      'new point See the map^[*Map* 1].',
      'new paragraph Something new.',
    ];
    for (const separator of ['\n\n', '\r\n\r\n', '\n', '\r\n']) assert.deepEqual(pasted(lines.join(separator)), shown);
    assert.deepEqual(pasted('Words that\nwere wrapped'), ['new paragraph Words that were wrapped']);
    // Within a clause's words it is only words; what was cut out before is known all the same.
    const within = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3)));
    assert.deepEqual(pasted('Aims', within), ['new paragraph Aims']);
    const emptied = all.apply(all.tr.deleteSelection());
    assert.deepEqual(pasted(lines.join('\n'), emptied), shown);
    assert.deepEqual(pasted('Aims', emptied), ['new heading Aims']);
  });
});
