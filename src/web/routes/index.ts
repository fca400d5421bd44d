import { Hono } from 'hono';
import type { WebEnv } from '../app.ts';
import { actRoutes } from './acts.ts';
import { draftRoutes } from './drafts.ts';
import { calendarRoutes } from './calendar.ts';
import { commonRoutes } from './common.ts';
import { fileRoutes } from './files.ts';
import { groupRoutes } from './group.ts';
import { meetingRoutes } from './meetings.ts';
import { postRoutes } from './post.ts';
import { publicRoutes } from './public.ts';
import { settingsRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { summaryRoutes } from './summaries.ts';
import { sittingRoutes } from './sitting.ts';
import { textRoutes } from './texts.ts';
import { trayRoutes } from './tray.ts';
import { workspaceRoutes } from './workspace.ts';

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
