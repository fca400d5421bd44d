import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { type Bytes, utf8 } from '../base/bytes.ts';
import { MOST_VALUES } from './fields.ts';
import { MOST_FILE_PARTS, MOST_HEAD, type Parts, multipart } from './multipart.ts';

/** A form as the platform sends it. */
const sent = async (form: FormData): Promise<readonly [Bytes, string]> => {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return [new Uint8Array(await request.arrayBuffer()), request.headers.get('content-type') ?? ''];
};

const read = (body: Bytes, type: string): Parts => {
  const parts = multipart(body, type);
  assert.ok(parts.ok, JSON.stringify(parts));
  return parts.value;
};

const TYPE = 'multipart/form-data; boundary=b';
const part = (head: string, body = ''): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const named = (name: string, more = ''): string => `Content-Disposition: form-data; name="${name}"${more}`;
const faultOf = (body: string, type = TYPE) => {
  const parts = multipart(utf8(body), type);
  return parts.ok ? null : parts.error;
};

describe('a form with files', () => {
  it('is read as the platform wrote it', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((one) => one.isWellFormed());
    const name = text.map((one) => one.replaceAll(/[\r\n]/gu, ' ').slice(0, 30)).filter((one) => one.isWellFormed());
    const field = fc.record({
      name,
      value: fc.oneof(text, fc.uint8Array({ maxLength: 60 })),
      file: name.filter((one) => one !== ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 12 }), async (fields) => {
        const form = new FormData();
        for (const { name: field, value, file } of fields) {
          if (typeof value === 'string') form.append(field, value);
          else form.append(field, new File([new Uint8Array(value)], file, { type: 'text/plain' }));
        }
        const { pairs, files } = read(...(await sent(form)));
        const texts = fields.flatMap((one) => (typeof one.value === 'string' ? [[one.name, one.value]] : []));
        // Line ends become those of the wire.
        assert.deepEqual(
          pairs.map(([key, value]) => [key, value.replaceAll('\r\n', '\n')]),
          texts.map(([key, value]) => [key, value?.replaceAll(/\r\n?/gu, '\n')]),
        );
        assert.deepEqual(
          files.map(({ field: key, name: file, type, bytes }) => [key, file, type, [...bytes]]),
          fields.flatMap((one) =>
            typeof one.value === 'string' ? [] : [[one.name, one.file, 'text/plain', [...one.value]]],
          ),
        );
      }),
    );
  });

  it('has names of letters that are longer in small', () => {
    const body = part(named('İİ', '; filename="İ.txt"'), 'x');
    assert.deepEqual(
      read(utf8(`${body}--b--`), TYPE).files.map(({ field, name }) => [field, name]),
      [['İİ', 'İ.txt']],
    );
  });

  it('may hold what looks like its own marks', () => {
    const body = `${part(named('a'), '\r\n--\r\n--c\r\n-')}${part(named('f', '; filename=""'), '')}--b--\r\n`;
    assert.deepEqual(read(utf8(body), TYPE), {
      pairs: [['a', '\r\n--\r\n--c\r\n-']],
      files: [{ field: 'f', name: '', type: '', bytes: new Uint8Array() }],
    });
    assert.deepEqual(read(utf8('--b--'), TYPE), { pairs: [], files: [] });
  });

  it('has no more parts, files and words before a part than it may', () => {
    const many = (head: string, count: number) => `${part(head).repeat(count)}--b--`;
    assert.equal(faultOf(many(named('a'), MOST_VALUES)), null);
    assert.equal(faultOf(many(named('a'), MOST_VALUES + 1)), 'too-many-values');
    const file = named('f', '; filename="f"');
    assert.equal(faultOf(many(file, MOST_FILE_PARTS)), null);
    assert.equal(faultOf(many(file, MOST_FILE_PARTS + 1)), 'too-many-fields');
    assert.equal(faultOf(many(`X: ${'y'.repeat(MOST_HEAD)}\r\n${named('a')}`, 1)), 'not-multipart');
  });

  it('that is none is refused, whatever it is', () => {
    for (const body of [
      '',
      '--b',
      '--b\r\n',
      part(named('a')),
      part('X: y') + '--b--',
      `--b\r\n${named('a')}\r\n--b--`,
      '--c\r\n',
    ])
      assert.equal(faultOf(body), 'not-multipart', body);
    assert.equal(faultOf('--b--', 'multipart/form-data'), 'not-multipart');
    const bad = multipart(new Uint8Array([...utf8(`--b\r\n${named('a')}\r\n\r\n`), 0xff, ...utf8('\r\n--b--')]), TYPE);
    assert.deepEqual(bad, { ok: false, error: 'not-utf8' });
    const pieces = fc.constantFrom('--b', '\r\n', '--', named('a'), named('f', '; filename="g"'), 'x', ':', '"', ';');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (all) => void multipart(utf8(all.join('')), TYPE)));
  });
});
