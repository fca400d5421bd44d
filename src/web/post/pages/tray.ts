import { type Html, html } from '../../../markup/html.ts';
import { quoted } from '../../kit/theirs.ts';
import type { Dropped, FateKind, MailView, TrayItem } from '../../../conference/post/tray.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { linkRow } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { dayText, moment, nameOf } from '../../kit/words.ts';
import { type Trouble, troubleNotice } from '../parts/standstill.ts';

/** Mail that came in, for those who serve. Whatever is in a mail is shown as words, and nothing of it as a page. */

export const TRAY_SHOWS = {
  waiting: ['waiting', 'new'],
  refused: ['refused'],
  programs: ['ignored', 'bounce'],
  done: ['done'],
} as const satisfies Readonly<Record<string, readonly FateKind[]>>;

export type TrayShow = keyof typeof TRAY_SHOWS;

/** The most mails on the page. */
export const MOST_MAILS = 200;

export const trayPage = (
  context: Context,
  show: TrayShow,
  items: readonly TrayItem[] | null,
  { dropped, trouble }: { readonly dropped: Dropped | null; readonly trouble: Trouble },
): Html => {
  const { t, base } = context;
  const words = t.post.tray;
  return page(context, {
    title: words.title,
    body: html`<p class="symbol"><a href="${base}/letters">${t.post.letters.title}</a></p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${troubleNotice(context, trouble)}
      ${dropped === null ? '' : html`<p class="notice">${words.dropped(dropped.mails, dayText(context, dropped.last))}</p>`}
      ${
        items === null
          ? html`<p class="empty">${words.noPost}</p>`
          : html`${linkRow(
                words.filter,
                (Object.keys(TRAY_SHOWS) as TrayShow[]).map((one) => ({
                  label: words.show[one],
                  href: `${base}/letters/tray${one === 'waiting' ? '' : `?show=${one}`}`,
                  here: one === show,
                })),
              )}
              ${items.length === 0 ? html`<p class="empty">${words.none[show]}</p>` : ''}
              ${items.length < MOST_MAILS ? '' : html`<p class="quiet">${words.more(MOST_MAILS)}</p>`}
              <ul class="rows circulations">
                ${items.map((item) => row(context, item))}
              </ul>`
      }`,
  });
};

const subjectOf = ({ t }: Context, { view }: TrayItem): string =>
  view === null || view.subject === '' ? t.post.tray.noSubject : view.subject;

/** The author as the mail has it; else the one who sent it. */
const authorOf = ({ view, sender }: TrayItem): string => {
  if (view === null) return sender === '' ? '—' : sender;
  return view.name === '' ? view.address : `${view.name} <${view.address}>`;
};

const whyText = (context: Context, { fate }: TrayItem): string => {
  const words = context.t.post.tray;
  if (fate.kind === 'done') {
    const { by, delegate, at } = fate;
    return words.doneBy(nameOf(context, by), delegate, dayText(context, at));
  }
  if (fate.kind === 'new') return words.whyOf.new;
  if (fate.kind === 'bounce') return fate.status;
  if (!('why' in fate)) return '';
  return Object.hasOwn(words.whyOf, fate.why) ? words.whyOf[fate.why as keyof typeof words.whyOf] : words.whyOf.other;
};

const row = (context: Context, item: TrayItem): Html =>
  html`<li>
    <span class="when">${moment(context, item.at)}</span>
    <span class="what"
      ><a href="${context.base}/letters/tray/${item.id}" dir="auto">${subjectOf(context, item)}</a>
      <span class="why" dir="auto">${authorOf(item)}</span><span class="why">${whyText(context, item)}</span></span
    >
    <span class="figures">${kilobytes(context, item)}</span>
  </li>`;

const kilobytes = ({ t }: Context, { size }: { readonly size: number }): string =>
  t.post.tray.kilobytes(Math.max(1, Math.round(size / 1024)));

export const mailPage = (context: Context, item: TrayItem): Html => {
  const { t, base } = context;
  const words = t.post.tray;
  const { view, fate } = item;
  const path = `${base}/letters/tray/${item.id}`;
  return page(context, {
    title: subjectOf(context, item),
    body: html`<p class="symbol"><a href="${base}/letters/tray">${words.back}</a></p>
      <h1>${quoted(subjectOf(context, item))}</h1>
      <div class="split">
        <div>
          <dl class="facts">
            <dt>${words.from}</dt>
            <dd><bdi>${authorOf(item)}</bdi></dd>
            <dt>${words.to}</dt>
            <dd>${item.recipients.map((one) => html`<bdi class="block">${one}</bdi>`)}</dd>
            <dt>${words.came}</dt>
            <dd>${moment(context, item.at)}</dd>
            <dt>${words.why}</dt>
            <dd>
              ${whyText(context, item)}
              ${'told' in fate ? html`<span class="quiet block">${fate.told ? words.told : words.notTold}</span>` : ''}
            </dd>
            ${view === null ? '' : vouching(context, view)}
          </dl>
          ${view === null ? '' : mailWords(context, view)}
        </div>
        <aside class="side">
          <section class="panel">
            ${
              fate.kind === 'done'
                ? ''
                : html`<form method="post" action="${path}/done">
                    <p><button>${words.done}</button></p>
                  </form>`
            }
            <p><a href="${path}/raw" download>${words.raw}</a> <span class="why">${kilobytes(context, item)}</span></p>
            <p class="hint">${words.rawHint}</p>
          </section>
        </aside>
      </div>`,
  });
};

const vouching = ({ t }: Context, { trust }: MailView): Html => {
  const words = t.post.tray;
  const dkim = trust.dkim === 'pass' ? words.dkim.pass(trust.domain ?? '') : words.dkim[trust.dkim];
  return html`<dt>${words.vouched}</dt>
    <dd>
      <span class="block">${dkim}</span> <span class="block">${words.spf(trust.spf)}</span>
      ${
        trust.dkim === 'pass' || trust.spf === 'pass'
          ? html`<span class="block quiet">${trust.aligned ? words.aligned : words.notAligned}</span>`
          : ''
      }
      ${trust.disowned ? html`<span class="block fault">${words.disowned}</span>` : ''}
    </dd>`;
};

const mailWords = (context: Context, { words: own, cut, files }: MailView): Html => {
  const words = context.t.post.tray;
  return html`<h2>${words.words}</h2>
    <div class="sheet-of-letter">${own === '' ? html`<p class="quiet">${words.noWords}</p>` : paragraphs(own)}</div>
    ${
      cut === ''
        ? ''
        : html`<details>
            <summary>${words.cut}</summary>
            ${paragraphs(cut)}
          </details>`
    }
    ${
      files.length === 0
        ? ''
        : html`<h2>${words.files}</h2>
            <ul>
              ${files.map((file) => html`<li><bdi>${file.name}</bdi> <span class="quiet">${file.type} · ${kilobytes(context, file)}</span></li>`)}
            </ul>`
    }`;
};
