import { readFile } from 'node:fs/promises';
import type { Bytes } from '../../base/bytes.ts';
import type { Language } from '../../base/ids.ts';
import { COUNTS, type Paper, type PaperSheet } from '../../conference/documents.ts';
import { qrCode } from '../../markup/qr.ts';
import { type Families, createLetters, familiesOf } from './letters.ts';
import { type Lines, NARROW, createLines } from './lines.ts';
import { backParts, clauseParts } from './parts.ts';
import { TYPEFACES, readTypefaces } from './typefaces.ts';
import { type Typesetter, createTypesetter } from './typeset.ts';

/** A PDF of a finished document. Everything is loaded with the first. */
export const writePdf = async (paper: Paper): Promise<Bytes> => {
  const { families, typesetter } = await loaded();
  return typesetter.pdf({ paper: JSON.stringify(settingOf(paper, families)) });
};

interface Press {
  readonly families: Families;
  readonly typesetter: Typesetter;
}

let press: Promise<Press> | undefined;

const loaded = (): Promise<Press> => (press ??= load());

const load = async (): Promise<Press> => {
  const [template, fonts] = await Promise.all([
    readFile(new URL('template.typ', import.meta.url), 'utf8'),
    readTypefaces(),
  ]);
  return {
    families: familiesOf([...fonts.values()]),
    typesetter: await createTypesetter(template, [...fonts.values()].flat()),
  };
};

/** What the template takes. */
const settingOf = (
  { sheet, head, language, ours, enclosed, columns, address, words }: Paper,
  families: Families,
): object => {
  const letters = createLetters(families);
  const lines = createLines(letters);
  const within = columns === 2 ? createLines(letters, NARROW) : lines;
  const title = sheet.title || sheet.symbol;
  const set = {
    fonts: Object.keys(TYPEFACES),
    title,
    symbol: sheet.symbol,
    head: lines.bare(head),
    ours: tagOf(ours),
    cover: sheetSetting(sheet, language ?? ours, { lines, level: 1 }),
    contents: lines.bare(words.contents, {}, lines.room.title),
    enclosed: enclosed.map((one) => sheetSetting(one.sheet, one.language ?? ours, { lines: within, level: 2 })),
    columns,
    page: counted(words.page),
    check: counted(words.check),
  };
  return {
    ...set,
    lacking: letters.lacked() ? lines.bare(words.lacking) : null,
    code: address === null ? null : { picture: qrCode(address, words.code).toString(), alt: words.code },
  };
};

/** @param level of its headings: what is enclosed has its title for one of the first */
const sheetSetting = (
  { letterhead, symbol, title, lines: below, clauses, back }: PaperSheet,
  language: Language,
  { lines, level }: { readonly lines: Lines; readonly level: 1 | 2 },
): object => ({
  language: tagOf(language),
  letterhead: (letterhead ?? []).map((name) => lines.bare(name)),
  cited: lines.bare(symbol),
  heading: lines.bare(title || symbol, {}, lines.room.title),
  lines: below.map((said) => lines.said(said)),
  body: clauseParts(clauses, lines, level),
  behind: backParts(back, lines, level),
});

/** A sentence of ours whose numbers only the typesetter knows. */
const counted = (sentence: string): readonly (string | { readonly count: string })[] =>
  sentence.split(COUNTED).map((piece) => {
    const count = Object.entries(COUNTS).find(([, mark]) => mark === piece)?.[0];
    return count === undefined ? piece : { count };
  });

const COUNTED = new RegExp(`([${Object.values(COUNTS).join('')}])`, 'u');

/** As Typst has languages: without a script, which the letters show. */
const tagOf = (tag: Language): { readonly lang: string; readonly region: string | null } => ({
  lang: /^[a-z]{2,3}/u.exec(tag)?.[0] ?? 'en',
  region: /-([A-Z]{2})(?:-|$)/u.exec(tag)?.[1] ?? null,
});
