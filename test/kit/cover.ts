import type { Answered } from './crawl.ts';

/** Choosing few pages that show between them everything that some pages show. */

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** A tag: whether it ends an element, its name, its attributes. */
const TAG = /<(?<end>\/?)(?<name>[a-z][a-z0-9-]*)(?<attributes>(?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gu;

/** Attributes that tell what an element is to those who do not see it. With those in `BY_VALUE` their value counts. */
const TELLING = /\s(?<name>role|type|scope|href|for|lang|tabindex|aria-[a-z]+)(?:="(?<value>[^"]*)")?/gu;
const BY_VALUE = new Set(['role', 'type', 'scope']);

/** Each kind of element in each kind of parent: by its name, its classes and what tells of it. */
export const shapesIn = (markup: string): ReadonlySet<string> => {
  const shapes = new Set<string>();
  const open: { readonly name: string; readonly own: string }[] = [];
  for (const { groups: { end = '', name = '', attributes = '' } = {} } of markup.matchAll(TAG)) {
    if (end !== '') {
      open.length = Math.max(
        0,
        open.findLastIndex((one) => one.name === name),
      );
      continue;
    }
    const classes = /\sclass="([^"]*)"/u.exec(attributes)?.[1]?.trim().split(/\s+/u).sort() ?? [];
    const own = [name, ...classes].join('.');
    const telling = [...attributes.matchAll(TELLING)]
      .map(({ groups: { name: key = '', value = '' } = {} }) => (BY_VALUE.has(key) ? `${key}=${value}` : key))
      .sort();
    shapes.add(`${open.at(-1)?.own ?? ''} > ${own} [${telling.join(' ')}]`);
    if (!VOID.has(name)) open.push({ name, own });
  }
  return shapes;
};

/** Few of the pages, and rather short ones, that hold every shape that any of them holds. */
export const covering = <P extends Answered>(pages: readonly P[]): readonly P[] => {
  const shown = pages.map((page) => ({ page, shapes: shapesIn(page.body) }));
  const left = new Set(shown.flatMap(({ shapes }) => [...shapes]));
  const chosen: P[] = [];
  while (left.size > 0) {
    const worth = shown.map(({ page, shapes }) => shapes.intersection(left).size / Math.sqrt(page.body.length));
    const best = shown[worth.indexOf(Math.max(...worth))];
    if (best === undefined) break;
    for (const shape of best.shapes) left.delete(shape);
    chosen.push(best.page);
  }
  return chosen;
};
