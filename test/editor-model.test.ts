import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Slice } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import type { ClauseId } from '../src/base/ids.ts';
import { clausesArbitrary } from '../src/text/arbitrary.test.ts';
import type { Clause } from '../src/text/clause.ts';
import { fromMarkdown } from '../src/text/markdown.ts';
import { bring } from '../src/web/islands/editor/bring.ts';
import { indent, moveDown, moveUp, outdent, setKind, split } from '../src/web/islands/editor/commands.ts';
import { clausesOf, documentOf, idOf } from '../src/web/islands/editor/document.ts';
import { keepIds } from '../src/web/islands/editor/ids.ts';
import { knownWords } from '../src/web/islands/editor/known-words.ts';
import { ownCopies } from '../src/web/islands/editor/own-copies.ts';
import { readSource } from '../src/web/islands/editor/source.ts';
import { bodyOf } from '../src/web/shared/typed-source.ts';
import { joinBackward } from 'prosemirror-commands';

/** The editor's model, without a browser: clauses as a document, and what happens to their ids. */

const clause = (id: string, words: string, kind: Clause['kind'] = 'operative', level?: number): Clause => ({
  id: id as ClauseId,
  kind,
  ...(level === undefined ? {} : { level }),
  words,
});

const stateOf = (clauses: readonly Clause[]): EditorState =>
  EditorState.create({ doc: documentOf(clauses), plugins: [keepIds()] });

/** The caret, or a selection, by the clause's place and the character's. */
const at = (state: EditorState, ...places: readonly (readonly [clause: number, character: number])[]): EditorState => {
  const positions = places.map(([clause, character]) => {
    let position = 1 + character;
    for (let i = 0; i < clause; i++) position += state.doc.child(i).nodeSize;
    return position;
  });
  const [anchor = 0, head = anchor] = positions;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
};

/** A selection between two numbers, which need not be places. */
const selecting = (state: EditorState, from: number, to: number): EditorState => {
  const near = (place: number) => state.doc.resolve(place % (state.doc.content.size + 1));
  return state.apply(state.tr.setSelection(TextSelection.between(near(from), near(to))));
};

const run = (state: EditorState, command: Command): EditorState => {
  let next = state;
  command(state, (change) => {
    next = state.apply(change);
  });
  return next;
};

const shown = (state: EditorState): readonly string[] =>
  clausesOf(state.doc).map(
    ({ id, kind, level, words }) => `${/^[a-z]-.{5}$/u.test(id) ? 'new' : id} ${kind}${level ?? ''}: ${words}`,
  );

const river = [
  clause('know', '*Knowing* the river,', 'preambular'),
  clause('keep', 'Keeps it free;'),
  clause('how', 'by day;', 'point', 1),
];

describe('clauses in the editor', () => {
  it('come back to the letter', () => {
    fc.assert(
      fc.property(clausesArbitrary, (clauses) => {
        assert.deepEqual(clausesOf(documentOf(clauses)), clauses);
      }),
    );
  });

  it('stand in the form’s field so that they come back from there, ids and all', () => {
    fc.assert(
      fc.property(clausesArbitrary, (clauses) => {
        const read = fromMarkdown(bodyOf(clausesOf(documentOf(clauses))));
        assert.deepEqual(read.ok && read.value.clauses, clauses);
      }),
    );
  });

  it('take the ids that a plain field leaves out from the clauses that they continue', () => {
    const body = '*Knowing* the great river,\n\n1. Keeps it free;\n\n   (a) by day;\n\n   (b) by night.';
    const read = readSource({ title: '', body }, river);
    assert.ok(read.ok);
    const { clauses } = read.value;
    assert.deepEqual(
      clauses.map(({ id }) => id),
      ['know', 'keep', 'how', clauses[3]?.id],
    );
    assert.match(clauses[3]?.id ?? '', /^p-.{5}$/u);
  });

  it('say which clause of a field cannot be read', () => {
    const read = readSource({ title: '', body: '1. One.\n\n2.\n' }, []);
    assert.deepEqual(read, { ok: false, error: { kind: 'empty-clause', line: 3, number: 2 } });
    assert.deepEqual(readSource({ title: 'T', body: '' }, []), { ok: true, value: { title: 'T', clauses: [] } });
  });
});

