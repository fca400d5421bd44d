import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { openPoints } from './open-points.ts';
import { isOpen } from './text-facts.ts';

/** The pages about a text: four tabs, and under each what else lies there (docs/DESIGN.md, "A text"). */

export const TABS = {
  text: ['text', 'clean', 'brackets', 'changes', 'authors', 'languages', 'observations'],
  points: ['points', 'amendments', 'debate'],
  stand: ['stand', 'common'],
  history: ['history', 'proposals'],
} as const;

export type Tab = keyof typeof TABS;

/** A page about a text, by the name that its address has. */
export type TextPage = (typeof TABS)[Tab][number];

/** The ways in which the words themselves are shown, one menu. */
const SHOWN: readonly TextPage[] = ['text', 'clean', 'brackets', 'changes', 'authors'];

const tabOf = (page: TextPage): Tab =>
  (Object.keys(TABS) as Tab[]).find((tab) => (TABS[tab] as readonly TextPage[]).includes(page)) ?? 'text';

export const textPath = ({ base }: Context, { number }: Pick<Text, 'number'>, page: TextPage = 'text'): string =>
  page === 'text' ? `${base}/texts/${number}` : `${base}/texts/${number}/${page}`;

/** The four tabs, and below them what else lies in this one. */
export const placesOf = (context: Context, text: Text, here: TextPage): Html => {
  const words = context.t.texts.head;
  const tab = tabOf(here);
  const open = isOpen(text) ? openPoints(context, text).length : 0;
  return html`<nav class="tabs" aria-label="${words.tabs}">
      ${(Object.keys(TABS) as Tab[]).map(
        (one) =>
          html`<a href="${textPath(context, text, one)}" ${one === tab ? html`aria-current="page"` : ''}
            >${one === 'stand' && text.stage === 'adopted' ? words.signatures : words.tab[one]}${one === 'points' && open > 0 ? ` (${open})` : ''}</a
          >`,
      )}
    </nav>
    ${within(context, text, tab, here)}`;
};

/** What lies in one tab, with how much of it there is. */
const within = (context: Context, text: Text, tab: Tab, here: TextPage): Html => {
  const words = context.t.texts.head;
  const link = (page: TextPage, label: string, count = 0): Html =>
    html`<a href="${textPath(context, text, page)}" ${page === here ? html`aria-current="page"` : ''}
      >${label}${count === 0 ? '' : ` (${count})`}</a
    >`;
  const counts: Partial<Record<TextPage, number>> = {
    amendments: text.amendments.length,
    debate: text.threads.length,
    proposals: text.proposals.length,
    observations: context.reader.observations(text.number).length,
    languages: text.translations.size,
  };
  const pages = TABS[tab].filter(
    (page) => !SHOWN.includes(page) && (page !== 'common' || isOpen(text)),
  ) as readonly TextPage[];
  if (tab !== 'text' && pages.length < 2) return html``;
  return html`<nav class="ways no-print" aria-label="${words.within[tab]}">
    ${tab === 'text' ? html`${showMenu(context, text, here, link)} ${languages(context, text)}` : ''}
    ${pages.map((page) => html`${link(page, words.page[page], counts[page])} `)}
  </nav>`;
};

/** How many languages are named before the page of all of them. */
const FEW = 4;

/** The languages that it stands in besides its own, each one click away. */
const languages = (context: Context, text: Text): readonly Html[] =>
  [...text.translations.keys()]
    .slice(0, FEW)
    .map(
      (tag) =>
        html`<a href="${textPath(context, text, 'languages')}/${tag}" hreflang="${tag}"
          >${languageText(context, tag)}</a
        > `,
    );

/** One menu of the ways in which the words are shown; it says which one this is. */
const showMenu = (
  context: Context,
  text: Text,
  here: TextPage,
  link: (page: TextPage, label: string) => Html,
): Html => {
  const words = context.t.texts.head;
  return html`<details class="show">
    <summary>${words.show}: <strong>${words.page[SHOWN.includes(here) ? here : 'text']}</strong></summary>
    <ul class="plain">
      ${SHOWN.map((page) => html`<li>${link(page, words.page[page])}</li>`)} ${changedSince(context, text)}
    </ul>
  </details>`;
};

/** What changed since the reader last said that they had read, where there is a revision since. */
const changedSince = (context: Context, text: Text): Html | '' => {
  const { news, t } = context;
  const before = news === null ? undefined : text.revisions.findLast(({ on }) => !news.isSince(on.index));
  const last = text.revisions.length;
  return before === undefined || before.number === last
    ? ''
    : html`<li>
        <a href="${textPath(context, text, 'changes')}?from=${before.number}&to=${last}">${t.workspace.news.changed}</a>
      </li>`;
};
