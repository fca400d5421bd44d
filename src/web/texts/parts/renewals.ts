import type { ClauseId } from '../../../base/ids.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { moves } from '../../../charter/texts/amendments.ts';
import { type Html, html } from '../../../markup/html.ts';
import { clauseOf, clausesOf } from '../../../text/change-parts.ts';
import type { Context } from '../../kit/context.ts';
import { org } from '../../kit/words.ts';
import { mayWork } from './text-facts.ts';
import { frictionPath } from './text-target.ts';

/** Amendments that wait for their movers to renew them, beside the text that changed under them. */

/** By clause, those about it and those that would stand behind it. */
export const waitingBeside = (text: Text): ReadonlyMap<ClauseId, readonly Amendment[]> => {
  const beside = new Map<ClauseId, Amendment[]>();
  for (const amendment of waitingIn(text)) {
    const ids = amendment.current.flatMap((change) => [...clausesOf(change), clauseOf(change)]);
    for (const id of new Set(ids)) if (id !== null) beside.set(id, [...(beside.get(id) ?? []), amendment]);
  }
  return beside;
};

export const waitingIn = (text: Text): readonly Amendment[] =>
  text.live.toRenew.flatMap((number) => text.amendments[number - 1] ?? []);

/** Each in a line, with the way to renew it for those who move it. */
export const waitingLines = (context: Context, text: Text, waiting: readonly Amendment[]): readonly Html[] =>
  waiting.map((amendment) => {
    const { number, by } = amendment;
    const { me, base, t } = context;
    const words = t.texts.amendments;
    const mine = me !== null && mayWork(context) && moves(amendment, me.organisation.id);
    return html`<p class="tally">
      <a href="${frictionPath(context, text, { kind: 'amendment', amendment: number })}">${words.number(number)}</a>,
      ${org(context, by)}: <strong>${words.fate.toRenew}</strong>
      ${
        mine
          ? html`·
              <a href="${base}/do/amendment.renew?text=${text.number}&amendment=${number}"
                >${words.renew}<span class="visually-hidden"> (${words.number(number)})</span></a
              >`
          : ''
      }
    </p>`;
  });
