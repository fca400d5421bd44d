import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leadsOnline, leadsTo } from './address.ts';

const NOWHERE = [
  'https://isonomia.example@evil.example/',
  'https://isonomia.example:pass@evil.example',
  'https://isonomia.example:80@evil.example',
  'https://isonomia.example\\@evil.example/',
  'https:\\\\evil.example',
  'https:///evil.example',
  'https:evil.example',
  '//evil.example',
  'https://ехаmple.org/',
  'https://example。org/',
  'https://ex%61mple.org/',
  'https://exam\u202eple.org/',
  'https://example.org./',
  'https://-example.org/',
  'https://3232235777/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://',
  `https://${'a.'.repeat(127)}toolong`,
  'ftp://example.org',
  'data:text/html,x',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example?bcc=c@d.example',
  'mailto:a%40b.example@d.example',
  'mailto:b.example',
];

test('an address that reads otherwise than it leads, leads nowhere', () => {
  for (const address of NOWHERE) assert.equal(leadsTo(address), null, address);
});

test('where an address leads is its host, punycode as punycode', () => {
  const known = [
    ['https://Example.org', 'example.org'],
    ['http://example.org:8080/a?b@c#d@e', 'example.org:8080'],
    ['https://xn--80ak6aa92e.com/apple', 'xn--80ak6aa92e.com'],
    ['https://127.0.0.1/', '127.0.0.1'],
    ['http://localhost:3000/x', 'localhost:3000'],
    ['https://isonomia.example.evil.example/isonomia.example', 'isonomia.example.evil.example'],
    ['mailto:post@example.org', 'post@example.org'],
  ] as const;
  for (const [address, host] of known) assert.equal(leadsTo(address), host, address);
});

test('it is what a browser makes of the address, whatever stands there', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    '@',
    ':',
    '/',
    '\\',
    '?',
    '#',
    '.',
    '%',
    'a',
    'xn--',
    '80',
    'é',
    '\t',
    '[',
    ']',
    'org',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const address = pieces.join('');
      const host = leadsTo(address);
      const parsed = host === null ? null : URL.parse(address);
      // A name that begins as punycode and is none is refused by the browser, too.
      if (parsed === null) return;
      assert.equal(parsed.username + parsed.password, '');
      assert.equal(parsed.hostname, host?.replace(/:\d+$/u, ''));
    }),
  );
});

test('words for a place hold no way to join it', () => {
  for (const words of [
    'https://meet.example/abc',
    'Ohrid, or meet.example/abc-def',
    'zoom.us:443/j/123',
    'Online: WWW.meet.example',
    'sip:room@meet.example',
    'συνάντηση.gr/αίθουσα',
  ])
    assert.ok(leadsOnline(words), words);
  for (const words of [
    'Ohrid',
    'Str. Unirii 4, Cluj',
    'Str.Unirii 4/2',
    'Bld. 3 / 4, St. Gallen',
    'By telephone',
    'Hall A/B',
    'Αθήνα, Πατησίων 7',
  ])
    assert.ok(!leadsOnline(words), words);
});
