import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { fromUtf8, utf8 } from '../../base/bytes.ts';
import type { ClauseId, Language } from '../../base/ids.ts';
import type { Bilingual, RenderedState } from '../../conference/documents.ts';
import { clausesArbitrary, lineArbitrary, proseArbitrary } from '../../text/arbitrary.test.ts';
import { piecesOf, wordsOf } from '../words.ts';
import { descendants, readXml } from '../xml.ts';
import { readXliff } from './read.ts';
import { XLIFF, writeXliff } from './write.ts';

const EN = 'en' as Language;
const EL = 'el' as Language;

const clause = (id: string, words: string, target: string | null, state: RenderedState = 'translated') => ({
  clause: id as ClauseId,
  words,
  target,
  state,
  outdated: false,
});

const text = (clauses: Bilingual['clauses'], title = 'Rivers'): Bilingual => ({
  source: EN,
  target: EL,
  title: { words: title, target: 'Ποτάμια', state: 'translated', outdated: false },
  clauses,
});

const read = (file: ReturnType<typeof utf8>, given: Bilingual) => {
  const result = readXliff(file, given);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

const WORDS = 'We *need* [peace](https://example.org/?a=1&b=2)^[And *bread*.]\nand < water.';

const same = (words: string): string => wordsOf(piecesOf(words));

suite('XLIFF', () => {
  test('holds a text and its rendering as the core of 2.1 has them', () => {
    const given = text([clause('o1', WORDS, 'Θέλουμε *ειρήνη*.'), clause('title', 'Two.', null)]);
    const written = writeXliff(given);
    assert.equal(
      fromUtf8(written)?.split('\n').slice(1).join('\n'),
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="el" xml:space="preserve"><file id="text">' +
        '<unit id="title" canResegment="no"><segment state="translated"><source>Rivers</source><target>Ποτάμια</target></segment></unit>' +
        '<unit id="c-o1" canResegment="no"><originalData><data id="d1">https://example.org/?a=1&amp;b=2</data></originalData><segment state="translated">' +
        '<source>We <pc id="1" type="fmt" subType="xlf:i">need</pc> <pc id="2" type="link" dataRefStart="d1">peace</pc>' +
        '<pc id="3" type="other" subType="isonomia:note">And <pc id="4" type="fmt" subType="xlf:i">bread</pc>.</pc>' +
        '<ph id="5" type="fmt" subType="xlf:lb"/>and &lt; water.</source>' +
        '<target>Θέλουμε <pc id="1" type="fmt" subType="xlf:i">ειρήνη</pc>.</target></segment></unit>' +
        '<unit id="c-title" canResegment="no"><segment state="initial"><source>Two.</source></segment></unit></file></xliff>',
    );
    assert.deepEqual(read(written, given), {
      target: EL,
      title: 'Ποτάμια',
      clauses: [{ clause: 'o1', words: 'Θέλουμε *ειρήνη*.', state: 'translated', outdated: false }],
      strangers: 0,
    });
  });

  test('brings back what it took, with the states', () => {
    const states = fc.constantFrom<RenderedState>('initial', 'translated', 'reviewed', 'final');
    const rendered = fc.array(fc.tuple(proseArbitrary, states), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(lineArbitrary, clausesArbitrary, rendered, (title, clauses, targets) => {
        const given = text(
          clauses.map(({ id, words }, i) => clause(id, words, targets[i]?.[0] ?? null, targets[i]?.[1])),
          title,
        );
        const back = read(writeXliff(given), given);
        assert.deepEqual(
          back.clauses,
          given.clauses.map(({ clause, target, state }) => ({
            clause,
            words: same(target ?? ''),
            state,
            outdated: false,
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('gives every code of a segment an id of its own', () => {
    const target = '[a](https://a.example)[b](https://b.example) *c* *d*\n*e*';
    const root = readXml(writeXliff(text([clause('o1', WORDS, target)])), { [XLIFF]: 'x' });
    for (const side of ['x:source', 'x:target'])
      for (const content of descendants(root, side)) {
        const ids = ['x:pc', 'x:ph'].flatMap((name) =>
          descendants(content, name).map(({ attributes }) => attributes.get('id')),
        );
        assert.equal(new Set(ids).size, ids.length);
      }
  });

  test('says what was rendered before the original changed', () => {
    const old = text([clause('o1', 'One.', 'Ένα.'), clause('o2', 'Two.', 'Δύο.')]);
    const now = text([clause('o1', 'One and all.', null), clause('o3', 'Three.', null)]);
    const back = read(writeXliff(old), now);
    assert.deepEqual(back.clauses, [{ clause: 'o1', words: 'Ένα.', state: 'translated', outdated: true }]);
    assert.equal(back.strangers, 1);
  });

  test('may come back in other segments, with terms marked and codes taken apart', () => {
    const given = text([clause('o1', 'One. *Two* three.', null)]);
    const file = `<xliff xmlns="${XLIFF}" xmlns:m="urn:m" version="2.0" srcLang="en" trgLang="el"><file id="f"><group id="g"><m:x/><unit id="c-o1"><notes><note>!</note></notes>
      <segment state="final"><source>One.</source><target order="3">Ένα.</target></segment><ignorable><source> </source></ignorable>
      <segment state="reviewed"><source><sc id="1" type="fmt"/>Two<ec startRef="1"/> three.</source><target order="1"><mrk id="m" type="term"><sc id="1" type="fmt"/>Δύο</mrk><ec startRef="1"/> τρία.</target></segment></unit></group></file></xliff>`;
    assert.deepEqual(read(utf8(file), given).clauses, [
      { clause: 'o1', words: '*Δύο* τρία. Ένα.', state: 'reviewed', outdated: false },
    ]);
  });

  test('is refused in other languages, of another version, broken or hostile', () => {
    const given = text([clause('o1', 'One.', 'Ένα.')]);
    const kind = (file: string): string => {
      const result = readXliff(utf8(file), given);
      return result.ok ? 'read' : result.error.kind;
    };
    const file = (head: string) => `<xliff xmlns="${XLIFF}" ${head}><file id="f"/></xliff>`;
    assert.equal(kind(file('version="2.1" srcLang="en" trgLang="el"')), 'read');
    assert.equal(kind(file('version="2.1" srcLang="fr" trgLang="el"')), 'other-languages');
    assert.equal(kind(file('version="2.1" srcLang="en"')), 'other-languages');
    assert.equal(kind(file('version="1.2" srcLang="en" trgLang="el"')), 'unknown-format');
    assert.equal(kind('<xliff version="1.2"/>'), 'unknown-format');
    assert.equal(kind('<!DOCTYPE xliff><xliff/>'), 'hostile');
    assert.equal(kind('<xliff>'), 'damaged');
    assert.equal(kind(' '.repeat(5_000_000)), 'too-large');
  });
});
