import { unreachable } from '../../../base/result.ts';
import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { type Html, html, keptHtml } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context, SiteContext } from '../../kit/context.ts';
import { type ClauseNames, formName, longName } from './clause-names.ts';
import { bracket } from '../../kit/compare/brackets.ts';
import { emphasised } from '../../kit/prose.ts';
import { heldOn, standsRow } from './stands.ts';
import { textPath } from './text-places.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { org } from '../../kit/words.ts';

/** Open amendments in the text itself: contested wording in brackets, and below a clause who proposes what. */

/** A clause's words with what is contested in brackets. */
interface Brackets {
  /** `null` where brackets would not help, or nothing is contested. */
  readonly words: Html | null;
  /** Whether they show what is proposed, so that the amendments need not be shown one by one. */
  readonly tell: boolean;
}

/** The clause's words with those of the amendments in brackets; as they stand where brackets would not help. */
export const contestedWords = (clause: Clause, { words }: Brackets): Html => words ?? emphasised(clause.words);

export const bracketsIn = ({ comparing }: SiteContext, clause: Clause, amendments: readonly Amendment[]): Brackets => {
  const wordings = amendments.flatMap(({ number, change }) =>
    change.kind === 'replace' && change.words !== clause.words ? [{ number, words: change.words, into: [] }] : [],
  );
  if (wordings.length === 0) return { words: null, tell: false };
  const shown = comparing.shown({ kind: 'brackets', words: clause.words, wordings });
  if (typeof shown === 'string') return { words: keptHtml(shown), tell: true };
  // What is not there yet comes with the page's next making, and may tell.
  return { words: null, tell: shown === undefined && comparing.again };
};

/** Below a clause: each open amendment to it, with what it does where the brackets do not show it. */
export const variantLines = (
  context: Context,
  text: Text,
  clause: Clause,
  amendments: readonly Amendment[],
  names: ClauseNames,
  shownInBrackets: boolean,
): Html | '' => {
  if (amendments.length === 0) return '';
  return html`<ul class="variants">
    ${amendments.map(
      (amendment) =>
        html`<li>
          ${amendmentLine(context, text, amendment)} ${effect(context, clause, amendment, names, shownInBrackets)}
        </li>`,
    )}
  </ul>`;
};

/** Its number and proposer, as a link, and where everyone stands on it. */
export const amendmentLine = (context: Context, text: Text, { number, by }: Amendment): Html => {
  const target = { kind: 'amendment', amendment: number } as const;
  const held = text.standing.has(targetKey(target)) ? heldOn(context, text, target) : [];
  const said = held.some(({ stand }) => stand !== 'none');
  return html`<a href="${textPath(context, text, 'amendments')}?at=${number}#a-${number}"
      >${context.t.texts.amendments.number(number)}</a
    >
    · ${org(context, by)} ${said ? standsRow(context, held) : ''}`;
};

/** What an amendment does to a clause, word by word. */
export const amendmentEffect = (
  context: Context,
  clause: Clause,
  amendment: Amendment,
  names: ClauseNames,
): Html | '' => effect(context, clause, amendment, names, false);

const effect = (
  context: Context,
  clause: Clause,
  { change }: Amendment,
  names: ClauseNames,
  shownInBrackets: boolean,
): Html | '' => {
  const words = context.t.texts.margin;
  switch (change.kind) {
    case 'replace': {
      const shown = shownInBrackets || change.words === clause.words;
      return html`${change.as === undefined ? '' : html`<p>${words.wouldRecast(formName(context, change.as))}</p>`}
      ${shown ? '' : html`<p class="words" dir="auto">${wordDiff(context, clause.words, change.words)}</p>`}`;
    }
    case 'delete':
      return html`<p>${words.wouldDelete}</p>`;
    case 'move':
      return html`<p>${words.wouldMove(placeText(context, names, change.after))}</p>`;
    case 'split': {
      const parts = [change.words, ...change.into.map((one) => one.words)];
      return html`<p>${words.wouldSplit(parts.length)}</p>
        <p class="words" dir="auto">${wordDiff(context, clause.words, parts.join(' ¶ '))}</p>`;
    }
    case 'join':
      return html`<p>${words.wouldJoin(change.clauses.map((id) => longName(names, id)).join(', '))}</p>
        ${clause.id === change.clauses[0] ? html`<p class="words" dir="auto">${emphasised(change.words)}</p>` : ''}`;
    case 'add':
      return '';
    default:
      return unreachable(change);
  }
};

/** `after clause 2`, or `to the beginning`. */
export const placeText = ({ t }: SiteContext, names: ClauseNames, after: Clause['id'] | null): string =>
  after === null ? t.texts.clause.beginning : t.texts.clause.after(longName(names, after));

/** The words of an addition, in brackets, where it would stand. */
export const addedWords = (words: string): Html => bracket(emphasised(words));
