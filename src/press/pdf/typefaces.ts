import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The typefaces of printed documents, whole and as TrueType, which Typst reads: Source Serif 4 for Latin, modern Greek and Cyrillic; what it lacks of these, polytonic Greek
 * first of all, in Noto Serif; Arabic in Amiri. In this order a letter is looked for. A package of ours holds the files beside this one: see `bin/pack.ts`.
 */
export const TYPEFACES: Readonly<Record<string, readonly string[]>> = {
  'Source Serif 4': [
    '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  ],
  'Noto Serif': ['@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf'],
  Amiri: [
    '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
    '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  ],
};

const require = createRequire(import.meta.url);

/** Where a typeface lies in a package of ours, from this file. */
export const packedAt = (typeface: string): string => `typefaces/${typeface.slice(typeface.lastIndexOf('/') + 1)}`;

const read = async (typeface: string): Promise<Buffer> => {
  const packed = fileURLToPath(new URL(packedAt(typeface), import.meta.url));
  return readFile(existsSync(packed) ? packed : require.resolve(typeface));
};

/** The files of each family. */
export const readTypefaces = async (): Promise<ReadonlyMap<string, readonly Buffer[]>> =>
  new Map(
    await Promise.all(
      Object.entries(TYPEFACES).map(
        async ([family, files]) => [family, await Promise.all(files.map(async (file) => read(file)))] as const,
      ),
    ),
  );
