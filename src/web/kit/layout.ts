import type { OrganisationId } from '../../base/ids.ts';
import { SAYS } from '../shared/offline.ts';
import { type Card, cardTags } from './card.ts';
import { present } from '../../charter/texts/texts.ts';
import type { Resource } from '../../charter/law/resource.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context, SiteContext } from './context.ts';
import { LANGUAGES, languageName } from '../messages/index.ts';
import { newsCount } from './news.ts';
import { menuOf } from './places.ts';
import { sentence, theirs } from './theirs.ts';
import { momentText } from './words.ts';

/** What every page is set in. */

export interface Sheet {
  readonly title: string;
  readonly body: Html | readonly Html[];
  /** `narrow` for forms and letters, `wide` for texts and tables. */
  readonly width?: 'narrow' | 'wide';
  /** What keeps the page up to date. */
  readonly live?: Html;
  /** What is shown, where it is one thing of many: the page is renewed when that has changed, or what may stand on any page. */
  readonly about?: readonly [Resource, ...Resource[]];
  /** Names of the islands that the page uses; nothing else is loaded. */
  readonly islands?: readonly string[];
  /** The address of a style sheet for paper alone: what stands at the head of each printed page. */
  readonly running?: string;
  /** What is shown, in other forms: files. */
  readonly forms?: readonly OtherForm[];
  /** The address of the feed that tells of what is new on it. */
  readonly feed?: string;
  /** What is shown of it where somebody passes on its address; for pages that everybody may read. */
  readonly card?: Card;
  /** What is no word of the conference: neither the page's title nor its paper bears the conference's name. */
  readonly apart?: true;
  /** Nothing above and below: for a screen that a whole room looks at. */
  readonly bare?: true;
}

/** The same thing in another form, for programs. */
export interface OtherForm {
  readonly address: string;
  readonly type: string;
}

/** What stands around a page. */
interface Around {
  /** What else stands in the head. */
  readonly head?: Html | '';
  readonly masthead: Html;
  readonly notice: Html | '';
  /** After the links at the foot. */
  readonly foot: Html | '';
}

