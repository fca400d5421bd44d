import type { Messages } from '../messages.ts';
import { agenda } from './meetings/agenda.ts';
import { attendance } from './meetings/attendance.ts';
import { form } from './meetings/form.ts';
import { head } from './meetings/head.ts';
import { list } from './meetings/list.ts';
import { needs } from './meetings/needs.ts';
import { notice } from './meetings/notice.ts';

export const meetings: Messages['meetings'] = { head, list, notice, agenda, attendance, form, needs };
