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
import { writeXliff1 } from './write-1.ts';
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
      title: 'Ποτάμια',
      clauses: [{ clause: 'o1', words: 'Θέλουμε *ειρήνη*.' }],
      left: [{ clause: 'title', why: 'unfinished' }],
      strangers: 0,
    });
  });

  test('holds them as 1.2 has them, for tools that read no later one', () => {
    const given = text([
      clause(
        'o1',
        WORDS,
        'Θέλουμε *ειρήνη*, [εδώ](https://b.example) και [εκεί](https://c.example)^[και *ψωμί*].',
        'reviewed',
      ),
      clause('o2', 'Two.', null),
      { ...clause('o3', 'Three.', 'Τρία.'), outdated: true },
    ]);
    const written = writeXliff1(given);
    assert.equal(
      fromUtf8(written)?.split('\n').slice(1).join('\n'),
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="text" datatype="plaintext" source-language="en" target-language="el"><body>' +
        '<trans-unit id="title" approved="no" xml:space="preserve"><source>Rivers</source><target xml:lang="el" state="translated">Ποτάμια</target></trans-unit>' +
        '<trans-unit id="c-o1" approved="yes" xml:space="preserve"><source>We <g id="1" ctype="italic">need</g> <g id="2" ctype="link" equiv-text="https://example.org/?a=1&amp;b=2">peace</g>' +
        '<g id="3" ctype="x-isonomia-note">And <g id="4" ctype="italic">bread</g>.</g><x id="5" ctype="lb"/>and &lt; water.</source>' +
        '<target xml:lang="el" state="signed-off">Θέλουμε <g id="1" ctype="italic">ειρήνη</g>, <g id="2" ctype="link" equiv-text="https://b.example">εδώ</g> και ' +
        '<g id="6" ctype="link" equiv-text="https://c.example">εκεί</g><g id="3" ctype="x-isonomia-note">και <g id="4" ctype="italic">ψωμί</g></g>.</target></trans-unit>' +
        '<trans-unit id="c-o2" approved="no" xml:space="preserve"><source>Two.</source></trans-unit>' +
        '<trans-unit id="c-o3" approved="no" xml:space="preserve"><source>Three.</source><target xml:lang="el" state="needs-translation">Τρία.</target></trans-unit></body></file></xliff>',
    );
    assert.deepEqual(read(written, given), {
      title: 'Ποτάμια',
      clauses: [{ clause: 'o1', words: same(given.clauses[0]?.target ?? '') }],
      left: [
        { clause: 'o2', why: 'unfinished' },
        { clause: 'o3', why: 'unfinished' },
      ],
      strangers: 0,
    });
  });

  for (const [version, write] of [
    ['2.1', writeXliff],
    ['1.2', writeXliff1],
  ] as const)
    test(`brings back what it took, in whatever state it was left: ${version}`, () => {
      const states = fc.constantFrom<RenderedState>('initial', 'translated', 'reviewed', 'final');
      const rendered = fc.array(fc.tuple(proseArbitrary, states), { minLength: 14, maxLength: 14 });
      fc.assert(
        fc.property(lineArbitrary, clausesArbitrary, rendered, (title, clauses, targets) => {
          const given = text(
            clauses.map(({ id, words }, i) => clause(id, words, targets[i]?.[0] ?? null, targets[i]?.[1])),
            title,
          );
          const back = read(write(given), given);
          assert.deepEqual(
            back.clauses,
            given.clauses.flatMap(({ clause, words, target, state }) =>
              target === null || same(target) === '' || (state === 'initial' && same(target) === same(words))
                ? []
                : [{ clause, words: same(target) }],
            ),
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
    assert.deepEqual(back, {
      title: 'Ποτάμια',
      clauses: [],
      left: [
        { clause: 'o1', why: 'outdated' },
        { clause: 'o3', why: 'missing' },
      ],
      strangers: 1,
    });
  });

  test('may come back in other segments, with terms marked and codes taken apart', () => {
    const given = text([clause('o1', 'One. *Two* three.', null)]);
    const file = `<xliff xmlns="${XLIFF}" xmlns:m="urn:m" version="2.0" srcLang="en" trgLang="el"><file id="f"><group id="g"><m:x/><unit id="c-o1"><notes><note>!</note></notes>
      <segment state="final"><source>One.</source><target order="3">Ένα.</target></segment><ignorable><source> </source></ignorable>
      <segment state="reviewed"><source><sc id="1" type="fmt"/>Two<ec startRef="1"/> three.</source><target order="1"><mrk id="m" type="term"><sc id="1" type="fmt"/>Δύο</mrk><ec startRef="1"/> τρία.</target></segment></unit></group></file></xliff>`;
    assert.deepEqual(read(utf8(file), given).clauses, [{ clause: 'o1', words: '*Δύο* τρία. Ένα.' }]);
  });

  test('counts words that a tool has left at the beginning, and not what it or we have put there to be replaced', () => {
    const given = text([
      clause('o1', 'One.', null),
      clause('o2', 'Two.', null),
      { ...clause('o3', 'Three.', 'Τρία.'), outdated: true },
    ]);
    const file = (third: string): string =>
      (fromUtf8(writeXliff(given)) ?? '')
        .replace('<source>One.</source>', '<source> One.\n</source><target>Ένα.</target>')
        .replace('<source>Two.</source>', '<source>Two.</source><target>Two.</target>')
        .replace('<target>Τρία.</target>', third);
    const back = read(utf8(file('<target>Τρία.</target>')), given);
    assert.deepEqual(back.clauses, [{ clause: 'o1', words: 'Ένα.' }]);
    assert.deepEqual(back.left, [
      { clause: 'o2', why: 'unfinished' },
      { clause: 'o3', why: 'unfinished' },
    ]);
    assert.deepEqual(read(utf8(file('<target>Τρίτο.</target>')), given).clauses.at(-1), {
      clause: 'o3',
      words: 'Τρίτο.',
    });
    const confirmed = file('<target>Τρία.</target>').replace(/state="initial" subState="[^"]*"/u, 'state="translated"');
    assert.deepEqual(read(utf8(confirmed), given).clauses.at(-1), { clause: 'o3', words: 'Τρία.' });
    const partly = `<xliff xmlns="${XLIFF}" version="2.1" srcLang="en" trgLang="el"><file id="f"><unit id="c-o1">
      <segment><source>On</source><target>Έν</target></segment><segment><source>e.</source><target/></segment></unit></file></xliff>`;
    assert.equal(read(utf8(partly), given).left[0]?.why, 'unfinished');
  });

  test('may come back as 2.2', () => {
    const given = text([clause('o1', WORDS, 'Θέλουμε *ειρήνη*.')]);
    const file = (fromUtf8(writeXliff(given)) ?? '')
      .replace(XLIFF, 'urn:oasis:names:tc:xliff:document:2.2')
      .replace('version="2.1"', 'version="2.2"');
    assert.deepEqual(read(utf8(file), given).clauses, [{ clause: 'o1', words: 'Θέλουμε *ειρήνη*.' }]);
  });

  test('may come back as 1.2, its codes told by their ids', () => {
    const given = text([clause('o1', WORDS, null), clause('o2', 'Two *and* two.', null), clause('o3', 'Three.', null)]);
    const target =
      'Θέλουμε <bpt id="2">&lt;a&gt;</bpt><mrk mtype="seg" mid="0">ειρήνη</mrk><ept id="2">&lt;/a&gt;</ept>' +
      '<g id="3">Και <g id="4">ψωμί</g>.</g><x id="5"/>και <bx id="1" rid="a"/>νερό<ex id="6" rid="a"/>.';
    const source =
      'We <g id="1">need</g> <g id="2">peace</g><g id="3">And <g id="4">bread</g>.</g><x id="5"/>and &lt; water.';
    const file = (units: string, languages = 'source-language="en-GB" target-language="el-GR"'): string =>
      `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="text" datatype="plaintext" ${languages}><body><group>${units}</group></body></file></xliff>`;
    const back = read(
      utf8(
        file(
          '<trans-unit id="title"><source>Rivers</source><target state="new">Ποτάμια</target></trans-unit>' +
            `<trans-unit id="c-o1"><source>${source}</source><seg-source>x</seg-source><target>${target}</target><alt-trans><target>Άλλο.</target></alt-trans></trans-unit>` +
            '<trans-unit id="c-o2"><source>Two <g id="1">and</g> two.</source><target state="needs-translation">Two <g id="1">and</g> two.</target></trans-unit>' +
            '<trans-unit id="c-o3"><source>Three.</source><target state="final">Τρία <g id="7" ctype="bold">όλα</g>.</target></trans-unit>' +
            '<trans-unit id="c-o3"><source>Three.</source><target>Άλλα.</target></trans-unit>',
        ),
      ),
      given,
    );
    assert.deepEqual(back, {
      title: 'Ποτάμια',
      clauses: [
        {
          clause: 'o1',
          words: 'Θέλουμε [ειρήνη](https://example.org/?a=1&b=2)^[Και *ψωμί*.]\nκαι *νερό*.',
        },
        { clause: 'o3', words: 'Τρία *όλα*.' },
      ],
      left: [{ clause: 'o2', why: 'unfinished' }],
      strangers: 1,
    });
    for (const languages of ['source-language="fr" target-language="el"', 'source-language="en" target-language="es"'])
      assert.deepEqual(readXliff(utf8(file('', languages)), given), { ok: false, error: { kind: 'other-languages' } });
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
    assert.equal(kind(file('version="2.1" srcLang="en" trgLang="es"')), 'other-languages');
    assert.equal(kind(file('version="1.2" srcLang="en" trgLang="el"')), 'unknown-format');
    assert.equal(kind(file('version="2.3" srcLang="en" trgLang="el"')), 'unknown-format');
    assert.equal(kind('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>'), 'other-languages');
    assert.equal(kind('<xliff version="1.2"/>'), 'unknown-format');
    const one = (target: string): string =>
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en"><trans-unit id="c-o1"><source>One.</source><target>${target}</target></trans-unit></file></xliff>`;
    assert.equal(kind(one('<bx id="1"/>'.repeat(100_000))), 'hostile');
    assert.equal(kind(one('<ex id="1"/>'.repeat(100_000))), 'read');
    assert.equal(kind('<!DOCTYPE xliff><xliff/>'), 'hostile');
    assert.equal(kind('<xliff>'), 'damaged');
    assert.equal(kind(' '.repeat(5_000_000)), 'too-large');
  });
});
