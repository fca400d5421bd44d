import { unreachable } from '../../../base/result.ts';
import { agreedClauses } from '../../../charter/texts/agreement.ts';
import { among, holds } from '../../../charter/texts/conditions.ts';
import type { Condition, Position } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, longName } from './clause-names.ts';

/** What an organisation's consent depends on (6.2), in words, and whether it holds in the text as far as that is agreed. */

export interface Depends {
  readonly condition: Condition;
  /** The revision it speaks of. */
  readonly revision: number;
  readonly holds: boolean;
}

/** The conditions of a position, each with whether it holds now. */
export const dependsOf = (text: Text, position: Position): readonly Depends[] => {
  const { conditions, revision } = position;
  if (conditions.length === 0) return [];
  const clauseOf = among(() => settledClauses(text));
  return conditions.map((condition) => ({ condition, revision, holds: holds(text, clauseOf, position, condition) }));
};

/** The words that conditions are held against: while a text is negotiated, what is agreed counts as in it already. */
const settledClauses = (text: Text): readonly Clause[] =>
  text.stage === 'negotiation' ? agreedClauses(text) : present(text).clauses;

/** `clause 7 stays as it is`, by the names that the clauses had in the revision it speaks of. */
const conditionText = (context: Context, text: Text, condition: Condition, revision: number): string => {
  const words = context.t.texts.conditions.that;
  if (condition.kind === 'with' || condition.kind === 'without') return words[condition.kind](condition.amendment);
  const { clauses } = text.revisions[revision - 1] ?? present(text);
  const name = longName(clauseNames(context, clauses), condition.clause);
  switch (condition.kind) {
    case 'stays':
    case 'goes':
      return words[condition.kind](name);
    case 'words':
      return words.words(name, condition.words);
    default:
      return unreachable(condition);
  }
};

/** Each condition with whether it holds now, told by sign and word. */
export const conditionsList = (context: Context, text: Text, depends: readonly Depends[]): Html => {
  const words = context.t.texts.conditions;
  return html`<ul class="conditions">
    ${depends.map(
      ({ condition, revision, holds: does }) =>
        html`<li class="${does ? 'holds' : 'fails'}">
          <bdi>${words.onlyIf(conditionText(context, text, condition, revision))}</bdi>
          <span class="whether"
            ><span aria-hidden="true">${does ? '✓' : '✕'}</span> ${does ? words.holds : words.fails}</span
          >
        </li>`,
    )}
  </ul>`;
};

/** The same as said, whether they hold left aside: for the record. */
export const conditionsSaid = (
  context: Context,
  text: Text,
  { conditions, revision }: Pick<Position, 'conditions' | 'revision'>,
): Html =>
  html`<ul class="conditions">
    ${conditions.map(
      (condition) =>
        html`<li>
          <bdi>${context.t.texts.conditions.onlyIf(conditionText(context, text, condition, revision))}</bdi>
        </li>`,
    )}
  </ul>`;
