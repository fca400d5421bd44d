import { type Context as HonoContext, Hono } from 'hono';
import type { Meeting } from '../../charter/meetings/state.ts';
import type { Html } from '../../markup/html.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { agendaPage } from './pages/agenda.ts';
import { attendancePage } from './pages/attendance.ts';
import { noticePage } from './pages/notice.ts';
import { meetingDossier } from './parts/meeting-dossier.ts';
import { ATTENDANCE, attendanceRows } from './parts/meeting-table.ts';
import { agendaPaper } from './parts/meeting-papers.ts';
import { sendTable } from '../kit/csv.ts';
import { sendPdf } from '../kit/pressed.ts';
import { sendPage } from '../kit/send-page.ts';

/** Meetings, for members; those that anybody may follow, for everyone. */
export const meetingRoutes = new Hono<WebEnv>();

/** A page about one meeting that the reader may see. */
const aboutMeeting = (
  path: string,
  audience: 'followers' | 'members',
  shown: (context: Context, meeting: Meeting) => Html,
): void => {
  meetingRoutes.get(path, (c: HonoContext<WebEnv>) => {
    const context = c.var.context();
    const meeting = context.reader.meeting(Number(c.req.param('number')));
    if (meeting === null || (audience === 'members' && !context.reader.member)) return c.notFound();
    return sendPage(c, shown(context, meeting));
  });
};

aboutMeeting('/meetings/:number{[0-9]+}', 'followers', noticePage);
aboutMeeting('/meetings/:number{[0-9]+}/agenda', 'followers', agendaPage);
meetingRoutes.get('/meetings/:number{[0-9]+}/agenda.pdf', (c) =>
  sendPdf(c, (context) => {
    const meeting = context.reader.meeting(Number(c.req.param('number')));
    return meeting === null
      ? null
      : { paper: agendaPaper(context, meeting), name: `meeting-${meeting.number}-agenda.pdf` };
  }),
);
meetingRoutes.get('/meetings/:number{[0-9]+}/dossier.pdf', (c) =>
  sendPdf(c, (context) => {
    const meeting = context.reader.meeting(Number(c.req.param('number')));
    return meeting === null
      ? null
      : { paper: meetingDossier(context, meeting), name: `meeting-${meeting.number}-dossier.pdf` };
  }),
);
aboutMeeting('/meetings/:number{[0-9]+}/attendance', 'members', attendancePage);
meetingRoutes.get('/meetings/:number{[0-9]+}/attendance.csv', (c) => {
  const context = c.var.context();
  const meeting = context.reader.meeting(Number(c.req.param('number')));
  if (meeting === null || !context.reader.member) return c.notFound();
  return sendTable(c, ATTENDANCE, `meeting-${meeting.number}`, attendanceRows(context, meeting));
});
