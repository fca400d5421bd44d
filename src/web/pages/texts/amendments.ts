import { html } from 'hono/html';
import { unreachable } from '../../../base/result.ts';
import type { Amendment, Text } from '../../../charter/state.ts';
import { present } from '../../../charter/texts.ts';
import { type Change, clausesOf } from '../../../text/change.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { clauseNames, formName, longName } from '../../parts/clause-names.ts';
import { emphasised, paragraphs } from '../../parts/prose.ts';
import { heldOn, reasonNote, reasonsOf, standsRow, tallyLine } from '../../parts/stands.ts';
import { mayWork } from '../../parts/text-facts.ts';
import { textSheet } from '../../parts/text-head.ts';
import { positionDetails } from '../../parts/text-position.ts';
import { placeText } from '../../parts/text-variants.ts';
import { inserted, struck, wordDiff } from '../../parts/word-diff.ts';
import { day, org } from '../../parts/words.ts';

/** Every amendment to a text: what it changes, why, where everyone stands on it, and what became of it. */
export const amendmentsPage = (context: Context, text: Text): Html => {
  const { t, base } = context;
  const words = t.texts.amendments;
  const open = text.amendments.filter(({ fate }) => fate.kind === 'open');
  const settled = text.amendments.filter(({ fate }) => fate.kind !== 'open').toReversed();
  const group = (title: string, amendments: readonly Amendment[]): Html | '' =>
    amendments.length === 0
      ? ''
      : (html`<h2>${title}</h2>
          ${amendments.map((amendment) => article(context, text, amendment))}` as Html);
  return textSheet(
    context,
    text,
    'amendments',
    html`${text.amendments.length === 0 ? html`<p class="empty">${words.empty}</p>` : ''}
    ${
      text.stage === 'negotiation' && mayWork(context)
        ? html`<p class="actions">
            <a class="button" href="${base}/do/amendment.propose?text=${text.number}">${words.propose}</a>
          </p>`
        : ''
    }
    ${group(words.open(open.length), open)} ${group(words.closed(settled.length), settled)}` as Html,
  );
};

const article = (context: Context, text: Text, amendment: Amendment): Html => {
  const { t, base, me } = context;
  const words = t.texts.amendments;
  const { number, by, reason, revision, on, fate } = amendment;
  const held = heldOn(context, text, { kind: 'amendment', amendment: number });
  const said = held.some(({ stand }) => stand !== 'none');
  return html`<article class="entry" id="a-${number}" aria-labelledby="a-${number}-title">
    <h3 id="a-${number}-title">${words.number(number)}: ${whatOf(context, text, amendment)}</h3>
    <p class="status">
      <span>${org(context, by)}</span><span>${day(context, on.at)}</span><span>${words.toRevision(revision)}</span>
      <span><strong>${fateOf(context, fate)}</strong></span>
    </p>
    ${change(context, text, amendment)}
    <p class="label">${words.reason}</p>
    <div class="reason">${paragraphs(reason)}</div>
    ${fate.kind === 'open' && said ? html`${standsRow(context, held)} ${tallyLine(context, held)}` : ''}
    ${reasonsOf(held).map((one) => reasonNote(context, one))}
    ${fate.kind === 'open' ? positionDetails(context, text, { kind: 'amendment', amendment: number }, words.number(number)) : ''}
    ${
      fate.kind === 'open' && me?.organisation.id === by && text.stage === 'negotiation'
        ? html`<p class="step">
            <a href="${base}/do/amendment.withdraw?text=${text.number}&amendment=${number}">${words.withdraw}</a>
          </p>`
        : ''
    }
  </article>` as Html;
};

const fateOf = ({ t }: Context, fate: Amendment['fate']): string => {
  const words = t.texts.amendments.fate;
  if (fate.kind === 'taken-in') return words['taken-in'](fate.revision);
  return fate.kind === 'replaced' ? words.replaced(fate.amendment) : words[fate.kind];
};

/** The clauses of the revision that the amendment was proposed to. */
const clausesAt = (text: Text, { revision }: Amendment): readonly Clause[] =>
  (text.revisions[revision - 1] ?? present(text)).clauses;

/** What the amendment would do, in a line. */
export const whatOf = (context: Context, text: Text, amendment: Amendment): string =>
  changeTitle(context, clausesAt(text, amendment), amendment.change);

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

/** The change itself, word by word against the revision that it was proposed to. */
const change = (context: Context, text: Text, amendment: Amendment): Html =>
  changeWords(context, clausesAt(text, amendment), amendment.change);

/**
 * A change as it reads in a text: new words against old, an addition as new, a deletion struck out; where a clause would begin or no
 * longer begin, a paragraph sign.
 */
export const changeWords = (context: Context, clauses: readonly Clause[], to: Change): Html =>
  html`<p class="words" dir="auto">${shownChange(context, clauses, to)}</p>` as Html;

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
