import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../markup/html.ts';
import { ledInPage, ledInStyle } from './links.ts';

const away = (address: string): string => `to${address}`;

test('links of the site lead elsewhere, with their fragment; others stay', () => {
  assert.equal(ledInPage('<a class="x" href="/a?b=1&amp;c=2#d">', away), '<a class="x" href="to/a?b=1&amp;c=2#d">');
  assert.equal(ledInPage('<img src="/a.png">', away), '<img src="to/a.png">');
  for (const same of [
    '<a href="#d">',
    '<a href="https://other.example/a">',
    '<a href="//other.example/a">',
    '<a href="mailto:a@b.example">',
  ])
    assert.equal(ledInPage(same, away), same);
});

test('what anybody wrote is no link, whatever it looks like', () => {
  const words = '" href="/a" x=" <a href="/a">';
  const page = html`<p title="${words}">${words}</p>`.toString();
  assert.equal(ledInPage(page, away), page);
});

test('a style sheet’s files are led likewise', () => {
  assert.equal(ledInStyle(`src:url(/f.woff2) format('woff2')`, away), `src:url("to/f.woff2") format('woff2')`);
  assert.equal(ledInStyle(`src:url("data:font/woff2;base64,AA")`, away), `src:url("data:font/woff2;base64,AA")`);
});
