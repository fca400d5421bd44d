import { Hono } from 'hono';
import type { WebEnv } from './kit/env.ts';
import { actRoutes } from './act-routes.ts';
import { draftRoutes } from './texts/draft-routes.ts';
import { calendarRoutes } from './meetings/calendar-routes.ts';
import { commonRoutes } from './texts/common-routes.ts';
import { fileRoutes } from './post/file-routes.ts';
import { groupRoutes } from './group/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { postRoutes } from './post/routes.ts';
import { publicRoutes } from './site/public-routes.ts';
import { settingsRoutes } from './post/settings-routes.ts';
import { signInRoutes } from './members/sign-in-routes.ts';
import { summaryRoutes } from './meetings/summary-routes.ts';
import { sittingRoutes } from './sitting/routes.ts';
import { textRoutes } from './texts/routes.ts';
import { trayRoutes } from './post/tray-routes.ts';
import { workspaceRoutes } from './site/workspace-routes.ts';

/** Everything below `/{slug}`. Where there is no such conference nothing matches. */
export const conferenceRoutes = new Hono<WebEnv>();

conferenceRoutes.use(async (c, next) => ((c.var.context as unknown) === undefined ? c.notFound() : next()));
conferenceRoutes.route('/', actRoutes);
conferenceRoutes.route('/', signInRoutes);
conferenceRoutes.route('/', publicRoutes);
conferenceRoutes.route('/', textRoutes);
conferenceRoutes.route('/', draftRoutes);
conferenceRoutes.route('/', commonRoutes);
conferenceRoutes.route('/', fileRoutes);
conferenceRoutes.route('/', groupRoutes);
conferenceRoutes.route('/', meetingRoutes);
conferenceRoutes.route('/', calendarRoutes);
conferenceRoutes.route('/', postRoutes);
conferenceRoutes.route('/', trayRoutes);
conferenceRoutes.route('/', summaryRoutes);
conferenceRoutes.route('/', sittingRoutes);
conferenceRoutes.route('/', settingsRoutes);
conferenceRoutes.route('/', workspaceRoutes);