describe('an edit', () => {
  it('splits a clause: the first part keeps the id', () => {
    assert.deepEqual(shown(run(at(stateOf(river), [1, 6]), split)), [
      'know preambular: *Knowing* the river,',
      'keep operative: Keeps',
      'new operative: it free;',
      'how point1: by day;',
    ]);
  });

  it('before the first word begins a clause, and leaves the id with its words', () => {
    const state = run(at(stateOf(river), [1, 0]), split);
    assert.equal(state.doc.childCount, 4);
    assert.deepEqual(shown(state), shown(stateOf(river)));
    assert.equal(state.doc.child(2).textContent, 'Keeps it free;');
  });

  it('joins two clauses: the first keeps its id, its kind and its level', () => {
    assert.deepEqual(shown(run(at(stateOf(river), [2, 0]), joinBackward)), [
      'know preambular: *Knowing* the river,',
      'keep operative: Keeps it free;by day;',
    ]);
  });

  it('parts what it has just joined into the kinds that they were', () => {
    const plugins = [keepIds(), knownWords()];
    const state = EditorState.create({ doc: documentOf(river), plugins });
    const joined = run(at(state, [2, 0]), joinBackward);
    assert.equal(joined.doc.childCount, 2);
    assert.deepEqual(
      shown(run(joined, split)).map((line) => line.replace('new', 'how')),
      shown(state),
    );
    const elsewhere = run(at(state, [1, 6]), split);
    assert.deepEqual(shown(elsewhere)[2], 'new operative: it free;');
  });

  it('moves what is selected, ids and all', () => {
    const moved = run(at(stateOf(river), [1, 2], [2, 3]), moveUp);
    assert.deepEqual(
      clausesOf(moved.doc).map(({ id }) => id),
      ['keep', 'how', 'know'],
    );
    assert.equal(moved.doc.textBetween(moved.selection.from, moved.selection.to, '|'), 'eps it free;|by ');
    assert.deepEqual(shown(run(moved, moveDown)), shown(stateOf(river)));
    assert.equal(moveUp(moved), false, 'there is nothing above');
  });

  it('changes kind and level, and keeps the id', () => {
    let state = run(at(stateOf(river), [1, 0]), indent);
    assert.equal(shown(state)[1], 'keep point1: Keeps it free;');
    for (let i = 0; i < 5; i++) state = run(state, indent);
    assert.equal(shown(state)[1], 'keep point4: Keeps it free;');
    state = run(run(run(run(state, outdent), outdent), outdent), outdent);
    assert.equal(shown(state)[1], 'keep operative: Keeps it free;');
    assert.equal(shown(run(state, setKind('heading')))[1], 'keep heading: Keeps it free;');
  });

  it('Enter in an empty point steps out, to a paragraph in the end', () => {
    let state = at(run(at(stateOf(river), [2, 7]), split), [3, 0]);
    const kinds: string[] = [];
    for (let i = 0; i < 3; i++) {
      kinds.push(state.doc.child(3).type.name);
      state = run(state, split);
    }
    assert.deepEqual([...kinds, state.doc.childCount], ['point', 'operative', 'paragraph', 5]);
  });

  it('pastes a copy under a new id, and what was cut out under its own', () => {
    const state = stateOf(river);
    const copied = state.doc.child(1);
    const twice = state.apply(state.tr.insert(0, copied));
    assert.deepEqual(shown(twice), ['new operative: Keeps it free;', ...shown(state)]);
    const [start, end] = [state.doc.child(0).nodeSize, state.doc.child(0).nodeSize + copied.nodeSize];
    const cut = state.apply(state.tr.delete(start, end));
    assert.equal(shown(cut.apply(cut.tr.insert(0, copied)))[0], 'keep operative: Keeps it free;');
  });

  it('never gives two clauses one id, nor takes one from a clause that stays', () => {
    const commands = [split, joinBackward, moveUp, moveDown, indent, outdent, setKind('heading')];
    const step = fc.record({
      command: fc.constantFrom(...commands),
      from: fc.nat(),
      to: fc.option(fc.nat(), { nil: null }),
    });
    fc.assert(
      fc.property(clausesArbitrary, fc.array(step, { maxLength: 12 }), (clauses, steps) => {
        let state = stateOf(clauses);
        for (const { command, from, to } of steps) {
          state = run(selecting(state, from, to ?? from), command);
          const ids = state.doc.children.map(({ attrs }) => attrs['id'] as string | null);
          assert.ok(!ids.includes(null));
          assert.equal(new Set(ids).size, ids.length);
        }
        const moved = steps.every(({ command }) => command !== joinBackward && command !== split);
        if (moved)
          assert.deepEqual(
            clausesOf(state.doc)
              .map(({ id }) => id)
              .sort(),
            clauses.map(({ id }) => id).sort(),
          );
      }),
    );
  });
});

