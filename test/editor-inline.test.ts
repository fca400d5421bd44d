import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { type Inline, inlineOf, isLinkAddress, writeInline } from '../src/web/islands/editor/inline.ts';

const words = (text: string, more: Partial<Extract<Inline, { kind: 'words' }>> = {}): Inline => ({
  kind: 'words',
  text,
  emphasis: false,
  link: null,
  ...more,
});

describe('inlineOf', () => {
  it('reads emphasis, links and footnotes', () => {
    assert.deepEqual(inlineOf('The *treaty* as [published](https://example.org/a?b=c),^[In French.] is'), [
      words('The '),
      words('treaty', { emphasis: true }),
      words(' as '),
      words('published', { link: 'https://example.org/a?b=c' }),
      words(','),
      { kind: 'footnote', words: 'In French.' },
      words(' is'),
    ]);
  });

  it('reads emphasis around a link and a footnote', () => {
    assert.deepEqual(inlineOf('*see [it](mailto:a@b.c) now^[n]*'), [
      words('see ', { emphasis: true }),
      words('it', { emphasis: true, link: 'mailto:a@b.c' }),
      words(' now', { emphasis: true }),
      { kind: 'footnote', words: '*n*' },
    ]);
  });

  it('leaves brackets alone that are no marks', () => {
    for (const text of ['[shall] (should)', '[a](data:text/html,x)', '[a](//x)', 'a^[', '^[a\nb]'])
      assert.deepEqual(inlineOf(text), [words(text)], text);
  });
});

describe('writeInline', () => {
  it('writes what was read', () => {
    for (const text of [
      '*A* [b](https://c.d)^[e] f',
      '*see [it](mailto:a@b.c) now* and *so*^[*n* m]',
      'one\ntwo *three* four',
      'a*b*c',
    ])
      assert.equal(writeInline(inlineOf(text)), text);
  });

  it('keeps space out of emphasis, emphasis within its line, and brackets out of notes', () => {
    assert.equal(writeInline([words('a '), words(' b ', { emphasis: true }), words('c')]), 'a  *b* c');
    assert.equal(writeInline([words('a\nb', { emphasis: true })]), '*a*\n*b*');
    assert.equal(writeInline([{ kind: 'footnote', words: 'see [2]\nthere' }]), '^[see (2) there]');
    assert.equal(writeInline([words('x', { link: 'data:text/html,x' })]), 'x');
  });

  it('means the same when it is read again, whatever words are emphasised, linked or noted', () => {
    const label = fc.stringMatching(/^[a-zéψ]{1,5}( [a-z]{1,3})?$/u);
    const piece: fc.Arbitrary<Inline> = fc.oneof(
      fc.record({
        kind: fc.constant('words' as const),
        text: label.map((text) => ` ${text}.`),
        emphasis: fc.boolean(),
        link: fc.constant(null),
      }),
      fc.record({
        kind: fc.constant('words' as const),
        text: label,
        emphasis: fc.boolean(),
        link: fc.constant('https://a.b/c'),
      }),
      fc.record({ kind: fc.constant('footnote' as const), words: label }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = writeInline(pieces);
        assert.equal(writeInline(inlineOf(text)), text);
        const bare = (all: readonly Inline[]) =>
          all.map((one) => (one.kind === 'footnote' ? `^${one.words}` : one.text)).join('');
        assert.equal(bare(inlineOf(text)), bare(pieces));
      }),
    );
  });
});

it('a link leads to the web or to mail', () => {
  assert.ok(isLinkAddress('https://a.b/c') && isLinkAddress('mailto:x@y.z'));
  for (const address of ['data:x', 'https://a b', 'https://a)b', 'ftp://x', '']) assert.ok(!isLinkAddress(address));
});
