import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import { messagesIn } from '../messages/index.ts';
import { emphasised, plainClauses } from './prose.ts';

const clause = (id: string, words: string): Clause => ({ id: id as ClauseId, kind: 'paragraph', words });

suite('the words of a clause, on a page', () => {
  test('link where they lead, and trust nobody', () => {
    assert.equal(
      String(emphasised('the [*charter*](https://a.example/?b&c)')),
      'the <a href="https://a.example/?b&amp;c" rel="nofollow noopener noreferrer"><em>charter</em></a> <span class="host">(<bdi>a.example</bdi>)</span>',
    );
    assert.match(
      String(emphasised('[isonomia.example](https://XN--80ak6aa92e.com)')),
      /isonomia\.example<\/a> <span class="host">\(<bdi>xn--80ak6aa92e\.com<\/bdi>\)/u,
    );
    for (const words of ['[a](https://isonomia.example@evil.example)', '[a](https://exаmple.org)'])
      assert.equal(String(emphasised(words)), words);
    assert.equal(String(emphasised('[a](javascript:alert)')), '[a](javascript:alert)');
    assert.equal(String(emphasised('[<b>](https://a.example/"onclick=x)')).includes('<b>'), false);
    assert.equal(String(emphasised('[<b>](https://a.example)')).includes('<b>'), false);
  });

  test('hold a footnote where it was put', () => {
    assert.match(String(emphasised('rivers^[Annex *2*.]')), /^rivers <span [^>]+>\(Annex <em>2<\/em>\.\)<\/span>$/u);
  });

  test('have their footnotes under them, numbered throughout, each leading to its place and back', () => {
    const shown = String(
      plainClauses({ t: messagesIn('en') }, [clause('a', 'One^[x] two^[y]'), clause('b', 'three^[z]')]),
    );
    for (const [own, other, number] of [
      ['m-a-0', 'n-a-0', 1],
      ['m-a-1', 'n-a-1', 2],
      ['m-b-0', 'n-b-0', 3],
    ] as const) {
      assert.ok(shown.includes(`<a id="${own}" href="#${other}">${number}</a>`), own);
      assert.match(shown, new RegExp(`id="${other}"[^>]*>\\s*<sup class="mark"><a href="#${own}">${number}</a>`, 'u'));
    }
  });
});
