import type { RenderedState } from '../../conference/documents.ts';
import type { Piece } from '../paragraph.ts';
import { wordsOf } from '../words.ts';
import { type Element, attribute, child, childrenOf, descendants, elementsIn, textOf } from '../xml.ts';
import { contentOf } from './content.ts';
import type { Dialect } from './unit.ts';

/**
 * XLIFF 2.0, 2.1 and 2.2, their core. The tool may have cut segments and marked terms; modules and annotations other than codes are passed over. A unit stands
 * where its least segment stands.
 */
export const version2: Dialect = {
  languages: (root) => [[attribute(root, 'srcLang'), attribute(root, 'trgLang')]],
  units: (root) => descendants(root, 'x:unit'),
  read: (unit) => {
    const data = new Map(
      childrenOf(child(unit, 'x:originalData'), 'x:data').map((data) => [attribute(data, 'id') ?? '', textOf(data)]),
    );
    const parts = elementsIn(unit).filter(({ name }) => name === 'x:segment' || name === 'x:ignorable');
    const segments = parts.filter(({ name }) => name === 'x:segment');
    const content = (part: Element, name: string): readonly Piece[] => {
      const found = child(part, name);
      return found === null ? [] : contentOf(found, data);
    };
    const isWhole = segments.every(
      (part) => wordsOf(content(part, 'x:source')) === '' || wordsOf(content(part, 'x:target')) !== '',
    );
    const rank = Math.min(...segments.map((part) => STATES.indexOf(stateOf(part))), STATES.length - 1);
    return {
      source: parts.flatMap((part) => content(part, 'x:source')),
      target: isWhole
        ? inTargetOrder(parts).flatMap((part) =>
            content(part, child(part, 'x:target') === null ? 'x:source' : 'x:target'),
          )
        : null,
      state: STATES[rank] ?? 'initial',
    };
  },
};

const STATES: readonly RenderedState[] = ['initial', 'translated', 'reviewed', 'final'];

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
