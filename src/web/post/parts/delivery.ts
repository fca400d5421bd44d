import type { OrganisationId } from '../../../base/ids.ts';
import { isUnreached, reached } from '../../../charter/group/owed.ts';
import { unacknowledged } from '../../../charter/group/unanswered.ts';
import type { Mark } from '../../../charter/law/mark.ts';
import type { Circulation, Delivery } from '../../../charter/group/state.ts';
import { unreachedBy } from '../../../conference/reading/post-needs.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type Context, serves } from '../../kit/context.ts';
import { waitingFor } from '../../kit/reminder.ts';
import { circulatedPath, circulatedTitle } from './circulated.ts';
import { deliveryPicture } from './delivery-picture.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import { day, nameOf, org } from '../../kit/words.ts';

/** How something reached those it was sent to: in numbers, as a picture, and organisation by organisation. */

export const reachedCount = ({ recipients }: Circulation): number => [...recipients.values()].filter(reached).length;

/** All of it, as it stands on the page of a letter or a circulation. */
export const deliverySection = (context: Context, circulation: Circulation): Html => {
  const words = context.t.post.circulation;
  const { recipients } = circulation;
  if (recipients.size === 0)
    return html`<h2>${words.delivery}</h2>
      <p class="quiet">${words.toNobody}</p>`;
  return html`<section>
    <h2 id="delivery">${words.delivery}</h2>
    <p class="status">
      <span><strong>${context.t.post.letters.reachedLong(reachedCount(circulation), recipients.size)}</strong></span>
      <span>${words.sent} ${day(context, circulation.on.at)}</span>
    </p>
    ${unreachedBox(context, circulation)} ${deliveryPicture(context, circulation)} ${table(context, circulation)}
    <p class="hint">${words.explained}</p>
    ${waitingFor(context, {
      list: { kind: 'unacknowledged', circulation: circulation.number },
      whom: unacknowledged(circulation),
      title: circulatedTitle(context, circulation.what),
      path: circulatedPath(context, circulation.what),
      level: 3,
    })}
  </section>`;
};

/** Whom nothing has reached, and what those who serve can do about it. */
const unreachedBox = (context: Context, circulation: Circulation): Html | '' => {
  const missing = unreachedBy(context.reader, circulation);
  if (missing.length === 0) return '';
  const words = context.t.post.circulation;
  return html`<div class="problem" id="unreached">
    <h3>${words.unreachedTitle}</h3>
    <p>${sentence(words.unreachedWhy, orgs(context, missing))}</p>
    ${serves(context) ? html`<p class="actions">${missing.map((id) => otherWays(context, circulation, id))}</p>` : ''}
  </div>`;
};

const otherWays = (context: Context, { number }: Circulation, id: OrganisationId): Html => {
  const { base } = context;
  const words = context.t.post.circulation;
  return html`<span class="other-way"
    ><bdi>${nameOf(context, id)}</bdi>:
    <a href="${base}/letters/circulations/${number}/print?to=${id}">${words.print}</a> ·
    <a href="${base}/do/post.otherwise?circulation=${number}&organisation=${id}">${words.sayOtherwise}</a></span
  >`;
};

const table = (context: Context, { recipients }: Circulation): Html => {
  const words = context.t.post.circulation;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.delivery}">
    <table class="answers delivery">
      <thead>
        <tr>
          ${[words.organisation, words.mail, words.opened, words.acknowledged, words.otherwise].map(
            (head) => html`<th scope="col">${head}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${[...recipients].map(
          ([id, delivery]) =>
            html`<tr>
              <th scope="row">
                ${isUnreached(delivery) ? html`<span class="s-object" aria-hidden="true">✕</span> ` : ''}${org(context, id)}
              </th>
              <td data-label="${words.mail}">${mailCell(context, delivery)}</td>
              <td data-label="${words.opened}">${markCell(context, delivery.opened)}</td>
              <td data-label="${words.acknowledged}">${markCell(context, delivery.acknowledged)}</td>
              <td data-label="${words.otherwise}">${otherwiseCell(context, delivery)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const onRecord = (context: Context, mark: Mark): Html =>
  html`<a href="${context.base}/record/${mark.index}">${day(context, mark.at)}</a>`;

type Mailed = NonNullable<Delivery['mail']>;

/** What became of a mail, with the number by which the receiving server said so. */
export const mailWords = ({ t }: Context, { result, code }: Pick<Mailed, 'result' | 'code'>): string => {
  const words = t.post.circulation.result;
  return result === 'no-address' ? words[result] : words[result](code === null ? '' : `${code}`);
};

const mailCell = (context: Context, { mail }: Delivery): Html => {
  if (mail === null) return html`<span class="quiet">${context.t.post.circulation.result.queued}</span>`;
  return html`<span class="${mail.result === 'handed-over' ? '' : 'fault'}">${mailWords(context, mail)}</span>
    ${onRecord(context, mail.on)}`;
};

const markCell = (context: Context, mark: Mark | null): Html =>
  mark === null ? html`<span class="quiet">${context.t.post.circulation.notYet}</span>` : onRecord(context, mark);

const otherwiseCell = (context: Context, { otherwise }: Delivery): Html | '' =>
  otherwise === null
    ? ''
    : html`<bdi>${otherwise.how}</bdi>
        <span class="quiet">${context.t.post.circulation.by(nameOf(context, otherwise.by))}</span>
        ${onRecord(context, otherwise.on)}`;
