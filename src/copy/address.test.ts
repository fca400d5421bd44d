import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Slug } from '../base/ids.ts';
import { isCopyName } from '../record/copy.ts';
import { fileOf, leading } from './address.ts';

const slug = 'rivers' as Slug;
const file = (address: string, language = 'en'): string | null => fileOf(address, slug, language);

test('an address becomes the same file in every copy', () => {
  assert.equal(file('/rivers'), 'en/index.html');
  assert.equal(file('/rivers', 'el'), 'el/index.html');
  assert.equal(file('/rivers?lang=el'), 'el/index.html');
  assert.equal(file('/'), 'en/index.html');
  assert.equal(file('/rivers/decisions'), 'en/decisions.html');
  assert.equal(file('/rivers/decisions/3'), 'en/decisions/3.html');
  assert.equal(file('/rivers/decisions/3.docx'), 'en/decisions/3.docx');
  assert.equal(file('/rivers/decisions/3/running.css'), 'en/decisions/3/running.css');
  assert.equal(file('/rivers/decisions?at=268&lang=el'), 'el/decisions@at-268.html');
  assert.equal(file('/rivers/data/statements.csv?part=2'), 'en/data/statements@part-2.csv');
  assert.equal(file('/rivers/decisions/3.docx?at=268&lang=el'), 'el/decisions/3@at-268.docx');
  assert.equal(file('/assets/fonts/serif.woff2'), 'assets/fonts/serif.woff2');
  assert.equal(file('/api/conferences/rivers/texts/3/bundle', 'el'), 'proofs/texts-3.tar');
  assert.equal(file('/verify', 'el'), 'el/verify.html');
});

test('what needs a server, or is not of the conference, is in no copy', () => {
  for (const address of [
    '/other',
    '/rivers/sign-in',
    '/rivers/do/text.submit',
    '/rivers/record',
    '/rivers/record/1',
    '/rivers/search?q=a',
    '/found',
  ])
    assert.equal(file(address), null, address);
  assert.equal(file('/riversides'), null);
  assert.equal(file('/api/conferences/rivers/texts'), null);
  assert.equal(file('/api/conferences/other/texts/3/bundle'), null);
});

test('no address climbs out of the folder, and none is hidden in it', () => {
  for (const path of [
    '../../etc/passwd',
    '..%2f..%2fetc',
    '%2e%2e/%2e%2e/x',
    '.htaccess',
    '-rf',
    'a\\b',
    'a%00b',
    'ό',
    '%',
  ])
    for (const place of [`/rivers/${path}`, `/rivers/decisions?at=${path}`, `/assets/${path}`]) {
      const name = file(place);
      assert.ok(name === null || isCopyName(name), `${place} → ${name}`);
    }
  assert.equal(file('/rivers/.htaccess'), 'en/_2ehtaccess.html');
});

test('any two addresses of one page are one file, and of two pages two', () => {
  const segment = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/^\.{1,2}$/u.test(text));
  fc.assert(
    fc.property(segment, segment, (a, b) => {
      const [one, other] = [a, b].map((text) => file(`/rivers/participants/${encodeURIComponent(text)}`));
      assert.ok(typeof one === 'string' && isCopyName(one));
      assert.equal(one === other, a === b, `${a} ${b} ${one}`);
    }),
  );
});

test('a link leads from one file to another', () => {
  assert.equal(leading('index.html', 'en/index.html'), 'en/index.html');
  assert.equal(leading('en/index.html', 'en/decisions/3.html'), 'decisions/3.html');
  assert.equal(leading('en/decisions/3.html', 'en/decisions/3.docx'), '3.docx');
  assert.equal(leading('en/decisions/3.html', 'en/index.html'), '../index.html');
  assert.equal(leading('en/decisions/3.html', 'el/decisions/3.html'), '../../el/decisions/3.html');
  const name = fc.array(fc.stringMatching(/^[a-z0-9]{1,4}$/u), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [from, to] = [a.join('/'), b.join('/')];
      assert.equal(new URL(leading(from, to), `http://copy/${from}`).pathname, `/${to}`);
    }),
  );
});
