import { type Consolidated, consolidated } from '../../../charter/texts/consolidated.ts';
import { idsIn } from '../../../charter/texts/live.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import type { ClauseId } from '../../../base/ids.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Row } from '../../../text/consolidate.ts';
import type { Collision } from '../../../text/merge.ts';
import { numbering } from '../../../text/numbering.ts';
import type { Context } from '../../kit/context.ts';
import { whatOf } from '../parts/change.ts';
import { clauseBlock } from '../parts/clause.ts';
import { type ClauseNames, clauseNames, longName } from '../parts/clause-names.ts';
import { emphasised } from '../../kit/prose.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import {
  addedWords,
  amendmentEffect,
  amendmentLine,
  bracketsIn,
  contestedWords,
  variantLines,
} from '../parts/text-variants.ts';
import { dayText, listText, org } from '../../kit/words.ts';

/** The present text with what is agreed worked in and what is open in brackets; rival wordings side by side. */
export const consolidatedPage = (context: Context, text: Text): Html => {
  const words = context.t.texts.consolidated;
  const whole = consolidated(text);
  const sheet: Sheet = {
    ...whole,
    text,
    names: clauseNames(context, whole.clauses),
    numbers: numbering(whole.clauses),
    agreedAt: agreedAt(whole.workedIn),
    rivalsAt: new Map(
      whole.rivals.flatMap((rivals) => (rivals.clauses[0] === undefined ? [] : [[rivals.clauses[0], rivals]])),
    ),
  };
  return textSheet(
    context,
    text,
    'brackets',
    html`<h2>${words.title}</h2>
      <p class="lede">${words.lede}</p>
      ${whole.rows.every((row) => row.kind === 'clause' && row.amendments.length === 0) ? html`<p>${words.none}</p>` : ''}
      ${workedIn(context, sheet)}
      <div class="print">${whole.rows.map((row) => line(context, sheet, row))}</div>
      ${outside(context, sheet)}`,
  );
};

interface Sheet extends Consolidated {
  readonly text: Text;
  readonly names: ClauseNames;
  readonly numbers: ReadonlyMap<ClauseId, string>;
  /** What is worked in, by the clauses that it is about. */
  readonly agreedAt: ReadonlyMap<ClauseId, readonly number[]>;
  /** Rivals, by the first clause that they are about. */
  readonly rivalsAt: ReadonlyMap<ClauseId, Collision>;
}

const agreedAt = (agreed: readonly Amendment[]): Sheet['agreedAt'] => {
  const at = new Map<ClauseId, number[]>();
  for (const { number, footprint } of agreed)
    for (const id of idsIn(footprint)) at.set(id, [...(at.get(id) ?? []), number]);
  return at;
};

const workedIn = (context: Context, { text, workedIn: agreed }: Sheet): Html | '' => {
  const words = context.t.texts.consolidated;
  if (agreed.length === 0) return '';
  return html`<section class="panel">
    <h3>${words.workedIn}</h3>
    <ul class="plain spaced">
      ${agreed.map((amendment) => {
        const { fate } = amendment;
        return html`<li>
          <a href="${textPath(context, text, 'amendments')}?at=${amendment.number}#a-${amendment.number}"
            >${context.t.texts.amendments.number(amendment.number)}</a
          >
          · ${org(context, amendment.by)}
          ${fate.kind === 'agreed' ? html`<span class="quiet">· ${words.how[fate.how](dayText(context, fate.on.at))}</span>` : ''}
        </li>`;
      })}
    </ul>
  </section>`;
};

const line = (context: Context, sheet: Sheet, row: Row<Amendment>): Html => {
  const { text, names, numbers, agreedAt: agreed, rivalsAt } = sheet;
  const margin = context.t.texts.margin;
  if (row.kind !== 'clause')
    return html`<div class="clause bare proposed">
      <span class="no" aria-hidden="true">+</span>
      <div class="body">
        ${row.kind === 'addition' ? html`<p class="words" dir="auto">${addedWords(row.clause.words)}</p>` : ''}
        <div class="variants">
          ${amendmentLine(context, text, row.amendment)}
          ${row.kind === 'addition' ? margin.wouldAdd : margin.wouldMoveHere(longName(names, row.clause.id))}
        </div>
      </div>
    </div>`;
  const { clause, amendments } = row;
  const rivals = rivalsAt.get(clause.id);
  const apart = new Set(rivals?.amendments);
  const here = agreed.get(clause.id) ?? [];
  const brackets = bracketsIn(context, clause, amendments);
  return clauseBlock(context, {
    clause,
    number: numbers.get(clause.id) ?? '',
    name: names.get(clause.id),
    bare: true,
    words: contestedWords(clause, brackets),
    below: html`${
      here.length === 0
        ? ''
        : html`<p class="variants">
            <span aria-hidden="true">✓</span> ${context.t.texts.consolidated.here(
              listText(
                context,
                here.map((number) => context.t.texts.amendments.number(number)),
              ),
            )}
          </p>`
    }
    ${variantLines(
      context,
      text,
      clause,
      amendments.filter(({ number }) => !apart.has(number)),
      names,
      brackets.tell,
    )}
    ${rivals === undefined ? '' : sideBySide(context, sheet, clause, rivals)}`,
  });
};

/** Amendments that cannot all go in: each as the clause would read by it. */
const sideBySide = (
  context: Context,
  { text, rows, names }: Sheet,
  clause: Clause,
  { amendments }: Collision,
): Html => {
  const words = context.t.texts.consolidated;
  const wanted = new Set(amendments);
  const found = new Map<number, Amendment>();
  for (const row of rows)
    for (const amendment of row.kind === 'clause' ? row.amendments : [row.amendment])
      if (wanted.has(amendment.number)) found.set(amendment.number, amendment);
  return html`<div class="rivals">
    <p class="label">${words.rivals(amendments.length)}</p>
    <div class="variants-beside">
      <div>
        <p class="label">${words.stands}</p>
        <p class="words" dir="auto">${emphasised(clause.words)}</p>
      </div>
      ${[...found.values()].map(
        (amendment) =>
          html`<div>
            <p class="label">${amendmentLine(context, text, amendment)}</p>
            ${amendmentEffect(context, clause, amendment, names)}
          </div>`,
      )}
    </div>
  </div>`;
};

const outside = (context: Context, { text, outside: left }: Sheet): Html | '' => {
  if (left.length === 0) return '';
  return html`<h3>${context.t.texts.consolidated.outside}</h3>
    <ul class="plain spaced">
      ${left.map(
        (amendment) => html`<li>${amendmentLine(context, text, amendment)} ${whatOf(context, text, amendment)}</li>`,
      )}
    </ul>`;
};
