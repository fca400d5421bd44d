import { html } from 'hono/html';
import { unreachable } from '../../../base/result.ts';
import type { Amendment, Text } from '../../../charter/state.ts';
import { present } from '../../../charter/texts.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { type ClauseNames, clauseNames, longName } from '../../parts/clause-names.ts';
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
  return fate.kind === 'taken-in' ? words['taken-in'](fate.revision) : words[fate.kind];
};

/** The names of the clauses in the revision that the amendment was proposed to. */
const namesAt = (context: Context, text: Text, { revision }: Amendment): ClauseNames =>
  clauseNames(context, (text.revisions[revision - 1] ?? present(text)).clauses);

/** What the amendment would do, in a line. */
export const whatOf = (context: Context, text: Text, amendment: Amendment): string => {
  const words = context.t.texts.amendments.kind;
  const names = namesAt(context, text, amendment);
  const { change: to } = amendment;
  switch (to.kind) {
    case 'replace':
      return words.replace(longName(names, to.clause));
    case 'delete':
      return words.delete(longName(names, to.clause));
    case 'add':
      return words.add(placeText(context, names, to.after));
    case 'move':
      return words.move(longName(names, to.clause), placeText(context, names, to.after));
    default:
      return unreachable(to);
  }
};

/** The change itself, word by word against the revision that it was proposed to. */
const change = (context: Context, text: Text, amendment: Amendment): Html => {
  const { clauses } = text.revisions[amendment.revision - 1] ?? present(text);
  return changeWords(context, clauses, amendment.change);
};

/** A change as it reads in a text: new words against old, an addition as new, a deletion struck out. */
export const changeWords = (
  context: Context,
  clauses: Text['revisions'][number]['clauses'],
  to: Amendment['change'],
): Html => {
  const old = to.kind === 'add' ? undefined : clauses.find(({ id }) => id === to.clause);
  const shown =
    to.kind === 'add'
      ? inserted(context, to.clause.words)
      : to.kind === 'replace'
        ? wordDiff(context, old?.words ?? '', to.words)
        : to.kind === 'delete'
          ? struck(context, old?.words ?? '')
          : emphasised(old?.words ?? '');
  return html`<p class="words" dir="auto">${shown}</p>` as Html;
};
