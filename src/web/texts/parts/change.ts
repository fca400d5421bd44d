import { unreachable } from '../../../base/result.ts';
import { type Effect, effectOf, isCarried } from '../../../charter/texts/effect.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { clausesOf } from '../../../text/change-parts.ts';
import type { Change } from '../../../text/change.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Context } from '../../kit/context.ts';
import { clauseNames, formName, longName } from './clause-names.ts';
import { emphasised } from '../../kit/prose.ts';
import { placeText } from './text-variants.ts';
import { inserted, struck } from '../../kit/compare/diff-html.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';

/** What a change to a text does: in a line, and as it reads. */

/** The amendment as it was proposed. */
const asProposed = (text: Text, { change, revision }: Amendment): Effect => ({
  clauses: (text.revisions[revision - 1] ?? present(text)).clauses,
  changes: [change],
});

/** What the amendment would do, in a line. */
export const whatOf = (context: Context, text: Text, amendment: Amendment): string =>
  effectTitle(context, effectOf(text, amendment));

export const effectTitle = (context: Context, { clauses, changes }: Effect): string =>
  changes.map((change) => changeTitle(context, clauses, change)).join('; ');

export const effectWords = (context: Context, { clauses, changes }: Effect): Html =>
  html`${changes.map((change) => changeWords(context, clauses, change))}`;

/**
 * What the amendment would do, as it reads over the words of the last revision in which it stood; where that is another one than it was proposed to, and makes it read
 * otherwise, that is said, with what was proposed.
 */
export const amendmentWords = (context: Context, text: Text, amendment: Amendment): Html => {
  const words = context.t.texts.amendments;
  const { fate, over, revision } = amendment;
  const now = effectWords(context, effectOf(text, amendment));
  if (!isCarried(amendment)) return now;
  const waits = fate.kind === 'to-renew';
  return html`<p class="hint">${waits ? words.wouldComeTo(over) : words.carriedTo(over)}</p>
    ${now}
    <details>
      <summary>${words.asProposed(revision)}</summary>
      ${effectWords(context, asProposed(text, amendment))}
    </details>`;
};

/** What the amendment came to in a revision: for what was said of it there. */
export const amendmentIn = (text: Text, amendment: Amendment, revision: number): Effect =>
  revision === amendment.over ? effectOf(text, amendment) : asProposed(text, amendment);

/** What a change does, by the names of the clauses. */
export const changeTitle = (context: Context, clauses: readonly Clause[], to: Change): string => {
  const words = context.t.texts.amendments.kind;
  const names = clauseNames(context, clauses);
  switch (to.kind) {
    case 'replace': {
      const name = longName(names, to.clause);
      if (to.as === undefined) return words.replace(name);
      const same = clauses.some(({ id, words: own }) => id === to.clause && own === to.words);
      return words[same ? 'recast' : 'replaceAs'](name, formName(context, to.as));
    }
    case 'delete':
      return words.delete(longName(names, to.clause));
    case 'add':
      return words.add(placeText(context, names, to.after));
    case 'move':
      return words.move(longName(names, to.clause), placeText(context, names, to.after));
    case 'split':
      return words.split(longName(names, to.clause), to.into.length + 1);
    case 'join':
      return words.join(to.clauses.map((id) => longName(names, id)).join(', '));
    default:
      return unreachable(to);
  }
};

/**
 * A change as it reads in a text: new words against old, an addition as new, a deletion struck out; where a clause would begin or no
 * longer begin, a paragraph sign.
 */
export const changeWords = (context: Context, clauses: readonly Clause[], to: Change): Html =>
  html`<p class="words" dir="auto">${shownChange(context, clauses, to)}</p>`;

const shownChange = (context: Context, clauses: readonly Clause[], to: Change): Html => {
  const old = clausesOf(to).map((clause) => clauses.find(({ id }) => id === clause)?.words ?? '');
  const before = old.join(' ¶ ');
  switch (to.kind) {
    case 'add':
      return inserted(context, to.clause.words);
    case 'replace':
      return before === to.words ? emphasised(before) : wordDiff(context, before, to.words);
    case 'delete':
      return struck(context, before);
    case 'move':
      return emphasised(before);
    case 'split':
      return wordDiff(context, before, [to.words, ...to.into.map(({ words }) => words)].join(' ¶ '));
    case 'join':
      return wordDiff(context, before, to.words);
    default:
      return unreachable(to);
  }
};
