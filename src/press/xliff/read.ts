import type { Bytes } from '../../base/bytes.ts';
import { type ClauseId, languageSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Bilingual, DocumentFault, RenderedState, Renderings } from '../../conference/documents.ts';
import { MOST_WORDS } from '../../text/clause.ts';
import { MOST_TITLE } from '../../text/markdown.ts';
import { Unreadable, unreadable } from '../fault.ts';
import type { Piece } from '../paragraph.ts';
import { piecesOf, plainLine, wordsOf } from '../words.ts';
import { type Element, attribute, child, childrenOf, descendants, elementsIn, readXml, textOf } from '../xml.ts';
import { contentOf } from './content.ts';
import { CLAUSE, TITLE, XLIFF } from './write.ts';

/** A text of the most clauses, in two languages, is far smaller. */
const MOST_XLIFF = 4 * 1024 * 1024;

/**
 * Reads what a translator's tool gives back. The tool may have cut segments and marked terms; modules and annotations other than codes are
 * passed over. A unit stands where its least segment stands.
 */
export const readXliff = (
  file: Bytes,
  text: Pick<Bilingual, 'source' | 'clauses'>,
): Result<Renderings, DocumentFault> => {
  try {
    return ok(renderingsIn(file, text));
  } catch (fault) {
    if (fault instanceof Unreadable) return err(fault.fault);
    throw fault;
  }
};

const renderingsIn = (file: Bytes, { source, clauses }: Pick<Bilingual, 'source' | 'clauses'>): Renderings => {
  if (file.length > MOST_XLIFF) unreadable({ kind: 'too-large', most: MOST_XLIFF });
  const root = readXml(file, { [XLIFF]: 'x' });
  if (root.name !== 'x:xliff' || !/^2\.[01]$/u.test(attribute(root, 'version') ?? ''))
    unreadable({ kind: 'unknown-format' });
  const target = languageSchema.safeParse(attribute(root, 'trgLang'));
  if (attribute(root, 'srcLang') !== source || !target.success) return unreadable({ kind: 'other-languages' });
  const units = new Map(descendants(root, 'x:unit').map((unit) => [attribute(unit, 'id') ?? '', unit]));
  const title = units.get(TITLE);
  const known = new Set(clauses.map(({ clause }) => `${CLAUSE}${clause}`));
  return {
    target: target.data,
    title: title === undefined ? null : titleIn(title),
    clauses: clauses.flatMap(({ clause, words }, i) => {
      const unit = units.get(`${CLAUSE}${clause}`);
      return unit === undefined ? [] : renderingIn(unit, { clause, words, number: i + 1 });
    }),
    strangers: [...units.keys()].filter((id) => id.startsWith(CLAUSE) && !known.has(id)).length,
  };
};

const titleIn = (unit: Element): string | null => {
  const { target } = sidesOf(unit);
  const title = target === null ? '' : plainLine(target);
  if (title.length > MOST_TITLE) unreadable({ kind: 'title-too-long', most: MOST_TITLE });
  return title === '' ? null : title;
};

interface Asked {
  readonly clause: ClauseId;
  readonly words: string;
  readonly number: number;
}

const renderingIn = (unit: Element, { clause, words, number }: Asked): Renderings['clauses'] => {
  const { source, target, state } = sidesOf(unit);
  const rendered = target === null ? '' : wordsOf(target);
  if (rendered.length > MOST_WORDS) unreadable({ kind: 'clause-too-long', number, most: MOST_WORDS });
  const outdated = wordsOf(source) !== wordsOf(piecesOf(words));
  return rendered === '' ? [] : [{ clause, words: rendered, state, outdated }];
};

interface Sides {
  readonly source: readonly Piece[];
  /** `null` where a segment has none. */
  readonly target: readonly Piece[] | null;
  readonly state: RenderedState;
}

const STATES: readonly RenderedState[] = ['initial', 'translated', 'reviewed', 'final'];

const sidesOf = (unit: Element): Sides => {
  const data = new Map(
    childrenOf(child(unit, 'x:originalData'), 'x:data').map((data) => [attribute(data, 'id') ?? '', textOf(data)]),
  );
  const parts = elementsIn(unit).filter(({ name }) => name === 'x:segment' || name === 'x:ignorable');
  const segments = parts.filter(({ name }) => name === 'x:segment');
  const side = (part: Element, name: string): readonly Piece[] => {
    const content = child(part, name) ?? child(part, 'x:source');
    return content === null ? [] : contentOf(content, data);
  };
  const rank = Math.min(...segments.map((segment) => Math.max(0, STATES.indexOf(stateOf(segment)))), STATES.length - 1);
  const whole = segments.every((segment) => child(segment, 'x:target') !== null);
  return {
    source: parts.flatMap((part) => side(part, 'x:source')),
    target: whole ? inTargetOrder(parts).flatMap((part) => side(part, 'x:target')) : null,
    state: STATES[rank] ?? 'initial',
  };
};

const stateOf = (segment: Element): RenderedState =>
  STATES.find((state) => state === attribute(segment, 'state')) ?? 'initial';

/** The target may stand in another order: `order` of a target is its place, from 1. */
const inTargetOrder = (parts: readonly Element[]): readonly Element[] => {
  const placeOf = (part: Element, i: number): number => {
    const target = child(part, 'x:target');
    const order = target === null ? null : attribute(target, 'order');
    return order === null ? i + 1 : Number(order);
  };
  return parts
    .map((part, i) => ({ part, place: placeOf(part, i) }))
    .sort((a, b) => a.place - b.place)
    .map(({ part }) => part);
};
