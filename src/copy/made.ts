import { z } from 'zod';
import { utf8, fromUtf8 } from '../base/bytes.ts';
import { parseJson } from '../base/json.ts';

/** What a copy remembers of how it was made, so that the next one makes only what has changed: a file of it like the others. */

export const MADE = 'made.json';

/** What all of a copy depends on: where one of these is another, nothing of what was made holds. */
export interface Ground {
  /** Of this software: another version may show the same otherwise. */
  readonly version: string;
  readonly conference: string;
  readonly slug: string;
  /** Whether files for Word and paper are in it. */
  readonly paper: boolean;
  /** Where the conference itself is. */
  readonly origin: string;
}

export interface Made extends Ground {
  /** How many entries the record had. */
  readonly size: number;
  readonly files: ReadonlyMap<string, MadeFile>;
}

export interface MadeFile {
  /** What it shows, where that is one thing of many; `null`: it may show any. */
  readonly about: readonly string[] | null;
  readonly links: readonly Link[];
}

/** What is asked of the site, and in which language. */
export interface Link {
  readonly address: string;
  readonly language: string;
}

/** Addresses stand in many files, and are written once: files name them by their place. */
export const printMade = ({ files, ...ground }: Made): Uint8Array<ArrayBuffer> => {
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    const known = places.get(word) ?? places.size;
    places.set(word, known);
    return known;
  };
  const written = Object.fromEntries(
    [...files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { about, links }]) => [
        name,
        { about, links: links.map(({ address, language }) => [placeOf(address), placeOf(language)]) },
      ]),
  );
  return utf8(JSON.stringify({ ...ground, words: [...places.keys()], files: written }));
};

/** `null`: it is none, or not whole. */
export const readMade = (bytes: Uint8Array): Made | null => {
  const json = parseJson(fromUtf8(bytes) ?? '');
  const read = json.ok ? madeSchema.safeParse(json.value) : null;
  if (read?.success !== true) return null;
  const { words, files, ...ground } = read.data;
  const linkOf = ([address, language]: readonly [number, number]): Link => ({
    address: words[address] ?? '',
    language: words[language] ?? '',
  });
  return {
    ...ground,
    files: new Map(
      Object.entries(files).map(([name, { about, links }]) => [name, { about, links: links.map(linkOf) }]),
    ),
  };
};

const madeSchema = z.strictObject({
  version: z.string(),
  conference: z.string(),
  slug: z.string(),
  paper: z.boolean(),
  origin: z.string(),
  size: z.int().min(1),
  words: z.array(z.string()),
  files: z.record(
    z.string(),
    z.strictObject({
      about: z.array(z.string()).nullable(),
      links: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
    }),
  ),
});
