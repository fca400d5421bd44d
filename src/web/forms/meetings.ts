import type { ActForm } from '../act-form.ts';
import { propose, withdraw } from './meetings/agenda.ts';
import { credentials, guest, reply } from './meetings/attendance.ts';
import { cancel, change, convene, second } from './meetings/notice.ts';

/** Convening and preparing meetings (chapters 5, 9.5 and 10). */
export const meetingForms: readonly ActForm[] = [
  convene,
  second,
  change,
  cancel,
  reply,
  credentials,
  guest,
  propose,
  withdraw,
];
