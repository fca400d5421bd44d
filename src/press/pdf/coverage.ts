/** Which characters a typeface has, as its table `cmap` says (OpenType 1.9.1, formats 4 and 12). */
export type Covered = (codePoint: number) => boolean;

export const coverageOf = (fonts: readonly Buffer[]): Covered => {
  const covered = new Set<number>();
  for (const font of fonts)
    for (const [from, to] of rangesOf(font)) for (let at = from; at <= to; at++) covered.add(at);
  return (codePoint) => covered.has(codePoint);
};

type Range = readonly [from: number, to: number];

const rangesOf = (font: Buffer): readonly Range[] => {
  const cmap = tableAt(font, 'cmap');
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  );
  return tables.flatMap((table) => {
    const format = font.readUInt16BE(table);
    return format === 4 ? segments(font, table) : format === 12 ? groups(font, table) : [];
  });
};

const tableAt = (font: Buffer, tag: string): number => {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new TypeError(`A typeface without ${tag}`);
};

/** The last segment, `0xFFFF`, is none. */
const segments = (font: Buffer, table: number): readonly Range[] => {
  const length = font.readUInt16BE(table + 6);
  return Array.from({ length: length / 2 - 1 }, (_, i): Range => [
    font.readUInt16BE(table + 16 + length + 2 * i),
    font.readUInt16BE(table + 14 + 2 * i),
  ]);
};

const groups = (font: Buffer, table: number): readonly Range[] =>
  Array.from({ length: font.readUInt32BE(table + 12) }, (_, i): Range => {
    const group = table + 16 + 12 * i;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
