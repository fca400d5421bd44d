import { crc32, deflateRawSync } from 'node:zlib';
import { type Bytes, concat, utf8 } from '../base/bytes.ts';

/** What a zip file is made of; a stored part stands there as it is, for whoever looks for it without inflating. */
export type ZipPart = readonly [name: string, text: string, how?: 'stored'];

/** A zip file of a few small parts (APPNOTE 6.3, without zip64). The same parts give the same bytes: every part is of 1 January 1980. */
export const zipOf = (parts: readonly ZipPart[]): Bytes => {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, text, how] of parts) {
    const content = utf8(text);
    const packed = how === 'stored' ? content : deflateRawSync(content);
    const method = how === 'stored' ? 0 : 8;
    const path = utf8(name);
    // Version 2.0, names in UTF-8, midnight of 1 January 1980.
    const common = [u16(20), u16(0x0800), u16(method), u16(0), u16(0x0021), u32(crc32(content))];
    const sizes = [u32(packed.length), u32(content.length), u16(path.length), u16(0)];
    const part = concat(u32(0x04034b50), ...common, ...sizes, path, packed);
    central.push(concat(u32(0x02014b50), u16(20), ...common, ...sizes, u16(0), u16(0), u16(0), u32(0), u32(at), path));
    local.push(part);
    at += part.length;
  }
  const directory = concat(...central);
  const count = u16(parts.length);
  const end = concat(u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(at), u16(0));
  return concat(...local, directory, end);
};

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >>> 8);
const u32 = (value: number): Uint8Array => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
