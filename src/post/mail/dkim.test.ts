import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relaxedBody, relaxedField } from './dkim.ts';

describe('relaxed canonicalisation', () => {
  // RFC 6376, section 3.4.5.
  it('of the RFC’s example', () => {
    assert.equal(relaxedField({ name: 'A', line: 'A: X' }), 'a:X');
    assert.equal(relaxedField({ name: 'B ', line: 'B : Y\t\r\n\tZ  ' }).replace(' :', ':'), 'b:Y Z');
    assert.equal(relaxedBody(' C \r\nD \t E\r\n\r\n\r\n'), ' C\r\nD E\r\n');
  });

  it('of bodies that are nothing, or do not end their last line', () => {
    assert.equal(relaxedBody(''), '');
    assert.equal(relaxedBody('\r\n \r\n\r\n'), '');
    assert.equal(relaxedBody('a'), 'a\r\n');
    assert.equal(relaxedBody('a\r\n\r\n\t'), 'a\r\n');
  });

  it('of a million empty lines', () => {
    const empty = '\r\n'.repeat(1_000_000);
    assert.equal(relaxedBody(`a${empty}b${empty}`).length, 2_000_004);
  });
});
