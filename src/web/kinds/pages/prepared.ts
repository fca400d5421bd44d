import { ACT_RULES } from '../../../charter/acts.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { PreparedLine } from '../../../conference/prepared.ts';
import { type Html, html } from '../../../markup/html.ts';
import { asideWords, staleness } from '../../act/hand-over.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { theirs } from '../../kit/theirs.ts';
import { momentText } from '../../kit/words.ts';

/** What is prepared in the organisation and waits to be signed, and what was set aside. Nobody else sees it. */
export const preparedPage = (context: Context, isDamaged: boolean): Html => {
  const { t, base, prepared, url } = context;
  const words = t.acts.prepared;
  const [waiting, aside] = [prepared?.waiting() ?? [], prepared?.aside() ?? []];
  const maySign = context.me?.delegate.role === 'representing';
  const choosable = waiting.filter((one) => maySign && isSignedWithOthers(context, one));
  return page(context, {
    title: words.title,
    width: 'narrow',
    body: html`<h1>${words.title}</h1>
      ${url.searchParams.has('handed') ? html`<p class="notice" role="status">${words.handedOver}</p>` : ''}
      <p class="lede">${words.lede}</p>
      ${isDamaged ? html`<p class="notice" role="status">${t.texts.drafts.damaged}</p>` : ''}
      ${waiting.length === 0 ? html`<p class="empty">${words.none}</p>` : ''}
      <form method="get" action="${base}/prepared/sign">
        <ul class="rows prepared-acts">
          ${waiting.map((one) => row(context, one, choosable.includes(one)))}
        </ul>
        ${choosable.length === 0 ? '' : html`<p class="actions"><button>${words.several}</button></p>`}
      </form>
      ${
        aside.length === 0
          ? ''
          : html`<h2>${words.asides}</h2>
              <ul class="rows">
                ${aside.map((one) => row(context, one, false))}
              </ul>`
      }`,
  });
};

/** Whether it can be signed among others: what must be read again, and what is always signed alone, is opened by itself. */
export const isSignedWithOthers = (context: Context, one: PreparedLine): boolean =>
  ACT_RULES[one.kind].signedAlone === undefined && staleness(context, one) === null;

const row = (context: Context, one: PreparedLine, isChoosable: boolean): Html => {
  const { t, base } = context;
  const words = t.acts.prepared;
  const stale = staleness(context, one);
  const what = t.acts.kind[one.kind];
  return html`<li>
    <span class="what block">
      ${isChoosable ? html`<input type="checkbox" name="p" value="${one.id}" checked aria-label="${what}" />` : ''}
      <a href="${base}/prepared/${one.id}">${what}</a>
    </span>
    ${aboutLine(context, one)}
    <span class="why">${words.by(one.by, momentText(context, one.at))}</span>
    ${one.note === '' ? '' : html`<blockquote><p dir="auto">${one.note}</p></blockquote>`}
    ${stale === null ? '' : html`<span class="why soon">${stale}</span>`}
    ${ACT_RULES[one.kind].newKeys === undefined ? '' : html`<span class="why">${words.keys}</span>`}
    ${asideWords(context, one)}
  </li>`;
};

/** What it is called, or the text that it is about. */
export const aboutLine = ({ reader }: Context, { title, text: number }: PreparedLine): Html | '' => {
  const text = number === null ? null : reader.text(number);
  const name = title === '' && text !== null ? present(text).title : title;
  return name === '' ? '' : html`<span class="why">${theirs(name)}</span>`;
};
