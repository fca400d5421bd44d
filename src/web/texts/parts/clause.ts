import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import type { Spoken } from '../../messages/messages.ts';
import type { ClauseName } from './clause-names.ts';
import { emphasised, textHeading } from '../../kit/prose.ts';

/** One clause as print has it: its number hanging in the margin, its words, and beside them what is said about it. */

interface ClauseParts {
  readonly clause: Clause;
  readonly number: string;
  readonly name: ClauseName | undefined;
  /** The words with what is being changed in them, where that is not the wording itself. */
  readonly words?: Html;
  readonly below?: Html | '';
  readonly margin?: Html | '';
  readonly friction?: boolean;
  /** Nothing ever stands beside it. */
  readonly bare?: true;
}

export const clauseBlock = (
  context: Spoken,
  { clause, number, name, words, below, margin, friction, bare }: ClauseParts,
): Html => {
  const { id, kind, level } = clause;
  const inner = words ?? emphasised(clause.words);
  const classes = [
    'clause',
    ...(level === undefined ? [] : [`level-${level}`]),
    ...(friction === true ? ['friction'] : []),
    ...(bare === true ? ['bare'] : []),
  ];
  return html`<div class="${classes.join(' ')}" id="c-${id}">
    ${
      number === ''
        ? html`<span class="no"></span>`
        : html`<a class="no" href="#c-${id}" aria-label="${name?.long ?? number}">${number}</a>`
    }
    <div class="body">
      ${kind === 'heading' ? textHeading(context, inner, 2) : html`<p class="words" dir="auto">${inner}</p>`}
      ${below ?? ''}
    </div>
    ${margin === undefined || margin === '' ? '' : html`<div class="margin">${margin}</div>`}
  </div>`;
};
