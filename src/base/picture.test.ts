import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Bytes, concat, utf8 } from './bytes.ts';
import { MOST_PICTURE, pictureFault, readPicture } from './picture.ts';

const big = (value: number, bytes: number): Bytes =>
  new Uint8Array(Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256));
const little = (value: number, bytes: number): Bytes => big(value, bytes).toReversed();
const of = (...values: readonly number[]): Bytes => new Uint8Array(values);

const chunk = (name: string, data: Bytes): Bytes => concat(big(data.length, 4), utf8(name), data, of(0, 0, 0, 0));
const png = (...more: readonly Bytes[]): Bytes =>
  concat(
    of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', concat(big(30, 4), big(20, 4), of(8, 2, 0, 0, 0))),
    ...more,
    chunk('IDAT', of(1, 2, 3)),
    chunk('IEND', of()),
  );

const segment = (marker: number, data: Bytes): Bytes => concat(of(0xff, marker), big(data.length + 2, 2), data);
const FRAME = segment(0xc0, concat(of(8), big(20, 2), big(30, 2), of(1, 1, 0x11, 0)));
const jpeg = (...more: readonly Bytes[]): Bytes =>
  concat(
    of(0xff, 0xd8),
    segment(0xe0, utf8('JFIF\0')),
    ...more,
    FRAME,
    segment(0xda, of(1, 1, 0, 0, 63, 0)),
    of(7, 0xff, 0, 9, 0xff, 0xd3, 4),
    of(0xff, 0xd9),
  );

const riff = (name: string, data: Bytes): Bytes =>
  concat(utf8(name), little(data.length, 4), data, of(...(data.length % 2 === 1 ? [0] : [])));
const DRAWN = riff('VP8L', concat(of(0x2f), little(29 + 19 * 0x4000, 4), of(1, 2, 3)));
const webp = (...more: readonly Bytes[]): Bytes => {
  const body = concat(utf8('WEBP'), ...more, DRAWN);
  return concat(utf8('RIFF'), little(body.length, 4), body);
};
const extended = (flags: number): Bytes => riff('VP8X', concat(of(flags, 0, 0, 0), little(29, 3), little(19, 3)));

const PLACE = utf8('Exif\0\0 at 41.3 N');

suite('a picture', () => {
  test('is known by its own bytes, with its size, whatever it is called', () => {
    for (const [file, type] of [
      [png(), 'image/png'],
      [jpeg(), 'image/jpeg'],
      [webp(), 'image/webp'],
    ] as const) {
      const read = readPicture(file);
      assert.deepEqual([read?.type, read?.width, read?.height], [type, 30, 20]);
      assert.deepEqual(read?.bare, file);
      assert.equal(pictureFault(file), null);
    }
  });

  test('is left without what is no picture: places, comments, what hangs on behind its end', () => {
    const cases: readonly (readonly [Bytes, Bytes])[] = [
      [png(chunk('eXIf', PLACE), chunk('tEXt', utf8('made by')), chunk('acTL', of(0))), png()],
      [concat(png(), utf8('<script>')), png()],
      [jpeg(segment(0xe1, PLACE), segment(0xed, PLACE), segment(0xfe, utf8('x'))), jpeg()],
      [concat(jpeg(), jpeg(segment(0xe1, PLACE))), jpeg()],
      [webp(extended(0x1c), riff('EXIF', PLACE), riff('XMP ', PLACE)), webp(extended(0x10))],
      [concat(webp(), utf8('<html>')), webp()],
    ];
    for (const [file, bare] of cases) {
      assert.deepEqual(readPicture(file)?.bare, bare);
      assert.equal(pictureFault(file), 'not-bare');
    }
  });

  test('is none of other kinds, nor what moves, nor what is cut off anywhere', () => {
    for (const file of [
      utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      utf8('GIF89a'),
      utf8('<html>'),
      of(),
      webp(extended(2), riff('ANIM', of(0, 0, 0, 0, 0, 0))),
      png(chunk('ABCD', of(1))),
      jpeg(FRAME),
    ])
      assert.equal(readPicture(file), null);
    for (const whole of [png(), jpeg(), webp()])
      for (let end = 0; end < whole.length; end += 1) assert.equal(readPicture(whole.slice(0, end)), null, `${end}`);
  });

  test('is small, in bytes and in pixels', () => {
    const wide = png().slice();
    wide.set(big(MOST_PICTURE.side + 1, 4), 16);
    assert.equal(pictureFault(wide), 'picture-too-large');
    assert.equal(pictureFault(png(chunk('gAMA', new Uint8Array(MOST_PICTURE.bytes)))), 'picture-too-large');
  });
});
