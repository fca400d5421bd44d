import type { Pledge } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { dayWords, moneyText } from '../../kit/money.ts';
import { sentence } from '../../kit/theirs.ts';
import { accountNamed } from './amounts.ts';

/** What somebody means to pay, in a line. */
export const pledgeText = (
  context: Context,
  { currency, amount, every, fund, until }: Pick<Pledge, 'currency' | 'amount' | 'every' | 'fund' | 'until'>,
): Html => {
  const words = context.t.means;
  return html`<strong>${words.pledges.every[every](moneyText(context, amount, currency))}</strong>
    ${fund === null ? '' : sentence(words.ofFund, accountNamed(context, fund))}
    ${until === null ? '' : words.pledges.until(dayWords(context, until))}`;
};
