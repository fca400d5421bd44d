import { fromBase64url, hex } from '../../base/bytes.ts';
import type { PublicKey } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { ActKind, AnyAct } from '../../charter/acts.ts';
import type { RecordEntry } from '../../conference/types.ts';
import { type Html, html } from '../../markup/html.ts';
import type { ActForm } from './act-form.ts';
import type { Context } from '../kit/context.ts';
import { page } from '../kit/layout.ts';
import { invitationsIn } from './sign-by-hand.ts';
import { grouped, moment } from '../kit/words.ts';

/** After an act: what is on the record, where its proof is, and by which act it is taken back, where it can be. Links of invitation that the act made are shown by the island. */
export const receiptPage = (
  context: Context,
  form: ActForm,
  entry: RecordEntry,
  takeBack: { readonly kind: ActKind; readonly href: string } | null,
): Html => {
  const { t, base, conference } = context;
  const words = t.acts.receipt;
  const { act, index, time, hash } = entry;
  const next = form.next(context, act.body, { index, hash, time });
  return page(context, {
    title: words.title,
    width: 'narrow',
    islands: ['invitations'],
    body: html`<p class="symbol">${words.symbol}</p>
      <h1>${t.acts.kind[act.kind]}</h1>
      <p class="lede">${words.title}. ${words.body}</p>
      <section class="panel">${form.summary(context, act.body, act)}</section>
      <show-invitations data-slug="${conference.slug}" data-ended="${JSON.stringify(endedOf(context, act))}" hidden>
        <h2></h2>
        <p>${words.links}</p>
        <ul></ul>
      </show-invitations>
      <dl class="facts">
        <dt>${words.entry}</dt>
        <dd class="figures">${index}</dd>
        <dt>${words.received}</dt>
        <dd>${moment(context, time)}</dd>
        <dt>${words.actHash}</dt>
        <dd><code>${grouped(hex(fromBase64url(hash) ?? new Uint8Array()))}</code></dd>
      </dl>
      <p class="actions">
        <a class="button" href="${next}">${words.goOn}</a>
        <a href="${base}/record/${index}">${words.readIt}</a>
      </p>
      ${
        takeBack === null
          ? ''
          : html`<p class="quiet">${words.takeBack} <a href="${takeBack.href}">${t.acts.kind[takeBack.kind]}</a></p>`
      }`,
  });
};

/** The invitations that the act brought in and that lead nowhere any more: used, withdrawn, or replaced by another. */
const endedOf = ({ conference }: Context, act: AnyAct): readonly PublicKey[] =>
  invitationsIn(act).filter((key) => conference.state().keys.get(fingerprint(key))?.until !== null);

/** For someone who is not signed in: that the entry is there, and nothing of what it says. */
export const sealedReceiptPage = (context: Context, index: number): Html => {
  const { t, base } = context;
  const words = t.acts.receipt;
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<p class="symbol">${words.symbol}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.sealed}</p>
      <dl class="facts">
        <dt>${words.entry}</dt>
        <dd class="figures">${index}</dd>
      </dl>
      <p class="actions">
        <a class="button" href="${base}/sign-in?to=${base}/receipt/${index}">${t.common.menu.signIn}</a>
        <a href="${base}">${words.goOn}</a>
      </p>`,
  });
};
