import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { utf8 } from '../base/bytes.ts';
import { Unreadable } from './fault.ts';
import { attribute, child, descendants, readXml, textOf } from './xml.ts';

const kindOf = (text: string | Uint8Array): string => {
  try {
    readXml(typeof text === 'string' ? utf8(text) : text, {});
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.fault.kind;
    throw fault;
  }
  return 'read';
};

suite('XML from a stranger', () => {
  test('is read with the names that its namespaces have here', () => {
    const root = readXml(
      utf8('<?xml version="1.0"?><x:a xmlns:x="urn:one" xmlns="urn:two" x:k="&lt;v&#233;"><b/>t<![CDATA[<]]></x:a>'),
      { 'urn:one': 'one' },
    );
    assert.equal(root.name, 'one:a');
    assert.equal(attribute(root, 'one:k'), '<vé');
    assert.equal(child(root, 'b')?.name, 'b');
    assert.equal(textOf(root), 't<');
    assert.equal(descendants(root, 'b').length, 1);
  });

  test('brings no document type and so no entities', () => {
    assert.equal(kindOf('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'), 'hostile');
    const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
    assert.equal(kindOf(laughs), 'hostile');
    assert.equal(kindOf('<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>'), 'hostile');
    assert.equal(kindOf('<a>&e;</a>'), 'damaged');
  });

  test('is bounded in depth, number and length', () => {
    assert.equal(kindOf('<a>'.repeat(100_000)), 'hostile');
    assert.equal(kindOf(`<a>${'<b/>'.repeat(600_000)}</a>`), 'hostile');
    assert.equal(kindOf(`<a>${' '.repeat(17_000_000)}</a>`), 'hostile');
    const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ');
    assert.equal(kindOf(`<a ${attributes}/>`), 'read');
  });

  test('is refused where it is broken', () => {
    for (const text of ['', 'words', '<a>', '<a></b>', '<a b="1" b="2"/>', '<x:a/>', '<a/><b/>'])
      assert.equal(kindOf(text), 'damaged', text);
    assert.equal(kindOf(Uint8Array.of(0x3c, 0x61, 0xff, 0x2f, 0x3e)), 'damaged');
  });
});
