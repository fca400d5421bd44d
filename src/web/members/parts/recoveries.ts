import { type Html, html } from '../../../markup/html.ts';
import { sentence } from '../../kit/theirs.ts';
import { org } from '../../kit/words.ts';
import { openDisagreement } from '../../../charter/law/disagreement.ts';
import type { Recovery } from '../../../charter/members/organisation-state.ts';
import { vouchesFor } from '../../../charter/members/vouchers.ts';
import { openRecoveries } from '../../../conference/reading/request-needs.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { recoveryKey, recoveryState, recoveryWords } from './recovery-facts.ts';

/** Whose lost key is to be replaced. Anybody can ask, so what nobody has vouched for stands apart, the newest first and a few at a time. */

const FEW = 5;

export const recoveries = (context: Context): Html | '' => {
  const words = context.t.workspace.participants;
  const all = openRecoveries(context.reader);
  if (all.length === 0) return '';
  const running = pageOf(
    all.filter(({ stage }) => stage.kind === 'running'),
    context,
    FEW,
    ({ number }) => number,
    'vouched',
  );
  const asked = all.filter(({ stage }) => stage.kind === 'awaiting').toReversed();
  const shown = pageOf(asked, context, FEW, ({ number }) => number, 'asked');
  return html`<section class="panel" id="recoveries">
    <h2>${words.recoveries}</h2>
    <ul class="rows">
      ${running.items.map((recovery) => row(context, recovery))}
    </ul>
    ${pageLinks(context, running)}
    ${
      asked.length === 0
        ? ''
        : html`<h3 id="asked">${words.asked(asked.length)}</h3>
            <p>${words.askedHint}</p>
            <ul class="rows">
              ${shown.items.map((recovery) => row(context, recovery))}
            </ul>
            ${pageLinks(context, shown)}`
    }
  </section>`;
};

const row = (context: Context, recovery: Recovery): Html =>
  html`<li>
    <span class="what"
      >${sentence((name) => context.t.workspace.participants.recoveryOf(name, recovery.delegate), org(context, recovery.organisation))}</span
    >
    ${recoveryWords(context, recovery)}
    ${recoveryState(context, recovery).map((said) => html`<span class="why">${said}</span>`)}
    ${recoveryKey(context, recovery)} ${links(context, recovery)}
  </li>`;

const links = ({ base, me, t }: Context, recovery: Recovery): Html | '' => {
  if (me?.organisation.standing.kind !== 'participant') return '';
  const words = t.workspace.participants;
  const own = me.organisation.id;
  const link = (kind: string, text: string): Html =>
    html`<a href="${base}/do/${kind}?recovery=${recovery.number}">${text}</a>`;
  if (openDisagreement(recovery, own) !== undefined)
    return link('recovery.withdraw-disagreement', words.withdrawDisagreement);
  const vouching = vouchesFor(recovery, own)
    ? link('recovery.withdraw-voucher', words.withdrawVoucher)
    : recovery.organisation === own
      ? ''
      : link('recovery.vouch', words.vouch);
  return html`${vouching} ${link('recovery.disagree', words.disagree)}`;
};
