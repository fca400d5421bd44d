import { html } from 'hono/html';
import { type Target, type Text, targetKey } from '../../../charter/state.ts';
import { present } from '../../../charter/texts.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { clauseNames, firstWords, longName } from '../../parts/clause-names.ts';
import { type Column, grid, reasonId } from '../../parts/grid.ts';
import { heldOn, marksKey, reasonNote, reasonsOf } from '../../parts/stands.ts';
import { isOpen, mayWork } from '../../parts/text-facts.ts';
import { textPath, textSheet } from '../../parts/text-head.ts';

/** Organisations × clauses: where each stands on the present words, and below it every reason. */
export const positionsPage = (context: Context, text: Text): Html => {
  const { t, base, url } = context;
  const words = t.texts.positions;
  const byFriction = url.searchParams.get('sort') === 'friction';
  const columns = columnsOf(context, text);
  const shown = byFriction ? columns.toSorted((a, b) => weight(b) - weight(a)) : columns;
  const path = textPath(context, text, 'positions');
  return textSheet(
    context,
    text,
    'positions',
    html`${
      text.standing.size === 0
        ? html`<p class="empty">${words.empty}</p>`
        : html`<p class="status">
              <span>${words.sort}:</span>
              <a href="${path}" ${byFriction ? '' : html`aria-current="true"`}>${words.byOrder}</a>
              <a href="${path}?sort=friction" ${byFriction ? html`aria-current="true"` : ''}>${words.byFriction}</a>
            </p>
            ${grid(context, words.caption, shown)} ${marksKey(context)}
            ${allReasons(context, [...shown, ...onAmendments(context, text)])}`
    }
    ${
      isOpen(text) && mayWork(context)
        ? html`<p class="actions">
            <a class="button second" href="${base}/do/position.take?text=${text.number}">${words.take}</a>
          </p>`
        : ''
    }` as Html,
  );
};

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
          `${longName(names, id)}: ${firstWords(own)}`,
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
      const href = `${textPath(context, text, 'amendments')}#a-${number}`;
      return { short: `${number}`, long: name, href, target, held: heldOn(context, text, target) };
    });

/** Objections first, then those who stand aside. */
const weight = ({ held }: Column): number =>
  held.reduce((sum, { stand }) => sum + (stand === 'object' ? 100 : stand === 'stand-aside' ? 1 : 0), 0);

const allReasons = (context: Context, columns: readonly Column[]): Html => {
  const words = context.t.texts.positions;
  const withReasons = columns.filter(({ held }) => reasonsOf(held).length > 0);
  return html`<h2>${words.reasons}</h2>
    ${withReasons.length === 0 ? html`<p class="quiet">${words.reasonsNone}</p>` : ''}
    ${withReasons.map(
      ({ long, href, held, target }) =>
        html`<h3 dir="auto">${href === null ? long : html`<a href="${href}">${long}</a>`}</h3>
          <div class="notes">
            ${reasonsOf(held).map((one) => html`<div id="${reasonId(target, one.organisation)}">${reasonNote(context, one)}</div>`)}
          </div>`,
    )}` as Html;
};
