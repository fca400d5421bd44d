import type { ActForm } from '../../act/act-form.ts';
import { propose, withdraw } from './agenda.ts';
import { credentials, guest, reply } from './attendance.ts';
import { cancel, change, convene, second } from './notice.ts';

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
