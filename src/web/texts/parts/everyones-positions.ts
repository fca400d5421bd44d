import { type Html, html } from '../../../markup/html.ts';
import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { quotable } from '../../../base/quotable.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, firstWords, longName } from './clause-names.ts';
import { type Column, REASONS, grid, objections, reasonId } from './grid.ts';
import { tableLinks } from '../../kit/csv.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { type Held, heldOn, marksKey, reasonNote, reasonsOf } from './stands.ts';
import { positionCount } from './text-tables.ts';
import { textPath } from './text-places.ts';
import { nameOf } from '../../kit/words.ts';

/** How many organisations, and how many reasons, stand on a page. */
const PAGE = 50;

/** The grid, whatever stands in it, in the orders that one may choose; and below it every reason. */
export const everyonesPositions = (context: Context, text: Text): Html => {
  const { t, url } = context;
  const words = t.texts.positions;
  if (text.standing.size === 0) return html`<p class="empty">${words.empty}</p>`;
  const columns = columnsOf(context, text);
  const sort = { clauses: url.searchParams.get('sort'), rows: url.searchParams.get('rows') };
  const ordered = sort.clauses === 'friction' ? columns.toSorted((a, b) => weight(b.held) - weight(a.held)) : columns;
  const order = rowOrder(context, columns, sort.rows);
  const rows = pageOf(order, context, PAGE, (place) => columns[0]?.held[place]?.organisation ?? '');
  const shown = withRows(ordered, rows.items);
  const conditional = columns.some(({ held }) => held.some(({ depends }) => depends.length > 0));
  return html`${sortings(context, text, sort)}
    ${grid(
      context,
      words.caption,
      shown,
      ordered.map(({ held }) => objections(held)),
    )}
    ${pageLinks(context, rows)} ${marksKey(context, conditional)}
    <p class="no-print">
      ${tableLinks(context, 'positions', `${textPath(context, text)}/positions`, positionCount(text))}
    </p>
    ${allReasons(context, text, [...ordered, ...onAmendments(context, text)])}`;
};

interface Sorted {
  readonly clauses: string | null;
  readonly rows: string | null;
}

/** The orders of columns and of rows, as links, each keeping the other as it is. */
const sortings = (context: Context, text: Text, { clauses, rows }: Sorted): Html => {
  const words = context.t.texts.positions;
  const path = textPath(context, text, 'stand');
  const link = (sort: string | null, by: string | null, label: string, here: boolean): Html => {
    const query = [sort === null ? '' : `sort=${sort}`, by === null ? '' : `rows=${by}`].filter((part) => part !== '');
    const href = query.length === 0 ? path : `${path}?${query.join('&')}`;
    return html`<a href="${href}" ${here ? html`aria-current="true"` : ''}>${label}</a>`;
  };
  const column = (sort: string | null, label: string): Html =>
    link(sort, rows, label, (clauses === 'friction' ? 'friction' : null) === sort);
  const row = (by: string | null, label: string): Html =>
    link(clauses, by, label, (rows === 'name' || rows === 'friction' ? rows : null) === by);
  return html`<p class="status no-print">
      <span>${words.sort}:</span> ${column(null, words.byOrder)} ${column('friction', words.byFriction)}
    </p>
    <p class="status no-print">
      <span>${words.sortRows}:</span> ${row(null, words.byEntry)} ${row('name', words.byName)}
      ${row('friction', words.byObjections)}
    </p>`;
};

/** The places of the rows in the order that was asked for. */
const rowOrder = (context: Context, columns: readonly Column[], by: string | null): readonly number[] => {
  const rows = (columns[0]?.held ?? []).map(({ organisation }, place) => ({
    place,
    name: nameOf(context, organisation),
    weight: weight(columns.flatMap(({ held }) => held[place] ?? [])),
  }));
  const collator = new Intl.Collator(context.language);
  const sorted =
    by === 'name'
      ? rows.toSorted((a, b) => collator.compare(a.name, b.name))
      : by === 'friction'
        ? rows.toSorted((a, b) => b.weight - a.weight)
        : rows;
  return sorted.map(({ place }) => place);
};

const withRows = (columns: readonly Column[], order: readonly number[]): readonly Column[] =>
  columns.map((column) => ({ ...column, held: order.flatMap((place) => column.held[place] ?? []) }));

/** A column for each clause, headings left out that nobody speaks of; then the whole. */
const columnsOf = (context: Context, text: Text): readonly Column[] => {
  const { clauses } = present(text);
  const names = clauseNames(context, clauses);
  const words = context.t.texts.positions;
  const column = (target: Target, short: string, long: string, href: string | null): Column => ({
    short,
    long,
    href,
    target,
    held: heldOn(context, text, target),
  });
  return [
    ...clauses
      .filter(({ kind, id }) => kind !== 'heading' || text.standing.has(targetKey({ kind: 'clause', clause: id })))
      .map(({ id, words: own }) =>
        column(
          { kind: 'clause', clause: id },
          names.get(id)?.short ?? id,
          `${longName(names, id)}: “${quotable(firstWords(own))}”`,
          `${textPath(context, text)}#c-${id}`,
        ),
      ),
    column({ kind: 'whole' }, words.whole, words.wholeLong, null),
  ];
};

/** The open amendments: they have no column, but reasons have been given on them too. */
const onAmendments = (context: Context, text: Text): readonly Column[] =>
  text.amendments
    .filter(({ fate }) => fate.kind === 'open')
    .map(({ number }) => {
      const target = { kind: 'amendment', amendment: number } as const;
      const name = context.t.texts.amendments.number(number);
      const href = `${textPath(context, text, 'amendments')}?at=${number}#a-${number}`;
      return { short: `${number}`, long: name, href, target, held: heldOn(context, text, target) };
    });

/** Objections first, then those who stand aside. */
const weight = (held: readonly Held[]): number =>
  held.reduce((sum, { stand }) => sum + (stand === 'object' ? 100 : stand === 'stand-aside' ? 1 : 0), 0);

const allReasons = (context: Context, text: Text, columns: readonly Column[]): Html => {
  const words = context.t.texts.positions;
  const given = columns.flatMap((column) => reasonsOf(column.held).map((one) => ({ column, one })));
  const shown = pageOf(given, context, PAGE, ({ column, one }) => reasonId(column.target, one.organisation), REASONS);
  return html`<h3>${words.reasons}</h3>
    ${given.length === 0 ? html`<p class="quiet">${words.reasonsNone}</p>` : ''}
    ${[...Map.groupBy(shown.items, ({ column }) => column)].map(
      ([{ long, href, target }, notes]) =>
        html`<h4>${href === null ? long : html`<a href="${href}">${long}</a>`}</h4>
          <div class="notes">
            ${notes.map(({ one }) => html`<div id="${reasonId(target, one.organisation)}">${reasonNote(context, text, one)}</div>`)}
          </div>`,
    )}
    ${pageLinks(context, shown)}`;
};
