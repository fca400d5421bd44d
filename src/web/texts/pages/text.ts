import { inParts } from '../../../charter/texts/effect.ts';
import type { Proposal } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { withAmendments } from '../../../text/consolidate.ts';
import { numbering } from '../../../text/numbering.ts';
import type { Context } from '../../kit/context.ts';
import { againstInForce } from '../parts/against-in-force.ts';
import { clauseBlock } from '../parts/clause.ts';
import { clauseNames } from '../parts/clause-names.ts';
import { contestedBox } from '../parts/revision-objections.ts';
import { headFacts, rulesTable } from '../../members/parts/rules-table.ts';
import { frictionIn, isLong } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { clauseMargin } from '../parts/text-margin.ts';
import { answersForm } from '../parts/text-position.ts';
import { textPanel } from '../parts/text-panel.ts';
import { waitingBeside, waitingLines } from '../parts/renewals.ts';
import { addedWords, amendmentLine, bracketsIn, contestedWords, variantLines } from '../parts/text-variants.ts';

/** A text with its margin: its present words, what is contested in them, and beside each clause what is said about it. */
export const textPage = (context: Context, text: Text): Html => {
  // An adopted text reads as its document does: every slip put right.
  const { clauses } = context.reader.final(text) ?? present(text);
  const numbers = numbering(clauses);
  const names = clauseNames(context, clauses);
  const contested = new Map(
    frictionIn(context, text).flatMap((point) =>
      point.on.kind === 'clause' ? [[point.on.clause, point] as const] : [],
    ),
  );
  const observations = context.reader.observations(text.number);
  const waiting = waitingBeside(text);
  const open = text.amendments.filter((amendment) => amendment.fate.kind === 'open');
  const rows = withAmendments(clauses, open.flatMap(inParts)).map((row): Html => {
    const words = context.t.texts.margin;
    switch (row.kind) {
      case 'addition':
        return inserted(
          html`${amendmentLine(context, text, row.amendment)} ${words.wouldAdd}`,
          addedWords(row.clause.words),
        );
      case 'arrival':
        return inserted(
          html`${amendmentLine(context, text, row.amendment)}
          ${words.wouldMoveHere(names.get(row.clause.id)?.long ?? '')}`,
          null,
        );
      case 'clause': {
        const { clause, amendments } = row;
        const name = names.get(clause.id);
        const brackets = bracketsIn(context, clause, amendments);
        const point = contested.get(clause.id);
        return clauseBlock(context, {
          clause,
          number: numbers.get(clause.id) ?? '',
          name,
          words: contestedWords(clause, brackets),
          below: variantLines(context, text, clause, amendments, names, brackets.tell),
          friction: point !== undefined,
          margin:
            clause.kind === 'heading' && point === undefined
              ? html`${waitingLines(context, text, waiting.get(clause.id) ?? [])}`
              : clauseMargin(context, {
                  text,
                  target: { kind: 'clause', clause: clause.id },
                  name: name ?? { short: '', long: '' },
                  friction: point,
                  waiting: waiting.get(clause.id) ?? [],
                  observations: observations.filter((observation) => observation.clauses.includes(clause.id)),
                }),
        });
      }
    }
  });
  return textSheet(
    context,
    text,
    'text',
    html`${contestedBox(context, text)} ${proposalsBanner(context, text)}
      <div class="split">
        <div class="sheet ${isLong(text) ? 'long' : ''}">
          ${answersForm(context, text, html`${rows}`)} ${termsShown(context, text)}
        </div>
        ${textPanel(context, text)}
      </div>`,
  );
};

/** What is proposed about the text under silence, which is agreed unless somebody disagrees. */
const proposalsBanner = (context: Context, text: Text): Html | '' => {
  const open = text.proposals.filter(({ outcome }) => outcome === 'open');
  if (open.length === 0) return '';
  const words = context.t.texts.proposals;
  return html`<aside class="notice" aria-label="${words.openNow(open.length)}">
    ${open.slice(0, 3).map((proposal) => proposed(context, text, proposal))}
    ${open.length > 3 ? html`<p><a href="${textPath(context, text, 'proposals')}">${words.openNow(open.length)}</a></p>` : ''}
  </aside>`;
};

const proposed = (context: Context, text: Text, proposal: Proposal): Html => {
  const { number, what } = proposal;
  const label = context.t.texts.proposals.kind[what.kind];
  return html`<p>
    <a href="${textPath(context, text, 'proposals')}?at=${number}#p-${number}">${label}</a>.
    ${toPassLine(context, 'proposal', context.reader.toPass.proposal(proposal))}
  </p>`;
};

/** What a charter comes with beside its words: against the charter in force, or once it is adopted by itself. */
const termsShown = (context: Context, text: Text): Html | '' => {
  const { charter, ...words } = present(text);
  if (charter === null) return '';
  return text.stage === 'adopted'
    ? html`${headFacts(context, charter.head)} ${rulesTable(context, charter.rules)}`
    : againstInForce(context, { ...words, charter });
};

/** What an amendment would put between two clauses. */
const inserted = (line: Html | string, words: Html | null): Html =>
  html`<div class="clause proposed">
    <span class="no" aria-hidden="true">+</span>
    <div class="body">
      ${words === null ? '' : html`<p class="words" dir="auto">${words}</p>`}
      <div class="variants">${line}</div>
    </div>
  </div>`;
