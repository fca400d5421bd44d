import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countrySchema, languageSchema, organisationIdSchema, publicKeySchema } from './ids.ts';
import { mediaTypeOf, mediaTypeSchema } from './media-type.ts';
import { bytesSchema, line, prose, webAddress } from './schema.ts';

const takes = (text: string): boolean => line(40).safeParse(text).success;

test('a line is one line without anything hidden', () => {
  assert.ok(takes('Δίκτυο Ποταμών'));
  assert.ok(takes('می‌خواهم')); // The joiner is part of how Persian is spelt.
  assert.ok(!takes(''));
  assert.ok(!takes(' outer'));
  assert.ok(!takes('two\nlines'));
  assert.ok(!takes('x'.repeat(41)));
  for (const hidden of [
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u0000',
    '\u0085',
    '\t',
    '\u061c',
    '\u{e0041}',
    '\u2028',
  ]) {
    assert.ok(!takes(`a${hidden}b`), `U+${hidden.codePointAt(0)?.toString(16)}`);
  }
});

test('prose may have line feeds, and nothing else that moves the cursor', () => {
  assert.ok(prose(40).safeParse('one\n\ntwo').success);
  assert.ok(!prose(40).safeParse('one\r\ntwo').success);
});

test('bytes have one spelling', () => {
  const schema = bytesSchema(16);
  assert.ok(schema.safeParse('AAAAAAAAAAAAAAAAAAAAAA').success);
  assert.ok(!schema.safeParse('AAAAAAAAAAAAAAAAAAAAAB').success); // The last character has bits to spare.
  assert.ok(!schema.safeParse('AAAAAAAAAAAAAAAAAAAAAA==').success);
  assert.ok(!schema.safeParse('AAAA').success);
});

test('ids have no look-alikes', () => {
  assert.ok(organisationIdSchema.safeParse('diktyo-potamon').success);
  for (const id of ['Diktyo', 'diktyo--potamon', '-a', 'a-', 'дiktyo', '1a', 'a b', 'a'.repeat(41)]) {
    assert.ok(!organisationIdSchema.safeParse(id).success, id);
  }
  assert.ok(countrySchema.safeParse('GR').success);
  assert.ok(!countrySchema.safeParse('gr').success);
  assert.ok(!publicKeySchema.safeParse('ssh-ed25519 AAAA comment').success);
});

test('an address on the web shows where it leads', () => {
  const website = webAddress(200, /^https?$/u);
  assert.ok(website.safeParse('https://example.org/about?x=@y').success);
  for (const address of [
    'https://isonomia.example@evil.example',
    'https://[::1]/',
    'https://example.org./',
    'ftp://example.org',
  ])
    assert.ok(!website.safeParse(address).success, address);
});

test('a language is a tag that every engine takes for one', () => {
  for (const tag of [
    'mk',
    'rup',
    'sr-Latn',
    'pt-BR',
    'es-419',
    'zh-Hant-TW',
    'ca-valencia',
    'de-1996',
    'qq',
    'qq-Qqqq-QQ',
  ]) {
    assert.ok(languageSchema.safeParse(tag).success, tag);
    assert.ok(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag), tag);
    assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
  }
  for (const tag of ['', 'EN', 'en-gb', 'en-a', 'mk-mk-mk', 'en-Latn-Latn', 'en-adopted-by-everyone', 'en-x-sworn'])
    assert.ok(!languageSchema.safeParse(tag).success, tag);
});

test('a media type is two words and says nothing else', () => {
  for (const type of ['text/plain', 'application/vnd.oasis.opendocument.text', 'image/svg+xml'])
    assert.ok(mediaTypeSchema.safeParse(type).success, type);
  for (const type of ['', 'text', 'checked by the host', 'text/plain; charset=utf-8', 'a/b c', 'Text/Plain', 'a/b/c']) {
    assert.ok(!mediaTypeSchema.safeParse(type).success, type);
    assert.equal(mediaTypeOf(type), 'application/octet-stream');
  }
});