const shell = (context: SiteContext, sheet: Sheet, { head = '', masthead, notice, foot }: Around): Html => {
  const { t, language } = context;
  const islands = sheet.islands ?? [];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${sheet.title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/assets/isonomia.css" />
        ${sheet.running === undefined ? '' : html`<link rel="stylesheet" href="${sheet.running}" media="print" />`}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${withLanguage(context.url, other)}" />`)}
        ${head}
        ${sheet.feed === undefined ? '' : html`<link rel="alternate" type="application/atom+xml" href="${sheet.feed}" />`}
        ${(sheet.forms ?? []).map(({ address, type }) => html`<link rel="alternate" type="${type}" href="${address}" />`)}
        ${context.copy ? '' : installable(context)}
        ${context.copy ? ofCopy(sheet) : islands.map((name) => html`<script type="module" src="/assets/islands/${name}.js"></script>`)}
      </head>
      <body>
        <a class="skip" href="#content">${t.common.skip}</a>
        ${sheet.bare === true ? '' : html`${masthead}${notice}`}
        <main id="content" class="${sheet.width === 'narrow' ? 'narrow' : 'wide'}">${sheet.body}</main>
        ${sheet.live ?? ''} ${sheet.bare === true ? '' : footer(context, foot)}
      </body>
    </html>`;
};

/** A phone puts it beside its programs; and what stands above a page that is read without a network. */
const installable = ({ t }: SiteContext): Html =>
  html`<link rel="manifest" href="/assets/isonomia.webmanifest" />
    <link rel="apple-touch-icon" href="/assets/icon-180.png" />
    <meta name="${SAYS}" content="${t.site.offline.asOf}" />`;

/** What a server would say of a page, and the one script that runs without it: no browser loads a module from a file. */
const ofCopy = ({ about, islands = [] }: Sheet): Html =>
  html`<meta http-equiv="content-security-policy" content="${COPY_POLICY}" />
    <meta name="about" content="${(about ?? []).join(' ')}" />
    ${islands.includes('verify-copy') ? html`<script defer src="/assets/islands/verify-copy.js"></script>` : ''}`;

/** Also where the copy is opened as files: there, nothing is its own origin. */
const COPY_POLICY = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'font'].map((what) => `${what}-src 'self' file: data:`),
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const footer = ({ t, language, url, copy }: SiteContext, foot: Html | ''): Html =>
  html`<footer class="footer">
    ${copy ? t.common.product : html`<a href="/">${t.common.product}</a>`}
    <a href="/verify">${t.common.menu.check}</a>
    ${copy ? '' : html`<a href="/offline">${t.site.offline.link}</a>`}
    ${LANGUAGES.filter((other) => other !== language).map(
      (other) =>
        html`<a href="${withLanguage(url, other)}" hreflang="${other}" lang="${other}">${languageName(other)}</a>`,
    )}
    ${foot}
  </footer>`;

const withLanguage = (url: URL, language: string): string => {
  const query = new URLSearchParams(url.search);
  query.set('lang', language);
  return `${url.pathname}?${query.toString()}`;
};

/** A page of the installation itself, of no conference. */
export const sitePage = (context: SiteContext, sheet: Sheet): Html =>
  shell(context, sheet, {
    masthead: html`<header class="masthead"><a class="name" href="/">${context.t.common.product}</a></header>`,
    notice: '',
    foot: '',
  });

/** A page of a conference: the public site for everyone, and the workspace's menu for its members. */
export const page = (context: Context, sheet: Sheet): Html => {
  const { t, base, me, reader } = context;
  const { menu, within } = menuOf(context);
  const charter = context.conference.state().charter?.charter;
  const name =
    reader.founded !== null || reader.member ? (charter?.name ?? context.conference.slug) : context.conference.slug;
  const masthead = html`<header class="masthead ${sheet.apart === true ? 'no-print' : ''}">
      <a class="name" href="${base}">${theirs(name)}</a>
      ${menu}
      <div class="me">
        ${context.copy ? '' : searchBox(context)}
        ${
          context.copy
            ? ''
            : me === null
              ? html`<a href="${base}/sign-in">${t.common.menu.signIn}</a>`
              : html`${bell(context)}<a href="${base}/organisation">${theirs(me.organisation.name)}</a>`
        }
      </div>
    </header>
    ${within}`;
  const sampleNotice = context.sample
    ? html`<aside class="notice" aria-label="${t.acts.takePlace}">
        ${t.common.sampleNote} <a href="${base}/take-a-place">${t.acts.takePlace}</a>
      </aside>`
    : '';
  const notice = html`${copyNotice(context)}${sampleNotice}${anothersNotice(context)}${readOnlyNotice(context)}${doubtNotice(context)}`;
  return shell(
    context,
    {
      ...sheet,
      title: sheet.apart === true ? sheet.title : `${sheet.title} · ${name}`,
      islands: ['live-page', ...(sheet.islands ?? [])],
      live: context.copy
        ? html``
        : html`<live-page
            data-slug="${context.conference.slug}"
            data-size="${reader.size}"
            ${context.sent ? html`data-still` : ''}
            ${sheet.about === undefined ? '' : html`data-about="${sheet.about.join(' ')}"`}
            data-messages="${JSON.stringify(t.site.live)}"
          ></live-page>`,
    },
    {
      head: sheet.card === undefined ? '' : cardTags(context, sheet, sheet.card),
      masthead,
      notice,
      foot: html`${ownPages(context)}<a href="${base}/guide">${t.site.guide.title}</a>
        <a href="${base}/data">${t.site.tables.title}</a> ${me === null ? '' : signOut(context)}`,
    },
  );
};

/** The pages of the conference's own, by their titles. */
const ownPages = ({ base, reader }: Context): readonly Html[] =>
  [...reader.pages()].map(([address, number]) => {
    const text = reader.text(number);
    return html`<a href="${base}/about/${address}">${text === null ? address : theirs(present(text).title)}</a> `;
  });

/** Where there is anything to be found; on a narrow screen its button leads to the page of the same. */
const searchBox = ({ t, base, reader, url }: Context): Html | '' =>
  (reader.founded === null && !reader.member) || url.pathname === `${base}/search`
    ? ''
    : html`<form class="search" method="get" action="${base}/search" role="search">
        <input
          name="q"
          type="search"
          aria-label="${t.site.search.label}"
          placeholder="${t.site.search.find}"
          autocomplete="off"
          dir="auto"
        />
        <button class="plain" aria-label="${t.site.search.find}">
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
            <path d="m13 13 5 5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
        </button>
      </form>`;

/** How much is new to whoever is signed in, leading there; its count is told to who does not see it, too. */
const bell = ({ t, base, news }: Context): Html | '' => {
  if (news === null) return '';
  const { count, isAny } = newsCount(news);
  return html`<a class="bell" href="${base}/news" aria-label="${t.workspace.news.bell(count)}"
    ><svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path
        d="M4 14.5h12l-1.5-2.2V8.5a4.5 4.5 0 0 0-9 0v3.8zM8.2 17a2 2 0 0 0 3.6 0"
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linejoin="round"
      /></svg
    >${isAny ? html`<span class="badge" aria-hidden="true">${count}</span>` : ''}</a
  >`;
};

const signOut = ({ t, base }: Context): Html =>
  html`<form method="post" action="${base}/sign-out"><button class="plain">${t.common.menu.signOut}</button></form>`;

const copyNotice = ({ t, base, origin, copy }: Context): Html | '' =>
  copy
    ? html`<aside class="notice" aria-label="${t.common.copy.label}">
        ${t.common.copy.says} <a href="/verify">${t.common.copy.check}</a> ·
        <a href="${origin}${base}">${t.common.copy.itself}</a>
      </aside>`
    : '';

/** A mail's link says for whom it is: whoever opens it while signed in for another organisation sees that page as that one, and is told so. */
const anothersNotice = ({ t, base, me, reader, url }: Context): Html | '' => {
  const to = url.searchParams.get('for');
  const other =
    to === null || me === null || to === me.organisation.id ? null : reader.organisation(to as OrganisationId);
  if (other === null || me === null) return '';
  const words = t.common.anothers;
  const again = new URL(url);
  again.searchParams.delete('for');
  return html`<aside class="notice" aria-label="${words.label}">
    ${sentence(words.says, theirs(other.name), theirs(me.organisation.name))}
    <a href="${base}/sign-in?to=${encodeURIComponent(again.pathname + again.search)}">${words.change}</a>
  </aside>`;
};

const readOnlyNotice = ({ conference, t }: Context): Html | '' =>
  conference.isReadOnly()
    ? html`<aside class="notice" aria-label="${t.common.readOnly.label}">${t.common.readOnly.says}</aside>`
    : '';

const doubtNotice = (context: Context): Html | '' => {
  const doubt = context.conference.doubt();
  if (doubt === null) return '';
  const { label, says } = context.t.common.clockInDoubt;
  const [shown, known] = [momentText(context, doubt.shown), momentText(context, doubt.known)];
  return html`<aside class="notice" aria-label="${label}">${says(shown, known)}</aside>`;
};
