import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import { type Compared, compareClauses } from '../../../text/compare.ts';
import type { SiteContext } from '../../kit/context.ts';
import { clauseNames, longName } from './clause-names.ts';
import { emphasised } from '../../kit/prose.ts';
import { inserted, struck } from '../../kit/compare/diff-html.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';

/** What changed from one version of a text to another: the changed clauses word by word, the others counted. */
export const changesList = (context: SiteContext, before: readonly Clause[], after: readonly Clause[]): Html => {
  const words = context.t.texts.history;
  const rows = compareClauses(before, after);
  const changed = rows.filter((row) => row.kind !== 'kept');
  const unchanged = rows.length - changed.length;
  const [oldNames, newNames] = [clauseNames(context, before), clauseNames(context, after)];
  if (changed.length === 0) return html`<p class="quiet">${words.same}</p>`;
  return html`<ul class="rows changes">
      ${changed.map((row) => {
        const name = row.kind === 'removed' ? longName(oldNames, row.before.id) : longName(newNames, row.after.id);
        return html`<li>
          <span class="label">${name} · ${kindOf(context, row)}</span>
          <p class="words" dir="auto">${wordsOf(context, row)}</p>
        </li>`;
      })}
    </ul>
    ${unchanged === 0 ? '' : html`<p class="quiet">${words.unchanged(unchanged)}</p>`}`;
};

const kindOf = ({ t }: SiteContext, row: Compared): string => {
  const words = t.texts.history;
  const reworded = row.kind === 'moved' && row.before.words !== row.after.words;
  return reworded ? `${words.kind.moved}, ${words.kind.changed}` : words.kind[row.kind];
};

const wordsOf = (context: SiteContext, row: Compared): Html => {
  if (row.kind === 'added') return inserted(context, row.after.words);
  if (row.kind === 'removed') return struck(context, row.before.words);
  if (row.kind === 'kept' || row.before.words === row.after.words) return emphasised(row.after.words);
  return wordDiff(context, row.before.words, row.after.words);
};
