import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Html, html, keptHtml } from './html.ts';

const shown = (made: Html): string => made.toString();

describe('The html tag', () => {
  it('escapes the words that come in, between elements and within attributes', () => {
    const words = `<b title="x">Tom's & Ann's</b>`;
    const safe = '&lt;b title=&quot;x&quot;&gt;Tom&#39;s &amp; Ann&#39;s&lt;/b&gt;';
    assert.equal(shown(html`<p lang="${words}">${words}</p>`), `<p lang="${safe}">${safe}</p>`);
  });

  it('leaves what a template made, once or again', () => {
    const inner = html`<b>${'&'}</b>`;
    assert.equal(shown(html`<p>${inner}${html`${inner}`}</p>`), '<p><b>&amp;</b><b>&amp;</b></p>');
    assert.equal(shown(html`<p>${keptHtml(shown(inner))}</p>`), '<p><b>&amp;</b></p>');
  });

  it('takes lists within lists, and numbers', () => {
    assert.equal(shown(html`${['<', [1, [html`<br />`, []]], 2.5]}`), '&lt;1<br />2.5');
  });

  it('shows nothing for what is not there', () => {
    assert.equal(shown(html`<p>${false}${null}${undefined}${''}</p>`), '<p></p>');
    assert.equal(shown(html`${0}`), '0');
  });

  it('brings every words through as they are, and none of them as markup', () => {
    const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', '#39': "'", lt: '<', gt: '>' };
    fc.assert(
      fc.property(fc.string(), (words) => {
        const markup = shown(html`${words}`);
        assert.doesNotMatch(markup, /["'<>]/u);
        assert.equal(
          markup.replaceAll(/&(#?\w+);/gu, (_, name: string) => ENTITIES[name] ?? ''),
          words,
        );
      }),
    );
  });

  it('takes nothing else for markup, whatever it says of itself', () => {
    const claims: readonly unknown[] = [
      { isEscaped: true, toString: () => '<b>' },
      Object.assign('<b>', { isEscaped: true }),
      { toString: () => '<b>' },
    ];
    for (const claim of claims) {
      let markup = '';
      try {
        markup = shown(html`${claim as Html}`);
      } catch (fault) {
        assert.ok(fault instanceof TypeError);
      }
      assert.doesNotMatch(markup, /<b>/u);
    }
  });
});
