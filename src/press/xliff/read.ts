import type { Bytes } from '../../base/bytes.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Bilingual, DocumentFault, NotRendered, Rendered, Renderings } from '../../conference/documents.ts';
import { MOST_WORDS } from '../../text/clause.ts';
import { MOST_TITLE } from '../../text/markdown.ts';
import { Unreadable, unreadable } from '../fault.ts';
import { piecesOf, plainLine, wordsOf } from '../words.ts';
import { type Element, attribute, readXml } from '../xml.ts';
import { codesIn } from './inline.ts';
import type { Dialect, Unit } from './unit.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';
import { XLIFF_1 } from './write-1.ts';
import { CLAUSE, TITLE, XLIFF } from './write.ts';

/** A text of the most clauses, in two languages, is far smaller. */
const MOST_XLIFF = 4 * 1024 * 1024;

const NAMESPACES = {
  [XLIFF_1]: 'o',
  [XLIFF]: 'x',
  'urn:oasis:names:tc:xliff:document:2.2': 'x',
};

/**
 * Reads what a translator's tool gives back: the words of its targets, whatever state they were left in. Of a clause that has two units the first that renders it counts.
 */
export const readXliff = (file: Bytes, text: Bilingual): Result<Renderings, DocumentFault> => {
  try {
    return ok(renderingsIn(file, text));
  } catch (fault) {
    if (fault instanceof Unreadable) return err(fault.fault);
    throw fault;
  }
};

const renderingsIn = (file: Bytes, text: Bilingual): Renderings => {
  if (file.length > MOST_XLIFF) unreadable({ kind: 'too-large', most: MOST_XLIFF });
  const root = readXml(file, NAMESPACES);
  const dialect = dialectOf(root) ?? unreadable({ kind: 'unknown-format' });
  const languages = dialect.languages(root);
  const asked = languages.every(([from, to]) => isSaid(text.source, from) && isSaid(text.target, to));
  if (languages.length === 0 || !asked) unreadable({ kind: 'other-languages' });
  const units = Map.groupBy(dialect.units(root), (unit) => attribute(unit, 'id') ?? '');
  const known = new Set<string>([TITLE, ...text.clauses.map(({ clause }) => `${CLAUSE}${clause}`)]);
  const outcomes = text.clauses.map(({ clause, ...rendered }, i) => ({
    clause,
    outcome: outcomeOf(dialect, units.get(`${CLAUSE}${clause}`) ?? [], { ...rendered, number: i + 1 }),
  }));
  return {
    title: titleIn(dialect, units.get(TITLE) ?? [], text.title),
    clauses: outcomes.flatMap(({ clause, outcome }) => ('words' in outcome ? [{ clause, words: outcome.words }] : [])),
    left: outcomes.flatMap(({ clause, outcome }) => ('why' in outcome ? [{ clause, why: outcome.why }] : [])),
    strangers: [...units].reduce((sum, [id, all]) => sum + all.length - (known.has(id) ? 1 : 0), 0),
  };
};

const dialectOf = (root: Element): Dialect | null => {
  const version = attribute(root, 'version') ?? '';
  if (root.name === 'x:xliff' && /^2\.[0-2]$/u.test(version)) return version2;
  return root.name === 'o:xliff' && version === '1.2' ? version1 : null;
};

/** Whether a tag is ours, or says more closely what ours says: many tools know languages by country alone. Nothing said is no other language. */
const isSaid = (ours: string, said: string | null): boolean =>
  said === null || `${said}-`.toLowerCase().startsWith(`${ours}-`.toLowerCase());

type Outcome = { readonly words: string } | { readonly why: NotRendered };

const outcomeOf = (
  dialect: Dialect,
  units: readonly Element[],
  asked: Omit<Rendered, 'state'> & { readonly number: number },
): Outcome => {
  const sent = codesIn(asked.words);
  const outcomes = units.map((unit): Outcome => {
    const read = dialect.read(unit, sent);
    const words = read.target === null ? '' : wordsOf(read.target);
    if (words.length > MOST_WORDS) unreadable({ kind: 'clause-too-long', number: asked.number, most: MOST_WORDS });
    if (isUnfinished(read, words, asked)) return { why: 'unfinished' };
    const source = wordsOf(read.source);
    return spaced(source) === spaced(wordsOf(piecesOf(asked.words))) ? { words } : { why: 'outdated' };
  });
  return outcomes.find((outcome) => 'words' in outcome) ?? outcomes[0] ?? { why: 'missing' };
};

/** Tools fill targets with the original, and we with words that are out of date: as long as nobody has said so, neither is a rendering. */
const isUnfinished = (
  { source, state }: Unit,
  words: string,
  { target, outdated }: Pick<Rendered, 'target' | 'outdated'>,
): boolean => {
  if (words === '') return true;
  const untouched = outdated && target !== null && words === wordsOf(piecesOf(target));
  return state === 'initial' && (untouched || words === wordsOf(source));
};

/** A tool may lay out space anew. */
const spaced = (words: string): string => words.replaceAll(/\s+/gu, ' ');

const titleIn = (dialect: Dialect, [unit]: readonly Element[], title: Rendered): string | null => {
  if (unit === undefined) return null;
  const read = dialect.read(unit, codesIn(title.words));
  const line = read.target === null ? '' : plainLine(read.target);
  if (line.length > MOST_TITLE) unreadable({ kind: 'title-too-long', most: MOST_TITLE });
  return isUnfinished(read, line, title) ? null : line;
};
