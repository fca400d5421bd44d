import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** How whoever keeps the books records in them. */
export const recordWays = (context: Context): Html | '' => {
  const { t, base, me, reader, now } = context;
  if (me === null || !reader.keepsBooks(me.organisation.id, now)) return '';
  const words = t.means;
  const item = (path: string, label: string): Html => html`<li><a href="${base}/${path}">${label}</a></li>`;
  return html`<section class="panel">
    <h2>${words.ways}</h2>
    <ul>
      ${(['in', 'out', 'move', 'lines'] as const).map((as) => item(`do/transaction.record?as=${as}`, words.form.record.as[as]))}
      ${item('do/account.open', t.acts.kind['account.open'])} ${item('do/period.close', t.acts.kind['period.close'])}
    </ul>
  </section>`;
};
