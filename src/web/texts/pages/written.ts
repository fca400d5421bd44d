import { type Source, sourcesIn } from '../../../charter/texts/authorship.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { isWord, tokensOf } from '../../../text/tokens.ts';
import type { Attributed } from '../../../text/provenance.ts';
import { numbering } from '../../../text/numbering.ts';
import type { Context } from '../../kit/context.ts';
import { clauseBlock } from '../parts/clause.ts';
import { clauseNames } from '../parts/clause-names.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { dayText, listText, nameOf } from '../../kit/words.ts';

/** Who wrote what (13.3): the present version, each stretch of words with the number of the draft or amendment that brought it. */
export const wordsPage = (context: Context, text: Text, attributed: readonly Attributed<Source>[]): Html => {
  const words = context.t.texts.written;
  const { clauses } = present(text);
  const runsOf = new Map(attributed.map(({ clause, runs }) => [clause, runs]));
  const sources = [...sourcesIn(attributed).keys()];
  const places = new Map(sources.map((source, i) => [source, i + 1]));
  const numbers = numbering(clauses);
  const names = clauseNames(context, clauses);
  const adopted = text.stage === 'adopted' ? (text.decision?.outcome?.at ?? null) : null;
  return textSheet(
    context,
    text,
    'authors',
    html`<h2>${words.title}</h2>
      <p class="lede">${words.lede} ${adopted === null ? '' : words.final(dayText(context, adopted))}</p>
      <div class="split">
        <div class="print">
          ${clauses.map((clause) =>
            clauseBlock(context, {
              clause,
              number: numbers.get(clause.id) ?? '',
              name: names.get(clause.id),
              bare: true,
              words: html`${(runsOf.get(clause.id) ?? []).map(
                (run) =>
                  html`${run.text.trimEnd()}<sup class="mark"
                      ><a href="#s-${places.get(run.source)}" title="${sourceText(context, run.source)}"
                        >${places.get(run.source)}</a
                      ></sup
                    >${run.text.endsWith(' ') ? ' ' : ''}`,
              )}`,
            }),
          )}
        </div>
        <section class="panel">
          <h3>${words.sources}</h3>
          <ol class="sources">
            ${sources.map((source, i) => sourceItem(context, text, source, i + 1, wordCount(attributed, source)))}
          </ol>
        </section>
      </div>`,
  );
};

const wordCount = (clauses: readonly Attributed<Source>[], source: Source): number =>
  clauses
    .flatMap(({ runs }) => runs)
    .filter((run) => run.source === source)
    .reduce((sum, run) => sum + tokensOf(run.text).filter(isWord).length, 0);

/** `The draft by Ada`, `Amendment 4, by Bor and Cvet`. */
const sourceText = (context: Context, { kind, number, by }: Source): string => {
  const words = context.t.texts.written;
  const names = listText(
    context,
    by.map((id) => nameOf(context, id)),
  );
  if (kind === 'draft') return words.draft(names);
  return kind === 'revision' ? words.revision(number, names) : `${words.amendment(number)}, ${words.by(names)}`;
};

const sourceItem = (context: Context, text: Text, source: Source, place: number, count: number): Html => {
  const words = context.t.texts.written;
  const { kind, number, on, agreed, since } = source;
  const line = sourceText(context, source);
  const when = [
    ...(kind === 'amendment'
      ? []
      : [kind === 'draft' ? words.tabled(dayText(context, on.at)) : words.published(dayText(context, on.at))]),
    ...(agreed === null ? [] : [words.agreed(dayText(context, agreed.at))]),
    ...(kind === 'amendment' ? [words.since(since)] : []),
    words.count(count),
  ];
  return html`<li id="s-${place}">
    <bdi
      >${kind === 'amendment' ? html`<a href="${textPath(context, text, 'amendments')}?at=${number}#a-${number}">${line}</a>` : line}</bdi
    >
    <span class="why">${when.join(' · ')}</span>
  </li>`;
};
