import { Hono } from 'hono';
import type { Meeting } from '../../charter/meetings/state.ts';
import type { Html } from '../../markup/html.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { deskPage } from './pages/desk.ts';
import { followPage } from './pages/follow.ts';
import { projectorPage } from './pages/projector.ts';
import { sendPage } from '../kit/send-page.ts';

/** The sitting of a meeting: for members to run and to follow; where the meeting is public, for anybody to follow. */
export const sittingRoutes = new Hono<WebEnv>();

const show = (path: string, page: (context: Context, meeting: Meeting) => Html, members: boolean): void => {
  sittingRoutes.get(`/meetings/:number{[0-9]+}/${path}`, (c) => {
    const context = c.var.context();
    const meeting = context.reader.meeting(Number(c.req.param('number')));
    if (meeting === null || (members && !context.reader.member)) return c.notFound();
    return sendPage(c, page(context, meeting));
  });
};

show('sitting', deskPage, true);
show('follow', followPage, false);
show('projector', projectorPage, false);
