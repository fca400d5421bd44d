import { el } from '../xml-write.ts';

/** A numbered paragraph, as deep as it stands in its list, from 0. */
export interface Item {
  readonly depth: number;
  readonly xml: string;
}

/** Items as lists within lists; an item that is deeper than the one above it by more than one stands in items that have no words. */
export const listXml = (items: readonly Item[], depth: number, attributes: Readonly<Record<string, string>>): string =>
  el('text:list', attributes, ...entriesXml(items, depth));

const entriesXml = (items: readonly Item[], depth: number): readonly string[] => {
  const entries: string[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    const own = item?.depth === depth ? item.xml : '';
    const from = own === '' ? at : at + 1;
    const next = items.findIndex((one, i) => i >= from && one.depth <= depth);
    const end = next === -1 ? items.length : next;
    const below = items.slice(from, end);
    entries.push(el('text:list-item', {}, own, below.length === 0 ? '' : listXml(below, depth + 1, {})));
    at = end;
  }
  return entries;
};
