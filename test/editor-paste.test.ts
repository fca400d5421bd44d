import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PastedBlock, clausesIn } from '../src/web/islands/editor/pasted.ts';

/** Pasted blocks as clauses; test/editor.test.ts pastes the real thing into a browser. */

const block = (kind: PastedBlock['kind'], text: string, more: Partial<PastedBlock> = {}): PastedBlock => ({
  kind,
  depth: 1,
  mark: 'bullet',
  content: [{ kind: 'words', text, emphasis: false, link: null }],
  ...more,
});

const p = (text: string): PastedBlock => block('paragraph', text);
const item = (mark: string, depth: number, text = 'x'): PastedBlock => block('item', text, { mark, depth });

const shown = (blocks: readonly PastedBlock[]): readonly string[] =>
  clausesIn(blocks).map(({ kind, level, words }) => `${kind}${level ?? ''}: ${words}`);

describe('pasted blocks', () => {
  it('are a resolution: a heading, a preamble, clauses and their points', () => {
    assert.deepEqual(
      shown([
        block('heading', 'On springs'),
        p('Recalling the charter,'),
        item('1.', 1, 'Asks for care:'),
        item('(a)', 2, 'by day;'),
        item('(i)', 3, 'at noon;'),
        item('(b)', 2, 'by night;'),
        item('2.', 1, 'Ends.'),
      ]),
      [
        'heading: On springs',
        'preambular: Recalling the charter,',
        'operative: Asks for care:',
        'point1: by day;',
        'point2: at noon;',
        'point1: by night;',
        'operative: Ends.',
      ],
    );
  });

  it('have numbers that were typed by hand', () => {
    assert.deepEqual(shown([p('1. One;'), p('(a) first;'), p('(i) deep;'), p('(b) second;'), p('2) Two.')]), [
      'operative: One;',
      'point1: first;',
      'point2: deep;',
      'point1: second;',
      'operative: Two.',
    ]);
    assert.deepEqual(shown([p('(a) piece of a sentence')]), ['paragraph: (a) piece of a sentence']);
  });

  it('are lists as browsers number them', () => {
    assert.deepEqual(shown([item('number', 1), item('bullet', 2), item('bullet', 3), item('number', 1)]), [
      'operative: x',
      'point1: x',
      'point2: x',
      'operative: x',
    ]);
    assert.deepEqual(shown([item('bullet', 1), item('·', 1), item('o', 2), item('bullet', 1)]), [
      'point1: x',
      'point1: x',
      'point2: x',
      'point1: x',
    ]);
    assert.deepEqual(shown([item('(a)', 1), item('(a)', 1)]), ['point1: x', 'point1: x']);
  });

  it('have sections by number', () => {
    assert.deepEqual(shown([item('Article 1', 1), item('1.1', 2), item('1.1.1', 3), item('1.2.', 2)]), [
      'operative: x',
      'point1: x',
      'point2: x',
      'point1: x',
    ]);
  });

  it('never go deeper than four levels, and are not there without words', () => {
    assert.deepEqual(shown([1, 2, 3, 4, 5, 6].map((depth) => item('bullet', depth))).at(-1), 'point4: x');
    assert.deepEqual(shown([p('  '), p('\n')]), []);
  });
});
