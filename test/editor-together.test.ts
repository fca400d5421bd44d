import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { history, redo, undo } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import type { ClauseId } from '../src/base/ids.ts';
import { clausesArbitrary } from '../src/text/arbitrary.test.ts';
import type { Clause } from '../src/text/clause.ts';
import { anchorIn, anchors, hold, letGo } from '../src/web/islands/editor/anchors.ts';
import { bring } from '../src/web/islands/editor/bring.ts';
import { clausesOf, documentOf } from '../src/web/islands/editor/document.ts';
import { keepIds } from '../src/web/islands/editor/ids.ts';
import type { Renamed } from '../src/web/shared/merge-drafts.ts';
import { mergeClauses } from '../src/web/shared/merge-clauses.ts';

/** The editor's model while a colleague writes on the same text: caret, dialogs, and what is undone. */

const clause = (id: string, words: string): Clause => ({ id: id as ClauseId, kind: 'operative', words });
const RIVER = clause('a', 'The river is kept free.');
const LAKE = clause('b', 'The lake is kept clean.');

const stateOf = (clauses: readonly Clause[]): EditorState =>
  EditorState.create({ doc: documentOf(clauses), plugins: [keepIds(), anchors(), history()] });

/** Where these words begin. */
const placeOf = (state: EditorState, words: string): number => {
  let place = -1;
  state.doc.descendants((node, at) => {
    const found = node.isText ? (node.text?.indexOf(words) ?? -1) : -1;
    if (found >= 0 && place < 0) place = at + found;
  });
  assert.ok(place >= 0, words);
  return place;
};

const type = (state: EditorState, words: string, at = state.selection.head): EditorState => {
  const change = state.tr.insertText(words, at);
  return state.apply(change.setSelection(TextSelection.create(change.doc, at + words.length)));
};

const theirs = (state: EditorState, clauses: readonly Clause[], renamed: Renamed = []): EditorState => {
  const change = bring(state, clauses, renamed);
  return change === null ? state : state.apply(change);
};

const run = (state: EditorState, command: typeof undo): EditorState => {
  let next = state;
  command(state, (change) => {
    next = state.apply(change);
  });
  return next;
};

const said = (state: EditorState): readonly string[] => clausesOf(state.doc).map(({ words }) => words);
const before = (state: EditorState): string => {
  const { $head } = state.selection;
  return $head.parent.textBetween(0, $head.parentOffset);
};

describe('the caret', () => {
  it('stays behind its words where others write at the same place', () => {
    const end = placeOf(stateOf([RIVER]), '.');
    const state = theirs(type(stateOf([RIVER]), ' for ever', end), [
      clause('a', 'The river is kept free for ever and wild.'),
    ]);
    assert.equal(before(state), 'The river is kept free for ever');
    assert.deepEqual(said(type(state, ' after')), ['The river is kept free for ever after and wild.']);
  });

  it('stays behind a space that its writer goes on from', () => {
    const base = clause('a', 'The river is free');
    const state = type(stateOf([base]), ' for ', placeOf(stateOf([base]), 'free') + 4);
    const same = theirs(state, [clause('a', 'The river is free for'), LAKE]);
    assert.deepEqual(said(type(same, 'ever')), ['The river is free for ever', LAKE.words]);
    const more = theirs(state, [clause('a', 'The whole river is free for and wild')]);
    assert.deepEqual(said(type(more, 'ever')), ['The whole river is free for ever and wild']);
  });

  it('goes with its words where they are put beside others', () => {
    const at = placeOf(stateOf([RIVER]), 'free');
    const own = stateOf([RIVER]);
    const replaced = own.apply(own.tr.insertText('wild', at, at + 4));
    const mine = replaced.apply(replaced.tr.setSelection(TextSelection.create(replaced.doc, at + 4)));
    const merged = mergeClauses(
      [RIVER],
      clausesOf(mine.doc),
      [clause('a', 'The river is kept deep.')],
      () => 'n' as ClauseId,
    );
    const state = theirs(mine, merged.clauses, [...merged.renamed]);
    assert.deepEqual(said(state), ['The river is kept deep.', 'The river is kept wild.']);
    assert.equal(before(state), 'The river is kept wild');
    assert.deepEqual(said(type(state, 'er')), ['The river is kept deep.', 'The river is kept wilder.']);
  });
});

describe('undo', () => {
  it('takes back one’s own words and no others’, whatever came in between', () => {
    const state = type(stateOf([RIVER, LAKE]), ' for ever', placeOf(stateOf([RIVER]), '.'));
    const both = theirs(state, [
      clause('n', 'New.'),
      clause('a', 'Surely the river is kept free for ever.'),
      clause('b', 'The lake is kept pure.'),
    ]);
    assert.deepEqual(said(run(both, undo)), ['New.', 'Surely the river is kept free.', 'The lake is kept pure.']);
    assert.deepEqual(said(run(run(both, undo), redo)), said(both));
    const alone = theirs(stateOf([RIVER]), [clause('a', 'Theirs.')]);
    assert.deepEqual(said(run(alone, undo)), ['Theirs.'], 'there is nothing of one’s own');
  });

  it('never takes back what others wrote, nor puts back what they deleted', () => {
    fc.assert(
      fc.property(clausesArbitrary, clausesArbitrary, fc.nat(), (first, second, place) => {
        const state = stateOf(first);
        const at = state.doc.resolve(place % (state.doc.content.size + 1));
        const own = type(state, 'xyzzy', TextSelection.near(at).head);
        const undone = run(theirs(own, second), undo);
        assert.deepEqual(clausesOf(undone.doc), second);
      }),
    );
  });
});

describe('a place that is held', () => {
  const name = Symbol('asked');
  const held = (words: string): EditorState => {
    const state = stateOf([RIVER, LAKE]);
    const from = placeOf(state, words);
    return state.apply(hold(state, name, from, from + words.length));
  };
  const at = (state: EditorState): string | null => {
    const anchor = anchorIn(state, name);
    return anchor === null || anchor.gone ? null : state.doc.textBetween(anchor.from, anchor.to);
  };

  it('is where its words are, whatever others write before, behind and within them', () => {
    const state = held('lake');
    assert.equal(at(theirs(state, [clause('n', 'New.'), RIVER, clause('b', 'The great lake is kept clean.')])), 'lake');
    assert.equal(at(theirs(state, [LAKE])), 'lake');
    assert.equal(at(type(state, 'x', placeOf(state, 'ake'))), 'lxake');
    assert.equal(at(type(type(state, 'x', placeOf(state, 'lake')), 'y', placeOf(state, ' is kept clean') + 1)), 'lake');
    assert.equal(at(theirs(state, [RIVER, clause('b', 'The sea is kept clean.')])), null, 'its words are gone');
    const let_go = state.apply(letGo(state.tr, name));
    assert.equal(anchorIn(let_go, name), null);
  });

  it('is a place between words where nothing was chosen', () => {
    const state = stateOf([RIVER]);
    const place = placeOf(state, ' river');
    const asked = state.apply(hold(state, name, place, place));
    const after = theirs(asked, [clause('a', 'Surely The river is kept free.')]);
    assert.equal(anchorIn(after, name)?.from, placeOf(after, ' river'));
    assert.equal(anchorIn(after, name)?.gone, false);
  });
});