describe('another version brought in', () => {
  it('says what that says, whatever stood there', () => {
    fc.assert(
      fc.property(clausesArbitrary, clausesArbitrary, (before, after) => {
        const state = stateOf(before);
        const change = bring(state, after);
        assert.deepEqual(clausesOf((change === null ? state : state.apply(change)).doc), after);
      }),
      // Words that the editor would write otherwise.
      { examples: [[[clause('a', 'a')], [clause('a', '***a**a')]]] },
    );
  });

  it('leaves the caret in its words, and a clause that has just been begun', () => {
    const state = at(run(at(stateOf(river), [1, 14]), split), [1, 9]);
    const theirs = [
      clause('new', 'A clause before.', 'preambular'),
      ...river.with(1, clause('keep', 'Always keeps it free, for good;')),
    ];
    const change = bring(state, theirs);
    assert.ok(change !== null);
    const after = state.apply(change);
    assert.deepEqual(clausesOf(after.doc), theirs);
    assert.equal(after.doc.childCount, 5);
    const { $head } = after.selection;
    assert.equal($head.parent.textContent.slice(0, $head.parentOffset), 'Always keeps it ');
  });
});

describe('what is pasted', () => {
  const slice = (...clauses: readonly Clause[]): Slice =>
    documentOf(clauses).slice(0, documentOf(clauses).content.size);
  const ids = ({ content }: Slice): readonly (ClauseId | null)[] => content.content.map(idOf);
  const clipboard = () => {
    const plugin = ownCopies();
    const { transformCopied, transformPasted } = plugin.props;
    const nowhere = null as never;
    return {
      copy: (given: Slice) => transformCopied?.call(plugin, given, nowhere) ?? assert.fail(),
      paste: (given: Slice) => transformPasted?.call(plugin, given, nowhere, false) ?? assert.fail(),
    };
  };

  it('is never a clause that the clipboard names, whatever that is called here', () => {
    const { copy, paste } = clipboard();
    assert.deepEqual(ids(paste(slice(clause('keep', 'Gives it away;')))), [null]);
    copy(slice(clause('keep', 'Keeps it free;'), clause('ask', 'Asks for care.')));
    assert.deepEqual(ids(paste(slice(clause('keep', 'Gives it away;'), clause('know', 'Knows nothing.')))), [
      null,
      null,
    ]);
  });

  it('is the same clause where it is what was cut here last, and nothing else was since', () => {
    const { copy, paste } = clipboard();
    const cut = slice(clause('keep', 'Keeps *it* free;'), clause('ask', 'Asks^[for a note].', 'point', 2));
    copy(cut);
    assert.deepEqual(ids(paste(cut)), ['keep', 'ask']);
    copy(slice(clause('ask', 'Asks^[for a note].', 'point', 2)));
    assert.deepEqual(ids(paste(cut)), [null, 'ask']);
  });
});
