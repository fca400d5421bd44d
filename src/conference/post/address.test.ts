import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldedAddress, parseMailAddress } from './address.ts';

describe('mail addresses', () => {
  it('takes what people have, and brings the domain into the form of the wire', () => {
    assert.equal(parseMailAddress(' anna.k+isonomia@Example.ORG '), 'anna.k+isonomia@example.org');
    assert.equal(parseMailAddress('γραφείο@δίκτυο.gr'), null);
    assert.equal(parseMailAddress('grafeio@δίκτυο.gr'), 'grafeio@xn--kxajtuyg.gr');
    assert.equal(parseMailAddress("o'neill@localhost"), "o'neill@localhost");
  });

  it('takes nothing that would say more in a header or a command', () => {
    const wrong = ['', 'anna', '@example.org', 'anna@', 'a..b@example.org', '.a@example.org', 'a b@example.org'];
    const hostile = [
      'a@b\r\nBcc: x@y',
      'a@example.org>\r\nRSET',
      '"a b"@example.org',
      'a@b@example.org',
      'a@-b.org',
      'a,b@c.org',
    ];
    const urls = [
      'a@example.org/x',
      'a@example.org:25',
      'a@example.org?x',
      'a@example.org#x',
      'a@%65xample.org',
      'a@[127.0.0.1]',
    ];
    const long = [`${'a'.repeat(65)}@example.org`, `a@${'b'.repeat(64)}.org`, `a@${'b.'.repeat(130)}org`];
    for (const text of [...wrong, ...hostile, ...urls, ...long]) assert.equal(parseMailAddress(text), null, text);
  });

  it('answers what it would answer again', () => {
    const texts = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `a@${text}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const address = parseMailAddress(text);
        if (address === null) return;
        assert.match(address, /^[\x21-\x7e]+$/u);
        assert.doesNotMatch(address, /[<>(),;:\\"[\]]/u);
        assert.equal(parseMailAddress(address), address);
        assert.equal(foldedAddress(address.toUpperCase()), foldedAddress(address));
      }),
    );
  });
});
