import { type Context as Call, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import type { Slug } from '../base/ids.ts';
import { isMember } from '../charter/members/organisations.ts';
import { type Latest, latestOf } from '../conference/reading/fresh.ts';
import { createReader } from '../conference/reading/reader.ts';
import { sessionCookie } from '../conference/door/sign-in.ts';
import type { Conference } from '../conference/types.ts';
import { SigningStopped } from '../conference/load/checkpoints.ts';
import { whyNotKept } from '../conference/not-kept.ts';
import { WorkEnded } from '../conference/work/runner.ts';
import { WorkBusy, askerOf } from '../conference/work/turns.ts';
import type { Html } from '../markup/html.ts';
import { assetRoutes } from './kit/assets.ts';
import type { Context, SiteContext } from './kit/context.ts';
import { createDraftDesk } from './kit/drafts.ts';
import { createSharedDesk } from './kit/shared-drafts.ts';
import type { WebDeps, WebEnv } from './kit/env.ts';
import { type IsInvented, createInvented } from './kit/invented.ts';
import { createLetters, readable } from './kit/letters.ts';
import { createLimitGuard } from './kit/limits.ts';
import { type Comparing, MOST_SENT, createComparisons } from './kit/compare/comparing.ts';
import { type PageLanguage, chooseLanguage, messagesIn } from './messages/index.ts';
import { compressed } from './kit/compressing.ts';
import { createPreparedDesk } from './kit/prepared.ts';
import { createNewsDesk } from './kit/news.ts';
import { createPageCache } from './kit/page-cache.ts';
import { BadForm } from './act/form-data.ts';
import {
  badFormPage,
  faultPage,
  notKeptPage,
  fullPage,
  haltedPage,
  notFoundPage,
  signingStoppedPage,
  tooMuchPage,
  workingPage,
} from './kit/errors.ts';
import { conferenceRoutes } from './routes.ts';
import { siteRoutes } from './site/site-routes.ts';
import { byName, fromHereOnly, withHeaders } from './kit/security.ts';
import { sendPage } from './kit/send-page.ts';

/** The pages, as one Hono app. */

/** What a page is handed with its request. */
interface Handed {
  readonly comparing: Comparing;
  readonly language: PageLanguage;
}

/** What is the same for everyone who is not signed in, the conference's first page among it. */
const PUBLIC_PAGES = [
  '',
  '/about/*',
  '/apply',
  '/guide',
  '/data/*',
  '/charters/*',
  '/participants/*',
  '/decisions/*',
  '/reports/*',
  '/appeals/*',
  '/actions/*',
  '/statements/*',
  '/archive/*',
  '/publications/*',
  '/record/:index',
] as const;

/** What answers for the pages. */
export interface Web extends Pick<Hono<WebEnv>, 'fetch' | 'request'> {
  /** Every page that there is. */
  readonly routes: Hono<WebEnv>['routes'];
}

export const createWeb = (deps: WebDeps): Web => {
  const app = new Hono<WebEnv>();
  const letters = createLetters();
  const invented = createInvented();
  const isInvented = (conference: Conference): IsInvented =>
    conference.slug === deps.sample ? invented.in(conference.state()) : () => false;
  const comparisons = createComparisons(deps.work);

  app.use(compressed);
  app.use(withHeaders(deps.origin));
  app.use(createLimitGuard(deps));
  app.use(fromHereOnly(deps.origin));
  app.use(byName(deps.origin));

  const pages = new Hono<WebEnv>();
  app.all('*', async (c) => {
    const language = languageOf(c);
    const asked = (comparing: Comparing): Response | Promise<Response> => {
      const handed: Handed = { comparing, language };
      return pages.fetch(c.req.raw, { ...(c.env as object), ...handed });
    };
    // A form is sent once.
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return asked(comparisons.begin(language, false, MOST_SENT));
    const comparing = comparisons.begin(language, true);
    const page = await asked(comparing);
    if (comparing.missing.size === 0) return page;
    await comparisons.complete(comparing, language);
    return asked(comparisons.begin(language, false));
  });

  pages.use(async (c, next) => {
    const chosen = c.req.query('lang');
    if (chosen !== undefined)
      setCookie(c, 'isonomia-language', chooseLanguage(chosen, undefined), {
        path: '/',
        sameSite: 'Lax',
        maxAge: 31_536_000,
      });
    const { language, comparing } = c.env as Handed;
    const url = new URL(c.req.url);
    c.set('deps', deps);
    const sent = c.req.method === 'POST';
    c.set('site', () => ({
      t: messagesIn(language),
      language,
      now: deps.clock.now(),
      url,
      sent,
      origin: deps.origin,
      comparing,
      copy: deps.copy ?? false,
    }));
    await next();
  });

  pages.route('/assets', assetRoutes);

  pages.use('/:slug/*', async (c, next) => {
    const conference = deps.host.conference(c.req.param('slug') as Slug);
    if (conference === null) {
      if (!deps.host.halted().some(({ slug }) => slug === c.req.param('slug'))) return next();
      c.header('retry-after', `${STOPPED}`);
      return sendPage(c, haltedPage(c.var.site()), 503);
    }
    const attached = await letters.of(conference);
    if (conference.slug === deps.sample) await invented.learn(conference.state());
    const latest = await latestOf(conference);
    const token = parse(c.req.header('cookie') ?? '')[sessionCookie(deps.origin, conference.slug)] ?? null;
    c.set('context', () => contextOf(deps, c.var.site(), conference, token, { attached, isInvented, latest }));
    return next();
  });

  const cached = createPageCache();
  for (const path of PUBLIC_PAGES) pages.use(`/:slug${path}`, cached);

  pages.route('/', siteRoutes);
  pages.route('/:slug', conferenceRoutes);

  pages.notFound((c) => sendPage(c, notFoundPage(c.var.site()), 404));
  pages.onError((fault, c) => {
    if (fault instanceof BadForm) return badForm(c, fault);
    if (fault instanceof WorkBusy) return later(c, fault.retryAfter, workingPage);
    if (fault instanceof WorkEnded) return later(c, GIVEN_UP, tooMuchPage);
    if (fault instanceof SigningStopped) return later(c, STOPPED, signingStoppedPage);
    deps.onFault(fault);
    if (whyNotKept(fault) !== null) return later(c, NOT_KEPT, notKeptPage);
    return sendPage(c, faultPage(c.var.site()), 500);
  });
  return { fetch: app.fetch, request: app.request, routes: pages.routes };
};

const languageOf = (c: Call<WebEnv>): PageLanguage =>
  chooseLanguage(c.req.query('lang') ?? getCookie(c, 'isonomia-language'), c.req.header('accept-language'));

/** After how many seconds to ask again for what was given up, what could not be kept, and what waits until somebody has put things right. */
const [GIVEN_UP, NOT_KEPT, STOPPED] = [60, 60, 3600];

const later = (
  c: Call<WebEnv>,
  seconds: number,
  page: (context: SiteContext, seconds: number) => Html,
): Response | Promise<Response> => {
  c.header('retry-after', `${seconds}`);
  return sendPage(c, page(c.var.site(), seconds), 503);
};

/** What came was no form of ours, or more than one: the caller's doing, and told to them alone. */
const badForm = (c: Call<WebEnv>, { why }: BadForm): Response | Promise<Response> => {
  if (why === 'gone') return c.body(null, 400);
  if (why !== 'busy') return sendPage(c, badFormPage(c.var.site()), why === 'no-form' ? 415 : 413);
  c.header('retry-after', '30');
  return sendPage(c, fullPage(c.var.site()), 503);
};

const contextOf = (
  deps: WebDeps,
  site: SiteContext,
  conference: Conference,
  token: string | null,
  beside: {
    readonly attached: Context['attached'];
    readonly isInvented: (conference: Conference) => IsInvented;
    readonly latest: Latest;
  },
): Context => {
  const { viewer, me } = deps.signIn.visitor(token, conference.slug);
  const reader = createReader(conference.state(), viewer);
  site.comparing.asker.of = askerOf(conference.slug, reader);
  const organisation = viewer.kind === 'organisation' ? conference.state().organisations.get(viewer.id) : undefined;
  const isInvented = beside.isInvented(conference);
  const signedIn =
    me === null || organisation === undefined ? null : { organisation, delegate: me.delegate, key: me.key };
  return {
    ...site,
    conference,
    reader,
    me: signedIn,
    base: `/${conference.slug}`,
    sample: conference.slug === deps.sample,
    offersPdf: deps.offersPdf,
    offersMail: deps.post !== null && !site.copy,
    isInvented,
    attached: readable(beside.attached, conference.state(), reader, isInvented),
    shared: createSharedDesk(deps, {
      slug: conference.slug,
      me:
        me === null || organisation === undefined
          ? null
          : { organisation: organisation.id, delegate: me.delegate.number },
      takesPart: (id) => isMember(conference.state(), id),
    }),
    news:
      signedIn === null
        ? null
        : createNewsDesk({
            conference,
            marks: deps.sessions.marks,
            latest: beside.latest,
            me: signedIn,
            now: () => deps.clock.now(),
          }),
    drafts:
      me === null || organisation === undefined
        ? null
        : createDraftDesk(deps, {
            slug: conference.slug,
            organisation: organisation.id,
            delegate: me.delegate.number,
            mayBegin: isMember(conference.state(), organisation.id),
          }),
    prepared:
      me === null || organisation === undefined
        ? null
        : createPreparedDesk(deps, {
            slug: conference.slug,
            organisation: organisation.id,
            delegate: me.delegate.number,
            mayPrepare: isMember(conference.state(), organisation.id),
          }),
  };
};
