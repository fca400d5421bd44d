import { needsNow } from '../../conference/reading/needs-kept.ts';
import { type Html, html } from '../../markup/html.ts';
import { pastOf } from './past.ts';
import { type Context, serves } from './context.ts';

/** The places of a conference: what its menu leads to, and what lies in each (docs/DESIGN.md, "Places"). */

export interface Place {
  readonly label: string;
  /** How much waits there. */
  readonly waiting: number;
  /** Its pages, the first of which the menu leads to. */
  readonly pages: readonly [Page, ...Page[]];
}

interface Page {
  /** Below the conference's address. Whatever is below it belongs to it. */
  readonly path: string;
  readonly label: string;
}

/** The menu: the workspace's for members, the public site's for everyone else. */
export const placesOf = (context: Context): readonly Place[] =>
  context.reader.member ? membersPlaces(context) : publicPlaces(context);

const membersPlaces = (context: Context): readonly Place[] => {
  const { menu } = context.t.common;
  return [
    todayOf(context),
    place(
      menu.texts,
      ['/texts', menu.negotiated],
      ['/decisions', menu.decisions],
      ['/statements', menu.statements],
      ['/publications', menu.publications],
      ['/observations', menu.observations],
      ['/drafts', menu.drafts],
    ),
    place(menu.meetings, ['/meetings', menu.meetings]),
    place(
      menu.letters,
      ['/letters', menu.letters],
      ['/reports', menu.reports],
      ['/appeals', menu.appeals],
      ['/actions', menu.actions],
      ['/letters/circulations', menu.circulations],
      ...(serves(context) ? ([['/letters/tray', menu.tray]] as const) : []),
      ['/help', menu.help],
    ),
    place(
      menu.conference,
      ['/participants', menu.participants],
      ['/about', menu.principles],
      ['/charters', menu.charters],
      ['/archive', menu.archive],
      ['/group', menu.group],
      ['/means', menu.means],
      ['/record', menu.record],
    ),
  ];
};

/** Also of those who have come in and take no part, who find first what waits for them. */
const publicPlaces = (context: Context): readonly Place[] => {
  const { t, reader, me } = context;
  const { menu } = t.common;
  const mayApply = me?.organisation.standing.kind !== 'applicant';
  return [
    ...(me === null ? [] : [todayOf(context)]),
    place(
      menu.decisions,
      ['/decisions', menu.decisions],
      ['/statements', menu.statements],
      ...(reader.periodicals().length === 0 ? [] : ([['/publications', menu.publications]] as const)),
    ),
    place(
      menu.participants,
      ['/participants', menu.participants],
      ...(reader.reports().length === 0 ? [] : ([['/reports', menu.reports]] as const)),
      ...(reader.appeals().length === 0 ? [] : ([['/appeals', menu.appeals]] as const)),
      ...(reader.actions().length === 0 ? [] : ([['/actions', menu.actions]] as const)),
      ['/group', menu.group],
      ...(mayApply ? ([['/apply', menu.apply]] as const) : []),
    ),
    place(
      menu.about,
      ['/about', menu.principles],
      ['/charters', menu.charters],
      ...(reader.archive().length === 0 ? [] : ([['/archive', menu.archive]] as const)),
      ...(reader.meetings().length === 0 && pastOf(context, 'meeting').length === 0
        ? []
        : ([['/meetings', menu.meetings]] as const)),
    ),
    // A copy is checked as a whole, and holds no list of entries.
    ...(context.copy ? [] : [place(menu.check, ['/record', menu.record])]),
  ];
};

const todayOf = (context: Context): Place => {
  const { conference, reader, me, now, t } = context;
  const needs = me === null ? 0 : needsNow(conference, reader, me.organisation.id, now).length;
  const waiting = needs + preparedFor(context);
  return { ...place(t.common.menu.today, ['/today', t.common.menu.today], ['/news', t.workspace.news.title]), waiting };
};

/** Whether something that was prepared waits for the delegate: to be signed or, set aside, to be looked at again. */
const preparedFor = ({ me, prepared }: Context): 0 | 1 => {
  const lines = me?.delegate.role === 'representing' ? prepared?.waiting() : prepared?.aside();
  return lines?.some(({ aside, by }) => aside === null || by === me?.delegate.number) === true ? 1 : 0;
};

const place = (label: string, ...pages: readonly [Named, ...Named[]]): Place => {
  const [first, ...rest] = pages;
  return { label, waiting: 0, pages: [named(first), ...rest.map(named)] };
};

type Named = readonly [path: string, label: string];

const named = ([path, label]: Named): Page => ({ path, label });

/** The page of a place that this address is, or lies below; of several the nearest. */
const pageAt = (address: string, places: readonly Place[]): { readonly place: Place; readonly page: Page } | null => {
  const fit = places.flatMap((place) =>
    place.pages
      .filter(({ path }) => address === path || address.startsWith(`${path}/`))
      .map((page) => ({ place, page })),
  );
  return fit.toSorted((a, b) => b.page.path.length - a.page.path.length)[0] ?? null;
};

/** Pages below which each has rows of its own. */
const HAS_ROWS: ReadonlySet<string> = new Set(['/texts', '/meetings']);

/** The menu, and under it what else lies in the place of which this page is one. */
export const menuOf = (context: Context): { readonly menu: Html; readonly within: Html | '' } => {
  const { base, t, url } = context;
  const places = placesOf(context);
  const address = url.pathname.slice(base.length);
  const at = pageAt(address, places);
  const menu = html`<nav aria-label="${t.common.menu.places}">
    ${places.map(
      (one) =>
        html`<a href="${base}${one.pages[0].path}" ${one === at?.place ? html`aria-current="page"` : ''}
          >${one.label}${one.waiting > 0 ? html` <span class="badge">${one.waiting}</span>` : ''}</a
        >`,
    )}
  </nav>`;
  if (at === null || at.place.pages.length === 1) return { menu, within: '' };
  const isHere = at.page.path === address;
  // What has rows of its own leads back by them.
  if (!isHere && HAS_ROWS.has(at.page.path)) return { menu, within: '' };
  const within = html`<nav class="within" aria-label="${at.place.label}">
    ${at.place.pages.map(
      ({ path, label }) =>
        html`<a href="${base}${path}" ${path === at.page.path ? html`aria-current="${isHere ? 'page' : 'true'}"` : ''}
          >${label}</a
        >`,
    )}
  </nav>`;
  return { menu, within };
};
