import { html } from 'hono/html';
import { unreachable } from '../../base/result.ts';
import { type Amendment, type Text, targetKey } from '../../charter/state.ts';
import type { Clause } from '../../text/clause.ts';
import { spelledOut } from '../../text/runs.ts';
import type { Html } from '../act-form.ts';
import type { Context, SiteContext } from '../context.ts';
import { bracketed } from './brackets.ts';
import { type ClauseNames, formName, longName } from './clause-names.ts';
import { emphasised } from './prose.ts';
import { heldOn, standsRow } from './stands.ts';
import { textPath } from './text-head.ts';
import { wordDiff } from './word-diff.ts';
import { org } from './words.ts';

/** Open amendments in the text itself: contested wording in brackets, and below a clause who proposes what. */

/** The clause's words with those of the amendments in brackets; as they stand where brackets would not help. */
export const contestedWords = (context: SiteContext, clause: Clause, stretches: Brackets): Html => {
  if (stretches === null) return emphasised(clause.words);
  const words = context.t.texts.margin;
  const emphasis = emphasisAt(clause.words);
  return html`${stretches.map((stretch) => {
    if (stretch.kind === 'agreed') return emphasis(stretch.text, stretch.from);
    const texts = [stretch.base, ...stretch.variants.map(({ text }) => text)];
    // Space at an edge stands outside the brackets.
    const before = texts.some((text) => /^\s/u.test(text)) ? ' ' : '';
    const behind = texts.some((text) => /\s$/u.test(text)) ? ' ' : '';
    const shown = stretch.variants.map(({ text, numbers }) =>
      bracket(
        html`<span class="visually-hidden">${words.variantOf(numbers.join(', '))} </span
          >${text.trim() === '' ? '—' : text.trim()}` as Html,
      ),
    );
    const all = stretch.base.trim() === '' ? shown : [bracket(stretch.base.trim()), ...shown];
    return html`${before}${all.map((one, i) => html`${i > 0 ? ' ' : ''}${one}`)}${behind}`;
  })}` as Html;
};

const bracket = (inner: string | Html): Html =>
  html`<span class="bracket">[</span>${inner}<span class="bracket">]</span>` as Html;

/** A clause's words with the contested stretches apart; `null` where brackets would not help, or nothing is contested. */
export type Brackets = ReturnType<typeof bracketed>;

export const bracketsIn = (clause: Clause, amendments: readonly Amendment[]): Brackets => {
  const variants = amendments.flatMap(({ number, change }) =>
    change.kind === 'replace' && change.words !== clause.words ? [{ number, words: change.words }] : [],
  );
  return variants.length === 0 ? null : bracketed(clause.words, variants);
};

/** Sets a stretch of the wording spelled out in the emphasis that it has in the clause. */
const emphasisAt = (words: string) => {
  const runs = spelledOut(words);
  return (text: string, from: number): Html => {
    const parts: (Html | string)[] = [];
    let at = 0;
    for (const { text: run, emphasis } of runs) {
      const part = text.slice(Math.max(0, at - from), Math.max(0, at + run.length - from));
      at += run.length;
      if (part !== '') parts.push(emphasis ? (html`<em>${part}</em>` as Html) : part);
    }
    return html`${parts}` as Html;
  };
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
  </ul>` as Html;
};

/** Its number and proposer, as a link, and where everyone stands on it. */
export const amendmentLine = (context: Context, text: Text, { number, by }: Amendment): Html => {
  const target = { kind: 'amendment', amendment: number } as const;
  const held = text.standing.has(targetKey(target)) ? heldOn(context, text, target) : [];
  const said = held.some(({ stand }) => stand !== 'none');
  return html`<a href="${textPath(context, text, 'amendments')}#a-${number}"
      >${context.t.texts.amendments.number(number)}</a
    >
    · ${org(context, by)} ${said ? standsRow(context, held) : ''}` as Html;
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
      ${shown ? '' : html`<p class="words" dir="auto">${wordDiff(context, clause.words, change.words)}</p>`}` as Html;
    }
    case 'delete':
      return html`<p>${words.wouldDelete}</p>` as Html;
    case 'move':
      return html`<p>${words.wouldMove(placeText(context, names, change.after))}</p>` as Html;
    case 'split': {
      const parts = [change.words, ...change.into.map((one) => one.words)];
      return html`<p>${words.wouldSplit(parts.length)}</p>
        <p class="words" dir="auto">${wordDiff(context, clause.words, parts.join(' ¶ '))}</p>` as Html;
    }
    case 'join':
      return html`<p>${words.wouldJoin(change.clauses.map((id) => longName(names, id)).join(', '))}</p>
        ${clause.id === change.clauses[0] ? html`<p class="words" dir="auto">${emphasised(change.words)}</p>` : ''}` as Html;
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
export const addedWords = (words: string): Html => html`${bracket(emphasised(words))}` as Html;
