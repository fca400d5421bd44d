import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { ACT_RULES } from '../../charter/acts.ts';
import { attach } from '../../record/envelope.ts';
import { attachmentFault } from './attachments.ts';

/** Files that others are shown say nothing of where a picture in them was taken. */

const of = (...values: readonly number[]): Bytes => new Uint8Array(values);
const segment = (marker: number, data: Bytes): Bytes =>
  concat(of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff), data);

const jpeg = (side: number, ...more: readonly Bytes[]): Bytes =>
  concat(
    of(0xff, 0xd8),
    ...more,
    segment(0xc0, of(8, side >> 8, side & 0xff, side >> 8, side & 0xff, 1, 1, 0x11, 0)),
    segment(0xda, of(1, 1, 0, 0, 63, 0)),
    of(7, 9, 4),
    of(0xff, 0xd9),
  );
const PLACE = segment(0xe1, utf8('Exif\0\0GPS 41.99 N 21.43 E'));

const MOST = 64 * 1024;

const why = (content: Bytes, type: string): string | null => {
  const attachment = attach(content);
  const { example } = ACT_RULES['report.make'];
  const body = { ...example, files: [{ name: 'a file', type, hash: attachment.hash }] };
  const fault = attachmentFault({ kind: 'report.make', body } as never, [attachment], MOST);
  if (fault === null) return null;
  return fault.kind === 'malformed' ? fault.fault.why : fault.kind;
};

test('a picture in a report is one, small, and nothing else, whatever it is called', () => {
  assert.equal(why(jpeg(20), 'image/jpeg'), null);
  assert.equal(why(jpeg(20, PLACE), 'image/jpeg'), 'not-bare');
  assert.equal(why(jpeg(20, PLACE), 'application/octet-stream'), 'not-bare');
  assert.equal(why(jpeg(20), 'image/png'), 'not-a-picture');
  assert.equal(why(utf8('no picture'), 'image/png'), 'not-a-picture');
  assert.equal(why(jpeg(30_000), 'image/jpeg'), 'picture-too-large');
});

test('any other file is taken as it is', () => {
  assert.equal(why(utf8('gauge;level\nVeles;1.42'), 'text/csv'), null);
  assert.equal(why(new Uint8Array(MOST + 1), 'text/plain'), 'too-large');
});
