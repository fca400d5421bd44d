import { agenda } from './meetings/agenda.ts';
import { attendance } from './meetings/attendance.ts';
import { form } from './meetings/form.ts';
import { head } from './meetings/head.ts';
import { list } from './meetings/list.ts';
import { needs } from './meetings/needs.ts';
import { notice } from './meetings/notice.ts';

/** Meetings: assemblies, and those of the coordinating group. */
export const meetings = { head, list, notice, agenda, attendance, form, needs };
