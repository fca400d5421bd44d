import type { PersonalData } from '../../../conference/personal.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { moment } from '../../kit/words.ts';

/** What the node keeps of whoever is signed in, until when, and what of it can be forgotten at once. */
export const keptPage = (context: Context, kept: PersonalData): Html => {
  const { t, base, url } = context;
  const words = t.post.kept;
  return page(context, {
    title: words.title,
    body: html`<p class="symbol"><a href="${base}/settings">${t.post.settings.title}</a></p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${url.searchParams.has('done') ? html`<p class="notice" role="status">${words.done}</p>` : ''}
      <h2>${words.beside}</h2>
      <dl class="facts">${beside(context, kept)}</dl>
      <p><a href="${base}/settings/kept.json" download>${words.download}</a></p>
      ${isEmpty(kept) ? '' : erasing(context)}
      <h2>${words.record}</h2>
      <p>${words.recordLede}</p>
      ${name(context, kept)}`,
  });
};

const beside = (
  context: Context,
  { contacts, subscriptions, sent, received, sessions, read, drafts, shared, prepared }: PersonalData,
): readonly Html[] => {
  const words = context.t.post.kept;
  const addresses =
    contacts.length === 0 ? words.none : contacts.map(({ address }) => html`<bdi class="address">${address}</bdi>`);
  return [
    fact(words.address, addresses, words.until.address),
    fact(words.subscriptions, words.periodicals(subscriptions.length), words.until.subscriptions),
    fact(words.sent, words.mails(sent.length), words.until.sent),
    fact(words.received, words.mails(received.length), words.until.received),
    fact(
      words.sessions,
      sessions.map(({ expires }) => html`${words.openUntil} ${moment(context, expires)}<br />`),
      words.until.sessions,
    ),
    fact(words.read, read === null ? words.notRead : words.readUpTo(read.upTo), words.until.read),
    fact(words.drafts, words.count(drafts.length), words.until.drafts),
    fact(words.shared, words.count(shared.length), words.until.shared),
    fact(words.prepared, words.acts(prepared.length), words.until.prepared),
  ];
};

const fact = (what: string, value: string | Html | readonly Html[], until: string): Html =>
  html`<dt>${what}</dt>
    <dd>${value} <span class="quiet">${until}</span></dd>`;

const isEmpty = ({ contacts, subscriptions, sent, received, read }: PersonalData): boolean =>
  contacts.length + subscriptions.length + sent.length + received.length === 0 && read === null;

const erasing = ({ t, base }: Context): Html =>
  html`<form method="post" action="${base}/settings/kept/erase">
    <p>${t.post.kept.eraseLede}</p>
    <p><button class="second">${t.post.kept.erase}</button></p>
  </form>`;

const name = ({ t, base }: Context, { delegate }: PersonalData): Html | '' => {
  const hash = delegate?.nameHash ?? null;
  return hash === null
    ? ''
    : html`<p><a href="${base}/do/attachment.erase?attachment=${hash}">${t.post.kept.eraseName}</a></p>`;
};
