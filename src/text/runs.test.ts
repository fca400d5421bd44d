import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { proseArbitrary } from './arbitrary.test.ts';
import { type Run, plain, runsOf, spelledOut } from './runs.ts';

/** Emphasis in angle brackets, a link with its address in parentheses, a footnote in braces. */
const shown = (words: string): string => runsOf(words).map(shownRun).join('');

const shownRun = (run: Run): string => {
  if (run.kind === 'words') return run.emphasis ? `<${run.text}>` : run.text;
  const inside = run.words.map(shownRun).join('');
  return run.kind === 'note' ? `{${inside}}` : `${inside}(${run.href})`;
};

suite('emphasis', () => {
  test('stands between asterisks', () => {
    assert.equal(
      shown('*Recalling* the charter, and *noting with care* its aims'),
      '<Recalling> the charter, and <noting with care> its aims',
    );
    assert.equal(shown('**Calls** on *all*'), '<Calls> on <all>');
    assert.equal(shown('un*believ*able'), 'un<believ>able');
    assert.equal(shown('**a*'), '*<a>');
    assert.equal(plain('*Recalling* the charter'), 'Recalling the charter');
  });

  test('leaves asterisks that have no partner', () => {
    for (const words of ['5 * 3 * 2', '*', '**', '***', 'a*', '* a *', '* a*', '*a\nb*', 'note *) and note **)'])
      assert.equal(shown(words), words);
  });

  test('loses nothing but its marks', () => {
    fc.assert(
      fc.property(proseArbitrary, (words) => {
        assert.ok(spelledOut(words).every(({ text }) => text !== ''));
        if (/[[(]/u.test(words)) return;
        assert.equal(plain(words).replaceAll('*', ''), words.replaceAll('*', ''));
        assert.equal((words.length - plain(words).length) % 2, 0);
      }),
    );
  });
});

suite('links and footnotes', () => {
  test('stand in brackets', () => {
    assert.equal(
      shown('the [charter](https://example.org/c) and [us](mailto:a@b.example)'),
      'the charter(https://example.org/c) and us(mailto:a@b.example)',
    );
    assert.equal(shown('all rivers^[Annex 2.] and lakes'), 'all rivers{Annex 2.} and lakes');
    assert.equal(shown('[x](http://a.example/y_(z)?q=*#f).'), 'x(http://a.example/y_(z)?q=*#f).');
    assert.equal(shown('a^[see [b](https://c.example), d]'), 'a{see b(https://c.example), d}');
    assert.equal(shown('^[a]^[b][c](https://d.example)'), '{a}{b}c(https://d.example)');
    assert.equal(shown('^[x](https://a.example)'), '{x}(https://a.example)');
  });

  test('hold emphasis and stand in it, whole', () => {
    assert.equal(shown('*see [b](https://c.example) ^[d]*'), '<see ><b>(https://c.example)< >{<d>}');
    assert.equal(shown('[a *b* c](https://d.example)^[*e* f]'), 'a <b> c(https://d.example){<e> f}');
    assert.equal(shown('*a [b*](https://c.example)'), '*a b*(https://c.example)');
    assert.equal(shown('[a](https://b.example/*x) c*'), 'a(https://b.example/*x) c*');
  });

  test('are nothing but words where they do not close, lead elsewhere or are too long', () => {
    for (const words of [
      '[x]',
      '[a](javascript:alert)',
      '[a](data:text/html,x)',
      '[a](//b.example)',
      '[a](https://)',
      '[a](https://b.example',
      '[a](https://b example)',
      '[a](https://b.example/")',
      '[Sign in](https://isonomia.example@evil.example)',
      '[a](https://exаmple.org)',
      '[a](mailto:b@c.example?bcc=d@e.example)',
      '[a\nb](https://c.example)',
      '[](https://c.example)',
      '^[]',
      '^[a',
      '^[a\nb]',
      '^[a [b] c]',
      `[${'a'.repeat(501)}](https://b.example)`,
      `[a](https://${'b'.repeat(2000)})`,
    ])
      assert.equal(shown(words), words);
  });

  test('lose their marks in plain words, and spell out where they lead to be compared', () => {
    const words = '*See* [the *charter*](https://c.example)^[of [1991](https://d.example)].';
    assert.equal(plain(words), 'See the charter (of 1991).');
    assert.equal(
      spelledOut(words)
        .map(({ text }) => text)
        .join(''),
      'See the charter (https://c.example) (of 1991 (https://d.example)).',
    );
  });

  test('are found, like emphasis, in time proportional to the words', () => {
    const pieces = ['*', '*a', '**a', '* ', 'a* ', '[', '[a', '[a]', '^[', '^[a', '^[a]', '[a](', '[a](https://', '('];
    const started = process.cpuUsage();
    for (const piece of [
      ...pieces,
      '[a](https://b(',
      '^[[a](https://b)',
      '[a](https://b)',
      '^[a](https://b)',
      '*[a](https://b)*',
    ])
      for (const head of ['', '^[', '[a](https://b', '*']) runsOf(head + piece.repeat(4000));
    assert.ok(process.cpuUsage(started).user < 4000 * 1000);
  });
});
