import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Json } from '../base/json.ts';
import { readAct } from './read.ts';
import { printed, profile } from './spec/names.ts';
import { START, fakeHash, fakeKey } from './spec/world.ts';

const head = {
  v: 1,
  kind: 'text.cosponsor',
  conference: 'AAAAAAAAAAAAAAAAAAAAAA',
  made: START,
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  by: { organisation: 'ada', delegate: 1 },
  body: { text: 1 },
};

const fault = (change: object): readonly [string, string] => {
  const result = readAct({ ...head, ...change });
  assert.ok(!result.ok, 'It was read');
  return [result.error.field, result.error.why];
};

const application = (change: object) =>
  fault({
    kind: 'participation.apply',
    body: {
      ...profile('nova'),
      charter: fakeHash('c'),
      letter: fakeHash('l'),
      delegate: null,
      key: fakeKey('nova'),
      use: 'ssh',
      ...change,
    },
  });

suite('an act', () => {
  test('is read when every field is sound', () => {
    assert.deepEqual(readAct(head as Json), { ok: true, value: head });
  });

  test('is refused by the field at fault', () => {
    assert.deepEqual(fault({ v: 2 }), ['/v', 'invalid_value']);
    assert.deepEqual(fault({ kind: 'text.burn' }), ['/kind', 'unknown']);
    assert.deepEqual(fault({ kind: 'constructor' }), ['/kind', 'unknown']);
    assert.deepEqual(fault({ conference: 'x' }), ['/conference', 'invalid_union']);
    assert.deepEqual(fault({ nonce: 'AAAA' }), ['/nonce', 'invalid_format']);
    assert.deepEqual(fault({ made: -1 }), ['/made', 'too_small']);
    assert.deepEqual(fault({ by: { organisation: 'Ada', delegate: 1 } }), ['/by/organisation', 'not-a-short-name']);
    assert.deepEqual(fault({ more: 1 }), ['/more', 'unrecognized_keys']);
    assert.deepEqual(fault({ body: { text: 0 } }), ['/body/text', 'too_small']);
    assert.deepEqual(fault({ body: { text: 1, 'a/b~': 1 } }), ['/body/a~1b~0', 'unrecognized_keys']);
    assert.deepEqual(fault({ body: null }), ['/body', 'invalid_type']);
  });

  test('is no act at all', () => {
    for (const json of [null, 1, 'act', [], {}]) assert.equal(readAct(json as Json).ok, false);
  });

  test('holds no names that hide or pose as others', () => {
    assert.deepEqual(application({ printed: printed('Al\u202epha') }), ['/body/printed/0/name', 'hidden-characters']);
    assert.deepEqual(application({ printed: printed(' Alpha') }), ['/body/printed/0/name', 'outer-space']);
    assert.deepEqual(application({ website: 'data:text/html,x' }), ['/body/website', 'not-an-address']);
    assert.deepEqual(application({ website: 'https://www.reki\u202e.example' }), ['/body/website', 'not-an-address']);
    assert.deepEqual(application({ website: 'https://\u0430lpha.example' }), ['/body/website', 'not-an-address']);
  });
});
